// SPDX-License-Identifier: MIT
// What happens to the server as a whole: it dies, restarts, stands still, has no room for sessions.
#include "faults/scenario.h"

namespace Elector::Faults {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// The lease survives whatever ends the server, for what was committed is there again.
void restarted(FaultRoom &room, const QString &fault, const std::function<bool(PostgresServer &)> &how)
{
    room.waitForLeader();
    FaultRoom::expect(how(room.server()), room.server().errorString());
    room.bit();
    room.recover(fault);
}

void killed(FaultRoom &room)
{
    restarted(room, u"the death of the server"_s, [&](PostgresServer &server) {
        const bool dead = server.kill();
        FaultRoom::sleep(std::chrono::milliseconds(room.random(0, 1500)));
        return dead && server.startAgain();
    });
}

void stoppedImmediately(FaultRoom &room)
{
    restarted(room, u"an immediate stop of the server"_s,
              [](PostgresServer &server) { return server.restartImmediate(); });
}

void restartedFast(FaultRoom &room)
{
    restarted(room, u"a restart of the server"_s, [](PostgresServer &server) { return server.restart(); });
}

/// Down at the moment of captures: the holder dies first.
void killedDuringCapture(FaultRoom &room)
{
    const int holder = room.waitForLeader();
    room.node(holder).end();
    FaultRoom::sleep(std::chrono::milliseconds(room.random(0, 30)));
    FaultRoom::expect(room.server().kill() && room.server().startAgain(), room.server().errorString());
    room.bit();
    room.waitFor([&] { return !room.node(holder).isRunning(); }, u"the stopped node to end"_s);
    FaultRoom::expect(room.node(holder).start(), u"it starts again"_s);
    room.recover(u"a crash during a capture"_s);
}

void frozen(FaultRoom &room)
{
    const int holder = room.waitForLeader();
    FaultRoom::expect(room.server().pause(), room.server().errorString());
    room.waitFor([&] { return !room.node(holder).belief(); }, u"the holder to step down"_s);
    FaultRoom::sleep(std::chrono::milliseconds(room.random(0, 2000)));
    FaultRoom::expect(room.leader() < 0, u"nobody leads without a server"_s);
    room.bit();
    FaultRoom::expect(room.server().resume(), room.server().errorString());
    room.recover(u"a frozen server"_s);
}

/// All places are taken when the nodes have to connect anew.
void connectionsExhausted(FaultRoom &room)
{
    const int holder = room.waitForLeader();
    // What the nodes leave is taken by others before they may come back.
    FaultRoom::expect(room.sql(u"ALTER ROLE node CONNECTION LIMIT 0"_s).ok, u"the nodes have to wait"_s);
    for (int i = 0; i < room.count(); ++i)
        room.proxy(i).resetAll();
    std::vector<std::unique_ptr<TestConnection>> crowd;
    room.waitFor(
        [&] {
            while (crowd.empty() || crowd.back()->isOpen())
                crowd.push_back(room.connect());
            crowd.pop_back();
            const SqlResult left = room.sql(u"SELECT count(*) FROM pg_stat_activity WHERE usename = 'node'"_s);
            return left.ok && left.value().toInt() == 0;
        },
        u"the sessions of the nodes to end"_s);
    room.sql(u"ALTER ROLE node CONNECTION LIMIT -1"_s);
    room.waitFor([&] { return !room.node(holder).belief(); }, u"a holder without a session to step down"_s);
    room.bit();
    crowd.clear();
    room.recover(u"exhausted connections"_s);
}

} // namespace

QList<Scenario> serverFaults()
{
    return {
        {"server-killed", "server killed, and started again", "the lease survives, terms never repeat", killed},
        {"server-immediate", "server stopped as by a crash, and started again",
         "the lease survives, terms never repeat", stoppedImmediately},
        {"server-restart", "server restarted", "the lease survives, terms never repeat", restartedFast},
        {"crash-during-capture", "server killed while candidates capture", "terms never repeat", killedDuringCapture},
        {"server-frozen", "every server process stopped, and continued", "step-down by the deadline", frozen},
        {"no-connections", "all connections of the server taken", "step-down by the deadline, recovery without restart",
         connectionsExhausted},
    };
}

} // namespace Elector::Faults
