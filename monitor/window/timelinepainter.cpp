// SPDX-License-Identifier: MIT
#include "timelinepainter.h"

#include "displaytext.h"
#include "leasetext.h"
#include "tenurestext.h"
#include "theme.h"
#include "timelinelegend.h"
#include "timelineshapes.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace Elector {

namespace {

constexpr double padding = 6;
constexpr double markSize = 9;
constexpr double narrowest = 1.5; ///< what is narrower runs together with its neighbours

/// Ends that somebody should look at win where there is no room for all.
int weightOf(Tenure::Ending ending)
{
    switch (ending) {
    case Tenure::Evicted:
    case Tenure::Truncated:
        return 3;
    case Tenure::Expired:
    case Tenure::RanOut:
    case Tenure::Unseen:
        return 2;
    case Tenure::LetGo:
        return 1;
    default:
        return 0;
    }
}

} // namespace

void TimelinePainter::paint(QPainter *painter) const
{
    m_bars = 0;
    painter->save();
    painter->setFont(m_scene.font());
    painter->setLayoutDirection(m_scene.direction());
    paintLanes(painter);
    paintTicks(painter);
    if (!m_scene.isEmpty()) {
        painter->save();
        painter->setClipRect(QRectF(m_scene.scale().left(), m_scene.area().top(), m_scene.scale().width(),
                                    m_scene.axisRect().top() - m_scene.area().top()),
                             Qt::IntersectClip);
        paintPauses(painter);
        paintTerms(painter);
        paintGaps(painter);
        paintOrders(painter);
        paintMarks(painter);
        paintNow(painter);
        painter->restore();
    }
    paintLabels(painter);
    if (!m_scene.legendRect().isEmpty())
        TimelineLegend(m_scene).paint(painter, m_scene.legendRect(), m_scene.font(), m_colors);
    painter->restore();
}

void TimelinePainter::text(QPainter *painter, const QRectF &rect, const QString &text, Qt::Alignment alignment) const
{
    const QString fitting = QFontMetricsF(m_scene.font()).elidedText(text, Qt::ElideRight, rect.width());
    painter->drawText(rect, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, fitting);
}

// --- behind ------------------------------------------------------------------------------------------------------

void TimelinePainter::paintLanes(QPainter *painter) const
{
    painter->save();
    const QRectF &lanes = m_scene.lanesRect();
    const QRectF all = m_scene.labelRect(lanes).united(lanes);
    painter->setClipRect(all, Qt::IntersectClip);
    for (size_t i = 0; i < m_scene.lanes().size(); i += 2) {
        const QRectF lane = m_scene.laneRect(i);
        painter->fillRect(QRectF(all.left(), lane.top(), all.width(), lane.height()), m_colors.lane);
    }
    painter->restore();
}

void TimelinePainter::paintTicks(QPainter *painter) const
{
    const QFontMetricsF metrics(m_scene.font());
    const double spacing = metrics.horizontalAdvance(QStringLiteral("00:00:00")) + 20;
    const QRectF &axis = m_scene.axisRect();
    const double line = axis.height() / 2;
    painter->save();
    painter->setClipRect(QRectF(axis.left(), m_scene.area().top(), axis.width(), axis.bottom() - m_scene.area().top()),
                         Qt::IntersectClip);
    painter->setPen(m_colors.line);
    painter->drawLine(axis.topLeft(), axis.topRight());
    QString context = timelineContext(m_scene.scale(), m_scene.timeSpec(), spacing);
    const QString zone = m_scene.timeSpec() == Qt::UTC ? tr("UTC") : tr("local time");
    const auto below = [&](double x, const QString &words) {
        painter->setPen(m_colors.quiet);
        const double width = metrics.horizontalAdvance(words) + 1;
        painter->drawText(QRectF(x, axis.top() + line, width, line),
                          Qt::AlignVCenter | Qt::AlignLeft | Qt::AlignAbsolute, words);
        return x + width + 2 * padding;
    };
    // The date of the left end; it makes room for the next one that begins.
    const std::vector<TimelineTick> ticks = timelineTicks(m_scene.scale(), m_scene.timeSpec(), spacing);
    const QString first = context.isEmpty() ? zone : tr("%1, %2", "date and kind of time").arg(context, zone);
    double free = below(axis.left() + padding, first);
    for (const TimelineTick &tick : ticks) {
        const double x = std::round(m_scene.scale().x(tick.at)) + 0.5;
        painter->setPen(m_colors.line);
        painter->drawLine(QPointF(x, m_scene.area().top()), QPointF(x, axis.top() + 4));
        const double half = metrics.horizontalAdvance(tick.label) / 2;
        if (x - half >= axis.left() && x + half <= axis.right()) {
            painter->setPen(m_colors.quiet);
            painter->drawText(QRectF(x - spacing / 2, axis.top() + 2, spacing, line), Qt::AlignCenter, tick.label);
        }
        if (tick.context != context && x > free)
            free = below(x, tick.context);
        context = tick.context;
    }
    painter->restore();
}

void TimelinePainter::paintPauses(QPainter *painter) const
{
    const QRectF &lanes = m_scene.lanesRect();
    QColor band = m_colors.quiet;
    band.setAlphaF(0.16F);
    for (const OrderSpan &order : m_scene.tenures().orders()) {
        if (order.kind != OrderSpan::Pause)
            continue;
        const double left = std::max(m_scene.scale().x(order.from), lanes.left());
        const double right = std::min(m_scene.scale().x(m_scene.tenures().endOf(order, m_scene.now())), lanes.right());
        if (right >= left)
            painter->fillRect(QRectF(left, lanes.top(), std::max(1.0, right - left), lanes.height()), band);
    }
}

// --- terms -------------------------------------------------------------------------------------------------------

QRectF TimelinePainter::bar(const QRectF &lane, double left, double right) const
{
    const double margin = std::max(2.0, lane.height() * 0.14);
    return QRectF(left, lane.top() + margin, std::max(1.0, right - left), lane.height() - 2 * margin);
}

void TimelinePainter::paintTerms(QPainter *painter) const
{
    /// Terms of one lane that run together.
    struct Run
    {
        double left = 0;
        double right = -1;
        double led = 0; ///< how much of it is terms
        int instance = 0;
    };
    const Tenures &all = m_scene.tenures();
    const TimelineScale &scale = m_scene.scale();
    std::vector<Run> runs(m_scene.lanes().size());
    std::vector<EndMark> marks;
    painter->save();
    painter->setClipRect(m_scene.lanesRect(), Qt::IntersectClip);
    const auto flush = [&](size_t lane) {
        Run &run = runs[lane];
        if (run.right < run.left)
            return;
        const double share = std::min(1.0, 0.6 + 0.4 * run.led / (run.right - run.left));
        painter->fillRect(bar(m_scene.laneRect(lane), run.left, run.right),
                          mixed(m_colors.instance(run.instance), m_colors.base, share));
        ++m_bars;
        run = {};
    };
    const auto [first, end] = all.tenuresBetween(scale.from(), scale.to());
    for (size_t i = first; i < end; ++i) {
        const Tenure &tenure = all.tenures()[i];
        const double left = scale.x(tenure.from);
        const double right = scale.x(all.endOf(tenure, m_scene.now()));
        if (right < scale.left() || left > scale.right())
            continue;
        const size_t lane = m_scene.laneOf(tenure);
        if (i == 0 && !tenure.fromKnown)
            paintUnknownBeginning(painter, tenure, bar(m_scene.laneRect(lane), left, right));
        const bool goesOn = tenure.ending == Tenure::Running;
        if (right - left >= narrowest || goesOn) {
            flush(lane);
            if (i > first)
                paintHandOver(painter, all.tenures()[i - 1], tenure);
            paintBar(painter, tenure, bar(m_scene.laneRect(lane), left, right), i + 1 == all.tenures().size());
            ++m_bars;
        } else {
            Run &run = runs[lane];
            if (run.right >= run.left && (left > run.right + 0.5 || run.instance != tenure.instance))
                flush(lane);
            if (run.right < run.left)
                run = {left, left + 1, 0, tenure.instance};
            run.right = std::max(run.right, right);
            run.led += right - left;
        }
        const double middle = m_scene.laneRect(lane).center().y();
        const double revoked = tenure.revokedAt ? scale.x(*tenure.revokedAt) : right;
        if (revoked >= scale.left() && revoked <= scale.right() && revoked < right - markSize)
            marks.push_back({{revoked, middle}, lane, 2, Tenure::Running});
        // Ordinary ends of terms that are hardly to be seen would only hide them.
        if (!goesOn && right <= scale.right() && (weightOf(tenure.ending) > 0 || right - left >= markSize))
            marks.push_back({{right, middle}, lane, weightOf(tenure.ending), tenure.ending});
    }
    for (size_t lane = 0; lane < runs.size(); ++lane)
        flush(lane);
    paintEndMarks(painter, std::move(marks));
    for (const auto &[item, color, width] :
         {std::tuple(m_hovered, m_colors.text, 1.0), std::tuple(m_selected, m_colors.highlight, 2.5)}) {
        if (item && item->kind == TimelineItem::Term)
            paintOutline(painter, *item, color, width);
    }
    painter->restore();
}

void TimelinePainter::paintBar(QPainter *painter, const Tenure &tenure, const QRectF &whole, bool last) const
{
    const TimelineScale &scale = m_scene.scale();
    // Not left to the clip: painters do badly far outside of what can be seen, and SVG files keep no clips.
    const double left = std::max(whole.left(), scale.left());
    const double right = std::min(whole.right(), scale.right());
    QRectF rect(left, whole.top(), std::max(1.0, right - left), whole.height());
    const QColor fill = m_colors.instance(tenure.instance);
    painter->fillRect(rect, fill);
    if (const Qt::BrushStyle pattern = m_colors.pattern(tenure.instance); pattern != Qt::NoBrush)
        painter->fillRect(rect, QBrush(mixed(m_colors.base, fill, 0.45), pattern));
    if (tenure.revokedAt) {
        QRectF leaving = rect;
        leaving.setLeft(std::clamp(scale.x(*tenure.revokedAt), rect.left(), rect.right()));
        painter->fillRect(leaving, mixed(fill, m_colors.base, 0.35));
        TimelineShapes::hatch(painter, leaving, fill);
        rect.setRight(std::max(rect.left(), leaving.left()));
    }
    // Edges that are not known for certain.
    painter->setPen(QPen(m_colors.base, 2, Qt::DotLine));
    if (!tenure.fromKnown && whole.left() >= scale.left())
        painter->drawLine(whole.topLeft() + QPointF(1.5, 0), whole.bottomLeft() + QPointF(1.5, 0));
    if (!tenure.toExact && whole.right() <= scale.right())
        painter->drawLine(whole.topRight() - QPointF(1.5, 0), whole.bottomRight() - QPointF(1.5, 0));
    if (last && tenure.ending == Tenure::Running && whole.right() <= scale.right()
        && !m_scene.tenures().silentGap(m_scene.now())) {
        // It goes on.
        const double tip = std::min(whole.height() / 2, 6.0);
        painter->setPen(Qt::NoPen);
        painter->setBrush(tenure.revokedAt ? mixed(fill, m_colors.base, 0.35) : fill);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->drawPolygon(
            QPolygonF({whole.topRight(), QPointF(whole.right() + tip, whole.center().y()), whole.bottomRight()}));
        painter->setRenderHint(QPainter::Antialiasing, false);
    }
    const QRectF words = rect.intersected(m_scene.lanesRect()).adjusted(padding + 2, 0, -padding - markSize / 2, 0);
    const QFontMetricsF metrics(m_scene.font());
    if (words.width() < metrics.averageCharWidth() * 5)
        return;
    const QString &name = m_scene.tenures().instances()[size_t(tenure.instance)].name;
    const auto length = m_scene.tenures().endOf(tenure, m_scene.now()) - tenure.from;
    QString label = isolated(TenuresText::instance(name));
    const QString longer
        = tr("%1 · %2", "instance and how long it led").arg(label, isolated(LeaseText::duration(length)));
    if (metrics.horizontalAdvance(longer) <= words.width())
        label = longer;
    painter->setPen(TimelineColors::textOn(fill));
    text(painter, words, label, Qt::AlignLeft);
}

/// It fades out into the time that the history does not tell of.
void TimelinePainter::paintUnknownBeginning(QPainter *painter, const Tenure &tenure, const QRectF &whole) const
{
    constexpr double reach = 28;
    QColor fill = m_colors.instance(tenure.instance);
    QLinearGradient fading(whole.left() - reach, 0, whole.left(), 0);
    fading.setColorAt(1, fill);
    fill.setAlpha(0);
    fading.setColorAt(0, fill);
    const double left = std::max(whole.left() - reach, m_scene.scale().left());
    if (left < whole.left())
        painter->fillRect(QRectF(left, whole.top(), whole.left() - left, whole.height()), fading);
}

/// A step from lane to lane, where one took over at once.
void TimelinePainter::paintHandOver(QPainter *painter, const Tenure &before, const Tenure &after) const
{
    const size_t from = m_scene.laneOf(before);
    const size_t to = m_scene.laneOf(after);
    const double x = m_scene.scale().x(after.from);
    if (from == to || x < m_scene.scale().left() || x - m_scene.scale().x(before.to) > 2)
        return;
    painter->setPen(QPen(m_colors.quiet, 1, Qt::DotLine));
    painter->drawLine(QPointF(x, m_scene.laneRect(from).center().y()), QPointF(x, m_scene.laneRect(to).center().y()));
}

void TimelinePainter::paintEndMarks(QPainter *painter, std::vector<EndMark> marks) const
{
    std::stable_sort(marks.begin(), marks.end(), [](const EndMark &a, const EndMark &b) {
        return a.lane != b.lane ? a.lane < b.lane : a.at.x() < b.at.x();
    });
    const auto tooNear = [](const EndMark &a, const EndMark &b) {
        return a.lane == b.lane && std::abs(b.at.x() - a.at.x()) < markSize + 2;
    };
    std::vector<EndMark> shown;
    for (const EndMark &mark : marks) {
        if (shown.empty() || !tooNear(shown.back(), mark))
            shown.push_back(mark);
        else if (mark.weight > shown.back().weight)
            shown.back() = mark;
    }
    for (const EndMark &mark : shown) {
        if (mark.ending == Tenure::Running)
            TimelineShapes::revoke(painter, mark.at, markSize, m_colors);
        else
            TimelineShapes::ending(painter, mark.ending, mark.at, markSize, m_colors);
    }
}

void TimelinePainter::paintOutline(QPainter *painter, TimelineItem item, const QColor &color, double width) const
{
    QRectF rect = m_scene.rectOf(item);
    if (item.kind == TimelineItem::Mark)
        rect = QRectF(rect.left() - markSize / 2, rect.top(), markSize, rect.height());
    rect.setLeft(std::max(rect.left(), m_scene.scale().left() - 10));
    rect.setRight(std::min(rect.right(), m_scene.scale().right() + 10));
    if (rect.width() < 0)
        return;
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(color, width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter->drawRect(rect.adjusted(-width, width / 2, width, -width / 2));
}

} // namespace Elector
