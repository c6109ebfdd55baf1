// SPDX-License-Identifier: MIT
#include "librarytest.h"

#include <Elector/leaderelector.h>
#include <Elector/leadertimer.h>
#include <Elector/onceper.h>
#include <Elector/schema.h>

#include <QSignalSpy>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace Elector;

namespace {

/// A node, and what its question came to.
struct Asker
{
    Asker(const ElectorConfig &config, std::chrono::milliseconds span)
        : elector(config)
        , oncePer(&elector, span)
    {
        QObject::connect(&oncePer, &OncePer::due, &oncePer, [this] { said += u" due"_s; });
        QObject::connect(&oncePer, &OncePer::notDue, &oncePer,
                         [this](const QString &by, std::chrono::milliseconds rest) {
                             said += u" notDue"_s;
                             doneBy = by;
                             remaining = rest;
                         });
        QObject::connect(&oncePer, &OncePer::noted, &oncePer, [this] { said += u" noted"_s; });
        QObject::connect(&oncePer, &OncePer::failed, &oncePer, [this](const ElectorError &why) {
            said += u" failed"_s;
            error = why;
        });
    }

    LeaderElector elector;
    OncePer oncePer;
    QString said;
    QString doneBy;
    std::chrono::milliseconds remaining{};
    ElectorError error;
};

} // namespace

/// Work that is to succeed once in a while, whichever node does it.
class TestOncePer : public LibraryTest
{
    Q_OBJECT

private:
    ElectorConfig node(const QString &name, std::chrono::milliseconds lease = 4s) { return m_room.config(name, lease); }
    /// The table as the version before made it: no column and no function for successes.
    void makeOld()
    {
        QVERIFY(m_room.exec(u"DROP FUNCTION leader_lease_succeeded(INT, TEXT, BIGINT);"
                            "ALTER TABLE leader_lease_lock DROP COLUMN succeeded_at, DROP COLUMN succeeded_by,"
                            " DROP COLUMN succeeded_term"_s));
    }

private Q_SLOTS:
    void theNextLeaderFindsTheSuccess()
    {
        Asker first(node(u"first"_s), 1h);
        QVERIFY(!first.oncePer.begin()); // does not lead
        QVERIFY(first.elector.start());
        ELECTOR_TRY(first.elector.isLeader());
        QVERIFY(first.oncePer.begin());
        QVERIFY(first.oncePer.isActive());
        QVERIFY(!first.oncePer.begin());
        ELECTOR_TRY_COMPARE(first.said, u" due"_s);
        const QString tenure = first.elector.leaderId();
        first.oncePer.succeed();
        first.elector.stop(); // has to wait for the note
        ELECTOR_TRY(first.elector.state() == ElectorState::Stopped);
        QCOMPARE(first.said, u" due noted"_s);
        QVERIFY(!first.oncePer.isActive());
        QCOMPARE(m_room.value(u"SELECT succeeded_by FROM leader_lease_lock WHERE id = 1"_s).toString(), tenure);

        Asker second(node(u"second"_s), 1h);
        QVERIFY(second.elector.start());
        ELECTOR_TRY(second.elector.isLeader());
        QVERIFY(second.oncePer.begin());
        ELECTOR_TRY_COMPARE(second.said, u" notDue"_s);
        QCOMPARE(second.doneBy, tenure);
        QVERIFY(second.remaining > 30min && second.remaining <= 1h);
        QVERIFY(!second.oncePer.isActive());
        // It does not keep the lock.
        second.elector.release();
        ELECTOR_TRY(m_room.holder() != second.elector.leaderId() || m_room.holder().isEmpty());
    }

    void workThatFailedIsDue()
    {
        Asker asker(node(u"node"_s), 1h);
        QVERIFY(asker.elector.start());
        ELECTOR_TRY(asker.elector.isLeader());
        QVERIFY(asker.oncePer.begin());
        ELECTOR_TRY_COMPARE(asker.said, u" due"_s);
        asker.oncePer.giveUp();
        asker.oncePer.succeed(); // too late
        QVERIFY(asker.oncePer.begin());
        ELECTOR_TRY_COMPARE(asker.said, u" due due"_s);
    }

    void dueAgainAfterItsTime()
    {
        Asker asker(node(u"node"_s), 1ms);
        QVERIFY(asker.elector.start());
        ELECTOR_TRY(asker.elector.isLeader());
        for (int i = 1; i <= 3; ++i) {
            asker.said.clear();
            QVERIFY(asker.oncePer.begin());
            ELECTOR_TRY_COMPARE(asker.said, u" due"_s);
            asker.oncePer.succeed();
            ELECTOR_TRY_COMPARE(asker.said, u" due noted"_s);
            ELECTOR_TRY(
                m_room.value(u"SELECT clock_timestamp() - succeeded_at > interval '2 ms' FROM leader_lease_lock"_s)
                    .toBool());
        }
    }

    void aSuccessFromTheFutureCountsAsOneOfNow()
    {
        Asker asker(node(u"node"_s), 1h);
        QVERIFY(asker.elector.start());
        ELECTOR_TRY(asker.elector.isLeader());
        QVERIFY(
            m_room.exec(u"UPDATE leader_lease_lock SET succeeded_at = now() + interval '1 day', succeeded_by = 'x'"_s));
        QVERIFY(asker.oncePer.begin());
        ELECTOR_TRY_COMPARE(asker.said, u" notDue"_s);
        QCOMPARE(asker.remaining, 1h);
    }

    /// Whoever has lost the row does not know who has worked since.
    void aLostTenureNotesNothing()
    {
        Asker asker(node(u"node"_s, 60s), 1h);
        QVERIFY(asker.elector.start());
        ELECTOR_TRY(asker.elector.isLeader());
        QVERIFY(asker.oncePer.begin());
        ELECTOR_TRY_COMPARE(asker.said, u" due"_s);
        QVERIFY(m_room.plant(1, u"other#1.1"_s, u"clock_timestamp() + interval '1 hour'"_s));
        asker.oncePer.succeed();
        ELECTOR_TRY_COMPARE(asker.said, u" due failed"_s);
        QVERIFY(asker.error.code == ErrorCode::Refused);
        QVERIFY(m_room.value(u"SELECT succeeded_at IS NULL FROM leader_lease_lock WHERE id = 1"_s).toBool());
    }

    /// The row is its own until the work is done: that it was done is a fact.
    void aRevokedTenureNotesItsSuccess()
    {
        Asker asker(node(u"node"_s, 60s), 1h);
        QVERIFY(asker.elector.start());
        ELECTOR_TRY(asker.elector.isLeader());
        QVERIFY(asker.oncePer.begin());
        ELECTOR_TRY_COMPARE(asker.said, u" due"_s);
        QVERIFY(m_room.exec(u"UPDATE leader_lease SET leader_id = '#revoked ' || leader_id"_s));
        ELECTOR_TRY(!asker.elector.isLeader());
        asker.oncePer.succeed();
        ELECTOR_TRY_COMPARE(asker.said, u" due noted"_s);
    }

    void trustThatEndsEndsTheQuestion()
    {
        Asker asker(node(u"node"_s, 1s), 1h);
        QVERIFY(asker.elector.start());
        ELECTOR_TRY(asker.elector.isLeader());
        QVERIFY(asker.oncePer.begin());
        ELECTOR_TRY_COMPARE(asker.said, u" due"_s);
        QVERIFY(m_room.server.pause());
        asker.oncePer.succeed();
        ELECTOR_TRY_COMPARE(asker.said, u" due failed"_s);
        QVERIFY(!asker.error.text.isEmpty());
        QVERIFY(m_room.server.resume());
    }

    void plainRefuses()
    {
        QVERIFY(m_room.newDatabase(SchemaLevel::Plain));
        Asker asker(node(u"node"_s), 1h);
        QVERIFY(asker.elector.start());
        ELECTOR_TRY(asker.elector.isLeader());
        QVERIFY(asker.oncePer.begin());
        QCOMPARE(asker.said, u" failed"_s);
        QVERIFY2(asker.error.message().contains(u"elector migrate"_s), qPrintable(asker.error.message()));
        QVERIFY(!asker.oncePer.isActive());
    }

    /// A table of the version before works for everything else, and says what to do for this.
    void anOldTableRefusesUntilItIsMigrated()
    {
        QVERIFY(m_room.newDatabase(SchemaLevel::Full));
        makeOld();
        Asker asker(node(u"node"_s), 1h);
        QVERIFY(asker.elector.start());
        ELECTOR_TRY(asker.elector.isLeader());
        QVERIFY(asker.oncePer.begin());
        ELECTOR_TRY_COMPARE(asker.said, u" failed"_s);
        QVERIFY2(asker.error.message().contains(u"earlier version"_s), qPrintable(asker.error.message()));
        QVERIFY2(asker.error.message().contains(u"elector migrate"_s), qPrintable(asker.error.message()));
        QVERIFY(asker.elector.isLeader());
        // Brought up to date while the node runs.
        const auto application = m_room.application();
        QVERIFY(!Schema(application->database(), u"public"_s).upgrade());
        QVERIFY(asker.oncePer.begin());
        ELECTOR_TRY_COMPARE(asker.said, u" failed due"_s);
    }

    void timersOfAllNodesTickOnceATime()
    {
        constexpr auto span = 1h;
        int ticks = 0;
        std::vector<std::unique_ptr<LeaderElector>> electors;
        std::vector<std::unique_ptr<LeaderTimer>> timers;
        for (int i = 0; i < 3; ++i) {
            electors.push_back(std::make_unique<LeaderElector>(node(u"node-%1"_s.arg(i))));
            timers.push_back(std::make_unique<LeaderTimer>(electors.back().get()));
            timers.back()->setInterval(20ms);
            timers.back()->setOncePer(span);
            QCOMPARE(timers.back()->oncePer(), span);
            connect(timers.back().get(), &LeaderTimer::timeout, this, [&] { ++ticks; });
            connect(timers.back().get(), &LeaderTimer::errorOccurred, this,
                    [](const ElectorError &error) { QFAIL(qPrintable(error.message())); });
            timers.back()->start();
            QVERIFY(electors.back()->start());
        }
        // Each becomes leader in its turn, and asks.
        for (int i = 0; i < 3; ++i) {
            LeaderElector *leader = nullptr;
            const auto leads = [&] {
                for (const auto &elector : electors) {
                    if (elector && elector->isLeader())
                        leader = elector.get();
                }
                return leader != nullptr;
            };
            ELECTOR_TRY(leads());
            ELECTOR_TRY(ticks == 1);
            QSignalSpy renewals(leader, &LeaderElector::deadlineChanged);
            ELECTOR_TRY(renewals.count() >= 1);
            const auto gone = std::find_if(electors.begin(), electors.end(),
                                           [&](const auto &elector) { return elector.get() == leader; });
            gone->reset();
        }
        QCOMPARE(ticks, 1);
    }

    /// The new leader makes up at once for a tick that the old one did not finish, an hour before its own would come.
    void aTickThatFailedIsMadeUpForByTheNextLeader()
    {
        auto first = std::make_unique<LeaderElector>(node(u"first"_s));
        LeaderElector second(node(u"second"_s));
        LeaderTimer here(first.get());
        LeaderTimer there(&second);
        int failed = 0;
        int done = 0;
        connect(&here, &LeaderTimer::timeout, this, [&] {
            ++failed;
            here.tickFailed();
        });
        connect(&there, &LeaderTimer::timeout, this, [&] { ++done; });
        for (LeaderTimer *timer : {&here, &there}) {
            timer->setInterval(1h);
            timer->setOncePer(1h);
            timer->start();
        }
        QVERIFY(first->start());
        ELECTOR_TRY(failed == 1);
        QVERIFY(second.start());
        first.reset();
        ELECTOR_TRY(done == 1);
        ELECTOR_TRY(
            m_room.value(u"SELECT succeeded_by LIKE 'second#%' FROM leader_lease_lock WHERE id = 1"_s).toBool());
        QCOMPARE(failed, 1);
    }

    /// The lock is not given up before the slots return, and what they did counts, though leadership ends meanwhile.
    void aTickThatOutlastsLeadershipIsHeldAndCounts()
    {
        QVERIFY(m_room.newDatabase(SchemaLevel::Full));
        LeaderElector elector(node(u"node"_s, 60s));
        LeaderTimer timer(&elector);
        QString tombstone;
        connect(&timer, &LeaderTimer::timeout, this, [&] {
            QVERIFY(m_room.exec(u"UPDATE leader_lease SET leader_id = '#revoked ' || leader_id"_s));
            ELECTOR_TRY(!elector.isLeader());
            QTest::qWait(200); // it would be given up by now
            tombstone = m_room.holder();
        });
        timer.setInterval(24h);
        timer.setOncePer(1h);
        timer.start();
        QVERIFY(elector.start());
        ELECTOR_TRY(m_room.value(u"SELECT count(*) FROM leader_lease_history WHERE event = 'acknowledged'"_s).toInt()
                    == 1);
        QVERIFY2(tombstone.startsWith(u"#revoked node#"_s), qPrintable(tombstone));
        QVERIFY(m_room.value(u"SELECT succeeded_by LIKE 'node#%' FROM leader_lease_lock"_s).toBool());
    }

    /// What is not due yet comes when it is, and not an interval later.
    void aTickComesWhenItIsDue()
    {
        QVERIFY(m_room.newDatabase(SchemaLevel::Full));
        QVERIFY(m_room.exec(
            u"INSERT INTO leader_lease_lock (id, succeeded_at, succeeded_by) VALUES (1, clock_timestamp() - "
            "interval '1 hour' + interval '3 s', 'other#1.1')"_s));
        LeaderElector elector(node(u"node"_s));
        LeaderTimer timer(&elector);
        bool wasDue = false;
        connect(&timer, &LeaderTimer::timeout, this, [&] {
            wasDue
                = m_room.value(u"SELECT clock_timestamp() - succeeded_at >= interval '1 hour' FROM leader_lease_lock"_s)
                      .toBool();
        });
        timer.setInterval(24h);
        timer.setOncePer(1h);
        timer.start();
        QVERIFY(elector.start());
        ELECTOR_TRY(wasDue);
        ELECTOR_TRY(m_room.value(u"SELECT succeeded_by LIKE 'node#%' FROM leader_lease_lock"_s).toBool());
    }
};

QTEST_GUILESS_MAIN(TestOncePer)
#include "tst_onceper.moc"
