// SPDX-License-Identifier: MIT
#include "leaderwatch.h"
#include "proxiedtest.h"
#include "transcript.h"

#include <Elector/leaderelector.h>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace Elector;

/// Statements of which nobody knows whether they were applied: adopted or dropped, and never two leaders.
class TestLostAnswers : public ProxiedTest
{
    Q_OBJECT

private Q_SLOTS:
    void ofACapture_data() { traps(); }
    void ofACapture()
    {
        QFETCH(TcpProxy::Trap, trap);
        QFETCH(bool, applied);
        LeaderElector elector(proxied(u"node"_s, 2s));
        const Transcript said(elector);
        m_proxy.setTrap("node#", trap); // the first statement that names a tenure is the capture
        QVERIFY(elector.start());
        ELECTOR_TRY(m_proxy.trapped() > 0);
        m_proxy.forward();
        LeaderElector other(m_room.config(u"other"_s, 2s));
        LeaderWatch watch({&elector, &other});
        QVERIFY(other.start());
        ELECTOR_TRY(elector.isLeader() || other.isLeader());
        ELECTOR_TRY(said.has(u"recovered"_s));
        // Whoever leads gives way to the other one.
        const bool otherFirst = other.isLeader();
        LeaderElector &first = otherFirst ? other : elector;
        LeaderElector &second = otherFirst ? elector : other;
        first.stop();
        ELECTOR_TRY(second.isLeader());
        watch.stop();
        QCOMPARE(watch.conflicts(), 0);
        if (applied)
            QVERIFY2(m_room.events().startsWith(u"captured"_s), qPrintable(m_room.events()));
        QVERIFY2(said.alternates(), qPrintable(said.text()));
    }

    void ofARenewal_data() { traps(); }
    void ofARenewal()
    {
        QFETCH(TcpProxy::Trap, trap);
        LeaderElector elector(proxied(u"node"_s, 5s));
        const Transcript said(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        const QString tenure = elector.leaderId();
        m_proxy.setTrap("node#", trap);
        ELECTOR_TRY(m_proxy.trapped() > 0);
        const qint64 before = m_room.expiresAt();
        ELECTOR_TRY(said.has(u"recovered"_s));
        // A new connection goes on with the tenure, or it has come to a clean end.
        ELECTOR_TRY((m_room.holder() == tenure && m_room.expiresAt() > before) || said.has(u"lost Expired"_s));
        QCOMPARE(elector.isLeader() && elector.leaderId() == tenure, !said.has(u"lost"_s));
    }

    void ofARelease_data() { traps(); }
    void ofARelease()
    {
        QFETCH(TcpProxy::Trap, trap);
        LeaderElector elector(proxied(u"node"_s, 4s));
        const Transcript said(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        const QString tenure = elector.leaderId();
        LeaderElector other(m_room.config(u"other"_s, 4s));
        QVERIFY(other.start());
        LeaderWatch watch({&elector, &other});
        m_proxy.setTrap("node#", trap);
        elector.release();
        ELECTOR_TRY(m_proxy.trapped() > 0);
        m_proxy.forward();
        ELECTOR_TRY(other.isLeader());
        // The tenure that was released is never taken up again.
        other.release();
        ELECTOR_TRY(elector.isLeader());
        QVERIFY(elector.leaderId() != tenure);
        watch.stop();
        QCOMPARE(watch.conflicts(), 0);
        QVERIFY2(said.alternates(), qPrintable(said.text()));
    }

    void aRequestThatArrivesLate()
    {
        // The release is kept back by the network, and arrives when the tenure is long over: it hits nobody else's row.
        LeaderElector elector(proxied(u"node"_s, 1s));
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        LeaderElector other(m_room.config(u"other"_s, 1s));
        QVERIFY(other.start());
        LeaderWatch watch({&elector, &other});
        m_proxy.setTrap("node#", TcpProxy::Trap::HoldRequest);
        elector.release();
        ELECTOR_TRY(other.isLeader());
        const QString tenure = other.leaderId();
        m_proxy.setRequests(TcpProxy::Flow::Forward);
        m_proxy.forward();
        const qint64 before = m_room.expiresAt();
        ELECTOR_TRY(m_room.expiresAt() > before || other.leaderId() != tenure);
        watch.stop();
        QCOMPARE(watch.conflicts(), 0);
    }

private:
    static void traps()
    {
        QTest::addColumn<TcpProxy::Trap>("trap");
        QTest::addColumn<bool>("applied");
        QTest::newRow("applied, silence") << TcpProxy::Trap::LoseReply << true;
        QTest::newRow("applied, connection reset") << TcpProxy::Trap::LoseReplyAndReset << true;
        QTest::newRow("not applied, connection reset") << TcpProxy::Trap::ResetInstead << false;
    }
};

QTEST_GUILESS_MAIN(TestLostAnswers)
#include "tst_lostanswers.moc"
