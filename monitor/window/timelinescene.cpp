// SPDX-License-Identifier: MIT
#include "timelinescene.h"

#include "tenurestext.h"
#include "timelinelegend.h"

#include <QtGui/QFontMetricsF>

#include <algorithm>
#include <numeric>

namespace Elector {

using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

constexpr double padding = 6;
constexpr double reach = 4; ///< how near to a thing one points at it

double rowHeight(const QFont &font)
{
    return QFontMetricsF(font).height() + 4;
}

} // namespace

void TimelineScene::setTenures(const Tenures *tenures)
{
    m_tenures = tenures;
    m_scanned = 0;
    tenuresChanged();
}

void TimelineScene::tenuresChanged()
{
    updateLanes();
    updatePresence();
}

void TimelineScene::updateLanes()
{
    m_lanes.clear();
    if (isEmpty()) {
        m_laneOfInstance.clear();
        return;
    }
    const std::vector<LeadingInstance> &all = m_tenures->instances();
    std::vector<int> order(all.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(),
              [&all](int a, int b) { return all[size_t(a)].lastTenure > all[size_t(b)].lastTenure; });
    m_laneOfInstance.assign(all.size(), mostLanes);
    for (const int instance : order) {
        if (m_lanes.size() == mostLanes)
            break;
        m_laneOfInstance[size_t(instance)] = m_lanes.size();
        m_lanes.push_back({instance, TenuresText::instance(all[size_t(instance)].name)});
    }
    if (all.size() > mostLanes)
        m_lanes.push_back({others, tr("%1 others").arg(all.size() - mostLanes)});
}

void TimelineScene::updatePresence()
{
    const size_t count = isEmpty() ? 0 : m_tenures->tenures().size();
    if (m_scanned == 0 || count < m_scanned) {
        std::fill(std::begin(m_endingSeen), std::end(m_endingSeen), false);
        m_hasRevokes = false;
        m_scanned = 0;
    }
    // The last one may still end otherwise.
    for (size_t i = m_scanned > 0 ? m_scanned - 1 : 0; i < count; ++i) {
        m_endingSeen[m_tenures->tenures()[i].ending] = true;
        m_hasRevokes = m_hasRevokes || m_tenures->tenures()[i].revokedAt;
    }
    m_scanned = count;
    m_hasPauses = !isEmpty()
        && std::any_of(m_tenures->orders().cbegin(), m_tenures->orders().cend(),
                       [](const OrderSpan &order) { return order.kind == OrderSpan::Pause; });
    m_endings.clear();
    for (int i = Tenure::Running + 1; i < Tenure::endings; ++i) {
        if (m_endingSeen[i])
            m_endings.push_back(Tenure::Ending(i));
    }
}

// --- places ------------------------------------------------------------------------------------------------------

double TimelineScene::naturalHeight(double width, const QFont &font) const
{
    const double row = rowHeight(font);
    const double above
        = isEmpty() ? 0 : row * ((m_tenures->gaps().empty() ? 0 : 1) + (m_tenures->orders().empty() ? 0 : 1));
    return above + row * 1.3 * double(std::max<size_t>(m_lanes.size(), 1)) + 2 * row + padding
        + TimelineLegend(*this).height(width, font);
}

void TimelineScene::layOut(const QRectF &area, const QFont &font, Qt::LayoutDirection direction, double scrolled)
{
    m_area = area;
    m_font = font;
    m_direction = direction;
    m_scrolled = scrolled;
    const QFontMetricsF metrics(font);
    const double row = rowHeight(font);
    const bool gaps = !isEmpty() && (!m_tenures->gaps().empty() || m_tenures->silentGap(m_now));
    const bool orders = !isEmpty() && (!m_tenures->orders().empty() || !m_tenures->marks().empty());

    double label = 0;
    for (const Lane &lane : m_lanes)
        label = std::max(label, metrics.horizontalAdvance(lane.label));
    label = std::max(label, metrics.horizontalAdvance(tr("No leader")));
    m_labelWidth = std::min(label + row + 2 * padding, area.width() * 0.3);
    const double left = direction == Qt::RightToLeft ? area.left() : area.left() + m_labelWidth;
    const double width = std::max(1.0, area.width() - m_labelWidth);
    m_scale.setPlace(left, width);

    double legend = TimelineLegend(*this).height(area.width(), font);
    double y = area.top();
    const auto place = [&](bool present) {
        const QRectF rect = present ? QRectF(left, y, width, row) : QRectF();
        y += present ? row : 0;
        return rect;
    };
    m_gapRow = place(gaps);
    m_orderRow = place(orders);
    const double axis = 2 * row;
    if (area.bottom() - y - axis - legend < 2 * row) // the legend goes before the lanes do
        legend = 0;
    const double bottom = std::max(y + row, area.bottom() - axis - legend);
    m_lanesRect = QRectF(left, y, width, bottom - y);
    m_axisRect = QRectF(left, bottom, width, axis);
    m_legendRect = legend > 0 ? QRectF(area.left(), area.bottom() - legend, area.width(), legend) : QRectF();
    const double fitting = m_lanes.empty() ? row : m_lanesRect.height() / double(m_lanes.size());
    m_laneHeight = std::clamp(fitting, row, row * 1.6);
}

void TimelineScene::fitAll()
{
    const auto extent = isEmpty() ? std::nullopt : m_tenures->extent();
    const Instant from = extent ? extent->first : m_now - 1min;
    const Instant to = std::max({m_now, extent ? extent->second : m_now, from + 1s});
    const milliseconds room = (to - from) / 40;
    m_scale.setRange(from - room, to + room);
}

QRectF TimelineScene::labelRect(const QRectF &row) const
{
    const double left = m_direction == Qt::RightToLeft ? m_area.right() - m_labelWidth : m_area.left();
    return QRectF(left, row.top(), m_labelWidth, row.height());
}

QRectF TimelineScene::laneRect(size_t lane) const
{
    return QRectF(m_lanesRect.left(), m_lanesRect.top() + double(lane) * m_laneHeight - m_scrolled, m_lanesRect.width(),
                  m_laneHeight);
}

size_t TimelineScene::laneOf(const Tenure &tenure) const
{
    return m_laneOfInstance[size_t(tenure.instance)];
}

QRectF TimelineScene::span(const QRectF &row, Instant from, Instant to) const
{
    const double left = m_scale.x(from);
    return QRectF(left, row.top(), std::max(1.0, m_scale.x(to) - left), row.height());
}

// --- items -------------------------------------------------------------------------------------------------------

std::optional<LeaderlessGap> TimelineScene::gap(size_t index) const
{
    return index < m_tenures->gaps().size() ? std::optional(m_tenures->gaps()[index]) : m_tenures->silentGap(m_now);
}

Instant TimelineScene::from(TimelineItem item) const
{
    switch (item.kind) {
    case TimelineItem::Term:
        return m_tenures->tenures()[item.index].from;
    case TimelineItem::Gap: {
        const auto found = gap(item.index);
        return found ? found->from : m_now;
    }
    case TimelineItem::Order:
        return m_tenures->orders()[item.index].from;
    case TimelineItem::Mark:
        return m_tenures->marks()[item.index].at;
    }
    return m_now;
}

Instant TimelineScene::to(TimelineItem item) const
{
    switch (item.kind) {
    case TimelineItem::Term:
        return m_tenures->endOf(m_tenures->tenures()[item.index], m_now);
    case TimelineItem::Gap: {
        const auto found = gap(item.index);
        return found ? m_tenures->endOf(*found, m_now) : m_now;
    }
    case TimelineItem::Order:
        return m_tenures->endOf(m_tenures->orders()[item.index], m_now);
    case TimelineItem::Mark:
        return m_tenures->marks()[item.index].at;
    }
    return m_now;
}

QRectF TimelineScene::rectOf(TimelineItem item) const
{
    QRectF row = item.kind == TimelineItem::Gap ? m_gapRow : m_orderRow;
    if (item.kind == TimelineItem::Term)
        row = laneRect(laneOf(m_tenures->tenures()[item.index]));
    return span(row, from(item), to(item));
}

/// Calls `consider` with all that may be in the row at `at`, and near it in time.
template <typename Consider> void TimelineScene::considerAll(const QPointF &at, Consider consider) const
{
    const Instant from = m_scale.at(at.x() - reach);
    const Instant to = m_scale.at(at.x() + reach);
    if (m_gapRow.contains(at)) {
        const auto [first, end] = m_tenures->gapsBetween(from, to);
        for (size_t i = first; i < end; ++i)
            consider(TimelineItem{TimelineItem::Gap, i});
        if (m_tenures->silentGap(m_now))
            consider(TimelineItem{TimelineItem::Gap, m_tenures->gaps().size()});
    } else if (m_orderRow.contains(at)) {
        for (size_t i = 0; i < m_tenures->marks().size(); ++i)
            consider(TimelineItem{TimelineItem::Mark, i});
        for (size_t i = 0; i < m_tenures->orders().size(); ++i)
            consider(TimelineItem{TimelineItem::Order, i});
    } else if (m_lanesRect.contains(at)) {
        const auto [first, end] = m_tenures->tenuresBetween(from, to);
        for (size_t i = first; i < end; ++i) {
            if (laneRect(laneOf(m_tenures->tenures()[i])).contains(at))
                consider(TimelineItem{TimelineItem::Term, i});
        }
    }
}

std::optional<TimelineItem> TimelineScene::itemAt(const QPointF &at) const
{
    if (isEmpty() || at.x() < m_scale.left() || at.x() > m_scale.right())
        return {};
    std::optional<TimelineItem> nearest;
    double distance = reach;
    considerAll(at, [&](TimelineItem item) {
        const double left = m_scale.x(from(item));
        const double right = std::max(left, m_scale.x(to(item)));
        const double away = at.x() < left ? left - at.x() : at.x() > right ? at.x() - right : 0;
        if (away < distance || (away == 0 && !nearest)) {
            nearest = item;
            distance = away;
        }
    });
    return nearest;
}

std::vector<TimelineItem> TimelineScene::allItems() const
{
    std::vector<TimelineItem> all;
    const auto addAll = [&all](TimelineItem::Kind kind, size_t count) {
        for (size_t i = 0; i < count; ++i)
            all.push_back({kind, i});
    };
    addAll(TimelineItem::Term, m_tenures->tenures().size());
    addAll(TimelineItem::Gap, m_tenures->gaps().size() + (m_tenures->silentGap(m_now) ? 1 : 0));
    addAll(TimelineItem::Order, m_tenures->orders().size());
    addAll(TimelineItem::Mark, m_tenures->marks().size());
    std::stable_sort(all.begin(), all.end(),
                     [this](const TimelineItem &a, const TimelineItem &b) { return from(a) < from(b); });
    return all;
}

std::optional<TimelineItem> TimelineScene::neighbour(std::optional<TimelineItem> item, bool later) const
{
    if (isEmpty())
        return {};
    const std::vector<TimelineItem> all = allItems();
    const auto it = item ? std::find(all.cbegin(), all.cend(), *item) : all.cend();
    if (it == all.cend())
        return later ? all.front() : all.back();
    if (later ? std::next(it) == all.cend() : it == all.cbegin())
        return item;
    return later ? *std::next(it) : *std::prev(it);
}

QString TimelineScene::describe(TimelineItem item) const
{
    switch (item.kind) {
    case TimelineItem::Term:
        return TenuresText::describe(*m_tenures, m_tenures->tenures()[item.index], m_now);
    case TimelineItem::Gap: {
        const auto found = gap(item.index);
        return found ? TenuresText::describe(*m_tenures, *found, m_now) : QString();
    }
    case TimelineItem::Order:
        return TenuresText::describe(*m_tenures, m_tenures->orders()[item.index], m_now);
    case TimelineItem::Mark:
        return TenuresText::describe(m_tenures->marks()[item.index]);
    }
    return {};
}

qint64 TimelineScene::sequenceOf(TimelineItem item) const
{
    switch (item.kind) {
    case TimelineItem::Term:
        return m_tenures->tenures()[item.index].sequence();
    case TimelineItem::Gap: {
        const auto found = gap(item.index);
        return found ? found->sequence : 0;
    }
    case TimelineItem::Order:
        return m_tenures->orders()[item.index].begin.sequence;
    case TimelineItem::Mark:
        return m_tenures->marks()[item.index].event.sequence;
    }
    return 0;
}

std::optional<TimelineItem> TimelineScene::itemOf(qint64 sequence) const
{
    if (isEmpty())
        return {};
    if (const auto tenure = m_tenures->tenureOf(sequence))
        return TimelineItem{TimelineItem::Term, *tenure};
    const auto &orders = m_tenures->orders();
    const auto order = std::find_if(orders.cbegin(), orders.cend(), [sequence](const OrderSpan &each) {
        return each.begin.sequence == sequence || each.end.sequence == sequence;
    });
    if (order != orders.cend())
        return TimelineItem{TimelineItem::Order, size_t(order - orders.cbegin())};
    const auto &marks = m_tenures->marks();
    const auto mark = std::find_if(marks.cbegin(), marks.cend(),
                                   [sequence](const HistoryMark &each) { return each.event.sequence == sequence; });
    if (mark != marks.cend())
        return TimelineItem{TimelineItem::Mark, size_t(mark - marks.cbegin())};
    return {};
}

} // namespace Elector
