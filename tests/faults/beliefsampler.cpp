// SPDX-License-Identifier: MIT
#include "faults/beliefsampler.h"

namespace Elector::Faults {

BeliefSampler::BeliefSampler(const std::vector<const LeaderElector *> &electors, const RecordWriter &records)
    : m_records(records)
{
    for (const LeaderElector *elector : electors)
        m_sampled.push_back({elector, {}, {}, {}});
    m_thread = std::thread([this] { run(); });
}

BeliefSampler::~BeliefSampler()
{
    m_ends = true;
    m_thread.join();
}

void BeliefSampler::run()
{
    while (!m_ends) {
        for (Sampled &one : m_sampled)
            sample(one);
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
}

void BeliefSampler::writeEnd(const Sampled &one, BootClock::time_point firstFalse)
{
    m_records.write("end " + RecordWriter::number(one.lastTrue) + ' ' + RecordWriter::number(firstFalse) + ' '
                    + one.leaderId.toUtf8());
}

/// A node that is stopped between reading the clock and asking must not be made to look as if it had believed
/// longer than it did: a belief begins after the first yes, and was there before the last.
void BeliefSampler::sample(Sampled &one)
{
    const auto before = BootClock::now();
    const bool leads = one.elector->isLeader();
    const auto after = BootClock::now();
    if (!leads) {
        if (!one.leaderId.isEmpty())
            writeEnd(one, after);
        one.leaderId.clear();
        return;
    }
    // What goes with the answer is asked one by one; it belongs together if it was the same tenure throughout.
    const QString leaderId = one.elector->leaderId();
    const qint64 term = one.elector->term();
    const auto deadline = one.elector->deadline();
    if (leaderId.isEmpty() || leaderId != one.elector->leaderId() || term == 0 || deadline == BootClock::time_point())
        return;
    if (leaderId != one.leaderId) {
        if (!one.leaderId.isEmpty())
            writeEnd(one, before);
        m_records.write("begin " + RecordWriter::number(after) + ' ' + QByteArray::number(term) + ' '
                        + RecordWriter::number(deadline) + ' ' + leaderId.toUtf8());
        one.leaderId = leaderId;
        one.deadline = deadline;
    } else if (deadline > one.deadline) {
        m_records.write("extend " + RecordWriter::number(after) + ' ' + RecordWriter::number(deadline) + ' '
                        + leaderId.toUtf8());
        one.deadline = deadline;
    }
    one.lastTrue = before;
}

} // namespace Elector::Faults
