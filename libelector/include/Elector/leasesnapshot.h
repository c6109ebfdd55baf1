// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/bootclock.h>
#include <Elector/elector_export.h>
#include <Elector/electorerror.h>
#include <Elector/lease.h>

#include <QtCore/QList>
#include <QtCore/QMetaType>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace Elector {

/// A lease as it was read, and what it takes to say what it is at another time. Never changes; shared by all snapshots
/// until the row in the database does.
struct LeaseRow
{
    Lease lease; ///< its `remaining` and `state` held at `readAt`
    BootClock::time_point readAt; ///< when it was asked for
    std::chrono::microseconds expiresAt{}; ///< since 1970 by the server's clock; the largest value if endless
    std::chrono::microseconds reservedUntil{}; ///< since 1970 by the server's clock; zero if not reserved
    bool revoked = false; ///< an operator took it back, whether it has expired since or not
    bool listed = false; ///< the lock has a row in `leader_lease_lock`
};
/// One lease as it was read, shared by all snapshots that have it.
using LeaseRowPtr = std::shared_ptr<const LeaseRow>;

/// What an observer knows after one look at the database: all leases, and how they differ from the look before.
///
/// A value: any thread, cheap to copy, never changes. What nobody needs any more is freed in a thread of its own,
/// for with very many leases that takes a while.
class ELECTOR_EXPORT LeaseSnapshot
{
public:
    /// An empty one.
    LeaseSnapshot() = default;

    /// How many leases there are.
    qsizetype size() const;
    /// When it was asked for: `remaining` of leases() held then, at most.
    BootClock::time_point takenAt() const;
    /// All leases by lock id. Makes a list of them: with very many leases that takes a while.
    QList<Lease> leases() const;
    /// That of one lock; empty if it has none.
    std::optional<Lease> lease(int lockId) const;

    /// False while the first of many leases have been read, and more are to come.
    bool isComplete() const;
    /// Why not all leases are here though it is complete; none if they are.
    ElectorError limitation() const;

    /// True for the first snapshot after start(): whatever was known before is void.
    bool startsOver() const;
    /// New rows, and those that are not what they were in the snapshot before, by lock id.
    const std::vector<LeaseRowPtr> &changed() const;
    /// The locks that are not there any more, by id.
    const std::vector<int> &removed() const;

private:
    friend class LeaseReader;
    struct Data;
    std::shared_ptr<const Data> d;
};

} // namespace Elector

Q_DECLARE_METATYPE(Elector::LeaseSnapshot)
