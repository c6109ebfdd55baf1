// SPDX-License-Identifier: MIT
#pragma once

#include "rules/leaseoperations_p.h"

#include <Elector/electorerror.h>
#include <Elector/enums.h>

#include <QtCore/QString>

#include <chrono>
#include <vector>

namespace Elector {

class SqlConnection;

/// What was found out about the server, the schema and our rights there.
struct ServerFacts
{
    QString schema;
    QString role; ///< as whom we act
    int version = 0; ///< as `server_version_num`, such as 150004
    bool inRecovery = false; ///< a standby
    QString database;
    bool readOnly = false; ///< transactions are read-only by default
    bool fsync = true;
    QString synchronousCommit; ///< the server's default for this role; our own sessions do better
    std::chrono::milliseconds deadlockTimeout{};
    std::chrono::milliseconds idleInTransactionTimeout{}; ///< the server's default for this role; zero is none
    bool schemaExists = false;
    bool mayUseSchema = false;
    bool mayCreateInSchema = false; ///< or create the schema, if there is none
    SchemaLevel level = SchemaLevel::None;
    ElectorError shape; ///< why `level` is Foreign
    bool unlogged = false;
    bool maySelect = false;
    bool mayInsert = false;
    bool mayUpdate = false;
    bool mayDelete = false;
    bool mayReadTerms = false; ///< SELECT on leader_lease_lock; true on the plain level
    bool mayGuard = false; ///< EXECUTE on leader_lease_guard; true on the plain level
    bool mayOrder = false; ///< EXECUTE on leader_lease_order and leader_lease_rename; false where there are none
    bool holdsOff = false; ///< the triggers let nobody capture too early on a server that took over
    int standbys = 0;
    int asynchronousStandbys = 0; ///< those that may lose acknowledged commits; as far as our role may see
    bool mayLock = true; ///< advisory locks are there, and EXECUTE on what takes one: the gate
    bool mayCall = false; ///< EXECUTE on leader_lease_capture, _renew and _release, which nodes of a strict table call
    bool hasRoles = false; ///< everything belongs to elector_owner (Schema::addRoles())
    bool strict = false; ///< and members of elector_node may call functions only
    int electorSessions = 0; ///< sessions in this database whose application_name begins with `elector`, ours included

    int majorVersion() const { return version / 10000; }
    bool mayWrite() const { return mayInsert && mayUpdate && mayDelete; }
    /// The table is strict, and we are a node: functions write it for us.
    bool callsFunctions() const { return mayCall && !mayWrite(); }
};

/// Which server it is: a standby that was promoted has the same system and a higher timeline, a restored dump another
/// system.
struct ServerIdentity
{
    qint64 system = 0;
    qint64 timeline = 0; ///< 0: unknown

    bool isKnown() const { return timeline > 0; }
    friend bool operator==(const ServerIdentity &, const ServerIdentity &) = default;
};

/// How a session of ours is set up.
struct SessionSettings
{
    QString applicationName = QStringLiteral("elector");
    std::chrono::milliseconds statementTimeout{1500};
    /// Cut to six tenths of the server's deadlock_timeout, so that a wait for a lock ends before the deadlock check.
    std::chrono::milliseconds lockTimeout{600};
    std::chrono::milliseconds idleInTransactionTimeout{1500};
    /// Statements are planned once for all values: a bid, which is rare, must not wait for its plan.
    bool plansOnce = true;
    /// The backend that the session must be with; 0: any.
    int backend = 0;
};

/// Is this server fit for an election, and are we allowed to take part?
namespace ServerCheck {

struct Result
{
    Outcome outcome = Outcome::Unknown;
    ServerFacts facts; ///< if answered
    ElectorError error;
};
/// One round trip.
Result collect(SqlConnection &connection, const QString &schema);

/// One round trip. Unknown where the server refuses to tell; an error if it could not be asked. Of a primary only.
ElectorError identify(SqlConnection &connection, ServerIdentity *identity);
/// Why nobody may be elected on `now` once `before` was seen: it is a primary of the past that somebody has started
/// again.
ElectorError outdated(const ServerIdentity &now, const ServerIdentity &before);

/// What forbids an election, worst first, in words a user can act on. A missing table is none if it `mayCreate` one.
std::vector<ElectorError> errors(const ServerFacts &facts, bool mayCreate);
/// What weakens it.
std::vector<ElectorError> warnings(const ServerFacts &facts);

/// Why nothing is done through a pooler.
ElectorError pooler(const QString &what);

/// One round trip that makes every later statement of this session safe: READ COMMITTED, read-write, acknowledged only
/// when durable, with an end to each wait, with names resolved in pg_catalog only. Run after each open(), before all
/// else. The error is Pooler, and nothing is changed, if another backend than the one that was wanted answers.
ElectorError configureSession(SqlConnection &connection, const SessionSettings &settings);

} // namespace ServerCheck

} // namespace Elector
