// SPDX-License-Identifier: MIT
#pragma once

#include "controlgroup.h"
#include "filedescriptor.h"
#include "guardianprotocol.h"

#include <Elector/bootclock.h>

#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace Elector {

/// Signals that were ignored when the guardian began, as `nohup` and background jobs of a shell have them: COMMAND is
/// to find them ignored too. Everything else it finds at its default.
struct IgnoredSignals
{
    static IgnoredSignals current();
    std::vector<int> numbers;
};

/// COMMAND on its way: forked, and perhaps not yet executed.
class CommandLauncher
{
public:
    /// What kept COMMAND from running.
    struct Failure
    {
        int error = 0;
        std::string text;
    };

    /// Forks. The child joins the process group and \a group, dies with this process (PR_SET_PDEATHSIG), has no
    /// descriptor of ours but the standard three, no blocked signal, and executes COMMAND unless it is \a latest by
    /// then. Does not wait for the exec, which may hang on a dead file server: poll reportFd(). False if fork() fails.
    bool launch(const GuardianProtocol::Prepare &command, const std::vector<std::string> &extraEnvironment,
                const IgnoredSignals &ignored, const ControlGroup &group, BootClock::time_point latest);

    pid_t pid() const { return m_pid; }
    /// Readable or hung up once the exec succeeded or failed; -1 after report() has told.
    int reportFd() const { return m_report.get(); }
    /// To be called when reportFd() is ready. The failure, or nothing when COMMAND runs.
    std::optional<Failure> report();

private:
    pid_t m_pid = 0;
    FileDescriptor m_report;
    std::string m_program;
    std::string m_directory;
};

} // namespace Elector
