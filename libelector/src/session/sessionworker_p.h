// SPDX-License-Identifier: MIT
#pragma once

#include "session/patience_p.h"
#include "session/session_p.h"
#include "session/watchdog_p.h"
#include "sql/leasetable_p.h"
#include "sql/lentsession_p.h"
#include "sql/sqlconnection_p.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_map>
#include <vector>

namespace Elector {

/// The thread behind a Session. Kept alive by that thread itself, so that a call that hangs beyond the end of the
/// session finds everything that it touches still there.
class Session::Worker
{
public:
    struct Job
    {
        std::shared_ptr<SessionClient> client;
        quint64 tag = 0;
        Request request;
        int takeovers = 0; ///< that the client had heard of
        BootClock::time_point submittedAt = BootClock::now();
    };

    explicit Worker(const SessionOptions &options);
    ~Worker();

    void start(std::shared_ptr<Worker> self);
    const SessionOptions &options() const { return m_options; }
    int takeovers() const { return m_takeovers; } ///< any thread

    // Any thread
    void attach(const std::shared_ptr<SessionClient> &client);
    void detach(const SessionClient *client);
    void submit(Job job);
    void run(Task task);
    void shutDown(std::chrono::steady_clock::time_point deadline);

private:
    // Below: the worker's thread only, unless it says otherwise.
    void loop();
    void wakeUp(); ///< any thread
    void waitForWork();
    void dispatchNotifications();
    void dispatchHint(std::optional<int> lockId, const Candidate::Hint &hint);
    std::vector<std::shared_ptr<SessionClient>> clients(std::optional<int> lockId = std::nullopt);

    ElectorError ensureReady();
    ElectorError connectAndCheck();
    std::chrono::milliseconds setupLimit() const;
    ElectorError endPatience();
    ServerCheck::Result collect();
    ElectorError meetServer(const ServerFacts &facts);
    ElectorError createTable(int majorVersion);
    void listen();
    ElectorError configure();
    ElectorError configureLent(const SessionSettings &settings);
    bool isLent() const { return m_options.connection.pooling() == Pooling::Transaction; }
    ElectorError proveSession();
    ElectorError notifyFromElsewhere(const QString &channel);
    static ConnectionParameters bounded(const SessionOptions &options);
    void connectionGone();
    void rehearse();
    void finishRound();
    void judgeRound();
    void closeIfUnused();
    QString wantedName();
    int idleMilliseconds() const;
    void nameSession();

    void perform(std::vector<Job> jobs);
    void performRenewals(std::vector<Job> renewals);
    void renewTogether(const std::vector<Job> &renewals);
    void renewHalves(std::vector<Job> failed, std::size_t of);
    void performReleases(const std::vector<Job> &releases);
    void workOffBacklog();
    bool hasNewWork(); ///< any thread
    bool hasBacklog() const { return !m_captures.empty() || !m_reads.empty(); }
    std::vector<Job> takeBatch(std::deque<Job> *queue, std::size_t most);
    void performCaptures(std::vector<Job> captures);
    void refuseOldBids(std::vector<Job> *captures);
    void performReads(std::vector<Job> reads);
    std::vector<std::pair<int, std::shared_ptr<SessionClient>>> othersThan(const std::vector<Job> &jobs,
                                                                           const std::vector<int> &lockIds);
    void performCleanUps(std::vector<Job> jobs);
    void performOne(const Job &job);
    void answer(const Job &job, const Reply &reply);
    void failAll(std::vector<Job> jobs, const ElectorError &error);

    const SessionOptions m_options;
    int m_wakeDescriptor;

    std::mutex m_mutex; ///< guards what follows, up to the blank line
    std::condition_variable m_finishedChanged;
    std::vector<Job> m_jobs;
    std::vector<Task> m_tasks;
    std::unordered_multimap<int, std::shared_ptr<SessionClient>> m_electors; ///< by lock
    std::vector<std::shared_ptr<SessionClient>> m_watchers; ///< without one
    bool m_clientsChanged = false; ///< since the session was last named
    bool m_quit = false;
    bool m_finished = false;
    std::thread m_thread;

    // What can wait while somebody renews.
    std::deque<Job> m_captures;
    std::deque<Job> m_reads;
    int m_capturesSinceRead = 0; ///< statements
    static constexpr std::ptrdiff_t mostRenewals = 10'000; ///< in a statement: far within the time for an attempt
    static constexpr std::ptrdiff_t fewestRenewals = 100;
    std::ptrdiff_t m_mostRenewals = mostRenewals; ///< less where the server has shown to be too slow for so many
    std::optional<Reply> m_cleanUp; ///< the latest, which served all

    Watchdog m_watchdog;
    std::unique_ptr<SqlConnection> m_connection;
    bool m_pooled = false; ///< another backend answers than the one that the login told of
    LentSession::Contact m_contact; ///< of a session that is lent
    std::optional<LeaseTable> m_table;
    SessionFacts m_facts;
    std::optional<ServerIdentity> m_identity; ///< of the latest server; kept over connections
    std::atomic<int> m_takeovers = 0; ///< written by the worker's thread
    bool m_ready = false;
    Patience m_patience;
    bool m_answered = false; ///< was a request, in this round
    bool m_tooSlow = false; ///< was an attempt, in this round
    std::optional<std::chrono::steady_clock::time_point> m_rehearsalDue; ///< if nothing happens until then
    std::optional<std::chrono::steady_clock::time_point> m_parting; ///< a lease was given up: stays open until then
    bool m_mayRehearse
        = true; ///< where one has failed there is none: a busy server would cut one connection after the other
    QString m_name; ///< the session's, as it was last set
    std::optional<std::chrono::steady_clock::time_point> m_nameDue; ///< it serves other locks than its name says
    bool m_recheck = false; ///< the last error says that the schema is not what it was
};

} // namespace Elector
