// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/electorconfig.h>

#include <optional>

namespace Elector {

/// Checks the settings as one budget, counted from the moment a renewal is sent: the interval to the next one, two
/// attempts that fail, and the pause between them must fit before the deadline, less what work needs to be stopped.
class Budget
{
public:
    explicit Budget(const ElectorConfig &config);

    QList<ElectorError> problems() const;
    QList<ElectorError> warnings() const;

private:
    using Duration = ElectorConfig::Duration;
    void checkRanges();
    void checkBudget();
    void checkInstanceId();
    void add(const QString &text, const QString &remedy);
    std::optional<Duration> sufficientLease(Duration (*needed)(const ElectorConfig &)) const;

    const ElectorConfig &m_config;
    QList<ElectorError> m_problems;
};

} // namespace Elector
