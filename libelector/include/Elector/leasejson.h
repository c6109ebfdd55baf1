// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/elector_export.h>
#include <Elector/lease.h>

#include <QtCore/QJsonObject>
#include <QtCore/QString>

#include <chrono>

/// Leases and events as programs read them: `elector status --json`, `elector watch --json` and what the monitor
/// exports. Fields are added, never renamed or removed; what is not known is null; times are ISO 8601 in UTC; text is
/// as it stands in the database. Values only, any thread.
namespace Elector {

/// `held`, `expired`, `revoked`, `free`.
ELECTOR_EXPORT QString stateName(LeaseState state);

/// `lock`, `name`, `holder`, `instance`, `term`, `state`, `expires_in_ms` (0 once expired, null if never),
/// `expires_at`, `created_at`, `lease_ms`, `renewals`, `metadata`, `paused`, `reserved_for`, `ordered_by`,
/// `order_reason`. `remaining` is what is left now. `metadata` is the object itself if the leader published a JSON
/// object (as `elector run` does) that is not nested more than 32 deep, otherwise the text as a string.
ELECTOR_EXPORT QJsonObject toJson(const Lease &lease, std::chrono::microseconds remaining);

/// `sequence`, `event`, `at`, `lock`, `holder`, `term`, `actor`, `operator`, `application`, `address`, `reason`.
ELECTOR_EXPORT QJsonObject toJson(const LeaseEvent &event);

} // namespace Elector
