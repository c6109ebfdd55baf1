// SPDX-License-Identifier: MIT
#pragma once

#include "rules/rarely_p.h"

#include <Elector/bootclock.h>

#include <cstddef>
#include <memory>
#include <optional>

namespace Elector {

class BootTimerQueue;

/// A single-shot timer on BootClock: unlike QTimer it goes on counting while the machine is suspended, and fires at
/// once when it resumes. Belongs to the thread in which it is set, which needs an event loop. All timers of a thread
/// share one descriptor, and each takes little memory: a process may have very many electors.
class BootTimer
{
public:
    BootTimer() = default;
    BootTimer(const BootTimer &) = delete;
    BootTimer &operator=(const BootTimer &) = delete;

    /// Replaces what was set before; empty stops it. A time in the past fires as soon as the event loop runs.
    void setAt(MaybeTime at);
    /// Stops it, and lets go of what the timers of this thread share: to be called there before it is set in another
    /// thread, or destroyed in one.
    void leaveThread();

protected:
    virtual ~BootTimer();
    /// The time has come; it is not set any more.
    virtual void timeout() = 0;

private:
    friend class BootTimerQueue;

    MaybeTime m_at;
    std::shared_ptr<BootTimerQueue> m_queue; ///< that it waits in, or did
    std::size_t m_place = 0; ///< there
};

} // namespace Elector
