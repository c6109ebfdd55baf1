// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/bootclock.h>
#include <Elector/leasesnapshot.h>

#include <QtCore/QString>

#include <chrono>
#include <memory>
#include <optional>

namespace Elector {

namespace LeaseColumns {
enum Column {
    LockColumn,
    HolderColumn,
    StateColumn,
    TermColumn,
    ExpiresColumn,
    SinceColumn,
    RenewalsColumn,
    WaitingColumn,
    SlackColumn
};
constexpr int count = SlackColumn + 1;
} // namespace LeaseColumns

/// What the state column says: why nobody leads comes before that nobody does.
enum class ShownState { Held, Expired, Revoked, Free, Paused, Reserved };

/// The locks of one instance, as the row above them sums them up.
struct LeaseGroup
{
    QString instance; ///< as it is configured; empty for the locks that nobody holds
    int locks = 0;
    int troubled = 0; ///< of them: expired, revoked, near misses, changing hands all the time
    std::optional<std::chrono::microseconds> soonestExpiry; ///< since boot
    bool collapsed = false;
    friend bool operator==(const LeaseGroup &, const LeaseGroup &) = default;
};

/// One row of the table, all that can be said of it but for what moves with time. Never changes; any thread.
struct ShownLease
{
    LeaseRowPtr row; ///< null for a group
    std::chrono::microseconds span{}; ///< the whole lease, for the bar; the most that was seen if nobody says
    std::optional<BootClock::time_point> changedAt; ///< when its holder was seen to change
    bool ranOut = false; ///< since it was read
    std::optional<std::chrono::milliseconds> slack; ///< what was left of the lease at the latest of recent renewals
    bool slackIsBound = false; ///< no more than that: not every renewal was seen
    bool nearMiss = false;
    bool flapping = false;
    QString holderKey; ///< what the holder column sorts by
    QString group; ///< what its group sorts by; null unless the table is grouped
    std::optional<LeaseGroup> summary; ///< of a group

    LeaseState state() const;
    ShownState shownState() const { return shownStateIn(state()); }
    /// The same for a state that may have become another one since.
    ShownState shownStateIn(LeaseState state) const;
    bool isTroubled() const;
    /// When its lease runs out, since boot; empty if it is not running, or endless.
    std::optional<std::chrono::microseconds> expiry() const;
    /// What a column sorts by; grows with the value, and does not change as time goes by. The holder column sorts by
    /// `holderKey`.
    qint64 sortKey(int column) const;
};
using ShownLeasePtr = std::shared_ptr<const ShownLease>;

} // namespace Elector
