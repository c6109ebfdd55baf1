// SPDX-License-Identifier: MIT
#include "eventloopticker.h"
#include "leaderwatch.h"
#include "proxiedtest.h"
#include "transcript.h"

#include <Elector/leaderelector.h>
#include <Elector/leaseobserver.h>

#include <QElapsedTimer>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace Elector;

/// A database that is there and says nothing: every byte is acknowledged, no answer comes.
class TestHungDatabase : public ProxiedTest
{
    Q_OBJECT

private Q_SLOTS:
    void endsTrustAtTheDeadlineAndComesBack()
    {
        LeaderElector elector(proxied(u"node"_s));
        const Transcript said(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        LeaderElector other(m_room.config(u"other"_s));
        QVERIFY(other.start());
        ELECTOR_TRY_COMPARE(other.currentLeader(), elector.leaderId());
        LeaderWatch watch({&elector, &other});
        m_proxy.silence();
        const int connections = m_proxy.accepted();
        EventLoopTicker ticker;
        ELECTOR_TRY(said.has(u"lost"_s));
        QCOMPARE(elector.lastLossReason(), LossReason::Expired);
        QVERIFY(!elector.isLeader());
        // Not before the deadline has it gone on believing, not after it either.
        QVERIFY(watch.lastSeenLeading(0) < said.lastDeadline());
        ELECTOR_TRY(m_proxy.accepted() > connections); // the watchdog freed the thread: it tries anew
        ELECTOR_TRY(other.isLeader());
        QVERIFY(ticker.ticks() > 0);
        // Generous: with the loop waiting for the database it would stand still for seconds.
        QVERIFY2(ticker.longestPause() < 1500ms, qPrintable(QString::number(ticker.longestPause().count())));
        m_proxy.forward();
        ELECTOR_TRY(said.has(u"recovered"_s));
        other.stop();
        ELECTOR_TRY(elector.isLeader());
        watch.stop();
        QCOMPARE(watch.conflicts(), 0);
        QVERIFY2(said.alternates(), qPrintable(said.text()));
    }

    void answersThatAreHeldLongerThanTheLeaseDoNotExtendTrust()
    {
        LeaderElector elector(proxied(u"node"_s));
        const Transcript said(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        LeaderElector other(m_room.config(u"other"_s));
        QVERIFY(other.start());
        ELECTOR_TRY_COMPARE(other.currentLeader(), elector.leaderId());
        LeaderWatch watch({&elector, &other});
        m_proxy.setReplies(TcpProxy::Flow::Hold); // requests still arrive, renewals are committed
        ELECTOR_TRY(said.has(u"lost Expired"_s));
        QVERIFY(watch.lastSeenLeading(0) < said.lastDeadline());
        ELECTOR_TRY(other.isLeader());
        m_proxy.forward();
        ELECTOR_TRY(said.has(u"recovered"_s));
        QCOMPARE(said.count(u"leads"_s), 1);
        watch.stop();
        QCOMPARE(watch.conflicts(), 0);
    }

    void slowAnswersAreGoodForWhatIsLeftOfTheLease()
    {
        LeaderElector elector(proxied(u"node"_s, 2s)); // an attempt may take 333 ms
        const Transcript said(elector);
        m_proxy.setDelay(50ms);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        // Trust is counted from the sending, not from the answer.
        const auto deadline = elector.deadline();
        const auto now = BootClock::now();
        const auto left = deadline - now;
        QVERIFY(left <= elector.config().trust() - 100ms);
        m_proxy.setDelay(0ms);
    }

    /// A server too busy to set sessions up in time would be kept busy by new ones: after two a session is given
    /// longer. But only who is answered in time once that is done makes a bid.
    void slowServersAreGivenLongerToSetUp()
    {
        LeaderElector elector(proxied(u"node"_s, 2s)); // an attempt may take 333 ms
        const Transcript said(elector);
        m_proxy.setDelay(250ms); // each way
        m_proxy.setTrap("SET statement_timeout", TcpProxy::Trap::HoldRequest);
        QVERIFY(elector.start());
        ELECTOR_TRY(m_proxy.trapped() > 0);
        QVERIFY2(m_proxy.accepted() > 2, qPrintable(QString::number(m_proxy.accepted())));
        QCOMPARE(elector.lastError().code, ErrorCode::TimedOut);
        QVERIFY(!said.has(u"leads"_s));
        QCOMPARE(m_room.value(u"SELECT count(*) FROM leader_lease"_s).toInt(), 0);
        m_proxy.setDelay(0ms);
        m_proxy.forward();
        ELECTOR_TRY(elector.isLeader());
    }

    /// Behind the login Qt's driver asks the server for its version: that call must have an end too.
    void mayFallSilentBehindTheLogin()
    {
        LeaderElector elector(proxied(u"node"_s));
        m_proxy.setTrap("version()", TcpProxy::Trap::LoseReply);
        QVERIFY(elector.start());
        ELECTOR_TRY(m_proxy.trapped() == 1);
        ELECTOR_TRY(elector.isLeader());
    }

    void stopIsBounded()
    {
        LeaderElector elector(proxied(u"node"_s, 4s));
        const Transcript said(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        m_proxy.silence();
        QElapsedTimer clock;
        clock.start();
        elector.stop();
        QVERIFY(!elector.isLeader());
        QVERIFY(clock.elapsed() < 1000); // returns at once
        ELECTOR_TRY(said.has(u"stopped"_s)); // after stopTimeout (1 s)
        QVERIFY(clock.elapsed() < 5000);
        QVERIFY2(said.has(u"lost Stopped"_s) && said.alternates(), qPrintable(said.text()));
        QCOMPARE(said.count(u"stopped"_s), 1);
    }

    void destructionIsBounded_data()
    {
        QTest::addColumn<bool>("leading");
        QTest::newRow("while it leads") << true;
        QTest::newRow("while it connects") << false;
    }
    void destructionIsBounded()
    {
        QFETCH(bool, leading);
        auto elector = std::make_unique<LeaderElector>(proxied(u"node"_s, 4s));
        Transcript said(*elector);
        if (!leading)
            m_proxy.silence();
        QVERIFY(elector->start());
        if (leading) {
            ELECTOR_TRY(elector->isLeader());
            m_proxy.silence();
        } else {
            ELECTOR_TRY(m_proxy.accepted() > 0);
        }
        QElapsedTimer clock;
        clock.start();
        elector.reset();
        QVERIFY(clock.elapsed() < 5000);
        QCOMPARE(said.count(u"lost Stopped"_s), leading ? 1 : 0);
        // What hung in connecting ends with its connection, and touches nothing any more.
        m_proxy.stop();
    }

    /// Nobody uses the connection any more when it falls silent: closing it must not hang either.
    void aConnectionMayFallSilentBeforeItIsClosed()
    {
        ElectorConfig config = proxied(u"node"_s, 2s);
        const LeaseConnection connection(config);
        LeaderElector elector(config, connection);
        const Transcript said(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        m_proxy.silence();
        elector.stop();
        ELECTOR_TRY(said.has(u"stopped"_s));
        m_proxy.forward();
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
    }

    void anObserverNeverBlocksItsCaller()
    {
        {
            LeaderElector elector(m_room.config(u"node"_s)); // makes the table
            QVERIFY(elector.start());
            ELECTOR_TRY(elector.isLeader());
        }
        ConnectionParameters where
            = ConnectionParameters::fromString(m_room.server.tcpDsn(m_room.database, m_proxy.port()));
        auto observer = std::make_unique<LeaseObserver>(where);
        observer->setInterval(100ms);
        bool recovered = false;
        connect(observer.get(), &LeaseObserver::recovered, this, [&] { recovered = true; });
        observer->start();
        ELECTOR_TRY_COMPARE(observer->state(), LeaseObserver::Watching);
        m_proxy.silence();
        EventLoopTicker ticker;
        QElapsedTimer clock;
        clock.start();
        observer->refresh();
        observer->requestHistory(std::nullopt);
        Lease lease;
        lease.lockId = 1;
        lease.leaderId = u"nobody"_s;
        observer->revoke(lease, u"me"_s, u"because"_s);
        QVERIFY(clock.elapsed() < 1000);
        ELECTOR_TRY(observer->isStale()); // cut after 5 s
        QVERIFY2(ticker.longestPause() < 1500ms, qPrintable(QString::number(ticker.longestPause().count())));
        m_proxy.forward();
        ELECTOR_TRY(recovered);
        m_proxy.silence();
        observer->refresh();
        clock.start();
        observer.reset();
        QVERIFY(clock.elapsed() < 5000);
    }
};

QTEST_GUILESS_MAIN(TestHungDatabase)
#include "tst_hungdatabase.moc"
