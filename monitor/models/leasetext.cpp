// SPDX-License-Identifier: MIT
#include "leasetext.h"

#include "displaytext.h"
#include "timedisplay.h"

#include <QtCore/QLocale>

namespace Elector {

using namespace std::chrono;

namespace {

constexpr auto day = hours(24);
constexpr auto year = day * 365;

QString twoDigits(qint64 number)
{
    return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
}

// No more of it than is needed to tell it from now.
QString written(const QDateTime &at, bool utc)
{
    const QDateTime now = TimeDisplay::serverNow();
    const QDateTime shown = utc ? at.toUTC() : at.toLocalTime();
    const QDate today = (utc ? now : now.toLocalTime()).date();
    if (shown.date() == today)
        return shown.toString(QStringLiteral("HH:mm:ss"));
    return shown.toString(shown.date().year() == today.year() ? QStringLiteral("MM-dd HH:mm")
                                                              : QStringLiteral("yyyy-MM-dd"));
}

} // namespace

QString LeaseText::duration(microseconds span)
{
    if (span <= 0us)
        return tr("0 s");
    if (span < 100ms)
        return tr("<0.1 s");
    if (span < 60s) {
        const qint64 tenths = duration_cast<milliseconds>(span).count() / 100;
        return tr("%1 s").arg(QLocale().toString(double(tenths) / 10.0, 'f', 1));
    }
    if (span < 1h) {
        const qint64 all = duration_cast<seconds>(span).count();
        return tr("%1 min %2 s").arg(all / 60).arg(twoDigits(all % 60));
    }
    if (span < day) {
        const qint64 all = duration_cast<minutes>(span).count();
        return tr("%1 h %2 min").arg(all / 60).arg(twoDigits(all % 60));
    }
    if (span < year) {
        const qint64 all = duration_cast<hours>(span).count();
        return tr("%1 d %2 h").arg(all / 24).arg(all % 24);
    }
    return tr("%1 y %2 d").arg(span / year).arg(duration_cast<hours>(span % year).count() / 24);
}

QString LeaseText::countdown(microseconds remaining)
{
    if (remaining <= 0us)
        return tr("expired");
    return remaining == endless ? tr("never") : duration(remaining);
}

QString LeaseText::age(seconds span)
{
    return span < 60s ? tr("%1 s").arg(std::max(span, 0s).count()) : duration(span);
}

QString LeaseText::state(LeaseState state)
{
    switch (state) {
    case LeaseState::Held:
        return tr("Held");
    case LeaseState::Expired:
        return tr("Expired");
    case LeaseState::Revoked:
        return tr("Revoked");
    case LeaseState::Free:
        return tr("Free");
    }
    return tr("Unknown");
}

QString LeaseText::stateMeaning(LeaseState state)
{
    switch (state) {
    case LeaseState::Held:
        return tr("A node holds the lock and its lease has not run out.");
    case LeaseState::Expired:
        return tr("The lease ran out: nobody leads, and the next node that bids gets the lock.");
    case LeaseState::Revoked:
        return tr("An operator took the lock back. It is free when the holder has let go, or when the lease runs out.");
    case LeaseState::Free:
        return tr("Nobody holds the lock.");
    }
    return tr("This state is not known to this version.");
}

QString LeaseText::moment(const QDateTime &at)
{
    if (!at.isValid())
        return {};
    if (TimeDisplay::mode() == TimeDisplay::Relative) {
        const seconds ago(at.secsTo(TimeDisplay::serverNow()));
        return ago >= 0s ? tr("%1 ago").arg(age(ago)) : tr("in %1").arg(age(-ago));
    }
    return written(at, TimeDisplay::mode() == TimeDisplay::Utc);
}

QString LeaseText::clockTime(const QDateTime &at)
{
    const bool utc = TimeDisplay::mode() == TimeDisplay::Utc;
    return utc ? tr("%1 UTC").arg(written(at, utc)) : written(at, utc);
}

QString LeaseText::deadline(microseconds left)
{
    if (left == endless)
        return tr("never, for this lease has no end");
    if (left <= 0us)
        return tr("now");
    if (left >= year) // no clock is needed for that
        return tr("in %1").arg(duration(left));
    const QDateTime over = TimeDisplay::serverNow().addMSecs(duration_cast<milliseconds>(left + 1s).count());
    return tr("by %1, in %2").arg(clockTime(over), duration(left));
}

QString LeaseText::exactMoment(const QDateTime &at)
{
    if (!at.isValid())
        return tr("not known");
    if (at.toLocalTime().offsetFromUtc() == 0) // the same twice says no more
        return tr("%1 UTC").arg(at.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")));
    return tr("%1 (%2 UTC)")
        .arg(at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz t")),
             at.toUTC().toString(QStringLiteral("HH:mm:ss.zzz")));
}

QString LeaseText::lock(const Lease &lease)
{
    const QString id = QString::number(lease.lockId);
    return lease.name.isEmpty() ? id : tr("%1 · %2", "lock id and name").arg(id, isolated(displayText(lease.name)));
}

QString LeaseText::event(const QString &kind)
{
    struct Words
    {
        QLatin1StringView kind;
        QString text;
    };
    const Words known[] = {
        {QLatin1StringView("captured"), tr("Captured")},
        {QLatin1StringView("released"), tr("Released")},
        {QLatin1StringView("expired"), tr("Expired")},
        {QLatin1StringView("revoked"), tr("Revoked")},
        {QLatin1StringView("acknowledged"), tr("Let go after revoke")},
        {QLatin1StringView("evicted"), tr("Evicted")},
        {QLatin1StringView("superseded"), tr("Superseded")},
        {QLatin1StringView("truncated"), tr("Table truncated")},
        {QLatin1StringView("upgraded"), tr("Table upgraded")},
        {QLatin1StringView("paused"), tr("Lock paused")},
        {QLatin1StringView("resumed"), tr("Lock resumed")},
        {QLatin1StringView("reserved"), tr("Reserved for")},
        {QLatin1StringView("renamed"), tr("Renamed")},
    };
    for (const Words &words : known) {
        if (words.kind == kind)
            return words.text;
    }
    return displayText(kind, 60);
}

} // namespace Elector
