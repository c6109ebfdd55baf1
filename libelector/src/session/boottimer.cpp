// SPDX-License-Identifier: MIT
#include "session/boottimer_p.h"

#include <QtCore/QEvent>
#include <QtCore/QMetaObject>
#include <QtCore/QSocketNotifier>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <set>
#include <sys/timerfd.h>
#include <unistd.h>
#include <utility>

namespace Elector {

/// The timers of one thread that are set, and the descriptor that wakes it for the first of them. Lives as long as one
/// of them is set.
class BootTimerQueue : public std::enable_shared_from_this<BootTimerQueue>
{
public:
    static std::shared_ptr<BootTimerQueue> ofThisThread()
    {
        static thread_local std::weak_ptr<BootTimerQueue> existing;
        std::shared_ptr<BootTimerQueue> queue = existing.lock();
        if (!queue) {
            queue = std::make_shared<BootTimerQueue>();
            existing = queue;
        }
        return queue;
    }

    BootTimerQueue()
        : m_descriptor(timerfd_create(CLOCK_BOOTTIME, TFD_NONBLOCK | TFD_CLOEXEC))
    {
        if (m_descriptor < 0)
            qFatal("elector: timerfd_create(CLOCK_BOOTTIME) failed: %s", std::strerror(errno));
        m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
        QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] { onActivated(); });
    }

    ~BootTimerQueue()
    {
        m_notifier->setEnabled(false);
        if (m_activating) // its own signal has brought us here
            m_notifier.release()->deleteLater();
        m_notifier.reset();
        ::close(m_descriptor);
    }

    void insert(BootClock::time_point at, BootTimer *timer)
    {
        m_timers.emplace(at, timer);
        arm();
    }

    void remove(BootClock::time_point at, BootTimer *timer)
    {
        m_timers.erase({at, timer});
        arm();
    }

private:
    void arm()
    {
        const auto wanted = m_timers.empty() ? std::nullopt : std::optional(m_timers.begin()->first);
        if (wanted == m_armedAt)
            return;
        m_armedAt = wanted;
        itimerspec spec{};
        if (wanted) {
            // All zeros would disarm it, so a time in the past is one nanosecond after boot.
            const auto since = std::max(wanted->time_since_epoch(), std::chrono::nanoseconds(1));
            const auto seconds = std::chrono::floor<std::chrono::seconds>(since);
            spec.it_value.tv_sec = static_cast<time_t>(seconds.count());
            spec.it_value.tv_nsec = static_cast<long>((since - seconds).count());
        }
        timerfd_settime(m_descriptor, TFD_TIMER_ABSTIME, &spec, nullptr);
    }

    void onActivated()
    {
        const auto self = shared_from_this(); // the last timer may go
        m_activating = true;
        std::uint64_t expirations = 0;
        if (::read(m_descriptor, &expirations, sizeof expirations) == sizeof expirations)
            m_armedAt.reset(); // it is not armed any more
        // Other events of the thread want their turn, too: the rest comes with the next round.
        constexpr int most = 100;
        const auto now = BootClock::now();
        for (int i = 0; i < most && !m_timers.empty() && m_timers.begin()->first <= now; ++i) {
            BootTimer *timer = m_timers.begin()->second;
            m_timers.erase(m_timers.begin());
            arm(); // a slot may run an event loop of its own
            timer->fire();
        }
        arm();
        m_activating = self.use_count() == 1;
    }

    int m_descriptor;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::set<std::pair<BootClock::time_point, BootTimer *>> m_timers;
    std::optional<BootClock::time_point> m_armedAt;
    bool m_activating = false;
};

BootTimer::BootTimer(std::function<void()> fired, QObject *parent)
    : QObject(parent)
    , m_fired(std::move(fired))
{
}

BootTimer::~BootTimer()
{
    dequeue();
}

void BootTimer::setAt(std::optional<BootClock::time_point> at)
{
    if (m_at == at)
        return;
    dequeue();
    m_at = at;
    enqueue();
}

void BootTimer::enqueue()
{
    if (!m_at || m_queue)
        return;
    m_queue = BootTimerQueue::ofThisThread();
    m_queue->insert(*m_at, this);
}

void BootTimer::dequeue()
{
    if (const auto queue = std::exchange(m_queue, nullptr))
        queue->remove(*m_at, this);
}

void BootTimer::fire()
{
    const auto queue = std::exchange(m_queue, nullptr);
    m_at.reset();
    m_fired();
}

bool BootTimer::event(QEvent *event)
{
    if (event->type() == QEvent::ThreadChange && m_queue) { // this is still the old thread
        dequeue();
        QMetaObject::invokeMethod(this, "enqueue", Qt::QueuedConnection);
    }
    return QObject::event(event);
}

} // namespace Elector
