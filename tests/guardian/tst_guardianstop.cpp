// SPDX-License-Identifier: MIT
#include "guardiantest.h"

#include <csignal>

#include <sys/wait.h>

using namespace Elector;
using namespace Elector::GuardianProtocol;
using namespace std::chrono_literals;

/// The command is made to end, on request: asked first, then killed, with all that it left behind.
class TestGuardianStop : public GuardianTest
{
    Q_OBJECT

private Q_SLOTS:
    void stopIsObeyed();
    void stopKillsWhoDoesNotObey();
    void stopWakesTheStopped();
    void leftoversAreStopped();
    void quitBeforeTheEndKills();
};

void TestGuardianStop::stopIsObeyed()
{
    run({GUARDIAN_TEST_COMMAND, "obedient", stampPath()});
    QTRY_VERIFY_WITH_TIMEOUT(begun(1), limit);
    QVERIFY(m_guardian->send(Stop{}));
    LISTEN_UNTIL(m_gone);
    QVERIFY(WIFEXITED(m_gone->waitStatus));
    QCOMPARE(WEXITSTATUS(m_gone->waitStatus), 7);
    QCOMPARE(m_gone->cause, Cause::Stopped);
}

void TestGuardianStop::stopKillsWhoDoesNotObey()
{
    run({GUARDIAN_TEST_COMMAND, "family", stampPath()});
    QTRY_VERIFY_WITH_TIMEOUT(begun(7), limit);
    QVERIFY(m_guardian->send(Stop{}));
    LISTEN_UNTIL(m_gone);
    QCOMPARE(m_gone->cause, Cause::Stopped);
    QCOMPARE(WTERMSIG(m_gone->waitStatus), SIGKILL);
    QCOMPARE((*m_stamps)->terminated.load(), 7); // each was asked first
    QVERIFY(BootClock::now() < m_deadline);
}

void TestGuardianStop::stopWakesTheStopped()
{
    run({GUARDIAN_TEST_COMMAND, "obedient", stampPath()});
    QTRY_VERIFY_WITH_TIMEOUT(begun(1), limit);
    LISTEN_UNTIL(m_started);
    QCOMPARE(::kill(m_started->pid, SIGSTOP), 0);
    QVERIFY(m_guardian->send(Stop{}));
    LISTEN_UNTIL(m_gone);
    QVERIFY(WIFEXITED(m_gone->waitStatus));
}

void TestGuardianStop::leftoversAreStopped()
{
    run({GUARDIAN_TEST_COMMAND, "orphans", stampPath()});
    LISTEN_UNTIL(m_gone);
    QCOMPARE(m_order.mid(2), (QStringList{QStringLiteral("exited"), QStringLiteral("gone")}));
    QCOMPARE(WEXITSTATUS(m_exited->waitStatus), 5);
    QCOMPARE(m_gone->waitStatus, m_exited->waitStatus);
    QCOMPARE(m_gone->cause, Cause::Ended);
    QCOMPARE((*m_stamps)->terminated.load(), 6);
}

void TestGuardianStop::quitBeforeTheEndKills()
{
    run({GUARDIAN_TEST_COMMAND, "family", stampPath()});
    QTRY_VERIFY_WITH_TIMEOUT(begun(7), limit);
    QVERIFY(m_guardian->send(Quit{}));
    LISTEN_UNTIL(m_gone);
    QCOMPARE((*m_stamps)->terminated.load(), 0);
    LISTEN_UNTIL(m_guardian->isClosed());
    QVERIFY(!m_released);
}

QTEST_GUILESS_MAIN(TestGuardianStop)
#include "tst_guardianstop.moc"
