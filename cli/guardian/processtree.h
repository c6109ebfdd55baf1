// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace Elector {

/// All descendants of one process, found through /proc and signalled without ever hitting a stranger: before a
/// signal goes out through a pidfd, the process behind it is compared with the one that was seen (start time).
///
/// A look at /proc is no snapshot: while it goes on, processes fork, end and are handed to another parent, so one look
/// may miss some. Nothing here claims that nobody is left. That only waitpid() can say, in a root that is a child
/// subreaper (PR_SET_CHILD_SUBREAPER) and so inherits every orphan below it: ECHILD.
///
/// Not found: what others start on request of a descendant (systemd-run, at, docker). Not thread-safe.
class ProcessTree
{
public:
    struct Process
    {
        pid_t pid = 0;
        pid_t parent = 0;
        pid_t group = 0;
        pid_t session = 0;
        std::uint64_t startTime = 0; ///< in clock ticks since boot; with the pid it names a process for good
        bool operator==(const Process &) const = default;
    };

    enum class Look {
        Quick, ///< by the kernel's lists of children where it has them, else like Thorough
        Thorough, ///< every process of the machine, by its parent
    };

    enum class Delivery { Sent, Ended, Refused };

    /// \a procDirectory is for tests.
    explicit ProcessTree(pid_t root, std::string procDirectory = "/proc");

    /// Descendants of the root, without the root, parents before children. No zombies, but those whose threads live on.
    std::vector<Process> descendants(Look look = Look::Quick) const;

    /// Sends \a signal to exactly this process. Refused: not permitted (a setuid program).
    static Delivery send(const Process &process, int signal);

    /// One look, and \a signal to each, parents first.
    void signalAll(int signal) const;

    /// Says that process group \a group belongs to the tree as a whole. Groups in sessions that began below the root
    /// are known to; other groups may hold strangers (the rest of a shell's pipeline).
    void setOwnGroup(pid_t group) { m_ownGroup = group; }

    /// One round of killing: SIGSTOP to all, again until a look finds nobody new (a bounded number of looks), so that
    /// nobody acts on the death of another or starts new ones; SIGKILL to all; and if there is no end to new ones, a
    /// short hunt for those that escape by forking faster than anybody can look. Bounded, some milliseconds; call it
    /// again, with waitpid() in between, until waitpid() says ECHILD: at once where it returns true (there is no end
    /// to new ones yet), else after a pause.
    bool killRound();

    /// The process that refused a signal in the last round (EPERM), if there was one.
    std::optional<pid_t> refused() const { return m_refused; }

private:
    std::optional<Process> read(pid_t pid) const;
    std::optional<pid_t> newestPid() const;
    bool isBelowRoot(Process process) const;
    void findByChildren(std::vector<Process> &found) const;
    void findByParent(std::vector<Process> &found) const;
    bool stopAll(Look look, int looks, std::vector<Process> &all) const;
    void killThis(const Process &process);
    void killGroupOf(const Process &process) const;
    bool hunt();

    pid_t m_root;
    std::string m_proc;
    bool m_hasChildrenFiles;
    pid_t m_ownGroup = 0;
    bool m_firstRound = true;
    bool m_restless = false; ///< the last round met new ones to its end
    std::optional<pid_t> m_refused;
};

} // namespace Elector
