// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/leaseobserver.h>

#include <QtCore/QHash>
#include <QtCore/QJsonObject>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace Elector {

/// Leases and events as the commands print them for people; for programs see <Elector/LeaseJson>.
namespace LeaseFormat {

QByteArray line(const QJsonObject &object); ///< compact, with a newline: one of many
QByteArray document(const QJsonObject &object); ///< indented, with a newline: all that there is to say

/// "is paused by olga: disk swap".
QString describe(const LockOrder &order);
/// A header and a line for each lease, as `observer` sees it now; none longer than `width`.
/// Without those that are free and have no order: what people look for first.
QList<Lease> heldOrOrdered(QList<Lease> leases);
QStringList table(const LeaseObserver &observer, const QList<Lease> &leases, int width);
/// ISO 8601, the time of this machine with its offset from UTC.
QString localTime(const QDateTime &time);
/// The names that locks have, by their numbers.
QHash<int, QString> lockNames(const QList<Lease> &leases);
/// When, which lock, what, whom it happened to, the term, by whom and why; aligned with each other, nothing is cut.
QStringList sentences(const QList<LeaseEvent> &events, const QHash<int, QString> &lockNames);

} // namespace LeaseFormat
} // namespace Elector
