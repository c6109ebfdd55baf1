// SPDX-License-Identifier: MIT
#include "rules/rowwatch_p.h"

#include <algorithm>

namespace Elector {

using namespace std::chrono_literals;

RowWatch::RowWatch(TrustRule trust, std::chrono::milliseconds ownLease)
    : m_trust(trust)
    , m_ownLease(ownLease)
{
}

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
            m_sighting.reset();
            m_stuck.reset();
        }
        return Seen::Nothing;
    }
    const RowState &row = *reply.row;
    const bool sameHolder = m_sighting && m_sighting->leaderId == row.leaderId;
    if (sameHolder && m_sighting->expiresAt == row.expiresAt) {
        judgeUnchanged(reply);
        return Seen::Unchanged;
    }
    if (sameHolder && !clockStepped) // what remains after a step would tell of the step, not of the lease
        m_longestSeen = std::max<Span>(m_longestSeen, std::min<std::chrono::microseconds>(row.remaining, 1h));
    m_sighting = Sighting{row.leaderId, row.expiresAt, now};
    m_stuck.reset();
    return sameHolder ? Seen::Renewed : Seen::Another;
}

void RowWatch::judgeUnchanged(const Reply &reply)
{
    Span longest = longestLease();
    // The plain level does not know which leases are in use: be generous.
    if (m_maxLease == 0ms)
        longest *= 10;
    const bool tooFar = reply.row->remaining > longest;
    const bool longEnough = reply.sentAt - m_sighting->since >= m_trust.stretched(longest);
    if (tooFar && longEnough)
        m_stuck = StuckRow{reply.row->leaderId, reply.row->expiresAt};
}

RowWatch::Span RowWatch::longestLease() const
{
    return std::max<Span>(m_ownLease, m_maxLease > 0ms ? Span(m_maxLease) : m_longestSeen);
}

} // namespace Elector
