// SPDX-License-Identifier: MIT
#include "guardiantest.h"

#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Elector;
using namespace Elector::GuardianProtocol;
using namespace std::chrono_literals;

namespace {

/// Replaces a standard stream of this process while it lives, so that a guardian started meanwhile inherits it.
class StreamReplaced
{
public:
    StreamReplaced(int stream, int by)
        : m_stream(stream)
        , m_saved(::fcntl(stream, F_DUPFD_CLOEXEC, 10))
    {
        ::dup2(by, stream);
    }
    ~StreamReplaced()
    {
        ::dup2(m_saved, m_stream);
        ::close(m_saved);
    }

private:
    int m_stream;
    int m_saved;
};

} // namespace

/// The command under its guardian: it runs as if there were none, and its end is told as it was.
class TestGuardianCommand : public GuardianTest
{
    Q_OBJECT

private Q_SLOTS:
    void unknownProgram();
    void programThatMayNotRun();
    void unknownDirectory();
    void tooLateToStart();
    void exitStatusIsForwarded();
    void deathBySignalIsForwarded();
    void environmentAndDirectory();
    void processGroupAndSignals();
    void ignoredHangupStaysIgnored();
    void noDescriptorLeaks();
    void standardInputPassesThrough();
    void outputEndsWithTheCommand();
    void signalsAreForwarded();

private:
    QString outputPath() const { return m_directory->filePath(QStringLiteral("output")); }
    void runShell(const QString &script) { run({"sh", "-c", script.toStdString()}); }
};

void TestGuardianCommand::unknownProgram()
{
    run({"no-such-program-anywhere"});
    LISTEN_UNTIL(m_gone);
    QVERIFY(m_failed);
    QCOMPARE(m_failed->exitStatus(), 127);
    QCOMPARE(QString::fromStdString(m_failed->text),
             QStringLiteral("cannot run no-such-program-anywhere: No such file or directory"));
    QCOMPARE(WEXITSTATUS(m_gone->waitStatus), 127);
    QCOMPARE(m_gone->cause, Cause::NotRun);
    QVERIFY(!m_started && !m_exited);
}

void TestGuardianCommand::programThatMayNotRun()
{
    run({"/tmp"});
    LISTEN_UNTIL(m_gone);
    QVERIFY(m_failed);
    QCOMPARE(m_failed->error, EACCES);
    QCOMPARE(WEXITSTATUS(m_gone->waitStatus), 126);
}

void TestGuardianCommand::unknownDirectory()
{
    spawn();
    Prepare prepare = command({"true"});
    prepare.workingDirectory = "/nonexistent";
    QVERIFY(m_guardian->send(prepare));
    QVERIFY(m_guardian->send(lease(60s)));
    LISTEN_UNTIL(m_gone);
    QVERIFY(m_failed);
    QVERIFY(QString::fromStdString(m_failed->text).startsWith(QLatin1String("cannot change to the directory")));
}

void TestGuardianCommand::tooLateToStart()
{
    run({GUARDIAN_TEST_COMMAND, "stubborn", stampPath()}, 250ms); // grace and margin are 300 ms
    LISTEN_UNTIL(m_gone);
    QVERIFY(m_failed);
    QCOMPARE(m_failed->error, ETIME);
    QCOMPARE(m_gone->cause, Cause::NotRun);
    QCOMPARE((*m_stamps)->processes.load(), 0);
}

void TestGuardianCommand::exitStatusIsForwarded()
{
    run({GUARDIAN_TEST_COMMAND, "exit", "37"});
    LISTEN_UNTIL(m_gone);
    QCOMPARE(m_order,
             (QStringList{QStringLiteral("ready"), QStringLiteral("started"), QStringLiteral("exited"),
                          QStringLiteral("gone")}));
    QVERIFY(WIFEXITED(m_exited->waitStatus));
    QCOMPARE(WEXITSTATUS(m_exited->waitStatus), 37);
    QCOMPARE(m_gone->waitStatus, m_exited->waitStatus);
    QCOMPARE(m_gone->cause, Cause::Ended);
    QVERIFY(m_guardian->send(Quit{}));
    LISTEN_UNTIL(m_guardian->isClosed());
    QVERIFY(!m_released);
}

void TestGuardianCommand::deathBySignalIsForwarded()
{
    run({GUARDIAN_TEST_COMMAND, "raise", std::to_string(SIGUSR2)});
    LISTEN_UNTIL(m_gone);
    QVERIFY(WIFSIGNALED(m_gone->waitStatus));
    QCOMPARE(WTERMSIG(m_gone->waitStatus), SIGUSR2);
}

void TestGuardianCommand::environmentAndDirectory()
{
    spawn();
    Prepare prepare
        = command({"sh", "-c", "echo $ELECTOR_TERM $ELECTOR_LOCK $KEPT $(pwd) >" + outputPath().toStdString()});
    prepare.environment = {"PATH=/usr/bin:/bin", "KEPT=kept", "ELECTOR_TERM=old"};
    for (int i = 0; i < 3000; ++i) // longer than a packet
        prepare.environment.push_back("LONG_" + std::to_string(i) + '=' + std::string(40, 'x'));
    prepare.workingDirectory = "/usr";
    Start start = lease(60s);
    start.environment = {"ELECTOR_TERM=42", "ELECTOR_LOCK=7"};
    QVERIFY(m_guardian->send(prepare));
    QVERIFY(m_guardian->send(start));
    LISTEN_UNTIL(m_gone);
    QCOMPARE(content(outputPath()), QByteArray("42 7 kept /usr\n"));
}

void TestGuardianCommand::processGroupAndSignals()
{
    runShell(QStringLiteral("exec " GUARDIAN_TEST_COMMAND " describe >") + outputPath());
    LISTEN_UNTIL(m_gone);
    QCOMPARE(content(outputPath()),
             "group " + QByteArray::number(::getpgrp()) + " session " + QByteArray::number(::getsid(0)) + " signals\n");
    QVERIFY(::getpgid(m_guardian->pid()) != ::getpgrp());
    QCOMPARE(::getsid(m_guardian->pid()), ::getsid(0));
}

void TestGuardianCommand::ignoredHangupStaysIgnored()
{
    const auto before = ::signal(SIGHUP, SIG_IGN); // as nohup does it
    runShell(QStringLiteral("exec " GUARDIAN_TEST_COMMAND " describe >") + outputPath());
    ::signal(SIGHUP, before);
    LISTEN_UNTIL(m_gone);
    QVERIFY2(content(outputPath()).endsWith(" signals handled:1\n"), content(outputPath()).constData());
}

void TestGuardianCommand::noDescriptorLeaks()
{
    const FileDescriptor careless(::open("/dev/null", O_RDONLY)); // without CLOEXEC, as others may have them open
    runShell(QStringLiteral("exec " GUARDIAN_TEST_COMMAND " descriptors >") + outputPath());
    LISTEN_UNTIL(m_gone);
    QCOMPARE(content(outputPath()), QByteArray("0\n1\n2\n"));
}

void TestGuardianCommand::standardInputPassesThrough()
{
    int ends[2];
    QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
    const FileDescriptor readEnd(ends[0]);
    FileDescriptor writeEnd(ends[1]);
    {
        const StreamReplaced input(STDIN_FILENO, readEnd.get());
        runShell(QStringLiteral("exec cat >") + outputPath());
    }
    LISTEN_UNTIL(m_started);
    QCOMPARE(::write(writeEnd.get(), "line\n", 5), ssize_t(5));
    writeEnd.reset();
    LISTEN_UNTIL(m_gone);
    QCOMPARE(content(outputPath()), QByteArray("line\n"));
}

void TestGuardianCommand::outputEndsWithTheCommand()
{
    int ends[2];
    QCOMPARE(::pipe2(ends, O_CLOEXEC | O_NONBLOCK), 0);
    const FileDescriptor readEnd(ends[0]);
    FileDescriptor writeEnd(ends[1]);
    {
        const StreamReplaced output(STDOUT_FILENO, writeEnd.get());
        run({"echo", "word"});
    }
    writeEnd.reset();
    // The guardian is still there, waiting for our word about the lease: it must not keep the reader waiting.
    LISTEN_UNTIL(m_gone);
    char buffer[16];
    QCOMPARE(::read(readEnd.get(), buffer, sizeof buffer), ssize_t(5));
    QCOMPARE(::read(readEnd.get(), buffer, sizeof buffer), ssize_t(0));
    QVERIFY(!m_guardian->isClosed());
}

void TestGuardianCommand::signalsAreForwarded()
{
    run({GUARDIAN_TEST_COMMAND, "wait"});
    LISTEN_UNTIL(m_started);
    QVERIFY(m_guardian->send(SendSignal{SIGUSR1}));
    LISTEN_UNTIL(m_gone);
    QVERIFY(WIFSIGNALED(m_gone->waitStatus));
    QCOMPARE(WTERMSIG(m_gone->waitStatus), SIGUSR1);
}

QTEST_GUILESS_MAIN(TestGuardianCommand)
#include "tst_guardiancommand.moc"
