// SPDX-License-Identifier: MIT
#include "sql/guardsql_p.h"

#include "sql/pgconnection_p.h"

#include <QtSql/QSqlDatabase>

#include <libpq-fe.h>

namespace Elector::GuardSql {

namespace {

// The schema's name was checked when the elector started.
QString call(const QString &schema, const QString &function, Placeholders placeholders)
{
    const QString parameters = placeholders == Question ? QStringLiteral("?::int, ?::text, ?::bigint")
                                                        : QStringLiteral("$1::int, $2::text, $3::bigint");
    return QStringLiteral("SELECT \"%1\".%2(%3)").arg(schema, function, parameters);
}

} // namespace

QString take(const QString &schema, Placeholders placeholders)
{
    return call(schema, QStringLiteral("leader_lease_guard"), placeholders);
}

QString held(const QString &schema)
{
    return call(schema, QStringLiteral("leader_lease_guard_held"), Question);
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
