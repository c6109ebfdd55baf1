// SPDX-License-Identifier: MIT
#pragma once

#include "rules/leaseoperations_p.h"

#include <Elector/lease.h>

#include <optional>
#include <vector>

namespace Elector {

class SqlConnection;
struct Execution;

/// What an operator sees and does: reads every lock at once, takes a lease back. One statement each.
///
/// Expects a session set up by ServerCheck::configureSession(). Belongs to the connection's thread and blocks it for
/// the attempt time-out at most.
class LeaseInspector
{
public:
    /// As for LeaseTable.
    LeaseInspector(SqlConnection &connection, const QString &schema, SchemaLevel level);

    struct Snapshot
    {
        Outcome outcome = Outcome::Unknown;
        BootClock::time_point sentAt; ///< `serverTime` lies between these two
        BootClock::time_point receivedAt;
        ServerTime serverTime;
        std::vector<Lease> leases; ///< by lock id; on the full level also locks that are known and have no row
        ElectorError error;
    };
    Snapshot snapshot();

    struct History
    {
        Outcome outcome = Outcome::Unknown;
        std::vector<LeaseEvent> events; ///< by rising sequence
        ElectorError error;
    };
    /// Up to `limit` entries with a sequence above `afterSequence`, the oldest of them; if `afterSequence` is negative,
    /// the newest `limit` entries, of those below `beforeSequence` if it is given. Empty on the plain level. An entry
    /// appears when its transaction commits, so one with a lower sequence can appear after one with a higher: who
    /// follows along reads again from a little before.
    History history(std::optional<int> lockId, qint64 afterSequence, int limit,
                    std::optional<qint64> beforeSequence = {});

    /// What came of an operator's wish.
    struct Intervention
    {
        enum Result {
            Done, ///< `row` is the row as it was when it was revoked or evicted: until it expires, its holder may act
            MovedOn, ///< nothing was changed, because the row is not the one named; `row` is what is there now, if
                     ///< anything
            NotDone, ///< the database refused (`outcome` Failed), or nobody knows (Unknown): see `error`
        } result
            = NotDone;
        Outcome outcome = Outcome::Unknown;
        ServerTime serverTime;
        std::optional<RowState> row;
        ElectorError error;
    };
    /// Replaces the holder by its tombstone, if `leaderId` still holds the lock with `term`. Expiry and term stay, so
    /// nobody takes over before the holder lets go or its lease has run out.
    Intervention revoke(int lockId, const QString &leaderId, std::optional<qint64> term, const QString &operatorName,
                        const QString &reason);
    /// Deletes the row, or the tombstone, of that tenure. Dangerous: another may lead at once, while the old holder
    /// still acts.
    Intervention evict(int lockId, const QString &leaderId, std::optional<qint64> term, const QString &operatorName,
                       const QString &reason);

    /// Nobody captures the lock any more, and whoever holds it is revoked. Full level only, as are the next three.
    Intervention pause(int lockId, const QString &operatorName, const QString &reason);
    /// Ends a pause and a reservation.
    Intervention resume(int lockId, const QString &operatorName, const QString &reason);
    /// Only `instanceId` captures the lock, until `span` after the present lease has run out at the latest; the holder
    /// is revoked. If `leaderId` is given, only if it still holds the lock with `term`.
    Intervention reserve(int lockId, const QString &instanceId, std::chrono::milliseconds span, const QString &leaderId,
                         std::optional<qint64> term, const QString &operatorName, const QString &reason);
    /// An empty name takes the name away.
    Intervention rename(int lockId, const QString &name, const QString &operatorName, const QString &reason);

private:
    struct Order
    {
        const char *what;
        QString instanceId;
        std::chrono::milliseconds span{};
        QString leaderId;
        std::optional<qint64> term;
    };
    Intervention order(int lockId, const Order &order, const QString &operatorName, const QString &reason);
    Intervention finish(const Execution &execution, bool tellsRow);
    Intervention needsFull() const;
    Intervention intervene(const char *statement, int lockId, const QString &leaderId, std::optional<qint64> term,
                           const QString &operatorName, const QString &reason);

    SqlConnection &m_connection;
    QString m_schema;
    SchemaLevel m_level;
};

} // namespace Elector
