// SPDX-License-Identifier: MIT
#include "simulation/databasemodel.h"

#include "rules/tombstone_p.h"

#include <utility>

namespace Elector::Simulation {

using namespace std::chrono_literals;

ServerTime DatabaseModel::clock(Moment now) const
{
    return ServerTime(std::chrono::floor<std::chrono::microseconds>(now) + m_offset);
}

Reply DatabaseModel::perform(Moment now, const Request &request)
{
    if (const auto *what = std::get_if<CaptureRequest>(&request.what))
        return capture(now, *what);
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
    if (m_row)
        reply.row = RowState{m_row->leaderId, full ? std::optional(m_row->term) : std::nullopt,
                             m_row->expiresAt - reply.serverTime, m_row->expiresAt};
    if (full)
        reply.maxLease = m_maxLease;
    reply.order = order(reply.serverTime);
    return reply;
}

LockOrder DatabaseModel::order(ServerTime now) const
{
    LockOrder order;
    order.paused = m_ordered && m_reservedFor.isEmpty();
    if (m_ordered && !order.paused && m_reservedUntil > now) {
        order.reservedFor = m_reservedFor;
        order.reservedRemaining = m_reservedUntil - now;
    }
    return order;
}

std::optional<QString> DatabaseModel::reserve(const QString &instanceId, ServerTime until)
{
    if (m_level != SchemaLevel::Full)
        return std::nullopt;
    m_ordered = true;
    m_reservedFor = instanceId;
    m_reservedUntil = until;
    tell(m_row ? Candidate::Hint::Changed : Candidate::Hint::Free);
    const bool keeps = m_row && m_row->leaderId.section(QLatin1Char('#'), 0, -2) == instanceId;
    return keeps ? std::nullopt : revoke();
}

void DatabaseModel::resume()
{
    if (std::exchange(m_ordered, false))
        tell(Candidate::Hint::Free);
}

Reply DatabaseModel::capture(Moment now, const CaptureRequest &request)
{
    const ServerTime time = clock(now);
    if (request.notAfter && time > *request.notAfter)
        return answer(now, Verdict::BeyondTime);
    const bool stuck = m_row && request.stuck && m_row->leaderId == request.stuck->leaderId
        && m_row->expiresAt == request.stuck->expiresAt;
    if (m_row && !stuck && m_row->expiresAt > time)
        return answer(now, Verdict::NotExpired);
    if (order(time).bars(request.leaderId.section(QLatin1Char('#'), 0, -2)))
        return answer(now, Verdict::Barred);
    if (gateHeld && !request.ungated)
        return answer(now, Verdict::GateBusy);
    if (paused)
        return answer(now, Verdict::NotExpired);
    m_row = Row{request.leaderId, ++m_term, time + request.lease};
    m_ordered = false;
    raiseMaxLease(request.lease);
    tell(Candidate::Hint::Captured);
    return answer(now, Verdict::Captured);
}

Reply DatabaseModel::renew(Moment now, const RenewRequest &request)
{
    if (!matches(request.key, false))
        return answer(now, Verdict::Lost);
    if (rowLocked && !request.alone)
        return answer(now, Verdict::Busy);
    if (m_row->expiresAt <= clock(now))
        return answer(now, Verdict::Expired);
    m_row->expiresAt = clock(now) + request.lease;
    raiseMaxLease(request.lease);
    return answer(now, Verdict::Renewed);
}

Reply DatabaseModel::release(Moment now, const ReleaseRequest &request)
{
    const bool ours = matches(request.key, true);
    if (ours) {
        tell(Candidate::Hint::Free);
        m_row.reset();
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
    if (!beyond && m_row && m_row->expiresAt < time - 5s)
        m_row.reset();
    Reply reply = answer(now, beyond ? Verdict::BeyondTime : Verdict::Cleaned);
    reply.row.reset();
    reply.maxLease = 0ms;
    return reply;
}

std::optional<QString> DatabaseModel::revoke()
{
    if (!m_row || Tombstone::is(m_row->leaderId))
        return std::nullopt;
    const QString holder = m_row->leaderId;
    m_row->leaderId = Tombstone::of(holder);
    tell(Candidate::Hint::Revoked);
    return holder;
}

std::optional<QString> DatabaseModel::evict()
{
    if (!m_row)
        return std::nullopt;
    const QString holder = Tombstone::original(m_row->leaderId);
    tell(Candidate::Hint::Free);
    m_row.reset();
    return holder;
}

bool DatabaseModel::matches(const TenureKey &key, bool orTombstone) const
{
    if (!m_row || (key.term && *key.term != m_row->term))
        return false;
    return m_row->leaderId == key.leaderId || (orTombstone && m_row->leaderId == Tombstone::of(key.leaderId));
}

void DatabaseModel::raiseMaxLease(std::chrono::milliseconds lease)
{
    m_maxLease = std::max(m_maxLease, lease);
}

void DatabaseModel::tell(Candidate::Hint::Kind kind) const
{
    if (notify && m_level == SchemaLevel::Full)
        notify({kind, m_row ? std::optional(m_row->term) : std::nullopt});
}

} // namespace Elector::Simulation
