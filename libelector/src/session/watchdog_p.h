// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/bootclock.h>

#include <chrono>
#include <mutex>
#include <optional>
#include <thread>

namespace Elector {

/// Ends hung calls: shuts a socket down when the call on it is over its time. A peer that acknowledges packets but
/// stays silent hangs a blocking call for ever; nothing but this frees it.
///
/// One thread of its own, which sleeps on a timer of the kernel: to arm and to disarm, as is done for each statement,
/// wakes nobody. armed/disarmed by the thread that makes the calls; cutNow() from any thread.
class Watchdog
{
public:
    Watchdog();
    ~Watchdog();
    Watchdog(const Watchdog &) = delete;
    Watchdog &operator=(const Watchdog &) = delete;

    /// `descriptor` must be a duplicate that stays open until disarm(): the number of the original may be re-used.
    void arm(int descriptor, BootClock::duration timeout);
    /// Returns true if the call was cut.
    bool disarm();
    /// Cuts the call under way, if there is one, and every later one at once.
    void cutNow();

private:
    void run();
    void cut(int descriptor);
    void wakeAt(std::optional<std::chrono::steady_clock::time_point> time);

    std::mutex m_mutex;
    const int m_timer;
    int m_descriptor = -1;
    std::chrono::steady_clock::time_point m_deadline;
    bool m_cut = false;
    bool m_cutAll = false;
    bool m_quit = false;
    std::thread m_thread;
};

} // namespace Elector
