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
        std::optional<double> reference = {}; ///< the same of what it is compared to
        std::optional<double> target = {}; ///< no more than that, or no less
        bool atLeast = false;

        bool isReached() const { return !target || (atLeast ? value >= *target : value <= *target); }
    };
    void add(const Figure &figure);
    /// Median, 99th percentile and longest of a phase, and the percentile of the processor's time alone, which other
    /// programs on the machine do not disturb. The target is for the percentile.
    void addStalls(const QString &phase, StallWatch::Stalls stalls, std::optional<double> reference = {});
    /// Median and, of 200 samples or more, 99th percentile of milliseconds; each has a target of its own.
    void addTimes(const QString &name, std::vector<double> times, std::optional<double> reference,
                  std::optional<double> medianTarget, std::optional<double> lateTarget);
    /// What was to be measured and was not: times without a single one.
    const std::vector<QString> &missing() const { return m_missing; }

    /// A table, or an object with "results".
    void print(bool json) const;
    /// The table into a file as well; false if that cannot be.
    bool save(const QString &path) const;

    /// The value of the first figure whose name begins so.
    std::optional<double> value(const QString &prefix) const;

    static double percentile(std::vector<double> values, double share);

private:
    QString table() const;

    std::vector<Figure> m_figures;
    std::vector<QString> m_missing;
};

} // namespace Elector
