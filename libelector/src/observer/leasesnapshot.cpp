// SPDX-License-Identifier: MIT
#include <Elector/leasesnapshot.h>

#include "observer/leasesnapshotdata_p.h"
#include "sql/leaserows_p.h"

namespace Elector {

Lease leaseAt(const LeaseRow &row, std::chrono::microseconds serverTime)
{
    LeaseRow then = row;
    LeaseRows::settle(&then, serverTime, row.readAt);
    return then.lease;
}

qsizetype LeaseSnapshot::size() const
{
    return d ? d->rows.size() : 0;
}

BootClock::time_point LeaseSnapshot::takenAt() const
{
    return d ? d->takenAt : BootClock::time_point();
}

QList<Lease> LeaseSnapshot::leases() const
{
    QList<Lease> leases;
    leases.reserve(size());
    if (d)
        d->rows.forEach([&](const LeaseRowPtr &row) { leases.append(leaseAt(*row, d->serverTime)); });
    return leases;
}

std::optional<Lease> LeaseSnapshot::lease(int lockId) const
{
    const LeaseRowPtr row = d ? d->rows.find(lockId) : LeaseRowPtr();
    return row ? std::optional(leaseAt(*row, d->serverTime)) : std::nullopt;
}

bool LeaseSnapshot::isComplete() const
{
    return d && d->complete;
}

ElectorError LeaseSnapshot::limitation() const
{
    return d ? d->limitation : ElectorError();
}

bool LeaseSnapshot::startsOver() const
{
    return d && d->startsOver;
}

const std::vector<LeaseRowPtr> &LeaseSnapshot::changed() const
{
    static const std::vector<LeaseRowPtr> none;
    return d ? d->changed : none;
}

const std::vector<int> &LeaseSnapshot::removed() const
{
    static const std::vector<int> none;
    return d ? d->removed : none;
}

} // namespace Elector
