// SPDX-License-Identifier: MIT

// How fast leadership moves, and what it costs to keep.
#include "electionroom.h"

#include <QtCore/QCoreApplication>

int main(int argc, char **argv)
{
    using namespace Elector;
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1StringView("--crowd-member"))
        return crowdMember(arguments.value(2), arguments.value(3), arguments.value(4).toInt());
    return runParts({{"hand-over", measureHandOver},
                     {"package", measurePackage},
                     {"take-over", measureTakeOver},
                     {"start", measureStart},
                     {"renewal", measureRenewal},
                     {"is-leader", measureIsLeader},
                     {"batches", measureBatches},
                     {"crowd", measureCrowd},
                     {"storage", measureStorage},
                     {"many-locks", measureManyLocks},
                     {"lasting", measureLasting, true}});
}
