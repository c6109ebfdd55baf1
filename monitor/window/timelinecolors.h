// SPDX-License-Identifier: MIT
#pragma once

#include <QtGui/QBrush>
#include <QtGui/QColor>
#include <QtGui/QPalette>

namespace Elector {

/// The colours of a timeline: of a window's palette, or for paper. None of them says anything that a text or a shape
/// does not say too.
struct TimelineColors
{
    explicit TimelineColors(const QPalette &palette);
    /// Dark on white, whatever the theme.
    static TimelineColors paper();

    /// The fill of an instance's bars: hues that colour-blind people can tell apart. When they are used up they come
    /// again with a pattern.
    QColor instance(int number) const;
    Qt::BrushStyle pattern(int number) const;
    /// Black or white, whichever reads better on `fill`.
    static QColor textOn(const QColor &fill);

    QColor base;
    QColor text;
    QColor quiet;
    QColor line; ///< of the grid
    QColor lane; ///< behind every other lane
    QColor highlight;
    QColor bad;
    QColor warning;
    bool dark;
};

} // namespace Elector
