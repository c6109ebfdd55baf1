// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/elector_export.h>

#include <QtCore/QMetaType>
#include <QtCore/QString>

#include <chrono>

namespace Elector {

/// What an operator has ordered for a lock (full level): nobody captures it while it is paused; only the instance that
/// it is reserved for captures it until the reservation ends, which its capture does. A value; any thread.
struct LockOrder
{
    bool paused = false; ///< nobody may capture it
    QString reservedFor; ///< an instanceId; empty if the lock is not reserved
    /// How long the reservation still lasted when it was read; zero if there is none.
    std::chrono::microseconds reservedRemaining{};
    QString operatorName; ///< who ordered it, as he gave his name; may be empty
    QString reason; ///< as he gave it; may be empty

    /// Whether `instanceId` may not capture the lock.
    bool bars(const QString &instanceId) const { return paused || (isReserved() && reservedFor != instanceId); }
    /// Whether it is reserved for an instance.
    bool isReserved() const { return !reservedFor.isEmpty(); }
    /// Whether anything is ordered at all.
    explicit operator bool() const { return paused || isReserved(); }
    friend bool operator==(const LockOrder &, const LockOrder &) = default;
};

} // namespace Elector

Q_DECLARE_METATYPE(Elector::LockOrder)
