// SPDX-License-Identifier: MIT
#pragma once

#include "rules/candidatesettings_p.h"
#include "rules/leaseoperations_p.h"

#include <chrono>
#include <optional>

namespace Elector {

/// What a candidate learns by watching a lock's row: which leases are in use, whether the holder lives, and whether the
/// row is what is left of a dead holder after the server's clock was set back.
class RowWatch
{
public:
    using Time = BootClock::time_point;
    using Span = std::chrono::nanoseconds;

    /// `settings` must outlive it.
    explicit RowWatch(const CandidateSettings &settings)
        : m_settings(settings)
    {
    }

    enum class Seen {
        Nothing, ///< the answer does not tell of the row, or there is none
        Unchanged,
        Another, ///< a row that was not there before
        Renewed, ///< by the holder whom we saw before
    };
    /// What the answer says of leases in use; before observe(), and before anything else is made of it.
    void learnLongestLease(const Reply &reply);
    Seen observe(Time now, const Reply &reply, bool clockStepped);

    /// The row, if it lies further ahead than any lease in use and has not moved for longer than that.
    std::optional<StuckRow> stuck() const
    {
        return m_stuck ? std::optional(StuckRow{m_leaderId, m_expiresAt}) : std::nullopt;
    }
    bool isStuck() const { return m_stuck; }
    void forgetStuck() { m_stuck = false; }
    /// The longest lease in use on this lock, as far as known; at least our own.
    Span longestLease() const;

private:
    void judgeUnchanged(const Reply &reply);

    const CandidateSettings &m_settings;
    // The row, unchanged since a moment, if it was sighted.
    QString m_leaderId;
    ServerTime m_expiresAt;
    Time m_since;
    std::chrono::milliseconds m_maxLease{};
    Span m_longestSeen{}; ///< the largest remaining time seen right after a change of the row (plain level)
    bool m_sighted = false;
    bool m_stuck = false;
};

} // namespace Elector
