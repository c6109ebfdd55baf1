// SPDX-License-Identifier: MIT
#pragma once

#include <QtGui/QColor>
#include <QtGui/QIcon>
#include <QtGui/QPalette>

namespace Elector {

/// What a colour says. `Text` and `Quiet` are for all that is well.
enum class Tone { Text, Quiet, Good, Warning, Bad };

/// True if text is lighter than what it stands on.
bool isDark(const QPalette &palette);
/// A colour that can be read on `palette`'s base, light or dark.
QColor toneColor(Tone tone, const QPalette &palette);
/// `top` mixed into `bottom`; `share` of top from 0 to 1.
QColor mixed(const QColor &top, const QColor &bottom, double share);

/// One of our own icons, in the palette's colours at the time of painting.
QIcon themedIcon(const QString &name, Tone tone = Tone::Text);

/// How the window looks.
enum class Appearance { System, Light, Dark };
/// Fusion with a light or dark palette; System leaves the desktop's choice.
void applyAppearance(Appearance appearance);

} // namespace Elector
