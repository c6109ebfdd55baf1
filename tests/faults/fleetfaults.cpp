// SPDX-License-Identifier: MIT
// Many nodes, and nodes that are called the same.
#include "faults/scenario.h"

#include <csignal>

namespace Elector::Faults {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

FaultRoom::Options roomOfTwins()
{
    FaultRoom::Options options;
    options.sameInstance = true;
    options.command = false;
    return options;
}

/// They take turns, and are never taken for each other.
void twins(FaultRoom &room)
{
    for (int i = 0; i < 2; ++i) {
        const int holder = room.waitForLeader();
        const qint64 term = room.termOf(holder);
        room.node(holder).tell("release");
        room.waitForLeaderAfter(term);
        room.bit();
    }
    room.recover(u"nodes of one name"_s);
}

/// All bid at the same moment, when the holder is killed.
void crowd(FaultRoom &room)
{
    const int holder = room.waitForLeader();
    room.node(holder).signal(SIGKILL);
    room.waitFor([&] { return !room.node(holder).isRunning(); }, u"the killed process to be gone"_s);
    room.waitForLeader(holder);
    room.bit();
    FaultRoom::expect(room.node(holder).start(), u"it starts again"_s);
    room.recover(u"a crowd of candidates"_s);
}

FaultRoom::Options roomOfManyCandidates()
{
    FaultRoom::Options options;
    options.command = false;
    options.clients = 4;
    options.candidatesEach = 250;
    return options;
}

} // namespace

QList<Scenario> fleetFaults()
{
    return {
        {"twins", "three nodes with one `instanceId`", "one leads", twins, roomOfTwins, false},
        {"1000-candidates", "1,000 waiting candidates in four processes, and their leader killed", "one leads", crowd,
         roomOfManyCandidates, false},
    };
}

QList<Scenario> allFaults()
{
    return processFaults() + networkFaults() + databaseFaults() + operatorFaults() + serverFaults() + machineFaults()
        + fleetFaults() + patroniFaults();
}

} // namespace Elector::Faults
