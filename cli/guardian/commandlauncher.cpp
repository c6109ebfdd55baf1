// SPDX-License-Identifier: MIT
#include "commandlauncher.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <string_view>

#include <fcntl.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace Elector {

namespace {

enum class Step : int { Guard, Group, Directory, Time, Exec };

struct Report
{
    Step step;
    int error;
};

[[noreturn]] void fail(int reportFd, Step step, int error)
{
    const Report report{step, error};
    [[maybe_unused]] const ssize_t written = ::write(reportFd, &report, sizeof report);
    ::_exit(127);
}

std::vector<std::string> mergedEnvironment(std::vector<std::string> environment, const std::vector<std::string> &extra)
{
    for (const std::string &entry : extra) {
        const std::string name = entry.substr(0, entry.find('=') + 1);
        const auto same = [&name](const std::string &other) { return !name.empty() && other.starts_with(name); };
        environment.erase(std::remove_if(environment.begin(), environment.end(), same), environment.end());
        environment.push_back(entry);
    }
    return environment;
}

std::vector<char *> pointers(std::vector<std::string> &strings)
{
    std::vector<char *> list;
    for (std::string &string : strings)
        list.push_back(string.data());
    list.push_back(nullptr);
    return list;
}

void restoreSignals(const IgnoredSignals &ignored)
{
    for (int number = 1; number < NSIG; ++number)
        ::signal(number, SIG_DFL); // SIGKILL and SIGSTOP refuse, which does no harm
    for (const int number : ignored.numbers)
        ::signal(number, SIG_IGN);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

std::string sentence(Step step, int error, const std::string &program, const std::string &directory)
{
    const std::string reason = std::strerror(error);
    switch (step) {
    case Step::Guard:
        return "the guardian ended before it could run " + program;
    case Step::Group:
        return "cannot join elector's process group: " + reason;
    case Step::Directory:
        return "cannot change to the directory " + directory + ": " + reason;
    case Step::Time:
        return "too little of the lease was left to run " + program;
    case Step::Exec:
        break;
    }
    return "cannot run " + program + ": " + reason;
}

} // namespace

IgnoredSignals IgnoredSignals::current()
{
    IgnoredSignals ignored;
    for (const int number : {SIGHUP, SIGINT, SIGQUIT}) {
        struct sigaction action
        {
        };
        if (::sigaction(number, nullptr, &action) == 0 && action.sa_handler == SIG_IGN)
            ignored.numbers.push_back(number);
    }
    return ignored;
}

bool CommandLauncher::launch(const GuardianProtocol::Prepare &command, const std::vector<std::string> &extraEnvironment,
                             const IgnoredSignals &ignored, const ControlGroup &group, BootClock::time_point latest)
{
    m_program = command.arguments.front();
    m_directory = command.workingDirectory;
    std::vector<std::string> arguments = command.arguments;
    std::vector<std::string> environment = mergedEnvironment(command.environment, extraEnvironment);
    const std::vector<char *> argumentPointers = pointers(arguments);
    const std::vector<char *> environmentPointers = pointers(environment);

    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return false;
    m_report = FileDescriptor(ends[0]);
    const FileDescriptor reportEnd(ends[1]);
    const pid_t guardian = ::getpid();
    m_pid = group.fork();
    if (m_pid != 0)
        return m_pid > 0;

    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != guardian) // it died before the line above
        fail(ends[1], Step::Guard, ESRCH);
    if (::setpgid(0, command.processGroup) != 0)
        fail(ends[1], Step::Group, errno);
    if (!command.workingDirectory.empty() && ::chdir(command.workingDirectory.c_str()) != 0)
        fail(ends[1], Step::Directory, errno);
    restoreSignals(ignored);
    if (BootClock::now() >= latest)
        fail(ends[1], Step::Time, ETIME);
    environ = const_cast<char **>(environmentPointers.data()); // execvp looks the program up in COMMAND's own PATH
    ::execvp(argumentPointers.front(), argumentPointers.data());
    fail(ends[1], Step::Exec, errno);
}

std::optional<CommandLauncher::Failure> CommandLauncher::report()
{
    Report report{};
    ssize_t size = -1;
    do
        size = ::read(m_report.get(), &report, sizeof report);
    while (size < 0 && errno == EINTR);
    m_report.reset();
    if (size != ssize_t(sizeof report))
        return std::nullopt;
    return Failure{report.error, sentence(report.step, report.error, m_program, m_directory)};
}

} // namespace Elector
