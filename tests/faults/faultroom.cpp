// SPDX-License-Identifier: MIT
#include "faults/faultroom.h"

#include <Elector/bootclock.h>
#include <Elector/schema.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QThread>

#include "cliroom.h"

#include <csignal>

namespace Elector::Faults {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr auto generous = 30s; // for what is only a matter of time
constexpr int waitMargin = 3;

// I4: the lease, the longest pause between attempts, one connect (libpq's shortest time-out is 2 s) - and as much again
// and more for a machine that is busy with other things.
constexpr Stamp recoveryAllowed = 15'000'000'000;

qint64 openFiles(qint64 pid)
{
    return QDir(u"/proc/%1/fd"_s.arg(pid)).entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot).size();
}

qint64 residentKilobytes(qint64 pid)
{
    QFile file(u"/proc/%1/status"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray status = file.readAll();
    const qsizetype at = status.indexOf("VmRSS:");
    return at < 0 ? 0 : status.mid(at + 6, 20).trimmed().split(' ').constFirst().toLongLong();
}

} // namespace

FaultRoom::FaultRoom(std::uint64_t seed)
    : m_random(seed)
    , m_directory(QStringLiteral("/tmp/elector-faults-XXXXXX"))
{
}

FaultRoom::~FaultRoom()
{
    for (auto &proxy : m_proxies) {
        proxy->setBytePause(0ms);
        proxy->forward();
    }
    m_nodes.clear();
}

Stamp FaultRoom::now()
{
    return BootClock::now().time_since_epoch().count();
}

int FaultRoom::random(int from, int to)
{
    return std::uniform_int_distribution<int>(from, to)(m_random);
}

void FaultRoom::sleep(std::chrono::milliseconds time)
{
    QThread::msleep(static_cast<unsigned long>(time.count()));
}

void FaultRoom::expect(bool condition, const QString &what)
{
    if (!condition)
        throw Failure(what);
}

bool FaultRoom::happens(std::chrono::milliseconds within, const std::function<bool()> &condition)
{
    const auto until = BootClock::now() + within;
    for (;;) {
        if (condition())
            return true;
        if (BootClock::now() >= until)
            return false;
        sleep(3ms);
    }
}

void FaultRoom::waitFor(const std::function<bool()> &condition, const QString &what)
{
    expect(happens(generous, condition), u"waited in vain: "_s + what);
}

void FaultRoom::open(const Options &options)
{
    QFile::setPermissions(m_directory.path(), QFile::Permissions(0x7777)); // for nodes of other users
    m_ground = options.ground;
    m_cluster = dynamic_cast<Cluster *>(m_ground.get());
    if (!m_cluster)
        startServer(options);
    createDatabase();
    for (int i = 0; i < options.clients; ++i)
        addNode(FaultNode::Kind::Client, options.sameInstance ? u"same"_s : u"client%1"_s.arg(i), options);
    if (options.command) {
        m_command = count();
        addNode(FaultNode::Kind::Command, u"command"_s, options);
    }
    for (const auto &node : m_nodes)
        expect(node->start(), node->name() + u" did not start"_s);
    for (const auto &node : m_nodes) {
        if (node->kind() == FaultNode::Kind::Client)
            waitFor([&] { return node->said("is Waiting") != 0 || node->said("is Leading") != 0; },
                    node->name() + u" takes part"_s);
    }
    // Without a write there would be nothing of which terms could be compared.
    waitFor(
        [&] {
            const int first = leadingClient();
            return node(first).wrote("wrote") != 0;
        },
        u"a guarded write"_s);
    weigh(false);
}

void FaultRoom::startServer(const Options &options)
{
    m_server = std::make_unique<PostgresServer>();
    expect(m_server->start(options.server), m_server->errorString());
    if (options.prepare)
        options.prepare(*m_server);
}

SqlResult FaultRoom::exec(const QString &text, const QString &database)
{
    return m_cluster ? m_cluster->exec(text, database) : m_server->exec(text, database);
}

/// The nodes' role owns the schema, so that it can lose its rights like any other.
void FaultRoom::createDatabase()
{
    static int number = 0; // rooms may share a cluster
    m_database = u"room%1"_s.arg(++number);
    const SqlResult created = exec(u"CREATE DATABASE "_s + m_database);
    expect(created.ok, created.error);
    exec(u"CREATE ROLE node LOGIN"_s); // a room before may have made it
    const SqlResult made = sql(
        u"ALTER SCHEMA public OWNER TO node; SET ROLE node; "_s + Schema::installSql(u"public"_s, SchemaLevel::Full, 15)
        + u"; RESET ROLE; CREATE TABLE guarded (writes BIGINT); INSERT INTO guarded VALUES (0);"
          " CREATE TABLE guarded_log (sequence BIGINT PRIMARY KEY, leader_id TEXT, term BIGINT)"_s);
    expect(made.ok, made.error);
}

/// Each node knows the servers of a cluster in an order of its own.
QString FaultRoom::addressFor(int index, const Options &options)
{
    if (m_cluster) {
        QStringList addresses = m_cluster->addresses();
        std::rotate(addresses.begin(), addresses.begin() + index % addresses.size(), addresses.end());
        return addresses.join(u',');
    }
    if (options.host)
        return u"%1:%2"_s.arg(options.host(index)).arg(m_server->port());
    m_proxies.push_back(std::make_unique<TcpProxy>());
    expect(m_proxies.back()->startForTcp(u"127.0.0.1"_s, m_server->port()), m_proxies.back()->errorString());
    return u"127.0.0.1:%1"_s.arg(m_proxies.back()->port());
}

/// Hosts, ports and database of a client's guarded writes, which need no proxy.
QString FaultRoom::resourceFor(int index) const
{
    QStringList hosts;
    QStringList ports;
    if (m_cluster) {
        QStringList addresses = m_cluster->addresses();
        std::rotate(addresses.begin(), addresses.begin() + index % addresses.size(), addresses.end());
        for (const QString &address : std::as_const(addresses)) {
            hosts.append(address.section(u':', 0, 0));
            ports.append(address.section(u':', 1));
        }
    } else {
        hosts.append(m_server->socketDir());
        ports.append(QString::number(m_server->port()));
    }
    return u"%1:%2:%3"_s.arg(hosts.join(u','), ports.join(u','), m_database);
}

void FaultRoom::addNode(FaultNode::Kind kind, const QString &name, const Options &options)
{
    // In another namespace the server counts as another machine, whose certificate would be wanted.
    const QString dsn = u"postgresql://node@%1/%2?sslmode=disable%3"_s.arg(
        addressFor(count(), options), m_database, m_cluster ? u"&target_session_attrs=read-write"_s : QString());
    const bool client = kind == FaultNode::Kind::Client;
    const QString file = options.sameInstance ? u"%1-%2"_s.arg(name).arg(count()) : name;
    auto node = std::make_unique<FaultNode>(kind, file, m_directory.path());
    QStringList line{u"--dsn"_s, dsn,          client ? u"--instance"_s : u"--instance-id"_s,
                     name,       u"--lease"_s, client ? u"1000"_s : u"1s"_s};
    if (client)
        line += QStringList{u"--table-exists"_s, u"--candidates"_s, QString::number(options.candidatesEach),
                            u"--resource"_s, resourceFor(count())};
    node->setOptions(line, options.wrapper ? options.wrapper(count()) : QStringList());
    // A table that is missing is not made anew by whoever comes first: its holder may still believe.
    node->setEnvironment(options.environment + QStringList{u"ELECTOR_CREATE_TABLE_ON_INIT=false"_s});
    m_nodes.push_back(std::move(node));
}

SqlResult FaultRoom::sql(const QString &text)
{
    return exec(text, m_database);
}

QVariant FaultRoom::value(const QString &text)
{
    return sql(text).value();
}

QString FaultRoom::dsn(const QString &user) const
{
    if (!m_cluster)
        return m_server->dsn(m_database, user);
    return u"postgresql://%1@%2/%3?sslmode=disable&target_session_attrs=read-write"_s.arg(
        user, m_cluster->addresses().join(u','), m_database);
}

std::unique_ptr<TestConnection> FaultRoom::connect(const QString &user)
{
    return std::make_unique<TestConnection>(m_server->socketDir(), m_server->port(), m_database, user);
}

int FaultRoom::elector(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral(ELECTOR_BIN_DIR "/elector"), arguments + QStringList{u"--dsn"_s, dsn()});
    expect(process.waitForFinished(30'000), u"elector %1 does not end"_s.arg(arguments.join(u' ')));
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

QList<qint64> FaultRoom::backends(int index)
{
    QList<qint64> pids;
    const QString name = node(index).name().section(u'-', 0, 0);
    const SqlResult found = exec(
        u"SELECT pid FROM pg_stat_activity WHERE application_name LIKE 'elector % %1' ORDER BY backend_start"_s.arg(
            name));
    for (const QVariantList &row : found.rows)
        pids.append(row.constFirst().toLongLong());
    return pids;
}

/// A command that has just been killed still seems to believe for a moment: the highest term is the newest.
int FaultRoom::leader()
{
    int found = -1;
    qint64 highest = 0;
    for (int i = 0; i < count(); ++i) {
        const auto belief = node(i).belief();
        if (belief && belief->term > highest) {
            found = i;
            highest = belief->term;
        }
    }
    return found;
}

/// Other than `butNot` leads only who leads after it.
int FaultRoom::waitForLeader(int butNot)
{
    Records before;
    if (butNot >= 0)
        node(butNot).collect(before);
    qint64 term = 0;
    for (const Belief &belief : std::as_const(before.beliefs))
        term = std::max(term, belief.term);
    int found = -1;
    waitFor(
        [&] {
            found = leader();
            return found >= 0 && found != butNot && termOf(found) > term;
        },
        u"a leader"_s);
    return found;
}

int FaultRoom::waitForLeaderAfter(qint64 term)
{
    int found = -1;
    waitFor(
        [&] {
            found = leader();
            return found >= 0 && termOf(found) > term;
        },
        u"a newer term"_s);
    return found;
}

/// Whoever leads and is of another kind gives its turn to the next, until one of the kind has it.
int FaultRoom::giveLockTo(FaultNode::Kind kind)
{
    int found = -1;
    waitFor(
        [&] {
            found = waitForLeader();
            if (node(found).kind() == kind)
                return true;
            const QString wanted
                = kind == FaultNode::Kind::Command ? u"command"_s : u"client%1"_s.arg(random(0, count() - 2));
            elector({u"transfer"_s, u"--lock"_s, u"1"_s, u"--to"_s, wanted, u"--yes"_s, u"--for"_s, u"3s"_s,
                     u"--reason"_s, u"test"_s});
            happens(5s, [&] {
                const int next = leader();
                return next >= 0 && next != found;
            });
            return false;
        },
        kind == FaultNode::Kind::Command ? u"`elector run` leads"_s : u"a client leads"_s);
    return found;
}

int FaultRoom::leadingClient()
{
    return giveLockTo(FaultNode::Kind::Client);
}

int FaultRoom::leadingCommand()
{
    return giveLockTo(FaultNode::Kind::Command);
}

Belief FaultRoom::freshlyRenewed(int index)
{
    const Stamp from = now();
    waitFor([&] { return node(index).wrote("extend", from) != 0 || !node(index).belief(); }, u"a renewal"_s);
    const auto belief = node(index).belief();
    return belief ? *belief : Belief{};
}

void FaultRoom::recover(const QString &fault)
{
    Recovery recovery{fault, now(), 0, recoveryAllowed};
    int found = -1;
    if (happens(waitMargin * std::chrono::milliseconds(recoveryAllowed / 1'000'000),
                [&] { return (found = leader()) >= 0; })) {
        const auto belief = node(found).belief();
        recovery.ledAgain = belief ? std::max(belief->begin, recovery.faultEnded) : now();
    }
    m_records.recoveries.append(recovery);
    expect(recovery.ledAgain != 0, u"nobody leads after %1"_s.arg(fault));
}

QStringList FaultRoom::lastWords() const
{
    constexpr qsizetype few = 6;
    QStringList words{u"now it is %1"_s.arg(now())};
    for (const auto &node : m_nodes) {
        QByteArray log = node->written();
        QFile file(node->log());
        if (file.open(QIODevice::ReadOnly))
            log += file.readAll();
        const QStringList lines = QString::fromUtf8(log).split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines.last(std::min(few, lines.size())))
            words.append(u"  "_s + node->name() + u": "_s + line);
    }
    return words;
}

void FaultRoom::keepCaptures()
{
    const SqlResult captures = sql(u"SELECT leader_id, term FROM leader_lease_history WHERE event = 'captured'"_s);
    expect(captures.ok, captures.error);
    for (const QVariantList &row : captures.rows)
        m_records.captures.append({row[0].toString(), row[1].toLongLong()});
}

void FaultRoom::readBooks()
{
    keepCaptures();
    const SqlResult writes = sql(u"SELECT sequence, leader_id, term FROM guarded_log ORDER BY sequence"_s);
    expect(writes.ok, writes.error);
    for (const QVariantList &row : writes.rows)
        m_records.writes.append({row[0].toLongLong(), row[1].toString(), row[2].toLongLong()});
    for (const auto &node : m_nodes)
        node->collect(m_records);
}

/// What must not grow, however long it goes on.
void FaultRoom::weigh(bool after)
{
    qsizetype slot = 0;
    const auto note = [&](const QString &what, qint64 value, qint64 allowedGrowth) {
        if (!after)
            m_records.growths.append({what, value, value, allowedGrowth});
        else if (slot < m_records.growths.size())
            m_records.growths[slot++].after = value;
    };
    for (const auto &node : m_nodes) {
        const qint64 pid = node->pid();
        note(u"open files of %1"_s.arg(node->name()), openFiles(pid), 8);
        note(u"memory of %1 in kB"_s.arg(node->name()), residentKilobytes(pid), 16'384);
    }
}

QStringList FaultRoom::close(const Wanted &wanted)
{
    weigh(true);
    for (const auto &node : m_nodes)
        node->end();
    for (const auto &node : m_nodes)
        node->stop();
    // Nodes that have ended leave nothing at the server.
    const QString left
        = u"SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'elector %' OR application_name = 'guarded-work'"_s;
    const QString locks = u"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"_s;
    happens(10s, [&] { return value(left).toInt() == 0 && value(locks).toInt() == 0; });
    m_records.growths.append({u"sessions of nodes that have ended"_s, 0, value(left).toLongLong(), 0});
    m_records.growths.append({u"advisory locks of nodes that have ended"_s, 0, value(locks).toLongLong(), 0});
    happens(10s, [&] { return processesWith(m_directory.path()) == 0; });
    m_records.growths.append({u"processes of nodes that have ended"_s, 0, processesWith(m_directory.path()), 0});
    readBooks();
    return overlappingBeliefs(m_records.beliefs) + lowerTermsAccepted(m_records.writes) + termsOfSeveral(m_records)
        + lateRecoveries(m_records.recoveries) + leaks(m_records.growths) + m_records.problems
        + shortages(m_records, m_bites, wanted);
}

} // namespace Elector::Faults
