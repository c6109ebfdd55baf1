// SPDX-License-Identifier: MIT
#include "session/boottimer_p.h"

#include <QtCore/QSocketNotifier>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <sys/timerfd.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace Elector {

/// The timers of one thread that are set, and the descriptor that wakes it for the first of them. Lives as long as one
/// of the timers that were set in it last.
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

    void insert(BootTimer *timer)
    {
        m_timers.push_back({*timer->m_at, timer});
        rise(m_timers.size() - 1);
        arm();
    }

    void remove(BootTimer *timer)
    {
        takeOut(timer->m_place);
        arm();
    }

private:
    struct Entry
    {
        BootClock::time_point at;
        BootTimer *timer;
    };

    void put(std::size_t place, const Entry &entry)
    {
        m_timers[place] = entry;
        entry.timer->m_place = place;
    }

    // A heap: no timer is before the one at (place - 1) / 2.
    void rise(std::size_t place)
    {
        const Entry entry = m_timers[place];
        while (place > 0 && entry.at < m_timers[(place - 1) / 2].at) {
            put(place, m_timers[(place - 1) / 2]);
            place = (place - 1) / 2;
        }
        put(place, entry);
    }

    void sink(std::size_t place)
    {
        const Entry entry = m_timers[place];
        for (std::size_t child = 2 * place + 1; child < m_timers.size(); child = 2 * place + 1) {
            if (child + 1 < m_timers.size() && m_timers[child + 1].at < m_timers[child].at)
                ++child;
            if (entry.at <= m_timers[child].at)
                break;
            put(place, m_timers[child]);
            place = child;
        }
        put(place, entry);
    }

    void takeOut(std::size_t place)
    {
        const Entry last = m_timers.back();
        m_timers.pop_back();
        if (place == m_timers.size())
            return;
        put(place, last);
        rise(place);
        sink(last.timer->m_place);
    }

    MaybeTime first() const { return m_timers.empty() ? MaybeTime() : MaybeTime(m_timers.front().at); }

    void arm()
    {
        if (m_busy) // it is ready to be read, and set when what is due is done
            return;
        const MaybeTime wanted = first();
        if (wanted != m_armedAt)
            arm(wanted);
    }

    void arm(MaybeTime wanted)
    {
        m_armedAt = wanted;
        itimerspec spec{};
        if (wanted) {
            // All zeros would disarm it, so a time in the past is one nanosecond after boot.
            const auto since = std::max((*wanted).time_since_epoch(), std::chrono::nanoseconds(1));
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
        // Until it is set anew the descriptor stays ready, which is what an event loop that a slot runs needs to know:
        // it comes here by itself. So it need not be set for each timer, which is most of what a timer costs.
        m_busy = true;
        // Other events of the thread want their turn, too: the rest comes with the next round.
        constexpr int most = 100;
        const auto now = BootClock::now();
        for (int i = 0; i < most && !m_timers.empty() && m_timers.front().at <= now; ++i) {
            BootTimer *timer = m_timers.front().timer;
            takeOut(0);
            timer->m_at.reset();
            timer->timeout();
        }
        m_busy = false;
        arm(first()); // even if to the same moment: that takes its readiness away
        m_activating = self.use_count() == 1;
    }

    int m_descriptor;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::vector<Entry> m_timers;
    MaybeTime m_armedAt;
    bool m_activating = false;
    bool m_busy = false;
};

BootTimer::~BootTimer()
{
    leaveThread();
}

void BootTimer::leaveThread()
{
    setAt({});
    m_queue.reset();
}

void BootTimer::setAt(MaybeTime at)
{
    if (m_at == at)
        return;
    if (m_at)
        m_queue->remove(this);
    m_at = at;
    if (!at)
        return;
    // Kept even while it is not set, for it will be again: to make a queue costs a descriptor and wake-ups.
    if (!m_queue)
        m_queue = BootTimerQueue::ofThisThread();
    m_queue->insert(this);
}

} // namespace Elector
