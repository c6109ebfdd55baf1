// SPDX-License-Identifier: MIT
#include "rules/candidate_p.h"

#include <algorithm>
#include <utility>

namespace Elector {

Candidate::Candidate(std::shared_ptr<const CandidateSettings> settings, int lockId, const QString &incarnation)
    : m_sharedSettings(std::move(settings))
    , m_settings(*m_sharedSettings)
    , m_lockId(lockId)
    , m_pacing(m_settings)
    , m_attempts(m_settings.instanceId, incarnation)
    , m_serverClock(m_settings.trust)
    , m_rowWatch(m_settings)
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
        look(now);
        m_bidAt.reset();
        m_restUntil.reset();
        m_steppedAt.reset();
        m_retryAt.reset();
        m_gateRefusedSince.reset();
        m_cleanUpAt = now + m_pacing.cleanUpInterval();
    } else if (m_phase == Phase::Stopping) {
        // It changed its mind: what was to be given up still is, and then it is a candidate again.
        m_phase = Phase::Running;
        look(now);
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
        look(now); // what work kept us from may be done now
    return takeEvents(now);
}

Candidate::Events Candidate::wake(Time now)
{
    settle(now);
    return takeEvents(now);
}

Candidate::Events Candidate::serverReplaced(Time now)
{
    settle(now);
    if (m_phase == Phase::Idle)
        return takeEvents(now);
    const Span holdOff = m_settings.trust.stretched(m_rowWatch.longestLease());
    rest(now, holdOff);
    emitEvent(ServerReplaced{holdOff});
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
        m_bidAt = now + m_pacing.spread();
        break;
    case Hint::Captured:
        m_bidAt.reset(); // somebody was faster: one bid less
        look(now, m_pacing.spread());
        break;
    case Hint::Revoked:
    case Hint::Changed:
    case Hint::Reconnected:
        look(now);
        break;
    }
    return takeEvents(now);
}

Candidate::Events Candidate::reply(Time now, const Reply &reply)
{
    settle(now);
    if (!m_pending)
        return takeEvents(now);
    const Pending request = std::exchange(m_pending, {});
    noteOutcome(now, reply);
    if (reply.outcome == Outcome::Answered)
        observe(now, reply);
    switch (request.what) {
    case Pending::Read:
        if (reply.outcome == Outcome::Answered)
            onRead(now, reply);
        else
            look(now); // not before m_retryAt
        break;
    case Pending::Capture:
        onCapture(now, request, reply);
        break;
    case Pending::Renew:
        onRenew(now, request, reply);
        break;
    case Pending::Release:
        onRelease(request, reply);
        break;
    case Pending::CleanUp:
    case Pending::None:
        break;
    }
    return takeEvents(now);
}

/// Looks when nobody else has meanwhile: the reason to look must not be younger than what was seen.
Candidate::Events Candidate::overhear(Time now, const Reply &reply)
{
    settle(now);
    const bool isLook = reply.outcome == Outcome::Answered && reply.verdict == Verdict::Read;
    const bool serves = isLook && !m_pending && mayLookOrBid() && m_lookAt && m_lookReason <= reply.sentAt;
    if (!serves)
        return takeEvents(now);
    m_overheard = true;
    look(now, m_pacing.longInterval());
    noteOutcome(now, reply);
    observe(now, reply);
    onRead(now, reply);
    return takeEvents(now);
}

// ---- outputs --------------------------------------------------------------------------------------------------

std::optional<Request> Candidate::takeRequest(Time now)
{
    if (m_pending)
        return std::nullopt;
    std::optional<Request> request = nextRequest(now);
    if (!request)
        return request;
    if (const auto *capture = std::get_if<CaptureRequest>(&request->what))
        m_pending = {Pending::Capture, {capture->leaderId, std::nullopt}};
    else if (const auto *renew = std::get_if<RenewRequest>(&request->what))
        m_pending = {Pending::Renew, renew->key};
    else if (const auto *release = std::get_if<ReleaseRequest>(&request->what))
        m_pending = {Pending::Release, release->key};
    else
        m_pending = {std::holds_alternative<ReadRequest>(request->what) ? Pending::Read : Pending::CleanUp, {}};
    return request;
}

std::optional<Request> Candidate::nextRequest(Time now)
{
    const auto due = [now](const std::optional<Time> &at) { return at && *at <= now; };
    const auto make = [this](auto what) { return Request{m_lockId, std::move(what)}; };
    if (m_phase == Phase::Idle || (m_retryAt && now < *m_retryAt))
        return std::nullopt;
    // Renewals first: nothing may make a holder late.
    if (m_tenure && m_tenure->renewable && m_tenure->renewAt <= now)
        return make(RenewRequest{m_tenure->key, m_settings.lease, m_tenure->renewAlone});
    if (!m_disposals.empty())
        return make(ReleaseRequest{m_disposals.front().key});
    if (mayLookOrBid()) {
        if (due(m_bidAt) && mayBid(now))
            return make(captureRequest(now));
        if (due(m_lookAt)) {
            // With others on the same connection, one of them looks early enough for all: each interval that may be
            // shorter than the mean would make the shortest of many much shorter.
            const bool shared = std::exchange(m_overheard, false);
            look(now, shared ? m_pacing.longInterval() : m_pacing.interval());
            return make(ReadRequest{});
        }
    }
    if (m_phase == Phase::Running && due(m_cleanUpAt) && !(m_restUntil && now < *m_restUntil)) {
        m_cleanUpAt = now + m_pacing.cleanUpInterval();
        if (const auto latest = m_serverClock.latest(now))
            return make(CleanUpRequest{latest});
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
    capture.stuck = m_rowWatch.stuck();
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
        m_steppedAt.reset();
        m_bidAt.reset();
        look(now); // look before bidding: much may have happened meanwhile
    }
    std::erase_if(m_disposals, [now](const Disposal &disposal) { return disposal.until <= now; });
    if (!m_tenure || now < m_tenure->deadline)
        return;
    if (m_tenure->announced && !m_tenure->ending)
        loseTenure(now, LossReason::Expired);
    else if (!m_tenure->announced)
        dispose(now, m_tenure->key); // never announced, and too late to be: give it back and compete anew
    m_tenure.reset();
    look(now);
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
        look(now);
        return;
    }
    if (!std::exchange(tenure.ending, true))
        emitEvent(Lost{reason});
    else if (reason == LossReason::Superseded || reason == LossReason::Expired)
        emitEvent(Extended{now}); // the work that drains can no longer count on the row
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
    look(now);
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

void Candidate::look(Time now, Span after)
{
    m_lookAt = now + after;
    m_lookReason = now;
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
    m_pending = {};
    m_tenure.reset();
    m_disposals.clear();
    m_holderReported = false;
    m_trouble.reset();
    emitEvent(Stopped{});
}

void Candidate::hold(Time now, const TenureKey &key, Time sentAt, Time deadline)
{
    m_bidAt.reset();
    m_rowWatch.forgetStuck();
    m_gateRefusedSince.reset();
    m_bidsInVain = 0;
    m_tenure = Tenure{key, deadline, m_pacing.nextRenewal(sentAt, deadline)};
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
    m_holderReported = true;
    m_holderIsThere = true;
    m_holder = m_tenure->key;
    emitEvent(Gained{m_tenure->key, m_tenure->deadline});
}

// ---- state ----------------------------------------------------------------------------------------------------

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
        emitEvent(StateChanged{state});
}

Candidate::Events Candidate::takeEvents(Time now)
{
    giveUpIfWorkIsDone(now);
    finishStopping(now);
    updateState(now);
    return std::exchange(m_events, {});
}

} // namespace Elector
