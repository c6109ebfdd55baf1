// SPDX-License-Identifier: MIT
#include "cliroom.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

#include <csignal>
#include <ctime>

namespace Elector {

Program::Program(const QStringList &arguments, const QProcessEnvironment &environment)
{
    m_process.setProcessEnvironment(environment);
    m_process.setProgram(QStringLiteral(ELECTOR_BIN_DIR "/elector"));
    m_process.setArguments(arguments);
    m_process.start();
    m_process.waitForStarted();
}

Program::~Program()
{
    if (!isRunning())
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(10000)) {
        m_process.kill(); // its guardian ends the rest
        m_process.waitForFinished(10000);
    }
}

int Program::waitForEnd()
{
    if (isRunning() && !m_process.waitForFinished(30000))
        return -1;
    return m_process.exitStatus() == QProcess::CrashExit ? 128 + m_process.exitCode() : m_process.exitCode();
}

void Program::signal(int number) const
{
    ::kill(static_cast<pid_t>(m_process.processId()), number);
}

QByteArray Program::output()
{
    m_process.waitForReadyRead(0);
    m_output += m_process.readAllStandardOutput();
    return m_output;
}

QByteArray Program::errors()
{
    m_process.waitForReadyRead(0);
    m_errors += m_process.readAllStandardError();
    return m_errors;
}

CliRoom::CliRoom(PostgresServer &server)
    : m_server(server)
    , m_database(server.createDatabase())
{
}

std::unique_ptr<Program> CliRoom::run(const QString &instance, const QStringList &command,
                                      const QStringList &options) const
{
    QStringList arguments{QStringLiteral("run"), QStringLiteral("--dsn"),         dsn(),   QStringLiteral("--lease"),
                          QStringLiteral("2s"),  QStringLiteral("--instance-id"), instance};
    arguments += options;
    arguments += QStringLiteral("--");
    return std::make_unique<Program>(arguments + command);
}

std::unique_ptr<Program> CliRoom::elector(const QStringList &arguments) const
{
    return std::make_unique<Program>(arguments + QStringList{QStringLiteral("--dsn"), dsn()});
}

QString CliRoom::program()
{
    return QStringLiteral(ELECTOR_BIN_DIR "/elector");
}

QJsonArray CliRoom::status() const
{
    const auto program = elector({QStringLiteral("status"), QStringLiteral("--json")});
    return program->waitForEnd() == 0 ? QJsonDocument::fromJson(program->output()).array() : QJsonArray();
}

QString CliRoom::leader() const
{
    return sql(QStringLiteral("SELECT split_part(leader_id, '#', 1) FROM leader_lease WHERE id = 1 AND expires_at > "
                              "clock_timestamp()"))
        .value()
        .toString();
}

QStringList CliRoom::lines(const QString &name) const
{
    QFile written(file(name));
    if (!written.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(written.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

int processesWith(const QString &marker)
{
    int count = 0;
    const QStringList processes = QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs);
    for (const QString &process : processes) {
        QFile commandLine(QStringLiteral("/proc/%1/cmdline").arg(process));
        if (commandLine.open(QIODevice::ReadOnly) && commandLine.readAll().contains(marker.toUtf8()))
            ++count;
    }
    return count;
}

QList<qint64> descendants(qint64 parent)
{
    QList<qint64> found;
    QFile children(QStringLiteral("/proc/%1/task/%1/children").arg(parent));
    if (children.open(QIODevice::ReadOnly)) {
        for (const QByteArray &child : children.readAll().split(' ')) {
            if (const qint64 pid = child.toLongLong()) {
                found.append(pid);
                found += descendants(pid);
            }
        }
    }
    return found;
}

qint64 bootTime()
{
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return now.tv_sec * 1'000'000'000LL + now.tv_nsec;
}

} // namespace Elector
