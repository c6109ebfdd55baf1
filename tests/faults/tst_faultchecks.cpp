// SPDX-License-Identifier: MIT
#include "faults/checks.h"

#include <QtTest/QTest>

using namespace Elector::Faults;

/// A check that cannot fail shows nothing: each is given records in which something is wrong, and some in which nothing
/// is.
class TestFaultChecks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void overlaps_data();
    void overlaps();
    void lowerTerms();
    void sharedTerms();
    void missingTerm();
    void lateLeaders();
    void growth();
    void tooLittle();
    void beliefEndsAtTheDeadlineUnlessSomethingEndedItBefore_data();
    void beliefEndsAtTheDeadlineUnlessSomethingEndedItBefore();
    void stampsOfACommand();
    void severalElectorsOfAProcess();
    void linesThatNobodyCanRead();
};

void TestFaultChecks::overlaps_data()
{
    QTest::addColumn<QList<Belief>>("beliefs");
    QTest::addColumn<int>("violations");
    const Belief first{QStringLiteral("a"), QStringLiteral("a#1"), 1, 100, 200};
    const Belief inside{QStringLiteral("b"), QStringLiteral("b#1"), 2, 120, 130};
    const Belief across{QStringLiteral("b"), QStringLiteral("b#1"), 2, 199, 300};
    const Belief after{QStringLiteral("b"), QStringLiteral("b#1"), 2, 200, 300};
    const Belief muchLater{QStringLiteral("c"), QStringLiteral("c#1"), 3, 150, 160};
    const Belief sameNode{QStringLiteral("a"), QStringLiteral("a#2"), 2, 150, 250};
    QTest::newRow("none") << QList<Belief>{} << 0;
    QTest::newRow("one after the other") << QList<Belief>{after, first} << 0;
    QTest::newRow("one within the other") << QList<Belief>{first, inside} << 1;
    QTest::newRow("by one nanosecond") << QList<Belief>{first, across} << 1;
    QTest::newRow("not only with the one right before") << QList<Belief>{muchLater, inside, first} << 2;
    QTest::newRow("two tenures of one node") << QList<Belief>{first, sameNode} << 1;
}

void TestFaultChecks::overlaps()
{
    QFETCH(QList<Belief>, beliefs);
    QTEST(static_cast<int>(overlappingBeliefs(beliefs).size()), "violations");
}

void TestFaultChecks::lowerTerms()
{
    const Write low{3, QStringLiteral("a"), 7};
    const Write high{2, QStringLiteral("b"), 8};
    const Write early{1, QStringLiteral("a"), 7};
    QCOMPARE(lowerTermsAccepted({early, high, high}).size(), 0);
    QCOMPARE(lowerTermsAccepted({low, high, early}).size(), 1);
}

void TestFaultChecks::sharedTerms()
{
    Records records;
    records.captures = {{QStringLiteral("a#1"), 7}, {QStringLiteral("b#1"), 8}};
    records.beliefs = {{QStringLiteral("a"), QStringLiteral("a#1"), 7, 1, 2}};
    QCOMPARE(termsOfSeveral(records).size(), 0);
    Records twice = records;
    twice.captures.append({QStringLiteral("c#1"), 8});
    QCOMPARE(termsOfSeveral(twice).size(), 1);
    Records believed = records;
    believed.beliefs.append({QStringLiteral("c"), QStringLiteral("c#1"), 8, 3, 4});
    QCOMPARE(termsOfSeveral(believed).size(), 1);
    Records written = records;
    written.writes = {{1, QStringLiteral("c#1"), 7}};
    QCOMPARE(termsOfSeveral(written).size(), 1);
}

void TestFaultChecks::missingTerm()
{
    Records records;
    records.beliefs = {{QStringLiteral("a"), QStringLiteral("a#1"), 0, 1, 2}};
    QCOMPARE(termsOfSeveral(records).size(), 1);
}

void TestFaultChecks::lateLeaders()
{
    const QString fault = QStringLiteral("pause");
    QCOMPARE(lateRecoveries({{fault, 100, 150, 50}, {fault, 100, 90, 50}}).size(), 0);
    QCOMPARE(lateRecoveries({{fault, 100, 151, 50}}).size(), 1);
    QCOMPARE(lateRecoveries({{fault, 100, 0, 50}}).size(), 1);
}

void TestFaultChecks::growth()
{
    const QString files = QStringLiteral("files");
    QCOMPARE(leaks({{files, 10, 12, 2}, {files, 10, 3, 0}}).size(), 0);
    QCOMPARE(leaks({{files, 10, 13, 2}}).size(), 1);
}

void TestFaultChecks::tooLittle()
{
    Records records;
    records.beliefs = {{QStringLiteral("a"), QStringLiteral("a#1"), 1, 1, 2}};
    records.writes = {{1, QStringLiteral("a#1"), 1}};
    QCOMPARE(shortages(records, 1, {1, 1, 1}).size(), 0);
    QCOMPARE(shortages(records, 0, {1, 1, 1}).size(), 1);
    QCOMPARE(shortages(records, 1, {2, 1, 1}).size(), 1);
    QCOMPARE(shortages(records, 1, {1, 2, 1}).size(), 1);
    QCOMPARE(shortages({}, 0, {}).size(), 3);
}

void TestFaultChecks::beliefEndsAtTheDeadlineUnlessSomethingEndedItBefore_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<qint64>("end");
    const QByteArray begin = "begin 100 7 900 n#1\nextend 300 1100 n#1\n";
    QTest::newRow("released") << QByteArray(begin + "end 400 402 n#1\n") << qint64(400);
    QTest::newRow("ran out") << QByteArray(begin + "end 1090 1102 n#1\n") << qint64(1100);
    QTest::newRow("stood still until later") << QByteArray(begin + "end 400 5000 n#1\n") << qint64(1100);
    QTest::newRow("true beyond the deadline") << QByteArray(begin + "end 1200 1202 n#1\n") << qint64(1200);
    QTest::newRow("died") << begin << qint64(1100);
    QTest::newRow("died while it wrote") << QByteArray(begin + "end 40") << qint64(1100);
}

void TestFaultChecks::beliefEndsAtTheDeadlineUnlessSomethingEndedItBefore()
{
    QFETCH(QByteArray, lines);
    Records records;
    readClientRecords(QStringLiteral("n"), lines, records);
    QCOMPARE(records.problems, QStringList());
    QCOMPARE(records.beliefs.size(), 1);
    const Belief &belief = records.beliefs.constFirst();
    QCOMPARE(belief.begin, 100);
    QCOMPARE(belief.term, 7);
    QCOMPARE(belief.leaderId, QStringLiteral("n#1"));
    QTEST(belief.end, "end");
}

void TestFaultChecks::stampsOfACommand()
{
    Records records;
    const QList<Belief> open = readClientRecords(
        QStringLiteral("n"), "begin 100 7 0 n#1\nstamp 150 n#1\nstamp 200 n#1\nbegin 900 8 0 n#2\nend 950 960 n#2\n",
        records);
    QCOMPARE(records.problems, QStringList());
    QCOMPARE(records.beliefs.size(), 2);
    QCOMPARE(records.beliefs[0].end, 950);
    QCOMPARE(records.beliefs[1].end, 200);
    QCOMPARE(open.size(), 1);
    QCOMPARE(open[0].leaderId, QStringLiteral("n#1"));
}

void TestFaultChecks::severalElectorsOfAProcess()
{
    Records records;
    readClientRecords(QStringLiteral("n"),
                      "begin 100 7 900 n#1\nbegin 250 8 990 m#1\nend 190 240 n#1\nend 300 310 m#1\n", records);
    QCOMPARE(records.problems, QStringList());
    QCOMPARE(records.beliefs.size(), 2);
    QCOMPARE(overlappingBeliefs(records.beliefs), QStringList());
}

void TestFaultChecks::linesThatNobodyCanRead()
{
    Records records;
    readClientRecords(QStringLiteral("n"), "begun 100 7 0 n#1\n\nbegin x 7 0 n#1\nrefused 7 1\nend 1 2 m#1\n", records);
    QCOMPARE(records.problems.size(), 4);
    QCOMPARE(records.refusedWrites, 1);
}

QTEST_APPLESS_MAIN(TestFaultChecks)
#include "tst_faultchecks.moc"
