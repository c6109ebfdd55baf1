// SPDX-License-Identifier: MIT
#pragma once

#include "sql/sessionname_p.h"

#include <Elector/lease.h>

#include <QtCore/QList>

#include <vector>

namespace Elector {

/// How many sessions bear one name.
struct NamedSessions
{
    SessionName name;
    int count = 1;
};

/// Sets Lease::candidates of each lease, from the names of all sessions of electors in the database: those that list
/// the lock, less one if the holder is among them. Unknown (-1) where sessions that serve too many locks to list them
/// may be waiting too. `leases` are ordered by lock id and those of `schema`.
void countCandidates(const QList<NamedSessions> &sessions, const QString &schema, std::vector<Lease> *leases);

} // namespace Elector
