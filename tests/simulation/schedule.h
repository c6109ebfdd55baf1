// SPDX-License-Identifier: MIT
#pragma once

#include "simulation/plan.h"
#include "simulation/simulatednode.h"

#include <QtCore/QStringList>

namespace Elector::Simulation {

/// One run of an election as planned: a time of disturbances, then quiet, in which somebody must lead.
class Schedule
{
public:
    struct Result
    {
        QString violation; ///< empty: all went well
        QStringList trace; ///< only if asked for
        Tally tally;
        Moment duration{};
        Moment recovery{}; ///< from the last disturbance to the next leader
    };
    static Result run(const Plan &plan, bool traced = false);

private:
    Schedule(const Plan &plan, bool traced);
    Result play();

    void makeNodes();
    void connectDatabase();
    void perform(const Fault &fault);
    void disturbNode(const Fault &fault, SimulatedNode &node);
    void disturbDatabase(const Fault &fault);
    void forAWhile(bool &flag, const Fault &fault);
    void stepClock(Moment by);
    void stepForward(const Fault &fault);
    void failOver(const Fault &fault);
    void give(const Fault &fault);
    void calm();
    SimulatedNode &target(const Fault &fault);
    bool runUntil(Moment end, bool untilSomebodyLeads = false);
    bool somebodyLeads() const;
    bool everybodyKnowsTheClock() const;
    bool everybodyKnowsTheLeases() const;
    /// How long recovery may take at most.
    Moment bound() const;

    const Plan m_plan;
    World m_world;
    Dice m_dice;
    std::vector<std::unique_ptr<SimulatedNode>> m_nodes;
    std::vector<const SimulatedNode *> m_all;
    Moment m_lease; ///< the longest
    Moment m_backward{}; ///< how far the server's clock was set back
    Moment m_noStepBefore{};
    Moment m_noForwardBefore{};
};

} // namespace Elector::Simulation
