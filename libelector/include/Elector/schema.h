// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/elector_export.h>
#include <Elector/electorerror.h>

#include <QtCore/QString>
#include <QtCore/QStringList>

class QSqlDatabase;

namespace Elector {

/// The tables, triggers and functions behind an election, and the SQL that makes and removes them.
///
/// The static functions give text (an empty one if the schema's name is not valid) for a migration run by another role
/// with psql or a migration tool: each is one transaction's worth of statements without BEGIN/COMMIT, may be run again
/// without harm, and never alters a table of another shape. The others run that text on an open connection *in the
/// caller's thread* and block it; they are meant for migrations, not for services.
class ELECTOR_EXPORT Schema
{
public:
    /// How nodes write, once there are roles.
    enum class NodeAccess {
        AsBefore, ///< as it was; the first time: Table
        Table, ///< they write leader_lease, as nest-leader-election does; the triggers refuse what is not theirs
        /// The strict choice: they call functions, and only those who hold the key of a tenure renew it, give it up or
        /// publish for it, whatever role they log in as. Shuts out nest-leader-election, and nodes of versions before.
        Functions,
    };

    /// True if `name` may be used: `^[a-z_][a-z0-9_]{0,62}$`. Everything else is refused before it reaches SQL.
    static bool isValidName(const QString &name);
    /// Says what is wrong with `name` and what would be right; no error if it is valid.
    static ElectorError checkName(const QString &name);
    /// The channel on which the triggers of that schema notify.
    static QString channel(const QString &schema);

    /// Creates `level` (Plain or Full) where nothing stands; for Full with `majorVersion` ≥ 16 the index on
    /// expires_at is BRIN, which keeps renewals HOT, otherwise btree.
    static QString installSql(const QString &schema, SchemaLevel level, int majorVersion);
    /// Makes a plain table full, back-filling terms for its rows; nodes may go on running.
    static QString upgradeSql(const QString &schema, int majorVersion);
    /// Removes everything of ours; the plain table stays if `keepTable`, with its four columns. Without `keepTable` it
    /// fails (SQLSTATE 55006) while a lease has not run out: its holder believes in it without the table, too, and a
    /// new table would elect another.
    static QString uninstallSql(const QString &schema, bool keepTable);
    /// Lets `role` be a node on a table that stands at `level`. (What `leader_lease` already grants is passed on to our
    /// own objects by install and upgrade.) On a strict table it would let this role write what others may not: make it
    /// a member of `elector_node` there. Any name of a role is quoted; empty if the schema's name is not valid.
    static QString grantSql(const QString &schema, SchemaLevel level, const QString &role);

    /// Makes roles for a full table, and the database refuses to each what is not its own: `elector_owner`, which
    /// cannot log in and owns it all; `elector_node`, which takes part; `elector_viewer`, who looks;
    /// `elector_operator`, who revokes, evicts, pauses, transfers and names. They have no passwords: set them, or make
    /// your own roles members of them. From then on nobody takes a live lease, a lease is at most one day long, only
    /// the role that captured a lock (as it logged in) and operators give it up, and PUBLIC may nothing. May be run
    /// again. Needs a superuser, or who owns the table and may create roles.
    static QString rolesSql(const QString &schema, NodeAccess access = NodeAccess::AsBefore);

    /// Gives up one tenure exactly, for a plain libpq client that has to do it in an elector's place: deletes the row,
    /// or its tombstone. $1 lock id, $2 leader_id, $3 term (NULL on the plain level).
    static QString releaseSql(const QString &schema, SchemaLevel level);
    /// What goes before it, with its values written into it, in one simple query through a pooler that lends sessions.
    static QString releasePreamble();

    /// What LeaseGuard asks, for programs that do not use it: one boolean, whether the work in this transaction may be
    /// done, and from then on nobody takes over before it ends. $1 lock id, $2 leader_id, $3 term. Full level. Empty if
    /// the schema's name is not valid.
    static QString guardSql(const QString &schema);

    /// `database` must be open and belong to the calling thread.
    Schema(const QSqlDatabase &database, const QString &schema);

    /// What stands there. `error`, if given, receives why (for Foreign: what differs; for None: TableMissing, or that
    /// the database could not be asked).
    SchemaLevel level(ElectorError *error = nullptr) const;
    /// How nodes write where roles keep order, Table or Functions; nothing where there are no roles, or no answer.
    std::optional<NodeAccess> nodeAccess() const;
    /// Creates `level` where nothing stands, also while others do the same; a plain or full table that stands is left
    /// as it is, so ask level() afterwards. A table of another shape is TableForeign.
    ElectorError install(SchemaLevel level) const;
    /// Plain becomes full; full is brought up to date or repaired. TableMissing if there is none.
    ElectorError upgrade() const;
    /// As rolesSql(), on a full table that is up to date.
    ElectorError addRoles(NodeAccess access = NodeAccess::AsBefore) const;
    /// As uninstallSql(); Refused while a lease has not run out.
    ElectorError uninstall(bool keepTable) const;

private:
    QString m_connectionName;
    QString m_schema;
};

} // namespace Elector
