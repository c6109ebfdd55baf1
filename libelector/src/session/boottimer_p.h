// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/bootclock.h>

#include <QtCore/QObject>

#include <functional>
#include <memory>
#include <optional>

namespace Elector {

class BootTimerQueue;

/// A single-shot timer on BootClock: unlike QTimer it goes on counting while the machine is suspended, and fires at
/// once when it resumes. Belongs to its thread, which needs an event loop, and may be moved to another as any QObject.
/// All timers of a thread share one descriptor: ten thousand electors need no more of them than one.
class BootTimer : public QObject
{
    Q_OBJECT
public:
    explicit BootTimer(std::function<void()> fired, QObject *parent = nullptr);
    ~BootTimer() override;

    /// Replaces what was set before; empty stops it. A time in the past fires as soon as the event loop runs.
    void setAt(std::optional<BootClock::time_point> at);

protected:
    bool event(QEvent *event) override;

private:
    friend class BootTimerQueue;
    void fire();
    Q_INVOKABLE void enqueue();
    void dequeue();

    std::function<void()> m_fired;
    std::optional<BootClock::time_point> m_at;
    std::shared_ptr<BootTimerQueue> m_queue; ///< that it waits in
};

} // namespace Elector
