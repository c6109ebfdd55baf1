// SPDX-License-Identifier: MIT
#include "loadsimulation.h"

#include <algorithm>
#include <map>
#include <memory>

namespace Elector {

using namespace std::chrono_literals;
using namespace Simulation;

namespace {

constexpr Moment starting = 60s;
constexpr Moment settling = 30s; ///< after a transition; the statements of that time that are not idle ones are its
constexpr Moment watching = 120s;
constexpr Moment outageLength = 30s;

Network ways()
{
    Network network;
    network.slowestNotice = network.usual;
    return network;
}

double milliseconds(Moment span)
{
    return std::chrono::duration<double, std::milli>(span).count();
}

void add(LoadSimulation::Statements *to, const LoadSimulation::Statements &what, double weight)
{
    to->looks += what.looks * weight;
    to->bids += what.bids * weight;
    to->renewals += what.renewals * weight;
    to->releases += what.releases * weight;
}

} // namespace

/// One lock with all its candidates.
class LoadSimulation::Lock
{
public:
    Lock(int candidates, std::uint64_t seed)
        : m_world(SchemaLevel::Full, false, ways())
        , m_dice(seed)
    {
        m_world.sent = [this](const Request &request) { count(request); };
        m_world.database.notify = [this](const Candidate::Hint &hint) {
            for (const auto &node : m_nodes)
                node->notify(hint);
        };
        m_world.database.captured = [this](const QString &, std::int64_t) { m_capturedAt = m_world.time.now(); };
        for (int i = 0; i < candidates; ++i) {
            const NodePlan plan{QStringLiteral("n%1").arg(i),
                                10s,
                                {m_dice.between(0.9999, 1.0001), 1h + m_dice.span(0s, 100s)},
                                m_dice.span(0s, starting),
                                m_dice.seed()};
            m_nodes.push_back(std::make_unique<SimulatedNode>(m_world, plan, i, candidates));
            m_world.time.at(plan.startAt, [node = m_nodes.back().get()] { node->start(); });
        }
        pass(starting + settling);
    }

    /// All statements of `span`.
    Statements pass(Moment span)
    {
        m_sent = {};
        const Moment end = m_world.time.now() + span;
        while (m_world.time.step(end)) { }
        return m_sent;
    }

    /// Milliseconds from now until somebody leads.
    double untilLed(Moment limit)
    {
        const Moment start = m_world.time.now();
        while (!leader() && m_world.time.step(start + limit)) { }
        return milliseconds(m_world.time.now() - start);
    }

    Statements release(std::vector<double> *times)
    {
        SimulatedNode *old = leader();
        if (!old)
            return {};
        m_sent = {};
        const Moment start = m_world.time.now();
        old->release();
        while (leader() == old && m_world.time.step(start + settling)) { }
        untilLed(settling);
        times->push_back(milliseconds(m_world.time.now() - start));
        return rest(start);
    }

    Statements crash(std::vector<double> *times)
    {
        SimulatedNode *old = leader();
        if (!old)
            return {};
        m_sent = {};
        const Moment start = m_world.time.now();
        old->crash();
        while (m_world.database.isHeld(m_world.time.now()) && m_world.time.step(start + settling)) { }
        times->push_back(untilLed(settling));
        old->start();
        return rest(start);
    }

    /// The worst second after the outage.
    double outage(std::vector<double> *times)
    {
        m_world.down = true;
        for (const auto &node : m_nodes)
            node->breakConnection();
        pass(outageLength);
        m_world.down = false;
        const Moment start = m_world.time.now();
        double worst = 0;
        for (int second = 0; second < 30; ++second)
            worst = std::max(worst, pass(1s).all());
        if (m_capturedAt > start)
            times->push_back(milliseconds(m_capturedAt - start));
        return worst;
    }

private:
    SimulatedNode *leader()
    {
        const Moment now = m_world.time.now();
        const auto found
            = std::find_if(m_nodes.cbegin(), m_nodes.cend(), [now](const auto &node) { return node->isLeading(now); });
        return found == m_nodes.cend() ? nullptr : found->get();
    }
    /// What was sent since `start` and is sent until it is quiet again.
    Statements rest(Moment start)
    {
        const Statements before = m_sent;
        Statements all = pass(start + settling - m_world.time.now());
        add(&all, before, 1);
        return all;
    }
    void count(const Request &request)
    {
        struct Visitor
        {
            Statements &sent;
            void operator()(const ReadRequest &) const { ++sent.looks; }
            void operator()(const CaptureRequest &) const { ++sent.bids; }
            void operator()(const RenewRequest &) const { ++sent.renewals; }
            void operator()(const ReleaseRequest &) const { ++sent.releases; }
            void operator()(const CleanUpRequest &) const { }
        };
        std::visit(Visitor{m_sent}, request.what);
    }

    World m_world;
    Dice m_dice;
    std::vector<std::unique_ptr<SimulatedNode>> m_nodes;
    Statements m_sent;
    Moment m_capturedAt{};
};

LoadSimulation::Result LoadSimulation::run(int candidates, int locks, int transitions)
{
    Result result;
    for (int i = 1; i <= locks; ++i) {
        Lock lock(candidates, std::uint64_t(i));
        const Statements idle = lock.pass(watching);
        const double seconds = std::chrono::duration<double>(watching).count();
        add(&result.idle, idle, 1 / seconds / locks);
        const double idleShare = std::chrono::duration<double>(settling).count() / seconds;
        for (int turn = 0; turn < transitions; ++turn) {
            const double weight = 1.0 / locks / transitions;
            add(&result.release, lock.release(&result.handOvers), weight);
            add(&result.release, idle, -idleShare * weight);
            add(&result.crash, lock.crash(&result.takeOvers), weight);
            add(&result.crash, idle, -idleShare * weight);
        }
        result.outage += lock.outage(&result.recoveries) / locks;
    }
    return result;
}

} // namespace Elector
