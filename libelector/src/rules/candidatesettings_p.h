// SPDX-License-Identifier: MIT
#pragma once

#include "rules/deadline_p.h"

#include <QtCore/QString>

#include <chrono>

namespace Elector {

/// What a candidate needs to know; checked before (ElectorConfig::problems()).
struct CandidateSettings
{
    using Span = std::chrono::nanoseconds;
    int lockId = 1;
    QString instanceId;
    QString incarnation; ///< random, one for each elector object
    std::chrono::milliseconds lease{10000};
    Span renewalInterval = std::chrono::seconds(3);
    Span jitterRange = std::chrono::seconds(2);
    Span attemptTimeout = std::chrono::milliseconds(1667);
    Span grace{}; ///< what work needs to be stopped before the deadline
    TrustRule trust{0.1, std::chrono::milliseconds(250)};

    /// The longest pause between two attempts of a holder.
    Span holderBackoffCap() const { return attemptTimeout / 8; }
};

} // namespace Elector
