// SPDX-License-Identifier: MIT
#include "faults/checks.h"

#include <QtCore/QHash>

#include <algorithm>

namespace Elector::Faults {

namespace {

QString milliseconds(Stamp time)
{
    return QString::number(static_cast<double>(time) / 1e6, 'f', 3) + QStringLiteral(" ms");
}

QString describe(const Belief &belief)
{
    return QStringLiteral("%1 (%2, term %3) from %4 to %5")
        .arg(belief.node, belief.leaderId)
        .arg(belief.term)
        .arg(milliseconds(belief.begin), milliseconds(belief.end));
}

} // namespace

QStringList overlappingBeliefs(const QList<Belief> &beliefs)
{
    QList<Belief> sorted = beliefs;
    std::sort(sorted.begin(), sorted.end(), [](const Belief &a, const Belief &b) { return a.begin < b.begin; });
    QStringList violations;
    const Belief *longest = nullptr; // of those that began before
    for (const Belief &belief : std::as_const(sorted)) {
        if (longest && belief.begin < longest->end)
            violations.append(QStringLiteral("I1: two led for %1: %2, and %3")
                                  .arg(milliseconds(std::min(longest->end, belief.end) - belief.begin),
                                       describe(*longest), describe(belief)));
        if (!longest || belief.end > longest->end)
            longest = &belief;
    }
    return violations;
}

QStringList lowerTermsAccepted(const QList<Write> &writes)
{
    QList<Write> sorted = writes;
    std::sort(sorted.begin(), sorted.end(), [](const Write &a, const Write &b) { return a.sequence < b.sequence; });
    QStringList violations;
    for (qsizetype i = 1; i < sorted.size(); ++i) {
        const Write &before = sorted[i - 1];
        const Write &write = sorted[i];
        if (write.term < before.term)
            violations.append(QStringLiteral("I2: write %1 with term %2 (%3) was accepted after one with term %4 (%5)")
                                  .arg(write.sequence)
                                  .arg(write.term)
                                  .arg(write.leaderId)
                                  .arg(before.term)
                                  .arg(before.leaderId));
    }
    return violations;
}

QStringList termsOfSeveral(const Records &records)
{
    QStringList violations;
    QHash<qint64, QString> owners;
    const auto own = [&](qint64 term, const QString &leaderId, const char *where) {
        if (term == 0) {
            violations.append(QStringLiteral("I3: %1 has no term (%2)").arg(leaderId, QLatin1String(where)));
            return;
        }
        const auto known = owners.constFind(term);
        if (known == owners.constEnd())
            owners.insert(term, leaderId);
        else if (*known != leaderId)
            violations.append(QStringLiteral("I3: term %1 belongs to %2 and to %3 (%4)")
                                  .arg(term)
                                  .arg(*known, leaderId, QLatin1String(where)));
    };
    for (const Capture &capture : records.captures)
        own(capture.term, capture.leaderId, "captures");
    for (const Belief &belief : records.beliefs)
        own(belief.term, belief.leaderId, "beliefs");
    for (const Write &write : records.writes)
        own(write.term, write.leaderId, "writes");
    return violations;
}

QStringList lateRecoveries(const QList<Recovery> &recoveries)
{
    QStringList violations;
    for (const Recovery &recovery : recoveries) {
        if (recovery.ledAgain == 0)
            violations.append(QStringLiteral("I4: nobody led after %1").arg(recovery.fault));
        else if (recovery.ledAgain - recovery.faultEnded > recovery.allowed)
            violations.append(QStringLiteral("I4: nobody led for %1 after %2; %3 are allowed")
                                  .arg(milliseconds(recovery.ledAgain - recovery.faultEnded), recovery.fault,
                                       milliseconds(recovery.allowed)));
    }
    return violations;
}

QStringList leaks(const QList<Growth> &growths)
{
    QStringList violations;
    for (const Growth &growth : growths) {
        if (growth.after - growth.before > growth.allowedGrowth)
            violations.append(QStringLiteral("I5: %1 grew from %2 to %3; %4 more are allowed")
                                  .arg(growth.what)
                                  .arg(growth.before)
                                  .arg(growth.after)
                                  .arg(growth.allowedGrowth));
    }
    return violations;
}

QStringList shortages(const Records &records, int bites, const Wanted &wanted)
{
    QStringList found;
    const auto want = [&found](const char *what, qint64 count, qint64 least) {
        if (count < least)
            found.append(QStringLiteral("too little happened: %1 %2, at least %3 are wanted")
                             .arg(count)
                             .arg(QLatin1String(what))
                             .arg(least));
    };
    want("beliefs", records.beliefs.size(), wanted.beliefs);
    want("guarded writes", records.writes.size(), wanted.writes);
    want("faults that bit", bites, wanted.bites);
    return found;
}

} // namespace Elector::Faults
