// SPDX-License-Identifier: MIT
#include "guardiantest.h"

#include <cerrno>
#include <csignal>
#include <memory>

#include <sys/socket.h>
#include <sys/wait.h>

using namespace Elector;
using namespace Elector::GuardianProtocol;
using namespace std::chrono_literals;

/// The guardian itself: how it comes, what is seen of it, what it puts up with, how it goes.
class TestGuardian : public GuardianTest
{
    Q_OBJECT

private Q_SLOTS:
    void readyAndQuit();
    void endsWithItsClient();
    void dismissedGuardiansAreReaped();
    void missingGuardianIsAnError();
    void noSecretIsVisible();
    void signalsDoNotEndIt();
    void garbageFromItsClientEndsTheCommand();
    void silentElector_data();
    void silentElector();
    void releaseWithoutADatabaseIsHarmless();
    void staysSmall();
};

void TestGuardian::readyAndQuit()
{
    spawn();
    LISTEN_UNTIL(m_order.contains(QStringLiteral("ready")));
    QVERIFY(m_guardian->send(Quit{}));
    LISTEN_UNTIL(m_guardian->isClosed());
    std::optional<int> status;
    const auto ended = [&] { return status || (status = m_guardian->reap()); };
    QTRY_VERIFY_WITH_TIMEOUT(ended(), limit);
    QCOMPARE(*status, 0);
}

void TestGuardian::endsWithItsClient()
{
    spawn();
    m_guardian->close(); // cleanup() sees that it ends
}

void TestGuardian::dismissedGuardiansAreReaped()
{
    spawn();
    const pid_t first = m_guardian->pid();
    m_guardian.reset(); // before it had a chance to end
    const auto reaped = [this, first] {
        spawn();
        m_guardian->close();
        return ::kill(first, 0) != 0 && errno == ESRCH; // a zombie would still be there
    };
    QTRY_VERIFY_WITH_TIMEOUT(reaped(), limit);
}

void TestGuardian::missingGuardianIsAnError()
{
    GuardianClient guardian;
    std::string error;
    QVERIFY(!guardian.spawn("/nonexistent/elector-guardian", &error));
    QVERIFY2(QString::fromStdString(error).contains(QLatin1String("/nonexistent/elector-guardian: No such file")),
             error.c_str());
}

void TestGuardian::noSecretIsVisible()
{
    run({GUARDIAN_TEST_COMMAND, "stamp", stampPath()});
    QTRY_VERIFY_WITH_TIMEOUT(begun(1), limit);
    LISTEN_UNTIL(m_started);
    for (const pid_t pid : {m_guardian->pid(), m_started->pid}) {
        for (const char *file : {"cmdline", "environ"}) {
            const QString path = QStringLiteral("/proc/%1/%2").arg(pid).arg(QLatin1String(file));
            QVERIFY(!content(path).isEmpty());
            QVERIFY(!content(path).contains("s3cr3t-word"));
        }
    }
    QCOMPARE(content(QStringLiteral("/proc/%1/cmdline").arg(m_guardian->pid())), QByteArray("elector-guardian\0", 17));
}

void TestGuardian::signalsDoNotEndIt()
{
    run({GUARDIAN_TEST_COMMAND, "stamp", stampPath()});
    QTRY_VERIFY_WITH_TIMEOUT(begun(1), limit);
    for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGTTOU, SIGPIPE, SIGUSR1, SIGALRM})
        QCOMPARE(::kill(m_guardian->pid(), number), 0);
    QVERIFY(m_guardian->send(SendSignal{SIGUSR1})); // it answers as before
    LISTEN_UNTIL(m_gone);
    QCOMPARE(WTERMSIG(m_gone->waitStatus), SIGUSR1);
}

void TestGuardian::garbageFromItsClientEndsTheCommand()
{
    QVERIFY(spawn().send(command({GUARDIAN_TEST_COMMAND, "stamp", stampPath()})));
    Start start = lease(60s);
    start.giveUp = false; // "hold after crash"
    QVERIFY(m_guardian->send(start));
    QTRY_VERIFY_WITH_TIMEOUT(begun(1), limit);
    QCOMPARE(::send(m_guardian->fd(), "rubbish", 7, MSG_NOSIGNAL), ssize_t(7));
    LISTEN_UNTIL(m_guardian->isClosed());
}

/// An elector that says nothing any more: its lease is given up in its place, unless it is to run out.
void TestGuardian::silentElector_data()
{
    QTest::addColumn<bool>("giveUp");
    QTest::newRow("gives the lease up") << true;
    QTest::newRow("hold after crash") << false;
}

void TestGuardian::silentElector()
{
    QFETCH(bool, giveUp);
    QVERIFY(spawn().send(command({"true"})));
    Start start = lease(2s);
    start.giveUp = giveUp;
    QVERIFY(m_guardian->send(start));
    LISTEN_UNTIL(m_gone);
    LISTEN_UNTIL(m_guardian->isClosed());
    QCOMPARE(m_released.has_value(), giveUp);
}

void TestGuardian::releaseWithoutADatabaseIsHarmless()
{
    run({"true"});
    LISTEN_UNTIL(m_gone);
    QVERIFY(m_guardian->send(Release{}));
    LISTEN_UNTIL(m_released);
    QVERIFY(!m_released->released);
    QVERIFY(!m_released->error.empty());
    LISTEN_UNTIL(m_guardian->isClosed());
}

void TestGuardian::staysSmall()
{
#ifdef GUARDIAN_TEST_SANITIZED
    QSKIP("a sanitizer's memory is not the guardian's");
#endif
    const auto ownMemory = [this] {
        static const QRegularExpression field(QStringLiteral("Private_Dirty: +(\\d+) kB"));
        const QByteArray memory = content(QStringLiteral("/proc/%1/smaps_rollup").arg(m_guardian->pid()));
        const auto match = field.match(QString::fromLatin1(memory));
        return match.hasMatch() ? match.captured(1).toInt() : -1;
    };
    spawn();
    LISTEN_UNTIL(m_order.contains(QStringLiteral("ready")));
    QVERIFY(m_guardian->send(command({GUARDIAN_TEST_COMMAND, "stamp", stampPath()})));
    const int waiting = ownMemory();
    if (waiting < 0)
        QSKIP("the memory of a process that is not dumpable is told to root only");
    QVERIFY2(waiting < 1024, qPrintable(QString::number(waiting)));
    QVERIFY(m_guardian->send(lease(60s)));
    LISTEN_UNTIL(m_started);
    const int leading = ownMemory(); // with libpq
    QVERIFY2(leading < 4096, qPrintable(QString::number(leading)));
    qInfo("the guardian's own memory: %d KiB while waiting, %d KiB while leading", waiting, leading);
}

QTEST_GUILESS_MAIN(TestGuardian)
#include "tst_guardian.moc"
