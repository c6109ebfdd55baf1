// SPDX-License-Identifier: MIT
#pragma once

#include "observer/leasesnapshotdata_p.h"
#include "session/session_p.h"
#include "sql/candidatecount_p.h"
#include "sql/leaserows_p.h"

#include <Elector/leaseobserver.h>

#include <optional>
#include <queue>
#include <utility>
#include <vector>

namespace Elector {

/// Reads the leases again and again, and keeps what it has read: the first time page by page, later only what has
/// changed. Every so often, and whenever it cannot be sure that nothing escapes it (a new connection, another server,
/// another level), it reads everything again, and finds the differences by comparing.
///
/// Lives in the session's thread.
class LeaseReader
{
public:
    /// Reads the first `most` locks by id.
    LeaseReader(const QString &schema, int most);

    struct Result
    {
        ElectorError error;
        bool more = false; ///< this was a part: to be called again at once
        std::optional<LeaseSnapshot> snapshot;
        QList<LeaseChange> changes; ///< since the last complete snapshot, with a complete one, if they are wanted
        BootClock::time_point sentAt;
        BootClock::time_point receivedAt;
        std::chrono::microseconds serverTime{}; ///< since 1970, between these two
    };
    Result look(const Session::Access &access, bool changesWanted);
    /// What was learnt on an earlier connection says nothing about this one.
    void distrust();

private:
    /// Everything is being read, in pages.
    struct Gathering
    {
        LeaseRows::Moment begin; ///< what changes later is for the next look to find
        std::optional<qint64> after; ///< the last lock that was read
        std::vector<LeaseRowPtr> rows;
    };
    struct Update
    {
        LeaseRowList rows;
        std::vector<LeaseRowPtr> changed;
        std::vector<int> removed;
    };

    ElectorError nextPage(LeaseRows *reading, Update *update, Result *result);
    void finishGathering(Update *update, qint64 last, bool limited);
    ElectorError readChanges(LeaseRows *reading, Update *update, Result *result);
    ElectorError findDeleted(LeaseRows *reading, Update *update);
    bool isTrusted(const LeaseRows::Moment &moment) const;

    LeaseRowPtr made(LeaseRow row, const LeaseRowPtr &before) const;
    void add(Update *update, std::vector<LeaseRowPtr> changed, std::vector<int> removed);
    void passTime(Update *update);
    void recount(Update *update);
    void restamp(Update *update);
    void count(const LeaseRowPtr &row, int sign);
    void watchDeadlines(const std::vector<LeaseRowPtr> &rows);
    QList<LeaseChange> changesOf(const Update &update) const;
    void publish(Update update, bool complete, bool changesWanted, Result *result);

    const QString m_schema;
    const int m_most;
    SchemaLevel m_level = SchemaLevel::None;
    bool m_anyBackend = false; ///< a pooler lends them, each with the same rows
    LeaseRowList m_rows;
    LeaseRows::Totals m_leases; // of m_rows and of the update under way
    LeaseRows::Totals m_locks;
    CandidateCount m_candidates;
    bool m_recount = false;

    std::optional<LeaseRows::Moment> m_baseline; // everything before it has been read; empty: read it all
    std::optional<Gathering> m_gathering;
    int m_last; // the last lock that is read
    int m_looks = 0; // since everything was read
    bool m_started = false;
    bool m_complete = false;
    ElectorError m_limitation;

    LeaseRowList m_told; // the last complete snapshot
    std::chrono::microseconds m_toldAt{};
    std::chrono::microseconds m_now{}; // of the server, since 1970
    BootClock::time_point m_sentAt;
    /// The server's clock minus ours is between these two.
    std::optional<std::pair<std::chrono::microseconds, std::chrono::microseconds>> m_clock;

    using Deadline = std::pair<std::chrono::microseconds, int>;
    std::priority_queue<Deadline, std::vector<Deadline>, std::greater<>> m_deadlines; // some of them void
};

} // namespace Elector
