// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/leaderelector.h>

#include <atomic>
#include <thread>
#include <vector>

namespace Elector {

/// Asks a set of electors without pause, from a thread of its own, whether they lead, and proves it when two of one
/// lock do at the same time: one is seen leading before and after the other, in one tenure.
class LeaderWatch
{
public:
    /// The electors must outlive the watch, or its stop().
    explicit LeaderWatch(std::vector<const LeaderElector *> electors);
    ~LeaderWatch() { stop(); }
    LeaderWatch(const LeaderWatch &) = delete;
    LeaderWatch &operator=(const LeaderWatch &) = delete;
    void stop();

    int rounds() const { return m_rounds; }
    /// How often two led at once. Anything but 0 is a disaster.
    int conflicts() const { return m_conflicts; }
    /// When elector \a index was last seen leading; read before it was asked.
    BootClock::time_point lastSeenLeading(std::size_t index) const;

private:
    void watch();
    void prove(std::size_t one, std::size_t other);

    const std::vector<const LeaderElector *> m_electors;
    std::vector<int> m_locks; ///< of each
    std::vector<std::atomic<BootClock::rep>> m_lastSeen;
    std::atomic<int> m_rounds{0};
    std::atomic<int> m_conflicts{0};
    std::atomic<bool> m_quit{false};
    std::thread m_thread;
};

} // namespace Elector
