// SPDX-License-Identifier: MIT

// A thousand candidates for one lock: 20 processes with a connection each, and 50 electors on it.
#include "electionroom.h"

#include <Elector/leaderelector.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QProcess>
#include <QtCore/QSocketNotifier>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <numeric>
#include <unistd.h>

namespace Elector {

using namespace Qt::StringLiterals;
using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

constexpr int processes = 20;
constexpr int electorsEach = 50;

qint64 now()
{
    return steady_clock::now().time_since_epoch().count();
}

/// Process that writes "ready" when its electors wait or lead, "led NANOSECONDS" when one begins to lead, and after
/// "release" on its standard input "released NANOSECONDS" with the moment before, if one of its electors led.
class Member
{
public:
    Member(const QString &dsn, int index)
    {
        QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process, [this] { read(); });
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(),
                        {u"--crowd-member"_s, dsn, u"member-%1"_s.arg(index), QString::number(electorsEach)});
    }
    ~Member()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(10'000))
            m_process.kill();
        m_process.waitForFinished();
    }
    void release() { m_process.write("release\n"); }
    bool isReady() const { return m_ready; }
    bool leads() const { return m_led > m_released; }
    qint64 led() const { return m_led; }
    qint64 released() const { return m_released; }

private:
    void read()
    {
        while (m_process.canReadLine()) {
            const QByteArray line = m_process.readLine().trimmed();
            const qint64 at = line.mid(line.indexOf(' ') + 1).toLongLong();
            m_ready = m_ready || line == "ready";
            if (line.startsWith("led "))
                m_led = at;
            else if (line.startsWith("released "))
                m_released = at;
        }
    }

    QProcess m_process;
    bool m_ready = false;
    qint64 m_led = 0;
    qint64 m_released = 0;
};

/// Statements that the nodes have sent since the last reset: those that only read, bids, and all others that write.
struct Statements
{
    double reads = 0;
    double bids = 0;
    double otherWrites = 0;
};

void forget(ElectionRoom *room)
{
    room->exec(u"SELECT pg_stat_statements_reset()"_s);
}

Statements sent(ElectionRoom *room)
{
    const SqlResult result = room->exec(
        u"SELECT coalesce(sum(calls) FILTER (WHERE NOT query ~* 'insert into|update|delete'), 0)::float8, "
        "coalesce(sum(calls) FILTER (WHERE query ~* 'insert into'), 0)::float8, "
        "coalesce(sum(calls) FILTER (WHERE query ~* 'update|delete' AND NOT query ~* 'insert into'), 0)::float8 "
        "FROM pg_stat_statements WHERE toplevel AND query ~ 'leader_lease' AND query !~ 'pg_stat_statements'"_s);
    const QVariantList row = result.rows.value(0);
    return {row.value(0).toDouble(), row.value(1).toDouble(), row.value(2).toDouble()};
}

} // namespace

int crowdMember(const QString &dsn, const QString &instanceId, int count)
{
    ElectorConfig config;
    config.setConnection(ConnectionParameters::fromString(dsn));
    config.setInstanceId(instanceId);
    const LeaseConnection connection(config);
    std::vector<std::unique_ptr<LeaderElector>> electors;
    int settled = 0;
    for (int i = 0; i < count; ++i) {
        electors.push_back(std::make_unique<LeaderElector>(config, connection));
        LeaderElector *elector = electors.back().get();
        QObject::connect(elector, &LeaderElector::leadershipChanged, elector, [](bool leads) {
            if (leads)
                std::printf("led %lld\n", static_cast<long long>(now()));
            std::fflush(stdout);
        });
        QObject::connect(elector, &LeaderElector::stateChanged, elector, [&, seen = false](ElectorState state) mutable {
            if (!seen && (state == ElectorState::Waiting || state == ElectorState::Leading)) {
                seen = true;
                if (++settled == count)
                    std::puts("ready");
                std::fflush(stdout);
            }
        });
        elector->start();
    }
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &input, [&] {
        char bytes[256];
        if (::read(STDIN_FILENO, bytes, sizeof bytes) <= 0)
            return QCoreApplication::quit();
        for (const auto &elector : electors) {
            if (!elector->isLeader())
                continue;
            std::printf("released %lld\n", static_cast<long long>(now()));
            std::fflush(stdout);
            elector->release();
        }
    });
    return QCoreApplication::exec();
}

void measureCrowd(ElectionRoom *, Report *report, bool quick)
{
    ElectionRoom room;
    if (!room.start(60, {u"shared_preload_libraries=pg_stat_statements"_s}) || !room.newDatabase()
        || !room.exec(u"CREATE EXTENSION pg_stat_statements"_s)) {
        std::fprintf(stderr, "election: no crowd: %s\n", qPrintable(room.errorString()));
        return;
    }
    std::vector<std::unique_ptr<Member>> members;
    for (int i = 0; i < processes; ++i)
        members.push_back(std::make_unique<Member>(room.dsn(), i));
    const auto leader = [&]() -> Member * {
        const auto found = std::find_if(members.begin(), members.end(), [](const auto &each) { return each->leads(); });
        return found == members.end() ? nullptr : found->get();
    };
    waitUntil(
        [&] {
            return leader() && std::all_of(members.begin(), members.end(), [](const auto &m) { return m->isReady(); });
        },
        60s);
    waitUntil({}, 3s);

    const auto length = quick ? 10s : 60s;
    const double intervals = 60.0 / 3 * double(length.count()) / 60; // of 3 s, the default
    forget(&room);
    waitUntil({}, length);
    const Statements idle = sent(&room);
    const QString name = u"%1 candidates, %2 connections: "_s.arg(processes * electorsEach).arg(processes);
    report->add({name + u"reads of one connection in a renewalInterval, idle"_s,
                 idle.reads / processes / intervals,
                 u""_s,
                 {},
                 1.0});
    report->add({name + u"statements a second, idle"_s,
                 (idle.reads + idle.bids + idle.otherWrites) / double(length.count()),
                 u"1/s"_s,
                 {},
                 {}});
    report->add({name + u"bids while idle"_s, idle.bids, u""_s, {}, 0.0});

    std::vector<double> times;
    std::vector<double> bids;
    const int rounds = quick ? 60 : 200;
    for (int round = 0; round < rounds; ++round) {
        Member *old = leader();
        if (!old)
            break;
        const qint64 before = old->released();
        forget(&room);
        old->release();
        // The winner may be another elector of the same process.
        if (!waitUntil([&] { return old->released() > before && leader() && leader()->led() > old->released(); }, 20s))
            break;
        times.push_back(double(leader()->led() - old->released()) / 1e6);
        waitUntil({}, 300ms);
        bids.push_back(sent(&room).bids);
    }
    report->addTimes(name + u"from release() until the winner leads"_s, times, {}, 50.0, {});
    report->add({name + u"share that bids after a release, mean"_s,
                 std::accumulate(bids.begin(), bids.end(), 0.0) / double(std::max<std::size_t>(1, bids.size()))
                     / processes / electorsEach * 100,
                 u"%"_s,
                 {},
                 3.0});
}

} // namespace Elector
