// SPDX-License-Identifier: MIT
#pragma once

#include "simulation/network.h"
#include "simulation/timeline.h"

#include <Elector/enums.h>

#include <QtCore/QStringList>

#include <vector>

namespace Elector::Simulation {

/// Something that goes wrong, or that somebody does, at one moment of a schedule.
struct Fault
{
    enum Kind {
        Pause, ///< the process stands still (SIGSTOP)
        Suspend, ///< its whole machine does; its connection does not survive that
        Hold, ///< work takes a hold
        GuardedWork, ///< a transaction with a guard
        Release,
        Stop,
        Crash,
        CutOff, ///< nothing passes between this node and the database
        Hint, ///< a notification that tells nothing true
        Revoke,
        Evict,
        Outage, ///< nothing passes for anybody
        SmallStep, ///< the server's clock is corrected by less than δ
        BackwardStep,
        ForwardStep,
        Gate, ///< an application holds the key of the gate
        RowLock, ///< somebody locks the row
        Barricade, ///< every bid is undone, whatever its statement found
        OrderPause,
        OrderReserve,
        Failover, ///< to a standby that has not got the last commits
        KindCount
    };
    /// Whoever leads at that moment, if anybody does; the first node otherwise.
    static constexpr int Leader = -1;

    Kind kind;
    Moment at;
    int node = Leader;
    Moment span{}; ///< how long, or how far
    double chance = 0.0; ///< in [0, 1), to be used as the kind likes

    QString text() const;
};

struct NodePlan
{
    QString instanceId;
    std::chrono::milliseconds lease;
    LocalClock clock;
    Moment startAt;
    std::uint64_t seed; ///< of what only this node does: its jitter, and what becomes of its requests
};

/// All that is decided before a schedule begins. Without some of it, it is still a schedule: what makes it possible to
/// shrink one that fails.
struct Plan
{
    static Plan draw(std::uint64_t seed);

    std::uint64_t seed = 0;
    SchemaLevel level = SchemaLevel::Full;
    Moment end{}; ///< of the disturbances
    Network network;
    Moment worstPause{}; ///< how long a process may stand still between asking the database and hearing from it
    std::vector<NodePlan> nodes;
    std::vector<Fault> faults; ///< in the order of time

    std::chrono::milliseconds longestLease() const;
    std::chrono::milliseconds shortestLease() const;
    QStringList text() const;
};

} // namespace Elector::Simulation
