// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QStringList>

namespace Elector {

/// `elector watch`: follows the locks until it is interrupted. Returns the exit code.
int watchCommand(const QStringList &arguments);

} // namespace Elector
