// SPDX-License-Identifier: MIT
#include "electorthread.h"
#include "leaderwatch.h"
#include "librarytest.h"
#include "tcpproxy.h"
#include "transcript.h"

#include <Elector/leaderelector.h>
#include <Elector/schema.h>

#include <QPointer>

#include <atomic>
#include <thread>
#include <vector>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace Elector;

/// A hold keeps the row while work comes to its end, whoever takes it, wherever.
class TestHolds : public LibraryTest
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheRowAfterRelease_data() { bothLevels(); }
    void keepsTheRowAfterRelease()
    {
        QFETCH(SchemaLevel, level);
        QVERIFY(m_room.exec(Schema::installSql(u"public"_s, level, 15)));
        LeaderElector elector(m_room.config(u"node"_s, 2s));
        const Transcript said(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        LeaderElector other(m_room.config(u"other"_s, 2s));
        QVERIFY(other.start());
        const QString tenure = elector.leaderId();
        LeaderHold hold = elector.hold(); // and at once:
        elector.release();
        QVERIFY(hold);
        QVERIFY(hold.isValid());
        QVERIFY(!elector.isLeader());
        QVERIFY(!elector.hold());
        QCOMPARE(said.election(), u"leads, lost Released"_s);
        QCOMPARE(elector.state(), ElectorState::Draining);
        QCOMPARE(hold.leaderId(), tenure);
        QCOMPARE(hold.term().has_value(), level == SchemaLevel::Full);
        QCOMPARE(m_room.holder(), tenure);
        const qint64 before = m_room.expiresAt();
        ELECTOR_TRY(m_room.expiresAt() > before + 2'000'000 || !hold.isValid()); // renewals go on
        QVERIFY(hold.isValid());
        QCOMPARE(m_room.holder(), tenure);
        QVERIFY(!other.isLeader());
        hold.release();
        QVERIFY(!hold);
        QVERIFY(!hold.isValid());
        ELECTOR_TRY(m_room.holder() != tenure);
        elector.stop(); // where nobody is notified, it may have been a candidate again before the other one looked
        ELECTOR_TRY(other.isLeader());
        if (level == SchemaLevel::Full)
            QVERIFY2(m_room.events().startsWith(u"captured released"_s), qPrintable(m_room.events()));
    }

    void keepsTheRowAfterStop()
    {
        ElectorConfig config = m_room.config(u"node"_s, 2s);
        config.setStopTimeout(60s);
        LeaderElector elector(config);
        const Transcript said(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        const QString tenure = elector.leaderId();
        LeaderHold hold = elector.hold();
        elector.stop();
        QVERIFY(!elector.isLeader());
        const qint64 before = m_room.expiresAt();
        ELECTOR_TRY(m_room.expiresAt() > before + 2'000'000 || !hold.isValid());
        QVERIFY(hold.isValid());
        QCOMPARE(m_room.holder(), tenure);
        QCOMPARE(said.election(), u"leads, lost Stopped"_s);
        hold = LeaderHold();
        ELECTOR_TRY_COMPARE(said.election(), u"leads, lost Stopped, stopped"_s);
        QVERIFY(m_room.holder().isEmpty());
    }

    void waitsForTheLastOfSeveral()
    {
        LeaderElector elector(m_room.config(u"node"_s, 2s));
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        const QString tenure = elector.leaderId();
        LeaderHold first = elector.hold();
        LeaderHold second = elector.hold();
        LeaderHold moved = std::move(first);
        elector.release();
        moved.release();
        moved.release(); // once is enough
        const qint64 before = m_room.expiresAt();
        ELECTOR_TRY(m_room.expiresAt() > before || !second.isValid());
        QCOMPARE(m_room.holder(), tenure);
        second.release();
        ELECTOR_TRY(m_room.holder() != tenure);
    }

    void keepsATombstoneUntilTheWorkIsDone()
    {
        LeaderElector elector(m_room.config(u"node"_s, 4s));
        const Transcript said(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        const QString tenure = elector.leaderId();
        LeaderHold hold = elector.hold();
        QVERIFY(m_room.exec(u"UPDATE leader_lease SET leader_id = '#revoked ' || leader_id"_s));
        ELECTOR_TRY(said.has(u"lost Revoked"_s));
        QVERIFY(!elector.isLeader());
        QCOMPARE(m_room.holder(), u"#revoked "_s + tenure);
        hold.release();
        ELECTOR_TRY(m_room.events().startsWith(u"captured revoked acknowledged"_s));
    }

    void isRefusedWithoutLeadership()
    {
        LeaderElector elector(m_room.config(u"node"_s, 2s));
        QVERIFY(!elector.hold());
        QVERIFY(m_room.exec(Schema::installSql(u"public"_s, SchemaLevel::Full, 15)));
        QVERIFY(m_room.plant(1, u"npm-node"_s, u"clock_timestamp() + interval '1 h'"_s));
        QVERIFY(elector.start());
        ELECTOR_TRY_COMPARE(elector.currentLeader(), u"npm-node"_s);
        const LeaderHold hold = elector.hold();
        QVERIFY(!hold);
        QVERIFY(!hold.isValid());
        QVERIFY(!hold.term());
        QVERIFY(hold.leaderId().isEmpty());
        QCOMPARE(hold.deadline(), BootClock::time_point());
    }

    void isNoLongerValidAfterTheDeadline()
    {
        TcpProxy proxy;
        QVERIFY(proxy.startForTcp(u"127.0.0.1"_s, m_room.server.port()));
        LeaderElector elector(m_room.config(u"node"_s, 1s, proxy.port()));
        const Transcript said(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        const LeaderHold hold = elector.hold();
        proxy.silence();
        ELECTOR_TRY(said.has(u"lost Expired"_s));
        QVERIFY(hold);
        QVERIFY(!hold.isValid());
        QVERIFY(hold.deadline() <= BootClock::now());
    }

    void outlivesTheElector()
    {
        ElectorConfig config = m_room.config(u"node"_s, 2s);
        config.setStopTimeout(50ms);
        LeaderHold hold;
        {
            LeaderElector elector(config);
            QVERIFY(elector.start());
            ELECTOR_TRY(elector.isLeader());
            hold = elector.hold();
        }
        QVERIFY(hold);
        QVERIFY(!m_room.holder().isEmpty()); // not given up under the work: it runs out
        hold.release();
    }

    /// Threads take and drop holds all the time while leadership goes to and fro: whoever has a valid hold is alone.
    void isExclusiveAcrossHandovers()
    {
        ElectorThread one(m_room.config(u"one"_s, 1s));
        ElectorThread other(m_room.config(u"other"_s, 1s));
        std::atomic<bool> quit = false;
        std::atomic<int> worked = 0;
        std::atomic<int> conflicts = 0;
        const auto work = [&](LeaderElector &mine, LeaderElector &theirs) {
            while (!quit) {
                const LeaderHold hold = mine.hold();
                if (!hold) {
                    std::this_thread::sleep_for(200us);
                    continue;
                }
                ++worked;
                for (int step = 0; step < 20; ++step) {
                    const bool theirsLeads = theirs.isLeader();
                    if (theirsLeads && hold.isValid())
                        ++conflicts;
                    std::this_thread::sleep_for(100us);
                }
            }
        };
        std::vector<std::thread> threads;
        for (int i = 0; i < 2; ++i) {
            threads.emplace_back([&] { work(one.elector(), other.elector()); });
            threads.emplace_back([&] { work(other.elector(), one.elector()); });
        }
        QDeadlineTimer limit(60s);
        int handovers = 0;
        while (handovers < 15 && !limit.hasExpired()) {
            ElectorThread &leader = one.elector().isLeader() ? one : other;
            leader.run([&] {
                if (leader.elector().isLeader()) {
                    ++handovers;
                    leader.elector().release();
                }
            });
            QTest::qWait(5);
        }
        quit = true;
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(conflicts, 0);
        QVERIFY(worked > 0);
        QVERIFY(handovers >= 15);
        QVERIFY2(one.transcript().alternates(), qPrintable(one.transcript().text()));
        QVERIFY2(other.transcript().alternates(), qPrintable(other.transcript().text()));
    }
};

QTEST_GUILESS_MAIN(TestHolds)
#include "tst_holds.moc"
