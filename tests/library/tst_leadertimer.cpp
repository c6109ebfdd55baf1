// SPDX-License-Identifier: MIT
#include "librarytest.h"
#include "transcript.h"

#include <Elector/leaderelector.h>
#include <Elector/leadertimer.h>
#include <Elector/whileleader.h>

#include <QPointer>
#include <QTimer>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace Elector;

/// Work that runs on the leader only: LeaderTimer and whileLeader().
class TestLeaderTimer : public LibraryTest
{
    Q_OBJECT

private Q_SLOTS:
    void firesOnTheLeaderOnly()
    {
        LeaderElector leader(m_room.config(u"leader"_s, 2s));
        QVERIFY(leader.start());
        ELECTOR_TRY(leader.isLeader());
        LeaderElector follower(m_room.config(u"follower"_s, 2s));
        QVERIFY(follower.start());
        LeaderTimer here(&leader);
        LeaderTimer there(&follower);
        int firedHere = 0;
        int firedThere = 0;
        int firedWithoutLeading = 0;
        connect(&here, &LeaderTimer::timeout, this, [&] {
            ++firedHere;
            firedWithoutLeading += leader.isLeader() ? 0 : 1;
        });
        connect(&there, &LeaderTimer::timeout, this, [&] {
            ++firedThere;
            firedWithoutLeading += follower.isLeader() ? 0 : 1;
        });
        for (LeaderTimer *timer : {&here, &there}) {
            timer->setInterval(20ms);
            timer->start();
            QVERIFY(timer->isActive());
        }
        ELECTOR_TRY(firedHere >= 5);
        QCOMPARE(firedThere, 0);
        leader.stop();
        ELECTOR_TRY(leader.state() == ElectorState::Stopped);
        const int soFar = firedHere;
        ELECTOR_TRY(firedThere >= 5);
        QCOMPARE(firedHere, soFar);
        QCOMPARE(firedWithoutLeading, 0);
        there.stop();
        QVERIFY(!there.isActive());
        const int last = firedThere;
        int turns = 0;
        QTimer turn;
        connect(&turn, &QTimer::timeout, this, [&] { ++turns; });
        turn.start(20);
        ELECTOR_TRY(turns >= 5);
        QCOMPARE(firedThere, last);
    }

    void firesOnGainIfAsked()
    {
        LeaderElector elector(m_room.config(u"node"_s, 1s));
        LeaderTimer timer(&elector);
        timer.setInterval(1h);
        timer.setFireOnGain(true);
        int fired = 0;
        connect(&timer, &LeaderTimer::timeout, this, [&] { ++fired; });
        timer.start();
        QCOMPARE(fired, 0);
        QVERIFY(elector.start());
        ELECTOR_TRY(fired == 1);
        elector.release();
        ELECTOR_TRY(fired == 2);
        elector.release();
        timer.setFireOnGain(false);
        ELECTOR_TRY(elector.isLeader());
        QCOMPARE(fired, 2);
    }

    void holdsTheLockDuringItsSlots()
    {
        LeaderElector elector(m_room.config(u"node"_s, 4s));
        const Transcript said(elector);
        LeaderTimer timer(&elector);
        timer.setInterval(10ms);
        QString tenure;
        QString heldMeanwhile;
        connect(&timer, &LeaderTimer::timeout, this, [&] {
            if (!tenure.isEmpty())
                return;
            tenure = elector.leaderId();
            elector.release(); // has to wait for this very slot
            heldMeanwhile = m_room.holder();
        });
        timer.start();
        QVERIFY(elector.start());
        ELECTOR_TRY(said.has(u"lost Released"_s));
        QCOMPARE(heldMeanwhile, tenure);
        ELECTOR_TRY(m_room.events().startsWith(u"captured released"_s));
    }

    void survivesSlotsThatDelete()
    {
        LeaderElector elector(m_room.config(u"node"_s, 2s));
        QVERIFY(elector.start());
        QPointer timer = new LeaderTimer(&elector);
        timer->setInterval(1ms);
        connect(timer, &LeaderTimer::timeout, this, [&] { delete timer.data(); });
        timer->start();
        ELECTOR_TRY(timer.isNull());
        elector.stop(); // its hold is gone too
        ELECTOR_TRY(elector.state() == ElectorState::Stopped);
    }

    void neverFiresWithoutItsElector()
    {
        auto elector = std::make_unique<LeaderElector>(m_room.config(u"node"_s, 2s));
        LeaderTimer timer(elector.get());
        timer.setInterval(1ms);
        int fired = 0;
        connect(&timer, &LeaderTimer::timeout, this, [&] { ++fired; });
        timer.start();
        QVERIFY(elector->start());
        ELECTOR_TRY(fired > 0);
        elector.reset();
        const int soFar = fired;
        int turns = 0;
        QTimer turn;
        connect(&turn, &QTimer::timeout, this, [&] { ++turns; });
        turn.start(5);
        ELECTOR_TRY(turns >= 10);
        QCOMPARE(fired, soFar);
        timer.start(); // and no crash
        LeaderTimer orphan(nullptr);
        orphan.start();
    }

    void whileLeaderRunsOnTheLeaderOnly()
    {
        auto elector = std::make_unique<LeaderElector>(m_room.config(u"node"_s, 4s));
        int ran = 0;
        auto work = whileLeader(elector.get(), [&](int by) { ran += by; });
        auto answer = whileLeader(elector.get(), [](const QString &text) { return text.size(); });
        QVERIFY(!work(1));
        QVERIFY(!answer(u"four"_s));
        QVERIFY(elector->start());
        ELECTOR_TRY(elector->isLeader());
        QVERIFY(work(2));
        QCOMPARE(ran, 2);
        QCOMPARE(answer(u"four"_s).value_or(0), 4);
        const QString tenure = elector->leaderId();
        QString heldMeanwhile;
        auto releasing = whileLeader(elector.get(), [&] {
            elector->release();
            heldMeanwhile = m_room.holder();
        });
        QVERIFY(releasing());
        QCOMPARE(heldMeanwhile, tenure);
        QVERIFY(!work(1));
        elector.reset();
        QVERIFY(!work(1));
        QVERIFY(!answer(u"four"_s));
        QCOMPARE(ran, 2);
    }
};

QTEST_GUILESS_MAIN(TestLeaderTimer)
#include "tst_leadertimer.moc"
