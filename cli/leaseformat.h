// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/lease.h>

#include <QtCore/QJsonObject>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <chrono>

namespace Elector {

/// Leases and events as the commands print them for people; for programs see <Elector/LeaseJson>.
namespace LeaseFormat {

QByteArray line(const QJsonObject &object); ///< compact, with a newline

/// "is paused by olga: disk swap".
QString describe(const LockOrder &order);
QString tableHeader(int width);
QString tableRow(const Lease &lease, std::chrono::microseconds remaining, int width);
/// For people: "held by web-1, term 7".
QString sentence(const LeaseEvent &event);

} // namespace LeaseFormat
} // namespace Elector
