// SPDX-License-Identifier: MIT

// What is done all the time: a renewal, and asking whether one leads.
#include "electionroom.h"

#include "elector/leadership_p.h"
#include "session/watchdog_p.h"
#include "sql/leasetable_p.h"
#include "sql/servercheck_p.h"
#include "sql/sqlconnection_p.h"
#include "sql/sqltext_p.h"
#include "sql/tenureproof_p.h"

#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryFile>

#include <algorithm>
#include <ctime>
#include <numeric>
#include <thread>

namespace Elector {

using namespace Qt::StringLiterals;
using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

/// Milliseconds that pgbench takes for `statement`, in which `:name` stands for one of `values`.
double pgbenchLatency(ElectionRoom *room, const QString &statement, const QStringList &values, int seconds)
{
    QTemporaryFile script;
    if (!script.open())
        return 0;
    script.write(statement.toUtf8() + ";\n");
    script.flush();
    QStringList arguments{u"-n"_s, u"-M"_s,          u"prepared"_s, u"-c"_s, u"1"_s, u"-T"_s, QString::number(seconds),
                          u"-f"_s, script.fileName()};
    for (const QString &value : values)
        arguments << u"-D"_s << value;
    QProcess pgbench;
    pgbench.start(u"pgbench"_s, arguments << room->dsn());
    pgbench.waitForFinished(-1);
    static const QRegularExpression latency(u"latency average = ([0-9.]+) ms"_s);
    return latency.match(QString::fromUtf8(pgbench.readAllStandardOutput())).captured(1).toDouble();
}

/// What nobody can do without who renews the lease in a row.
double bareUpdateLatency(ElectionRoom *room, const RenewRequest &renewal, int seconds)
{
    return pgbenchLatency(
        room,
        u"UPDATE leader_lease SET expires_at = clock_timestamp() + interval '10 s', lease_ms = 10000, "
        "renewals = renewals + 1 WHERE id = 1 AND leader_id = '%1' AND expires_at > clock_timestamp()"_s.arg(
            renewal.key.leaderId),
        {}, seconds);
}

/// The statement that a session of ours sends.
double ownUpdateLatency(ElectionRoom *room, const RenewRequest &renewal, int seconds)
{
    QString statement = SqlText::statement(u"renew"_s, u"public"_s, SchemaLevel::Full);
    const QStringList names{u"lock"_s, u"leader"_s, u"term"_s, u"span"_s};
    for (qsizetype i = 0; i < names.size(); ++i)
        statement.replace(u"$%1"_s.arg(i + 1), u':' + names[i]);
    const QStringList values{u"1"_s, renewal.key.leaderId, QString::number(*renewal.key.term), u"10000"_s};
    QStringList definitions;
    for (qsizetype i = 0; i < names.size(); ++i)
        definitions << names[i] + u'=' + values[i];
    return pgbenchLatency(room, statement, definitions, seconds);
}

template <typename Call> double nanoseconds(int threads, Call call)
{
    constexpr int rounds = 250'000;
    const auto start = steady_clock::now();
    std::vector<std::thread> all;
    for (int i = 0; i < threads; ++i)
        all.emplace_back([&call] {
            for (int round = 0; round < rounds; ++round)
                call();
        });
    for (std::thread &thread : all)
        thread.join();
    const double cores = std::min(double(threads), double(std::thread::hardware_concurrency()));
    return duration<double, std::nano>(steady_clock::now() - start).count() / rounds / threads * cores;
}

} // namespace

void measureRenewal(ElectionRoom *room, Report *report, bool quick)
{
    Watchdog watchdog;
    SqlConnection connection(ConnectionParameters::fromString(room->dsn()), watchdog);
    if (connection.open() || ServerCheck::configureSession(connection, SessionSettings()))
        return;
    LeaseTable table(connection, u"public"_s, SchemaLevel::Full);
    LeaseTable strictly(connection, u"public"_s, SchemaLevel::Full, LeaseTable::Gate::AdvisoryLock,
                        LeaseTable::Access::Functions);
    CaptureRequest bid;
    bid.leaderId = u"bench#%1.1"_s.arg(TenureProof::newIncarnation());
    bid.lease = 10s;
    const Reply captured = table.perform({1, bid});
    if (captured.verdict != Verdict::Captured)
        return;
    const RenewRequest renewal{{captured.row->leaderId, captured.row->term}, 10s, false};
    // In turns, for the machine may get slower or faster meanwhile.
    const int rounds = quick ? 4 : 10;
    constexpr int seconds = 1;
    std::vector<double> times;
    std::vector<double> strictTimes;
    const auto renewFor = [&](LeaseTable *way, std::vector<double> *taken) {
        const auto end = steady_clock::now() + std::chrono::seconds(seconds);
        while (steady_clock::now() < end) {
            const Reply reply = way->perform({1, renewal});
            if (reply.verdict != Verdict::Renewed)
                return false;
            taken->push_back(duration<double, std::milli>(reply.receivedAt - reply.sentAt).count());
        }
        return true;
    };
    double own = 0;
    double bare = 0;
    for (int round = 0; round < rounds; ++round) {
        own += ownUpdateLatency(room, renewal, seconds) / rounds;
        if (!renewFor(&table, &times) || !renewFor(&strictly, &strictTimes))
            return;
        bare += bareUpdateLatency(room, renewal, seconds) / rounds;
    }
    const auto meanOf = [](const std::vector<double> &all) {
        return std::accumulate(all.begin(), all.end(), 0.0) / double(all.size());
    };
    const double mean = meanOf(times);
    report->add({u"one renewal, mean (reference: pgbench with the same UPDATE)"_s, mean, u"ms"_s, own, 1.15 * own});
    report->add(
        {u"one renewal, mean (reference: pgbench with a bare UPDATE, no row locked first)"_s, mean, u"ms"_s, bare, {}});
    report->add({u"one renewal, strict, mean (reference: not strict)"_s, meanOf(strictTimes), u"ms"_s, mean, {}});
    report->add({u"one renewal, 99th percentile"_s, Report::percentile(times, 0.99), u"ms"_s, {}, {}});
}

namespace {

void measureBatchesOf(std::size_t together, ElectionRoom *room, Report *report, bool quick)
{
    constexpr int rows = 10'000;
    if (!room->newDatabase())
        return;
    Watchdog watchdog;
    SqlConnection connection(ConnectionParameters::fromString(room->dsn()), watchdog);
    if (connection.open() || ServerCheck::configureSession(connection, SessionSettings()))
        return;
    const SqlResult planted = room->exec(
        u"INSERT INTO leader_lease (id, leader_id, expires_at, created_at) SELECT i, 'bench#1.' || i, "
        "clock_timestamp() + interval '1 h', clock_timestamp() FROM generate_series(1, %1) i RETURNING id, term"_s.arg(
            rows));
    LeaseTable table(connection, u"public"_s, SchemaLevel::Full);
    std::vector<std::vector<LeaseTable::Renewal>> batches;
    for (const QVariantList &row : planted.rows) {
        if (batches.empty() || batches.back().size() == together)
            batches.emplace_back();
        const int lock = row.at(0).toInt();
        batches.back().push_back({lock, {{u"bench#1.%1"_s.arg(lock), row.at(1).toLongLong()}, 1h, false}});
    }
    const QString bare
        = u"UPDATE public.leader_lease l SET expires_at = clock_timestamp() + interval '1 h', lease_ms = 3600000, "
          "renewals = renewals + 1 FROM unnest((SELECT array_agg(i) FROM generate_series(1, %1) i)) AS want(id) "
          "WHERE l.id = want.id AND l.expires_at > clock_timestamp()"_s.arg(rows);
    double reference = 0;
    double ours = 0;
    // In turns, for the table grows and the machine changes.
    const int rounds = quick ? 5 : 20;
    for (int round = 0; round < rounds; ++round) {
        const auto start = steady_clock::now();
        if (connection.execute(bare).outcome != Outcome::Answered) // prepared, as ours
            return;
        const auto middle = steady_clock::now();
        std::ptrdiff_t renewed = 0;
        for (const auto &batch : batches) {
            const std::vector<Reply> replies = table.renewBatch(batch);
            renewed += std::count_if(replies.begin(), replies.end(),
                                     [](const Reply &reply) { return reply.verdict == Verdict::Renewed; });
        }
        if (renewed != rows)
            return;
        reference += duration<double>(middle - start).count();
        ours += duration<double>(steady_clock::now() - middle).count();
    }
    report->add(
        {u"10,000 renewals on one connection, %L1 in a statement (reference: one UPDATE … FROM unnest)"_s.arg(together),
         rows * rounds / ours, u"rows/s"_s, rows * rounds / reference, 0.6 * rows * rounds / reference, true});
}

} // namespace

void measureBatches(ElectionRoom *room, Report *report, bool quick)
{
    // As many as a session sends together at most, and fewer.
    measureBatchesOf(10'000, room, report, quick);
    measureBatchesOf(500, room, report, quick);
}

void measureIsLeader(ElectionRoom *, Report *report, bool)
{
    Leadership leadership([] {});
    leadership.gain({u"bench#1.1"_s, 1}, BootClock::now() + 1h);
    std::atomic<int> sink{0};
    for (const int threads : {1, 8}) {
        double clock = 0;
        double ours = 0;
        // In short turns, for a neighbour of this machine's comes and goes.
        constexpr int turns = 40;
        for (int turn = 0; turn < turns; ++turn) {
            clock += nanoseconds(threads, [&] {
                timespec time{};
                ::clock_gettime(CLOCK_BOOTTIME, &time);
                if (time.tv_nsec < 0)
                    ++sink;
            });
            ours += nanoseconds(threads, [&] {
                if (!leadership.isLeader(BootClock::now()))
                    ++sink;
            });
        }
        clock /= turns;
        ours /= turns;
        report->add({u"isLeader(), %1 thread(s) (reference: clock_gettime(CLOCK_BOOTTIME))"_s.arg(threads), ours,
                     u"ns"_s, clock, 1.15 * clock});
    }
}

} // namespace Elector
