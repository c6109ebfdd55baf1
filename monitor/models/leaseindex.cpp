// SPDX-License-Identifier: MIT
#include "leaseindex.h"

#include "displaytext.h"

#include <algorithm>
#include <iterator>

namespace Elector {

using namespace std::chrono;

namespace {

const LeaseSort byId;

// A renewal with less of its lease left is a near miss.
constexpr int nearMissDivisor = 4;
// How often what was a near miss, or flapping, is asked whether it still is.
constexpr auto judgingInterval = 10s;

microseconds sinceBoot(BootClock::time_point at)
{
    return duration_cast<microseconds>(at.time_since_epoch());
}

} // namespace

// ---- what happens -----------------------------------------------------------------------------------------------

LeaseLook LeaseLook::then(const LeaseLook &next) const
{
    const auto rowBefore = [](const LeaseRowPtr &a, const LeaseRowPtr &b) { return a->lease.lockId < b->lease.lockId; };
    auto rows = std::make_shared<std::vector<LeaseRowPtr>>();
    rows->reserve(changed->size() + next.changed->size());
    // Of two equal ones set_union takes the first range's.
    std::set_union(next.changed->begin(), next.changed->end(), changed->begin(), changed->end(),
                   std::back_inserter(*rows), rowBefore);
    std::erase_if(*rows, [&next, gone = next.removed->begin()](const LeaseRowPtr &row) mutable {
        gone = std::lower_bound(gone, next.removed->end(), row->lease.lockId);
        return gone != next.removed->end() && *gone == row->lease.lockId;
    });
    auto ids = std::make_shared<std::vector<int>>();
    std::set_union(next.removed->begin(), next.removed->end(), removed->begin(), removed->end(),
                   std::back_inserter(*ids));
    std::erase_if(*ids, [row = rows->begin(), end = rows->end()](int id) mutable {
        row = std::lower_bound(row, end, id, [](const LeaseRowPtr &a, int b) { return a->lease.lockId < b; });
        return row != end && (*row)->lease.lockId == id;
    });
    return {rows, ids, next.takenAt, complete || next.complete};
}

void LeaseIndex::take(const LeaseLook &look)
{
    m_news = true;
    m_takenAt = look.takenAt;
    m_now = std::max(m_now, look.takenAt);
    for (const LeaseRowPtr &row : *look.changed) {
        Slot &slot = m_slots[row->lease.lockId];
        replace(&slot, shownFor(row, &slot, m_hasSnapshot));
    }
    for (const int id : *look.removed)
        remove(id);
    m_hasSnapshot = m_hasSnapshot || look.complete; // what the first snapshot brings is not news
    advance();
    judgeAgain();
}

ShownLease LeaseIndex::shownFor(const LeaseRowPtr &row, Slot *slot, bool isNews)
{
    const Lease &lease = row->lease;
    const ShownLease *before = slot->lease.get();
    const bool sameTenure
        = before && before->row->lease.leaderId == lease.leaderId && before->row->lease.term == lease.term;
    ShownLease shown;
    shown.row = row;
    shown.span = lease.leaseDuration;
    if (shown.span <= 0us) { // nobody says how long the whole lease is: the most that was seen of this tenure
        shown.span = lease.remaining;
        if (sameTenure)
            shown.span = std::max(shown.span, before->span);
    }
    if (sameTenure) {
        shown.changedAt = before->changedAt;
    } else if (isNews) {
        shown.changedAt = m_takenAt;
        m_latestChange = std::max(m_latestChange, m_takenAt);
    }
    shown.holderKey = before && before->row->lease.leaderId == lease.leaderId
        ? before->holderKey
        : displayText(lease.leaderId).toCaseFolded();
    slot->past.noteHolder(lease.leaderId, m_takenAt);
    if (before) {
        if (const auto slack = LeasePast::slackOf(*before->row, *row))
            slot->past.noteSlack(*slack, m_takenAt);
    }
    judge(&shown, &slot->past);
    setGroupOf(&shown);
    return shown;
}

void LeaseIndex::judge(ShownLease *lease, LeasePast *past) const
{
    const auto slack = past->worstSlack(m_takenAt);
    lease->slack = slack ? std::optional(slack->value) : std::nullopt;
    lease->slackIsBound = slack && slack->isBound;
    lease->nearMiss = slack && slack->value * nearMissDivisor < lease->row->lease.leaseDuration;
    lease->flapping = past->isFlapping(m_takenAt);
}

void LeaseIndex::replace(Slot *slot, ShownLease lease)
{
    const int id = lease.row->lease.lockId;
    if (slot->lease)
        count(*slot->lease, -1);
    if (lease.nearMiss || lease.flapping)
        m_suspects.insert(id);
    else if (!m_suspects.empty())
        m_suspects.erase(id);
    slot->lease = std::make_shared<const ShownLease>(std::move(lease));
    count(*slot->lease, 1);
    watch(*slot->lease);
    touch(id, slot);
}

void LeaseIndex::remove(int lockId)
{
    const auto found = m_slots.find(lockId);
    if (found == m_slots.end() || !found->second.lease)
        return;
    count(*found->second.lease, -1);
    found->second.lease.reset();
    m_suspects.erase(lockId);
    touch(lockId, &found->second);
}

void LeaseIndex::touch(int lockId, Slot *slot)
{
    if (!std::exchange(slot->dirty, true))
        m_dirty.push_back(lockId);
}

/// Brings m_all up to date, and m_moves unless everything will be placed anew.
void LeaseIndex::flush()
{
    Moves all;
    for (const int id : std::exchange(m_dirty, {})) {
        const auto found = m_slots.find(id);
        Slot &slot = found->second;
        slot.dirty = false;
        if (slot.inAll)
            all.removed.push_back(LeaseOrder::entry(slot.inAll, byId));
        if (slot.lease)
            all.added.push_back(LeaseOrder::entry(slot.lease, byId));
        slot.inAll = slot.lease;
        if (!m_stale) {
            m_shown -= slot.accepted ? 1 : 0;
            if (std::exchange(slot.placed, false))
                m_moves.removed.push_back(std::exchange(slot.entry, {}));
            slot.accepted = slot.lease && m_matcher.matches(*slot.lease);
            m_shown += slot.accepted ? 1 : 0;
            slot.placed = slot.accepted && !isFolded(*slot.lease);
            if (slot.placed)
                m_moves.added.push_back(slot.entry = LeaseOrder::entry(slot.lease, m_sort));
        }
        if (!slot.lease)
            m_slots.erase(found);
    }
    if (!all.removed.empty() || !all.added.empty())
        m_all = m_all.with(std::move(all.removed), std::move(all.added), byId);
}

void LeaseIndex::count(const ShownLease &lease, int sign)
{
    static constexpr int LeaseTotals::*const states[]
        = {&LeaseTotals::held, &LeaseTotals::expired, &LeaseTotals::revoked,
           &LeaseTotals::free, &LeaseTotals::paused,  &LeaseTotals::reserved};
    m_totals.locks += sign;
    m_totals.*states[std::size_t(lease.shownState())] += sign;
    m_totals.nearMisses += lease.nearMiss ? sign : 0;
    m_totals.flapping += lease.flapping ? sign : 0;
}

// ---- time ---------------------------------------------------------------------------------------------------------

void LeaseIndex::watch(const ShownLease &lease)
{
    const auto expiry = lease.expiry();
    if (!expiry || lease.ranOut || lease.row->lease.state != LeaseState::Held)
        return;
    m_deadlines.emplace(*expiry, lease.row->lease.lockId);
    // Those of leases that were renewed since stay until then: now and again they are thrown out.
    if (m_deadlines.size() < 4 * m_slots.size() + 1000)
        return;
    std::vector<Deadline> valid;
    for (const auto &[id, slot] : m_slots) {
        if (slot.lease && !slot.lease->ranOut && slot.lease->row->lease.state == LeaseState::Held
            && slot.lease->expiry())
            valid.emplace_back(*slot.lease->expiry(), id);
    }
    m_deadlines = decltype(m_deadlines)(std::greater<>(), std::move(valid));
}

void LeaseIndex::setNow(BootClock::time_point now)
{
    const bool back = now < m_now;
    m_now = now;
    if (back)
        goBack();
    else
        advance();
}

void LeaseIndex::advance()
{
    while (!m_deadlines.empty() && m_deadlines.top().first <= sinceBoot(m_now)) {
        const Deadline deadline = m_deadlines.top();
        m_deadlines.pop();
        const auto found = m_slots.find(deadline.second);
        const ShownLeasePtr known = found == m_slots.end() ? ShownLeasePtr() : found->second.lease;
        if (!known || known->expiry() != deadline.first || known->ranOut || known->row->lease.state != LeaseState::Held)
            continue;
        ShownLease lease = *known;
        lease.ranOut = true;
        ++m_ranOutCount;
        replace(&found->second, std::move(lease));
    }
}

/// Rare (the window has lost its connection), so that nobody keeps a list of those that ran out: in a large table they
/// can be all of them.
void LeaseIndex::goBack()
{
    for (auto &[id, slot] : m_slots) {
        if (!slot.lease || !slot.lease->ranOut || slot.lease->expiry() <= sinceBoot(m_now))
            continue;
        ShownLease lease = *slot.lease;
        lease.ranOut = false;
        replace(&slot, std::move(lease));
    }
}

/// A near miss, and changes of holder, are forgotten after a while.
void LeaseIndex::judgeAgain()
{
    if (m_takenAt - m_judgedAt < judgingInterval)
        return;
    m_judgedAt = m_takenAt;
    const std::set<int> suspects = m_suspects;
    for (const int id : suspects) {
        Slot &slot = m_slots.at(id);
        ShownLease lease = *slot.lease;
        judge(&lease, &slot.past);
        if (lease.nearMiss != slot.lease->nearMiss || lease.flapping != slot.lease->flapping)
            replace(&slot, std::move(lease));
    }
}

void LeaseIndex::clear()
{
    LeaseIndex empty;
    empty.m_sort = m_sort;
    empty.m_filter = m_filter;
    empty.m_matcher = m_matcher;
    empty.m_now = m_now;
    empty.m_news = true;
    *this = std::move(empty);
}

// ---- what is wished for -------------------------------------------------------------------------------------------

void LeaseIndex::setFilter(const LeaseFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_matcher = LeaseMatcher(filter);
    m_stale = true;
}

void LeaseIndex::setSort(int column, bool descending)
{
    const LeaseSort sort{column, descending, m_sort.grouped};
    m_stale = m_stale || sort != m_sort;
    m_sort = sort;
}

void LeaseIndex::setGrouping(LeaseGrouping grouping)
{
    const bool grouped = grouping != LeaseGrouping::None;
    if (grouped == m_sort.grouped)
        return;
    m_sort.grouped = grouped;
    m_groups.clear();
    m_stale = true;
    for (auto &[id, slot] : m_slots) {
        if (!slot.lease)
            continue;
        ShownLease lease = *slot.lease;
        setGroupOf(&lease);
        slot.lease = std::make_shared<const ShownLease>(std::move(lease));
        touch(id, &slot);
    }
}

void LeaseIndex::toggleGroup(const QString &group)
{
    const auto found = m_groups.find(group);
    if (found == m_groups.end())
        return;
    found->second.collapsed = !found->second.collapsed;
    m_stale = true;
}

// Nobody's locks come last.
void LeaseIndex::setGroupOf(ShownLease *lease) const
{
    if (!m_sort.grouped)
        lease->group = QString();
    else if (lease->row->lease.leaderId.isEmpty())
        lease->group = QString(QChar(char16_t(0xffff)));
    else
        lease->group = displayText(lease->row->lease.instanceId());
}

bool LeaseIndex::isFolded(const ShownLease &lease) const
{
    if (!m_sort.grouped)
        return false;
    const auto group = m_groups.find(lease.group);
    return group != m_groups.cend() && group->second.collapsed;
}

// ---- the view -----------------------------------------------------------------------------------------------------

/// Counts what stands above each group; the one thing that looks at every lock whenever one has changed.
void LeaseIndex::summarize()
{
    for (auto &[name, group] : m_groups)
        group.summary = {{}, 0, 0, {}, group.collapsed};
    auto known = m_groups.end();
    for (const auto &[id, slot] : m_slots) {
        if (!slot.accepted)
            continue;
        const ShownLease &lease = *slot.lease;
        if (known == m_groups.end() || known->first != lease.group)
            known = m_groups.try_emplace(lease.group).first;
        LeaseGroup &summary = known->second.summary;
        if (summary.locks++ == 0)
            summary.instance = lease.row->lease.instanceId();
        summary.troubled += lease.isTroubled() ? 1 : 0;
        if (const auto expiry = lease.expiry(); expiry && !lease.ranOut)
            summary.soonestExpiry = std::min(*expiry, summary.soonestExpiry.value_or(*expiry));
    }
    for (auto it = m_groups.begin(); it != m_groups.end();) {
        auto &[name, group] = *it;
        const bool empty = group.summary.locks == 0;
        const bool same = group.placed && *group.entry.lease->summary == group.summary;
        if (group.placed && (empty || !same)) {
            m_moves.removed.push_back(std::exchange(group.entry, {}));
            group.placed = false;
        }
        if (!empty && !same) {
            ShownLease header;
            header.group = name;
            header.summary = group.summary;
            group.id = group.id == 0 ? m_nextGroup++ : group.id;
            group.entry = {group.id, 0, std::make_shared<const ShownLease>(std::move(header))};
            group.placed = true;
            m_moves.added.push_back(group.entry);
        }
        // One that is folded is remembered, in case its locks come back.
        it = empty && !group.collapsed ? m_groups.erase(it) : std::next(it);
    }
}

bool LeaseIndex::rebuild(const std::function<bool()> &cancelled)
{
    constexpr std::size_t askedEvery = 256;
    std::vector<LeaseOrder::Entry> entries;
    entries.reserve(m_slots.size());
    m_moves = {};
    m_shown = 0;
    std::size_t looked = 0;
    for (auto &[id, slot] : m_slots) {
        if (++looked % askedEvery == 0 && cancelled())
            return false;
        slot.accepted = m_matcher.matches(*slot.lease);
        m_shown += slot.accepted ? 1 : 0;
        slot.placed = slot.accepted && !isFolded(*slot.lease);
        slot.entry = slot.placed ? LeaseOrder::entry(slot.lease, m_sort) : LeaseOrder::Entry();
        if (slot.placed)
            entries.push_back(slot.entry);
    }
    std::optional<LeaseOrder> order = LeaseOrder::sorted(std::move(entries), m_sort, cancelled);
    if (!order)
        return false;
    m_order = *std::move(order);
    for (auto &[name, group] : m_groups)
        group.placed = false;
    m_stale = false;
    return true;
}

std::shared_ptr<const LeaseListing> LeaseIndex::view(const std::function<bool()> &cancelled)
{
    flush();
    if (m_stale && !rebuild(cancelled))
        return {};
    if (m_sort.grouped)
        summarize();
    if (!m_moves.removed.empty() || !m_moves.added.empty()) {
        Moves moves = std::exchange(m_moves, {});
        m_order = m_order.with(std::move(moves.removed), std::move(moves.added), m_sort);
    }
    m_news = false;
    auto view = std::make_shared<LeaseListing>();
    view->order = m_order;
    view->all = m_all;
    view->sort = m_sort;
    view->totals = m_totals;
    view->shown = m_shown;
    view->takenAt = m_takenAt;
    view->latestChange = m_latestChange;
    view->ranOut = m_ranOutCount;
    return view;
}

} // namespace Elector
