// SPDX-License-Identifier: MIT
#include "cliroom.h"
#include "terminalsession.h"

#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace Elector;

class TestCliStatus : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void heldLock();
    void statesOfRows();
    void plainTable();
    void knownLocksOnlyWhenAsked();
    void nothingIsCutInAPipe();
    void fitsTheTerminal();
    void wideSignsTakeTwoColumns();
    void tellsOrders();
    void hostileRowsDoNotMoveTheCursor();
    void missingTable();
    void unreachableServer();
    void passwordIsBlankedAndWarnedOf();

private:
    PostgresServer m_server;
};

namespace {

QJsonObject lockOf(const QJsonArray &status, int lock)
{
    for (const QJsonValue &value : status) {
        if (value.toObject().value(QStringLiteral("lock")).toInt() == lock)
            return value.toObject();
    }
    return {};
}

/// Two locks whose names begin alike, one of them paused, and holders with long names.
const QString longRowsSql = QStringLiteral(
    "INSERT INTO leader_lease_lock (id, name) VALUES (21, 'nightly-invoices-of-the-north'),"
    " (22, 'nightly-invoices-of-the-south');"
    "INSERT INTO leader_lease (id, leader_id, expires_at) VALUES (21, 'worker-frontend-eu-west-1-a.example.org#b.1',"
    " now() + interval '1 hour'), (22, 'worker-frontend-eu-west-1-b.example.org#b.1', now() + interval '1 hour')");

/// The rows of `elector status` at a terminal of that width.
QStringList statusAtTerminal(const CliRoom &room, int columns)
{
    // The size stands before the program starts.
    TerminalSession terminal(QStringLiteral("sh"),
                             {QStringLiteral("-c"), QStringLiteral("stty cols %1; exec \"$@\"").arg(columns),
                              QStringLiteral("sh"), room.program(), QStringLiteral("status"), QStringLiteral("--dsn"),
                              room.dsn()});
    if (terminal.waitForEnd() != 0)
        return {QString::fromUtf8(terminal.screen())};
    return QString::fromUtf8(terminal.screen()).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
}

const QString plainTableSql = QStringLiteral(
    "CREATE TABLE leader_lease (id INT PRIMARY KEY, leader_id TEXT NOT NULL, expires_at TIMESTAMPTZ NOT NULL,"
    " created_at TIMESTAMPTZ NOT NULL DEFAULT now(), CHECK (expires_at > created_at));"
    " CREATE INDEX leader_lease_expires ON leader_lease (expires_at)");

} // namespace

void TestCliStatus::initTestCase()
{
    PostgresServer::Options options;
    options.password = true;
    QVERIFY2(m_server.start(options), qPrintable(m_server.errorString()));
}

void TestCliStatus::heldLock()
{
    const CliRoom room(m_server);
    const auto node = room.run(QStringLiteral("web-1"), {QStringLiteral("sleep"), QStringLiteral("1000")});
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), QStringLiteral("web-1"), 30000);
    const QJsonObject lock = lockOf(room.status(), 1);
    QCOMPARE(lock.value(QStringLiteral("state")).toString(), QStringLiteral("held"));
    QVERIFY(lock.value(QStringLiteral("holder")).toString().startsWith(QStringLiteral("web-1#")));
    QVERIFY(lock.value(QStringLiteral("term")).toInteger() > 0);
    QVERIFY(lock.contains(QStringLiteral("name")));
    const qint64 remaining = lock.value(QStringLiteral("expires_in_ms")).toInteger(-1);
    QVERIFY2(remaining >= 0 && remaining <= 2000, qPrintable(QString::number(remaining)));
    const QDateTime since
        = QDateTime::fromString(lock.value(QStringLiteral("created_at")).toString(), Qt::ISODateWithMs);
    QVERIFY(since.isValid());
    QCOMPARE(since.timeSpec(), Qt::UTC);

    const auto table = room.elector({QStringLiteral("status")});
    QCOMPARE(table->waitForEnd(), 0);
    QVERIFY2(table->output().contains("web-1#") && table->output().contains("held"), table->output().constData());
}

void TestCliStatus::statesOfRows()
{
    const CliRoom room(m_server);
    QVERIFY(room.run(QStringLiteral("installer"), {QStringLiteral("true")})->waitForEnd() == 0);
    // Rows as they are after a crash and a revocation.
    const auto made = room.sql(QStringLiteral("INSERT INTO leader_lease (id, leader_id, expires_at) VALUES (2, "
                                              "'dead#a.1', clock_timestamp() + interval '0.2 s'),"
                                              " (3, 'back#b.1', clock_timestamp() + interval '1 hour');"
                                              "UPDATE leader_lease SET leader_id = '#revoked back#b.1' WHERE id = 3"));
    QVERIFY2(made, qPrintable(made.error));
    QTRY_COMPARE_WITH_TIMEOUT(lockOf(room.status(), 2).value(QStringLiteral("state")).toString(),
                              QStringLiteral("expired"), 30000);
    const QJsonArray status = room.status();
    QCOMPARE(lockOf(status, 2).value(QStringLiteral("expires_in_ms")).toInteger(-1), 0);
    QCOMPARE(lockOf(status, 3).value(QStringLiteral("state")).toString(), QStringLiteral("revoked"));
    QCOMPARE(lockOf(status, 3).value(QStringLiteral("holder")).toString(), QStringLiteral("back#b.1"));
}

void TestCliStatus::plainTable()
{
    const CliRoom room(m_server);
    QVERIFY(room.sql(plainTableSql));
    QVERIFY(
        room.sql(QStringLiteral("INSERT INTO leader_lease VALUES (7, 'nest-node', now() + interval '1 hour', now())")));
    const QJsonObject lock = lockOf(room.status(), 7);
    QCOMPARE(lock.value(QStringLiteral("holder")).toString(), QStringLiteral("nest-node"));
    QVERIFY(lock.value(QStringLiteral("term")).isNull());
    QCOMPARE(lock.value(QStringLiteral("state")).toString(), QStringLiteral("held"));
}

void TestCliStatus::knownLocksOnlyWhenAsked()
{
    const CliRoom room(m_server);
    QCOMPARE(room.run(QStringLiteral("short"), {QStringLiteral("true")})->waitForEnd(), 0);
    QCOMPARE(room.status().size(), 0);
    const auto all = room.elector({QStringLiteral("status"), QStringLiteral("--json"), QStringLiteral("--all")});
    QCOMPARE(all->waitForEnd(), 0);
    const QJsonArray locks = QJsonDocument::fromJson(all->output()).array();
    QCOMPARE(lockOf(locks, 1).value(QStringLiteral("state")).toString(), QStringLiteral("free"));
}

void TestCliStatus::nothingIsCutInAPipe()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({QStringLiteral("migrate")})->waitForEnd(), 0);
    QVERIFY(room.sql(longRowsSql));
    const auto table = room.elector({QStringLiteral("status")});
    QCOMPARE(table->waitForEnd(), 0);
    const QByteArray output = table->output();
    for (const char *text : {"21 nightly-invoices-of-the-north  worker-frontend-eu-west-1-a.example.org#b.1  held",
                             "22 nightly-invoices-of-the-south  worker-frontend-eu-west-1-b.example.org#b.1  "})
        QVERIFY2(output.contains(text), output.constData());
}

/// Locks can be told from each other where there is room, and where there is none, the term is what is missed least.
void TestCliStatus::fitsTheTerminal()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({QStringLiteral("migrate")})->waitForEnd(), 0);
    QVERIFY(room.sql(longRowsSql));
    const QStringList wide = statusAtTerminal(room, 200);
    QCOMPARE(wide.size(), 3);
    QVERIFY2(
        wide.at(1).startsWith(QStringLiteral("21 nightly-invoices-of-the-north  worker-frontend-eu-west-1-a.example"
                                             ".org#b.1  held  ")),
        qPrintable(wide.at(1)));
    for (const int columns : {100, 80, 72, 60, 40, 10}) {
        const QStringList lines = statusAtTerminal(room, columns);
        QCOMPARE(lines.size(), 3);
        for (const QString &line : lines)
            QVERIFY2(line.size() <= columns, qPrintable(QString::number(columns) + line));
        if (columns >= 40)
            QVERIFY2(lines.at(1).endsWith(QStringLiteral(" s")) && lines.at(0).endsWith(QStringLiteral("EXPIRES")),
                     qPrintable(lines.join(QLatin1Char('\n'))));
        QCOMPARE(lines.at(0).contains(QStringLiteral("TERM")), columns >= 60);
    }
}

void TestCliStatus::wideSignsTakeTwoColumns()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({QStringLiteral("migrate")})->waitForEnd(), 0);
    QVERIFY(
        room.sql(QStringLiteral("INSERT INTO leader_lease_lock (id, name) VALUES (21, U&'\\591c\\9593\\0065\\0301'), "
                                "(22, 'nightly-run');"
                                "INSERT INTO leader_lease (id, leader_id, expires_at) VALUES "
                                "(21, 'a#b.1', now() + interval '1 hour'), "
                                "(22, repeat(U&'\\591c', 60), now() + interval '1 hour')")));
    const auto table = room.elector({QStringLiteral("status")});
    QCOMPARE(table->waitForEnd(), 0);
    const QString output = QString::fromUtf8(table->output());
    // Two signs of two columns, and a letter whose accent is a sign of its own.
    QVERIFY2(output.contains(QStringLiteral("\n21 \u591c\u9593e\u0301        a#b.1")), qPrintable(output));
    QVERIFY2(output.contains(QStringLiteral("\n22 nightly-run  \u591c")), qPrintable(output));
    const QStringList narrow = statusAtTerminal(room, 60);
    QVERIFY2(narrow.at(2).size() < 60 && narrow.at(2).contains(QStringLiteral("\u591c\u2026")),
             qPrintable(narrow.at(2)));
}

void TestCliStatus::tellsOrders()
{
    const CliRoom room(m_server);
    const auto elector = [&](const QStringList &arguments) {
        const auto program = room.elector(arguments);
        return program->waitForEnd() == 0 ? program->output() : program->errors();
    };
    elector({QStringLiteral("migrate")});
    QVERIFY(!elector({QStringLiteral("status"), QStringLiteral("--all")}).contains("ORDER"));
    const QStringList alice{QStringLiteral("--operator"), QStringLiteral("alice"), QStringLiteral("--reason"),
                            QStringLiteral("disk swap on db-2")};
    elector(QStringList{QStringLiteral("pause"), QStringLiteral("--lock"), QStringLiteral("1")} + alice);
    elector(QStringList{QStringLiteral("transfer"), QStringLiteral("--lock"), QStringLiteral("2"),
                        QStringLiteral("--to"), QStringLiteral("web-2"), QStringLiteral("--yes")}
            + alice);
    const QByteArray table = elector({QStringLiteral("status")});
    QVERIFY2(table.contains("  paused by alice: disk swap on db-2\n"), table.constData());
    QVERIFY2(table.contains("  reserved for web-2 by alice: disk swap on db-2\n"), table.constData());
    QVERIFY2(table.contains("ORDER\n"), table.constData());
    const QStringList narrow = statusAtTerminal(room, 80);
    QVERIFY2(narrow.at(1).size() <= 80 && narrow.at(1).contains(QStringLiteral("paused by alice")),
             qPrintable(narrow.join(QLatin1Char('\n'))));
}

void TestCliStatus::hostileRowsDoNotMoveTheCursor()
{
    const CliRoom room(m_server);
    QVERIFY(room.sql(plainTableSql));
    QVERIFY(room.sql(QStringLiteral("INSERT INTO leader_lease VALUES (-5, E'\\x1b[2Jevil\\nline\\u202e', 'infinity', "
                                    "now()), (6, repeat('x', 10000), now() + interval '1 s', now())")));
    const auto table = room.elector({QStringLiteral("status")});
    QCOMPARE(table->waitForEnd(), 0);
    const QByteArray output = table->output();
    QVERIFY(!output.contains('\x1b'));
    QCOMPARE(output.count('\n'), 3); // the header and two rows
    QCOMPARE(room.status().size(), 2); // JSON escapes what is in the row
}

void TestCliStatus::missingTable()
{
    const CliRoom room(m_server);
    const auto status = room.elector({QStringLiteral("status")});
    QCOMPARE(status->waitForEnd(), 1);
    QVERIFY2(status->errors().contains("There is no table leader_lease in schema \"public\""),
             status->errors().constData());
}

void TestCliStatus::unreachableServer()
{
    Program status({QStringLiteral("status"), QStringLiteral("--dsn"),
                    QStringLiteral("postgresql://nobody:s3cret@127.0.0.1:1/none")});
    QCOMPARE(status.waitForEnd(), 1);
    const QByteArray errors = status.errors();
    QVERIFY2(errors.contains("No connection to nobody@127.0.0.1:1/none"), errors.constData());
    QVERIFY2(!errors.contains("s3cret"), errors.constData());
}

void TestCliStatus::passwordIsBlankedAndWarnedOf()
{
    const CliRoom room(m_server);
    QString dsn = m_server.tcpDsn();
    if (!dsn.contains(m_server.password())) // the URI may come without it
        dsn.replace(QStringLiteral("postgres@"), QStringLiteral("postgres:%1@").arg(m_server.password()));
    QVERIFY(dsn.contains(m_server.password()));
    Program node({QStringLiteral("run"), QStringLiteral("--lock"), QStringLiteral("99"), QStringLiteral("--dsn"), dsn,
                  QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
                  QStringLiteral("touch %1; sleep 1000").arg(room.file(QStringLiteral("leads")))});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(room.file(QStringLiteral("leads"))), 30000);
    QCOMPARE(processesWith(m_server.password()), 0);
    QCOMPARE(node.errors().count("password"), 1);
    QVERIFY(!node.errors().contains(m_server.password().toUtf8()));
}

QTEST_GUILESS_MAIN(TestCliStatus)
#include "tst_clistatus.moc"
