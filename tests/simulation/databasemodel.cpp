// SPDX-License-Identifier: MIT
#include "simulation/databasemodel.h"

#include "rules/tombstone_p.h"

#include <utility>

namespace Elector::Simulation {

using namespace std::chrono_literals;

namespace {

QString instanceOf(const QString &leaderId)
{
    return leaderId.section(QLatin1Char('#'), 0, -2);
}

Reply failure(const QString &sqlState)
{
    Reply reply;
    reply.outcome = Outcome::Failed;
    reply.error = {ErrorCode::Database, QStringLiteral("refused"), {}, sqlState};
    return reply;
}

} // namespace

ServerTime DatabaseModel::clock(Moment now) const
{
    return ServerTime(std::chrono::floor<std::chrono::microseconds>(now) + m_offset);
}

std::optional<Reply> DatabaseModel::perform(Moment now, const Request &request, Wait &wait)
{
    if (const auto *what = std::get_if<CaptureRequest>(&request.what)) {
        const std::optional<Reply> reply = capture(now, *what, wait);
        if (reply)
            giveUpWaiting(wait);
        return reply;
    }
    if (const auto *what = std::get_if<RenewRequest>(&request.what))
        return renew(now, *what);
    if (const auto *what = std::get_if<ReleaseRequest>(&request.what))
        return release(now, *what);
    if (const auto *what = std::get_if<CleanUpRequest>(&request.what))
        return cleanUp(now, *what);
    return answer(now, Verdict::Read);
}

Reply DatabaseModel::answer(Moment now, Verdict verdict) const
{
    Reply reply;
    reply.outcome = Outcome::Answered;
    reply.verdict = verdict;
    reply.serverTime = clock(now);
    const bool full = m_level == SchemaLevel::Full;
    if (const auto &row = m_state.row)
        reply.row = RowState{row->leaderId, full ? std::optional(row->term) : std::nullopt,
                             row->expiresAt - reply.serverTime, row->expiresAt};
    if (full)
        reply.maxLease = m_state.maxLease;
    reply.order = order(reply.serverTime);
    return reply;
}

LockOrder DatabaseModel::order(ServerTime now) const
{
    LockOrder order;
    order.paused = m_state.ordered && m_state.reservedFor.isEmpty();
    if (m_state.ordered && !order.paused && m_state.reservedUntil > now) {
        order.reservedFor = m_state.reservedFor;
        order.reservedRemaining = m_state.reservedUntil - now;
    }
    return order;
}

// ---- the statements of a node ----------------------------------------------------------------------------------

std::optional<Reply> DatabaseModel::capture(Moment now, const CaptureRequest &request, Wait &wait)
{
    const ServerTime time = clock(now);
    const auto &row = m_state.row;
    if (!wait && request.notAfter && time > *request.notAfter)
        return answer(now, Verdict::BeyondTime);
    const bool stuck = row && request.stuck && row->leaderId == request.stuck->leaderId
        && row->expiresAt == request.stuck->expiresAt;
    if (row && !stuck && (row->expiresAt > time || (request.notAfter && row->expiresAt > *request.notAfter)))
        return answer(now, Verdict::NotExpired);
    if (order(time).bars(instanceOf(request.leaderId)))
        return answer(now, Verdict::Barred);
    if (!wait && holdsOff(now, request.lease)) {
        if (heldOff)
            heldOff();
        return answer(now, Verdict::NotExpired);
    }
    if (!wait && (gateHeld || m_waiting > 0) && !request.ungated)
        return answer(now, Verdict::GateBusy);
    if (undoesBids)
        return answer(now, Verdict::NotExpired);
    if (!m_guards.empty()) {
        if (!wait) {
            wait = time + request.lease;
            ++m_waiting;
        }
        return std::nullopt;
    }
    // What waited for guarded work was to last from before that.
    const ServerTime expiresAt = wait.value_or(time + request.lease);
    giveUpWaiting(wait);
    if (expiresAt <= time)
        return failure(QStringLiteral("40001"));
    m_state.term = nextTerm(now);
    m_state.row = Row{request.leaderId, m_state.term, expiresAt};
    m_state.ordered = false;
    raiseMaxLease(request.lease);
    committed(now);
    if (captured)
        captured(request.leaderId, m_state.term);
    tell(Candidate::Hint::Captured);
    return answer(now, Verdict::Captured);
}

/// What the triggers of the full level say to a bid: whoever led under leases that this server may not know has to have
/// stepped down first.
bool DatabaseModel::holdsOff(Moment now, std::chrono::milliseconds lease)
{
    if (m_level != SchemaLevel::Full)
        return false;
    const ServerTime time = clock(now);
    if (m_state.server != m_timeline || m_state.serverSince > time) {
        m_state.server = m_timeline;
        m_state.serverSince = time;
        committed(now);
        return true;
    }
    return m_state.serverSince && time < *m_state.serverSince + std::max(lease, m_state.maxLease);
}

void DatabaseModel::giveUpWaiting(Wait &wait)
{
    if (wait)
        --m_waiting;
    wait.reset();
}

Reply DatabaseModel::renew(Moment now, const RenewRequest &request)
{
    if (!matches(request.key, false))
        return answer(now, Verdict::Lost);
    if (rowLocked && !request.alone)
        return answer(now, Verdict::Busy);
    if (m_state.row->expiresAt <= clock(now))
        return answer(now, Verdict::Expired);
    m_state.row->expiresAt = clock(now) + request.lease;
    raiseMaxLease(request.lease);
    committed(now);
    return answer(now, Verdict::Renewed);
}

Reply DatabaseModel::release(Moment now, const ReleaseRequest &request)
{
    const bool ours = matches(request.key, true);
    if (ours) {
        tell(Candidate::Hint::Free);
        m_state.row.reset();
        committed(now);
    }
    Reply reply = answer(now, ours ? Verdict::Released : Verdict::NothingToRelease);
    reply.row.reset();
    reply.maxLease = 0ms;
    return reply;
}

Reply DatabaseModel::cleanUp(Moment now, const CleanUpRequest &request)
{
    const ServerTime time = clock(now);
    const bool beyond = request.notAfter && time > *request.notAfter;
    if (!beyond && m_state.row && m_state.row->expiresAt < time - 5s) {
        m_state.row.reset();
        committed(now);
    }
    Reply reply = answer(now, beyond ? Verdict::BeyondTime : Verdict::Cleaned);
    reply.row.reset();
    reply.maxLease = 0ms;
    return reply;
}

// ---- guarded work ------------------------------------------------------------------------------------------------

std::optional<std::uint64_t> DatabaseModel::beginGuarded(Moment now, const TenureKey &key)
{
    if (!key.term || !matches(key, false) || m_state.term != *key.term || m_state.row->expiresAt <= clock(now))
        return std::nullopt;
    m_guards.emplace(++m_transactions, *key.term);
    return m_transactions;
}

std::optional<std::int64_t> DatabaseModel::commit(Moment now, std::uint64_t transaction)
{
    const auto guard = m_guards.find(transaction);
    if (guard == m_guards.end())
        return std::nullopt;
    const std::int64_t term = guard->second;
    m_guards.erase(guard);
    m_state.written = std::max(m_state.written, term);
    committed(now);
    return term;
}

// ---- the operator's --------------------------------------------------------------------------------------------

std::optional<QString> DatabaseModel::revoke(Moment now)
{
    if (!m_state.row || Tombstone::is(m_state.row->leaderId))
        return std::nullopt;
    const QString holder = m_state.row->leaderId;
    m_state.row->leaderId = Tombstone::of(holder);
    committed(now);
    tell(Candidate::Hint::Revoked);
    return holder;
}

std::optional<QString> DatabaseModel::evict(Moment now)
{
    if (!m_state.row)
        return std::nullopt;
    const QString holder = Tombstone::original(m_state.row->leaderId);
    tell(Candidate::Hint::Free);
    m_state.row.reset();
    committed(now);
    return holder;
}

void DatabaseModel::order(Moment now, const QString &instanceId, ServerTime until)
{
    m_state.ordered = true;
    m_state.reservedFor = instanceId;
    m_state.reservedUntil = until;
    committed(now);
    tell(m_state.row ? Candidate::Hint::Changed : Candidate::Hint::Free);
    if (m_state.row && instanceOf(m_state.row->leaderId) != instanceId)
        revoke(now);
}

void DatabaseModel::resume(Moment now)
{
    if (!std::exchange(m_state.ordered, false))
        return;
    committed(now);
    tell(Candidate::Hint::Free);
}

// ---- the standby -----------------------------------------------------------------------------------------------

bool DatabaseModel::failOver(Moment now, Moment asOf)
{
    bool lost = false;
    while (!m_history.empty() && m_history.back().first > asOf) {
        m_history.pop_back();
        lost = true;
    }
    if (lost)
        m_state = m_history.empty() ? State() : m_history.back().second;
    ++m_timeline;
    m_guards.clear();
    m_waiting = 0;
    committed(now);
    return lost;
}

void DatabaseModel::committed(Moment now)
{
    if (!m_hasStandby)
        return;
    m_history.emplace_back(now, m_state);
    constexpr std::size_t enough = 200;
    if (m_history.size() > enough)
        m_history.pop_front();
}

// ---- helpers -----------------------------------------------------------------------------------------------------

bool DatabaseModel::matches(const TenureKey &key, bool orTombstone) const
{
    const auto &row = m_state.row;
    if (!row || (key.term && *key.term != row->term))
        return false;
    return row->leaderId == key.leaderId || (orTombstone && row->leaderId == Tombstone::of(key.leaderId));
}

void DatabaseModel::raiseMaxLease(std::chrono::milliseconds lease)
{
    m_state.maxLease = std::max(m_state.maxLease, lease);
}

std::int64_t DatabaseModel::nextTerm(Moment now) const
{
    const auto sinceEpoch = std::chrono::floor<std::chrono::milliseconds>(clock(now).time_since_epoch());
    return std::max<std::int64_t>(m_state.term + 1, (std::int64_t(m_timeline) << 42) | sinceEpoch.count());
}

void DatabaseModel::tell(Candidate::Hint::Kind kind) const
{
    if (notify && m_level == SchemaLevel::Full)
        notify({kind, m_state.row ? std::optional(m_state.row->term) : std::nullopt});
}

} // namespace Elector::Simulation
