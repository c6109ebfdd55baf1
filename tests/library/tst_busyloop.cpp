// SPDX-License-Identifier: MIT
#include "electorthread.h"
#include "leaderwatch.h"
#include "librarytest.h"
#include "transcript.h"

#include <Elector/leaderelector.h>
#include <Elector/schema.h>

#include <QDeadlineTimer>

#include <thread>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace Elector;

/// An application whose event loop stands still for longer than its lease.
class TestBusyLoop : public LibraryTest
{
    Q_OBJECT

private Q_SLOTS:
    void losesItsLeadershipInTime()
    {
        QStringList said; // outlives the elector, whose destructor speaks too
        LeaderElector elector(m_room.config(u"busy"_s, 1s));
        connect(&elector, &LeaderElector::leadershipChanged, this,
                [&](bool leader) { said.append(leader ? u"leads"_s : u"lost"_s); });
        connect(&elector, &LeaderElector::leadershipLost, this, [&] { said.append(u"why"_s); });
        connect(&elector, &LeaderElector::deadlineChanged, this, [&] { said.append(u"deadline"_s); });
        connect(&elector, &LeaderElector::stateChanged, this, [&] { said.append(u"state"_s); });
        connect(&elector, &LeaderElector::leaderChanged, this, [&] { said.append(u"leader"_s); });
        const Transcript transcript(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        ElectorThread other(m_room.config(u"other"_s, 1s));
        const auto otherSeesALeader = [&] {
            bool sees = false;
            other.run([&] { sees = !other.elector().currentLeader().isEmpty(); });
            return sees;
        };
        ELECTOR_TRY(otherSeesALeader() || !elector.isLeader());
        if (!elector.isLeader())
            QSKIP("the machine was too slow for a lease of 1 s");
        said.clear();
        LeaderWatch watch({&elector, &other.elector()});

        // Here the loop stands still. Another thread asks.
        const auto deadline = elector.deadline();
        bool otherLed = false;
        bool believedTooLong = false;
        qint64 termAfter = -1;
        QString leaderIdAfter = u"?"_s;
        std::thread asker([&] {
            const QDeadlineTimer limit(30s);
            while (!otherLed && !limit.hasExpired()) {
                const auto now = BootClock::now();
                if (elector.isLeader() && now >= deadline)
                    believedTooLong = true;
                otherLed = other.elector().isLeader();
            }
            termAfter = elector.term();
            leaderIdAfter = elector.leaderId();
        });
        asker.join();

        QVERIFY(otherLed);
        QVERIFY(!believedTooLong);
        QVERIFY(!elector.isLeader());
        QVERIFY(!elector.hold());
        QCOMPARE(termAfter, 0); // "0 while not leading"
        QCOMPARE(leaderIdAfter, QString());
        QVERIFY(said.isEmpty());
        ELECTOR_TRY(!said.isEmpty());
        QCOMPARE(said.constFirst(), u"lost"_s); // before anything else
        QCOMPARE(said.value(1), u"why"_s);
        QCOMPARE(elector.lastLossReason(), LossReason::Expired);
        watch.stop();
        QVERIFY(watch.lastSeenLeading(0) < deadline);
        QCOMPARE(watch.conflicts(), 0);
        QVERIFY(transcript.alternates());
    }

    /// release() and stop() called by an application that was busy for too long.
    void saysExpiredAlsoWhenItIsToldToStopTooLate()
    {
        LeaderElector elector(m_room.config(u"busy"_s, 1s));
        const Transcript said(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        while (elector.isLeader())
            std::this_thread::sleep_for(1ms);
        elector.stop();
        ELECTOR_TRY(said.has(u"stopped"_s));
        QVERIFY2(said.text().endsWith(u"leads, lost Expired, stopped"_s), qPrintable(said.text()));
        QCOMPARE(elector.lastLossReason(), LossReason::Expired);
    }
};

QTEST_GUILESS_MAIN(TestBusyLoop)
#include "tst_busyloop.moc"
