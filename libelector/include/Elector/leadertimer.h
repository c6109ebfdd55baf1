// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/elector_export.h>
#include <Elector/electorerror.h>

#include <QtCore/QObject>

#include <chrono>
#include <memory>

namespace Elector {

class LeaderElector;

/// A timer that fires only on the leader. Start it on every node: whoever leads does the periodic work.
///
/// While this node leads, timeout() comes every interval(). Slots connected directly run under a hold: the lock is not
/// given up before they return. Belongs to the elector's thread.
///
/// *What becomes of a tick when the leader changes.* A node that becomes leader starts a full interval anew. So a tick
/// that was due around the change comes late, by one interval at most, rather than twice; and one that the old leader
/// had begun and did not finish is not made up for before the new leader's first tick. With setOncePer() it is: the new
/// leader asks the database at once, makes up for a tick that was missed or not finished, and does not repeat one that
/// succeeded.
class ELECTOR_EXPORT LeaderTimer : public QObject
{
    Q_OBJECT
    /// As isActive().
    Q_PROPERTY(bool active READ isActive)
public:
    /// `elector` must outlive the timer, or the timer never fires again.
    explicit LeaderTimer(LeaderElector *elector, QObject *parent = nullptr);
    ~LeaderTimer() override;

    /// At least one millisecond.
    void setInterval(std::chrono::milliseconds interval);
    /// Zero, like a QTimer's, until it is set: that fires whenever the event loop has nothing else to do.
    std::chrono::milliseconds interval() const;
    /// Whether to fire at once on becoming leader, and not only an interval later. Default false.
    void setFireOnGain(bool fire);
    /// Before each tick asks the database (full level) whether a tick on any node has succeeded within `span`, and
    /// fires only if none has; see OncePer, also for what is not promised. A tick has succeeded when the slots of
    /// timeout() have returned and none of them has called tickFailed(); then it is noted before the lock can be given
    /// up. A new leader asks at once, and a tick that is not due yet comes as soon as it is. The timers of all nodes
    /// for this lock must agree; one lock has one such timer. Work that goes on after the slots have returned needs
    /// OncePer itself. Zero, the default, fires without asking. Not while it is active.
    void setOncePer(std::chrono::milliseconds span);
    /// As set by setOncePer().
    std::chrono::milliseconds oncePer() const;
    /// Whether it was started, on the leader or not.
    bool isActive() const;

public Q_SLOTS:
    /// Fires from now on, while this node leads; if it leads already, an interval from now.
    void start();
    /// No timeout() comes after this.
    void stop();
    /// With setOncePer(), for a slot of timeout(): this tick has not succeeded, and is due again an interval later, or
    /// at once for another leader.
    void tickFailed();

Q_SIGNALS:
    /// Only while this node leads.
    void timeout();
    /// With setOncePer(): nobody knows whether a tick is due, or its success could not be noted. It is tried again an
    /// interval later.
    void errorOccurred(const Elector::ElectorError &error);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Elector
