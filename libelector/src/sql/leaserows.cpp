// SPDX-License-Identifier: MIT
#include "sql/leaserows_p.h"

#include "rules/tombstone_p.h"
#include "sql/binaryrows_p.h"
#include "sql/sqltext_p.h"

#include <algorithm>

namespace Elector {

using namespace std::chrono_literals;

namespace {

constexpr auto endless = std::chrono::microseconds::max();

// The columns of statements/read_page.sql and read_changes.sql, by kind.
enum Kind { AboutServer = 0, ALease = 1, ALock = 2, LeaseTotals = 3, LockTotals = 4, AboutPage = 5 };
enum Column { KindColumn, IdColumn };
enum LeaseColumn { LeaderId = 2, ExpiresAt, CreatedAt, Term, LeaseMs, Renewals, Metadata };
enum LockColumn { Name = 2, ReservedUntil, PausedAt, ReservedFor = 8, OrderOperator, OrderReason };
enum ServerColumn { Backend = 1, InRecovery, Now, StartedAt, OldestTransaction };
enum TotalsColumn { Count = 5, Sum };

std::optional<QDateTime> dateTime(const BinaryRows &rows, int row, int column)
{
    if (rows.isNull(row, column))
        return std::nullopt;
    return dateOf(rows.time(row, column));
}

LeaseRows::Moment momentOf(const BinaryRows &rows, int row)
{
    LeaseRows::Moment moment;
    moment.backend = rows.int32(row, Backend);
    moment.inRecovery = rows.text(row, InRecovery) == QLatin1String("true");
    moment.now = rows.time(row, Now);
    moment.startedAt = rows.time(row, StartedAt);
    moment.oldestTransaction = rows.int64(row, OldestTransaction);
    return moment;
}

void fillLease(LeaseRow *row, const BinaryRows &rows, int at)
{
    Lease &lease = row->lease;
    const QString leaderId = rows.text(at, LeaderId);
    row->revoked = Tombstone::is(leaderId);
    row->expiresAt = rows.time(at, ExpiresAt);
    QString original = Tombstone::original(leaderId);
    if (lease.leaderId != original) // a renewal shares the text of the row before
        lease.leaderId = std::move(original);
    lease.state = LeaseState::Held; // there is a lease; settle() says which
    lease.expiresAt = dateTime(rows, at, ExpiresAt);
    lease.createdAt = dateTime(rows, at, CreatedAt);
    lease.term = rows.isNull(at, Term) ? std::nullopt : std::optional(rows.int64(at, Term));
    lease.leaseDuration = std::chrono::milliseconds(rows.int64(at, LeaseMs));
    lease.renewals = rows.isNull(at, Renewals) ? -1 : rows.int64(at, Renewals);
    lease.metadata = rows.text(at, Metadata);
}

void fillLock(LeaseRow *row, const BinaryRows &rows, int at)
{
    row->listed = true;
    row->lease.name = rows.text(at, Name);
    LockOrder &order = row->lease.order;
    order.paused = !rows.isNull(at, PausedAt);
    const bool reserved = !rows.isNull(at, ReservedFor) && !rows.isNull(at, ReservedUntil);
    order.reservedFor = reserved ? rows.text(at, ReservedFor) : QString();
    row->reservedUntil = reserved ? rows.time(at, ReservedUntil) : 0us;
    order.operatorName = rows.text(at, OrderOperator);
    order.reason = rows.text(at, OrderReason);
}

std::chrono::microseconds left(std::chrono::microseconds until, std::chrono::microseconds now)
{
    return until == endless ? endless : std::max(0us, until - now);
}

} // namespace

LeaseRows::LeaseRows(SqlConnection &connection, const QString &schema, SchemaLevel level)
    : m_connection(connection)
    , m_schema(schema)
    , m_level(level)
{
}

LeaseRows::Answer LeaseRows::page(qint64 after, int limit)
{
    return read("read_page", {after, limit});
}

LeaseRows::Answer LeaseRows::changes(qint64 oldest, int last)
{
    return read("read_changes", {quint32(oldest & 0xffffffff), last});
}

LeaseRows::Answer LeaseRows::read(const char *statement, const QVariantList &values)
{
    Answer answer;
    answer.read = m_connection.read(SqlText::statement(QLatin1String(statement), m_schema, m_level), values);
    if (!answer.read.rows)
        return answer;
    const BinaryRows &rows = *answer.read.rows;
    const int count = rows.count();
    answer.parts.reserve(std::size_t(count));
    for (int row = 0; row < count; ++row) {
        const Totals totals{rows.int64(row, Count), rows.int64(row, Sum)};
        switch (rows.int32(row, KindColumn)) {
        case AboutServer:
            answer.moment = momentOf(rows, row);
            break;
        case ALease:
            answer.parts.push_back({rows.int32(row, IdColumn), row, -1});
            break;
        case ALock:
            answer.parts.push_back({rows.int32(row, IdColumn), -1, row});
            break;
        case LeaseTotals:
            answer.leases = totals;
            break;
        case LockTotals:
            answer.locks = totals;
            break;
        case AboutPage:
            answer.last = rows.int32(row, IdColumn);
            answer.count = totals.count;
            break;
        }
    }
    std::sort(answer.parts.begin(), answer.parts.end(),
              [](const Part &a, const Part &b) { return a.lockId < b.lockId; });
    // The lease and the lock's own row, which are neighbours now, become one.
    auto end = answer.parts.begin();
    for (const Part &part : answer.parts) {
        if (end != answer.parts.begin() && std::prev(end)->lockId == part.lockId) {
            std::prev(end)->leaseAt = std::max(std::prev(end)->leaseAt, part.leaseAt);
            std::prev(end)->lockAt = std::max(std::prev(end)->lockAt, part.lockAt);
        } else {
            *end++ = part;
        }
    }
    answer.parts.erase(end, answer.parts.end());
    return answer;
}

LeaseRows::Ids LeaseRows::ids(int last)
{
    Ids ids;
    ids.read = m_connection.read(SqlText::statement(QStringLiteral("read_ids"), m_schema, m_level), {last});
    if (!ids.read.rows)
        return ids;
    const BinaryRows &rows = *ids.read.rows;
    for (int row = 0; row < rows.count(); ++row)
        (rows.int32(row, KindColumn) == ALease ? ids.leases : ids.locks).push_back(rows.int32(row, IdColumn));
    std::sort(ids.leases.begin(), ids.leases.end());
    std::sort(ids.locks.begin(), ids.locks.end());
    return ids;
}

void LeaseRows::fill(LeaseRow *row, const Answer &answer, const Part &part)
{
    row->lease.lockId = part.lockId;
    if (part.leaseAt >= 0)
        fillLease(row, *answer.read.rows, part.leaseAt);
    if (part.lockAt >= 0)
        fillLock(row, *answer.read.rows, part.lockAt);
}

void LeaseRows::takeLease(LeaseRow *row)
{
    Lease lease;
    lease.lockId = row->lease.lockId;
    lease.name = row->lease.name;
    lease.order = row->lease.order;
    row->lease = std::move(lease);
    row->expiresAt = 0us;
    row->revoked = false;
}

void LeaseRows::takeLock(LeaseRow *row)
{
    row->lease.name.clear();
    row->lease.order = {};
    row->reservedUntil = 0us;
    row->listed = false;
}

void LeaseRows::settle(LeaseRow *row, std::chrono::microseconds now, BootClock::time_point readAt)
{
    Lease &lease = row->lease;
    row->readAt = readAt;
    if (lease.state != LeaseState::Free) {
        lease.remaining = left(row->expiresAt, now);
        lease.state = lease.remaining <= 0us ? LeaseState::Expired
            : row->revoked                   ? LeaseState::Revoked
                                             : LeaseState::Held;
    }
    LockOrder &order = lease.order;
    order.reservedRemaining = left(row->reservedUntil, now);
    if (order.reservedRemaining <= 0us) { // a reservation that is over is none
        order.reservedFor.clear();
        row->reservedUntil = 0us;
    }
    if (!order)
        order = {};
}

bool LeaseRows::areSame(const LeaseRow &a, const LeaseRow &b)
{
    const Lease &x = a.lease;
    const Lease &y = b.lease;
    return x.lockId == y.lockId && a.expiresAt == b.expiresAt && x.renewals == y.renewals && x.state == y.state
        && x.term == y.term && a.reservedUntil == b.reservedUntil && a.revoked == b.revoked && a.listed == b.listed
        && x.createdAt == y.createdAt && x.leaseDuration == y.leaseDuration && x.candidates == y.candidates
        && x.leaderId == y.leaderId && x.name == y.name && x.metadata == y.metadata && x.order.paused == y.order.paused
        && x.order.reservedFor == y.order.reservedFor && x.order.operatorName == y.order.operatorName
        && x.order.reason == y.order.reason;
}

} // namespace Elector
