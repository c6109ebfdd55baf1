// SPDX-License-Identifier: MIT
#include "cliroom.h"

#include <QtTest/QTest>

#include <csignal>

using namespace Elector;

/// `elector run` when nobody can renew: the command is dead before anybody else may lead.
class TestCliDeadline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void stoppedElectorsCommandDiesBeforeTheDeadline();
    void hungDatabaseEndsTheCommandBeforeTheDeadline();

private:
    /// A shell command that writes the boot time to `file` for as long as it lives, whatever signal it gets.
    static QStringList stamping(const QString &file)
    {
        return {QStringLiteral("sh"), QStringLiteral("-c"),
                QStringLiteral("trap '' TERM INT HUP; while :; do cut -d' ' -f1 /proc/uptime >>%1; sleep 0.02; done")
                    .arg(file)};
    }

    PostgresServer m_server;
};

void TestCliDeadline::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.errorString()));
}

void TestCliDeadline::stoppedElectorsCommandDiesBeforeTheDeadline()
{
    const CliRoom room(m_server);
    const QString file = room.file(QStringLiteral("stamps"));
    const auto first = room.run(QStringLiteral("first"), stamping(file));
    QTRY_VERIFY_WITH_TIMEOUT(!room.lines(QStringLiteral("stamps")).isEmpty(), 30000);
    const auto second = room.run(
        QStringLiteral("second"),
        {QStringLiteral("sh"), QStringLiteral("-c"),
         QStringLiteral("cut -d' ' -f1 /proc/uptime >%1; sleep 1000").arg(room.file(QStringLiteral("next")))});
    first->signal(SIGSTOP);
    QTRY_VERIFY_WITH_TIMEOUT(!room.lines(QStringLiteral("next")).isEmpty(), 30000);
    const double next = room.lines(QStringLiteral("next")).first().toDouble();
    const QStringList stamps = room.lines(QStringLiteral("stamps"));
    QVERIFY2(stamps.last().toDouble() <= next,
             qPrintable(stamps.last() + QStringLiteral(" > ") + room.lines(QStringLiteral("next")).first()));
    first->signal(SIGCONT);
    // It notices, and goes on as a candidate.
    QTest::qWait(500);
    QVERIFY(first->isRunning());
    QCOMPARE(room.lines(QStringLiteral("stamps")).size(), stamps.size());
}

void TestCliDeadline::hungDatabaseEndsTheCommandBeforeTheDeadline()
{
    PostgresServer server;
    QVERIFY2(server.start(), qPrintable(server.errorString()));
    const CliRoom room(server);
    const auto node = room.run(QStringLiteral("node"), stamping(room.file(QStringLiteral("stamps"))));
    QTRY_VERIFY_WITH_TIMEOUT(!room.lines(QStringLiteral("stamps")).isEmpty(), 30000);
    QVERIFY(server.pause());
    const qint64 paused = bootTime();
    QTRY_VERIFY_WITH_TIMEOUT(descendants(node->pid()).size() <= 1, 30000);
    // No renewal was sent later than the pause, so that no lease can be trusted beyond 2 s after it.
    const double last = room.lines(QStringLiteral("stamps")).last().toDouble();
    QVERIFY2(last < static_cast<double>(paused) / 1e9 + 2.0,
             qPrintable(QString::number(last - static_cast<double>(paused) / 1e9)));
    QVERIFY(node->isRunning());
    const qsizetype before = room.lines(QStringLiteral("stamps")).size();
    QVERIFY(server.resume());
    QTRY_VERIFY_WITH_TIMEOUT(room.lines(QStringLiteral("stamps")).size() > before, 30000);
}

QTEST_GUILESS_MAIN(TestCliDeadline)
#include "tst_clideadline.moc"
