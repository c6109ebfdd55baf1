// SPDX-License-Identifier: MIT
#include "bothlevelstest.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Elector {

/// Statements that meet: each interleaving that a rule forbids, made to happen.
class LeaseRacesTest : public BothLevelsTest
{
    Q_OBJECT

private:
    /// An application's transaction that does this and stays open.
    std::unique_ptr<TestConnection> hold(const QString &sql)
    {
        auto connection = m_room.foreign();
        const SqlResult result = connection->exec(u"BEGIN; "_s + sql);
        if (!result)
            qWarning() << result.error;
        return connection;
    }
    bool waits(WaitingNode &node) { return m_room.server.isWaitingForLock(node.pid()); }

private Q_SLOTS:
    void rowLockedBeyondItsExpiry_data()
    {
        // Whatever the planner prefers: some joins look at the row before the lock is there.
        QTest::addColumn<SchemaLevel>("level");
        QTest::addColumn<QString>("plan");
        for (const SchemaLevel level : {SchemaLevel::Plain, SchemaLevel::Full}) {
            const char *name = level == SchemaLevel::Full ? "full" : "plain";
            QTest::addRow("%s, as the planner likes", name) << level << QString();
            QTest::addRow("%s, hash join", name) << level << u"nestloop mergejoin"_s;
            QTest::addRow("%s, merge join", name) << level << u"nestloop hashjoin"_s;
            QTest::addRow("%s, no index", name) << level << u"indexscan bitmapscan indexonlyscan hashjoin mergejoin"_s;
        }
    }
    void rowLockedBeyondItsExpiry()
    {
        QFETCH(QString, plan);
        for (const QString &method : plan.split(u' ', Qt::SkipEmptyParts))
            QVERIFY(m_room.exec(u"ALTER DATABASE \"%1\" SET enable_%2 = off"_s.arg(m_room.database, method)));
        // The renewal waits for a row that is merely locked, and finds that it ran out meanwhile.
        const Reply captured = m_node->capture(1, u"a#1.1"_s, 1500ms);
        const auto application = hold(u"SELECT * FROM leader_lease WHERE id = 1 FOR UPDATE"_s);
        Reply renewed;
        WaitingNode renewing(m_room.settings, [&](NodeSession &node) { renewed = node.renew(1, keyOf(captured)); });
        QTRY_VERIFY_WITH_TIMEOUT(waits(renewing), 30000);
        QTRY_VERIFY_WITH_TIMEOUT(m_room.hasExpired(1), 30000);
        QVERIFY(application->exec(u"COMMIT"_s));
        renewing.finish();
        QCOMPARE(renewed.verdict, Verdict::Expired);
        QVERIFY(m_room.hasExpired(1));
        QCOMPARE(m_node->capture(1, u"b#1.1"_s).verdict, Verdict::Captured);
    }

    void renewalWaitsWhileAnotherCaptures_data() { bothLevels(); }
    void renewalWaitsWhileAnotherCaptures()
    {
        const Reply captured = m_node->capture(1, u"a#1.1"_s, 300ms);
        QTRY_VERIFY_WITH_TIMEOUT(m_room.hasExpired(1), 30000);
        const auto capturing = hold(u"SET LOCAL elector.capture = 'bid'; UPDATE leader_lease SET leader_id = 'b#1.1', "
                                    u"created_at = clock_timestamp(), "
                                    "expires_at = clock_timestamp() + interval '1 min' WHERE id = 1"_s);
        Reply renewed;
        WaitingNode renewing(m_room.settings, [&](NodeSession &node) { renewed = node.renew(1, keyOf(captured)); });
        QTRY_VERIFY_WITH_TIMEOUT(waits(renewing), 30000);
        QVERIFY(capturing->exec(u"COMMIT"_s));
        renewing.finish();
        QCOMPARE(renewed.verdict, Verdict::Lost);
        QCOMPARE(renewed.row->leaderId, u"b#1.1"_s); // what is there now, not what the statement saw when it began
        QCOMPARE(m_node->read(1).row->leaderId, u"b#1.1"_s);
    }

    void renewalWaitsWhileItIsRevoked_data() { bothLevels(); }
    void renewalWaitsWhileItIsRevoked()
    {
        const Reply captured = m_node->capture(1, u"a#1.1"_s);
        const auto revoking = hold(u"UPDATE leader_lease SET leader_id = '#revoked a#1.1' WHERE id = 1"_s);
        Reply renewed;
        WaitingNode renewing(m_room.settings, [&](NodeSession &node) { renewed = node.renew(1, keyOf(captured)); });
        QTRY_VERIFY_WITH_TIMEOUT(waits(renewing), 30000);
        QVERIFY(revoking->exec(u"COMMIT"_s));
        renewing.finish();
        QCOMPARE(renewed.verdict, Verdict::Lost);
        QCOMPARE(renewed.row->leaderId, u"#revoked a#1.1"_s);
    }

    void renewalWaitsWhileItIsDeleted_data() { bothLevels(); }
    void renewalWaitsWhileItIsDeleted()
    {
        const Reply captured = m_node->capture(1, u"a#1.1"_s);
        const auto deleting = hold(u"DELETE FROM leader_lease WHERE id = 1"_s);
        Reply renewed;
        WaitingNode renewing(m_room.settings, [&](NodeSession &node) { renewed = node.renew(1, keyOf(captured)); });
        QTRY_VERIFY_WITH_TIMEOUT(waits(renewing), 30000);
        QVERIFY(deleting->exec(u"COMMIT"_s));
        renewing.finish();
        QCOMPARE(renewed.verdict, Verdict::Lost);
        QVERIFY(!renewed.row);
        QVERIFY(!m_node->read(1).row);
    }

    void renewalThatWaitedStillCounts_data() { bothLevels(); }
    void renewalThatWaitedStillCounts()
    {
        const Reply captured = m_node->capture(1, u"a#1.1"_s);
        const auto application = hold(u"UPDATE leader_lease SET created_at = created_at WHERE id = 1"_s);
        Reply renewed;
        WaitingNode renewing(m_room.settings,
                             [&](NodeSession &node) { renewed = node.renew(1, keyOf(captured), 10min); });
        QTRY_VERIFY_WITH_TIMEOUT(waits(renewing), 30000);
        QVERIFY(application->exec(u"COMMIT"_s));
        renewing.finish();
        QCOMPARE(renewed.verdict, Verdict::Renewed);
        QVERIFY(m_node->read(1).row->remaining > 5min);
    }

    void captureWaitsWhileTheHolderRenews_data() { bothLevels(); }
    void captureWaitsWhileTheHolderRenews()
    {
        // The bid saw an expired row; its holder's npm-style renewal commits first. The clock of the bid must not be
        // EXCLUDED's.
        QVERIFY(m_room.exec(NpmStatements(u"public"_s, 1, u"npm-1"_s, 300).capture));
        QTRY_VERIFY_WITH_TIMEOUT(m_room.hasExpired(1), 30000);
        const auto renewing = hold(NpmStatements(u"public"_s, 1, u"npm-1"_s).capture);
        Reply bid;
        WaitingNode bidding(m_room.settings, [&](NodeSession &node) { bid = node.capture(1, u"b#1.1"_s); });
        QTRY_VERIFY_WITH_TIMEOUT(waits(bidding), 30000);
        QVERIFY(renewing->exec(u"COMMIT"_s));
        bidding.finish();
        QCOMPARE(bid.outcome, Outcome::Answered);
        QCOMPARE(bid.verdict, Verdict::NotExpired);
        QCOMPARE(m_node->read(1).row->leaderId, u"npm-1"_s);
        if (full())
            QCOMPARE(m_room.events(1), u"captured"_s);
    }

    void waitingCaptureCountsFromWhenItGetsTheRow_data() { bothLevels(); }
    void waitingCaptureCountsFromWhenItGetsTheRow()
    {
        // EXCLUDED.expires_at was computed before the wait and would be in the past.
        QCOMPARE(m_node->capture(1, u"a#1.1"_s, 300ms).verdict, Verdict::Captured);
        QTRY_VERIFY_WITH_TIMEOUT(m_room.hasExpired(1), 30000);
        const auto application = hold(u"SELECT * FROM leader_lease WHERE id = 1 FOR UPDATE"_s);
        Reply bid;
        WaitingNode bidding(m_room.settings, [&](NodeSession &node) { bid = node.capture(1, u"b#1.1"_s, 2s); });
        QTRY_VERIFY_WITH_TIMEOUT(waits(bidding), 30000);
        const qint64 started
            = m_room.value(u"SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint"_s).toLongLong();
        QTRY_VERIFY_WITH_TIMEOUT(
            m_room.value(u"SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint"_s).toLongLong()
                > started + 2500,
            30000);
        QVERIFY(application->exec(u"COMMIT"_s));
        bidding.finish();
        QCOMPARE(bid.verdict, Verdict::Captured);
        QVERIFY(bid.row->remaining > 0s && bid.row->remaining <= 2s);
    }

    void stuckRowThatMovesAfterAll_data() { bothLevels(); }
    void stuckRowThatMovesAfterAll()
    {
        QVERIFY(m_room.plant(1, u"slow#1.1"_s, u"clock_timestamp() + interval '2 h'"_s, 5));
        const Reply seen = m_node->read(1);
        const auto renewing
            = hold(u"UPDATE leader_lease SET expires_at = clock_timestamp() + interval '1 min' WHERE id = 1"_s);
        Reply bid;
        WaitingNode bidding(m_room.settings, [&](NodeSession &node) {
            bid = node.table.perform(
                {1, CaptureRequest{u"b#1.1"_s, 10s, {}, false, StuckRow{seen.row->leaderId, seen.row->expiresAt}}});
        });
        QTRY_VERIFY_WITH_TIMEOUT(waits(bidding), 30000);
        QVERIFY(renewing->exec(u"COMMIT"_s));
        bidding.finish();
        QCOMPARE(bid.verdict, Verdict::NotExpired);
        QCOMPARE(m_node->read(1).row->leaderId, u"slow#1.1"_s);
    }

    void twoInsertsAtOnce_data() { bothLevels(); }
    void twoInsertsAtOnce()
    {
        const auto npm = hold(NpmStatements(u"public"_s, 1, u"npm-1"_s).capture);
        Reply bid;
        WaitingNode bidding(m_room.settings, [&](NodeSession &node) { bid = node.capture(1, u"b#1.1"_s); });
        QTRY_VERIFY_WITH_TIMEOUT(waits(bidding), 30000);
        QVERIFY(npm->exec(u"COMMIT"_s));
        bidding.finish();
        QCOMPARE(bid.verdict, Verdict::NotExpired);
        QCOMPARE(m_node->read(1).row->leaderId, u"npm-1"_s);
    }

    void manyBidsAtOnce_data() { bothLevels(); }
    void manyBidsAtOnce()
    {
        constexpr int bidders = 12;
        for (int round = 0; round < 5; ++round) {
            std::vector<Reply> replies(bidders);
            std::vector<std::unique_ptr<WaitingNode>> nodes;
            for (int i = 0; i < bidders; ++i) {
                nodes.push_back(std::make_unique<WaitingNode>(m_room.settings, [&replies, i, round](NodeSession &node) {
                    replies[static_cast<std::size_t>(i)]
                        = node.table.perform({round, CaptureRequest{u"n%1#1.1"_s.arg(i), 1min, {}, i % 3 == 0, {}}});
                }));
            }
            for (const auto &node : nodes)
                node->finish();
            int winners = 0;
            for (const Reply &reply : replies) {
                winners += reply.verdict == Verdict::Captured;
                QVERIFY(reply.verdict == Verdict::Captured || reply.verdict == Verdict::NotExpired
                        || reply.verdict == Verdict::GateBusy);
            }
            QCOMPARE(winners, 1);
        }
    }

    void orphanedDeleteOfAnOldTenure_data() { bothLevels(); }
    void orphanedDeleteOfAnOldTenure()
    {
        // A release that was sent, waits for the row, and finds a newer tenure of the same instance.
        const Reply first = m_node->capture(1, u"a#1.1"_s, 300ms);
        QTRY_VERIFY_WITH_TIMEOUT(m_room.hasExpired(1), 30000);
        const auto capturing = hold(u"SET LOCAL elector.capture = 'bid'; UPDATE leader_lease SET leader_id = 'a#1.2', "
                                    u"created_at = clock_timestamp(), "
                                    "expires_at = clock_timestamp() + interval '1 min' WHERE id = 1"_s);
        Reply released;
        WaitingNode releasing(m_room.settings, [&](NodeSession &node) { released = node.release(1, keyOf(first)); });
        QTRY_VERIFY_WITH_TIMEOUT(waits(releasing), 30000);
        QVERIFY(capturing->exec(u"COMMIT"_s));
        releasing.finish();
        QCOMPARE(released.verdict, Verdict::NothingToRelease);
        QCOMPARE(m_node->read(1).row->leaderId, u"a#1.2"_s);
    }

    void cleanUpMeetsACapture_data() { bothLevels(); }
    void cleanUpMeetsACapture()
    {
        QVERIFY(m_room.plant(1, u"old#1.1"_s, u"clock_timestamp() - interval '1 h'"_s));
        QVERIFY(m_room.plant(2, u"old#1.2"_s, u"clock_timestamp() - interval '1 h'"_s));
        const auto capturing = hold(u"SET LOCAL elector.capture = 'bid'; UPDATE leader_lease SET leader_id = 'b#1.1', "
                                    u"created_at = clock_timestamp(), "
                                    "expires_at = clock_timestamp() + interval '1 min' WHERE id = 1"_s);
        QCOMPARE(m_node->cleanUp().cleaned, 1); // does not wait
        QVERIFY(capturing->exec(u"COMMIT"_s));
        QCOMPARE(m_node->cleanUp().cleaned, 0);
        QCOMPARE(m_node->read(1).row->leaderId, u"b#1.1"_s);
    }

    void revokeMeetsAChangeOfHolder_data() { bothLevels(); }
    void revokeMeetsAChangeOfHolder()
    {
        const Reply first = m_node->capture(1, u"a#1.1"_s, 300ms);
        for (const bool evict : {false, true}) {
            QTRY_VERIFY_WITH_TIMEOUT(m_room.hasExpired(1), 30000);
            const QString next = evict ? u"c#1.1"_s : u"b#1.1"_s;
            const Reply before = m_node->read(1);
            const auto capturing = hold(u"SET LOCAL elector.capture = 'bid'; UPDATE leader_lease SET leader_id = '%1', "
                                        u"created_at = clock_timestamp(), "
                                        "expires_at = clock_timestamp() + interval '300 ms' WHERE id = 1"_s.arg(next));
            LeaseInspector::Intervention result;
            WaitingNode operating(m_room.settings, [&](NodeSession &node) {
                result = evict ? node.inspector.evict(1, before.row->leaderId, before.row->term, u"olga"_s, u"why"_s)
                               : node.inspector.revoke(1, before.row->leaderId, before.row->term, u"olga"_s, u"why"_s);
            });
            QTRY_VERIFY_WITH_TIMEOUT(waits(operating), 30000);
            QVERIFY(capturing->exec(u"COMMIT"_s));
            operating.finish();
            QCOMPARE(result.result, LeaseInspector::Intervention::MovedOn);
            QCOMPARE(result.row->leaderId, next);
            QCOMPARE(m_node->read(1).row->leaderId, next);
        }
        if (full())
            QVERIFY(!m_room.events(1).contains(u"revoked"_s) && !m_room.events(1).contains(u"evicted"_s));
    }

    void isolationOfTheSessionDoesNotMatter_data() { bothLevels(); }
    void isolationOfTheSessionDoesNotMatter()
    {
        QVERIFY(m_room.exec(
            u"ALTER DATABASE \"%1\" SET default_transaction_isolation = 'serializable'"_s.arg(m_room.database)));
        const auto node = m_room.node();
        const Reply captured = node->capture(1, u"a#1.1"_s);
        const auto application = hold(u"UPDATE leader_lease SET created_at = created_at WHERE id = 1"_s);
        Reply renewed;
        WaitingNode renewing(m_room.settings, [&](NodeSession &other) { renewed = other.renew(1, keyOf(captured)); });
        QTRY_VERIFY_WITH_TIMEOUT(waits(renewing), 30000);
        QVERIFY(application->exec(u"COMMIT"_s));
        renewing.finish();
        QCOMPARE(renewed.verdict, Verdict::Renewed);
    }

    void replicaRoleSkipsNothing_data() { bothLevels(); }
    void replicaRoleSkipsNothing()
    {
        const auto replica = m_room.foreign();
        QVERIFY(replica->exec(u"SET session_replication_role = replica"_s));
        QVERIFY(replica->exec(NpmStatements(u"public"_s, 1, u"npm-1"_s).capture));
        if (full()) {
            QVERIFY(m_room.storedTerm(1) > 0);
            QCOMPARE(m_room.events(1), u"captured"_s);
        }
    }

    void bornExpired_data() { bothLevels(); }
    void bornExpired()
    {
        if (!full())
            QSKIP("The plain level has no triggers.");
        // An npm node that froze between START TRANSACTION and its INSERT: its NOW() is old.
        const auto npm = m_room.foreign();
        const NpmStatements late(u"public"_s, 1, u"npm-1"_s, 200);
        QVERIFY(npm->exec(u"START TRANSACTION; SELECT NOW()"_s));
        QTRY_VERIFY_WITH_TIMEOUT(npm->exec(u"SELECT clock_timestamp() > NOW() + interval '201 ms'"_s).value().toBool(),
                                 30000);
        const SqlResult born = npm->exec(late.capture);
        QVERIFY2(born, qPrintable(born.error));
        QVERIFY(born.rows.isEmpty());
        QVERIFY(npm->exec(u"COMMIT"_s));
        QVERIFY(!m_node->read(1).row);
        // The same for a renewal that would end what is still alive.
        QVERIFY(m_room.exec(NpmStatements(u"public"_s, 1, u"npm-1"_s).capture));
        const SqlResult shortened = m_room.exec(
            u"UPDATE leader_lease SET expires_at = clock_timestamp(), created_at = clock_timestamp() - interval '1 h' RETURNING 1"_s);
        QVERIFY2(shortened && shortened.rows.isEmpty(), qPrintable(shortened.error));
        QVERIFY(!m_room.hasExpired(1));
    }

    void forgeriesAreRefused_data() { bothLevels(); }
    void forgeriesAreRefused()
    {
        if (!full())
            QSKIP("The plain level has no triggers.");
        const Reply captured = m_node->capture(1, u"a#1.1"_s);
        const char *const forgeries[] = {
            "INSERT INTO leader_lease (id, leader_id, expires_at) VALUES (2, '#revoked x', now() + interval '1 min')",
            "UPDATE leader_lease SET leader_id = '#revoked other' WHERE id = 1",
            "UPDATE leader_lease SET id = 2 WHERE id = 1",
        };
        for (const char *forgery : forgeries)
            QCOMPARE(m_room.exec(QLatin1String(forgery)).sqlState, u"23514"_s);
        // A tombstone cannot shorten or prolong the lease, nor change its term.
        QVERIFY(m_room.exec(
            u"UPDATE leader_lease SET leader_id = '#revoked a#1.1', expires_at = clock_timestamp() + interval '1 s', term = 1"_s));
        const Reply read = m_node->read(1);
        QVERIFY(read.row->expiresAt == captured.row->expiresAt);
        QCOMPARE(read.row->term, captured.row->term);
        // A term is given by the trigger, whatever was written.
        QVERIFY(m_room.exec(
            u"INSERT INTO leader_lease (id, leader_id, expires_at, term) VALUES (3, 'x', now() + interval '1 min', 99)"_s));
        QVERIFY(*m_node->read(3).row->term > *captured.row->term);
        QCOMPARE(*m_node->read(3).row->term, m_room.storedTerm(3));
        for (const QString &forgery : {u"UPDATE leader_lease SET leader_id = 'thief', term = 99 WHERE id = 3"_s,
                                       u"UPDATE leader_lease SET term = 99 WHERE id = 3"_s})
            QCOMPARE(m_room.exec(forgery).sqlState, u"42501"_s);
    }

    void termsSurvive_data() { bothLevels(); }
    void termsSurvive()
    {
        if (!full())
            QSKIP("The plain level has no terms.");
        qint64 last = 0;
        const auto next = [&](const QString &leader) {
            const Reply reply = m_node->capture(1, leader);
            const qint64 term = reply.row && reply.row->term ? *reply.row->term : 0;
            const bool grew = reply.verdict == Verdict::Captured && term > last && term == m_room.storedTerm(1);
            last = term;
            return grew;
        };
        QVERIFY(next(u"a#1.1"_s));
        QCOMPARE(m_node->release(1, {u"a#1.1"_s, last}).verdict, Verdict::Released);
        QVERIFY(next(u"a#1.2"_s));
        QVERIFY(m_room.exec(u"TRUNCATE leader_lease"_s));
        QVERIFY(next(u"a#1.3"_s));
        QVERIFY(m_room.exec(u"DELETE FROM leader_lease"_s));
        QVERIFY(next(u"a#1.4"_s));
        // A clock that went back does not bring terms back: the counter goes on.
        QVERIFY(m_room.exec(u"UPDATE leader_lease_lock SET term = term + 1000000000; DELETE FROM leader_lease"_s));
        last += 1000000000;
        QVERIFY(next(u"a#1.5"_s));
        QVERIFY(m_room.exec(u"DELETE FROM leader_lease; ALTER TABLE leader_lease_lock DISABLE TRIGGER ALL;"
                            " DELETE FROM leader_lease_lock"_s));
        last -= 1000000000; // whoever deletes that row has only the clock
        QVERIFY(next(u"a#1.6"_s));
        QVERIFY(m_room.exec(u"DELETE FROM leader_lease"_s));
        QVERIFY(m_room.exec(Schema::uninstallSql(u"public"_s, false)));
        QVERIFY(m_room.exec(Schema::installSql(u"public"_s, SchemaLevel::Full, 15)));
        m_node = m_room.node();
        QVERIFY(next(u"a#1.7"_s));
    }

    void npmNodeThatFreezes_data() { bothLevels(); }
    void npmNodeThatFreezes()
    {
        if (!full())
            QSKIP("The plain level has no triggers.");
        const auto npm = hold(NpmStatements(u"public"_s, 1, u"npm-1"_s, 1000).capture);
        // Its session ends by itself, and with it the lock on the row.
        QCOMPARE(m_node->capture(1, u"b#1.1"_s).verdict, Verdict::Captured);
        // A limit that was there before stays.
        const auto careful = m_room.foreign();
        QVERIFY(careful->exec(u"SET idle_in_transaction_session_timeout = '7min'; BEGIN"_s));
        QVERIFY(careful->exec(NpmStatements(u"public"_s, 2, u"npm-2"_s).capture));
        QCOMPARE(careful->exec(u"SHOW idle_in_transaction_session_timeout"_s).value().toString(), u"7min"_s);
    }

    void notifications_data() { bothLevels(); }
    void notifications()
    {
        if (!full())
            QSKIP("The plain level does not notify.");
        const auto listener = m_room.node();
        QCOMPARE(listener->connection.executeScript(u"LISTEN "_s + Schema::channel(u"public"_s)).outcome,
                 Outcome::Answered);
        const Reply captured = m_node->capture(1, u"a#1.1"_s);
        QCOMPARE(m_node->renew(1, keyOf(captured)).verdict, Verdict::Renewed);
        QCOMPARE(m_node->inspector.revoke(1, u"a#1.1"_s, captured.row->term, {}, {}).result,
                 LeaseInspector::Intervention::Done);
        QCOMPARE(m_node->release(1, keyOf(captured)).verdict, Verdict::Released);
        QVERIFY(m_room.exec(NpmStatements(u"public"_s, 2, u"npm-1"_s).capture));
        QByteArrayList payloads;
        QTRY_VERIFY_WITH_TIMEOUT(([&] {
                                     for (const auto &notification : listener->connection.takeNotifications())
                                         payloads.append(notification.payload);
                                     return payloads.size() >= 4;
                                 }()),
                                 30000);
        const QByteArray term = QByteArray::number(qint64(*captured.row->term));
        QCOMPARE(payloads,
                 (QByteArrayList{"1 " + term + " captured", "1 " + term + " revoked", "1 " + term + " free",
                                 "2 " + QByteArray::number(m_room.storedTerm(2)) + " captured"}));
    }

    void historyIsPruned_data() { bothLevels(); }
    void historyIsPruned()
    {
        if (!full())
            QSKIP("The plain level has no history.");
        QVERIFY(m_room.exec(
            u"INSERT INTO leader_lease_history (at, id, event) SELECT clock_timestamp() - interval '91 days', 1, "
            u"'captured' FROM "
            "generate_series(1, 30); INSERT INTO leader_lease_history (id, event) SELECT 1, 'captured' FROM generate_series(1, 100020)"_s));
        QCOMPARE(m_node->cleanUp({}, 40).verdict, Verdict::Cleaned); // bounded
        QCOMPARE(m_room.value(u"SELECT count(*) FROM leader_lease_history"_s).toInt(), 100010);
        QCOMPARE(m_node->cleanUp().verdict, Verdict::Cleaned);
        QCOMPARE(m_room.value(u"SELECT count(*) FROM leader_lease_history"_s).toInt(), 100000);
        QCOMPARE(m_node->cleanUp().verdict, Verdict::Cleaned);
        QCOMPARE(m_room.value(u"SELECT count(*) FROM leader_lease_history"_s).toInt(), 100000);
    }
};

} // namespace Elector

QTEST_GUILESS_MAIN(Elector::LeaseRacesTest)
#include "tst_leaseraces.moc"
