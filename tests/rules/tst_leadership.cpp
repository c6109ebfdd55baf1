// SPDX-License-Identifier: MIT
#include "elector/leadership_p.h"

#include <QtTest/QtTest>

#include <thread>
#include <vector>

using namespace Elector;
using namespace std::chrono_literals;

namespace {

constexpr BootClock::time_point Start{1h};
const TenureKey First{QStringLiteral("n1#x.1"), 7};
const TenureKey Second{QStringLiteral("n1#x.2"), 8};

} // namespace

/// What an elector believes, at times that the test gives.
class LeadershipTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_changes = 0; }
    void clockIsBootTime();
    void leadsUntilTheDeadlineOnly();
    void doesNotLeadAfterSuspend();
    void followsExtensions();
    void namesTheTenureOnlyWhileLeading();
    void givesHoldsToLeadersOnly();
    void keepsHoldsValidWhileWorkDrains();
    void endsHoldsWithTheRow_data();
    void endsHoldsWithTheRow();
    void doesNotMixTenures();
    void tellsOfEachHold();
    void countsHoldsOfAllThreads();
    void letsNobodyHoldWhileFrozen();

private:
    static bool trusts(const TenureTrust &trust, BootClock::time_point now)
    {
        return now.time_since_epoch().count() < trust.until.load();
    }
    std::unique_ptr<Leadership> make()
    {
        return std::make_unique<Leadership>([this] { ++m_changes; });
    }
    static void gain(Leadership &leadership, const TenureKey &key, BootClock::time_point deadline)
    {
        const auto frozen = leadership.freeze();
        leadership.gain(key, deadline);
    }
    static void extend(Leadership &leadership, BootClock::time_point deadline)
    {
        const auto frozen = leadership.freeze();
        leadership.extend(deadline);
    }
    static void lose(Leadership &leadership, LossReason reason)
    {
        const auto frozen = leadership.freeze();
        leadership.lose(reason);
    }
    static int holds(Leadership &leadership)
    {
        const auto frozen = leadership.freeze();
        return leadership.holds();
    }

    std::atomic<int> m_changes{0};
};

void LeadershipTest::clockIsBootTime()
{
    const auto read = [](clockid_t clock) {
        timespec time{};
        clock_gettime(clock, &time);
        return BootClock::time_point(std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec));
    };
    // Between two readings of the true one; the clock that people set shows decades more.
    const auto before = read(CLOCK_BOOTTIME);
    const auto now = BootClock::now();
    QVERIFY(before <= now);
    QVERIFY(now <= read(CLOCK_BOOTTIME));
}

void LeadershipTest::leadsUntilTheDeadlineOnly()
{
    const auto leadership = make();
    QVERIFY(!leadership->isLeader(Start));
    gain(*leadership, First, Start + 8750ms);
    QVERIFY(leadership->isLeader(Start));
    QVERIFY(leadership->isLeader(Start + 8750ms - 1ns));
    QVERIFY(!leadership->isLeader(Start + 8750ms));
    QVERIFY(leadership->deadline() == Start + 8750ms);
    lose(*leadership, LossReason::Released);
    QVERIFY(!leadership->isLeader(Start));
    QVERIFY(leadership->deadline() == BootClock::time_point());
}

void LeadershipTest::doesNotLeadAfterSuspend()
{
    const auto leadership = make();
    gain(*leadership, First, Start + 8750ms);
    // The machine slept for an hour; nothing of ours has run since.
    QVERIFY(!leadership->isLeader(Start + 1h));
    QVERIFY(!leadership->takeHold(Start + 1h));
    QCOMPARE(holds(*leadership), 0);
}

void LeadershipTest::followsExtensions()
{
    const auto leadership = make();
    extend(*leadership, Start + 5s);
    QVERIFY(!leadership->isLeader(Start)); // nothing to extend
    gain(*leadership, First, Start + 5s);
    extend(*leadership, Start + 8s);
    QVERIFY(leadership->isLeader(Start + 7s));
    extend(*leadership, Start + 6s); // the database granted less
    QVERIFY(!leadership->isLeader(Start + 7s));
}

void LeadershipTest::namesTheTenureOnlyWhileLeading()
{
    const auto leadership = make();
    QVERIFY(leadership->key(Start) == TenureKey());
    gain(*leadership, First, Start + 5s);
    QVERIFY(leadership->key(Start) == First);
    QVERIFY(leadership->key(Start + 5s) == TenureKey());
    lose(*leadership, LossReason::Expired);
    QVERIFY(leadership->key(Start) == TenureKey());
}

void LeadershipTest::givesHoldsToLeadersOnly()
{
    const auto leadership = make();
    QVERIFY(!leadership->takeHold(Start));
    gain(*leadership, First, Start + 5s);
    const auto trust = leadership->takeHold(Start);
    QVERIFY(trust);
    QVERIFY(trust->key == First);
    QVERIFY(!leadership->takeHold(Start + 5s));
    lose(*leadership, LossReason::Released);
    QVERIFY(!leadership->takeHold(Start));
    QCOMPARE(holds(*leadership), 1);
    leadership->dropHold();
    QCOMPARE(holds(*leadership), 0);
}

void LeadershipTest::keepsHoldsValidWhileWorkDrains()
{
    const auto leadership = make();
    gain(*leadership, First, Start + 5s);
    const auto trust = leadership->takeHold(Start);
    lose(*leadership, LossReason::Released);
    QVERIFY(trusts(*trust, Start + 4s));
    extend(*leadership, Start + 8s); // renewals go on until the work is done
    QVERIFY(trusts(*trust, Start + 7s));
    QVERIFY(!leadership->isLeader(Start + 1s));
    QVERIFY(!trusts(*trust, Start + 8s));
}

void LeadershipTest::endsHoldsWithTheRow_data()
{
    QTest::addColumn<int>("reason");
    QTest::addColumn<bool>("stillValid");
    QTest::newRow("released") << int(LossReason::Released) << true;
    QTest::newRow("stopped") << int(LossReason::Stopped) << true;
    QTest::newRow("revoked: nobody else before the lease has run out") << int(LossReason::Revoked) << true;
    QTest::newRow("superseded") << int(LossReason::Superseded) << false;
    QTest::newRow("expired") << int(LossReason::Expired) << false;
}

void LeadershipTest::endsHoldsWithTheRow()
{
    QFETCH(const int, reason);
    QFETCH(const bool, stillValid);
    const auto leadership = make();
    gain(*leadership, First, Start + 5s);
    const auto trust = leadership->takeHold(Start);
    lose(*leadership, static_cast<LossReason>(reason));
    QCOMPARE(trusts(*trust, Start + 1s), stillValid);
}

void LeadershipTest::doesNotMixTenures()
{
    const auto leadership = make();
    gain(*leadership, First, Start + 5s);
    const auto old = leadership->takeHold(Start);
    lose(*leadership, LossReason::Expired);
    gain(*leadership, Second, Start + 20s);
    QVERIFY(!trusts(*old, Start + 6s));
    const auto recent = leadership->takeHold(Start + 6s);
    QVERIFY(recent->key == Second);
    extend(*leadership, Start + 30s);
    QVERIFY(!trusts(*old, Start + 6s));
    QCOMPARE(holds(*leadership), 2);
}

void LeadershipTest::tellsOfEachHold()
{
    const auto leadership = make();
    gain(*leadership, First, Start + 5s);
    QVERIFY(leadership->takeHold(Start));
    QCOMPARE(m_changes.load(), 1);
    QVERIFY(!leadership->takeHold(Start + 6s));
    QCOMPARE(m_changes.load(), 1);
    leadership->dropHold();
    QCOMPARE(m_changes.load(), 2);
}

void LeadershipTest::countsHoldsOfAllThreads()
{
    constexpr int perThread = 2000;
    const auto leadership = make();
    gain(*leadership, First, Start + 5s);
    std::atomic<int> taken{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int n = 0; n < perThread; ++n) {
                if (leadership->takeHold(Start)) {
                    ++taken;
                    leadership->dropHold();
                }
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(taken.load(), 4 * perThread);
    QCOMPARE(holds(*leadership), 0);
    QCOMPARE(m_changes.load(), 8 * perThread);
}

void LeadershipTest::letsNobodyHoldWhileFrozen()
{
    // What was counted while frozen stays true until the loss is believed: of work that began, none is missed.
    for (int round = 0; round < 500; ++round) {
        const auto leadership = make();
        gain(*leadership, First, Start + 5s);
        bool held = false;
        std::thread other([&] { held = leadership->takeHold(Start) != nullptr; });
        int counted = 0;
        {
            const auto frozen = leadership->freeze();
            counted = leadership->holds();
            leadership->lose(LossReason::Released);
        }
        other.join();
        QCOMPARE(held, counted == 1);
    }
}

QTEST_APPLESS_MAIN(LeadershipTest)
#include "tst_leadership.moc"
