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
    d->rest->instanceId
        = QStringLiteral("%1:%2").arg(QSysInfo::machineHostName()).arg(QCoreApplication::applicationPid());
}

ElectorConfig::ElectorConfig(const ElectorConfig &) = default;
ElectorConfig::ElectorConfig(ElectorConfig &&) noexcept = default;
ElectorConfig &ElectorConfig::operator=(const ElectorConfig &) = default;
ElectorConfig &ElectorConfig::operator=(ElectorConfig &&) noexcept = default;
ElectorConfig::~ElectorConfig() = default;

ConnectionParameters ElectorConfig::connection() const
{
    return d->rest->connection;
}

void ElectorConfig::setConnection(const ConnectionParameters &connection)
{
    d->rest->connection = connection;
    d->rest->connectionProblem = {};
}

void ElectorConfig::setConnection(const QString &dsn)
{
    const Pooling kept = pooling();
    d->rest->connection = ConnectionParameters::fromString(dsn, &d->rest->connectionProblem);
    d->rest->connection.setPooling(kept);
}

Pooling ElectorConfig::pooling() const
{
    return d->rest->connection.pooling();
}

void ElectorConfig::setPooling(Pooling pooling)
{
    d->rest->connection.setPooling(pooling);
}

Duration ElectorConfig::leaseDuration() const
{
    return d->rest->leaseDuration;
}

void ElectorConfig::setLeaseDuration(Duration duration)
{
    d->rest->leaseDuration = duration;
}

Duration ElectorConfig::renewalInterval() const
{
    return d->rest->renewalInterval.value_or(d->rest->leaseDuration * 3 / 10);
}

void ElectorConfig::setRenewalInterval(std::optional<Duration> interval)
{
    d->rest->renewalInterval = interval;
}

Duration ElectorConfig::jitterRange() const
{
    // Two thirds of the renewal interval, as in the defaults, if that was given on its own.
    return d->rest->jitterRange.value_or(std::min(d->rest->leaseDuration / 5, renewalInterval() * 2 / 3));
}

void ElectorConfig::setJitterRange(std::optional<Duration> range)
{
    d->rest->jitterRange = range;
}

Duration ElectorConfig::attemptTimeout() const
{
    return d->rest->attemptTimeout.value_or(d->rest->leaseDuration / 6);
}

void ElectorConfig::setAttemptTimeout(std::optional<Duration> timeout)
{
    d->rest->attemptTimeout = timeout;
}

Duration ElectorConfig::grace() const
{
    return d->rest->grace;
}

void ElectorConfig::setGrace(Duration grace)
{
    d->rest->grace = grace;
}

Duration ElectorConfig::stopTimeout() const
{
    return d->rest->stopTimeout;
}

void ElectorConfig::setStopTimeout(Duration timeout)
{
    d->rest->stopTimeout = timeout;
}

double ElectorConfig::epsilon() const
{
    return d->rest->epsilon;
}

void ElectorConfig::setEpsilon(double epsilon)
{
    d->rest->epsilon = epsilon;
}

Duration ElectorConfig::delta() const
{
    return d->rest->delta.value_or(d->rest->leaseDuration / 40);
}

void ElectorConfig::setDelta(std::optional<Duration> delta)
{
    d->rest->delta = delta;
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
    return d->rest->schema;
}

void ElectorConfig::setSchema(const QString &schema)
{
    d->rest->schema = schema;
}

bool ElectorConfig::createTableOnInit() const
{
    return d->rest->createTableOnInit;
}

void ElectorConfig::setCreateTableOnInit(bool create)
{
    d->rest->createTableOnInit = create;
}

QString ElectorConfig::instanceId() const
{
    return d->rest->instanceId;
}

void ElectorConfig::setInstanceId(const QString &instanceId)
{
    d->rest->instanceId = instanceId;
}

std::chrono::nanoseconds ElectorConfig::trust() const
{
    return TrustRule{epsilon(), delta()}.trusted(leaseDuration());
}

QList<ElectorError> ElectorConfig::problems() const
{
    QList<ElectorError> problems = d->rest->sourceProblems;
    if (d->rest->connectionProblem)
        problems.append(d->rest->connectionProblem);
    problems += d->rest->connection.problems();
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
