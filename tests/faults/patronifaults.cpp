// SPDX-License-Identifier: MIT
// What happens to a PostgreSQL of several members that Patroni keeps, and to Patroni itself.
#include "faults/patronicluster.h"
#include "faults/scenario.h"

#include <QtCore/QFile>

namespace Elector::Faults {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr int plays = 10; // each takes half a minute

FaultRoom::Options roomOfPatroni()
{
    FaultRoom::Options options;
    options.ground = PatroniCluster::shared();
    return options;
}

int anotherMember(FaultRoom &room, int member)
{
    const int count = room.ground<PatroniCluster>().count();
    return (member + room.random(1, count - 1)) % count;
}

/// Without a primary everybody steps down by the deadline, and nobody leads until there is one again.
void nobodyLeadsWithoutPrimary(FaultRoom &room, int holder)
{
    auto &cluster = room.ground<PatroniCluster>();
    room.waitFor([&] { return !room.node(holder).belief(); }, u"the holder to step down"_s);
    FaultRoom::sleep(std::chrono::milliseconds(room.random(0, 2000)));
    const int leader = room.leader();
    FaultRoom::expect(leader < 0 || cluster.primary() >= 0, u"nobody leads without a primary"_s);
}

/// There is a primary on a higher timeline: from now on it is counted how long it takes until somebody leads, by what
/// the new primary knows, and not before the longest lease in use had run out there.
void recoverOn(FaultRoom &room, int primary, qint64 timelineBefore, const QString &fault)
{
    auto &cluster = room.ground<PatroniCluster>();
    FaultRoom::expect(cluster.timeline(primary) > timelineBefore, u"the new primary is on a new timeline"_s);
    room.bit();
    room.recover(fault);
    room.waitFor(
        [&] { return room.value(u"SELECT count(*) FROM leader_lease WHERE expires_at > clock_timestamp()"_s) == 1; },
        u"a lease at the new primary"_s);
    const SqlResult early = room.sql(
        u"SELECT h.leader_id FROM leader_lease_history h LEFT JOIN leader_lease_server s ON s.timeline = h.term >> 42"
        " WHERE h.event = 'captured' AND h.term >> 42 = %1 AND (s.timeline IS NULL OR h.at < s.since"
        " + interval '1 millisecond' * (SELECT max(max_lease_ms) FROM leader_lease_lock))"_s.arg(
            cluster.timeline(primary)));
    FaultRoom::expect(early.ok, early.error);
    for (const QVariantList &row : early.rows)
        room.complain(u"rule 17: %1 captured while the new primary had to hold off"_s.arg(row[0].toString()));
}

/// So that terms from before and after can be compared where the effect happens.
void writesGoOn(FaultRoom &room)
{
    const Stamp from = FaultRoom::now();
    const int client = room.leadingClient();
    room.waitFor([&] { return room.node(client).wrote("wrote", from) != 0; }, u"a guarded write at the new primary"_s);
}

void switchedOver(FaultRoom &room)
{
    auto &cluster = room.ground<PatroniCluster>();
    room.waitForLeader();
    const int from = cluster.waitForPrimary();
    const qint64 before = cluster.timeline(from);
    const int to = anotherMember(room, from);
    cluster.switchOver(from, to);
    FaultRoom::expect(cluster.waitForPrimary(from) == to, u"%1 becomes the primary"_s.arg(cluster.name(to)));
    recoverOn(room, to, before, u"a switch-over"_s);
    cluster.waitForStandbys();
    writesGoOn(room);
}

/// Nobody else has been told: the others wait until the leader's key in etcd has run out.
void primaryKilled(FaultRoom &room)
{
    auto &cluster = room.ground<PatroniCluster>();
    const int holder = room.waitForLeader();
    const int from = cluster.waitForPrimary();
    const qint64 before = cluster.timeline(from);
    cluster.kill(from);
    nobodyLeadsWithoutPrimary(room, holder);
    recoverOn(room, cluster.waitForPrimary(from), before, u"the death of the primary"_s);
    cluster.startAgain(from);
    cluster.waitForStandbys();
    writesGoOn(room);
}

/// How often a node has said in this life that the database answers again.
qsizetype recoveries(const FaultNode &node)
{
    if (node.kind() == FaultNode::Kind::Client)
        return node.written().count(" recovered\n");
    QFile log(node.log());
    return log.open(QIODevice::ReadOnly) ? log.readAll().count("The database answers again.") : 0;
}

/// Whoever has not met the new primary could not know that the old one is old: that is not promised.
void everybodyMeetsTheNewPrimary(FaultRoom &room, const std::vector<qsizetype> &before)
{
    for (int i = 0; i < room.count(); ++i)
        room.waitFor([&] { return recoveries(room.node(i)) > before[i]; },
                     room.node(i).name() + u" to meet the new primary"_s);
}

/// Whoever knows of the new primary refuses the old one, and goes on to the next server of its list.
void meetTheOldPrimary(FaultRoom &room, int old)
{
    const int node = old; // each has another server first in its list
    const Stamp from = FaultRoom::now();
    const SqlResult ended
        = room.sql(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'elector %'"_s);
    FaultRoom::expect(ended.ok, ended.error);
    room.waitFor([&] { return room.node(node).said("error This server is an old primary", from) != 0; },
                 room.node(node).name() + u" to refuse the old primary"_s);
    room.bit();
    room.waitFor([&] { return !room.backends(node).isEmpty(); },
                 room.node(node).name() + u" to find the new primary beside the old one"_s);
    room.recover(u"the return of an old primary"_s);
}

/// Who has once refused a server tries it last from then on: only a new process is sure to meet it again.
void startAnew(FaultRoom &room, int node)
{
    FaultRoom::expect(room.node(node).start(), u"it starts again"_s);
    room.waitFor([&] { return room.node(node).said("is Waiting") != 0 || room.node(node).said("is Leading") != 0; },
                 room.node(node).name() + u" to take part"_s);
}

/// The old primary does not know that it has been replaced. It goes on without its Patroni for a while, so that two
/// take writes, as it would be if Patroni had crashed.
void primaryStopped(FaultRoom &room)
{
    auto &cluster = room.ground<PatroniCluster>();
    const int from = cluster.waitForPrimary();
    startAnew(room, from);
    const int holder = room.waitForLeader();
    const qint64 before = cluster.timeline(from);
    std::vector<qsizetype> said;
    said.reserve(static_cast<std::size_t>(room.count()));
    for (int i = 0; i < room.count(); ++i)
        said.push_back(recoveries(room.node(i)));
    cluster.stop(from);
    nobodyLeadsWithoutPrimary(room, holder);
    const int to = cluster.waitForPrimary(from);
    recoverOn(room, to, before, u"a primary that stands still"_s);
    everybodyMeetsTheNewPrimary(room, said);
    const Stamp resumed = FaultRoom::now();
    cluster.resume(from, PatroniCluster::Server);
    FaultRoom::expect(cluster.timeline(from) == before && cluster.primary() == to, u"two servers take writes"_s);
    meetTheOldPrimary(room, from);
    cluster.resume(from, PatroniCluster::Patroni);
    cluster.waitForStandbys();
    FaultRoom::expect(cluster.timeline(from) == 0, u"the old primary has become a standby"_s);
    Records records;
    for (int i = 0; i < room.count(); ++i)
        room.node(i).collect(records);
    for (const Belief &belief : std::as_const(records.beliefs)) {
        if (belief.begin > resumed && belief.term >> 42 <= before)
            room.complain(u"rule 17: %1 was elected on the old primary"_s.arg(belief.leaderId));
    }
    writesGoOn(room);
}

/// No member may be the primary without it.
void storeGone(FaultRoom &room)
{
    auto &cluster = room.ground<PatroniCluster>();
    const int holder = room.waitForLeader();
    const qint64 before = cluster.timeline(cluster.waitForPrimary());
    cluster.killStore();
    cluster.waitForNoPrimary();
    nobodyLeadsWithoutPrimary(room, holder);
    FaultRoom::expect(cluster.primary() < 0, u"no member takes writes without etcd"_s);
    cluster.startStore();
    recoverOn(room, cluster.waitForPrimary(), before, u"an etcd that was gone"_s);
    cluster.waitForStandbys();
    writesGoOn(room);
}

Scenario scenario(const char *name, const char *fault, const char *expected, void (*play)(FaultRoom &), int bites)
{
    return {name, fault, expected, play, roomOfPatroni, false, {2, 2, bites}, plays};
}

} // namespace

QList<Scenario> patroniFaults()
{
    return {
        scenario("patroni-switchover", "switch-over by Patroni",
                 "nobody captures before the longest lease has run out on the new primary, terms rise", switchedOver,
                 1),
        scenario("patroni-killed", "primary killed together with its Patroni",
                 "step-down by the deadline, then as after a switch-over", primaryKilled, 1),
        scenario("patroni-stopped",
                 "primary stopped together with its Patroni until another one had taken over, and continued before its "
                 "Patroni",
                 "step-down by the deadline; the old primary is refused, and those beside it are found", primaryStopped,
                 2),
        scenario("patroni-no-store", "etcd of Patroni killed, and started again",
                 "step-down by the deadline, nobody leads before there is a primary again", storeGone, 1),
    };
}

} // namespace Elector::Faults
