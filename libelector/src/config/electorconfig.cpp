// SPDX-License-Identifier: MIT
#include "config/electorconfigdata_p.h"

#include "config/budget_p.h"
#include "rules/deadline_p.h"

#include <Elector/duration.h>
#include <Elector/schema.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QSysInfo>

namespace Elector {

using namespace std::chrono_literals;
using Duration = ElectorConfig::Duration;

ElectorConfig::ElectorConfig()
    : d(new Data)
{
    d->instanceId = QStringLiteral("%1:%2").arg(QSysInfo::machineHostName()).arg(QCoreApplication::applicationPid());
}

ElectorConfig::ElectorConfig(const ElectorConfig &) = default;
ElectorConfig::ElectorConfig(ElectorConfig &&) noexcept = default;
ElectorConfig &ElectorConfig::operator=(const ElectorConfig &) = default;
ElectorConfig &ElectorConfig::operator=(ElectorConfig &&) noexcept = default;
ElectorConfig::~ElectorConfig() = default;

ConnectionParameters ElectorConfig::connection() const
{
    return d->connection;
}

void ElectorConfig::setConnection(const ConnectionParameters &connection)
{
    d->connection = connection;
    d->connectionProblem = {};
}

void ElectorConfig::setConnection(const QString &dsn)
{
    d->connection = ConnectionParameters::fromString(dsn, &d->connectionProblem);
}

Duration ElectorConfig::leaseDuration() const
{
    return d->leaseDuration;
}

void ElectorConfig::setLeaseDuration(Duration duration)
{
    d->leaseDuration = duration;
}

Duration ElectorConfig::renewalInterval() const
{
    return d->renewalInterval.value_or(d->leaseDuration * 3 / 10);
}

void ElectorConfig::setRenewalInterval(std::optional<Duration> interval)
{
    d->renewalInterval = interval;
}

Duration ElectorConfig::jitterRange() const
{
    // Two thirds of the renewal interval, as in the defaults, if that was given on its own.
    return d->jitterRange.value_or(std::min(d->leaseDuration / 5, renewalInterval() * 2 / 3));
}

void ElectorConfig::setJitterRange(std::optional<Duration> range)
{
    d->jitterRange = range;
}

Duration ElectorConfig::attemptTimeout() const
{
    return d->attemptTimeout.value_or(d->leaseDuration / 6);
}

void ElectorConfig::setAttemptTimeout(std::optional<Duration> timeout)
{
    d->attemptTimeout = timeout;
}

Duration ElectorConfig::grace() const
{
    return d->grace;
}

void ElectorConfig::setGrace(Duration grace)
{
    d->grace = grace;
}

Duration ElectorConfig::stopTimeout() const
{
    return d->stopTimeout;
}

void ElectorConfig::setStopTimeout(Duration timeout)
{
    d->stopTimeout = timeout;
}

double ElectorConfig::epsilon() const
{
    return d->epsilon;
}

void ElectorConfig::setEpsilon(double epsilon)
{
    d->epsilon = epsilon;
}

Duration ElectorConfig::delta() const
{
    return d->delta.value_or(d->leaseDuration / 40);
}

void ElectorConfig::setDelta(std::optional<Duration> delta)
{
    d->delta = delta;
}

int ElectorConfig::lockId() const
{
    return d->lockId;
}

void ElectorConfig::setLockId(int lockId)
{
    d->lockId = lockId;
}

QString ElectorConfig::schema() const
{
    return d->schema;
}

void ElectorConfig::setSchema(const QString &schema)
{
    d->schema = schema;
}

bool ElectorConfig::createTableOnInit() const
{
    return d->createTableOnInit;
}

void ElectorConfig::setCreateTableOnInit(bool create)
{
    d->createTableOnInit = create;
}

QString ElectorConfig::instanceId() const
{
    return d->instanceId;
}

void ElectorConfig::setInstanceId(const QString &instanceId)
{
    d->instanceId = instanceId;
}

std::chrono::nanoseconds ElectorConfig::trust() const
{
    return TrustRule{epsilon(), delta()}.trusted(leaseDuration());
}

QList<ElectorError> ElectorConfig::problems() const
{
    QList<ElectorError> problems = d->sourceProblems;
    if (d->connectionProblem)
        problems.append(d->connectionProblem);
    problems += d->connection.problems();
    if (const ElectorError error = Schema::checkName(schema()))
        problems.append(error);
    problems += Budget(*this).problems();
    return problems;
}

QList<ElectorError> ElectorConfig::warnings() const
{
    return Budget(*this).warnings();
}

Duration ElectorConfig::worstCaseFailover() const
{
    return leaseDuration() + 2 * attemptTimeout();
}

} // namespace Elector
