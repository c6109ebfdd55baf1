// SPDX-License-Identifier: MIT
#include "sqldatabase.h"

#include <Elector/connectionsecurity.h>

#include <QtSql/QSqlError>

namespace Elector {

QSqlDatabase openSqlDatabase(const ConnectionParameters &where, const QString &applicationName, QString *problem)
{
    ConnectionParameters connection = withSafeTls(where);
    const auto setDefault = [&connection](const QString &keyword, const QString &value) {
        if (connection.value(keyword).isEmpty())
            connection.set(keyword, value);
    };
    setDefault(QStringLiteral("application_name"), applicationName);
    setDefault(QStringLiteral("connect_timeout"), QStringLiteral("10"));
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), applicationName);
    connection.applyTo(database);
    if (!database.open()) {
        const QString said = database.lastError().databaseText();
        const TlsFailure failure = tlsFailure(said);
        const QString first = failure.said.isEmpty() ? said.section(QLatin1Char('\n'), 0, 0) : failure.said;
        *problem = QStringLiteral("No connection to %1: %2. %3")
                       .arg(connection.description(), first, tlsRemedy(failure, where))
                       .trimmed();
    }
    return database;
}

} // namespace Elector
