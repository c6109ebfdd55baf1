// SPDX-License-Identifier: MIT
#pragma once

#include "faults/scenario.h"

#include <utility>

namespace Elector::Faults {

/// What came out of playing faults.
struct Outcome
{
    QList<std::pair<QString, qint64>> counts; ///< what happened, and how often
    QStringList violations; ///< what did not hold
    QString notAvailable; ///< what this machine lacks; then nothing was played

    /// 0, 1 for a violation, 3 if only too little happened, 77 if nothing could be played.
    int exitCode() const;
};

/// Plays a fault so often in one room, and checks the books. The same seed draws the same choices.
Outcome play(const Scenario &scenario, std::uint64_t seed, int times);
/// Plays faults drawn by the seed, one after the other, for so long.
Outcome playMixture(std::uint64_t seed, std::chrono::seconds time);

} // namespace Elector::Faults
