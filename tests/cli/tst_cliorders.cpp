// SPDX-License-Identifier: MIT
#include "cliroom.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace Elector;
using namespace Qt::StringLiterals;

/// `elector pause`, `resume`, `transfer` and `name`.
class TestCliOrders : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void pausedUntilResumed();
    void transferredToAnother();
    void transferredToNobodyOnlyIfMeant();
    void named();
    void hostileReasonsAreOneLine();
    void runsByName();
    void runWaitsForTheServerToFindAName();

private:
    PostgresServer m_server;
};

namespace {

const QStringList sleeper{u"sleep"_s, u"1000"_s};

QJsonObject jsonOf(Program &program)
{
    return QJsonDocument::fromJson(program.output()).object();
}

} // namespace

void TestCliOrders::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.errorString()));
}

void TestCliOrders::pausedUntilResumed()
{
    const CliRoom room(m_server);
    const auto node = room.run(u"web-1"_s, sleeper);
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), u"web-1"_s, 30000);
    const auto pause = room.elector({u"pause"_s, u"--lock"_s, u"1"_s, u"--reason"_s, u"disk swap"_s, u"--json"_s});
    QCOMPARE(pause->waitForEnd(), 0);
    QCOMPARE(jsonOf(*pause).value(u"done"_s).toString(), u"paused"_s);
    QTRY_VERIFY_WITH_TIMEOUT(node->errors().contains("lock 1 is paused by"), 30000);
    QVERIFY2(node->errors().contains("disk swap"), node->errors().constData());
    QTRY_COMPARE_WITH_TIMEOUT(room.sql(u"SELECT count(*) FROM leader_lease"_s).value().toInt(), 0, 30000);
    const auto leader = room.elector({u"leader"_s});
    QCOMPARE(leader->waitForEnd(), 3);
    QVERIFY2(leader->errors().contains("Nobody leads lock 1: it is paused by"), leader->errors().constData());

    const auto resume = room.elector({u"resume"_s, u"--lock"_s, u"1"_s});
    QCOMPARE(resume->waitForEnd(), 0);
    QVERIFY2(resume->output().contains("neither paused nor reserved"), resume->output().constData());
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), u"web-1"_s, 30000);
}

void TestCliOrders::transferredToAnother()
{
    const CliRoom room(m_server);
    const auto first = room.run(u"web-1"_s, sleeper);
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), u"web-1"_s, 30000);
    const auto second = room.run(u"web-2"_s, sleeper);
    const auto third = room.run(u"web-3"_s, sleeper);
    const auto candidates = [&] {
        const auto program = room.elector({u"candidates"_s, u"--json"_s});
        return program->waitForEnd() == 0 ? program->output().count("\"candidate\"") : -1;
    };
    QTRY_COMPARE_WITH_TIMEOUT(candidates(), 2, 30000);
    const auto transfer = room.elector(
        {u"transfer"_s, u"--lock"_s, u"1"_s, u"--to"_s, u"web-3"_s, u"--for"_s, u"10min"_s, u"--json"_s});
    QCOMPARE(transfer->waitForEnd(), 0);
    QCOMPARE(jsonOf(*transfer).value(u"reserved_for"_s).toString(), u"web-3"_s);
    QCOMPARE(transfer->errors(), QByteArray());
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), u"web-3"_s, 30000);
    QCOMPARE(room.sql(u"SELECT string_agg(DISTINCT split_part(leader_id, '#', 1), ' ') FROM leader_lease_history"
                      " WHERE event = 'captured'"_s)
                 .value()
                 .toString(),
             u"web-1 web-3"_s);
}

void TestCliOrders::transferredToNobodyOnlyIfMeant()
{
    const CliRoom room(m_server);
    const auto node = room.run(u"web-1"_s, sleeper);
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), u"web-1"_s, 30000);
    const QStringList typo{u"transfer"_s, u"--lock"_s, u"1"_s, u"--to"_s, u"web-9"_s};
    const auto transfer = room.elector(typo);
    QCOMPARE(transfer->waitForEnd(), 3);
    QVERIFY2(transfer->errors().contains("No session waits for lock 1 as \"web-9\""), transfer->errors().constData());
    const QString reserved = u"SELECT coalesce(reserved_for, '') FROM leader_lease_lock WHERE id = 1"_s;
    QCOMPARE(room.sql(reserved).value().toString(), QString());
    QCOMPARE(room.leader(), u"web-1"_s);
    const auto idle = room.elector({u"transfer"_s, u"--lock"_s, u"1"_s, u"--to"_s, u"web-1"_s});
    QCOMPARE(idle->waitForEnd(), 3);
    QVERIFY2(idle->errors().contains("web-1 leads lock 1 already"), idle->errors().constData());
    const auto meant = room.elector(typo + QStringList{u"--yes"_s});
    QCOMPARE(meant->waitForEnd(), 0);
    QVERIFY2(meant->errors().contains("warning: No session waits"), meant->errors().constData());
    QCOMPARE(room.sql(reserved).value().toString(), u"web-9"_s);
}

void TestCliOrders::named()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    const auto name = [&](const QStringList &arguments) {
        const auto program = room.elector(QStringList{u"name"_s, u"--lock"_s} + arguments);
        const int code = program->waitForEnd();
        return std::pair(code, QString::fromUtf8(program->errors()));
    };
    QCOMPARE(name({u"7"_s, u"nightly job"_s}).first, 0);
    QCOMPARE(room.sql(u"SELECT name FROM leader_lease_lock WHERE id = 7"_s).value().toString(), u"nightly job"_s);
    QCOMPARE(name({u"nightly job"_s, u"hourly"_s}).first, 0);
    const auto taken = name({u"8"_s, u"hourly"_s});
    QCOMPARE(taken.first, 1);
    QVERIFY2(taken.second.contains(u"name"_s), qPrintable(taken.second));
    QCOMPARE(name({u"8"_s, u"12"_s}).first, 2);
    QCOMPARE(name({u"hourly"_s, u"--remove"_s}).first, 0);
    QVERIFY(room.sql(u"SELECT name FROM leader_lease_lock WHERE id = 7"_s).value().isNull());
}

/// What somebody writes into the database neither moves the cursor of others, nor begins a line in their logs.
void TestCliOrders::hostileReasonsAreOneLine()
{
    const CliRoom room(m_server);
    const auto node = room.run(u"web-1"_s, sleeper);
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), u"web-1"_s, 30000);
    const auto pause = room.elector({u"pause"_s, u"--lock"_s, u"1"_s, u"--operator"_s, u"mal\u009blory"_s,
                                     u"--reason"_s, u"calm\nelector: lock 1 is free\x1b[2J"_s});
    QCOMPARE(pause->waitForEnd(), 0);
    const QByteArray told = u"is paused by mal\ufffdlory: calm\ufffdelector: lock 1 is free\ufffd[2J"_s.toUtf8();
    QTRY_VERIFY_WITH_TIMEOUT(node->errors().contains("elector: lock 1 " + told + '\n'), 30000);
    QTRY_COMPARE_WITH_TIMEOUT(room.sql(u"SELECT count(*) FROM leader_lease"_s).value().toInt(), 0, 30000);
    const auto leader = room.elector({u"leader"_s});
    QCOMPARE(leader->waitForEnd(), 3);
    QVERIFY2(leader->errors().contains("it " + told), leader->errors().toPercentEncoding().constData());
    const auto status = room.elector({u"status"_s});
    QCOMPARE(status->waitForEnd(), 0);
    QVERIFY2(status->output().contains(told.mid(3)), status->output().toPercentEncoding().constData());
    const auto history = room.elector({u"history"_s});
    QCOMPARE(history->waitForEnd(), 0);
    QVERIFY2(history->output().contains(told.mid(told.indexOf("by "))),
             history->output().toPercentEncoding().constData());
}

void TestCliOrders::runsByName()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    QCOMPARE(room.elector({u"name"_s, u"--lock"_s, u"7"_s, u"nightly"_s})->waitForEnd(), 0);
    const auto run = room.run(u"web-1"_s, {u"sh"_s, u"-c"_s, u"echo $ELECTOR_LOCK"_s}, {u"--lock"_s, u"nightly"_s});
    QCOMPARE(run->waitForEnd(), 0);
    QCOMPARE(run->output(), QByteArray("7\n"));
    const auto unknown = room.run(u"web-1"_s, {u"true"_s}, {u"--lock"_s, u"weekly"_s});
    QCOMPARE(unknown->waitForEnd(), 125);
    QVERIFY2(unknown->errors().contains("no lock with the name \"weekly\""), unknown->errors().constData());
    const CliRoom empty(m_server);
    const auto nowhere = empty.run(u"web-1"_s, {u"true"_s}, {u"--lock"_s, u"nightly"_s});
    QCOMPARE(nowhere->waitForEnd(), 125);
    QVERIFY2(nowhere->errors().contains("There is no table leader_lease"), nowhere->errors().constData());
}

void TestCliOrders::runWaitsForTheServerToFindAName()
{
    PostgresServer server;
    QVERIFY2(server.start(), qPrintable(server.errorString()));
    const CliRoom room(server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    QCOMPARE(room.elector({u"name"_s, u"--lock"_s, u"7"_s, u"nightly"_s})->waitForEnd(), 0);
    QVERIFY(server.stopFast());
    const auto run = room.run(u"web-1"_s, {u"sh"_s, u"-c"_s, u"echo $ELECTOR_LOCK"_s}, {u"--lock"_s, u"nightly"_s});
    QTRY_VERIFY_WITH_TIMEOUT(run->errors().contains("No connection to"), 30000);
    QVERIFY(server.startAgain());
    QCOMPARE(run->waitForEnd(), 0);
    QCOMPARE(run->output(), QByteArray("7\n"));
}

QTEST_GUILESS_MAIN(TestCliOrders)
#include "tst_cliorders.moc"
