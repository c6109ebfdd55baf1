// SPDX-License-Identifier: MIT
#include "cliroom.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

#include <csignal>

using namespace Elector;
using namespace Qt::StringLiterals;

/// `elector run` told to do otherwise: try once, start again, end by another signal, settings from a file.
class TestCliPolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void onceRunsWhereNobodyLeads();
    void onceGivesUpWhereAnotherLeads();
    void onceGivesUpWhereTheLockIsPaused();
    void onceDoesNotWaitForTheServer_data();
    void onceDoesNotWaitForTheServer();
    void onceDoesNotWaitForAHungServer();
    void onceDoesNotWaitForTheNamesOfLocks();
    void onceWaitsForNoDeadNode();
    void onceTellsThatTheLockWasLost();
    void restartedOnFailureWithinOneTenure();
    void restartedAlwaysUntilASignalComes();
    void notRestartedAfterSuccess();
    void anotherNodeTakesOverInThePause();
    void stopSignal();
    void stopSignalIsNotIgnored();
    void settingsFromAFile();
    void optionsAndEnvironmentCountForMore();
    void fileThatIsWrong_data();
    void fileThatIsWrong();

private:
    PostgresServer m_server;
};

namespace {

const QStringList sleeper{u"sleep"_s, u"1000"_s};

QStringList shell(const QString &text)
{
    return {u"sh"_s, u"-c"_s, text};
}

QString write(const CliRoom &room, const QByteArray &text)
{
    QFile file(room.file(u"elector.ini"_s));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
}

int captures(const CliRoom &room)
{
    return room.sql(u"SELECT count(*) FROM leader_lease_history WHERE event = 'captured'"_s).value().toInt();
}

} // namespace

void TestCliPolicy::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.errorString()));
}

void TestCliPolicy::onceRunsWhereNobodyLeads()
{
    const CliRoom room(m_server);
    QCOMPARE(room.run(u"a"_s, shell(u"exit 42"_s), {u"--once"_s})->waitForEnd(), 42);
}

void TestCliPolicy::onceGivesUpWhereAnotherLeads()
{
    const CliRoom room(m_server);
    const auto leader = room.run(u"a"_s, sleeper);
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), u"a"_s, 30000);
    const auto other = room.run(u"b"_s, shell(u"touch %1"_s.arg(room.file(u"ran"_s))), {u"--once"_s});
    QCOMPARE(other->waitForEnd(), 123);
    QVERIFY2(other->errors().contains("Lock 1 is led by a#"), other->errors().constData());
    QVERIFY(!QFile::exists(room.file(u"ran"_s)));
    QCOMPARE(room.leader(), u"a"_s);
}

void TestCliPolicy::onceGivesUpWhereTheLockIsPaused()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    QCOMPARE(room.elector({u"pause"_s, u"--lock"_s, u"1"_s})->waitForEnd(), 0);
    const auto node = room.run(u"a"_s, {u"true"_s}, {u"--once"_s});
    QCOMPARE(node->waitForEnd(), 123);
    QVERIFY2(node->errors().contains("lock 1 is paused"), node->errors().constData());
}

void TestCliPolicy::onceDoesNotWaitForTheServer_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("lock by number") << QStringList();
    QTest::newRow("lock by name") << QStringList{u"--lock"_s, u"nightly"_s};
    QTest::newRow("name to be given") << QStringList{u"--lock"_s, u"nightly"_s, u"--create-lock"_s};
}

void TestCliPolicy::onceDoesNotWaitForTheServer()
{
    QFETCH(QStringList, options);
    Program node(QStringList{u"run"_s, u"--once"_s, u"--dsn"_s, u"postgresql://nobody@127.0.0.1:1/none"_s} + options
                 + QStringList{u"--"_s, u"true"_s});
    QCOMPARE(node.waitForEnd(), 125);
    const QByteArray errors = node.errors();
    QVERIFY2(errors.contains("No connection to") && !errors.contains("It is tried again"), errors.constData());
}

void TestCliPolicy::onceDoesNotWaitForAHungServer()
{
    PostgresServer server;
    QVERIFY2(server.start(), qPrintable(server.errorString()));
    const CliRoom room(server);
    QVERIFY(server.pause());
    const auto node = room.run(u"a"_s, {u"true"_s}, {u"--once"_s, u"--lock"_s, u"nightly"_s});
    const int exitCode = node->waitForEnd();
    QVERIFY(server.resume());
    QCOMPARE(exitCode, 125);
    QVERIFY2(!node->errors().contains("It is tried again"), node->errors().constData());
}

/// The server answers, but not what it is asked.
void TestCliPolicy::onceDoesNotWaitForTheNamesOfLocks()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    QCOMPARE(room.elector({u"name"_s, u"--lock"_s, u"9"_s, u"nightly"_s})->waitForEnd(), 0);
    QProcess locker;
    locker.start(u"psql"_s, {u"-qXAt"_s, u"-d"_s, room.dsn()});
    locker.write("BEGIN; LOCK TABLE leader_lease, leader_lease_lock;\n");
    const auto locks = [&] {
        return room
            .sql(u"SELECT count(*) FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND granted AND database = "
                 "(SELECT oid FROM pg_database WHERE datname = current_database())"_s)
            .value()
            .toInt();
    };
    QTRY_COMPARE_WITH_TIMEOUT(locks(), 2, 30000);
    const auto node = room.run(u"a"_s, {u"true"_s}, {u"--once"_s, u"--lock"_s, u"nightly"_s});
    const int exitCode = node->waitForEnd();
    locker.closeWriteChannel();
    QVERIFY(locker.waitForFinished(30000));
    QCOMPARE(exitCode, 125);
    QVERIFY2(!node->errors().contains("It is tried again"), node->errors().constData());
}

/// A row that nobody renews: either it is taken when it runs out, or given up. It ends in any case.
void TestCliPolicy::onceWaitsForNoDeadNode()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    QVERIFY(
        room.sql(u"INSERT INTO leader_lease (id, leader_id, expires_at) VALUES (1, 'x#y.1', now() + interval '1 hour');"
                 "UPDATE leader_lease SET leader_id = '#revoked x#y.1'"_s));
    const auto node = room.run(u"a"_s, {u"true"_s}, {u"--once"_s});
    QCOMPARE(node->waitForEnd(), 123);
}

void TestCliPolicy::onceTellsThatTheLockWasLost()
{
    const CliRoom room(m_server);
    // It ends well when it is told to: that is not success, for it was cut short.
    const auto node = room.run(
        u"a"_s, shell(u"trap 'exit 0' TERM; touch %1; while :; do sleep 0.1; done"_s.arg(room.file(u"ran"_s))),
        {u"--once"_s});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(room.file(u"ran"_s)), 30000);
    QCOMPARE(room.elector({u"release"_s, u"--lock"_s, u"1"_s})->waitForEnd(), 0);
    QCOMPARE(node->waitForEnd(), 123);
    QVERIFY2(node->errors().contains("Leadership was lost"), node->errors().constData());
    QCOMPARE(captures(room), 1);
}

void TestCliPolicy::restartedOnFailureWithinOneTenure()
{
    const CliRoom room(m_server);
    const auto node
        = room.run(u"a"_s, shell(u"echo $ELECTOR_TERM >> %1; test $(wc -l < %1) -ge 3"_s.arg(room.file(u"terms"_s))),
                   {u"--restart"_s, u"on-failure"_s});
    QCOMPARE(node->waitForEnd(), 0);
    const QStringList terms = room.lines(u"terms"_s);
    QCOMPARE(terms.size(), 3);
    QCOMPARE(QSet<QString>(terms.cbegin(), terms.cend()).size(), 1);
    QCOMPARE(captures(room), 1);
    QCOMPARE(room.sql(u"SELECT count(*) FROM leader_lease"_s).value().toInt(), 0);
}

void TestCliPolicy::restartedAlwaysUntilASignalComes()
{
    const CliRoom room(m_server);
    // The second one stays, so that the signal never meets a command that has just ended by itself.
    const auto node = room.run(
        u"a"_s, shell(u"echo run >> %1; test $(wc -l < %1) -lt 2 || exec sleep 1000"_s.arg(room.file(u"runs"_s))),
        {u"--restart"_s, u"always"_s});
    QTRY_COMPARE_WITH_TIMEOUT(room.lines(u"runs"_s).size(), 2, 30000);
    node->signal(SIGTERM);
    QCOMPARE(node->waitForEnd(), 128 + SIGTERM);
    QCOMPARE(room.sql(u"SELECT count(*) FROM leader_lease"_s).value().toInt(), 0);
}

void TestCliPolicy::notRestartedAfterSuccess()
{
    const CliRoom room(m_server);
    const auto node
        = room.run(u"a"_s, shell(u"echo run >> %1"_s.arg(room.file(u"runs"_s))), {u"--restart"_s, u"on-failure"_s});
    QCOMPARE(node->waitForEnd(), 0);
    QCOMPARE(room.lines(u"runs"_s).size(), 1);
}

/// In the pause nothing runs, so nothing holds the lock up: who revokes it does not wait for a command.
void TestCliPolicy::anotherNodeTakesOverInThePause()
{
    const CliRoom room(m_server);
    const auto first = room.run(u"a"_s, shell(u"echo run >> %1; exit 1"_s.arg(room.file(u"runs"_s))),
                                {u"--restart"_s, u"on-failure"_s, u"--verbose"_s});
    QTRY_VERIFY_WITH_TIMEOUT(first->errors().contains("it is started again in 4s"), 30000);
    const auto second = room.run(u"b"_s, sleeper);
    QCOMPARE(room.elector({u"transfer"_s, u"--lock"_s, u"1"_s, u"--to"_s, u"b"_s})->waitForEnd(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), u"b"_s, 30000);
    const qsizetype runs = room.lines(u"runs"_s).size();
    QVERIFY(first->isRunning());
    // While the other leads, a pause that ends starts nothing.
    QTRY_VERIFY_WITH_TIMEOUT(first->errors().contains("is led by b#"), 30000);
    QCOMPARE(room.lines(u"runs"_s).size(), runs);
}

void TestCliPolicy::stopSignal()
{
    const CliRoom room(m_server);
    const auto node = room.run(u"a"_s,
                               shell(u"trap 'echo usr1 >> %1; exit 9' USR1; trap '' TERM; echo up >> %1;"
                                     " while :; do sleep 0.1; done"_s.arg(room.file(u"signals"_s))),
                               {u"--stop-signal"_s, u"SIGUSR1"_s, u"--lease"_s, u"60s"_s, u"--grace"_s, u"5s"_s});
    QTRY_COMPARE_WITH_TIMEOUT(room.lines(u"signals"_s).size(), 1, 30000);
    node->signal(SIGTERM);
    QCOMPARE(node->waitForEnd(), 9);
    QCOMPARE(room.lines(u"signals"_s).value(1), u"usr1"_s);
}

/// A shell has SIGINT ignored by what it starts in the background, as scripts do: then nothing but SIGKILL would be
/// left.
void TestCliPolicy::stopSignalIsNotIgnored()
{
    const CliRoom room(m_server);
    const auto before = ::signal(SIGINT, SIG_IGN);
    const auto node
        = room.run(u"a"_s, shell(u"trap 'exit 9' INT; touch %1; while :; do sleep 0.1; done"_s.arg(room.file(u"up"_s))),
                   {u"--stop-signal"_s, u"INT"_s, u"--lease"_s, u"60s"_s, u"--grace"_s, u"5s"_s});
    ::signal(SIGINT, before);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(room.file(u"up"_s)), 30000);
    node->signal(SIGTERM);
    QCOMPARE(node->waitForEnd(), 9);
}

void TestCliPolicy::settingsFromAFile()
{
    const CliRoom room(m_server);
    const QString file = write(
        room, "leaseDuration=4000\nlockId=9\ninstanceId=from-file\nschema=jobs\ndsn=\"" + room.dsn().toUtf8() + "\"\n");
    Program node(
        {u"run"_s, u"--config"_s, file, u"--"_s, u"sh"_s, u"-c"_s, u"echo $ELECTOR_LOCK ${ELECTOR_LEADER_ID%%#*}"_s});
    QCOMPARE(node.waitForEnd(), 0);
    QCOMPARE(node.output(), QByteArray("9 from-file\n"));
    QCOMPARE(room.sql(u"SELECT max_lease_ms FROM jobs.leader_lease_lock WHERE id = 9"_s).value().toInt(), 4000);
    // The same file tells the other commands where to look.
    Program leader({u"leader"_s, u"--config"_s, file});
    QCOMPARE(leader.waitForEnd(), 3);
    QVERIFY2(leader.errors().contains("Nobody leads lock 9"), leader.errors().constData());
}

void TestCliPolicy::optionsAndEnvironmentCountForMore()
{
    const CliRoom room(m_server);
    const QString file = write(room, "lockId=9\ninstanceId=from-file\nleaseDuration=4000\n");
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ELECTOR_INSTANCE_ID"_s, u"from-environment"_s);
    environment.insert(u"ELECTOR_LOCK_ID"_s, u"8"_s);
    Program node({u"run"_s, u"--config"_s, file, u"--dsn"_s, room.dsn(), u"--lock"_s, u"7"_s, u"--"_s, u"sh"_s, u"-c"_s,
                  u"echo $ELECTOR_LOCK ${ELECTOR_LEADER_ID%%#*}"_s},
                 environment);
    QCOMPARE(node.waitForEnd(), 0);
    QCOMPARE(node.output(), QByteArray("7 from-environment\n"));
    QCOMPARE(room.sql(u"SELECT max_lease_ms FROM leader_lease_lock WHERE id = 7"_s).value().toInt(), 4000);
}

void TestCliPolicy::fileThatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("unknown setting") << QByteArray("leaseDuraton=4000\n") << QByteArray("no setting \"leaseDuraton\"");
    QTest::newRow("duration with a strange unit")
        << QByteArray("leaseDuration=4 fortnights\n") << QByteArray("\"leaseDuration\" is \"4 fortnights\"");
    QTest::newRow("password") << QByteArray("[connection]\npassword=s3cret\n") << QByteArray("contain a password");
    QTest::newRow("no INI file") << QByteArray("]]]\n") << QByteArray("is no INI file");
}

void TestCliPolicy::fileThatIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, says);
    const CliRoom room(m_server);
    const QString file = write(room, text);
    Program run({u"run"_s, u"--config"_s, file, u"--"_s, u"true"_s});
    QCOMPARE(run.waitForEnd(), 125);
    QVERIFY2(run.errors().contains(says), run.errors().constData());
    Program status({u"status"_s, u"--config"_s, file});
    QCOMPARE(status.waitForEnd(), 2);
    QVERIFY2(status.errors().contains(says) && !status.errors().contains("s3cret"), status.errors().constData());
    Program missing({u"status"_s, u"--config"_s, file + u"x"_s});
    QCOMPARE(missing.waitForEnd(), 2);
    QVERIFY2(missing.errors().contains("cannot be read"), missing.errors().constData());
}

QTEST_GUILESS_MAIN(TestCliPolicy)
#include "tst_clipolicy.moc"
