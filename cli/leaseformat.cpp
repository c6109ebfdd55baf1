// SPDX-License-Identifier: MIT
#include "leaseformat.h"

#include "terminal.h"

#include <Elector/leasejson.h>

#include <QtCore/QJsonDocument>

#include <algorithm>

namespace Elector::LeaseFormat {

namespace {

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
