// SPDX-License-Identifier: MIT
#pragma once

#include "sql/sqlconnection_p.h"

#include <Elector/enums.h>
#include <Elector/leasesnapshot.h>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace Elector {

/// Reads leases in bulk: page by page, or only what has changed since. Belongs to the connection's thread and blocks
/// it.
class LeaseRows
{
public:
    /// As for LeaseTable.
    LeaseRows(SqlConnection &connection, const QString &schema, SchemaLevel level);

    /// Which server, and which moment of its, an answer comes from.
    struct Moment
    {
        int backend = 0;
        bool inRecovery = false;
        std::chrono::microseconds now{}; ///< since 1970, by the server's clock
        std::chrono::microseconds startedAt{}; ///< the server, since 1970
        qint64 oldestTransaction = 0; ///< that was running; never wraps around
    };
    struct Totals
    {
        qint64 count = 0;
        qint64 sum = 0; ///< of the ids
        friend bool operator==(const Totals &, const Totals &) = default;
    };
    /// What was read of one lock: its lease, its own row, or both.
    struct Part
    {
        int lockId = 0;
        int leaseAt = -1; ///< in `rows`
        int lockAt = -1;
    };
    struct Answer
    {
        Execution read;
        Moment moment;
        std::vector<Part> parts; ///< by lock id
        Totals leases; ///< of all there are (changes only)
        Totals locks;
        qint64 count = 0; ///< how many locks the page has (pages only)
        qint64 last = 0; ///< the last of them
    };
    /// Up to `limit` locks with ids above `after`.
    Answer page(qint64 after, int limit);
    /// At least what has changed, up to lock `last`, since a moment whose oldest transaction was `oldest`; what was
    /// deleted shows in the totals alone.
    Answer changes(qint64 oldest, int last);

    struct Ids
    {
        Execution read;
        std::vector<int> leases; ///< rising
        std::vector<int> locks;
    };
    Ids ids(int last);

    /// Puts what was read into a row that is new or as it was before. settle() is to follow.
    static void fill(LeaseRow *row, const Answer &answer, const Part &part);
    /// The row without its lease, or without its lock's own row.
    static void takeLease(LeaseRow *row);
    static void takeLock(LeaseRow *row);
    /// Says what a row is at `now` by the server's clock, asked for at `readAt`.
    static void settle(LeaseRow *row, std::chrono::microseconds now, BootClock::time_point readAt);
    /// Whether a row is the same but for the time at which it was read.
    static bool areSame(const LeaseRow &a, const LeaseRow &b);

private:
    Answer read(const char *statement, const QVariantList &values);

    SqlConnection &m_connection;
    QString m_schema;
    SchemaLevel m_level;
};

} // namespace Elector
