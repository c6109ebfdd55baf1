// SPDX-License-Identifier: MIT
#pragma once

#include "faults/faultroom.h"

namespace Elector::Faults {

/// One row of the table of faults: does something to nodes, network, server or machine, waits for what is expected, and
/// heals it again.
struct Scenario
{
    const char *name;
    const char *fault; ///< what is done
    const char *expected;
    /// Throws Failure if something else comes about. Leaves a room in which somebody leads.
    std::function<void(FaultRoom &)> play;
    /// The room that it needs; throws NotAvailable if this machine cannot provide it.
    std::function<FaultRoom::Options()> room = [] { return FaultRoom::Options(); };
    bool inMixture = true; ///< may be played among others, in a room as it is by default
    /// How much must have been done by one play for it to show anything.
    Wanted wanted = {};
    int soaked = 100; ///< how often a soak plays it, unless told otherwise
};

QList<Scenario> processFaults();
QList<Scenario> networkFaults();
QList<Scenario> databaseFaults();
QList<Scenario> operatorFaults();
QList<Scenario> serverFaults();
QList<Scenario> machineFaults();
QList<Scenario> fleetFaults();
QList<Scenario> patroniFaults();
QList<Scenario> allFaults();

} // namespace Elector::Faults
