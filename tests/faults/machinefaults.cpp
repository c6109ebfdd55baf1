// SPDX-License-Identifier: MIT
// What happens to machines: clocks that are set, packets that are dropped, volumes that are full. Some of it needs
// root.
#include "faults/ground.h"
#include "faults/scenario.h"

#include <QtCore/QDateTime>

#include <csignal>

namespace Elector::Faults {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

std::chrono::seconds drawnStep(FaultRoom &room, bool forward)
{
    const std::chrono::seconds size = room.random(0, 1) == 0 ? 30s : 3600s;
    return forward ? size : -size;
}

FaultRoom::Options roomWithAServerClock()
{
    FaultRoom::Options options;
    options.command
        = false; // who has not heard the server's time before it steps cannot know; of clients we know that they have
    const auto clock = std::make_shared<FakeClock>();
    options.ground = clock;
    options.server.environment = clock->environment();
    return options;
}

/// The server must have noticed, or nothing was tried.
void stepServerClock(FaultRoom &room, std::chrono::seconds step)
{
    auto &clock = room.ground<FakeClock>();
    clock.set(clock.offset() + step);
    const auto ahead = [&] {
        return room.value(u"SELECT extract(epoch FROM clock_timestamp())::bigint"_s).toLongLong()
            - QDateTime::currentSecsSinceEpoch();
    };
    room.waitFor([&] { return std::abs(ahead() - clock.offset().count()) <= 5; }, u"the server's clock to step"_s);
    room.bit();
}

/// The lease seems to have run out at once, and its holder believes in it.
void serverClockForward(FaultRoom &room)
{
    room.waitForLeader();
    stepServerClock(room, drawnStep(room, true));
    room.recover(u"a step forward of the server's clock"_s);
    FaultRoom::sleep(1500ms);
    room.recover(u"a step forward of the server's clock"_s);
}

/// The holder goes on; and when it is dead, its row does not block for the size of the step.
void serverClockBackward(FaultRoom &room)
{
    const int holder = room.leadingClient();
    room.freshlyRenewed(holder);
    const bool dies = room.random(0, 1) == 1;
    if (dies)
        room.node(holder).signal(SIGKILL);
    stepServerClock(room, drawnStep(room, false));
    if (dies) {
        room.waitFor([&] { return !room.node(holder).isRunning(); }, u"the killed process to be gone"_s);
        FaultRoom::expect(room.node(holder).start(), u"it starts again"_s);
    }
    room.recover(u"a step backward of the server's clock"_s);
}

FaultRoom::Options roomWithClientClocks()
{
    FaultRoom::Options options;
    const auto clock = std::make_shared<FakeClock>();
    options.ground = clock;
    options.environment = clock->environment();
    return options;
}

/// Nobody decides by a node's wall clock.
void clientClock(FaultRoom &room)
{
    constexpr int attempts = 10;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const int holder = room.leadingClient();
        const Belief before = room.freshlyRenewed(holder);
        auto &clock = room.ground<FakeClock>();
        clock.set(clock.offset() + drawnStep(room, room.random(0, 1) == 1));
        FaultRoom::sleep(1500ms);
        room.recover(u"a step of the nodes' clocks"_s);
        const auto after = room.node(holder).belief();
        if (after && after->leaderId == before.leaderId) {
            room.bit();
            return;
        }
    }
    throw Failure(u"a holder whose wall clock is set does not keep its lease"_s);
}

FaultRoom::Options roomWithCables()
{
    FaultRoom::Options options;
    options.command = false;
    const auto cables = std::make_shared<Namespaces>(options.clients);
    options.ground = cables;
    options.wrapper = [cables](int index) { return cables->enter(index); };
    options.host = [cables](int index) { return cables->host(index); };
    options.server.conf = {u"listen_addresses=127.0.0.1,"_s + cables->allHosts()};
    options.server.hba = {u"host all all 10.0.0.0/8 trust"_s};
    return options;
}

void packetsDropped(FaultRoom &room, Namespaces::Direction direction, const QString &fault)
{
    const auto &cables = room.ground<Namespaces>();
    const int holder = room.waitForLeader();
    cables.drop(holder, direction);
    room.waitFor([&] { return !room.node(holder).belief(); }, u"a holder without a network to step down"_s);
    room.waitForLeader(holder);
    room.bit();
    const Stamp healed = FaultRoom::now();
    cables.heal(holder);
    room.waitFor([&] { return room.node(holder).said("recovered", healed) != 0; }, u"a new connection"_s);
    room.recover(fault);
}

void packetsDroppedBothWays(FaultRoom &room)
{
    packetsDropped(room, Namespaces::Both, u"packets dropped both ways"_s);
}

void packetsDroppedOneWay(FaultRoom &room)
{
    packetsDropped(room, room.random(0, 1) == 1 ? Namespaces::ToServer : Namespaces::FromServer,
                   u"packets dropped one way"_s);
}

FaultRoom::Options roomWithASmallVolume(const QString &folder, int megabytes)
{
    FaultRoom::Options options;
    const auto volume = std::make_shared<SmallVolume>(megabytes);
    options.ground = volume;
    options.server.conf = {u"min_wal_size=32MB"_s, u"max_wal_size=48MB"_s};
    options.prepare = [volume, folder](PostgresServer &server) {
        FaultRoom::expect(server.stopFast(), server.errorString());
        volume->replace(server.dataDir() + u'/' + folder);
        FaultRoom::expect(server.startAgain(), server.errorString());
    };
    return options;
}

/// Writes until the volume that is full makes it fail.
void writeUntilItFails(FaultRoom &room)
{
    room.sql(u"CREATE TABLE IF NOT EXISTS ballast (text TEXT)"_s);
    for (int i = 0; i < 64; ++i) {
        if (!room.sql(u"INSERT INTO ballast SELECT repeat(md5(i::text), 30) FROM generate_series(1, 4000) i"_s)) {
            room.bit();
            return;
        }
    }
}

void walVolumeFull(FaultRoom &room)
{
    room.waitForLeader();
    room.ground<SmallVolume>().fill();
    writeUntilItFails(room);
    FaultRoom::sleep(1500ms);
    room.ground<SmallVolume>().empty();
    // Without room for its log the server stops by itself.
    if (!room.value(u"SELECT 1"_s).isValid()) {
        (void)room.server().kill();
        FaultRoom::expect(room.server().startAgain(), room.server().errorString());
    }
    room.sql(u"DROP TABLE ballast"_s);
    room.recover(u"a full volume of the log"_s);
}

void dataVolumeFull(FaultRoom &room)
{
    room.waitForLeader();
    room.ground<SmallVolume>().fill();
    writeUntilItFails(room);
    // Somebody is elected, or nobody is, but not two.
    const int holder = room.leader();
    if (holder >= 0) {
        room.node(holder).end();
        room.waitFor([&] { return !room.node(holder).isRunning(); }, u"it ends"_s);
        FaultRoom::expect(room.node(holder).start(), u"it starts again"_s);
    }
    FaultRoom::sleep(1500ms);
    room.ground<SmallVolume>().empty();
    room.sql(u"DROP TABLE ballast"_s);
    room.recover(u"a full volume of data"_s);
}

} // namespace

QList<Scenario> machineFaults()
{
    return {
        {"server-clock-forward", "server's clock set forward by 30 s or 1 h", "no live lease is freed; never stuck",
         serverClockForward, roomWithAServerClock, false},
        {"server-clock-backward", "server's clock set back by 30 s or 1 h, and the holder killed",
         "terms still rise; never stuck", serverClockBackward, roomWithAServerClock, false},
        {"client-clock", "nodes' wall clocks set by 30 s or 1 h", "the holder keeps its lease", clientClock,
         roomWithClientClocks, false},
        {"packets-dropped", "packets dropped both ways", "step-down by the deadline, re-connects",
         packetsDroppedBothWays, roomWithCables, false},
        {"packets-dropped-one-way", "packets dropped one way", "step-down by the deadline, re-connects",
         packetsDroppedOneWay, roomWithCables, false},
        {"wal-volume-full", "volume of the write-ahead log full", "recovers", walVolumeFull,
         [] { return roomWithASmallVolume(u"pg_wal"_s, 96); }, false},
        {"data-volume-full", "volume of the tables full", "recovers", dataVolumeFull,
         [] { return roomWithASmallVolume(u"base"_s, 96); }, false},
    };
}

} // namespace Elector::Faults
