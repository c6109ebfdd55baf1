// SPDX-License-Identifier: MIT

// How much one PostgreSQL carries: rows and transitions a second, listeners; and what locks ask of it, by simulation.
#include "electionroom.h"
#include "loadsimulation.h"

#include "session/watchdog_p.h"
#include "sql/leasetable_p.h"
#include "sql/servercheck_p.h"
#include "sql/sqlconnection_p.h"

#include <Elector/schema.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>

#include <atomic>
#include <cstdio>
#include <memory>
#include <thread>
#include <unistd.h>

namespace Elector {

using namespace Qt::StringLiterals;
using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

constexpr int together = 500; ///< rows of a statement

/// A connection as a session has it.
struct Client
{
    explicit Client(ElectionRoom *room)
        : connection(ConnectionParameters::fromString(room->dsn()), watchdog)
        , table(connection, u"public"_s, SchemaLevel::Full)
    {
        ok = !connection.open() && !ServerCheck::configureSession(connection, SessionSettings());
    }
    Watchdog watchdog;
    SqlConnection connection;
    LeaseTable table;
    bool ok = false;
};

/// How often a second `work` is done by so many threads together, each with a connection of its own; it says how much
/// it did at a time, and nothing at all if something failed.
double rate(ElectionRoom *room, int connections, seconds length, const std::function<int(Client &, int)> &work)
{
    std::vector<std::thread> threads;
    std::atomic<qint64> done = 0;
    std::atomic<int> failures = 0;
    std::atomic<bool> over = false;
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < connections; ++i)
        clients.push_back(std::make_unique<Client>(room));
    const auto start = steady_clock::now();
    for (int i = 0; i < connections; ++i)
        threads.emplace_back([&, i] {
            while (!over && clients[std::size_t(i)]->ok) {
                const int count = work(*clients[std::size_t(i)], i);
                done += count;
                if (count == 0 && ++failures > 10)
                    return;
            }
        });
    std::this_thread::sleep_for(length);
    over = true;
    for (std::thread &thread : threads)
        thread.join();
    if (failures > 0)
        std::fprintf(stderr, "scaling: %d times nothing was done\n", failures.load());
    return double(done) / duration<double>(steady_clock::now() - start).count();
}

QString connectionsText(int connections)
{
    return connections == 1 ? u"1 connection"_s : u"%1 connections"_s.arg(connections);
}

/// Locks first + 1 to first + `together`, held by the caller.
std::vector<LeaseTable::Renewal> plant(ElectionRoom *room, int first)
{
    const SqlResult planted = room->exec(
        u"INSERT INTO leader_lease (id, leader_id, expires_at) SELECT i, 'bench#1.' || i, clock_timestamp() + "
        "interval '1 h' FROM generate_series(%1, %2) i RETURNING id, term"_s.arg(first + 1)
            .arg(first + together));
    std::vector<LeaseTable::Renewal> renewals;
    for (const QVariantList &row : planted.rows) {
        const int lock = row.at(0).toInt();
        renewals.push_back({lock, {{u"bench#1.%1"_s.arg(lock), row.at(1).toLongLong()}, 1h, false}});
    }
    return renewals;
}

int countOf(const std::vector<Reply> &replies, Verdict verdict)
{
    return int(std::count_if(replies.cbegin(), replies.cend(),
                             [verdict](const Reply &reply) { return reply.verdict == verdict; }));
}

/// How many locks with so many candidates keep the server busy, if nothing else happens.
double carried(double renewals, double looks, int candidates)
{
    const double interval = duration<double>(ElectorConfig().renewalInterval()).count();
    return interval / (1 / renewals + (candidates - 1) / looks);
}

void measureRows(ElectionRoom *room, Report *report, bool quick)
{
    const seconds length = quick ? 3s : 10s;
    double renewed = 0;
    double looked = 0;
    for (const int connections : {1, 2, 4}) {
        room->newDatabase();
        std::vector<std::vector<LeaseTable::Renewal>> renewals;
        std::vector<std::vector<int>> ids;
        for (int i = 0; i < connections; ++i) {
            renewals.push_back(plant(room, i * together));
            ids.emplace_back();
            for (const auto &renewal : renewals.back())
                ids.back().push_back(renewal.lockId);
        }
        const double renewalRate = rate(room, connections, length, [&](Client &client, int i) {
            return countOf(client.table.renewBatch(renewals[std::size_t(i)]), Verdict::Renewed);
        });
        const double lookRate = rate(room, connections, length, [&](Client &client, int i) {
            return countOf(client.table.readBatch(ids[std::size_t(i)]), Verdict::Read);
        });
        report->add(
            {u"renewals, 500 in a statement, %1"_s.arg(connectionsText(connections)), renewalRate, u"rows/s"_s});
        report->add({u"looks, 500 in a statement, %1"_s.arg(connectionsText(connections)), lookRate, u"rows/s"_s});
        renewed = std::max(renewed, renewalRate);
        looked = std::max(looked, lookRate);
    }
    room->newDatabase();
    std::vector<LeaseTable::Renewal> own;
    for (int i = 0; i < 16; ++i)
        own.push_back(plant(room, i * together).front());
    const double oneRenewed = rate(room, 16, length, [&](Client &client, int i) {
        return client.table.perform({own[std::size_t(i)].lockId, own[std::size_t(i)].what}).verdict == Verdict::Renewed;
    });
    const double oneLooked = rate(room, 16, length, [&](Client &client, int i) {
        return client.table.perform({own[std::size_t(i)].lockId, ReadRequest()}).verdict == Verdict::Read;
    });
    report->add({u"renewals, each a statement, 16 connections"_s, oneRenewed, u"rows/s"_s});
    report->add({u"looks, each a statement, 16 connections"_s, oneLooked, u"rows/s"_s});
    for (const int candidates : {1, 3, 10, 100, 1000}) {
        const QString name = u"locks with %1 candidates that keep the server busy, quiet: "_s.arg(candidates);
        report->add({name + u"500 in a statement"_s, carried(renewed, looked, candidates), u"locks"_s});
        report->add({name + u"each a statement"_s, carried(oneRenewed, oneLooked, candidates), u"locks"_s});
    }
}

/// A release and the capture after it.
int moveOnce(Client &client, int lock)
{
    CaptureRequest bid;
    bid.leaderId = u"mover-%1#1.1"_s.arg(lock);
    bid.lease = 10s;
    const Reply captured = client.table.perform({lock, bid});
    if (captured.verdict != Verdict::Captured)
        return 0;
    const Reply released = client.table.perform({lock, ReleaseRequest{{bid.leaderId, captured.row->term}}});
    return released.verdict == Verdict::Released ? 1 : 0;
}

void measureTransitions(ElectionRoom *room, Report *report, bool quick)
{
    for (const int connections : {1, 2, 4, 16}) {
        room->newDatabase();
        report->add(
            {u"transitions (a release and a capture), %1"_s.arg(connectionsText(connections)),
             rate(room, connections, quick ? 3s : 10s, [](Client &client, int i) { return moveOnce(client, i + 1); }),
             u"1/s"_s});
    }
}

/// Sessions that do nothing but listen, and take what they hear.
class Listeners
{
public:
    Listeners(ElectionRoom *room, int count)
    {
        for (int i = 0; i < count; ++i) {
            m_clients.push_back(std::make_unique<Client>(room));
            m_ok = m_ok && m_clients.back()->ok
                && m_clients.back()->connection.executeScript(u"LISTEN "_s + Schema::channel(u"public"_s)).outcome
                    == Outcome::Answered;
        }
        m_thread = std::thread([this] {
            while (!m_over) {
                for (const auto &client : m_clients)
                    m_heard += qint64(client->connection.takeNotifications().size());
                std::this_thread::sleep_for(20ms);
            }
        });
    }
    ~Listeners()
    {
        m_over = true;
        m_thread.join();
    }
    bool isOk() const { return m_ok; }
    qint64 heard() const { return m_heard; }

private:
    std::vector<std::unique_ptr<Client>> m_clients;
    std::thread m_thread;
    std::atomic<bool> m_over = false;
    std::atomic<qint64> m_heard = 0;
    bool m_ok = true;
};

/// Processor time of the server's processes, in seconds.
double serverProcessor(ElectionRoom *room)
{
    const SqlResult pids = room->exec(u"SELECT pid FROM pg_stat_activity"_s);
    double ticks = 0;
    for (const QVariantList &row : pids.rows) {
        QFile stat(u"/proc/%1/stat"_s.arg(row.at(0).toInt()));
        if (!stat.open(QIODevice::ReadOnly))
            continue;
        const QByteArray text = stat.readAll();
        const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
        ticks += fields.value(11).toDouble() + fields.value(12).toDouble();
    }
    return ticks / double(::sysconf(_SC_CLK_TCK));
}

void measureListeners(ElectionRoom *room, Report *report, bool quick)
{
    for (const int count : quick ? std::vector{0, 20, 100} : std::vector{0, 20, 100, 400}) {
        room->newDatabase();
        const Listeners listeners(room, count);
        if (!listeners.isOk()) {
            std::fprintf(stderr, "scaling: %d sessions could not listen\n", count);
            continue;
        }
        Client mover(room);
        if (!mover.ok)
            continue;
        // At a rate that the machine bears, so that what is compared is the work and not the queue.
        constexpr int transitions = 200;
        const double before = serverProcessor(room);
        for (int i = 0; i < transitions; ++i) {
            if (moveOnce(mover, 1) == 0)
                return;
            std::this_thread::sleep_for(20ms);
        }
        waitUntil([&] { return listeners.heard() >= qint64(count) * transitions; }, 30s);
        const double processor = serverProcessor(room) - before;
        const QString name = u"one transition, %1 sessions listen: "_s.arg(count);
        report->add({name + u"processor of the server"_s, processor / transitions * 1e3, u"ms"_s});
        if (count > 0)
            report->add(
                {name + u"notifications heard by each"_s, double(listeners.heard()) / count / transitions, u""_s});
    }
}

/// What comes on top of the statements of a quiet time.
void addTransition(Report *report, const QString &name, const LoadSimulation::Statements &statements)
{
    report->add({name + u": looks"_s, statements.looks, u"rows"_s});
    report->add({name + u": bids"_s, statements.bids, u"rows"_s});
}

void measureSimulation(ElectionRoom *, Report *report, bool quick)
{
    struct Sample
    {
        int candidates;
        int locks;
        int transitions;
    };
    constexpr double wanted = 100'000; // locks
    for (const Sample &sample : {Sample{10, 200, 4}, Sample{100, 40, 4}, Sample{1000, 4, 4}}) {
        const int locks = quick ? std::max(2, sample.locks / 10) : sample.locks;
        std::fprintf(stderr, "%d candidates…\n", sample.candidates);
        const auto result = LoadSimulation::run(sample.candidates, locks, sample.transitions);
        const QString name = u"%1 candidates a lock"_s.arg(sample.candidates);
        report->add({name + u", 100,000 locks, quiet: looks"_s, result.idle.looks * wanted, u"rows/s"_s});
        report->add({name + u", 100,000 locks, quiet: bids"_s, result.idle.bids * wanted, u"rows/s"_s});
        report->add({name + u", 100,000 locks, quiet: renewals"_s, result.idle.renewals * wanted, u"rows/s"_s});
        addTransition(report, name + u", one release"_s, result.release);
        report->addTimes(name + u", from release() until the next one leads"_s, result.handOvers, {}, {}, {});
        addTransition(report, name + u", one death"_s, result.crash);
        report->addTimes(name + u", beyond the expiry until the next one leads"_s, result.takeOvers, {}, {}, {});
        report->add(
            {name + u", 100,000 locks, the worst second after an outage of 30 s"_s, result.outage * wanted, u"rows"_s});
        report->addTimes(name + u", from the end of the outage until the lock is captured"_s, result.recoveries, {}, {},
                         {});
    }
}

} // namespace

} // namespace Elector

int main(int argc, char **argv)
{
    using namespace Elector;
    QCoreApplication application(argc, argv);
    return runParts({{"rows", measureRows},
                     {"transitions", measureTransitions},
                     {"listeners", measureListeners},
                     {"simulation", measureSimulation}},
                    500);
}
