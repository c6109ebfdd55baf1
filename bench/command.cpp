// SPDX-License-Identifier: MIT

// What the command `elector run` takes: time between two jobs, memory, processor.
#include "certificateauthority.h"
#include "electionroom.h"
#include "etcdserver.h"
#include "processfigures.h"
#include "relay.h"
#include "succession.h"

#include <QtCore/QCoreApplication>

#include <cstdio>

namespace Elector {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QStringList electorRun(const QString &dsn, const QString &instanceId = {})
{
    QStringList command{QStringLiteral(ELECTOR_COMMAND), u"run"_s, u"--dsn"_s, dsn, u"--lock"_s, u"1"_s};
    if (!instanceId.isEmpty())
        command << u"--instance-id"_s << instanceId;
    return command << u"--"_s;
}

int deathRounds(bool quick)
{
    return quick ? 60 : 200;
}

void handOver(ElectionRoom *room, Report *report, bool quick)
{
    const int rounds = quick ? 200 : 300;
    EtcdServer etcd;
    std::optional<double> reference;
    if (etcd.start()) {
        Relay relay({u"etcdctl"_s, u"lock"_s, u"bench"_s}, etcd.environment(), 3);
        if (const auto times = relay.run(rounds / 2); !times.empty())
            reference = Report::percentile(times, 0.5);
    } else {
        std::fputs("command: no etcd here to compare with\n", stderr);
    }
    const auto times = Relay(electorRun(room->dsn()), QProcessEnvironment::systemEnvironment(), 3).run(rounds);
    report->addTimes(u"elector run: a job ends until the next node's job runs, 3 nodes (reference: etcdctl lock)"_s,
                     times, reference, reference ? std::optional(0.8 * *reference) : std::nullopt, {});
}

QString jobKilled()
{
    return u"elector run: a job is killed until the next node's job runs"_s;
}
QString holderKilled()
{
    return u"elector run: elector is killed, not its guardian, until the next node's job runs"_s;
}

/// The median of how long it takes `etcdctl lock` when its holder is killed: until its session has run out.
std::optional<double> killedEtcdctl(bool quick)
{
    EtcdServer etcd;
    if (!etcd.start())
        return std::nullopt;
    const auto times = Succession({u"etcdctl"_s, u"lock"_s, u"--ttl"_s, u"10"_s, u"bench"_s}, etcd.environment(), 2)
                           .run(Succession::Victim::Holder, quick ? 3 : 10);
    return times.empty() ? std::nullopt : std::optional(Report::percentile(times, 0.5));
}

void deathOf(Succession::Victim victim, const QString &dsn, const QString &name, std::optional<double> reference,
             double target, Report *report, bool quick)
{
    const auto times
        = Succession(electorRun(dsn), QProcessEnvironment::systemEnvironment(), 3).run(victim, deathRounds(quick));
    report->addTimes(name, times, reference, target, {});
}

void death(ElectionRoom *room, Report *report, bool quick)
{
    const std::optional<double> etcd = killedEtcdctl(quick);
    const QString beside = u", unix socket, 3 nodes (reference: etcdctl lock is killed, TTL 10 s)"_s;
    deathOf(Succession::Victim::Job, room->dsn(), jobKilled() + beside, etcd, 20.0, report, quick);
    deathOf(Succession::Victim::Holder, room->dsn(), holderKilled() + beside, etcd, 20.0, report, quick);
}

/// A server of its own that wants TLS and a password (SCRAM), with a full table.
class ProtectedServer
{
public:
    bool start(int majorVersion)
    {
        const bool issued = CertificateAuthority::isAvailable() && m_authority.create(u"authority"_s)
            && m_authority.issue(u"server"_s, u"db.example"_s, u"db.example"_s)
            && m_authority.giveToServer(u"server"_s);
        PostgresServer::Options options;
        options.conf = {u"ssl=on"_s, u"ssl_cert_file="_s + m_authority.certificate(u"server"_s),
                        u"ssl_key_file="_s + m_authority.key(u"server"_s), u"fsync=on"_s};
        options.password = true;
        if (!issued || !m_server.start(options))
            return false;
        m_database = m_server.createDatabase();
        return m_server.exec(Schema::installSql(u"public"_s, SchemaLevel::Full, majorVersion), m_database).ok;
    }
    QString dsn() const
    {
        return u"host=db.example hostaddr=127.0.0.1 port=%1 user=postgres dbname=%2 password=%3 sslrootcert=%4"_s
            .arg(m_server.port())
            .arg(m_database, m_server.password(), m_authority.authority());
    }

private:
    CertificateAuthority m_authority; // whose files the server needs
    PostgresServer m_server;
    QString m_database;
};

void deathBehindTls(ElectionRoom *room, Report *report, bool quick)
{
    if (quick)
        return;
    ProtectedServer server;
    if (!server.start(room->majorVersion())) {
        std::fputs("command: no server with TLS here to measure with\n", stderr);
        return;
    }
    const QString how = u", TLS (verify-full) and SCRAM, 3 nodes"_s;
    deathOf(Succession::Victim::Job, server.dsn(), jobKilled() + how, {}, 40.0, report, quick);
    deathOf(Succession::Victim::Holder, server.dsn(), holderKilled() + how, {}, 40.0, report, quick);
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
    const auto length = quick ? 25s : 120s;
    const Started leader(electorRun(room->dsn(), u"leader"_s) + QStringList{u"sleep"_s, u"infinity"_s});
    const bool led
        = waitUntil([&] { return room->exec(u"SELECT count(*) FROM leader_lease"_s).value().toInt() == 1; }, 30s);
    const Started candidate(electorRun(room->dsn(), u"candidate"_s) + QStringList{u"sleep"_s, u"infinity"_s});
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
    return runParts({{"hand-over", handOver}, {"death", death}, {"death-tls", deathBehindTls}, {"idle", idleCost}});
}
