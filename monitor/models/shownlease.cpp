// SPDX-License-Identifier: MIT
#include "shownlease.h"

#include <limits>

namespace Elector {

using namespace std::chrono;

LeaseState ShownLease::state() const
{
    return row->lease.state == LeaseState::Held && ranOut ? LeaseState::Expired : row->lease.state;
}

ShownState ShownLease::shownStateIn(LeaseState is) const
{
    if (is == LeaseState::Held)
        return ShownState::Held;
    if (is == LeaseState::Revoked)
        return ShownState::Revoked;
    if (row->lease.order)
        return row->lease.order.paused ? ShownState::Paused : ShownState::Reserved;
    return is == LeaseState::Free ? ShownState::Free : ShownState::Expired;
}

bool ShownLease::isTroubled() const
{
    const ShownState is = shownState();
    return is == ShownState::Expired || is == ShownState::Revoked || nearMiss || flapping;
}

std::optional<microseconds> ShownLease::expiry() const
{
    const Lease &lease = row->lease;
    const bool runs = lease.state == LeaseState::Held || lease.state == LeaseState::Revoked;
    if (!runs || lease.remaining == microseconds::max())
        return std::nullopt;
    return duration_cast<microseconds>(row->readAt.time_since_epoch()) + lease.remaining;
}

qint64 ShownLease::sortKey(int column) const
{
    constexpr qint64 least = std::numeric_limits<qint64>::min();
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    const Lease &lease = row->lease;
    switch (column) {
    case LeaseColumns::LockColumn:
        return lease.lockId;
    case LeaseColumns::StateColumn:
        return qint64(shownState());
    case LeaseColumns::TermColumn:
        return lease.term.value_or(least);
    case LeaseColumns::ExpiresColumn: // when it ends on the boot clock
        if (lease.state == LeaseState::Free)
            return least;
        if (lease.remaining == microseconds::max())
            return most;
        return (duration_cast<microseconds>(row->readAt.time_since_epoch()) + lease.remaining).count();
    case LeaseColumns::SinceColumn:
        return lease.createdAt ? lease.createdAt->toMSecsSinceEpoch() : least;
    case LeaseColumns::RenewalsColumn:
        return lease.renewals;
    case LeaseColumns::WaitingColumn:
        return lease.candidates;
    case LeaseColumns::SlackColumn: // the worst first
        return slack ? qint64(slack->count()) : most;
    default:
        return 0;
    }
}

} // namespace Elector
