// SPDX-License-Identifier: MIT
#pragma once

#include "elector/leadership_p.h"
#include "rules/candidate_p.h"
#include "simulation/databasemodel.h"
#include "simulation/invariants.h"
#include "simulation/network.h"
#include "simulation/timeline.h"
#include "texts.h"

#include <QtCore/QStringList>

#include <memory>

namespace Elector::Simulation {

/// What the nodes of one schedule have in common.
struct World
{
    explicit World(std::uint64_t seed, SchemaLevel level)
        : dice(seed)
        , database(level)
    {
    }
    Dice dice;
    Timeline time;
    DatabaseModel database;
    Network network;
    Invariants invariants;
    Moment worstPause{}; ///< how long a process may stand still between asking the database and hearing from it
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
    SimulatedNode(World &world, const CandidateSettings &settings, LocalClock clock);

    void start();
    void release();
    void stop(std::chrono::nanoseconds patience);
    /// The process dies without a word, and another takes its place.
    void crash(const QString &incarnation);
    /// Nothing reaches the process until `end` (SIGSTOP, a long garbage collection, a debugger).
    void pauseUntil(Moment end) { m_pausedUntil = std::max(m_pausedUntil, end); }
    void takeHold();
    void dropHolds();
    void hint(const Candidate::Hint &hint);
    void cutOffUntil(Moment end) { m_cutOffUntil = std::max(m_cutOffUntil, end); }

    QString name() const { return m_settings.instanceId; }
    const CandidateSettings &settings() const { return m_settings; }
    const Candidate &candidate() const { return *m_candidate; }
    Candidate::Time localTime(Moment moment) const { return m_clock.at(moment); }
    bool isLeading(Moment now) const;
    bool isWaitingForReply() const { return m_waiting; }
    QString leaderId() const { return m_leadership->key(localTime(m_world.time.now())).leaderId; }
    /// The tenures that work of this process still counts on.
    QStringList heldLeaderIds() const;

private:
    void input(const std::function<Candidate::Events(Candidate::Time)> &what);
    /// Runs `what` now, or as soon as the process runs again.
    void whenRunning(std::function<void()> what);
    void feed(const std::function<Candidate::Events(Candidate::Time)> &what);
    void believe(const Candidate::Event &event);
    void send(const Request &request);
    void deliver(const Reply &reply, std::uint64_t tag);
    void planWake();

    World &m_world;
    CandidateSettings m_settings;
    const LocalClock m_clock;
    std::unique_ptr<Candidate> m_candidate;
    std::shared_ptr<Leadership> m_leadership;
    std::vector<std::shared_ptr<TenureTrust>> m_holds;
    std::uint64_t m_life = 0; ///< what was planned for an earlier process is dropped
    std::uint64_t m_tag = 0;
    std::uint64_t m_wakeTag = 0;
    bool m_waiting = false;
    Moment m_pausedUntil{};
    Moment m_cutOffUntil{};
};

} // namespace Elector::Simulation
