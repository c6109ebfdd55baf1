// SPDX-License-Identifier: MIT
#include "rules/serverclockestimate_p.h"

#include <QtTest/QtTest>

using namespace Elector;
using namespace std::chrono_literals;
using Step = ServerClockEstimate::Step;

namespace {

constexpr BootClock::time_point Start{1h};
constexpr ServerTime ServerStart{std::chrono::hours(400'000)};

} // namespace

class ServerClockEstimateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsNothingAtFirst() { QVERIFY(!ServerClockEstimate(m_rule).latest(Start)); }
    void expectsNoMoreThanDelta();
    void narrowsWithFasterAnswers();
    void noticesStepsBeyondDelta_data();
    void noticesStepsBeyondDelta();
    void takesDriftForWhatItIs();
    void takesASlowAnswerForWhatItIs();
    void startsAnewAfterAStep();
    void anOldAnswerTellsNothingNew();

private:
    const TrustRule m_rule{0.1, 250ms};
};

void ServerClockEstimateTest::expectsNoMoreThanDelta()
{
    ServerClockEstimate estimate(m_rule);
    QCOMPARE(estimate.observe(Start, Start + 20ms, ServerStart), Step::None);
    // The server may have read its clock right after the sending: it is up to ServerStart + 20 ms by now.
    QVERIFY(estimate.latest(Start + 20ms) == ServerStart + 20ms + 250ms);
    QVERIFY(estimate.latest(Start + 5s) == ServerStart + 5s + 250ms);
}

void ServerClockEstimateTest::narrowsWithFasterAnswers()
{
    ServerClockEstimate estimate(m_rule);
    estimate.observe(Start, Start + 2s, ServerStart + 1s);
    const auto wide = estimate.latest(Start + 3s);
    estimate.observe(Start + 2s, Start + 2s + 2ms, ServerStart + 2s + 1ms);
    QVERIFY(estimate.latest(Start + 3s) < wide);
}

void ServerClockEstimateTest::noticesStepsBeyondDelta_data()
{
    QTest::addColumn<int>("milliseconds");
    QTest::addColumn<int>("expected");
    QTest::newRow("none") << 0 << int(Step::None);
    QTest::newRow("forward, below delta") << 240 << int(Step::None);
    QTest::newRow("forward, beyond delta and drift") << 400 << int(Step::Forward);
    QTest::newRow("backward, below delta") << -240 << int(Step::None);
    QTest::newRow("backward, beyond delta and drift") << -400 << int(Step::Backward);
    QTest::newRow("a day") << 86'400'000 << int(Step::Forward);
    QTest::newRow("a day back") << -86'400'000 << int(Step::Backward);
}

void ServerClockEstimateTest::noticesStepsBeyondDelta()
{
    QFETCH(const int, milliseconds);
    QFETCH(const int, expected);
    ServerClockEstimate estimate(m_rule);
    estimate.observe(Start, Start + 2ms, ServerStart + 1ms);
    // A second later: 100 ms of it may be drift.
    QCOMPARE(int(estimate.observe(Start + 1s, Start + 1s + 2ms,
                                  ServerStart + 1s + 1ms + std::chrono::milliseconds(milliseconds))),
             expected);
}

void ServerClockEstimateTest::takesDriftForWhatItIs()
{
    ServerClockEstimate estimate(m_rule);
    for (int i = 0; i < 1000; ++i) {
        const auto local = Start + i * 1s;
        QCOMPARE(estimate.observe(local, local + 2ms, ServerStart + i * 1099ms), Step::None);
        QVERIFY(*estimate.latest(local) >= ServerStart + i * 1099ms);
    }
}

void ServerClockEstimateTest::takesASlowAnswerForWhatItIs()
{
    ServerClockEstimate estimate(m_rule);
    estimate.observe(Start, Start + 2ms, ServerStart + 1ms);
    QCOMPARE(estimate.observe(Start + 1s, Start + 31s, ServerStart + 1s), Step::None); // the answer was slow
    QCOMPARE(estimate.observe(Start + 31s, Start + 61s, ServerStart + 61s), Step::None); // the question was
    // Neither says more than was known.
    QVERIFY(*estimate.latest(Start + 61s) < ServerStart + 61s + 250ms + 7s);
}

void ServerClockEstimateTest::startsAnewAfterAStep()
{
    ServerClockEstimate estimate(m_rule);
    estimate.observe(Start, Start + 2ms, ServerStart);
    QCOMPARE(estimate.observe(Start + 1s, Start + 1s + 2ms, ServerStart + 1h), Step::Forward);
    QCOMPARE(estimate.observe(Start + 2s, Start + 2s + 2ms, ServerStart + 1h + 1s), Step::None);
    QVERIFY(*estimate.latest(Start + 2s) < ServerStart + 1h + 2s);
}

void ServerClockEstimateTest::anOldAnswerTellsNothingNew()
{
    ServerClockEstimate estimate(m_rule);
    QCOMPARE(estimate.observe(Start, Start + 10ms, ServerStart), Step::None);
    QCOMPARE(estimate.observe(Start + 3s, Start + 3s + 10ms, ServerStart + 3s - 1h), Step::Backward);
    const auto latest = estimate.latest(Start + 4s);
    // From before the step: it would look like one back, and let bids through an hour too late.
    QCOMPARE(estimate.observe(Start + 1s, Start + 1s + 10ms, ServerStart + 1s), Step::None);
    QVERIFY(estimate.latest(Start + 4s) == latest);
}

QTEST_APPLESS_MAIN(ServerClockEstimateTest)
#include "tst_serverclockestimate.moc"
