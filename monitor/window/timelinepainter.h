// SPDX-License-Identifier: MIT
#pragma once

#include "timelinecolors.h"
#include "timelinescene.h"

class QPainter;

namespace Elector {

/// Paints a scene that was laid out. What is narrower than a pixel runs together, so that thousands of terms cost no
/// more than there are pixels.
class TimelinePainter
{
    Q_DECLARE_TR_FUNCTIONS(Elector::TimelinePainter)

public:
    TimelinePainter(const TimelineScene &scene, const TimelineColors &colors)
        : m_scene(scene)
        , m_colors(colors)
    {
    }
    void setHovered(std::optional<TimelineItem> item) { m_hovered = item; }
    void setSelected(std::optional<TimelineItem> item) { m_selected = item; }

    /// The background is the caller's.
    void paint(QPainter *painter) const;
    /// How many bars the last paint() drew; for tests.
    size_t barsDrawn() const { return m_bars; }

private:
    struct EndMark
    {
        QPointF at;
        size_t lane;
        int weight;
        Tenure::Ending ending; ///< Running: a revoke
    };

    void paintLanes(QPainter *painter) const;
    void paintTicks(QPainter *painter) const;
    void paintPauses(QPainter *painter) const;
    void paintTerms(QPainter *painter) const;
    void paintBar(QPainter *painter, const Tenure &tenure, const QRectF &rect, bool last) const;
    void paintUnknownBeginning(QPainter *painter, const Tenure &tenure, const QRectF &whole) const;
    void paintHandOver(QPainter *painter, const Tenure &before, const Tenure &after) const;
    void paintEndMarks(QPainter *painter, std::vector<EndMark> marks) const;
    void paintGaps(QPainter *painter) const;
    void paintWideGap(QPainter *painter, const LeaderlessGap &gap, double left, double right) const;
    void paintNarrowGaps(QPainter *painter, const std::vector<double> &coverage) const;
    void paintOrders(QPainter *painter) const;
    void paintMarks(QPainter *painter) const;
    void paintNow(QPainter *painter) const;
    void paintLabels(QPainter *painter) const;
    void paintOutline(QPainter *painter, TimelineItem item, const QColor &color, double width) const;
    QRectF bar(const QRectF &lane, double left, double right) const;
    void text(QPainter *painter, const QRectF &rect, const QString &text, Qt::Alignment alignment) const;

    const TimelineScene &m_scene;
    TimelineColors m_colors;
    std::optional<TimelineItem> m_hovered;
    std::optional<TimelineItem> m_selected;
    mutable size_t m_bars = 0;
};

} // namespace Elector
