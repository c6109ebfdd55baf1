// SPDX-License-Identifier: MIT
#pragma once

#include "shownlease.h"

#include <QtCore/QCoreApplication>

namespace Elector {

/// What is shown of a lock and is not in its row of the database, in words.
struct LeaseRemarks
{
    QString state; ///< as the table says it: with near miss, flapping, paused, reserved
    QString stateMeaning;
    QString order; ///< who has paused or reserved it, and why; empty if nobody has
    QString slack;
    QString slackMeaning;
};

/// The words of the lease table: what stands in each cell at a moment. All text is plain and safe to show; see
/// displayText().
class LeaseCells
{
    Q_DECLARE_TR_FUNCTIONS(Elector::LeaseCells)

public:
    explicit LeaseCells(BootClock::time_point at)
        : m_at(at)
    {
    }

    std::chrono::microseconds remaining(const ShownLease &lease) const;
    LeaseState state(const ShownLease &lease) const;
    ShownState shownState(const ShownLease &lease) const;
    /// Of the whole lease, 0 to 1; negative if there is nothing to draw.
    double fraction(const ShownLease &lease) const;

    QString text(const ShownLease &lease, int column) const;
    /// The less important half of a cell: the lock's name, the holder's incarnation.
    QString secondary(const ShownLease &lease, int column) const;
    QString toolTip(const ShownLease &lease, int column) const;
    QString accessibleText(const ShownLease &lease, int column) const;
    /// A whole row in a sentence.
    QString describe(const ShownLease &lease) const;

    struct Header
    {
        QString title;
        QString meaning;
    };
    static Header header(int column);

    LeaseRemarks remarks(const ShownLease &lease) const;
    static bool isNumber(int column);

private:
    QString groupText(const LeaseGroup &group, int column) const;
    QString describe(const LeaseGroup &group) const;
    QString stateText(const ShownLease &lease) const;
    QString stateToolTip(const ShownLease &lease) const;
    QString holderToolTip(const Lease &lease) const;
    QString expiryToolTip(const ShownLease &lease) const;
    static QString slackText(const ShownLease &lease);
    static QString slackToolTip(const ShownLease &lease);
    static QString orderText(const LockOrder &order);
    QString orderFact(const ShownLease &lease) const;

    BootClock::time_point m_at;
};

} // namespace Elector
