// SPDX-License-Identifier: MIT
#include "timelinescale.h"

#include <QtCore/QDateTime>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace Elector {

using namespace std::chrono;

namespace {

constexpr double second = 1000;
constexpr double minute = 60 * second;
constexpr double hour = 60 * minute;
constexpr double day = 24 * hour;
constexpr double year = 365.25 * day;

constexpr double shortestSpan = 20;
constexpr double longestSpan = 200 * year;
constexpr double earliest = 0;
constexpr double latest = 400 * year;
constexpr double farthest = 100'000;

} // namespace

void TimelineScale::setPlace(double left, double width)
{
    m_left = left;
    m_width = std::max(width, 1.0);
}

void TimelineScale::setRange(Instant from, Instant to)
{
    m_from = double(from.time_since_epoch().count());
    m_span = double((to - from).count());
    bound();
}

void TimelineScale::bound()
{
    const double span = std::clamp(m_span, shortestSpan, longestSpan);
    m_from += (m_span - span) / 2;
    m_span = span;
    m_from = std::clamp(m_from, earliest, latest - span);
}

double TimelineScale::x(Instant at) const
{
    const double x = m_left + (double(at.time_since_epoch().count()) - m_from) / m_span * m_width;
    return std::clamp(x, m_left - farthest, m_left + m_width + farthest);
}

Instant TimelineScale::at(double x) const
{
    return Instant(milliseconds(std::llround(m_from + (x - m_left) / m_width * m_span)));
}

void TimelineScale::zoom(double factor, double x)
{
    const double share = (x - m_left) / m_width;
    const double span = std::clamp(m_span / factor, shortestSpan, longestSpan);
    m_from += share * (m_span - span);
    m_span = span;
    bound();
}

void TimelineScale::pan(double pixels)
{
    m_from += pixels * millisecondsPerPixel();
    bound();
}

void TimelineScale::moveStartTo(Instant from)
{
    m_from = double(from.time_since_epoch().count());
    bound();
}

void TimelineScale::moveEndTo(Instant to)
{
    m_from = double(to.time_since_epoch().count()) - m_span;
    bound();
}

// --- ticks -------------------------------------------------------------------------------------------------------

namespace {

/// `Even` steps have the same length each; the others follow the calendar and the changes of summer time.
struct Step
{
    enum Unit { Even, Hours, Days, Weeks, Months, Years };
    Unit unit;
    int count; ///< milliseconds for Even
    double span; ///< about, milliseconds
};

constexpr Step even(double span)
{
    return {Step::Even, int(span), span};
}

constexpr Step steps[] = {
    even(1),
    even(2),
    even(5),
    even(10),
    even(20),
    even(50),
    even(100),
    even(200),
    even(500),
    even(second),
    even(2 * second),
    even(5 * second),
    even(10 * second),
    even(15 * second),
    even(30 * second),
    even(minute),
    even(2 * minute),
    even(5 * minute),
    even(10 * minute),
    even(15 * minute),
    even(30 * minute),
    even(hour),
    {Step::Hours, 2, 2 * hour},
    {Step::Hours, 3, 3 * hour},
    {Step::Hours, 6, 6 * hour},
    {Step::Hours, 12, 12 * hour},
    {Step::Days, 1, day},
    {Step::Days, 2, 2 * day},
    {Step::Weeks, 1, 7 * day},
    {Step::Months, 1, year / 12},
    {Step::Months, 3, year / 4},
    {Step::Months, 6, year / 2},
    {Step::Years, 1, year},
    {Step::Years, 2, 2 * year},
    {Step::Years, 5, 5 * year},
    {Step::Years, 10, 10 * year},
    {Step::Years, 20, 20 * year},
    {Step::Years, 50, 50 * year},
};

const Step &stepFor(const TimelineScale &scale, double spacing)
{
    const double least = scale.millisecondsPerPixel() * spacing;
    const auto it
        = std::find_if(std::begin(steps), std::end(steps), [least](const Step &s) { return s.span >= least; });
    return it == std::end(steps) ? *std::prev(it) : *it;
}

QDateTime inSpec(Instant at, Qt::TimeSpec spec)
{
    return dateTimeOf(at).toTimeSpec(spec);
}

qint64 roundedDown(qint64 number, qint64 step)
{
    const qint64 rest = number % step;
    return number - (rest < 0 ? rest + step : rest);
}

QDate roundedDown(QDate date, const Step &step)
{
    switch (step.unit) {
    case Step::Days:
        return QDate::fromJulianDay(roundedDown(date.toJulianDay(), step.count));
    case Step::Weeks:
        return date.addDays(1 - date.dayOfWeek());
    case Step::Months:
        return QDate(date.year(), (date.month() - 1) / step.count * step.count + 1, 1);
    case Step::Years:
        return QDate(int(roundedDown(date.year(), step.count)), 1, 1);
    default:
        return date;
    }
}

QDate following(QDate date, const Step &step)
{
    switch (step.unit) {
    case Step::Weeks:
        return date.addDays(7);
    case Step::Months:
        return date.addMonths(step.count);
    case Step::Years:
        return date.addYears(step.count);
    default:
        return date.addDays(step.count);
    }
}

Instant firstAt(Instant from, const Step &step, Qt::TimeSpec spec)
{
    const QDateTime moment = inSpec(from, spec);
    if (step.unit == Step::Even) {
        const qint64 offset = moment.offsetFromUtc() * qint64(second);
        return Instant(milliseconds(roundedDown(from.time_since_epoch().count() + offset, step.count) - offset));
    }
    if (step.unit == Step::Hours)
        return instantOf(QDateTime(moment.date(), QTime(moment.time().hour() / step.count * step.count, 0), spec));
    return instantOf(roundedDown(moment.date(), step).startOfDay(spec));
}

Instant nextAfter(Instant at, const Step &step, Qt::TimeSpec spec)
{
    if (step.unit == Step::Even)
        return at + milliseconds(step.count);
    const QDateTime moment = inSpec(at, spec);
    if (step.unit == Step::Hours) {
        const int next = (moment.time().hour() / step.count + 1) * step.count;
        const QDateTime then
            = next < 24 ? QDateTime(moment.date(), QTime(next, 0), spec) : moment.date().addDays(1).startOfDay(spec);
        return std::max(instantOf(then), at + hours(1)); // an hour that does not exist leads nowhere
    }
    return std::max(instantOf(following(roundedDown(moment.date(), step), step).startOfDay(spec)), at + hours(1));
}

QString labelOf(const QDateTime &at, const Step &step)
{
    if (step.span < second)
        return at.toString(QStringLiteral("ss.zzz"));
    if (step.span < minute)
        return at.toString(QStringLiteral("HH:mm:ss"));
    if (step.span < day)
        return at.toString(QStringLiteral("HH:mm"));
    if (step.unit == Step::Days || step.unit == Step::Weeks)
        return at.toString(QStringLiteral("MM-dd"));
    return at.toString(step.unit == Step::Months ? QStringLiteral("yyyy-MM") : QStringLiteral("yyyy"));
}

QString contextOf(const QDateTime &at, const Step &step)
{
    if (step.span < second)
        return at.toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    if (step.span < day)
        return at.toString(QStringLiteral("yyyy-MM-dd"));
    if (step.unit == Step::Days || step.unit == Step::Weeks)
        return at.toString(QStringLiteral("yyyy"));
    return {};
}

} // namespace

std::vector<TimelineTick> timelineTicks(const TimelineScale &scale, Qt::TimeSpec spec, double spacing)
{
    const Step &step = stepFor(scale, spacing);
    const auto most = size_t(scale.width() / std::max(spacing, 1.0) * 2) + 4;
    std::vector<TimelineTick> ticks;
    for (Instant at = firstAt(scale.from(), step, spec); at <= scale.to() && ticks.size() < most;
         at = nextAfter(at, step, spec)) {
        if (at < scale.from())
            continue;
        const QDateTime moment = inSpec(at, spec);
        ticks.push_back({at, labelOf(moment, step), contextOf(moment, step)});
    }
    return ticks;
}

QString timelineContext(const TimelineScale &scale, Qt::TimeSpec spec, double spacing)
{
    return contextOf(inSpec(scale.from(), spec), stepFor(scale, spacing));
}

} // namespace Elector
