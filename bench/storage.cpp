// SPDX-License-Identifier: MIT

// What renewals leave behind on the server's disk, beside what those of nest-leader-election leave on a table of its
// own.
#include "electionroom.h"

#include "session/watchdog_p.h"
#include "sql/leasetable_p.h"
#include "sql/servercheck_p.h"
#include "sql/sqlconnection_p.h"

#include <cstdio>

namespace Elector {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Left
{
    double walBytes = 0; ///< of one renewal
    double hotShare = 0; ///< of the renewals that touched no index
};

/// Runs `renewals` renewals, which `work` makes, between two looks at the server.
template <typename Work> Left whatIsLeft(ElectionRoom *room, int renewals, Work work)
{
    room->exec(u"CHECKPOINT"_s);
    const QString before = room->exec(u"SELECT pg_current_wal_insert_lsn()"_s).value().toString();
    const QString counters
        = u"SELECT n_tup_hot_upd::float8 / greatest(n_tup_upd, 1) FROM pg_stat_user_tables WHERE relname = 'leader_lease'"_s;
    work();
    const double bytes = room->exec(u"SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '%1')::float8"_s.arg(before))
                             .value()
                             .toDouble();
    waitUntil({}, 2s); // the counters are told late
    return {bytes / renewals, room->exec(counters).value().toDouble()};
}

Left ours(ElectionRoom *room, int renewals)
{
    Watchdog watchdog;
    SqlConnection connection(ConnectionParameters::fromString(room->dsn()), watchdog);
    if (connection.open() || ServerCheck::configureSession(connection, SessionSettings()))
        return {};
    LeaseTable table(connection, u"public"_s, SchemaLevel::Full);
    CaptureRequest bid;
    bid.leaderId = u"bench#1.1"_s;
    bid.lease = 10s;
    const Reply captured = table.perform({1, bid});
    if (captured.verdict != Verdict::Captured)
        return {};
    const RenewRequest renewal{{captured.row->leaderId, captured.row->term}, 10s, false};
    return whatIsLeft(room, renewals, [&] {
        for (int i = 0; i < renewals; ++i)
            table.perform({1, renewal});
    });
}

Left thePackages(ElectionRoom *room, int renewals)
{
    // Its statement, with its lease of 15 s.
    const QString renewal
        = u"BEGIN; INSERT INTO public.\"leader_lease\"(\"id\", \"leader_id\", \"expires_at\", \"created_at\") "
          "VALUES (1, 'abc123', NOW() + INTERVAL '15000 ms', DEFAULT) "
          "ON CONFLICT (\"id\") DO UPDATE SET \"expires_at\" = EXCLUDED.\"expires_at\" "
          "WHERE public.\"leader_lease\".id = EXCLUDED.id AND public.\"leader_lease\".leader_id = EXCLUDED.leader_id; COMMIT"_s;
    room->exec(renewal);
    return whatIsLeft(room, renewals, [&] {
        for (int i = 0; i < renewals; ++i)
            room->exec(renewal);
    });
}

/// Renews 1,000 locks `rounds` times, and says by how many KiB the indexes grew.
double indexGrowth(ElectionRoom *room, int rounds)
{
    const QString size = u"SELECT sum(pg_relation_size(indexrelid)) / 1024.0 FROM pg_index "
                         "WHERE indrelid = 'leader_lease'::regclass"_s;
    room->exec(
        u"INSERT INTO leader_lease (id, leader_id, expires_at, created_at) SELECT i, 'bench#1.' || i, "
        "clock_timestamp() + interval '1 h', clock_timestamp() FROM generate_series(1, 1000) i ON CONFLICT DO NOTHING"_s);
    const double before = room->exec(size).value().toDouble();
    room->exec(u"DO $$ BEGIN FOR i IN 1..%1 LOOP UPDATE leader_lease SET expires_at = clock_timestamp() + interval '1 "
               u"h'; COMMIT; "
               "END LOOP; END $$"_s.arg(rounds));
    return room->exec(size).value().toDouble() - before;
}

void measureOn(ElectionRoom *room, Report *report, bool quick)
{
    const int renewals = quick ? 3'000 : 20'000;
    const int rounds = quick ? 100 : 1'000;
    const QString name = u"PostgreSQL %1: "_s.arg(room->majorVersion());
    if (!room->newDatabase(SchemaLevel::Plain))
        return;
    const Left reference = thePackages(room, renewals);
    const double packageGrowth = indexGrowth(room, rounds);
    if (!room->newDatabase())
        return;
    const Left left = ours(room, renewals);
    const double growth = indexGrowth(room, rounds);
    const bool brin = room->majorVersion() >= 16;
    report->add({name + u"WAL of one renewal (reference: nest-leader-election's statement on its own table)"_s,
                 left.walBytes, u"bytes"_s, reference.walBytes, (brin ? 0.6 : 1.0) * reference.walBytes});
    report->add({name + u"renewals that touch no index (HOT; reference: as above)"_s,
                 left.hotShare * 100,
                 u"%"_s,
                 reference.hotShare * 100,
                 {}});
    const QString grown
        = u"growth of the indexes in %L1 renewals of 1,000 locks (reference: as above)"_s.arg(rounds * 1000);
    report->add(
        {name + grown, growth, u"KiB"_s, packageGrowth, brin ? std::optional(0.0) : std::optional(packageGrowth)});
}

} // namespace

void measureStorage(ElectionRoom *room, Report *report, bool quick)
{
    measureOn(room, report, quick);
    const QString newer = qEnvironmentVariable("ELECTOR_BENCH_POSTGRES");
    ElectionRoom other;
    if (newer.isEmpty())
        std::fputs("election: no newer PostgreSQL to measure on (ELECTOR_BENCH_POSTGRES)\n", stderr);
    else if (other.start(20, {}, newer))
        measureOn(&other, report, quick);
    else
        std::fprintf(stderr, "election: %s\n", qPrintable(other.errorString()));
}

} // namespace Elector
