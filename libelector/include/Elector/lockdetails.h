// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/elector_export.h>
#include <Elector/electorerror.h>

#include <QtCore/QDateTime>
#include <QtCore/QList>
#include <QtCore/QMetaType>
#include <QtCore/QString>

#include <chrono>
#include <optional>

namespace Elector {

/// A session of the database that has to do with a lock: a value, any thread.
///
/// Who is who is read from application_name, which anybody may choose: it is for people, nothing is decided by it.
struct LockSession
{
    /// What a session has to do with the lock.
    enum Role {
        Holder, ///< the holder's, going by its name
        PossibleHolder, ///< several sessions bear the holder's name
        Candidate, ///< waits for the lock
        PossibleCandidate, ///< serves more locks than its name can list; this one may be among them
        Bystander, ///< no elector's, but holds something that others wait for, or waits itself
    };
    qint64 pid = 0; ///< the backend's
    Role role = Bystander; ///< what it has to do with the lock
    QString application; ///< application_name as it is
    QString instance; ///< as far as the name says it: not all of a long one, `?` for what is not ASCII
    QString user; ///< the database role
    /// The role that looks may not see what follows; a member of pg_monitor or pg_read_all_stats may.
    bool hidden = false;
    QString address; ///< of the client; empty for a local socket
    int port = 0; ///< of the client; 0 for a local socket
    std::optional<QDateTime> startedAt; ///< UTC, by the server's clock: when it connected
    QString state; ///< as in pg_stat_activity: active, idle, idle in transaction…
    std::optional<std::chrono::microseconds> inTransactionFor; ///< how long its transaction has been open
    QString waitEventType; ///< what it waits for, as in pg_stat_activity; empty if for nothing
    QString waitEvent; ///< and the name of that
    friend bool operator==(const LockSession &, const LockSession &) = default;
};

/// Something in pg_locks that can keep a bid or a renewal waiting.
struct LockEntry
{
    /// What is locked.
    enum Kind {
        Gate, ///< the advisory lock that a bidder for this very lock takes for a moment
        Row, ///< a row of `object`, as far as can be told of this lock
        Table, ///< `object` as a whole; shared by all who write there
        Transaction, ///< the end of another transaction, most often for a row that this one has locked
        Other, ///< something outside of our tables; `object` is its kind as in pg_locks
    };
    qint64 pid = 0; ///< 0 is a prepared transaction, which has no session
    Kind kind = Other; ///< what is locked
    QString object; ///< a table's name, a transaction's number; empty for the gate
    QString mode; ///< as in pg_locks, such as RowExclusiveLock
    bool granted = false; ///< holds it; otherwise waits for it
    std::optional<std::chrono::microseconds> waitingFor; ///< PostgreSQL 14 and later
    QList<qint64> blockedBy; ///< pids of those that it waits for; 0 is a prepared transaction
    friend bool operator==(const LockEntry &, const LockEntry &) = default;
};

/// Something that can be had, or cannot, where a lock lives.
struct SchemaAbility
{
    /// What can be had.
    enum Feature {
        Terms, ///< fencing tokens
        History, ///< who led when
        Names, ///< locks with names
        Metadata, ///< what a leader publishes
        Notifications, ///< changes are seen at once
        Guard, ///< strictly exclusive work in the same database
        ForcedRelease, ///< this role may revoke and evict
        Candidates, ///< waiting sessions can be counted
        SessionDetails, ///< this role may see where sessions of others come from and what they do
    };
    /// Why it cannot.
    enum Obstacle {
        None, ///< it can be had
        PlainTable, ///< there is only the table of nest-leader-election; `elector migrate` makes it full
        Standby, ///< a standby is being read
        MissingPrivilege, ///< the role lacks it
        NotDelivered, ///< notifications do not arrive here, as behind a transaction pooler
    };
    Feature feature = Terms; ///< what can be had
    Obstacle obstacle = None; ///< why it cannot
    /// Whether it can be had.
    bool isAvailable() const { return obstacle == None; }
    friend bool operator==(const SchemaAbility &, const SchemaAbility &) = default;
};

/// Everything about one lock that `leader_lease` itself does not tell: a value, any thread.
///
/// Nodes of nest-leader-election, and sessions with an application_name of their user's, are not among the sessions,
/// since their names do not say what they wait for.
struct LockDetails
{
    int lockId = 0; ///< which lock
    QString leaderId; ///< who held it at that moment, without the tombstone's prefix; empty if nobody
    QList<LockSession> sessions; ///< holder, candidates, bystanders; each by pid
    QList<LockEntry> locks; ///< waits first
    QList<SchemaAbility> abilities; ///< each feature once
    /// Set if the locks could not be read, for example in time: then `locks` is empty and says nothing.
    ElectorError locksError;
    friend bool operator==(const LockDetails &, const LockDetails &) = default;
};

} // namespace Elector

Q_DECLARE_METATYPE(Elector::LockDetails)
