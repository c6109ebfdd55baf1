// SPDX-License-Identifier: MIT
#include "leaderwatch.h"
#include "librarytest.h"
#include "tcpproxy.h"
#include "transcript.h"

#include <Elector/leaderelector.h>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace Elector;

/// A server that is not there yet, restarts, or drops connections.
class TestServerLife : public LibraryTest
{
    Q_OBJECT

private Q_SLOTS:
    void mayComeUpLater()
    {
        QVERIFY(m_room.server.stopFast());
        LeaderElector elector(m_room.config(u"node"_s));
        const Transcript said(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(said.has(u"error Unreachable"_s));
        QCOMPARE(elector.state(), ElectorState::Connecting);
        QCOMPARE(elector.lastError().code, ErrorCode::Unreachable);
        QVERIFY(!elector.lastError().remedy.isEmpty());
        QVERIFY(m_room.server.startAgain());
        ELECTOR_TRY(elector.isLeader());
        QCOMPARE(said.count(u"recovered"_s), 1);
        QVERIFY(!elector.lastError());
        // An error that stays the same is said once ("starting up" may come in between).
        QVERIFY2(said.count(u"error"_s) <= 3, qPrintable(said.text()));
    }

    void mayRestartUnderItsLeader_data()
    {
        QTest::addColumn<bool>("crash");
        QTest::newRow("fast") << false;
        QTest::newRow("as after a crash") << true;
    }
    void mayRestartUnderItsLeader()
    {
        QFETCH(bool, crash);
        LeaderElector elector(m_room.config(u"node"_s, 1s));
        LeaderElector other(m_room.config(u"other"_s, 1s));
        const Transcript said(elector);
        const Transcript otherSaid(other);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        QVERIFY(other.start());
        LeaderWatch watch({&elector, &other});
        QVERIFY(crash ? m_room.server.restartImmediate() : m_room.server.restart());
        ELECTOR_TRY(elector.isLeader() || other.isLeader());
        ELECTOR_TRY(elector.isLeader() != other.isLeader() && !elector.lastError() && !other.lastError());
        watch.stop();
        QCOMPARE(watch.conflicts(), 0);
        QVERIFY(said.alternates() && otherSaid.alternates());
    }

    void mayEndTheSessionOfItsLeader()
    {
        LeaderElector elector(m_room.config(u"node"_s, 10s));
        const Transcript said(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        const QString tenure = elector.leaderId();
        for (int i = 0; i < 3; ++i) {
            const QList<qint64> sessions = m_room.server.backends(u"elector 1 node"_s);
            QCOMPARE(sessions.size(), 1);
            QVERIFY(m_room.server.killBackend(sessions.constFirst()));
            const qint64 before = m_room.expiresAt();
            // It connects again and renews at once.
            ELECTOR_TRY(m_room.expiresAt() > before);
            ELECTOR_TRY(m_room.server.backends(u"elector 1 node"_s).size() == 1);
            QVERIFY(m_room.server.backends(u"elector 1 node"_s) != sessions);
        }
        QCOMPARE(m_room.holder(), tenure);
        QVERIFY(elector.isLeader());
        QCOMPARE(said.count(u"lost"_s), 0);
    }

    void mayResetConnections()
    {
        TcpProxy proxy;
        QVERIFY(proxy.startForTcp(u"127.0.0.1"_s, m_room.server.port()));
        LeaderElector elector(m_room.config(u"node"_s, 10s, proxy.port()));
        const Transcript said(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        for (int i = 0; i < 3; ++i) {
            const qint64 before = m_room.expiresAt();
            if (i == 2)
                proxy.halfCloseTowardsClients();
            else
                proxy.resetAll();
            ELECTOR_TRY(m_room.expiresAt() > before);
        }
        QCOMPARE(said.count(u"lost"_s), 0);
        QVERIFY(elector.isLeader());
    }

    void mayRefuseForLongerThanTheLease()
    {
        TcpProxy proxy;
        QVERIFY(proxy.startForTcp(u"127.0.0.1"_s, m_room.server.port()));
        LeaderElector elector(m_room.config(u"node"_s, 1s, proxy.port()));
        const Transcript said(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        proxy.refuse();
        proxy.resetAll();
        ELECTOR_TRY(said.has(u"lost Expired"_s));
        QVERIFY(said.has(u"error"_s));
        ELECTOR_TRY_COMPARE(elector.lastError().code, ErrorCode::Unreachable);
        proxy.forward();
        ELECTOR_TRY(elector.isLeader());
        QVERIFY(said.has(u"recovered"_s));
    }

    /// Frozen as a whole: connections stay open, nothing answers, the clock goes on.
    void mayFreeze()
    {
        LeaderElector elector(m_room.config(u"node"_s, 1s));
        const Transcript said(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        LeaderWatch watch({&elector});
        QVERIFY(m_room.server.pause());
        ELECTOR_TRY(said.has(u"lost Expired"_s));
        QVERIFY(watch.lastSeenLeading(0) < said.lastDeadline());
        QVERIFY(m_room.server.resume());
        ELECTOR_TRY(elector.isLeader());
    }

    /// Commits hang, and nobody knows whether they will have happened; reads go on.
    void mayMissItsSynchronousStandby()
    {
        LeaderElector elector(m_room.config(u"node"_s, 1s));
        LeaderElector other(m_room.config(u"other"_s, 1s));
        const Transcript said(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        QVERIFY(other.start());
        LeaderWatch watch({&elector, &other});
        const auto reload = [this](const QString &command) {
            return m_room.exec(command) && m_room.exec(u"SELECT pg_reload_conf()"_s);
        };
        QVERIFY(reload(u"ALTER SYSTEM SET synchronous_standby_names = 'nobody'"_s));
        ELECTOR_TRY(said.has(u"lost Expired"_s));
        QVERIFY(watch.lastSeenLeading(0) < said.lastDeadline());
        QVERIFY(!other.isLeader());
        QVERIFY(reload(u"ALTER SYSTEM RESET synchronous_standby_names"_s));
        ELECTOR_TRY(elector.isLeader() || other.isLeader());
        QVERIFY(!(elector.isLeader() && other.isLeader()));
    }

private:
    QRegularExpression unexpectedWarnings() const override { return allButTheDriversWords(); }
};

QTEST_GUILESS_MAIN(TestServerLife)
#include "tst_serverlife.moc"
