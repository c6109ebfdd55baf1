// SPDX-License-Identifier: MIT
#include "simulation/schedule.h"
#include "texts.h"

#include <QtTest/QtTest>

using namespace Elector;
using Simulation::Schedule;

/// Elections from seeds, against the rules that ship. ELECTOR_SEED=n prints one schedule (printsOneSchedule);
/// ELECTOR_SCHEDULES=n plays that many, from ELECTOR_FIRST_SEED (default 1).
class SimulationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void printsOneSchedule();
    void holdsInEverySchedule_data();
    void holdsInEverySchedule();
    void isTheSameForTheSameSeed();
};

void SimulationTest::printsOneSchedule()
{
    if (!qEnvironmentVariableIsSet("ELECTOR_SEED"))
        QSKIP("ELECTOR_SEED is not set");
    const auto result = Schedule::run(qEnvironmentVariable("ELECTOR_SEED").toULongLong(), true);
    for (const QString &line : result.trace)
        printf("%s\n", qPrintable(line));
    QVERIFY2(result.violation.isEmpty(), qPrintable(result.violation));
}

void SimulationTest::holdsInEverySchedule_data()
{
    // In batches, because QtTest limits the time of each row.
    constexpr quint64 batch = 250;
    const auto schedules = qEnvironmentVariable("ELECTOR_SCHEDULES", QStringLiteral("2000")).toULongLong();
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
    quint64 gains = 0;
    quint64 requests = 0;
    for (quint64 seed = from; seed < to; ++seed) {
        const auto result = Schedule::run(seed);
        gains += static_cast<quint64>(result.gains);
        requests += static_cast<quint64>(result.requests);
        if (!result.violation.isEmpty())
            QFAIL(qPrintable(
                QStringLiteral("Schedule %1: %2. See it with ELECTOR_SEED=%1.").arg(seed).arg(result.violation)));
    }
    // With too little traffic nothing would be proven.
    QVERIFY(gains > 3 * (to - from));
    QVERIFY(requests > 100 * (to - from));
}

void SimulationTest::isTheSameForTheSameSeed()
{
    const auto first = Schedule::run(7, true);
    QVERIFY(!first.trace.isEmpty());
    QCOMPARE(Schedule::run(7, true).trace, first.trace);
    QVERIFY(Schedule::run(8, true).trace != first.trace);
}

QTEST_APPLESS_MAIN(SimulationTest)
#include "tst_simulation.moc"
