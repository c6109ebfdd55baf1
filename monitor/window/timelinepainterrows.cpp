// SPDX-License-Identifier: MIT

// What stands above the lanes and beside them.
#include "displaytext.h"
#include "leasetext.h"
#include "tenurestext.h"
#include "theme.h"
#include "timelinepainter.h"
#include "timelineshapes.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <vector>

namespace Elector {

namespace {

constexpr double padding = 6;
constexpr double shapeSize = 10;
constexpr double narrowGap = 3;
constexpr double leastCoverage = 0.001;

} // namespace

void TimelinePainter::paintGaps(QPainter *painter) const
{
    const QRectF &row = m_scene.gapRow();
    if (row.isEmpty())
        return;
    const TimelineScale &scale = m_scene.scale();
    // How much of each pixel's time is without a leader: many short gaps must not look like one that never ends,
    // and one of unknown length must not be overlooked.
    std::vector<double> coverage(size_t(std::ceil(scale.width())) + 1);
    const auto paintGap = [&](const LeaderlessGap &gap) {
        const double left = scale.x(gap.from);
        const double right = scale.x(m_scene.tenures().endOf(gap, m_scene.now()));
        if (right < scale.left() || left > scale.right())
            return;
        if (right - left >= narrowGap) {
            paintWideGap(painter, gap, left, right);
            return;
        }
        const auto last = std::min(size_t(std::max(0.0, right - scale.left())), coverage.size() - 1);
        for (auto pixel = size_t(std::max(0.0, left - scale.left())); pixel <= last; ++pixel) {
            const double x = scale.left() + double(pixel);
            const double share = std::min(right, x + 1) - std::max(left, x);
            coverage[pixel] += gap.fromExact ? std::clamp(share, leastCoverage, 1.0) : 1.0;
        }
    };
    const auto &gaps = m_scene.tenures().gaps();
    const auto [first, end] = m_scene.tenures().gapsBetween(scale.from(), scale.to());
    for (size_t i = first; i < end; ++i)
        paintGap(gaps[i]);
    if (const auto silent = m_scene.tenures().silentGap(m_scene.now()))
        paintGap(*silent);
    paintNarrowGaps(painter, coverage);
}

void TimelinePainter::paintNarrowGaps(QPainter *painter, const std::vector<double> &coverage) const
{
    const QRectF &row = m_scene.gapRow();
    for (size_t i = 0; i < coverage.size(); ++i) {
        if (coverage[i] > 0)
            painter->fillRect(QRectF(row.left() + double(i), row.top() + 2, 1, row.height() - 4),
                              mixed(m_colors.bad, m_colors.base, std::min(1.0, 0.35 + 0.65 * coverage[i])));
    }
}

void TimelinePainter::paintWideGap(QPainter *painter, const LeaderlessGap &gap, double left, double right) const
{
    const QRectF &row = m_scene.gapRow();
    left = std::max(left, row.left());
    right = std::min(right, row.right());
    const QRectF rect(left, row.top() + 2, right - left, row.height() - 4);
    painter->fillRect(rect, mixed(m_colors.bad, m_colors.base, 0.14));
    TimelineShapes::hatch(painter, rect, mixed(m_colors.bad, m_colors.base, 0.55));
    painter->setPen(QPen(m_colors.bad, 1, gap.fromExact ? Qt::SolidLine : Qt::DotLine));
    painter->drawLine(rect.topLeft(), rect.bottomLeft());
    painter->setPen(m_colors.bad);
    painter->drawLine(rect.topRight(), rect.bottomRight());
    const QRectF seen = rect.intersected(row);
    if (seen.width() < shapeSize + padding)
        return;
    TimelineShapes::warning(painter, QPointF(seen.left() + padding + shapeSize / 2, seen.center().y()), shapeSize,
                            m_colors);
    const QString words = LeaseText::duration(m_scene.tenures().endOf(gap, m_scene.now()) - gap.from);
    const QRectF place = seen.adjusted(2 * padding + shapeSize, 0, -padding / 2, 0);
    const double wide = QFontMetricsF(m_scene.font()).horizontalAdvance(words);
    if (wide > place.width())
        return;
    painter->fillRect(QRectF(place.left() - 2, place.top(), wide + 4, place.height()), m_colors.base);
    text(painter, place, words, Qt::AlignLeft | Qt::AlignAbsolute);
}

void TimelinePainter::paintOrders(QPainter *painter) const
{
    const QRectF &row = m_scene.orderRow();
    const TimelineScale &scale = m_scene.scale();
    for (const OrderSpan &order : m_scene.tenures().orders()) {
        const double left = std::max(scale.x(order.from), scale.left());
        const double right
            = std::min(std::max(scale.x(m_scene.tenures().endOf(order, m_scene.now())), left + 2), scale.right());
        if (right < left)
            continue;
        const QRectF rect(left, row.top() + 2, right - left, row.height() - 4);
        const bool pause = order.kind == OrderSpan::Pause;
        painter->fillRect(rect, mixed(m_colors.quiet, m_colors.base, pause ? 0.4 : 0.12));
        painter->setPen(QPen(m_colors.quiet, 1, pause ? Qt::SolidLine : Qt::DashLine));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5));
        const QRectF place = rect.intersected(row).adjusted(padding, 0, -padding, 0);
        if (place.width() < 4 * QFontMetricsF(m_scene.font()).averageCharWidth())
            continue;
        painter->setPen(m_colors.text);
        text(painter, place,
             pause ? TenuresText::order(order.kind)
                   : tr("Reserved for %1").arg(isolated(displayText(order.begin.leaderId, 60))),
             Qt::AlignLeft);
    }
}

void TimelinePainter::paintMarks(QPainter *painter) const
{
    const QRectF &row = m_scene.orderRow();
    double last = m_scene.scale().left() - 100;
    for (const HistoryMark &mark : m_scene.tenures().marks()) {
        const double x = m_scene.scale().x(mark.at);
        if (x < m_scene.scale().left() || x > m_scene.scale().right())
            continue;
        if (mark.kind == HistoryMark::Entry && x > last && x < last + shapeSize)
            continue;
        TimelineShapes::mark(painter, mark.kind, QPointF(x, row.center().y()), shapeSize, m_colors);
        last = x;
    }
    for (const auto &[item, color, width] :
         {std::tuple(m_hovered, m_colors.text, 1.0), std::tuple(m_selected, m_colors.highlight, 2.5)}) {
        if (item && item->kind != TimelineItem::Term)
            paintOutline(painter, *item, color, width);
    }
}

void TimelinePainter::paintNow(QPainter *painter) const
{
    const double x = m_scene.scale().x(m_scene.now());
    if (x < m_scene.scale().left() || x > m_scene.scale().right())
        return;
    painter->setPen(QPen(m_colors.text, 1, Qt::DashLine));
    painter->drawLine(QPointF(x, m_scene.area().top()), QPointF(x, m_scene.axisRect().top()));
}

void TimelinePainter::paintLabels(QPainter *painter) const
{
    const bool mirrored = m_scene.direction() == Qt::RightToLeft;
    const auto inside = [mirrored](const QRectF &rect, double used) {
        return mirrored ? rect.adjusted(padding, 0, -padding - used, 0) : rect.adjusted(padding + used, 0, -padding, 0);
    };
    painter->setPen(m_colors.quiet);
    for (const auto &[row, words] :
         {std::pair(m_scene.gapRow(), tr("No leader")), std::pair(m_scene.orderRow(), tr("Orders"))}) {
        if (!row.isEmpty())
            text(painter, inside(m_scene.labelRect(row), 0), words, Qt::AlignLeft);
    }
    painter->save();
    painter->setClipRect(m_scene.labelRect(m_scene.lanesRect()), Qt::IntersectClip);
    for (size_t i = 0; i < m_scene.lanes().size(); ++i) {
        const TimelineScene::Lane &lane = m_scene.lanes()[i];
        const QRectF rect = m_scene.labelRect(m_scene.laneRect(i));
        const QRectF square(mirrored ? rect.right() - padding - 10 : rect.left() + padding, rect.center().y() - 5, 10,
                            10);
        if (lane.instance != TimelineScene::others) {
            const QColor fill = m_colors.instance(lane.instance);
            painter->fillRect(square, fill);
            if (const Qt::BrushStyle pattern = m_colors.pattern(lane.instance); pattern != Qt::NoBrush)
                painter->fillRect(square, QBrush(mixed(m_colors.base, fill, 0.45), pattern));
        }
        painter->setPen(m_colors.text);
        text(painter, inside(rect, 10 + padding), isolated(lane.label), Qt::AlignLeft);
    }
    painter->restore();
}

} // namespace Elector
