// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <ctime>

namespace Elector {

/// The clock of every deadline: nanoseconds since boot, counted *also while the machine is suspended*
/// (`CLOCK_BOOTTIME`). `std::chrono::steady_clock`, QElapsedTimer and QTimer all stop during suspend, so a
/// node that measured its lease with them would wake up believing in a lease that ran out long ago.
///
/// Meets the requirements of a *TrivialClock*. Any thread; never fails; no allocation, no lock.
struct BootClock
{
    /// Nanoseconds.
    using duration = std::chrono::nanoseconds;
    /// As a clock has it.
    using rep = duration::rep;
    /// As a clock has it.
    using period = duration::period;
    /// A moment since boot; the epoch stands for none.
    using time_point = std::chrono::time_point<BootClock>;
    /// It never goes back.
    static constexpr bool is_steady = true;

    /// The present moment.
    static time_point now() noexcept
    {
        timespec ts{};
        clock_gettime(CLOCK_BOOTTIME, &ts);
        return time_point(std::chrono::seconds(ts.tv_sec) + std::chrono::nanoseconds(ts.tv_nsec));
    }
};

} // namespace Elector
