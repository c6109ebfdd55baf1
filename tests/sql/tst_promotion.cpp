// SPDX-License-Identifier: MIT
#include "sqlroom.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Elector {

/// Rule 17: a server that took over may lack the last leases, so nobody captures a lock on it before they have run out.
class PromotionTest : public QObject
{
    Q_OBJECT

private:
    static TenureKey keyOf(const Reply &reply) { return {reply.row->leaderId, reply.row->term}; }
    /// Whether lock `id` was captured no earlier than so long after the promotion. By the history, which is written
    /// after the trigger has let the bid pass; the row's created_at is from before.
    bool heldOff(int id, int milliseconds)
    {
        return m_room
            .value(u"SELECT max(h.at) >= max(s.since) + interval '%2 ms' FROM leader_lease_history h, "
                   u"leader_lease_server s "
                   "WHERE h.id = %1 AND h.event = 'captured'"_s.arg(id)
                       .arg(milliseconds))
            .toBool();
    }
    qint64 timeline() { return m_room.value(u"SELECT timeline FROM leader_lease_server"_s).toLongLong(); }
    /// Bids until it wins, and says how often it did not.
    int bidsInVain(NodeSession &node, int id, std::chrono::milliseconds lease)
    {
        int count = 0;
        while (node.capture(id, u"b#1.%1"_s.arg(++m_bids), lease).verdict != Verdict::Captured && count < 10'000) {
            ++count;
            QTest::qWait(10);
        }
        return count;
    }

    SqlRoom m_room;
    int m_bids = 0;

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_room.start()); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        QVERIFY(m_room.newDatabase(SchemaLevel::Full));
    }

    void aNewTableIsNotHeldOffFrom()
    {
        const auto node = m_room.node();
        QCOMPARE(node->capture(1, u"a#1.1"_s).verdict, Verdict::Captured);
        QCOMPARE(m_room.value(u"SELECT since = '-infinity' FROM leader_lease_server"_s).toBool(), true);
        QVERIFY(
            m_room
                .value(
                    u"SELECT s.system_identifier = c.system_identifier FROM leader_lease_server s, pg_control_system() c"_s)
                .toBool());
        QVERIFY(timeline() > 0);
    }

    void nobodyCapturesUntilTheLongestLeaseIsOver()
    {
        {
            const auto node = m_room.node();
            QCOMPARE(node->release(1, keyOf(node->capture(1, u"a#1.1"_s, 1500ms))).verdict, Verdict::Released);
            QCOMPARE(node->release(2, keyOf(node->capture(2, u"a#1.2"_s, 3s))).verdict, Verdict::Released);
            QCOMPARE(node->capture(3, u"a#1.3"_s, 60s).verdict, Verdict::Captured);
        }
        const qint64 before = timeline();
        QVERIFY(m_room.server.becomeStandby());
        QVERIFY(m_room.server.promote());
        const auto node = m_room.node();
        QVERIFY(!node->error);
        // The first bid sees it, and everybody knows it from then on. Who holds a lock goes on.
        QVERIFY(node->capture(1, u"b#1.0"_s, 500ms).verdict != Verdict::Captured);
        QCOMPARE(timeline(), before + 1);
        const qint64 since
            = m_room.value(u"SELECT (extract(epoch FROM since) * 1e6)::bigint FROM leader_lease_server"_s).toLongLong();
        const Reply held = node->read(3);
        QCOMPARE(node->renew(3, keyOf(held), 60s).verdict, Verdict::Renewed);
        const SqlResult npm = m_room.exec(NpmStatements(u"public"_s, 2, u"npm"_s).capture);
        QVERIFY(npm && npm.rows.isEmpty());
        QVERIFY(bidsInVain(*node, 1, 500ms) > 0);
        QVERIFY(heldOff(1, 1500)); // the longest lease of the lock, not that of the bid
        bidsInVain(*node, 2, 500ms);
        QVERIFY(heldOff(2, 3000));
        QCOMPARE(
            m_room.value(u"SELECT (extract(epoch FROM since) * 1e6)::bigint FROM leader_lease_server"_s).toLongLong(),
            since);
        QVERIFY(m_room.storedTerm(1) >= (before + 1) << 42);
    }

    void aLockThatItDoesNotKnowWaitsForTheLongestOfAll()
    {
        {
            const auto node = m_room.node();
            QCOMPARE(node->release(1, keyOf(node->capture(1, u"a#1.1"_s, 2s))).verdict, Verdict::Released);
        }
        QVERIFY(m_room.server.becomeStandby());
        QVERIFY(m_room.server.promote());
        const auto node = m_room.node();
        QVERIFY(bidsInVain(*node, 7, 500ms) > 0);
        QVERIFY(heldOff(7, 2000));
    }

    void aSessionFromBeforeIsHeldOff()
    {
        const auto node = m_room.node();
        QCOMPARE(node->release(1, keyOf(node->capture(1, u"a#1.1"_s, 1s))).verdict, Verdict::Released);
        // As a session sees it that was opened on the standby, or what pg_upgrade and a restored dump look like.
        QVERIFY(m_room.exec(u"UPDATE leader_lease_server SET system_identifier = system_identifier - 1"_s));
        QVERIFY(bidsInVain(*node, 1, 500ms) > 0);
        QVERIFY(heldOff(1, 1000));
        QVERIFY(
            m_room
                .value(
                    u"SELECT s.system_identifier = c.system_identifier FROM leader_lease_server s, pg_control_system() c"_s)
                .toBool());
    }

    void batchesAreHeldOff()
    {
        const auto node = m_room.node();
        QCOMPARE(node->release(1, keyOf(node->capture(1, u"a#1.1"_s, 1s))).verdict, Verdict::Released);
        QVERIFY(m_room.exec(u"UPDATE leader_lease_server SET timeline = timeline + 1"_s));
        CaptureRequest bid;
        bid.leaderId = u"b#1.0"_s;
        bid.lease = 1s;
        const auto replies = node->table.captureBatch({{1, bid}, {2, bid}});
        QCOMPARE(replies.size(), std::size_t(2));
        for (const Reply &reply : replies)
            QVERIFY(reply.verdict != Verdict::Captured);
        bidsInVain(*node, 2, 1s);
        QVERIFY(heldOff(2, 1000));
    }

    /// A clock that was set back must not make it last for ever.
    void aPromotionInTheFutureIsOneOfNow()
    {
        const auto node = m_room.node();
        QCOMPARE(node->release(1, keyOf(node->capture(1, u"a#1.1"_s, 1s))).verdict, Verdict::Released);
        QVERIFY(m_room.exec(u"UPDATE leader_lease_server SET since = clock_timestamp() + interval '1 day'"_s));
        QVERIFY(bidsInVain(*node, 1, 500ms) > 0);
        QVERIFY(heldOff(1, 1000));
    }

    void whoeverTakesARowByHandIsHeldOff()
    {
        const auto node = m_room.node();
        QVERIFY(m_room.plant(1, u"dead#1.1"_s, u"clock_timestamp() - interval '1 s'"_s));
        QVERIFY(m_room.exec(u"UPDATE leader_lease_server SET since = clock_timestamp()"_s));
        QVERIFY(m_room.exec(u"UPDATE leader_lease_lock SET max_lease_ms = 600000"_s));
        QVERIFY(m_room.exec(
            u"UPDATE leader_lease SET leader_id = 'x', created_at = now(), expires_at = now() + interval '1 min'"_s));
        QCOMPARE(node->read(1).row->leaderId, u"dead#1.1"_s);
    }

    /// Whoever says that his is a bid of ours, too.
    void whoeverSaysThatHeBidsIsHeldOff()
    {
        const auto node = m_room.node();
        QVERIFY(m_room.plant(1, u"dead#1.1"_s, u"clock_timestamp() - interval '1 s'"_s));
        QVERIFY(m_room.exec(u"UPDATE leader_lease_server SET since = clock_timestamp()"_s));
        QVERIFY(m_room.exec(u"UPDATE leader_lease_lock SET max_lease_ms = 600000"_s));
        const QString take
            = u"SELECT set_config('elector.capture', 'bid', true); UPDATE leader_lease SET leader_id = 'x', "
              "expires_at = now() + interval '1 min'"_s;
        QVERIFY(m_room.exec(take));
        QCOMPARE(node->read(1).row->leaderId, u"dead#1.1"_s);
        QVERIFY(m_room.exec(u"UPDATE leader_lease_server SET since = '-infinity'"_s));
        QVERIFY(m_room.exec(take));
        QCOMPARE(node->read(1).row->leaderId, u"x"_s);
    }

    /// A node of nest-leader-election takes its own row back by what it renews with, but not while somebody else may
    /// have captured the lock on the server before.
    void anExpiredRowIsNotRevived()
    {
        const QString renewal
            = u"INSERT INTO leader_lease (id, leader_id, expires_at, created_at) VALUES "
              "(1, 'npm', now() + interval '15 s', now()) ON CONFLICT (id) DO UPDATE SET expires_at = "
              "EXCLUDED.expires_at WHERE leader_lease.leader_id = 'npm' RETURNING leader_id"_s;
        QVERIFY(m_room.plant(1, u"npm"_s, u"clock_timestamp() - interval '1 s'"_s));
        QVERIFY(m_room.exec(u"UPDATE leader_lease_lock SET max_lease_ms = 600000"_s));
        // Of a server that nobody has seen before, and of one that was.
        QVERIFY(m_room.exec(u"UPDATE leader_lease_server SET timeline = timeline - 1"_s));
        QCOMPARE(m_room.value(renewal).toString(), QString());
        QVERIFY(m_room.value(u"SELECT since > now() - interval '1 min' FROM leader_lease_server"_s).toBool());
        QCOMPARE(m_room.value(renewal).toString(), QString());
        QVERIFY(m_room.value(u"SELECT expires_at < now() FROM leader_lease"_s).toBool());
        QVERIFY(m_room.exec(u"UPDATE leader_lease_server SET since = clock_timestamp() - interval '1 hour'"_s));
        QCOMPARE(m_room.value(renewal).toString(), u"npm"_s);
        QVERIFY(m_room.value(u"SELECT expires_at > now() FROM leader_lease"_s).toBool());
    }

    /// The longest lease in use is also what somebody made of a shorter one.
    void aLeaseThatWasLengthenedIsKnown()
    {
        QVERIFY(m_room.exec(
            u"INSERT INTO leader_lease (id, leader_id, expires_at) VALUES (1, 'npm', now() + interval '5 s')"_s));
        QVERIFY(m_room.exec(u"UPDATE leader_lease SET expires_at = clock_timestamp() + interval '60 s'"_s));
        QCOMPARE(m_room.value(u"SELECT max_lease_ms FROM leader_lease_lock"_s).toInt(), 60000);
    }

    void anOldPrimaryIsRefused()
    {
        const auto node = m_room.node();
        ServerIdentity here;
        QVERIFY(!ServerCheck::identify(node->connection, &here));
        QVERIFY(here.isKnown());
        QVERIFY(!ServerCheck::outdated(here, {}));
        QVERIFY(!ServerCheck::outdated(here, here));
        QVERIFY(!ServerCheck::outdated(here, {here.system, here.timeline - 1}));
        QVERIFY(!ServerCheck::outdated(here, {here.system + 1, here.timeline + 1}));
        const ElectorError error = ServerCheck::outdated(here, {here.system, here.timeline + 1});
        QCOMPARE(error.code, ErrorCode::UnsafeServer);
        QVERIFY(error.message().contains(u"old primary"_s));
    }
};

} // namespace Elector

QTEST_GUILESS_MAIN(Elector::PromotionTest)
#include "tst_promotion.moc"
