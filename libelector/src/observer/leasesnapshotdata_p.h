// SPDX-License-Identifier: MIT
#pragma once

#include "observer/leaserowlist_p.h"

#include <Elector/leasesnapshot.h>

namespace Elector {

struct LeaseSnapshot::Data
{
    LeaseRowList rows;
    BootClock::time_point takenAt;
    std::chrono::microseconds serverTime{}; ///< since 1970, at `takenAt` or a little later
    bool complete = false;
    bool startsOver = false;
    ElectorError limitation;
    std::vector<LeaseRowPtr> changed;
    std::vector<int> removed;
};

/// What a row is at another time than when it was read, by the server's clock.
Lease leaseAt(const LeaseRow &row, std::chrono::microseconds serverTime);

} // namespace Elector
