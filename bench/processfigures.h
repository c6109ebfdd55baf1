// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QtGlobal>

namespace Elector {

/// What the kernel says of a process, all its threads together. Zeros if it is gone.
struct ProcessFigures
{
    double residentMiB = 0;
    double privateMiB = 0;
    double processorMilliseconds = 0; ///< since it began
    double wakeUps = 0; ///< since it began: how often a thread went on after it had waited

    static ProcessFigures of(qint64 pid);
    /// The processes that descend from `pid`, without itself.
    static QList<qint64> descendants(qint64 pid);
};

} // namespace Elector
