// SPDX-License-Identifier: MIT
#pragma once

#include "simulation/plan.h"

#include <QtCore/QStringList>

#include <functional>

namespace Elector::Simulation {

/// Makes a plan for which `fails` is true as small as it can: fewer faults, fewer nodes, a better network, clocks of
/// the same rate. Tries at most `tries` plans.
Plan shrink(Plan plan, const std::function<bool(const Plan &)> &fails, int tries = 3000);

/// What people need to know of a schedule that failed: its seed, the plan it shrinks to, and how that goes.
QStringList explainFailure(std::uint64_t seed);

} // namespace Elector::Simulation
