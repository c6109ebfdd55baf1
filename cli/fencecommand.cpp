// SPDX-License-Identifier: MIT
#include "commands.h"

#include "exitcodes.h"
#include "leaseformat.h"
#include "operatorsession.h"
#include "terminal.h"

#include <Elector/leasejson.h>
#include <Elector/schema.h>

namespace Elector {

namespace {

const char description[] =
    R"(Prints the term of whoever leads, the fencing token: a whole number that grows at every change of holder. With
--check it tells by the exit code whether a term is still that of the leader: 0 if so, 3 if not. A check is over when
it has been answered: what must be certain needs the guard, inside the transaction that does the work, or a resource
that remembers the highest term it has seen. --sql prints both.)";

/// For psql, and in comments for everything else. Names of schemas are plain, so nothing needs escaping here.
QString guardScript(const QString &schema)
{
    QString call = Schema::guardSql(schema);
    const QString portable = call;
    call.replace(QStringLiteral("$1"), QStringLiteral(":lock"))
        .replace(QStringLiteral("$2"), QStringLiteral(":'leader'"))
        .replace(QStringLiteral("$3"), QStringLiteral(":term"));
    return QStringLiteral(
               R"(-- Work that only the leader may do, in the database that elects it. The guard makes a take-over wait until this
-- transaction ends. Take it before the first write, and not within a savepoint. In a script of `elector run`:
--   psql -v ON_ERROR_STOP=1 -v lock="$ELECTOR_LOCK" -v leader="$ELECTOR_LEADER_ID" -v term="$ELECTOR_TERM" -f work.sql
-- From other programs, with parameters:
--   %1
BEGIN;
%2 AS granted \gset
\if :granted
    -- Your statements.
    COMMIT;
\else
    ROLLBACK;
    -- Fails, so that psql does, too.
    DO $$ BEGIN RAISE EXCEPTION 'not the leader (any more)'; END $$;
\endif

-- Elsewhere, let the resource remember the highest term, and refuse lower ones:
--   UPDATE resource SET ..., term = <term> WHERE id = <id> AND term <= <term>;   -- no row: not the leader any more
)")
        .arg(portable, call);
}

} // namespace

int fenceCommand(const QStringList &arguments)
{
    CommandLine line(CommandLine::Connection | CommandLine::Lock | CommandLine::Json,
                     QStringLiteral("fence [--check TERM | --sql] [options]"), QString::fromLatin1(description));
    line.parser().addOption(
        {QStringLiteral("check"),
         QStringLiteral(
             "Whether this is the term of the leader, such as \"$ELECTOR_TERM\" in a program of elector run."),
         QStringLiteral("term")});
    line.parser().addOption(
        {QStringLiteral("holder"),
         QStringLiteral("With --check: and whether this one leads, such as \"$ELECTOR_LEADER_ID\"."),
         QStringLiteral("leader_id")});
    line.parser().addOption(
        {QStringLiteral("sql"), QStringLiteral("Prints SQL that guards work in a transaction; asks no database.")});
    int exitCode = ExitCode::Success;
    const auto session = OperatorSession::from(line, arguments, &exitCode);
    if (!session)
        return exitCode;
    const bool checks = line.isSet(QStringLiteral("check"));
    bool isNumber = true;
    const qint64 wanted = checks ? line.value(QStringLiteral("check")).toLongLong(&isNumber) : 0;
    if (!isNumber || (line.isSet(QStringLiteral("holder")) && !checks)
        || (line.isSet(QStringLiteral("sql")) && (checks || line.isSet(QStringLiteral("json"))))) {
        Terminal::complain(
            !isNumber ? QStringLiteral("--check is \"%1\". Use a term, a whole number.")
                            .arg(line.value(QStringLiteral("check")))
                      : QStringLiteral("--holder goes with --check, and --sql with neither --check nor --json. "
                                       "Try: elector fence --help"));
        return ExitCode::Usage;
    }
    if (line.isSet(QStringLiteral("sql"))) {
        Terminal::printRaw(guardScript(session->schema()).toUtf8());
        return ExitCode::Success;
    }
    const auto lease = session->find();
    if (!lease)
        return session->exitCode();
    const auto remaining = session->observer().remainingNow(*lease);
    const bool leads = lease->state == LeaseState::Held && remaining > std::chrono::microseconds::zero();
    if (session->observer().server().level != SchemaLevel::Full)
        return session->fail(ExitCode::Failure,
                             QStringLiteral("A plain table has no terms. \"elector migrate\" adds them."));
    const bool current = leads && (!checks || lease->term == wanted)
        && (!line.isSet(QStringLiteral("holder")) || lease->leaderId == line.value(QStringLiteral("holder")));
    if (line.isSet(QStringLiteral("json"))) {
        QJsonObject object{
            {QStringLiteral("lock"), lease->lockId},
            {QStringLiteral("term"), leads && lease->term ? QJsonValue(*lease->term) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("holder"), leads ? QJsonValue(lease->leaderId) : QJsonValue(QJsonValue::Null)},
        };
        if (checks)
            object.insert(QStringLiteral("current"), current);
        Terminal::printRaw(LeaseFormat::document(object));
    } else if (leads && !checks) {
        Terminal::printLine(QString::number(lease->term.value_or(0)));
    }
    if (current)
        return ExitCode::Success;
    return session->fail(ExitCode::NotSo,
                         !leads ? QStringLiteral("Nobody leads lock %1.").arg(lease->lockId)
                                : QStringLiteral("Lock %1 is led by %2, term %3.")
                                      .arg(lease->lockId)
                                      .arg(Terminal::cell(lease->leaderId, 200).trimmed())
                                      .arg(lease->term.value_or(0)));
}

} // namespace Elector
