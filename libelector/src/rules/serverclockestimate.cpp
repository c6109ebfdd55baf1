// SPDX-License-Identifier: MIT
#include "rules/serverclockestimate_p.h"

#include <algorithm>

namespace Elector {

namespace {

std::chrono::nanoseconds offset(ServerTime server, BootClock::time_point local)
{
    return std::chrono::nanoseconds(server.time_since_epoch()) - local.time_since_epoch();
}

} // namespace

ServerClockEstimate::Step ServerClockEstimate::observe(BootClock::time_point sent, BootClock::time_point received,
                                                       ServerTime server)
{
    // An answer that served several may be older than one of our own: it cannot tell of steps since.
    if (m_known && received < m_at)
        return Step::None;
    // The server read its clock at some moment between `sent` and `received`.
    const Offset lower = offset(server, received);
    const Offset upper = offset(server, sent);
    Step step = Step::None;
    if (m_known) {
        const auto drift = m_rule.drift(std::max(Offset::zero(), received - m_at));
        if (lower > m_upper + drift + m_rule.delta)
            step = Step::Forward;
        else if (upper < m_lower - drift - m_rule.delta)
            step = Step::Backward;
        if (step == Step::None) {
            m_lower = std::max(m_lower - drift, lower);
            m_upper = std::min(m_upper + drift, upper);
            // Small steps below the threshold may turn the interval inside out: the newest answer is right.
            if (m_lower > m_upper) {
                m_lower = lower;
                m_upper = upper;
            }
        }
    }
    if (!m_known || step != Step::None) {
        m_lower = lower;
        m_upper = upper;
        m_known = true;
    }
    m_at = received;
    return step;
}

std::optional<ServerTime> ServerClockEstimate::latest(BootClock::time_point at) const
{
    if (!m_known)
        return std::nullopt;
    return ServerTime(std::chrono::ceil<std::chrono::microseconds>(at.time_since_epoch() + m_upper + m_rule.delta));
}

} // namespace Elector
