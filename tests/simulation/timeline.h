// SPDX-License-Identifier: MIT
#pragma once

#include "rules/candidate_p.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <tuple>
#include <vector>

namespace Elector::Simulation {

/// True time since the beginning of a schedule. Nobody in the simulation can read it but the checker.
using Moment = std::chrono::nanoseconds;

/// A node's own clock: it runs at its own rate, from its own beginning.
struct LocalClock
{
    double rate = 1.0;
    std::chrono::nanoseconds origin = std::chrono::hours(1);

    Candidate::Time at(Moment moment) const
    {
        return Candidate::Time(origin + Moment(static_cast<Moment::rep>(static_cast<double>(moment.count()) * rate)));
    }
    /// The first moment at which at() has reached `time`.
    Moment when(Candidate::Time time) const
    {
        const auto since = time.time_since_epoch() - origin;
        return Moment(static_cast<Moment::rep>(static_cast<double>(since.count()) / rate)) + Moment(2);
    }
};

/// Every choice of a schedule comes from here: the same seed gives the same schedule.
class Dice
{
public:
    explicit Dice(std::uint64_t seed)
        : m_engine(seed * 0x9e3779b97f4a7c15U + 1)
    {
    }
    /// In [0, 1).
    double real() { return static_cast<double>(m_engine() >> 11U) * 0x1.0p-53; }
    bool chance(double probability) { return real() < probability; }
    int below(int limit) { return static_cast<int>(real() * limit); }
    Moment span(Moment from, Moment to)
    {
        return from + Moment(static_cast<Moment::rep>(real() * static_cast<double>((to - from).count())));
    }
    double between(double from, double to) { return from + real() * (to - from); }
    std::uint64_t seed() { return m_engine(); }

private:
    /// splitmix64: small, for each node has dice of its own.
    struct Engine
    {
        std::uint64_t state;
        std::uint64_t operator()()
        {
            std::uint64_t z = (state += 0x9e3779b97f4a7c15U);
            z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
            z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
            return z ^ (z >> 31U);
        }
    };
    Engine m_engine;
};

/// What happens when, in order; what happens at the same moment, in the order in which it was planned.
class Timeline
{
public:
    Moment now() const { return m_now; }

    void at(Moment moment, std::function<void()> what)
    {
        m_plan.push_back({std::max(moment, m_now), m_count++, std::move(what)});
        std::push_heap(m_plan.begin(), m_plan.end());
    }
    void in(Moment delay, std::function<void()> what) { at(m_now + delay, std::move(what)); }

    /// Does the next thing, if it is due before `end`.
    bool step(Moment end)
    {
        if (m_plan.empty() || m_plan.front().at >= end) {
            m_now = std::max(m_now, end);
            return false;
        }
        std::pop_heap(m_plan.begin(), m_plan.end());
        const Entry next = std::move(m_plan.back());
        m_plan.pop_back();
        m_now = next.at;
        next.what();
        return true;
    }

private:
    struct Entry
    {
        Moment at;
        std::uint64_t order;
        std::function<void()> what;
        friend bool operator<(const Entry &a, const Entry &b)
        {
            return std::tie(a.at, a.order) > std::tie(b.at, b.order);
        }
    };
    std::vector<Entry> m_plan; ///< a heap
    std::uint64_t m_count = 0;
    Moment m_now{};
};

} // namespace Elector::Simulation
