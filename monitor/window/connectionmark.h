// SPDX-License-Identifier: MIT
#pragma once

#include "connectionprofile.h"

#include <QtGui/QColor>
#include <QtGui/QIcon>
#include <QtGui/QPalette>

namespace Elector {

/// The colour of a profile, readable on `palette`'s base, light or dark. Say its name as well: profileColorName().
QColor profileColor(ProfileColor color, const QPalette &palette);

/// A mark of that colour, and of a shape of its own for those who do not see the colour.
QIcon profileIcon(ProfileColor color);

} // namespace Elector
