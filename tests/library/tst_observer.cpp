// SPDX-License-Identifier: MIT
#include "observertest.h"
#include "tcpproxy.h"

#include <Elector/leaderelector.h>
#include <Elector/schema.h>

#include <QPointer>
#include <QSignalSpy>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace Elector;

/// What somebody sees who only watches.
class TestObserver : public ObserverTest
{
    Q_OBJECT

private Q_SLOTS:
    void seesLeasesComeAndGo_data() { bothLevels(); }
    void seesLeasesComeAndGo()
    {
        QFETCH(SchemaLevel, level);
        QVERIFY(m_room.exec(Schema::installSql(u"public"_s, level, 15)));
        const bool full = level == SchemaLevel::Full;
        observe();
        QVERIFY(m_observer->isStale());
        QCOMPARE(m_observer->state(), LeaseObserver::Connecting);
        ELECTOR_TRY_COMPARE(m_observer->state(), LeaseObserver::Watching);
        QVERIFY(!m_observer->isStale());
        QVERIFY(m_observer->leases().isEmpty());
        QCOMPARE(m_observer->server().level, level);
        QVERIFY(m_observer->server().version >= 130000);
        QCOMPARE(m_observer->server().user, u"postgres"_s);
        QCOMPARE(m_observer->server().notifies, full);
        QVERIFY(m_observer->server().mayRelease);
        QVERIFY(!m_observer->server().standby);

        LeaderElector elector(m_room.config(u"node"_s, 4s));
        QVERIFY(elector.start());
        ELECTOR_TRY(m_observer->lease(1).has_value() && m_observer->lease(1)->state == LeaseState::Held);
        const Lease lease = *m_observer->lease(1);
        QCOMPARE(lease.leaderId, elector.leaderId());
        QCOMPARE(lease.instanceId(), u"node"_s);
        QVERIFY(!lease.incarnation().isEmpty());
        QCOMPARE(lease.term.has_value(), full);
        QCOMPARE(lease.term.value_or(0), elector.term());
        QVERIFY(lease.remaining > 0us && lease.remaining <= 4s);
        QVERIFY(m_observer->remainingNow(lease) <= lease.remaining);
        QVERIFY(lease.createdAt && lease.expiresAt && *lease.createdAt < *lease.expiresAt);
        QCOMPARE(lease.leaseDuration, full ? 4000ms : 0ms);
        QVERIFY(seen(LeaseChange::Added));
        ELECTOR_TRY(seen(LeaseChange::Changed)); // renewals are differences too
        elector.stop();
        if (full) {
            ELECTOR_TRY(m_observer->lease(1)->state == LeaseState::Free); // the lock is known by its past
            ELECTOR_TRY(kinds() == (QStringList{u"captured"_s, u"released"_s}));
            QCOMPARE(m_events.constFirst().leaderId, lease.leaderId);
            QCOMPARE(m_events.constFirst().term, lease.term);
            QVERIFY(m_events.constFirst().at.isValid());
        } else {
            ELECTOR_TRY(!m_observer->lease(1).has_value());
            QVERIFY(seen(LeaseChange::Removed));
            QVERIFY(m_events.isEmpty());
        }
        QVERIFY(m_errors.isEmpty());
    }

    void readsTheHistory()
    {
        QVERIFY(m_room.exec(Schema::installSql(u"public"_s, SchemaLevel::Full, 15)));
        {
            LeaderElector elector(m_room.config(u"node"_s, 4s));
            QVERIFY(elector.start());
            ELECTOR_TRY(elector.isLeader());
        }
        observe();
        QSignalSpy received(m_observer.get(), &LeaseObserver::historyReceived);
        ELECTOR_TRY_COMPARE(m_observer->state(), LeaseObserver::Watching);
        QVERIFY(m_events.isEmpty()); // what was before is no news
        const quint64 all = m_observer->requestHistory(std::nullopt);
        const quint64 none = m_observer->requestHistory(7);
        const quint64 newest = m_observer->requestHistory(1, 1);
        ELECTOR_TRY(received.size() == 3);
        QCOMPARE(received.at(0).at(0).toULongLong(), all);
        QCOMPARE(received.at(0).at(1).value<QList<LeaseEvent>>().size(), 2);
        QCOMPARE(received.at(1).at(0).toULongLong(), none);
        QVERIFY(received.at(1).at(1).value<QList<LeaseEvent>>().isEmpty());
        QCOMPARE(received.at(2).at(0).toULongLong(), newest);
        const auto events = received.at(2).at(1).value<QList<LeaseEvent>>();
        QCOMPARE(events.size(), 1);
        QCOMPARE(events.constFirst().kind, u"released"_s);
        QCOMPARE(events.constFirst().actor, u"postgres"_s);
        QVERIFY(!received.at(2).at(2).value<ElectorError>());
        m_observer->requestHistory(1, 1000, events.constFirst().sequence);
        ELECTOR_TRY(received.size() == 4);
        const auto older = received.at(3).at(1).value<QList<LeaseEvent>>();
        QCOMPARE(older.size(), 1);
        QCOMPARE(older.constFirst().kind, u"captured"_s);
        m_observer->stop();
        m_observer->requestHistory(1);
        ELECTOR_TRY(received.size() == 5);
        QVERIFY(received.at(4).at(2).value<ElectorError>());
    }

    void keepsTheLastSnapshotWhileTheConnectionIsBroken()
    {
        QVERIFY(m_room.exec(Schema::installSql(u"public"_s, SchemaLevel::Full, 15)));
        QVERIFY(m_room.plant(1, u"npm-node"_s, u"clock_timestamp() + interval '1 h'"_s));
        TcpProxy proxy;
        QVERIFY(proxy.startForTcp(u"127.0.0.1"_s, m_room.server.port()));
        observe(m_room.server.tcpDsn(m_room.database, proxy.port()));
        ELECTOR_TRY(m_observer->lease(1).has_value());
        proxy.refuse();
        proxy.resetAll();
        ELECTOR_TRY(m_observer->isStale());
        QCOMPARE(m_observer->state(), LeaseObserver::Connecting);
        QVERIFY(m_observer->lease(1).has_value());
        ELECTOR_TRY_COMPARE(m_observer->lastError().code, ErrorCode::Unreachable);
        QVERIFY(m_room.exec(u"DELETE FROM leader_lease"_s));
        proxy.forward();
        ELECTOR_TRY(m_recovered == 1);
        QVERIFY(!m_observer->isStale());
        QVERIFY(!m_observer->lastError());
        ELECTOR_TRY(m_observer->lease(1)->state == LeaseState::Free || !m_observer->lease(1));
    }

    void readsOnRequestOnlyWhilePaused()
    {
        QVERIFY(m_room.exec(Schema::installSql(u"public"_s, SchemaLevel::Full, 15)));
        observe();
        ELECTOR_TRY_COMPARE(m_observer->state(), LeaseObserver::Watching);
        m_observer->setPaused(true);
        QCOMPARE(m_observer->state(), LeaseObserver::Paused);
        QVERIFY(m_room.plant(1, u"npm-node"_s, u"clock_timestamp() + interval '1 h'"_s));
        m_observer->refresh();
        ELECTOR_TRY(m_observer->lease(1).has_value());
        QCOMPARE(m_observer->state(), LeaseObserver::Paused);
        m_observer->setPaused(false);
        ELECTOR_TRY_COMPARE(m_observer->state(), LeaseObserver::Watching);
        m_observer->stop();
        QCOMPARE(m_observer->state(), LeaseObserver::Stopped);
        QVERIFY(m_observer->isStale());
        m_observer->start();
        ELECTOR_TRY_COMPARE(m_observer->state(), LeaseObserver::Watching);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("prepare");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("mend");
        QTest::newRow("no table") << QString() << ErrorCode::TableMissing << QString::fromLatin1("install");
        QTest::newRow("no privilege") << u"install; REVOKE ALL ON leader_lease, leader_lease_lock FROM PUBLIC"_s
                                      << ErrorCode::PrivilegeMissing
                                      << u"GRANT SELECT ON ALL TABLES IN SCHEMA public TO looker"_s;
        QTest::newRow("another shape") << u"CREATE TABLE leader_lease (id TEXT)"_s << ErrorCode::TableForeign
                                       << u"DROP TABLE leader_lease; install"_s;
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, prepare);
        QFETCH(ErrorCode, code);
        QFETCH(QString, mend);
        const auto run = [this](const QString &text) {
            bool ok = true;
            const QStringList parts = text.split(u"; "_s, Qt::SkipEmptyParts);
            for (const QString &part : parts)
                ok = ok
                    && m_room.exec(part == u"install"_s ? Schema::installSql(u"public"_s, SchemaLevel::Full, 15)
                                                        : part);
            return ok;
        };
        m_room.exec(u"CREATE ROLE looker LOGIN"_s);
        QVERIFY(run(prepare));
        observe(m_room.server.dsn(m_room.database, u"looker"_s));
        ELECTOR_TRY(!m_errors.isEmpty());
        QCOMPARE(m_errors.constFirst().code, code);
        QVERIFY(!m_errors.constFirst().remedy.isEmpty());
        QVERIFY(m_observer->isStale());
        QVERIFY(run(mend));
        QVERIFY(m_room.exec(u"GRANT SELECT ON ALL TABLES IN SCHEMA public TO looker"_s));
        ELECTOR_TRY(m_recovered == 1);
        QCOMPARE(m_observer->state(), LeaseObserver::Watching);
        QVERIFY(!m_observer->server().mayRelease);
    }

    void refusesASchemaThatCannotBe()
    {
        LeaseObserver observer(ConnectionParameters::fromString(m_room.server.dsn(m_room.database)),
                               u"x\"; DROP TABLE y"_s);
        QSignalSpy errors(&observer, &LeaseObserver::errorOccurred);
        observer.start();
        QCOMPARE(observer.state(), LeaseObserver::Stopped);
        QCOMPARE(errors.size(), 1);
        QCOMPARE(errors.at(0).at(0).value<ElectorError>().code, ErrorCode::Configuration);
    }

    void mayBeDeletedInItsOwnSlot()
    {
        QVERIFY(m_room.exec(Schema::installSql(u"public"_s, SchemaLevel::Full, 15)));
        for (int signal = 0; signal < 2; ++signal) {
            QPointer observer = new LeaseObserver(ConnectionParameters::fromString(m_room.server.dsn(m_room.database)));
            const auto remove = [&] { delete observer.data(); };
            if (signal == 0)
                connect(observer, &LeaseObserver::stateChanged, this, [&](LeaseObserver::State state) {
                    if (state == LeaseObserver::Watching)
                        remove();
                });
            else
                connect(observer, &LeaseObserver::snapshotTaken, this, remove);
            observer->start();
            ELECTOR_TRY(observer.isNull());
        }
    }
};

QTEST_GUILESS_MAIN(TestObserver)
#include "tst_observer.moc"
