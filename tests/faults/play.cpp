// SPDX-License-Identifier: MIT
#include "faults/play.h"

#include <QtCore/QHash>

namespace Elector::Faults {

using namespace Qt::StringLiterals;

namespace {

/// What is told of a run besides its violations.
void count(const FaultRoom &room, Outcome &outcome)
{
    const Records &records = room.records();
    Stamp longest = 0;
    for (const Recovery &recovery : records.recoveries)
        longest = std::max(longest, recovery.ledAgain - recovery.faultEnded);
    outcome.counts += {{u"beliefs"_s, records.beliefs.size()},
                       {u"guarded writes"_s, records.writes.size()},
                       {u"guarded writes refused"_s, records.refusedWrites},
                       {u"captures"_s, records.captures.size()},
                       {u"longest recovery in ms"_s, longest / 1'000'000}};
}

void finish(FaultRoom &room, const Wanted &wanted, Outcome &outcome)
{
    outcome.violations += room.close(wanted);
    count(room, outcome);
}

} // namespace

int Outcome::exitCode() const
{
    if (!notAvailable.isEmpty())
        return 77;
    if (violations.isEmpty())
        return 0;
    for (const QString &violation : violations) {
        if (!violation.startsWith(u"too little happened"_s))
            return 1;
    }
    return 3;
}

Outcome play(const Scenario &scenario, std::uint64_t seed, int times)
{
    Outcome outcome;
    FaultRoom room(seed);
    try {
        room.open(scenario.room ? scenario.room() : FaultRoom::Options());
        for (int i = 0; i < times; ++i)
            scenario.play(room);
    } catch (const NotAvailable &lack) {
        outcome.notAvailable = QString::fromStdString(lack.what());
        return outcome;
    } catch (const Failure &failure) {
        outcome.violations.append(u"%1, seed %2: %3"_s.arg(QLatin1String(scenario.name))
                                      .arg(seed)
                                      .arg(QString::fromStdString(failure.what())));
        outcome.violations += room.lastWords();
    }
    outcome.counts = {{u"plays"_s, times}, {u"bites"_s, room.bites()}};
    try {
        finish(room, scenario.wanted, outcome);
    } catch (const Failure &failure) {
        outcome.violations.append(QString::fromStdString(failure.what()));
    }
    return outcome;
}

Outcome playMixture(std::uint64_t seed, std::chrono::seconds time)
{
    Outcome outcome;
    QList<Scenario> choices;
    for (const Scenario &scenario : allFaults()) {
        if (scenario.inMixture)
            choices.append(scenario);
    }
    FaultRoom room(seed);
    QString playing;
    qint64 plays = 0;
    try {
        room.open();
        const Stamp until = FaultRoom::now() + std::chrono::nanoseconds(time).count();
        for (; FaultRoom::now() < until; ++plays) {
            const Scenario &scenario = choices[room.random(0, static_cast<int>(choices.size()) - 1)];
            playing = QLatin1String(scenario.name);
            scenario.play(room);
        }
    } catch (const Failure &failure) {
        outcome.violations.append(
            u"mixture, seed %1, during %2: %3"_s.arg(seed).arg(playing, QString::fromStdString(failure.what())));
        outcome.violations += room.lastWords();
    }
    outcome.counts = {{u"plays"_s, plays}, {u"bites"_s, room.bites()}, {u"seconds"_s, time.count()}};
    try {
        finish(room, {static_cast<qsizetype>(plays / 4), 1, static_cast<int>(plays / 2)}, outcome);
    } catch (const Failure &failure) {
        outcome.violations.append(QString::fromStdString(failure.what()));
    }
    return outcome;
}

} // namespace Elector::Faults
