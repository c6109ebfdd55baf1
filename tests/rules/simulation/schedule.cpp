// SPDX-License-Identifier: MIT
#include "simulation/schedule.h"

#include "texts.h"

#include <algorithm>

namespace Elector::Simulation {

using namespace std::chrono_literals;

Schedule::Result Schedule::run(std::uint64_t seed, bool traced)
{
    return Schedule(seed, traced).play();
}

Schedule::Schedule(std::uint64_t seed, bool traced)
    : m_world(seed, seed % 3 == 0 ? SchemaLevel::Plain : SchemaLevel::Full)
    , m_menu(draw(m_world.dice))
    , m_lease(std::chrono::seconds(1 + 3 * m_world.dice.below(4)))
    , m_end(Moment(m_lease) * (6 + m_world.dice.below(10)))
{
    m_world.traced = traced;
    makeNetwork();
    makeNodes();
    connectHints();
}

Schedule::Menu Schedule::draw(Dice &dice)
{
    const auto some = [&dice] { return dice.chance(0.4); };
    Menu menu{some(), some(), some(), some(), some(), some(), some(), some(), some(),
              some(), some(), some(), some(), some(), some(), some(), some()};
    // Whoever comes new, or was away, cannot know that the clock stepped.
    menu.forwardSteps
        = menu.forwardSteps && !menu.stops && !menu.crashes && !menu.cuts && !menu.outages && !menu.pauses;
    return menu;
}

void Schedule::makeNetwork()
{
    Dice &dice = m_world.dice;
    Network &network = m_world.network;
    if (dice.chance(0.7)) {
        network.slow = dice.between(0.0, 0.3);
        // Answers that are slow, but in time, are the ones to be believed too much.
        network.slowest = dice.span(network.usual, Moment(m_lease) / (dice.chance(0.5) ? 6 : 1));
    }
    if (dice.chance(0.7))
        network.lost = dice.between(0.0, 0.3);
    if (dice.chance(0.3))
        network.refused = dice.between(0.0, 0.2);
}

void Schedule::makeNodes()
{
    Dice &dice = m_world.dice;
    const int count = 2 + dice.below(4);
    const bool twins = dice.chance(0.1);
    for (int i = 0; i < count; ++i) {
        CandidateSettings settings;
        settings.instanceId = QStringLiteral("n%1").arg(twins ? 0 : i);
        settings.incarnation = QStringLiteral("i%1").arg(i);
        settings.lease = m_lease;
        settings.renewalInterval = m_lease * 3 / 10;
        settings.jitterRange = m_lease * 2 / 10;
        settings.attemptTimeout = m_lease / 6;
        settings.trust = {0.1, m_lease / 40};
        const double rate = dice.chance(0.5) ? dice.between(0.905, 1.095) : dice.chance(0.5) ? 0.905 : 1.095;
        const LocalClock clock{rate, std::chrono::hours(1) + dice.span(0s, 100s)};
        m_nodes.push_back(std::make_unique<SimulatedNode>(m_world, settings, clock));
        m_all.push_back(m_nodes.back().get());
        SimulatedNode *node = m_nodes.back().get();
        m_world.time.at(dice.span(0s, Moment(m_lease) / 4), [node] { node->start(); });
    }
}

void Schedule::connectHints()
{
    m_world.database.notify = [this](const Candidate::Hint &hint) {
        for (const auto &node : m_nodes) {
            if (m_world.network.down || m_world.dice.chance(m_world.network.lost))
                continue;
            m_world.time.in(m_world.dice.span(100us, 10ms), [receiver = node.get(), hint] { receiver->hint(hint); });
        }
    };
}

void Schedule::planDisturbances()
{
    m_world.time.in(m_world.dice.span(1ms, Moment(m_lease) / 3), [this] {
        if (m_world.time.now() >= m_end)
            return;
        disturb();
        planDisturbances();
    });
}

void Schedule::disturb()
{
    if (m_world.dice.chance(0.6)) {
        const auto which = static_cast<std::size_t>(m_world.dice.below(static_cast<int>(m_nodes.size())));
        // What happens to the leader matters most.
        const auto leader = std::find_if(m_nodes.cbegin(), m_nodes.cend(),
                                         [this](const auto &node) { return node->isLeading(m_world.time.now()); });
        disturbNode(leader != m_nodes.cend() && m_world.dice.chance(0.5) ? **leader : *m_nodes[which]);
    } else {
        disturbDatabase();
    }
}

void Schedule::disturbNode(SimulatedNode &node)
{
    Dice &dice = m_world.dice;
    const Moment now = m_world.time.now();
    const auto whileLater = [&] { return std::min(m_end, now + dice.span(1ms, 2 * Moment(m_lease))); };
    switch (dice.below(7)) {
    case 0:
        if (m_menu.pauses)
            node.pauseUntil(whileLater());
        break;
    case 1:
        if (m_menu.holds) {
            node.takeHold();
            m_world.time.at(whileLater(), [&node] { node.dropHolds(); });
        }
        break;
    case 2:
        if (m_menu.releases)
            node.release();
        break;
    case 3:
        if (m_menu.stops) {
            node.stop(dice.span(0s, Moment(m_lease) / 4));
            m_world.time.at(whileLater(), [&node] { node.start(); });
        }
        break;
    case 4:
        if (m_menu.crashes) {
            node.crash(QStringLiteral("c%1").arg(++m_crashes));
            m_world.time.at(whileLater(), [&node] { node.start(); });
        }
        break;
    case 5:
        if (m_menu.cuts)
            node.cutOffUntil(whileLater());
        break;
    default:
        if (m_menu.hints) {
            const auto kind = static_cast<Candidate::Hint::Kind>(dice.below(4));
            node.hint({kind, dice.chance(0.5) ? std::optional<std::int64_t>(dice.below(20)) : std::nullopt});
        }
        break;
    }
}

void Schedule::disturbDatabase()
{
    Dice &dice = m_world.dice;
    const Moment now = m_world.time.now();
    const auto forAWhile = [&](bool enabled, bool &flag, Moment longest) {
        if (!enabled)
            return;
        flag = true;
        m_world.time.at(std::min(m_end, now + dice.span(1ms, longest)), [&flag] { flag = false; });
    };
    const auto step = [&](std::chrono::microseconds by) {
        m_world.write(QStringLiteral("server"),
                      [&] { return QStringLiteral("clock steps by %1").arg(Texts::span(by)); });
        m_world.database.stepClock(by);
    };
    const auto micros = [](Moment span) { return std::chrono::floor<std::chrono::microseconds>(span); };
    switch (dice.below(8)) {
    case 0:
        if (m_menu.revokes && m_world.database.revoke()) {
            m_world.write(QStringLiteral("operator"), [&] { return QStringLiteral("revokes"); });
            ++m_revocations;
        }
        break;
    case 1:
        if (m_menu.evictions) {
            if (const auto holder = m_world.database.evict()) {
                m_world.write(QStringLiteral("operator"), [&] { return QStringLiteral("evicts ") + *holder; });
                m_world.invariants.excuse(*holder);
            }
        }
        break;
    case 2:
        forAWhile(m_menu.outages, m_world.network.down, 2 * Moment(m_lease));
        break;
    case 3:
        if (m_menu.smallSteps && now >= m_noStepBefore) { // up to delta, once within the life of a lease
            step(micros(dice.span(-Moment(m_lease) / 40, Moment(m_lease) / 40)));
            m_noStepBefore = now + Moment(m_lease) * 5 / 4;
        }
        break;
    case 4:
        if (m_menu.backwardSteps) {
            const Moment back = dice.span(1ms, Moment(m_lease) * (dice.chance(0.2) ? 30 : 2));
            step(-micros(back));
            m_backward += back;
            m_noForwardBefore = now + 3 * Moment(m_lease); // one may hide behind the other, and nobody sees either
        }
        break;
    case 5:
        if (m_menu.forwardSteps && now >= std::max(m_noStepBefore, m_noForwardBefore) && everybodyKnowsTheClock()) {
            step(micros(dice.span(2 * Moment(m_lease), 20 * Moment(m_lease))));
            m_noStepBefore = now + 3 * Moment(m_lease);
            // Bids are the first to meet the new time: only what they carry with them protects the leader.
            for (const auto &node : m_nodes) {
                if (dice.chance(0.5))
                    node->hint({Candidate::Hint::Free, std::nullopt});
            }
        }
        break;
    case 6:
        forAWhile(m_menu.gate, m_world.database.gateHeld, 3 * Moment(m_lease));
        forAWhile(m_menu.rowLocks, m_world.database.rowLocked, Moment(m_lease) / 2);
        break;
    default:
        forAWhile(m_menu.lockPauses, m_world.database.paused, 3 * Moment(m_lease));
        if (m_menu.orders)
            giveOrder();
        break;
    }
}

void Schedule::giveOrder()
{
    Dice &dice = m_world.dice;
    const Moment now = m_world.time.now();
    QString instance;
    if (dice.chance(0.5))
        instance = m_nodes[static_cast<std::size_t>(dice.below(static_cast<int>(m_nodes.size())))]
                       ->candidate()
                       .settings()
                       .instanceId;
    const Moment span = dice.span(1ms, 3 * Moment(m_lease));
    m_world.write(QStringLiteral("operator"), [&] {
        return instance.isEmpty() ? QStringLiteral("pauses") : QStringLiteral("reserves for ") + instance;
    });
    m_world.database.reserve(instance,
                             m_world.database.clock(now) + std::chrono::floor<std::chrono::microseconds>(span));
    if (instance.isEmpty() || dice.chance(0.3))
        m_world.time.at(std::min(m_end, now + span), [this] { m_world.database.resume(); });
}

void Schedule::calm()
{
    m_world.write(QStringLiteral("----"), [&] { return QStringLiteral("calm"); });
    m_world.network = Network{};
    m_world.worstPause = {};
    m_world.database.resume();
    for (const auto &node : m_nodes) {
        node->dropHolds();
        node->start();
    }
}

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
        return state == ElectorState::Connecting || state == ElectorState::Stopped;
    });
}

Moment Schedule::bound() const
{
    // A rest or a hold-off, then a lease that runs out, looks and retries in between; all by the slowest clock.
    const Moment usual = 4 * Moment(m_lease);
    const bool plain = m_world.database.level() == SchemaLevel::Plain;
    // After a backward step: until the row counts as stuck, or, if it was not far enough ahead for that, runs out. Both
    // may take the longest lease in use; the plain level reckons with ten of ours.
    return usual + std::min(m_backward, Moment(m_lease) * (plain ? 24 : 3));
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
    if (m_menu.pauses)
        m_world.worstPause = 2 * Moment(m_lease);
    planDisturbances();
    Result result;
    runUntil(m_end);
    calm();
    const Moment calmSince = m_world.time.now();
    const bool led = runUntil(calmSince + bound(), true);
    result.recovery = m_world.time.now() - calmSince;
    if (m_world.invariants.hold() && !led)
        result.violation = QStringLiteral("nobody leads %1 after the last disturbance").arg(Texts::span(bound()));
    // Whoever leads in quiet goes on leading; but one last lease may still be lost to what happened before.
    runUntil(m_world.time.now() + 4 * Moment(m_lease) + std::min(m_backward, Moment(m_lease) * 15));
    const int gains = m_world.invariants.gains();
    runUntil(m_world.time.now() + 3 * Moment(m_lease));
    if (m_world.invariants.hold() && result.violation.isEmpty()
        && (!somebodyLeads() || m_world.invariants.gains() != gains))
        result.violation = QStringLiteral("leadership does not last in quiet");
    if (!m_world.invariants.hold())
        result.violation = m_world.invariants.violation();
    result.trace = m_world.trace;
    result.gains = m_world.invariants.gains();
    result.requests = m_world.invariants.requests();
    result.duration = m_world.time.now();
    return result;
}

} // namespace Elector::Simulation
