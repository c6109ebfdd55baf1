// SPDX-License-Identifier: MIT
#include "leaseformat.h"

#include "terminal.h"

#include <QtCore/QJsonDocument>

#include <algorithm>

namespace Elector::LeaseFormat {

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue orNull(const std::optional<qint64> &number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

constexpr int LockColumn = 16;
constexpr int StateColumn = 8;
constexpr int TermColumn = 20;
constexpr int ExpiryColumn = 9;

int holderColumn(int width)
{
    return std::max(16, width - LockColumn - StateColumn - TermColumn - ExpiryColumn - 4);
}

QString row(const QString &lock, const QString &holder, const QString &state, const QString &term,
            const QString &expiry, int width)
{
    const QStringList cells{Terminal::cell(lock, LockColumn), Terminal::cell(holder, holderColumn(width)),
                            Terminal::cell(state, StateColumn), Terminal::cell(term, TermColumn),
                            Terminal::cell(expiry, ExpiryColumn)};
    return cells.join(QLatin1Char(' ')).trimmed();
}

/// Why nobody leads comes before that nobody does.
QString stateCell(const Lease &lease, LeaseState state)
{
    if (!lease.order || state == LeaseState::Held || state == LeaseState::Revoked)
        return stateName(state);
    return lease.order.paused ? QStringLiteral("paused") : QStringLiteral("reserved");
}

} // namespace

QString stateName(LeaseState state)
{
    switch (state) {
    case LeaseState::Held:
        return QStringLiteral("held");
    case LeaseState::Expired:
        return QStringLiteral("expired");
    case LeaseState::Revoked:
        return QStringLiteral("revoked");
    case LeaseState::Free:
        break;
    }
    return QStringLiteral("free");
}

QString time(const std::optional<QDateTime> &utc)
{
    return utc ? utc->toUTC().toString(Qt::ISODateWithMs) : QString();
}

QJsonObject toJson(const Lease &lease, std::chrono::microseconds remaining)
{
    const bool infinite = remaining == std::chrono::microseconds::max();
    return {
        {QStringLiteral("lock"), lease.lockId},
        {QStringLiteral("name"), orNull(lease.name)},
        {QStringLiteral("holder"), orNull(lease.leaderId)},
        {QStringLiteral("instance"), orNull(lease.instanceId())},
        {QStringLiteral("term"), orNull(lease.term)},
        {QStringLiteral("state"),
         stateName(lease.state == LeaseState::Held && remaining <= std::chrono::microseconds::zero()
                       ? LeaseState::Expired
                       : lease.state)},
        {QStringLiteral("expires_in_ms"),
         infinite ? QJsonValue(QJsonValue::Null) : QJsonValue(static_cast<qint64>(remaining.count() / 1000))},
        {QStringLiteral("expires_at"), orNull(time(lease.expiresAt))},
        {QStringLiteral("created_at"), orNull(time(lease.createdAt))},
        {QStringLiteral("lease_ms"),
         lease.leaseDuration.count() > 0 ? QJsonValue(static_cast<qint64>(lease.leaseDuration.count()))
                                         : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("renewals"), lease.renewals >= 0 ? QJsonValue(lease.renewals) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("metadata"), orNull(lease.metadata)},
        {QStringLiteral("paused"), lease.order.paused},
        {QStringLiteral("reserved_for"), orNull(lease.order.reservedFor)},
        {QStringLiteral("ordered_by"), orNull(lease.order.operatorName)},
        {QStringLiteral("order_reason"), orNull(lease.order.reason)},
    };
}

QJsonObject toJson(const LeaseEvent &event)
{
    return {
        {QStringLiteral("event"), event.kind},
        {QStringLiteral("at"), time(event.at)},
        {QStringLiteral("lock"), event.lockId},
        {QStringLiteral("holder"), orNull(event.leaderId)},
        {QStringLiteral("term"), orNull(event.term)},
        {QStringLiteral("actor"), orNull(event.actor)},
        {QStringLiteral("application"), orNull(event.application)},
        {QStringLiteral("address"), orNull(event.address)},
        {QStringLiteral("reason"), orNull(event.reason)},
        {QStringLiteral("sequence"), event.sequence},
    };
}

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QString describe(const LockOrder &order)
{
    QString text = order.paused ? QStringLiteral("is paused")
        : order.isReserved()    ? QStringLiteral("is reserved for %1").arg(order.reservedFor)
                                : QStringLiteral("is neither paused nor reserved any more");
    if (!order.operatorName.isEmpty())
        text += QStringLiteral(" by %1").arg(order.operatorName);
    return order.reason.isEmpty() ? text : text + QStringLiteral(": ") + order.reason;
}

QString tableHeader(int width)
{
    return row(QStringLiteral("LOCK"), QStringLiteral("HOLDER"), QStringLiteral("STATE"), QStringLiteral("TERM"),
               QStringLiteral("EXPIRES"), width);
}

QString tableRow(const Lease &lease, std::chrono::microseconds remaining, int width)
{
    const bool over = lease.state == LeaseState::Free || remaining <= std::chrono::microseconds::zero();
    const QString expiry = lease.state == LeaseState::Free ? QStringLiteral("-")
        : over                                             ? QStringLiteral("expired")
        : remaining == std::chrono::microseconds::max()
        ? QStringLiteral("never")
        : QStringLiteral("%1 s").arg(static_cast<double>(remaining.count()) / 1e6, 0, 'f', 1);
    const LeaseState state = lease.state == LeaseState::Held && over ? LeaseState::Expired : lease.state;
    return row(lease.name.isEmpty() ? QString::number(lease.lockId)
                                    : QStringLiteral("%1 %2").arg(lease.lockId).arg(lease.name),
               lease.leaderId.isEmpty() ? QStringLiteral("-") : lease.leaderId, stateCell(lease, state),
               lease.term ? QString::number(*lease.term) : QStringLiteral("-"), expiry, width);
}

QString sentence(const LeaseEvent &event)
{
    QString text = QStringLiteral("%1  lock %2  %3  %4")
                       .arg(event.at.toLocalTime().toString(QStringLiteral("HH:mm:ss.zzz")))
                       .arg(event.lockId)
                       .arg(Terminal::cell(event.kind, 12), Terminal::cell(event.leaderId, 48).trimmed());
    if (!event.reason.isEmpty())
        text += QStringLiteral("  by %1: %2").arg(event.actor, Terminal::cell(event.reason, 60).trimmed());
    return text;
}

} // namespace Elector::LeaseFormat
