// SPDX-License-Identifier: MIT
#include "connectionlabel.h"

#include "displaytext.h"

#include <QtCore/QCoreApplication>

namespace Elector {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Elector::ConnectionLabel)
};

} // namespace

QString connectionLabel(const ConnectionParameters &connection, const ServerInfo &server)
{
    const auto given = [&](const char *keyword, const char *variable) {
        const QString value = connection.value(QString::fromLatin1(keyword));
        return value.isEmpty() ? qEnvironmentVariable(variable) : value;
    };
    const QString service = given("service", "PGSERVICE");
    const QString role = server.user.isEmpty() ? given("user", "PGUSER") : server.user;
    QString host = given("host", "PGHOST");
    const QString address = given("hostaddr", "PGHOSTADDR");
    const QString port = given("port", "PGPORT");
    const QString database = given("dbname", "PGDATABASE");
    if (!service.isEmpty() && host.isEmpty())
        return displayText(Words::tr("service %1").arg(service), 80);
    if (host.isEmpty())
        host = address;
    if (host.isEmpty() || host.startsWith(QLatin1Char('/')))
        host = Words::tr("local socket");
    QString label = role.isEmpty() ? host : role + QLatin1Char('@') + host;
    if (!port.isEmpty() && port != QLatin1StringView("5432"))
        label += QLatin1Char(':') + port;
    if (!database.isEmpty() || !role.isEmpty()) // libpq's default database is named like the role
        label += QLatin1Char('/') + (database.isEmpty() ? role : database);
    return displayText(label, 80);
}

QString targetText(const QString &description)
{
    return description == ConnectionParameters().description() ? Words::tr("the default server") : description;
}

} // namespace Elector
