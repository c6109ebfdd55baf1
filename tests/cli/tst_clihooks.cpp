// SPDX-License-Identifier: MIT
#include "cliroom.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

#include <csignal>

using namespace Elector;
using namespace Qt::StringLiterals;

/// `elector run --on-gained` and `--on-lost`: told, and never waited for by what must not wait.
class TestCliHooks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), qPrintable(m_server.errorString())); }

    void tellOfEachTenureInOrder()
    {
        const CliRoom room(m_server);
        const QString told = room.file(u"told"_s);
        const auto node
            = room.run(u"a"_s, {u"sh"_s, u"-c"_s, u"echo command; exec sleep 1000"_s},
                       {u"--on-gained"_s,
                        u"echo noise; echo gained $ELECTOR_LOCK $ELECTOR_TERM $ELECTOR_LEADER_ID >> %1"_s.arg(told),
                        u"--on-lost"_s, u"echo lost $ELECTOR_LEADER_ID $ELECTOR_REASON >> %1"_s.arg(told)});
        QTRY_COMPARE_WITH_TIMEOUT(room.lines(u"told"_s).size(), 1, 30000);
        const QString leader = room.sql(u"SELECT leader_id FROM leader_lease"_s).value().toString();
        const QString term = room.sql(u"SELECT term FROM leader_lease"_s).value().toString();
        QCOMPARE(room.lines(u"told"_s).at(0), u"gained 1 %1 %2"_s.arg(term, leader));
        QTRY_VERIFY_WITH_TIMEOUT(node->output().contains("command"), 30000);
        QCOMPARE(room.elector({u"release"_s, u"--lock"_s, u"1"_s})->waitForEnd(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(room.lines(u"told"_s).size(), 3, 30000); // lost, and gained anew
        QCOMPARE(room.lines(u"told"_s).at(1), u"lost %1 revoked"_s.arg(leader));
        QVERIFY(room.lines(u"told"_s).at(2).startsWith(u"gained 1 "_s));
        node->signal(SIGTERM);
        QCOMPARE(node->waitForEnd(), 128 + SIGTERM);
        // The end waits for the last one.
        QCOMPARE(room.lines(u"told"_s).size(), 4);
        QVERIFY2(room.lines(u"told"_s).at(3).endsWith(u" stopped"_s), qPrintable(room.lines(u"told"_s).at(3)));
        QVERIFY(!node->output().contains("noise"));
        QVERIFY(node->errors().contains("noise"));
    }

    void onceForAllStartsInATenure()
    {
        const CliRoom room(m_server);
        const auto node = room.run(
            u"a"_s, {u"sh"_s, u"-c"_s, u"echo run >> %1; test $(wc -l < %1) -ge 2"_s.arg(room.file(u"runs"_s))},
            {u"--restart"_s, u"on-failure"_s, u"--on-gained"_s, u"echo gained >> %1"_s.arg(room.file(u"told"_s)),
             u"--on-lost"_s, u"echo lost >> %1"_s.arg(room.file(u"told"_s))});
        QCOMPARE(node->waitForEnd(), 0);
        QCOMPARE(room.lines(u"told"_s), (QStringList{u"gained"_s, u"lost"_s}));
    }

    void hangingHooksAreKilled()
    {
        const CliRoom room(m_server);
        const QString marker = u"7013.%1"_s.arg(QCoreApplication::applicationPid());
        const QString hang = u"sleep %1 & sleep %1"_s.arg(marker);
        const auto node = room.run(u"a"_s, {u"true"_s}, {u"--on-lost"_s, hang, u"--hook-limit"_s, u"500ms"_s});
        QCOMPARE(node->waitForEnd(), 0);
        QVERIFY2(node->errors().contains("--on-lost has not ended within 500ms and is killed"),
                 node->errors().constData());
        // The lock was not kept for it.
        QCOMPARE(room.sql(u"SELECT count(*) FROM leader_lease"_s).value().toInt(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(processesWith(marker), 0, 30000);
    }

    void failingHooksAreReported()
    {
        const CliRoom room(m_server);
        const auto node = room.run(u"a"_s, {u"sleep"_s, u"1000"_s}, {u"--on-gained"_s, u"exit 5"_s});
        QTRY_VERIFY_WITH_TIMEOUT(node->errors().contains("--on-gained has failed (5)"), 30000);
        QVERIFY(node->isRunning());
        QCOMPARE(room.leader(), u"a"_s);
    }

    /// What a hook leaves in the background is reaped when it has ended, before the next hook at the latest.
    void nothingIsLeftUnreaped()
    {
        const CliRoom room(m_server);
        const auto node
            = room.run(u"a"_s, {u"sleep"_s, u"1000"_s},
                       {u"--on-gained"_s, u"sleep 0.1 & sleep 0.1 &"_s, u"--on-lost"_s, u"sleep 0.1 & sleep 0.1 &"_s});
        const auto zombies = [&] {
            const QList<qint64> family = descendants(node->pid());
            return std::count_if(family.cbegin(), family.cend(), [](qint64 pid) {
                QFile stat(u"/proc/%1/stat"_s.arg(pid));
                return stat.open(QIODevice::ReadOnly) && stat.readAll().contains(") Z ");
            });
        };
        for (int tenure = 1; tenure <= 3; ++tenure) {
            QTRY_VERIFY_WITH_TIMEOUT(room.leader() == u"a"_s, 30000);
            const QVariant term = room.sql(u"SELECT term FROM leader_lease"_s).value();
            QCOMPARE(room.elector({u"release"_s, u"--lock"_s, u"1"_s})->waitForEnd(), 0);
            QTRY_VERIFY_WITH_TIMEOUT(
                room.leader() == u"a"_s && room.sql(u"SELECT term FROM leader_lease"_s).value() != term, 30000);
        }
        QTRY_VERIFY_WITH_TIMEOUT(zombies() <= 4, 30000); // of the last two hooks
    }

    /// Neither of them is between the deadline and the command.
    void theDeadlineDoesNotWait()
    {
        PostgresServer server;
        QVERIFY2(server.start(), qPrintable(server.errorString()));
        const CliRoom room(server);
        const auto node
            = room.run(u"a"_s,
                       {u"sh"_s, u"-c"_s,
                        u"trap '' TERM; while :; do cut -d' ' -f1 /proc/uptime >> %1; sleep 0.02; done"_s.arg(
                            room.file(u"stamps"_s))},
                       {u"--on-gained"_s, u"touch %1; trap '' TERM; sleep 7014; sleep 7014"_s.arg(room.file(u"hook"_s)),
                        u"--on-lost"_s, u"sleep 7014"_s, u"--hook-limit"_s, u"10min"_s});
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(room.file(u"hook"_s)) && !room.lines(u"stamps"_s).isEmpty(), 30000);
        QVERIFY(server.pause());
        const double paused = static_cast<double>(bootTime()) / 1e9;
        const auto now = [] { return static_cast<double>(bootTime()) / 1e9; };
        QTRY_VERIFY_WITH_TIMEOUT(now() > paused + 4, 30000);
        // No renewal was sent later than the pause, so that no lease can be trusted beyond 2 s after it.
        const double last = room.lines(u"stamps"_s).last().toDouble();
        QVERIFY2(last < paused + 2.0, qPrintable(QString::number(last - paused)));
        QVERIFY(server.resume());
        // Who cannot wait for the hook asks twice.
        const auto ended = [&] {
            if (node->isRunning())
                node->signal(SIGTERM);
            QTest::qWait(100);
            return !node->isRunning();
        };
        QTRY_VERIFY_WITH_TIMEOUT(ended(), 30000);
    }

private:
    PostgresServer m_server;
};

QTEST_GUILESS_MAIN(TestCliHooks)
#include "tst_clihooks.moc"
