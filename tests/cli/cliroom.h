// SPDX-License-Identifier: MIT
#pragma once

#include "postgresserver.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QStringList>
#include <QtCore/QTemporaryDir>

#include <memory>

namespace Elector {

/// A program under test. Ended by the destructor, with everything that it started.
class Program
{
public:
    explicit Program(const QStringList &arguments,
                     const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());
    ~Program();

    /// Waits until it has ended (30 s) and returns its exit code, -1 if it did not end, 128 + n after signal n.
    int waitForEnd();
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    qint64 pid() const { return m_process.processId(); }
    void signal(int number) const;
    QByteArray output(); ///< all of standard output so far
    QByteArray errors(); ///< all of standard error so far

private:
    QProcess m_process;
    QByteArray m_output;
    QByteArray m_errors;
};

/// A database of its own for each test, and `elector` on it.
class CliRoom
{
public:
    explicit CliRoom(PostgresServer &server);

    QString dsn() const { return m_server.dsn(m_database); }
    QString database() const { return m_database; }
    /// Starts `elector run` with a lease of 2 s.
    std::unique_ptr<Program> run(const QString &instance, const QStringList &command,
                                 const QStringList &options = {}) const;
    std::unique_ptr<Program> elector(const QStringList &arguments) const;
    static QString program(); ///< `elector` itself
    /// `elector status --json`, or an empty array if it failed.
    QJsonArray status() const;
    /// The instance that leads lock 1, or empty.
    QString leader() const;
    SqlResult sql(const QString &text) const { return m_server.exec(text, m_database); }
    QString file(const QString &name) const { return m_directory.filePath(name); }
    /// The lines of a file that commands under test write.
    QStringList lines(const QString &name) const;

private:
    PostgresServer &m_server;
    QString m_database;
    QTemporaryDir m_directory;
};

/// Processes that run with `marker` somewhere in their command line.
int processesWith(const QString &marker);
/// All processes below `parent`.
QList<qint64> descendants(qint64 parent);
/// CLOCK_BOOTTIME in nanoseconds.
qint64 bootTime();

} // namespace Elector
