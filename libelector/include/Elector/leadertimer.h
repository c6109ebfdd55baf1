// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/elector_export.h>

#include <QtCore/QObject>

#include <chrono>
#include <memory>

namespace Elector {

class LeaderElector;

/// A timer that fires only on the leader. Start it on every node: whoever leads does the periodic work.
///
/// While this node leads, timeout() comes every interval(); a node that becomes leader starts a full interval
/// anew, so a tick that was due around a change of leaders comes late rather than twice. Slots connected directly run
/// under a hold: the lock is not given up before they return. Belongs to the elector's thread.
class ELECTOR_EXPORT LeaderTimer : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool active READ isActive)
public:
    /// `elector` must outlive the timer, or the timer never fires again.
    explicit LeaderTimer(LeaderElector *elector, QObject *parent = nullptr);
    ~LeaderTimer() override;

    /// At least one millisecond.
    void setInterval(std::chrono::milliseconds interval);
    std::chrono::milliseconds interval() const;
    /// Whether to fire at once on becoming leader, and not only an interval later. Default false.
    void setFireOnGain(bool fire);
    /// Whether it was started, on the leader or not.
    bool isActive() const;

public Q_SLOTS:
    void start();
    void stop();

Q_SIGNALS:
    /// Only while this node leads.
    void timeout();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Elector
