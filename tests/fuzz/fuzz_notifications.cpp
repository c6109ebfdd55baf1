// SPDX-License-Identifier: MIT
// Anybody who may connect to the database can send notifications: lines of them, each for a holder, must not move it.
#include "fuzzing.h"

#include "rules/candidate_p.h"
#include "session/notice_p.h"

using namespace Elector;
using namespace std::chrono_literals;

namespace {

CandidateSettings settings()
{
    CandidateSettings settings;
    settings.instanceId = QStringLiteral("n");
    settings.random = [] { return 0.5; };
    return settings;
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

/// Leads since `now`, with term 7.
Candidate leader(Candidate::Time now)
{
    Candidate candidate(std::make_shared<CandidateSettings>(settings()), 1, QStringLiteral("i"));
    candidate.start(now);
    candidate.takeRequest(now);
    candidate.reply(now, reply(now, Verdict::Read));
    const auto bid = candidate.takeRequest(now);
    const auto *capture = bid ? std::get_if<CaptureRequest>(&bid->what) : nullptr;
    Fuzzing::require(capture, "a candidate bids for a free lock");
    Reply captured = reply(now, Verdict::Captured);
    captured.row = RowState{capture->leaderId, 7, 10s, captured.serverTime + 10s};
    candidate.reply(now, captured);
    return candidate;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr Candidate::Time start{1h};
    Candidate candidate = leader(start);
    Fuzzing::require(candidate.isLeading(start), "it leads");
    const auto key = candidate.tenure();
    Candidate::Time now = start;
    for (const QByteArray &payload : Fuzzing::bytes(data, size).split('\n')) {
        const auto notice = parseNotice(payload);
        if (!notice)
            continue;
        now += 1ms;
        for (const Candidate::Event &event : candidate.hint(now, notice->hint)) {
            Fuzzing::require(!std::holds_alternative<Candidate::Extended>(event)
                                 && !std::holds_alternative<Candidate::Gained>(event),
                             "a notification is not trusted");
        }
        Fuzzing::require(candidate.tenure() == key || now >= start + 8750ms, "a notification takes nothing away");
    }
    Fuzzing::require(!candidate.isLeading(start + 8750ms), "a notification prolongs nothing");
    return 0;
}
