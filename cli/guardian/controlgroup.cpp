// SPDX-License-Identifier: MIT
#include "controlgroup.h"

#include <cerrno>
#include <csignal>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <system_error>

#include <fcntl.h>
#include <linux/sched.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace Elector {

namespace {

/// Where version 2 is mounted: alone at /sys/fs/cgroup, or beside version 1.
std::optional<std::string> mountPoint()
{
    std::ifstream mounts("/proc/self/mountinfo");
    for (std::string line; std::getline(mounts, line);) {
        // "36 35 98:0 /root /mount/point options… - type source options": see proc(5).
        const std::size_t dash = line.find(" - ");
        if (dash == std::string::npos || line.compare(dash + 3, 8, "cgroup2 ") != 0)
            continue;
        std::istringstream words(line);
        std::string skipped, root, point;
        words >> skipped >> skipped >> skipped >> root >> point;
        if (root == "/")
            return point;
    }
    return std::nullopt;
}

/// The caller's own group in the hierarchy of version 2.
std::optional<std::string> ownGroup()
{
    std::ifstream groups("/proc/self/cgroup");
    for (std::string line; std::getline(groups, line);) {
        if (line.compare(0, 3, "0::") == 0)
            return line.substr(3);
    }
    return std::nullopt;
}

/// When a process began, in clock ticks since boot: with the pid it names the process for good, also where several PID
/// namespaces share a control group. Nothing for a process that has been reaped.
std::optional<std::string> startTime(pid_t pid)
{
    std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
    std::string stat;
    std::getline(file, stat);
    const std::size_t name = stat.rfind(')'); // a program's name may hold spaces and parentheses
    if (name == std::string::npos)
        return std::nullopt;
    std::istringstream words(stat.substr(name + 1));
    std::string word;
    for (int field = 3; field <= 22; ++field) // numbered as in proc(5)
        words >> word;
    return words ? std::optional(word) : std::nullopt;
}

const std::string prefix = "elector-";

/// Removes the groups of guardians that were killed together with their electors: nobody else does. Only empty ones
/// can be removed.
void removeLeftOver(const std::string &directory)
{
    std::error_code ignored;
    const std::filesystem::directory_iterator end;
    for (std::filesystem::directory_iterator it(directory, ignored); !ignored && it != end; it.increment(ignored)) {
        const std::string name = it->path().filename().string();
        const std::size_t dash = name.find('-', prefix.size());
        if (name.compare(0, prefix.size(), prefix) != 0 || dash == std::string::npos)
            continue;
        const std::string pid = name.substr(prefix.size(), dash - prefix.size());
        if (pid.find_first_not_of("0123456789") == std::string::npos && !pid.empty() && pid.size() < 10
            && startTime(pid_t(std::stol(pid))) != name.substr(dash + 1))
            ::rmdir(it->path().c_str());
    }
}

} // namespace

ControlGroup::ControlGroup(pid_t guardian)
{
    const auto mount = mountPoint();
    const auto own = ownGroup();
    const auto began = startTime(guardian);
    if (mount && own && began)
        m_path = *mount + (*own == "/" ? "" : *own) + '/' + prefix + std::to_string(guardian) + '-' + *began;
}

ControlGroup::~ControlGroup()
{
    if (!m_path.empty())
        ::rmdir(m_path.c_str());
}

void ControlGroup::sweep() const
{
    if (!m_path.empty())
        removeLeftOver(m_path.substr(0, m_path.rfind('/')));
}

bool ControlGroup::create()
{
    if (m_path.empty() || ::mkdir(m_path.c_str(), 0755) != 0)
        return false;
    m_directory = FileDescriptor(::open(m_path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (m_directory && ::access((m_path + "/cgroup.procs").c_str(), W_OK) == 0
        && ::access((m_path + "/cgroup.kill").c_str(), W_OK) == 0)
        return true;
    m_directory.reset();
    ::rmdir(m_path.c_str());
    return false;
}

pid_t ControlGroup::fork() const noexcept
{
    if (m_directory) {
        clone_args arguments{};
        arguments.flags = CLONE_INTO_CGROUP;
        arguments.exit_signal = SIGCHLD;
        arguments.cgroup = std::uint64_t(m_directory.get());
        const long pid = ::syscall(SYS_clone3, &arguments, sizeof arguments);
        if (pid >= 0)
            return pid_t(pid);
    }
    const pid_t pid = ::fork(); // Linux before 5.7, or a filter of system calls
    if (pid == 0 && m_directory) {
        const int members = ::openat(m_directory.get(), "cgroup.procs", O_WRONLY | O_CLOEXEC);
        [[maybe_unused]] const ssize_t written = ::write(members, "0\n", 2);
    }
    return pid;
}

bool ControlGroup::killAll() const
{
    if (m_path.empty())
        return false;
    const FileDescriptor kill(::open((m_path + "/cgroup.kill").c_str(), O_WRONLY | O_CLOEXEC));
    return kill && ::write(kill.get(), "1\n", 2) == 2;
}

} // namespace Elector
