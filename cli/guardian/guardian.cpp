// SPDX-License-Identifier: MIT
#include "guardian.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

namespace Elector {

using namespace GuardianProtocol;
using namespace std::chrono_literals;

namespace {

constexpr auto longestPause = 50ms; // between two rounds of killing
constexpr auto patience = 250ms; // for E's answer to Gone, where the deadline has passed
constexpr auto complainAfter = 1s; // of killing without an end
constexpr auto releaseLimit = 5s;

/// Every signal stays blocked for the guardian's whole life: nothing but SIGKILL and SIGSTOP reaches it. SIGTTOU
/// blocked also means that it may write to a terminal from the background.
bool blockSignals()
{
    sigset_t all;
    ::sigfillset(&all);
    struct sigaction childAction
    {
    };
    childAction.sa_handler = SIG_DFL; // where it is ignored, children are reaped by the kernel and lose their status
    childAction.sa_flags = SA_NOCLDSTOP;
    return ::sigprocmask(SIG_SETMASK, &all, nullptr) == 0 && ::sigaction(SIGCHLD, &childAction, nullptr) == 0;
}

/// From now on the kernel reaps: who forks without end would make zombies faster than they can be reaped. waitpid()
/// says ECHILD as before once there is no child.
void letZombiesVanish()
{
    struct sigaction childAction
    {
    };
    childAction.sa_handler = SIG_DFL;
    childAction.sa_flags = SA_NOCLDSTOP | SA_NOCLDWAIT;
    ::sigaction(SIGCHLD, &childAction, nullptr);
}

FileDescriptor childSignalDescriptor()
{
    sigset_t child;
    ::sigemptyset(&child);
    ::sigaddset(&child, SIGCHLD);
    return FileDescriptor(::signalfd(-1, &child, SFD_CLOEXEC | SFD_NONBLOCK));
}

/// COMMAND has its own copies. Ours would keep a reader of its output waiting for an end of file.
void dropStandardStreams()
{
    const FileDescriptor null(::open("/dev/null", O_RDWR | O_CLOEXEC));
    if (null) {
        ::dup2(null.get(), STDIN_FILENO);
        ::dup2(null.get(), STDOUT_FILENO);
    }
}

/// Where it is allowed: on a busy machine the killer comes before those whom it kills. Nothing is started any more that
/// could inherit it. Returns the priority of before.
int takePrecedence()
{
    const int usual = ::getpriority(PRIO_PROCESS, 0);
    ::setpriority(PRIO_PROCESS, 0, -20);
    sched_param lowest{};
    lowest.sched_priority = ::sched_get_priority_min(SCHED_FIFO);
    ::sched_setscheduler(0, SCHED_FIFO | SCHED_RESET_ON_FORK, &lowest);
    return usual;
}

void giveUpPrecedence(int usual)
{
    const sched_param none{};
    ::sched_setscheduler(0, SCHED_OTHER, &none);
    ::setpriority(PRIO_PROCESS, 0, usual);
}

/// A look-up of a host's name cannot be bounded from inside. Nothing is left to guard by then: die.
void endInAnyCase(std::chrono::seconds limit)
{
    ::signal(SIGALRM, SIG_DFL);
    sigset_t alarm;
    ::sigemptyset(&alarm);
    ::sigaddset(&alarm, SIGALRM);
    ::sigprocmask(SIG_UNBLOCK, &alarm, nullptr);
    ::alarm(unsigned(limit.count()));
}

} // namespace

Guardian::Guardian(GuardianChannel channel, IgnoredSignals ignored)
    : m_channel(std::move(channel))
    , m_ignored(std::move(ignored))
    , m_tree(::getpid())
    , m_elector(::getppid())
    , m_controlGroup(::getpid())
{
}

int Guardian::run()
{
    if (!takePost()) {
        std::fprintf(stderr, "elector-guardian: cannot take its post: %s\n", std::strerror(errno));
        return 1;
    }
    m_channel.send(Ready{});
    while (m_phase != Phase::Leaving) {
        waitForEvents();
        readMessages();
        readLaunchReport();
        reap();
        act();
    }
    return 0;
}

bool Guardian::takePost()
{
    if (::getpgrp() != ::getpid() && ::setpgid(0, 0) != 0 && errno != EPERM) // EPERM: it leads a session
        return false;
    if (!blockSignals() || ::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0)
        return false;
    // A file of its own, so that its not blocking is not everybody's. Opened before the next line forbids it.
    m_userOutput = FileDescriptor(::open("/proc/self/fd/2", O_WRONLY | O_APPEND | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); // a password is in memory: no core file, no reader of the same user
    m_childSignal = childSignalDescriptor();
    m_timer = FileDescriptor(::timerfd_create(CLOCK_BOOTTIME, TFD_CLOEXEC | TFD_NONBLOCK));
    // Where the kernel has no pidfd, the end of the socket tells as well.
    m_electorHandle = FileDescriptor(int(::syscall(SYS_pidfd_open, m_elector, 0u)));
    m_electorGone = ::getppid() != m_elector;
    ::mlockall(MCL_CURRENT); // where the limit allows it: a machine short of memory is no excuse for being late
    return m_childSignal && m_timer;
}

// ---- waiting --------------------------------------------------------------------------------------------------

BootClock::time_point Guardian::killTime() const
{
    return m_start->deadline - m_start->killMargin;
}

BootClock::time_point Guardian::stopTime() const
{
    return killTime() - m_start->grace;
}

std::optional<BootClock::time_point> Guardian::nextEvent() const
{
    switch (m_phase) {
    case Phase::Running:
        return stopTime();
    case Phase::Stopping:
        return std::min(m_stopBegan + m_start->grace, killTime());
    case Phase::Killing:
        return m_nextRound;
    case Phase::Gone:
        return std::max(m_goneSince + patience, killTime());
    case Phase::Waiting:
    case Phase::Leaving:
        break;
    }
    return std::nullopt;
}

void Guardian::armTimer()
{
    itimerspec when{};
    if (const auto event = nextEvent()) {
        const auto sinceBoot = std::max<std::chrono::nanoseconds>(event->time_since_epoch(), 1ns); // 0 would disarm
        when.it_value.tv_sec = std::chrono::floor<std::chrono::seconds>(sinceBoot).count();
        when.it_value.tv_nsec = (sinceBoot % 1s).count();
    }
    ::timerfd_settime(m_timer.get(), TFD_TIMER_ABSTIME, &when, nullptr);
}

void Guardian::waitForEvents()
{
    armTimer();
    std::array<pollfd, 5> events{{
        {m_timer.get(), POLLIN, 0},
        {m_childSignal.get(), POLLIN, 0},
        {m_electorGone ? -1 : m_channel.fd(), POLLIN, 0},
        {m_electorGone ? -1 : m_electorHandle.get(), POLLIN, 0},
        {m_command.reportFd(), POLLIN, 0},
    }};
    const bool atOnce = m_reapAgain || (m_electorGone && m_phase == Phase::Waiting);
    // A descriptor that fails must not turn the guardian deaf: then it looks again every few milliseconds.
    if (::poll(events.data(), events.size(), atOnce ? 0 : -1) < 0)
        ::poll(nullptr, 0, 5);
    if ((events[2].revents & (POLLHUP | POLLERR | POLLNVAL)) || events[3].revents || ::getppid() != m_elector)
        m_electorGone = true;
    signalfd_siginfo ignored{};
    while (::read(m_childSignal.get(), &ignored, sizeof ignored) > 0) { }
}

void Guardian::readMessages()
{
    // Also those of an E that is gone: a last Start names the lease, a last Quit forbids to give it up.
    for (int i = 0; i < 64; ++i) {
        Message message;
        const auto result = m_channel.receive(message);
        if (result == GuardianChannel::Result::Nothing)
            return;
        if (result != GuardianChannel::Result::Message) {
            if (result == GuardianChannel::Result::Malformed)
                tellUser(m_channel.error());
            m_channel.close();
            m_electorGone = true;
            return;
        }
        std::visit([this](auto &&m) { take(std::move(m)); }, std::move(message));
    }
}

void Guardian::reap()
{
    // Bounded: who forks without end makes zombies as fast as they can be reaped, and time goes on.
    constexpr int most = 256;
    m_reapAgain = true;
    for (int i = 0; i < most; ++i) {
        int status = 0;
        const pid_t pid = ::waitpid(-1, &status, WNOHANG | __WALL);
        m_nothingLeft = pid < 0 && errno == ECHILD;
        if (pid <= 0) {
            m_reapAgain = false;
            return;
        }
        if (m_commandRuns && pid == m_command.pid()) {
            m_commandRuns = false;
            letZombiesVanish(); // of all others nobody wants to know the status
            readLaunchReport(); // its end of the pipe is closed by now
            if (m_cause != Cause::NotRun) {
                m_waitStatus = status;
                m_channel.send(Exited{status});
            }
        }
    }
}

// ---- messages -------------------------------------------------------------------------------------------------

void Guardian::take(Prepare &&message)
{
    if (m_prepare)
        return;
    m_prepare = std::move(message);
    // Now, while nothing lives below, and nobody waits for COMMAND: no look at the disk may come between it and its
    // deadline.
    LeaseRelease::preload();
    m_controlGroup.sweep();
}

void Guardian::take(Start &&message)
{
    if (m_start || !m_prepare)
        return;
    m_start = std::move(message);
    m_phase = Phase::Running;
    if (m_electorGone)
        return; // the lease is known now, so that it can be given up
    if (BootClock::now() >= stopTime())
        return fail(ETIME, "too little of the lease was left to run " + m_prepare->arguments.front());
    m_controlGroup.create();
    // What is to end it is not to be ignored by it before it has said a word.
    IgnoredSignals ignored = m_ignored;
    std::erase(ignored.numbers, m_start->stopSignal);
    if (!m_command.launch(*m_prepare, m_start->environment, ignored, m_controlGroup, stopTime()))
        return fail(errno, "cannot start a process for " + m_prepare->arguments.front() + ": " + std::strerror(errno));
    if (m_prepare->processGroup == 0)
        m_tree.setOwnGroup(m_command.pid());
    m_commandRuns = true;
    m_nothingLeft = false;
    dropStandardStreams();
}

void Guardian::take(NewDeadline &&message)
{
    if (m_start && m_phase != Phase::Killing)
        m_start->deadline = message.deadline;
}

void Guardian::take(NewRelease &&message)
{
    if (!m_prepare)
        return;
    m_prepare->releaseSql = std::move(message.sql);
    m_prepare->releaseKey = std::move(message.key);
}

void Guardian::take(Stop &&)
{
    if (m_phase == Phase::Running)
        beginStop(Cause::Stopped);
}

void Guardian::take(SendSignal &&message)
{
    if (m_commandRuns) // not yet reaped: the pid is still its own
        ::kill(m_command.pid(), message.number);
}

void Guardian::take(Release &&)
{
    if (m_phase == Phase::Gone)
        giveLeaseUp();
}

void Guardian::take(Quit &&)
{
    m_quit = true;
}

template <typename Other> void Guardian::take(Other &&) { } // what only the guardian sends

void Guardian::readLaunchReport()
{
    if (m_command.reportFd() < 0)
        return;
    pollfd report{m_command.reportFd(), POLLIN, 0};
    if (::poll(&report, 1, 0) <= 0)
        return;
    if (const auto failure = m_command.report())
        fail(failure->error, failure->text);
    else
        m_channel.send(Started{m_command.pid()});
}

// ---- deeds ----------------------------------------------------------------------------------------------------

void Guardian::act()
{
    if (m_phase == Phase::Waiting && (m_electorGone || m_quit))
        m_phase = Phase::Leaving;
    if (m_phase == Phase::Running && m_nothingLeft && !m_cause)
        m_cause = m_electorGone ? Cause::Orphaned : Cause::Ended;
    if ((m_phase == Phase::Running || m_phase == Phase::Stopping) && m_nothingLeft)
        becomeGone();

    const auto now = BootClock::now();
    if (m_phase == Phase::Running && !m_commandRuns)
        beginStop(Cause::Ended);
    if (m_phase == Phase::Running && now >= stopTime())
        beginStop(Cause::Deadline);
    if (m_phase == Phase::Running || m_phase == Phase::Stopping) {
        if (m_electorGone || m_quit)
            beginKill(m_electorGone ? Cause::Orphaned : Cause::Stopped);
        else if (m_phase == Phase::Stopping && now >= *nextEvent())
            beginKill(Cause::Deadline);
    }
    if (m_phase == Phase::Killing)
        killMore();

    if (m_phase == Phase::Gone) {
        if (m_quit)
            m_phase = Phase::Leaving;
        else if (m_electorGone || BootClock::now() >= *nextEvent()) {
            if (m_start->giveUp)
                giveLeaseUp();
            else
                m_phase = Phase::Leaving;
        }
    }
}

void Guardian::fail(int error, const std::string &text)
{
    m_cause = Cause::NotRun;
    const Failed failed{error, text};
    m_waitStatus = failed.exitStatus() << 8;
    m_channel.send(failed);
}

void Guardian::beginStop(Cause cause)
{
    m_cause = m_cause.value_or(cause);
    m_phase = Phase::Stopping;
    m_stopBegan = BootClock::now();
    for (const ProcessTree::Process &process : m_tree.descendants()) {
        ProcessTree::send(process, m_start->stopSignal);
        ProcessTree::send(process, SIGCONT); // who is stopped cannot stop himself
    }
}

void Guardian::beginKill(Cause cause)
{
    m_cause = m_cause.value_or(cause);
    m_phase = Phase::Killing;
    m_killBegan = BootClock::now();
    m_nextRound = m_killBegan;
    m_roundPause = 0ms;
    if (!m_usualPriority)
        m_usualPriority = takePrecedence();
    m_controlGroup.killAll();
}

void Guardian::killMore()
{
    if (!m_nothingLeft && BootClock::now() >= m_nextRound) {
        const bool restless = m_tree.killRound();
        reap();
        m_roundPause = restless ? 0ms : std::clamp<std::chrono::milliseconds>(m_roundPause * 2, 1ms, longestPause);
        m_nextRound = BootClock::now() + m_roundPause;
        if (!m_complained && !m_nothingLeft && (m_tree.refused() || BootClock::now() >= m_killBegan + complainAfter))
            complain();
    }
    if (m_nothingLeft)
        becomeGone();
}

void Guardian::complain()
{
    m_complained = true;
    const auto rest = m_tree.descendants(ProcessTree::Look::Thorough);
    const pid_t pid = m_tree.refused().value_or(rest.empty() ? 0 : rest.front().pid);
    const char *why = m_tree.refused() ? "the system does not permit to kill it" : "it does not die of SIGKILL";
    const std::string text = "process " + std::to_string(pid) + " is still there: " + why
        + ". The lease is kept until it is gone or the lease runs out.";
    m_channel.send(Stuck{pid, text});
    tellUser(text);
}

// A reader of our standard error that does not read must not hold up the guardian.
void Guardian::tellUser(const std::string &text) const
{
    const std::string line = "elector-guardian: " + text + '\n';
    if (::send(STDERR_FILENO, line.data(), line.size(), MSG_DONTWAIT | MSG_NOSIGNAL) < 0 && errno == ENOTSOCK
        && m_userOutput) {
        [[maybe_unused]] const ssize_t written = ::write(m_userOutput.get(), line.data(), line.size());
    }
}

void Guardian::becomeGone()
{
    if (const auto usual = std::exchange(m_usualPriority, std::nullopt))
        giveUpPrecedence(*usual);
    m_phase = Phase::Gone;
    m_goneSince = BootClock::now();
    m_channel.send(Gone{m_waitStatus, *m_cause});
}

void Guardian::giveLeaseUp()
{
    m_phase = Phase::Leaving;
    endInAnyCase(std::chrono::duration_cast<std::chrono::seconds>(releaseLimit + 1s));
    LeaseRelease lease{std::move(m_prepare->connectionInfo),
                       m_prepare->releaseSql,
                       std::move(m_prepare->releaseKey),
                       m_prepare->releasePreamble,
                       m_start->lockId,
                       m_start->leaderId,
                       m_start->term};
    const LeaseRelease::Outcome outcome = lease.giveUp(releaseLimit);
    m_channel.send(Released{outcome.released, outcome.error});
}

} // namespace Elector
