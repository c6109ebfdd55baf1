// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/electorconfig.h>

namespace Elector {

class SignalWatcher;

/// What came of looking for a lock by its name.
struct LockByName
{
    int lockId = 0;
    int exitCode = 0; ///< not 0: there is none, which was said, or a signal came
};

/// What to do where no lock has the name.
enum class IfMissing {
    Complain,
    Create, ///< give it to a free number
};

/// What to do where the database does not answer, or refuses.
enum class IfUnanswered {
    TryAgain, ///< as an election does
    GiveUp, ///< the first error is the end
};

/// Finds the lock with that name.
LockByName findLockByName(const QString &name, const ElectorConfig &config, SignalWatcher &signalWatcher,
                          IfMissing ifMissing, IfUnanswered ifUnanswered);

} // namespace Elector
