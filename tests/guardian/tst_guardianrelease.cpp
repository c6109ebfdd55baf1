// SPDX-License-Identifier: MIT
// What becomes of the lease in a real PostgreSQL when elector or its guardian is killed or stopped. Elector is a
// process of its own here (guardiantestelector), so that it can be.
#include "postgresserver.h"
#include "stampfile.h"

#include <QTcpServer>
#include <QtTest>

#include <chrono>
#include <csignal>
#include <ctime>
#include <memory>

#include <sys/stat.h>

using namespace std::chrono_literals;

using Elector::PostgresServer;

namespace {

constexpr int limit = 30000; // ms; for conditions, never for luck

const QString releaseSql
    = QStringLiteral("WITH gone AS (DELETE FROM leader_lease WHERE id = $1::int AND leader_id = $2 AND "
                     "term = $3::bigint RETURNING id) INSERT INTO witness SELECT clock_timestamp(), "
                     "get_last_stamp() FROM gone");

qint64 wallClock()
{
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME, &now);
    return qint64(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000;
}

} // namespace

#define EXECUTE(sql)                                                                                                   \
    do {                                                                                                               \
        const auto outcome = m_server.exec(QStringLiteral(sql));                                                       \
        QVERIFY2(outcome, qPrintable(outcome.error));                                                                  \
    } while (false)

class TestGuardianRelease : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void killedElector_data();
    void killedElector();
    void stoppedElector();
    void killedGuardian();
    void onlyTheExactTenureIsGivenUp();
    void silentServerDoesNotHoldItUp();
    void passwordStaysHidden();

private:
    void start(const QString &mode, const QString &command, int leaseMs, const QString &connection = {});
    bool heard(const QString &word);
    QString line(const QString &word);
    qint64 rows();
    bool nobodyLeft() const;
    QString stampPath() const { return m_directory->filePath(QStringLiteral("stamps")); }

    PostgresServer m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<StampFile> m_stamps;
    std::unique_ptr<QProcess> m_elector;
    QStringList m_lines;
    QString m_marker;
};

void TestGuardianRelease::initTestCase()
{
    PostgresServer::Options options;
    options.password = true;
    QVERIFY2(m_server.start(options), qPrintable(m_server.errorString()));
    EXECUTE("CREATE TABLE leader_lease (id INT PRIMARY KEY, leader_id TEXT NOT NULL, expires_at TIMESTAMPTZ NOT NULL, "
            "created_at TIMESTAMPTZ NOT NULL DEFAULT now(), term BIGINT, CHECK (expires_at > created_at))");
    EXECUTE("CREATE TABLE witness (at TIMESTAMPTZ, last_stamp BYTEA)");
}

void TestGuardianRelease::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_directory = std::make_unique<QTemporaryDir>();
    QCOMPARE(::chmod(qPrintable(m_directory->path()), 0755), 0); // the server reads the stamps
    m_stamps = std::make_unique<StampFile>(qPrintable(stampPath()));
    QVERIFY(m_stamps->isValid());
    m_lines.clear();
    m_marker = QStringLiteral("GUARDIAN_TEST=%1").arg(m_directory->path());
    EXECUTE("TRUNCATE leader_lease, witness");
    EXECUTE("INSERT INTO leader_lease VALUES (7, 'node#1.1', now() + interval '1 h', now(), 42)");
    const auto result
        = m_server.exec(QStringLiteral("CREATE OR REPLACE FUNCTION get_last_stamp() RETURNS BYTEA LANGUAGE sql "
                                       "VOLATILE AS $$ SELECT pg_read_binary_file('%1', 0, 8) $$")
                            .arg(stampPath()));
    QVERIFY2(result, qPrintable(result.error));
}

void TestGuardianRelease::cleanup()
{
    if (m_elector && m_elector->state() != QProcess::NotRunning) {
        m_elector->kill();
        m_elector->waitForFinished(limit);
    }
    m_elector.reset();
    QTRY_VERIFY_WITH_TIMEOUT(nobodyLeft(), limit);
    m_stamps.reset();
}

void TestGuardianRelease::start(const QString &mode, const QString &command, int leaseMs, const QString &connection)
{
    m_elector = std::make_unique<QProcess>();
    m_elector->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(m_marker.section(u'=', 0, 0), m_marker.section(u'=', 1));
    m_elector->setProcessEnvironment(environment);
    m_elector->start(QStringLiteral(GUARDIAN_TEST_ELECTOR),
                     {QStringLiteral(GUARDIAN_PROGRAM), QString::number(leaseMs),
                      connection.isEmpty() ? m_server.dsn() : connection, releaseSql, QStringLiteral("node#1.1"), mode,
                      QStringLiteral(GUARDIAN_TEST_COMMAND), command, stampPath()});
    QVERIFY(m_elector->waitForStarted(limit));
}

bool TestGuardianRelease::heard(const QString &word)
{
    while (m_elector->canReadLine())
        m_lines += QString::fromLocal8Bit(m_elector->readLine()).trimmed();
    return !line(word).isNull();
}

QString TestGuardianRelease::line(const QString &word)
{
    for (const QString &candidate : std::as_const(m_lines)) {
        if (candidate.section(u' ', 0, 0) == word)
            return candidate;
    }
    return {};
}

qint64 TestGuardianRelease::rows()
{
    const auto result = m_server.exec(QStringLiteral("SELECT count(*) FROM leader_lease"));
    return result ? result.value().toLongLong() : -1;
}

/// Nobody whose environment holds this test's mark.
bool TestGuardianRelease::nobodyLeft() const
{
    const QStringList entries = QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs);
    for (const QString &entry : entries) {
        QFile file(QStringLiteral("/proc/%1/environ").arg(entry));
        if (file.open(QIODevice::ReadOnly) && file.readAll().split('\0').contains(m_marker.toLocal8Bit()))
            return false;
    }
    return true;
}

void TestGuardianRelease::killedElector_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<int>("processes");
    QTest::newRow("ignores SIGTERM") << QStringLiteral("stubborn") << 1;
    QTest::newRow("forks") << QStringLiteral("family") << 7;
    QTest::newRow("daemonises") << QStringLiteral("daemons") << 3;
    QTest::newRow("forks without end") << QStringLiteral("storm") << 7;
}

void TestGuardianRelease::killedElector()
{
    QFETCH(QString, command);
    QFETCH(int, processes);
    start(QStringLiteral("renew"), command, 60000);
    QTRY_VERIFY_WITH_TIMEOUT(heard(QStringLiteral("started")) && (*m_stamps)->processes >= processes, limit);
    QVERIFY(!nobodyLeft()); // or the mark would prove nothing
    QCOMPARE(rows(), 1);
    const qint64 killed = wallClock();
    m_elector->kill();
    QTRY_VERIFY_WITH_TIMEOUT(rows() == 0, limit);
    QTRY_VERIFY_WITH_TIMEOUT(nobodyLeft(), limit);

    // The statement itself looked when the work was last alive: nobody has been alive since.
    const auto witness
        = m_server.exec(QStringLiteral("SELECT (extract(epoch FROM at) * 1e6)::bigint, last_stamp FROM witness"));
    QVERIFY2(witness, qPrintable(witness.error));
    QCOMPARE(witness.rows.size(), 1);
    const QByteArray stamp = witness.rows[0][1].toByteArray();
    QCOMPARE(stamp.size(), 8);
    qint64 seen = 0;
    memcpy(&seen, stamp.constData(), sizeof seen);
    QVERIFY(seen > 0);
    QCOMPARE(qint64((*m_stamps)->last), seen);
    qInfo("SIGKILL to DELETE: %.1f ms", double(witness.rows[0][0].toLongLong() - killed) / 1000);
}

void TestGuardianRelease::stoppedElector()
{
    start(QStringLiteral("renew"), QStringLiteral("daemons"), 1500);
    QTRY_VERIFY_WITH_TIMEOUT(heard(QStringLiteral("started")) && (*m_stamps)->processes >= 3, limit);
    QCOMPARE(::kill(pid_t(m_elector->processId()), SIGSTOP), 0);
    // Its last word was sent before now, so its last deadline is not after this one.
    const auto latest = (Elector::BootClock::now() + 1500ms).time_since_epoch().count();
    QTRY_VERIFY_WITH_TIMEOUT(rows() == 0, limit); // elector does not answer: the guardian gives the lease up itself
    QVERIFY((*m_stamps)->last < latest);
    QCOMPARE(::kill(pid_t(m_elector->processId()), SIGCONT), 0);
    QTRY_VERIFY_WITH_TIMEOUT(heard(QStringLiteral("released")), limit);
    QCOMPARE(line(QStringLiteral("gone")), QStringLiteral("gone 2"));
    QVERIFY(line(QStringLiteral("released")).startsWith(QLatin1String("released 1")));
}

void TestGuardianRelease::killedGuardian()
{
    start(QStringLiteral("rest"), QStringLiteral("daemons"), 60000);
    QTRY_VERIFY_WITH_TIMEOUT(heard(QStringLiteral("started")) && (*m_stamps)->processes >= 3, limit);
    QCOMPARE(::kill(line(QStringLiteral("guardian")).section(u' ', 1, 1).toInt(), SIGKILL), 0);
    QTRY_VERIFY_WITH_TIMEOUT(heard(QStringLiteral("rest")), limit);
    QCOMPARE(line(QStringLiteral("rest")).section(u' ', 1, 1), QStringLiteral("1"));
    QTRY_COMPARE_WITH_TIMEOUT(m_elector->state(), QProcess::NotRunning, limit);
    QVERIFY(nobodyLeft());
    QVERIFY((*m_stamps)->last < line(QStringLiteral("rest")).section(u' ', 2, 2).toLongLong());
    QCOMPARE(rows(), 1); // that is elector's to do
}

void TestGuardianRelease::onlyTheExactTenureIsGivenUp()
{
    EXECUTE("UPDATE leader_lease SET term = 43");
    start(QStringLiteral("idle"), QStringLiteral("stubborn"), 900);
    QTRY_VERIFY_WITH_TIMEOUT(heard(QStringLiteral("released")), limit);
    QCOMPARE(line(QStringLiteral("released")), QStringLiteral("released 0"));
    QCOMPARE(rows(), 1);
}

void TestGuardianRelease::silentServerDoesNotHoldItUp()
{
    QTcpServer silent; // accepts, and never says a word
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    start(QStringLiteral("idle"), QStringLiteral("family"), 900,
          QStringLiteral("host=127.0.0.1 port=%1 user=postgres").arg(silent.serverPort()));
    QTRY_VERIFY_WITH_TIMEOUT(heard(QStringLiteral("released")), limit);
    QCOMPARE(line(QStringLiteral("released")), QStringLiteral("released 0 the server did not answer in time"));
    QTRY_COMPARE_WITH_TIMEOUT(m_elector->state(), QProcess::NotRunning, limit);
}

void TestGuardianRelease::passwordStaysHidden()
{
    const QByteArray password = m_server.password().toUtf8();
    QVERIFY(!password.isEmpty());
    const QString connection = QStringLiteral("host=127.0.0.1 port=%1 user=postgres dbname=postgres password=%2")
                                   .arg(m_server.port())
                                   .arg(m_server.password());
    start(QStringLiteral("renew"), QStringLiteral("stubborn"), 60000, connection);
    QTRY_VERIFY_WITH_TIMEOUT(heard(QStringLiteral("started")) && (*m_stamps)->processes >= 1, limit);
    const QStringList pids{line(QStringLiteral("guardian")).section(u' ', 1, 1),
                           line(QStringLiteral("started")).section(u' ', 1, 1)};
    for (const QString &pid : pids) {
        for (const char *name : {"cmdline", "environ"}) {
            QFile file(QStringLiteral("/proc/%1/%2").arg(pid, QLatin1String(name)));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            QVERIFY(!text.isEmpty());
            QVERIFY(!text.contains(password));
        }
    }
    m_elector->kill();
    QTRY_VERIFY_WITH_TIMEOUT(rows() == 0, limit); // and it was good for the release
}

QTEST_GUILESS_MAIN(TestGuardianRelease)
#include "tst_guardianrelease.moc"
