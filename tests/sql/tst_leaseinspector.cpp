// SPDX-License-Identifier: MIT
#include "bothlevelstest.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Elector {

/// What an operator sees and does.
class LeaseInspectorTest : public BothLevelsTest
{
    Q_OBJECT

private:
    static const Lease *find(const LeaseInspector::Snapshot &snapshot, int id)
    {
        for (const Lease &lease : snapshot.leases) {
            if (lease.lockId == id)
                return &lease;
        }
        return nullptr;
    }

private Q_SLOTS:
    void emptySnapshot_data() { bothLevels(); }
    void emptySnapshot()
    {
        const auto snapshot = m_node->inspector.snapshot();
        QCOMPARE(snapshot.outcome, Outcome::Answered);
        QVERIFY(snapshot.leases.empty());
        QVERIFY(snapshot.serverTime.time_since_epoch() > 0s); // the clock is there although no row is
        QVERIFY(snapshot.sentAt <= snapshot.receivedAt);
    }

    void snapshot_data() { bothLevels(); }
    void snapshot()
    {
        const Reply held = m_node->capture(3, u"web-1#ab.1"_s, 20s);
        QCOMPARE(m_node->renew(3, {held.row->leaderId, held.row->term}, 20s).verdict, Verdict::Renewed);
        QVERIFY(m_room.plant(1, u"dead#1.1"_s, u"clock_timestamp() - interval '1 s'"_s));
        const Reply revoked = m_node->capture(2, u"x#y#ab.7"_s, 20s);
        QCOMPARE(m_node->inspector.revoke(2, u"x#y#ab.7"_s, revoked.row->term, {}, {}).result,
                 LeaseInspector::Intervention::Done);
        QVERIFY(m_room.exec(NpmStatements(u"public"_s, -1, u"npm"_s).capture));
        QVERIFY(m_room.plant(4, u"for ever"_s, u"'infinity'"_s));
        const Reply once = m_node->capture(5, u"gone#1.1"_s);
        QCOMPARE(m_node->release(5, {once.row->leaderId, once.row->term}).verdict, Verdict::Released);
        if (full()) {
            QVERIFY(m_room.exec(u"INSERT INTO leader_lease_lock (id, name) VALUES (6, 'reports'); UPDATE "
                                u"leader_lease_lock SET name = 'billing' WHERE id = 3; "
                                "UPDATE leader_lease SET metadata = 'http://x' WHERE id = 3"_s));
        }
        const auto snapshot = m_node->inspector.snapshot();
        QCOMPARE(snapshot.outcome, Outcome::Answered);
        QCOMPARE(snapshot.leases.size(), full() ? 7U : 5U);
        QVERIFY(std::is_sorted(snapshot.leases.begin(), snapshot.leases.end(),
                               [](const Lease &a, const Lease &b) { return a.lockId < b.lockId; }));

        const Lease *lease = find(snapshot, 3);
        QCOMPARE(lease->state, LeaseState::Held);
        QCOMPARE(lease->leaderId, u"web-1#ab.1"_s);
        QCOMPARE(lease->instanceId(), u"web-1"_s);
        QCOMPARE(lease->incarnation(), u"ab.1"_s);
        QVERIFY(lease->remaining > 10s && lease->remaining <= 20s);
        QVERIFY(lease->expiresAt && lease->createdAt && *lease->createdAt < *lease->expiresAt);
        QCOMPARE(lease->expiresAt->timeSpec(), Qt::UTC);
        const qint64 expiry = std::chrono::duration_cast<std::chrono::milliseconds>(
                                  (snapshot.serverTime + lease->remaining).time_since_epoch())
                                  .count();
        QCOMPARE(lease->expiresAt->toMSecsSinceEpoch(), expiry);
        QCOMPARE(lease->term, full() ? std::optional<qint64>(*held.row->term) : std::nullopt);
        QCOMPARE(lease->renewals, full() ? 1 : -1);
        QCOMPARE(lease->leaseDuration, full() ? 20000ms : 0ms);
        QCOMPARE(lease->name, full() ? u"billing"_s : QString());
        QCOMPARE(lease->metadata, full() ? u"http://x"_s : QString());

        QCOMPARE(find(snapshot, 1)->state, LeaseState::Expired);
        QVERIFY(find(snapshot, 1)->remaining == 0us);
        QCOMPARE(find(snapshot, 2)->state, LeaseState::Revoked);
        QCOMPARE(find(snapshot, 2)->leaderId, u"x#y#ab.7"_s);
        QCOMPARE(find(snapshot, 2)->instanceId(), u"x#y"_s);
        QCOMPARE(find(snapshot, -1)->state, LeaseState::Held);
        QCOMPARE(find(snapshot, -1)->instanceId(), u"npm"_s);
        QCOMPARE(find(snapshot, -1)->incarnation(), QString());
        QCOMPARE(find(snapshot, -1)->renewals, -1);
        QCOMPARE(find(snapshot, -1)->leaseDuration, 0ms);
        QVERIFY(find(snapshot, 4)->remaining == std::chrono::microseconds::max());
        QVERIFY(!find(snapshot, 4)->expiresAt);
        if (full()) {
            QCOMPARE(find(snapshot, 5)->state, LeaseState::Free);
            QVERIFY(find(snapshot, 5)->leaderId.isEmpty() && !find(snapshot, 5)->expiresAt);
            QCOMPARE(find(snapshot, 6)->name, u"reports"_s);
        }
    }

    void revoke_data() { bothLevels(); }
    void revoke()
    {
        const Reply held = m_node->capture(1, u"a#1.1"_s, 20s);
        const auto term = held.row->term;
        // Not the one that was seen: nothing happens.
        const auto other = m_node->inspector.revoke(1, u"b#1.1"_s, term, u"olga"_s, u"why"_s);
        QCOMPARE(other.result, LeaseInspector::Intervention::MovedOn);
        QCOMPARE(other.row->leaderId, u"a#1.1"_s);
        if (full())
            QCOMPARE(m_node->inspector.revoke(1, u"a#1.1"_s, *term - 1, u"olga"_s, u"why"_s).result,
                     LeaseInspector::Intervention::MovedOn);
        const auto nothing = m_node->inspector.revoke(2, u"a#1.1"_s, term, u"olga"_s, u"why"_s);
        QCOMPARE(nothing.result, LeaseInspector::Intervention::MovedOn);
        QVERIFY(!nothing.row);
        QCOMPARE(m_node->read(1).row->leaderId, u"a#1.1"_s);

        const auto done = m_node->inspector.revoke(1, u"a#1.1"_s, term, u"olga's \"console\"?"_s, u"deploy; 'now'"_s);
        QCOMPARE(done.outcome, Outcome::Answered);
        QCOMPARE(done.result, LeaseInspector::Intervention::Done);
        QCOMPARE(done.row->leaderId, u"a#1.1"_s);
        QVERIFY(done.row->remaining > 0s);
        const Reply read = m_node->read(1);
        QCOMPARE(read.row->leaderId, u"#revoked a#1.1"_s);
        QVERIFY(read.row->expiresAt == held.row->expiresAt);
        QCOMPARE(read.row->term, term);
        const auto again = m_node->inspector.revoke(1, u"a#1.1"_s, term, u"olga"_s, u"why"_s);
        QCOMPARE(again.result, LeaseInspector::Intervention::MovedOn);
        QCOMPARE(again.row->leaderId, u"#revoked a#1.1"_s);
        QCOMPARE(m_node->inspector.revoke(1, u"#revoked a#1.1"_s, term, u"olga"_s, u"why"_s).result,
                 LeaseInspector::Intervention::MovedOn);

        const auto history = m_node->inspector.history(1, 0, 100);
        QCOMPARE(history.outcome, Outcome::Answered);
        QCOMPARE(history.events.size(), full() ? 2U : 0U);
        if (full()) {
            const LeaseEvent &event = history.events.back();
            QCOMPARE(event.kind, u"revoked"_s);
            QCOMPARE(event.leaderId, u"a#1.1"_s);
            QCOMPARE(event.actor, u"postgres"_s);
            QCOMPARE(event.operatorName, u"olga's \"console\"?"_s);
            QCOMPARE(event.reason, u"deploy; 'now'"_s);
            QCOMPARE(event.application, u"elector-test"_s);
            QCOMPARE(event.address, QString());
            QCOMPARE(event.term, std::optional<qint64>(*term));
            // Who and why do not leak into what the session does next.
            QCOMPARE(m_node->release(1, {u"a#1.1"_s, term}).verdict, Verdict::Released);
            const LeaseEvent acknowledged = m_node->inspector.history(1, 0, 100).events.back();
            QCOMPARE(acknowledged.kind, u"acknowledged"_s);
            QVERIFY(acknowledged.operatorName.isEmpty() && acknowledged.reason.isEmpty());
        }
    }

    void evict_data() { bothLevels(); }
    void evict()
    {
        const Reply held = m_node->capture(1, u"a#1.1"_s, 20s);
        QCOMPARE(m_node->inspector.evict(1, u"b#1.1"_s, held.row->term, {}, {}).result,
                 LeaseInspector::Intervention::MovedOn);
        QCOMPARE(m_node->inspector.evict(2, u"a#1.1"_s, held.row->term, {}, {}).result,
                 LeaseInspector::Intervention::MovedOn);
        const auto done = m_node->inspector.evict(1, u"a#1.1"_s, held.row->term, u"olga"_s, u"it hangs"_s);
        QCOMPARE(done.result, LeaseInspector::Intervention::Done);
        QVERIFY(done.row->expiresAt == held.row->expiresAt); // until then it may act
        QVERIFY(done.row->remaining > 10s);
        QVERIFY(!m_node->read(1).row);
        QCOMPARE(m_node->renew(1, {u"a#1.1"_s, held.row->term}).verdict, Verdict::Lost);
        const Reply next = m_node->capture(1, u"b#1.1"_s, 20s);
        QCOMPARE(next.verdict, Verdict::Captured);
        // A tombstone too.
        QCOMPARE(m_node->inspector.revoke(1, u"b#1.1"_s, next.row->term, {}, {}).result,
                 LeaseInspector::Intervention::Done);
        QCOMPARE(m_node->inspector.evict(1, u"b#1.1"_s, next.row->term, u"olga"_s, {}).result,
                 LeaseInspector::Intervention::Done);
        QVERIFY(!m_node->read(1).row);
        if (full()) {
            QCOMPARE(m_room.events(1), u"captured evicted captured revoked evicted"_s);
            QCOMPARE(
                m_room
                    .value(
                        u"SELECT operator_name || ': ' || reason FROM leader_lease_history WHERE event = 'evicted' ORDER BY seq LIMIT 1"_s)
                    .toString(),
                u"olga: it hangs"_s);
            QCOMPARE(m_node->capture(1, u"c#1.1"_s).verdict, Verdict::Captured);
            QCOMPARE(m_node->release(1, {u"c#1.1"_s, {}}).verdict, Verdict::Released);
            QVERIFY(m_room.events(1).endsWith(u"captured released"_s)); // the mark of the eviction did not stay
        }
    }

    void truncationOfARunningTombstoneIsRecorded_data()
    {
        QTest::addColumn<SchemaLevel>("level");
        QTest::newRow("full") << SchemaLevel::Full;
    }
    void truncationOfARunningTombstoneIsRecorded()
    {
        const auto revoke = [this](int lock, const QString &leader, std::chrono::milliseconds lease) {
            const Reply held = m_node->capture(lock, leader, lease);
            return m_node->inspector.revoke(lock, leader, held.row->term, {}, {}).result;
        };
        QCOMPARE(revoke(1, u"running#1.1"_s, 60s), LeaseInspector::Intervention::Done);
        QCOMPARE(revoke(2, u"over#1.1"_s, 200ms), LeaseInspector::Intervention::Done);
        QTRY_VERIFY_WITH_TIMEOUT(
            m_room.value(u"SELECT expires_at < clock_timestamp() FROM leader_lease WHERE id = 2"_s).toBool(), 30000);
        QVERIFY(m_room.exec(u"TRUNCATE leader_lease"_s));
        QCOMPARE(m_room.events(1), u"captured revoked truncated"_s);
        QCOMPARE(m_room.events(2), u"captured revoked"_s);
    }

    void notDone_data() { bothLevels(); }
    void notDone()
    {
        m_room.settings.session.lockTimeout = 50ms;
        const auto hasty = m_room.node();
        m_room.settings.session.lockTimeout = 15s;
        const Reply held = m_node->capture(1, u"a#1.1"_s);
        const auto application = m_room.foreign();
        QVERIFY(application->exec(u"BEGIN; SELECT * FROM leader_lease FOR UPDATE"_s));
        const auto revoked = hasty->inspector.revoke(1, u"a#1.1"_s, held.row->term, {}, {});
        QCOMPARE(revoked.result, LeaseInspector::Intervention::NotDone);
        QCOMPARE(revoked.outcome, Outcome::Failed);
        QCOMPARE(revoked.error.sqlState, u"55P03"_s);
    }

    void history_data() { bothLevels(); }
    void history()
    {
        for (int i = 1; i <= 3; ++i) {
            const QString leader = u"a#1.%1"_s.arg(i);
            QCOMPARE(m_node->capture(i % 2, leader).verdict, Verdict::Captured);
            QCOMPARE(m_node->release(i % 2, {leader, {}}).verdict, Verdict::Released);
        }
        if (!full()) {
            QVERIFY(m_node->inspector.history({}, -1, 10).events.empty());
            return;
        }
        const auto all = m_node->inspector.history({}, 0, 100).events;
        QCOMPARE(all.size(), 6U);
        QVERIFY(std::is_sorted(all.begin(), all.end(),
                               [](const LeaseEvent &a, const LeaseEvent &b) { return a.sequence < b.sequence; }));
        QCOMPARE(all.at(0).kind, u"captured"_s);
        QCOMPARE(all.at(0).leaderId, u"a#1.1"_s);
        QCOMPARE(all.at(0).at.timeSpec(), Qt::UTC);
        QVERIFY(qAbs(all.at(0).at.secsTo(QDateTime::currentDateTimeUtc())) < 3600);
        QCOMPARE(m_node->inspector.history(1, 0, 100).events.size(), 4U);
        QCOMPARE(m_node->inspector.history(7, 0, 100).events.size(), 0U);
        const auto following = m_node->inspector.history({}, all.at(1).sequence, 2).events;
        QCOMPARE(following, (std::vector<LeaseEvent>{all.at(2), all.at(3)}));
        const auto newest = m_node->inspector.history({}, -1, 2).events;
        QCOMPARE(newest, (std::vector<LeaseEvent>{all.at(4), all.at(5)}));
        QCOMPARE(m_node->inspector.history(0, -1, 1).events.at(0), all.at(3));
        const auto older = m_node->inspector.history({}, -1, 2, newest.at(0).sequence).events;
        QCOMPARE(older, (std::vector<LeaseEvent>{all.at(2), all.at(3)}));
        QCOMPARE(m_node->inspector.history(0, -1, 9, all.at(3).sequence).events, std::vector<LeaseEvent>{all.at(2)});
        QVERIFY(m_node->inspector.history({}, -1, 9, all.at(0).sequence).events.empty());
        QVERIFY(m_node->inspector.history({}, -1, 0).events.empty());
        QVERIFY(m_node->inspector.history({}, -1, -5).events.empty());
    }
};

} // namespace Elector

QTEST_GUILESS_MAIN(Elector::LeaseInspectorTest)
#include "tst_leaseinspector.moc"
