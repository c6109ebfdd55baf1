// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <chrono>

namespace Elector {

/// Counts the turns of the event loop of the thread that makes it: a test shows with it that the loop kept running
/// while something else hung. Ticks come every 2 ms at most.
class EventLoopTicker
{
public:
    EventLoopTicker();

    /// Ticks since construction or reset().
    int ticks() const { return m_ticks; }
    /// The longest time between two ticks, the one going on included: how long the loop stood still at worst.
    std::chrono::milliseconds longestPause() const;
    void reset();

private:
    void tick();

    QTimer m_timer;
    QElapsedTimer m_sinceTick;
    std::chrono::milliseconds m_longestPause{0};
    int m_ticks = 0;
};

} // namespace Elector
