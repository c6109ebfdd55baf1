// SPDX-License-Identifier: MIT
#pragma once

#include "rules/deadline_p.h"

#include <QtCore/QString>

#include <chrono>
#include <functional>

namespace Elector {

/// What a candidate needs to know; checked before (ElectorConfig::problems()). The candidates of a process, of whatever
/// lock, share one where they can.
struct CandidateSettings
{
    using Span = std::chrono::nanoseconds;
    QString instanceId;
    std::chrono::milliseconds lease{10000};
    Span renewalInterval = std::chrono::seconds(3);
    Span jitterRange = std::chrono::seconds(2);
    Span attemptTimeout = std::chrono::milliseconds(1667);
    Span grace{}; ///< what work needs to be stopped before the deadline
    TrustRule trust{0.1, std::chrono::milliseconds(250)};
    std::function<double()> random; ///< uniform numbers in [0, 1)

    /// But for where the chance comes from.
    bool isAs(const CandidateSettings &other) const
    {
        return instanceId == other.instanceId && lease == other.lease && renewalInterval == other.renewalInterval
            && jitterRange == other.jitterRange && attemptTimeout == other.attemptTimeout && grace == other.grace
            && trust == other.trust;
    }

    /// The longest pause between two attempts of a holder.
    Span holderBackoffCap() const { return attemptTimeout / 8; }
};

} // namespace Elector
