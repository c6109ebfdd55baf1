// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/lease.h>

#include <QtCore/QList>

namespace Elector {

/// What a QSortFilterProxyModel takes for the same leases, in milliseconds during which a window would stand still.
struct ProxyReference
{
    double sort = 0; ///< by holder
    double text = 0; ///< a filter of one word
    double regularExpression = 0;
    double refresh = 0; ///< a third of the rows renewed while it is sorted by expiry, one announced after the other
};

/// Announces `renewed` rows at most, and reckons from them what a third of all would take.
ProxyReference measureProxy(const QList<Lease> &leases, int renewed);

} // namespace Elector
