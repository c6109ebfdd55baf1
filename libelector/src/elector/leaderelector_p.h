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
    /// The program ends, and waits until this is done or gone.
    struct Quit
    {
        std::shared_ptr<void> done;
    };
    /// It has come to another thread.
    struct Moved
    {
    };
    /// What a task of ours in the session has come to: called in the elector's thread.
    using Outcome = std::function<void()>;
    std::variant<Replied, Overheard, Candidate::Hint, Ready, HoldsChanged, Quit, Moved, Outcome> what;
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

/// What others, in whatever thread, may hold on to longer than the elector lives; in one piece of memory.
struct SharedWithOthers
{
    SharedWithOthers(LeaderElector *elector, const ElectorConfig &config)
        : client(elector, config.lockId())
        , leadership([this] { client.mailbox.post({ElectorMessage::HoldsChanged{}}); })
        , stopTimeout(config.stopTimeout())
    {
    }

    ElectorClient client;
    Leadership leadership;
    const std::chrono::milliseconds stopTimeout;
    std::size_t place = 0; ///< among the electors of the program; see ProgramEnd
};

class LeaderElectorPrivate : private BootTimer
{
public:
    LeaderElectorPrivate(LeaderElector *elector, const ElectorConfig &settings);
    ~LeaderElectorPrivate() override;

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
            const auto frozen = others->leadership.freeze();
            adopt(candidate.setHolds(now, others->leadership.holds()));
            adopt(input(now));
        }
        send();
        announce();
    }

    static LeaderElectorPrivate *of(LeaderElector *elector) { return elector->d.get(); }
    /// Still in the old thread.
    void moveAway();
    std::shared_ptr<Leadership> leadership() const { return {others, &others->leadership}; }
    std::shared_ptr<ElectorClient> client() const { return {others, &others->client}; }

    LeaderElector *const q;
    const ElectorConfig config;
    const std::shared_ptr<SharedWithOthers> others;
    std::shared_ptr<Session> session;
    bool sharesSession = false;
    Candidate candidate;

    QString currentLeader;
    qint64 currentTerm = 0;
    ElectorState state = ElectorState::Stopped;
    LossReason lastLossReason = LossReason::None;
    Rarely<LockOrder> lockOrder;
    Rarely<ElectorError> lastError;
    SchemaLevel level = SchemaLevel::None;
    bool callsFunctions = false; ///< the table is strict
    QString metadata;

private:
    void timeout() override;
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
    QList<Candidate::Event> m_toAnnounce; // takes no memory while it is empty, unlike a deque; see announce()
    bool m_announcing = false;
    bool m_toPublish = false; ///< our row does not have the metadata yet
    bool m_publishing = false; ///< an attempt at that is under way
    quint64 m_publication = 0; ///< the latest attempt
    std::vector<ElectorError> m_warned;
};

} // namespace Elector
