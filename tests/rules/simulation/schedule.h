// SPDX-License-Identifier: MIT
#pragma once

#include "simulation/simulatednode.h"

#include <QtCore/QStringList>

namespace Elector::Simulation {

/// One run of an election from a seed: a time of disturbances, then quiet, in which somebody must lead.
class Schedule
{
public:
    struct Result
    {
        QString violation; ///< empty: all went well
        QStringList trace; ///< only if asked for
        int gains = 0;
        int requests = 0;
        Moment duration{};
        Moment recovery{}; ///< from the last disturbance to the next leader
    };
    static Result run(std::uint64_t seed, bool traced = false);

private:
    Schedule(std::uint64_t seed, bool traced);
    Result play();

    /// What this schedule does to its nodes: a different part of everything in each ("swarm testing").
    struct Menu
    {
        bool pauses, holds, releases, stops, crashes, revokes, evictions, cuts, outages, smallSteps, backwardSteps,
            forwardSteps, hints, gate, rowLocks, lockPauses, orders;
    };
    static Menu draw(Dice &dice);
    void makeNodes();
    void makeNetwork();
    void connectHints();
    void planDisturbances();
    void disturb();
    void disturbNode(SimulatedNode &node);
    void disturbDatabase();
    void giveOrder();
    void calm();
    bool runUntil(Moment end, bool untilSomebodyLeads = false);
    bool somebodyLeads() const;
    bool everybodyKnowsTheClock() const;
    /// How long recovery may take at most.
    Moment bound() const;

    World m_world;
    Menu m_menu;
    std::vector<std::unique_ptr<SimulatedNode>> m_nodes;
    std::vector<const SimulatedNode *> m_all;
    std::chrono::milliseconds m_lease;
    Moment m_end;
    Moment m_backward{}; ///< how far the server's clock was set back
    Moment m_noStepBefore{};
    Moment m_noForwardBefore{};
    int m_crashes = 0;
    int m_revocations = 0;
};

} // namespace Elector::Simulation
