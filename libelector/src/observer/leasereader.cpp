// SPDX-License-Identifier: MIT
#include "observer/leasereader_p.h"

#include "observer/disposal_p.h"
#include "sql/lockinspector_p.h"
#include "sql/sqlconnection_p.h"

#include <algorithm>
#include <limits>

namespace Elector {

using namespace std::chrono_literals;
using std::chrono::duration_cast;
using std::chrono::microseconds;

namespace {

constexpr int firstPage = 200; // what a window shows at first, at once
constexpr int laterPage = 20'000;
constexpr int looksBetweenFull = 60;
constexpr auto clockStep = 100ms;
// A row's xmin has 32 bits: beyond half of them nobody can say what is old.
constexpr qint64 comparable = qint64(1) << 30;

int idOf(const LeaseRowPtr &row)
{
    return row->lease.lockId;
}

/// Both by lock id; where a lock is in both, what came later counts.
std::vector<LeaseRowPtr> merged(std::vector<LeaseRowPtr> earlier, std::vector<LeaseRowPtr> later)
{
    if (earlier.empty())
        return later;
    std::vector<LeaseRowPtr> all;
    all.reserve(earlier.size() + later.size());
    auto it = earlier.begin();
    for (LeaseRowPtr &row : later) {
        while (it != earlier.end() && idOf(*it) < idOf(row))
            all.push_back(std::move(*it++));
        if (it != earlier.end() && idOf(*it) == idOf(row))
            ++it;
        all.push_back(std::move(row));
    }
    all.insert(all.end(), std::make_move_iterator(it), std::make_move_iterator(earlier.end()));
    return all;
}

} // namespace

LeaseReader::LeaseReader(const QString &schema, int most)
    : m_schema(schema)
    , m_most(most)
    , m_last(std::numeric_limits<int>::max())
{
}

void LeaseReader::distrust()
{
    m_baseline.reset();
    m_gathering.reset();
}

LeaseReader::Result LeaseReader::look(const Session::Access &access, bool changesWanted)
{
    const ServerFacts &facts = access.facts.server;
    m_anyBackend = access.connection.sendsWhole();
    if (std::exchange(m_level, facts.level) != facts.level)
        distrust();
    if (m_looks >= looksBetweenFull)
        m_baseline.reset();
    if (!m_gathering || !m_gathering->after) {
        CandidateCount candidates = LockInspector(access.connection, m_schema, facts.level).candidates(facts);
        m_recount = m_recount || !candidates.isLike(m_candidates);
        m_candidates = std::move(candidates);
    }
    LeaseRows reading(access.connection, m_schema, facts.level);
    Result result;
    Update update{m_rows, {}, {}};
    const LeaseRows::Totals leases = m_leases;
    const LeaseRows::Totals locks = m_locks;
    result.error = m_baseline ? readChanges(&reading, &update, &result) : nextPage(&reading, &update, &result);
    if (result.error) {
        m_gathering.reset();
        m_leases = leases;
        m_locks = locks;
        return result;
    }
    if (result.more && m_complete) // all of it is compared at the end
        return result;
    passTime(&update);
    if (!result.more && std::exchange(m_recount, false))
        recount(&update);
    publish(std::move(update), !result.more, changesWanted, &result);
    return result;
}

// ---- reading everything ----------------------------------------------------------------------------------------

ElectorError LeaseReader::nextPage(LeaseRows *reading, Update *update, Result *result)
{
    if (!m_gathering)
        m_gathering.emplace();
    const auto known = qint64(m_complete ? std::ssize(m_gathering->rows) : update->rows.size());
    const int page = m_started ? laterPage : firstPage;
    const int limit = int(std::min<qint64>(page, m_most - known + 1)); // one more tells whether there are too many
    const qint64 after = m_gathering->after.value_or(std::numeric_limits<qint64>::min());
    const LeaseRows::Answer answer = reading->page(after, limit);
    result->sentAt = m_sentAt = answer.read.sentAt;
    result->receivedAt = answer.read.receivedAt;
    if (answer.read.error)
        return answer.read.error;
    result->serverTime = m_now = answer.moment.now;
    if (!m_gathering->after)
        m_gathering->begin = answer.moment;
    std::vector<LeaseRowPtr> changed;
    const bool limited = known + answer.count > m_most;
    qint64 last = answer.last;
    qint64 taken = known;
    for (const LeaseRows::Part &part : answer.parts) {
        if (++taken > m_most)
            break;
        LeaseRow row;
        LeaseRows::fill(&row, answer, part);
        const LeaseRowPtr before = update->rows.find(part.lockId);
        const LeaseRowPtr now = made(std::move(row), before);
        last = part.lockId;
        if (m_complete)
            m_gathering->rows.push_back(now ? now : before);
        else if (now)
            changed.push_back(now);
    }
    if (!m_complete)
        add(update, std::move(changed), {});
    m_gathering->after = last;
    result->more = answer.count == limit && !limited;
    if (!result->more)
        finishGathering(update, last, limited);
    return {};
}

void LeaseReader::finishGathering(Update *update, qint64 last, bool limited)
{
    if (m_complete) {
        std::vector<LeaseRowPtr> changed;
        std::vector<int> removed;
        auto it = m_gathering->rows.cbegin();
        const auto end = m_gathering->rows.cend();
        update->rows.forEach([&](const LeaseRowPtr &known) {
            while (it != end && idOf(*it) < idOf(known))
                changed.push_back(*it++);
            if (it == end || idOf(*it) != idOf(known))
                removed.push_back(idOf(known));
            else if (const LeaseRowPtr &row = *it++; row != known)
                changed.push_back(row);
        });
        changed.insert(changed.end(), it, end);
        add(update, std::move(changed), std::move(removed));
    }
    m_baseline = m_gathering->begin;
    m_gathering.reset();
    m_looks = 0;
    m_last = limited ? int(last) : std::numeric_limits<int>::max();
    m_limitation = {};
    if (limited)
        m_limitation = {ErrorCode::Refused,
                        QStringLiteral("There are more than %1 locks: only the first %1 by id are shown.").arg(m_most),
                        QStringLiteral("Delete locks that nobody uses any more from leader_lease_lock, or give each "
                                       "application a schema of its own."),
                        {}};
}

// ---- reading what has changed -----------------------------------------------------------------------------------

bool LeaseReader::isTrusted(const LeaseRows::Moment &moment) const
{
    return (moment.backend == m_baseline->backend || m_anyBackend) && moment.inRecovery == m_baseline->inRecovery
        && moment.startedAt == m_baseline->startedAt && moment.oldestTransaction >= m_baseline->oldestTransaction
        && moment.oldestTransaction - m_baseline->oldestTransaction < comparable;
}

ElectorError LeaseReader::readChanges(LeaseRows *reading, Update *update, Result *result)
{
    const LeaseRows::Answer answer = reading->changes(m_baseline->oldestTransaction, m_last);
    result->sentAt = m_sentAt = answer.read.sentAt;
    result->receivedAt = answer.read.receivedAt;
    if (answer.read.error)
        return answer.read.error;
    if (!isTrusted(answer.moment)) {
        distrust();
        result->more = true;
        return {};
    }
    ++m_looks;
    result->serverTime = m_now = answer.moment.now;
    std::vector<LeaseRowPtr> changed;
    changed.reserve(answer.parts.size());
    for (const LeaseRows::Part &part : answer.parts) {
        const LeaseRowPtr before = update->rows.find(part.lockId);
        LeaseRow row = before ? *before : LeaseRow();
        LeaseRows::fill(&row, answer, part);
        if (LeaseRowPtr now = made(std::move(row), before))
            changed.push_back(std::move(now));
    }
    add(update, std::move(changed), {});
    if (m_leases != answer.leases || m_locks != answer.locks) {
        if (const ElectorError error = findDeleted(reading, update))
            return error;
    }
    m_baseline = answer.moment;
    const auto boot = [](BootClock::time_point at) { return duration_cast<microseconds>(at.time_since_epoch()); };
    const std::pair clock(m_now - boot(result->receivedAt), m_now - boot(result->sentAt));
    if (m_clock && (clock.second + clockStep < m_clock->first || clock.first > m_clock->second + clockStep)) {
        restamp(update);
        m_clock.reset();
    }
    if (!m_clock)
        m_clock = clock;
    return {};
}

ElectorError LeaseReader::findDeleted(LeaseRows *reading, Update *update)
{
    const LeaseRows::Ids ids = reading->ids(m_last);
    if (ids.read.error)
        return ids.read.error;
    std::vector<LeaseRowPtr> changed;
    std::vector<int> removed;
    auto lease = ids.leases.cbegin();
    auto lock = ids.locks.cbegin();
    const auto holds = [](auto *it, auto end, int id) {
        while (*it != end && **it < id)
            ++*it;
        return *it != end && **it == id;
    };
    update->rows.forEach([&](const LeaseRowPtr &known) {
        const bool hasLease = holds(&lease, ids.leases.cend(), idOf(known));
        const bool hasLock = holds(&lock, ids.locks.cend(), idOf(known));
        const bool lostLease = known->lease.state != LeaseState::Free && !hasLease;
        const bool lostLock = known->listed && !hasLock;
        if (!lostLease && !lostLock)
            return;
        LeaseRow row = *known;
        if (lostLease)
            LeaseRows::takeLease(&row);
        if (lostLock)
            LeaseRows::takeLock(&row);
        if (row.lease.state == LeaseState::Free && !row.listed)
            removed.push_back(idOf(known));
        else if (LeaseRowPtr now = made(std::move(row), known))
            changed.push_back(std::move(now));
    });
    add(update, std::move(changed), std::move(removed));
    return {};
}

// ---- building the next snapshot ---------------------------------------------------------------------------------

/// The row as it is now; null if it is what it was before.
LeaseRowPtr LeaseReader::made(LeaseRow row, const LeaseRowPtr &before) const
{
    LeaseRows::settle(&row, m_now, m_sentAt);
    row.lease.candidates = m_candidates.of(row.lease);
    if (before && LeaseRows::areSame(row, *before))
        return {};
    return std::make_shared<const LeaseRow>(std::move(row));
}

void LeaseReader::count(const LeaseRowPtr &row, int sign)
{
    if (!row)
        return;
    const auto add = [&](LeaseRows::Totals *totals) {
        totals->count += sign;
        totals->sum += qint64(sign) * idOf(row);
    };
    if (row->lease.state != LeaseState::Free)
        add(&m_leases);
    if (row->listed)
        add(&m_locks);
}

void LeaseReader::add(Update *update, std::vector<LeaseRowPtr> changed, std::vector<int> removed)
{
    if (changed.empty() && removed.empty())
        return;
    for (const LeaseRowPtr &row : changed) {
        count(update->rows.find(idOf(row)), -1);
        count(row, 1);
    }
    for (const int id : removed)
        count(update->rows.find(id), -1);
    watchDeadlines(changed);
    update->rows = update->rows.with(changed, removed);
    if (!removed.empty()) {
        std::erase_if(update->changed, [&](const LeaseRowPtr &row) {
            return std::binary_search(removed.cbegin(), removed.cend(), idOf(row));
        });
        const auto middle = update->removed.insert(update->removed.end(), removed.cbegin(), removed.cend());
        std::inplace_merge(update->removed.begin(), middle, update->removed.end());
    }
    update->changed = merged(std::move(update->changed), std::move(changed));
}

void LeaseReader::watchDeadlines(const std::vector<LeaseRowPtr> &rows)
{
    const auto watch = [this](const LeaseRowPtr &row) {
        if (row->lease.state != LeaseState::Free && row->expiresAt > m_now && row->expiresAt != microseconds::max())
            m_deadlines.emplace(row->expiresAt, idOf(row));
        if (row->reservedUntil > m_now && row->reservedUntil != microseconds::max())
            m_deadlines.emplace(row->reservedUntil, idOf(row));
    };
    for (const LeaseRowPtr &row : rows)
        watch(row);
    // Those of rows that were renewed since stay until then: now and again they are thrown out.
    if (qsizetype(m_deadlines.size()) > 4 * m_rows.size() + 2 * std::ssize(rows) + 1000) {
        m_deadlines = {};
        m_rows.forEach(watch);
        for (const LeaseRowPtr &row : rows)
            watch(row);
    }
}

/// What ended by itself since the last look: leases and reservations.
void LeaseReader::passTime(Update *update)
{
    std::vector<int> due;
    while (!m_deadlines.empty() && m_deadlines.top().first <= m_now) {
        due.push_back(m_deadlines.top().second);
        m_deadlines.pop();
    }
    std::sort(due.begin(), due.end());
    due.erase(std::unique(due.begin(), due.end()), due.end());
    std::vector<LeaseRowPtr> changed;
    for (const int id : due) {
        const LeaseRowPtr row = update->rows.find(id);
        if (!row)
            continue;
        if (LeaseRowPtr now = made(*row, row))
            changed.push_back(std::move(now));
    }
    add(update, std::move(changed), {});
}

void LeaseReader::recount(Update *update)
{
    std::vector<LeaseRowPtr> changed;
    update->rows.forEach([&](const LeaseRowPtr &row) {
        if (m_candidates.of(row->lease) == row->lease.candidates)
            return;
        LeaseRow now = *row;
        now.lease.candidates = m_candidates.of(row->lease);
        changed.push_back(std::make_shared<const LeaseRow>(std::move(now)));
    });
    add(update, std::move(changed), {});
}

/// The server's clock was set: what is left of each lease is not what it was.
void LeaseReader::restamp(Update *update)
{
    std::vector<LeaseRowPtr> changed;
    update->rows.forEach([&](const LeaseRowPtr &row) {
        LeaseRow now = *row;
        LeaseRows::settle(&now, m_now, m_sentAt);
        changed.push_back(std::make_shared<const LeaseRow>(std::move(now)));
    });
    add(update, std::move(changed), {});
}

QList<LeaseChange> LeaseReader::changesOf(const Update &update) const
{
    QList<LeaseChange> changes;
    const auto tell = [&](const LeaseRowPtr &row) {
        const LeaseRowPtr before = m_told.find(idOf(row));
        if (before)
            changes.append({LeaseChange::Changed, leaseAt(*row, m_now), leaseAt(*before, m_toldAt)});
        else
            changes.append({LeaseChange::Added, leaseAt(*row, m_now), std::nullopt});
    };
    if (m_complete) {
        for (const LeaseRowPtr &row : update.changed)
            tell(row);
    } else {
        update.rows.forEach(tell);
    }
    for (const int id : update.removed) {
        if (const LeaseRowPtr row = m_told.find(id))
            changes.append({LeaseChange::Removed, leaseAt(*row, m_toldAt), leaseAt(*row, m_toldAt)});
    }
    return changes;
}

void LeaseReader::publish(Update update, bool complete, bool changesWanted, Result *result)
{
    if (complete && changesWanted)
        result->changes = changesOf(update);
    if (complete) {
        m_told = update.rows;
        m_toldAt = m_now;
        m_complete = true;
    }
    m_rows = update.rows;
    auto data = std::make_unique<LeaseSnapshot::Data>();
    data->rows = std::move(update.rows);
    data->takenAt = m_sentAt;
    data->serverTime = m_now;
    data->complete = complete;
    data->startsOver = !std::exchange(m_started, true);
    data->limitation = m_limitation;
    data->changed = std::move(update.changed);
    data->removed = std::move(update.removed);
    LeaseSnapshot snapshot;
    snapshot.d = Disposal::shared(std::move(data));
    result->snapshot = std::move(snapshot);
}

} // namespace Elector
