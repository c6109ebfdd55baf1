// SPDX-License-Identifier: MIT
#include "bothlevelstest.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Elector {

/// What each statement means, on a plain table and on a full one.
class LeaseTableTest : public BothLevelsTest
{
    Q_OBJECT

private Q_SLOTS:
    void readOfNothing_data() { bothLevels(); }
    void readOfNothing()
    {
        const Reply reply = m_node->read(1);
        QCOMPARE(reply.outcome, Outcome::Answered);
        QCOMPARE(reply.verdict, Verdict::Read);
        QVERIFY(!reply.row);
        QCOMPARE(reply.maxLease, 0ms);
        QVERIFY(reply.sentAt <= reply.receivedAt);
        const auto seconds = m_room.value(u"SELECT extract(epoch FROM clock_timestamp())::bigint"_s).toLongLong();
        QVERIFY(qAbs(std::chrono::duration_cast<std::chrono::seconds>(reply.serverTime.time_since_epoch()).count()
                     - seconds)
                < 60);
    }

    void captureOfTheFree_data() { bothLevels(); }
    void captureOfTheFree()
    {
        const Reply reply = m_node->capture(1, u"a#1.1"_s, 10s);
        QCOMPARE(reply.verdict, Verdict::Captured);
        QVERIFY(reply.row);
        QCOMPARE(reply.row->leaderId, u"a#1.1"_s);
        QCOMPARE(reply.row->term.has_value(), full());
        QVERIFY(reply.row->remaining > 0s && reply.row->remaining <= 10s);
        QCOMPARE((reply.serverTime + reply.row->remaining).time_since_epoch().count(),
                 reply.row->expiresAt.time_since_epoch().count());
        QCOMPARE(reply.maxLease, full() ? 10000ms : 0ms);
        const Reply read = m_node->read(1);
        QCOMPARE(read.row->leaderId, u"a#1.1"_s);
        QCOMPARE(read.row->term, reply.row->term);
        QVERIFY(read.row->expiresAt == reply.row->expiresAt);
        QCOMPARE(read.maxLease, reply.maxLease);
        QVERIFY(
            m_room
                .value(
                    u"SELECT expires_at - created_at BETWEEN interval '9.9 s' AND interval '10 s' FROM leader_lease"_s)
                .toBool());
        if (full()) {
            QCOMPARE(m_room.events(1), u"captured"_s);
            QCOMPARE(m_room.storedTerm(1), *reply.row->term);
            QCOMPARE(m_room.value(u"SELECT lease_ms || ' ' || renewals FROM leader_lease"_s).toString(), u"10000 0"_s);
        }
    }

    void losingBidsWriteNothing_data() { bothLevels(); }
    void losingBidsWriteNothing()
    {
        const Reply held = m_node->capture(1, u"a#1.1"_s);
        QCOMPARE(held.verdict, Verdict::Captured);
        const QString before = m_room.fingerprint();
        const auto other = m_room.node();
        const Reply lost = other->capture(1, u"b#1.1"_s);
        QCOMPARE(lost.outcome, Outcome::Answered);
        QCOMPARE(lost.verdict, Verdict::NotExpired);
        QCOMPARE(lost.row->leaderId, u"a#1.1"_s);
        QCOMPARE(lost.row->term, held.row->term);
        QVERIFY(lost.row->remaining > 0s);
        QCOMPARE(m_room.fingerprint(), before);
        // Nor an ungated one, one that comes too late, one that names another stuck row.
        QCOMPARE(other->table.perform({1, CaptureRequest{u"b#1.2"_s, 1s, {}, true, {}}}).verdict, Verdict::NotExpired);
        QCOMPARE(other->table.perform({1, CaptureRequest{u"b#1.3"_s, 1s, held.serverTime - 1s, false, {}}}).verdict,
                 Verdict::BeyondTime);
        QCOMPARE(other->table.perform({2, CaptureRequest{u"b#1.3"_s, 1s, held.serverTime - 1s, false, {}}}).verdict,
                 Verdict::BeyondTime);
        const StuckRow elsewhere{u"a#1.1"_s, held.row->expiresAt + 1us};
        QCOMPARE(other->table.perform({1, CaptureRequest{u"b#1.4"_s, 1s, {}, false, elsewhere}}).verdict,
                 Verdict::NotExpired);
        QCOMPARE(m_room.fingerprint(), before);
        // Nor does an npm node's.
        const SqlResult npm = m_room.exec(NpmStatements(u"public"_s, 1, u"npm"_s).capture);
        QVERIFY(npm && npm.rows.isEmpty());
        if (full())
            QCOMPARE(m_room.fingerprint(), before);
    }

    void aRehearsalLeavesNothing_data() { bothLevels(); }
    void aRehearsalLeavesNothing()
    {
        const Reply held = m_node->capture(1, u"a#1.1"_s);
        const QString before = m_room.fingerprint();
        if (m_room.settings.pooling == Pooling::Transaction)
            QSKIP("Nothing is rehearsed where nothing is prepared.");
        const auto other = m_room.node();
        other->table.rehearse();
        QCOMPARE(m_room.fingerprint(), before);
        // The session is no longer in a transaction, and as good as before.
        QCOMPARE(m_room.value(u"SELECT state FROM pg_stat_activity WHERE pid = %1"_s.arg(other->pid())).toString(),
                 u"idle"_s);
        QCOMPARE(other->capture(2, u"b#1.1"_s).verdict, Verdict::Captured);
        QCOMPARE(m_node->renew(1, keyOf(held)).verdict, Verdict::Renewed);
        // Also where it fails.
        QVERIFY(m_room.exec(u"DROP TABLE leader_lease CASCADE"_s));
        other->table.rehearse();
        QCOMPARE(other->connection.executeScript(u"SELECT 1"_s).outcome, Outcome::Answered);
    }

    void captureOfTheExpired_data() { bothLevels(); }
    void captureOfTheExpired()
    {
        const Reply first = m_node->capture(1, u"a#1.1"_s, 300ms);
        QCOMPARE(first.verdict, Verdict::Captured);
        QTRY_VERIFY_WITH_TIMEOUT(m_room.hasExpired(1), 30000);
        const auto other = m_room.node();
        const Reply second = other->capture(1, u"b#1.1"_s, 5s);
        QCOMPARE(second.verdict, Verdict::Captured);
        QCOMPARE(second.row->leaderId, u"b#1.1"_s);
        QVERIFY(second.row->remaining > 0s && second.row->remaining <= 5s);
        if (full()) {
            QVERIFY(*second.row->term > *first.row->term);
            QCOMPARE(m_room.events(1), u"captured expired captured"_s);
            QCOMPARE(second.maxLease, 5000ms);
            QVERIFY(m_room.value(u"SELECT metadata IS NULL AND renewals = 0 AND lease_ms = 5000 FROM leader_lease"_s)
                        .toBool());
        }
        // Even by oneself: a new tenure with a new term.
        QCOMPARE(other->renew(1, keyOf(second), 300ms).verdict, Verdict::Renewed);
        QTRY_VERIFY_WITH_TIMEOUT(m_room.hasExpired(1), 30000);
        const Reply third = other->capture(1, u"b#1.2"_s);
        QCOMPARE(third.verdict, Verdict::Captured);
        if (full())
            QVERIFY(*third.row->term > *second.row->term);
    }

    void gateRefused_data() { bothLevels(); }
    void gateRefused()
    {
        const auto application = m_room.foreign();
        QVERIFY(
            application->exec(u"BEGIN; SELECT pg_advisory_xact_lock(%1)"_s.arg(LeaseTable::gateKey(u"public"_s, 1))));
        QCOMPARE(m_node->capture(1, u"a#1.1"_s).verdict, Verdict::GateBusy);
        QCOMPARE(m_node->capture(2, u"a#1.1"_s).verdict, Verdict::Captured); // another lock, another gate
        QCOMPARE(m_node->table.perform({1, CaptureRequest{u"a#1.1"_s, 1s, {}, true, {}}}).verdict, Verdict::Captured);
        QVERIFY(application->exec(u"ROLLBACK"_s));
        // A gate ends with the statement.
        QCOMPARE(m_room.value(u"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"_s).toInt(), 0);
        QVERIFY(LeaseTable::gateKey(u"public"_s, 1) != LeaseTable::gateKey(u"other"_s, 1));
    }

    void captureWithinTheExpectedTime_data() { bothLevels(); }
    void captureWithinTheExpectedTime()
    {
        QCOMPARE(m_node->capture(1, u"a#1.1"_s, 300ms).verdict, Verdict::Captured);
        QTRY_VERIFY_WITH_TIMEOUT(m_room.hasExpired(1), 30000);
        const Reply seen = m_node->read(1);
        const Reply early
            = m_node->table.perform({1, CaptureRequest{u"b#1.1"_s, 1s, seen.serverTime - 1us, false, {}}});
        QCOMPARE(early.verdict, Verdict::BeyondTime);
        QCOMPARE(early.row->leaderId, u"a#1.1"_s);
        QVERIFY(early.serverTime > seen.serverTime);
        const Reply taken = m_node->table.perform({1, CaptureRequest{u"b#1.1"_s, 1s, seen.serverTime + 1h, false, {}}});
        QCOMPARE(taken.verdict, Verdict::Captured);
    }

    void stuckRowIsTakenOnlyIfUnchanged_data() { bothLevels(); }
    void stuckRowIsTakenOnlyIfUnchanged()
    {
        // As after a backward step: created and expiring in the far future.
        QVERIFY(m_room.plant(1, u"dead#1.1"_s, u"clock_timestamp() + interval '2 h'"_s, 5,
                             u"clock_timestamp() + interval '1 h'"_s));
        const Reply seen = m_node->read(1);
        QVERIFY(seen.row->remaining > 1h);
        QCOMPARE(m_node->capture(1, u"b#1.1"_s).verdict, Verdict::NotExpired);
        const auto bid = [&](const StuckRow &row) {
            return m_node->table.perform({1, CaptureRequest{u"b#1.1"_s, 10s, seen.serverTime + 1h, false, row}})
                .verdict;
        };
        QCOMPARE(bid({u"other#1.1"_s, seen.row->expiresAt}), Verdict::NotExpired);
        QCOMPARE(bid({seen.row->leaderId, seen.row->expiresAt - 1us}), Verdict::NotExpired);
        QCOMPARE(bid({seen.row->leaderId, seen.row->expiresAt}), Verdict::Captured);
        QCOMPARE(m_node->read(1).row->leaderId, u"b#1.1"_s);
        if (full()) {
            QVERIFY(m_room.storedTerm(1) > 5);
            QCOMPARE(m_room.events(1), u"expired captured"_s);
            QVERIFY(m_room.value(u"SELECT reason LIKE '%set back%' FROM leader_lease_history WHERE event = 'expired'"_s)
                        .toBool());
        }
    }

    void stuckForEver_data() { bothLevels(); }
    void stuckForEver()
    {
        QVERIFY(m_room.plant(1, u"dead"_s, u"'infinity'"_s));
        const Reply seen = m_node->read(1);
        QVERIFY(seen.row->expiresAt == ServerTime::max());
        QVERIFY(seen.row->remaining == std::chrono::microseconds::max());
        QVERIFY(m_room.plant(2, u"far"_s, u"'294276-12-31 23:59:59+00'"_s));
        QVERIFY(m_node->read(2).row->remaining == std::chrono::microseconds::max());
        const CaptureRequest bid{u"b#1.1"_s, 10s, {}, false, StuckRow{u"dead"_s, seen.row->expiresAt}};
        QCOMPARE(m_node->table.perform({1, bid}).verdict, Verdict::Captured);
    }

    void release_data() { bothLevels(); }
    void release()
    {
        const Reply captured = m_node->capture(1, u"a#1.1"_s);
        QCOMPARE(m_node->release(1, {u"a#1.2"_s, captured.row->term}).verdict, Verdict::NothingToRelease);
        QCOMPARE(m_node->release(2, keyOf(captured)).verdict, Verdict::NothingToRelease);
        if (full())
            QCOMPARE(m_node->release(1, {u"a#1.1"_s, *captured.row->term + 1}).verdict, Verdict::NothingToRelease);
        QVERIFY(m_node->read(1).row);
        const Reply released = m_node->release(1, keyOf(captured));
        QCOMPARE(released.outcome, Outcome::Answered);
        QCOMPARE(released.verdict, Verdict::Released);
        QVERIFY(!m_node->read(1).row);
        QCOMPARE(m_node->release(1, keyOf(captured)).verdict, Verdict::NothingToRelease);
        const Reply next = m_node->capture(1, u"a#1.2"_s);
        QCOMPARE(next.verdict, Verdict::Captured);
        if (full()) {
            QVERIFY(*next.row->term > *captured.row->term);
            QCOMPARE(m_room.events(1), u"captured released captured"_s);
        }
        // A late delete of the old tenure does not hit the new one.
        QCOMPARE(m_node->release(1, keyOf(captured)).verdict, Verdict::NothingToRelease);
        QCOMPARE(m_node->read(1).row->leaderId, u"a#1.2"_s);
    }

    void releaseForAPlainClient_data() { bothLevels(); }
    void releaseForAPlainClient()
    {
        const QString sql = LeaseTable::releaseSqlForLibpq(u"public"_s, m_room.settings.level);
        const QString prepare = u"PREPARE give_up AS "_s + sql;
        const auto client = m_room.foreign();
        const SqlResult prepared = client->exec(prepare);
        QVERIFY2(prepared, qPrintable(prepared.error));
        const Reply captured = m_node->capture(1, u"a#1.1"_s);
        const QString term = full() ? QString::number(*captured.row->term) : u"NULL"_s;
        QCOMPARE(client->exec(u"EXECUTE give_up(1, 'a#1.2', %1)"_s.arg(term)).affected, 0);
        if (full())
            QCOMPARE(client->exec(u"EXECUTE give_up(1, 'a#1.1', 1)"_s).affected, 0);
        QCOMPARE(m_node->inspector.revoke(1, u"a#1.1"_s, captured.row->term, {}, {}).result,
                 LeaseInspector::Intervention::Done);
        QCOMPARE(client->exec(u"EXECUTE give_up(1, 'a#1.1', %1)"_s.arg(term)).affected, 1);
        QVERIFY(!m_node->read(1).row);
        QCOMPARE(m_node->capture(1, u"a#1.3"_s).verdict, Verdict::Captured);
        QCOMPARE(client->exec(u"EXECUTE give_up(1, 'a#1.3', NULL)"_s).affected, 1);
    }

    void tombstoneIsTheHoldersOwn_data() { bothLevels(); }
    void tombstoneIsTheHoldersOwn()
    {
        const Reply captured = m_node->capture(1, u"a#1.1"_s);
        QCOMPARE(m_node->inspector.revoke(1, u"a#1.1"_s, captured.row->term, {}, {}).result,
                 LeaseInspector::Intervention::Done);
        const Reply renewed = m_node->renew(1, keyOf(captured));
        QCOMPARE(renewed.verdict, Verdict::Lost);
        QCOMPARE(renewed.row->leaderId, u"#revoked a#1.1"_s);
        QCOMPARE(renewed.row->term, captured.row->term);
        QVERIFY(renewed.row->expiresAt == captured.row->expiresAt);
        const std::vector<Reply> batch = m_node->table.renewBatch({{1, {keyOf(captured), 10s, false}}});
        QCOMPARE(batch.at(0).verdict, Verdict::Lost);
        QCOMPARE(batch.at(0).row->leaderId, u"#revoked a#1.1"_s);
        // Nobody takes over before the holder lets go.
        QCOMPARE(m_room.node()->capture(1, u"b#1.1"_s).verdict, Verdict::NotExpired);
        QVERIFY(m_room.exec(NpmStatements(u"public"_s, 1, u"a#1.1"_s).capture).rows.isEmpty());
        QCOMPARE(m_node->release(1, {u"b#1.1"_s, captured.row->term}).verdict, Verdict::NothingToRelease);
        QCOMPARE(m_node->release(1, keyOf(captured)).verdict, Verdict::Released);
        QVERIFY(!m_node->read(1).row);
        if (full())
            QCOMPARE(m_room.events(1), u"captured revoked acknowledged"_s);
    }

    void tombstoneThatRanOut_data() { bothLevels(); }
    void tombstoneThatRanOut()
    {
        const Reply captured = m_node->capture(1, u"a#1.1"_s, 300ms);
        QCOMPARE(m_node->inspector.revoke(1, u"a#1.1"_s, captured.row->term, {}, {}).result,
                 LeaseInspector::Intervention::Done);
        QTRY_VERIFY_WITH_TIMEOUT(m_room.hasExpired(1), 30000);
        const Reply next = m_node->capture(1, u"b#1.1"_s);
        QCOMPARE(next.verdict, Verdict::Captured);
        // The old holder's late acknowledgement finds nothing.
        QCOMPARE(m_node->release(1, keyOf(captured)).verdict, Verdict::NothingToRelease);
        if (full()) {
            QVERIFY(*next.row->term > *captured.row->term);
            QCOMPARE(m_room.events(1), u"captured revoked captured"_s);
        }
    }

    void cleanUp_data() { bothLevels(); }
    void cleanUp()
    {
        QCOMPARE(m_node->capture(1, u"live#1.1"_s).verdict, Verdict::Captured);
        QVERIFY(m_room.plant(2, u"fresh#1.1"_s, u"clock_timestamp() - interval '1 s'"_s));
        QVERIFY(m_room.plant(3, u"old#1.1"_s, u"clock_timestamp() - interval '6 s'"_s));
        QVERIFY(m_room.plant(4, u"#revoked old#1.1"_s, u"clock_timestamp() - interval '1 h'"_s));
        QVERIFY(m_room.plant(5, u"locked#1.1"_s, u"clock_timestamp() - interval '1 h'"_s));
        QVERIFY(m_room.plant(6, u"older#1.1"_s, u"clock_timestamp() - interval '1 h'"_s));
        const auto application = m_room.foreign();
        QVERIFY(application->exec(u"BEGIN; SELECT * FROM leader_lease WHERE id = 5 FOR UPDATE"_s));
        const Reply now = m_node->read(1);
        const Reply beyond = m_node->cleanUp(now.serverTime - 1us);
        QCOMPARE(beyond.verdict, Verdict::BeyondTime);
        QCOMPARE(beyond.cleaned, 0);
        const Reply one = m_node->cleanUp(now.serverTime + 1h, 1);
        QCOMPARE(one.verdict, Verdict::Cleaned);
        QCOMPARE(one.cleaned, 1);
        QCOMPARE(m_node->cleanUp().cleaned, 2);
        QCOMPARE(m_node->cleanUp().cleaned, 0);
        QCOMPARE(m_room.value(u"SELECT string_agg(id::text, ' ' ORDER BY id) FROM leader_lease"_s).toString(),
                 u"1 2 5"_s);
        if (full()) {
            QCOMPARE(m_room.events(3), u"expired"_s);
            QCOMPARE(m_room.events(4), QString()); // its end was recorded when it was revoked
            QCOMPARE(m_room.storedTerm(3), 1); // terms stay
        }
    }

    void npmCleanUpAndReleaseWork_data() { bothLevels(); }
    void npmCleanUpAndReleaseWork()
    {
        const NpmStatements npm(u"public"_s, 1, u"npm-1"_s);
        QVERIFY(m_room.plant(2, u"old"_s, u"clock_timestamp() - interval '1 h'"_s));
        for (const QString &statement : {npm.capture, npm.capture, npm.cleanUp, npm.release, npm.release}) {
            const SqlResult result = m_room.exec(u"START TRANSACTION; "_s + statement + u"; COMMIT"_s);
            QVERIFY2(result, qPrintable(result.error));
        }
        QCOMPARE(m_room.value(u"SELECT count(*) FROM leader_lease"_s).toInt(), 0);
        if (full()) {
            QCOMPARE(m_room.events(1), u"captured released"_s);
            QCOMPARE(m_room.events(2), u"expired"_s);
        }
    }

    void publish_data() { bothLevels(); }
    void publish()
    {
        const Reply captured = m_node->capture(1, u"a#1.1"_s);
        const Reply published = m_node->table.publish(1, keyOf(captured), u"http://10.0.0.1"_s);
        if (!full()) {
            QCOMPARE(published.outcome, Outcome::Failed);
            QVERIFY(!published.error.remedy.isEmpty());
            return;
        }
        QCOMPARE(published.verdict, Verdict::Renewed);
        QVERIFY(published.row->expiresAt == captured.row->expiresAt);
        QCOMPARE(m_room.value(u"SELECT metadata FROM leader_lease"_s).toString(), u"http://10.0.0.1"_s);
        QCOMPARE(m_node->table.publish(1, {u"b#1.1"_s, {}}, u"x"_s).verdict, Verdict::Lost);
        QCOMPARE(m_node->renew(1, keyOf(captured), 1ms).verdict, Verdict::Renewed);
        QTRY_VERIFY_WITH_TIMEOUT(m_room.hasExpired(1), 30000);
        QCOMPARE(m_node->capture(1, u"b#1.1"_s).verdict, Verdict::Captured);
        QVERIFY(m_room.value(u"SELECT metadata IS NULL FROM leader_lease"_s).toBool()); // it was the old leader's
    }

    void failures_data() { bothLevels(); }
    void failures()
    {
        // 55P03: nothing was applied.
        m_room.settings.session.lockTimeout = 50ms;
        const auto hasty = m_room.node();
        m_room.settings.session.lockTimeout = 15s;
        const Reply captured = hasty->capture(1, u"a#1.1"_s);
        const auto application = m_room.foreign();
        QVERIFY(application->exec(u"BEGIN; SELECT * FROM leader_lease WHERE id = 1 FOR UPDATE"_s));
        for (const Reply &reply : {hasty->renew(1, keyOf(captured)), hasty->release(1, keyOf(captured))}) {
            QCOMPARE(reply.outcome, Outcome::Failed);
            QCOMPARE(reply.verdict, Verdict::None);
            QCOMPARE(reply.error.sqlState, u"55P03"_s);
        }
        QVERIFY(application->exec(u"ROLLBACK"_s));
        QCOMPARE(hasty->renew(1, keyOf(captured)).verdict, Verdict::Renewed);
        QVERIFY(m_room.exec(u"DROP TABLE leader_lease"_s));
        QCOMPARE(m_node->read(1).error.code, ErrorCode::TableMissing);
        QCOMPARE(m_node->table.renewBatch({{1, {keyOf(captured), 1s, false}}}).at(0).outcome, Outcome::Failed);
    }

    void statementsHaveNoStrayMarks_data() { bothLevels(); }
    void statementsHaveNoStrayMarks()
    {
        for (const QString &name : LeaseTable::statementNames()) {
            const QString sql = LeaseTable::statement(name, u"public"_s, m_room.settings.level);
            QVERIFY2(!sql.contains(u'@') && !sql.contains(u"--"_s), qPrintable(sql));
            QVERIFY2(sql.contains(u"\"public\".leader_lease"_s), qPrintable(sql));
            QVERIFY2(name == u"publish" || full() || !sql.contains(u"leader_lease_"_s), qPrintable(sql));
        }
    }
};

} // namespace Elector

QTEST_GUILESS_MAIN(Elector::LeaseTableTest)
#include "tst_leasetable.moc"
