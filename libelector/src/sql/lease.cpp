// SPDX-License-Identifier: MIT
#include <Elector/lease.h>

namespace Elector {

QString Lease::instanceId() const
{
    const qsizetype mark = leaderId.lastIndexOf(QLatin1Char('#'));
    return mark < 0 ? leaderId : leaderId.left(mark);
}

QString Lease::incarnation() const
{
    const qsizetype mark = leaderId.lastIndexOf(QLatin1Char('#'));
    return mark < 0 ? QString() : leaderId.mid(mark + 1);
}

} // namespace Elector
