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
Lease leaseOf(const QSqlQuery &query, ServerTime now)
{
    Lease lease;
    lease.lockId = query.value(1).toInt();
    lease.name = query.value(2).toString();
    lease.order = RowReading::order(query, 11, now);
    if (query.isNull(3))
        return lease;
    const QString leaderId = query.value(3).toString();
    lease.leaderId = Tombstone::original(leaderId);
    lease.state = stateOf(leaderId, query.value(4).toBool());
    lease.remaining
        = std::max(std::chrono::microseconds::zero(), RowReading::remaining(RowReading::time(query, 5), now));
    lease.expiresAt = RowReading::dateTime(query, 5);
    lease.createdAt = RowReading::dateTime(query, 6);
    lease.term = RowReading::number(query, 7);
    lease.leaseDuration = std::chrono::milliseconds(query.value(8).toLongLong());
    lease.renewals = query.isNull(9) ? -1 : query.value(9).toLongLong();
    lease.metadata = query.value(10).toString();
    return lease;
}

LeaseEvent eventOf(const QSqlQuery &query)
{
    LeaseEvent event;
    event.sequence = query.value(0).toLongLong();
    event.at = RowReading::dateTime(query, 1).value_or(QDateTime());
    event.lockId = query.value(2).toInt();
    event.term = RowReading::number(query, 3);
    event.leaderId = query.value(4).toString();
    event.kind = query.value(5).toString();
    event.actor = query.value(6).toString();
    event.operatorName = query.value(7).toString();
    event.application = query.value(8).toString();
    event.address = query.value(9).toString();
    event.reason = query.value(10).toString();
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
    while (execution.query->next()) {
        snapshot.serverTime = RowReading::time(*execution.query, 0);
        if (!execution.query->isNull(1)) // there is one empty row where there is no lock
            snapshot.leases.push_back(leaseOf(*execution.query, snapshot.serverTime));
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
    while (execution.outcome == Outcome::Answered && execution.query->next())
        history.events.push_back(eventOf(*execution.query));
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
    if (!execution.query->next()) {
        intervention.outcome = Outcome::Unknown;
        intervention.error = unreadable();
        return intervention;
    }
    intervention.result = execution.query->value(0).toBool() ? Intervention::Done : Intervention::MovedOn;
    intervention.serverTime = RowReading::time(*execution.query, 1);
    if (tellsRow)
        intervention.row = RowReading::row(*execution.query, 2, intervention.serverTime);
    return intervention;
}

} // namespace Elector
