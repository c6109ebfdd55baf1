// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QRect>
#include <QtCore/QString>
#include <QtCore/Qt>

class QFont;
class QPainter;

namespace Elector {

/// Measures, shortens and paints single lines of text in tables. A table of leases paints some hundreds of them at each
/// step of scrolling, and QPainter::drawText() and QFontMetrics shape each of them anew, several times a cell. Text of
/// letters that stand one beside the other from left to right (Latin, Greek, Cyrillic, digits, signs) needs no shaping:
/// its glyphs come out of a table for each font. All other text, and all text in a layout from right to left, goes
/// through Qt's own way, clipped to its place. Without shaping there are no ligatures and no kerning,
/// and digits are equally wide, whatever the font.
///
/// For the thread of the windows alone.
namespace LineText {

/// How wide `text` is, in pixels, rounded up.
int width(const QString &text, const QFont &font);

/// Paints `text` with the painter's pen, shortened with an ellipsis at its end where `rect` is too narrow. `alignment`
/// is what is seen: AlignLeft is left, whatever the direction of the layout. Changes the painter's font.
void draw(QPainter *painter, const QRect &rect, Qt::Alignment alignment, const QString &text, const QFont &font);

/// Whether `text` is painted without shaping; for tests.
bool isSimple(const QString &text, const QFont &font);

} // namespace LineText

} // namespace Elector
