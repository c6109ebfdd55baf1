// SPDX-License-Identifier: MIT

// How leadership moves: after a release, after a death, and to the first who starts.
#include "barelibpq.h"
#include "electionroom.h"

#include <Elector/leaderelector.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QRandomGenerator>

#include <cstdio>
#include <memory>

namespace Elector {

using namespace Qt::StringLiterals;
using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

using Electors = std::vector<std::unique_ptr<LeaderElector>>;

/// `locks` locks, and for each an elector in each of `nodes` nodes, which have a connection each.
Electors makeFleet(ElectionRoom *room, int locks, int nodes, milliseconds lease)
{
    Electors electors;
    for (int node = 0; node < nodes; ++node) {
        ElectorConfig config = room->config(u"node-%1"_s.arg(node), lease);
        const LeaseConnection connection(config);
        for (int lock = 1; lock <= locks; ++lock) {
            config.setLockId(lock);
            electors.push_back(std::make_unique<LeaderElector>(config, connection));
        }
    }
    return electors;
}

double wallClock()
{
    return duration<double, std::milli>(system_clock::now().time_since_epoch()).count();
}

} // namespace

void measureHandOver(ElectionRoom *room, Report *report, bool quick)
{
    const int wanted = quick ? 200 : 1000;
    // Between hand-overs caches go cold and processors go to sleep, for us as for the reference.
    constexpr milliseconds pause = 100ms;
    const auto bareMedian = [&](milliseconds between) {
        return Report::percentile(BareLibpq::handOvers(room->dsn(), 2, wanted, between), 0.5);
    };
    const double bare = bareMedian(pause);
    const double hot = bareMedian(0ms);
    constexpr int locks = 70;
    constexpr int nodes = 3;
    Electors electors = makeFleet(room, locks, nodes, 10s);
    std::vector<double> times;
    std::vector<std::optional<steady_clock::time_point>> released(locks + 1);
    std::vector<LeaderElector *> leaders(locks + 1);
    for (const auto &elector : electors) {
        QObject::connect(elector.get(), &LeaderElector::leadershipChanged, elector.get(),
                         [&, self = elector.get()](bool leads) {
                             const std::size_t lock = std::size_t(self->config().lockId());
                             if (!leads) {
                                 leaders[lock] = nullptr;
                                 return;
                             }
                             leaders[lock] = self;
                             if (const auto since = std::exchange(released[lock], std::nullopt))
                                 times.push_back(duration<double, std::milli>(steady_clock::now() - *since).count());
                         });
        elector->start();
    }
    waitUntil([&] { return std::count(leaders.begin() + 1, leaders.end(), nullptr) == 0; }, 30s);
    // One release after the other, so that each is measured alone; a lock rests long enough for all to be back.
    QTimer next;
    int turn = 0;
    QObject::connect(&next, &QTimer::timeout, &next, [&] {
        const std::size_t lock = std::size_t(turn++ % locks) + 1;
        if (!leaders[lock] || released[lock])
            return;
        released[lock] = steady_clock::now();
        leaders[lock]->release();
    });
    next.start(pause);
    waitUntil([&] { return int(times.size()) >= wanted; }, quick ? 120s : 500s);
    next.stop();
    report->addTimes(u"hand-over after release(), 3 nodes (reference: bare libpq)"_s, times, bare, 1.5 * bare, 20.0);
    report->add({u"bare libpq, one hand-over right after the other, median of %1"_s.arg(wanted), hot, u"ms"_s, {}, {}});
}

void measureTakeOver(ElectionRoom *room, Report *report, bool quick)
{
    const int locks = quick ? 250 : 1000;
    Electors electors = makeFleet(room, locks, 3, 10s);
    // Rows of holders that are dead, as a SIGKILL leaves them.
    const SqlResult planted = room->exec(
        u"INSERT INTO leader_lease (id, leader_id, expires_at) SELECT i, 'dead#1.' || i, clock_timestamp() + interval "
        "'6 s' + random() * interval '%1 s' FROM generate_series(1, %2) i "
        "RETURNING id, extract(epoch FROM expires_at) * 1000"_s.arg(quick ? 20 : 60)
            .arg(locks));
    std::vector<double> expiries(std::size_t(locks) + 1);
    for (const QVariantList &row : planted.rows)
        expiries[row.at(0).toUInt()] = row.at(1).toDouble();
    std::vector<double> times;
    for (const auto &elector : electors) {
        QObject::connect(elector.get(), &LeaderElector::leadershipChanged, elector.get(),
                         [&, lock = std::size_t(elector->config().lockId())](bool leads) {
                             if (leads)
                                 times.push_back(wallClock() - expiries[lock]);
                         });
        elector->start();
    }
    waitUntil([&] { return int(times.size()) >= locks; }, quick ? 60s : 120s);
    report->addTimes(u"take-over from a dead leader, beyond the row's expiry"_s, times, {}, {}, 50.0);
}

void measureStart(ElectionRoom *room, Report *report, bool quick)
{
    const int rounds = quick ? 200 : 500;
    const double bare = Report::percentile(BareLibpq::starts(room->dsn(), rounds), 0.5);
    std::vector<double> times;
    for (int round = 1; round <= rounds; ++round) {
        ElectorConfig config = room->config(u"starter"_s, 10s);
        config.setLockId(round);
        LeaderElector elector(config);
        QEventLoop loop;
        QObject::connect(&elector, &LeaderElector::leadershipChanged, &loop, &QEventLoop::quit);
        QElapsedTimer timer;
        timer.start();
        elector.start();
        loop.exec();
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    report->addTimes(u"start() until leading a free lock (reference: libpq, connect and one INSERT)"_s, times, bare,
                     1.5 * bare, {});
}

} // namespace Elector
