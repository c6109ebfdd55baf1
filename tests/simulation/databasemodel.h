// SPDX-License-Identifier: MIT
#pragma once

#include "simulation/timeline.h"

#include <Elector/enums.h>

#include <deque>
#include <functional>
#include <map>
#include <optional>

namespace Elector::Simulation {

/// The database's side of one lock, by the meaning of the requests: one row, the term, the longest lease, the clock,
/// transactions with a guard, and a standby that lags behind.
class DatabaseModel
{
public:
    explicit DatabaseModel(SchemaLevel level, bool hasStandby)
        : m_level(level)
        , m_hasStandby(hasStandby)
    {
    }

    SchemaLevel level() const { return m_level; }
    ServerTime clock(Moment now) const;
    void stepClock(std::chrono::microseconds by) { m_offset += by; }
    bool isHeld(Moment now) const { return m_state.row && m_state.row->expiresAt > clock(now); }
    std::int64_t term() const { return m_state.term; }
    /// How long a server that took over waits for leases that it may not know: none on the plain level.
    std::chrono::milliseconds holdOff() const
    {
        return m_level == SchemaLevel::Full ? m_state.maxLease : std::chrono::milliseconds(0);
    }

    /// When a bid, behind the guard of another transaction, began to wait; and what its lease was by then.
    using Wait = std::optional<ServerTime>;
    /// Does what is asked, at once; or, if it has to wait for guarded work, nothing yet: then ask again with the same
    /// `wait`. The caller fills in what only the client knows (sentAt, receivedAt).
    std::optional<Reply> perform(Moment now, const Request &request, Wait &wait);
    /// The bid has waited as long as it may.
    void giveUpWaiting(Wait &wait);

    /// Begins a transaction whose guard is granted; empty if it is refused.
    std::optional<std::uint64_t> beginGuarded(Moment now, const TenureKey &key);
    /// Ends it. The term under which its work was done, or empty if it was aborted.
    std::optional<std::int64_t> commit(Moment now, std::uint64_t transaction);
    /// The highest term under which guarded work was committed; a fail-over may lose the work, and this with it.
    std::int64_t written() const { return m_state.written; }
    void rollBack(std::uint64_t transaction) { m_guards.erase(transaction); }

    /// The operator's ways. Both return the leader_id that was in the row, if they did anything.
    std::optional<QString> revoke(Moment now);
    std::optional<QString> evict(Moment now);
    /// On the full level: only `instanceId` captures until then, or, if it is empty, nobody. The holder is revoked.
    void order(Moment now, const QString &instanceId, ServerTime until);
    void resume(Moment now);

    /// The standby takes over as it was at `asOf`. True if anything had changed since: that is lost.
    bool failOver(Moment now, Moment asOf);
    /// How often the server was replaced: what was sent to an earlier one never arrives.
    int timeline() const { return m_timeline; }

    /// On the full level: what the triggers tell whoever listens.
    std::function<void(const Candidate::Hint &)> notify;
    /// Every capture that was committed, with its term.
    std::function<void(const QString &leaderId, std::int64_t term)> captured;
    /// A capture was refused because the server took over only lately.
    std::function<void()> heldOff;
    bool gateHeld = false; ///< an application holds the key of the gate
    bool rowLocked = false; ///< somebody has locked the row: batches skip it
    bool undoesBids = false; ///< the triggers let nobody capture

private:
    struct Row
    {
        QString leaderId;
        std::int64_t term;
        ServerTime expiresAt;
    };
    struct State
    {
        std::optional<Row> row;
        bool ordered = false;
        QString reservedFor;
        ServerTime reservedUntil;
        std::int64_t term = 0;
        std::chrono::milliseconds maxLease{};
        std::int64_t written = 0;
        int server = 1; ///< the timeline that was seen last, and since when
        std::optional<ServerTime> serverSince;
    };
    Reply answer(Moment now, Verdict verdict) const;
    std::optional<Reply> capture(Moment now, const CaptureRequest &request, Wait &wait);
    Reply renew(Moment now, const RenewRequest &request);
    Reply release(Moment now, const ReleaseRequest &request);
    Reply cleanUp(Moment now, const CleanUpRequest &request);
    bool matches(const TenureKey &key, bool orTombstone) const;
    bool holdsOff(Moment now, std::chrono::milliseconds lease);
    void raiseMaxLease(std::chrono::milliseconds lease);
    LockOrder order(ServerTime now) const;
    std::int64_t nextTerm(Moment now) const;
    void tell(Candidate::Hint::Kind kind) const;
    void committed(Moment now);

    SchemaLevel m_level;
    bool m_hasStandby;
    State m_state;
    std::deque<std::pair<Moment, State>> m_history; ///< what a standby may still be at
    std::map<std::uint64_t, std::int64_t> m_guards; ///< transactions, and the terms of their guards
    std::uint64_t m_transactions = 0;
    int m_waiting = 0; ///< bids behind a guard; they keep the gate
    int m_timeline = 1;
    std::chrono::microseconds m_offset = std::chrono::hours(1);
};

} // namespace Elector::Simulation
