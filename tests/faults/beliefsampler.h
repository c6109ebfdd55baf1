// SPDX-License-Identifier: MIT
#pragma once

#include "faults/recordwriter.h"

#include <Elector/leaderelector.h>

#include <atomic>
#include <thread>
#include <vector>

namespace Elector::Faults {

/// Asks isLeader() of some electors all the time, in a thread of its own, and writes down when the answer changes.
class BeliefSampler
{
public:
    BeliefSampler(const std::vector<const LeaderElector *> &electors, const RecordWriter &records);
    ~BeliefSampler();
    BeliefSampler(const BeliefSampler &) = delete;
    BeliefSampler &operator=(const BeliefSampler &) = delete;

private:
    struct Sampled
    {
        const LeaderElector *elector;
        QString leaderId; ///< while it leads
        BootClock::time_point lastTrue;
        BootClock::time_point deadline;
    };

    void run();
    void sample(Sampled &one);
    void writeEnd(const Sampled &one, BootClock::time_point firstFalse);

    std::vector<Sampled> m_sampled;
    const RecordWriter &m_records;
    std::atomic<bool> m_ends = false;
    std::thread m_thread;
};

} // namespace Elector::Faults
