// SPDX-License-Identifier: MIT
#include "sql/leaseinspector_p.h"

#include "rules/tombstone_p.h"
#include "sql/rowreading_p.h"
#include "sql/sqlconnection_p.h"
#include "sql/sqltext_p.h"

#include <QtCore/QVariant>

#include <algorithm>

namespace Elector {

namespace {

ElectorError unreadable()
{
    return {ErrorCode::Database, QStringLiteral("The database gave an answer that makes no sense."), {}, {}};
}

/// An empty QString may arrive as NULL, which would set nothing.
QString notNull(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

QVariant optional(std::optional<qint64> term)
{
    return term ? QVariant(*term) : QVariant();
}

LeaseState stateOf(const QString &leaderId, bool expired)
{
    if (expired)
        return LeaseState::Expired;
    return Tombstone::is(leaderId) ? LeaseState::Revoked : LeaseState::Held;
}

/// From a row of the snapshot, whose columns are in the order of statements/snapshot.sql.
Lease leaseOf(const BinaryRow &row, ServerTime now)
{
    Lease lease;
    lease.lockId = int(row.number(1));
    lease.name = row.text(2);
    lease.order = RowReading::order(row, 11, now);
    if (row.isNull(3))
        return lease;
    const QString leaderId = row.text(3);
    lease.leaderId = Tombstone::original(leaderId);
    lease.state = stateOf(leaderId, row.flag(4));
    lease.remaining = std::max(std::chrono::microseconds::zero(), RowReading::remaining(RowReading::time(row, 5), now));
    lease.expiresAt = RowReading::dateTime(row, 5);
    lease.createdAt = RowReading::dateTime(row, 6);
    lease.term = RowReading::number(row, 7);
    lease.leaseDuration = std::chrono::milliseconds(row.number(8));
    lease.renewals = row.isNull(9) ? -1 : row.number(9);
    lease.metadata = row.text(10);
    return lease;
}

LeaseEvent eventOf(const BinaryRow &row)
{
    LeaseEvent event;
    event.sequence = row.number(0);
    event.at = RowReading::dateTime(row, 1).value_or(QDateTime());
    event.lockId = int(row.number(2));
    event.term = RowReading::number(row, 3);
    event.leaderId = row.text(4);
    event.kind = row.text(5);
    event.actor = row.text(6);
    event.operatorName = row.text(7);
    event.application = row.text(8);
    event.address = row.text(9);
    event.reason = row.text(10);
    return event;
}

} // namespace

LeaseInspector::LeaseInspector(SqlConnection &connection, const QString &schema, SchemaLevel level)
    : m_connection(connection)
    , m_schema(schema)
    , m_level(level)
{
    Q_ASSERT(level == SchemaLevel::Plain || level == SchemaLevel::Full);
}

LeaseInspector::Snapshot LeaseInspector::snapshot()
{
    const Execution execution = m_connection.execute(SqlText::statement(QStringLiteral("snapshot"), m_schema, m_level));
    Snapshot snapshot{execution.outcome, execution.sentAt, execution.receivedAt, {}, {}, execution.error};
    if (execution.outcome != Outcome::Answered)
        return snapshot;
    for (int n = 0; n < execution.count(); ++n) {
        const BinaryRow row = execution.row(n);
        snapshot.serverTime = RowReading::time(row, 0);
        if (!row.isNull(1)) // there is one empty row where there is no lock
            snapshot.leases.push_back(leaseOf(row, snapshot.serverTime));
    }
    return snapshot;
}

LeaseInspector::History LeaseInspector::history(std::optional<int> lockId, qint64 afterSequence, int limit,
                                                std::optional<qint64> beforeSequence)
{
    History history;
    if (m_level != SchemaLevel::Full) {
        history.outcome = Outcome::Answered;
        return history;
    }
    const QVariant lock = lockId ? QVariant(*lockId) : QVariant();
    const Execution execution
        = m_connection.execute(SqlText::statement(QStringLiteral("history"), m_schema, m_level),
                               {lock, afterSequence, optional(beforeSequence), std::max(limit, 0)});
    history.outcome = execution.outcome;
    history.error = execution.error;
    for (int n = 0; n < execution.count(); ++n)
        history.events.push_back(eventOf(execution.row(n)));
    return history;
}

LeaseInspector::Intervention LeaseInspector::revoke(int lockId, const QString &leaderId, std::optional<qint64> term,
                                                    const QString &operatorName, const QString &reason)
{
    return intervene("revoke", lockId, leaderId, term, operatorName, reason);
}

LeaseInspector::Intervention LeaseInspector::evict(int lockId, const QString &leaderId, std::optional<qint64> term,
                                                   const QString &operatorName, const QString &reason)
{
    return intervene("evict", lockId, leaderId, term, operatorName, reason);
}

LeaseInspector::Intervention LeaseInspector::pause(int lockId, const QString &operatorName, const QString &reason)
{
    return order(lockId, {"pause", {}, {}, {}, {}}, operatorName, reason);
}

LeaseInspector::Intervention LeaseInspector::resume(int lockId, const QString &operatorName, const QString &reason)
{
    return order(lockId, {"resume", {}, {}, {}, {}}, operatorName, reason);
}

LeaseInspector::Intervention LeaseInspector::reserve(int lockId, const QString &instanceId,
                                                     std::chrono::milliseconds span, const QString &leaderId,
                                                     std::optional<qint64> term, const QString &operatorName,
                                                     const QString &reason)
{
    return order(lockId, {"reserve", instanceId, span, leaderId, term}, operatorName, reason);
}

LeaseInspector::Intervention LeaseInspector::order(int lockId, const Order &order, const QString &operatorName,
                                                   const QString &reason)
{
    if (m_level != SchemaLevel::Full)
        return needsFull();
    const QVariant leader = order.leaderId.isEmpty() ? QVariant() : QVariant(order.leaderId);
    const QVariant instance = order.instanceId.isEmpty() ? QVariant() : QVariant(order.instanceId);
    const QVariantList values{notNull(operatorName),
                              notNull(reason),
                              lockId,
                              QLatin1String(order.what),
                              instance,
                              static_cast<qlonglong>(order.span.count()),
                              leader,
                              optional(order.term)};
    // A capture at the same moment: nothing was done, and the next try sees it.
    constexpr int attempts = 5;
    Intervention intervention;
    for (int i = 0; i < attempts; ++i) {
        intervention = finish(
            m_connection.execute(SqlText::statement(QStringLiteral("order"), m_schema, m_level), values), false);
        if (intervention.outcome != Outcome::Failed || intervention.error.sqlState != QLatin1String("40001"))
            break;
    }
    return intervention;
}

LeaseInspector::Intervention LeaseInspector::rename(int lockId, const QString &name, const QString &operatorName,
                                                    const QString &reason)
{
    if (m_level != SchemaLevel::Full)
        return needsFull();
    const QVariant value = name.isEmpty() ? QVariant() : QVariant(name);
    Intervention intervention
        = finish(m_connection.execute(SqlText::statement(QStringLiteral("rename"), m_schema, m_level),
                                      {notNull(operatorName), notNull(reason), lockId, value}),
                 false);
    if (intervention.error.sqlState == QLatin1String("23505"))
        intervention.error
            = {ErrorCode::Configuration, QStringLiteral("Another lock has the name \"%1\".").arg(name),
               QStringLiteral("Choose a name that no other lock of this schema has."), intervention.error.sqlState};
    else if (intervention.error.sqlState == QLatin1String("22023"))
        intervention.error
            = {ErrorCode::Configuration, QStringLiteral("\"%1\" cannot be the name of a lock.").arg(name),
               QStringLiteral("Use 1 to 100 characters, no control characters, no blanks at its ends, "
                              "and not just a number."),
               intervention.error.sqlState};
    return intervention;
}

LeaseInspector::Intervention LeaseInspector::needsFull() const
{
    Intervention intervention;
    intervention.outcome = Outcome::Failed;
    intervention.error = {ErrorCode::TableForeign,
                          QStringLiteral("A plain leader_lease has no room for names and orders."),
                          QStringLiteral("Make the table full by \"elector migrate\"."),
                          {}};
    return intervention;
}

LeaseInspector::Intervention LeaseInspector::intervene(const char *statement, int lockId, const QString &leaderId,
                                                       std::optional<qint64> term, const QString &operatorName,
                                                       const QString &reason)
{
    return finish(m_connection.execute(SqlText::statement(QLatin1String(statement), m_schema, m_level),
                                       {notNull(operatorName), notNull(reason), lockId, leaderId, optional(term)}),
                  true);
}

LeaseInspector::Intervention LeaseInspector::finish(const Execution &execution, bool tellsRow)
{
    Intervention intervention;
    intervention.outcome = execution.outcome;
    intervention.error = execution.error;
    if (execution.outcome != Outcome::Answered)
        return intervention;
    if (execution.count() == 0) {
        intervention.outcome = Outcome::Unknown;
        intervention.error = unreadable();
        return intervention;
    }
    const BinaryRow row = execution.row(0);
    intervention.result = row.flag(0) ? Intervention::Done : Intervention::MovedOn;
    intervention.serverTime = RowReading::time(row, 1);
    if (tellsRow)
        intervention.row = RowReading::lease(row, 2, intervention.serverTime);
    return intervention;
}

} // namespace Elector
