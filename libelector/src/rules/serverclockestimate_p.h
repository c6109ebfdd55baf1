// SPDX-License-Identifier: MIT
#pragma once

#include "rules/deadline_p.h"
#include "rules/leaseoperations_p.h"

#include <optional>

namespace Elector {

/// What this node knows of the database's clock, as an interval that each answer narrows; notices when it steps.
class ServerClockEstimate
{
public:
    /// `rule` must outlive it.
    explicit ServerClockEstimate(const TrustRule &rule)
        : m_rule(rule)
    {
    }

    enum class Step { None, Forward, Backward };

    /// An answer that was asked for at `sent`, arrived at `received` and carries the server's time. After a step the
    /// estimate starts anew from this answer.
    Step observe(BootClock::time_point sent, BootClock::time_point received, ServerTime server);

    /// The latest time that the server's clock may show at `at` if it goes as it went, plus δ: what a bid carries,
    /// so that a forward step of the server's clock cannot free a live lease. Empty before the first answer.
    std::optional<ServerTime> latest(BootClock::time_point at) const;

private:
    // Server time minus boot time, in nanoseconds: it lay between these two bounds at m_at.
    using Offset = std::chrono::nanoseconds;
    const TrustRule &m_rule;
    Offset m_lower{};
    Offset m_upper{};
    BootClock::time_point m_at;
    bool m_known = false;
};

} // namespace Elector
