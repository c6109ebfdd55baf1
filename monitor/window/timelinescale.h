// SPDX-License-Identifier: MIT
#pragma once

#include "tenures.h"

#include <QtCore/QString>

#include <vector>

namespace Elector {

/// Which moment is where: the part of time that a timeline shows, and its place in pixels. Time always runs from left
/// to right, in every language.
class TimelineScale
{
public:
    /// Where the visible part begins, and how wide it is, in pixels.
    void setPlace(double left, double width);
    double left() const { return m_left; }
    double right() const { return m_left + m_width; }
    double width() const { return m_width; }

    /// A range that is too short or too long is made to fit around its middle.
    void setRange(Instant from, Instant to);
    Instant from() const { return at(left()); }
    Instant to() const { return at(right()); }
    double millisecondsPerPixel() const { return m_span / m_width; }

    /// Never so far away that painting it would overflow.
    double x(Instant at) const;
    Instant at(double x) const;

    /// More than 1 shows less time in more detail; what is at `x` stays there.
    void zoom(double factor, double x);
    /// Positive shows what is later.
    void pan(double pixels);
    /// These keep the span.
    void moveStartTo(Instant from);
    void moveEndTo(Instant to);

private:
    void bound();

    double m_left = 0;
    double m_width = 1;
    double m_from = 0; ///< milliseconds since 1970
    double m_span = 60'000; ///< milliseconds
};

struct TimelineTick
{
    Instant at;
    QString label;
    QString context; ///< what the label leaves out, such as the date; the same for neighbours
};

/// The moments worth a line, no nearer to each other than `spacing` pixels, at round times of `spec`: UTC or local.
std::vector<TimelineTick> timelineTicks(const TimelineScale &scale, Qt::TimeSpec spec, double spacing);
/// What `label` leaves out at the left end of the axis.
QString timelineContext(const TimelineScale &scale, Qt::TimeSpec spec, double spacing);

} // namespace Elector
