// SPDX-License-Identifier: MIT
#pragma once

#include "stallwatch.h"

#include <QtCore/QJsonArray>
#include <QtCore/QString>

#include <optional>
#include <vector>

namespace Elector {

/// Figures with what they are compared to, as a table or as JSON.
class Report
{
public:
    struct Figure
    {
        QString name;
        double value = 0;
        QString unit;
        std::optional<double> reference; ///< what QSortFilterProxyModel takes for the same
        std::optional<double> target; ///< no more than that
    };
    void add(const Figure &figure);
    /// Median, 99th percentile and longest of a phase, and the percentile of the processor's time alone, which other
    /// programs on the machine do not disturb. The target is for the percentile.
    void addStalls(const QString &phase, StallWatch::Stalls stalls, std::optional<double> reference = {});
    void print(bool json) const;

private:
    std::vector<Figure> m_figures;
};

} // namespace Elector
