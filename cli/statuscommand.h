// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QStringList>

namespace Elector {

/// `elector status`: prints the locks once. Returns the exit code.
int statusCommand(const QStringList &arguments);

} // namespace Elector
