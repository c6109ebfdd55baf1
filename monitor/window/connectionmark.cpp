// SPDX-License-Identifier: MIT
#include "connectionmark.h"

#include "theme.h"

#include <QtGui/QIconEngine>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QApplication>

namespace Elector {

namespace {

QPainterPath shapeOf(ProfileColor color, const QRectF &box)
{
    QPainterPath path;
    switch (color) {
    case ProfileColor::Production: // a stop sign
        path.addPolygon(QPolygonF(
            {box.topLeft() + QPointF(box.width() * 0.3, 0), box.topRight() - QPointF(box.width() * 0.3, 0),
             box.topRight() + QPointF(0, box.height() * 0.3), box.bottomRight() - QPointF(0, box.height() * 0.3),
             box.bottomRight() - QPointF(box.width() * 0.3, 0), box.bottomLeft() + QPointF(box.width() * 0.3, 0),
             box.bottomLeft() - QPointF(0, box.height() * 0.3), box.topLeft() + QPointF(0, box.height() * 0.3)}));
        path.closeSubpath();
        break;
    case ProfileColor::Staging: // a triangle
        path.addPolygon(QPolygonF({QPointF(box.center().x(), box.top()), box.bottomRight(), box.bottomLeft()}));
        path.closeSubpath();
        break;
    case ProfileColor::Development:
        path.addRoundedRect(box.adjusted(1, 1, -1, -1), 2, 2);
        break;
    case ProfileColor::Test:
    case ProfileColor::None:
        path.addEllipse(box);
        break;
    }
    return path;
}

class MarkEngine : public QIconEngine
{
public:
    explicit MarkEngine(ProfileColor color)
        : m_color(color)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette palette = QApplication::palette();
        const QColor color
            = mode == QIcon::Selected ? palette.color(QPalette::HighlightedText) : profileColor(m_color, palette);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(color, 1.5));
        painter->setBrush(m_color == ProfileColor::None ? QBrush(Qt::NoBrush) : QBrush(color));
        const qreal side = std::min(rect.width(), rect.height());
        QRectF box(0, 0, side, side);
        box.moveCenter(QRectF(rect).center());
        const qreal margin = side * 0.16;
        painter->drawPath(shapeOf(m_color, box.adjusted(margin, margin, -margin, -margin)));
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap drawn(size);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return drawn;
    }

    QIconEngine *clone() const override { return new MarkEngine(m_color); }

private:
    ProfileColor m_color;
};

} // namespace

QColor profileColor(ProfileColor color, const QPalette &palette)
{
    switch (color) {
    case ProfileColor::Production:
        return toneColor(Tone::Bad, palette);
    case ProfileColor::Staging:
        return toneColor(Tone::Warning, palette);
    case ProfileColor::Test:
        return toneColor(Tone::Good, palette);
    case ProfileColor::Development:
        return isDark(palette) ? QColor(120, 170, 240) : QColor(30, 90, 170);
    case ProfileColor::None:
        break;
    }
    return toneColor(Tone::Quiet, palette);
}

QIcon profileIcon(ProfileColor color)
{
    return QIcon(new MarkEngine(color));
}

} // namespace Elector
