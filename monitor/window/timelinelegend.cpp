// SPDX-License-Identifier: MIT
#include "timelinelegend.h"

#include "tenurestext.h"
#include "timelinescene.h"
#include "timelineshapes.h"

#include <QtCore/QStringList>
#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

namespace Elector {

namespace {

constexpr double padding = 6;
constexpr double shapeWidth = 16;
constexpr double gap = 18;

double lineHeight(const QFont &font)
{
    return QFontMetricsF(font).height() + 4;
}

} // namespace

TimelineLegend::TimelineLegend(const TimelineScene &scene)
    : m_rightToLeft(scene.direction() == Qt::RightToLeft)
{
    for (const Tenure::Ending ending : scene.endingsPresent())
        m_entries.push_back({Entry::Ending, ending, TenuresText::ending(ending)});
    if (scene.hasRevokes())
        m_entries.push_back({Entry::Revoke, Tenure::Running, tr("Revoked, still there")});
    if (scene.hasPauses())
        m_entries.push_back({Entry::Pause, Tenure::Running, TenuresText::order(OrderSpan::Pause)});
}

QStringList TimelineLegend::words() const
{
    QStringList all;
    for (const Entry &entry : m_entries)
        all.append(entry.text);
    return all;
}

std::vector<QPointF> TimelineLegend::places(double width, const QFont &font) const
{
    const QFontMetricsF metrics(font);
    std::vector<QPointF> all;
    QPointF at(padding, 0);
    for (const Entry &entry : m_entries) {
        const double wide = shapeWidth + metrics.horizontalAdvance(entry.text) + gap;
        if (at.x() > padding && at.x() + wide - gap > width)
            at = QPointF(padding, at.y() + lineHeight(font));
        all.push_back(at);
        at.rx() += wide;
    }
    return all;
}

double TimelineLegend::height(double width, const QFont &font) const
{
    return m_entries.empty() ? 0 : places(width, font).back().y() + lineHeight(font);
}

void TimelineLegend::paint(QPainter *painter, const QRectF &rect, const QFont &font, const TimelineColors &colors) const
{
    const std::vector<QPointF> all = places(rect.width(), font);
    const double height = lineHeight(font);
    const QFontMetricsF metrics(font);
    for (size_t i = 0; i < all.size(); ++i) {
        const Entry &entry = m_entries[i];
        const double wide = metrics.horizontalAdvance(entry.text) + 1;
        const double x = m_rightToLeft ? rect.right() - all[i].x() - shapeWidth : rect.left() + all[i].x();
        const QRectF place(x, rect.top() + all[i].y(), shapeWidth, height);
        const QPointF centre(place.left() + 6, place.center().y());
        if (entry.kind == Entry::Pause) {
            QColor band = colors.quiet;
            band.setAlphaF(0.3F);
            painter->fillRect(QRectF(centre.x() - 6, centre.y() - 5, 12, 10), band);
        } else if (entry.kind == Entry::Revoke) {
            TimelineShapes::revoke(painter, centre, 9, colors);
        } else {
            TimelineShapes::ending(painter, entry.ending, centre, 9, colors);
        }
        painter->setPen(colors.quiet);
        const double text = m_rightToLeft ? place.left() - wide - 2 : place.right();
        painter->drawText(QRectF(text, place.top(), wide, height), Qt::AlignVCenter | Qt::AlignAbsolute, entry.text);
    }
}

} // namespace Elector
