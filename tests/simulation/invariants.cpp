// SPDX-License-Identifier: MIT
#include "simulation/invariants.h"

#include "simulation/simulatednode.h"
#include "texts.h"

namespace Elector::Simulation {

void Invariants::violated(Moment now, const QString &who, const QString &what)
{
    if (m_violation.isEmpty())
        m_violation = QStringLiteral("at %1 %2: %3").arg(Texts::span(now), who, what);
}

void Invariants::violated(Moment now, const SimulatedNode &node, const QString &what)
{
    violated(now, QStringLiteral("node ") + node.name(), what);
}

void Invariants::note(Moment now, const SimulatedNode &node, const Candidate::Event &event)
{
    Book &book = m_books[&node];
    if (const auto *gained = std::get_if<Candidate::Gained>(&event)) {
        ++m_gains;
        const QString &name = gained->key.leaderId;
        if (book.leading)
            violated(now, node, QStringLiteral("gained %1 without having lost %2").arg(name, book.leading->leaderId));
        if (m_everGained.contains(name))
            violated(now, node, QStringLiteral("gained %1 for the second time").arg(name));
        if (book.released.contains(name))
            violated(now, node, QStringLiteral("gained %1 after its release was sent").arg(name));
        if (gained->key.term && *gained->key.term <= m_lastTerm && !m_excused.contains(name))
            violated(now, node, QStringLiteral("the term did not grow"));
        m_lastTerm = std::max(m_lastTerm, gained->key.term.value_or(0));
        m_everGained.insert(name);
        book.leading = gained->key;
    } else if (const auto *lost = std::get_if<Candidate::Lost>(&event)) {
        if (!book.leading)
            violated(now, node, QStringLiteral("lost what it did not have"));
        if (lost->reason == LossReason::None)
            violated(now, node, QStringLiteral("lost for no reason"));
        book.leading.reset();
    } else if (std::holds_alternative<Candidate::Stopped>(event) && book.leading) {
        violated(now, node, QStringLiteral("stopped while leading"));
    }
}

void Invariants::note(Moment now, const SimulatedNode &node, const Request &request)
{
    Book &book = m_books[&node];
    book.requests.push_back(now);
    while (book.requests.front() < now - Moment(node.settings().lease))
        book.requests.pop_front();
    if (std::ssize(book.requests) > MostRequestsPerLease)
        violated(now, node, QStringLiteral("more than %1 requests within one lease").arg(MostRequestsPerLease));

    if (const auto *release = std::get_if<ReleaseRequest>(&request.what)) {
        book.released.insert(release->key.leaderId);
        if (node.heldLeaderIds().contains(release->key.leaderId))
            violated(now, node, QStringLiteral("gives %1 up while work holds it").arg(release->key.leaderId));
    } else if (const auto *renew = std::get_if<RenewRequest>(&request.what)) {
        if (book.released.contains(renew->key.leaderId))
            violated(now, node, QStringLiteral("renews %1 after its release was sent").arg(renew->key.leaderId));
    } else if (const auto *capture = std::get_if<CaptureRequest>(&request.what)) {
        if (m_everBid.contains(capture->leaderId))
            violated(now, node, QStringLiteral("bids a second time as %1").arg(capture->leaderId));
        if (!capture->notAfter)
            violated(now, node, QStringLiteral("bids without an end"));
        if (!node.heldLeaderIds().isEmpty())
            violated(now, node, QStringLiteral("bids while earlier work goes on"));
        m_everBid.insert(capture->leaderId, capture->lease);
    } else if (const auto *cleanUp = std::get_if<CleanUpRequest>(&request.what)) {
        if (!cleanUp->notAfter)
            violated(now, node, QStringLiteral("cleans up without an end"));
    }
}

void Invariants::excuseLeasesAbove(std::chrono::milliseconds lease)
{
    for (auto bid = m_everBid.cbegin(); bid != m_everBid.cend(); ++bid) {
        if (bid.value() > lease)
            m_excused.insert(bid.key());
    }
}

void Invariants::noteWakeAt(Moment now, const SimulatedNode &node)
{
    const auto wakeAt = node.candidate().wakeAt();
    if (wakeAt && *wakeAt <= node.localTime(now))
        violated(now, node, QStringLiteral("wants to be woken in the past, and has nothing to do"));
    if (!wakeAt && !node.isWaitingForReply() && node.candidate().state() != ElectorState::Stopped)
        violated(now, node, QStringLiteral("sleeps for ever"));
}

void Invariants::noteTerm(Moment now, const QString &leaderId, std::int64_t term)
{
    if (term <= m_lastCaptured)
        violated(now, QStringLiteral("the database"), QStringLiteral("gives %1 a term that is not new").arg(leaderId));
    m_lastCaptured = std::max(m_lastCaptured, term);
}

void Invariants::noteWrite(Moment now, const SimulatedNode &node, std::int64_t term, std::int64_t writtenBefore,
                           std::int64_t termOfLock)
{
    if (term < writtenBefore)
        violated(now, node, QStringLiteral("wrote under a term lower than one before"));
    if (term != termOfLock)
        violated(now, node, QStringLiteral("wrote beside a take-over"));
}

void Invariants::check(Moment now, const std::vector<const SimulatedNode *> &nodes)
{
    const SimulatedNode *leader = nullptr;
    for (const SimulatedNode *node : nodes) {
        if (!node->isLeading(now) || m_excused.contains(node->leaderId()))
            continue;
        if (leader)
            violated(now, *node,
                     QStringLiteral("leads as %1 while %2 leads as %3")
                         .arg(node->leaderId(), leader->name(), leader->leaderId()));
        leader = node;
    }
    if (!leader)
        return;
    for (const SimulatedNode *node : nodes) {
        if (node != leader && node->isWorking())
            checkWork(now, *node, *leader);
    }
}

/// Work that drains counts on the row until its deadline: nobody else may lead before that.
void Invariants::checkWork(Moment now, const SimulatedNode &node, const SimulatedNode &leader)
{
    for (const QString &leaderId : node.trustedLeaderIds(now)) {
        if (!m_excused.contains(leaderId))
            violated(
                now, node,
                QStringLiteral("works under %1 while %2 leads as %3").arg(leaderId, leader.name(), leader.leaderId()));
    }
}

} // namespace Elector::Simulation
