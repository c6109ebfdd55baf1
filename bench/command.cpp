// SPDX-License-Identifier: MIT

// What the command `elector run` takes: time between two jobs, memory, processor.
#include "electionroom.h"
#include "etcdserver.h"
#include "processfigures.h"
#include "relay.h"

#include <QtCore/QCoreApplication>

#include <cstdio>

namespace Elector {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QStringList electorRun(const ElectionRoom &room, const QString &instanceId)
{
    QStringList command{QStringLiteral(ELECTOR_COMMAND), u"run"_s, u"--dsn"_s, room.dsn(), u"--lock"_s, u"1"_s};
    if (!instanceId.isEmpty())
        command << u"--instance-id"_s << instanceId;
    return command << u"--"_s;
}

void handOver(ElectionRoom *room, Report *report, bool quick)
{
    const int rounds = quick ? 200 : 500;
    EtcdServer etcd;
    std::optional<double> reference;
    if (etcd.start()) {
        const Relay relay({u"etcdctl"_s, u"lock"_s, u"bench"_s}, etcd.environment(), 3);
        if (const auto times = Relay(relay).run(rounds); !times.empty())
            reference = Report::percentile(times, 0.5);
    } else {
        std::fputs("command: no etcd here to compare with\n", stderr);
    }
    const auto times = Relay(electorRun(*room, {}), QProcessEnvironment::systemEnvironment(), 3).run(rounds);
    report->addTimes(u"elector run: a job ends until the next node's job runs, 3 nodes (reference: etcdctl lock)"_s,
                     times, reference, reference ? std::optional(0.8 * *reference) : std::nullopt, {});
}

/// A process and what descends from it, as long as this object lives.
class Started
{
public:
    explicit Started(const QStringList &command)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.setStandardInputFile(QProcess::nullDevice());
        m_process.start(command.first(), command.mid(1));
    }
    ~Started()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(10'000))
            m_process.kill();
        m_process.waitForFinished();
    }
    qint64 pid() const { return m_process.processId(); }
    /// Of the program itself, and of its helpers but not of the job.
    ProcessFigures figures() const
    {
        ProcessFigures sum = ProcessFigures::of(pid());
        for (const qint64 child : ProcessFigures::descendants(pid())) {
            if (!QFile::symLinkTarget(u"/proc/%1/exe"_s.arg(child)).endsWith(u"elector-guardian"_s))
                continue;
            const ProcessFigures more = ProcessFigures::of(child);
            sum.processorMilliseconds += more.processorMilliseconds;
            sum.wakeUps += more.wakeUps;
            sum.privateMiB += more.privateMiB;
        }
        return sum;
    }

private:
    QProcess m_process;
};

void idleCost(ElectionRoom *room, Report *report, bool quick)
{
    const auto length = quick ? 30s : 120s;
    const Started leader(electorRun(*room, u"leader"_s) + QStringList{u"sleep"_s, u"infinity"_s});
    const bool led
        = waitUntil([&] { return room->exec(u"SELECT count(*) FROM leader_lease"_s).value().toInt() == 1; }, 30s);
    const Started candidate(electorRun(*room, u"candidate"_s) + QStringList{u"sleep"_s, u"infinity"_s});
    const Started bare({QStringLiteral(ELECTOR_BAREQT), room->server().socketDir(),
                        QString::number(room->server().port()), room->database()});
    waitUntil({}, 5s); // all is set up, and warm
    if (!led)
        return;
    const Started *const nodes[] = {&leader, &candidate};
    const ProcessFigures before[] = {leader.figures(), candidate.figures()};
    waitUntil({}, length);
    constexpr double targets[] = {0.04, 0.02};
    const QString names[] = {u"elector run, leading"_s, u"elector run, waiting"_s};
    const double milliseconds = duration_cast<std::chrono::duration<double, std::milli>>(length).count();
    const ProcessFigures reference = bare.figures();
    for (std::size_t i = 0; i < 2; ++i) {
        const ProcessFigures now = nodes[i]->figures();
        report->add({names[i] + u": processor, of one core"_s,
                     (now.processorMilliseconds - before[i].processorMilliseconds) / milliseconds * 100,
                     u"%"_s,
                     {},
                     targets[i]});
        report->add({names[i] + u": wake-ups a second, of all its threads"_s,
                     (now.wakeUps - before[i].wakeUps) / milliseconds * 1000,
                     u"1/s"_s,
                     {},
                     {}});
        report->add({names[i] + u": resident (reference: a bare Qt program with a QPSQL connection)"_s, now.residentMiB,
                     u"MiB"_s, reference.residentMiB, 1.5 * reference.residentMiB});
        report->add({names[i] + u": private, with its guardian (reference: as above)"_s, now.privateMiB, u"MiB"_s,
                     reference.privateMiB, 4.0});
    }
}

} // namespace

} // namespace Elector

int main(int argc, char **argv)
{
    using namespace Elector;
    QCoreApplication application(argc, argv);
    return runParts({{"hand-over", handOver}, {"idle", idleCost}});
}
