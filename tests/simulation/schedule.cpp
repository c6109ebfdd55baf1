// SPDX-License-Identifier: MIT
#include "simulation/schedule.h"

#include "texts.h"

#include <algorithm>

namespace Elector::Simulation {

using namespace std::chrono_literals;

namespace {

constexpr int Few = 5;

bool contains(const Plan &plan, Fault::Kind kind)
{
    return std::any_of(plan.faults.cbegin(), plan.faults.cend(), [kind](const Fault &f) { return f.kind == kind; });
}

std::chrono::microseconds micros(Moment span)
{
    return std::chrono::floor<std::chrono::microseconds>(span);
}

} // namespace

Schedule::Result Schedule::run(const Plan &plan, bool traced)
{
    return Schedule(plan, traced).play();
}

Schedule::Schedule(const Plan &plan, bool traced)
    : m_plan(plan)
    , m_world(plan.level, contains(plan, Fault::Failover), plan.network)
    , m_dice(~plan.seed)
    , m_lease(plan.longestLease())
{
    m_world.worstPause = plan.worstPause;
    m_world.traced = traced;
    makeNodes();
    connectDatabase();
    for (const Fault &fault : m_plan.faults)
        m_world.time.at(fault.at, [this, &fault] { perform(fault); });
}

void Schedule::makeNodes()
{
    const int count = static_cast<int>(m_plan.nodes.size());
    for (int i = 0; i < count; ++i) {
        const NodePlan &plan = m_plan.nodes[static_cast<std::size_t>(i)];
        m_nodes.push_back(std::make_unique<SimulatedNode>(m_world, plan, i, count));
        SimulatedNode *node = m_nodes.back().get();
        m_all.push_back(node);
        m_world.time.at(plan.startAt, [node] { node->start(); });
    }
    if (count > Few)
        m_world.tally.count(Tally::LargeFleets);
    if (count > 1 && m_plan.nodes[0].instanceId == m_plan.nodes[1].instanceId)
        m_world.tally.count(Tally::Twins);
}

void Schedule::connectDatabase()
{
    m_world.database.notify = [this](const Candidate::Hint &hint) {
        for (const auto &node : m_nodes)
            node->notify(hint);
    };
    m_world.database.captured = [this](const QString &leaderId, std::int64_t term) {
        m_world.invariants.noteTerm(m_world.time.now(), leaderId, term);
    };
    m_world.database.heldOff = [this] { m_world.tally.count(Tally::CapturesHeldOff); };
}

// ---- faults ----------------------------------------------------------------------------------------------------

SimulatedNode &Schedule::target(const Fault &fault)
{
    if (fault.node != Fault::Leader)
        return *m_nodes[static_cast<std::size_t>(fault.node) % m_nodes.size()];
    const auto leader = std::find_if(m_nodes.cbegin(), m_nodes.cend(),
                                     [this](const auto &node) { return node->isLeading(m_world.time.now()); });
    return leader != m_nodes.cend() ? **leader : *m_nodes.front();
}

void Schedule::perform(const Fault &fault)
{
    switch (fault.kind) {
    case Fault::Pause:
    case Fault::Suspend:
    case Fault::Hold:
    case Fault::GuardedWork:
    case Fault::Release:
    case Fault::Stop:
    case Fault::Crash:
    case Fault::CutOff:
    case Fault::Hint:
        disturbNode(fault, target(fault));
        break;
    default:
        disturbDatabase(fault);
        break;
    }
}

void Schedule::disturbNode(const Fault &fault, SimulatedNode &node)
{
    const Moment now = m_world.time.now();
    const Moment end = std::min(m_plan.end, now + fault.span);
    Tally &tally = m_world.tally;
    switch (fault.kind) {
    case Fault::Pause:
        node.pauseUntil(end);
        break;
    case Fault::Suspend:
        node.suspendUntil(end);
        break;
    case Fault::Hold:
        node.takeHold();
        m_world.time.at(end, [&node] { node.dropHolds(); });
        break;
    case Fault::GuardedWork:
        // What was true when the application asked may be long over when its statement arrives.
        node.doGuardedWork(fault.chance < 0.3 ? m_dice.span(1ms, m_lease * 3 / 2) : m_dice.span(200us, 5ms),
                           fault.span);
        break;
    case Fault::Release:
        node.release();
        break;
    case Fault::Stop:
        node.stop(fault.span);
        m_world.time.at(std::min(m_plan.end, now + m_dice.span(1ms, 2 * m_lease)), [&node] { node.start(); });
        break;
    case Fault::Crash:
        tally.count(Tally::Crashes);
        if (node.isLeading(now))
            tally.count(Tally::LeadersCrashed);
        node.crash();
        m_world.time.at(end, [&node] { node.start(); });
        break;
    case Fault::CutOff:
        if (node.isLeading(now))
            tally.count(Tally::LeadersCutOff);
        m_world.write(node.name(), [&] { return QStringLiteral("cut off until ") + Texts::span(end); });
        node.cutOffUntil(end);
        break;
    default: {
        const auto kind = static_cast<Candidate::Hint::Kind>(m_dice.below(4));
        node.hint({kind, fault.chance < 0.5 ? std::optional(m_world.database.term()) : std::nullopt});
        break;
    }
    }
}

void Schedule::disturbDatabase(const Fault &fault)
{
    const Moment now = m_world.time.now();
    DatabaseModel &database = m_world.database;
    Tally &tally = m_world.tally;
    switch (fault.kind) {
    case Fault::Revoke:
        if (const auto holder = database.revoke(now)) {
            m_world.write(QStringLiteral("operator"), [&] { return QStringLiteral("revokes ") + *holder; });
            tally.count(Tally::Revocations);
        }
        break;
    case Fault::Evict:
        if (const auto holder = database.evict(now)) {
            m_world.write(QStringLiteral("operator"), [&] { return QStringLiteral("evicts ") + *holder; });
            tally.count(Tally::Evictions);
            m_world.invariants.excuse(*holder);
        }
        break;
    case Fault::Outage:
        tally.count(Tally::Outages);
        forAWhile(m_world.down, fault);
        break;
    case Fault::SmallStep: // up to delta, once within the life of a lease
        if (now >= m_noStepBefore) {
            stepClock(fault.span);
            tally.count(Tally::SmallClockSteps);
            m_noStepBefore = now + m_lease * 5 / 4;
        }
        break;
    case Fault::BackwardStep:
        stepClock(-fault.span);
        tally.count(Tally::BackwardClockSteps);
        m_backward += fault.span;
        m_noForwardBefore = now + 3 * m_lease; // one may hide behind the other, and nobody sees either
        break;
    case Fault::ForwardStep:
        stepForward(fault);
        break;
    case Fault::Gate:
        forAWhile(database.gateHeld, fault);
        break;
    case Fault::RowLock:
        forAWhile(database.rowLocked, fault);
        break;
    case Fault::Barricade:
        forAWhile(database.undoesBids, fault);
        break;
    case Fault::Failover:
        failOver(fault);
        break;
    default:
        give(fault);
        break;
    }
}

void Schedule::forAWhile(bool &flag, const Fault &fault)
{
    flag = true;
    m_world.time.at(std::min(m_plan.end, m_world.time.now() + fault.span), [&flag] { flag = false; });
}

void Schedule::stepClock(Moment by)
{
    m_world.write(QStringLiteral("server"), [&] { return QStringLiteral("clock steps by %1").arg(Texts::span(by)); });
    m_world.database.stepClock(micros(by));
}

void Schedule::stepForward(const Fault &fault)
{
    const Moment now = m_world.time.now();
    if (now < std::max(m_noStepBefore, m_noForwardBefore) || !everybodyKnowsTheClock() || !everybodyKnowsTheLeases())
        return;
    stepClock(fault.span);
    m_world.tally.count(Tally::ForwardClockSteps);
    m_noStepBefore = now + 3 * m_lease;
    // Bids are the first to meet the new time: only what they carry with them protects the leader.
    for (const auto &node : m_nodes) {
        if (m_dice.chance(0.5))
            node->hint({Candidate::Hint::Free, std::nullopt});
    }
}

void Schedule::failOver(const Fault &fault)
{
    const Moment now = m_world.time.now();
    const bool lost = m_world.database.failOver(now, now - fault.span);
    m_world.write(QStringLiteral("server"), [&] {
        return QStringLiteral("is replaced by a standby as of %1").arg(Texts::span(now - fault.span));
    });
    m_world.tally.count(Tally::Failovers);
    if (lost) {
        m_world.tally.count(Tally::CommitsLost);
        m_world.invariants.excuseLeasesAbove(m_world.database.holdOff());
    }
    for (const auto &node : m_nodes)
        node->breakConnection();
}

/// An operator's order.
void Schedule::give(const Fault &fault)
{
    const Moment now = m_world.time.now();
    const bool reserves = fault.kind == Fault::OrderReserve;
    const QString instance = reserves ? target(fault).name() : QString();
    m_world.write(QStringLiteral("operator"),
                  [&] { return reserves ? QStringLiteral("reserves for ") + instance : QStringLiteral("pauses"); });
    m_world.tally.count(reserves ? Tally::LocksReserved : Tally::LocksPaused);
    m_world.database.order(now, instance, m_world.database.clock(now) + micros(fault.span));
    if (!reserves || fault.chance < 0.3)
        m_world.time.at(std::min(m_plan.end, now + fault.span),
                        [this] { m_world.database.resume(m_world.time.now()); });
}

void Schedule::calm()
{
    m_world.write(QStringLiteral("----"), [&] { return QStringLiteral("calm"); });
    m_world.network = Network{};
    m_world.worstPause = {};
    m_world.database.resume(m_world.time.now());
    for (const auto &node : m_nodes) {
        node->dropHolds();
        // After whatever it has still to do from before, such as to stop.
        m_world.time.in(1ms, [&node] { node->start(); });
    }
}

// ---- the run ---------------------------------------------------------------------------------------------------

bool Schedule::somebodyLeads() const
{
    return std::any_of(m_all.cbegin(), m_all.cend(),
                       [this](const SimulatedNode *node) { return node->isLeading(m_world.time.now()); });
}

/// Whoever has not heard of the server lately cannot see its clock step.
bool Schedule::everybodyKnowsTheClock() const
{
    return std::none_of(m_all.cbegin(), m_all.cend(), [](const SimulatedNode *node) {
        const ElectorState state = node->candidate().state();
        return state == ElectorState::Connecting || state == ElectorState::Stopped || !node->hasSeenTheClock();
    });
}

/// On the plain level nobody knows of a longer lease whose renewals he has not seen.
bool Schedule::everybodyKnowsTheLeases() const
{
    return m_plan.level == SchemaLevel::Full
        || std::all_of(m_all.cbegin(), m_all.cend(), [this](const SimulatedNode *node) {
               return node->settings().lease == m_all.front()->settings().lease;
           });
}

Moment Schedule::bound() const
{
    // A rest or a hold-off, then a lease that runs out, looks and retries in between; all by the slowest clock.
    const Moment usual = 4 * m_lease;
    // Until the server ends a transaction that its client has left.
    const Moment guards = contains(m_plan, Fault::GuardedWork) ? m_lease : Moment(0);
    const bool plain = m_plan.level == SchemaLevel::Plain;
    // After a backward step: until the row counts as stuck, or, if it was not far enough ahead for that, runs out. Both
    // may take the longest lease in use; the plain level reckons with ten of ours.
    return usual + guards + std::min(m_backward, m_lease * (plain ? 24 : 3));
}

bool Schedule::runUntil(Moment end, bool untilSomebodyLeads)
{
    while (m_world.invariants.hold()) {
        if (untilSomebodyLeads && somebodyLeads())
            return true;
        if (!m_world.time.step(end))
            return !untilSomebodyLeads;
        m_world.invariants.check(m_world.time.now(), m_all);
    }
    return false;
}

Schedule::Result Schedule::play()
{
    Result result;
    runUntil(m_plan.end);
    calm();
    const Moment calmSince = m_world.time.now();
    const bool led = runUntil(calmSince + bound(), true);
    result.recovery = m_world.time.now() - calmSince;
    if (m_world.invariants.hold() && !led)
        result.violation = QStringLiteral("nobody leads %1 after the last disturbance").arg(Texts::span(bound()));
    // Whoever leads in quiet goes on leading; but one last lease may still be lost to what happened before.
    runUntil(m_world.time.now() + 4 * m_lease + std::min(m_backward, m_lease * 15));
    const int gains = m_world.invariants.gains();
    runUntil(m_world.time.now() + 3 * m_lease);
    if (m_world.invariants.hold() && result.violation.isEmpty()
        && (!somebodyLeads() || m_world.invariants.gains() != gains))
        result.violation = QStringLiteral("leadership does not last in quiet");
    if (!m_world.invariants.hold())
        result.violation = m_world.invariants.violation();
    result.trace = m_world.trace;
    result.tally = m_world.tally;
    result.duration = m_world.time.now();
    return result;
}

} // namespace Elector::Simulation
