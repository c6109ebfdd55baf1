// SPDX-License-Identifier: MIT
#include "timelineshapes.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtGui/QPolygonF>

#include <algorithm>
#include <cmath>

namespace Elector {

namespace {

/// Paths in a square from -1 to 1.
QPainterPath lines(std::initializer_list<QPolygonF> polygons)
{
    QPainterPath path;
    for (const QPolygonF &polygon : polygons)
        path.addPolygon(polygon);
    return path;
}

QPainterPath closed(const QPolygonF &polygon)
{
    QPainterPath path;
    path.addPolygon(polygon);
    path.closeSubpath();
    return path;
}

struct Shape
{
    QPainterPath path;
    bool filled;
};

Shape shapeOf(Tenure::Ending ending)
{
    QPainterPath path;
    switch (ending) {
    case Tenure::Running:
        break;
    case Tenure::Released:
        path.addEllipse(QPointF(0, 0), 0.8, 0.8);
        return {path, false};
    case Tenure::Expired:
        return {lines({{{-0.8, -0.8}, {0.8, 0.8}}, {{-0.8, 0.8}, {0.8, -0.8}}}), false};
    case Tenure::LetGo:
        return {closed({{0, -1}, {1, 0}, {0, 1}, {-1, 0}}), false};
    case Tenure::RanOut:
        path = closed({{0, -1}, {1, 0}, {0, 1}, {-1, 0}});
        path.addPath(lines({{{-0.5, -0.5}, {0.5, 0.5}}}));
        return {path, false};
    case Tenure::Evicted:
        return {closed({{0, -0.9}, {1, 0.9}, {-1, 0.9}}), true};
    case Tenure::Superseded:
        return {lines({{{-0.8, -0.9}, {0, 0}, {-0.8, 0.9}}, {{0.1, -0.9}, {0.9, 0}, {0.1, 0.9}}}), false};
    case Tenure::Truncated:
        return {lines({{{-0.9, -0.5}, {0.9, -0.5}}, {{-0.9, 0.5}, {0.9, 0.5}}}), false};
    case Tenure::Upgraded:
        return {lines({{{0, 0.9}, {0, -0.9}}, {{-0.8, -0.1}, {0, -0.9}, {0.8, -0.1}}}), false};
    case Tenure::Unseen:
        return {
            lines({{{-0.6, -0.4}, {-0.5, -0.9}, {0.5, -0.9}, {0.6, -0.3}, {0, 0.1}, {0, 0.45}}, {{0, 0.8}, {0, 0.95}}}),
            false};
    }
    return {path, false};
}

/// On whatever lies below: with a seam of the background around it.
void draw(QPainter *painter, const Shape &shape, const QPointF &centre, double size, const QColor &color,
          const TimelineColors &colors)
{
    const double half = size / 2;
    QTransform place = QTransform::fromTranslate(centre.x(), centre.y());
    place.scale(half, half);
    const QPainterPath path = place.map(shape.path);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(shape.path.elementCount() > 4 && !shape.filled ? QBrush(Qt::NoBrush) : QBrush(colors.base));
    painter->setPen(QPen(colors.base, 4.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(path);
    painter->setBrush(shape.filled ? QBrush(color) : QBrush(Qt::NoBrush));
    painter->setPen(QPen(color, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(path);
    painter->restore();
}

QColor colorOf(Tenure::Ending ending, const TimelineColors &colors)
{
    switch (ending) {
    case Tenure::Expired:
        return colors.bad;
    case Tenure::Evicted:
    case Tenure::LetGo:
    case Tenure::RanOut:
    case Tenure::Truncated:
        return colors.warning;
    default:
        return colors.text;
    }
}

} // namespace

void TimelineShapes::ending(QPainter *painter, Tenure::Ending ending, const QPointF &centre, double size,
                            const TimelineColors &colors)
{
    if (ending != Tenure::Running)
        draw(painter, shapeOf(ending), centre, size, colorOf(ending, colors), colors);
}

void TimelineShapes::revoke(QPainter *painter, const QPointF &centre, double size, const TimelineColors &colors)
{
    QPainterPath path;
    path.addRect(-0.8, -0.8, 1.6, 1.6);
    path.addPath(lines({{{-0.4, 0}, {0.4, 0}}}));
    draw(painter, {path, false}, centre, size, colors.warning, colors);
}

void TimelineShapes::mark(QPainter *painter, HistoryMark::Kind kind, const QPointF &centre, double size,
                          const TimelineColors &colors)
{
    const bool clock = kind == HistoryMark::ClockSetBack;
    const Shape shape = clock ? Shape{lines({{{0.9, 0}, {-0.9, 0}}, {{-0.1, -0.8}, {-0.9, 0}, {-0.1, 0.8}}}), false}
                              : Shape{closed({{-0.7, -0.8}, {0.7, -0.8}, {0.7, 0.2}, {0, 0.9}, {-0.7, 0.2}}), false};
    draw(painter, shape, centre, size, clock ? colors.bad : colors.text, colors);
}

void TimelineShapes::warning(QPainter *painter, const QPointF &centre, double size, const TimelineColors &colors)
{
    QPainterPath path = closed({{0, -0.9}, {1, 0.9}, {-1, 0.9}});
    path.addPath(lines({{{0, -0.25}, {0, 0.25}}, {{0, 0.6}, {0, 0.62}}}));
    draw(painter, {path, false}, centre, size, colors.bad, colors);
}

void TimelineShapes::hatch(QPainter *painter, const QRectF &rect, const QColor &color)
{
    constexpr double step = 6;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1.2));
    // From a grid of its own, so that the lines stay where they are while the rectangle grows.
    const double first = std::floor((rect.left() - rect.height()) / step) * step;
    const int count = int(std::ceil((rect.right() - first) / step));
    for (int i = 0; i < count; ++i) {
        const double x = first + i * step;
        // Cut off here and not by a clip, which SVG files do not keep.
        const double left = std::max(x, rect.left());
        const double right = std::min(x + rect.height(), rect.right());
        if (left < right)
            painter->drawLine(QPointF(left, rect.bottom() - (left - x)), QPointF(right, rect.bottom() - (right - x)));
    }
    painter->restore();
}

} // namespace Elector
