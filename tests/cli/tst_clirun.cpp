// SPDX-License-Identifier: MIT
#include "cliroom.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <csignal>

using namespace Elector;

/// `elector run` with real processes: who runs the command, what it is told, and how its end is passed on.
class TestCliRun : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void forwardsTheExitStatus_data();
    void forwardsTheExitStatus();
    void tellsTheCommandWhoItIs();
    void standardStreamsPassThrough();
    void argumentsAreBytes();
    void oneOfThreeRuns();
    void releasesWhenTheCommandEnds();
    void terminationEndsTheCommandAndReleases();
    void terminationAfterTheCommandKeepsItsExitCode();
    void revocationStopsAndTheNodeWaitsForItsNextTurn();
    void aVanishedRowStopsAndTheNodeWaitsForItsNextTurn();
    void pausedLockIsLeftAloneUntilItIsResumed();
    void serverThatIsNotUpYet();

private:
    PostgresServer m_server;
};

void TestCliRun::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.errorString()));
}

void TestCliRun::forwardsTheExitStatus_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<int>("exitCode");
    const auto shell = [](const char *text) {
        return QStringList{QStringLiteral("sh"), QStringLiteral("-c"), QString::fromLatin1(text)};
    };
    QTest::newRow("success") << shell("exit 0") << 0;
    QTest::newRow("failure") << shell("exit 42") << 42;
    QTest::newRow("signal") << shell("kill -KILL $$") << 137;
    QTest::newRow("not found") << QStringList{QStringLiteral("/no/such/program")} << 127;
    QTest::newRow("not executable") << QStringList{QStringLiteral("/etc/passwd")} << 126;
}

void TestCliRun::forwardsTheExitStatus()
{
    QFETCH(QStringList, command);
    QFETCH(int, exitCode);
    const CliRoom room(m_server);
    QCOMPARE(room.run(QStringLiteral("node"), command)->waitForEnd(), exitCode);
    // It was released, not left to run out.
    QCOMPARE(room.sql(QStringLiteral("SELECT count(*) FROM leader_lease")).value().toInt(), 0);
    QCOMPARE(room.sql(QStringLiteral("SELECT string_agg(event, ',' ORDER BY seq) FROM leader_lease_history"))
                 .value()
                 .toString(),
             QStringLiteral("captured,released"));
}

void TestCliRun::tellsTheCommandWhoItIs()
{
    const CliRoom room(m_server);
    const auto node = room.run(QStringLiteral("node"),
                               {QStringLiteral("sh"), QStringLiteral("-c"),
                                QStringLiteral("echo $ELECTOR_LOCK $ELECTOR_TERM $ELECTOR_LEADER_ID")},
                               {QStringLiteral("--lock"), QStringLiteral("-7")});
    QCOMPARE(node->waitForEnd(), 0);
    const auto row = room.sql(QStringLiteral(
        "SELECT id || ' ' || term || ' ' || leader_id FROM leader_lease_history WHERE event = 'captured'"));
    QCOMPARE(QString::fromUtf8(node->output()).trimmed(), row.value().toString());
}

void TestCliRun::standardStreamsPassThrough()
{
    const CliRoom room(m_server);
    QProcess node;
    node.start(QStringLiteral(ELECTOR_BIN_DIR "/elector"),
               {QStringLiteral("run"), QStringLiteral("--dsn"), room.dsn(), QStringLiteral("--"), QStringLiteral("sh"),
                QStringLiteral("-c"), QStringLiteral("cat; echo to-errors >&2")});
    node.write("through\n");
    node.closeWriteChannel();
    QVERIFY(node.waitForFinished(30000));
    QCOMPARE(node.readAllStandardOutput(), QByteArray("through\n"));
    QCOMPARE(node.readAllStandardError(), QByteArray("to-errors\n"));
}

/// Names of files need not be text in any encoding. QProcess could not pass such a one on either, but a shell can.
void TestCliRun::argumentsAreBytes()
{
    const CliRoom room(m_server);
    QProcess node;
    node.start(QStringLiteral("sh"),
               {QStringLiteral("-c"),
                QStringLiteral("exec \"$0\" run --dsn \"$1\" -- printf '%s|' \"$(printf 'caf\\351')\" '' "
                               "--lock caf\u00e9"),
                CliRoom::program(), room.dsn()});
    QVERIFY(node.waitForFinished(30000));
    QCOMPARE(node.readAllStandardOutput(), QByteArray("caf\xe9||--lock|caf\xc3\xa9|"));
}

void TestCliRun::oneOfThreeRuns()
{
    const CliRoom room(m_server);
    const QString file = room.file(QStringLiteral("ran"));
    std::vector<std::unique_ptr<Program>> nodes;
    for (int i = 1; i <= 3; ++i)
        nodes.push_back(room.run(QStringLiteral("node-%1").arg(i),
                                 {QStringLiteral("sh"), QStringLiteral("-c"),
                                  QStringLiteral("echo $ELECTOR_TERM >>%1; sleep 0.3").arg(file)}));
    // Each runs the command once, one after the other, each under a higher term.
    for (const auto &node : nodes)
        QCOMPARE(node->waitForEnd(), 0);
    const QStringList terms = room.lines(QStringLiteral("ran"));
    QCOMPARE(terms.size(), 3);
    QVERIFY(terms.at(0).toLongLong() < terms.at(1).toLongLong() && terms.at(1).toLongLong() < terms.at(2).toLongLong());
}

void TestCliRun::releasesWhenTheCommandEnds()
{
    const CliRoom room(m_server);
    const auto first
        = room.run(QStringLiteral("first"),
                   {QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("(sleep 1000 &) ; sleep 1")});
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), QStringLiteral("first"), 30000);
    const QList<qint64> family = descendants(first->pid());
    QCOMPARE(first->waitForEnd(), 0);
    // What it left in the background is gone, too.
    for (const qint64 pid : family)
        QTRY_VERIFY_WITH_TIMEOUT(::kill(static_cast<pid_t>(pid), 0) != 0, 30000);
    QCOMPARE(room.leader(), QString());
}

void TestCliRun::terminationEndsTheCommandAndReleases()
{
    const CliRoom room(m_server);
    const QString file = room.file(QStringLiteral("told"));
    const auto node = room.run(QStringLiteral("node"),
                               {QStringLiteral("sh"), QStringLiteral("-c"),
                                QStringLiteral("trap 'echo ended >>%1; exit 3' TERM; echo ready >>%1; "
                                               "while :; do sleep 0.05; done")
                                    .arg(file)});
    // A shell that runs has not set its trap yet: only its own word says that it has.
    QTRY_COMPARE_WITH_TIMEOUT(room.lines(QStringLiteral("told")), QStringList{QStringLiteral("ready")}, 30000);
    node->signal(SIGTERM);
    QCOMPARE(node->waitForEnd(), 3);
    QCOMPARE(room.lines(QStringLiteral("told")), (QStringList{QStringLiteral("ready"), QStringLiteral("ended")}));
    QCOMPARE(room.leader(), QString());
}

/// What the command said is not overruled by a signal that comes while the lease is being given up.
void TestCliRun::terminationAfterTheCommandKeepsItsExitCode()
{
    const CliRoom room(m_server);
    const QString go = room.file(QStringLiteral("go"));
    const auto node = room.run(QStringLiteral("node"),
                               {QStringLiteral("sh"), QStringLiteral("-c"),
                                QStringLiteral("until [ -e %1 ]; do sleep 0.02; done; exit 5").arg(go)},
                               {QStringLiteral("--verbose")});
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), QStringLiteral("node"), 30000);
    QVERIFY(m_server.pause());
    QVERIFY(QFile(go).open(QIODevice::WriteOnly));
    const bool told = QTest::qWaitFor([&] { return node->errors().contains("the command has ended (5)"); }, 30000);
    node->signal(SIGTERM);
    QVERIFY(m_server.resume());
    QVERIFY(told);
    QCOMPARE(node->waitForEnd(), 5);
    QCOMPARE(room.leader(), QString());
}

void TestCliRun::revocationStopsAndTheNodeWaitsForItsNextTurn()
{
    const CliRoom room(m_server);
    const QString file = room.file(QStringLiteral("terms"));
    const auto node = room.run(
        QStringLiteral("node"),
        {QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("echo $ELECTOR_TERM >>%1; sleep 1000").arg(file)});
    QTRY_COMPARE_WITH_TIMEOUT(room.lines(QStringLiteral("terms")).size(), 1, 30000);
    QVERIFY(room.sql(QStringLiteral("UPDATE leader_lease SET leader_id = '#revoked ' || leader_id")));
    QTRY_COMPARE_WITH_TIMEOUT(room.lines(QStringLiteral("terms")).size(), 2, 30000);
    QVERIFY(room.lines(QStringLiteral("terms")).at(1).toLongLong()
            > room.lines(QStringLiteral("terms")).at(0).toLongLong());
    QVERIFY(node->isRunning());
    QCOMPARE(room.sql(QStringLiteral("SELECT string_agg(event, ',' ORDER BY seq) FROM leader_lease_history"))
                 .value()
                 .toString(),
             QStringLiteral("captured,revoked,acknowledged,captured"));
}

// The deadline comes at once then, and the guardian must be left the time to act on it.
void TestCliRun::aVanishedRowStopsAndTheNodeWaitsForItsNextTurn()
{
    const CliRoom room(m_server);
    const QString file = room.file(QStringLiteral("terms"));
    // The guardian's time grows with the lease: a busy machine may give it no processor for a while.
    const auto node = room.run(
        QStringLiteral("node"),
        {QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("echo $ELECTOR_TERM >>%1; sleep 1000").arg(file)},
        {QStringLiteral("--lease"), QStringLiteral("10s")});
    const auto terms = [&] { return room.lines(QStringLiteral("terms")); };
    QTRY_COMPARE_WITH_TIMEOUT(terms().size(), 1, 30000);
    for (int evictions = 1; evictions <= 3; ++evictions) {
        QVERIFY(room.sql(QStringLiteral("DELETE FROM leader_lease")));
        QTRY_VERIFY2_WITH_TIMEOUT(terms().size() == 1 + evictions || !node->isRunning(), node->errors().constData(),
                                  60000);
        QVERIFY2(node->isRunning(), node->errors().constData());
        QVERIFY(terms().at(evictions).toLongLong() > terms().at(evictions - 1).toLongLong());
    }
    QVERIFY2(!node->errors().contains("guardian"), node->errors().constData());
}

void TestCliRun::pausedLockIsLeftAloneUntilItIsResumed()
{
    const CliRoom room(m_server);
    const auto node = room.run(QStringLiteral("node"), {QStringLiteral("sleep"), QStringLiteral("1000")});
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), QStringLiteral("node"), 30000);
    QVERIFY(room.sql(
        QStringLiteral("SELECT set_config('elector.operator', 'olga', true), set_config('elector.reason', 'disk swap', "
                       "true), leader_lease_order(1, 'pause', NULL, NULL, NULL, NULL)")));
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), QString(), 30000);
    QTRY_VERIFY_WITH_TIMEOUT(node->errors().contains("lock 1 is paused by olga: disk swap"), 30000);
    const QJsonObject lock = room.status().at(0).toObject();
    QCOMPARE(lock.value(QStringLiteral("paused")).toBool(), true);
    QCOMPARE(lock.value(QStringLiteral("order_reason")).toString(), QStringLiteral("disk swap"));
    QVERIFY(room.sql(QStringLiteral("SELECT leader_lease_order(1, 'resume', NULL, NULL, NULL, NULL)")));
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), QStringLiteral("node"), 30000);
    QVERIFY(node->isRunning());
}

void TestCliRun::serverThatIsNotUpYet()
{
    PostgresServer server;
    QVERIFY2(server.start(), qPrintable(server.errorString()));
    const CliRoom room(server);
    QVERIFY(server.stopFast());
    const auto node = room.run(QStringLiteral("node"), {QStringLiteral("true")});
    QTRY_VERIFY_WITH_TIMEOUT(node->errors().contains("No connection to"), 30000);
    QVERIFY(server.startAgain());
    QCOMPARE(node->waitForEnd(), 0);
}

QTEST_GUILESS_MAIN(TestCliRun)
#include "tst_clirun.moc"
