// SPDX-License-Identifier: MIT
#include "simulation/tally.h"

#include <algorithm>
#include <functional>

namespace Elector::Simulation {

namespace {

struct Entry
{
    const char *name;
    int perThousand; ///< what a thousand schedules have at the very least
};

// In the order of Tally::What. The least is far below the usual: it notices what does not happen any more.
constexpr std::array<Entry, Tally::Count> Entries = {{
    {"times somebody gained leadership", 5000},
    {"times somebody lost it", 4000},
    {"renewals", 20000},
    {"requests", 100000},
    {"requests lost", 1000},
    {"answers lost after the commit", 500},
    {"answers after the time-out", 500},
    {"requests applied twice", 500},
    {"requests applied after their sender died", 20},
    {"requests refused by the database", 200},
    {"leaders paused", 300},
    {"leaders paused beyond their deadline", 200},
    {"leaders suspended", 100},
    {"nodes killed", 200},
    {"leaders killed", 100},
    {"leaders cut off", 200},
    {"outages", 200},
    {"revocations", 200},
    {"evictions", 200},
    {"locks paused by an operator", 100},
    {"locks reserved by an operator", 100},
    {"bids barred by an order", 100},
    {"small clock steps", 200},
    {"clock steps backward", 200},
    {"clock steps forward", 5},
    {"bids beyond their time", 50},
    {"failovers", 100},
    {"failovers that lost commits", 50},
    {"bids held off from a server that took over", 20},
    {"guarded writes committed", 300},
    {"guards refused", 50},
    {"guards refused to who believed in its tenure when it asked", 20},
    {"captures that waited for guarded work", 20},
    {"holds taken", 300},
    {"losses while work held the lock", 100},
    {"rows taken that a step backward had left behind", 5},
    {"captures in doubt that were adopted", 50},
    {"bids refused by the gate", 100},
    {"renewals of a row that was locked", 20},
    {"schedules with twins", 20},
    {"schedules of more than five nodes", 5},
}};

} // namespace

Tally &Tally::operator+=(const Tally &other)
{
    std::transform(m_counts.begin(), m_counts.end(), other.m_counts.begin(), m_counts.begin(), std::plus<>());
    return *this;
}

QString Tally::name(std::size_t what)
{
    return QLatin1String(Entries.at(what).name);
}

QStringList Tally::lines() const
{
    QStringList lines;
    for (std::size_t what = 0; what < Count; ++what)
        lines.append(QStringLiteral("%1\t%2").arg(name(what)).arg(m_counts[what]));
    return lines;
}

QStringList Tally::shortages(std::uint64_t schedules) const
{
    QStringList shortages;
    for (std::size_t what = 0; what < Count; ++what) {
        const std::uint64_t least = static_cast<std::uint64_t>(Entries.at(what).perThousand) * schedules / 1000;
        if (m_counts[what] < least)
            shortages.append(
                QStringLiteral("%1: only %2, expected at least %3").arg(name(what)).arg(m_counts[what]).arg(least));
    }
    return shortages;
}

} // namespace Elector::Simulation
