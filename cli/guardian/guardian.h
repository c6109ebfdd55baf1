// SPDX-License-Identifier: MIT
#pragma once

#include "commandlauncher.h"
#include "guardianchannel.h"
#include "guardianprotocol.h"
#include "leaserelease.h"
#include "processtree.h"

#include <Elector/bootclock.h>

#include <chrono>
#include <optional>

namespace Elector {

/// The guardian's life: waits for Start, runs COMMAND, holds its deadline, kills what is below at the deadline or when
/// `elector run` (E) is gone, and once waitpid() says that nothing is left, and only then, gives the lease up.
/// One thread, one poll loop; nothing in it blocks as long as something may be alive below.
class Guardian
{
public:
    Guardian(GuardianChannel channel, IgnoredSignals ignored);

    /// Returns the exit status of the process.
    int run();

private:
    enum class Phase {
        Waiting, ///< for Start
        Running, ///< COMMAND runs
        Stopping, ///< everything was told to stop
        Killing, ///< SIGKILL, until nothing is left
        Gone, ///< nothing is left; E decides about the lease
        Leaving,
    };

    bool takePost();
    void waitForEvents();
    void armTimer();
    std::optional<BootClock::time_point> nextEvent() const;
    BootClock::time_point stopTime() const;
    BootClock::time_point killTime() const;
    void readMessages();
    void reap();
    void readLaunchReport();
    void act();

    void take(GuardianProtocol::Prepare &&message);
    void take(GuardianProtocol::Start &&message);
    void take(GuardianProtocol::NewDeadline &&message);
    void take(GuardianProtocol::NewRelease &&message);
    void take(GuardianProtocol::Stop &&message);
    void take(GuardianProtocol::SendSignal &&message);
    void take(GuardianProtocol::Release &&message);
    void take(GuardianProtocol::Quit &&message);
    template <typename Other> void take(Other &&message);

    void fail(int error, const std::string &text);
    void beginStop(GuardianProtocol::Cause cause);
    void beginKill(GuardianProtocol::Cause cause);
    void killMore();
    void complain();
    void tellUser(const std::string &text) const;
    void becomeGone();
    void giveLeaseUp();

    GuardianChannel m_channel;
    IgnoredSignals m_ignored;
    ProcessTree m_tree;
    pid_t m_elector;
    FileDescriptor m_electorHandle;
    FileDescriptor m_childSignal;
    FileDescriptor m_timer;
    FileDescriptor m_userOutput;
    bool m_electorGone = false;
    bool m_quit = false;

    Phase m_phase = Phase::Waiting;
    std::optional<GuardianProtocol::Prepare> m_prepare;
    std::optional<GuardianProtocol::Start> m_start;
    std::optional<GuardianProtocol::Cause> m_cause;
    ControlGroup m_controlGroup;
    CommandLauncher m_command;
    bool m_commandRuns = false;
    bool m_nothingLeft = true;
    bool m_reapAgain = false;
    int m_waitStatus = 0;
    BootClock::time_point m_stopBegan;
    BootClock::time_point m_killBegan;
    BootClock::time_point m_nextRound;
    std::chrono::milliseconds m_roundPause{};
    BootClock::time_point m_goneSince;
    std::optional<int> m_usualPriority; ///< while it takes precedence
    bool m_complained = false;
};

} // namespace Elector
