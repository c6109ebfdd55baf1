// SPDX-License-Identifier: MIT
#include "sql/databaseerror_p.h"

#include <Elector/connectionsecurity.h>

#include <QtSql/QSqlError>

#include <libpq-fe.h>

#include <algorithm>
#include <initializer_list>

namespace Elector::DatabaseError {

namespace {

bool mentions(const QString &text, std::initializer_list<const char *> words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const char *word) { return text.contains(QLatin1String(word)); });
}

} // namespace

QString firstLine(const QString &text)
{
    const QString line = text.section(QLatin1Char('\n'), 0, 0).trimmed();
    return line.startsWith(QLatin1String("ERROR: ")) ? line.mid(7).trimmed() : line;
}

ElectorError fromOpen(const pg_conn *connection, const ConnectionParameters &parameters)
{
    // libpq gives no SQLSTATE for a connection that was refused, so the server's words have to do; they are in the
    // server's language, but that a password was wanted, and given in vain, libpq knows.
    const QString text
        = connection ? QString::fromUtf8(PQerrorMessage(connection)) : QStringLiteral("there is no memory left");
    const QString where = parameters.description();
    if (const TlsFailure failure = tlsFailure(text); failure.kind != TlsFailure::None) {
        const bool isLogin = failure.kind == TlsFailure::ClientCertificate;
        return {isLogin ? ErrorCode::Authentication : ErrorCode::Unreachable,
                QStringLiteral("No connection to %1: %2.").arg(where, failure.said),
                tlsRemedy(failure, parameters),
                {}};
    }
    const QString said = firstLine(text);
    if (mentions(text, {"unsupported startup parameter"}))
        return {ErrorCode::Pooler,
                QStringLiteral("There is a pooler at %1 that does not take all parameters: %2.").arg(where, said),
                QStringLiteral(
                    "Leave them out of the connection (options, PGOPTIONS), or let it pass over them (PgBouncer: "
                    "ignore_startup_parameters = options), or connect to the server itself."),
                {}};
    const bool denied = mentions(text, {"password", "authentication failed", "no pg_hba.conf entry"});
    const ElectorError authentication{
        ErrorCode::Authentication,
        QStringLiteral("The server refused the login to %1: %2.").arg(where, said),
        QStringLiteral(
            "Check user and password (PGPASSWORD, .pgpass or the connection string) and the server's pg_hba.conf."),
        {}};
    if (denied || (connection && PQconnectionNeedsPassword(connection)))
        return authentication;
    if (mentions(text, {"database \""}) && mentions(text, {"does not exist"}))
        return {ErrorCode::NoSuchDatabase,
                QStringLiteral("There is no such database at %1: %2.").arg(where, said),
                QStringLiteral("Create it, or name another one."),
                {}};
    if (mentions(text, {"role \""}) && mentions(text, {"does not exist"}))
        return {ErrorCode::Authentication,
                QStringLiteral("There is no such user at %1: %2.").arg(where, said),
                QStringLiteral("Create the role, or name another user."),
                {}};
    return {ErrorCode::Unreachable,
            QStringLiteral("No connection to %1: %2.").arg(where, said),
            QStringLiteral("Check host, port and network, and that the server is running."),
            {}};
}

ElectorError fromStatement(const QSqlError &error)
{
    return fromState(error.nativeErrorCode(), error.databaseText());
}

ElectorError fromState(const QString &sqlState, const QString &message)
{
    const QString said = firstLine(message);
    const auto make = [&](ErrorCode code, const QString &text, const QString &remedy) {
        return ElectorError{code, text, remedy, sqlState};
    };
    if (sqlState == QLatin1String("42501"))
        return make(ErrorCode::PrivilegeMissing, QStringLiteral("The database role lacks a privilege: %1.").arg(said),
                    QStringLiteral("Grant it, or connect as a role that has it."));
    if (sqlState == QLatin1String("42P01"))
        return make(ErrorCode::TableMissing, QStringLiteral("A table is missing: %1.").arg(said),
                    QStringLiteral("Run the migration, or set createTableOnInit."));
    if (sqlState == QLatin1String("42703") || sqlState == QLatin1String("42804") || sqlState == QLatin1String("42809"))
        return make(ErrorCode::TableForeign,
                    QStringLiteral("leader_lease has another shape than expected: %1.").arg(said),
                    QStringLiteral("Use another schema, or bring the table into the documented shape."));
    if (sqlState == QLatin1String("25006"))
        return make(ErrorCode::ReadOnlyServer, QStringLiteral("The server only reads: %1.").arg(said),
                    QStringLiteral("Connect to the primary (target_session_attrs=read-write)."));
    if (sqlState == QLatin1String("57014"))
        return make(ErrorCode::TimedOut, QStringLiteral("The statement took too long and was cancelled: %1.").arg(said),
                    QStringLiteral("If this repeats, look at the server's load and at who waits for whom."));
    if (sqlState == QLatin1String("55P03"))
        return make(ErrorCode::Database,
                    QStringLiteral("A row or the table is locked by another session: %1.").arg(said),
                    QStringLiteral("If this repeats, look at who waits for whom (elector candidates)."));
    return make(ErrorCode::Database, QStringLiteral("The database reported: %1 (SQLSTATE %2).").arg(said, sqlState),
                {});
}

bool leavesDoubt(const QString &sqlState)
{
    // Connection exceptions, the server going down, "statement completion unknown", and no state at all.
    return sqlState.isEmpty() || sqlState.startsWith(QLatin1String("08")) || sqlState.startsWith(QLatin1String("57P"))
        || sqlState == QLatin1String("40003");
}

} // namespace Elector::DatabaseError
