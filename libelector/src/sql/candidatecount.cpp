// SPDX-License-Identifier: MIT
#include "sql/candidatecount_p.h"

#include <algorithm>
#include <limits>
#include <map>

namespace Elector {

CandidateCount::CandidateCount(const QList<NamedSessions> &sessions, const QString &schema)
    : m_known(true)
{
    // A range of locks adds at its beginning and takes away after its end: its length costs nothing.
    std::map<qint64, int> steps;
    for (const NamedSessions &each : sessions) {
        if (!each.name.isIn(schema))
            continue;
        if (each.name.maybeCut)
            m_cut.push_back(m_names.size());
        else
            m_whole.insert(each.name.instance, m_names.size());
        m_names.push_back(each);
        if (each.name.manyLocks)
            m_many += each.count;
        for (const SessionName::Range &range : each.name.locks) {
            steps[range.first] += each.count;
            steps[qint64(range.last) + 1] -= each.count;
        }
    }
    int listed = 0;
    for (const auto &[lockId, step] : steps)
        m_listed.emplace_back(lockId, listed += step);
}

template <typename Predicate> bool CandidateCount::isAmong(const QString &instanceId, Predicate wanted) const
{
    const auto [begin, end] = m_whole.equal_range(SessionName::shown(instanceId));
    for (auto it = begin; it != end; ++it) {
        if (wanted(m_names[*it].name))
            return true;
    }
    return std::any_of(m_cut.cbegin(), m_cut.cend(),
                       [&](std::size_t i) { return m_names[i].name.mayBe(instanceId) && wanted(m_names[i].name); });
}

int CandidateCount::of(const Lease &lease) const
{
    if (!m_known)
        return -1;
    const auto next = std::upper_bound(m_listed.cbegin(), m_listed.cend(),
                                       std::pair(qint64(lease.lockId), std::numeric_limits<int>::max()));
    int candidates = next == m_listed.cbegin() ? 0 : std::prev(next)->second;
    int unknown = m_many;
    const bool led = lease.state == LeaseState::Held || lease.state == LeaseState::Revoked;
    if (led && candidates + unknown > 0) {
        const QString instance = lease.instanceId();
        if (candidates > 0 && isAmong(instance, [&](const SessionName &name) { return name.serves(lease.lockId); }))
            --candidates;
        else if (unknown > 0 && isAmong(instance, [](const SessionName &name) { return name.manyLocks; }))
            --unknown;
    }
    return unknown > 0 ? -1 : candidates;
}

} // namespace Elector
