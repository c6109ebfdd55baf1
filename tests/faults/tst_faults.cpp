// SPDX-License-Identifier: MIT
#include "faults/play.h"

#include <QtTest/QTest>

using namespace Elector::Faults;

/// Real processes, a real server, a real fault each: what must hold does. `scripts/soak faults` plays all of them,
/// often.
class TestFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void holdsUnder_data();
    void holdsUnder();
    void aRunInWhichTooLittleHappenedFails();
};

void TestFaults::holdsUnder_data()
{
    // A slice: what is quick, and shows most. The others take their time in the soak.
    const QStringList slice{
        QStringLiteral("long-pause"),     QStringLiteral("group-killed"),  QStringLiteral("silence"),
        QStringLiteral("backend-frozen"), QStringLiteral("late-renewal"),  QStringLiteral("row-locked"),
        QStringLiteral("guarded-work"),   QStringLiteral("server-killed"), QStringLiteral("server-clock-forward"),
        QStringLiteral("packets-dropped")};
    QTest::addColumn<Scenario>("scenario");
    for (const Scenario &scenario : allFaults()) {
        if (slice.contains(QLatin1String(scenario.name)))
            QTest::newRow(scenario.name) << scenario;
    }
}

void TestFaults::holdsUnder()
{
    QFETCH(Scenario, scenario);
    const Outcome outcome = play(scenario, 1, 1);
    if (!outcome.notAvailable.isEmpty())
        QSKIP(qPrintable(outcome.notAvailable));
    QVERIFY2(outcome.violations.isEmpty(), qPrintable(outcome.violations.join(QLatin1Char('\n'))));
}

void TestFaults::aRunInWhichTooLittleHappenedFails()
{
    const Scenario idle{"idle", "", "", [](FaultRoom &room) { room.waitForLeader(); }};
    const Outcome outcome = play(idle, 1, 1);
    QCOMPARE(outcome.exitCode(), 3);
    QVERIFY2(outcome.violations.join(QLatin1Char('\n')).contains(QStringLiteral("0 faults that bit")),
             qPrintable(outcome.violations.join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
