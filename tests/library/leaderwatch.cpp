// SPDX-License-Identifier: MIT
#include "leaderwatch.h"

namespace Elector {

namespace {

std::vector<int> locksOf(const std::vector<const LeaderElector *> &electors)
{
    std::vector<int> locks;
    for (const LeaderElector *elector : electors)
        locks.push_back(elector->config().lockId());
    return locks;
}

} // namespace

LeaderWatch::LeaderWatch(std::vector<const LeaderElector *> electors)
    : m_electors(std::move(electors))
    , m_locks(locksOf(m_electors))
    , m_lastSeen(m_electors.size())
    , m_thread([this] { watch(); })
{
}

void LeaderWatch::stop()
{
    m_quit = true;
    if (m_thread.joinable())
        m_thread.join();
}

BootClock::time_point LeaderWatch::lastSeenLeading(std::size_t index) const
{
    return BootClock::time_point(BootClock::duration(m_lastSeen.at(index)));
}

void LeaderWatch::watch()
{
    std::vector<std::size_t> leading;
    while (!m_quit) {
        leading.clear();
        for (std::size_t i = 0; i < m_electors.size(); ++i) {
            const auto asked = BootClock::now();
            if (!m_electors[i]->isLeader())
                continue;
            m_lastSeen[i] = asked.time_since_epoch().count();
            leading.push_back(i);
        }
        for (const std::size_t one : leading) {
            for (const std::size_t other : leading) {
                if (one != other && m_locks[one] == m_locks[other])
                    prove(one, other);
            }
        }
        ++m_rounds;
        // The machine is shared: dense, but not a core of our own.
        std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
}

void LeaderWatch::prove(std::size_t one, std::size_t other)
{
    const QString before = m_electors[one]->leaderId();
    const bool leadsBefore = m_electors[one]->isLeader();
    const bool otherLeads = m_electors[other]->isLeader();
    const bool leadsAfter = m_electors[one]->isLeader();
    // A tenure has one leader_id and does not come back.
    const bool sameTenure = !before.isEmpty() && m_electors[one]->leaderId() == before;
    if (leadsBefore && otherLeads && leadsAfter && sameTenure)
        ++m_conflicts;
}

} // namespace Elector
