// SPDX-License-Identifier: MIT
#include "tenures.h"

#include <algorithm>
#include <iterator>

namespace Elector {

using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

// Sessions write their entries at the same time, and a little out of order: that is no clock that was set back.
constexpr milliseconds disorder = 1s;

bool isAbout(const LeaseEvent &event, const Tenure &tenure)
{
    return event.leaderId == tenure.leaderId && (!event.term || !tenure.term || *event.term == *tenure.term);
}

std::optional<Tenure::Ending> endingOf(const QString &kind)
{
    struct Known
    {
        QLatin1StringView kind;
        Tenure::Ending ending;
    };
    static constexpr Known all[] = {
        {QLatin1StringView("released"), Tenure::Released},     {QLatin1StringView("expired"), Tenure::Expired},
        {QLatin1StringView("acknowledged"), Tenure::LetGo},    {QLatin1StringView("evicted"), Tenure::Evicted},
        {QLatin1StringView("superseded"), Tenure::Superseded}, {QLatin1StringView("truncated"), Tenure::Truncated},
    };
    const auto it = std::find_if(std::begin(all), std::end(all), [&](const Known &k) { return k.kind == kind; });
    return it == std::end(all) ? std::nullopt : std::optional(it->ending);
}

} // namespace

Instant instantOf(const QDateTime &at)
{
    return Instant(milliseconds(at.isValid() ? at.toMSecsSinceEpoch() : 0));
}

QDateTime dateTimeOf(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC);
}

qint64 Tenure::sequence() const
{
    return end.sequence != 0 ? end.sequence : revoke.sequence != 0 ? revoke.sequence : begin.sequence;
}

// --- entries -----------------------------------------------------------------------------------------------------

bool Tenures::add(QList<LeaseEvent> events)
{
    const auto bySequence = [](const LeaseEvent &a, const LeaseEvent &b) { return a.sequence < b.sequence; };
    std::stable_sort(events.begin(), events.end(), bySequence);
    std::vector<LeaseEvent> fresh;
    for (const LeaseEvent &event : std::as_const(events)) {
        if ((fresh.empty() || fresh.back().sequence != event.sequence)
            && !std::binary_search(m_events.cbegin(), m_events.cend(), event, bySequence))
            fresh.push_back(event);
    }
    if (fresh.empty())
        return false;
    const bool follows = m_events.empty() || m_events.back().sequence < fresh.front().sequence;
    const auto known = std::ssize(m_events);
    m_events.insert(m_events.end(), std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
    if (follows) {
        for (size_t i = size_t(known); i < m_events.size(); ++i)
            take(m_events[i]);
    } else {
        std::inplace_merge(m_events.begin(), m_events.begin() + known, m_events.end(), bySequence);
        rebuild();
    }
    return true;
}

void Tenures::clear()
{
    m_events.clear();
    m_lease.reset();
    m_seenExpiries.clear();
    rebuild();
}

void Tenures::rebuild()
{
    m_tenures.clear();
    m_gaps.clear();
    m_orders.clear();
    m_marks.clear();
    m_instances.clear();
    m_instanceNumbers.clear();
    m_tenureOf.clear();
    m_tenureIndex.clear();
    m_gapIndex.clear();
    m_closed = {};
    m_first.reset();
    m_last = m_latest = {};
    for (const LeaseEvent &event : m_events)
        take(event);
}

void Tenures::take(const LeaseEvent &event)
{
    const Instant at = event.at.isValid() ? instantOf(event.at) : m_last;
    noteClock(event, at);
    const auto is = [&event](const char *kind) { return event.kind == QLatin1StringView(kind); };
    if (is("captured") || is("upgraded"))
        capture(event, at);
    else if (is("revoked"))
        revoke(event, at);
    else if (is("paused"))
        order(event, at, OrderSpan::Pause);
    else if (is("reserved"))
        order(event, at, OrderSpan::Reservation);
    else if (is("resumed"))
        endOrder(event, at);
    else if (const auto ending = endingOf(event.kind))
        finish(event, at, *ending);
    else
        mark(event, at);
}

void Tenures::noteClock(const LeaseEvent &event, Instant at)
{
    if (m_first && at + disorder < m_last)
        m_marks.push_back({HistoryMark::ClockSetBack, at, m_last - at, event});
    m_latest = m_first ? std::max(m_latest, at) : at;
    m_first = m_first ? std::min(*m_first, at) : at;
    m_last = at;
}

void Tenures::capture(const LeaseEvent &event, Instant at)
{
    const bool upgraded = event.kind == QLatin1StringView("upgraded");
    if (Tenure *last = running()) {
        if (isAbout(event, *last) && event.term == last->term) {
            mark(event, at); // said twice
            return;
        }
        if (upgraded && event.leaderId == last->leaderId) {
            last->end = event;
            close(*last, Tenure::Upgraded, at, true);
        } else if (last->revokedAt) { // what remains of a revoked lease goes without an entry
            const auto expiry = seenExpiry(last->term, at);
            close(*last, Tenure::RanOut, expiry.value_or(at), expiry.has_value());
            beginGap(last->to, last->toExact, last->revoke.sequence);
        } else {
            close(*last, Tenure::Unseen, at, false);
        }
    }
    endGap(at);
    if (!m_orders.empty() && m_orders.back().running)
        endOrder(event, at);
    Tenure &tenure = open(event, at, !upgraded);
    tenure.begin = event;
}

void Tenures::revoke(const LeaseEvent &event, Instant at)
{
    Tenure *tenure = running();
    if (!tenure || !isAbout(event, *tenure)) {
        if (wasEndedBefore(event)) {
            mark(event, at);
            return;
        }
        tenure = &open(event, at, false);
    }
    tenure->revoke = event;
    tenure->revokedAt = std::max(tenure->from, at);
    m_tenureOf.insert(event.sequence, m_tenures.size() - 1);
}

void Tenures::finish(const LeaseEvent &event, Instant at, Tenure::Ending ending)
{
    Tenure *tenure = running();
    if (!tenure || !isAbout(event, *tenure)) {
        if (wasEndedBefore(event)) {
            mark(event, at);
            return;
        }
        tenure = &open(event, at, false);
    }
    tenure->end = event;
    m_tenureOf.insert(event.sequence, m_tenures.size() - 1);
    // The entry is written when somebody notices; the row may have told before when it ran out.
    const auto expiry = ending == Tenure::Expired ? seenExpiry(tenure->term, at) : std::optional<Instant>();
    close(*tenure, ending, expiry.value_or(at), ending != Tenure::Expired || expiry);
    beginGap(tenure->to, tenure->toExact, event.sequence);
}

void Tenures::mark(const LeaseEvent &event, Instant at)
{
    m_marks.push_back({HistoryMark::Entry, at, {}, event});
}

// --- terms and gaps ----------------------------------------------------------------------------------------------

Tenure *Tenures::running()
{
    return !m_tenures.empty() && m_tenures.back().ending == Tenure::Running ? &m_tenures.back() : nullptr;
}

/// `from` is where it is first heard of; if that is not where it began, it may have begun where the last one ended.
Tenure &Tenures::open(const LeaseEvent &event, Instant from, bool known)
{
    if (Tenure *last = running())
        close(*last, last->revokedAt ? Tenure::RanOut : Tenure::Unseen, from, false);
    if (!known && event.kind != QLatin1StringView("upgraded")) {
        // Nobody can say how much of it was a gap.
        from = m_tenures.empty() ? std::min(*m_first, from) : std::min(m_tenures.back().to, from);
        endGap(from);
    }
    Tenure tenure;
    tenure.leaderId = event.leaderId;
    tenure.instance = instanceOf(event.leaderId);
    tenure.term = event.term;
    tenure.from = tenure.to = from;
    tenure.fromKnown = known;
    m_tenures.push_back(std::move(tenure));
    m_tenureIndex.push(from);
    const size_t number = m_tenures.size() - 1;
    LeadingInstance &instance = m_instances[size_t(m_tenures.back().instance)];
    ++instance.terms;
    instance.lastTenure = number;
    m_tenureOf.insert(event.sequence, number);
    ++m_closed.terms;
    return m_tenures.back();
}

void Tenures::close(Tenure &tenure, Tenure::Ending ending, Instant at, bool exact)
{
    tenure.ending = ending;
    tenure.to = std::max(tenure.from, at); // a clock that was set back makes no term negative
    tenure.toExact = exact;
    m_tenureIndex.close(tenure.to);
    m_closed.longestTerm = std::max(m_closed.longestTerm, tenure.to - tenure.from);
}

void Tenures::beginGap(Instant from, bool exact, qint64 sequence)
{
    m_gaps.push_back({from, from, true, exact, sequence});
    m_gapIndex.push(from);
}

void Tenures::endGap(Instant at)
{
    if (m_gaps.empty() || !m_gaps.back().running)
        return;
    LeaderlessGap &gap = m_gaps.back();
    if (at <= gap.from && gap.fromExact) {
        m_gaps.pop_back();
        m_gapIndex.pop();
        return;
    }
    gap.running = false;
    gap.to = std::max(gap.from, at);
    m_gapIndex.close(gap.to);
    ++m_closed.gaps;
    m_closed.longestGap = std::max(m_closed.longestGap, gap.to - gap.from);
    m_closed.leaderless += gap.to - gap.from;
}

int Tenures::instanceOf(const QString &leaderId)
{
    const QString name = leaderId.left(leaderId.lastIndexOf(QLatin1Char('#'))); // -1 leaves all of it
    const auto known = m_instanceNumbers.constFind(name);
    if (known != m_instanceNumbers.cend())
        return *known;
    const int number = int(m_instances.size());
    m_instances.push_back({name, 0, 0});
    m_instanceNumbers.insert(name, number);
    return number;
}

bool Tenures::wasEndedBefore(const LeaseEvent &event) const
{
    constexpr std::ptrdiff_t near = 64;
    const auto from = m_tenures.cend() - std::min(near, std::ssize(m_tenures));
    return std::any_of(from, m_tenures.cend(), [&event](const Tenure &tenure) {
        return tenure.ending != Tenure::Running && event.term && isAbout(event, tenure);
    });
}

// --- orders ------------------------------------------------------------------------------------------------------

void Tenures::order(const LeaseEvent &event, Instant at, OrderSpan::Kind kind)
{
    if (!m_orders.empty() && m_orders.back().running) {
        if (kind == OrderSpan::Pause && m_orders.back().kind == kind) {
            mark(event, at); // paused already
            return;
        }
        endOrder(event, at);
    }
    m_orders.push_back({kind, at, at, true, event, {}});
}

void Tenures::endOrder(const LeaseEvent &event, Instant at)
{
    if (m_orders.empty() || !m_orders.back().running) {
        mark(event, at); // what it ended is older than what is known
        return;
    }
    OrderSpan &last = m_orders.back();
    last.running = false;
    last.to = std::max(last.from, at);
    last.end = event;
}

// --- questions ---------------------------------------------------------------------------------------------------

void Tenures::setLease(const std::optional<Lease> &lease)
{
    if (!lease)
        return; // a row that is gone tells nothing: what it said last holds until the history says more
    m_lease = lease;
    if (lease->state == LeaseState::Expired && lease->term && lease->expiresAt)
        m_seenExpiries.insert(*lease->term, instantOf(*lease->expiresAt));
}

std::optional<Instant> Tenures::seenExpiry(std::optional<qint64> term, Instant noticed) const
{
    const auto it = term ? m_seenExpiries.constFind(*term) : m_seenExpiries.cend();
    return it != m_seenExpiries.cend() && *it <= noticed ? std::optional(*it) : std::nullopt;
}

Instant Tenures::endOf(const Tenure &tenure, Instant now) const
{
    if (tenure.ending != Tenure::Running)
        return tenure.to;
    if (m_lease && m_lease->expiresAt && m_lease->leaderId == tenure.leaderId && m_lease->term == tenure.term)
        now = std::min(now, instantOf(*m_lease->expiresAt));
    return std::max(tenure.from, now);
}

std::optional<LeaderlessGap> Tenures::silentGap(Instant now) const
{
    if (m_tenures.empty() || m_tenures.back().ending != Tenure::Running)
        return {};
    const Instant end = endOf(m_tenures.back(), now);
    if (end >= now)
        return {};
    return LeaderlessGap{end, end, true, true, m_tenures.back().sequence()};
}

std::optional<size_t> Tenures::tenureOf(qint64 sequence) const
{
    const auto it = m_tenureOf.constFind(sequence);
    return it == m_tenureOf.cend() ? std::nullopt : std::optional(*it);
}

std::optional<std::pair<Instant, Instant>> Tenures::extent() const
{
    return m_first ? std::optional(std::pair(*m_first, m_latest)) : std::nullopt;
}

TenureSummary Tenures::summary(Instant now) const
{
    TenureSummary all = m_closed;
    const auto addGap = [&](const LeaderlessGap &gap) {
        const auto length = endOf(gap, now) - gap.from;
        ++all.gaps;
        all.longestGap = std::max(all.longestGap, length);
        all.leaderless += length;
    };
    if (!m_gaps.empty() && m_gaps.back().running)
        addGap(m_gaps.back());
    if (const auto silent = silentGap(now))
        addGap(*silent);
    if (!m_tenures.empty())
        all.longestTerm = std::max(all.longestTerm, endOf(m_tenures.back(), now) - m_tenures.back().from);
    return all;
}

} // namespace Elector
