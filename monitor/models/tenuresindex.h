// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <utility>
#include <vector>

namespace Elector {

/// A moment by the server's clock, to the millisecond.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// Finds the spans that touch a range of time by binary search. Spans are added in the order in which they happened,
/// which is the order of their times too, unless the clock was set back: then more may be found than touch it, never
/// less. Only the last span may be without end.
class SpanIndex
{
public:
    void push(Instant from)
    {
        for (auto it = m_earliestFrom.rbegin(); it != m_earliestFrom.rend() && *it > from; ++it)
            *it = from;
        m_earliestFrom.push_back(from);
        m_latestTo.push_back(Instant::max());
    }
    /// Ends the last one.
    void close(Instant to)
    {
        const size_t size = m_latestTo.size();
        m_latestTo.back() = size > 1 ? std::max(m_latestTo[size - 2], to) : to;
    }
    void pop()
    {
        m_earliestFrom.pop_back();
        m_latestTo.pop_back();
    }
    void clear()
    {
        m_earliestFrom.clear();
        m_latestTo.clear();
    }
    /// First, and one past the last.
    std::pair<size_t, size_t> between(Instant from, Instant to) const
    {
        const auto first = std::lower_bound(m_latestTo.begin(), m_latestTo.end(), from) - m_latestTo.begin();
        const auto end = std::upper_bound(m_earliestFrom.begin(), m_earliestFrom.end(), to) - m_earliestFrom.begin();
        return {size_t(first), size_t(std::max(first, end))};
    }

private:
    std::vector<Instant> m_earliestFrom; ///< of the span and all that follow it
    std::vector<Instant> m_latestTo; ///< of the span and all before it
};

} // namespace Elector
