// SPDX-License-Identifier: MIT
#include "sqlroom.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Elector {

/// Work in an application's transaction, under a guard: nobody takes over before it ends.
class LeaseGuardTest : public QObject
{
    Q_OBJECT

private:
    SqlRoom m_room;
    std::unique_ptr<NodeSession> m_node;
    std::unique_ptr<TestConnection> m_application;
    Reply m_held;

    QString call(const QString &function, const QString &leader = u"a#1.1"_s, qint64 termOffset = 0) const
    {
        return u"SELECT public.%1(1, '%2', %3)"_s.arg(function, leader).arg(*m_held.row->term + termOffset);
    }
    bool guard() { return m_application->exec(call(u"leader_lease_guard"_s)).value().toBool(); }
    bool held() { return m_application->exec(call(u"leader_lease_guard_held"_s)).value().toBool(); }
    bool waits(WaitingNode &node) { return m_room.server.isWaitingForLock(node.pid()); }
    /// Whether the lock's row could be taken from under the application right now.
    /// For a take-over, which changes the term; for anything else it always is.
    bool lockRowIsFree()
    {
        return m_room.exec(u"SELECT 1 FROM leader_lease_lock WHERE id = 1 FOR UPDATE SKIP LOCKED"_s).rows.size() == 1;
    }
    bool leaseRowIsFree()
    {
        return m_room.exec(u"SELECT 1 FROM leader_lease WHERE id = 1 FOR UPDATE SKIP LOCKED"_s).rows.size() == 1;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_room.start()); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        QVERIFY(m_room.newDatabase(SchemaLevel::Full));
        m_node = m_room.node();
        m_held = m_node->capture(1, u"a#1.1"_s, 1min);
        QCOMPARE(m_held.verdict, Verdict::Captured);
        m_application = m_room.foreign();
        QVERIFY(m_application->exec(u"BEGIN"_s));
    }
    void cleanup()
    {
        m_application.reset();
        m_node.reset();
    }

    void grantedToTheHolderAlone()
    {
        QVERIFY(guard());
        QVERIFY(held());
        QVERIFY(!lockRowIsFree());
        QVERIFY(leaseRowIsFree()); // renewals, revocations and releases are not held up
        QVERIFY(m_application->exec(u"COMMIT"_s));
        QVERIFY(lockRowIsFree());
        QVERIFY(!held()); // another transaction
    }

    void refusedGivesItsLockBack_data()
    {
        QTest::addColumn<QString>("leader");
        QTest::addColumn<int>("termOffset");
        QTest::newRow("another leader") << u"b#1.1"_s << 0;
        QTest::newRow("older term") << u"a#1.1"_s << -1;
        QTest::newRow("newer term") << u"a#1.1"_s << 1;
    }
    void refusedGivesItsLockBack()
    {
        QFETCH(QString, leader);
        QFETCH(int, termOffset);
        const SqlResult refused = m_application->exec(call(u"leader_lease_guard"_s, leader, termOffset));
        QVERIFY2(refused, qPrintable(refused.error));
        QCOMPARE(refused.value().toBool(), false);
        QVERIFY(lockRowIsFree());
        QVERIFY(!held());
        QVERIFY(guard()); // the transaction goes on
        QCOMPARE(m_application->exec(u"SHOW lock_timeout"_s).value().toString(), u"0"_s);
    }

    void refusedAfterExpiry()
    {
        QCOMPARE(m_node->renew(1, {u"a#1.1"_s, m_held.row->term}, 1ms).verdict, Verdict::Renewed);
        QTRY_VERIFY_WITH_TIMEOUT(m_room.hasExpired(1), 30000);
        QVERIFY(!guard());
        QVERIFY(lockRowIsFree());
    }

    void refusedToTheRevoked()
    {
        QCOMPARE(m_node->inspector.revoke(1, u"a#1.1"_s, m_held.row->term, {}, {}).result,
                 LeaseInspector::Intervention::Done);
        QVERIFY(!guard());
        QVERIFY(!m_application
                     ->exec(call(u"leader_lease_guard"_s, u"#revoked a#1.1"_s).replace(u"#revoked a#1.1'"_s, u"x'"_s))
                     .value()
                     .toBool());
    }

    void nullsAreRefused()
    {
        QCOMPARE(m_application->exec(u"SELECT leader_lease_guard(1, NULL, NULL)"_s).value().toBool(), false);
        QCOMPARE(m_application->exec(u"SELECT leader_lease_guard_held(1, NULL, NULL)"_s).value().toBool(), false);
    }

    void limitsOfTheTransaction()
    {
        QVERIFY(guard());
        QCOMPARE(m_application->exec(u"SHOW idle_in_transaction_session_timeout"_s).value().toString(), u"1min"_s);
        QVERIFY(m_application->exec(u"COMMIT; SET idle_in_transaction_session_timeout = '5s'; BEGIN"_s));
        QVERIFY(guard());
        QCOMPARE(m_application->exec(u"SHOW idle_in_transaction_session_timeout"_s).value().toString(), u"5s"_s);
        QVERIFY(m_application->exec(u"COMMIT"_s));
        QCOMPARE(m_application->exec(u"SHOW idle_in_transaction_session_timeout"_s).value().toString(), u"5s"_s);
    }

    void takeOverWaitsForTheWork_data()
    {
        QTest::addColumn<QString>("freed");
        QTest::newRow("expired") << u""_s;
        QTest::newRow("evicted") << u"DELETE FROM leader_lease"_s;
        QTest::newRow("released") << u"release"_s;
    }
    void takeOverWaitsForTheWork()
    {
        QFETCH(QString, freed);
        const TenureKey key{u"a#1.1"_s, m_held.row->term};
        if (freed.isEmpty())
            QCOMPARE(m_node->renew(1, key, 300ms).verdict, Verdict::Renewed);
        QVERIFY(guard());
        if (freed == u"release"_s)
            QCOMPARE(m_node->release(1, key).verdict, Verdict::Released);
        else if (!freed.isEmpty())
            QVERIFY(m_room.exec(freed));
        else
            QTRY_VERIFY_WITH_TIMEOUT(m_room.hasExpired(1), 30000);
        QVERIFY(m_application->exec(u"CREATE TABLE work (by TEXT); INSERT INTO work VALUES ('a')"_s));
        Reply bid;
        WaitingNode bidding(m_room.settings, [&](NodeSession &node) { bid = node.capture(1, u"b#1.1"_s); });
        QTRY_VERIFY_WITH_TIMEOUT(waits(bidding), 30000);
        QVERIFY(held());
        QVERIFY(!bidding.isDone());
        QVERIFY(m_application->exec(u"COMMIT"_s));
        bidding.finish();
        QCOMPARE(bid.verdict, Verdict::Captured);
        QVERIFY(m_application->exec(u"BEGIN"_s));
        QVERIFY(!guard());
    }

    void truncateDoesNotFreeTheLock()
    {
        const auto work = m_room.foreign();
        QVERIFY(guard());
        QVERIFY(
            m_application->exec(u"TRUNCATE leader_lease"_s)); // by the worker itself: others would have to wait for it
        Reply bid;
        WaitingNode bidding(m_room.settings, [&](NodeSession &node) { bid = node.capture(1, u"b#1.1"_s); });
        QTRY_VERIFY_WITH_TIMEOUT(waits(bidding), 30000);
        QVERIFY(m_application->exec(u"COMMIT"_s));
        bidding.finish();
        QCOMPARE(bid.verdict, Verdict::Captured);
        QVERIFY(m_room.events(1).contains(u"truncated captured"_s));
    }

    void cleanUpDoesNotFreeTheLock()
    {
        // Work that takes longer than the lease and the clean-up's patience.
        QVERIFY(guard());
        QVERIFY(m_room.exec(u"ALTER TABLE leader_lease DISABLE TRIGGER leader_lease_before_renewal"_s));
        QVERIFY(m_room.exec(
            u"UPDATE leader_lease SET created_at = now() - interval '1 h', expires_at = now() - interval '1 min'"_s));
        QVERIFY(m_room.exec(u"ALTER TABLE leader_lease ENABLE ALWAYS TRIGGER leader_lease_before_renewal"_s));
        QCOMPARE(m_node->cleanUp().cleaned, 1);
        Reply bid;
        WaitingNode bidding(m_room.settings, [&](NodeSession &node) { bid = node.capture(1, u"b#1.1"_s); });
        QTRY_VERIFY_WITH_TIMEOUT(waits(bidding), 30000);
        QVERIFY(m_application->exec(u"COMMIT"_s));
        bidding.finish();
        QCOMPARE(bid.verdict, Verdict::Captured);
    }

    void guardMeetsACaptureUnderWay()
    {
        // The guard waits for the lock's row, then sees what was committed meanwhile.
        QCOMPARE(m_node->renew(1, {u"a#1.1"_s, m_held.row->term}, 300ms).verdict, Verdict::Renewed);
        QTRY_VERIFY_WITH_TIMEOUT(m_room.hasExpired(1), 30000);
        const auto capturing = m_room.foreign();
        QVERIFY(capturing->exec(u"BEGIN; SET LOCAL elector.capture = 'bid'; UPDATE leader_lease SET leader_id = "
                                u"'b#1.1', created_at = clock_timestamp(), "
                                "expires_at = clock_timestamp() + interval '1 min'"_s));
        bool granted = true;
        WaitingNode guarding(m_room.settings, [&](NodeSession &node) {
            const Execution execution = node.connection.execute(
                call(u"leader_lease_guard"_s).replace(u"SELECT public"_s, u"SELECT \"public\""_s));
            granted = execution.count() != 1 || execution.row(0).flag(0);
        });
        QTRY_VERIFY_WITH_TIMEOUT(waits(guarding), 30000);
        QVERIFY(capturing->exec(u"COMMIT"_s));
        guarding.finish();
        QVERIFY(!granted);
    }

    void boundedWaits()
    {
        // With the usual deadlock_timeout, both the guard and a foreign capture end before it.
        QCOMPARE(m_node->renew(1, {u"a#1.1"_s, m_held.row->term}, 300ms).verdict, Verdict::Renewed);
        QVERIFY(guard());
        QTRY_VERIFY_WITH_TIMEOUT(m_room.hasExpired(1), 30000);
        QVERIFY(m_room.exec(u"DELETE FROM leader_lease"_s));
        const auto npm = m_room.foreign();
        QVERIFY(npm->exec(u"SET deadlock_timeout = '1s'"_s));
        const SqlResult refused = npm->exec(NpmStatements(u"public"_s, 1, u"npm-1"_s).capture);
        QCOMPARE(refused.sqlState, u"55P03"_s);
        QVERIFY(m_application->exec(u"COMMIT"_s));
        QVERIFY(npm->exec(u"BEGIN"_s));
        QVERIFY(npm->exec(NpmStatements(u"public"_s, 1, u"npm-1"_s).capture));
        QCOMPARE(npm->exec(u"SHOW lock_timeout"_s).value().toString(),
                 u"0"_s); // what follows is the npm node's own business
        // The guard meets the lock's row taken: refused, not an error.
        QVERIFY(m_application->exec(u"BEGIN; SET LOCAL deadlock_timeout = '1s'"_s));
        const SqlResult late
            = m_application->exec(u"SELECT leader_lease_guard(1, 'npm-1', term) FROM leader_lease_lock WHERE id = 1"_s);
        QVERIFY2(late, qPrintable(late.error));
        QCOMPARE(late.value().toBool(), false);
        QVERIFY(m_application->exec(u"SELECT 1"_s));
    }

    void rollbackToASavepoint()
    {
        QVERIFY(m_application->exec(u"SAVEPOINT before_guard"_s));
        QVERIFY(guard());
        QVERIFY(m_application->exec(u"SAVEPOINT after_guard"_s));
        QVERIFY(held());
        QVERIFY(m_application->exec(u"ROLLBACK TO after_guard"_s));
        QVERIFY(held());
        QVERIFY(!lockRowIsFree());
        QVERIFY(m_application->exec(u"ROLLBACK TO before_guard"_s));
        QVERIFY(!held());
        QVERIFY(lockRowIsFree());
        // Taken again it stands again; released savepoints do no harm.
        QVERIFY(m_application->exec(u"SAVEPOINT nested"_s));
        QVERIFY(guard());
        QVERIFY(m_application->exec(u"RELEASE nested"_s));
        QVERIFY(held());
        QVERIFY(!lockRowIsFree());
        // Taken twice, the outer one survives.
        QVERIFY(m_application->exec(u"SAVEPOINT nested"_s));
        QVERIFY(guard());
        QVERIFY(m_application->exec(u"ROLLBACK TO nested"_s));
        QVERIFY(held());
        QVERIFY(!lockRowIsFree());
    }

    void guardsOfSeveralLocks()
    {
        const Reply other = m_node->capture(-5, u"a#1.2"_s);
        QVERIFY(guard());
        const QString arguments = u"(-5, 'a#1.2', %1)"_s.arg(*other.row->term);
        QVERIFY(m_application->exec(u"SELECT leader_lease_guard"_s + arguments).value().toBool());
        QVERIFY(m_application->exec(u"SELECT leader_lease_guard_held"_s + arguments).value().toBool());
        QVERIFY(held());
    }

    void hostileSearchPath()
    {
        QVERIFY(m_room.exec(
            u"CREATE SCHEMA evil; CREATE FUNCTION evil.clock_timestamp() RETURNS timestamptz LANGUAGE sql AS $$ SELECT "
            "timestamptz '-infinity' $$; CREATE TABLE evil.leader_lease_lock (id INT, term BIGINT, max_lease_ms BIGINT)"_s));
        QVERIFY(m_application->exec(u"SET search_path = evil, pg_catalog, public"_s));
        QVERIFY(guard());
        QVERIFY(!lockRowIsFree());
        QVERIFY(m_application->exec(u"CREATE TEMP TABLE leader_lease (id INT)"_s));
        QVERIFY(guard());
    }
};

} // namespace Elector

QTEST_GUILESS_MAIN(Elector::LeaseGuardTest)
#include "tst_leaseguard.moc"
