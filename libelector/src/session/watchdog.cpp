// SPDX-License-Identifier: MIT
#include "session/watchdog_p.h"

#include "logging_p.h"

#include <sys/socket.h>

namespace Elector {

Watchdog::Watchdog()
    : m_thread([this] { run(); })
{
}

Watchdog::~Watchdog()
{
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

void Watchdog::arm(int descriptor, BootClock::duration timeout)
{
    {
        const std::lock_guard lock(m_mutex);
        m_descriptor = descriptor;
        m_deadline = m_cutAll ? std::chrono::steady_clock::now() : std::chrono::steady_clock::now() + timeout;
        m_cut = false;
    }
    m_changed.notify_one();
}

bool Watchdog::disarm()
{
    const std::lock_guard lock(m_mutex);
    m_descriptor = -1;
    return m_cut;
}

void Watchdog::cutNow()
{
    {
        const std::lock_guard lock(m_mutex);
        m_cutAll = true;
        m_deadline = std::chrono::steady_clock::now();
    }
    m_changed.notify_one();
}

void Watchdog::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_quit) {
        if (m_descriptor < 0) {
            m_changed.wait(lock);
        } else if (std::chrono::steady_clock::now() >= m_deadline) {
            // Under the mutex, so that disarm() and with it the closing of the descriptor cannot come between.
            cut(m_descriptor);
        } else {
            m_changed.wait_until(lock, m_deadline);
        }
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
