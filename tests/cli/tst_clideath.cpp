// SPDX-License-Identifier: MIT
#include "cliroom.h"

#include <QtCore/QDateTime>
#include <QtTest/QTest>

#include <csignal>

using namespace Elector;

/// `elector run` when a part of it is killed: nothing of the command is left, and the next one leads.
class TestCliDeath : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void killedElectorLeavesNothingAndTheNextLeads();
    void killedTreeIsTakenOverAfterTheLease();
    void killedGuardianTakesTheCommandAlong();

private:
    static QStringList sleeping() { return {QStringLiteral("sleep"), QStringLiteral("1000")}; }

    PostgresServer m_server;
};

void TestCliDeath::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.errorString()));
}

void TestCliDeath::killedElectorLeavesNothingAndTheNextLeads()
{
    const CliRoom room(m_server);
    const auto first
        = room.run(QStringLiteral("first"), sleeping(), {QStringLiteral("--lease"), QStringLiteral("60s")});
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), QStringLiteral("first"), 30000);
    QTRY_VERIFY_WITH_TIMEOUT(descendants(first->pid()).size() >= 2, 30000);
    const auto second = room.run(QStringLiteral("second"), sleeping());
    const QList<qint64> family = descendants(first->pid());
    first->signal(SIGKILL);
    // Long before the lease of a minute has run out.
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), QStringLiteral("second"), 30000);
    for (const qint64 pid : family)
        QTRY_VERIFY_WITH_TIMEOUT(::kill(static_cast<pid_t>(pid), 0) != 0, 30000);
    QCOMPARE(
        room.sql(QStringLiteral(
                     "SELECT count(*) FROM leader_lease_history WHERE event = 'released' AND leader_id LIKE 'first#%'"))
            .value()
            .toInt(),
        1);
}

void TestCliDeath::killedTreeIsTakenOverAfterTheLease()
{
    const CliRoom room(m_server);
    const auto first = room.run(QStringLiteral("first"), sleeping());
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), QStringLiteral("first"), 30000);
    const auto second = room.run(QStringLiteral("second"), sleeping());
    QTRY_VERIFY_WITH_TIMEOUT(descendants(first->pid()).size() >= 2, 30000);
    QList<qint64> family = descendants(first->pid());
    family.prepend(first->pid());
    for (const qint64 pid : family)
        ::kill(static_cast<pid_t>(pid), SIGSTOP); // so that none acts on the death of another
    const QVariant expiry = room.sql(QStringLiteral("SELECT expires_at FROM leader_lease")).value();
    for (const qint64 pid : family)
        ::kill(static_cast<pid_t>(pid), SIGKILL);
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), QStringLiteral("second"), 30000);
    const auto late = room.sql(QStringLiteral("SELECT created_at >= '%1' FROM leader_lease")
                                   .arg(expiry.toDateTime().toUTC().toString(Qt::ISODateWithMs)));
    QVERIFY2(late.value().toBool(), "taken over before the lease had run out");
}

void TestCliDeath::killedGuardianTakesTheCommandAlong()
{
    const CliRoom room(m_server);
    const auto node
        = room.run(QStringLiteral("node"),
                   {QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("setsid sleep 1000 & sleep 1000")});
    QTRY_VERIFY_WITH_TIMEOUT(descendants(node->pid()).size() >= 4, 30000);
    const QList<qint64> family = descendants(node->pid());
    ::kill(static_cast<pid_t>(family.first()), SIGKILL); // the guardian
    QCOMPARE(node->waitForEnd(), 125);
    for (const qint64 pid : family)
        QTRY_VERIFY_WITH_TIMEOUT(::kill(static_cast<pid_t>(pid), 0) != 0, 30000);
    QCOMPARE(room.leader(), QString());
}

QTEST_GUILESS_MAIN(TestCliDeath)
#include "tst_clideath.moc"
