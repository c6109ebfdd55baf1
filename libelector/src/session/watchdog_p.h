// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/bootclock.h>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace Elector {

/// Ends hung calls: shuts a socket down when the call on it is over its time. A peer that acknowledges packets but
/// stays silent hangs a blocking call for ever; nothing but this frees it.
///
/// One thread of its own. armed/disarmed by the thread that makes the calls; cutNow() from any thread.
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

    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_descriptor = -1;
    std::chrono::steady_clock::time_point m_deadline;
    bool m_cut = false;
    bool m_cutAll = false;
    bool m_quit = false;
    std::thread m_thread;
};

} // namespace Elector
