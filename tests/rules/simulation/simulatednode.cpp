// SPDX-License-Identifier: MIT
#include "simulation/simulatednode.h"

namespace Elector::Simulation {

SimulatedNode::SimulatedNode(World &world, const CandidateSettings &settings, LocalClock clock)
    : m_world(world)
    , m_settings(settings)
    , m_clock(clock)
{
    crash(settings.incarnation);
}

void SimulatedNode::crash(const QString &incarnation)
{
    if (m_candidate)
        m_world.write(name(), [&] { return QStringLiteral("crashes"); });
    ++m_life;
    m_settings.incarnation = incarnation;
    m_candidate = std::make_unique<Candidate>(m_settings, [this] { return m_world.dice.real(); });
    m_leadership = std::make_shared<Leadership>([] {});
    m_holds.clear();
    m_waiting = false;
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

void SimulatedNode::hint(const Candidate::Hint &hint)
{
    input([this, hint](auto now) { return m_candidate->hint(now, hint); });
}

void SimulatedNode::takeHold()
{
    // Another thread takes it: even while the one that drives the candidate is busy.
    if (auto trust = m_leadership->takeHold(localTime(m_world.time.now()))) {
        m_world.write(name(), [&] { return QStringLiteral("hold"); });
        m_holds.push_back(std::move(trust));
        if (m_world.dice.chance(0.5))
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
        Q_ASSERT(!m_waiting);
        send(*request);
    }
    m_world.invariants.noteWakeAt(m_world.time.now(), *this);
    planWake();
}

void SimulatedNode::believe(const Candidate::Event &event)
{
    if (const auto *gained = std::get_if<Candidate::Gained>(&event))
        m_leadership->gain(gained->key, gained->deadline);
    else if (const auto *extended = std::get_if<Candidate::Extended>(&event))
        m_leadership->extend(extended->deadline);
    else if (const auto *lost = std::get_if<Candidate::Lost>(&event))
        m_leadership->lose(lost->reason);
    else if (std::holds_alternative<Candidate::Stopped>(event))
        m_waiting = false; // detached from its session: an answer still under way reaches nobody
}

void SimulatedNode::send(const Request &request)
{
    m_waiting = true;
    const std::uint64_t tag = ++m_tag;
    Timeline &time = m_world.time;
    const Moment sent = time.now() + m_world.dice.span(Moment(0), std::chrono::microseconds(100));
    Network network = m_world.network;
    network.down = network.down || time.now() < m_cutOffUntil;
    const Fate fate = network.decide(m_world.dice);
    const Moment timeOut = m_clock.when(localTime(sent) + m_settings.attemptTimeout);

    if (m_world.worstPause > Moment(0) && m_world.dice.chance(0.03))
        pauseUntil(sent + m_world.dice.span(Moment(0), m_world.worstPause));

    Reply unknown;
    unknown.sentAt = localTime(sent);
    unknown.error = {ErrorCode::ConnectionLost, QStringLiteral("lost"), {}, {}};
    const auto bounce = [this, life = m_life, tag, unknown]() mutable {
        unknown.receivedAt = localTime(m_world.time.now());
        if (life == m_life)
            deliver(unknown, tag);
    };
    const Moment broken = fate.broken ? sent + *fate.broken : timeOut;
    const bool answered = fate.answered && sent + *fate.answered < timeOut;
    if (!answered)
        time.at(std::min(broken, timeOut), bounce);
    if (!fate.applied)
        return;
    time.at(sent + *fate.applied, [this, life = m_life, tag, request, unknown, fate, answered, sent] {
        Reply reply = unknown;
        if (fate.refused) {
            reply.outcome = Outcome::Failed;
            reply.error = {ErrorCode::Database, QStringLiteral("refused"), {}, QStringLiteral("55P03")};
        } else {
            reply = m_world.database.perform(m_world.time.now(), request);
            reply.sentAt = unknown.sentAt;
            m_world.write(name(), [&] {
                return QStringLiteral("(applied: %1: %2)").arg(Texts::request(request), Texts::reply(reply));
            });
        }
        if (!answered)
            return;
        m_world.time.at(sent + *fate.answered, [this, life, tag, reply]() mutable {
            reply.receivedAt = localTime(m_world.time.now());
            if (life == m_life)
                deliver(reply, tag);
        });
    });
}

void SimulatedNode::deliver(const Reply &reply, std::uint64_t tag)
{
    whenRunning([this, reply, tag] {
        if (!m_waiting || tag != m_tag)
            return;
        m_waiting = false;
        m_world.write(name(), [&] { return QStringLiteral("<- ") + Texts::reply(reply); });
        feed([this, &reply](auto now) { return m_candidate->reply(now, reply); });
    });
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

} // namespace Elector::Simulation
