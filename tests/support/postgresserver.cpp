// SPDX-License-Identifier: MIT
#include "postgresserver.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QUrl>

#include <atomic>
#include <csignal>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Elector {

namespace {

// initdb on a busy machine under a sanitizer's load takes its time; nothing waits this long when all is well.
constexpr std::chrono::milliseconds answerLimit = 90s;

QString uri(const QString &user, const QString &authority, const QString &database, const QString &query)
{
    const auto encoded = [](const QString &part) { return QString::fromLatin1(QUrl::toPercentEncoding(part)); };
    return u"postgresql://"_s + encoded(user) + u'@' + authority + u'/' + encoded(database) + query;
}

} // namespace

TestConnection::TestConnection(const QString &host, quint16 port, const QString &database, const QString &user,
                               const QString &options)
{
    static std::atomic<int> number = 0;
    m_name = u"test-connection-%1"_s.arg(++number);
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QPSQL"_s, m_name);
    connection.setHostName(host);
    connection.setPort(port);
    connection.setDatabaseName(database);
    connection.setUserName(user);
    connection.setConnectOptions(options);
    if (!connection.open())
        m_error = connection.lastError().text();
}

TestConnection::~TestConnection()
{
    QSqlDatabase::removeDatabase(m_name);
}

QSqlDatabase TestConnection::database() const
{
    return QSqlDatabase::database(m_name, false);
}

bool TestConnection::isOpen() const
{
    return database().isOpen();
}

SqlResult TestConnection::exec(const QString &sql)
{
    SqlResult result;
    QSqlQuery query(database());
    query.setForwardOnly(true);
    bool answered = query.exec(sql);
    // The driver hands out the answers to the statements of one text one by one, and an error may be the last of them.
    while (answered) {
        result.affected = query.numRowsAffected();
        if (const int columns = query.record().count(); columns > 0) {
            result.rows.clear();
            while (query.next()) {
                QVariantList row;
                for (int column = 0; column < columns; ++column)
                    row.append(query.value(column));
                result.rows.append(row);
            }
        }
        if (query.lastError().isValid() || !query.nextResult()) {
            answered = !query.lastError().isValid();
            break;
        }
    }
    if (!answered) {
        result.error = query.lastError().text();
        result.sqlState = query.lastError().nativeErrorCode();
        return result;
    }
    result.ok = true;
    return result;
}

qint64 TestConnection::backendPid()
{
    return exec(u"SELECT pg_backend_pid()"_s).value().toLongLong();
}

PostgresServer::PostgresServer()
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
}

PostgresServer::~PostgresServer()
{
    remove();
}

bool PostgresServer::start(const Options &options)
{
    QStringList arguments;
    for (const QString &line : options.conf)
        arguments << u"--conf"_s << line;
    for (const QString &line : options.hba)
        arguments << u"--hba"_s << line;
    for (const QString &variable : options.environment)
        arguments << u"--env"_s << variable;
    for (const QString &option : options.initdb)
        arguments << u"--initdb"_s << option;
    if (!options.bin.isEmpty())
        arguments << u"--bin"_s << options.bin;
    if (options.port != 0)
        arguments << u"--port"_s << QString::number(options.port);
    if (!options.tcp)
        arguments << u"--no-tcp"_s;
    if (options.password)
        arguments << u"--password"_s;
    m_process.start(QStringLiteral(ELECTOR_THROWAWAY_POSTGRES), arguments);
    if (!m_process.waitForStarted()) {
        m_error = m_process.errorString();
        return false;
    }
    return readAnswer("ready");
}

void PostgresServer::remove()
{
    m_connections.clear();
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(30'000)) {
        qWarning("throwaway-postgres did not end; killed");
        m_process.kill();
        m_process.waitForFinished();
    }
}

QString PostgresServer::socketPath() const
{
    return m_socketDir + u"/.s.PGSQL."_s + QString::number(m_port);
}

QString PostgresServer::password() const
{
    QFile file(m_passwordFile);
    return !m_passwordFile.isEmpty() && file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().trimmed())
                                                                       : QString();
}

QString PostgresServer::dsn(const QString &database, const QString &user) const
{
    return uri(user, {}, database,
               u"?host="_s + QString::fromLatin1(QUrl::toPercentEncoding(m_socketDir)) + u"&port="_s
                   + QString::number(m_port));
}

QString PostgresServer::tcpDsn(const QString &database, quint16 port, const QString &user) const
{
    return uri(user, u"127.0.0.1:"_s + QString::number(port != 0 ? port : m_port), database, {});
}

bool PostgresServer::restart()
{
    return command("restart", "ready");
}

bool PostgresServer::restartImmediate()
{
    return command("restart immediate", "ready");
}

bool PostgresServer::stopFast()
{
    return command("stop", "stopped");
}

bool PostgresServer::stopImmediate()
{
    return command("stop immediate", "stopped");
}

bool PostgresServer::kill()
{
    return command("kill", "stopped");
}

bool PostgresServer::startAgain()
{
    return command("start", "ready");
}

bool PostgresServer::pause()
{
    return command("pause", "paused");
}

bool PostgresServer::resume()
{
    return command("resume", "ready");
}

bool PostgresServer::becomeStandby()
{
    return command("standby", "ready");
}

bool PostgresServer::promote()
{
    return command("promote", "ready");
}

QString PostgresServer::createDatabase(const QString &prefix)
{
    const QString name = prefix + QString::number(++m_databases);
    const SqlResult created = exec(u"CREATE DATABASE \"%1\""_s.arg(name));
    if (!created)
        m_error = created.error;
    return created ? name : QString();
}

bool PostgresServer::dropDatabase(const QString &name)
{
    m_connections.erase(name);
    const SqlResult dropped = exec(u"DROP DATABASE IF EXISTS \"%1\" WITH (FORCE)"_s.arg(name));
    if (!dropped)
        m_error = dropped.error;
    return dropped.ok;
}

SqlResult PostgresServer::exec(const QString &sql, const QString &database)
{
    std::unique_ptr<TestConnection> &connection = m_connections[database];
    // isOpen() does not notice that the server went away; an empty statement does.
    if (!connection || !connection->isOpen() || !connection->exec(u"SELECT"_s)) {
        connection.reset();
        connection = std::make_unique<TestConnection>(
            m_socketDir, m_port, database, u"postgres"_s,
            u"application_name=test-support;options='-c client_min_messages=warning'"_s);
    }
    if (connection->isOpen())
        return connection->exec(sql);
    SqlResult result;
    result.error = connection->errorString();
    return result;
}

QList<qint64> PostgresServer::backends(const QString &applicationName)
{
    QString name = applicationName;
    const SqlResult found
        = exec(u"SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' "
               u"AND application_name = '%1' ORDER BY backend_start"_s.arg(name.replace(u'\'', u"''"_s)));
    QList<qint64> pids;
    for (const QVariantList &row : found.rows)
        pids.append(row.constFirst().toLongLong());
    return pids;
}

bool PostgresServer::killBackend(qint64 pid)
{
    return exec(u"SELECT pg_terminate_backend(%1)"_s.arg(pid)).value().toBool();
}

bool PostgresServer::signalBackend(qint64 pid, int signal)
{
    // Only a process of this server, never a stranger with its number.
    const QFileInfo workingDirectory(u"/proc/%1/cwd"_s.arg(pid));
    return pid > 0 && workingDirectory.canonicalFilePath() == m_dataDir && ::kill(static_cast<pid_t>(pid), signal) == 0;
}

bool PostgresServer::isWaitingForLock(qint64 pid)
{
    return exec(u"SELECT wait_event_type = 'Lock' FROM pg_stat_activity WHERE pid = %1"_s.arg(pid)).value().toBool();
}

bool PostgresServer::command(const QByteArray &line, const QByteArray &expected)
{
    if (m_process.state() != QProcess::Running) {
        m_error = u"throwaway-postgres is not running"_s;
        return false;
    }
    m_process.write(line + '\n');
    return readAnswer(expected);
}

bool PostgresServer::readAnswer(const QByteArray &expected)
{
    const QDeadlineTimer limit(answerLimit);
    while (!m_process.canReadLine()) {
        if (limit.hasExpired() || !m_process.waitForReadyRead(static_cast<int>(limit.remainingTime()))) {
            m_error = u"no answer from throwaway-postgres: %1"_s.arg(m_process.errorString());
            return false;
        }
    }
    const QByteArray line = m_process.readLine().trimmed();
    if (!line.startsWith(expected)) {
        m_error = QString::fromUtf8(line);
        return false;
    }
    return !line.startsWith("ready ") || readReady(line);
}

bool PostgresServer::readReady(const QByteArray &line)
{
    const QList<QByteArray> words = line.split(' ');
    std::map<QByteArray, QByteArray> values;
    for (const QByteArray &word : words) {
        if (const auto equals = word.indexOf('='); equals > 0)
            values[word.first(equals)] = word.mid(equals + 1);
    }
    m_socketDir = QString::fromUtf8(values["socket"]);
    m_dataDir = QString::fromUtf8(values["data"]);
    m_logFile = QString::fromUtf8(values["log"]);
    m_passwordFile = QString::fromUtf8(values["password_file"]);
    m_port = values["port"].toUShort();
    m_majorVersion = values["version"].toInt();
    m_postmasterPid = values["pid"].toLongLong();
    return m_port != 0;
}

} // namespace Elector
