// SPDX-License-Identifier: MIT
#include "bothlevelstest.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Elector {

/// What renewals mean, one by one and many at once, on a plain table and on a full one.
class LeaseRenewalTest : public BothLevelsTest
{
    Q_OBJECT

private Q_SLOTS:
    void renewal_data() { bothLevels(); }
    void renewal()
    {
        const Reply captured = m_node->capture(1, u"a#1.1"_s, 10s);
        const Reply renewed = m_node->renew(1, keyOf(captured), 30s);
        QCOMPARE(renewed.outcome, Outcome::Answered);
        QCOMPARE(renewed.verdict, Verdict::Renewed);
        QCOMPARE(renewed.row->leaderId, u"a#1.1"_s);
        QCOMPARE(renewed.row->term, captured.row->term);
        QVERIFY(renewed.row->expiresAt > captured.row->expiresAt);
        QVERIFY(renewed.row->remaining > 20s && renewed.row->remaining <= 30s);
        QVERIFY(m_node->read(1).row->expiresAt == renewed.row->expiresAt);
        if (full()) {
            // Before a longer lease is in use, everybody can know of it.
            QCOMPARE(m_node->read(1).maxLease, 30000ms);
            QCOMPARE(m_room.value(u"SELECT lease_ms || ' ' || renewals FROM leader_lease"_s).toString(), u"30000 1"_s);
            QCOMPARE(m_node->renew(1, keyOf(captured), 5s).verdict, Verdict::Renewed);
            QCOMPARE(m_node->read(1).maxLease, 30000ms);
            QCOMPARE(m_room.events(1), u"captured"_s);
        }
    }

    void renewalNamesTheTenure_data() { bothLevels(); }
    void renewalNamesTheTenure()
    {
        QCOMPARE(m_node->renew(1, {u"a#1.1"_s, 1}).verdict, Verdict::Lost);
        QVERIFY(!m_node->renew(1, {u"a#1.1"_s, 1}).row);
        const Reply captured = m_node->capture(1, u"a#1.1"_s);
        const QString before = m_room.fingerprint();
        const Reply other = m_node->renew(1, {u"b#1.1"_s, captured.row->term});
        QCOMPARE(other.verdict, Verdict::Lost);
        QCOMPARE(other.row->leaderId, u"a#1.1"_s);
        QCOMPARE(other.row->term, captured.row->term);
        if (full()) {
            QCOMPARE(m_node->renew(1, {u"a#1.1"_s, *captured.row->term - 1}).verdict, Verdict::Lost);
            QCOMPARE(m_node->renew(1, {u"a#1.1"_s, {}}).verdict, Verdict::Renewed);
        } else {
            QCOMPARE(m_room.fingerprint(), before);
        }
    }

    void renewalOfTheExpired_data() { bothLevels(); }
    void renewalOfTheExpired()
    {
        const Reply captured = m_node->capture(1, u"a#1.1"_s, 300ms);
        QTRY_VERIFY_WITH_TIMEOUT(m_room.hasExpired(1), 30000);
        const Reply reply = m_node->renew(1, keyOf(captured));
        QCOMPARE(reply.verdict, Verdict::Expired);
        QCOMPARE(reply.row->leaderId, u"a#1.1"_s);
        QVERIFY(reply.row->remaining <= 0s);
        QVERIFY(m_room.hasExpired(1));
        const std::vector<Reply> batch = m_node->table.renewBatch({{1, {keyOf(captured), 10s, false}}});
        QCOMPARE(batch.at(0).verdict, Verdict::Expired);
        QVERIFY(m_room.hasExpired(1));
    }

    void renewalAfterABackwardStep_data() { bothLevels(); }
    void renewalAfterABackwardStep()
    {
        // created_at lies ahead of the clock: CHECK (expires_at > created_at) must not refuse the renewal.
        QVERIFY(m_room.plant(1, u"a#1.1"_s, u"clock_timestamp() + interval '2 h'"_s, 5,
                             u"clock_timestamp() + interval '1 h'"_s));
        const TenureKey key{u"a#1.1"_s, full() ? std::optional<std::int64_t>(5) : std::nullopt};
        QCOMPARE(m_node->renew(1, key, 10s).verdict, Verdict::Renewed);
        QVERIFY(m_room.value(u"SELECT created_at <= clock_timestamp() FROM leader_lease"_s).toBool());
        QVERIFY(m_room.plant(2, u"a#1.1"_s, u"clock_timestamp() + interval '2 h'"_s, 5,
                             u"clock_timestamp() + interval '1 h'"_s));
        QCOMPARE(m_node->table.renewBatch({{2, {key, 10s, false}}}).at(0).verdict, Verdict::Renewed);
    }

    void batchAnswersForEach_data() { bothLevels(); }
    void batchAnswersForEach()
    {
        QVERIFY(m_node->table.renewBatch({}).empty());
        const Reply good = m_node->capture(1, u"a \"quoted\" 'name'?\\ \u00fc#1.1"_s, 10s);
        QCOMPARE(good.verdict, Verdict::Captured);
        const Reply expired = m_node->capture(2, u"a#1.2"_s, 300ms);
        const Reply locked = m_node->capture(3, u"a#1.3"_s, 10s);
        QCOMPARE(m_node->capture(4, u"other#1.4"_s, 10s).verdict, Verdict::Captured);
        const Reply negative = m_node->capture(-7, u"a#1.7"_s, 10s);
        QTRY_VERIFY_WITH_TIMEOUT(m_room.hasExpired(2), 30000);
        const auto application = m_room.foreign();
        QVERIFY(application->exec(u"BEGIN; SELECT * FROM leader_lease WHERE id = 3 FOR UPDATE"_s));
        const std::vector<Reply> replies = m_node->table.renewBatch({{3, {keyOf(locked), 20s, false}},
                                                                     {1, {keyOf(good), 20s, false}},
                                                                     {5, {{u"a#1.5"_s, {}}, 20s, false}},
                                                                     {4, {{u"a#1.4"_s, {}}, 20s, false}},
                                                                     {2, {keyOf(expired), 20s, false}},
                                                                     {-7, {keyOf(negative), 40s, false}}});
        QCOMPARE(replies.size(), 6U);
        QCOMPARE(replies.at(0).verdict, Verdict::Busy);
        QCOMPARE(replies.at(1).verdict, Verdict::Renewed);
        QVERIFY(replies.at(1).row->remaining > 10s);
        QCOMPARE(replies.at(1).row->term, good.row->term);
        QCOMPARE(replies.at(2).verdict, Verdict::Lost);
        QVERIFY(!replies.at(2).row);
        QCOMPARE(replies.at(3).verdict, Verdict::Lost);
        QCOMPARE(replies.at(3).row->leaderId, u"other#1.4"_s);
        QCOMPARE(replies.at(4).verdict, Verdict::Expired);
        QCOMPARE(replies.at(5).verdict, Verdict::Renewed);
        QVERIFY(replies.at(5).row->remaining > 20s);
        for (const Reply &reply : replies) {
            QCOMPARE(reply.outcome, Outcome::Answered);
            QVERIFY(reply.serverTime >= good.serverTime);
            // Trust is counted from the statement that gave it; the others were asked for by a later one.
            if (reply.verdict == Verdict::Renewed)
                QVERIFY(reply.sentAt == replies.at(1).sentAt);
            else
                QVERIFY(reply.sentAt > replies.at(1).receivedAt);
        }
    }

    void largeBatch_data() { bothLevels(); }
    void largeBatch()
    {
        // Eight years ahead of the batch's limit of anything: many locks in one statement.
        QVERIFY(m_room.exec(
            u"INSERT INTO leader_lease (id, leader_id, expires_at, created_at) "
            "SELECT g, 'a#1.' || g, clock_timestamp() + interval '1 h', clock_timestamp() FROM generate_series(1, 2000) g"_s));
        std::vector<LeaseTable::Renewal> renewals;
        for (int id = 1; id <= 2000; ++id)
            renewals.push_back({id, {{u"a#1.%1"_s.arg(id), {}}, 2h, false}});
        const std::vector<Reply> replies = m_node->table.renewBatch(renewals);
        QCOMPARE(std::count_if(replies.begin(), replies.end(),
                               [](const Reply &reply) { return reply.verdict == Verdict::Renewed; }),
                 2000);
        QCOMPARE(
            m_room
                .value(u"SELECT count(*) FROM leader_lease WHERE expires_at > clock_timestamp() + interval '90 min'"_s)
                .toInt(),
            2000);
    }
};

} // namespace Elector

QTEST_GUILESS_MAIN(Elector::LeaseRenewalTest)
#include "tst_leaserenewal.moc"
