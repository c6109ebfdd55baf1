// SPDX-License-Identifier: MIT
#pragma once

#include "filedescriptor.h"

#include <string>

#include <sys/types.h>

namespace Elector {

/// A control group (cgroup v2) for one COMMAND and all that it starts, where the system lets us make one: as root, or
/// in a subtree that was delegated (systemd's Delegate=yes). The kernel ends everything in it at one instant
/// (cgroup.kill, Linux 5.14), also what forks faster than anybody can look.
///
/// A help, never a proof: where there is none every call does nothing, and a process may be moved out of it. That
/// nobody is left only waitpid() can say; see ProcessTree. Errors never throw. Not thread-safe.
class ControlGroup
{
public:
    /// The one that belongs to the guardian \a guardian, a process in the caller's own control group that has not been
    /// reaped. Makes nothing.
    explicit ControlGroup(pid_t guardian);
    ControlGroup(const ControlGroup &) = delete;
    ControlGroup &operator=(const ControlGroup &) = delete;
    /// Removes the group if it is empty.
    ~ControlGroup();

    /// Removes what killed guardians have left behind beside it.
    void sweep() const;
    /// Makes the group; false where it cannot be had, or could not be killed as a whole.
    bool create();
    /// fork(), of a process with one thread, with the child in the group where there is one. A child that is born there
    /// costs nothing; one that is moved there waits some milliseconds for the kernel. Where it may not enter, it stays
    /// outside.
    pid_t fork() const noexcept;
    /// SIGKILL to everything in it; false where there is no group.
    bool killAll() const;

private:
    std::string m_path; ///< empty where there is no cgroup v2
    FileDescriptor m_directory; ///< open while there is a group
};

} // namespace Elector
