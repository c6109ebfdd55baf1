// SPDX-License-Identifier: MIT
#include "commands.h"

#include "commandline.h"
#include "exitcodes.h"
#include "leaseformat.h"
#include "observercommand.h"
#include "sqldatabase.h"
#include "terminal.h"

#include <Elector/connectionsecurity.h>
#include <Elector/schema.h>

#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>

namespace Elector {

namespace {

const char description[] =
    R"(Makes the table leader_lease and what belongs to it, brings it up to date, or removes it. May be run again without
harm, and while nodes are running. --level full (the default) makes a plain table, such as one that
nest-leader-election has made, full: terms, history, names, notifications, the guard. Its nodes go on working.

--print asks no database and changes nothing: it prints the SQL, for a migration tool or another role.
--roles makes roles on top of a full table: elector_owner (cannot log in), elector_node, elector_viewer,
elector_operator. From then on the database refuses to each what is not its own. They have no passwords yet: set them,
or make your roles members of them.
--strict makes the same roles, and trusts no node: nodes call functions in place of writing the table, and only who holds
the key of a tenure, which it never shows, renews it or gives it up. It shuts out nest-leader-election, and nodes of
versions before. Running nodes go on. A later --roles leaves it as it is; --no-strict ends it.

--uninstall is refused while a lease has not run out, and asks for the schema's name to be typed.)";

constexpr int oldestVersion = 13;
constexpr int newestVersion = 99;

struct Plan
{
    QString schema;
    SchemaLevel level = SchemaLevel::Full;
    bool uninstall = false;
    bool keepTable = false;
    bool roles = false;
    Schema::NodeAccess access = Schema::NodeAccess::AsBefore;
    int version = oldestVersion;
};

QString levelName(SchemaLevel level)
{
    switch (level) {
    case SchemaLevel::Plain:
        return QStringLiteral("plain");
    case SchemaLevel::Full:
        return QStringLiteral("full");
    case SchemaLevel::Foreign:
        return QStringLiteral("foreign");
    case SchemaLevel::None:
        break;
    }
    return QStringLiteral("none");
}

Plan planFrom(CommandLine &line, const QString &schema)
{
    Plan plan;
    plan.schema = schema;
    plan.uninstall = line.isSet(QStringLiteral("uninstall"));
    plan.keepTable = line.isSet(QStringLiteral("keep-table"));
    if (line.isSet(QStringLiteral("level"))) {
        const QString level = line.value(QStringLiteral("level"));
        plan.level = level == QLatin1String("plain") ? SchemaLevel::Plain : SchemaLevel::Full;
        if (level != levelName(plan.level))
            line.addProblem(QStringLiteral("--level is \"%1\". Use plain or full.").arg(level));
        if (plan.uninstall)
            line.addProblem(
                QStringLiteral("--level does not go with --uninstall. To go back to a plain table: --uninstall "
                               "--keep-table."));
    }
    const bool strict = line.isSet(QStringLiteral("strict"));
    const bool notStrict = line.isSet(QStringLiteral("no-strict"));
    plan.roles = line.isSet(QStringLiteral("roles")) || strict || notStrict;
    if (strict || notStrict)
        plan.access = strict ? Schema::NodeAccess::Functions : Schema::NodeAccess::Table;
    if (strict && notStrict)
        line.addProblem(QStringLiteral("--strict and --no-strict say the opposite. Leave one of them out."));
    if (plan.roles && (plan.uninstall || plan.level == SchemaLevel::Plain))
        line.addProblem(QStringLiteral("--roles, --strict and --no-strict need the full level. Use them without "
                                       "--uninstall and --level plain."));
    if (plan.keepTable && !plan.uninstall)
        line.addProblem(QStringLiteral("--keep-table goes with --uninstall."));
    if (line.isSet(QStringLiteral("print")) && line.isSet(QStringLiteral("json")))
        line.addProblem(QStringLiteral("--json does not go with --print, which prints SQL. Leave one of them out."));
    if (line.isSet(QStringLiteral("server-version"))) {
        plan.version = line.value(QStringLiteral("server-version")).toInt();
        if (plan.version < oldestVersion || plan.version > newestVersion)
            line.addProblem(QStringLiteral("--server-version is \"%1\". Use a major version of PostgreSQL, such as 15.")
                                .arg(line.value(QStringLiteral("server-version"))));
    }
    return plan;
}

/// Whatever stands there, the plan holds afterwards.
QString script(const Plan &plan)
{
    if (plan.uninstall)
        return Schema::uninstallSql(plan.schema, plan.keepTable);
    QString sql = Schema::installSql(plan.schema, plan.level, plan.version);
    if (plan.level == SchemaLevel::Full)
        sql += Schema::upgradeSql(plan.schema, plan.version);
    if (plan.roles)
        sql += Schema::rolesSql(plan.schema, plan.access);
    return sql;
}

/// Asks `to_regclass` or the like. The name is one that needs no quotes.
bool isThere(const QSqlDatabase &database, const QString &function, const QString &name)
{
    QSqlQuery query(database);
    return query.exec(QStringLiteral("SELECT %1('%2') IS NOT NULL").arg(function, name)) && query.next()
        && query.value(0).toBool();
}

/// What the plan does to what stands there; an error that is none if it is done.
ElectorError carryOut(const Plan &plan, const Schema &schema, SchemaLevel before)
{
    if (plan.uninstall)
        return schema.uninstall(plan.keepTable);
    if (before == SchemaLevel::None)
        return schema.install(plan.level);
    if (plan.level == SchemaLevel::Full)
        return schema.upgrade();
    if (before == SchemaLevel::Plain)
        return {};
    return {ErrorCode::Refused,
            QStringLiteral("The table in schema %1 is full; to make it plain takes its terms and its history away.")
                .arg(plan.schema),
            QStringLiteral("If that is what you want: elector migrate --uninstall --keep-table."),
            {}};
}

/// An exit code if it is not to be done.
std::optional<int> dissuade(const CommandLine &line, const Plan &plan)
{
    if (!plan.uninstall || line.isSet(QStringLiteral("yes")))
        return std::nullopt;
    const auto answer = Terminal::ask(
        QStringLiteral("This removes %1 in schema %2.\nType the schema's name to go on:")
            .arg(plan.keepTable ? QStringLiteral("the terms, names and history of all locks")
                                : QStringLiteral("leader_lease, with the terms, names and history of all locks,"),
                 plan.schema));
    if (!answer) {
        Terminal::complain(
            QStringLiteral("--uninstall asks before it acts, and here is no terminal to ask at. Use --yes."));
        return ExitCode::Usage;
    }
    if (*answer == plan.schema)
        return std::nullopt;
    Terminal::complain(QStringLiteral("Nothing was done."));
    return ExitCode::Declined;
}

int migrate(const CommandLine &line, const Plan &plan, const QSqlDatabase &database)
{
    const Schema schema(database, plan.schema);
    const bool schemaIsNew = !isThere(database, QStringLiteral("to_regnamespace"), plan.schema);
    ElectorError error;
    const SchemaLevel before = schema.level(&error);
    const bool broken = error && error.code != ErrorCode::TableMissing
        && !(before == SchemaLevel::Foreign && !plan.uninstall && plan.level == SchemaLevel::Full);
    if (!broken) {
        if (const auto code = dissuade(line, plan))
            return *code;
        error = carryOut(plan, schema, before);
        if (!error && plan.roles)
            error = schema.addRoles(plan.access);
    }
    if (error) {
        Terminal::complain(error.message());
        return error.code == ErrorCode::Refused ? ExitCode::NotSo : ExitCode::Failure;
    }
    const SchemaLevel after = schema.level();
    const auto access = schema.nodeAccess();
    const bool strict = access == Schema::NodeAccess::Functions;
    if (line.isSet(QStringLiteral("json")))
        Terminal::printRaw(LeaseFormat::document({{QStringLiteral("schema"), plan.schema},
                                                  {QStringLiteral("before"), levelName(before)},
                                                  {QStringLiteral("after"), levelName(after)},
                                                  {QStringLiteral("roles"), access.has_value()},
                                                  {QStringLiteral("strict"), strict}}));
    else if (after == SchemaLevel::None)
        Terminal::printLine(QStringLiteral("Schema %1 has no leader_lease any more.").arg(plan.schema));
    else
        Terminal::printLine(QStringLiteral("leader_lease in schema %1 is %2%3; before, %4.")
                                .arg(plan.schema, levelName(after),
                                     strict       ? QStringLiteral(", with roles, strict")
                                         : access ? QStringLiteral(", with roles")
                                                  : QString(),
                                     schemaIsNew ? QStringLiteral("there was no such schema")
                                         : before == SchemaLevel::None
                                         ? QStringLiteral("it was not there")
                                         : QStringLiteral("it was ") + levelName(before)));
    if (plan.uninstall
        && isThere(database, QStringLiteral("to_regclass"), plan.schema + QStringLiteral(".leader_lease_server")))
        Terminal::complain(
            QStringLiteral("%1.leader_lease_server stays: it lets terms go on rising if leader_lease comes "
                           "back. If it never does: DROP TABLE %1.leader_lease_server")
                .arg(plan.schema));
    return ExitCode::Success;
}

} // namespace

int migrateCommand(const QStringList &arguments)
{
    CommandLine line(CommandLine::Connection | CommandLine::Json, QStringLiteral("migrate [options]"),
                     QString::fromLatin1(description));
    const auto add = [&line](const char *name, const char *help, const char *value = "") {
        line.parser().addOption({QString::fromLatin1(name), QString::fromLatin1(help), QString::fromLatin1(value)});
    };
    add("print", "Prints the SQL instead of running it.");
    add("level", "What is to stand there: plain (the table alone) or full. Default: full.", "plain|full");
    add("server-version", "With --print: for this major version of PostgreSQL. Default: what fits all, 13 and later.",
        "number");
    add("roles", "Makes roles with the least rights each, too; the database refuses what is not theirs.");
    add("strict", "As --roles, and nodes call functions that want a proof of the tenure: no node is trusted.");
    add("no-strict", "As --roles, and nodes write the table again.");
    add("uninstall", "Removes it all.");
    add("keep-table", "With --uninstall: the plain table and its leases stay.");
    add("yes", "Uninstalls without asking.");
    const auto settings = observerSettings(line, arguments);
    if (settings.exitCode)
        return *settings.exitCode;
    const Plan plan = planFrom(line, settings.schema);
    for (const QString &problem : line.problems())
        Terminal::complain(problem);
    if (!line.problems().isEmpty())
        return ExitCode::Usage;
    if (line.isSet(QStringLiteral("print"))) {
        Terminal::printRaw(QByteArrayLiteral("BEGIN;\n") + script(plan).toUtf8() + QByteArrayLiteral("COMMIT;\n"));
        return ExitCode::Success;
    }
    if (settings.connection.pooling() == Pooling::Transaction) {
        // Qt's driver sets what somebody else would find in a session that is lent.
        Terminal::complain(
            QStringLiteral("migrate wants a session of its own, not one that a pooler lends for a transaction. "
                           "Connect to the server itself, or run what \"elector migrate --print\" prints by "
                           "psql, which may go through a pooler of pool_mode=transaction."));
        return ExitCode::Usage;
    }
    QString problem;
    const QSqlDatabase database = openSqlDatabase(settings.connection, QStringLiteral("elector-migrate"), &problem);
    if (!database.isOpen()) {
        Terminal::complain(problem);
        return ExitCode::Failure;
    }
    return migrate(line, plan, database);
}

} // namespace Elector
