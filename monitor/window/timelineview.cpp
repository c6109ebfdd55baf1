// SPDX-License-Identifier: MIT
#include "timelineview.h"

#include "scrollbarstyle.h"
#include "tenurestext.h"
#include "timelinepainter.h"

#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolTip>

#include <algorithm>

namespace Elector {

using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

constexpr milliseconds fastest = 40ms;
constexpr milliseconds slowest = 1000ms;

} // namespace

TimelineView::TimelineView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_clock([] { return time_point_cast<milliseconds>(system_clock::now()); })
{
    ScrollBarStyle::applyTo(this);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalScrollBar()->setAccessibleName(tr("Lanes of the timeline"));
    viewport()->setMouseTracking(true);
    viewport()->grabGesture(Qt::PinchGesture);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &TimelineView::moveOn);
    m_scene.setNow(m_clock());
    m_scene.fitAll();
    updateAccessible();
}

void TimelineView::setTenures(const Tenures *tenures)
{
    m_scene.setTenures(tenures);
    startAfresh();
}

void TimelineView::startAfresh()
{
    m_selected.reset();
    m_hovered.reset();
    m_fitted = true;
    verticalScrollBar()->setValue(0);
    tenuresChanged();
}

void TimelineView::tenuresChanged()
{
    m_scene.tenuresChanged();
    m_hovered.reset();
    resolveSelection();
    moveOn();
    updateAccessible();
}

void TimelineView::setClock(std::function<Instant()> clock)
{
    m_clock = std::move(clock);
    moveOn();
}

void TimelineView::setTimeSpec(Qt::TimeSpec spec)
{
    m_scene.setTimeSpec(spec);
    viewport()->update();
}

void TimelineView::setSubject(const QString &subject)
{
    m_subject = subject;
    updateAccessible();
}

void TimelineView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    updateAccessible();
    viewport()->update();
}

QSize TimelineView::sizeHint() const
{
    return {60 * fontMetrics().averageCharWidth(), 10 * fontMetrics().height()};
}

QSize TimelineView::minimumSizeHint() const
{
    return {20 * fontMetrics().averageCharWidth(), 5 * fontMetrics().height()};
}

// --- time --------------------------------------------------------------------------------------------------------

/// Follows the present, and comes again when a pixel's time has passed.
void TimelineView::moveOn()
{
    const Instant now = m_clock();
    const auto passed = now - m_scene.now();
    m_scene.setNow(now);
    if (m_fitted)
        m_scene.fitAll();
    else if (m_follows)
        m_scene.scale().moveEndTo(m_scene.scale().to() + passed);
    layOut();
    viewport()->update();
    if (isVisible() && !m_scene.isEmpty()) {
        const auto pixel = milliseconds(qint64(m_scene.scale().millisecondsPerPixel()));
        m_timer.start(std::clamp(pixel, fastest, slowest));
    }
}

void TimelineView::layOut()
{
    QScrollBar *bar = verticalScrollBar();
    m_scene.layOut(viewport()->rect(), font(), layoutDirection(), bar->value());
    const double hidden = m_scene.contentHeight() - m_scene.lanesRect().height();
    const int most = m_scene.isEmpty() || hidden < 1 ? 0 : int(hidden + 0.5);
    if (bar->maximum() != most) {
        bar->setRange(0, most);
        bar->setPageStep(std::max(1, int(m_scene.lanesRect().height())));
        bar->setSingleStep(fontMetrics().height());
        m_scene.layOut(viewport()->rect(), font(), layoutDirection(), bar->value());
    }
}

void TimelineView::rangeChanged()
{
    m_fitted = false;
    m_follows = m_scene.scale().to() >= m_scene.now();
    moveOn();
}

void TimelineView::setRange(Instant from, Instant to)
{
    m_scene.scale().setRange(from, to);
    rangeChanged();
}

void TimelineView::fitAll()
{
    m_fitted = m_follows = true;
    moveOn();
}

double TimelineView::anchor() const
{
    const QPointF pointer = viewport()->mapFromGlobal(QCursor::pos());
    const QRectF &lanes = m_scene.lanesRect();
    return viewport()->underMouse() && lanes.contains(pointer) ? pointer.x() : lanes.center().x();
}

void TimelineView::zoomAt(double factor, double x)
{
    m_scene.scale().zoom(factor, std::clamp(x, m_scene.scale().left(), m_scene.scale().right()));
    rangeChanged();
}

void TimelineView::zoomIn()
{
    zoomAt(1.5, anchor());
}

void TimelineView::zoomOut()
{
    zoomAt(1 / 1.5, anchor());
}

void TimelineView::pan(double pixels)
{
    m_scene.scale().pan(pixels);
    rangeChanged();
}

// --- selection ---------------------------------------------------------------------------------------------------

void TimelineView::select(std::optional<TimelineItem> item, bool tell)
{
    m_selected = item ? std::optional(Selection{*item, m_scene.sequenceOf(*item)}) : std::nullopt;
    updateAccessible();
    viewport()->update();
    if (tell && m_selected)
        Q_EMIT sequenceSelected(m_selected->sequence);
}

/// Lists were made anew, perhaps: find the same thing again.
void TimelineView::resolveSelection()
{
    if (!m_selected)
        return;
    if (m_selected->item.kind == TimelineItem::Gap) {
        const auto &gaps = m_scene.isEmpty() ? std::vector<LeaderlessGap>() : m_scene.tenures().gaps();
        const auto it = std::find_if(gaps.cbegin(), gaps.cend(),
                                     [this](const LeaderlessGap &gap) { return gap.sequence == m_selected->sequence; });
        if (it != gaps.cend())
            m_selected->item.index = size_t(it - gaps.cbegin());
        else
            m_selected.reset();
        return;
    }
    if (const auto item = m_scene.itemOf(m_selected->sequence))
        m_selected->item = *item;
    else
        m_selected.reset();
}

qint64 TimelineView::selectedSequence() const
{
    return m_selected ? m_selected->sequence : 0;
}

QString TimelineView::selectedText() const
{
    return m_selected ? m_scene.describe(m_selected->item) : QString();
}

void TimelineView::selectSequence(qint64 sequence)
{
    const auto item = m_scene.itemOf(sequence);
    if (m_selected && item == m_selected->item)
        return;
    select(item, false);
    if (item)
        showItem(*item);
}

/// Moves time and lanes as little as it takes.
void TimelineView::showItem(TimelineItem item)
{
    TimelineScale &scale = m_scene.scale();
    const Instant from = m_scene.from(item);
    const Instant to = m_scene.to(item);
    if (to < scale.from() || from > scale.to()) {
        const auto span = scale.to() - scale.from();
        if (to - from < span)
            scale.moveStartTo(from - (span - (to - from)) / 2);
        else if (from > scale.to())
            scale.moveStartTo(from - span / 10);
        else
            scale.moveEndTo(to + span / 10);
        rangeChanged();
    }
    if (item.kind != TimelineItem::Term)
        return;
    const QRectF rect = m_scene.rectOf(item);
    const QRectF &lanes = m_scene.lanesRect();
    if (rect.top() < lanes.top())
        verticalScrollBar()->setValue(verticalScrollBar()->value() - int(lanes.top() - rect.top() + 1));
    else if (rect.bottom() > lanes.bottom())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + int(rect.bottom() - lanes.bottom() + 1));
}

void TimelineView::step(bool later)
{
    const auto item = m_scene.neighbour(m_selected ? std::optional(m_selected->item) : std::nullopt, later);
    if (!item)
        return;
    select(item, true);
    showItem(*item);
}

void TimelineView::updateAccessible()
{
    const QString name
        = m_subject.isEmpty() ? tr("Timeline of the selected lock") : tr("Timeline of lock %1").arg(m_subject);
    const QString on = selectedText().replace(QLatin1Char('\n'), QStringLiteral("; "));
    setAccessibleName(on.isEmpty() ? name : tr("%1. Selected: %2").arg(name, on)); // is announced when it changes
    const QString all = m_scene.isEmpty() ? m_emptyText : TenuresText::summary(m_scene.tenures(), m_scene.now());
    const QString keys = tr("Ctrl and the left and right arrow keys go from one term to the next.");
    setAccessibleDescription(m_scene.isEmpty() ? all : all + QLatin1Char(' ') + keys);
}

// --- painting ----------------------------------------------------------------------------------------------------

void TimelineView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), palette().color(QPalette::Base));
    const TimelineColors colors(palette());
    if (m_scene.isEmpty()) {
        painter.setPen(colors.quiet);
        painter.drawText(viewport()->rect().adjusted(16, 16, -16, -16), int(Qt::AlignCenter) | Qt::TextWordWrap,
                         m_emptyText);
    } else {
        TimelinePainter timeline(m_scene, colors);
        timeline.setHovered(m_hovered);
        if (m_selected)
            timeline.setSelected(m_selected->item);
        timeline.paint(&painter);
    }
    if (hasFocus()) {
        painter.setPen(colors.highlight);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    moveOn();
}

void TimelineView::scrollContentsBy(int, int)
{
    layOut();
    viewport()->update();
}

void TimelineView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    moveOn();
}

void TimelineView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        moveOn();
    viewport()->update();
}

void TimelineView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void TimelineView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace Elector
