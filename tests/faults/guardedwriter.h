// SPDX-License-Identifier: MIT
#pragma once

#include "faults/recordwriter.h"

#include <Elector/leaderelector.h>

#include <QtSql/QSqlDatabase>

#include <atomic>
#include <thread>
#include <vector>

namespace Elector::Faults {

/// What an application does while it leads: writes to the guarded resource, in transactions of its own, on a connection
/// of its own, in a thread of its own. After a loss it goes on for one late write under the tenure that it had.
class GuardedWriter
{
public:
    /// Writes for whichever of the electors leads. Several hosts, with as many ports, are separated by commas.
    GuardedWriter(const std::vector<const LeaderElector *> &electors, const RecordWriter &records, const QString &hosts,
                  const QString &ports, const QString &database);
    ~GuardedWriter();
    GuardedWriter(const GuardedWriter &) = delete;
    GuardedWriter &operator=(const GuardedWriter &) = delete;

    /// The next transaction works for that long, in one statement, between guard and commit. Any thread.
    void setNextWork(std::chrono::milliseconds work) { m_nextWork = work.count(); }

private:
    void run();
    bool write(const QSqlDatabase &database, const LeaderElector &elector, const QString &leaderId, qint64 term);
    bool writeLate(const QSqlDatabase &database, const QString &leaderId, qint64 term);
    bool apply(const QSqlDatabase &database, const QString &leaderId, qint64 term);
    void say(const char *kind, qint64 term) const;

    const std::vector<const LeaderElector *> m_electors;
    const RecordWriter &m_records;
    const QString m_hosts;
    const QString m_ports;
    const QString m_database;
    std::atomic<qint64> m_nextWork = 0;
    std::atomic<bool> m_ends = false;
    std::thread m_thread;
};

} // namespace Elector::Faults
