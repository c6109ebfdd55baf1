// SPDX-License-Identifier: MIT
#include "session/boottimer_p.h"

#include <QtCore/QSocketNotifier>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <sys/timerfd.h>
#include <unistd.h>

namespace Elector {

BootTimer::BootTimer(std::function<void()> fired, QObject *parent)
    : QObject(parent)
    , m_fired(std::move(fired))
    , m_descriptor(timerfd_create(CLOCK_BOOTTIME, TFD_NONBLOCK | TFD_CLOEXEC))
{
    if (m_descriptor < 0)
        qFatal("elector: timerfd_create(CLOCK_BOOTTIME) failed: %s", std::strerror(errno));
    auto *notifier = new QSocketNotifier(m_descriptor, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, &BootTimer::onActivated);
}

BootTimer::~BootTimer()
{
    delete findChild<QSocketNotifier *>();
    ::close(m_descriptor);
}

void BootTimer::setAt(std::optional<BootClock::time_point> at)
{
    if (m_at == at)
        return;
    m_at = at;
    itimerspec spec{};
    if (at) {
        // All zeros would disarm it, so a time in the past is one nanosecond after boot.
        const auto since = std::max(at->time_since_epoch(), std::chrono::nanoseconds(1));
        const auto seconds = std::chrono::floor<std::chrono::seconds>(since);
        spec.it_value.tv_sec = static_cast<time_t>(seconds.count());
        spec.it_value.tv_nsec = static_cast<long>((since - seconds).count());
    }
    timerfd_settime(m_descriptor, TFD_TIMER_ABSTIME, &spec, nullptr);
}

void BootTimer::onActivated()
{
    std::uint64_t expirations = 0;
    if (::read(m_descriptor, &expirations, sizeof expirations) != sizeof expirations)
        return; // set anew meanwhile
    m_at.reset();
    m_fired();
}

} // namespace Elector
