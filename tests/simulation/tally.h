// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QStringList>

#include <array>
#include <cstddef>
#include <cstdint>

namespace Elector::Simulation {

/// What happened in schedules, counted. A fault is counted only where it bit: where it did something to somebody.
class Tally
{
public:
    enum What : std::size_t {
        Gains,
        Losses,
        Renewals,
        Requests,
        RequestsLost,
        AnswersLost,
        AnswersTooLate,
        AppliedTwice,
        AppliedAfterDeath,
        Refusals,
        LeadersPaused,
        PausedBeyondDeadline,
        Suspensions,
        Crashes,
        LeadersCrashed,
        LeadersCutOff,
        Outages,
        Revocations,
        Evictions,
        LocksPaused,
        LocksReserved,
        CapturesBarred,
        SmallClockSteps,
        BackwardClockSteps,
        ForwardClockSteps,
        BidsBeyondTheirTime,
        Failovers,
        CommitsLost,
        CapturesHeldOff,
        GuardedWrites,
        GuardsRefused,
        GuardsOfDeposed,
        CapturesBehindGuards,
        HoldsTaken,
        ReleasesBehindHolds,
        StuckRowsTaken,
        DoubtsAdopted,
        GateRefusals,
        BusyRows,
        Twins,
        LargeFleets,
        Count
    };

    void count(What what, std::uint64_t times = 1) { m_counts[what] += times; }
    std::uint64_t operator[](What what) const { return m_counts[what]; }
    Tally &operator+=(const Tally &other);

    static QString name(std::size_t what);
    /// Lines of a name and a number.
    QStringList lines() const;
    /// What happened too rarely in so many schedules for them to prove anything; empty if all is well.
    QStringList shortages(std::uint64_t schedules) const;

private:
    std::array<std::uint64_t, Count> m_counts{};
};

} // namespace Elector::Simulation
