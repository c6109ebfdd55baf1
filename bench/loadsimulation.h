// SPDX-License-Identifier: MIT
#pragma once

#include "simulation/simulatednode.h"

#include <vector>

namespace Elector {

/// What one lock costs the database, by the shipping rules in logical time: a sample of locks, each with so many
/// candidates that have a connection each, default settings, and ways of 0.2 to 3 ms.
class LoadSimulation
{
public:
    /// Statements, by what they are.
    struct Statements
    {
        double looks = 0;
        double bids = 0;
        double renewals = 0;
        double releases = 0;
        double all() const { return looks + bids + renewals + releases; }
    };
    struct Result
    {
        Statements idle; ///< of one lock in a second
        Statements release; ///< of one lock after release(), until nothing but the idle ones is left
        Statements crash; ///< after a leader's death
        double outage = 0; ///< statements of one lock in the worst second after nothing had passed for 30 s
        std::vector<double> handOvers; ///< milliseconds, from release() until the next one leads
        std::vector<double> takeOvers; ///< milliseconds beyond the row's expiry
        std::vector<double>
            recoveries; ///< milliseconds from the end of the outage until somebody has captured the lock
    };

    static Result run(int candidates, int locks, int transitions);

private:
    class Lock;
};

} // namespace Elector
