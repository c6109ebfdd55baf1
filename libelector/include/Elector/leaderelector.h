// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/bootclock.h>
#include <Elector/elector_export.h>
#include <Elector/electorconfig.h>
#include <Elector/electorerror.h>
#include <Elector/enums.h>
#include <Elector/leaderhold.h>
#include <Elector/leaseconnection.h>
#include <Elector/lockorder.h>

#include <QtCore/QMetaType>
#include <QtCore/QObject>

#include <chrono>
#include <memory>

namespace Elector {

/// Takes part in the election of one leader among all electors that use the same lock.
///
/// Promise: at most one elector believes that it leads, as long as the database keeps acknowledged commits, its clock
/// does not step forward unseen by more than delta, and clock rates differ by less than epsilon. A pause between asking
/// isLeader() and acting is covered by the term, checked where the effect happens, or by LeaseGuard.
///
/// Lives in any thread with an event loop, to which all functions belong that do not say otherwise. The loop drives the
/// renewals: a slot that blocks it for longer than the deadline costs the leadership (isLeader() says so in every
/// thread, in time). If your slots block for long, give the elector a thread of its own. The elector never blocks its
/// thread on the database; the destructor, and the end of the program, wait for `stopTimeout` at most. Needs a
/// QCoreApplication; neither Gui nor Widgets.
///
/// Each leadershipChanged(true) is followed by exactly one leadershipChanged(false), in order, never dropped. Slots may
/// call any function, and may delete the elector (deleteLater() is kinder).
class ELECTOR_EXPORT LeaderElector : public QObject
{
    Q_OBJECT
    /// As isLeader(), computed at each reading.
    Q_PROPERTY(bool leader READ isLeader NOTIFY leadershipChanged)
    /// As currentLeader().
    Q_PROPERTY(QString currentLeader READ currentLeader NOTIFY leaderChanged)
    /// As term().
    Q_PROPERTY(qint64 term READ term NOTIFY leadershipChanged)
    /// As state().
    Q_PROPERTY(Elector::ElectorState state READ state NOTIFY stateChanged)
    /// As deadline().
    Q_PROPERTY(Elector::BootClock::time_point deadline READ deadline NOTIFY deadlineChanged)
    /// As metadata(); set by setMetadata().
    Q_PROPERTY(QString metadata READ metadata)

public:
    /// Nothing happens before start().
    explicit LeaderElector(const ElectorConfig &config, QObject *parent = nullptr);
    /// Shares a connection with other electors.
    LeaderElector(const ElectorConfig &config, const LeaseConnection &connection, QObject *parent = nullptr);
    /// Gives leadership up: says so (leadershipChanged(false)), waits for holds and for the row to be deleted, for
    /// `stopTimeout` at most. What is not given up by then runs out by itself.
    ~LeaderElector() override;

    /// As given to the constructor.
    ElectorConfig config() const;

    /// Joins the election. Returns false, and reports every problem of the settings by errorOccurred(), if they
    /// cannot be used; errors that may pass (server not up yet) are reported and tried again.
    bool start();

    /// Whether this elector leads *now*: computed from the clock at every call, never a cached flag. Any thread,
    /// lock-free.
    bool isLeader() const noexcept;
    /// The name of isLeader() in nest-leader-election.
    bool amILeader() const noexcept { return isLeader(); }
    /// Says that work as leader is going on, until the returned value dies; empty if this elector does not lead. Any
    /// thread.
    [[nodiscard]] LeaderHold hold();

    /// The fencing token of our own leadership: pass it on with every effect. 0 while not leading, and on the plain
    /// level. Any thread.
    qint64 term() const;
    /// Our own leader_id while leading, otherwise empty. Any thread.
    QString leaderId() const;
    /// When trust in our own leadership ends if no renewal succeeds; the epoch while not leading. Any thread.
    BootClock::time_point deadline() const;

    /// The leader_id of whoever leads, as last seen; empty if nobody does.
    QString currentLeader() const;
    /// The term of currentLeader(); 0 if not known.
    qint64 currentTerm() const;
    /// Where it is in its life. For whether it leads, ask isLeader().
    ElectorState state() const;
    /// Why leadership ended last; None before that.
    LossReason lastLossReason() const;
    /// What an operator has ordered for the lock, as last seen while we were a candidate (full level).
    LockOrder lockOrder() const;
    /// The last error that is not over; none after recovery.
    ElectorError lastError() const;
    /// What stands in the database; None before the first connection.
    SchemaLevel schemaLevel() const;
    /// Schema::releaseSql() for tenures of this elector, as its role may do it now that it is connected; before, as if
    /// the table could be written. On a strict table (Schema::NodeAccess) it calls a function, which wants $4 besides,
    /// releaseKey(), and gives a row if the lease was given up.
    QString releaseSql() const;
    /// What shows that a tenure is of this process, on a strict table; otherwise empty. Keep it as you would a
    /// password, and bind it: in the text of a statement others could read it (pg_stat_activity).
    QString releaseKey() const;

    /// What this elector publishes while it leads, such as the address at which the leader can be reached; for all to
    /// read (`Lease::metadata`, `elector leader`), so nothing secret. It is in the database soon after
    /// leadershipChanged(true), and after each change; nobody reads that of an earlier leader. Empty publishes nothing.
    /// Returns false, and changes nothing, if it has more than 4,000 bytes of UTF-8 or a NUL in it. On the plain level
    /// there is no room for it, which warningOccurred() says.
    bool setMetadata(const QString &metadata);
    /// As set by setMetadata().
    QString metadata() const;

public Q_SLOTS:
    /// Gives leadership up once the holds are gone, lets others have a turn for one renewalInterval, and is a
    /// candidate again. Returns at once. Without leadership it only lets others have their turn.
    void release();
    /// Leaves the election: as release(), but for good; ends with stopped(), after `stopTimeout` at the latest. Returns
    /// at once.
    void stop();
    /// Leaves the election, holds or not, without giving the lock up: the lease runs out by itself. For work whose
    /// effects may still be on their way. Once stopped() has come, do not start() it again before `leaseDuration` and
    /// `attemptTimeout` are over: it would give up what it finds of itself.
    void abandon();

Q_SIGNALS:
    /// This elector has begun to lead, or has ceased to. isLeader() may know sooner that it has ceased.
    void leadershipChanged(bool leader);
    /// After each leadershipChanged(false).
    void leadershipLost(Elector::LossReason reason);
    /// Somebody leads (maybe we), or nobody (empty, 0).
    void leaderChanged(const QString &leaderId, qint64 term);
    void stateChanged(Elector::ElectorState state); ///< state() is another now.
    /// An operator paused the lock, reserved it for an instance, or ended that.
    void lockOrderChanged(const Elector::LockOrder &order);
    /// Trust was extended, or ended (the epoch).
    void deadlineChanged();
    /// A renewal has succeeded: how long its statement took, and how much of the trust from before was left when its
    /// answer came. Little slack says that the lease is short for this network, or this machine busy.
    void renewed(std::chrono::microseconds took, std::chrono::microseconds slack);
    /// Something went wrong; what may pass is tried again by itself. The same error is told once until recovered().
    void errorOccurred(const Elector::ElectorError &error);
    /// The database answers again after an error.
    void recovered();
    /// Something works less well than it could: settings, server or schema level.
    void warningOccurred(const Elector::ElectorError &warning);
    /// stop() is complete.
    void stopped();

protected:
    /// Follows the elector into another thread.
    bool event(QEvent *event) override;

private:
    friend class LeaderElectorPrivate;
    friend class LeaseGuard;
    friend class OncePer;
    Q_INVOKABLE void takeMessages();
    std::unique_ptr<class LeaderElectorPrivate> d;
};

} // namespace Elector

Q_DECLARE_METATYPE(Elector::BootClock::time_point)
