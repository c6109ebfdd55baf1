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

/// Finds the lock with that name. While the database does not answer it goes on trying, as an election does.
LockByName findLockByName(const QString &name, const ElectorConfig &config, SignalWatcher &signalWatcher,
                          IfMissing ifMissing);

} // namespace Elector
