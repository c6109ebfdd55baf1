// SPDX-License-Identifier: MIT
#include "rules/rowwatch_p.h"

#include <algorithm>

namespace Elector {

using namespace std::chrono_literals;

void RowWatch::learnLongestLease(const Reply &reply)
{
    if (reply.maxLease > 0ms)
        m_maxLease = reply.maxLease;
}

RowWatch::Seen RowWatch::observe(Time now, const Reply &reply, bool clockStepped)
{
    if (!reply.row) {
        // Other answers do not tell whether there is a row.
        if (reply.verdict == Verdict::Read) {
            m_sighted = false;
            m_stuck = false;
        }
        return Seen::Nothing;
    }
    const RowState &row = *reply.row;
    const bool sameHolder = m_sighted && m_leaderId == row.leaderId;
    if (sameHolder && m_expiresAt == row.expiresAt) {
        judgeUnchanged(reply);
        return Seen::Unchanged;
    }
    if (sameHolder && !clockStepped) // what remains after a step would tell of the step, not of the lease
        m_longestSeen = std::max<Span>(m_longestSeen, std::min<std::chrono::microseconds>(row.remaining, 1h));
    if (!sameHolder)
        m_leaderId = row.leaderId;
    m_expiresAt = row.expiresAt;
    m_since = now;
    m_sighted = true;
    m_stuck = false;
    return sameHolder ? Seen::Renewed : Seen::Another;
}

void RowWatch::judgeUnchanged(const Reply &reply)
{
    Span longest = longestLease();
    // The plain level does not know which leases are in use: be generous.
    if (m_maxLease == 0ms)
        longest *= 10;
    const bool tooFar = reply.row->remaining > longest;
    const bool longEnough = reply.sentAt - m_since >= m_settings.trust.stretched(longest);
    if (tooFar && longEnough)
        m_stuck = true;
}

RowWatch::Span RowWatch::longestLease() const
{
    return std::max<Span>(m_settings.lease, m_maxLease > 0ms ? Span(m_maxLease) : m_longestSeen);
}

} // namespace Elector
