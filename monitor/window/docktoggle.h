// SPDX-License-Identifier: MIT
#pragma once

class QDockWidget;

namespace Elector {

/// Makes the toggle action of `dock` fit for docks that share a place: one that is asked for comes to the front, and
/// one that stands behind another is brought forward instead of being closed.
void bringForwardByToggle(QDockWidget *dock);

} // namespace Elector
