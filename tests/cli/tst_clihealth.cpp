// SPDX-License-Identifier: MIT
#include "cliroom.h"
#include "healthclient.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QStandardPaths>
#include <QtTest/QTest>

#include <csignal>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Elector;
using namespace Qt::StringLiterals;

namespace {

const QStringList sleeper{u"sleep"_s, u"1000"_s};

/// What systemd is told.
class NotifySocket
{
public:
    explicit NotifySocket(const QString &path)
        : m_path(path.toLocal8Bit())
        , m_socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        if (std::size_t(m_path.size()) < sizeof address.sun_path) {
            std::copy(m_path.begin(), m_path.end(), address.sun_path);
            m_bound = ::bind(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
        }
    }
    ~NotifySocket() { ::close(m_socket); }
    NotifySocket(const NotifySocket &) = delete;
    NotifySocket &operator=(const NotifySocket &) = delete;

    bool isBound() const { return m_bound; }
    QProcessEnvironment environment() const
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"NOTIFY_SOCKET"_s, QString::fromLocal8Bit(m_path));
        environment.insert(u"WATCHDOG_USEC"_s, u"300000"_s);
        return environment;
    }
    bool heard(const QByteArray &text)
    {
        char buffer[4096];
        for (ssize_t n = 0; (n = ::recv(m_socket, buffer, sizeof buffer, 0)) > 0;)
            m_said.append(QByteArray(buffer, n));
        return std::any_of(m_said.cbegin(), m_said.cend(), [&](const QByteArray &each) { return each.contains(text); });
    }
    qsizetype count() const { return m_said.size(); }
    void forget() { m_said.clear(); }

private:
    const QByteArray m_path;
    const int m_socket;
    bool m_bound = false;
    QByteArrayList m_said;
};

} // namespace

/// `elector run --health` and what it tells systemd.
class TestCliHealth : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), qPrintable(m_server.errorString())); }

    void leaderTellsOfItself()
    {
        const CliRoom room(m_server);
        const auto node = room.run(u"web-1"_s, sleeper, {u"--health"_s, u"0"_s, u"--lock"_s, u"7"_s});
        QTRY_VERIFY_WITH_TIMEOUT(portOf(*node) != 0, 30000);
        const quint16 port = portOf(*node);
        QTRY_VERIFY_WITH_TIMEOUT(request(port, "/metrics").body.contains("elector_command_running{lock=\"7\"} 1\n"),
                                 30000);
        const Answer health = request(port, "/healthz");
        QCOMPARE(health.status, 200);
        QCOMPARE(health.body, QByteArray("ok\n"));
        const Answer ready = request(port, "/readyz");
        QCOMPARE(ready.status, 200);
        QVERIFY2(ready.body.startsWith("leading lock 7, term "), ready.body.constData());
        const Answer leader = request(port, "/leader");
        QVERIFY2(leader.head.contains("Content-Type: application/json"), leader.head.constData());
        const QJsonObject object = QJsonDocument::fromJson(leader.body).object();
        QCOMPARE(object.value(u"lock"_s).toInt(), 7);
        QVERIFY(object.value(u"leading"_s).toBool());
        QVERIFY(object.value(u"command_running"_s).toBool());
        QVERIFY(object.value(u"deadline_in_ms"_s).toInt() > 0);
        QCOMPARE(object.value(u"leader"_s).toString(),
                 room.sql(u"SELECT leader_id FROM leader_lease"_s).value().toString());
        QCOMPARE(object.value(u"term"_s).toInteger(),
                 room.sql(u"SELECT term FROM leader_lease"_s).value().toLongLong());
        QCOMPARE(request(port, "/healthz", "HEAD").body, QByteArray());
        QCOMPARE(request(port, "/").status, 404);
        QCOMPARE(request(port, "/healthz", "DELETE").status, 405);
        // Nobody else on the network is answered.
        QFile sockets(u"/proc/net/tcp"_s);
        QVERIFY(sockets.open(QIODevice::ReadOnly));
        const QByteArray hex = QByteArray::number(port, 16).rightJustified(4, '0').toUpper();
        const QByteArray table = sockets.readAll();
        QVERIFY(table.contains("0100007F:" + hex + " 00000000:0000 0A"));
        QVERIFY(!table.contains("00000000:" + hex));
    }

    void everywhereIsBothKindsOfAddresses()
    {
        const CliRoom room(m_server);
        const auto node = room.run(u"web-1"_s, sleeper, {u"--health"_s, u"*:0"_s});
        QTRY_VERIFY_WITH_TIMEOUT(portOf(*node) != 0, 30000);
        QCOMPARE(request(portOf(*node), "/healthz").status, 200);
        QFile loopback(u"/proc/net/if_inet6"_s);
        if (!loopback.open(QIODevice::ReadOnly) || loopback.readAll().isEmpty())
            QSKIP("this machine has no IPv6");
        QCOMPARE(request(portOf(*node), "/healthz", "GET", AF_INET6).status, 200);
    }

    void followerTellsWhoLeads()
    {
        const CliRoom room(m_server);
        const auto leader = room.run(u"a"_s, sleeper);
        QTRY_COMPARE_WITH_TIMEOUT(room.leader(), u"a"_s, 30000);
        const auto node = room.run(u"b"_s, sleeper, {u"--health"_s, u":0"_s});
        QTRY_VERIFY_WITH_TIMEOUT(portOf(*node) != 0, 30000);
        QTRY_VERIFY_WITH_TIMEOUT(request(portOf(*node), "/leader").body.contains("\"leader\":\"a#"), 30000);
        const QJsonObject object = QJsonDocument::fromJson(request(portOf(*node), "/leader").body).object();
        QVERIFY(!object.value(u"leading"_s).toBool());
        QVERIFY(object.value(u"deadline_in_ms"_s).isNull());
        QCOMPARE(request(portOf(*node), "/healthz").status, 200);
    }

    void aHungDatabaseIsNotReadyAndNoRelease()
    {
        PostgresServer server;
        QVERIFY2(server.start(), qPrintable(server.errorString()));
        const CliRoom room(server);
        const auto node = room.run(
            u"a"_s, sleeper,
            {u"--health"_s, u"0"_s, u"--on-lost"_s, u"echo $ELECTOR_REASON >> %1"_s.arg(room.file(u"lost"_s))});
        QTRY_VERIFY_WITH_TIMEOUT(portOf(*node) != 0, 30000);
        const quint16 port = portOf(*node);
        QTRY_VERIFY_WITH_TIMEOUT(request(port, "/metrics").body.contains("elector_leader{lock=\"1\"} 1\n"), 30000);
        QCOMPARE(request(port, "/readyz").status, 200);
        QVERIFY(server.pause());
        QTRY_VERIFY_WITH_TIMEOUT(node->errors().contains("did not answer in time"), 30000);
        QTRY_COMPARE_WITH_TIMEOUT(request(port, "/readyz").status, 503, 30000);
        QVERIFY(request(port, "/metrics").body.contains("elector_ready{lock=\"1\"} 0\n"));
        // The command is ended before the elector would have to say that its lease is over.
        QTRY_COMPARE_WITH_TIMEOUT(room.lines(u"lost"_s), QStringList{u"expired"_s}, 30000);
        const QByteArray metrics = request(port, "/metrics").body;
        QVERIFY(metrics.contains("elector_leadership_lost_total{lock=\"1\",reason=\"expired\"} 1\n"));
        QVERIFY(metrics.contains("elector_leadership_lost_total{lock=\"1\",reason=\"released\"} 0\n"));
        QVERIFY(server.resume());
        QTRY_COMPARE_WITH_TIMEOUT(request(port, "/readyz").status, 200, 30000);
    }

    void metricsArePrometheus()
    {
        const QString promtool
            = qEnvironmentVariable("ELECTOR_PROMTOOL", QStandardPaths::findExecutable(u"promtool"_s));
        const CliRoom room(m_server);
        const auto node = room.run(
            u"we\"ird\\ name"_s,
            {u"sh"_s, u"-c"_s, u"test -e %1 || { touch %1; exit 3; }; sleep 1000"_s.arg(room.file(u"again"_s))},
            {u"--health"_s, u"0"_s, u"--restart"_s, u"on-failure"_s});
        QTRY_VERIFY_WITH_TIMEOUT(portOf(*node) != 0, 30000);
        const auto metrics = [&] { return request(portOf(*node), "/metrics"); };
        QTRY_VERIFY_WITH_TIMEOUT(metrics().body.contains("elector_command_starts_total{lock=\"1\"} 2\n"), 30000);
        QTRY_VERIFY_WITH_TIMEOUT(!metrics().body.contains("elector_renewal_duration_seconds_count{lock=\"1\"} 0\n"),
                                 30000);
        const Answer answer = metrics();
        QVERIFY2(answer.head.contains("text/plain; version=0.0.4"), answer.head.constData());
        for (const char *line :
             {"elector_leader{lock=\"1\"} 1\n", "elector_leadership_gained_total{lock=\"1\"} 1\n",
              "elector_leadership_lost_total{lock=\"1\",reason=\"expired\"} 0\n",
              "elector_errors_total{lock=\"1\",kind=\"connection_lost\"} 0\n",
              "elector_command_exits_total{lock=\"1\",code=\"3\"} 1\n", "instance=\"we\\\"ird\\\\ name\""})
            QVERIFY2(answer.body.contains(line), (QByteArray(line) + " in\n" + answer.body).constData());
        if (promtool.isEmpty())
            QSKIP("NOT CHECKED: promtool is not installed (package prometheus), so nobody has checked the format.");
        QProcess check;
        check.setProcessChannelMode(QProcess::MergedChannels);
        check.start(promtool, {u"check"_s, u"metrics"_s});
        check.write(answer.body);
        check.closeWriteChannel();
        QVERIFY(check.waitForFinished(30000));
        const QByteArray said = check.readAll();
        QVERIFY2(check.exitCode() == 0 && said.isEmpty(), said.constData());
    }

    /// A lease that is held and not renewed is not well, long before it runs out; without the database nobody is ready.
    void tellsOfALeaseThatIsNotRenewed()
    {
        PostgresServer server;
        QVERIFY2(server.start(), qPrintable(server.errorString()));
        const CliRoom room(server);
        const auto node = room.run(u"a"_s, sleeper,
                                   {u"--health"_s, u"0"_s, u"--lease"_s, u"8s"_s, u"--renewal-interval"_s, u"500ms"_s,
                                    u"--jitter"_s, u"100ms"_s, u"--attempt-timeout"_s, u"1s"_s});
        QTRY_COMPARE_WITH_TIMEOUT(room.leader(), u"a"_s, 30000);
        const quint16 port = portOf(*node);
        QTRY_COMPARE_WITH_TIMEOUT(request(port, "/healthz").status, 200, 30000);
        QVERIFY(server.pause());
        QTRY_COMPARE_WITH_TIMEOUT(request(port, "/healthz").status, 503, 30000);
        const Answer complaint = request(port, "/healthz");
        if (complaint.status == 503)
            QVERIFY2(complaint.body.contains("has not been renewed"), complaint.body.constData());
        QTRY_COMPARE_WITH_TIMEOUT(request(port, "/readyz").status, 503, 60000);
        QTRY_COMPARE_WITH_TIMEOUT(request(port, "/healthz").status, 200, 60000); // it holds nothing any more
        QCOMPARE(request(port, "/readyz").status, 503);
        QVERIFY(server.resume());
        QTRY_COMPARE_WITH_TIMEOUT(request(port, "/readyz").status, 200, 60000);
    }

    void idleClientsKeepNobodyWaiting()
    {
        const CliRoom room(m_server);
        const auto node = room.run(u"a"_s, sleeper, {u"--health"_s, u"0"_s});
        QTRY_VERIFY_WITH_TIMEOUT(portOf(*node) != 0, 30000);
        std::vector<std::unique_ptr<Client>> idle;
        for (int i = 0; i < 10; ++i) {
            idle.push_back(std::make_unique<Client>(portOf(*node)));
            QVERIFY(idle.back()->isConnected());
        }
        QCOMPARE(request(portOf(*node), "/healthz").status, 200);
    }

    void badAddresses_data()
    {
        QTest::addColumn<QString>("address");
        for (const char *address :
             {"", "web", "db.example:80", "127.0.0.1", "127.0.0.1:", "1.2.3:80", "::1:80", "[::1]", "70000"})
            QTest::newRow(address) << QString::fromLatin1(address);
    }
    void badAddresses()
    {
        QFETCH(QString, address);
        const CliRoom room(m_server);
        const auto node = room.run(u"a"_s, {u"true"_s}, {u"--health"_s, address});
        QCOMPARE(node->waitForEnd(), 125);
        QVERIFY2(node->errors().contains("Use a port, or a numeric address and a port"), node->errors().constData());
    }

    void portThatIsTaken()
    {
        const CliRoom room(m_server);
        const auto node = room.run(u"a"_s, sleeper, {u"--health"_s, u"0"_s});
        QTRY_VERIFY_WITH_TIMEOUT(portOf(*node) != 0, 30000);
        const auto other = room.run(u"b"_s, {u"true"_s}, {u"--health"_s, QString::number(portOf(*node))});
        QCOMPARE(other->waitForEnd(), 125);
        QVERIFY2(other->errors().contains("Choose another address or port"), other->errors().constData());
    }

    void systemdIsToldAndTheCommandIsNot()
    {
        const CliRoom room(m_server);
        NotifySocket systemd(room.file(u"notify"_s));
        QVERIFY(systemd.isBound());
        Program node({u"run"_s, u"--dsn"_s, room.dsn(), u"--"_s, u"sh"_s, u"-c"_s,
                      u"echo \"<$NOTIFY_SOCKET$WATCHDOG_USEC>\"; sleep 1000"_s},
                     systemd.environment());
        QTRY_VERIFY_WITH_TIMEOUT(systemd.heard("READY=1"), 30000);
        QTRY_VERIFY_WITH_TIMEOUT(systemd.heard("STATUS=leading lock 1, term "), 30000);
        QTRY_COMPARE_WITH_TIMEOUT(node.output(), QByteArray("<>\n"), 30000);
        systemd.forget();
        QTRY_VERIFY_WITH_TIMEOUT(systemd.heard("WATCHDOG=1") && systemd.count() >= 3, 30000);
        QVERIFY(!systemd.heard("READY=1")); // once
        node.signal(SIGTERM);
        QCOMPARE(node.waitForEnd(), 128 + SIGTERM);
        QVERIFY(systemd.heard("STOPPING=1"));
    }

    void tellsThatItLooksForItsLock()
    {
        PostgresServer server;
        QVERIFY2(server.start(), qPrintable(server.errorString()));
        const CliRoom room(server);
        QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
        QCOMPARE(room.elector({u"name"_s, u"--lock"_s, u"9"_s, u"nightly"_s})->waitForEnd(), 0);
        NotifySocket systemd(room.file(u"notify"_s));
        QVERIFY(systemd.isBound());
        QVERIFY(server.pause());
        Program node({u"run"_s, u"--dsn"_s, room.dsn(), u"--lock"_s, u"nightly"_s, u"--health"_s, u"0"_s, u"--"_s,
                      u"sleep"_s, u"1000"_s},
                     systemd.environment());
        QTRY_VERIFY_WITH_TIMEOUT(portOf(node) != 0, 30000);
        const quint16 port = portOf(node);
        QTRY_VERIFY_WITH_TIMEOUT(systemd.heard("STATUS=looking for the lock nightly"), 30000);
        QTRY_VERIFY_WITH_TIMEOUT(systemd.heard("WATCHDOG=1"), 30000);
        QVERIFY(!systemd.heard("READY=1"));
        QCOMPARE(request(port, "/healthz").status, 200);
        const Answer ready = request(port, "/readyz");
        QCOMPARE(ready.status, 503);
        QCOMPARE(ready.body, QByteArray("looking for the lock nightly\n"));
        QVERIFY(QJsonDocument::fromJson(request(port, "/leader").body).object().value(u"lock"_s).isNull());
        QVERIFY(request(port, "/metrics").body.contains("elector_ready{lock=\"\"} 0\n"));
        QVERIFY(server.resume());
        QTRY_COMPARE_WITH_TIMEOUT(request(port, "/readyz").status, 200, 60000);
        QTRY_VERIFY_WITH_TIMEOUT(systemd.heard("STATUS=leading lock 9, term "), 30000);
        QTRY_VERIFY_WITH_TIMEOUT(systemd.heard("READY=1"), 30000); // a datagram of its own
        QVERIFY(request(port, "/metrics").body.contains("elector_ready{lock=\"9\"} 1\n"));
    }

private:
    PostgresServer m_server;
};

QTEST_GUILESS_MAIN(TestCliHealth)
#include "tst_clihealth.moc"
