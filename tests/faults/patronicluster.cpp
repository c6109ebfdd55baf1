// SPDX-License-Identifier: MIT
#include "faults/patronicluster.h"

#include "healthclient.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QRandomGenerator>
#include <QtCore/QSet>
#include <QtCore/QStandardPaths>
#include <QtCore/QVersionNumber>

#include <arpa/inet.h>
#include <chrono>
#include <csignal>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace Elector::Faults {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr int members = 3;
constexpr auto patience = 120s; // a fail-over takes the leader's ttl, and some rounds of every Patroni

QString programOf(const QString &name, const QString &package)
{
    QString path = QStandardPaths::findExecutable(name);
    if (path.isEmpty())
        throw NotAvailable(u"%1 is missing; on Debian: apt install %2"_s.arg(name, package));
    return path;
}

/// By etcd's third protocol Patroni before 3.0.3 writes the leader's key whoever has it by now, so that a primary that
/// stood still takes the others back to its own timeline. By the second one it compares.
bool comparesLeaders(const QString &patroni)
{
    QProcess process;
    process.start(patroni, {u"--version"_s});
    process.waitForFinished(30'000);
    const QString version = QString::fromLatin1(process.readAll()).section(u' ', 1).trimmed();
    return QVersionNumber::fromString(version) >= QVersionNumber(3, 0, 3);
}

/// The newest PostgreSQL, as in scripts/throwaway-postgres.
QString serverPrograms()
{
    QString found = qEnvironmentVariable("ELECTOR_POSTGRES_BIN");
    int newest = 0;
    const QDir versions(u"/usr/lib/postgresql"_s);
    for (const QString &version : versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString folder = versions.filePath(version + u"/bin"_s);
        if (!found.isEmpty() && newest == 0)
            break;
        if (version.toInt() > newest && QFile::exists(folder + u"/postgres"_s)) {
            newest = version.toInt();
            found = folder;
        }
    }
    if (found.isEmpty())
        throw NotAvailable(u"no PostgreSQL server in /usr/lib/postgresql; on Debian: apt install postgresql"_s);
    return found;
}

/// Below the range from which the kernel gives ports to clients, so that none has it when a member comes back.
quint16 freePort()
{
    static QSet<quint16> given; // and not yet listened on
    for (;;) {
        const auto port = static_cast<quint16>(QRandomGenerator::global()->bounded(20'000, 32'000));
        const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const bool isFree = ::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
        ::close(socket);
        if (isFree && !given.contains(port)) {
            given.insert(port);
            return port;
        }
    }
}

} // namespace

std::shared_ptr<PatroniCluster> PatroniCluster::shared()
{
    static std::weak_ptr<PatroniCluster> last;
    std::shared_ptr<PatroniCluster> cluster = last.lock();
    if (!cluster)
        last = cluster = std::make_shared<PatroniCluster>();
    return cluster;
}

PatroniCluster::PatroniCluster()
    : m_programs(serverPrograms())
    , m_user(::geteuid())
    , m_group(::getegid())
    , m_storePort(freePort())
    , m_storePeerPort(freePort())
    , m_members(members)
{
    m_storeProtocol = comparesLeaders(programOf(u"patroni"_s, u"patroni python3-etcd"_s)) ? 3 : 2;
    programOf(u"etcd"_s, u"etcd-server"_s);
    if (m_user == 0) { // which PostgreSQL refuses
        const passwd *user = ::getpwnam("postgres");
        if (!user)
            user = ::getpwnam("nobody");
        m_user = user->pw_uid;
        m_group = user->pw_gid;
    }
    holdOnLeash();
    startStore();
    for (int i = 0; i < count(); ++i) {
        of(i).port = freePort();
        of(i).apiPort = freePort();
        QFile file(m_directory + u'/' + name(i) + u".yml"_s);
        FaultRoom::expect(file.open(QIODevice::WriteOnly) && file.write(configuration(i)) > 0, file.errorString());
    }
    for (int i = 0; i < count(); ++i)
        startAgain(i);
    waitForPrimary();
    waitForStandbys();
}

/// Servers become nobody's children, so that nothing but this finds all of them.
PatroniCluster::~PatroniCluster()
{
    m_connections.clear();
    m_leash.closeWriteChannel();
    if (!m_leash.waitForFinished(60'000))
        qWarning("the processes of %s do not end", qPrintable(m_directory));
    for (Member &member : m_members) {
        if (member.patroni)
            member.patroni->waitForFinished(10'000);
    }
    m_store.waitForFinished(10'000);
}

void PatroniCluster::holdOnLeash()
{
    QTemporaryDir directory(u"/tmp/elector-patroni-XXXXXX"_s);
    FaultRoom::expect(directory.isValid(), directory.errorString());
    m_directory = directory.path();
    QFile::setPermissions(m_directory, QFile::Permissions(0x7755));
    m_leash.setChildProcessModifier([] { ::setsid(); }); // what ends us must not end it
    m_leash.setStandardErrorFile(QProcess::nullDevice());
    m_leash.start(QStringLiteral(ELECTOR_LEASH), {m_directory});
    FaultRoom::expect(m_leash.waitForStarted() && m_leash.waitForReadyRead(30'000), m_leash.errorString());
    directory.setAutoRemove(false); // the leash does it
}

QString PatroniCluster::folder(int member) const
{
    return m_directory + u'/' + name(member);
}

void PatroniCluster::launch(QProcess &process, const QString &folder, const QStringList &line)
{
    QDir().mkpath(folder);
    FaultRoom::expect(::chown(QFile::encodeName(folder).constData(), m_user, m_group) == 0, qt_error_string());
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, m_programs + u':' + qEnvironmentVariable("PATH"));
    environment.insert(u"LC_ALL"_s, u"C"_s);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder); // by which it is found
    process.setStandardInputFile(QProcess::nullDevice());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setStandardOutputFile(folder + u".log"_s, QIODevice::Append);
    QStringList whole{u"setpriv"_s};
    if (::geteuid() == 0)
        whole += {u"--reuid"_s, QString::number(m_user), u"--regid"_s, QString::number(m_group), u"--init-groups"_s};
    whole += QStringList{u"--"_s} + line;
    process.start(whole.constFirst(), whole.mid(1));
    FaultRoom::expect(process.waitForStarted(), process.errorString());
}

/// The shortest times with which Patroni is at ease on a busy machine: loop_wait + 2 · retry_timeout must fit into ttl.
QByteArray PatroniCluster::configuration(int member) const
{
    const Member &self = of(member);
    return uR"(scope: elector
name: %1
restapi: {listen: "127.0.0.1:%2", connect_address: "127.0.0.1:%2"}
%7: {host: "127.0.0.1:%3"}
bootstrap:
  dcs:
    ttl: 8
    loop_wait: 1
    retry_timeout: 3
    postgresql:
      use_pg_rewind: true
      parameters: {shared_buffers: 32MB, max_connections: 100}
  initdb: [{encoding: UTF8}, no-locale, no-sync]
postgresql:
  listen: "127.0.0.1:%4"
  connect_address: "127.0.0.1:%4"
  bin_dir: %5
  data_dir: %6/data
  pgpass: %6/pgpass
  authentication: {superuser: {username: postgres}, replication: {username: replicator}}
  pg_hba: [local all all trust, host all all 127.0.0.1/32 trust, host replication all 127.0.0.1/32 trust]
  parameters: {unix_socket_directories: %6}
)"_s.arg(name(member))
        .arg(self.apiPort)
        .arg(m_storePort)
        .arg(self.port)
        .arg(m_programs, folder(member), m_storeProtocol == 3 ? u"etcd3"_s : u"etcd"_s)
        .toUtf8();
}

QStringList PatroniCluster::addresses() const
{
    QStringList addresses;
    for (const Member &member : m_members)
        addresses.append(u"127.0.0.1:%1"_s.arg(member.port));
    return addresses;
}

SqlResult PatroniCluster::execAt(int member, const QString &sql, const QString &database)
{
    std::unique_ptr<TestConnection> &connection = m_connections[{member, database}];
    // isOpen() does not notice that the server went away; an empty statement does.
    if (!connection || !connection->isOpen() || !connection->exec(u"SELECT"_s)) {
        connection.reset();
        connection = std::make_unique<TestConnection>(
            u"127.0.0.1"_s, of(member).port, database, u"postgres"_s,
            u"application_name=test-support;connect_timeout=5;options='-c client_min_messages=warning'"_s);
    }
    if (connection->isOpen())
        return connection->exec(sql);
    SqlResult result;
    result.error = connection->errorString();
    return result;
}

SqlResult PatroniCluster::exec(const QString &sql, const QString &database)
{
    const int member = primary();
    if (member >= 0)
        return execAt(member, sql, database);
    SqlResult result;
    result.error = u"no member takes writes"_s;
    return result;
}

void PatroniCluster::forget(int member)
{
    std::erase_if(m_connections, [&](const auto &entry) { return entry.first.first == member; });
}

qint64 PatroniCluster::timeline(int member)
{
    if (of(member).silent)
        return 0;
    return execAt(member,
                  u"SELECT CASE WHEN pg_is_in_recovery() THEN 0"
                  " ELSE ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::bigint END"_s)
        .value()
        .toLongLong();
}

int PatroniCluster::primary()
{
    int found = -1;
    qint64 highest = 0;
    for (int i = 0; i < count(); ++i) {
        if (const qint64 here = timeline(i); here > highest) {
            highest = here;
            found = i;
        }
    }
    return found;
}

/// Each look asks all members: not as often as others look.
void PatroniCluster::waitFor(const std::function<bool()> &condition, const QString &what)
{
    const bool came = FaultRoom::happens(patience, [&] {
        FaultRoom::sleep(50ms);
        return condition();
    });
    FaultRoom::expect(came, u"waited in vain: %1\n%2"_s.arg(what, lastWords().join(u'\n')));
}

int PatroniCluster::waitForPrimary(int butNot)
{
    int found = -1;
    waitFor(
        [&] {
            found = primary();
            return found >= 0 && found != butNot;
        },
        u"a primary"_s);
    return found;
}

void PatroniCluster::waitForNoPrimary()
{
    waitFor([&] { return primary() < 0; }, u"the primary to become a standby"_s);
}

/// Its server does, and its Patroni knows.
bool PatroniCluster::follows(int member, int leader)
{
    const QString sender = u"SELECT sender_port FROM pg_stat_wal_receiver WHERE status = 'streaming'"_s;
    return execAt(member, sender).value().toInt() == of(leader).port
        && request(of(member).apiPort, "/replica").status == 200;
}

/// One that cannot come back by itself, since its past is not the primary's, is copied anew, as its operator would do.
void PatroniCluster::waitForStandbys()
{
    const auto lateFrom = std::chrono::steady_clock::now() + patience / 3;
    std::vector<bool> rebuilt(std::size_t(count()), false);
    waitFor(
        [&] {
            const int leader = primary();
            bool all = leader >= 0;
            for (int i = 0; i < count() && leader >= 0; ++i) {
                if (i == leader || follows(i, leader))
                    continue;
                all = false;
                if (!rebuilt[std::size_t(i)] && std::chrono::steady_clock::now() > lateFrom) {
                    rebuilt[std::size_t(i)] = true;
                    tell(i, "/reinitialize", "{\"force\": true}");
                }
            }
            return all;
        },
        u"every other member to follow the primary"_s);
}

/// What its Patroni answers.
QByteArray PatroniCluster::tell(int member, const char *what, const QByteArray &json) const
{
    return Client(of(member).apiPort)
        .ask(QByteArrayLiteral("POST ") + what + " HTTP/1.0\r\nContent-Type: application/json\r\nContent-Length: "
             + QByteArray::number(json.size()) + "\r\n\r\n" + json);
}

void PatroniCluster::switchOver(int from, int to)
{
    const QByteArray body = u"{\"leader\": \"%1\", \"candidate\": \"%2\"}"_s.arg(name(from), name(to)).toUtf8();
    const QByteArray answer = tell(from, "/switchover", body);
    if (!answer.contains(" 200 "))
        throw Failure(u"Patroni does not switch over: %1\n"_s.arg(QString::fromUtf8(answer)) + lastWords().join(u'\n'));
}

/// By where they work: a server in its data, Patroni and what it runs for a moment in the folder around that.
QList<qint64> PatroniCluster::processes(int member, Part part) const
{
    QList<qint64> found;
    for (const QString &process : QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs)) {
        const QString where = QFileInfo(u"/proc/%1/cwd"_s.arg(process)).symLinkTarget();
        if (((part & Patroni) != 0 && where == folder(member))
            || ((part & Server) != 0 && where == folder(member) + u"/data"_s))
            found.append(process.toLongLong());
    }
    return found;
}

/// Twice, for a process may be born meanwhile; Patroni first, or it would notice.
void PatroniCluster::signal(int member, Part part, int number) const
{
    for (const Part one : {Patroni, Server, Patroni, Server}) {
        if ((part & one) == 0)
            continue;
        for (const qint64 process : processes(member, one))
            ::kill(static_cast<pid_t>(process), number);
    }
}

void PatroniCluster::stop(int member)
{
    forget(member); // nothing may wait for it
    of(member).silent = true;
    signal(member, Both, SIGSTOP);
}

void PatroniCluster::resume(int member, Part part)
{
    signal(member, part, SIGCONT);
    of(member).silent = of(member).silent && (part & Server) == 0;
}

void PatroniCluster::kill(int member)
{
    signal(member, Both, SIGKILL);
    of(member).patroni->waitForFinished(30'000);
    FaultRoom::expect(FaultRoom::happens(30s, [&] { return processes(member, Both).isEmpty(); }),
                      u"%1 does not die"_s.arg(name(member)));
}

void PatroniCluster::startAgain(int member)
{
    of(member).patroni = std::make_unique<QProcess>();
    launch(*of(member).patroni, folder(member), {u"patroni"_s, folder(member) + u".yml"_s});
}

void PatroniCluster::killStore()
{
    m_store.kill();
    FaultRoom::expect(m_store.waitForFinished(30'000), u"etcd does not die"_s);
}

void PatroniCluster::startStore()
{
    const QString client = u"http://127.0.0.1:%1"_s.arg(m_storePort);
    const QString peer = u"http://127.0.0.1:%1"_s.arg(m_storePeerPort);
    launch(m_store, m_directory + u"/store"_s,
           {u"etcd"_s, u"--name"_s, u"store"_s, u"--data-dir"_s, u"data"_s, u"--listen-client-urls"_s, client,
            u"--advertise-client-urls"_s, client, u"--listen-peer-urls"_s, peer, u"--initial-advertise-peer-urls"_s,
            peer, u"--initial-cluster"_s, u"store="_s + peer,
            m_storeProtocol == 2 ? u"--enable-v2=true"_s : u"--log-level=warn"_s});
}

QStringList PatroniCluster::lastWords() const
{
    constexpr qsizetype few = 8;
    QStringList words;
    for (int i = 0; i < count(); ++i) {
        QFile file(folder(i) + u".log"_s);
        const QStringList lines = file.open(QIODevice::ReadOnly)
            ? QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)
            : QStringList();
        for (const QString &line : lines.last(std::min(few, lines.size())))
            words.append(u"  %1: %2"_s.arg(name(i), line));
    }
    return words;
}

} // namespace Elector::Faults
