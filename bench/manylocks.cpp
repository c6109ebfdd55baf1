// SPDX-License-Identifier: MIT

// Many electors of one process on one connection.
#include "electionroom.h"

#include <Elector/leaderelector.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <malloc.h>
#include <memory>

namespace Elector {

using namespace Qt::StringLiterals;
using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

double processorMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

double residentKiB()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').value(1).toDouble();
    }
    return 0;
}

/// What malloc() has given out, in all threads.
double heapKiB()
{
    const struct mallinfo2 info = mallinfo2();
    return double(info.uordblks + info.hblkhd) / 1024;
}

void measureLocks(ElectionRoom *room, Report *report, int locks, milliseconds length)
{
    std::fprintf(stderr, "%d locks…\n", locks);
    room->newDatabase();
    ElectorConfig config = room->config(u"many"_s, 10s);
    const LeaseConnection connection(config);
    const double memoryBefore = residentKiB();
    const double heapBefore = heapKiB();
    std::vector<std::unique_ptr<LeaderElector>> electors;
    electors.reserve(std::size_t(locks));
    int leading = 0;
    int lost = 0;
    bool over = false;
    for (int lock = 1; lock <= locks; ++lock) {
        config.setLockId(lock);
        electors.push_back(std::make_unique<LeaderElector>(config, connection));
        QObject::connect(electors.back().get(), &LeaderElector::leadershipChanged, electors.back().get(),
                         [&](bool leads) {
                             leading += leads ? 1 : -1;
                             lost += leads || over ? 0 : 1;
                         });
    }
    QElapsedTimer timer;
    timer.start();
    for (const auto &elector : electors)
        elector->start();
    waitUntil([&] { return leading == locks; }, 120s);
    const QString name = u"%1 locks on one connection: "_s.arg(locks);
    report->add({name + u"until all are led"_s, double(timer.elapsed()), u"ms"_s, {}, {}});
    report->add({name + u"led"_s, double(leading), u"locks"_s, {}, double(locks), true});
    const double memory = (residentKiB() - memoryBefore) / locks;
    const double heap = (heapKiB() - heapBefore) / locks;
    lost = 0;
    const qint64 renewedBefore = room->exec(u"SELECT sum(renewals) FROM leader_lease"_s).value().toLongLong();
    const double processorBefore = processorMilliseconds();
    timer.restart();
    waitUntil({}, length);
    const double elapsed = double(timer.elapsed());
    const double processor = processorMilliseconds() - processorBefore;
    const qint64 renewals
        = room->exec(u"SELECT sum(renewals) FROM leader_lease"_s).value().toLongLong() - renewedBefore;
    report->add(
        {name + u"lost in %1 s"_s.arg(duration_cast<seconds>(length).count()), double(lost), u"locks"_s, {}, 0.0});
    report->add({name + u"renewals a second"_s, double(renewals) / elapsed * 1e3, u"rows"_s, {}, {}});
    report->add({name + u"processor for one lock"_s, processor / elapsed / locks * 1e6, u"µs/s"_s, {}, {}});
    if (locks >= 1000) {
        report->add({name + u"resident memory of one"_s, memory, u"KiB"_s, {}, 2.0});
        report->add({name + u"of that, what malloc() has given out"_s, heap, u"KiB"_s, {}, {}});
    }
    over = true;
    timer.restart();
    for (const auto &elector : electors)
        elector->stop();
    waitUntil([&] { return leading == 0; }, 10s);
    report->add({name + u"until all are given up"_s, double(timer.elapsed()), u"ms"_s, {}, {}});
    timer.restart();
    electors.clear();
    report->add({name + u"until all are destroyed"_s, double(timer.elapsed()), u"ms"_s, {}, {}});
}

} // namespace

void measureManyLocks(ElectionRoom *room, Report *report, bool quick)
{
    for (const int locks : {1, 100, 10'000, 50'000}) {
        if (quick && locks > 10'000)
            continue;
        measureLocks(room, report, locks, quick ? 10s : 60s);
    }
}

/// Whether any is lost in ten minutes.
void measureLasting(ElectionRoom *room, Report *report, bool)
{
    measureLocks(room, report, 10'000, 600s);
}

} // namespace Elector
