// SPDX-License-Identifier: MIT
#pragma once

#include "tenures.h"

#include <QtCore/QCoreApplication>

namespace Elector {

/// The words for who led when. Translated, plain text fit for display, any thread.
class TenuresText
{
    Q_DECLARE_TR_FUNCTIONS(Elector::TenuresText)

public:
    /// The name of a node; words where the history names none.
    static QString instance(const QString &name, qsizetype limit = 60);
    /// How a term ended: a few words, for a legend.
    static QString ending(Tenure::Ending ending);
    static QString order(OrderSpan::Kind kind);

    /// All about one thing, a line for each fact. `now` is the server's time.
    static QString describe(const Tenures &all, const Tenure &tenure, Instant now);
    static QString describe(const Tenures &all, const LeaderlessGap &gap, Instant now);
    static QString describe(const Tenures &all, const OrderSpan &order, Instant now);
    static QString describe(const HistoryMark &mark);
    /// "Terms: 5. Gaps without a leader: 2. …"; empty if nothing is known.
    static QString summary(const Tenures &all, Instant now);
};

} // namespace Elector
