// SPDX-License-Identifier: MIT
#pragma once

#include "simulation/timeline.h"

#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtCore/QStringList>

#include <deque>
#include <map>
#include <optional>

namespace Elector::Simulation {

class SimulatedNode;

/// What must hold at every step of every schedule. Keeps the first violation; knows more than any node does.
class Invariants
{
public:
    /// How many requests a node may send within one lease: far above what any schedule needs, far below a hot loop.
    static constexpr int MostRequestsPerLease = 1000;

    bool hold() const { return m_violation.isEmpty(); }
    QString violation() const { return m_violation; }

    void note(Moment now, const SimulatedNode &node, const Candidate::Event &event);
    void note(Moment now, const SimulatedNode &node, const Request &request);
    /// The database committed a capture: a term belongs to one holder, whatever was lost in a fail-over.
    void noteTerm(Moment now, const QString &leaderId, std::int64_t term);
    /// Guarded work was committed: never under a lower term than what was written before, and never beside a take-over.
    void noteWrite(Moment now, const SimulatedNode &node, std::int64_t term, std::int64_t writtenBefore,
                   std::int64_t termOfLock);
    /// After each input of `node`, when it has given its request.
    void noteWakeAt(Moment now, const SimulatedNode &node);
    /// After each step: never two at the same true time, and no work of one while another leads.
    void check(Moment now, const std::vector<const SimulatedNode *> &nodes);

    /// The process died: it owes nothing any more.
    void forget(const SimulatedNode &node) { m_books.erase(&node); }
    /// The operator chose the dangerous way: this tenure may overlap with its successor, until its deadline.
    void excuse(const QString &leaderId) { m_excused.insert(leaderId); }
    /// A fail-over lost commits, and nobody waits for leases that are longer than that: nothing but the term is
    /// promised of such tenures from before.
    void excuseLeasesAbove(std::chrono::milliseconds lease);

    int gains() const { return m_gains; }

private:
    struct Book
    {
        std::optional<TenureKey> leading;
        QSet<QString> released; ///< a release of it was sent
        std::deque<Moment> requests;
    };
    void violated(Moment now, const QString &who, const QString &what);
    void violated(Moment now, const SimulatedNode &node, const QString &what);
    void checkWork(Moment now, const SimulatedNode &node, const SimulatedNode &leader);

    std::map<const SimulatedNode *, Book> m_books;
    QSet<QString> m_everGained;
    QHash<QString, std::chrono::milliseconds> m_everBid; ///< and for how long
    QSet<QString> m_excused;
    std::int64_t m_lastTerm = 0; ///< of whoever was told that it leads
    std::int64_t m_lastCaptured = 0;
    int m_gains = 0;
    QString m_violation;
};

} // namespace Elector::Simulation
