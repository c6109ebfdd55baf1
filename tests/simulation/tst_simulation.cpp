// SPDX-License-Identifier: MIT
#include "simulation/schedule.h"
#include "simulation/shrinking.h"

#include <QtTest/QtTest>

using namespace Elector;
using namespace Elector::Simulation;

/// Elections from seeds, against the rules that ship. ELECTOR_SCHEDULES=n plays that many, from ELECTOR_FIRST_SEED
/// (default 1). `simulate --seed n` prints one.
class SimulationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void holdsInEverySchedule_data();
    void holdsInEverySchedule();
    void enoughHappened();
    void isTheSameForTheSameSeed();
    void shrinksToWhatMatters();
    void noticesThatTooLittleHappened();

private:
    Tally m_tally;
    quint64 m_schedules = 0;
    bool m_hasFailed = false;
};

void SimulationTest::holdsInEverySchedule_data()
{
    // In batches, because QtTest limits the time of each row.
    constexpr quint64 batch = 1000;
    const auto schedules = qEnvironmentVariable("ELECTOR_SCHEDULES", QStringLiteral("20000")).toULongLong();
    const auto first = qEnvironmentVariable("ELECTOR_FIRST_SEED", QStringLiteral("1")).toULongLong();
    QTest::addColumn<quint64>("from");
    QTest::addColumn<quint64>("to");
    for (quint64 from = first; from < first + schedules; from += batch) {
        const quint64 to = std::min(from + batch, first + schedules);
        QTest::addRow("seeds %llu to %llu", from, to - 1) << from << to;
    }
}

void SimulationTest::holdsInEverySchedule()
{
    QFETCH(const quint64, from);
    QFETCH(const quint64, to);
    if (m_hasFailed)
        QSKIP("a schedule has failed already");
    for (quint64 seed = from; seed < to; ++seed) {
        const auto result = Schedule::run(Plan::draw(seed));
        m_tally += result.tally;
        ++m_schedules;
        m_hasFailed = !result.violation.isEmpty();
        if (m_hasFailed)
            QFAIL(qPrintable(explainFailure(seed).join(QLatin1Char('\n'))));
    }
}

void SimulationTest::enoughHappened()
{
    if (m_hasFailed)
        QSKIP("a schedule has failed already");
    for (const QString &line : m_tally.lines())
        qInfo().noquote() << line;
    const QStringList shortages = m_tally.shortages(m_schedules);
    QVERIFY2(shortages.isEmpty(), qPrintable(shortages.join(QLatin1Char('\n'))));
}

void SimulationTest::isTheSameForTheSameSeed()
{
    const auto first = Schedule::run(Plan::draw(7), true);
    QVERIFY(!first.trace.isEmpty());
    QCOMPARE(Schedule::run(Plan::draw(7), true).trace, first.trace);
    QVERIFY(Schedule::run(Plan::draw(8), true).trace != first.trace);
}

void SimulationTest::shrinksToWhatMatters()
{
    // "Fails" whenever an operator evicts somebody while there are three nodes.
    const auto fails
        = [](const Plan &plan) { return plan.nodes.size() >= 3 && Schedule::run(plan).tally[Tally::Evictions] > 0; };
    quint64 seed = 1;
    while (!fails(Plan::draw(seed)) || Plan::draw(seed).faults.size() < 10)
        ++seed;
    const Plan small = shrink(Plan::draw(seed), fails);
    QVERIFY(fails(small));
    QCOMPARE(small.nodes.size(), std::size_t(3));
    QCOMPARE(small.faults.size(), std::size_t(1));
    QCOMPARE(small.faults.front().kind, Fault::Evict);
    QCOMPARE(small.network.lost, 0.0);
}

void SimulationTest::noticesThatTooLittleHappened()
{
    QCOMPARE(Tally().shortages(1000).size(), qsizetype(Tally::Count));
    Tally plenty;
    for (std::size_t what = 0; what < Tally::Count; ++what)
        plenty.count(static_cast<Tally::What>(what), 1'000'000);
    QCOMPARE(plenty.shortages(1000), QStringList());
}

QTEST_APPLESS_MAIN(SimulationTest)
#include "tst_simulation.moc"
