// SPDX-License-Identifier: MIT
#include "electorthread.h"
#include "librarytest.h"
#include "transcript.h"

#include <Elector/leaderelector.h>

#include <QPointer>
#include <QProcess>
#include <QSignalSpy>

#include <thread>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace Elector;

/// Where an elector lives, and how it may end. With leases so long that a row that is gone has been given up.
class TestElectorLife : public LibraryTest
{
    Q_OBJECT

private Q_SLOTS:
    void livesInAnyThread()
    {
        QThread *signalThread = nullptr;
        ElectorThread node(m_room.config(u"node"_s, 20s));
        ELECTOR_TRY(node.elector().isLeader());
        QVERIFY(node.elector().amILeader());
        QCOMPARE(m_room.holder(), node.elector().leaderId());
        QVERIFY(node.elector().term() > 0);
        connect(&node.elector(), &LeaderElector::leadershipChanged, &node.elector(),
                [&] { signalThread = QThread::currentThread(); });
        node.run([&] { node.elector().stop(); });
        ELECTOR_TRY(node.transcript().has(u"stopped"_s));
        QCOMPARE(signalThread, node.thread());
        QVERIFY(m_room.holder().isEmpty());
    }

    void movesToAnotherThreadWhileItLeads()
    {
        auto elector = std::make_unique<LeaderElector>(m_room.config(u"node"_s, 2s));
        QVERIFY(elector->start());
        ELECTOR_TRY(elector->isLeader());
        QThread thread;
        WorkRoom there;
        there.moveToThread(&thread);
        elector->moveToThread(&thread);
        std::atomic<int> renewed = 0;
        std::atomic<bool> isElsewhere = false;
        connect(elector.get(), &LeaderElector::renewed, elector.get(), [&] {
            isElsewhere = isElsewhere || QThread::currentThread() != &thread;
            ++renewed;
        });
        thread.start();
        // This thread does nothing meanwhile, so nothing can be done in it.
        for (int i = 0; i < 3000 && renewed < 5; ++i)
            std::this_thread::sleep_for(10ms);
        there.runAndWait([&] { elector.reset(); });
        thread.quit();
        thread.wait();
        QVERIFY(renewed >= 5);
        QVERIFY(!isElsewhere);
        QCOMPARE(m_room.events(), u"captured released"_s);
    }

    void givesTheRowUpInItsDestructor()
    {
        QStringList said;
        {
            LeaderElector elector(m_room.config(u"node"_s, 20s));
            connect(&elector, &LeaderElector::leadershipChanged, &elector,
                    [&](bool leader) { said.append(leader ? u"leads"_s : u"lost"_s); });
            connect(&elector, &LeaderElector::leadershipLost, &elector,
                    [&](LossReason reason) { QCOMPARE(reason, LossReason::Stopped); });
            QVERIFY(elector.start());
            ELECTOR_TRY(elector.isLeader());
        }
        QCOMPARE(said, (QStringList{u"leads"_s, u"lost"_s}));
        QVERIFY(m_room.holder().isEmpty());
        QCOMPARE(m_room.events(), u"captured released"_s);
    }

    void givesTheRowUpInItsDestructorInAnotherThread()
    {
        {
            ElectorThread node(m_room.config(u"node"_s, 20s));
            ELECTOR_TRY(node.elector().isLeader());
        }
        QCOMPARE(m_room.events(), u"captured released"_s);
    }

    void mayNeverBeStarted()
    {
        const LeaderElector elector(m_room.config(u"node"_s));
        QCOMPARE(elector.state(), ElectorState::Stopped);
        QVERIFY(!elector.isLeader());
    }

    void mayEndWhileItConnects()
    {
        for (int i = 0; i < 20; ++i) {
            LeaderElector elector(m_room.config(u"node"_s, 20s));
            QVERIFY(elector.start());
            QCoreApplication::processEvents(QEventLoop::AllEvents, i);
        }
        // A capture that was under way is given back, or was never made.
        QVERIFY2(m_room.value(u"SELECT to_regclass('leader_lease') IS NULL"_s).toBool() || m_room.holder().isEmpty(),
                 qPrintable(m_room.holder()));
    }

    void mayBeDeletedInItsOwnSlot_data()
    {
        QTest::addColumn<QString>("when");
        QTest::addColumn<bool>("later");
        for (const char *when : {"leads", "lost", "state", "leader", "deadline", "stopped"}) {
            QTest::addRow("%s, delete", when) << QString::fromLatin1(when) << false;
            QTest::addRow("%s, deleteLater", when) << QString::fromLatin1(when) << true;
        }
    }
    void mayBeDeletedInItsOwnSlot()
    {
        QFETCH(QString, when);
        QFETCH(bool, later);
        QPointer elector = new LeaderElector(m_room.config(u"node"_s, 20s));
        Transcript said(*elector);
        bool done = false;
        const auto remove = [&] {
            if (std::exchange(done, true))
                return;
            if (later)
                elector->deleteLater();
            else
                delete elector.data();
        };
        connect(elector, &LeaderElector::leadershipChanged, this, [&](bool leader) {
            if (leader ? when == u"leads"_s : when == u"lost"_s)
                remove();
            else if (leader && (when == u"lost"_s || when == u"stopped"_s))
                QMetaObject::invokeMethod(elector, &LeaderElector::stop, Qt::QueuedConnection);
        });
        connect(elector, &LeaderElector::stateChanged, this, [&](ElectorState state) {
            if (when == u"state"_s && state == ElectorState::Leading)
                remove();
        });
        connect(elector, &LeaderElector::leaderChanged, this, [&](const QString &leader) {
            if (when == u"leader"_s && !leader.isEmpty())
                remove();
        });
        connect(elector, &LeaderElector::deadlineChanged, this, [&] {
            if (when == u"deadline"_s)
                remove();
        });
        connect(elector, &LeaderElector::stopped, this, [&] {
            if (when == u"stopped"_s)
                remove();
        });
        QVERIFY(elector->start());
        ELECTOR_TRY(elector.isNull());
        QCOMPARE(said.count(u"leads"_s), 1);
        QVERIFY2(said.has(u"lost Stopped"_s) || (when == u"lost"_s && said.has(u"lost"_s)), qPrintable(said.text()));
        QVERIFY2(said.alternates(), qPrintable(said.text()));
        QVERIFY(m_room.holder().isEmpty());
    }

    void mayStopAndReleaseInItsOwnSlot()
    {
        LeaderElector elector(m_room.config(u"node"_s, 1s));
        const Transcript said(elector);
        int gained = 0;
        connect(&elector, &LeaderElector::leadershipChanged, this, [&](bool leader) {
            if (!leader)
                return;
            if (++gained < 3)
                elector.release();
            else
                elector.stop();
        });
        QVERIFY(elector.start());
        ELECTOR_TRY(said.has(u"stopped"_s));
        QCOMPARE(said.election(), u"leads, lost Released, leads, lost Released, leads, lost Stopped, stopped"_s);
        QVERIFY(m_room.holder().isEmpty());
    }

    void renewalsTellTheirTimes()
    {
        LeaderElector elector(m_room.config(u"node"_s, 1s));
        std::vector<std::pair<std::chrono::microseconds, std::chrono::microseconds>> told;
        connect(&elector, &LeaderElector::renewed, this,
                [&](auto took, auto slack) { told.emplace_back(took, slack); });
        QVERIFY(elector.start());
        ELECTOR_TRY(told.size() >= 3);
        for (const auto &[took, slack] : told) {
            QVERIFY(took > 0us && took < 1s);
            QVERIFY(slack > 0us && slack < 1s);
        }
    }

    /// The row is neither deleted, nor renewed: it runs out.
    void abandonLeavesTheRow()
    {
        LeaderElector elector(m_room.config(u"node"_s, 60s));
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        const LeaderHold hold = elector.hold(); // does not hold it up
        const QString tenure = elector.leaderId();
        const qint64 expiry = m_room.expiresAt();
        QSignalSpy stopped(&elector, &LeaderElector::stopped);
        elector.abandon();
        QCOMPARE(stopped.count(), 1);
        QVERIFY(!elector.isLeader());
        QVERIFY(elector.lastLossReason() == LossReason::Stopped);
        LeaderElector other(m_room.config(u"other"_s, 60s));
        QVERIFY(other.start());
        ELECTOR_TRY_COMPARE(other.currentLeader(), tenure);
        QCOMPARE(m_room.holder(), tenure);
        QCOMPARE(m_room.expiresAt(), expiry);
    }

    void releasesAtTheEndOfTheProgram_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<bool>("givenUp");
        QTest::newRow("main thread") << u"main"_s << true;
        QTest::newRow("another thread") << u"thread"_s << true;
        QTest::newRow("many on one connection") << u"many"_s << true;
        QTest::newRow("under a hold that never ends") << u"hold"_s << false;
    }
    void releasesAtTheEndOfTheProgram()
    {
        QFETCH(QString, where);
        QFETCH(bool, givenUp);
        QProcess program;
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program.start(QStringLiteral(ELECTOR_QUITTING_ELECTOR), {m_room.server.dsn(m_room.database), where});
        QVERIFY(program.waitForFinished(60'000));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
        QCOMPARE(program.readAllStandardOutput(), QByteArray("leads\nlost\nafter exec\n"));
        QCOMPARE(m_room.value(u"SELECT count(*) FROM leader_lease"_s).toInt() == 0, givenUp);
    }
};

QTEST_GUILESS_MAIN(TestElectorLife)
#include "tst_electorlife.moc"
