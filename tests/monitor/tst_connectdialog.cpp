// SPDX-License-Identifier: MIT
#include "connectdialog.h"
#include "connectionlabel.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Elector;

namespace {

ConnectionParameters known()
{
    ConnectionParameters parameters;
    parameters.set(QStringLiteral("host"), QStringLiteral("db-1"));
    parameters.set(QStringLiteral("user"), QStringLiteral("ada"));
    parameters.set(QStringLiteral("password"), QStringLiteral("secret"));
    return parameters;
}

QLineEdit *field(QDialog &dialog, const char *name)
{
    return dialog.findChild<QLineEdit *>(QString::fromLatin1(name));
}

void replace(QLineEdit *edit, const char *text)
{
    edit->selectAll();
    QTest::keyClicks(edit, QString::fromLatin1(text));
}

void press(QDialog &dialog)
{
    QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("connectButton")), Qt::LeftButton);
}

} // namespace

class TestConnectDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameServerKeepsItsPasswordWithoutShowingIt()
    {
        ConnectDialog dialog(known(), QStringLiteral("public"));
        QVERIFY(field(dialog, "passwordEdit")->text().isEmpty());
        replace(field(dialog, "schemaEdit"), "jobs");
        press(dialog);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QCOMPARE(dialog.parameters(), known());
        QCOMPARE(dialog.schema(), QStringLiteral("jobs"));
    }

    void anotherServerNeverGetsTheOldPassword()
    {
        for (const char *name : {"hostEdit", "portEdit", "userEdit", "databaseEdit"}) {
            ConnectDialog dialog(known(), QStringLiteral("public"));
            replace(field(dialog, name), "4321");
            press(dialog);
            QCOMPARE(dialog.result(), int(QDialog::Accepted));
            QVERIFY2(!dialog.parameters().hasPassword(), name);
        }
    }

    void anAddressSaysEverything()
    {
        ConnectDialog dialog(known(), QStringLiteral("public"));
        replace(field(dialog, "dsnEdit"), "postgresql://bob@db-2/orders");
        QVERIFY(!field(dialog, "hostEdit")->isEnabled());
        press(dialog);
        QCOMPARE(dialog.parameters().value(QStringLiteral("host")), QStringLiteral("db-2"));
        QVERIFY(!dialog.parameters().hasPassword());
    }

    void whatCannotWorkIsExplainedInTheDialog()
    {
        ConnectDialog dialog(known(), QStringLiteral("public"));
        replace(field(dialog, "dsnEdit"), "postgresql://bob:hunter2@db-2/orders?bogus=1");
        press(dialog);
        QCOMPARE(dialog.result(), int(QDialog::Rejected)); // still asking
        const QString error = dialog.findChild<QLabel *>(QStringLiteral("connectError"))->text();
        QVERIFY(!error.isEmpty());
        QVERIFY(!error.contains(QStringLiteral("hunter2")));
    }

    void labelsNameRoleHostAndDatabaseAndNeverAPassword()
    {
        qputenv("PGHOST", "db-3");
        qputenv("PGDATABASE", "orders");
        qunsetenv("PGUSER");
        ServerInfo server;
        server.user = QStringLiteral("ops");
        QCOMPARE(connectionLabel({}, server), QStringLiteral("ops@db-3/orders"));
        QCOMPARE(connectionLabel(known(), {}), QStringLiteral("ada@db-1/orders"));
        ConnectionParameters local;
        local.set(QStringLiteral("host"), QStringLiteral("/run/postgresql"));
        local.set(QStringLiteral("port"), QStringLiteral("5433"));
        QCOMPARE(connectionLabel(local, server), QStringLiteral("ops@local socket:5433/orders"));
    }
};

QTEST_MAIN(TestConnectDialog)
#include "tst_connectdialog.moc"
