// SPDX-License-Identifier: MIT
#include "guardiantest.h"

#include <cerrno>
#include <csignal>

#include <sys/wait.h>

using namespace Elector;
using namespace Elector::GuardianProtocol;
using namespace std::chrono_literals;

/// Nobody of the command is alive at the deadline, whatever it does, and whatever befalls its guardian.
class TestGuardianDeadline : public GuardianTest
{
    Q_OBJECT

private Q_SLOTS:
    void deadBeforeTheDeadline_data();
    void deadBeforeTheDeadline();
    void renewedDeadlineKeepsItAlive();
    void deadlineNeverRevives();
    void noRenewalAfterTheKill();
    void killedGuardian_data();
    void killedGuardian();
    void stoppedGuardian();
};

void TestGuardianDeadline::deadBeforeTheDeadline_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<int>("processes");
    QTest::newRow("ignores SIGTERM") << QStringLiteral("stubborn") << 1;
    QTest::newRow("forks") << QStringLiteral("family") << 7;
    QTest::newRow("daemonises") << QStringLiteral("daemons") << 3;
    QTest::newRow("forks without end") << QStringLiteral("storm") << 7;
    QTest::newRow("forks without end in a group of its own") << QStringLiteral("storm") << 7;
}

void TestGuardianDeadline::deadBeforeTheDeadline()
{
    m_ownGroup = QByteArray(QTest::currentDataTag()).endsWith("own");
    QFETCH(QString, mode);
    QFETCH(int, processes);
    run({GUARDIAN_TEST_COMMAND, mode.toStdString(), stampPath()}, 800ms); // and no renewal
    LISTEN_UNTIL(m_gone);
    QVERIFY((*m_stamps)->processes >= processes);
    QCOMPARE(m_gone->cause, Cause::Deadline);
    const std::int64_t last = (*m_stamps)->last;
    QVERIFY(last > 0);
    const auto slack = m_deadline.time_since_epoch() - std::chrono::nanoseconds(last);
    QVERIFY2(slack > 0ns, qPrintable(QStringLiteral("%1 ms late").arg(double(-slack.count()) / 1e6)));
    QVERIFY(m_guardian->send(Quit{}));
    LISTEN_UNTIL(m_guardian->isClosed());
    QCOMPARE((*m_stamps)->last.load(), last);
}

void TestGuardianDeadline::renewedDeadlineKeepsItAlive()
{
    run({GUARDIAN_TEST_COMMAND, "obedient", stampPath()}, 2s);
    const auto first = m_deadline;
    const auto outlived = [this, first] {
        m_guardian->send(NewDeadline{BootClock::now() + 2s});
        listen();
        return (*m_stamps)->last > (first + 500ms).time_since_epoch().count();
    };
    QTRY_VERIFY_WITH_TIMEOUT(outlived(), limit);
    QVERIFY(!m_gone);
    LISTEN_UNTIL(m_gone); // and without renewals it ends
    QCOMPARE(m_gone->cause, Cause::Deadline);
}

void TestGuardianDeadline::deadlineNeverRevives()
{
    // A renewal during the grace gives time to end properly, but does not take the stop back.
    run({GUARDIAN_TEST_COMMAND, "stubborn", stampPath()}, 1s);
    QTRY_VERIFY_WITH_TIMEOUT((listen(), (*m_stamps)->terminated == 1), limit);
    m_guardian->send(NewDeadline{BootClock::now() + 60s});
    LISTEN_UNTIL(m_gone);
    QCOMPARE(m_gone->cause, Cause::Deadline);
    QVERIFY(BootClock::now() < m_deadline + 30s);
}

void TestGuardianDeadline::noRenewalAfterTheKill()
{
    run({GUARDIAN_TEST_COMMAND, "storm", stampPath()}, 600ms);
    const auto killing = [this] {
        listen();
        return m_gone || BootClock::now() >= m_deadline - 200ms;
    };
    QTRY_VERIFY_WITH_TIMEOUT(killing(), limit);
    m_guardian->send(NewDeadline{BootClock::now() + 600s});
    LISTEN_UNTIL(m_gone);
    QCOMPARE(WTERMSIG(m_gone->waitStatus), SIGKILL);
}

void TestGuardianDeadline::killedGuardian_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<int>("processes");
    QTest::newRow("forks") << QStringLiteral("family") << 7;
    QTest::newRow("daemonises") << QStringLiteral("daemons") << 3;
    QTest::newRow("forks without end") << QStringLiteral("storm") << 7;
}

void TestGuardianDeadline::killedGuardian()
{
    QFETCH(QString, mode);
    QFETCH(int, processes);
    run({GUARDIAN_TEST_COMMAND, mode.toStdString(), stampPath()});
    QTRY_VERIFY_WITH_TIMEOUT(begun(processes), limit);
    QCOMPARE(::kill(m_guardian->pid(), SIGKILL), 0);
    LISTEN_UNTIL(m_guardian->isClosed());
    QVERIFY(!m_gone);
    QVERIFY(m_guardian->killRest(BootClock::now() + std::chrono::milliseconds(limit)));
    const std::int64_t last = (*m_stamps)->last;
    QCOMPARE(::waitpid(-1, nullptr, WNOHANG | __WALL), -1);
    QCOMPARE(errno, ECHILD);
    QCOMPARE((*m_stamps)->last.load(), last);
}

void TestGuardianDeadline::stoppedGuardian()
{
    // The second line: the guardian cannot act, elector sees the deadline come and acts in its place.
    run({GUARDIAN_TEST_COMMAND, "daemons", stampPath()}, 1s);
    QTRY_VERIFY_WITH_TIMEOUT(begun(3), limit);
    QCOMPARE(::kill(m_guardian->pid(), SIGSTOP), 0);
    QTRY_VERIFY_WITH_TIMEOUT((listen(), m_gone || BootClock::now() >= m_deadline - 100ms), limit);
    QVERIFY(!m_gone);
    QVERIFY(m_guardian->killRest(BootClock::now() + std::chrono::milliseconds(limit)));
    QVERIFY((*m_stamps)->last < m_deadline.time_since_epoch().count());
}

QTEST_GUILESS_MAIN(TestGuardianDeadline)
#include "tst_guardiandeadline.moc"
