// SPDX-License-Identifier: MIT
#pragma once

#include "elector/leadership_p.h"
#include "rules/candidate_p.h"
#include "simulation/databasemodel.h"
#include "simulation/invariants.h"
#include "simulation/plan.h"
#include "simulation/tally.h"
#include "simulation/timeline.h"
#include "texts.h"

#include <QtCore/QSet>
#include <QtCore/QStringList>

#include <functional>
#include <memory>

namespace Elector::Simulation {

/// What the nodes of one schedule have in common.
struct World
{
    World(SchemaLevel level, bool hasStandby, const Network &ways)
        : database(level, hasStandby)
        , network(ways)
    {
    }
    Timeline time;
    DatabaseModel database;
    Network network;
    bool down = false; ///< nothing passes
    Moment worstPause{}; ///< see Plan
    Invariants invariants;
    Tally tally;
    std::function<void(const Request &)> sent; ///< if set, is told of every request
    bool traced = false;
    QStringList trace; ///< the schedule as text, if wanted

    /// `what` returns the text; it is asked only if the schedule is traced.
    template <typename Text> void write(const QString &who, Text what)
    {
        if (traced)
            trace.append(Texts::span(time.now()) + QLatin1Char(' ') + who + QStringLiteral(": ") + what());
    }
};

/// One process: a Candidate with its clock, its connection, and a Leadership, driven as LeaderElector drives them.
class SimulatedNode
{
public:
    SimulatedNode(World &world, const NodePlan &plan, int number, int sessions);

    void start();
    void release();
    void stop(std::chrono::nanoseconds patience);
    /// The process dies without a word, and another takes its place.
    void crash();
    /// Nothing reaches the process until `end` (SIGSTOP, a long garbage collection, a debugger).
    void pauseUntil(Moment end);
    /// The whole machine stands still until `end`; its connection is gone when it wakes.
    void suspendUntil(Moment end);
    /// Whoever waits for an answer learns that it will not come.
    void breakConnection();
    void takeHold();
    void dropHolds();
    /// Begins a transaction with a guard, which arrives after `delay` and does its work for `span`.
    void doGuardedWork(Moment delay, Moment span);
    void hint(const Candidate::Hint &hint);
    /// A notification, which takes its time.
    void notify(const Candidate::Hint &hint);
    void cutOffUntil(Moment end) { m_cutOffUntil = std::max(m_cutOffUntil, end); }

    QString name() const { return m_settings.instanceId; }
    const CandidateSettings &settings() const { return m_settings; }
    const Candidate &candidate() const { return *m_candidate; }
    Candidate::Time localTime(Moment moment) const { return m_clock.at(moment); }
    bool isLeading(Moment now) const;
    bool isWaitingForReply() const { return m_waiting; }
    /// Whether this process has ever been told the server's time.
    bool hasSeenTheClock() const { return m_hasSeenTheClock; }
    bool isWorking() const { return !m_holds.empty(); }
    QString leaderId() const { return m_leadership->key(localTime(m_world.time.now())).leaderId; }
    /// The tenures under which this process has taken holds that it has not dropped.
    QStringList heldLeaderIds() const;
    /// Those of them whose work may still count on the row.
    QStringList trustedLeaderIds(Moment now) const;

private:
    void input(const std::function<Candidate::Events(Candidate::Time)> &what);
    /// Runs `what` now, or as soon as the process runs again.
    void whenRunning(std::function<void()> what);
    void feed(const std::function<Candidate::Events(Candidate::Time)> &what);
    void believe(const Candidate::Event &event);
    struct Sending;
    void send(const Request &request);
    void apply(const std::shared_ptr<Sending> &sending, DatabaseModel::Wait wait, bool again);
    void answer(const Sending &sending, Reply reply);
    void deliver(const Request &request, const Reply &reply, std::uint64_t tag);
    void countReply(const Request &request, const Reply &reply);
    void beginGuardedWork(const TenureKey &key, Moment span);
    void endGuardedWork(std::uint64_t transaction, Moment idleSince, std::uint64_t life);
    void planWake();

    World &m_world;
    CandidateSettings m_settings;
    const LocalClock m_clock;
    Dice m_dice;
    int m_number;
    int m_sessions;
    std::unique_ptr<Candidate> m_candidate;
    std::shared_ptr<Leadership> m_leadership;
    std::vector<std::shared_ptr<TenureTrust>> m_holds;
    QSet<QString> m_doubts; ///< names of captures whose end nobody knew
    std::uint64_t m_life = 0; ///< what was planned for an earlier process is dropped
    std::uint64_t m_tag = 0;
    std::uint64_t m_wakeTag = 0;
    bool m_waiting = false;
    bool m_hasSeenTheClock = false;
    Request m_sent; ///< the last one
    Candidate::Time m_sentAt;
    Moment m_pausedUntil{};
    Moment m_cutOffUntil{};
};

} // namespace Elector::Simulation
