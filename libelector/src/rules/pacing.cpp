// SPDX-License-Identifier: MIT
#include "rules/pacing_p.h"

#include <algorithm>

namespace Elector {

using namespace std::chrono_literals;

Pacing::Span Pacing::firstBackoff() const
{
    return std::max<Span>(1ms, Span(m_settings.lease) / 200);
}

Pacing::Span Pacing::jittered(Span base)
{
    const auto range = static_cast<double>(m_settings.jitterRange.count());
    return base + Span(static_cast<Span::rep>((2.0 * random() - 1.0) * range));
}

Pacing::Span Pacing::longInterval()
{
    const auto range = static_cast<double>(m_settings.jitterRange.count());
    return Span(m_settings.renewalInterval) + Span(static_cast<Span::rep>(random() * range));
}

/// Half of it is left to chance, so that nodes do not march in step.
Pacing::Span Pacing::backoff(int failures, Span cap)
{
    const int doublings = std::min(failures, 16);
    const Span full = std::min(cap, firstBackoff() * (1 << doublings));
    return full / 2 + Span(static_cast<Span::rep>(random() * static_cast<double>(full.count()) / 2.0));
}

Pacing::Span Pacing::spread()
{
    constexpr int few = 4;
    if (m_sessionsSeen <= few)
        return Span::zero();
    const Span width = std::min<Span>(45ms, (m_sessionsSeen - few) * Span(250us));
    return Span(static_cast<Span::rep>(random() * static_cast<double>(width.count())));
}

Pacing::Time Pacing::nextRenewal(Time sentAt, Time deadline)
{
    const Time wanted = sentAt + interval();
    const Time latest = deadline - m_settings.grace - 2 * m_settings.attemptTimeout - m_settings.holderBackoffCap();
    return std::max(std::min(wanted, latest), sentAt + firstBackoff());
}

} // namespace Elector
