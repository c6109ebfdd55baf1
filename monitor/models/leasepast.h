// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/leasesnapshot.h>

#include <QtCore/QString>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>

namespace Elector {

/// What is remembered of one lock: how late its recent renewals were, and how often its holder changed.
class LeasePast
{
public:
    struct Slack
    {
        std::chrono::milliseconds value{};
        bool isBound = false; ///< the worst was this or less, for not every renewal was seen
    };
    static constexpr std::chrono::minutes renewalsRemembered{15};
    static constexpr std::chrono::minutes changesRemembered{10};
    static constexpr int changesOfFlapping = 3;

    /// What was left of the lease when it was renewed, if `after` is a renewal of `before`. Of several renewals in
    /// between, the worst had the returned value left at most.
    static std::optional<Slack> slackOf(const LeaseRow &before, const LeaseRow &after);

    void noteSlack(Slack slack, BootClock::time_point at)
    {
        forget(at);
        const auto value = std::int32_t(std::clamp<qint64>(slack.value.count(), 0, none - 1));
        std::int32_t &worst = m_worst[std::size_t(m_period % periods)];
        if (value < worst) {
            worst = value;
            m_isBound = slack.isBound;
        }
    }
    /// The worst of the last quarter of an hour, give or take three minutes.
    std::optional<Slack> worstSlack(BootClock::time_point at)
    {
        forget(at);
        const std::int32_t worst = *std::min_element(m_worst.cbegin(), m_worst.cend());
        return worst == none ? std::nullopt : std::optional(Slack{std::chrono::milliseconds(worst), m_isBound});
    }

    /// Who holds the lock now, if anybody does.
    void noteHolder(const QString &leaderId, BootClock::time_point at)
    {
        if (leaderId.isEmpty() || leaderId == m_holder)
            return;
        if (!m_holder.isEmpty()) {
            std::rotate(m_changes.begin(), m_changes.begin() + 1, m_changes.end());
            m_changes.back() = at;
        }
        m_holder = leaderId;
    }
    bool isFlapping(BootClock::time_point at) const
    {
        return m_changes.front() != BootClock::time_point() && at - m_changes.front() < changesRemembered;
    }

private:
    static constexpr int periods = 5;
    static constexpr std::int32_t none = std::numeric_limits<std::int32_t>::max();

    void forget(BootClock::time_point at)
    {
        const auto period = std::int32_t(at.time_since_epoch() / (renewalsRemembered / periods));
        for (std::int32_t i = std::max(m_period + 1, period - periods + 1); i <= period; ++i)
            m_worst[std::size_t(i % periods)] = none;
        m_period = std::max(m_period, period);
    }

    std::array<std::int32_t, periods> m_worst{none, none, none, none, none}; // milliseconds
    std::int32_t m_period = 0;
    bool m_isBound = false;
    QString m_holder;
    std::array<BootClock::time_point, changesOfFlapping> m_changes{};
};

} // namespace Elector
