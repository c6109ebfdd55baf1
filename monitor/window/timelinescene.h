// SPDX-License-Identifier: MIT
#pragma once

#include "tenures.h"
#include "timelinescale.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRectF>
#include <QtGui/QFont>

#include <optional>
#include <vector>

namespace Elector {

/// One thing on a timeline that can be pointed at.
struct TimelineItem
{
    enum Kind { Term, Gap, Order, Mark };
    Kind kind = Term;
    size_t index = 0; ///< into that list of Tenures; one past its gaps for the silent one
    friend bool operator==(const TimelineItem &, const TimelineItem &) = default;
};

/// What a timeline shows and where: lanes, rows and their places, without colours. For the widget and for paper.
class TimelineScene
{
    Q_DECLARE_TR_FUNCTIONS(Elector::TimelineScene)

public:
    static constexpr int mostLanes = 12; ///< of their own; all others share one more
    static constexpr int others = -1;

    struct Lane
    {
        int instance = others;
        QString label;
    };

    /// Not owned; must outlive the scene. Call tenuresChanged() whenever they change.
    void setTenures(const Tenures *tenures);
    void tenuresChanged();
    const Tenures &tenures() const { return *m_tenures; }
    bool isEmpty() const { return !m_tenures || m_tenures->isEmpty(); }

    void setNow(Instant now) { m_now = now; }
    Instant now() const { return m_now; }
    void setTimeSpec(Qt::TimeSpec spec) { m_spec = spec; }
    Qt::TimeSpec timeSpec() const { return m_spec; }

    /// Gives everything its place inside `area`. `scrolled`: by how much the lanes are moved up.
    void layOut(const QRectF &area, const QFont &font, Qt::LayoutDirection direction, double scrolled = 0);
    /// The height that shows all lanes at their full height, for that width.
    double naturalHeight(double width, const QFont &font) const;
    double contentHeight() const { return m_laneHeight * double(m_lanes.size()); } ///< of all lanes
    /// From the first entry to now, with a little room.
    void fitAll();

    TimelineScale &scale() { return m_scale; }
    const TimelineScale &scale() const { return m_scale; }
    const QFont &font() const { return m_font; }
    Qt::LayoutDirection direction() const { return m_direction; }
    const QRectF &area() const { return m_area; }
    /// Rows across the scale; empty if there is nothing for them.
    const QRectF &gapRow() const { return m_gapRow; }
    const QRectF &orderRow() const { return m_orderRow; }
    const QRectF &lanesRect() const { return m_lanesRect; }
    const QRectF &axisRect() const { return m_axisRect; }
    const QRectF &legendRect() const { return m_legendRect; }
    /// Where the name of a row stands, beside it.
    QRectF labelRect(const QRectF &row) const;
    const std::vector<Lane> &lanes() const { return m_lanes; }
    QRectF laneRect(size_t lane) const;
    size_t laneOf(const Tenure &tenure) const;

    /// The endings and whether there are pauses, for the legend.
    const std::vector<Tenure::Ending> &endingsPresent() const { return m_endings; }
    bool hasRevokes() const { return m_hasRevokes; }
    bool hasPauses() const { return m_hasPauses; }

    Instant from(TimelineItem item) const;
    Instant to(TimelineItem item) const;
    QRectF rectOf(TimelineItem item) const;
    std::optional<LeaderlessGap> gap(size_t index) const;
    /// What is at or very near a point.
    std::optional<TimelineItem> itemAt(const QPointF &at) const;
    /// The next thing in the order of time; from nothing, the newest or the oldest.
    std::optional<TimelineItem> neighbour(std::optional<TimelineItem> item, bool later) const;
    QString describe(TimelineItem item) const;
    /// The entry of the history that tells most of it.
    qint64 sequenceOf(TimelineItem item) const;
    std::optional<TimelineItem> itemOf(qint64 sequence) const;

private:
    void updateLanes();
    void updatePresence();
    QRectF span(const QRectF &row, Instant from, Instant to) const;
    template <typename Consider> void considerAll(const QPointF &at, Consider consider) const;
    std::vector<TimelineItem> allItems() const;

    const Tenures *m_tenures = nullptr;
    Instant m_now;
    Qt::TimeSpec m_spec = Qt::LocalTime;
    TimelineScale m_scale;
    QFont m_font;
    Qt::LayoutDirection m_direction = Qt::LeftToRight;
    QRectF m_area;
    QRectF m_gapRow;
    QRectF m_orderRow;
    QRectF m_lanesRect;
    QRectF m_axisRect;
    QRectF m_legendRect;
    double m_scrolled = 0;
    double m_laneHeight = 20;
    double m_labelWidth = 0;
    std::vector<Lane> m_lanes;
    std::vector<size_t> m_laneOfInstance;
    std::vector<Tenure::Ending> m_endings;
    size_t m_scanned = 0; ///< terms whose endings are known for good
    bool m_endingSeen[Tenure::endings] = {};
    bool m_hasRevokes = false;
    bool m_hasPauses = false;
};

} // namespace Elector
