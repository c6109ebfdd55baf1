// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/elector_export.h>

#include <QtCore/QObject>

/// Every enumeration of the public interface, in one place because a namespace has one meta-object.
namespace Elector {
Q_NAMESPACE_EXPORT(ELECTOR_EXPORT)

/// Where an elector is in its life. `Leading` and `isLeader()` may differ for the moment between the deadline and
/// the signal: `isLeader()` is the truth.
enum class ElectorState {
    Stopped, ///< not taking part
    Connecting, ///< started; the database has not answered yet, or not lately
    Waiting, ///< a candidate; somebody else holds the lock, or a bid is under way
    Leading, ///< holds the lock
    Draining, ///< has announced the loss; work that holds the lock is coming to its end, the row is kept
    Resting, ///< a candidate that lets others have their turn: after a release, a revocation, or a clock step
};
Q_ENUM_NS(ElectorState)

/// Why leadership ended.
enum class LossReason {
    None, ///< it has not ended
    Released, ///< release() was called
    Expired, ///< no renewal succeeded in time; the deadline passed
    Superseded, ///< somebody else holds the row, or it is gone
    Revoked, ///< an operator took it back
    Stopped, ///< stop() was called, or the elector or the program came to its end
};
Q_ENUM_NS(LossReason)

/// What went wrong, as a stable code: compare with this, show `ElectorError::text`.
enum class ErrorCode {
    None,
    Configuration, ///< a setting is out of its budget or malformed; nothing was started
    Unreachable, ///< no connection to the server (host, port, network, server not up yet); retried
    Authentication, ///< the server refused user or password; retried, because passwords get mended
    NoSuchDatabase, ///< the server has no database of that name; retried
    ConnectionLost, ///< the connection broke while a statement was under way
    TimedOut, ///< a call was over its time and was cut
    TableMissing, ///< no `leader_lease`, and it was not to be created
    TableForeign, ///< a `leader_lease` of another shape
    TableUnlogged, ///< `leader_lease` is unlogged: a crash of the server would empty it
    PrivilegeMissing, ///< the role may not do what its work needs
    ReadOnlyServer, ///< a standby, or a server in read-only mode
    UnsafeServer, ///< the server may lose acknowledged commits (`fsync=off`)
    DuplicateInstance, ///< another live elector uses this `instanceId`
    Refused, ///< the database refused this request, because the row is not (or no longer) what was named
    Database, ///< any other error that the database reported; see `sqlState`
    Pooler, ///< a pooler in between keeps no session for its client, and Pooling::Transaction was not set; retried
};
Q_ENUM_NS(ErrorCode)

/// For how long what answers at the address of a connection keeps a session of the server for its client.
enum class Pooling {
    Session, ///< for as long as the connection lasts: the server itself, or a pooler in session mode
    Transaction, ///< for one transaction at a time: a pooler in transaction mode
};
Q_ENUM_NS(Pooling)

/// What a row of `leader_lease` says at the moment it was read.
enum class LeaseState {
    Held, ///< a node holds it and it has not expired
    Expired, ///< it ran out; whoever bids next gets it
    Revoked, ///< an operator took it back; it is free when the holder has let go, or when it runs out
    Free, ///< a lock that is known by name or from the past, and has no row: nobody leads
};
Q_ENUM_NS(LeaseState)

/// What stands in the database under a schema's name.
enum class SchemaLevel {
    None, ///< no `leader_lease`
    Plain, ///< the four columns of `nest-leader-election` alone, whoever made them
    Full, ///< with terms, history and notifications
    Foreign, ///< a relation `leader_lease` that is neither; see the error for what differs
};
Q_ENUM_NS(SchemaLevel)

} // namespace Elector
