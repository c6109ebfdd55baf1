// SPDX-License-Identifier: MIT
#include "sql/servercheck_p.h"

#include "sql/schemashape_p.h"
#include "sql/sqlconnection_p.h"
#include "sql/sqltext_p.h"

#include <QtCore/QStringList>
#include <QtCore/QVariant>

#include <algorithm>
#include <array>

namespace Elector::ServerCheck {

namespace {

constexpr int oldestVersion = 130000;

std::chrono::milliseconds milliseconds(const BinaryRow &row, int column)
{
    return std::chrono::milliseconds(row.number(column));
}

constexpr int shapeColumn = 27;

/// In the order of statements/facts.sql.
ServerFacts factsOf(const BinaryRow &row, const QString &schema)
{
    ServerFacts facts;
    facts.schema = schema;
    facts.role = row.text(0);
    facts.version = int(row.number(1));
    facts.inRecovery = row.flag(2);
    facts.readOnly = row.flag(3);
    facts.fsync = row.flag(4);
    facts.synchronousCommit = row.text(5);
    facts.deadlockTimeout = milliseconds(row, 6);
    facts.idleInTransactionTimeout = milliseconds(row, 7);
    facts.schemaExists = row.flag(8);
    facts.mayUseSchema = row.flag(9);
    facts.mayCreateInSchema = row.flag(10);
    facts.maySelect = row.flag(11);
    facts.mayInsert = row.flag(12);
    facts.mayUpdate = row.flag(13);
    facts.mayDelete = row.flag(14);
    facts.mayReadTerms = row.flag(15);
    facts.mayGuard = row.flag(16);
    facts.mayOrder = row.flag(17);
    facts.holdsOff = row.flag(18);
    facts.standbys = int(row.number(19));
    facts.asynchronousStandbys = int(row.number(20));
    facts.electorSessions = int(row.number(21));
    facts.mayLock = row.flag(22);
    facts.mayCall = row.flag(23);
    facts.hasRoles = row.flag(24);
    facts.strict = row.flag(25);
    facts.database = row.text(26);
    const SchemaShape shape = SchemaShape::read(row.text(shapeColumn), schema);
    facts.level = shape.level;
    facts.unlogged = shape.unlogged;
    if (shape.level == SchemaLevel::Foreign)
        facts.shape = shape.difference;
    return facts;
}

ElectorError tableMissing(const ServerFacts &facts, bool mayCreate)
{
    if (!mayCreate) {
        return {ErrorCode::TableMissing,
                QStringLiteral("There is no table leader_lease in schema %1 of database %2.")
                    .arg(facts.schema, facts.database),
                QStringLiteral("Create it by \"elector migrate\", or allow it to be created (createTableOnInit)."),
                {}};
    }
    if (facts.mayCreateInSchema)
        return {};
    return {
        ErrorCode::PrivilegeMissing,
        facts.schemaExists
            ? QStringLiteral("There is no table leader_lease, and role %1 may not create one in schema %2.")
                  .arg(facts.role, facts.schema)
            : QStringLiteral("There is no schema %2, and role %1 may not create it.").arg(facts.role, facts.schema),
        QStringLiteral(
            "Let its owner run \"elector migrate\" (\"--print\" prints the statements), then grant %1 the use of it.")
            .arg(facts.role),
        {}};
}

ElectorError privilegesMissing(const ServerFacts &facts)
{
    QStringList missing;
    if (!facts.mayUseSchema)
        missing.append(QStringLiteral("USAGE on schema %1").arg(facts.schema));
    QStringList onTable;
    const struct
    {
        bool granted;
        const char *name;
    } rights[] = {{facts.maySelect, "SELECT"},
                  {facts.mayInsert, "INSERT"},
                  {facts.mayUpdate, "UPDATE"},
                  {facts.mayDelete, "DELETE"}};
    for (const auto &right : rights) {
        if (!right.granted && !(facts.callsFunctions() && &right != &rights[0]))
            onTable.append(QLatin1String(right.name));
    }
    if (!onTable.isEmpty())
        missing.append(QStringLiteral("%1 on %2.leader_lease").arg(onTable.join(QStringLiteral(", ")), facts.schema));
    if (!facts.mayReadTerms)
        missing.append(QStringLiteral("SELECT on %1.leader_lease_lock").arg(facts.schema));
    if (!facts.mayGuard)
        missing.append(
            QStringLiteral("EXECUTE on the functions %1.leader_lease_guard, _guard_held and _prune").arg(facts.schema));
    if (missing.isEmpty())
        return {};
    return {ErrorCode::PrivilegeMissing,
            QStringLiteral("Role %1 lacks %2.").arg(facts.role, missing.join(QStringLiteral(", and "))),
            facts.hasRoles ? QStringLiteral("Roles keep order here: GRANT elector_node TO %1.").arg(facts.role)
                           : QStringLiteral("Grant it to %1.").arg(facts.role),
            QStringLiteral("42501")};
}

/// Insufficient privilege, undefined function, not supported: as in leader_lease_timeline().
bool isRefusal(const ElectorError &error)
{
    static const std::array refusals = {"42501", "42883", "0A000"};
    return std::any_of(refusals.begin(), refusals.end(),
                       [&error](const char *each) { return error.sqlState == QLatin1String(each); });
}

ElectorError readOnly(const ServerFacts &facts)
{
    if (facts.inRecovery) {
        return {ErrorCode::ReadOnlyServer,
                QStringLiteral("This server is a standby: nobody can be elected on it."),
                QStringLiteral("Connect to the primary; with several hosts, add target_session_attrs=read-write."),
                {}};
    }
    if (facts.readOnly) {
        return {ErrorCode::ReadOnlyServer,
                QStringLiteral("Transactions of role %1 are read-only here.").arg(facts.role),
                QStringLiteral("Set default_transaction_read_only to off for it, or connect to the primary."),
                {}};
    }
    return {};
}

} // namespace

Result collect(SqlConnection &connection, const QString &schema)
{
    QString sql = SqlText::statement(QStringLiteral("facts"), schema, SchemaLevel::Full);
    sql.replace(QLatin1String("@shape@"), SchemaShape::sql(schema));
    Execution execution = connection.executeOnce(sql);
    if (execution.outcome == Outcome::Failed && isRefusal(execution.error)) {
        // Who is connected is not told to everybody everywhere; nothing depends on it but warnings.
        sql.replace(QLatin1String("pg_stat_get_wal_senders()"),
                    QLatin1String("(SELECT ''::text AS sync_state LIMIT 0)"));
        sql.replace(QLatin1String("pg_stat_get_activity(NULL)"),
                    QLatin1String("(SELECT 0::oid AS datid, ''::text AS application_name LIMIT 0)"));
        execution = connection.executeOnce(sql);
    }
    Result result{execution.outcome, {}, execution.error};
    if (execution.outcome != Outcome::Answered)
        return result;
    if (execution.count() == 1) {
        result.facts = factsOf(execution.row(0), schema);
    } else {
        result.outcome = Outcome::Unknown;
        result.error
            = {ErrorCode::Database, QStringLiteral("The database gave an answer that makes no sense."), {}, {}};
    }
    return result;
}

ElectorError identify(SqlConnection &connection, ServerIdentity *identity)
{
    const Execution execution = connection.executeOnce(
        SqlText::statement(QStringLiteral("server_identity"), QStringLiteral("public"), SchemaLevel::Plain));
    *identity = {};
    if (execution.outcome == Outcome::Answered && execution.count() == 1)
        *identity = {execution.row(0).number(0), execution.row(0).number(1)};
    return isRefusal(execution.error) ? ElectorError() : execution.error;
}

ElectorError outdated(const ServerIdentity &now, const ServerIdentity &before)
{
    if (!now.isKnown() || now.system != before.system || now.timeline >= before.timeline)
        return {};
    return {
        ErrorCode::UnsafeServer,
        QStringLiteral("This server is an old primary: it is on timeline %1, and timeline %2 was seen before.")
            .arg(now.timeline)
            .arg(before.timeline),
        QStringLiteral("Stop it, or make it a standby of the new primary. If it was put back on purpose, restart this "
                       "program."),
        {}};
}

std::vector<ElectorError> errors(const ServerFacts &facts, bool mayCreate)
{
    std::vector<ElectorError> found;
    const auto note = [&found](const ElectorError &error) {
        if (error)
            found.push_back(error);
    };
    note(readOnly(facts));
    if (!facts.fsync) {
        note({ErrorCode::UnsafeServer,
              QStringLiteral("The server runs with fsync=off: a crash may lose who leads, and two would."),
              QStringLiteral("Set fsync = on in postgresql.conf and restart the server."),
              {}});
    }
    if (facts.version < oldestVersion) {
        note({ErrorCode::UnsafeServer,
              QStringLiteral("The server is PostgreSQL %1, which is too old.").arg(facts.majorVersion()),
              QStringLiteral("Use PostgreSQL 13 or newer."),
              {}});
    }
    note(facts.shape);
    if (facts.unlogged) {
        note({ErrorCode::TableUnlogged,
              QStringLiteral(
                  "%1.leader_lease is unlogged: a crash of the server would empty it while its leaders go on.")
                  .arg(facts.schema),
              QStringLiteral("Run ALTER TABLE %1.leader_lease SET LOGGED.").arg(facts.schema),
              {}});
    }
    if (facts.level == SchemaLevel::None)
        note(tableMissing(facts, mayCreate));
    else if (facts.level != SchemaLevel::Foreign)
        note(privilegesMissing(facts));
    return found;
}

std::vector<ElectorError> warnings(const ServerFacts &facts)
{
    std::vector<ElectorError> found;
    if (facts.level == SchemaLevel::Plain) {
        found.push_back(
            {ErrorCode::Configuration,
             QStringLiteral(
                 "%1.leader_lease is the plain table of nest-leader-election: no terms (fencing tokens), no guard, no "
                 "history, no notifications, no metadata.")
                 .arg(facts.schema),
             QStringLiteral("\"elector migrate\" adds them; npm nodes go on working."),
             {}});
        if (facts.idleInTransactionTimeout == std::chrono::milliseconds::zero()) {
            found.push_back(
                {ErrorCode::UnsafeServer,
                 QStringLiteral(
                     "idle_in_transaction_session_timeout is off: an npm node that freezes within its transaction "
                     "keeps everybody from leading."),
                 QStringLiteral("Set it for the roles of your npm nodes, for instance to 30s, or migrate the table."),
                 {}});
        }
    }
    if (facts.asynchronousStandbys > 0) {
        found.push_back(
            {ErrorCode::UnsafeServer,
             QStringLiteral(
                 "%1 standby server(s) replicate asynchronously: a failover can lose the latest captures and renewals.")
                 .arg(facts.asynchronousStandbys),
             QStringLiteral("Set synchronous_standby_names, or check the term wherever a leader's work takes effect."),
             {}});
    }
    if (facts.synchronousCommit == QLatin1String("off") || facts.synchronousCommit == QLatin1String("local")) {
        found.push_back({ErrorCode::UnsafeServer,
                         QStringLiteral("synchronous_commit is \"%1\": acknowledged commits can be lost.")
                             .arg(facts.synchronousCommit),
                         QStringLiteral("Our own sessions set it to \"on\"; sessions of npm nodes do not."),
                         {}});
    }
    return found;
}

ElectorError pooler(const QString &what)
{
    return {
        ErrorCode::Pooler,
        QStringLiteral("There is a pooler in front of the server, %1.").arg(what),
        QStringLiteral("Set pooling to transaction (ELECTOR_POOLING, --pooling), or let the pooler keep a session for "
                       "each client (PgBouncer: pool_mode = session for this database), or connect to the server "
                       "itself."),
        {}};
}

ElectorError configureSession(SqlConnection &connection, const SessionSettings &settings)
{
    const auto milliseconds
        = [](std::chrono::milliseconds span) { return QVariant(static_cast<qlonglong>(span.count())); };
    const Execution execution
        = connection.executeOnce(SqlText::statement(QStringLiteral("configure_session"), QString(), SchemaLevel::Full),
                                 {milliseconds(settings.statementTimeout), milliseconds(settings.lockTimeout),
                                  milliseconds(settings.idleInTransactionTimeout), settings.applicationName,
                                  settings.plansOnce, settings.backend});
    if (execution.outcome != Outcome::Answered)
        return execution.error;
    return execution.count() > 0 ? ElectorError()
                                 : pooler(QStringLiteral("which may lend us another session each time"));
}

} // namespace Elector::ServerCheck
