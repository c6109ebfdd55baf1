// SPDX-License-Identifier: MIT
#include "sqlroom.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Elector {

using Result = LeaseInspector::Intervention::Result;

/// Rule 22: an operator pauses a lock, or reserves it for one instance; and gives it a name.
class LockOrdersTest : public QObject
{
    Q_OBJECT

private:
    static TenureKey keyOf(const Reply &reply) { return {reply.row->leaderId, reply.row->term}; }
    NpmStatements npm(const QString &leader) const { return {u"public"_s, 1, leader, 60000}; }
    /// What a node of nest-leader-election gets: true if it leads.
    bool npmCaptures(const QString &leader)
    {
        const SqlResult result = m_room.exec(npm(leader).capture);
        return result && !result.rows.isEmpty();
    }
    LeaseInspector &inspector() { return m_node->inspector; }
    Result pause() { return inspector().pause(1, u"olga"_s, u"disk swap"_s).result; }
    Result resume() { return inspector().resume(1, u"olga"_s, u"done"_s).result; }

    SqlRoom m_room;
    std::unique_ptr<NodeSession> m_node;

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_room.start()); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        QVERIFY(m_room.newDatabase(SchemaLevel::Full));
        m_node = m_room.node();
        QVERIFY(!m_node->error);
    }
    void cleanup() { m_node.reset(); }

    void pausedLockIsRevokedAndNobodysUntilResumed()
    {
        const Reply held = m_node->capture(1, u"a#1.1"_s);
        QCOMPARE(pause(), Result::Done);
        QCOMPARE(m_node->read(1).row->leaderId, u"#revoked a#1.1"_s);
        QCOMPARE(m_node->renew(1, keyOf(held)).verdict, Verdict::Lost);
        QCOMPARE(m_node->release(1, keyOf(held)).verdict, Verdict::Released);
        const qint64 term = m_room.storedTerm(1);

        const Reply bid = m_node->capture(1, u"b#1.1"_s);
        QCOMPARE(bid.verdict, Verdict::Barred);
        QVERIFY(bid.order.paused);
        QVERIFY(!npmCaptures(u"npm"_s));
        QVERIFY(!m_node->read(1).row);
        QCOMPARE(m_room.storedTerm(1), term); // bids in vain change no term
        const LockOrder seen = m_node->read(1).order;
        QVERIFY(seen.paused && seen.operatorName == u"olga"_s && seen.reason == u"disk swap"_s);
        QVERIFY(inspector().snapshot().leases.at(0).order == seen);

        QCOMPARE(resume(), Result::Done);
        QVERIFY(!m_node->read(1).order);
        QCOMPARE(m_node->capture(1, u"b#1.1"_s).verdict, Verdict::Captured);
        QCOMPARE(m_room.events(1), u"captured paused revoked acknowledged resumed captured"_s);
        const auto history = inspector().history(1, 0, 100).events;
        QCOMPARE(history.at(1).operatorName, u"olga"_s);
        QCOMPARE(history.at(1).reason, u"disk swap"_s);
        QCOMPARE(history.at(4).reason, u"done"_s);
    }

    void expiredRowIsNotTakenOverNorRevivedWhilePaused()
    {
        QVERIFY(m_room.plant(1, u"npm"_s, u"clock_timestamp() - interval '1 s'"_s));
        QCOMPARE(pause(), Result::Done);
        QCOMPARE(m_node->capture(1, u"b#1.1"_s).verdict, Verdict::Barred);
        QVERIFY(!npmCaptures(u"npm"_s)); // a renewal, as that node sees it
        QVERIFY(m_room.hasExpired(1));
        QCOMPARE(resume(), Result::Done);
        QCOMPARE(m_node->capture(1, u"b#1.1"_s).verdict, Verdict::Captured);
    }

    void pauseDoesNotWaitForGuardedWork()
    {
        const Reply held = m_node->capture(1, u"a#1.1"_s);
        const auto application = m_room.foreign();
        QVERIFY(application->exec(u"BEGIN"_s));
        QVERIFY(
            application->exec(u"SELECT leader_lease_guard(1, 'a#1.1', %1)"_s.arg(*held.row->term)).value().toBool());
        QCOMPARE(pause(), Result::Done);
        QCOMPARE(inspector().rename(1, u"nightly"_s, {}, {}).result, Result::Done);
        QVERIFY(application->exec(u"COMMIT"_s));
        QCOMPARE(resume(), Result::Done);
    }

    void captureThatCameLaterThanThePauseIsUndone_data()
    {
        QTest::addColumn<bool>("rowExists");
        QTest::newRow("no row") << false;
        QTest::newRow("expired row") << true;
    }
    void captureThatCameLaterThanThePauseIsUndone()
    {
        QFETCH(bool, rowExists);
        if (rowExists)
            QVERIFY(m_room.plant(1, u"dead#1.1"_s, u"clock_timestamp() - interval '1 s'"_s));
        else // the lock is known, so that the bid has a row to wait for
            QCOMPARE(m_node->release(1, keyOf(m_node->capture(1, u"a#1.1"_s))).verdict, Verdict::Released);
        const auto admin = m_room.foreign();
        QVERIFY(admin->exec(u"BEGIN"_s));
        QVERIFY(admin->exec(u"SELECT leader_lease_order(1, 'pause', NULL, NULL, NULL, NULL)"_s));
        Reply bid;
        WaitingNode bidding(m_room.settings, [&](NodeSession &node) { bid = node.capture(1, u"b#1.1"_s); });
        QTRY_VERIFY_WITH_TIMEOUT(m_room.server.isWaitingForLock(bidding.pid()), 30000);
        QVERIFY(admin->exec(u"COMMIT"_s));
        bidding.finish();
        QVERIFY(bid.verdict != Verdict::Captured);
        QCOMPARE(m_node->capture(1, u"b#1.2"_s).verdict, Verdict::Barred);
        QVERIFY(!m_room.events(1).endsWith(u"captured"_s));
    }

    void pauseThatCameLaterThanTheCaptureRevokesIt()
    {
        const auto other = m_room.foreign();
        QVERIFY(other->exec(u"BEGIN"_s));
        QVERIFY(other->exec(npm(u"npm"_s).capture));
        LeaseInspector::Intervention paused;
        WaitingNode pausing(m_room.settings,
                            [&](NodeSession &node) { paused = node.inspector.pause(1, u"olga"_s, u"now"_s); });
        QTRY_VERIFY_WITH_TIMEOUT(m_room.server.isWaitingForLock(pausing.pid()), 30000);
        QVERIFY(other->exec(u"COMMIT"_s));
        pausing.finish();
        QCOMPARE(paused.result, Result::Done);
        QCOMPARE(m_node->read(1).row->leaderId, u"#revoked npm"_s);
        QCOMPARE(m_room.events(1), u"captured paused revoked"_s);
    }

    void reservedLockIsForOneInstance()
    {
        const Reply held = m_node->capture(1, u"a#1.1"_s);
        const auto reserved = inspector().reserve(1, u"b"_s, 1min, u"a#1.1"_s, held.row->term, u"olga"_s, u"drain a"_s);
        QCOMPARE(reserved.result, Result::Done);
        QCOMPARE(m_node->release(1, keyOf(held)).verdict, Verdict::Released);
        QCOMPARE(m_node->capture(1, u"c#1.1"_s).verdict, Verdict::Barred);
        QVERIFY(!npmCaptures(u"npm"_s));
        const LockOrder order = m_node->read(1).order;
        QCOMPARE(order.reservedFor, u"b"_s);
        QVERIFY(order.reservedRemaining > 1min); // counted from the end of the lease
        const Reply taken = m_node->capture(1, u"b#9.1"_s);
        QCOMPARE(taken.verdict, Verdict::Captured);
        QVERIFY(!taken.order);
        // That was what it was for.
        QCOMPARE(m_node->release(1, keyOf(taken)).verdict, Verdict::Released);
        QCOMPARE(m_node->capture(1, u"c#1.2"_s).verdict, Verdict::Captured);
        QCOMPARE(m_room.events(1), u"captured reserved revoked acknowledged captured released captured"_s);
    }

    void reservationForTheHolderLeavesItAlone()
    {
        const Reply held = m_node->capture(1, u"a#1.1"_s);
        QCOMPARE(inspector().reserve(1, u"a"_s, 1min, {}, {}, {}, {}).result, Result::Done);
        QCOMPARE(m_node->renew(1, keyOf(held)).verdict, Verdict::Renewed);
    }

    void reservationOfAnotherTenureThanTheOneSeenDoesNothing()
    {
        const Reply held = m_node->capture(1, u"a#1.1"_s);
        const ServerTime expiry = held.row->expiresAt;
        QCOMPARE(inspector().reserve(1, u"b"_s, 1min, u"z#1.1"_s, held.row->term, {}, {}).result, Result::MovedOn);
        QCOMPARE(inspector().reserve(1, u"b"_s, 1min, u"a#1.1"_s, *held.row->term - 1, {}, {}).result, Result::MovedOn);
        const Reply read = m_node->read(1);
        QVERIFY(read.row->leaderId == u"a#1.1"_s && read.row->expiresAt == expiry && !read.order);
        QCOMPARE(m_room.events(1), u"captured"_s);
    }

    void reservationEndsByItself()
    {
        QCOMPARE(inspector().reserve(1, u"b"_s, 200ms, {}, {}, {}, {}).result, Result::Done);
        QTRY_VERIFY_WITH_TIMEOUT(!m_node->read(1).order, 30000);
        QCOMPARE(m_node->capture(1, u"c#1.1"_s).verdict, Verdict::Captured);
    }

    void names()
    {
        QCOMPARE(inspector().rename(1, u"nightly job"_s, u"olga"_s, {}).result, Result::Done);
        QCOMPARE(inspector().snapshot().leases.at(0).name, u"nightly job"_s);
        const auto taken = inspector().rename(2, u"nightly job"_s, {}, {});
        QCOMPARE(taken.result, Result::NotDone);
        QVERIFY(taken.error.text.contains(u"nightly job"_s) && !taken.error.remedy.isEmpty());
        for (const QString &name : {u"7"_s, u"-7"_s, u" x"_s, u"x\ny"_s, QString(101, u'x')}) {
            const auto refused = inspector().rename(1, name, {}, {});
            QCOMPARE(refused.result, Result::NotDone);
            QCOMPARE(refused.error.code, ErrorCode::Configuration);
        }
        QCOMPARE(inspector().rename(1, {}, u"olga"_s, {}).result, Result::Done);
        QCOMPARE(inspector().snapshot().leases.at(0).name, QString());
        QCOMPARE(m_room.events(1), u"renamed renamed"_s);
    }

    void plainHasNoOrders()
    {
        QVERIFY(m_room.newDatabase(SchemaLevel::Plain));
        m_node = m_room.node();
        for (const auto &refused :
             {inspector().pause(1, {}, {}), inspector().resume(1, {}, {}),
              inspector().reserve(1, u"b"_s, 1s, {}, {}, {}, {}), inspector().rename(1, u"x"_s, {}, {})}) {
            QCOMPARE(refused.result, Result::NotDone);
            QVERIFY(refused.error && !refused.error.remedy.isEmpty());
        }
        QVERIFY(!m_node->read(1).order);
    }
};

} // namespace Elector

QTEST_GUILESS_MAIN(Elector::LockOrdersTest)
#include "tst_lockorders.moc"
