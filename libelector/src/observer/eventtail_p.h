// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/lease.h>

#include <QtCore/QList>

#include <algorithm>
#include <set>
#include <vector>

namespace Elector {

/// Follows the history along: which entries are new. An entry appears when its transaction commits, so one with a
/// lower number can appear after one with a higher; that is why each look reads again from a little before.
class EventTail
{
public:
    static constexpr int Overlap = 200;

    bool started() const { return m_started; }
    /// From where to read next; negative before the first time: then only the newest are wanted.
    qint64 readAfter() const { return m_started ? std::max<qint64>(0, m_highest - Overlap) : -1; }

    /// Returns those that were not there before, by sequence. The first time none are news.
    QList<LeaseEvent> add(const std::vector<LeaseEvent> &events)
    {
        QList<LeaseEvent> news;
        for (const LeaseEvent &event : events) {
            m_highest = std::max(m_highest, event.sequence);
            if (m_seen.insert(event.sequence).second && m_started)
                news.append(event);
        }
        m_started = true;
        m_seen.erase(m_seen.begin(), m_seen.lower_bound(m_highest - 2 * Overlap));
        return news;
    }

    void reset()
    {
        m_started = false;
        m_highest = 0;
        m_seen.clear();
    }

private:
    bool m_started = false;
    qint64 m_highest = 0;
    std::set<qint64> m_seen;
};

} // namespace Elector
