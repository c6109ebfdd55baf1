// SPDX-License-Identifier: MIT
#include "controlgroup.h"

#include <cerrno>
#include <fstream>
#include <optional>
#include <sstream>

#include <fcntl.h>
#include <sys/stat.h>
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

} // namespace

ControlGroup::ControlGroup(pid_t guardian)
{
    const auto mount = mountPoint();
    const auto own = ownGroup();
    if (mount && own)
        m_path = *mount + (*own == "/" ? "" : *own) + "/elector-" + std::to_string(guardian);
}

ControlGroup::~ControlGroup()
{
    if (!m_path.empty())
        ::rmdir(m_path.c_str());
}

bool ControlGroup::create()
{
    if (m_path.empty() || ::mkdir(m_path.c_str(), 0755) != 0)
        return false;
    m_members = FileDescriptor(::open((m_path + "/cgroup.procs").c_str(), O_WRONLY | O_CLOEXEC));
    if (m_members && ::access((m_path + "/cgroup.kill").c_str(), W_OK) == 0)
        return true;
    m_members.reset();
    ::rmdir(m_path.c_str());
    return false;
}

bool ControlGroup::join() const noexcept
{
    return !m_members || ::write(m_members.get(), "0\n", 2) == 2;
}

bool ControlGroup::killAll() const
{
    if (m_path.empty())
        return false;
    const FileDescriptor kill(::open((m_path + "/cgroup.kill").c_str(), O_WRONLY | O_CLOEXEC));
    return kill && ::write(kill.get(), "1\n", 2) == 2;
}

} // namespace Elector
