// SPDX-License-Identifier: MIT
#include "cliroom.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

#include <csignal>

using namespace Elector;
using namespace Qt::StringLiterals;

/// `elector run --once-per`: what cron starts on every host is done by one.
class TestCliOncePer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void threeNodesOfCronRunAShortJobOnce();
    void afterAFailureTheNextNodeRunsIt();
    void restartedUntilItSucceeds();
    void successThatASignalCutShortIsNone();
    void plainIsRefused();
    void anOldTableIsRefused();
    void badTimes_data();
    void badTimes();

private:
    PostgresServer m_server;
};

namespace {

QStringList shell(const QString &text)
{
    return {u"sh"_s, u"-c"_s, text};
}

} // namespace

void TestCliOncePer::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.errorString()));
}

void TestCliOncePer::threeNodesOfCronRunAShortJobOnce()
{
    const CliRoom room(m_server);
    const QStringList job = shell(u"echo run >> %1"_s.arg(room.file(u"runs"_s)));
    std::vector<std::unique_ptr<Program>> nodes;
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        nodes.push_back(room.run(name, job, {u"--once-per"_s, u"20h"_s, u"--verbose"_s}));
    for (const auto &node : nodes) {
        const int code = node->waitForEnd();
        QVERIFY2(code == 0, node->errors().constData());
    }
    QCOMPARE(room.lines(u"runs"_s).size(), 1);
    int told = 0;
    for (const auto &node : nodes)
        told += node->errors().contains("it is due again in") ? 1 : 0;
    QCOMPARE(told, 2);
    QCOMPARE(room.sql(u"SELECT count(*) FROM leader_lease"_s).value().toInt(), 0);
    // The next day.
    QVERIFY(room.sql(u"UPDATE leader_lease_lock SET succeeded_at = succeeded_at - interval '20 hours'"_s));
    QCOMPARE(room.run(u"b"_s, job, {u"--once-per"_s, u"20h"_s})->waitForEnd(), 0);
    QCOMPARE(room.lines(u"runs"_s).size(), 2);
}

void TestCliOncePer::afterAFailureTheNextNodeRunsIt()
{
    const CliRoom room(m_server);
    const QString runs = room.file(u"runs"_s);
    const auto first
        = room.run(u"a"_s, shell(u"echo a >> %1; while [ ! -e %1.go ]; do sleep 0.05; done; exit 7"_s.arg(runs)),
                   {u"--once-per"_s, u"1h"_s});
    QTRY_COMPARE_WITH_TIMEOUT(room.lines(u"runs"_s).size(), 1, 30000);
    const auto second = room.run(u"b"_s, shell(u"echo b >> %1"_s.arg(runs)), {u"--once-per"_s, u"1h"_s});
    QFile go(runs + u".go"_s);
    QVERIFY(go.open(QIODevice::WriteOnly));
    QCOMPARE(first->waitForEnd(), 7);
    QCOMPARE(second->waitForEnd(), 0);
    QCOMPARE(room.lines(u"runs"_s), (QStringList{u"a"_s, u"b"_s}));
}

void TestCliOncePer::restartedUntilItSucceeds()
{
    const CliRoom room(m_server);
    const QString runs = room.file(u"runs"_s);
    const auto node = room.run(u"a"_s, shell(u"echo run >> %1; test $(wc -l < %1) -ge 2"_s.arg(runs)),
                               {u"--once-per"_s, u"1h"_s, u"--restart"_s, u"on-failure"_s});
    QCOMPARE(node->waitForEnd(), 0);
    QCOMPARE(room.lines(u"runs"_s).size(), 2);
    QVERIFY(room.sql(u"SELECT succeeded_by LIKE 'a#%' FROM leader_lease_lock"_s).value().toBool());
}

void TestCliOncePer::successThatASignalCutShortIsNone()
{
    const CliRoom room(m_server);
    const auto node = room.run(
        u"a"_s, shell(u"trap 'exit 0' TERM; touch %1; while :; do sleep 0.05; done"_s.arg(room.file(u"up"_s))),
        {u"--once-per"_s, u"1h"_s});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(room.file(u"up"_s)), 30000);
    node->signal(SIGTERM);
    QCOMPARE(node->waitForEnd(), 0);
    QVERIFY(room.sql(u"SELECT succeeded_at IS NULL FROM leader_lease_lock"_s).value().toBool());
}

void TestCliOncePer::plainIsRefused()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s, u"--level"_s, u"plain"_s})->waitForEnd(), 0);
    const auto node = room.run(u"a"_s, shell(u"touch %1"_s.arg(room.file(u"ran"_s))), {u"--once-per"_s, u"1h"_s});
    QCOMPARE(node->waitForEnd(), 125);
    QVERIFY2(node->errors().contains("--once-per needs the full level"), node->errors().constData());
    QVERIFY(!QFile::exists(room.file(u"ran"_s)));
}

void TestCliOncePer::anOldTableIsRefused()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    QVERIFY(room.sql(u"DROP FUNCTION leader_lease_succeeded(INT, TEXT, BIGINT); ALTER TABLE leader_lease_lock"
                     " DROP COLUMN succeeded_at, DROP COLUMN succeeded_by, DROP COLUMN succeeded_term"_s));
    const QStringList job = shell(u"echo run >> %1"_s.arg(room.file(u"runs"_s)));
    const auto node = room.run(u"a"_s, job, {u"--once-per"_s, u"1h"_s});
    QCOMPARE(node->waitForEnd(), 125);
    QVERIFY2(node->errors().contains("elector migrate"), node->errors().constData());
    QVERIFY(room.lines(u"runs"_s).isEmpty());
    QCOMPARE(room.run(u"a"_s, job)->waitForEnd(), 0); // everything else goes on
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    QCOMPARE(room.run(u"a"_s, job, {u"--once-per"_s, u"1h"_s})->waitForEnd(), 0);
    QCOMPARE(room.lines(u"runs"_s).size(), 2);
}

void TestCliOncePer::badTimes_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("no unit") << QStringList{u"--once-per"_s, u"20"_s} << QByteArray("--once-per is \"20\"");
    QTest::newRow("zero") << QStringList{u"--once-per"_s, u"0s"_s} << QByteArray("--once-per is 0");
    QTest::newRow("with restart always") << QStringList{u"--once-per"_s, u"1h"_s, u"--restart"_s, u"always"_s}
                                         << QByteArray("do not go together");
}

void TestCliOncePer::badTimes()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, says);
    const CliRoom room(m_server);
    const auto node = room.run(u"a"_s, {u"true"_s}, options);
    QCOMPARE(node->waitForEnd(), 125);
    QVERIFY2(node->errors().contains(says), node->errors().constData());
}

QTEST_GUILESS_MAIN(TestCliOncePer)
#include "tst_clionceper.moc"
