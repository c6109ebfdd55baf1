// SPDX-License-Identifier: MIT
#pragma once

#include "rules/attempts_p.h"
#include "rules/candidatesettings_p.h"
#include "rules/leaseoperations_p.h"
#include "rules/pacing_p.h"
#include "rules/rarely_p.h"
#include "rules/rowwatch_p.h"
#include "rules/serverclockestimate_p.h"

#include <Elector/enums.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace Elector {

/// The rules of the election for one node and one lock, and nothing else: no timers, no SQL, no threads, no signals.
///
/// Inputs are the time, a reply, a hint, a wish; each returns what to announce, in order. Before every input tell the
/// holds by setHolds(), and let nobody take another until a loss is made known: with the last hold the row goes. After
/// it ask takeRequest() (at most one request is under way at a time) and wakeAt(). `now` never goes back. Not
/// thread-safe: belongs to whoever feeds it.
class Candidate
{
public:
    using Time = BootClock::time_point;
    using Span = std::chrono::nanoseconds;

    struct Gained
    {
        TenureKey key;
        Time deadline;
    };
    /// Trust in the tenure ends at another time than before; mostly later.
    struct Extended
    {
        Time deadline;
    };
    struct Lost
    {
        LossReason reason;
    };
    /// Somebody else leads now, or nobody (no row, expired, revoked).
    struct HolderSeen
    {
        std::optional<RowState> holder;
    };
    /// An operator paused or reserved the lock, or does so no more.
    struct OrderSeen
    {
        LockOrder order;
    };
    struct StateChanged
    {
        ElectorState state;
    };
    struct Trouble
    {
        ElectorError error;
    };
    struct Recovered
    {
    };
    struct ClockStepped
    {
        ServerClockEstimate::Step direction;
        Span holdOff; ///< for how long no bid is made
    };
    struct ServerReplaced
    {
        Span holdOff; ///< for how long no bid is made
    };
    struct Stopped
    {
    };
    using Event = std::variant<Gained, Extended, Lost, HolderSeen, OrderSeen, StateChanged, Trouble, Recovered,
                               ClockStepped, ServerReplaced, Stopped>;
    using Events = std::vector<Event>;

    struct Hint
    {
        enum Kind { Free, Captured, Revoked, Changed, Reconnected } kind = Free;
        std::optional<std::int64_t> term;
    };

    /// `incarnation` is random, one for each elector object.
    Candidate(std::shared_ptr<const CandidateSettings> settings, int lockId, const QString &incarnation);

    // Inputs
    /// Joins, or stays after all if it was stopping.
    Events start(Time now);
    /// Gives leadership up as soon as the holds allow it, rests for one interval, and is a candidate again.
    Events release(Time now);
    /// Gives leadership up as soon as the holds allow it, and leaves; at `abandonAt` it leaves as it is, and the
    /// row runs out by itself.
    Events stop(Time now, Time abandonAt);
    /// How many pieces of work hold the lock right now.
    Events setHolds(Time now, int holds);
    Events reply(Time now, const Reply &reply);
    /// The answer to a look at our lock that another candidate of this process has taken: it spares us one of our own.
    Events overhear(Time now, const Reply &reply);
    /// A notification: something may have changed. Never trusted as more than a reason to look.
    Events hint(Time now, const Hint &hint);
    /// Another server answers from now on, which may not know the last leases.
    Events serverReplaced(Time now);
    Events wake(Time now);
    /// How many sessions compete on this server; spreads the bids that one notification fires.
    void setSessionsSeen(int sessions) { m_pacing.setSessionsSeen(sessions); }

    // Outputs
    /// The next request, if one is due and none is under way. Its reply must be fed before the next is given.
    std::optional<Request> takeRequest(Time now);
    /// When wake() wants to be called at the latest; empty if only inputs can change anything.
    std::optional<Time> wakeAt() const;

    ElectorState state() const { return m_state; }
    bool isLeading(Time now) const
    {
        return m_tenure && m_tenure->announced && !m_tenure->ending && now < m_tenure->deadline;
    }
    std::optional<TenureKey> tenure() const;
    const CandidateSettings &settings() const { return m_settings; }

private:
    struct Tenure
    {
        TenureKey key;
        Time deadline;
        Time renewAt;
        bool announced = false;
        bool ending = false; ///< the loss was announced
        bool renewable = true; ///< false once revoked: there is nothing left to renew
        bool renewAlone = false;
    };
    struct Disposal
    {
        TenureKey key;
        Time until; ///< after this the row has run out by itself
    };
    /// What an answer must know of the request that it belongs to.
    struct Pending
    {
        enum What { None, Read, Capture, Renew, Release, CleanUp } what = None;
        TenureKey key; ///< of the tenure, if there is one; of a capture the name that it would have
        explicit operator bool() const { return what != None; }
    };
    enum class Phase { Idle, Running, Stopping };

    void settle(Time now);
    void loseTenure(Time now, LossReason reason);
    void giveUpIfWorkIsDone(Time now);
    void dispose(Time now, const TenureKey &key);
    void look(Time now, Span after = {});
    void rest(Time now, Span span);
    Span deposedRest() const;
    void finishStopping(Time now);
    void updateState(Time now);

    void noteOutcome(Time now, const Reply &reply);
    void observe(Time now, const Reply &reply);
    void onRead(Time now, const Reply &reply);
    void onOwnOldRow(Time now, const RowState &row);
    void onCapture(Time now, const Pending &request, const Reply &reply);
    void onCaptured(Time now, const Pending &request, const Reply &reply);
    void onRenew(Time now, const Pending &request, const Reply &reply);
    void onRenewed(Time now, const Pending &request, const Reply &reply);
    void onRelease(const Pending &request, const Reply &reply);
    void hold(Time now, const TenureKey &key, Time sentAt, Time deadline);
    void announce();
    void aimBid(const Reply &reply);
    bool observeClock(Time now, const Reply &reply);
    void observeOrder(const Reply &reply);
    void reportHolder(const std::optional<RowState> &row);
    void checkForTwin(const RowState &row);

    bool mayBid(Time now) const;
    bool mayLookOrBid() const { return m_phase == Phase::Running && !m_tenure; }
    std::optional<Request> nextRequest(Time now);
    CaptureRequest captureRequest(Time now);
    void emitEvent(Event event) { m_events.push_back(std::move(event)); }
    Events takeEvents(Time now);

    // A process may have very many of these: what is the same in all is shared, what is rare takes no room.
    std::shared_ptr<const CandidateSettings> m_sharedSettings;
    const CandidateSettings &m_settings;
    int m_lockId;
    Pacing m_pacing;
    Events m_events;
    Phase m_phase = Phase::Idle;
    ElectorState m_state = ElectorState::Stopped;

    Pending m_pending;
    std::optional<Tenure> m_tenure;
    std::vector<Disposal> m_disposals;
    Attempts m_attempts;
    int m_holds = 0;

    MaybeTime m_lookAt;
    bool m_overheard = false; ///< another one's look has stood for ours since our last one
    Time m_lookReason; ///< when that was decided: only what was sent later can stand for it
    MaybeTime m_bidAt;
    MaybeTime m_restUntil;
    MaybeTime m_steppedAt; ///< when the server's clock was seen to step, while that is a reason to rest
    MaybeTime m_retryAt;
    MaybeTime m_cleanUpAt;
    MaybeTime m_abandonAt;
    MaybeTime m_gateRefusedSince;
    int m_failures = 0;
    int m_bidsInVain = 0; ///< one after the other, for a row that looked free
    bool m_reached = false; ///< the last request was answered
    bool m_twinReported = false;
    bool m_holderReported = false;
    bool m_holderIsThere = false; ///< as it was reported
    TenureKey m_holder; ///< as it was reported, if there is one
    Rarely<ElectorError> m_trouble;

    ServerClockEstimate m_serverClock;
    RowWatch m_rowWatch;
    Rarely<LockOrder> m_order; ///< as it was read last
};

} // namespace Elector
