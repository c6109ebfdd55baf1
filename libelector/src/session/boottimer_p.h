// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/bootclock.h>

#include <QtCore/QObject>

#include <functional>
#include <optional>

class QSocketNotifier;

namespace Elector {

/// A single-shot timer on BootClock: unlike QTimer it goes on counting while the machine is suspended, and fires at
/// once when it resumes. Belongs to the thread that made it, which needs an event loop.
class BootTimer : public QObject
{
    Q_OBJECT
public:
    explicit BootTimer(std::function<void()> fired, QObject *parent = nullptr);
    ~BootTimer() override;

    /// Replaces what was set before; empty stops it. A time in the past fires at once.
    void setAt(std::optional<BootClock::time_point> at);

private:
    void onActivated();

    std::function<void()> m_fired;
    int m_descriptor;
    std::optional<BootClock::time_point> m_at;
};

} // namespace Elector
