// SPDX-License-Identifier: MIT
#include "guardianclient.h"

#include "controlgroup.h"
#include "processtree.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>
#include <utility>
#include <vector>

#include <spawn.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace Elector {

namespace {

constexpr int guardianSocket = 3; // the guardian's only argument: a descriptor that it finds under this number

/// How G begins: in a process group of its own, so that no signal to E's group (Ctrl-C, kill -PGID) ends it, and with
/// every signal blocked from its first instruction.
int spawnGuardian(const char *program, int socket, pid_t &pid)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawnattr_init(&attributes);
    sigset_t all;
    ::sigfillset(&all);
    ::posix_spawnattr_setsigmask(&attributes, &all);
    ::posix_spawnattr_setpgroup(&attributes, 0);
    ::posix_spawnattr_setflags(&attributes, short(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK));
    int result = ::posix_spawn_file_actions_adddup2(&actions, socket, guardianSocket);
    char name[] = "elector-guardian";
    char *arguments[] = {name, nullptr};
    if (result == 0)
        result = ::posix_spawn(&pid, program, &actions, &attributes, arguments, environ);
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&actions);
    return result;
}

/// Guardians whose client is gone and that nobody has reaped yet.
std::vector<pid_t> &dismissed()
{
    static std::vector<pid_t> pids;
    return pids;
}

void reapDismissed()
{
    const auto ended = [](pid_t pid) { return ::waitpid(pid, nullptr, WNOHANG) != 0; };
    dismissed().erase(std::remove_if(dismissed().begin(), dismissed().end(), ended), dismissed().end());
}

/// True when no child is left. Bounded: who forks without end makes zombies as fast as they can be reaped.
bool reapAll(pid_t guardian, bool &guardianReaped)
{
    for (int i = 0; i < 4096; ++i) {
        const pid_t pid = ::waitpid(-1, nullptr, WNOHANG | __WALL);
        if (pid == 0)
            return false;
        if (pid < 0 && errno == ECHILD)
            dismissed().clear();
        if (pid < 0 && errno != EINTR)
            return errno == ECHILD;
        if (pid == guardian)
            guardianReaped = true;
    }
    return false;
}

} // namespace

GuardianClient::~GuardianClient()
{
    if (m_pid && !m_reaped)
        dismissed().push_back(m_pid);
}

bool GuardianClient::spawn(const std::string &program, std::string *error)
{
    const auto fail = [error, &program](int code) {
        if (error)
            *error = "cannot start the guardian " + program + ": " + std::strerror(code);
        return false;
    };
    if (m_pid)
        return fail(EBUSY);
    reapDismissed();
    if (::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0)
        return fail(errno);
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
        return fail(errno);
    FileDescriptor ours(ends[0]);
    const FileDescriptor theirs(ends[1]);
    if (const int result = spawnGuardian(program.c_str(), theirs.get(), m_pid); result != 0) {
        m_pid = 0;
        return fail(result);
    }
    m_channel = GuardianChannel(std::move(ours));
    return true;
}

bool GuardianClient::send(const GuardianProtocol::Message &message)
{
    return m_channel.send(message);
}

std::optional<GuardianProtocol::Message> GuardianClient::receive()
{
    GuardianProtocol::Message message;
    switch (m_channel.receive(message)) {
    case GuardianChannel::Result::Message:
        return message;
    case GuardianChannel::Result::Nothing:
        break;
    case GuardianChannel::Result::Closed:
        m_closed = true;
        break;
    case GuardianChannel::Result::Malformed:
        close();
        break;
    }
    return std::nullopt;
}

void GuardianClient::close()
{
    m_channel.close();
    m_closed = true;
}

std::optional<int> GuardianClient::reap()
{
    int status = 0;
    if (!m_pid || m_reaped || ::waitpid(m_pid, &status, WNOHANG) != m_pid)
        return std::nullopt;
    m_reaped = true;
    return status;
}

bool GuardianClient::killRest(BootClock::time_point until)
{
    const ControlGroup group(m_pid); // G's, if it had one
    group.killAll();
    ProcessTree below(::getpid()); // holds G's tree as well, and what is handed to us while we look
    for (long pause = 500'000;; pause = std::min(pause * 2, 20'000'000L)) {
        if (reapAll(m_pid, m_reaped))
            return true;
        if (below.killRound())
            pause = 50'000;
        if (reapAll(m_pid, m_reaped))
            return true;
        if (BootClock::now() >= until)
            return false;
        const timespec wait{0, pause};
        ::nanosleep(&wait, nullptr);
    }
}

} // namespace Elector
