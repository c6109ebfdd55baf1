// SPDX-License-Identifier: MIT
#include "session/sessionworker_p.h"

#include <Elector/leaseconnection.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_set>
#include <utility>

namespace Elector {

using namespace std::chrono_literals;

namespace {

bool saysThatTheSchemaChanged(const QString &sqlState)
{
    // undefined table, column, function; cached plan; read-only; privilege
    static const std::array states = {"42P01", "42703", "42883", "0A000", "25006", "42501", "3F000"};
    return std::any_of(states.begin(), states.end(),
                       [&](const char *state) { return sqlState == QLatin1String(state); });
}

/// Whether to try the rows of a batch in smaller parts is of use. A server that is too slow is not made faster by more
/// statements, and what has changed for one has changed for all.
bool isRowsFault(const QString &sqlState)
{
    return sqlState != QLatin1String("57014") && !saysThatTheSchemaChanged(sqlState);
}

/// What a request expects the server's clock to show at most moves on while it waits here.
void expectLater(std::optional<ServerTime> *notAfter, BootClock::time_point since)
{
    if (*notAfter)
        **notAfter += std::chrono::duration_cast<std::chrono::microseconds>(BootClock::now() - since);
}

} // namespace

void Session::Worker::perform(std::vector<Job> jobs)
{
    std::vector<Job> renewals;
    std::vector<Job> releases;
    std::vector<Job> cleanUps;
    for (Job &job : jobs) {
        const auto &what = job.request.what;
        if (std::holds_alternative<RenewRequest>(what))
            renewals.push_back(std::move(job));
        else if (std::holds_alternative<ReleaseRequest>(what))
            releases.push_back(std::move(job));
        else if (std::holds_alternative<CaptureRequest>(what))
            m_captures.push_back(std::move(job));
        else if (std::holds_alternative<ReadRequest>(what))
            m_reads.push_back(std::move(job));
        else
            cleanUps.push_back(std::move(job));
    }
    // Renewals first: nothing may make a holder late.
    performRenewals(std::move(renewals));
    performReleases(releases);
    performCleanUps(std::move(cleanUps));
    workOffBacklog();
    if (!m_connection->isOpen())
        connectionGone();
}

/// Statement by statement, until there is a renewal that must not wait for the rest; at least one.
void Session::Worker::workOffBacklog()
{
    if (!hasBacklog())
        return;
    constexpr std::size_t mostCaptures = 500; // each takes a lock in the server's table of them
    constexpr std::size_t mostReads = 1000;
    do {
        // A holder that looks does not renew meanwhile. (More often, and what follows from looks would pile up.)
        if (m_captures.empty() || (m_capturesSinceRead >= 4 && !m_reads.empty())) {
            m_capturesSinceRead = 0;
            performReads(takeBatch(&m_reads, mostReads));
        } else {
            ++m_capturesSinceRead;
            performCaptures(takeBatch(&m_captures, mostCaptures));
        }
    } while (hasBacklog() && m_connection->isOpen() && !m_recheck && !hasNewWork());
}

std::vector<Session::Worker::Job> Session::Worker::takeBatch(std::deque<Job> *queue, std::size_t most)
{
    const auto end = queue->begin() + std::ptrdiff_t(std::min(most, queue->size()));
    std::vector<Job> batch(std::make_move_iterator(queue->begin()), std::make_move_iterator(end));
    queue->erase(queue->begin(), end);
    return batch;
}

void Session::Worker::performRenewals(std::vector<Job> renewals)
{
    const auto alone = std::stable_partition(renewals.begin(), renewals.end(), [](const Job &job) {
        return !std::get<RenewRequest>(job.request.what).alone;
    });
    const std::vector<Job> single(alone, renewals.end());
    renewals.erase(alone, renewals.end());
    if (renewals.size() == 1) {
        performOne(renewals.front());
    } else if (!renewals.empty() && m_table) {
        for (auto rest = renewals.begin(); rest != renewals.end();) {
            const auto end = rest + std::min(m_mostRenewals, renewals.end() - rest);
            renewTogether({rest, end});
            rest = end;
        }
    } else {
        for (const Job &job : renewals)
            performOne(job);
    }
    for (const Job &job : single)
        performOne(job);
}

void Session::Worker::renewTogether(const std::vector<Job> &renewals)
{
    std::vector<LeaseTable::Renewal> batch;
    for (const Job &job : renewals)
        batch.push_back({job.request.lockId, std::get<RenewRequest>(job.request.what)});
    const std::vector<Reply> replies = m_table->renewBatch(batch);
    std::vector<Job> failed;
    for (std::size_t i = 0; i < renewals.size(); ++i) {
        if (replies[i].outcome == Outcome::Failed && m_connection->isOpen() && isRowsFault(replies[i].error.sqlState))
            failed.push_back(renewals[i]);
        else
            answer(renewals[i], replies.at(i));
    }
    if (!replies.empty() && replies.front().error.sqlState == QLatin1String("57014"))
        m_mostRenewals = std::max(fewestRenewals, std::ssize(renewals) / 2);
    else if (failed.empty() && std::ssize(renewals) == m_mostRenewals)
        m_mostRenewals = std::min(mostRenewals, 2 * m_mostRenewals);
    renewHalves(std::move(failed), renewals.size());
}

/// One bad row must not take the others down, nor make them late: of a batch that failed as a whole its halves, until
/// it is alone.
void Session::Worker::renewHalves(std::vector<Job> failed, std::size_t of)
{
    const auto renew = [this](std::vector<Job> some) {
        if (some.size() == 1)
            performOne(some.front());
        else
            renewTogether(some);
    };
    if (failed.empty())
        return;
    if (failed.size() < of)
        return renew(std::move(failed));
    const auto middle = failed.begin() + std::max<std::ptrdiff_t>(1, std::ssize(failed) / 2);
    renew({failed.begin(), middle});
    if (middle != failed.end())
        renew({middle, failed.end()});
}

/// Many electors of a process end together.
void Session::Worker::performReleases(const std::vector<Job> &releases)
{
    constexpr std::ptrdiff_t most = 500; // others wait for these locks, and hear of it when all are gone
    for (auto rest = releases.begin(); rest != releases.end();) {
        const auto end = rest + std::min(most, releases.end() - rest);
        std::vector<LeaseTable::Release> batch;
        for (auto job = rest; job != end; ++job)
            batch.push_back({job->request.lockId, std::get<ReleaseRequest>(job->request.what)});
        const std::vector<Reply> replies = m_table ? m_table->releaseBatch(batch) : std::vector<Reply>(batch.size());
        for (std::size_t i = 0; i < batch.size(); ++i)
            answer(*(rest + std::ptrdiff_t(i)), replies[i]);
        rest = end;
    }
}

/// Where the server itself does not hold anybody off, only candidates do: what they wanted before they knew that
/// another server has taken over they must not get from this one.
void Session::Worker::refuseOldBids(std::vector<Job> *captures)
{
    const auto old = std::stable_partition(captures->begin(), captures->end(),
                                           [this](const Job &job) { return job.takeovers >= m_takeovers; });
    failAll({std::make_move_iterator(old), std::make_move_iterator(captures->end())},
            {ErrorCode::Database, QStringLiteral("Another server has taken over."), {}, {}});
    captures->erase(old, captures->end());
}

/// Of several electors here that want one lock, one bids; the others are told that somebody is bidding.
void Session::Worker::performCaptures(std::vector<Job> captures)
{
    refuseOldBids(&captures);
    if (captures.empty())
        return;
    std::unordered_map<int, std::size_t> bidders;
    std::vector<LeaseTable::Capture> bids;
    std::vector<const Job *> bidding;
    std::vector<std::pair<const Job *, std::size_t>> others; // and whose bid they wait for
    for (Job &job : captures) {
        auto &capture = std::get<CaptureRequest>(job.request.what);
        expectLater(&capture.notAfter, job.submittedAt);
        const auto [bidder, isFirst] = bidders.try_emplace(job.request.lockId, bids.size());
        if (!isFirst) {
            others.emplace_back(&job, bidder->second);
            continue;
        }
        bids.push_back({job.request.lockId, capture});
        bidding.push_back(&job);
    }
    std::vector<Reply> replies = m_table ? m_table->captureBatch(bids) : std::vector<Reply>(bids.size());
    for (std::size_t i = 0; i < bids.size(); ++i) {
        // One bad row must not take the others down.
        if (bids.size() > 1 && replies[i].outcome == Outcome::Failed && m_table && m_connection->isOpen()
            && isRowsFault(replies[i].error.sqlState))
            replies[i] = m_table->perform(bidding[i]->request);
        answer(*bidding[i], replies[i]);
    }
    for (const auto &[job, bid] : others) {
        Reply busy = replies[bid];
        if (busy.outcome == Outcome::Answered) {
            busy.verdict = Verdict::GateBusy;
            busy.row.reset();
        } else if (m_table && m_connection->isOpen()) {
            busy = m_table->perform(job->request);
        }
        answer(*job, busy);
    }
}

/// One look at a lock serves all who want to look at it now, and spares the others who wait for it a look of their own.
void Session::Worker::performReads(std::vector<Job> reads)
{
    std::unordered_map<int, std::size_t> places;
    std::vector<int> lockIds;
    for (const Job &job : reads) {
        if (places.try_emplace(job.request.lockId, lockIds.size()).second)
            lockIds.push_back(job.request.lockId);
    }
    const std::vector<Reply> replies = m_table ? m_table->readBatch(lockIds) : std::vector<Reply>(lockIds.size());
    const auto listeners = othersThan(reads, lockIds);
    for (const Job &job : reads)
        answer(job, replies[places.at(job.request.lockId)]);
    for (const auto &[lockId, listener] : listeners) {
        const Reply &reply = replies[places.at(lockId)];
        if (reply.outcome == Outcome::Answered)
            listener->overheard(reply);
    }
}

/// Who competes for these locks, by lock, and has asked for nothing here.
std::vector<std::pair<int, std::shared_ptr<SessionClient>>> Session::Worker::othersThan(const std::vector<Job> &jobs,
                                                                                        const std::vector<int> &lockIds)
{
    std::unordered_set<const SessionClient *> asking;
    for (const Job &job : jobs)
        asking.insert(job.client.get());
    std::vector<std::pair<int, std::shared_ptr<SessionClient>>> others;
    const std::lock_guard lock(m_mutex);
    for (const int lockId : lockIds) {
        const auto [begin, end] = m_electors.equal_range(lockId);
        std::copy_if(begin, end, std::back_inserter(others),
                     [&asking](const auto &each) { return !asking.contains(each.second.get()); });
    }
    return others;
}

/// One clean-up serves all electors here, for a while.
void Session::Worker::performCleanUps(std::vector<Job> jobs)
{
    if (jobs.empty())
        return;
    constexpr auto enough = 3s;
    Reply reply;
    if (m_cleanUp && BootClock::now() - m_cleanUp->sentAt < enough) {
        reply = *m_cleanUp;
    } else {
        expectLater(&std::get<CleanUpRequest>(jobs.front().request.what).notAfter, jobs.front().submittedAt);
        reply = m_table ? m_table->perform(jobs.front().request) : Reply();
        m_cleanUp = reply; // also if it failed: what would follow is more of that
    }
    for (const Job &job : jobs)
        answer(job, reply);
}

void Session::Worker::performOne(const Job &job)
{
    answer(job, m_table ? m_table->perform(job.request) : Reply());
}

void Session::Worker::answer(const Job &job, const Reply &reply)
{
    if (reply.outcome == Outcome::Failed && saysThatTheSchemaChanged(reply.error.sqlState))
        m_recheck = true;
    m_answered = m_answered || reply.outcome == Outcome::Answered;
    m_tooSlow = m_tooSlow || reply.error.code == ErrorCode::TimedOut;
    // Whoever leads has played it, and a holder's session does nothing that it need not do.
    if (reply.verdict == Verdict::Captured || reply.verdict == Verdict::Renewed)
        m_rehearsalDue.reset();
    if (reply.verdict == Verdict::Released)
        m_parting = std::chrono::steady_clock::now() + LeaseConnection::partingTime;
    job.client->replied(job.tag, reply);
}

void Session::Worker::failAll(std::vector<Job> jobs, const ElectorError &error)
{
    Reply reply;
    reply.outcome = Outcome::Failed; // never sent
    reply.sentAt = reply.receivedAt = BootClock::now();
    reply.error = error;
    for (const Job &job : jobs)
        job.client->replied(job.tag, reply);
}

} // namespace Elector
