// SPDX-License-Identifier: MIT
#include "cliroom.h"
#include "terminalsession.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace Elector;
using namespace Qt::StringLiterals;

/// `elector release`: nobody is deposed by mistake, and everybody is told what will happen.
class TestCliRelease : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void revokedHolderStepsDown();
    void byName();
    void nobodyHolds();
    void onlyThatHolderAndTerm();
    void evictionWithoutATerminal();
    void evictionIsTyped_data();
    void evictionIsTyped();
    void evictedByYes();
    void plainTable();
    void roleThatMayNot();

private:
    /// Lock 7, which has the name "nightly", is held for an hour by a node that is not there.
    void hold(const CliRoom &room) const;

    PostgresServer m_server;
};

namespace {

const QStringList sleeper{u"sleep"_s, u"1000"_s};

QString holder(const CliRoom &room, int lock)
{
    return room.sql(u"SELECT leader_id FROM leader_lease WHERE id = %1"_s.arg(lock)).value().toString();
}

} // namespace

void TestCliRelease::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.errorString()));
}

void TestCliRelease::hold(const CliRoom &room) const
{
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    QCOMPARE(room.elector({u"name"_s, u"--lock"_s, u"7"_s, u"nightly"_s})->waitForEnd(), 0);
    QVERIFY(room.sql(u"INSERT INTO leader_lease (id, leader_id, expires_at)"
                     " VALUES (7, 'gone#a.1', clock_timestamp() + interval '1 hour')"_s));
}

void TestCliRelease::revokedHolderStepsDown()
{
    const CliRoom room(m_server);
    const auto node = room.run(u"web-1"_s, sleeper, {u"--verbose"_s});
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), u"web-1"_s, 30000);
    const QString tenure = holder(room, 1);
    const auto release = room.elector(
        {u"release"_s, u"--lock"_s, u"1"_s, u"--reason"_s, u"disk swap"_s, u"--operator"_s, u"olga"_s, u"--json"_s});
    QCOMPARE(release->waitForEnd(), 0);
    const QJsonObject told = QJsonDocument::fromJson(release->output()).object();
    QCOMPARE(told.value(u"done"_s).toString(), u"revoked"_s);
    QCOMPARE(told.value(u"holder"_s).toString(), tenure);
    QVERIFY(told.value(u"old_holder_may_act_for_ms"_s).toInt(-1) <= 2000);
    QTRY_VERIFY_WITH_TIMEOUT(holder(room, 1) != tenure && !holder(room, 1).contains(tenure), 30000);
    const auto event
        = room.sql(u"SELECT operator_name || ': ' || reason FROM leader_lease_history WHERE event = 'revoked'"_s);
    QCOMPARE(event.value().toString(), u"olga: disk swap"_s);
}

void TestCliRelease::byName()
{
    const CliRoom room(m_server);
    hold(room);
    const auto release = room.elector({u"release"_s, u"--lock"_s, u"nightly"_s});
    QCOMPARE(release->waitForEnd(), 0);
    QVERIFY2(release->output().contains("Lock 7 is revoked: gone#a.1 steps down"), release->output().constData());
    QCOMPARE(holder(room, 7), u"#revoked gone#a.1"_s);
    // Again: it is so already.
    const auto again = room.elector({u"release"_s, u"--lock"_s, u"nightly"_s});
    QCOMPARE(again->waitForEnd(), 0);
    QCOMPARE(room.sql(u"SELECT count(*) FROM leader_lease_history WHERE event = 'revoked'"_s).value().toInt(), 1);

    const auto unknown = room.elector({u"release"_s, u"--lock"_s, u"nightly2"_s});
    QCOMPARE(unknown->waitForEnd(), 3);
    QVERIFY2(unknown->errors().contains("no lock with the name \"nightly2\""), unknown->errors().constData());
}

void TestCliRelease::nobodyHolds()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    const auto release = room.elector({u"release"_s, u"--lock"_s, u"7"_s, u"--evict"_s, u"--yes"_s});
    QCOMPARE(release->waitForEnd(), 3);
    QVERIFY2(release->errors().contains("Nobody holds lock 7"), release->errors().constData());
}

void TestCliRelease::onlyThatHolderAndTerm()
{
    const CliRoom room(m_server);
    hold(room);
    const QString term = room.sql(u"SELECT term FROM leader_lease WHERE id = 7"_s).value().toString();
    for (const QStringList &wrong : {QStringList{u"--holder"_s, u"other"_s}, QStringList{u"--term"_s, u"1"_s},
                                     QStringList{u"--holder"_s, u"gone#b.1"_s, u"--term"_s, term}}) {
        const auto release = room.elector(QStringList{u"release"_s, u"--lock"_s, u"7"_s} + wrong);
        QCOMPARE(release->waitForEnd(), 3);
        QCOMPARE(holder(room, 7), u"gone#a.1"_s);
    }
    QCOMPARE(
        room.elector({u"release"_s, u"--lock"_s, u"7"_s, u"--holder"_s, u"gone"_s, u"--term"_s, term})->waitForEnd(),
        0);
    QCOMPARE(holder(room, 7), u"#revoked gone#a.1"_s);
}

void TestCliRelease::evictionWithoutATerminal()
{
    const CliRoom room(m_server);
    hold(room);
    const auto release = room.elector({u"release"_s, u"--lock"_s, u"7"_s, u"--evict"_s});
    QCOMPARE(release->waitForEnd(), 2);
    QVERIFY2(release->errors().contains("Use --yes"), release->errors().constData());
    QCOMPARE(holder(room, 7), u"gone#a.1"_s);
}

void TestCliRelease::evictionIsTyped_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("name") << QByteArray("nightly") << 0;
    QTest::newRow("number") << QByteArray("7") << 0;
    QTest::newRow("yes is not enough") << QByteArray("yes") << 5;
    QTest::newRow("nothing") << QByteArray() << 5;
}

void TestCliRelease::evictionIsTyped()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, exitCode);
    const CliRoom room(m_server);
    hold(room);
    TerminalSession release({u"release"_s, u"--lock"_s, u"nightly"_s, u"--evict"_s, u"--dsn"_s, room.dsn()});
    QVERIFY2(release.waitFor("to go on:"), release.screen().constData());
    QVERIFY2(release.screen().contains("gone#a.1 still acts as leader"), release.screen().constData());
    release.type(answer);
    QCOMPARE(release.waitForEnd(), exitCode);
    QCOMPARE(holder(room, 7).isEmpty(), exitCode == 0);
}

void TestCliRelease::evictedByYes()
{
    const CliRoom room(m_server);
    hold(room);
    const auto release
        = room.elector({u"release"_s, u"--lock"_s, u"7"_s, u"--evict"_s, u"--yes"_s, u"--reason"_s, u"burnt"_s});
    QCOMPARE(release->waitForEnd(), 0);
    QVERIFY2(release->output().contains("Lock 7 is free. gone#a.1 may still act as leader for 3"),
             release->output().constData());
    QVERIFY(holder(room, 7).isEmpty());
    QCOMPARE(room.sql(u"SELECT reason FROM leader_lease_history WHERE event = 'evicted'"_s).value().toString(),
             u"burnt"_s);
}

void TestCliRelease::plainTable()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s, u"--level"_s, u"plain"_s})->waitForEnd(), 0);
    QVERIFY(room.sql(
        u"INSERT INTO leader_lease (id, leader_id, expires_at) VALUES (7, 'npm', now() + interval '1 hour')"_s));
    const auto byName = room.elector({u"release"_s, u"--lock"_s, u"nightly"_s});
    QCOMPARE(byName->waitForEnd(), 3);
    QVERIFY2(byName->errors().contains("no names in a plain table"), byName->errors().constData());
    QCOMPARE(room.elector({u"release"_s, u"--lock"_s, u"7"_s})->waitForEnd(), 0);
    QCOMPARE(holder(room, 7), u"#revoked npm"_s);
    const auto pause = room.elector({u"pause"_s, u"--lock"_s, u"7"_s});
    QCOMPARE(pause->waitForEnd(), 1);
    QVERIFY2(pause->errors().contains("elector migrate"), pause->errors().constData());
}

void TestCliRelease::roleThatMayNot()
{
    const CliRoom room(m_server);
    hold(room);
    QVERIFY(room.sql(u"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'reader') THEN"
                     " CREATE ROLE reader LOGIN; END IF; END $$; GRANT SELECT ON leader_lease, leader_lease_lock,"
                     " leader_lease_history TO reader"_s));
    const QString dsn = room.dsn().replace(u"postgres@"_s, u"reader@"_s);
    QVERIFY(dsn.contains(u"reader@"_s));
    Program release({u"release"_s, u"--lock"_s, u"7"_s, u"--dsn"_s, dsn});
    QCOMPARE(release.waitForEnd(), 1);
    QVERIFY2(release.errors().contains("privilege"), release.errors().constData());
    QCOMPARE(holder(room, 7), u"gone#a.1"_s);
}

QTEST_GUILESS_MAIN(TestCliRelease)
#include "tst_clirelease.moc"
