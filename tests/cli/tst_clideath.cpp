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
    void killedElectorGivesUpByAFunction();
    void killedElectorGivesUpAsTheTableIsNow();
    void killedElectorGivesUpWhereThereAreNoTerms();
    void crashedCommandGivesTheLeaseUpAtOnce();
    void holdAfterCrashLetsTheLeaseRunOut();
    void holdAfterCrashOfElectorItself();
    void holdAfterCrashGivesUpAfterSuccess();
    void holdAfterCrashSitsOutAndIsACandidateAgain();
    void killedTreeIsTakenOverAfterTheLease();
    void killedGuardianTakesTheCommandAlong_data();
    void killedGuardianTakesTheCommandAlong();
    void stoppedGuardianIsNotCalledDead();

private:
    static QStringList sleeping() { return {QStringLiteral("sleep"), QStringLiteral("1000")}; }
    static QStringList crashing()
    {
        return {QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("ulimit -c 0; kill -SEGV $$; sleep 1000")};
    }
    static int leases(const CliRoom &room)
    {
        return room.sql(QStringLiteral("SELECT count(*) FROM leader_lease")).value().toInt();
    }

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

/// On a strict table the guardian holds the key of the tenure.
void TestCliDeath::killedElectorGivesUpByAFunction()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({QStringLiteral("migrate"), QStringLiteral("--strict")})->waitForEnd(), 0);
    const QStringList options{QStringLiteral("--lease"), QStringLiteral("60s"), QStringLiteral("--dsn"),
                              m_server.dsn(room.database(), QStringLiteral("elector_node"))};
    const auto first = room.run(QStringLiteral("first"), sleeping(), options);
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), QStringLiteral("first"), 30000);
    QTRY_VERIFY_WITH_TIMEOUT(descendants(first->pid()).size() >= 2, 30000);
    const auto second = room.run(QStringLiteral("second"), crashing(), options);
    first->signal(SIGKILL);
    QCOMPARE(second->waitForEnd(), 128 + SIGSEGV); // it led, long before the lease of a minute had run out
    QCOMPARE(leases(room), 0);
}

/// Whoever led when the table became strict, and had told its guardian before how a lease is given up.
void TestCliDeath::killedElectorGivesUpAsTheTableIsNow()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({QStringLiteral("migrate"), QStringLiteral("--roles")})->waitForEnd(), 0);
    const QStringList options{QStringLiteral("--dsn"), m_server.dsn(room.database(), QStringLiteral("elector_node"))};
    const auto first = room.run(QStringLiteral("first"), sleeping(), options);
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), QStringLiteral("first"), 30000);
    QTRY_VERIFY_WITH_TIMEOUT(descendants(first->pid()).size() >= 2, 30000);
    QCOMPARE(room.elector({QStringLiteral("migrate"), QStringLiteral("--strict")})->waitForEnd(), 0);
    // A renewal, or more: the first of them may have been under way.
    const auto expiry
        = [&room] { return room.sql(QStringLiteral("SELECT expires_at FROM leader_lease")).value().toString(); };
    for (int i = 0; i < 3; ++i) {
        const QString before = expiry();
        QTRY_VERIFY_WITH_TIMEOUT(expiry() != before, 30000);
    }
    QCOMPARE(room.leader(), QStringLiteral("first"));
    first->signal(SIGKILL);
    const QString given = QStringLiteral("SELECT count(*) FROM leader_lease_history WHERE event = 'released'");
    QTRY_COMPARE_WITH_TIMEOUT(leases(room), 0, 30000);
    QCOMPARE(room.sql(given).value().toInt(), 1);
}

void TestCliDeath::killedElectorGivesUpWhereThereAreNoTerms()
{
    const CliRoom room(m_server);
    QCOMPARE(
        room.elector({QStringLiteral("migrate"), QStringLiteral("--level"), QStringLiteral("plain")})->waitForEnd(), 0);
    const auto first
        = room.run(QStringLiteral("first"), sleeping(), {QStringLiteral("--lease"), QStringLiteral("600s")});
    QTRY_COMPARE_WITH_TIMEOUT(leases(room), 1, 30000);
    QTRY_VERIFY_WITH_TIMEOUT(descendants(first->pid()).size() >= 2, 30000);
    first->signal(SIGKILL);
    QTRY_COMPARE_WITH_TIMEOUT(leases(room), 0, 30000);
}

void TestCliDeath::crashedCommandGivesTheLeaseUpAtOnce()
{
    const CliRoom room(m_server);
    const auto node = room.run(QStringLiteral("a"), crashing(), {QStringLiteral("--lease"), QStringLiteral("60s")});
    QCOMPARE(node->waitForEnd(), 128 + SIGSEGV);
    QCOMPARE(leases(room), 0);
}

/// The next statement of the command may still be on its way: nobody leads before the lease is over.
void TestCliDeath::holdAfterCrashLetsTheLeaseRunOut()
{
    const CliRoom room(m_server);
    const auto node
        = room.run(QStringLiteral("a"), crashing(),
                   {QStringLiteral("--lease"), QStringLiteral("60s"), QStringLiteral("--hold-after-crash")});
    QCOMPARE(node->waitForEnd(), 128 + SIGSEGV);
    QCOMPARE(room.leader(), QStringLiteral("a"));
    QVERIFY2(node->errors().contains("left to run out"), node->errors().constData());
    QVERIFY(room.sql(QStringLiteral("SELECT count(*) = 0 FROM leader_lease_history WHERE event <> 'captured'"))
                .value()
                .toBool());
}

void TestCliDeath::holdAfterCrashOfElectorItself()
{
    const CliRoom room(m_server);
    const auto node
        = room.run(QStringLiteral("a"), sleeping(),
                   {QStringLiteral("--lease"), QStringLiteral("60s"), QStringLiteral("--hold-after-crash")});
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), QStringLiteral("a"), 30000);
    QTRY_VERIFY_WITH_TIMEOUT(descendants(node->pid()).size() >= 2, 30000);
    const QList<qint64> family = descendants(node->pid());
    node->signal(SIGKILL);
    for (const qint64 pid : family)
        QTRY_VERIFY_WITH_TIMEOUT(::kill(static_cast<pid_t>(pid), 0) != 0, 30000);
    QCOMPARE(room.leader(), QStringLiteral("a"));
}

void TestCliDeath::holdAfterCrashGivesUpAfterSuccess()
{
    const CliRoom room(m_server);
    const auto node
        = room.run(QStringLiteral("a"), {QStringLiteral("true")},
                   {QStringLiteral("--lease"), QStringLiteral("60s"), QStringLiteral("--hold-after-crash")});
    QCOMPARE(node->waitForEnd(), 0);
    QCOMPARE(leases(room), 0);
}

/// Revoked, it ends its command, and leaves its tombstone to run out before it bids again.
void TestCliDeath::holdAfterCrashSitsOutAndIsACandidateAgain()
{
    const CliRoom room(m_server);
    const auto node = room.run(QStringLiteral("a"), sleeping(), {QStringLiteral("--hold-after-crash")});
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), QStringLiteral("a"), 30000);
    const QVariant term = room.sql(QStringLiteral("SELECT term FROM leader_lease")).value();
    QCOMPARE(room.elector({QStringLiteral("release"), QStringLiteral("--lock"), QStringLiteral("1")})->waitForEnd(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(room.leader() == QStringLiteral("a")
                                 && room.sql(QStringLiteral("SELECT term FROM leader_lease")).value() != term,
                             30000);
    // The tombstone was not deleted by who it names.
    QVERIFY(room.sql(QStringLiteral(
                         "SELECT count(*) = 0 FROM leader_lease_history WHERE event IN ('acknowledged', 'released')"))
                .value()
                .toBool());
    node->signal(SIGTERM);
    QCOMPARE(node->waitForEnd(), 128 + SIGTERM);
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

void TestCliDeath::killedGuardianTakesTheCommandAlong_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("leader");
    QTest::newRow("the lease is given up") << QStringList() << QString();
    QTest::newRow("hold after crash") << QStringList{QStringLiteral("--hold-after-crash"), QStringLiteral("--lease"),
                                                     QStringLiteral("60s")}
                                      << QStringLiteral("node");
}

void TestCliDeath::killedGuardianTakesTheCommandAlong()
{
    QFETCH(QStringList, options);
    QFETCH(QString, leader);
    const CliRoom room(m_server);
    const auto node = room.run(
        QStringLiteral("node"),
        {QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("setsid sleep 1000 & sleep 1000")}, options);
    QTRY_VERIFY_WITH_TIMEOUT(descendants(node->pid()).size() >= 4, 30000);
    const QList<qint64> family = descendants(node->pid());
    ::kill(static_cast<pid_t>(family.first()), SIGKILL); // the guardian
    QCOMPARE(node->waitForEnd(), 125);
    for (const qint64 pid : family)
        QTRY_VERIFY_WITH_TIMEOUT(::kill(static_cast<pid_t>(pid), 0) != 0, 30000);
    QCOMPARE(room.leader(), leader);
}

/// Its work is done for it where the database hangs as well.
void TestCliDeath::stoppedGuardianIsNotCalledDead()
{
    PostgresServer server;
    QVERIFY2(server.start(), qPrintable(server.errorString()));
    const CliRoom room(server);
    const auto node = room.run(QStringLiteral("node"), sleeping());
    QTRY_VERIFY_WITH_TIMEOUT(descendants(node->pid()).size() >= 2, 30000);
    const QList<qint64> family = descendants(node->pid());
    ::kill(static_cast<pid_t>(family.first()), SIGSTOP); // the guardian
    QVERIFY(server.pause());
    const int exitCode = node->waitForEnd();
    QVERIFY(server.resume());
    QCOMPARE(exitCode, 125);
    for (const qint64 pid : family)
        QTRY_VERIFY_WITH_TIMEOUT(::kill(static_cast<pid_t>(pid), 0) != 0, 30000);
    const QByteArray errors = node->errors();
    QVERIFY2(errors.contains("The guardian did not end the command in time; elector has."), errors.constData());
    QVERIFY2(!errors.contains("The guardian died"), errors.constData());
}

QTEST_GUILESS_MAIN(TestCliDeath)
#include "tst_clideath.moc"
