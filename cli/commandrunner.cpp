// SPDX-License-Identifier: MIT
#include "commandrunner.h"

#include "exitcodes.h"
#include "leaseformat.h"
#include "terminal.h"

#include <Elector/connectionsecurity.h>
#include <Elector/duration.h>
#include <Elector/leaseconnection.h>
#include <Elector/schema.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>

#include <csignal>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

namespace Elector {

namespace {

using namespace std::chrono_literals;

// Between the end of a command and its next start: doubled each time, from the first to the longest, and the first
// again once the command has run for longer than that.
constexpr std::chrono::milliseconds firstPause = 1s;
constexpr std::chrono::milliseconds longestPause = 60s;

QString inHoursAndMinutes(std::chrono::milliseconds span)
{
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(span).count();
    return minutes < 60 ? QStringLiteral("%1min").arg(minutes)
                        : QStringLiteral("%1h %2min").arg(minutes / 60).arg(minutes % 60);
}

std::string bytes(const QString &text)
{
    return text.toLocal8Bit().toStdString();
}

int exitCodeOf(int waitStatus)
{
    return WIFSIGNALED(waitStatus) ? ExitCode::SignalBase + WTERMSIG(waitStatus) : WEXITSTATUS(waitStatus);
}

/// With a terminal the command stays in our process group, for job control; without, in one of its own, which can be
/// killed at a stroke.
bool hasTerminal()
{
    const int terminal = ::open("/dev/tty", O_RDONLY | O_CLOEXEC);
    if (terminal >= 0)
        ::close(terminal);
    return terminal >= 0;
}

/// Beside this program, or where it was installed to.
QString guardianPath()
{
    const QString here = QCoreApplication::applicationDirPath();
    const QString beside = here + QStringLiteral("/elector-guardian");
    return QFileInfo(beside).isExecutable() ? beside : here + QStringLiteral("/" ELECTOR_INSTALLED_GUARDIAN);
}

} // namespace

CommandRunner::CommandRunner(const ElectorConfig &config, const Job &job)
    : m_job(job)
    , m_hooks(job.onGained, job.onLost, job.hookLimit)
    , m_elector(config)
{
    connect(&m_hooks, &TenureHooks::finished, this, &CommandRunner::endWhenHooksHave);
    m_secondLine.setSingleShot(true);
    m_secondLine.setTimerType(Qt::PreciseTimer);
    connect(&m_secondLine, &QTimer::timeout, this, &CommandRunner::checkOnGuardian);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &CommandRunner::stopCommand);
    m_restart.setSingleShot(true);
    connect(&m_restart, &QTimer::timeout, this, &CommandRunner::startCommand);
    m_sitOut.setSingleShot(true);
    connect(&m_sitOut, &QTimer::timeout, this, [this] { m_elector.start(); });
    m_parting.setSingleShot(true);
    connect(&m_parting, &QTimer::timeout, this, &CommandRunner::part);
    m_elector.setMetadata(m_job.metadata);
    if (m_job.oncePer.count() > 0)
        followOncePer();
    m_onlyTry.setSingleShot(true);
    connect(&m_onlyTry, &QTimer::timeout, this, [this] { giveUpTrying(QStringLiteral("The lock could not be had.")); });
    connect(&m_reaper, &QTimer::timeout, this, &CommandRunner::reapDismissed);
    connect(&m_elector, &LeaderElector::leadershipChanged, this, &CommandRunner::onLeadership);
    connect(&m_elector, &LeaderElector::leadershipLost, this, &CommandRunner::onLost);
    connect(&m_elector, &LeaderElector::deadlineChanged, this, &CommandRunner::onDeadline);
    connect(&m_elector, &LeaderElector::stateChanged, this, &CommandRunner::onStateChanged);
    connect(&m_elector, &LeaderElector::stopped, this, &CommandRunner::onElectorStopped);
    connect(&m_elector, &LeaderElector::errorOccurred, this, [this](const ElectorError &error) {
        const bool isTheEnd = m_job.once && !m_hold;
        Terminal::complain(isTheEnd ? error.message() : error.message() + QStringLiteral(" It is tried again."));
        if (isTheEnd && !m_exitCode)
            finish(ExitCode::RunFailure);
    });
    connect(&m_elector, &LeaderElector::warningOccurred, this, [this](const ElectorError &warning) {
        // What the settings could do better is for those who want to know; what the server lacks, for everybody.
        if (m_job.verbose || warning.code != ErrorCode::Configuration)
            Terminal::complain(QStringLiteral("warning: ") + warning.message());
    });
    connect(&m_elector, &LeaderElector::recovered, this,
            [] { Terminal::complain(QStringLiteral("The database answers again.")); });
    connect(&m_elector, &LeaderElector::lockOrderChanged, this, [this](const LockOrder &order) {
        Terminal::complain(
            QStringLiteral("lock %1 %2").arg(m_elector.config().lockId()).arg(LeaseFormat::describe(order)));
        if (order.bars(m_elector.config().instanceId()))
            giveUpTrying(QStringLiteral("The lock may not be taken."));
    });
    connect(&m_elector, &LeaderElector::leaderChanged, this, [this](const QString &leader, qint64 term) {
        say(leader.isEmpty() ? QStringLiteral("nobody leads lock %1").arg(m_elector.config().lockId())
                             : QStringLiteral("lock %1 is led by %2, term %3")
                                   .arg(m_elector.config().lockId())
                                   .arg(leader)
                                   .arg(term));
        onOtherLeader(leader);
    });
}

CommandRunner::~CommandRunner() = default;

std::chrono::milliseconds CommandRunner::killMarginOf(std::chrono::milliseconds lease)
{
    return std::max(std::chrono::milliseconds(30), lease / 50);
}

bool CommandRunner::start()
{
    return m_elector.start();
}

void CommandRunner::say(const QString &text) const
{
    if (m_job.verbose)
        Terminal::complain(text);
}

void CommandRunner::finish(int exitCode)
{
    m_exitCode = exitCode;
    m_onlyTry.stop();
    m_restart.stop();
    m_sitOut.stop();
    if (m_oncePer)
        m_oncePer->giveUp();
    retireGuardian();
    Q_EMIT leaving();
    if (m_elector.state() == ElectorState::Stopped) {
        m_parting.stop();
        part();
        return;
    }
    if (m_elector.isLeader())
        m_parting.start(LeaseConnection::partingTime);
    m_elector.stop();
}

/// Once the lease is given up, and after a moment: the end of a few processes takes longer than the start of a job on
/// another node does, and on a machine with few processors the one delays the other.
void CommandRunner::part()
{
    if (m_elector.state() != ElectorState::Stopped || m_parting.isActive())
        return;
    dismissRetired();
    endWhenHooksHave();
}

/// As finish(), but the lease runs out by itself.
void CommandRunner::leaveLease(int exitCode)
{
    m_exitCode = exitCode; // from here on nothing but the end is to come
    dismissRetired(); // at once, for it must not give the lease up
    Q_EMIT leaving();
    m_elector.abandon();
}

/// The lease runs out by itself, and then this node is a candidate again. (Before, it would give up what it finds of
/// itself.)
void CommandRunner::sitOut()
{
    dismissRetired(); // it must not give the lease up
    m_sitOut.start(m_elector.config().leaseDuration() + m_elector.config().attemptTimeout());
    m_elector.abandon();
}

void CommandRunner::onElectorStopped()
{
    if (m_sitOut.isActive() && !m_exitCode)
        return; // to come back
    m_exitCode = m_exitCode.value_or(ExitCode::RunFailure);
    endWhenHooksHave();
}

void CommandRunner::onLost(LossReason reason)
{
    if (std::exchange(m_ranOut, false))
        reason = LossReason::Expired;
    Q_EMIT leadershipLost(reason);
    m_hooks.setLost(reason);
    if (!m_hold)
        m_hooks.tellLost();
}

void CommandRunner::endWhenHooksHave()
{
    const bool over = m_elector.state() == ElectorState::Stopped && !m_parting.isActive();
    if (m_exitCode && over && !m_hooks.isTellingLost())
        Q_EMIT finished(*m_exitCode);
}

void CommandRunner::onSignal(int signalNumber, bool fromTerminal)
{
    const bool again = std::exchange(m_signal, signalNumber) != 0;
    m_restart.stop();
    if (again)
        m_hooks.killLost();
    if (m_noting && !again)
        return; // that ends by itself, and then we do
    if (!m_hold) {
        finish(m_exitCode.value_or(ExitCode::SignalBase + signalNumber)); // what the command said, if it has ended
        return;
    }
    if (again) {
        say(QStringLiteral("killing the command"));
        m_guardian->send(GuardianProtocol::Quit{});
        m_stopSent = true;
        return;
    }
    // Another signal on top of the terminal's would cut short what the command does on that one.
    if (fromTerminal && m_atTerminal && (signalNumber == SIGINT || signalNumber == SIGQUIT) && !m_stopSent) {
        say(QStringLiteral("the command was interrupted, and may end by itself"));
        m_interrupted = true;
        m_patience.start(m_job.grace);
        return;
    }
    say(QStringLiteral("ending the command"));
    stopCommand();
}

void CommandRunner::stopCommand()
{
    if (m_hold && m_guardian && !std::exchange(m_stopSent, true))
        m_guardian->send(GuardianProtocol::Stop{});
}

// ---- leadership -----------------------------------------------------------------------------------------------

void CommandRunner::onStateChanged(ElectorState state)
{
    if (state == ElectorState::Stopped)
        part();
    if (state == ElectorState::Waiting && m_oncePer && m_elector.schemaLevel() == SchemaLevel::Plain && !m_exitCode) {
        Terminal::complain(
            QStringLiteral("--once-per needs the full level, which keeps when the command last succeeded. "
                           "Make the plain table full by \"elector migrate\"."));
        finish(ExitCode::RunFailure);
    }
    // As soon as the database is known, so that the command can start the moment we lead.
    if (state == ElectorState::Waiting && !m_guardian && !m_exitCode)
        postGuardian();
    // A lease that a dead node left behind, or that was taken back, runs out within its own time; that is not waited
    // for.
    if (state == ElectorState::Waiting && m_job.once && !m_onlyTry.isActive())
        m_onlyTry.start(m_elector.config().leaseDuration());
}

void CommandRunner::onOtherLeader(const QString &leader)
{
    if (leader.isEmpty() || m_elector.isLeader())
        return;
    const QString what = QStringLiteral("Lock %1 is led by %2.").arg(m_elector.config().lockId()).arg(leader);
    giveUpTrying(what);
    // Who sits before it would take it for hung.
    if (!m_job.once && !std::exchange(m_saidThatWeWait, true) && ::isatty(STDERR_FILENO))
        Terminal::complain(what + QStringLiteral(" Waiting."));
}

/// With --once, if the command has not been started: that was the only try.
void CommandRunner::giveUpTrying(const QString &why)
{
    if (!m_job.once || m_hold || m_exitCode)
        return;
    Terminal::complain(why + QStringLiteral(" The command was not started."));
    finish(ExitCode::NotLeader);
}

void CommandRunner::onLeadership(bool leader)
{
    m_restart.stop();
    if (!leader) {
        say(QStringLiteral("no longer leading"));
        stopCommand();
        if (m_oncePer && !m_hold && !m_noting)
            m_oncePer->giveUp(); // a question: to be asked anew in the next tenure
        return;
    }
    startCommand();
}

void CommandRunner::startCommand()
{
    if (m_hold || m_noting || m_exitCode)
        return; // it runs, or we are about to leave
    // Asked only now that nobody else can be running it.
    if (m_oncePer)
        m_oncePer->begin();
    else
        launchCommand();
}

void CommandRunner::followOncePer()
{
    m_oncePer = std::make_unique<OncePer>(&m_elector, m_job.oncePer);
    connect(m_oncePer.get(), &OncePer::due, this, &CommandRunner::launchCommand);
    connect(m_oncePer.get(), &OncePer::failed, this, &CommandRunner::onOncePerFailed);
    connect(m_oncePer.get(), &OncePer::noted, this, [this] { finish(ExitCode::Success); });
    connect(m_oncePer.get(), &OncePer::notDue, this,
            [this](const QString &leader, std::chrono::milliseconds remaining) {
                say(QStringLiteral("the command has succeeded on %1; it is due again in %2")
                        .arg(leader, inHoursAndMinutes(remaining)));
                finish(ExitCode::Success);
            });
}

void CommandRunner::onOncePerFailed(const ElectorError &error)
{
    if (std::exchange(m_noting, false)) {
        Terminal::complain(
            QStringLiteral("The command has succeeded, but that could not be noted, so it may be run again. ")
            + error.message());
        finish(ExitCode::RunFailure);
        return;
    }
    Terminal::complain(error.message());
    // What the tables or the rights lack does not come by itself; leadership may.
    if (error.code == ErrorCode::TableMissing || error.code == ErrorCode::PrivilegeMissing)
        finish(ExitCode::RunFailure);
    else if (m_job.once)
        giveUpTrying(QStringLiteral("Leadership was lost."));
}

void CommandRunner::launchCommand()
{
    m_hold = m_elector.hold();
    if (!m_hold) {
        if (m_oncePer)
            m_oncePer->giveUp();
        return; // over already
    }
    m_onlyTry.stop();
    m_stopSent = false;
    m_interrupted = false;
    m_startedAt = BootClock::now();
    GuardianProtocol::Start start;
    start.lockId = m_elector.config().lockId();
    start.leaderId = m_hold.leaderId().toStdString();
    start.term = m_hold.term();
    start.deadline = m_hold.deadline();
    start.grace = m_job.grace;
    start.killMargin = m_job.killMargin;
    start.stopSignal = m_job.stopSignal;
    start.giveUp = !m_job.holdAfterCrash;
    start.environment = {
        "ELECTOR_LOCK=" + std::to_string(start.lockId),
        "ELECTOR_TERM=" + (start.term ? std::to_string(*start.term) : std::string()),
        "ELECTOR_LEADER_ID=" + start.leaderId,
    };
    if ((!m_guardian && !postGuardian()) || !m_guardian->send(start)) {
        Terminal::complain(QStringLiteral("The guardian cannot be reached; the command is not started."));
        m_hold.release();
        finish(ExitCode::RunFailure);
        return;
    }
    onDeadline();
    m_hooks.tellGained(start.lockId, m_hold);
}

void CommandRunner::onDeadline()
{
    if (!m_hold || !m_guardian)
        return;
    tellHowToRelease();
    const auto deadline = m_hold.deadline();
    m_guardian->send(GuardianProtocol::NewDeadline{deadline});
    m_guardianToldAt = BootClock::now();
    m_secondLine.start(std::chrono::ceil<std::chrono::milliseconds>(guardiansTime()));
}

// The table may have been migrated since the guardian was posted.
void CommandRunner::tellHowToRelease()
{
    const TableSeen now = tableSeen();
    if (std::exchange(m_guardianKnows, now) == now)
        return;
    m_guardian->send(
        GuardianProtocol::NewRelease{m_elector.releaseSql().toStdString(), m_elector.releaseKey().toStdString()});
}

// What is left to the guardian before somebody else does its duty: until shortly before the deadline. One that has come
// at once, because the row is gone, leaves it as long as any other; one that is near, not longer than it lasts.
BootClock::duration CommandRunner::guardiansTime() const
{
    const auto patience = m_job.killMargin / 2;
    const auto deadline = m_hold.deadline();
    const auto grace = m_guardianToldAt + patience;
    const auto until = deadline > m_guardianToldAt ? std::max(deadline - patience, std::min(grace, deadline)) : grace;
    return std::max(until - BootClock::now(), BootClock::duration::zero());
}

// ---- guardian -------------------------------------------------------------------------------------------------

GuardianProtocol::Prepare CommandRunner::preparation() const
{
    GuardianProtocol::Prepare prepare;
    for (const QByteArray &argument : m_job.command)
        prepare.arguments.push_back(argument.toStdString());
    for (char **variable = environ; *variable; ++variable)
        prepare.environment.emplace_back(*variable);
    prepare.processGroup = hasTerminal() ? ::getpgrp() : 0;
    const ElectorConfig config = m_elector.config();
    ConnectionParameters connection = withSafeTls(config.connection());
    // Of several servers, the lease is on the one that can be written.
    const QString sessionAttributes = QStringLiteral("target_session_attrs");
    if (connection.value(QStringLiteral("host")).contains(QLatin1Char(','))
        && connection.value(sessionAttributes).isEmpty())
        connection.set(sessionAttributes, QStringLiteral("read-write"));
    if (connection.value(QStringLiteral("application_name")).isEmpty())
        connection.set(QStringLiteral("application_name"), QStringLiteral("elector-guardian"));
    prepare.connectionInfo = connection.toConnectionString().toStdString();
    prepare.releaseSql = m_elector.releaseSql().toStdString();
    prepare.releaseKey = m_elector.releaseKey().toStdString();
    if (connection.pooling() == Pooling::Transaction)
        prepare.releasePreamble = Schema::releasePreamble().toStdString();
    return prepare;
}

bool CommandRunner::postGuardian()
{
    dismissRetired();
    auto guardian = std::make_unique<GuardianClient>();
    std::string error;
    const GuardianProtocol::Prepare prepare = preparation();
    m_atTerminal = prepare.processGroup != 0;
    if (!guardian->spawn(bytes(guardianPath()), &error) || !guardian->send(prepare)) {
        Terminal::complain(QStringLiteral("The guardian cannot be started: %1").arg(QString::fromStdString(error)));
        return false;
    }
    m_guardian = std::move(guardian);
    m_guardianKnows = tableSeen();
    m_notifier = std::make_unique<QSocketNotifier>(m_guardian->fd(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &CommandRunner::readGuardian);
    return true;
}

void CommandRunner::dismissGuardian()
{
    retireGuardian();
    dismissRetired();
}

/// Its work is done. It is told so once the lease is given up: whoever waits for that must not wait for the end of a
/// process, and if we are killed meanwhile, it gives the lease up.
void CommandRunner::retireGuardian()
{
    m_secondLine.stop();
    m_notifier.reset();
    if (m_guardian)
        m_retired.push_back(std::move(m_guardian));
}

void CommandRunner::dismissRetired()
{
    if (m_retired.empty())
        return;
    for (auto &guardian : m_retired) {
        guardian->send(GuardianProtocol::Quit{});
        guardian->close();
        m_dismissed.push_back(std::move(guardian));
    }
    m_retired.clear();
    m_reaper.start(std::chrono::milliseconds(20));
}

/// A dismissed guardian ends within milliseconds; until it is reaped it is a zombie of ours.
void CommandRunner::reapDismissed()
{
    std::erase_if(m_dismissed, [](const auto &guardian) { return guardian->reap().has_value(); });
    if (m_dismissed.empty())
        m_reaper.stop();
}

void CommandRunner::readGuardian()
{
    while (m_guardian) {
        const auto message = m_guardian->receive();
        if (!message)
            break;
        onMessage(*message);
    }
    if (m_guardian && m_guardian->isClosed())
        onGuardianDied();
}

void CommandRunner::onMessage(const GuardianProtocol::Message &message)
{
    using namespace GuardianProtocol;
    if (const auto *started = std::get_if<Started>(&message)) {
        say(QStringLiteral("leading as %1, term %2; the command runs as process %3")
                .arg(m_hold.leaderId())
                .arg(m_hold.term().value_or(0))
                .arg(started->pid));
        Q_EMIT commandStarted();
    } else if (const auto *failed = std::get_if<Failed>(&message)) {
        Terminal::complain(QString::fromStdString(failed->text));
    } else if (const auto *stuck = std::get_if<Stuck>(&message)) {
        Terminal::complain(QString::fromStdString(stuck->text));
    } else if (const auto *gone = std::get_if<Gone>(&message)) {
        onGone(*gone);
    }
}

/// Nothing of the command is left: the row may be given up.
void CommandRunner::onGone(const GuardianProtocol::Gone &gone)
{
    using GuardianProtocol::Cause;
    retireGuardian();
    m_patience.stop();
    // No renewal came in time: that this node then gives up what it may still trust does not make it a release.
    m_ranOut = gone.cause == Cause::Deadline && m_elector.isLeader();
    // Kept until it is decided what becomes of the lease.
    const LeaderHold hold = std::move(m_hold);
    m_hooks.tellLost();
    const int exitCode = exitCodeOf(gone.waitStatus);
    Q_EMIT commandEnded(exitCode);
    say(QStringLiteral("the command has ended (%1)").arg(exitCode));
    const bool endedItself = gone.cause == Cause::Ended || gone.cause == Cause::NotRun;
    // One that was interrupted has not done its work, whatever it says.
    if (m_oncePer && gone.cause == Cause::Ended && exitCode == 0 && !m_interrupted) {
        m_noting = true;
        dismissRetired();
        m_oncePer->succeed();
        return;
    }
    if (m_oncePer)
        m_oncePer->giveUp();
    if (m_signal == 0 && gone.cause == Cause::Ended && restartLater(exitCode))
        return;
    const bool leavesLease = m_job.holdAfterCrash && exitCode != 0 && gone.cause != Cause::NotRun;
    if (leavesLease)
        Terminal::complain(QStringLiteral("The lease of lock %1 is left to run out.").arg(m_elector.config().lockId()));
    const auto end = [&](int code) { leavesLease ? leaveLease(code) : finish(code); };
    if (endedItself || m_signal != 0) {
        end(exitCode);
        return;
    }
    if (m_job.once) {
        Terminal::complain(QStringLiteral("Leadership was lost, and the command was ended."));
        end(ExitCode::NotLeader);
        return;
    }
    if (leavesLease) {
        sitOut();
        return;
    }
    // The guardian may be giving the lease up already: this tenure is over, whatever we believe.
    if (m_elector.isLeader())
        m_elector.release();
    postGuardian();
}

/// Starts the command again after a pause, if that is wanted and this node still leads then.
bool CommandRunner::restartLater(int exitCode)
{
    const bool wanted = m_job.restart == Job::Always || (m_job.restart == Job::OnFailure && exitCode != 0);
    if (!wanted || m_exitCode)
        return false;
    const bool ranLong = BootClock::now() - m_startedAt > longestPause;
    m_restartPause = m_job.restartPause > 0ms ? m_job.restartPause
        : ranLong || m_restartPause == 0ms    ? firstPause
                                              : std::min(2 * m_restartPause, longestPause);
    say(QStringLiteral("it is started again in %1").arg(formatDuration(m_restartPause)));
    postGuardian();
    if (m_elector.isLeader())
        m_restart.start(m_restartPause);
    return true;
}

/// What a guardian that was killed leaves behind is ours to kill.
void CommandRunner::onGuardianDied()
{
    if (!m_hold) {
        dismissGuardian();
        Terminal::complain(QStringLiteral("The guardian died; a new one is started."));
        postGuardian();
        return;
    }
    Terminal::complain(QStringLiteral("The guardian died; the command is killed."));
    standInForGuardian();
}

/// The second line: kills what is left of the command, and ends.
void CommandRunner::standInForGuardian()
{
    m_notifier.reset();
    m_patience.stop();
    m_hooks.end(); // or they would be taken for something of the command
    // This blocks the renewals, too, as it should: if something cannot be killed, the lease runs out by itself.
    while (!m_guardian->killRest(BootClock::now() + std::chrono::seconds(1)))
        Terminal::complain(QStringLiteral("Something of the command still runs, and the lease is left to run out."));
    m_guardian.reset();
    m_secondLine.stop();
    const LeaderHold hold = std::move(m_hold);
    Q_EMIT commandEnded(ExitCode::SignalBase + SIGKILL);
    m_hooks.tellLost();
    if (m_job.holdAfterCrash)
        leaveLease(ExitCode::RunFailure);
    else
        finish(ExitCode::RunFailure);
}

/// The deadline is near and the guardian has not reported: it is stopped or starved.
void CommandRunner::checkOnGuardian()
{
    if (!m_hold || !m_guardian)
        return;
    const auto remaining = guardiansTime();
    if (remaining > BootClock::duration::zero()) {
        m_secondLine.start(std::chrono::ceil<std::chrono::milliseconds>(remaining));
        return;
    }
    readGuardian();
    if (!m_hold || !m_guardian)
        return;
    standInForGuardian();
    Terminal::complain(QStringLiteral("The guardian did not end the command in time; elector has."));
}

} // namespace Elector
