// SPDX-License-Identifier: MIT
#include "connectionlabel.h"

#include <QRegularExpression>
#include <QTest>

using namespace Elector;

class TestConnectionLabel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void labelsNameRoleHostAndDatabaseAndNeverAPassword()
    {
        qputenv("PGHOST", "db-3");
        qputenv("PGDATABASE", "orders");
        qunsetenv("PGUSER");
        ServerInfo server;
        server.user = QStringLiteral("ops");
        QCOMPARE(connectionLabel({}, server), QStringLiteral("ops@db-3/orders"));
        const auto known = ConnectionParameters::fromString(QStringLiteral("host=db-1 user=ada password=secret"));
        QCOMPARE(connectionLabel(known, {}), QStringLiteral("ada@db-1/orders"));
        ConnectionParameters local;
        local.set(QStringLiteral("host"), QStringLiteral("/run/postgresql"));
        local.set(QStringLiteral("port"), QStringLiteral("5433"));
        QCOMPARE(connectionLabel(local, server), QStringLiteral("ops@local socket:5433/orders"));
    }
};

QTEST_GUILESS_MAIN(TestConnectionLabel)
#include "tst_connectionlabel.moc"
