// SPDX-License-Identifier: MIT
#include "rules/candidate_p.h"

#include "rules/tombstone_p.h"

#include <utility>

// What a candidate makes of the database's answers.
namespace Elector {

using namespace std::chrono_literals;

void Candidate::noteOutcome(Time now, const Reply &reply)
{
    if (reply.outcome == Outcome::Answered) {
        m_failures = 0;
        m_reached = true;
        m_retryAt.reset();
        if (*m_trouble) {
            m_trouble.reset();
            emitEvent(Recovered{});
        }
        return;
    }
    ++m_failures;
    // The server answered, if only with a refusal: that is not being out of reach.
    m_reached = reply.outcome == Outcome::Failed && !reply.error.sqlState.isEmpty();
    m_retryAt = now + (m_tenure ? m_pacing.holderBackoff(m_failures) : m_pacing.candidateBackoff(m_failures));
    if (reply.error && reply.error != *m_trouble) {
        m_trouble = reply.error;
        emitEvent(Trouble{reply.error});
    }
}

/// What any answer tells beside what was asked.
void Candidate::observe(Time now, const Reply &reply)
{
    m_rowWatch.learnLongestLease(reply);
    const bool stepped = observeClock(now, reply);
    if (m_rowWatch.observe(now, reply, stepped) == RowWatch::Seen::Renewed)
        checkForTwin(*reply.row);
    // A lease from before the step may be longer than any that was known when the step was seen.
    if (m_steppedAt && m_restUntil)
        m_restUntil = std::max(*m_restUntil, *m_steppedAt + m_settings.trust.stretched(m_rowWatch.longestLease()));
    observeOrder(reply);
}

void Candidate::onRead(Time now, const Reply &reply)
{
    reportHolder(reply.row);
    if (reply.row && m_attempts.isOurs(Tombstone::original(reply.row->leaderId)))
        onOwnOldRow(now, *reply.row);
    else
        aimBid(reply);
}

/// A row of ours that we do not believe to hold: a capture in doubt that was applied, or a release that was not.
void Candidate::onOwnOldRow(Time now, const RowState &row)
{
    const TenureKey key{Tombstone::original(row.leaderId), row.term};
    const auto attempt = m_attempts.adoptable(row.leaderId);
    const bool usable = attempt && m_phase == Phase::Running && !m_restUntil && !m_tenure;
    if (m_holds > 0)
        return; // work of ours goes on, perhaps under this very row: look again when it is done
    if (usable) {
        const Time deadline = m_settings.trust.deadline(attempt->sentAt, m_settings.lease);
        if (now < deadline) {
            m_attempts.settle(key.leaderId);
            m_tenure = Tenure{key, deadline, now};
            return;
        }
    }
    dispose(now, key);
    if (Tombstone::is(row.leaderId))
        rest(now, deposedRest());
    look(now);
}

void Candidate::onCapture(Time now, const Pending &request, const Reply &reply)
{
    if (reply.outcome == Outcome::Unknown) {
        m_attempts.doubt(request.key.leaderId, reply.sentAt);
        look(now);
        if (m_phase == Phase::Stopping)
            dispose(now, request.key);
        return;
    }
    if (reply.outcome == Outcome::Failed) {
        look(now);
        return;
    }
    // One that came beyond its time has not been at the gate.
    if (reply.verdict != Verdict::GateBusy && reply.verdict != Verdict::BeyondTime)
        m_gateRefusedSince.reset();
    switch (reply.verdict) {
    case Verdict::Captured:
        onCaptured(now, request, reply);
        break;
    case Verdict::GateBusy:
        if (!m_gateRefusedSince)
            m_gateRefusedSince = now;
        look(now, m_pacing.candidateBackoff(m_bidsInVain++)); // somebody else is winning just now: see who
        break;
    case Verdict::Barred:
        onRead(now, reply);
        break;
    case Verdict::BeyondTime:
        // Not a step, or we would be resting: the way was long. The answer has narrowed what we expect.
        m_bidAt = now + m_pacing.firstBackoff();
        break;
    default:
        ++m_bidsInVain;
        onRead(now, reply);
        break;
    }
}

void Candidate::onCaptured(Time now, const Pending &request, const Reply &reply)
{
    const TenureKey key{request.key.leaderId, reply.row ? reply.row->term : std::nullopt};
    const Span left = reply.row ? std::min<Span>(m_settings.lease, reply.row->remaining) : Span::zero();
    const Time deadline = m_settings.trust.deadline(reply.sentAt, left);
    if (now < deadline && mayBid(now)) {
        hold(now, key, reply.sentAt, deadline);
        return;
    }
    dispose(now, key);
    look(now);
}

void Candidate::onRenew(Time now, const Pending &request, const Reply &reply)
{
    const bool current = m_tenure && m_tenure->key == request.key;
    if (reply.outcome != Outcome::Answered) {
        if (current)
            m_tenure->renewAt = now; // not before m_retryAt
        return;
    }
    if (reply.verdict == Verdict::Renewed) {
        onRenewed(now, request, reply);
        return;
    }
    if (!current)
        return;
    switch (reply.verdict) {
    case Verdict::Busy:
        m_tenure->renewAlone = true;
        m_tenure->renewAt = now;
        break;
    case Verdict::Expired:
        loseTenure(now, LossReason::Expired);
        m_tenure.reset();
        break;
    default: {
        const bool revoked = reply.row && reply.row->leaderId == Tombstone::of(request.key.leaderId);
        loseTenure(now, revoked ? LossReason::Revoked : LossReason::Superseded);
        if (!revoked)
            reportHolder(reply.row);
        break;
    }
    }
}

void Candidate::onRenewed(Time now, const Pending &request, const Reply &reply)
{
    if (!m_tenure || m_tenure->key != request.key) {
        // A late success of a tenure that is over never revives it. Give the row back, unless work goes on.
        if (m_holds == 0)
            dispose(now, request.key);
        return;
    }
    const Span left = reply.row ? std::min<Span>(m_settings.lease, reply.row->remaining) : Span::zero();
    const Time deadline = m_settings.trust.deadline(reply.sentAt, left);
    m_tenure->deadline = deadline;
    m_tenure->renewAlone = false;
    m_tenure->renewAt = m_pacing.nextRenewal(reply.sentAt, deadline);
    if (now >= deadline) {
        settle(now);
        return;
    }
    if (m_tenure->announced)
        emitEvent(Extended{deadline});
    else
        announce();
}

void Candidate::onRelease(const Pending &request, const Reply &reply)
{
    if (reply.outcome != Outcome::Answered)
        return; // repeated until it is answered, or the row has run out
    std::erase_if(m_disposals, [&](const Disposal &disposal) { return disposal.key == request.key; });
}

/// Bids are aimed at the moment at which the row runs out.
void Candidate::aimBid(const Reply &reply)
{
    if (reply.order.bars(m_settings.instanceId)) {
        // A reservation ends by itself; that a lock is resumed is told, or seen when it is read next.
        m_bidAt.reset();
        if (!reply.order.paused)
            m_bidAt = reply.receivedAt + reply.order.reservedRemaining + m_pacing.spread();
        return;
    }
    if (!reply.row || reply.row->remaining <= Span::zero() || m_rowWatch.isStuck()) {
        m_bidAt = reply.receivedAt;
        // It looks free, and yet bids were lost: others are faster, or the database lets nobody in. No hot loop.
        if (m_bidsInVain > 0)
            *m_bidAt += m_pacing.candidateBackoff(m_bidsInVain);
        return;
    }
    m_bidsInVain = 0;
    m_gateRefusedSince.reset(); // somebody got through the gate
    constexpr auto farAway = 24h;
    if (reply.row->remaining < farAway)
        m_bidAt = reply.receivedAt + reply.row->remaining + m_pacing.spread();
    else
        m_bidAt.reset();
}

bool Candidate::observeClock(Time now, const Reply &reply)
{
    const auto step = m_serverClock.observe(reply.sentAt, reply.receivedAt, reply.serverTime);
    if (step == ServerClockEstimate::Step::None)
        return false;
    // After a step backward, too: a smaller one forward may hide behind it.
    const Span holdOff = m_settings.trust.stretched(m_rowWatch.longestLease());
    rest(now, holdOff);
    m_steppedAt = now;
    emitEvent(ClockStepped{step, holdOff});
    return true;
}

void Candidate::observeOrder(const Reply &reply)
{
    const bool tells
        = reply.verdict == Verdict::Read || reply.verdict == Verdict::Barred || reply.verdict == Verdict::Captured;
    if (!tells)
        return;
    // That a reservation comes nearer to its end is no news.
    const auto ageless = [](LockOrder order) {
        order.reservedRemaining = {};
        return order;
    };
    const bool isNews = ageless(*m_order) != ageless(reply.order);
    m_order = reply.order;
    if (isNews)
        emitEvent(OrderSeen{reply.order});
}

void Candidate::reportHolder(const std::optional<RowState> &row)
{
    std::optional<RowState> holder = row;
    if (holder && (holder->remaining <= Span::zero() || Tombstone::is(holder->leaderId)))
        holder.reset();
    const TenureKey key = holder ? TenureKey{holder->leaderId, holder->term} : TenureKey();
    if (m_holderReported && m_holderIsThere == holder.has_value() && m_holder == key)
        return;
    m_holderReported = true;
    m_holderIsThere = holder.has_value();
    m_holder = key;
    emitEvent(HolderSeen{holder});
}

/// Somebody renews under our instanceId: that is not what is left of an earlier run of ours.
void Candidate::checkForTwin(const RowState &row)
{
    const qsizetype end = row.leaderId.lastIndexOf(QLatin1Char('#'));
    if (m_twinReported || end < 0 || m_attempts.isOurs(row.leaderId) || row.leaderId.left(end) != m_settings.instanceId)
        return;
    m_twinReported = true;
    emitEvent(
        Trouble{{ErrorCode::DuplicateInstance,
                 QStringLiteral("Another running elector uses the instanceId \"%1\" (it leads as \"%2\").")
                     .arg(m_settings.instanceId, row.leaderId),
                 QStringLiteral("Only one of them leads at a time, but give each process an instanceId of its own, "
                                "so that people can tell them apart."),
                 {}}});
}

} // namespace Elector
