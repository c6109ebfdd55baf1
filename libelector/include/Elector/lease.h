// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/elector_export.h>
#include <Elector/electorerror.h>
#include <Elector/lockorder.h>

#include <QtCore/QDateTime>
#include <QtCore/QMetaType>
#include <QtCore/QString>

#include <chrono>
#include <optional>

namespace Elector {

/// One lock as it was read: a value, any thread.
struct Lease
{
    int lockId = 0; ///< which lock
    QString name; ///< from `leader_lease_lock`; empty if it has none, and always empty on the plain level
    QString leaderId; ///< as in the row, without the tombstone's prefix; empty if Free
    std::optional<qint64> term; ///< the fencing token; empty on the plain level
    LeaseState state = LeaseState::Free; ///< by the clock of the server, when it was read
    /// Time to expiry by the *server's* clock when it was read; never negative. `infinity` in the row is
    /// microseconds::max().
    std::chrono::microseconds remaining{};
    std::optional<QDateTime>
        createdAt; ///< UTC; since when the holder holds it. Empty if Free or out of QDateTime's range
    std::optional<QDateTime> expiresAt; ///< UTC, by the server's clock; empty if Free or infinite
    std::chrono::milliseconds
        leaseDuration{}; ///< as the holder's last capture or renewal asked for; zero if not known (plain, npm nodes)
    qint64 renewals = -1; ///< since the capture; -1 if not known
    QString metadata; ///< what the leader publishes, such as its address; empty if nothing
    LockOrder order; ///< what an operator has ordered for this lock
    /// Sessions that wait for the lock, by their application_name; -1 if not known. Nodes of nest-leader-election, and
    /// sessions with an application_name of their user's, are not counted, for nobody can tell.
    int candidates = -1;

    /// `leaderId` without the part after `#`: the instance as configured. The whole `leaderId` if it has no `#`.
    ELECTOR_EXPORT QString instanceId() const;
    /// The part of `leaderId` after the last `#`: incarnation and capture. Empty for npm nodes.
    ELECTOR_EXPORT QString incarnation() const;
    friend bool operator==(const Lease &, const Lease &) = default;
};

/// One entry of a lock's history (full level): a value, any thread.
struct LeaseEvent
{
    qint64 sequence = 0; ///< grows in the order of writing
    QDateTime at; ///< UTC, by the server's clock
    int lockId = 0; ///< which lock
    std::optional<qint64> term; ///< the fencing token; empty on the plain level
    QString leaderId; ///< whom it happened to
    QString kind; ///< captured, released, expired, revoked, acknowledged, evicted, superseded, truncated, upgraded;
                  ///< of the lock itself: paused, resumed, reserved (for leaderId), renamed; others may come
    QString actor; ///< the database role that did it
    QString operatorName; ///< as the operator who did it gave his name; empty if nobody did
    QString application; ///< its application_name
    QString address; ///< its address; empty for a unix socket or if it may not be seen
    QString reason; ///< as given by the operator; may be empty
    friend bool operator==(const LeaseEvent &, const LeaseEvent &) = default;
};

} // namespace Elector

Q_DECLARE_METATYPE(Elector::Lease)
Q_DECLARE_METATYPE(Elector::LeaseEvent)
