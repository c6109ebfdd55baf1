// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/lease.h>

#include <QtCore/QJsonObject>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <chrono>

namespace Elector {

/// Leases and events as the commands print them.
namespace LeaseFormat {

QString stateName(LeaseState state); ///< held, expired, revoked, free
QString time(const std::optional<QDateTime> &utc); ///< ISO 8601 with milliseconds and Z; empty if unknown

/// The fields that scripts rely on; see docs. `remaining` is what is left now.
QJsonObject toJson(const Lease &lease, std::chrono::microseconds remaining);
QJsonObject toJson(const LeaseEvent &event);
QByteArray line(const QJsonObject &object); ///< compact, with a newline

/// "is paused by olga: disk swap".
QString describe(const LockOrder &order);
QString tableHeader(int width);
QString tableRow(const Lease &lease, std::chrono::microseconds remaining, int width);
/// For people: "held by web-1, term 7".
QString sentence(const LeaseEvent &event);

} // namespace LeaseFormat
} // namespace Elector
