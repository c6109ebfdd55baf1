// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/lease.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QString>

#include <chrono>

namespace Elector {

/// The words of the window for durations, states, times and events. Translated; any thread.
class LeaseText
{
    Q_DECLARE_TR_FUNCTIONS(Elector::LeaseText)

public:
    /// `remaining` of a lease without end.
    static constexpr std::chrono::microseconds endless = std::chrono::microseconds::max();

    /// "4.2 s", "1 min 05 s", "3 d 4 h"; "expired" for zero and less, "never" for endless. Rounds down: it never
    /// promises more than there is.
    static QString countdown(std::chrono::microseconds remaining);
    /// The same words for any span; "0 s" for zero and less.
    static QString duration(std::chrono::microseconds span);
    /// How old something is, in whole seconds: "8 s", "1 min 05 s".
    static QString age(std::chrono::seconds span);
    static QString state(LeaseState state);
    /// What a state means, one sentence.
    static QString stateMeaning(LeaseState state);
    /// As TimeDisplay wants it. Local time or UTC: of day if it is today, with month and day if it is this year,
    /// otherwise the date. Relative: "12 s ago", by the server's clock.
    static QString moment(const QDateTime &at);
    /// The time on a clock, local or UTC and then says so: of day, or with its date unless that is today.
    static QString clockTime(const QDateTime &at);
    /// By when something is over that has so much left: "by 14:03:22, in 4.2 s", by the server's clock. The clock time
    /// is rounded up: it is over by then. Says so of what is endless, and "now" for zero and less.
    static QString deadline(std::chrono::microseconds left);
    /// Local time and UTC, for tool tips.
    static QString exactMoment(const QDateTime &at);
    /// "7 · nightly-billing", or "7" without a name; fit for display.
    static QString lock(const Lease &lease);
    /// The words for a kind of LeaseEvent; an unknown kind is shown as it is.
    static QString event(const QString &kind);
};

} // namespace Elector
