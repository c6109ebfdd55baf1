// SPDX-License-Identifier: MIT
// The guardian as `elector run` sees it. This process is elector: a subreaper, so that after each test waitpid()
// proves that nothing of the command is left anywhere.
#include "guardianclient.h"
#include "processtree.h"
#include "stampfile.h"

#include <QtTest>

#include <cerrno>
#include <csignal>
#include <memory>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Elector;
using namespace Elector::GuardianProtocol;
using namespace std::chrono_literals;

namespace {

constexpr int limit = 30000; // ms; for conditions, never for luck

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

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestGuardian : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void readyAndQuit();
    void endsWithItsClient();
    void dismissedGuardiansAreReaped();
    void missingGuardianIsAnError();
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
    void noSecretIsVisible();
    void signalsAreForwarded();
    void stopIsObeyed();
    void stopKillsWhoDoesNotObey();
    void stopWakesTheStopped();
    void leftoversAreStopped();
    void deadBeforeTheDeadline_data();
    void deadBeforeTheDeadline();
    void renewedDeadlineKeepsItAlive();
    void deadlineNeverRevives();
    void noRenewalAfterTheKill();
    void releaseWithoutADatabaseIsHarmless();
    void quitBeforeTheEndKills();
    void killedGuardian_data();
    void killedGuardian();
    void stoppedGuardian();
    void signalsDoNotEndIt();
    void garbageFromItsClientEndsTheCommand();
    void staysSmall();

private:
    GuardianClient &spawn();
    Prepare command(const std::vector<std::string> &arguments) const;
    Start lease(std::chrono::milliseconds duration) const;
    void run(const std::vector<std::string> &arguments, std::chrono::milliseconds duration = 60s);
    void listen();
    bool begun(int processes);
    std::string stampPath() const { return m_directory->filePath(QStringLiteral("stamps")).toStdString(); }
    QString outputPath() const { return m_directory->filePath(QStringLiteral("output")); }
    void runShell(const QString &script, std::chrono::milliseconds duration = 60s);

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<StampFile> m_stamps;
    std::unique_ptr<GuardianClient> m_guardian;
    BootClock::time_point m_deadline;
    bool m_ownGroup = false;
    QStringList m_order;
    std::optional<Started> m_started;
    std::optional<Failed> m_failed;
    std::optional<Exited> m_exited;
    std::optional<Gone> m_gone;
    std::optional<Released> m_released;
};

void TestGuardian::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_directory = std::make_unique<QTemporaryDir>();
    m_stamps = std::make_unique<StampFile>(stampPath().c_str());
    QVERIFY(m_stamps->isValid());
    m_order.clear();
    m_ownGroup = false;
    m_started.reset(), m_failed.reset(), m_exited.reset(), m_gone.reset(), m_released.reset();
}

void TestGuardian::cleanup()
{
    if (m_guardian) {
        m_guardian->send(Quit{}); // there is no database: spare it the attempt
        m_guardian->close();
    }
    // The guardian itself and all that it ever started: ended, and nothing handed to us.
    const auto nobodyLeft = [] {
        pid_t reaped = 0;
        while ((reaped = ::waitpid(-1, nullptr, WNOHANG | __WALL)) > 0) { }
        return reaped < 0 && errno == ECHILD;
    };
    QTRY_VERIFY_WITH_TIMEOUT(nobodyLeft(), limit);
    m_guardian.reset();
    m_stamps.reset();
}

GuardianClient &TestGuardian::spawn()
{
    m_guardian = std::make_unique<GuardianClient>();
    std::string error;
    if (!m_guardian->spawn(GUARDIAN_PROGRAM, &error))
        qFatal("%s", error.c_str());
    return *m_guardian;
}

Prepare TestGuardian::command(const std::vector<std::string> &arguments) const
{
    Prepare prepare;
    prepare.arguments = arguments;
    for (char **entry = environ; *entry; ++entry)
        prepare.environment.emplace_back(*entry);
    prepare.processGroup = m_ownGroup ? 0 : ::getpgrp();
    prepare.connectionInfo = "host=/nonexistent user=nobody password=s3cr3t-word";
    prepare.releaseSql = "DELETE FROM leader_lease WHERE id = $1 AND leader_id = $2";
    return prepare;
}

Start TestGuardian::lease(std::chrono::milliseconds duration) const
{
    Start start;
    start.lockId = 7;
    start.leaderId = "test#1.1";
    start.deadline = BootClock::now() + duration;
    start.grace = 100ms;
    start.killMargin = 200ms;
    return start;
}

void TestGuardian::run(const std::vector<std::string> &arguments, std::chrono::milliseconds duration)
{
    GuardianClient &guardian = spawn();
    QVERIFY(guardian.send(command(arguments)));
    const Start start = lease(duration);
    m_deadline = start.deadline;
    QVERIFY(guardian.send(start));
}

void TestGuardian::runShell(const QString &script, std::chrono::milliseconds duration)
{
    run({"sh", "-c", script.toStdString()}, duration);
}

void TestGuardian::listen()
{
    while (const auto message = m_guardian->receive()) {
        if (const auto *m = std::get_if<Started>(&*message))
            m_started = *m, m_order += QStringLiteral("started");
        else if (const auto *failed = std::get_if<Failed>(&*message))
            m_failed = *failed, m_order += QStringLiteral("failed");
        else if (const auto *exited = std::get_if<Exited>(&*message))
            m_exited = *exited, m_order += QStringLiteral("exited");
        else if (const auto *gone = std::get_if<Gone>(&*message))
            m_gone = *gone, m_order += QStringLiteral("gone");
        else if (const auto *released = std::get_if<Released>(&*message))
            m_released = *released, m_order += QStringLiteral("released");
        else if (std::holds_alternative<Ready>(*message))
            m_order += QStringLiteral("ready");
        else
            m_order += QStringLiteral("other");
    }
}

bool TestGuardian::begun(int processes)
{
    listen();
    return (*m_stamps)->processes >= processes;
}

#define LISTEN_UNTIL(condition) QTRY_VERIFY_WITH_TIMEOUT((listen(), (condition)), limit)

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

void TestGuardian::unknownProgram()
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

void TestGuardian::programThatMayNotRun()
{
    run({"/tmp"});
    LISTEN_UNTIL(m_gone);
    QVERIFY(m_failed);
    QCOMPARE(m_failed->error, EACCES);
    QCOMPARE(WEXITSTATUS(m_gone->waitStatus), 126);
}

void TestGuardian::unknownDirectory()
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

void TestGuardian::tooLateToStart()
{
    run({GUARDIAN_TEST_COMMAND, "stubborn", stampPath()}, 250ms); // grace and margin are 300 ms
    LISTEN_UNTIL(m_gone);
    QVERIFY(m_failed);
    QCOMPARE(m_failed->error, ETIME);
    QCOMPARE(m_gone->cause, Cause::NotRun);
    QCOMPARE((*m_stamps)->processes.load(), 0);
}

void TestGuardian::exitStatusIsForwarded()
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

void TestGuardian::deathBySignalIsForwarded()
{
    run({GUARDIAN_TEST_COMMAND, "raise", std::to_string(SIGUSR2)});
    LISTEN_UNTIL(m_gone);
    QVERIFY(WIFSIGNALED(m_gone->waitStatus));
    QCOMPARE(WTERMSIG(m_gone->waitStatus), SIGUSR2);
}

void TestGuardian::environmentAndDirectory()
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

void TestGuardian::processGroupAndSignals()
{
    runShell(QStringLiteral("exec " GUARDIAN_TEST_COMMAND " describe >") + outputPath());
    LISTEN_UNTIL(m_gone);
    QCOMPARE(content(outputPath()),
             "group " + QByteArray::number(::getpgrp()) + " session " + QByteArray::number(::getsid(0)) + " signals\n");
    QVERIFY(::getpgid(m_guardian->pid()) != ::getpgrp());
    QCOMPARE(::getsid(m_guardian->pid()), ::getsid(0));
}

void TestGuardian::ignoredHangupStaysIgnored()
{
    const auto before = ::signal(SIGHUP, SIG_IGN); // as nohup does it
    runShell(QStringLiteral("exec " GUARDIAN_TEST_COMMAND " describe >") + outputPath());
    ::signal(SIGHUP, before);
    LISTEN_UNTIL(m_gone);
    QVERIFY2(content(outputPath()).endsWith(" signals handled:1\n"), content(outputPath()).constData());
}

void TestGuardian::noDescriptorLeaks()
{
    const FileDescriptor careless(::open("/dev/null", O_RDONLY)); // without CLOEXEC, as others may have them open
    runShell(QStringLiteral("exec " GUARDIAN_TEST_COMMAND " descriptors >") + outputPath());
    LISTEN_UNTIL(m_gone);
    QCOMPARE(content(outputPath()), QByteArray("0\n1\n2\n"));
}

void TestGuardian::standardInputPassesThrough()
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

void TestGuardian::outputEndsWithTheCommand()
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

void TestGuardian::signalsAreForwarded()
{
    run({GUARDIAN_TEST_COMMAND, "wait"});
    LISTEN_UNTIL(m_started);
    QVERIFY(m_guardian->send(SendSignal{SIGUSR1}));
    LISTEN_UNTIL(m_gone);
    QVERIFY(WIFSIGNALED(m_gone->waitStatus));
    QCOMPARE(WTERMSIG(m_gone->waitStatus), SIGUSR1);
}

void TestGuardian::stopIsObeyed()
{
    run({GUARDIAN_TEST_COMMAND, "obedient", stampPath()});
    QTRY_VERIFY_WITH_TIMEOUT(begun(1), limit);
    QVERIFY(m_guardian->send(Stop{}));
    LISTEN_UNTIL(m_gone);
    QVERIFY(WIFEXITED(m_gone->waitStatus));
    QCOMPARE(WEXITSTATUS(m_gone->waitStatus), 7);
    QCOMPARE(m_gone->cause, Cause::Stopped);
}

void TestGuardian::stopKillsWhoDoesNotObey()
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

void TestGuardian::stopWakesTheStopped()
{
    run({GUARDIAN_TEST_COMMAND, "obedient", stampPath()});
    QTRY_VERIFY_WITH_TIMEOUT(begun(1), limit);
    LISTEN_UNTIL(m_started);
    QCOMPARE(::kill(m_started->pid, SIGSTOP), 0);
    QVERIFY(m_guardian->send(Stop{}));
    LISTEN_UNTIL(m_gone);
    QVERIFY(WIFEXITED(m_gone->waitStatus));
}

void TestGuardian::leftoversAreStopped()
{
    run({GUARDIAN_TEST_COMMAND, "orphans", stampPath()});
    LISTEN_UNTIL(m_gone);
    QCOMPARE(m_order.mid(2), (QStringList{QStringLiteral("exited"), QStringLiteral("gone")}));
    QCOMPARE(WEXITSTATUS(m_exited->waitStatus), 5);
    QCOMPARE(m_gone->waitStatus, m_exited->waitStatus);
    QCOMPARE(m_gone->cause, Cause::Ended);
    QCOMPARE((*m_stamps)->terminated.load(), 6);
}

void TestGuardian::deadBeforeTheDeadline_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<int>("processes");
    QTest::newRow("ignores SIGTERM") << QStringLiteral("stubborn") << 1;
    QTest::newRow("forks") << QStringLiteral("family") << 7;
    QTest::newRow("daemonises") << QStringLiteral("daemons") << 3;
    QTest::newRow("forks without end") << QStringLiteral("storm") << 7;
    QTest::newRow("forks without end in a group of its own") << QStringLiteral("storm") << 7;
}

void TestGuardian::deadBeforeTheDeadline()
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

void TestGuardian::renewedDeadlineKeepsItAlive()
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

void TestGuardian::deadlineNeverRevives()
{
    // A renewal during the grace gives time to end properly, but does not take the stop back.
    run({GUARDIAN_TEST_COMMAND, "stubborn", stampPath()}, 1s);
    QTRY_VERIFY_WITH_TIMEOUT((listen(), (*m_stamps)->terminated == 1), limit);
    m_guardian->send(NewDeadline{BootClock::now() + 60s});
    LISTEN_UNTIL(m_gone);
    QCOMPARE(m_gone->cause, Cause::Deadline);
    QVERIFY(BootClock::now() < m_deadline + 30s);
}

void TestGuardian::noRenewalAfterTheKill()
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

void TestGuardian::quitBeforeTheEndKills()
{
    run({GUARDIAN_TEST_COMMAND, "family", stampPath()});
    QTRY_VERIFY_WITH_TIMEOUT(begun(7), limit);
    QVERIFY(m_guardian->send(Quit{}));
    LISTEN_UNTIL(m_gone);
    QCOMPARE((*m_stamps)->terminated.load(), 0);
    LISTEN_UNTIL(m_guardian->isClosed());
    QVERIFY(!m_released);
}

void TestGuardian::killedGuardian_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<int>("processes");
    QTest::newRow("forks") << QStringLiteral("family") << 7;
    QTest::newRow("daemonises") << QStringLiteral("daemons") << 3;
    QTest::newRow("forks without end") << QStringLiteral("storm") << 7;
}

void TestGuardian::killedGuardian()
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

void TestGuardian::stoppedGuardian()
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
