// SPDX-License-Identifier: MIT
#include "simulation/simulatednode.h"

namespace Elector::Simulation {

using namespace std::chrono_literals;

/// A request under way.
struct SimulatedNode::Sending
{
    Request request;
    Fate fate;
    Moment at;
    bool answered; ///< in time
    Candidate::Time sentAt;
    std::uint64_t life;
    std::uint64_t tag;
    int timeline;
};

SimulatedNode::SimulatedNode(World &world, const NodePlan &plan, int number, int sessions)
    : m_world(world)
    , m_clock(plan.clock)
    , m_dice(plan.seed)
    , m_number(number)
    , m_sessions(sessions)
{
    m_settings.instanceId = plan.instanceId;
    m_settings.lease = plan.lease;
    m_settings.renewalInterval = plan.lease * 3 / 10;
    m_settings.jitterRange = plan.lease * 2 / 10;
    m_settings.attemptTimeout = plan.lease / 6;
    m_settings.trust = {0.1, plan.lease / 40};
    crash();
}

void SimulatedNode::crash()
{
    if (m_candidate)
        m_world.write(name(), [&] { return QStringLiteral("crashes"); });
    ++m_life;
    m_settings.random = [this] { return m_dice.real(); };
    m_candidate = std::make_unique<Candidate>(std::make_shared<CandidateSettings>(m_settings), 1,
                                              QStringLiteral("%1.%2").arg(m_number).arg(m_life));
    m_candidate->setSessionsSeen(m_sessions);
    m_leadership = std::make_shared<Leadership>([] {});
    m_holds.clear();
    m_waiting = false;
    m_hasSeenTheClock = false;
    m_pausedUntil = {};
    m_world.invariants.forget(*this);
}

void SimulatedNode::start()
{
    input([this](auto now) { return m_candidate->start(now); });
}

void SimulatedNode::release()
{
    m_world.write(name(), [&] { return QStringLiteral("release()"); });
    input([this](auto now) { return m_candidate->release(now); });
}

void SimulatedNode::stop(std::chrono::nanoseconds patience)
{
    m_world.write(name(), [&] { return QStringLiteral("stop()"); });
    input([this, patience](auto now) { return m_candidate->stop(now, now + patience); });
}

void SimulatedNode::pauseUntil(Moment end)
{
    const Moment now = m_world.time.now();
    m_world.write(name(), [&] { return QStringLiteral("stands still until ") + Texts::span(end); });
    if (m_leadership->isLeader(localTime(now))) {
        m_world.tally.count(Tally::LeadersPaused);
        if (m_leadership->deadline() <= localTime(end))
            m_world.tally.count(Tally::PausedBeyondDeadline);
    }
    m_pausedUntil = std::max(m_pausedUntil, end);
}

void SimulatedNode::suspendUntil(Moment end)
{
    if (m_leadership->isLeader(localTime(m_world.time.now())))
        m_world.tally.count(Tally::Suspensions);
    pauseUntil(end);
    cutOffUntil(end);
    breakConnection();
}

void SimulatedNode::breakConnection()
{
    if (!m_waiting)
        return;
    Reply unknown;
    unknown.sentAt = m_sentAt;
    unknown.error = {ErrorCode::ConnectionLost, QStringLiteral("lost"), {}, {}};
    const std::uint64_t tag = ++m_tag;
    m_world.time.in(m_dice.span(0s, 1ms), [this, unknown, tag, life = m_life]() mutable {
        if (life == m_life)
            deliver(m_sent, unknown, tag);
    });
}

void SimulatedNode::hint(const Candidate::Hint &hint)
{
    input([this, hint](auto now) { return m_candidate->hint(now, hint); });
}

void SimulatedNode::notify(const Candidate::Hint &hint)
{
    if (m_world.down || m_world.time.now() < m_cutOffUntil || m_dice.chance(m_world.network.lost))
        return;
    m_world.time.in(m_dice.span(100us, m_world.network.slowestNotice), [this, hint] { this->hint(hint); });
}

void SimulatedNode::takeHold()
{
    // Another thread takes it: even while the one that drives the candidate is busy.
    if (auto trust = m_leadership->takeHold(localTime(m_world.time.now()))) {
        m_world.tally.count(Tally::HoldsTaken);
        m_world.write(name(), [&] { return QStringLiteral("hold"); });
        m_holds.push_back(std::move(trust));
        if (m_dice.chance(0.5))
            input([](auto) { return Candidate::Events(); });
    }
}

void SimulatedNode::dropHolds()
{
    if (m_holds.empty())
        return;
    m_world.write(name(), [&] { return QStringLiteral("work is done"); });
    for (std::size_t i = 0; i < m_holds.size(); ++i)
        m_leadership->dropHold();
    m_holds.clear();
    input([](auto) { return Candidate::Events(); });
}

bool SimulatedNode::isLeading(Moment now) const
{
    return m_leadership->isLeader(localTime(now)) || m_candidate->isLeading(localTime(now));
}

QStringList SimulatedNode::heldLeaderIds() const
{
    QStringList ids;
    for (const auto &trust : m_holds)
        ids.append(trust->key.leaderId);
    return ids;
}

QStringList SimulatedNode::trustedLeaderIds(Moment now) const
{
    QStringList ids;
    for (const auto &trust : m_holds) {
        if (localTime(now).time_since_epoch().count() < trust->until.load())
            ids.append(trust->key.leaderId);
    }
    return ids;
}

// ---- the process -----------------------------------------------------------------------------------------------

void SimulatedNode::whenRunning(std::function<void()> what)
{
    if (m_world.time.now() >= m_pausedUntil) {
        what();
        return;
    }
    m_world.time.at(m_pausedUntil, [this, life = m_life, what = std::move(what)] {
        if (life == m_life)
            whenRunning(what);
    });
}

void SimulatedNode::input(const std::function<Candidate::Events(Candidate::Time)> &what)
{
    whenRunning([this, what] { feed(what); });
}

void SimulatedNode::feed(const std::function<Candidate::Events(Candidate::Time)> &what)
{
    const auto adopt = [this](const Candidate::Events &events) {
        for (const Candidate::Event &event : events) {
            m_world.write(name(), [&] { return Texts::event(event); });
            m_world.invariants.note(m_world.time.now(), *this, event);
            believe(event);
        }
    };
    const Candidate::Time now = localTime(m_world.time.now());
    {
        const auto frozen = m_leadership->freeze();
        adopt(m_candidate->setHolds(now, m_leadership->holds()));
        adopt(what(now));
    }
    if (const auto request = m_candidate->takeRequest(now)) {
        m_world.write(name(), [&] { return QStringLiteral("-> ") + Texts::request(*request); });
        m_world.invariants.note(m_world.time.now(), *this, *request);
        if (m_world.sent)
            m_world.sent(*request);
        Q_ASSERT(!m_waiting);
        send(*request);
    }
    m_world.invariants.noteWakeAt(m_world.time.now(), *this);
    planWake();
}

void SimulatedNode::believe(const Candidate::Event &event)
{
    if (const auto *gained = std::get_if<Candidate::Gained>(&event)) {
        m_world.tally.count(Tally::Gains);
        if (m_doubts.contains(gained->key.leaderId))
            m_world.tally.count(Tally::DoubtsAdopted);
        m_leadership->gain(gained->key, gained->deadline);
    } else if (const auto *extended = std::get_if<Candidate::Extended>(&event)) {
        m_leadership->extend(extended->deadline);
    } else if (const auto *lost = std::get_if<Candidate::Lost>(&event)) {
        m_world.tally.count(Tally::Losses);
        if (isWorking())
            m_world.tally.count(Tally::ReleasesBehindHolds);
        m_leadership->lose(lost->reason);
    } else if (std::holds_alternative<Candidate::Stopped>(event)) {
        m_waiting = false; // detached from its session: an answer still under way reaches nobody
    }
}

void SimulatedNode::planWake()
{
    const std::uint64_t tag = ++m_wakeTag;
    const auto wakeAt = m_candidate->wakeAt();
    if (!wakeAt)
        return;
    m_world.time.at(m_clock.when(*wakeAt), [this, tag, life = m_life] {
        if (life != m_life || tag != m_wakeTag)
            return;
        whenRunning([this, tag] {
            if (tag == m_wakeTag)
                feed([this](auto now) { return m_candidate->wake(now); });
        });
    });
}

// ---- requests --------------------------------------------------------------------------------------------------

void SimulatedNode::send(const Request &request)
{
    Timeline &time = m_world.time;
    const Moment at = time.now() + m_dice.span(0s, 100us);
    const Fate fate = m_world.network.decide(m_dice, m_world.down || time.now() < m_cutOffUntil);
    const Moment timeOut = m_clock.when(localTime(at) + m_settings.attemptTimeout);
    const bool answered = fate.answered && at + *fate.answered < timeOut;
    m_waiting = true;
    m_sent = request;
    m_sentAt = localTime(at);
    const auto sending = std::make_shared<Sending>(
        Sending{request, fate, at, answered, m_sentAt, m_life, ++m_tag, m_world.database.timeline()});
    m_world.tally.count(Tally::Requests);
    if (!fate.applied)
        m_world.tally.count(Tally::RequestsLost);
    else if (!answered)
        m_world.tally.count(fate.answered ? Tally::AnswersTooLate : Tally::AnswersLost);

    if (m_world.worstPause > Moment(0) && m_dice.chance(0.03))
        pauseUntil(at + m_dice.span(0s, m_world.worstPause));

    const Moment broken = fate.broken ? at + *fate.broken : timeOut;
    if (!answered) {
        Reply unknown;
        unknown.error = {ErrorCode::ConnectionLost, QStringLiteral("lost"), {}, {}};
        time.at(std::min(broken, timeOut), [this, sending, unknown] { answer(*sending, unknown); });
    }
    if (fate.applied)
        time.at(at + *fate.applied, [this, sending] { apply(sending, {}, false); });
    if (fate.repeated)
        time.at(at + *fate.repeated, [this, sending] { apply(sending, {}, true); });
}

/// The request arrives. `again`: it did before, and nobody hears the answer.
void SimulatedNode::apply(const std::shared_ptr<Sending> &sending, DatabaseModel::Wait wait, bool again)
{
    const Fate &fate = sending->fate;
    if (sending->timeline != m_world.database.timeline())
        return;
    std::optional<Reply> reply;
    const Moment now = m_world.time.now();
    const bool waitedLong = now - sending->at - *fate.applied > m_settings.attemptTimeout / 2 && wait;
    if (fate.refused || waitedLong) {
        m_world.database.giveUpWaiting(wait);
        reply.emplace();
        reply->outcome = Outcome::Failed;
        reply->error = {ErrorCode::Database, QStringLiteral("refused"), {}, QStringLiteral("55P03")};
        m_world.tally.count(Tally::Refusals);
    } else {
        const bool waits = wait.has_value();
        const auto *capture = std::get_if<CaptureRequest>(&sending->request.what);
        const bool wasHeld = capture && capture->stuck && m_world.database.isHeld(now);
        reply = m_world.database.perform(now, sending->request, wait);
        if (!reply) {
            if (!waits)
                m_world.tally.count(Tally::CapturesBehindGuards);
            m_world.time.in(m_settings.attemptTimeout / 10, [=, this] { apply(sending, wait, again); });
            return;
        }
        if (sending->life != m_life)
            m_world.tally.count(Tally::AppliedAfterDeath);
        if (again)
            m_world.tally.count(Tally::AppliedTwice);
        if (wasHeld && reply->verdict == Verdict::Captured)
            m_world.tally.count(Tally::StuckRowsTaken);
        m_world.write(name(), [&] {
            return QStringLiteral("(applied%1: %2: %3)")
                .arg(QLatin1String(again ? " again" : ""), Texts::request(sending->request), Texts::reply(*reply));
        });
    }
    if (again || !sending->answered)
        return;
    m_world.time.at(sending->at + *fate.answered, [this, sending, reply] { answer(*sending, *reply); });
}

void SimulatedNode::answer(const Sending &sending, Reply reply)
{
    if (sending.life != m_life)
        return;
    reply.sentAt = sending.sentAt;
    deliver(sending.request, reply, sending.tag);
}

void SimulatedNode::deliver(const Request &request, const Reply &reply, std::uint64_t tag)
{
    // The session's thread reads the clock: now, if merely the caller's thread is busy; or it stands still as well.
    const Candidate::Time arrival = m_dice.chance(0.5) ? localTime(m_world.time.now()) : Candidate::Time::max();
    whenRunning([this, request, reply, tag, arrival] {
        if (!m_waiting || tag != m_tag)
            return;
        m_waiting = false;
        Reply received = reply;
        received.receivedAt = std::min(arrival, localTime(m_world.time.now()));
        countReply(request, received);
        m_hasSeenTheClock = m_hasSeenTheClock || received.outcome == Outcome::Answered;
        m_world.write(name(), [&] { return QStringLiteral("<- ") + Texts::reply(received); });
        feed([this, &received](auto now) { return m_candidate->reply(now, received); });
    });
}

void SimulatedNode::countReply(const Request &request, const Reply &reply)
{
    Tally &tally = m_world.tally;
    if (const auto *capture = std::get_if<CaptureRequest>(&request.what); capture && reply.outcome == Outcome::Unknown)
        m_doubts.insert(capture->leaderId);
    if (reply.verdict == Verdict::Renewed)
        tally.count(Tally::Renewals);
    else if (reply.verdict == Verdict::Barred)
        tally.count(Tally::CapturesBarred);
    else if (reply.verdict == Verdict::BeyondTime)
        tally.count(Tally::BidsBeyondTheirTime);
    else if (reply.verdict == Verdict::GateBusy)
        tally.count(Tally::GateRefusals);
    else if (reply.verdict == Verdict::Busy)
        tally.count(Tally::BusyRows);
}

// ---- guarded work ----------------------------------------------------------------------------------------------

void SimulatedNode::doGuardedWork(Moment delay, Moment span)
{
    const TenureKey key = m_leadership->key(localTime(m_world.time.now()));
    if (!key.term)
        return;
    m_world.time.in(delay, [this, key, span, life = m_life, timeline = m_world.database.timeline()] {
        if (life == m_life && timeline == m_world.database.timeline())
            beginGuardedWork(key, span);
    });
}

void SimulatedNode::beginGuardedWork(const TenureKey &key, Moment span)
{
    const Moment now = m_world.time.now();
    const auto transaction = m_world.database.beginGuarded(now, key);
    m_world.write(
        name(), [&] { return QLatin1String(transaction ? "guard granted to " : "guard refused to ") + key.leaderId; });
    if (!transaction) {
        m_world.tally.count(Tally::GuardsRefused);
        if (!isLeading(now) || leaderId() != key.leaderId)
            m_world.tally.count(Tally::GuardsOfDeposed);
        return;
    }
    m_world.time.in(span, [this, id = *transaction, now, life = m_life] { endGuardedWork(id, now, life); });
}

/// Commits, if the process is still there and runs; the server ends what is idle for a lease.
void SimulatedNode::endGuardedWork(std::uint64_t transaction, Moment idleSince, std::uint64_t life)
{
    const Moment now = m_world.time.now();
    const Moment limit = idleSince + Moment(m_settings.lease);
    if (now >= limit) {
        m_world.database.rollBack(transaction);
        return;
    }
    if (life != m_life || now < m_pausedUntil) {
        const Moment next = life == m_life ? std::min(m_pausedUntil, limit) : limit;
        m_world.time.at(next, [=, this] { endGuardedWork(transaction, idleSince, life); });
        return;
    }
    const std::int64_t writtenBefore = m_world.database.written();
    if (const auto term = m_world.database.commit(now, transaction)) {
        m_world.tally.count(Tally::GuardedWrites);
        m_world.write(name(), [&] { return QStringLiteral("guarded work is committed, term %1").arg(*term); });
        m_world.invariants.noteWrite(now, *this, *term, writtenBefore, m_world.database.term());
    }
}

} // namespace Elector::Simulation
