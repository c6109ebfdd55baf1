// SPDX-License-Identifier: MIT
// What operators order while other things go wrong: it holds for everybody.
#include "faults/scenario.h"

#include <csignal>

namespace Elector::Faults {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

QStringList order(const QString &what, const QStringList &more = {})
{
    return QStringList{what, u"--lock"_s, u"1"_s} + more;
}

/// One of the usual faults, at random; undone again. Not to `spared`.
void somethingElse(FaultRoom &room, int spared = -1)
{
    int index = room.random(0, room.count() - 1);
    if (index == spared)
        index = (index + 1) % room.count();
    switch (room.random(0, 2)) {
    case 0:
        room.node(index).signal(SIGKILL);
        room.waitFor([&] { return !room.node(index).isRunning(); }, u"the killed process to be gone"_s);
        FaultRoom::expect(room.node(index).start(), u"it starts again"_s);
        break;
    case 1:
        room.proxy(index).resetAll();
        break;
    default:
        room.node(index).signal(SIGSTOP);
        FaultRoom::sleep(1200ms);
        room.node(index).signal(SIGCONT);
        break;
    }
}

void revoked(FaultRoom &room)
{
    const int holder = room.waitForLeader();
    const qint64 term = room.termOf(holder);
    const int code = room.elector(order(u"release"_s, {u"--reason"_s, u"test"_s}));
    FaultRoom::expect(code == 0 || code == 3, u"`elector release` ends with %1"_s.arg(code));
    room.waitFor([&] { return !room.node(holder).belief(); }, u"a revoked holder to step down"_s);
    if (code == 0)
        room.bit();
    room.waitForLeaderAfter(term);
    room.recover(u"a forced release"_s);
}

/// A paused lock stays free, whatever else happens to those who wait for it.
void paused(FaultRoom &room)
{
    const int holder = room.waitForLeader();
    FaultRoom::expect(room.elector(order(u"pause"_s, {u"--reason"_s, u"test"_s})) == 0, u"the lock is paused"_s);
    room.waitFor([&] { return !room.node(holder).belief(); }, u"the holder of a paused lock to step down"_s);
    for (int i = 0; i < 2; ++i) {
        somethingElse(room);
        FaultRoom::sleep(400ms);
        FaultRoom::expect(room.leader() < 0, u"nobody leads while the lock is paused"_s);
    }
    room.bit();
    FaultRoom::expect(room.elector(order(u"resume"_s)) == 0, u"the lock is free again"_s);
    room.recover(u"a paused lock"_s);
}

/// A lock that is reserved for one node is captured by that one only.
void reserved(FaultRoom &room)
{
    const int holder = room.leadingClient();
    const int chosen = (holder + 1) % (room.count() - 1);
    const QString name = room.node(chosen).name();
    room.node(chosen).signal(SIGSTOP); // so that others would have the time to capture it
    FaultRoom::expect(room.elector(order(u"transfer"_s,
                                         {u"--to"_s, name, u"--yes"_s, u"--for"_s, u"20s"_s, u"--reason"_s, u"test"_s}))
                          == 0,
                      u"the lock is reserved"_s);
    room.waitFor([&] { return !room.node(holder).belief(); }, u"the holder of a reserved lock to step down"_s);
    somethingElse(room, chosen);
    FaultRoom::sleep(1500ms);
    for (int i = 0; i < room.count(); ++i)
        FaultRoom::expect(i == chosen || !room.node(i).belief(),
                          u"%1 leads while the lock is reserved for %2"_s.arg(room.node(i).name(), name));
    room.bit();
    room.node(chosen).signal(SIGCONT);
    room.recover(u"a reserved lock"_s);
}

} // namespace

QList<Scenario> operatorFaults()
{
    return {
        {"revoked", "lease revoked by an operator", "step-down, another leads", revoked},
        {"paused-lock", "lock paused by an operator, and nodes killed, reset, stopped meanwhile", "nobody captures it",
         paused},
        {"reserved-lock", "lock reserved for a node, and others killed, reset, stopped meanwhile",
         "nobody else captures it", reserved},
    };
}

} // namespace Elector::Faults
