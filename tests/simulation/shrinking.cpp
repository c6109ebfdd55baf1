// SPDX-License-Identifier: MIT
#include "simulation/shrinking.h"

#include "simulation/schedule.h"

#include <algorithm>

namespace Elector::Simulation {

namespace {

class Shrinker
{
public:
    Shrinker(Plan plan, const std::function<bool(const Plan &)> &fails, int tries)
        : m_plan(std::move(plan))
        , m_fails(fails)
        , m_tries(tries)
    {
    }

    Plan shrink()
    {
        do {
            m_progress = false;
            removeFrom(&Plan::faults);
            removeFrom(&Plan::nodes);
            calmNetwork();
            alignClocks();
        } while (m_progress && m_tries > 0);
        return m_plan;
    }

private:
    bool accept(const Plan &plan)
    {
        if (m_tries-- <= 0 || !m_fails(plan))
            return false;
        m_plan = plan;
        return m_progress = true;
    }

    /// Leaves out halves, then quarters, and in the end one by one ("delta debugging").
    template <typename T> void removeFrom(std::vector<T> Plan::*what)
    {
        constexpr std::size_t leastNodes = 2;
        const std::size_t least = std::is_same_v<T, NodePlan> ? leastNodes : 0;
        for (std::size_t chunk = std::max<std::size_t>((m_plan.*what).size() / 2, 1); chunk > 0; chunk /= 2) {
            for (std::size_t from = (m_plan.*what).size(); from > 0;) {
                from = from > chunk ? from - chunk : 0;
                Plan smaller = m_plan;
                auto &list = smaller.*what;
                if (from >= list.size() || list.size() <= least)
                    continue;
                const auto begin = list.begin() + static_cast<std::ptrdiff_t>(from);
                list.erase(begin, begin + static_cast<std::ptrdiff_t>(std::min(chunk, list.size() - from)));
                if (list.size() >= least)
                    accept(smaller);
            }
        }
    }

    void calmNetwork()
    {
        for (const auto part : {&Network::slow, &Network::lost, &Network::refused, &Network::repeated})
            change([part](Plan &plan) { plan.network.*part = 0.0; }, m_plan.network.*part > 0.0);
        change([](Plan &plan) { plan.worstPause = {}; }, m_plan.worstPause > Moment(0));
    }

    void alignClocks()
    {
        for (std::size_t i = 0; i < m_plan.nodes.size(); ++i)
            change([i](Plan &plan) { plan.nodes[i].clock.rate = 1.0; }, m_plan.nodes[i].clock.rate != 1.0);
    }

    template <typename Change> void change(Change how, bool worthwhile)
    {
        if (!worthwhile)
            return;
        Plan simpler = m_plan;
        how(simpler);
        accept(simpler);
    }

    Plan m_plan;
    const std::function<bool(const Plan &)> &m_fails;
    int m_tries;
    bool m_progress = false;
};

} // namespace

Plan shrink(Plan plan, const std::function<bool(const Plan &)> &fails, int tries)
{
    return Shrinker(std::move(plan), fails, tries).shrink();
}

QStringList explainFailure(std::uint64_t seed)
{
    const Plan original = Plan::draw(seed);
    const Schedule::Result asDrawn = Schedule::run(original);
    if (asDrawn.violation.isEmpty())
        return {QStringLiteral("Schedule %1 holds.").arg(seed)};
    const Plan small = shrink(original, [](const Plan &plan) { return !Schedule::run(plan).violation.isEmpty(); });
    const Schedule::Result result = Schedule::run(small, true);
    QStringList lines{QStringLiteral("Schedule %1: %2.").arg(seed).arg(asDrawn.violation),
                      QStringLiteral("Shrunk from %1 faults and %2 nodes to %3 and %4: %5.")
                          .arg(original.faults.size())
                          .arg(original.nodes.size())
                          .arg(small.faults.size())
                          .arg(small.nodes.size())
                          .arg(result.violation)};
    return lines + small.text() + result.trace;
}

} // namespace Elector::Simulation
