// SPDX-License-Identifier: MIT
#include "config/budget_p.h"

#include "rules/candidate_p.h"
#include "rules/tombstone_p.h"

#include <Elector/duration.h>

#include <algorithm>

namespace Elector {

using namespace std::chrono_literals;

namespace {

constexpr auto ShortestLease = 100ms;
constexpr auto LongestLease = std::chrono::milliseconds(24h);
constexpr auto ShortestAttempt = 10ms;
constexpr auto ShortestConnect = 2000ms; // libpq takes no shorter connect_timeout
constexpr qsizetype LongestInstanceId = 200;

/// The pause between two attempts of a holder, as the rules make it.
std::chrono::milliseconds pauseOf(std::chrono::milliseconds attemptTimeout)
{
    CandidateSettings settings;
    settings.attemptTimeout = attemptTimeout;
    return std::chrono::ceil<std::chrono::milliseconds>(settings.holderBackoffCap());
}

/// For a renewal of which the first attempt fails.
std::chrono::milliseconds neededForTwoAttempts(const ElectorConfig &config)
{
    return config.renewalInterval() + 2 * config.attemptTimeout() + pauseOf(config.attemptTimeout()) + config.grace();
}

/// For a renewal of which the first attempt hangs, and the second needs another connection.
std::chrono::milliseconds neededForReconnection(const ElectorConfig &config)
{
    return config.renewalInterval() + 2 * config.attemptTimeout() + ShortestConnect + config.grace();
}

/// What `elector run` keeps for its SIGKILL, behind the grace that it was given.
std::chrono::milliseconds killMargin(std::chrono::milliseconds lease)
{
    return std::max(std::chrono::milliseconds(30), lease / 50);
}

/// The grace that these settings would have with another lease. A grace that was given stays as it is; that of
/// `elector run`, if it was not given, is a share of the lease, and its margin follows the lease in any case.
std::chrono::milliseconds graceWith(std::chrono::milliseconds lease, const ElectorConfig &config)
{
    const auto grace = config.grace();
    const auto before = config.leaseDuration();
    if (grace == before / 10 + killMargin(before))
        return lease / 10 + killMargin(lease);
    return grace == 0ms ? grace : grace + std::max(0ms, killMargin(lease) - killMargin(before));
}

/// To a duration that is easily read and typed.
std::chrono::milliseconds roundedUp(std::chrono::milliseconds duration)
{
    const std::chrono::milliseconds step = duration <= 1s ? 10ms
        : duration <= 5s                                  ? 100ms
        : duration <= 1min                                ? 1s
        : duration <= 10min                               ? 5s
        : duration <= 1h                                  ? 1min
                                                          : 10min;
    return (duration + step - 1ms) / step * step;
}

} // namespace

Budget::Budget(const ElectorConfig &config)
    : m_config(config)
{
    checkRanges();
    if (m_problems.isEmpty())
        checkBudget();
    checkInstanceId();
}

QList<ElectorError> Budget::problems() const
{
    return m_problems;
}

void Budget::add(const QString &text, const QString &remedy)
{
    m_problems.append({ErrorCode::Configuration, text, remedy, {}});
}

void Budget::checkRanges()
{
    // What follows a bad lease is not a problem of its own: the rest is held against the default.
    ElectorConfig config = m_config;
    if (config.leaseDuration() < ShortestLease || config.leaseDuration() > LongestLease) {
        add(QStringLiteral("leaseDuration is %1.").arg(formatDuration(config.leaseDuration())),
            QStringLiteral("Use %1 to %2; the default is 10s.")
                .arg(formatDuration(ShortestLease), formatDuration(LongestLease)));
        config.setLeaseDuration(ElectorConfig().leaseDuration());
    }
    const auto lease = config.leaseDuration();
    if (config.renewalInterval() <= 0ms || config.renewalInterval() > lease)
        add(QStringLiteral("renewalInterval is %1.").arg(formatDuration(config.renewalInterval())),
            QStringLiteral("It must be positive, and less than the lease; leave it out to get 3/10 of the lease."));
    else if (config.jitterRange() < 0ms || config.jitterRange() >= config.renewalInterval())
        add(QStringLiteral("jitterRange is %1, with a renewalInterval of %2.")
                .arg(formatDuration(config.jitterRange()), formatDuration(config.renewalInterval())),
            QStringLiteral(
                "It must be less than renewalInterval and not negative; leave it out to get 2/10 of the lease."));
    if (config.attemptTimeout() < ShortestAttempt || config.attemptTimeout() > lease)
        add(QStringLiteral("attemptTimeout is %1.").arg(formatDuration(config.attemptTimeout())),
            QStringLiteral("Use at least %1, and much less than the lease; leave it out to get 1/6 of it.")
                .arg(formatDuration(ShortestAttempt)));
    if (!(config.epsilon() >= 0.0 && config.epsilon() < 0.5))
        add(QStringLiteral("epsilon is %1.").arg(config.epsilon()),
            QStringLiteral(
                "It is the rate by which two clocks may differ: at least 0, less than 0.5; the default is 0.1."));
    if (config.delta() < 0ms || config.delta() >= lease - config.delta())
        add(QStringLiteral("delta is %1.").arg(formatDuration(config.delta())),
            QStringLiteral(
                "It must not be negative, and less than half the lease; leave it out to get 1/40 of the lease."));
    // One that is longer than the lease is told with all that has to fit into it.
    if (config.grace() < 0ms || config.grace() > LongestLease)
        add(QStringLiteral("grace is %1.").arg(formatDuration(config.grace())),
            QStringLiteral("Use 0s or more, and less than the lease."));
    if (config.stopTimeout() < 0ms || config.stopTimeout() > LongestLease)
        add(QStringLiteral("stopTimeout is %1.").arg(formatDuration(config.stopTimeout())),
            QStringLiteral("Use 0s to %1.").arg(formatDuration(LongestLease)));
}

/// The shortest lease in round numbers whose trust covers what is needed with it, if there is one: settings that were
/// not given follow the lease.
std::optional<Budget::Duration> Budget::sufficientLease(Duration (*needed)(const ElectorConfig &)) const
{
    ElectorConfig longer = m_config;
    for (Duration lease = roundedUp(m_config.leaseDuration()); lease <= LongestLease; lease = roundedUp(lease + 1ms)) {
        longer.setLeaseDuration(lease);
        longer.setGrace(graceWith(lease, m_config));
        if (needed(longer) <= longer.trust())
            return lease;
    }
    return std::nullopt;
}

void Budget::checkBudget()
{
    const auto renewal = m_config.renewalInterval();
    const auto attempt = m_config.attemptTimeout();
    const auto needed = neededForTwoAttempts(m_config);
    const auto trust = std::chrono::floor<Duration>(m_config.trust());
    if (needed <= trust)
        return;
    const auto sufficient = sufficientLease(&neededForTwoAttempts);
    add(QStringLiteral("The settings do not fit into the lease: renewalInterval %1, two attempts of %2 "
                       "(attemptTimeout), a pause of %3 between them and %4 of grace "
                       "are %5, but trust in a lease of %6 ends after %7.")
            .arg(formatDuration(renewal), formatDuration(attempt), formatDuration(pauseOf(attempt)),
                 formatDuration(m_config.grace()), formatDuration(needed), formatDuration(m_config.leaseDuration()),
                 formatDuration(trust)),
        sufficient
            ? QStringLiteral(
                  "Use a leaseDuration of %1 or more, or a shorter renewalInterval, attemptTimeout or grace.")
                  .arg(formatDuration(*sufficient))
            : QStringLiteral("Use a shorter renewalInterval, attemptTimeout or grace; a longer lease would not do."));
}

void Budget::checkInstanceId()
{
    const QString id = m_config.instanceId();
    const auto printable = [](QChar character) { return character.isPrint() || character.isSurrogate(); };
    if (id.isEmpty() || id.toUtf8().size() > LongestInstanceId || !std::all_of(id.cbegin(), id.cend(), printable)) {
        add(QStringLiteral("instanceId is empty, longer than %1 bytes, or has characters that cannot be printed.")
                .arg(LongestInstanceId),
            QStringLiteral("Use a short name such as a host name; leave it out to get host name and process id."));
    } else if (id.startsWith(QLatin1Char('#'))) {
        add(QStringLiteral("instanceId \"%1\" starts with '#', which is reserved for revoked leases (\"%2…\").")
                .arg(id, Tombstone::prefix()),
            QStringLiteral("Choose another first character."));
    }
}

QList<ElectorError> Budget::warnings() const
{
    QList<ElectorError> warnings;
    if (!m_problems.isEmpty())
        return warnings;
    if (neededForReconnection(m_config) > m_config.trust()) {
        const auto sufficient = sufficientLease(&neededForReconnection);
        warnings.append(
            {ErrorCode::Configuration,
             QStringLiteral(
                 "A lease of %1 is too short to survive a connection that hangs: making a new one may take %2.")
                 .arg(formatDuration(m_config.leaseDuration()), formatDuration(ShortestConnect)),
             sufficient
                 ? QStringLiteral("Leadership then moves to another node. A leaseDuration of %1 would survive it.")
                       .arg(formatDuration(*sufficient))
                 : QStringLiteral("Leadership then moves to another node."),
             {}});
    }
    return warnings;
}

} // namespace Elector
