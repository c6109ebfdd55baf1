// SPDX-License-Identifier: MIT
#pragma once

#include "rules/leaseoperations_p.h"

#include <Elector/enums.h>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

namespace Elector {

/// One tenure and until when it may be trusted.
struct TenureTrust
{
    explicit TenureTrust(TenureKey tenureKey)
        : key(std::move(tenureKey))
    {
    }
    const TenureKey key;
    std::atomic<BootClock::rep> until{0}; ///< BootClock nanoseconds
};

/// What an elector believes, for all threads to ask: one atomic deadline, and the tenure and its holds behind a mutex.
class Leadership
{
public:
    using Time = BootClock::time_point;

    /// `holdsChanged` is called from whatever thread takes or drops a hold; it must not block.
    explicit Leadership(std::function<void()> holdsChanged)
        : m_holdsChanged(std::move(holdsChanged))
    {
    }

    /// Computed from the time at every call. Lock-free.
    bool isLeader(Time now) const noexcept
    {
        return now.time_since_epoch().count() < m_deadline.load(std::memory_order_acquire);
    }
    Time deadline() const noexcept { return Time(BootClock::duration(m_deadline.load(std::memory_order_acquire))); }

    /// While it lives nobody takes or drops a hold: what the rules decide and what is believed change as one.
    [[nodiscard]] std::unique_lock<std::mutex> freeze() { return std::unique_lock(m_mutex); }

    // The next four: only while frozen, by the elector's thread.
    void gain(const TenureKey &key, Time deadline)
    {
        m_trust = std::make_shared<TenureTrust>(key);
        m_leading = true;
        extend(deadline);
    }
    void extend(Time deadline)
    {
        const auto until = deadline.time_since_epoch().count();
        if (m_trust)
            m_trust->until.store(until, std::memory_order_release);
        if (m_leading)
            m_deadline.store(until, std::memory_order_release);
    }
    /// No longer leading. Holds of the tenure stay valid until its deadline, while the work drains; but not if the row
    /// ran out, or is somebody else's, already.
    void lose(LossReason reason)
    {
        if (m_trust && (reason == LossReason::Superseded || reason == LossReason::Expired))
            m_trust->until.store(0, std::memory_order_release);
        m_deadline.store(0, std::memory_order_release);
        m_leading = false;
    }
    int holds() const { return m_holds; }

    /// Empty unless leading at this moment.
    TenureKey key(Time now) const
    {
        const std::lock_guard lock(m_mutex);
        return m_leading && isLeader(now) ? m_trust->key : TenureKey{};
    }

    /// Null unless leading at this moment.
    std::shared_ptr<TenureTrust> takeHold(Time now)
    {
        std::shared_ptr<TenureTrust> trust;
        {
            const std::lock_guard lock(m_mutex);
            if (!m_leading || !isLeader(now))
                return nullptr;
            ++m_holds;
            trust = m_trust;
        }
        m_holdsChanged();
        return trust;
    }
    void dropHold()
    {
        {
            const std::lock_guard lock(m_mutex);
            --m_holds;
        }
        m_holdsChanged();
    }

private:
    mutable std::mutex m_mutex;
    std::atomic<BootClock::rep> m_deadline{0};
    std::shared_ptr<TenureTrust> m_trust;
    bool m_leading = false;
    int m_holds = 0;
    std::function<void()> m_holdsChanged;
};

} // namespace Elector
