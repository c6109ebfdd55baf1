// SPDX-License-Identifier: MIT
#include "leaseformat.h"

#include "terminal.h"
#include "texttable.h"

#include <Elector/leasejson.h>

#include <QtCore/QJsonDocument>

#include <algorithm>

namespace Elector::LeaseFormat {

namespace {

/// Why nobody leads comes before that nobody does.
QString stateCell(const Lease &lease, LeaseState state)
{
    if (!lease.order || state == LeaseState::Held || state == LeaseState::Revoked)
        return stateName(state);
    return lease.order.paused ? QStringLiteral("paused") : QStringLiteral("reserved");
}

/// "paused by olga: disk swap"; empty if nothing is ordered.
QString orderText(const LockOrder &order)
{
    if (!order)
        return {};
    QString text = order.paused ? QStringLiteral("paused") : QStringLiteral("reserved for %1").arg(order.reservedFor);
    if (!order.operatorName.isEmpty())
        text += QStringLiteral(" by ") + order.operatorName;
    return order.reason.isEmpty() ? text : text + QStringLiteral(": ") + order.reason;
}

QString lockText(int lock, const QString &name)
{
    return name.isEmpty() ? QString::number(lock) : QString::number(lock) + QLatin1Char(' ') + name;
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? QStringLiteral("-") : text;
}

QStringList cells(const Lease &lease, std::chrono::microseconds remaining)
{
    const bool over = lease.state == LeaseState::Free || remaining <= std::chrono::microseconds::zero();
    const QString expiry = lease.state == LeaseState::Free ? QStringLiteral("-")
        : over                                             ? QStringLiteral("expired")
        : remaining == std::chrono::microseconds::max()
        ? QStringLiteral("never")
        : QStringLiteral("%1 s").arg(static_cast<double>(remaining.count()) / 1e6, 0, 'f', 1);
    const LeaseState state = lease.state == LeaseState::Held && over ? LeaseState::Expired : lease.state;
    return {lockText(lease.lockId, lease.name),
            orDash(lease.leaderId),
            stateCell(lease, state),
            lease.term ? QString::number(*lease.term) : QStringLiteral("-"),
            expiry,
            orderText(lease.order)};
}

/// By whom, and why: the operator as he named himself, otherwise the role of the database. What nodes do to their own
/// leases says that already.
QString authorText(const LeaseEvent &event)
{
    static const QStringList ofNodes{QStringLiteral("captured"), QStringLiteral("released"), QStringLiteral("expired"),
                                     QStringLiteral("acknowledged"), QStringLiteral("superseded")};
    if (event.operatorName.isEmpty() && event.reason.isEmpty() && ofNodes.contains(event.kind))
        return {};
    const QString who = event.operatorName.isEmpty() ? event.actor : event.operatorName;
    const QString text = who.isEmpty() ? QString() : QStringLiteral("by ") + who;
    if (event.reason.isEmpty() || text.isEmpty())
        return text + event.reason;
    return text + QStringLiteral(": ") + event.reason;
}

} // namespace

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray document(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

QString describe(const LockOrder &order)
{
    if (order)
        return QStringLiteral("is ") + orderText(order);
    QString text = QStringLiteral("is neither paused nor reserved any more");
    if (!order.operatorName.isEmpty())
        text += QStringLiteral(" by ") + order.operatorName;
    return order.reason.isEmpty() ? text : text + QStringLiteral(": ") + order.reason;
}

QList<Lease> heldOrOrdered(QList<Lease> leases)
{
    leases.removeIf([](const Lease &lease) { return lease.state == LeaseState::Free && !lease.order; });
    return leases;
}

QStringList table(const LeaseObserver &observer, const QList<Lease> &leases, int width)
{
    TextTable table({{QStringLiteral("LOCK"), 12},
                     {QStringLiteral("HOLDER"), 16},
                     {QStringLiteral("STATE"), 8},
                     {QStringLiteral("TERM"), 4, 1},
                     {QStringLiteral("EXPIRES"), 9},
                     {QStringLiteral("ORDER"), 16, 2, true}});
    for (const Lease &lease : leases)
        table.add(cells(lease, observer.remainingNow(lease)));
    return table.lines(width);
}

QString localTime(const QDateTime &time)
{
    const QDateTime local = time.toLocalTime();
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODateWithMs);
}

QHash<int, QString> lockNames(const QList<Lease> &leases)
{
    QHash<int, QString> names;
    for (const Lease &lease : leases) {
        if (!lease.name.isEmpty())
            names.insert(lease.lockId, lease.name);
    }
    return names;
}

QStringList sentences(const QList<LeaseEvent> &events, const QHash<int, QString> &lockNames)
{
    // Wide enough for what is usual, so that lines that are printed one by one stand below each other, too.
    TextTable table({{{}, 0}, {{}, 7}, {{}, 8}, {{}, 24}, {{}, 8}, {{}, 0, 0, true}});
    for (const LeaseEvent &event : events)
        table.add({localTime(event.at), QStringLiteral("lock ") + lockText(event.lockId, lockNames.value(event.lockId)),
                   event.kind, orDash(event.leaderId),
                   event.term.value_or(0) > 0 ? QStringLiteral("term %1").arg(*event.term) : QStringLiteral("-"),
                   authorText(event)});
    return table.lines(Terminal::unlimited);
}

} // namespace Elector::LeaseFormat
