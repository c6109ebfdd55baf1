// SPDX-License-Identifier: MIT
#include "electorthread.h"
#include "librarytest.h"
#include "tcpproxy.h"
#include "transcript.h"

#include <Elector/leaderelector.h>
#include <Elector/leaseguard.h>
#include <Elector/schema.h>

#include <thread>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace Elector;

/// Work of an application in its own transaction, which no other leader can overlap.
class TestGuard : public LibraryTest
{
    Q_OBJECT

private Q_SLOTS:
    void isGrantedToTheLeader()
    {
        LeaderElector elector(m_room.config(u"node"_s, 10s));
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        const auto application = m_room.application();
        QVERIFY(application->exec(u"CREATE TABLE work (term BIGINT)"_s));
        QVERIFY(application->database().transaction());
        LeaseGuard guard(application->database(), elector);
        QVERIFY2(guard.isGranted(), qPrintable(guard.error().message()));
        QVERIFY(!guard.error());
        QCOMPARE(guard.term(), elector.term());
        QVERIFY(application->exec(u"INSERT INTO work VALUES (%1)"_s.arg(guard.term())));
        QVERIFY(guard.isStillGranted());
        // Renewals go on meanwhile.
        const qint64 before = m_room.expiresAt();
        ELECTOR_TRY(m_room.expiresAt() > before);
        QVERIFY(guard.isStillGranted());
        QVERIFY(application->database().commit());
        QCOMPARE(m_room.value(u"SELECT term FROM work"_s).toLongLong(), elector.term());
        QVERIFY(!guard.isStillGranted()); // it ended with its transaction
        QVERIFY(guard.error());
    }

    void isRefusedToEverybodyElse()
    {
        LeaderElector leader(m_room.config(u"leader"_s, 10s));
        QVERIFY(leader.start());
        ELECTOR_TRY(leader.isLeader());
        LeaderElector follower(m_room.config(u"follower"_s, 10s));
        QVERIFY(follower.start());
        ELECTOR_TRY(!follower.currentLeader().isEmpty());
        const auto application = m_room.application();
        QVERIFY(application->database().transaction());
        LeaseGuard guard(application->database(), follower);
        QVERIFY(!guard.isGranted());
        QVERIFY(!guard.isStillGranted());
        QCOMPARE(guard.error().code, ErrorCode::Refused);
        QVERIFY(!guard.error().remedy.isEmpty());
        QVERIFY(application->database().rollback());
    }

    void isRefusedOnceTheRowIsSomebodyElses()
    {
        LeaderElector elector(m_room.config(u"node"_s, 20s));
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        const auto application = m_room.application();
        QVERIFY(application->database().transaction());
        // Behind its back, and without a word to it.
        QVERIFY(m_room.plant(1, u"npm-node"_s, u"clock_timestamp() + interval '1 h'"_s));
        QVERIFY(elector.isLeader()); // it does not know yet
        LeaseGuard guard(application->database(), elector);
        QVERIFY(!guard.isGranted());
        QCOMPARE(guard.error().code, ErrorCode::Refused);
        // The transaction is in order, and holds nothing.
        QVERIFY(application->exec(u"SELECT 1"_s));
        QVERIFY(application->database().commit());
    }

    void needsATransaction()
    {
        LeaderElector elector(m_room.config(u"node"_s, 10s));
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        const auto application = m_room.application();
        LeaseGuard guard(application->database(), elector);
        QVERIFY(!guard.isGranted());
        QCOMPARE(guard.error().code, ErrorCode::Refused);
        QVERIFY2(guard.error().message().contains(u"transaction"_s), qPrintable(guard.error().message()));
        QVERIFY(application->database().transaction());
        QVERIFY(!application->exec(u"SELECT 1/0"_s)); // a transaction that has failed already
        LeaseGuard late(application->database(), elector);
        QVERIFY(!late.isGranted());
        QVERIFY(application->database().rollback());
        LeaseGuard nowhere(QSqlDatabase(), elector);
        QVERIFY(!nowhere.isGranted());
        QVERIFY(!nowhere.error().text.isEmpty());
    }

    void needsTheFullLevel()
    {
        QVERIFY(m_room.exec(Schema::installSql(u"public"_s, SchemaLevel::Plain, 15)));
        LeaderElector elector(m_room.config(u"node"_s, 10s));
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        const auto application = m_room.application();
        QVERIFY(application->database().transaction());
        LeaseGuard guard(application->database(), elector);
        QVERIFY(!guard.isGranted());
        QVERIFY(guard.error().message().contains(u"full level"_s));
        QVERIFY(application->database().rollback());
    }

    void noticesARollbackToASavepoint()
    {
        LeaderElector elector(m_room.config(u"node"_s, 10s));
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        const auto application = m_room.application();
        QVERIFY(application->database().transaction());
        QVERIFY(application->exec(u"SAVEPOINT before"_s));
        LeaseGuard guard(application->database(), elector);
        QVERIFY(guard.isGranted());
        QVERIFY(application->exec(u"SAVEPOINT after"_s));
        QVERIFY(application->exec(u"ROLLBACK TO after"_s));
        QVERIFY(guard.isStillGranted()); // that one came later
        QVERIFY(application->exec(u"ROLLBACK TO before"_s));
        QVERIFY(!guard.isStillGranted());
        QCOMPARE(guard.error().code, ErrorCode::Refused);
        QVERIFY(guard.error().text.contains(u"ROLLBACK TO"_s));
        QVERIFY(application->database().rollback());
    }

    void worksInTheThreadOfTheApplicationsConnection()
    {
        ElectorThread node(m_room.config(u"node"_s, 10s)); // lives in a second thread
        ELECTOR_TRY(node.elector().isLeader());
        bool granted = false;
        std::thread third([&] {
            const auto application = m_room.application();
            application->database().transaction();
            LeaseGuard guard(application->database(), node.elector());
            granted = guard.isGranted() && guard.isStillGranted() && application->database().commit();
        });
        third.join();
        QVERIFY(granted);
    }

    void refusesAConnectionOfAnotherThread()
    {
        LeaderElector elector(m_room.config(u"node"_s, 10s));
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        const auto application = m_room.application();
        const QSqlDatabase database = application->database();
        QVERIFY(application->exec(u"BEGIN"_s));
        ElectorError error;
        bool granted = true;
        std::thread wrong([&] {
            LeaseGuard guard(database, elector);
            granted = guard.isGranted();
            error = guard.error();
        });
        wrong.join();
        QVERIFY(!granted);
        QVERIFY2(error.message().contains(u"thread"_s), qPrintable(error.message()));
        QVERIFY(application->exec(u"ROLLBACK"_s));
    }

    void refusesAnotherDatabase()
    {
        LeaderElector elector(m_room.config(u"node"_s, 10s));
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        TestConnection elsewhere(m_room.server.socketDir(), m_room.server.port(), u"postgres"_s);
        QVERIFY(elsewhere.database().transaction());
        LeaseGuard guard(elsewhere.database(), elector);
        QVERIFY(!guard.isGranted());
        QVERIFY(guard.error());
        QVERIFY(elsewhere.database().rollback());
    }

    /// The lease runs out while guarded work goes on: whoever wants to take over waits for the end of the work.
    void makesATakeOverWait()
    {
        TcpProxy proxy;
        QVERIFY(proxy.startForTcp(u"127.0.0.1"_s, m_room.server.port()));
        LeaderElector elector(m_room.config(u"node"_s, 1s, proxy.port()));
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        LeaderElector other(m_room.config(u"other"_s, 1s));
        QVERIFY(other.start());
        ELECTOR_TRY_COMPARE(other.currentLeader(), elector.leaderId());
        const auto application = m_room.application();
        QVERIFY(application->database().transaction());
        LeaseGuard guard(application->database(), elector);
        if (!guard.isGranted())
            QSKIP("the machine was too slow for a lease of 1 s");
        proxy.silence();
        qint64 waiting = 0;
        const auto otherWaits = [&] {
            // The work goes on: a client that froze in its transaction would be ended.
            if (!application->exec(u"SELECT 1"_s))
                return false;
            const QList<qint64> sessions = m_room.server.backends(u"elector 1 other"_s);
            waiting += !sessions.isEmpty() && m_room.server.isWaitingForLock(sessions.constFirst()) ? 1 : 0;
            return waiting >= 3;
        };
        ELECTOR_TRY(otherWaits());
        QVERIFY(!elector.isLeader());
        QVERIFY(!other.isLeader());
        QVERIFY(guard.isStillGranted());
        const qint64 end
            = application->exec(u"SELECT (extract(epoch FROM clock_timestamp()) * 1e6)::bigint"_s).value().toLongLong();
        QVERIFY(application->database().commit());
        ELECTOR_TRY(other.isLeader());
        const qint64 captured = m_room
                                    .value(uR"(SELECT (extract(epoch FROM at) * 1e6)::bigint FROM leader_lease_history
                                                  WHERE event = 'captured' ORDER BY seq DESC LIMIT 1)"_s)
                                    .toLongLong();
        QVERIFY(captured >= end);
    }
};

QTEST_GUILESS_MAIN(TestGuard)
#include "tst_guard.moc"
