// SPDX-License-Identifier: MIT
#include "leasepast.h"

namespace Elector {

using namespace std::chrono;

std::optional<LeasePast::Slack> LeasePast::slackOf(const LeaseRow &before, const LeaseRow &after)
{
    const Lease &was = before.lease;
    const Lease &is = after.lease;
    const bool sameTenure = !is.leaderId.isEmpty() && was.leaderId == is.leaderId && was.term == is.term;
    const bool finite = before.expiresAt != microseconds::max() && after.expiresAt != microseconds::max();
    if (!sameTenure || !finite || is.leaseDuration <= 0ms || after.expiresAt <= before.expiresAt)
        return std::nullopt;
    const qint64 renewals = was.renewals >= 0 && is.renewals >= 0 ? is.renewals - was.renewals : 1;
    if (renewals < 1)
        return std::nullopt;
    // Each renewal begins the lease anew: what was left at all of them adds up.
    const microseconds renewedAt = after.expiresAt - is.leaseDuration;
    const microseconds together = before.expiresAt - renewedAt + (renewals - 1) * microseconds(is.leaseDuration);
    return Slack{std::max(0ms, duration_cast<milliseconds>(together / renewals)), renewals > 1};
}

} // namespace Elector
