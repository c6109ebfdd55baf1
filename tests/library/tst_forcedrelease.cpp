// SPDX-License-Identifier: MIT
#include "leaderwatch.h"
#include "observertest.h"
#include "transcript.h"

#include <Elector/leaderelector.h>
#include <Elector/schema.h>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace Elector;

/// An operator takes leadership back.
class TestForcedRelease : public ObserverTest
{
    Q_OBJECT

private Q_SLOTS:
    void revokes_data() { bothLevels(); }
    void revokes()
    {
        QFETCH(SchemaLevel, level);
        const bool full = level == SchemaLevel::Full;
        QVERIFY(m_room.exec(Schema::installSql(u"public"_s, level, 15)));
        // On the full level a notification is enough: with this lease the holder's own next look is far away.
        const auto lease = full ? 60s : 2s;
        LeaderElector holder(m_room.config(u"holder"_s, lease));
        const Transcript said(holder);
        QVERIFY(holder.start());
        ELECTOR_TRY(holder.isLeader());
        LeaderElector other(m_room.config(u"other"_s, lease));
        QVERIFY(other.start());
        ELECTOR_TRY_COMPARE(other.currentLeader(), holder.leaderId());
        const QString tenure = holder.leaderId();
        const qint64 term = holder.term();
        LeaderWatch watch({&holder, &other});
        observe();
        ELECTOR_TRY(m_observer->lease(1).has_value());
        const quint64 id = m_observer->revoke(*m_observer->lease(1), u"Ada Lovelace"_s, u"her \"turn\"; it's over"_s);
        ELECTOR_TRY(m_outcomes.size() == 1);
        QCOMPARE(m_outcomes.constFirst().id, id);
        QCOMPARE(m_outcomes.constFirst().result, ForcedRelease::Done);
        QCOMPARE(m_outcomes.constFirst().lockId, 1);
        QVERIFY(m_outcomes.constFirst().oldHolderMayActFor > 0us
                && m_outcomes.constFirst().oldHolderMayActFor <= lease);
        ELECTOR_TRY(said.has(u"lost"_s));
        QCOMPARE(holder.lastLossReason(), LossReason::Revoked);
        ELECTOR_TRY(other.isLeader());
        QVERIFY(!holder.isLeader());
        watch.stop();
        QCOMPARE(watch.conflicts(), 0);
        if (!full)
            return;
        QCOMPARE(m_room.events(), u"captured revoked acknowledged captured"_s);
        ELECTOR_TRY(find(u"revoked"_s).has_value());
        const LeaseEvent event = *find(u"revoked"_s);
        QCOMPARE(event.operatorName, u"Ada Lovelace"_s);
        QCOMPARE(event.reason, u"her \"turn\"; it's over"_s);
        QCOMPARE(event.leaderId, tenure);
        QCOMPARE(event.term.value_or(0), term);
        QCOMPARE(event.application, u"elector-observer"_s);
        // Who and why do not stick to the session: what follows is nobody's.
        ELECTOR_TRY(find(u"captured"_s).has_value());
        QVERIFY(find(u"captured"_s)->operatorName.isEmpty());
    }

    void evicts()
    {
        QVERIFY(m_room.exec(Schema::installSql(u"public"_s, SchemaLevel::Full, 15)));
        QVERIFY(m_room.plant(1, u"dead#1.1"_s, u"clock_timestamp() + interval '1 h'"_s));
        QVERIFY(m_room.exec(u"UPDATE leader_lease SET metadata = 'x'"_s));
        LeaderElector other(m_room.config(u"other"_s, 2s));
        QVERIFY(other.start());
        ELECTOR_TRY_COMPARE(other.currentLeader(), u"dead#1.1"_s);
        observe();
        ELECTOR_TRY(m_observer->lease(1).has_value());
        m_observer->evict(*m_observer->lease(1), u"Ada"_s, u"power cut"_s);
        ELECTOR_TRY(m_outcomes.size() == 1);
        QCOMPARE(m_outcomes.constFirst().result, ForcedRelease::Done);
        QVERIFY(m_outcomes.constFirst().oldHolderMayActFor > 59min);
        ELECTOR_TRY(other.isLeader());
        ELECTOR_TRY(find(u"evicted"_s).has_value());
        QCOMPARE(find(u"evicted"_s)->operatorName, u"Ada"_s);
        QCOMPARE(find(u"evicted"_s)->reason, u"power cut"_s);
    }

    void doesNothingOnceTheTermHasMovedOn_data()
    {
        QTest::addColumn<bool>("evict");
        QTest::newRow("revoke") << false;
        QTest::newRow("evict") << true;
    }
    void doesNothingOnceTheTermHasMovedOn()
    {
        QFETCH(bool, evict);
        LeaderElector elector(m_room.config(u"node"_s, 4s));
        const Transcript said(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        observe();
        ELECTOR_TRY(m_observer->lease(1).has_value());
        const Lease seen = *m_observer->lease(1);
        elector.release();
        ELECTOR_TRY(elector.isLeader()); // a new tenure, a new term
        Lease sameHolder = seen;
        sameHolder.leaderId = elector.leaderId();
        Lease sameTerm = seen;
        sameTerm.term = elector.term();
        for (const Lease &target : {seen, sameHolder, sameTerm}) {
            m_outcomes.clear();
            evict ? m_observer->evict(target, u"me"_s, {}) : m_observer->revoke(target, u"me"_s, {});
            ELECTOR_TRY(m_outcomes.size() == 1);
            QCOMPARE(m_outcomes.constFirst().result, ForcedRelease::MovedOn);
            QVERIFY(!m_outcomes.constFirst().error);
        }
        QVERIFY(elector.isLeader());
        QCOMPARE(said.count(u"lost"_s), 1);
    }

    void failsWithoutThePrivilege()
    {
        QVERIFY(m_room.exec(Schema::installSql(u"public"_s, SchemaLevel::Full, 15)));
        m_room.exec(u"CREATE ROLE looker LOGIN"_s);
        QVERIFY(m_room.exec(u"GRANT SELECT ON ALL TABLES IN SCHEMA public TO looker"_s));
        QVERIFY(m_room.plant(1, u"node"_s, u"clock_timestamp() + interval '1 h'"_s));
        observe(m_room.server.dsn(m_room.database, u"looker"_s));
        ELECTOR_TRY(m_observer->lease(1).has_value());
        QVERIFY(!m_observer->server().mayRelease);
        m_observer->revoke(*m_observer->lease(1), u"me"_s, {});
        ELECTOR_TRY(m_outcomes.size() == 1);
        QCOMPARE(m_outcomes.constFirst().result, ForcedRelease::Failed);
        QCOMPARE(m_outcomes.constFirst().error.code, ErrorCode::PrivilegeMissing);
        QVERIFY(!m_outcomes.constFirst().error.remedy.isEmpty());
        QCOMPARE(m_room.holder(), u"node"_s);
        ELECTOR_TRY_COMPARE(m_observer->state(), LeaseObserver::Watching); // it goes on watching
    }

    void failsWhileStopped()
    {
        makeObserver();
        m_observer->evict(Lease(), u"me"_s, {});
        ELECTOR_TRY(m_outcomes.size() == 1);
        QCOMPARE(m_outcomes.constFirst().result, ForcedRelease::Failed);
        QVERIFY(m_outcomes.constFirst().error);
    }
};

QTEST_GUILESS_MAIN(TestForcedRelease)
#include "tst_forcedrelease.moc"
