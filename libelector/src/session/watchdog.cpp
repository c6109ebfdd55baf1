// SPDX-License-Identifier: MIT
#include "session/watchdog_p.h"

#include "logging_p.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

namespace Elector {

using std::chrono::steady_clock;

Watchdog::Watchdog()
    : m_timer(timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC))
{
    if (m_timer < 0)
        qFatal("elector: timerfd_create(CLOCK_MONOTONIC) failed: %s", std::strerror(errno));
    m_thread = std::thread([this] { run(); });
}

Watchdog::~Watchdog()
{
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
        wakeAt(steady_clock::time_point());
    }
    m_thread.join();
    ::close(m_timer);
}

void Watchdog::arm(int descriptor, BootClock::duration timeout)
{
    const std::lock_guard lock(m_mutex);
    m_descriptor = descriptor;
    m_deadline = m_cutAll ? steady_clock::time_point() : steady_clock::now() + timeout;
    m_cut = false;
    wakeAt(m_deadline);
}

bool Watchdog::disarm()
{
    const std::lock_guard lock(m_mutex);
    m_descriptor = -1;
    if (!m_quit)
        wakeAt(std::nullopt);
    return m_cut;
}

void Watchdog::cutNow()
{
    const std::lock_guard lock(m_mutex);
    m_cutAll = true;
    m_deadline = {};
    wakeAt(m_deadline);
}

/// Under the mutex, so that the timer always shows what was decided last.
void Watchdog::wakeAt(std::optional<steady_clock::time_point> time)
{
    itimerspec spec{};
    if (time) {
        using namespace std::chrono;
        const auto at = std::max<nanoseconds>(time->time_since_epoch(), 1ns); // 0 would be never
        spec.it_value.tv_sec = duration_cast<seconds>(at).count();
        spec.it_value.tv_nsec = (at % 1s).count();
    }
    timerfd_settime(m_timer, TFD_TIMER_ABSTIME, &spec, nullptr);
}

void Watchdog::run()
{
    for (;;) {
        std::uint64_t expirations = 0;
        while (::read(m_timer, &expirations, sizeof expirations) < 0 && errno == EINTR) { }
        const std::lock_guard lock(m_mutex);
        if (m_quit)
            return;
        // Under the mutex, so that disarm() and with it the closing of the descriptor cannot come between.
        if (m_descriptor >= 0 && steady_clock::now() >= m_deadline)
            cut(m_descriptor);
    }
}

void Watchdog::cut(int descriptor)
{
    ::shutdown(descriptor, SHUT_RDWR);
    m_descriptor = -1;
    m_cut = true;
    qCWarning(lcSession) << "A call to the database was over its time and has been cut.";
}

} // namespace Elector
