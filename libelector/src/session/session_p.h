// SPDX-License-Identifier: MIT
#pragma once

#include "rules/candidate_p.h"
#include "rules/leaseoperations_p.h"
#include "sql/servercheck_p.h"

#include <Elector/connectionparameters.h>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace Elector {

class SqlConnection;

struct SessionOptions
{
    /// A session that takes part insists on a server that is fit; one that observes looks at any.
    enum Purpose { TakePart, Observe } purpose = TakePart;
    ConnectionParameters connection;
    QString schema = QStringLiteral("public");
    QString applicationName = QStringLiteral("elector"); ///< unless `connection` names one
    /// Of electors: the session is called by their locks and this, see SessionName, in place of `applicationName`.
    QString instanceId;
    std::chrono::milliseconds attemptTimeout{1667};
    bool createTable = true;

    friend bool operator==(const SessionOptions &, const SessionOptions &) = default;
};

/// What a session found when it was set up.
struct SessionFacts
{
    ServerFacts server;
    /// How often another server has taken over that may not know the last leases, and lets who asks capture at once.
    int takeovers = 0;
    bool pooled = false; ///< by a pooler, which keeps a session for us unless Pooling::Transaction is set
    bool notifies = false; ///< LISTEN works: a notification of our own came back
    std::vector<ElectorError> warnings;
};

/// Receives what happens in the session. All functions are called in the session's thread and must not block.
class SessionClient
{
public:
    virtual ~SessionClient() = default;
    /// Exactly once for each submit(), unless the session ends before.
    virtual void replied(quint64 tag, const Reply &reply) = 0;
    /// Another client has looked at the lock that this one competes for: what it was told.
    virtual void overheard(const Reply &reply) { Q_UNUSED(reply); }
    /// Something may have changed in this lock, or (lock empty) in any.
    virtual void hinted(std::optional<int> lockId, const Candidate::Hint &hint) = 0;
    /// Connected and set up, for the first time or again.
    virtual void ready(const SessionFacts &facts) = 0;
    /// The lock that it competes for, which never changes; none for one that only looks. Any thread.
    virtual std::optional<int> lockId() const { return std::nullopt; }
};

/// One connection and the thread that owns it: carries requests to the database and hints back. Serves any number of
/// clients; renewals that wait at the same time go out as one statement, captures of one lock as one bid.
///
/// Every function may be called from any thread and never blocks, but for shutDown().
class Session
{
public:
    explicit Session(const SessionOptions &options);
    /// Ends the thread; see shutDown().
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    const SessionOptions &options() const;

    void attach(const std::shared_ptr<SessionClient> &client);
    /// Nothing is delivered to `client` any more once this returns, but for a call that is under way.
    void detach(const SessionClient *client);

    /// SessionFacts::takeovers of the latest connection.
    int takeovers() const;

    /// Answered by SessionClient::replied() with the same tag. A request that could not be sent is Failed; so is a bid
    /// of a client that has heard of fewer `takeovers` than there were: it has not held off.
    void submit(const std::shared_ptr<SessionClient> &client, quint64 tag, const Request &request, int takeovers = 0);

    /// What a task may use: only within the call, in the session's thread.
    struct Access
    {
        SqlConnection &connection;
        const SessionFacts &facts;
        bool &recheck; ///< to be set if the facts may not hold any more: they are found anew before the next work
    };
    /// Runs `task` with the connection set up, or with null and the reason why there is none.
    using Task = std::function<void(const Access *access, const ElectorError &error)>;
    void run(Task task);

    /// Ends the connection and the thread. Waits until `deadline` at most; a call that still hangs then is left to die
    /// with its thread, which touches nothing of ours any more.
    void shutDown(std::chrono::steady_clock::time_point deadline);

private:
    class Worker;
    std::shared_ptr<Worker> m_worker;
};

} // namespace Elector
