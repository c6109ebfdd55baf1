// SPDX-License-Identifier: MIT
#include "rules/candidate_p.h"

#include "rules/tombstone_p.h"

#include <algorithm>
#include <utility>

namespace Elector {

using namespace std::chrono_literals;

Candidate::Candidate(const CandidateSettings &settings, Random random)
    : m_settings(settings)
    , m_random(std::move(random))
    , m_attempts(settings.instanceId, settings.incarnation)
    , m_serverClock(settings.trust)
{
}

// ---- inputs ---------------------------------------------------------------------------------------------------

Candidate::Events Candidate::start(Time now)
{
    settle(now);
    if (m_phase == Phase::Idle) {
        m_phase = Phase::Running;
        m_reached = false;
        m_failures = 0;
        m_bidsInVain = 0;
        m_lookAt = now;
        m_bidAt.reset();
        m_restUntil.reset();
        m_retryAt.reset();
        m_gateRefusedSince.reset();
        m_cleanUpAt = now + jittered(6 * Span(m_settings.lease), m_settings.jitterRange);
    } else if (m_phase == Phase::Stopping) {
        // It changed its mind: what was to be given up still is, and then it is a candidate again.
        m_phase = Phase::Running;
        m_lookAt = now;
    }
    m_abandonAt.reset();
    return takeEvents(now);
}

Candidate::Events Candidate::release(Time now)
{
    settle(now);
    if (m_phase == Phase::Running) {
        rest(now, m_settings.renewalInterval);
        if (m_tenure)
            loseTenure(now, LossReason::Released);
    }
    return takeEvents(now);
}

Candidate::Events Candidate::stop(Time now, Time abandonAt)
{
    settle(now);
    if (m_phase != Phase::Idle) {
        m_phase = Phase::Stopping;
        m_abandonAt = abandonAt;
        m_retryAt.reset();
        if (m_tenure)
            loseTenure(now, LossReason::Stopped);
    }
    return takeEvents(now);
}

Candidate::Events Candidate::setHolds(Time now, int holds)
{
    settle(now);
    if (std::exchange(m_holds, holds) > 0 && holds == 0)
        m_lookAt = now; // what work kept us from may be done now
    return takeEvents(now);
}

Candidate::Events Candidate::wake(Time now)
{
    settle(now);
    return takeEvents(now);
}

Candidate::Events Candidate::hint(Time now, const Hint &hint)
{
    settle(now);
    if (m_phase == Phase::Idle)
        return takeEvents(now);
    if (m_tenure) {
        const bool aboutUs = hint.kind == Hint::Captured && hint.term && hint.term == m_tenure->key.term;
        if (!aboutUs)
            m_tenure->renewAt = now;
        return takeEvents(now);
    }
    switch (hint.kind) {
    case Hint::Free:
        m_bidAt = now + spread();
        break;
    case Hint::Captured:
        m_bidAt.reset(); // somebody was faster: one bid less
        m_lookAt = now + spread();
        break;
    case Hint::Revoked:
    case Hint::Reconnected:
        m_lookAt = now;
        break;
    }
    return takeEvents(now);
}

Candidate::Events Candidate::reply(Time now, const Reply &reply)
{
    settle(now);
    if (!m_pending)
        return takeEvents(now);
    const Request request = *std::exchange(m_pending, std::nullopt);
    noteOutcome(now, reply);
    if (reply.outcome == Outcome::Answered) {
        const bool stepped = observeClock(now, reply);
        observeRow(now, reply, stepped);
    }
    if (std::holds_alternative<ReadRequest>(request.what)) {
        if (reply.outcome == Outcome::Answered)
            onRead(now, reply);
        else
            m_lookAt = now; // not before m_retryAt
    } else if (const auto *capture = std::get_if<CaptureRequest>(&request.what)) {
        onCapture(now, *capture, reply);
    } else if (const auto *renew = std::get_if<RenewRequest>(&request.what)) {
        onRenew(now, *renew, reply);
    } else if (const auto *release = std::get_if<ReleaseRequest>(&request.what)) {
        onRelease(*release, reply);
    }
    return takeEvents(now);
}

// ---- outputs --------------------------------------------------------------------------------------------------

std::optional<Request> Candidate::takeRequest(Time now)
{
    if (m_pending)
        return std::nullopt;
    m_pending = nextRequest(now);
    return m_pending;
}

std::optional<Request> Candidate::nextRequest(Time now)
{
    const auto due = [now](const std::optional<Time> &at) { return at && *at <= now; };
    const auto make = [this](auto what) { return Request {m_settings.lockId, std::move(what)}; };
    if (m_phase == Phase::Idle || (m_retryAt && now < *m_retryAt))
        return std::nullopt;
    // Renewals first: nothing may make a holder late.
    if (m_tenure && m_tenure->renewable && m_tenure->renewAt <= now)
        return make(RenewRequest {m_tenure->key, m_settings.lease, m_tenure->renewAlone});
    if (!m_disposals.empty())
        return make(ReleaseRequest {m_disposals.front().key});
    if (mayLookOrBid()) {
        if (due(m_bidAt) && mayBid(now))
            return make(captureRequest(now));
        if (due(m_lookAt)) {
            m_lookAt = now + jittered(m_settings.renewalInterval, m_settings.jitterRange);
            return make(ReadRequest {});
        }
    }
    if (m_phase == Phase::Running && due(m_cleanUpAt) && !(m_restUntil && now < *m_restUntil)) {
        m_cleanUpAt = now + jittered(6 * Span(m_settings.lease), m_settings.jitterRange);
        if (const auto latest = m_serverClock.latest(now))
            return make(CleanUpRequest {latest});
    }
    return std::nullopt;
}

CaptureRequest Candidate::captureRequest(Time now)
{
    m_bidAt.reset();
    CaptureRequest capture;
    capture.leaderId = m_attempts.next();
    capture.lease = m_settings.lease;
    capture.notAfter = m_serverClock.latest(now);
    // An application may hold the key of the gate for reasons of its own: it must not lock us out for ever.
    capture.ungated = m_gateRefusedSince && now - *m_gateRefusedSince >= m_settings.lease;
    capture.stuck = m_stuck;
    return capture;
}

std::optional<Candidate::Time> Candidate::wakeAt() const
{
    std::optional<Time> at;
    const auto consider = [&at](const std::optional<Time> &time) {
        if (time && (!at || *time < *at))
            at = time;
    };
    if (m_phase == Phase::Idle)
        return at;
    if (m_tenure)
        consider(m_tenure->deadline);
    consider(m_abandonAt);
    consider(m_restUntil);
    if (m_pending)
        return at;
    const auto considerAction = [&](const std::optional<Time> &time) {
        if (time)
            consider(m_retryAt ? std::max(*time, *m_retryAt) : *time);
    };
    if (m_tenure && m_tenure->renewable)
        considerAction(m_tenure->renewAt);
    if (!m_disposals.empty())
        considerAction(Time::min());
    if (mayLookOrBid()) {
        considerAction(m_lookAt);
        if (m_bidAt && mayBid(*m_bidAt))
            considerAction(m_bidAt);
    }
    if (m_phase == Phase::Running && m_cleanUpAt)
        considerAction(m_restUntil ? std::max(*m_cleanUpAt, *m_restUntil) : m_cleanUpAt);
    return at;
}

std::optional<TenureKey> Candidate::tenure() const
{
    if (m_tenure && m_tenure->announced)
        return m_tenure->key;
    return std::nullopt;
}

// ---- tenure ---------------------------------------------------------------------------------------------------

/// Lets the time do what it does: a tenure whose deadline passed is over, whatever else is under way.
void Candidate::settle(Time now)
{
    if (m_restUntil && *m_restUntil <= now) {
        m_restUntil.reset();
        m_bidAt.reset();
        m_lookAt = now; // look before bidding: much may have happened meanwhile
    }
    std::erase_if(m_disposals, [now](const Disposal &disposal) { return disposal.until <= now; });
    if (!m_tenure || now < m_tenure->deadline)
        return;
    if (m_tenure->announced && !m_tenure->ending)
        loseTenure(now, LossReason::Expired);
    else if (!m_tenure->announced)
        dispose(now, m_tenure->key); // never announced, and too late to be: give it back and compete anew
    m_tenure.reset();
    m_lookAt = now;
}

/// Announces the loss, if leadership was announced, and decides what becomes of the row.
void Candidate::loseTenure(Time now, LossReason reason)
{
    Tenure &tenure = *m_tenure;
    if (!tenure.announced) {
        if (reason == LossReason::Released || reason == LossReason::Stopped || reason == LossReason::Revoked)
            dispose(now, tenure.key);
        if (reason == LossReason::Revoked || reason == LossReason::Superseded)
            rest(now, deposedRest());
        m_tenure.reset();
        m_lookAt = now;
        return;
    }
    if (!std::exchange(tenure.ending, true))
        emitEvent(Lost {reason});
    else if (reason == LossReason::Superseded || reason == LossReason::Expired)
        emitEvent(Extended {now}); // the work that drains can no longer count on the row
    switch (reason) {
    case LossReason::Revoked:
        tenure.renewable = false;
        rest(now, deposedRest());
        break;
    case LossReason::Superseded:
        rest(now, deposedRest());
        m_tenure.reset();
        break;
    case LossReason::Expired:
        m_tenure.reset();
        break;
    case LossReason::Released:
    case LossReason::Stopped:
    case LossReason::None:
        break;
    }
    m_lookAt = now;
}

/// The row is given up only when nothing works under it any more.
void Candidate::giveUpIfWorkIsDone(Time now)
{
    if (!m_tenure || !m_tenure->ending || m_holds > 0)
        return;
    dispose(now, m_tenure->key);
    m_tenure.reset();
    if (m_phase == Phase::Running)
        rest(now, m_settings.renewalInterval);
}

/// From here on this tenure is never renewed or adopted again; its deletion is repeated until it is answered or
/// the row has run out by itself.
void Candidate::dispose(Time now, const TenureKey &key)
{
    m_attempts.settle(key.leaderId);
    const auto same = [&key](const Disposal &disposal) { return disposal.key.leaderId == key.leaderId; };
    if (std::none_of(m_disposals.cbegin(), m_disposals.cend(), same))
        m_disposals.push_back({key, now + m_settings.trust.stretched(m_settings.lease)});
}

void Candidate::rest(Time now, Span span)
{
    m_restUntil = m_restUntil ? std::max(*m_restUntil, now + span) : now + span;
}

Candidate::Span Candidate::deposedRest() const
{
    return m_settings.renewalInterval + m_settings.jitterRange + m_settings.attemptTimeout;
}

void Candidate::finishStopping(Time now)
{
    if (m_phase != Phase::Stopping)
        return;
    const bool done = !m_pending && !m_tenure && m_disposals.empty() && m_holds == 0;
    if (!done && now < *m_abandonAt)
        return;
    m_phase = Phase::Idle;
    m_pending.reset();
    m_tenure.reset();
    m_disposals.clear();
    m_holderReported.reset();
    m_trouble = {};
    emitEvent(Stopped {});
}

void Candidate::hold(Time now, const TenureKey &key, Time sentAt, Time deadline)
{
    m_bidAt.reset();
    m_stuck.reset();
    m_gateRefusedSince.reset();
    m_bidsInVain = 0;
    m_tenure = Tenure {key, deadline, nextRenewal(sentAt, deadline)};
    // An answer that took long leaves little trust. Renew first, announce then: whoever is told that it leads can
    // count on more than a moment.
    const Span left = deadline - now;
    if (left * 2 < m_settings.trust.trusted(m_settings.lease))
        m_tenure->renewAt = now;
    else
        announce();
}

void Candidate::announce()
{
    m_tenure->announced = true;
    m_holderReported = m_tenure->key;
    emitEvent(Gained {m_tenure->key, m_tenure->deadline});
}

// ---- replies --------------------------------------------------------------------------------------------------

void Candidate::noteOutcome(Time now, const Reply &reply)
{
    if (reply.outcome == Outcome::Answered) {
        m_failures = 0;
        m_reached = true;
        m_retryAt.reset();
        if (std::exchange(m_trouble, {}))
            emitEvent(Recovered {});
        return;
    }
    ++m_failures;
    // The server answered, if only with a refusal: that is not being out of reach.
    m_reached = reply.outcome == Outcome::Failed && !reply.error.sqlState.isEmpty();
    m_retryAt = now + pause(m_failures, m_tenure ? m_settings.holderBackoffCap() : m_settings.candidateBackoffCap());
    if (reply.error && reply.error != m_trouble) {
        m_trouble = reply.error;
        emitEvent(Trouble {reply.error});
    }
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
    const TenureKey key {Tombstone::original(row.leaderId), row.term};
    const auto attempt = m_attempts.adoptable(row.leaderId);
    const bool usable = attempt && m_phase == Phase::Running && !m_restUntil && !m_tenure;
    if (m_holds > 0)
        return; // work of ours goes on, perhaps under this very row: look again when it is done
    if (usable) {
        const Time deadline = m_settings.trust.deadline(attempt->sentAt, m_settings.lease);
        if (now < deadline) {
            m_attempts.settle(key.leaderId);
            m_tenure = Tenure {key, deadline, now};
            return;
        }
    }
    dispose(now, key);
    if (Tombstone::is(row.leaderId))
        rest(now, deposedRest());
    m_lookAt = now;
}

void Candidate::onCapture(Time now, const CaptureRequest &request, const Reply &reply)
{
    if (reply.outcome == Outcome::Unknown) {
        m_attempts.doubt(request.leaderId, reply.sentAt);
        m_lookAt = now;
        if (m_phase == Phase::Stopping)
            dispose(now, {request.leaderId, std::nullopt});
        return;
    }
    if (reply.outcome == Outcome::Failed) {
        m_lookAt = now;
        return;
    }
    if (reply.verdict != Verdict::GateBusy)
        m_gateRefusedSince.reset();
    switch (reply.verdict) {
    case Verdict::Captured:
        onCaptured(now, request, reply);
        break;
    case Verdict::GateBusy:
        if (!m_gateRefusedSince)
            m_gateRefusedSince = now;
        m_lookAt = now + pause(m_bidsInVain++, m_settings.candidateBackoffCap()); // somebody else is winning just now: see who
        break;
    case Verdict::BeyondTime:
        // Not a step, or we would be resting: the way was long. The answer has narrowed what we expect.
        m_bidAt = now + m_settings.firstBackoff();
        break;
    default:
        ++m_bidsInVain;
        onRead(now, reply);
        break;
    }
}

void Candidate::onCaptured(Time now, const CaptureRequest &request, const Reply &reply)
{
    const TenureKey key {request.leaderId, reply.row ? reply.row->term : std::nullopt};
    const Span left = reply.row ? std::min<Span>(m_settings.lease, reply.row->remaining) : Span::zero();
    const Time deadline = m_settings.trust.deadline(reply.sentAt, left);
    if (now < deadline && mayBid(now)) {
        hold(now, key, reply.sentAt, deadline);
        return;
    }
    dispose(now, key);
    m_lookAt = now;
}

void Candidate::onRenew(Time now, const RenewRequest &request, const Reply &reply)
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

void Candidate::onRenewed(Time now, const RenewRequest &request, const Reply &reply)
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
    m_tenure->renewAt = nextRenewal(reply.sentAt, deadline);
    if (now >= deadline) {
        settle(now);
        return;
    }
    if (m_tenure->announced)
        emitEvent(Extended {deadline});
    else
        announce();
}

void Candidate::onRelease(const ReleaseRequest &request, const Reply &reply)
{
    if (reply.outcome != Outcome::Answered)
        return; // repeated until it is answered, or the row has run out
    std::erase_if(m_disposals, [&](const Disposal &disposal) { return disposal.key == request.key; });
}

// ---- what was seen --------------------------------------------------------------------------------------------

/// Bids are aimed at the moment at which the row runs out.
void Candidate::aimBid(const Reply &reply)
{
    if (!reply.row || reply.row->remaining <= Span::zero() || m_stuck) {
        m_bidAt = reply.receivedAt;
        // It looks free, and yet bids were lost: others are faster, or the database lets nobody in. No hot loop.
        if (m_bidsInVain > 0)
            *m_bidAt += pause(m_bidsInVain, m_settings.candidateBackoffCap());
        return;
    }
    m_bidsInVain = 0;
    m_gateRefusedSince.reset(); // somebody got through the gate
    constexpr auto farAway = 24h;
    if (reply.row->remaining < farAway)
        m_bidAt = reply.receivedAt + reply.row->remaining + spread();
    else
        m_bidAt.reset();
}

bool Candidate::observeClock(Time now, const Reply &reply)
{
    const auto step = m_serverClock.observe(reply.sentAt, reply.receivedAt, reply.serverTime);
    if (step == ServerClockEstimate::Step::None)
        return false;
    // After a step backward, too: a smaller one forward may hide behind it.
    const Span holdOff = m_settings.trust.stretched(longestLease());
    rest(now, holdOff);
    emitEvent(ClockStepped {step, holdOff});
    return true;
}

void Candidate::observeRow(Time now, const Reply &reply, bool clockStepped)
{
    if (reply.maxLease > 0ms)
        m_maxLease = reply.maxLease;
    if (!reply.row) {
        // Other answers do not tell whether there is a row.
        if (reply.verdict == Verdict::Read) {
            m_sighting.reset();
            m_stuck.reset();
        }
        return;
    }
    const RowState &row = *reply.row;
    const bool sameHolder = m_sighting && m_sighting->leaderId == row.leaderId;
    if (sameHolder && m_sighting->expiresAt == row.expiresAt) {
        Span longest = longestLease();
        // The plain level does not know which leases are in use: be generous.
        if (m_maxLease == 0ms)
            longest *= 10;
        const bool tooFar = row.remaining > longest;
        const bool longEnough = reply.sentAt - m_sighting->since >= m_settings.trust.stretched(longest);
        if (tooFar && longEnough)
            m_stuck = StuckRow {row.leaderId, row.expiresAt};
        return;
    }
    if (sameHolder) {
        if (!clockStepped) // what remains would tell of the step, not of the lease
            m_longestSeen = std::max<Span>(m_longestSeen, std::min<std::chrono::microseconds>(row.remaining, 1h));
        checkForTwin(row);
    }
    m_sighting = Sighting {row.leaderId, row.expiresAt, now};
    m_stuck.reset();
}

Candidate::Span Candidate::longestLease() const
{
    return std::max<Span>(m_settings.lease, m_maxLease > 0ms ? Span(m_maxLease) : m_longestSeen);
}

void Candidate::reportHolder(const std::optional<RowState> &row)
{
    std::optional<RowState> holder = row;
    if (holder && (holder->remaining <= Span::zero() || Tombstone::is(holder->leaderId)))
        holder.reset();
    std::optional<TenureKey> key;
    if (holder)
        key = TenureKey {holder->leaderId, holder->term};
    if (m_holderReported && *m_holderReported == key)
        return;
    m_holderReported = key;
    emitEvent(HolderSeen {holder});
}

/// Somebody renews under our instanceId: that is not what is left of an earlier run of ours.
void Candidate::checkForTwin(const RowState &row)
{
    const qsizetype end = row.leaderId.lastIndexOf(QLatin1Char('#'));
    if (m_twinReported || end < 0 || m_attempts.isOurs(row.leaderId) || row.leaderId.left(end) != m_settings.instanceId)
        return;
    m_twinReported = true;
    emitEvent(Trouble {{ErrorCode::DuplicateInstance,
                        QStringLiteral("Another running elector uses the instanceId \"%1\" (it leads as \"%2\").")
                            .arg(m_settings.instanceId, row.leaderId),
                        QStringLiteral("Only one of them leads at a time, but give each process an instanceId of its own, "
                                       "so that people can tell them apart."),
                        {}}});
}

// ---- time -----------------------------------------------------------------------------------------------------

Candidate::Span Candidate::jittered(Span base, Span range)
{
    return base + Span(static_cast<Span::rep>((2.0 * m_random() - 1.0) * static_cast<double>(range.count())));
}

/// Doubles with each failure up to the cap; half of it is left to chance, so that nodes do not march in step.
Candidate::Span Candidate::pause(int failures, Span cap)
{
    const int doublings = std::min(failures, 16);
    const Span full = std::min(cap, m_settings.firstBackoff() * (1 << doublings));
    return full / 2 + Span(static_cast<Span::rep>(m_random() * static_cast<double>(full.count()) / 2.0));
}

/// Few candidates bid at once; many spread out, and the winner's own notification cancels the rest.
Candidate::Span Candidate::spread()
{
    constexpr int few = 4;
    if (m_sessionsSeen <= few)
        return Span::zero();
    const Span width = std::min<Span>(45ms, (m_sessionsSeen - few) * Span(250us));
    return Span(static_cast<Span::rep>(m_random() * static_cast<double>(width.count())));
}

/// One interval after the last success, but early enough that two more attempts and a pause fit before the deadline.
Candidate::Time Candidate::nextRenewal(Time sentAt, Time deadline)
{
    const Time wanted = sentAt + jittered(m_settings.renewalInterval, m_settings.jitterRange);
    const Time latest = deadline - m_settings.grace - 2 * m_settings.attemptTimeout - m_settings.holderBackoffCap();
    return std::max(std::min(wanted, latest), sentAt + m_settings.firstBackoff());
}

bool Candidate::mayBid(Time now) const
{
    return m_phase == Phase::Running && !m_tenure && m_holds == 0 && m_disposals.empty()
        && !(m_restUntil && now < *m_restUntil) && m_serverClock.latest(now);
}

void Candidate::updateState(Time now)
{
    ElectorState state = ElectorState::Waiting;
    if (m_phase == Phase::Idle)
        state = ElectorState::Stopped;
    else if (isLeading(now))
        state = ElectorState::Leading;
    else if (m_phase == Phase::Stopping || (m_tenure && m_tenure->ending) || !m_disposals.empty() || m_holds > 0)
        state = ElectorState::Draining;
    else if (!m_reached)
        state = ElectorState::Connecting;
    else if (m_restUntil && now < *m_restUntil)
        state = ElectorState::Resting;
    if (std::exchange(m_state, state) != state)
        emitEvent(StateChanged {state});
}

Candidate::Events Candidate::takeEvents(Time now)
{
    giveUpIfWorkIsDone(now);
    finishStopping(now);
    updateState(now);
    return std::exchange(m_events, {});
}

} // namespace Elector
