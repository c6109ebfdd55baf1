// SPDX-License-Identifier: MIT
#pragma once

#include "tenures.h"

#include <QString>
#include <QVariant>

namespace Elector {

/// Writes the history of one lock as the triggers would, a second at a time.
class LeaseHistory
{
public:
    using Seconds = std::chrono::duration<double>;

    /// 2026-11-20 12:00 UTC, and some seconds.
    static Instant at(double seconds)
    {
        return Instant(std::chrono::milliseconds(1'795'176'000'000 + qint64(seconds * 1000)));
    }

    LeaseHistory &add(double seconds, const QString &kind, const QString &leaderId = {},
                      std::optional<qint64> term = {}, const QString &operatorName = {}, const QString &reason = {})
    {
        LeaseEvent event;
        event.sequence = ++m_sequence;
        event.at = dateTimeOf(at(seconds));
        event.lockId = 1;
        event.term = term;
        event.leaderId = leaderId;
        event.kind = kind;
        event.actor = QStringLiteral("postgres");
        event.application = operatorName.isEmpty() ? QStringLiteral("elector") : QStringLiteral("elector-monitor");
        event.operatorName = operatorName;
        event.reason = reason;
        m_events.append(event);
        return *this;
    }
    const QList<LeaseEvent> &events() const { return m_events; }

    /// `terms` terms of `instances` nodes, 10 s each, a second apart.
    static LeaseHistory many(int terms, int instances)
    {
        LeaseHistory history;
        for (int i = 0; i < terms; ++i) {
            const QString leader = QStringLiteral("node-%1#1.%2").arg(i % instances).arg(i);
            history.add(i * 11.0, QStringLiteral("captured"), leader, i + 1);
            history.add(i * 11.0 + 10, QStringLiteral("released"), leader, i + 1);
        }
        return history;
    }

private:
    QList<LeaseEvent> m_events;
    qint64 m_sequence = 0;
};

} // namespace Elector
