// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/bootclock.h>
#include <Elector/connectionparameters.h>
#include <Elector/elector_export.h>
#include <Elector/electorerror.h>
#include <Elector/enums.h>
#include <Elector/lease.h>
#include <Elector/leasesnapshot.h>
#include <Elector/lockdetails.h>

#include <QtCore/QList>
#include <QtCore/QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace Elector {

/// What is known of the server behind an observer: a value, any thread.
struct ServerInfo
{
    int version = 0; ///< as `server_version_num`, for example 150018; 0 if not known
    bool standby = false; ///< reads a standby: leases can be seen, nothing can be released
    bool encrypted = false; ///< the connection uses TLS
    SchemaLevel level = SchemaLevel::None; ///< what stands there
    bool roles = false; ///< roles keep order (Schema::addRoles())
    bool strict = false; ///< and nodes write by functions only (Schema::NodeAccess)
    bool mayOrder = false; ///< locks can be paused, reserved and named: full level, primary, and the role may
    bool mayRelease = false; ///< the role has the privileges that revoke and evict need
    bool notifies = false; ///< changes arrive by NOTIFY as well as by polling
    std::chrono::microseconds latency{}; ///< round trip of the last snapshot
    /// Server clock minus this machine's wall clock at the last snapshot, and how far it may be off (half a round
    /// trip).
    std::chrono::microseconds clockOffset{};
    /// Never negative.
    std::chrono::microseconds clockOffsetError{};
    QString user; ///< the role that reads
    QString database; ///< its name
    QString address; ///< as configured, for people; never a password
};

/// One difference between two snapshots: a value, any thread.
struct LeaseChange
{
    /// What has happened to the row.
    enum Kind { Added, Changed, Removed };
    Kind kind = Changed; ///< what has happened to it
    Lease lease; ///< as it is now; for Removed as it was last
    std::optional<Lease> before; ///< as it was; empty for Added
};

/// How a forced release ended: a value, any thread.
struct ForcedRelease
{
    /// What became of it.
    enum Result {
        Done, ///< revoked or evicted
        MovedOn, ///< holder or term are not those that were named any more: nothing was done
        Failed, ///< nothing was done, see the error
        Unknown, ///< the connection broke: look at the next snapshot
    };
    quint64 id = 0; ///< as returned by revoke() or evict()
    Result result = Failed; ///< what became of it
    int lockId = 0; ///< which lock
    /// Until when the old holder may still act as leader, by the lease it holds; zero if that is over.
    std::chrono::microseconds oldHolderMayActFor{};
    ElectorError error; ///< none if it was done
};

/// How an operator's order ended: pause(), resume(), reserve(), rename(). A value, any thread.
struct OrderOutcome
{
    quint64 id = 0; ///< as returned by the function
    ForcedRelease::Result result = ForcedRelease::Failed; ///< what became of it
    int lockId = 0; ///< which lock
    ElectorError error; ///< none if it was done
};

/// Watches `leader_lease` without taking part: snapshots, differences and events, and an operator's forced release.
/// After the first look only what has changed is read.
///
/// Lives in any thread with an event loop, to which all functions belong; all database work runs in a thread of its
/// own, the caller never blocks. While the connection is broken the last snapshot stays, `isStale()` is true, and it
/// reconnects with back-off.
class ELECTOR_EXPORT LeaseObserver : public QObject
{
    Q_OBJECT
    /// As state().
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    /// As isStale().
    Q_PROPERTY(bool stale READ isStale NOTIFY stateChanged)

public:
    /// What it is doing.
    enum State {
        Stopped, ///< not reading; start() begins
        Connecting, ///< not connected yet, or no longer; see lastError()
        Watching, ///< the last read succeeded
        Paused, ///< connected, but not reading
    };
    Q_ENUM(State)

    /// `schema` must satisfy Schema::isValidName(), otherwise start() reports the error and stays Stopped.
    explicit LeaseObserver(const ConnectionParameters &connection, const QString &schema = QStringLiteral("public"),
                           QObject *parent = nullptr);
    /// As stop().
    ~LeaseObserver() override;

    /// Connects, and goes on trying; errors that pass are reported and tried again. Returns at once.
    void start();
    /// Answers what was asked for and is not answered yet, with an error. If the database hangs it waits for 300 ms at
    /// most, as does the destructor.
    void stop();
    /// While paused nothing is read, and the last snapshot stays.
    void setPaused(bool paused);
    /// How often rows are read; 100 ms to 1 h, default 1 s. On the full level changes of holder arrive sooner.
    void setInterval(std::chrono::milliseconds interval);
    /// As set, whether it is running or not.
    std::chrono::milliseconds interval() const;
    /// Whether new history entries are read with each snapshot (full level); default true.
    void setEventsWanted(bool wanted);

    /// What it is doing.
    State state() const;
    /// True if the rows shown are not known to be current: not connected, or the last read failed.
    bool isStale() const;
    /// The last error that is not over; none after recovery.
    ElectorError lastError() const;
    /// As of the last look; empty before the first one.
    ServerInfo server() const;

    /// The first so many locks by id are read; default 1,000,000. Counts from the next start() on. If there are more,
    /// the snapshot's limitation() says so.
    void setMostLocks(int most);

    /// The last one. While the first of very many leases are being read, it is not complete yet.
    LeaseSnapshot snapshot() const;
    /// The leases of the last snapshot, ordered by lock id. Makes a list of them at each call.
    QList<Lease> leases() const;
    /// That of one lock in the last snapshot; empty if it has none.
    std::optional<Lease> lease(int lockId) const;
    /// When that snapshot was asked for: `lease.remaining` minus the time since then is what is left at most.
    BootClock::time_point snapshotTime() const;
    /// What is left of a lease now, never negative; zero when expired or free.
    std::chrono::microseconds remainingNow(const Lease &lease) const;

    /// Reads once, now; also while paused.
    void refresh();
    /// Asks for the newest `limit` entries of the history, of one lock or of all, with `before` only for those that are
    /// older than the entry with that sequence; answered by historyReceived(), oldest first. Returns an id for the
    /// answer.
    quint64 requestHistory(std::optional<int> lockId, int limit = 1000, std::optional<qint64> before = {});
    /// Asks who waits for a lock, who holds things up, and what can be done where it lives; answered by
    /// detailsReceived(). Reading it delays a snapshot by a second at most. Returns an id for the answer.
    quint64 requestDetails(int lockId);

    /// Takes leadership back safely: the holder steps down at its next renewal (at once on the full level), and nobody
    /// else leads before that or before the lease would have run out. Done only if holder and term are still those
    /// of `target`. `operatorName` and `reason` are recorded on the full level. Answered by releaseFinished().
    quint64 revoke(const Lease &target, const QString &operatorName, const QString &reason);
    /// Deletes the row at once: another node may lead while the old holder still believes that it does, for as
    /// long as releaseFinished() then says. For a holder that is known to be dead.
    quint64 evict(const Lease &target, const QString &operatorName, const QString &reason);

    /// The next four need the full level; each is one transaction, is recorded in the history with `operatorName` and
    /// `reason`, and is answered by orderFinished().
    ///
    /// Lets nobody capture the lock until it is resumed, and revokes whoever holds it.
    quint64 pause(int lockId, const QString &operatorName, const QString &reason);
    /// Ends a pause and a reservation.
    quint64 resume(int lockId, const QString &operatorName, const QString &reason);
    /// Hands the lock to an instance: revokes the holder, if it is still that of `target`, and lets nobody but
    /// `instanceId` capture the lock until it has, or until `span` after the present lease would have run out.
    quint64 reserve(const Lease &target, const QString &instanceId, std::chrono::milliseconds span,
                    const QString &operatorName, const QString &reason);
    /// Gives the lock a name that no other has, of 1 to 100 characters, no control characters, not a number; an empty
    /// one takes the name away.
    quint64 rename(int lockId, const QString &name, const QString &operatorName, const QString &reason);

Q_SIGNALS:
    void stateChanged(Elector::LeaseObserver::State state); ///< state(), or isStale(), is another now.
    /// After each successful read, complete or not yet. Costs next to nothing, however many leases there are.
    void lookTaken(const Elector::LeaseSnapshot &snapshot);
    /// After each complete read, with what differs from the one before (renewals are differences too; that time went
    /// by is none). The differences are put together only while this signal is connected.
    void snapshotTaken(const QList<Elector::LeaseChange> &changes);
    /// New entries of the history, oldest first (full level). Those older than start() are not repeated.
    void eventsRecorded(const QList<Elector::LeaseEvent> &events);
    /// The answer to requestHistory(): oldest first; empty, with the reason, if it could not be had.
    void historyReceived(quint64 id, const QList<Elector::LeaseEvent> &events, const Elector::ElectorError &error);
    /// The answer to requestDetails(); empty, with the reason, if it could not be had.
    void detailsReceived(quint64 id, const Elector::LockDetails &details, const Elector::ElectorError &error);
    /// How revoke() or evict() ended: exactly one for each.
    void releaseFinished(const Elector::ForcedRelease &outcome);
    /// How pause(), resume(), reserve() or rename() ended: exactly one for each.
    void orderFinished(const Elector::OrderOutcome &outcome);
    /// Something went wrong that was not there before; it is tried again.
    void errorOccurred(const Elector::ElectorError &error);
    /// Connected again after an error.
    void recovered();

private:
    friend class LeaseObserverPrivate;
    Q_INVOKABLE void takeMessages();
    std::unique_ptr<class LeaseObserverPrivate> d;
};

} // namespace Elector

Q_DECLARE_METATYPE(Elector::LeaseChange)
Q_DECLARE_METATYPE(Elector::ForcedRelease)
Q_DECLARE_METATYPE(Elector::OrderOutcome)
