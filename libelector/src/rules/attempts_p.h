// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/bootclock.h>

#include <QtCore/QString>
#include <QtCore/QStringBuilder>

#include <cstdint>
#include <optional>
#include <vector>

namespace Elector {

/// The names of our capture attempts, `instanceId#incarnation.n`, and what became of those that are in doubt.
///
/// Each attempt has a name of its own, so that a late statement of an old one can never touch a newer one.
class Attempts
{
public:
    struct Attempt
    {
        QString leaderId;
        BootClock::time_point sentAt;
        bool settled = false; ///< never to be adopted
    };

    Attempts(const QString &instanceId, const QString &incarnation)
        : m_latest(instanceId + QLatin1Char('#') + incarnation + QLatin1Char('.'))
        , m_prefixLength(int(m_latest.size()))
    {
    }

    /// A name that was never used before.
    QString next() { return m_latest = prefix() % QString::number(++m_count); }

    /// True for every name that next() ever gave.
    bool isOurs(const QString &leaderId) const { return leaderId.startsWith(prefix()); }

    /// Nobody knows whether this capture was applied.
    void doubt(const QString &leaderId, BootClock::time_point sentAt)
    {
        m_doubts.push_back({leaderId, sentAt, false});
        if (m_doubts.size() > Remembered)
            m_doubts.erase(m_doubts.begin());
    }

    /// A release of this name was sent, or it was adopted: it is never to be adopted again.
    void settle(const QString &leaderId)
    {
        for (Attempt &attempt : m_doubts) {
            if (attempt.leaderId == leaderId)
                attempt.settled = true;
        }
    }

    /// The attempt in doubt of that name, if it may still be adopted.
    std::optional<Attempt> adoptable(const QString &leaderId) const
    {
        for (const Attempt &attempt : m_doubts) {
            if (attempt.leaderId == leaderId && !attempt.settled)
                return attempt;
        }
        return std::nullopt;
    }

private:
    // Older ones are not forgotten as ours (isOurs), they are merely no longer worth adopting.
    static constexpr std::size_t Remembered = 8;
    QStringView prefix() const { return QStringView(m_latest).left(m_prefixLength); }

    QString m_latest; ///< the name given last, which whoever bears it shares; at first, what all begin with
    int m_prefixLength;
    std::uint64_t m_count = 0;
    std::vector<Attempt> m_doubts;
};

} // namespace Elector
