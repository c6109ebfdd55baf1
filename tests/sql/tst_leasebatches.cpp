// SPDX-License-Identifier: MIT
#include "bothlevelstest.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Elector {

/// Bids for many locks by one statement, and looks at many, on a plain table and on a full one.
class LeaseBatchesTest : public BothLevelsTest
{
    Q_OBJECT

    static LeaseTable::Capture bid(int lockId, const QString &leaderId = u"a#1.1"_s)
    {
        CaptureRequest what;
        what.leaderId = leaderId;
        what.lease = 10s;
        return {lockId, what};
    }

private Q_SLOTS:
    void bidsAreAnsweredEach_data() { bothLevels(); }
    void bidsAreAnsweredEach()
    {
        QVERIFY(m_node->table.captureBatch({}).empty());
        const Reply held = m_node->capture(1, u"other#1.1"_s, 60s);
        QVERIFY(m_room.plant(2, u"dead#1.1"_s, u"clock_timestamp() - interval '1 s'"_s, 7,
                             u"clock_timestamp() - interval '1 min'"_s));
        LeaseTable::Capture late = bid(4);
        late.what.notAfter = ServerTime(held.serverTime.time_since_epoch() - 1h);
        LeaseTable::Capture punctual = bid(5, u"quoted \"'\\ \u00fc#1.5"_s);
        punctual.what.notAfter = ServerTime(held.serverTime.time_since_epoch() + 1h);
        const auto gate = m_room.foreign();
        QVERIFY(gate->exec(u"BEGIN; SELECT pg_advisory_xact_lock(%1)"_s.arg(LeaseTable::gateKey(u"public"_s, 6))));
        LeaseTable::Capture ungated = bid(7);
        ungated.what.ungated = true;

        const std::vector<Reply> replies
            = m_node->table.captureBatch({bid(3), bid(1), late, bid(2), ungated, punctual, bid(6), bid(-8)});
        QCOMPARE(replies.size(), 8U);
        for (const Reply &reply : replies)
            QCOMPARE(reply.outcome, Outcome::Answered);
        QCOMPARE(replies[0].verdict, Verdict::Captured);
        QCOMPARE(replies[0].row->leaderId, u"a#1.1"_s);
        QVERIFY(replies[0].row->remaining > 5s && replies[0].row->remaining <= 10s);
        QCOMPARE(replies[1].verdict, Verdict::NotExpired);
        QCOMPARE(replies[1].row->leaderId, u"other#1.1"_s);
        QCOMPARE(replies[2].verdict, Verdict::BeyondTime);
        QCOMPARE(replies[3].verdict, Verdict::Captured); // from the dead
        QCOMPARE(replies[4].verdict, Verdict::Captured);
        QCOMPARE(replies[5].verdict, Verdict::Captured);
        QCOMPARE(replies[5].row->leaderId, punctual.what.leaderId);
        QCOMPARE(replies[6].verdict, Verdict::GateBusy);
        QCOMPARE(replies[7].verdict, Verdict::Captured);
        for (const int lockId : {2, 3, 5, 7, -8}) {
            const Reply look = m_node->read(lockId);
            QVERIFY2(look.row.has_value(), qPrintable(QString::number(lockId)));
            QVERIFY(look.row->remaining > 5s);
        }
        QVERIFY(!m_node->read(4).row);
        QVERIFY(!m_node->read(6).row);
        QCOMPARE(m_node->read(1).row->leaderId, u"other#1.1"_s);
        if (full()) {
            QVERIFY(*replies[3].row->term > 7);
            QCOMPARE(*replies[3].row->term, *m_node->read(2).row->term);
            QCOMPARE(replies[3].maxLease, 10000ms);
            QCOMPARE(m_room.events(3), u"captured"_s);
        }
        // What was won so is renewed as any other.
        QCOMPARE(m_node->renew(5, keyOf(replies[5])).verdict, Verdict::Renewed);
    }

    void pausedAndReservedLocksAreNotTaken()
    {
        m_room.settings.level = SchemaLevel::Full;
        QVERIFY(m_room.exec(u"INSERT INTO leader_lease_lock (id, term, max_lease_ms, paused_at) "
                            "VALUES (1, 5, 0, now()); "
                            "INSERT INTO leader_lease_lock (id, term, max_lease_ms, reserved_for, reserved_until) "
                            "VALUES (2, 5, 0, 'b', clock_timestamp() + interval '1 h'), "
                            "(3, 5, 0, 'a', clock_timestamp() + interval '1 h')"_s));
        const std::vector<Reply> replies = m_node->table.captureBatch({bid(1), bid(2), bid(3), bid(4)});
        QCOMPARE(replies[0].verdict, Verdict::Barred);
        QVERIFY(replies[0].order.paused);
        QCOMPARE(replies[1].verdict, Verdict::Barred);
        QCOMPARE(replies[1].order.reservedFor, u"b"_s);
        QCOMPARE(replies[2].verdict, Verdict::Captured);
        QVERIFY(!replies[2].order);
        QCOMPARE(replies[3].verdict, Verdict::Captured);
        QVERIFY(!m_node->read(1).row && !m_node->read(2).row);
    }
    void pausedAndReservedLocksAreNotTaken_data()
    {
        QTest::addColumn<SchemaLevel>("level");
        QTest::newRow("full") << SchemaLevel::Full;
    }

    void oneRowThatIsLockedFailsAllOrNothing_data() { bothLevels(); }
    void oneRowThatIsLockedFailsAllOrNothing()
    {
        QVERIFY(m_room.plant(2, u"dead#1.1"_s, u"clock_timestamp() - interval '1 s'"_s, 7,
                             u"clock_timestamp() - interval '1 min'"_s));
        const auto application = m_room.foreign();
        QVERIFY(application->exec(u"BEGIN; SELECT * FROM leader_lease WHERE id = 2 FOR UPDATE"_s));
        NodeSession::Settings impatient = m_room.settings;
        impatient.session.lockTimeout = 200ms;
        NodeSession node(impatient);
        for (const Reply &reply : node.table.captureBatch({bid(1), bid(2), bid(3)}))
            QCOMPARE(reply.outcome, Outcome::Failed);
        QVERIFY(!m_node->read(1).row);
        QVERIFY(!m_node->read(3).row);
        QVERIFY(application->exec(u"COMMIT"_s));
        for (const Reply &reply : m_node->table.captureBatch({bid(1), bid(2), bid(3)}))
            QCOMPARE(reply.verdict, Verdict::Captured);
    }

    void ofTwoBatchesEachLockIsWonOnce_data() { bothLevels(); }
    void ofTwoBatchesEachLockIsWonOnce()
    {
        std::vector<LeaseTable::Capture> ours;
        std::vector<LeaseTable::Capture> theirs;
        for (int id = 1; id <= 300; ++id) {
            ours.push_back(bid(id, u"a#1.%1"_s.arg(id)));
            theirs.insert(theirs.begin(), bid(id, u"b#1.%1"_s.arg(id)));
        }
        std::vector<Reply> wonByOther;
        WaitingNode other(m_room.settings, [&](NodeSession &node) { wonByOther = node.table.captureBatch(theirs); });
        const std::vector<Reply> won = m_node->table.captureBatch(ours);
        other.finish();
        for (int id = 1; id <= 300; ++id) {
            const Reply &a = won[size_t(id - 1)];
            const Reply &b = wonByOther[size_t(300 - id)];
            const int winners = int(a.verdict == Verdict::Captured) + int(b.verdict == Verdict::Captured);
            QVERIFY2(winners <= 1, qPrintable(QString::number(id)));
            const Reply look = m_node->read(id);
            QCOMPARE(look.row.has_value(), winners == 1);
            if (winners == 1)
                QVERIFY(look.row->leaderId.startsWith(a.verdict == Verdict::Captured ? u"a#"_s : u"b#"_s));
        }
    }

    void releasesAreAnsweredEach_data() { bothLevels(); }
    void releasesAreAnsweredEach()
    {
        QVERIFY(m_node->table.releaseBatch({}).empty());
        const QString quoted = u"quoted \"'\\ \u00fc#1.1"_s;
        const Reply first = m_node->capture(1, quoted, 60s);
        const Reply second = m_node->capture(2, u"a#1.2"_s, 60s);
        const Reply other = m_node->capture(3, u"other#1.3"_s, 60s);
        const Reply revoked = m_node->capture(4, u"a#1.4"_s, 60s);
        const Reply locked = m_node->capture(5, u"a#1.5"_s, 60s);
        QVERIFY(m_room.exec(u"UPDATE leader_lease SET leader_id = '#revoked a#1.4' WHERE id = 4"_s));
        TenureKey lateName = keyOf(second);
        lateName.leaderId = u"a#1.1"_s;
        const auto application = m_room.foreign();
        QVERIFY(application->exec(u"BEGIN; SELECT * FROM leader_lease WHERE id = 5 FOR UPDATE"_s));
        NodeSession::Settings impatient = m_room.settings;
        impatient.session.lockTimeout = 200ms;
        NodeSession node(impatient);
        const std::vector<Reply> replies = node.table.releaseBatch({{2, {lateName}},
                                                                    {1, {keyOf(first)}},
                                                                    {3, {{u"a#1.3"_s, other.row->term}}},
                                                                    {4, {keyOf(revoked)}},
                                                                    {5, {keyOf(locked)}},
                                                                    {6, {{u"a#1.6"_s, {}}}}});
        QCOMPARE(replies.size(), 6U);
        QCOMPARE(replies[0].verdict, Verdict::NothingToRelease); // a late one of an old tenure hits no newer one
        QCOMPARE(replies[1].verdict, Verdict::Released);
        QVERIFY(replies[1].serverTime >= locked.serverTime);
        QCOMPARE(replies[2].verdict, Verdict::NothingToRelease);
        QCOMPARE(replies[3].verdict, Verdict::Released); // the tombstone
        QCOMPARE(replies[4].outcome, Outcome::Failed); // waited for, by itself
        QCOMPARE(replies[5].verdict, Verdict::NothingToRelease);
        QVERIFY(application->exec(u"COMMIT"_s));
        QCOMPARE(m_room.value(u"SELECT string_agg(id::text, ' ' ORDER BY id) FROM leader_lease"_s).toString(),
                 u"2 3 5"_s);
        if (full()) {
            QCOMPARE(m_room.events(1), u"captured released"_s);
            QCOMPARE(m_room.events(4), u"captured revoked acknowledged"_s);
            TenureKey otherTerm = keyOf(second);
            otherTerm.term = *otherTerm.term + 1;
            QCOMPARE(m_node->table.releaseBatch({{2, {otherTerm}}, {3, {keyOf(other)}}})[0].verdict,
                     Verdict::NothingToRelease);
        }
    }

    void looksAreAnsweredEach_data() { bothLevels(); }
    void looksAreAnsweredEach()
    {
        QVERIFY(m_node->table.readBatch({}).empty());
        QCOMPARE(m_node->capture(1, u"a#1.1"_s, 10s).verdict, Verdict::Captured);
        QCOMPARE(m_node->capture(-3, u"b#1.1"_s, 20s).verdict, Verdict::Captured);
        const std::vector<Reply> looks = m_node->table.readBatch({-3, 2, 1});
        QCOMPARE(looks.size(), 3U);
        for (const Reply &look : looks)
            QCOMPARE(look.verdict, Verdict::Read);
        QCOMPARE(looks[0].row->leaderId, u"b#1.1"_s);
        QVERIFY(!looks[1].row);
        QCOMPARE(looks[2].row->leaderId, u"a#1.1"_s);
        QCOMPARE(looks[2].row->term, m_node->read(1).row->term);
        QCOMPARE(looks[0].maxLease, full() ? 20000ms : 0ms);
    }
};

} // namespace Elector

QTEST_GUILESS_MAIN(Elector::LeaseBatchesTest)
#include "tst_leasebatches.moc"
