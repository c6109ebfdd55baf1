// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QStringList>

namespace Elector {

/// `elector run`: runs a command while leading. Returns the exit code.
int runCommand(const QStringList &arguments);

} // namespace Elector
