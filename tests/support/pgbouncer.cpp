// SPDX-License-Identifier: MIT
#include "pgbouncer.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QStandardPaths>

#include <arpa/inet.h>
#include <pwd.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Elector {

namespace {

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

/// One that nobody listens on; somebody else may be quicker.
quint16 freePort()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    const bool isBound = ::bind(socket, reinterpret_cast<const sockaddr *>(&address), size) == 0
        && ::getsockname(socket, reinterpret_cast<sockaddr *>(&address), &size) == 0;
    ::close(socket);
    return isBound ? ntohs(address.sin_port) : 0;
}

bool accepts(quint16 port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(port);
    const bool isConnected = ::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    ::close(socket);
    return isConnected;
}

} // namespace

QString PgBouncer::program()
{
    const QString found = QStandardPaths::findExecutable(u"pgbouncer"_s);
    return found.isEmpty() ? QStandardPaths::findExecutable(u"pgbouncer"_s, {u"/usr/sbin"_s}) : found;
}

QString PgBouncer::configuration(const PostgresServer &server) const
{
    const char *const modes[] = {"session", "transaction", "statement"};
    return uR"([databases]
* = host=%1 port=%2
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = %3
unix_socket_dir =
auth_type = trust
auth_file = %4
admin_users = postgres
pool_mode = %5
default_pool_size = %6
max_client_conn = 3000
)"_s.arg(server.socketDir())
        .arg(server.port())
        .arg(m_port)
        .arg(m_directory.filePath(u"users"_s), QLatin1String(modes[m_mode]))
        .arg(m_poolSize);
}

bool PgBouncer::start(const PostgresServer &server, Mode mode, int poolSize)
{
    stop();
    m_mode = mode;
    m_poolSize = poolSize;
    constexpr int attempts = 5;
    const bool isChosen = m_port == 0;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        if (isChosen)
            m_port = freePort();
        if (launch(configuration(server)))
            return true;
    }
    return false;
}

bool PgBouncer::leadTo(const PostgresServer &server)
{
    return write(u"pgbouncer.ini"_s, configuration(server).toUtf8()) && command(u"RELOAD"_s);
}

SqlResult PgBouncer::command(const QString &text)
{
    const QString psql = QStandardPaths::findExecutable(u"psql"_s);
    QProcess console; // (Qt's driver asks for what the console does not know.)
    console.start(psql,
                  {u"-X"_s, u"-h"_s, u"127.0.0.1"_s, u"-p"_s, QString::number(m_port), u"-U"_s, u"postgres"_s, u"-d"_s,
                   u"pgbouncer"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-c"_s, text});
    SqlResult result;
    result.ok = console.waitForFinished() && console.exitStatus() == QProcess::NormalExit && console.exitCode() == 0;
    result.error = QString::fromUtf8(console.readAllStandardError());
    return result;
}

bool PgBouncer::write(const QString &name, const QByteArray &text)
{
    QFile file(m_directory.filePath(name));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(text) != text.size())
        return false;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    return true;
}

bool PgBouncer::launch(const QString &configuration)
{
    QFile::setPermissions(m_directory.path(),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther | QFile::ExeOwner
                              | QFile::ExeGroup | QFile::ExeOther);
    if (!write(u"pgbouncer.ini"_s, configuration.toUtf8()) || !write(u"users"_s, "\"postgres\" \"\"\n"))
        return false;
    QStringList arguments{u"--pdeathsig"_s, u"TERM"_s};
    if (::geteuid() == 0) { // which PgBouncer refuses
        const passwd *user = ::getpwnam("postgres");
        if (!user)
            user = ::getpwnam("nobody");
        arguments << u"--reuid"_s << QString::number(user->pw_uid) << u"--regid"_s << QString::number(user->pw_gid)
                  << u"--init-groups"_s;
    }
    arguments << u"--"_s << program() << m_directory.filePath(u"pgbouncer.ini"_s);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(m_directory.filePath(u"log"_s));
    m_process.start(u"setpriv"_s, arguments);
    const QDeadlineTimer limit(30'000);
    while (!limit.hasExpired() && !m_process.waitForFinished(20)) {
        if (accepts(m_port))
            return true;
    }
    QFile log(m_directory.filePath(u"log"_s));
    m_error = u"PgBouncer did not start: "_s
        + (log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll()) : m_process.errorString());
    stop();
    return false;
}

void PgBouncer::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate(); // SIGTERM: at once, with all connections
    if (!m_process.waitForFinished(30'000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

} // namespace Elector
