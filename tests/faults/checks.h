// SPDX-License-Identifier: MIT
#pragma once

#include "faults/records.h"

#include <QtCore/QStringList>

namespace Elector::Faults {

/// What must hold, whatever happened. Each gives the violations in words; none if all is well.
QStringList overlappingBeliefs(const QList<Belief> &beliefs); ///< I1
QStringList lowerTermsAccepted(const QList<Write> &writes); ///< I2
QStringList termsOfSeveral(const Records &records); ///< I3
QStringList lateRecoveries(const QList<Recovery> &recoveries); ///< I4
QStringList leaks(const QList<Growth> &growths); ///< I5

/// How much must have happened for a run to show anything.
struct Wanted
{
    qsizetype beliefs = 1;
    qsizetype writes = 1;
    int bites = 1;
};

/// What happened too rarely.
QStringList shortages(const Records &records, int bites, const Wanted &wanted);

} // namespace Elector::Faults
