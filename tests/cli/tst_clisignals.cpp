// SPDX-License-Identifier: MIT
#include "cliroom.h"
#include "terminalsession.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

#include <csignal>

using namespace Elector;
using namespace Qt::StringLiterals;

/// Signals as shells and terminals send them to `elector run`: what is ignored, and who gets what.
class TestCliSignals : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), qPrintable(m_server.errorString())); }
    void ignoredSignalsStayIgnored_data();
    void ignoredSignalsStayIgnored();
    void firstProcessOfAContainer();
    void interruptedCommandCleansUp();
    void interruptedCommandThatGoesOnIsToldToEnd();
    void interruptedTwiceIsKilled();
    void interruptOfAProcessIsPassedOnAtOnce();
    void interruptedWorkIsNotDone();

private:
    /// `elector run` at a terminal, with a shell as COMMAND that has said "up".
    QStringList run(const CliRoom &room, const QString &lease, const QString &grace, const QString &text,
                    const QStringList &options = {}) const
    {
        const QStringList arguments{u"run"_s, u"--dsn"_s, room.dsn(), u"--lease"_s, lease, u"--grace"_s, grace};
        return arguments + options + QStringList{u"--"_s, u"sh"_s, u"-c"_s, text};
    }

    PostgresServer m_server;
};

namespace {

const QByteArray interrupt("\x03");
const QString loop = u"echo up; while :; do sleep 0.1; done"_s;

} // namespace

void TestCliSignals::ignoredSignalsStayIgnored_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("number");
    QTest::newRow("nohup") << u"HUP"_s << SIGHUP;
    QTest::newRow("in the background of a script") << u"INT"_s << SIGINT;
    QTest::newRow("in the background of a script, too") << u"QUIT"_s << SIGQUIT;
}

void TestCliSignals::ignoredSignalsStayIgnored()
{
    QFETCH(QString, name);
    QFETCH(int, number);
    const CliRoom room(m_server);
    QProcess node;
    node.start(u"sh"_s,
               {u"-c"_s, u"trap '' %1; exec \"$0\" \"$@\""_s.arg(name), CliRoom::program(), u"run"_s, u"--dsn"_s,
                room.dsn(), u"--lease"_s, u"2s"_s, u"--instance-id"_s, u"a"_s, u"--"_s, u"sleep"_s, u"1000"_s});
    QVERIFY(node.waitForStarted());
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), u"a"_s, 30000);
    const auto expiry
        = [&] { return room.sql(u"SELECT extract(epoch FROM expires_at)::float8 FROM leader_lease"_s).value(); };
    ::kill(static_cast<pid_t>(node.processId()), number);
    // Who has renewed three times since has looked for signals, too.
    for (int i = 0; i < 3; ++i) {
        const double before = expiry().toDouble();
        QVERIFY(before > 0);
        QTRY_VERIFY_WITH_TIMEOUT(expiry().toDouble() > before, 30000);
    }
    node.terminate();
    QVERIFY(node.waitForFinished(30000));
    QCOMPARE(node.exitStatus(), QProcess::NormalExit);
    QCOMPARE(node.exitCode(), 128 + SIGTERM);
}

/// What is left behind by others is reaped, and a signal that the kernel would ignore for such a process is heard.
void TestCliSignals::firstProcessOfAContainer()
{
    const CliRoom room(m_server);
    const QString orphans
        = u"for i in 1 2 3 4 5; do sh -c 'sleep 0.2 & exit'; done; sleep 1;"
          " grep -l '^State:.Z' /proc/[0-9]*/status | wc -l >> %1; exec sleep 1000"_s.arg(room.file(u"zombies"_s));
    QProcess node;
    node.start(u"unshare"_s,
               {u"--pid"_s, u"--mount-proc"_s, u"--fork"_s, u"--kill-child"_s, CliRoom::program(), u"run"_s, u"--dsn"_s,
                room.dsn(), u"--instance-id"_s, u"init"_s, u"--"_s, u"sh"_s, u"-c"_s, orphans});
    QVERIFY(node.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(room.lines(u"zombies"_s).size() == 1 || node.state() == QProcess::NotRunning, 30000);
    if (node.state() == QProcess::NotRunning)
        QSKIP("this process may not make namespaces");
    QCOMPARE(room.lines(u"zombies"_s).constFirst(), u"0"_s);
    QCOMPARE(room.leader(), u"init"_s);
    const QList<qint64> family = descendants(node.processId());
    QVERIFY(!family.isEmpty());
    ::kill(pid_t(family.constFirst()), SIGTERM);
    QVERIFY(node.waitForFinished());
    QCOMPARE(node.exitCode(), 128 + SIGTERM);
    QCOMPARE(room.sql(u"SELECT count(*) FROM leader_lease"_s).value().toInt(), 0);
}

void TestCliSignals::interruptedCommandCleansUp()
{
    const CliRoom room(m_server);
    const QString cleanUp = u"trap 'sleep 0.3; echo cleaned >%1; exit 7' INT; "_s.arg(room.file(u"done"_s));
    TerminalSession terminal(run(room, u"60s"_s, u"5s"_s, cleanUp + loop));
    QVERIFY2(terminal.waitFor("up"), terminal.screen().constData());
    terminal.press(interrupt);
    QCOMPARE(terminal.waitForEnd(), 7);
    QCOMPARE(room.lines(u"done"_s), QStringList{u"cleaned"_s});
    QCOMPARE(room.sql(u"SELECT count(*) FROM leader_lease"_s).value().toInt(), 0);
}

void TestCliSignals::interruptedCommandThatGoesOnIsToldToEnd()
{
    const CliRoom room(m_server);
    TerminalSession terminal(run(room, u"60s"_s, u"1s"_s, u"trap '' INT; trap 'exit 9' TERM; "_s + loop));
    QVERIFY2(terminal.waitFor("up"), terminal.screen().constData());
    terminal.press(interrupt);
    QCOMPARE(terminal.waitForEnd(), 9);
}

void TestCliSignals::interruptedTwiceIsKilled()
{
    const CliRoom room(m_server);
    TerminalSession terminal(run(room, u"600s"_s, u"60s"_s, u"trap '' INT TERM; "_s + loop, {u"--verbose"_s}));
    QVERIFY2(terminal.waitFor("up"), terminal.screen().constData());
    terminal.press(interrupt);
    QVERIFY2(terminal.waitFor("the command was interrupted"), terminal.screen().constData());
    terminal.press(interrupt);
    QCOMPARE(terminal.waitForEnd(), 128 + SIGKILL);
}

/// Nobody but elector got it. The grace is longer than the patience of the test.
void TestCliSignals::interruptOfAProcessIsPassedOnAtOnce()
{
    const CliRoom room(m_server);
    TerminalSession terminal(run(room, u"600s"_s, u"60s"_s, u"trap 'exit 9' TERM; "_s + loop));
    QVERIFY2(terminal.waitFor("up"), terminal.screen().constData());
    ::kill(terminal.pid(), SIGINT);
    QCOMPARE(terminal.waitForEnd(), 9);
}

void TestCliSignals::interruptedWorkIsNotDone()
{
    const CliRoom room(m_server);
    TerminalSession terminal(run(room, u"60s"_s, u"5s"_s, u"trap 'exit 0' INT; "_s + loop, {u"--once-per"_s, u"1h"_s}));
    QVERIFY2(terminal.waitFor("up"), terminal.screen().constData());
    terminal.press(interrupt);
    QCOMPARE(terminal.waitForEnd(), 0);
    QVERIFY(room.sql(u"SELECT succeeded_at IS NULL FROM leader_lease_lock"_s).value().toBool());
}

QTEST_GUILESS_MAIN(TestCliSignals)
#include "tst_clisignals.moc"
