// SPDX-License-Identifier: MIT
#include "simulation/plan.h"

#include "texts.h"

#include <algorithm>
#include <array>

namespace Elector::Simulation {

using namespace std::chrono_literals;

namespace {

constexpr std::array<const char *, Fault::KindCount> Names
    = {"pause",        "suspend",   "hold",       "guarded work", "release",     "stop",          "crash",
       "cut off",      "hint",      "revoke",     "evict",        "outage",      "small step",    "step backward",
       "step forward", "gate held", "row locked", "bids undone",  "lock paused", "lock reserved", "failover"};

/// A different part of everything in each schedule ("swarm testing"), or each would be the same mixture.
std::vector<Fault::Kind> drawKinds(Dice &dice, SchemaLevel level)
{
    std::array<bool, Fault::KindCount> wanted{};
    for (bool &some : wanted)
        some = dice.chance(0.35);
    wanted[Fault::Failover] = dice.chance(0.15);
    // Whoever comes new, or was away, cannot know that the clock stepped: outside of the promise.
    if (wanted[Fault::ForwardStep] && dice.chance(0.5)) {
        for (const auto kind :
             {Fault::Stop, Fault::Crash, Fault::CutOff, Fault::Outage, Fault::Pause, Fault::Suspend, Fault::Failover})
            wanted[kind] = false;
    } else {
        wanted[Fault::ForwardStep] = false;
    }
    if (level == SchemaLevel::Plain)
        wanted[Fault::GuardedWork] = wanted[Fault::OrderPause] = wanted[Fault::OrderReserve] = false;
    std::vector<Fault::Kind> kinds;
    for (std::size_t kind = 0; kind < wanted.size(); ++kind) {
        if (wanted[kind])
            kinds.push_back(static_cast<Fault::Kind>(kind));
    }
    return kinds;
}

Moment drawSpan(Dice &dice, Fault::Kind kind, Moment lease, Moment shortestLease)
{
    switch (kind) {
    case Fault::Stop:
        return dice.span(0s, lease / 4);
    case Fault::SmallStep:
        return dice.span(-shortestLease / 40, shortestLease / 40); // the holder's delta, whoever that is
    case Fault::BackwardStep:
        return dice.span(1ms, lease * (dice.chance(0.2) ? 30 : 2));
    case Fault::ForwardStep:
        return dice.span(2 * lease, 20 * lease);
    case Fault::Gate:
    case Fault::Barricade:
    case Fault::OrderPause:
    case Fault::OrderReserve:
        return dice.span(1ms, 3 * lease);
    case Fault::RowLock:
    case Fault::Failover: // how much the standby lags behind
        return dice.span(0s, lease / 2);
    case Fault::GuardedWork:
        return dice.span(1ms, dice.chance(0.3) ? 2 * lease : lease / 3);
    default:
        return dice.span(1ms, 2 * lease);
    }
}

void drawFaults(Dice &dice, Plan &plan)
{
    const std::vector<Fault::Kind> kinds = drawKinds(dice, plan.level);
    if (kinds.empty())
        return;
    if (std::find(kinds.cbegin(), kinds.cend(), Fault::Pause) != kinds.cend())
        plan.worstPause = 2 * Moment(plan.longestLease());
    const Moment lease = plan.longestLease();
    const Moment longestGap = lease / (1 << dice.below(3));
    for (Moment at = dice.span(1ms, longestGap); at < plan.end; at += dice.span(1ms, longestGap)) {
        Fault fault{kinds[static_cast<std::size_t>(dice.below(static_cast<int>(kinds.size())))], at};
        // What happens to the leader matters most.
        fault.node = dice.chance(0.6) ? Fault::Leader : dice.below(static_cast<int>(plan.nodes.size()));
        fault.span = drawSpan(dice, fault.kind, lease, plan.shortestLease());
        fault.chance = dice.real();
        plan.faults.push_back(fault);
    }
}

void drawNetwork(Dice &dice, Plan &plan)
{
    Network &network = plan.network;
    const Moment lease = plan.longestLease();
    if (dice.chance(0.7)) {
        network.slow = dice.between(0.0, 0.3);
        // Answers that are slow, but in time, are the ones to be believed too much.
        network.slowest = dice.span(network.usual, lease / (dice.chance(0.5) ? 6 : 1));
    }
    if (dice.chance(0.7))
        network.lost = dice.between(0.0, 0.3);
    if (dice.chance(0.3))
        network.refused = dice.between(0.0, 0.2);
    if (dice.chance(0.3)) {
        network.repeated = dice.between(0.0, 0.2);
        network.latestRepetition = lease;
    }
}

int drawCount(Dice &dice)
{
    return dice.chance(0.02) ? 6 + dice.below(45) : 2 + dice.below(4);
}

double drawRate(Dice &dice)
{
    return dice.chance(0.5) ? dice.between(0.905, 1.095) : dice.chance(0.5) ? 0.905 : 1.095;
}

} // namespace

Plan Plan::draw(std::uint64_t seed)
{
    Dice dice(seed);
    Plan plan;
    plan.seed = seed;
    plan.level = seed % 3 == 0 ? SchemaLevel::Plain : SchemaLevel::Full;
    const std::chrono::milliseconds lease = std::chrono::seconds(1 + 3 * dice.below(4));
    const bool mixed = dice.chance(0.15);
    const bool twins = dice.chance(0.1);
    const int count = drawCount(dice);
    for (int i = 0; i < count; ++i) {
        const LocalClock clock{drawRate(dice), std::chrono::hours(1) + dice.span(0s, 100s)};
        plan.nodes.push_back({QStringLiteral("n%1").arg(twins ? 0 : i), mixed && dice.chance(0.5) ? 2 * lease : lease,
                              clock, dice.span(0s, Moment(lease) / 4), dice.seed()});
    }
    plan.end = Moment(lease) * (6 + dice.below(10));
    drawNetwork(dice, plan);
    drawFaults(dice, plan);
    return plan;
}

namespace {

bool isShorter(const NodePlan &a, const NodePlan &b)
{
    return a.lease < b.lease;
}

} // namespace

std::chrono::milliseconds Plan::longestLease() const
{
    return std::max_element(nodes.cbegin(), nodes.cend(), isShorter)->lease;
}

std::chrono::milliseconds Plan::shortestLease() const
{
    return std::min_element(nodes.cbegin(), nodes.cend(), isShorter)->lease;
}

QString Fault::text() const
{
    return QStringLiteral("%1 %2 %3, %4")
        .arg(Texts::span(at), QLatin1String(Names.at(kind)),
             node == Leader ? QStringLiteral("(leader)") : QStringLiteral("(node %1)").arg(node), Texts::span(span));
}

QStringList Plan::text() const
{
    QStringList lines;
    lines.append(QStringLiteral("# seed %1, %2 level, disturbed until %3")
                     .arg(seed)
                     .arg(QLatin1String(level == SchemaLevel::Full ? "full" : "plain"), Texts::span(end)));
    lines.append(QStringLiteral("# network: %1 % slow (up to %2), %3 % lost, %4 % refused, %5 % repeated")
                     .arg(100 * network.slow, 0, 'f', 0)
                     .arg(Texts::span(network.slowest))
                     .arg(100 * network.lost, 0, 'f', 0)
                     .arg(100 * network.refused, 0, 'f', 0)
                     .arg(100 * network.repeated, 0, 'f', 0));
    for (std::size_t i = 0; i < nodes.size(); ++i)
        lines.append(QStringLiteral("# node %1 is %2, lease %3, clock at %4 of the true rate")
                         .arg(i)
                         .arg(nodes[i].instanceId, Texts::span(nodes[i].lease))
                         .arg(nodes[i].clock.rate, 0, 'f', 3));
    for (const Fault &fault : faults)
        lines.append(QStringLiteral("# fault: ") + fault.text());
    return lines;
}

} // namespace Elector::Simulation
