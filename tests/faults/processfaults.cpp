// SPDX-License-Identifier: MIT
// What happens to processes: they stand still, are busy, are killed, end.
#include "faults/scenario.h"

#include <csignal>

namespace Elector::Faults {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// A machine that is busy may let a node lose its lease for reasons of its own: tried again, up to that often.
constexpr int attempts = 10;

void pausedForLessThanItsTime(FaultRoom &room)
{
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const int holder = room.leadingClient();
        FaultNode &node = room.node(holder);
        const Belief before = room.freshlyRenewed(holder);
        node.signal(SIGSTOP);
        FaultRoom::sleep(std::chrono::milliseconds(room.random(50, 250)));
        const Stamp continued = FaultRoom::now();
        node.signal(SIGCONT);
        room.waitFor([&] { return node.wrote("extend", continued) != 0 || node.wrote("end", before.begin) != 0; },
                     u"a word from the paused holder"_s);
        const auto after = node.belief();
        if (after && after->leaderId == before.leaderId) {
            room.bit();
            room.recover(u"a short pause"_s);
            return;
        }
    }
    throw Failure(u"a holder that is paused for less than its time to the deadline does not keep its lease"_s);
}

void pausedForLongerThanTheLease(FaultRoom &room)
{
    const int holder = room.leadingClient();
    FaultNode &node = room.node(holder);
    const auto before = node.belief();
    room.waitFor([&] { return !before || node.wrote("wrote", before->begin) != 0; },
                 u"a guarded write of the holder"_s);
    node.signal(SIGSTOP);
    const int next = room.waitForLeader(holder);
    const Stamp continued = FaultRoom::now();
    node.signal(SIGCONT);
    // The first answer is no, or this line would not be there; and its late write is refused.
    room.waitFor([&] { return node.wrote("end") != 0 && !node.belief(); }, u"the paused holder to see its loss"_s);
    room.waitFor([&] { return node.wrote("refused", continued) != 0 || room.leader() == holder; }, u"its late write"_s);
    FaultRoom::expect(next != holder, u"another leads"_s);
    room.bit();
    room.recover(u"a long pause"_s);
}

void electorRunStopped(FaultRoom &room)
{
    const int holder = room.leadingCommand();
    room.node(holder).signal(SIGSTOP);
    room.waitForLeader(holder); // I1 tells whether the command was dead by then
    room.node(holder).signal(SIGCONT);
    room.bit();
    room.recover(u"`elector run` standing still"_s);
}

void busyLoop(FaultRoom &room)
{
    const int holder = room.leadingClient();
    FaultNode &node = room.node(holder);
    const Stamp from = FaultRoom::now();
    const qint64 term = room.termOf(holder);
    node.tell("busy 2500");
    room.waitFor([&] { return !node.belief(); }, u"a node with a blocked event loop to stop believing"_s);
    room.waitForLeaderAfter(term);
    room.waitFor([&] { return node.said("idle", from) != 0; }, u"the loop to be free"_s);
    room.bit();
    room.recover(u"a busy event loop"_s);
}

void killAndFollow(FaultRoom &room, int holder, bool group)
{
    FaultNode &node = room.node(holder);
    const auto before = node.belief();
    if (group)
        node.signalGroup(SIGKILL);
    else
        node.signal(SIGKILL);
    room.waitFor([&] { return !node.isRunning(); }, u"the killed process to be gone"_s);
    const int next = room.waitForLeader(holder);
    const auto after = room.node(next).belief();
    FaultRoom::expect(!before || !after || after->term > before->term, u"the next term is higher"_s);
    room.bit();
    FaultRoom::expect(node.start(), u"it starts again"_s);
    room.recover(group ? u"the death of a process group"_s : u"the death of the holder"_s);
}

void killed(FaultRoom &room)
{
    killAndFollow(room, room.leadingClient(), false);
}

void electorRunKilled(FaultRoom &room)
{
    killAndFollow(room, room.leadingCommand(), false);
}

void groupKilled(FaultRoom &room)
{
    killAndFollow(room, room.leadingCommand(), true);
}

void stopped(FaultRoom &room)
{
    const int holder = room.waitForLeader();
    FaultNode &node = room.node(holder);
    node.end();
    room.waitFor([&] { return !node.isRunning(); }, u"it ends"_s);
    room.waitForLeader(holder);
    room.bit();
    FaultRoom::expect(node.start(), u"it starts again"_s);
    room.recover(u"a clean stop"_s);
}

} // namespace

QList<Scenario> processFaults()
{
    return {
        {"short-pause", "holder paused for less than the time to its deadline", "it keeps the lease",
         pausedForLessThanItsTime},
        {"long-pause", "holder paused for longer than the lease",
         "its first `isLeader()` is false, its late write is refused", pausedForLongerThanTheLease},
        {"elector-run-paused", "`elector run` paused, its command not", "the command is dead before anybody leads",
         electorRunStopped},
        {"busy-loop", "holder's event loop blocked for longer than the lease",
         "`isLeader()` false at the deadline regardless", busyLoop},
        {"holder-killed", "holder killed", "take-over after the lease, higher term", killed},
        {"elector-run-killed", "`elector run` killed, its guardian not", "the command is dead before anybody leads",
         electorRunKilled},
        {"group-killed", "process group of `elector run` killed", "the command is dead before anybody leads",
         groupKilled},
        {"clean-stop", "holder stopped in good order", "take-over at once", stopped},
    };
}

} // namespace Elector::Faults
