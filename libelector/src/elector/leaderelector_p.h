// SPDX-License-Identifier: MIT
#pragma once

#include "elector/leadership_p.h"
#include "rules/candidate_p.h"
#include "session/boottimer_p.h"
#include "session/mailbox_p.h"
#include "session/session_p.h"

#include <Elector/leaderelector.h>

#include <QtCore/QList>

#include <functional>
#include <optional>
#include <variant>

namespace Elector {

/// The messages that reach an elector from other threads.
struct ElectorMessage
{
    struct Replied
    {
        quint64 tag;
        Reply reply;
    };
    struct Overheard
    {
        Reply reply;
    };
    struct Ready
    {
        SessionFacts facts;
    };
    struct HoldsChanged
    {
    };
    struct Quit
    {
    };
    /// What a task of ours in the session has come to: called in the elector's thread.
    using Outcome = std::function<void()>;
    std::variant<Replied, Overheard, Candidate::Hint, Ready, HoldsChanged, Quit, Outcome> what;
};

/// The elector's end of the session: filters, and puts everything into the mailbox.
class ElectorClient : public SessionClient
{
public:
    ElectorClient(LeaderElector *elector, int lockId)
        : mailbox(elector, "takeMessages")
        , m_lockId(lockId)
    {
    }
    void replied(quint64 tag, const Reply &reply) override { mailbox.post({ElectorMessage::Replied{tag, reply}}); }
    void overheard(const Reply &reply) override { mailbox.post({ElectorMessage::Overheard{reply}}); }
    void hinted(std::optional<int> lockId, const Candidate::Hint &hint) override
    {
        if (!lockId || *lockId == m_lockId)
            mailbox.post({hint});
    }
    void ready(const SessionFacts &facts) override { mailbox.post({ElectorMessage::Ready{facts}}); }
    std::optional<int> lockId() const override { return m_lockId; }

    Mailbox<ElectorMessage> mailbox;

private:
    const int m_lockId;
};

/// Lets the end of the program wait for an elector in another thread.
struct QuitLatch
{
    std::mutex mutex;
    std::condition_variable changed;
    bool done = false;

    void open()
    {
        {
            const std::lock_guard lock(mutex);
            done = true;
        }
        changed.notify_all();
    }
    void waitUntil(std::chrono::steady_clock::time_point deadline)
    {
        std::unique_lock lock(mutex);
        changed.wait_until(lock, deadline, [this] { return done; });
    }
};

class LeaderElectorPrivate
{
public:
    LeaderElectorPrivate(LeaderElector *elector, const ElectorConfig &settings, std::shared_ptr<Session> shared);

    bool start();
    void stop();
    /// Ends everything, without an event loop: on destruction and at the end of the program.
    void stopAndWait(std::chrono::steady_clock::time_point deadline);
    /// A slot of ours may be destroying us: the loop that called it will announce nothing any more.
    void speakForYourself() { m_announcing = false; }
    void handle(const std::vector<ElectorMessage> &messages);
    /// Runs `task` in the session's thread, and what it returns in ours; not at all if the session ends before.
    void ask(std::function<ElectorMessage::Outcome(const Session::Access *access, const ElectorError &error)> task);
    bool setMetadata(const QString &text);
    /// Feeds the rules (`input` takes the time and returns their events), takes over what they decided, sends what is
    /// to be sent, sets the timer, tells the world.
    template <typename Input> void feed(Input input)
    {
        const auto now = BootClock::now();
        {
            // No hold can be taken between its being counted and the loss being believed.
            const auto frozen = leadership->freeze();
            adopt(candidate.setHolds(now, leadership->holds()));
            adopt(input(now));
        }
        send();
        announce();
    }

    LeaderElector *const q;
    const ElectorConfig config;
    std::shared_ptr<ElectorClient> client;
    std::shared_ptr<Leadership> leadership;
    std::shared_ptr<Session> session;
    bool sharesSession = false;
    Candidate candidate;
    BootTimer timer;

    QString currentLeader;
    qint64 currentTerm = 0;
    ElectorState state = ElectorState::Stopped;
    LossReason lastLossReason = LossReason::None;
    LockOrder lockOrder;
    ElectorError lastError;
    SchemaLevel level = SchemaLevel::None;
    QString metadata;
    std::shared_ptr<QuitLatch> quitLatch = std::make_shared<QuitLatch>();

private:
    void adopt(Candidate::Events events);
    void believe(const Candidate::Event &event);
    void send();
    void announce();
    void announceOne(const Candidate::Event &event);
    void onReady(const SessionFacts &facts);
    void onReply(const Reply &reply);
    void warnOnce(const ElectorError &warning);
    void publish();
    void publishAnew();
    void onPublished(quint64 attempt, const Reply &reply);
    bool isStopped() const { return candidate.state() == ElectorState::Stopped; }

    int m_takeovers = 0; ///< of servers, that we have held off after
    quint64 m_tag = 0; ///< of the request under way; answers to earlier ones are dropped
    QList<Candidate::Event> m_toAnnounce; // takes no memory while it is empty, unlike a deque
    bool m_announcing = false;
    bool m_toPublish = false; ///< our row does not have the metadata yet
    bool m_publishing = false; ///< an attempt at that is under way
    quint64 m_publication = 0; ///< the latest attempt
    std::vector<ElectorError> m_warned;
};

} // namespace Elector
