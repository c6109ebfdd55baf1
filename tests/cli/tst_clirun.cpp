// SPDX-License-Identifier: MIT
#include "cliroom.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <csignal>

using namespace Elector;

/// `elector run` with real processes: who runs the command, when it ends, and what is left.
class TestCliRun : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void forwardsTheExitStatus_data();
    void forwardsTheExitStatus();
    void tellsTheCommandWhoItIs();
    void standardStreamsPassThrough();
    void oneOfThreeRuns();
    void releasesWhenTheCommandEnds();
    void terminationEndsTheCommandAndReleases();
    void revocationStopsAndTheNodeWaitsForItsNextTurn();
    void killedElectorLeavesNothingAndTheNextLeads();
    void killedTreeIsTakenOverAfterTheLease();
    void killedGuardianTakesTheCommandAlong();
    void stoppedElectorsCommandDiesBeforeTheDeadline();
    void hungDatabaseEndsTheCommandBeforeTheDeadline();
    void serverThatIsNotUpYet();

private:
    /// A shell command that writes the boot time to `file` for as long as it lives, whatever signal it gets.
    static QStringList stamping(const QString &file)
    {
        return {QStringLiteral("sh"), QStringLiteral("-c"),
                QStringLiteral("trap '' TERM INT HUP; while :; do cut -d' ' -f1 /proc/uptime >>%1; sleep 0.02; done").arg(file)};
    }
    static QStringList sleeping() { return {QStringLiteral("sleep"), QStringLiteral("1000")}; }
    /// Pids below `parent`.
    static QList<qint64> descendants(qint64 parent);

    PostgresServer m_server;
};

void TestCliRun::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.errorString()));
}

QList<qint64> TestCliRun::descendants(qint64 parent)
{
    QList<qint64> found;
    QFile children(QStringLiteral("/proc/%1/task/%1/children").arg(parent));
    if (children.open(QIODevice::ReadOnly)) {
        for (const QByteArray &child : children.readAll().split(' ')) {
            if (const qint64 pid = child.toLongLong()) {
                found.append(pid);
                found += descendants(pid);
            }
        }
    }
    return found;
}

void TestCliRun::forwardsTheExitStatus_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<int>("exitCode");
    const auto shell = [](const char *text) { return QStringList {QStringLiteral("sh"), QStringLiteral("-c"), QString::fromLatin1(text)}; };
    QTest::newRow("success") << shell("exit 0") << 0;
    QTest::newRow("failure") << shell("exit 42") << 42;
    QTest::newRow("signal") << shell("kill -KILL $$") << 137;
    QTest::newRow("not found") << QStringList {QStringLiteral("/no/such/program")} << 127;
    QTest::newRow("not executable") << QStringList {QStringLiteral("/etc/passwd")} << 126;
}

void TestCliRun::forwardsTheExitStatus()
{
    QFETCH(QStringList, command);
    QFETCH(int, exitCode);
    const CliRoom room(m_server);
    QCOMPARE(room.run(QStringLiteral("node"), command)->waitForEnd(), exitCode);
    // It was released, not left to run out.
    QCOMPARE(room.sql(QStringLiteral("SELECT count(*) FROM leader_lease")).value().toInt(), 0);
    QCOMPARE(room.sql(QStringLiteral("SELECT string_agg(event, ',' ORDER BY seq) FROM leader_lease_history")).value().toString(), QStringLiteral("captured,released"));
}

void TestCliRun::tellsTheCommandWhoItIs()
{
    const CliRoom room(m_server);
    const auto node = room.run(QStringLiteral("node"), {QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("echo $ELECTOR_LOCK $ELECTOR_TERM $ELECTOR_LEADER_ID")},
                               {QStringLiteral("--lock"), QStringLiteral("-7")});
    QCOMPARE(node->waitForEnd(), 0);
    const auto row = room.sql(QStringLiteral("SELECT id || ' ' || term || ' ' || leader_id FROM leader_lease_history WHERE event = 'captured'"));
    QCOMPARE(QString::fromUtf8(node->output()).trimmed(), row.value().toString());
}

void TestCliRun::standardStreamsPassThrough()
{
    const CliRoom room(m_server);
    QProcess node;
    node.start(QStringLiteral(ELECTOR_BIN_DIR "/elector"), {QStringLiteral("run"), QStringLiteral("--dsn"), room.dsn(), QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
                                                            QStringLiteral("cat; echo to-errors >&2")});
    node.write("through\n");
    node.closeWriteChannel();
    QVERIFY(node.waitForFinished(30000));
    QCOMPARE(node.readAllStandardOutput(), QByteArray("through\n"));
    QCOMPARE(node.readAllStandardError(), QByteArray("to-errors\n"));
}

void TestCliRun::oneOfThreeRuns()
{
    const CliRoom room(m_server);
    const QString file = room.file(QStringLiteral("ran"));
    std::vector<std::unique_ptr<Program>> nodes;
    for (int i = 1; i <= 3; ++i)
        nodes.push_back(room.run(QStringLiteral("node-%1").arg(i), {QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("echo $ELECTOR_TERM >>%1; sleep 0.3").arg(file)}));
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
    const auto first = room.run(QStringLiteral("first"), {QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("(sleep 1000 &) ; sleep 1")});
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
    const QString file = room.file(QStringLiteral("ended"));
    const auto node = room.run(QStringLiteral("node"), {QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("trap 'echo clean >%1; exit 3' TERM; while :; do sleep 0.05; done").arg(file)});
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), QStringLiteral("node"), 30000);
    QTRY_VERIFY_WITH_TIMEOUT(descendants(node->pid()).size() >= 2, 30000);
    node->signal(SIGTERM);
    QCOMPARE(node->waitForEnd(), 3);
    QCOMPARE(room.lines(QStringLiteral("ended")), QStringList {QStringLiteral("clean")});
    QCOMPARE(room.leader(), QString());
}

void TestCliRun::revocationStopsAndTheNodeWaitsForItsNextTurn()
{
    const CliRoom room(m_server);
    const QString file = room.file(QStringLiteral("terms"));
    const auto node = room.run(QStringLiteral("node"), {QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("echo $ELECTOR_TERM >>%1; sleep 1000").arg(file)});
    QTRY_COMPARE_WITH_TIMEOUT(room.lines(QStringLiteral("terms")).size(), 1, 30000);
    QVERIFY(room.sql(QStringLiteral("UPDATE leader_lease SET leader_id = '#revoked ' || leader_id")));
    QTRY_COMPARE_WITH_TIMEOUT(room.lines(QStringLiteral("terms")).size(), 2, 30000);
    QVERIFY(room.lines(QStringLiteral("terms")).at(1).toLongLong() > room.lines(QStringLiteral("terms")).at(0).toLongLong());
    QVERIFY(node->isRunning());
    QCOMPARE(room.sql(QStringLiteral("SELECT string_agg(event, ',' ORDER BY seq) FROM leader_lease_history")).value().toString(),
             QStringLiteral("captured,revoked,acknowledged,captured"));
}

void TestCliRun::killedElectorLeavesNothingAndTheNextLeads()
{
    const CliRoom room(m_server);
    const auto first = room.run(QStringLiteral("first"), sleeping(), {QStringLiteral("--lease"), QStringLiteral("60s")});
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), QStringLiteral("first"), 30000);
    QTRY_VERIFY_WITH_TIMEOUT(descendants(first->pid()).size() >= 2, 30000);
    const auto second = room.run(QStringLiteral("second"), sleeping());
    const QList<qint64> family = descendants(first->pid());
    first->signal(SIGKILL);
    // Long before the lease of a minute has run out.
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), QStringLiteral("second"), 30000);
    for (const qint64 pid : family)
        QTRY_VERIFY_WITH_TIMEOUT(::kill(static_cast<pid_t>(pid), 0) != 0, 30000);
    QCOMPARE(room.sql(QStringLiteral("SELECT count(*) FROM leader_lease_history WHERE event = 'released' AND leader_id LIKE 'first#%'")).value().toInt(), 1);
}

void TestCliRun::killedTreeIsTakenOverAfterTheLease()
{
    const CliRoom room(m_server);
    const auto first = room.run(QStringLiteral("first"), sleeping());
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), QStringLiteral("first"), 30000);
    const auto second = room.run(QStringLiteral("second"), sleeping());
    QTRY_VERIFY_WITH_TIMEOUT(descendants(first->pid()).size() >= 2, 30000);
    QList<qint64> family = descendants(first->pid());
    family.prepend(first->pid());
    for (const qint64 pid : family)
        ::kill(static_cast<pid_t>(pid), SIGSTOP); // so that none acts on the death of another
    const QVariant expiry = room.sql(QStringLiteral("SELECT expires_at FROM leader_lease")).value();
    for (const qint64 pid : family)
        ::kill(static_cast<pid_t>(pid), SIGKILL);
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), QStringLiteral("second"), 30000);
    const auto late = room.sql(QStringLiteral("SELECT created_at >= '%1' FROM leader_lease").arg(expiry.toDateTime().toUTC().toString(Qt::ISODateWithMs)));
    QVERIFY2(late.value().toBool(), "taken over before the lease had run out");
}

void TestCliRun::killedGuardianTakesTheCommandAlong()
{
    const CliRoom room(m_server);
    const auto node = room.run(QStringLiteral("node"), {QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("setsid sleep 1000 & sleep 1000")});
    QTRY_VERIFY_WITH_TIMEOUT(descendants(node->pid()).size() >= 4, 30000);
    const QList<qint64> family = descendants(node->pid());
    ::kill(static_cast<pid_t>(family.first()), SIGKILL); // the guardian
    QCOMPARE(node->waitForEnd(), 125);
    for (const qint64 pid : family)
        QTRY_VERIFY_WITH_TIMEOUT(::kill(static_cast<pid_t>(pid), 0) != 0, 30000);
    QCOMPARE(room.leader(), QString());
}

void TestCliRun::stoppedElectorsCommandDiesBeforeTheDeadline()
{
    const CliRoom room(m_server);
    const QString file = room.file(QStringLiteral("stamps"));
    const auto first = room.run(QStringLiteral("first"), stamping(file));
    QTRY_VERIFY_WITH_TIMEOUT(!room.lines(QStringLiteral("stamps")).isEmpty(), 30000);
    const auto second = room.run(QStringLiteral("second"), {QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("cut -d' ' -f1 /proc/uptime >%1; sleep 1000").arg(room.file(QStringLiteral("next")))});
    first->signal(SIGSTOP);
    QTRY_VERIFY_WITH_TIMEOUT(!room.lines(QStringLiteral("next")).isEmpty(), 30000);
    const double next = room.lines(QStringLiteral("next")).first().toDouble();
    const QStringList stamps = room.lines(QStringLiteral("stamps"));
    QVERIFY2(stamps.last().toDouble() <= next, qPrintable(stamps.last() + QStringLiteral(" > ") + room.lines(QStringLiteral("next")).first()));
    first->signal(SIGCONT);
    // It notices, and goes on as a candidate.
    QTest::qWait(500);
    QVERIFY(first->isRunning());
    QCOMPARE(room.lines(QStringLiteral("stamps")).size(), stamps.size());
}

void TestCliRun::hungDatabaseEndsTheCommandBeforeTheDeadline()
{
    PostgresServer server;
    QVERIFY2(server.start(), qPrintable(server.errorString()));
    const CliRoom room(server);
    const auto node = room.run(QStringLiteral("node"), stamping(room.file(QStringLiteral("stamps"))));
    QTRY_VERIFY_WITH_TIMEOUT(!room.lines(QStringLiteral("stamps")).isEmpty(), 30000);
    QVERIFY(server.pause());
    const qint64 paused = bootTime();
    QTRY_VERIFY_WITH_TIMEOUT(descendants(node->pid()).size() <= 1, 30000);
    // No renewal was sent later than the pause, so that no lease can be trusted beyond 2 s after it.
    const double last = room.lines(QStringLiteral("stamps")).last().toDouble();
    QVERIFY2(last < static_cast<double>(paused) / 1e9 + 2.0, qPrintable(QString::number(last - static_cast<double>(paused) / 1e9)));
    QVERIFY(node->isRunning());
    const qsizetype before = room.lines(QStringLiteral("stamps")).size();
    QVERIFY(server.resume());
    QTRY_VERIFY_WITH_TIMEOUT(room.lines(QStringLiteral("stamps")).size() > before, 30000);
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
