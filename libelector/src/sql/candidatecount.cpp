// SPDX-License-Identifier: MIT
#include "sql/candidatecount_p.h"

#include <QtCore/QHash>

#include <algorithm>

namespace Elector {

namespace {

/// Finds the sessions that may be an instance's, without looking at all of them.
class Namesakes
{
public:
    explicit Namesakes(const QList<const SessionName *> &names)
    {
        for (const SessionName *name : names) {
            if (name->maybeCut)
                m_cut.append(name);
            else
                m_whole.insert(name->instance, name);
        }
    }

    template <typename Predicate> bool any(const QString &instanceId, Predicate wanted) const
    {
        const auto [begin, end] = m_whole.equal_range(SessionName::shown(instanceId));
        for (auto it = begin; it != end; ++it) {
            if (wanted(**it))
                return true;
        }
        return std::any_of(m_cut.cbegin(), m_cut.cend(),
                           [&](const SessionName *name) { return name->mayBe(instanceId) && wanted(*name); });
    }

private:
    QMultiHash<QString, const SessionName *> m_whole;
    QList<const SessionName *> m_cut;
};

} // namespace

void countCandidates(const QList<NamedSessions> &sessions, const QString &schema, std::vector<Lease> *leases)
{
    // A range of locks adds at its beginning and takes away after its end: its length costs nothing.
    std::vector<int> steps(leases->size() + 1, 0);
    const auto place = [leases](qint64 lockId) {
        return size_t(std::lower_bound(leases->cbegin(), leases->cend(), lockId,
                                       [](const Lease &lease, qint64 id) { return lease.lockId < id; })
                      - leases->cbegin());
    };
    QList<const SessionName *> names;
    int many = 0;
    for (const NamedSessions &each : sessions) {
        if (!each.name.isIn(schema))
            continue;
        names.append(&each.name);
        if (each.name.manyLocks)
            many += each.count;
        for (const SessionName::Range &range : each.name.locks) {
            steps[place(range.first)] += each.count;
            steps[place(qint64(range.last) + 1)] -= each.count;
        }
    }
    const Namesakes namesakes(names);
    int listed = 0;
    for (size_t i = 0; i < leases->size(); ++i) {
        Lease &lease = (*leases)[i];
        listed += steps[i];
        int candidates = listed;
        int unknown = many;
        const bool led = lease.state == LeaseState::Held || lease.state == LeaseState::Revoked;
        if (led && listed + many > 0) {
            const QString instance = lease.instanceId();
            if (listed > 0
                && namesakes.any(instance, [&](const SessionName &name) { return name.serves(lease.lockId); }))
                --candidates;
            else if (many > 0 && namesakes.any(instance, [](const SessionName &name) { return name.manyLocks; }))
                --unknown;
        }
        lease.candidates = unknown > 0 ? -1 : candidates;
    }
}

} // namespace Elector
