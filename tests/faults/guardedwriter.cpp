// SPDX-License-Identifier: MIT
#include "faults/guardedwriter.h"

#include <Elector/leaseguard.h>

#include <QtCore/QVariant>
#include <QtSql/QSqlQuery>

#include <algorithm>

namespace Elector::Faults {

using namespace std::chrono_literals;

GuardedWriter::GuardedWriter(const std::vector<const LeaderElector *> &electors, const RecordWriter &records,
                             const QString &hosts, const QString &ports, const QString &database)
    : m_electors(electors)
    , m_records(records)
    , m_hosts(hosts)
    , m_ports(ports)
    , m_database(database)
    , m_thread([this] { run(); })
{
}

GuardedWriter::~GuardedWriter()
{
    m_ends = true;
    m_thread.join();
}

void GuardedWriter::run()
{
    const QString name = QStringLiteral("guarded work");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), name);
        database.setHostName(m_hosts);
        database.setDatabaseName(m_database);
        database.setUserName(QStringLiteral("postgres"));
        database.setConnectOptions(
            QStringLiteral("application_name=guarded-work;connect_timeout=2;port=%1;target_session_attrs=%2")
                .arg(m_ports,
                     m_ports.contains(QLatin1Char(',')) ? QStringLiteral("read-write") : QStringLiteral("any")));
        QString leaderId;
        qint64 term = 0;
        while (!m_ends) {
            if (!database.isOpen() && !database.open()) {
                std::this_thread::sleep_for(50ms);
                continue;
            }
            bool works = true;
            const auto leading = std::find_if(m_electors.begin(), m_electors.end(),
                                              [](const LeaderElector *elector) { return elector->isLeader(); });
            const LeaderElector &elector = leading == m_electors.end() ? *m_electors.front() : **leading;
            const QString now = elector.leaderId();
            const qint64 nowTerm = elector.term();
            if (!now.isEmpty() && nowTerm != 0 && elector.leaderId() == now) {
                leaderId = now;
                term = nowTerm;
                works = write(database, elector, leaderId, term);
            } else if (!leaderId.isEmpty()) {
                works = writeLate(database, leaderId, term);
                leaderId.clear();
            }
            if (!works)
                database.close(); // it may be broken
            std::this_thread::sleep_for(20ms);
        }
    }
    QSqlDatabase::removeDatabase(name);
}

/// Each returns false if the connection, or something else that is not the guard's doing, failed.
bool GuardedWriter::write(const QSqlDatabase &connection, const LeaderElector &elector, const QString &leaderId,
                          qint64 term)
{
    QSqlDatabase database = connection;
    if (!database.transaction())
        return false;
    LeaseGuard guard(database, elector);
    if (!guard.isGranted() || guard.term() != term) {
        say("refused", term);
        return database.rollback();
    }
    const qint64 work = m_nextWork.exchange(0);
    if (work > 0) {
        m_records.write("says " + RecordWriter::number(BootClock::now()) + " works");
        QSqlQuery(database).exec(QStringLiteral("SELECT pg_sleep(%1)").arg(static_cast<double>(work) / 1000.0));
    }
    const bool done = apply(database, leaderId, term) && guard.isStillGranted();
    // Until now nobody else may have begun to lead.
    if (work > 0)
        m_records.write("says " + RecordWriter::number(BootClock::now()) + (done ? " commits" : " fails"));
    if (!done || !database.commit()) {
        database.rollback();
        return false;
    }
    say("wrote", term);
    return true;
}

/// What a process does that was stopped between asking isLeader() and acting: the guard is all that stands in its way.
bool GuardedWriter::writeLate(const QSqlDatabase &connection, const QString &leaderId, qint64 term)
{
    QSqlDatabase database = connection;
    if (!database.transaction())
        return false;
    QSqlQuery guard(database);
    guard.prepare(QStringLiteral("SELECT leader_lease_guard(1, ?, ?)"));
    guard.addBindValue(leaderId);
    guard.addBindValue(term);
    if (!guard.exec() || !guard.next()) {
        database.rollback();
        return false;
    }
    const bool granted = guard.value(0).toBool();
    guard.finish();
    if (!granted) {
        say("refused", term);
        return database.rollback();
    }
    // Its lease had not run out, and nobody else had it: the order of terms tells.
    if (!apply(database, leaderId, term) || !database.commit())
        return false;
    say("wrote", term);
    return true;
}

/// The row's lock puts the writes in the order of their commits.
bool GuardedWriter::apply(const QSqlDatabase &database, const QString &leaderId, qint64 term)
{
    QSqlQuery query(database);
    if (!query.exec(QStringLiteral("UPDATE guarded SET writes = writes + 1")))
        return false;
    query.prepare(
        QStringLiteral("INSERT INTO guarded_log (sequence, leader_id, term) SELECT writes, ?, ? FROM guarded"));
    query.addBindValue(leaderId);
    query.addBindValue(term);
    return query.exec();
}

void GuardedWriter::say(const char *kind, qint64 term) const
{
    m_records.write(QByteArray(kind) + ' ' + RecordWriter::number(BootClock::now()) + ' ' + QByteArray::number(term));
}

} // namespace Elector::Faults
