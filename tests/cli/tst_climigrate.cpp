// SPDX-License-Identifier: MIT
#include "cliroom.h"
#include "terminalsession.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QProcess>
#include <QtTest/QTest>

using namespace Elector;
using namespace Qt::StringLiterals;

/// `elector migrate`, and its SQL run by psql.
class TestCliMigrate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void roles();
    void strict();
    void fromNothingToFullAndAgain();
    void fromPlainToFull();
    void fullDoesNotBecomePlain();
    void holdsNobodyUpWhileItWaits();
    void printedSqlDoesTheSame_data();
    void printedSqlDoesTheSame();
    void uninstallIsRefusedWhileALeaseLasts();
    void uninstallIsTyped();
    void uninstallKeepsTheTable();
    void tableOfAnotherShape();
    void unreachable();

private:
    PostgresServer m_server;
};

namespace {

QString outcome(const CliRoom &room, const QStringList &options)
{
    const auto program = room.elector(QStringList{u"migrate"_s, u"--json"_s} + options);
    const int code = program->waitForEnd();
    const QJsonObject json = QJsonDocument::fromJson(program->output()).object();
    return code == 0 ? json.value(u"before"_s).toString() + u" -> "_s + json.value(u"after"_s).toString()
                     : QString::number(code) + u": "_s + QString::fromUtf8(program->errors());
}

QString psql(const CliRoom &room, const QByteArray &script)
{
    QProcess process;
    process.start(u"psql"_s, {u"-X"_s, u"-q"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-d"_s, room.dsn()});
    process.write(script);
    process.closeWriteChannel();
    process.waitForFinished(30000);
    return process.exitCode() == 0 ? QString() : QString::fromUtf8(process.readAllStandardError());
}

const QString heldRow
    = u"INSERT INTO leader_lease (id, leader_id, expires_at) VALUES (7, 'a#b.1', now() + interval '1 hour')"_s;

} // namespace

void TestCliMigrate::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.errorString()));
}

void TestCliMigrate::fromNothingToFullAndAgain()
{
    const CliRoom room(m_server);
    QCOMPARE(outcome(room, {}), u"none -> full"_s);
    QVERIFY(room.sql(heldRow));
    QCOMPARE(outcome(room, {}), u"full -> full"_s);
    QCOMPARE(room.sql(u"SELECT leader_id FROM leader_lease"_s).value().toString(), u"a#b.1"_s);
}

void TestCliMigrate::fromPlainToFull()
{
    const CliRoom room(m_server);
    QCOMPARE(outcome(room, {u"--level"_s, u"plain"_s}), u"none -> plain"_s);
    QVERIFY(room.sql(heldRow));
    QCOMPARE(outcome(room, {u"--level"_s, u"plain"_s}), u"plain -> plain"_s);
    QCOMPARE(outcome(room, {}), u"plain -> full"_s);
    QVERIFY(room.sql(u"SELECT term FROM leader_lease"_s).value().toLongLong() > 0);
}

void TestCliMigrate::fullDoesNotBecomePlain()
{
    const CliRoom room(m_server);
    QCOMPARE(outcome(room, {}), u"none -> full"_s);
    const QString refused = outcome(room, {u"--level"_s, u"plain"_s});
    QVERIFY2(refused.startsWith(u"3: "_s) && refused.contains(u"--keep-table"_s), qPrintable(refused));
}

/// Somebody's transaction keeps the migration waiting, and it alone.
void TestCliMigrate::holdsNobodyUpWhileItWaits()
{
    const CliRoom room(m_server);
    const auto node = room.run(QStringLiteral("a"), {QStringLiteral("sleep"), QStringLiteral("1000")});
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), QStringLiteral("a"), 30000);
    TestConnection reader(QStringLiteral("127.0.0.1"), m_server.port(), room.database());
    QVERIFY(reader.exec(QStringLiteral("BEGIN; SELECT count(*) FROM leader_lease")));
    const auto migration = room.elector({QStringLiteral("migrate")});
    const QString between = QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'");
    QTRY_COMPARE_WITH_TIMEOUT(room.sql(between).value().toInt(), 1, 30000);
    const auto renewals
        = [&room] { return room.sql(QStringLiteral("SELECT renewals FROM leader_lease")).value().toInt(); };
    const int before = renewals();
    // More than a lease without them would be.
    QTRY_VERIFY_WITH_TIMEOUT(renewals() >= before + 7, 30000);
    QVERIFY(migration->isRunning());
    QVERIFY(reader.exec(QStringLiteral("COMMIT")));
    QCOMPARE(migration->waitForEnd(), 0);
    QCOMPARE(room.leader(), QStringLiteral("a"));
    QCOMPARE(
        room.sql(QStringLiteral("SELECT count(*) FROM leader_lease_history WHERE event = 'captured'")).value().toInt(),
        1);
}

void TestCliMigrate::printedSqlDoesTheSame_data()
{
    QTest::addColumn<QString>("level");
    QTest::newRow("plain") << u"plain"_s;
    QTest::newRow("full") << u"full"_s;
}

void TestCliMigrate::printedSqlDoesTheSame()
{
    QFETCH(QString, level);
    const CliRoom room(m_server);
    // Nothing is asked for it, so no server has to be there.
    Program print({u"migrate"_s, u"--print"_s, u"--level"_s, level, u"--schema"_s, u"jobs"_s, u"--server-version"_s,
                   u"15"_s, u"--dsn"_s, u"host=/nonexistent"_s});
    QCOMPARE(print.waitForEnd(), 0);
    const QByteArray script = print.output();
    QVERIFY(script.startsWith("BEGIN;\n") && script.endsWith("COMMIT;\n"));
    QCOMPARE(psql(room, script), QString());
    QCOMPARE(outcome(room, {u"--schema"_s, u"jobs"_s, u"--level"_s, level}), level + u" -> "_s + level);
    QCOMPARE(psql(room, script), QString()); // again, on what stands
    QCOMPARE(outcome(room, {u"--schema"_s, u"jobs"_s, u"--level"_s, level}), level + u" -> "_s + level);
    Program remove({u"migrate"_s, u"--print"_s, u"--uninstall"_s, u"--schema"_s, u"jobs"_s});
    QCOMPARE(remove.waitForEnd(), 0);
    QCOMPARE(psql(room, remove.output()), QString());
    QCOMPARE(room.sql(u"SELECT count(*) FROM pg_class WHERE relname LIKE 'leader_lease%'"_s).value().toInt(), 0);
}

void TestCliMigrate::uninstallIsRefusedWhileALeaseLasts()
{
    const CliRoom room(m_server);
    QCOMPARE(outcome(room, {}), u"none -> full"_s);
    QVERIFY(room.sql(heldRow));
    const QString refused = outcome(room, {u"--uninstall"_s, u"--yes"_s});
    QVERIFY2(refused.startsWith(u"3: "_s) && refused.contains(u"These locks in schema public are held: 7."_s),
             qPrintable(refused));
    QCOMPARE(outcome(room, {}), u"full -> full"_s);
    QVERIFY(room.sql(u"DELETE FROM leader_lease"_s));
    QCOMPARE(outcome(room, {u"--uninstall"_s, u"--yes"_s}), u"full -> none"_s);
}

void TestCliMigrate::uninstallIsTyped()
{
    const CliRoom room(m_server);
    QCOMPARE(outcome(room, {}), u"none -> full"_s);
    const QString unasked = outcome(room, {u"--uninstall"_s});
    QVERIFY2(unasked.startsWith(u"2: "_s), qPrintable(unasked));
    const QStringList arguments{u"migrate"_s, u"--uninstall"_s, u"--dsn"_s, room.dsn()};
    TerminalSession declined(arguments);
    QVERIFY2(declined.waitFor("to go on:"), declined.screen().constData());
    declined.type("y");
    QCOMPARE(declined.waitForEnd(), 5);
    QCOMPARE(outcome(room, {}), u"full -> full"_s);
    TerminalSession typed(arguments);
    QVERIFY2(typed.waitFor("to go on:"), typed.screen().constData());
    typed.type("public");
    QCOMPARE(typed.waitForEnd(), 0);
    QCOMPARE(outcome(room, {}), u"none -> full"_s);
}

void TestCliMigrate::uninstallKeepsTheTable()
{
    const CliRoom room(m_server);
    QCOMPARE(outcome(room, {}), u"none -> full"_s);
    QVERIFY(room.sql(heldRow));
    QCOMPARE(outcome(room, {u"--uninstall"_s, u"--keep-table"_s, u"--yes"_s}), u"full -> plain"_s);
    QCOMPARE(room.sql(u"SELECT leader_id FROM leader_lease"_s).value().toString(), u"a#b.1"_s);
}

void TestCliMigrate::tableOfAnotherShape()
{
    const CliRoom room(m_server);
    QVERIFY(room.sql(u"CREATE TABLE leader_lease (id INT)"_s));
    for (const QStringList &options :
         {QStringList{}, QStringList{u"--level"_s, u"plain"_s}, QStringList{u"--uninstall"_s, u"--yes"_s}}) {
        const QString refused = outcome(room, options);
        QVERIFY2(refused.startsWith(u"1: "_s) && refused.contains(u"leader_lease"_s), qPrintable(refused));
    }
}

void TestCliMigrate::unreachable()
{
    Program migrate({u"migrate"_s, u"--dsn"_s, u"postgresql://nobody:s3cret@127.0.0.1:1/none"_s});
    QCOMPARE(migrate.waitForEnd(), 1);
    const QByteArray errors = migrate.errors();
    QVERIFY2(errors.contains("No connection to nobody@127.0.0.1:1/none"), errors.constData());
    QVERIFY2(!errors.contains("s3cret"), errors.constData());
}

void TestCliMigrate::roles()
{
    const CliRoom room(m_server);
    const auto migrate = room.elector({u"migrate"_s, u"--roles"_s, u"--json"_s});
    QCOMPARE(migrate->waitForEnd(), 0);
    QVERIFY2(migrate->output().contains("\"roles\": true"), migrate->output().constData());
    QCOMPARE(room.sql(u"SELECT tableowner FROM pg_tables WHERE tablename = 'leader_lease'"_s).value().toString(),
             u"elector_owner"_s);
    QVERIFY(room.sql(u"SELECT NOT has_table_privilege('elector_viewer', 'leader_lease', 'DELETE')"_s).value().toBool());
    const auto plain = room.elector({u"migrate"_s, u"--roles"_s, u"--level"_s, u"plain"_s});
    QCOMPARE(plain->waitForEnd(), 2);
    QVERIFY2(plain->errors().contains("--no-strict need the full level"), plain->errors().constData());
}

void TestCliMigrate::strict()
{
    const CliRoom room(m_server);
    const auto mayInsert = [&room] {
        return room.sql(u"SELECT has_table_privilege('elector_node', 'leader_lease', 'INSERT')"_s).value().toBool();
    };
    QCOMPARE(room.elector({u"migrate"_s, u"--strict"_s})->waitForEnd(), 0);
    QVERIFY(!mayInsert());
    QCOMPARE(room.elector({u"migrate"_s, u"--roles"_s})->waitForEnd(), 0);
    QVERIFY(!mayInsert());
    QCOMPARE(room.elector({u"migrate"_s, u"--no-strict"_s})->waitForEnd(), 0);
    QVERIFY(mayInsert());
    const auto both = room.elector({u"migrate"_s, u"--strict"_s, u"--no-strict"_s});
    QCOMPARE(both->waitForEnd(), 2);
    QVERIFY2(both->errors().contains("Leave one of them out"), both->errors().constData());
    QVERIFY(mayInsert());
    const auto printed = room.elector({u"migrate"_s, u"--strict"_s, u"--print"_s});
    QCOMPARE(printed->waitForEnd(), 0);
    const SqlResult applied = room.sql(QString::fromUtf8(printed->output()));
    QVERIFY2(applied, qPrintable(applied.error));
    QVERIFY(!mayInsert());
}

QTEST_GUILESS_MAIN(TestCliMigrate)
#include "tst_climigrate.moc"
