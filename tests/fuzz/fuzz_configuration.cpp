// SPDX-License-Identifier: MIT
// Lines of NAME=value as an environment, and each value as a duration: a configuration without a problem keeps its
// budget.
#include "fuzzing.h"

#include <Elector/duration.h>
#include <Elector/electorconfig.h>

#include <QtCore/QProcessEnvironment>
#include <QtCore/QRegularExpression>

using namespace Elector;

namespace {

void checkDuration(const QString &text)
{
    const auto duration = parseDuration(text);
    if (duration)
        Fuzzing::require(parseDuration(formatDuration(*duration)) == duration, "a duration is read back");
}

void checkBudget(const ElectorConfig &config)
{
    Fuzzing::require(config.renewalInterval() + 2 * config.attemptTimeout() + config.grace() < config.leaseDuration(),
                     "two attempts fit before the deadline");
    Fuzzing::require(config.jitterRange() < config.renewalInterval(), "the jitter is smaller than the interval");
    static const QRegularExpression plain(QStringLiteral("^[a-z_][a-z0-9_]{0,62}\\z"));
    Fuzzing::require(plain.match(config.schema()).hasMatch(), "the name of a schema is plain");
    Fuzzing::require(!config.instanceId().startsWith(QLatin1String("#revoked ")), "nobody is called like a tombstone");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    QProcessEnvironment environment;
    for (const QByteArray &line : Fuzzing::bytes(data, size).split('\n')) {
        const qsizetype equals = line.indexOf('=');
        const QString value = QString::fromUtf8(line.mid(equals + 1));
        checkDuration(value);
        if (equals > 0)
            environment.insert(QStringLiteral("ELECTOR_") + QString::fromUtf8(line.left(equals)), value);
    }
    const ElectorConfig config = ElectorConfig::fromEnvironment(environment);
    const auto problems = config.problems();
    if (problems.isEmpty())
        checkBudget(config);
    for (const ElectorError &problem : problems)
        Fuzzing::require(!problem.message().isEmpty(), "a problem says what it is");
    return 0;
}
