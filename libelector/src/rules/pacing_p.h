// SPDX-License-Identifier: MIT
#pragma once

#include "rules/candidatesettings_p.h"

namespace Elector {

/// How long to wait: jitter, back-off, and the spread of many. Chance is injected.
class Pacing
{
public:
    using Time = BootClock::time_point;
    using Span = std::chrono::nanoseconds;

    /// `settings`, which bring the chance, must outlive it.
    explicit Pacing(const CandidateSettings &settings)
        : m_settings(settings)
    {
    }

    /// renewalInterval ± jitterRange.
    Span interval() { return jittered(m_settings.renewalInterval); }
    /// As interval(), but never shorter: for who is served by others' looks.
    Span longInterval();
    /// 6 × leaseDuration ± jitterRange.
    Span cleanUpInterval() { return jittered(6 * Span(m_settings.lease)); }

    Span firstBackoff() const;
    /// After so many failures in a row; doubles with each. A holder's pauses are short, so that two failed attempts fit
    /// before its deadline.
    Span holderBackoff(int failures) { return backoff(failures, m_settings.holderBackoffCap()); }
    Span candidateBackoff(int failures) { return backoff(failures, m_settings.renewalInterval); }

    /// Few candidates bid at once; many spread out, and the winner's own notification cancels the rest.
    Span spread();
    void setSessionsSeen(int sessions) { m_sessionsSeen = sessions; }

    /// One interval after the last success, but early enough that two more attempts and a pause fit before the
    /// deadline.
    Time nextRenewal(Time sentAt, Time deadline);

private:
    Span jittered(Span base);
    Span backoff(int failures, Span cap);

    double random() { return m_settings.random(); }

    const CandidateSettings &m_settings;
    int m_sessionsSeen = 0;
};

} // namespace Elector
