// SPDX-License-Identifier: MIT
#pragma once

#include "tenures.h"
#include "timelinecolors.h"

#include <QtCore/QPointF>

class QPainter;
class QRectF;

namespace Elector {

/// The small shapes of a timeline: each can be told from the others without colours.
namespace TimelineShapes {

/// How a term ended. `size` is the shape's width and height. Nothing for Running.
void ending(QPainter *painter, Tenure::Ending ending, const QPointF &centre, double size, const TimelineColors &colors);
/// The moment of a revoke.
void revoke(QPainter *painter, const QPointF &centre, double size, const TimelineColors &colors);
/// An entry of another kind.
void mark(QPainter *painter, HistoryMark::Kind kind, const QPointF &centre, double size, const TimelineColors &colors);
/// A triangle with an exclamation mark: nobody leads.
void warning(QPainter *painter, const QPointF &centre, double size, const TimelineColors &colors);
/// Slanted lines.
void hatch(QPainter *painter, const QRectF &rect, const QColor &color);

} // namespace TimelineShapes

} // namespace Elector
