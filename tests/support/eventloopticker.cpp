// SPDX-License-Identifier: MIT
#include "eventloopticker.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace Elector {

EventLoopTicker::EventLoopTicker()
{
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tick(); });
    m_timer.start(2ms);
    m_sinceTick.start();
}

std::chrono::milliseconds EventLoopTicker::longestPause() const
{
    return std::max(m_longestPause, std::chrono::milliseconds(m_sinceTick.elapsed()));
}

void EventLoopTicker::reset()
{
    m_ticks = 0;
    m_longestPause = 0ms;
    m_sinceTick.restart();
}

void EventLoopTicker::tick()
{
    ++m_ticks;
    m_longestPause = std::max(m_longestPause, std::chrono::milliseconds(m_sinceTick.restart()));
}

} // namespace Elector
