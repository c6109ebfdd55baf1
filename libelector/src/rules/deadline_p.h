// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/bootclock.h>

#include <algorithm>
#include <chrono>

namespace Elector {

/// How much of a lease a holder may trust, and until when: the arithmetic of the holder's own deadline.
struct TrustRule
{
    double epsilon = 0.1; ///< by how much the rates of two clocks may differ
    std::chrono::nanoseconds delta{}; ///< safety margin

    /// The trusted part of a lease: lease·(1−ε) − δ, never negative.
    std::chrono::nanoseconds trusted(std::chrono::nanoseconds lease) const
    {
        const auto scaled
            = std::chrono::duration<double, std::nano>(static_cast<double>(lease.count()) * (1.0 - epsilon));
        return std::max(std::chrono::nanoseconds::zero(),
                        std::chrono::duration_cast<std::chrono::nanoseconds>(scaled) - delta);
    }

    /// The deadline of a lease whose statement was sent at `sentAt`. It is anchored to the sending, because the row
    /// may have been written at any moment after it: a slow answer never extends trust.
    BootClock::time_point deadline(BootClock::time_point sentAt, std::chrono::nanoseconds lease) const
    {
        return sentAt + trusted(lease);
    }

    /// A time span as the fastest clock in the promise may count it: span·(1+ε) + δ.
    std::chrono::nanoseconds stretched(std::chrono::nanoseconds span) const { return span + drift(span) + delta; }

    /// How far two clocks may drift apart in `span`.
    std::chrono::nanoseconds drift(std::chrono::nanoseconds span) const
    {
        const auto scaled = std::chrono::duration<double, std::nano>(static_cast<double>(span.count()) * epsilon);
        return std::chrono::duration_cast<std::chrono::nanoseconds>(scaled);
    }

    friend bool operator==(const TrustRule &, const TrustRule &) = default;
};

} // namespace Elector
