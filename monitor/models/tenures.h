// SPDX-License-Identifier: MIT
#pragma once

#include "tenuresindex.h"

#include <Elector/lease.h>

#include <QtCore/QHash>
#include <QtCore/QList>

#include <optional>
#include <vector>

namespace Elector {

/// An invalid date becomes the beginning of 1970.
Instant instantOf(const QDateTime &at);
QDateTime dateTimeOf(Instant at); ///< UTC

/// One term of one leader.
struct Tenure
{
    enum Ending {
        Running, ///< nothing tells that it ended
        Released, ///< the holder gave the lock back
        Expired, ///< not renewed in time
        LetGo, ///< the holder let go after a revoke
        RanOut, ///< revoked; the holder did not let go before its lease ran out
        Evicted, ///< an operator deleted the row
        Superseded, ///< another took a lease that had not run out
        Truncated, ///< somebody truncated the table
        Upgraded, ///< the table was upgraded, which gave the holder another term
        Unseen, ///< another leads next, and no entry tells how this one ended
    };
    static constexpr int endings = Unseen + 1;

    QString leaderId;
    int instance = 0; ///< index into Tenures::instances()
    std::optional<qint64> term;
    Instant from; ///< if not known: of the oldest entry that can speak of it
    Instant to; ///< as long as it runs, the same as `from`: see Tenures::endOf()
    bool fromKnown = true;
    bool toExact = true; ///< false: it ended by then at the latest
    Ending ending = Running;
    std::optional<Instant> revokedAt; ///< from here on the holder had to let go
    LeaseEvent begin; ///< `sequence` is 0 if there is no such entry; the same for the next two
    LeaseEvent revoke;
    LeaseEvent end;

    /// Of the entry that tells most: how it ended, or else that it was revoked, or that it began.
    qint64 sequence() const;
    bool isForced() const { return revokedAt || ending == Evicted || ending == Truncated; }
};

/// Nobody led.
struct LeaderlessGap
{
    Instant from;
    Instant to; ///< as long as it runs, the same as `from`
    bool running = true;
    bool fromExact = true; ///< false: it began by then at the latest, as a lease that ran out was noticed only then
    qint64 sequence = 0; ///< of the entry after which nobody led
};

/// An operator's order for the lock, for as long as it held.
struct OrderSpan
{
    enum Kind { Pause, Reservation };
    Kind kind = Pause;
    Instant from;
    Instant to; ///< as long as it holds, the same as `from`; a reservation may have run out unseen before that
    bool running = true;
    LeaseEvent begin; ///< for a reservation, `leaderId` is for whom
    LeaseEvent end;
};

/// An entry of another kind, or one that does not fit what was before.
struct HistoryMark
{
    enum Kind { Entry, ClockSetBack };
    Kind kind = Entry;
    Instant at;
    std::chrono::milliseconds back{}; ///< by how much the clock was set back
    LeaseEvent event;
};

/// A node by its configured name.
struct LeadingInstance
{
    QString name;
    int terms = 0;
    size_t lastTenure = 0; ///< index into Tenures::tenures()
};

struct TenureSummary
{
    size_t terms = 0;
    size_t gaps = 0;
    std::chrono::milliseconds longestTerm{};
    std::chrono::milliseconds longestGap{};
    std::chrono::milliseconds leaderless{};
};

/// Works out of the entries of one lock's history who led when. A value without a clock: "now" comes in, as the
/// server's time. Entries may come in any order and more than once; those that follow what is known are added at the
/// cost of themselves only, older ones at the cost of all.
class Tenures
{
public:
    /// Entries of one lock only. Returns whether anything was new.
    bool add(QList<LeaseEvent> events);
    void clear();
    /// What the row says now, if it is known to be current: a lease that ran out ends a term before the history tells.
    void setLease(const std::optional<Lease> &lease);

    bool isEmpty() const { return m_events.empty(); }
    size_t eventCount() const { return m_events.size(); }
    /// 0 if there is none.
    qint64 oldestSequence() const { return m_events.empty() ? 0 : m_events.front().sequence; }

    const std::vector<Tenure> &tenures() const { return m_tenures; }
    const std::vector<LeaderlessGap> &gaps() const { return m_gaps; }
    const std::vector<OrderSpan> &orders() const { return m_orders; }
    const std::vector<HistoryMark> &marks() const { return m_marks; }
    /// In the order in which they first led.
    const std::vector<LeadingInstance> &instances() const { return m_instances; }

    /// Where a term ends, or is now.
    Instant endOf(const Tenure &tenure, Instant now) const;
    Instant endOf(const LeaderlessGap &gap, Instant now) const
    {
        return gap.running ? std::max(gap.from, now) : gap.to;
    }
    Instant endOf(const OrderSpan &order, Instant now) const
    {
        return order.running ? std::max(order.from, now) : order.to;
    }
    /// The gap that has begun though the history does not tell yet, for the lease of the last term ran out.
    std::optional<LeaderlessGap> silentGap(Instant now) const;

    /// Indices of what may touch that time: first, and one past the last.
    std::pair<size_t, size_t> tenuresBetween(Instant from, Instant to) const { return m_tenureIndex.between(from, to); }
    std::pair<size_t, size_t> gapsBetween(Instant from, Instant to) const { return m_gapIndex.between(from, to); }

    /// The term that the entry with this sequence is about.
    std::optional<size_t> tenureOf(qint64 sequence) const;

    /// The time of the first and of the last entry.
    std::optional<std::pair<Instant, Instant>> extent() const;
    TenureSummary summary(Instant now) const;

private:
    void rebuild();
    void take(const LeaseEvent &event);
    void capture(const LeaseEvent &event, Instant at);
    void revoke(const LeaseEvent &event, Instant at);
    void finish(const LeaseEvent &event, Instant at, Tenure::Ending ending);
    void order(const LeaseEvent &event, Instant at, OrderSpan::Kind kind);
    void endOrder(const LeaseEvent &event, Instant at);
    void mark(const LeaseEvent &event, Instant at);
    void noteClock(const LeaseEvent &event, Instant at);

    Tenure *running();
    Tenure &open(const LeaseEvent &event, Instant from, bool known);
    void close(Tenure &tenure, Tenure::Ending ending, Instant at, bool exact);
    void beginGap(Instant from, bool exact, qint64 sequence);
    void endGap(Instant at);
    int instanceOf(const QString &leaderId);
    std::optional<Instant> seenExpiry(std::optional<qint64> term, Instant noticed) const;
    bool wasEndedBefore(const LeaseEvent &event) const;

    std::vector<LeaseEvent> m_events; // by sequence
    std::vector<Tenure> m_tenures;
    std::vector<LeaderlessGap> m_gaps;
    std::vector<OrderSpan> m_orders;
    std::vector<HistoryMark> m_marks;
    std::vector<LeadingInstance> m_instances;
    QHash<QString, int> m_instanceNumbers;
    QHash<qint64, size_t> m_tenureOf;
    SpanIndex m_tenureIndex;
    SpanIndex m_gapIndex;
    TenureSummary m_closed; ///< of what has ended
    std::optional<Instant> m_first;
    Instant m_last;
    Instant m_latest;
    std::optional<Lease> m_lease;
    QHash<qint64, Instant> m_seenExpiries; ///< by term, of leases that were seen to have run out
};

} // namespace Elector
