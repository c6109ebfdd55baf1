// SPDX-License-Identifier: MIT
#pragma once

#include "simulation/timeline.h"

#include <optional>

namespace Elector::Simulation {

/// What becomes of one request on its way. All spans count from the sending.
struct Fate
{
    std::optional<Moment> applied; ///< empty: it never arrives
    std::optional<Moment> answered; ///< empty: the answer never arrives
    std::optional<Moment> broken; ///< the client notices that the connection broke, and does not know more
    std::optional<Moment> repeated; ///< something on the way sent it once more, and keeps that answer
    bool refused = false; ///< the database answers with an error, and did nothing
};

/// How bad the ways are between nodes and database.
struct Network
{
    Moment fastest = std::chrono::microseconds(200);
    Moment usual = std::chrono::milliseconds(3);
    Moment slowest = std::chrono::milliseconds(3); ///< of the slow ones; may be beyond every time-out
    double slow = 0.0; ///< how many are slow
    double lost = 0.0; ///< how many are lost, half of them after they were applied
    double refused = 0.0; ///< how many fail without effect
    double repeated = 0.0; ///< how many are applied twice
    Moment latestRepetition{};
    Moment slowestNotice = std::chrono::milliseconds(10); ///< how long a notification takes at most

    /// `down`: nothing passes.
    Fate decide(Dice &dice, bool down) const
    {
        const auto leg = [&] { return dice.chance(slow) ? dice.span(usual, slowest) : dice.span(fastest, usual); };
        Fate fate;
        const Moment there = leg();
        const Moment andBack = there + leg();
        const bool isLost = down || dice.chance(lost);
        if (isLost && dice.chance(0.5))
            fate.broken = andBack;
        if (down || (isLost && dice.chance(0.5)))
            return fate;
        fate.applied = there;
        fate.refused = dice.chance(refused);
        if (dice.chance(repeated))
            fate.repeated = dice.span(there, there + latestRepetition);
        if (!isLost)
            fate.answered = andBack;
        return fate;
    }
};

} // namespace Elector::Simulation
