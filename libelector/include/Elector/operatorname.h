// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/elector_export.h>

#include <QtCore/QString>

namespace Elector {

/// Who gives orders from this process unless another name is given, for the `operatorName` of LeaseObserver::revoke()
/// and its siblings: user and host, with an at sign between. The user is $USER, $LOGNAME, the name of the effective
/// user, or its number, whichever there is first. The server records the database role by itself. Any thread.
ELECTOR_EXPORT QString defaultOperatorName();

} // namespace Elector
