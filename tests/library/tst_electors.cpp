// SPDX-License-Identifier: MIT
#include "leaderwatch.h"
#include "librarytest.h"
#include "transcript.h"

#include <Elector/leaderelector.h>
#include <Elector/schema.h>

#include <algorithm>
#include <functional>
#include <vector>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace Elector;

/// Many electors, one leader.
class TestElectors : public LibraryTest
{
    Q_OBJECT

private Q_SLOTS:
    void oneLeads_data()
    {
        QTest::addColumn<int>("nodes");
        QTest::addColumn<int>("handovers");
        QTest::addColumn<int>("leaseMs");
        QTest::newRow("3") << 3 << 10 << 1000;
        QTest::newRow("20") << 20 << 5 << 2000;
    }
    void oneLeads()
    {
        QFETCH(int, nodes);
        QFETCH(int, handovers);
        QFETCH(int, leaseMs);
        start(nodes, std::chrono::milliseconds(leaseMs));
        LeaderWatch watch(watched());
        for (int i = 0; i < handovers; ++i) {
            ELECTOR_TRY(leader() != nullptr);
            LeaderElector *const old = leader();
            if (!old)
                continue;
            const QString oldTenure = old->leaderId();
            old->release();
            ELECTOR_TRY(leader() != nullptr && leader()->leaderId() != oldTenure);
        }
        watch.stop();
        QVERIFY(watch.rounds() > 0);
        QCOMPARE(watch.conflicts(), 0);
        const SqlResult terms = m_room.exec(
            u"SELECT term, count(*) OVER (PARTITION BY term) FROM leader_lease_history WHERE event = 'captured' ORDER BY seq"_s);
        QVERIFY(terms.rows.size() > handovers);
        for (qsizetype i = 1; i < terms.rows.size(); ++i) {
            QVERIFY(terms.rows.at(i).at(0).toLongLong() > terms.rows.at(i - 1).at(0).toLongLong());
            QCOMPARE(terms.rows.at(i).at(1).toInt(), 1);
        }
    }

    void aReleaserSitsOneIntervalOut()
    {
        start(3, 1s);
        for (int i = 0; i < 5; ++i) {
            ELECTOR_TRY(leader() != nullptr);
            LeaderElector *const old = leader();
            if (!old)
                continue;
            old->release();
            ELECTOR_TRY(leader() != nullptr);
        }
        // By the server's clock: nobody who released comes back before the interval (300 ms) is over.
        const SqlResult tooSoon = m_room.exec(uR"(
            SELECT r.leader_id, c.at - r.at FROM leader_lease_history r JOIN leader_lease_history c
                ON c.seq > r.seq AND c.event = 'captured' AND split_part(c.leader_id, '#', 1) = split_part(r.leader_id, '#', 1)
             WHERE r.event = 'released' AND c.at - r.at < interval '299 ms')"_s);
        QVERIFY2(tooSoon, qPrintable(tooSoon.error));
        QCOMPARE(tooSoon.rows.size(), 0);
    }

    void saysWhyItLost_data()
    {
        QTest::addColumn<QString>("cause");
        QTest::addColumn<LossReason>("reason");
        QTest::newRow("release()") << u"release"_s << LossReason::Released;
        QTest::newRow("stop()") << u"stop"_s << LossReason::Stopped;
        QTest::newRow("row deleted") << u"DELETE FROM leader_lease"_s << LossReason::Superseded;
        QTest::newRow("table truncated") << u"TRUNCATE leader_lease"_s << LossReason::Superseded;
        QTest::newRow("tombstone") << u"UPDATE leader_lease SET leader_id = '#revoked ' || leader_id"_s
                                   << LossReason::Revoked;
        QTest::newRow("somebody else in the row") << u"plant"_s << LossReason::Superseded;
        QTest::newRow("row locked for longer than the lease") << u"lock"_s << LossReason::Expired;
    }
    void saysWhyItLost()
    {
        QFETCH(QString, cause);
        QFETCH(LossReason, reason);
        LeaderElector elector(m_room.config(u"node"_s));
        const Transcript said(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        const auto other = m_room.application();
        if (cause == u"release"_s) {
            elector.release();
        } else if (cause == u"stop"_s) {
            elector.stop();
        } else if (cause == u"plant"_s) {
            QVERIFY(m_room.plant(1, u"npm-node"_s, u"now() + interval '3 s'"_s));
        } else if (cause == u"lock"_s) {
            QVERIFY(other->exec(u"BEGIN; SELECT * FROM leader_lease FOR UPDATE"_s));
        } else {
            QVERIFY(other->exec(cause));
        }
        ELECTOR_TRY(said.has(u"lost"_s));
        QCOMPARE(elector.lastLossReason(), reason);
        QVERIFY(said.alternates());
        if (cause == u"lock"_s)
            QVERIFY(other->exec(u"ROLLBACK"_s));
        if (reason != LossReason::Stopped)
            ELECTOR_TRY(elector.isLeader());
    }

    void gainsAndLossesAlternate()
    {
        start(3, 1s);
        for (int i = 0; i < 6; ++i) {
            ELECTOR_TRY(leader() != nullptr);
            LeaderElector *const old = leader();
            if (!old)
                continue;
            const QString tenure = old->leaderId();
            if (i % 3 == 0)
                old->release();
            else if (i % 3 == 1)
                QVERIFY(m_room.exec(u"DELETE FROM leader_lease"_s));
            else
                QVERIFY(m_room.exec(u"UPDATE leader_lease SET leader_id = '#revoked ' || leader_id"_s));
            ELECTOR_TRY(old->leaderId() != tenure);
        }
        for (const Node &node : m_electors) {
            node.elector->stop();
            ELECTOR_TRY(node.said->has(u"stopped"_s));
            QVERIFY2(node.said->alternates(), qPrintable(node.said->text()));
            QCOMPARE(node.said->count(u"leads"_s), node.said->count(u"lost"_s));
        }
    }

    void stopsOnceAndStartsAgain()
    {
        LeaderElector elector(m_room.config(u"node"_s));
        const Transcript said(elector);
        elector.stop(); // nothing to stop: nothing is said
        QVERIFY(elector.start());
        QVERIFY(elector.start()); // has started
        ELECTOR_TRY(elector.isLeader());
        elector.stop();
        elector.stop();
        ELECTOR_TRY_COMPARE(elector.state(), ElectorState::Stopped);
        QVERIFY(m_room.holder().isEmpty());
        QCOMPARE(said.election(), u"leads, lost Stopped, stopped"_s);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        elector.stop();
        ELECTOR_TRY_COMPARE(said.election(), u"leads, lost Stopped, stopped, leads, lost Stopped, stopped"_s);
    }

    void changesItsMindWhileItStops()
    {
        LeaderElector elector(m_room.config(u"node"_s));
        const Transcript said(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        elector.stop();
        QVERIFY(elector.start()); // what was to be given up is; then it is a candidate again
        ELECTOR_TRY(elector.isLeader());
        QCOMPARE(said.election(), u"leads, lost Stopped, leads"_s);
        elector.stop();
        QVERIFY(elector.start());
        elector.stop(); // the last word counts
        ELECTOR_TRY_COMPARE(elector.state(), ElectorState::Stopped);
        QCOMPARE(said.count(u"stopped"_s), 1);
        QVERIFY(m_room.holder().isEmpty());
    }

    void oneInstanceIdTwiceNeverLeadsTwice()
    {
        start(2, 1s, u"same"_s);
        LeaderWatch watch(watched());
        ELECTOR_TRY(leader() != nullptr);
        ELECTOR_TRY(m_electors[0].said->has(u"error DuplicateInstance"_s)
                    || m_electors[1].said->has(u"error DuplicateInstance"_s));
        for (int i = 0; i < 4; ++i) {
            ELECTOR_TRY(leader() != nullptr);
            LeaderElector *const old = leader();
            if (old)
                old->release();
        }
        ELECTOR_TRY(m_electors[0].said->has(u"leads"_s) && m_electors[1].said->has(u"leads"_s));
        watch.stop();
        QCOMPARE(watch.conflicts(), 0);
        for (const Node &node : m_electors) {
            for (const ElectorError &error : node.said->errors()) {
                if (error.code == ErrorCode::DuplicateInstance)
                    QVERIFY(error.text.contains(u"same"_s) && !error.remedy.isEmpty());
            }
        }
    }

private:
    struct Node
    {
        std::unique_ptr<LeaderElector> elector;
        std::unique_ptr<Transcript> said;
    };
    void start(int nodes, std::chrono::milliseconds lease, const QString &name = {})
    {
        for (int i = 0; i < nodes; ++i) {
            auto elector
                = std::make_unique<LeaderElector>(m_room.config(name.isEmpty() ? u"node%1"_s.arg(i) : name, lease));
            auto said = std::make_unique<Transcript>(*elector);
            QVERIFY(elector->start());
            m_electors.push_back({std::move(elector), std::move(said)});
        }
    }
    std::vector<const LeaderElector *> watched() const
    {
        std::vector<const LeaderElector *> all;
        for (const Node &node : m_electors)
            all.push_back(node.elector.get());
        return all;
    }
    LeaderElector *leader() const
    {
        const auto found = std::find_if(m_electors.cbegin(), m_electors.cend(),
                                        [](const Node &node) { return node.elector->isLeader(); });
        return found == m_electors.cend() ? nullptr : found->elector.get();
    }

    void tearDown() override { m_electors.clear(); }

    std::vector<Node> m_electors;
};

QTEST_GUILESS_MAIN(TestElectors)
#include "tst_electors.moc"
