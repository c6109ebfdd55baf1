// SPDX-License-Identifier: MIT
// What is done all the time, so that its instructions can be counted; see check. With --made-by it only says what it
// was made by. Does everything ELECTOR_ROUNDS times (10).
#include "elector/leadership_p.h"
#include "rules/candidate_p.h"
#include "sql/leasetable_p.h"
#include "sql/sqlconnection_p.h"

#include <QtCore/QtEndian>
#include <QtCore/QtGlobal>

#include <libpq-fe.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

using namespace Elector;
using namespace std::chrono_literals;

namespace {

constexpr Candidate::Time Start{1h};
constexpr int Batch = 500;

void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "hotpaths: not so: %s\n", what);
    std::exit(1);
}

int rounds()
{
    const int given = qEnvironmentVariableIntValue("ELECTOR_ROUNDS");
    return given > 0 ? given : 10;
}

Reply reply(Candidate::Time now, Verdict verdict)
{
    Reply reply;
    reply.outcome = Outcome::Answered;
    reply.verdict = verdict;
    reply.sentAt = reply.receivedAt = now;
    reply.serverTime = ServerTime(std::chrono::floor<std::chrono::microseconds>(now.time_since_epoch()));
    return reply;
}

Candidate leader()
{
    CandidateSettings settings;
    settings.instanceId = QStringLiteral("node.example.org:4711");
    settings.random = [] { return 0.5; };
    Candidate candidate(std::make_shared<CandidateSettings>(settings), 1, QStringLiteral("3kfd0w2a1b4cz"));
    candidate.start(Start);
    candidate.takeRequest(Start);
    candidate.reply(Start, reply(Start, Verdict::Read));
    const auto bid = candidate.takeRequest(Start);
    const auto *capture = bid ? std::get_if<CaptureRequest>(&bid->what) : nullptr;
    require(capture != nullptr, "a candidate bids for a free lock");
    Reply captured = reply(Start, Verdict::Captured);
    captured.row = RowState{capture->leaderId, 7, 10s, captured.serverTime + 10s};
    candidate.reply(Start, captured);
    return candidate;
}

std::vector<LeaseTable::Renewal> renewals()
{
    std::vector<LeaseTable::Renewal> renewals;
    for (int lock = 1; lock <= Batch; ++lock) {
        const QString leaderId = QStringLiteral("node.example.org:4711#3kfd0w2a1b4cz.%1").arg(lock);
        renewals.push_back({lock, {{leaderId, 4'398'046'511'104 + lock}, 10s, false}});
    }
    return renewals;
}

/// What the server answers to them, as libpq has it.
Execution answer()
{
    PGresult *const result = PQmakeEmptyPGresult(nullptr, PGRES_TUPLES_OK);
    std::array<PGresAttDesc, 4> columns{};
    static char column[] = "x";
    for (PGresAttDesc &each : columns)
        each = {column, 0, 0, 1, 20, 8, -1};
    require(PQsetResultAttrs(result, int(columns.size()), columns.data()) != 0, "libpq makes an answer");
    for (int row = 0; row < Batch; ++row) {
        const qint64 now = 820'000'000'000'000;
        const std::array<qint64, 4> values{row + 1, now, now + 10'000'000, 4'398'046'511'105 + row};
        for (int i = 0; i < int(values.size()); ++i) {
            std::array<char, 8> bytes{};
            qToBigEndian(values[std::size_t(i)], bytes.data());
            PQsetvalue(result, row, i, bytes.data(), int(bytes.size()));
        }
    }
    Execution execution;
    execution.outcome = Outcome::Answered;
    execution.rows = std::make_shared<const BinaryRows>(result);
    return execution;
}

} // namespace

// Counted by name, with all that they call.
extern "C" {

[[gnu::noinline]] bool hot_is_leader(const Leadership &leadership)
{
    return leadership.isLeader(BootClock::now());
}

[[gnu::noinline]] void hot_renewal_step(Candidate *candidate)
{
    const auto at = candidate->wakeAt();
    require(at.has_value(), "a leader wants to renew");
    candidate->setHolds(*at, 0);
    candidate->wake(*at);
    const auto request = candidate->takeRequest(*at);
    const auto *renewal = request ? std::get_if<RenewRequest>(&request->what) : nullptr;
    if (!renewal) { // or to clean up
        candidate->reply(*at, reply(*at, Verdict::Cleaned));
        return;
    }
    Reply renewed = reply(*at, Verdict::Renewed);
    renewed.row = RowState{renewal->key.leaderId, 7, 10s, renewed.serverTime + 10s};
    candidate->reply(*at, renewed);
    require(candidate->isLeading(*at), "it leads");
}

[[gnu::noinline]] void hot_batch_built(const std::vector<LeaseTable::Renewal> &all)
{
    require(LeaseTable::valuesOf(all).size() == 4, "four arrays are sent");
}

[[gnu::noinline]] void hot_batch_read(const Execution &execution, const std::vector<LeaseTable::Renewal> &all)
{
    const std::vector<Reply> replies = LeaseTable::repliesOf(execution, all);
    require(replies.back().verdict == Verdict::Renewed, "all are renewed");
}
}

int main(int argc, char **argv)
{
    if (argc == 2 && std::strcmp(argv[1], "--made-by") == 0) {
        std::printf("%s, Qt %s, libpq %d\n", ELECTOR_MADE_BY, qVersion(), PQlibVersion());
        return 0;
    }
    Leadership leadership([] {});
    {
        const auto frozen = leadership.freeze();
        leadership.gain({QStringLiteral("n#x.1"), 7}, BootClock::now() + 1h);
    }
    Candidate candidate = leader();
    const std::vector<LeaseTable::Renewal> all = renewals();
    const Execution execution = answer();
    for (int round = 0; round < rounds(); ++round) {
        for (int i = 0; i < 100; ++i)
            require(hot_is_leader(leadership), "it leads");
        for (int i = 0; i < 10; ++i)
            hot_renewal_step(&candidate);
        hot_batch_built(all);
        hot_batch_read(execution, all);
    }
    return 0;
}
