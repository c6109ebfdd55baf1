// SPDX-License-Identifier: MIT
#include "leasecells.h"

#include "displaytext.h"
#include "leasefilter.h"
#include "leasetext.h"
#include "timedisplay.h"

#include <algorithm>

namespace Elector {

using namespace std::chrono;
using namespace LeaseColumns;

bool LeaseCells::isNumber(int column)
{
    return column == TermColumn || column == RenewalsColumn || column == WaitingColumn || column == SlackColumn;
}

// ---- what moves with time -----------------------------------------------------------------------------------------

microseconds LeaseCells::remaining(const ShownLease &lease) const
{
    const Lease &read = lease.row->lease;
    if (read.remaining == LeaseText::endless)
        return LeaseText::endless;
    const auto elapsed = duration_cast<microseconds>(m_at - lease.row->readAt);
    // A row may claim to be read later than now only by a clock that was mistaken; it never gains time by that.
    return std::max(read.remaining - std::max(elapsed, 0us), 0us);
}

LeaseState LeaseCells::state(const ShownLease &lease) const
{
    const LeaseState read = lease.row->lease.state;
    return read == LeaseState::Held && remaining(lease) <= 0us ? LeaseState::Expired : read;
}

ShownState LeaseCells::shownState(const ShownLease &lease) const
{
    return lease.shownStateIn(state(lease));
}

double LeaseCells::fraction(const ShownLease &lease) const
{
    if (lease.row->lease.state == LeaseState::Free)
        return -1.0;
    const microseconds left = remaining(lease);
    if (left == LeaseText::endless)
        return 1.0;
    return lease.span > 0us ? std::clamp(double(left.count()) / double(lease.span.count()), 0.0, 1.0) : 0.0;
}

// ---- cells --------------------------------------------------------------------------------------------------------

QString LeaseCells::text(const ShownLease &shown, int column) const
{
    if (shown.summary)
        return groupText(*shown.summary, column);
    const Lease &lease = shown.row->lease;
    const QString none = tr("–", "no value");
    switch (column) {
    case LockColumn:
        return QString::number(lease.lockId);
    case HolderColumn:
        return lease.state == LeaseState::Free ? tr("nobody") : displayText(lease.instanceId());
    case StateColumn:
        return stateText(shown);
    case TermColumn:
        return lease.term ? QString::number(*lease.term) : none;
    case ExpiresColumn:
        return lease.state == LeaseState::Free ? none : LeaseText::countdown(remaining(shown));
    case SinceColumn:
        return lease.createdAt ? LeaseText::moment(*lease.createdAt) : none;
    case RenewalsColumn:
        return lease.renewals >= 0 ? QString::number(lease.renewals) : none;
    case WaitingColumn:
        return lease.candidates >= 0 ? QString::number(lease.candidates) : none;
    case SlackColumn:
        return shown.slack ? slackText(shown) : none;
    default:
        return {};
    }
}

QString LeaseCells::groupText(const LeaseGroup &group, int column) const
{
    switch (column) {
    case LockColumn:
        return tr("%n lock(s)", nullptr, group.locks);
    case HolderColumn:
        return group.instance.isEmpty() ? tr("nobody") : displayText(group.instance);
    case StateColumn:
        return group.troubled > 0 ? tr("%n in trouble", nullptr, group.troubled) : QString();
    case ExpiresColumn: {
        if (!group.soonestExpiry)
            return {};
        const microseconds left = *group.soonestExpiry - duration_cast<microseconds>(m_at.time_since_epoch());
        return tr("from %1", "the soonest expiry").arg(LeaseText::countdown(left));
    }
    default:
        return {};
    }
}

QString LeaseCells::stateText(const ShownLease &lease) const
{
    const ShownState is = shownState(lease);
    QString text = shownStateText(is);
    if (is == ShownState::Held && lease.nearMiss)
        text = tr("Held, near miss");
    else if (is == ShownState::Held && lease.flapping)
        text = tr("Held, flapping");
    const LockOrder &order = lease.row->lease.order;
    if (!order || is == ShownState::Paused || is == ShownState::Reserved)
        return text;
    return order.paused ? tr("%1 · paused").arg(text) : tr("%1 · reserved").arg(text);
}

QString LeaseCells::slackText(const ShownLease &lease)
{
    const QString slack = LeaseText::duration(*lease.slack);
    return lease.slackIsBound ? tr("≤ %1", "at most").arg(slack) : slack;
}

QString LeaseCells::secondary(const ShownLease &lease, int column) const
{
    if (lease.summary)
        return {};
    if (column == LockColumn)
        return displayText(lease.row->lease.name);
    return column == HolderColumn ? displayText(lease.row->lease.incarnation(), 40) : QString();
}

QString LeaseCells::accessibleText(const ShownLease &lease, int column) const
{
    const QString shown = text(lease, column);
    if (lease.summary)
        return shown.isEmpty() ? tr("–", "no value") : shown;
    const QString second = secondary(lease, column);
    if (column == LockColumn && !second.isEmpty())
        return LeaseText::lock(lease.row->lease);
    if (column == HolderColumn && !second.isEmpty())
        return tr("%1, incarnation %2").arg(isolated(shown), isolated(second));
    return shown;
}

QString LeaseCells::describe(const LeaseGroup &group) const
{
    const QString instance = group.instance.isEmpty() ? tr("nobody") : isolated(displayText(group.instance));
    const QString locks = tr("%n lock(s)", nullptr, group.locks);
    const QString trouble = tr("%n in trouble", nullptr, group.troubled);
    return group.collapsed ? tr("Held by %1: %2, %3; folded away").arg(instance, locks, trouble)
                           : tr("Held by %1: %2, %3").arg(instance, locks, trouble);
}

QString LeaseCells::describe(const ShownLease &lease) const
{
    if (lease.summary)
        return describe(*lease.summary);
    const QString lock = LeaseText::lock(lease.row->lease);
    if (lease.row->lease.state == LeaseState::Free)
        return lease.row->lease.order ? tr("Lock %1: %2").arg(lock, stateText(lease)) : tr("Lock %1: free").arg(lock);
    return tr("Lock %1: %2, holder %3, expires: %4")
        .arg(lock, stateText(lease), isolated(displayText(lease.row->lease.instanceId())),
             LeaseText::countdown(remaining(lease)));
}

// ---- tool tips ----------------------------------------------------------------------------------------------------

QString LeaseCells::toolTip(const ShownLease &shown, int column) const
{
    if (shown.summary)
        return describe(*shown.summary);
    const Lease &lease = shown.row->lease;
    switch (column) {
    case HolderColumn:
        return holderToolTip(lease);
    case StateColumn:
        return stateToolTip(shown);
    case TermColumn:
        return lease.term ? tr("The fencing token: it grows with each change of holder.")
                          : tr("A plain table has no terms; “elector migrate” adds them.");
    case ExpiresColumn:
        return expiryToolTip(shown);
    case SinceColumn:
        return lease.createdAt ? tr("Held since %1").arg(LeaseText::exactMoment(*lease.createdAt))
                               : tr("Nobody says since when.");
    case RenewalsColumn:
        return lease.renewals >= 0 ? tr("Renewals since the lock was captured")
                                   : tr("Renewals are counted only on a full table and by nodes that write them.");
    case WaitingColumn:
        return lease.candidates >= 0
            ? tr("Sessions whose names say that they wait for the lock. Nodes of nest-leader-election cannot be seen.")
            : tr("Not known: sessions of a standby, or of nodes with more locks than their names can list.");
    case SlackColumn:
        return slackToolTip(shown);
    default:
        return describe(shown);
    }
}

QString LeaseCells::orderText(const LockOrder &order)
{
    if (!order)
        return {};
    QString text = order.paused
        ? tr("Paused: nobody takes the lock until it is resumed.")
        : tr("Reserved: only %1 may take the lock.").arg(isolated(displayText(order.reservedFor, 80)));
    if (!order.operatorName.isEmpty() || !order.reason.isEmpty())
        text += QLatin1Char('\n')
            + tr("By %1: %2")
                  .arg(isolated(displayText(order.operatorName, 80)), isolated(displayText(order.reason, 200)));
    return text + QLatin1Char('\n');
}

QString LeaseCells::orderFact(const ShownLease &lease) const
{
    const LockOrder &order = lease.row->lease.order;
    if (!order)
        return {};
    const QString by = isolated(displayText(order.operatorName, 80));
    const QString why = isolated(displayText(order.reason, 200));
    if (order.paused)
        return tr("paused by %1: %2").arg(by, why);
    const auto since = std::max(duration_cast<microseconds>(m_at - lease.row->readAt), 0us);
    return tr("reserved for %1 (for %2) by %3: %4")
        .arg(isolated(displayText(order.reservedFor, 80)), LeaseText::duration(order.reservedRemaining - since), by,
             why);
}

LeaseRemarks LeaseCells::remarks(const ShownLease &lease) const
{
    return {stateText(lease), stateToolTip(lease), orderFact(lease), lease.slack ? slackText(lease) : tr("not known"),
            slackToolTip(lease)};
}

QString LeaseCells::stateToolTip(const ShownLease &lease) const
{
    QString text = orderText(lease.row->lease.order) + LeaseText::stateMeaning(state(lease));
    if (lease.nearMiss)
        text += QLatin1Char('\n') + slackToolTip(lease);
    if (lease.flapping)
        text += QLatin1Char('\n') + tr("Its holder has changed three times or more within ten minutes.");
    return text;
}

QString LeaseCells::slackToolTip(const ShownLease &lease)
{
    if (!lease.slack)
        return tr("No renewal was seen lately, or the holder does not say how long its lease is.");
    const QString slack = LeaseText::duration(*lease.slack);
    const QString span = LeaseText::duration(lease.row->lease.leaseDuration);
    if (lease.nearMiss)
        return tr("A near miss: at a renewal of the last quarter of an hour, %1 of %2 were left at most.")
            .arg(slack, span);
    return lease.slackIsBound
        ? tr("At the latest renewal of the last quarter of an hour, %1 of %2 were left at most; not every renewal was "
             "seen.")
              .arg(slack, span)
        : tr("At the latest renewal of the last quarter of an hour, %1 of %2 were left.").arg(slack, span);
}

QString LeaseCells::holderToolTip(const Lease &lease) const
{
    if (lease.state == LeaseState::Free)
        return tr("Nobody holds the lock.");
    QString text = tr("Leader id: %1").arg(isolated(displayText(lease.leaderId, 500)));
    if (lease.incarnation().isEmpty())
        text += QLatin1Char('\n') + tr("Without an incarnation: a node of the npm package nest-leader-election.");
    if (!lease.metadata.isEmpty())
        text += QLatin1Char('\n') + tr("Published: %1").arg(isolated(displayText(lease.metadata, 500)));
    return text;
}

QString LeaseCells::expiryToolTip(const ShownLease &lease) const
{
    if (lease.row->lease.state == LeaseState::Free)
        return tr("There is no lease.");
    const QString left = LeaseText::countdown(remaining(lease));
    const milliseconds whole = lease.row->lease.leaseDuration;
    if (whole > 0ms) {
        const QString text
            = tr("%1 left of a lease of %2, by the server's clock").arg(left, LeaseText::duration(whole));
        const microseconds since = whole - remaining(lease); // meaningless once it has run out
        const bool isKnown = remaining(lease) > 0us && since >= 0us;
        return isKnown ? text + QLatin1Char('\n') + tr("Last renewed %1 ago").arg(LeaseText::duration(since)) : text;
    }
    return tr("%1 left, by the server's clock. How long the whole lease is, the holder does not say.").arg(left);
}

LeaseCells::Header LeaseCells::header(int column)
{
    switch (column) {
    case LockColumn:
        return {tr("Lock"), tr("Lock id and name")};
    case HolderColumn:
        return {tr("Holder"), tr("The instance that leads, and its incarnation")};
    case StateColumn:
        return {tr("State"), tr("Held, expired, revoked, free, paused or reserved")};
    case TermColumn:
        return {tr("Term"), tr("Fencing token: it grows with each change of holder")};
    case ExpiresColumn:
        return {tr("Expires in"), tr("What is left of the lease by the server's clock")};
    case SinceColumn:
        return {TimeDisplay::mode() == TimeDisplay::Utc ? tr("Since (UTC)") : tr("Since"),
                tr("Since when the holder holds the lock")};
    case RenewalsColumn:
        return {tr("Renewals"), tr("How often the holder has renewed the lease")};
    case WaitingColumn:
        return {tr("Waiting"), tr("How many sessions wait for the lock, by their names")};
    case SlackColumn:
        return {tr("Least slack"), tr("What was left of the lease at the latest of recent renewals")};
    default:
        return {};
    }
}

} // namespace Elector
