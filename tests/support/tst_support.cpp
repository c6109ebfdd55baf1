// SPDX-License-Identifier: MIT
#include "eventloopticker.h"
#include "postgresserver.h"
#include "tcpproxy.h"

#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <future>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Elector {

constexpr int limit = 30'000;

namespace {

const QString holdAServer = u"--hold-a-server"_s;

// The other half of leavesNothingBehind(): a program that has a server and is killed.
int holdServer()
{
    PostgresServer server;
    if (!server.start())
        return 1;
    std::printf("%lld %lld %s\n", server.scriptPid(), server.postmasterPid(), qPrintable(server.dataDir()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}

bool worksIn(qint64 pid, const QString &directory)
{
    return QFileInfo(u"/proc/%1/cwd"_s.arg(pid)).symLinkTarget().startsWith(directory);
}

} // namespace

/// The tools of all other tests keep their word.
class SupportTest : public QObject
{
    Q_OBJECT

private:
    PostgresServer m_server;
    TcpProxy m_proxy;

    std::unique_ptr<TestConnection> connectThroughProxy(const QString &name = u"proxied"_s)
    {
        return std::make_unique<TestConnection>(u"127.0.0.1"_s, m_proxy.port(), u"postgres"_s, u"postgres"_s,
                                                u"application_name="_s + name);
    }
    // Runs a statement in a thread and a connection of its own, for the proxy will keep it waiting.
    std::future<SqlResult> execElsewhere(const QString &sql)
    {
        return std::async(std::launch::async, [this, sql] { return connectThroughProxy()->exec(sql); });
    }
    int notes() { return m_server.exec(u"SELECT count(*) FROM note"_s).value().toInt(); }

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void serverAnswersOverSocketAndTcp();
    void itIsTheServerThatWasAskedFor();
    void databasesAreClean();
    void failureIsTold();
    void restartKeepsPortAndData();
    void killedServerStartsAgain();
    void pausedServerIsStopped();
    void standbyIsReadOnlyUntilPromoted();
    void killedBackendIsNoticed();
    void waitingForALockIsSeen();
    void passwordIsAsked();
    void leavesNothingBehind_data();
    void leavesNothingBehind();

    void proxyForwards();
    void silenceHoldsAndForwardDelivers();
    void heldReplyComesAfterTheCommit();
    void droppedRequestNeverArrives();
    void lostReplyWasCommitted();
    void lostReplyIsSilence();
    void requestArrivesAfterItsClientDied();
    void resetInsteadOfRequest();
    void resetBreaksConnections();
    void halfCloses();
    void refusalLeavesOpenConnectionsAlone();
    void delayIsAdded();
    void bytesMayComeOneByOne();
    void tickerCountsTheLoop();
};

void SupportTest::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.errorString()));
    QVERIFY(m_server.exec(u"CREATE TABLE note (text text)"_s));
}

void SupportTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    QVERIFY(m_server.exec(u"TRUNCATE note"_s));
    QVERIFY2(m_proxy.startForSocket(m_server.socketPath()), qPrintable(m_proxy.errorString()));
}

void SupportTest::cleanup()
{
    m_proxy.stop();
}

void SupportTest::serverAnswersOverSocketAndTcp()
{
    const SqlResult sum = m_server.exec(u"SELECT 1 + 1, 'two'"_s);
    QVERIFY2(sum, qPrintable(sum.error));
    QCOMPARE(sum.rows, (QList<QVariantList>{{2, u"two"_s}}));
    TestConnection tcp(u"127.0.0.1"_s, m_server.port(), u"postgres"_s);
    QCOMPARE(tcp.exec(u"SELECT inet_server_addr()::text"_s).value().toString(), u"127.0.0.1/32"_s);

    const SqlResult wrong = m_server.exec(u"SELECT nonsense"_s);
    QVERIFY(!wrong);
    QCOMPARE(wrong.sqlState, u"42703"_s);

    // Several statements are one text: an error of the last fails them all, and undoes what came before it.
    const SqlResult several = m_server.exec(u"SELECT 1; SET lock_timeout = 0; SELECT 2"_s);
    QCOMPARE(several.value().toInt(), 2);
    const SqlResult lastIsWrong = m_server.exec(u"INSERT INTO note VALUES ('undone'); SELECT 1; SELECT nonsense"_s);
    QVERIFY(!lastIsWrong);
    QCOMPARE(lastIsWrong.sqlState, u"42703"_s);
    QCOMPARE(notes(), 0);
    QVERIFY(!m_server.exec(u"SELECT 1 / (2 - n) FROM generate_series(1, 5) n"_s));

    const QString psql = QStandardPaths::findExecutable(u"psql"_s);
    for (const QString &dsn : {m_server.dsn(), m_server.tcpDsn()}) {
        QProcess process;
        process.start(psql, {dsn, u"-Atc"_s, u"SELECT 41 + 1"_s});
        QVERIFY(process.waitForFinished(limit));
        QCOMPARE(process.readAllStandardOutput(), "42\n");
    }
}

void SupportTest::itIsTheServerThatWasAskedFor()
{
    QCOMPARE(m_server.exec(u"SELECT current_setting('server_version_num')::int / 10000"_s).value().toInt(),
             m_server.majorVersion());
    const QString asked = qEnvironmentVariable("ELECTOR_POSTGRES_BIN");
    if (asked.isEmpty())
        return;
    QProcess postgres;
    postgres.start(asked + u"/postgres"_s, {u"--version"_s});
    QVERIFY(postgres.waitForFinished(limit));
    const QString version = m_server.exec(u"SHOW server_version"_s).value().toString();
    QVERIFY2(QString::fromUtf8(postgres.readAllStandardOutput()).contains(version), qPrintable(version));
}

void SupportTest::databasesAreClean()
{
    const QString one = m_server.createDatabase();
    const QString two = m_server.createDatabase();
    QVERIFY(!one.isEmpty() && !two.isEmpty() && one != two);
    QVERIFY(m_server.exec(u"CREATE TABLE mine (a int)"_s, one));
    QVERIFY(m_server.exec(u"SELECT to_regclass('mine')"_s, two).value().isNull());
    QVERIFY2(m_server.dropDatabase(one), qPrintable(m_server.errorString()));
    QVERIFY(!m_server.exec(u"SELECT 1"_s, one));
}

void SupportTest::failureIsTold()
{
    PostgresServer server;
    PostgresServer::Options options;
    options.conf = {u"not a setting"_s};
    QVERIFY(!server.start(options));
    QVERIFY(!server.errorString().isEmpty());
    QVERIFY(!server.restart());
}

void SupportTest::restartKeepsPortAndData()
{
    QVERIFY(m_server.exec(u"INSERT INTO note VALUES ('kept')"_s));
    const quint16 port = m_server.port();
    const qint64 before = m_server.postmasterPid();
    QVERIFY2(m_server.restart(), qPrintable(m_server.errorString()));
    QCOMPARE(notes(), 1);
    QVERIFY2(m_server.restartImmediate(), qPrintable(m_server.errorString()));
    QCOMPARE(notes(), 1);
    QCOMPARE(m_server.port(), port);
    QVERIFY(m_server.postmasterPid() != before);
}

void SupportTest::killedServerStartsAgain()
{
    TestConnection client(m_server.socketDir(), m_server.port(), u"postgres"_s);
    QVERIFY(client.isOpen());
    QVERIFY2(m_server.kill(), qPrintable(m_server.errorString()));
    QVERIFY(!client.exec(u"SELECT 1"_s));
    QVERIFY(!m_server.exec(u"SELECT 1"_s));
    QVERIFY2(m_server.startAgain(), qPrintable(m_server.errorString()));
    QVERIFY(m_server.exec(u"SELECT 1"_s));
    QVERIFY(!m_server.startAgain());
    QCOMPARE(m_server.errorString(), u"error the server is running"_s);
}

void SupportTest::pausedServerIsStopped()
{
    const auto state = [this] {
        QFile stat(u"/proc/%1/stat"_s.arg(m_server.postmasterPid()));
        return stat.open(QIODevice::ReadOnly) ? stat.readAll().split(')').last().trimmed().at(0) : '?';
    };
    QVERIFY(m_server.pause());
    QTRY_COMPARE_WITH_TIMEOUT(state(), 'T', limit);
    QVERIFY(m_server.resume());
    QTRY_VERIFY_WITH_TIMEOUT(state() != 'T', limit);
    QVERIFY(m_server.exec(u"SELECT 1"_s));
}

void SupportTest::standbyIsReadOnlyUntilPromoted()
{
    PostgresServer server;
    QVERIFY2(server.start(), qPrintable(server.errorString()));
    QVERIFY2(server.becomeStandby(), qPrintable(server.errorString()));
    QCOMPARE(server.exec(u"SELECT pg_is_in_recovery()"_s).value().toBool(), true);
    QCOMPARE(server.exec(u"CREATE TABLE a (a int)"_s).sqlState, u"25006"_s);
    QVERIFY2(server.promote(), qPrintable(server.errorString()));
    QCOMPARE(server.exec(u"SELECT substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)"_s).value().toString(),
             u"00000002"_s);
    QVERIFY(server.exec(u"CREATE TABLE a (a int)"_s));
}

void SupportTest::killedBackendIsNoticed()
{
    TestConnection client(m_server.socketDir(), m_server.port(), u"postgres"_s, u"postgres"_s,
                          u"application_name=victim"_s);
    const qint64 pid = client.backendPid();
    QCOMPARE(m_server.backends(u"victim"_s), QList<qint64>{pid});
    QVERIFY(m_server.killBackend(pid));
    QTRY_VERIFY_WITH_TIMEOUT(m_server.backends(u"victim"_s).isEmpty(), limit);
    QVERIFY(!client.exec(u"SELECT 1"_s));
    QVERIFY(!m_server.signalBackend(QCoreApplication::applicationPid(), SIGTERM)); // not one of its processes
}

void SupportTest::waitingForALockIsSeen()
{
    TestConnection holder(m_server.socketDir(), m_server.port(), u"postgres"_s);
    QVERIFY(holder.exec(u"BEGIN; LOCK note"_s));
    auto waiting = execElsewhere(u"INSERT INTO note VALUES ('late')"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_server.backends(u"proxied"_s).size() == 1, limit);
    const qint64 pid = m_server.backends(u"proxied"_s).constFirst();
    QTRY_VERIFY_WITH_TIMEOUT(m_server.isWaitingForLock(pid), limit);
    QVERIFY(holder.exec(u"COMMIT"_s));
    QVERIFY(waiting.get());
    QCOMPARE(notes(), 1);
}

void SupportTest::passwordIsAsked()
{
    PostgresServer server;
    PostgresServer::Options options;
    options.password = true;
    QVERIFY2(server.start(options), qPrintable(server.errorString()));
    QVERIFY(server.password().size() >= 16);
    const auto open = [&server](const QString &password) {
        return TestConnection(u"127.0.0.1"_s, server.port(), u"postgres"_s, u"postgres"_s, u"password="_s + password)
            .isOpen();
    };
    QVERIFY(!open(u"wrong"_s));
    QVERIFY(open(server.password()));
}

void SupportTest::leavesNothingBehind_data()
{
    QTest::addColumn<bool>("killScriptToo");
    QTest::newRow("the test was killed") << false;
    QTest::newRow("the test and the script were killed") << true;
}

void SupportTest::leavesNothingBehind()
{
    QFETCH(const bool, killScriptToo);
    QProcess victim;
    victim.start(QCoreApplication::applicationFilePath(), {holdAServer});
    QVERIFY(victim.waitForReadyRead(3 * limit));
    const QList<QByteArray> words = victim.readLine().trimmed().split(' ');
    QCOMPARE(words.size(), 3);
    const qint64 script = words[0].toLongLong();
    const qint64 postmaster = words[1].toLongLong();
    const QString data = QString::fromUtf8(words[2]);
    QVERIFY(worksIn(postmaster, data));

    if (killScriptToo)
        QCOMPARE(::kill(static_cast<pid_t>(script), SIGKILL), 0);
    victim.kill();
    QVERIFY(victim.waitForFinished(limit));
    QTRY_VERIFY_WITH_TIMEOUT(!worksIn(postmaster, data), limit);
    QTRY_VERIFY_WITH_TIMEOUT(!QFileInfo::exists(QFileInfo(data).path()), limit);
}

void SupportTest::proxyForwards()
{
    QCOMPARE(connectThroughProxy()->exec(u"SELECT repeat('x', 300000)"_s).value().toString().size(), 300'000);
    QVERIFY(m_proxy.requestBytes() > 20);
    QVERIFY(m_proxy.replyBytes() > 300'000);
    QCOMPARE(m_proxy.accepted(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_proxy.open(), 0, limit);
    QCOMPARE(m_proxy.heldBytes(), 0U);
    m_proxy.stop();

    QVERIFY(m_proxy.startForTcp(u"127.0.0.1"_s, m_server.port()));
    QVERIFY(connectThroughProxy()->exec(u"SELECT 1"_s));
}

void SupportTest::silenceHoldsAndForwardDelivers()
{
    m_proxy.silence();
    auto result = execElsewhere(u"INSERT INTO note VALUES ('held')"_s);
    EventLoopTicker ticker;
    QTRY_VERIFY_WITH_TIMEOUT(m_proxy.heldBytes() > 0 && ticker.ticks() > 20, limit);
    QVERIFY(result.wait_for(0s) == std::future_status::timeout);
    QVERIFY(m_server.backends(u"proxied"_s).isEmpty());
    m_proxy.forward();
    QVERIFY(result.get());
    QCOMPARE(notes(), 1);
}

void SupportTest::heldReplyComesAfterTheCommit()
{
    std::promise<void> connected;
    std::promise<void> held;
    auto result = std::async(std::launch::async, [&] {
        const auto client = connectThroughProxy();
        connected.set_value();
        held.get_future().wait();
        return client->exec(u"INSERT INTO note VALUES ('committed')"_s);
    });
    connected.get_future().wait();
    m_proxy.setReplies(TcpProxy::Flow::Hold);
    held.set_value();
    QTRY_COMPARE_WITH_TIMEOUT(notes(), 1, limit);
    QTRY_VERIFY_WITH_TIMEOUT(m_proxy.heldBytes() > 0, limit);
    QVERIFY(result.wait_for(0s) == std::future_status::timeout);
    m_proxy.forward();
    QVERIFY(result.get());
}

void SupportTest::droppedRequestNeverArrives()
{
    const auto client = connectThroughProxy();
    m_proxy.setRequests(TcpProxy::Flow::Drop);
    const std::uint64_t before = m_proxy.requestBytes();
    auto reset = std::async(std::launch::async, [&] {
        while (m_proxy.requestBytes() == before)
            std::this_thread::yield();
        m_proxy.resetAll();
    });
    QVERIFY(!client->exec(u"INSERT INTO note VALUES ('dropped')"_s));
    reset.get();
    QTRY_VERIFY_WITH_TIMEOUT(m_server.backends(u"proxied"_s).isEmpty(), limit);
    QCOMPARE(notes(), 0);
}

void SupportTest::lostReplyWasCommitted()
{
    const auto client = connectThroughProxy();
    m_proxy.setTrap("INSERT", TcpProxy::Trap::LoseReplyAndReset);
    QVERIFY(client->exec(u"SELECT 1"_s)); // not what the trap waits for
    // A notification comes before the reply, and is not taken for it.
    QVERIFY(!client->exec(u"LISTEN a; NOTIFY a; INSERT INTO note VALUES ('committed')"_s));
    QCOMPARE(m_proxy.trapped(), 1);
    QCOMPARE(notes(), 1);
    QVERIFY(connectThroughProxy()->exec(u"INSERT INTO note VALUES ('second')"_s)); // once
}

void SupportTest::lostReplyIsSilence()
{
    m_proxy.setTrap("INSERT", TcpProxy::Trap::LoseReply);
    auto result = execElsewhere(u"INSERT INTO note VALUES ('committed')"_s);
    QTRY_COMPARE_WITH_TIMEOUT(notes(), 1, limit);
    QCOMPARE(m_proxy.trapped(), 1);
    m_proxy.forward(); // what is lost stays lost
    QVERIFY(result.wait_for(0s) == std::future_status::timeout);
    m_proxy.resetAll();
    QVERIFY(!result.get());
}

void SupportTest::requestArrivesAfterItsClientDied()
{
    m_proxy.setTrap("INSERT", TcpProxy::Trap::HoldRequest);
    QProcess psql;
    psql.start(u"psql"_s,
               {m_server.tcpDsn(u"postgres"_s, m_proxy.port()), u"-c"_s, u"INSERT INTO note VALUES ('late')"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_proxy.trapped(), 1, limit);
    psql.kill();
    QVERIFY(psql.waitForFinished(limit));
    QCOMPARE(notes(), 0);
    QCOMPARE(m_proxy.open(), 1);
    m_proxy.forward();
    QTRY_COMPARE_WITH_TIMEOUT(notes(), 1, limit);
    QTRY_COMPARE_WITH_TIMEOUT(m_proxy.open(), 0, limit);
}

void SupportTest::resetInsteadOfRequest()
{
    const auto client = connectThroughProxy();
    m_proxy.setTrap("INSERT", TcpProxy::Trap::ResetInstead);
    QVERIFY(!client->exec(u"INSERT INTO note VALUES ('never')"_s));
    QCOMPARE(m_proxy.trapped(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(m_server.backends(u"proxied"_s).isEmpty(), limit);
    QCOMPARE(notes(), 0);
}

void SupportTest::resetBreaksConnections()
{
    const auto client = connectThroughProxy();
    QCOMPARE(m_proxy.open(), 1);
    m_proxy.resetAll();
    QCOMPARE(m_proxy.open(), 0);
    QVERIFY(!client->exec(u"SELECT 1"_s));
    QVERIFY(connectThroughProxy()->isOpen());
}

void SupportTest::halfCloses()
{
    const auto first = connectThroughProxy();
    m_proxy.halfCloseTowardsClients();
    QVERIFY(!first->exec(u"SELECT 1"_s));

    const auto second = connectThroughProxy(u"second"_s);
    QCOMPARE(m_server.backends(u"second"_s).size(), 1);
    m_proxy.halfCloseTowardsServer();
    QTRY_VERIFY_WITH_TIMEOUT(m_server.backends(u"second"_s).isEmpty(), limit);
}

void SupportTest::refusalLeavesOpenConnectionsAlone()
{
    const auto before = connectThroughProxy();
    const quint16 port = m_proxy.port();
    m_proxy.refuse();
    QVERIFY(before->exec(u"SELECT 1"_s));
    const auto refused = connectThroughProxy();
    QVERIFY(!refused->isOpen());
    QVERIFY2(refused->errorString().contains(u"refused"_s), qPrintable(refused->errorString()));
    m_proxy.forward();
    QCOMPARE(m_proxy.port(), port);
    QVERIFY(connectThroughProxy()->isOpen());
}

void SupportTest::delayIsAdded()
{
    const auto client = connectThroughProxy();
    m_proxy.setDelay(60ms);
    const QElapsedTimer clock = [] {
        QElapsedTimer started;
        started.start();
        return started;
    }();
    QVERIFY(client->exec(u"SELECT 1"_s));
    QVERIFY(clock.elapsed() >= 120);
}

void SupportTest::bytesMayComeOneByOne()
{
    const auto client = connectThroughProxy();
    m_proxy.setBytePause(2ms);
    QElapsedTimer clock;
    clock.start();
    QVERIFY(client->exec(u"SELECT 1"_s)); // a request of 14 bytes at least, and a reply of 50
    QVERIFY(clock.elapsed() >= 100);
    m_proxy.setBytePause(0ms);
    QVERIFY(client->exec(u"SELECT 1"_s));
}

void SupportTest::tickerCountsTheLoop()
{
    EventLoopTicker ticker;
    QTRY_VERIFY_WITH_TIMEOUT(ticker.ticks() >= 10, limit);
    ticker.reset();
    QCOMPARE(ticker.ticks(), 0);
    QThread::msleep(50); // the loop stands still
    QCOMPARE(ticker.ticks(), 0);
    QVERIFY(ticker.longestPause() >= 50ms);
}

} // namespace Elector

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (application.arguments().contains(Elector::holdAServer))
        return Elector::holdServer();
    Elector::SupportTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_support.moc"
