// SPDX-License-Identifier: MIT
#include "sql/guardsql_p.h"

#include "sql/pgconnection_p.h"

#include <QtSql/QSqlDatabase>

#include <libpq-fe.h>

namespace Elector::GuardSql {

namespace {

// The schema's name was checked when the elector started.
QString call(const QString &schema, const QString &function)
{
    return QStringLiteral("SELECT \"%1\".%2(?::int, ?::text, ?::bigint)").arg(schema, function);
}

} // namespace

QString take(const QString &schema)
{
    return call(schema, QStringLiteral("leader_lease_guard"));
}

QString held(const QString &schema)
{
    return call(schema, QStringLiteral("leader_lease_guard_held"));
}

QString transactionProblem(const QSqlDatabase &database)
{
    const PGconn *connection = pgConnection(database);
    if (!connection)
        return QStringLiteral("The connection is not an open connection to PostgreSQL.");
    switch (PQtransactionStatus(connection)) {
    case PQTRANS_INTRANS:
        return {};
    case PQTRANS_INERROR:
        return QStringLiteral("The transaction has failed already.");
    default:
        return QStringLiteral("The connection is not in a transaction.");
    }
}

} // namespace Elector::GuardSql
