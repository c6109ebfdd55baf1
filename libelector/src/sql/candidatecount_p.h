// SPDX-License-Identifier: MIT
#pragma once

#include "sql/sessionname_p.h"

#include <Elector/lease.h>

#include <QtCore/QHash>
#include <QtCore/QList>

#include <utility>
#include <vector>

namespace Elector {

/// How many sessions bear one name.
struct NamedSessions
{
    SessionName name;
    int count = 1;
    friend bool operator==(const NamedSessions &, const NamedSessions &) = default;
};

/// Tells Lease::candidates, from the names of all sessions of electors in the database: those that list the lock, less
/// one if the holder is among them. Unknown (-1) where sessions that serve too many locks to list them may be waiting
/// too. What it costs to ask does not depend on how many locks there are.
class CandidateCount
{
public:
    /// Knows nothing: -1 for every lock.
    CandidateCount() = default;
    CandidateCount(const QList<NamedSessions> &sessions, const QString &schema);
    CandidateCount(const CandidateCount &) = delete;
    CandidateCount &operator=(const CandidateCount &) = delete;
    CandidateCount(CandidateCount &&) = default;
    CandidateCount &operator=(CandidateCount &&) = default;

    int of(const Lease &lease) const;
    /// Whether it was made from the same sessions.
    bool isLike(const CandidateCount &other) const { return m_known == other.m_known && m_names == other.m_names; }

private:
    template <typename Predicate> bool isAmong(const QString &instanceId, Predicate wanted) const;

    bool m_known = false;
    int m_many = 0; ///< sessions that do not list their locks
    std::vector<NamedSessions> m_names;
    std::vector<std::pair<qint64, int>> m_listed; ///< from this lock on, that many sessions list it
    QMultiHash<QString, std::size_t> m_whole; ///< into m_names, by instance
    std::vector<std::size_t> m_cut; ///< into m_names: those whose instance may be longer
};

} // namespace Elector
