// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/electorconfig.h>

#include <QtCore/QSharedData>

namespace Elector {

/// All settings but the lock.
struct SettingsOfAllLocks : QSharedData
{
    using Duration = ElectorConfig::Duration;
    ConnectionParameters connection;
    ElectorError connectionProblem;
    QList<ElectorError> sourceProblems; ///< what could not be read from settings or environment
    Duration leaseDuration = std::chrono::seconds(10);
    std::optional<Duration> renewalInterval;
    std::optional<Duration> jitterRange;
    std::optional<Duration> attemptTimeout;
    Duration grace{};
    Duration stopTimeout = std::chrono::seconds(1);
    double epsilon = 0.1;
    std::optional<Duration> delta;
    QString schema = QStringLiteral("public");
    bool createTableOnInit = true;
    QString instanceId;
};

/// What many locks of a process have in common is shared.
struct ElectorConfig::Data : QSharedData
{
    int lockId = 1;
    QSharedDataPointer<SettingsOfAllLocks> rest{new SettingsOfAllLocks};
};

} // namespace Elector
