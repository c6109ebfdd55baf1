// SPDX-License-Identifier: MIT
#include "certificateauthority.h"
#include "cliroom.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <csignal>

using namespace Elector;
using namespace Qt::StringLiterals;

/// The programs and a server that has the name of another machine: verified, or refused with words.
class TestCliTls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void doctorTellsHowTheConnectionIsProtected();
    void everyCommandVerifies_data();
    void everyCommandVerifies();
    void theGuardianVerifies_data();
    void theGuardianVerifies();

private:
    QString dsn(const QString &host, const QString &more = {}) const;

    PostgresServer m_server;
    CertificateAuthority m_authority;
    QString m_database;
};

namespace {

/// The command line of a process; empty once it has ended, reaped or not.
QByteArray commandLine(qint64 pid)
{
    QFile file(u"/proc/%1/cmdline"_s.arg(pid));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestCliTls::initTestCase()
{
    if (!CertificateAuthority::isAvailable())
        QSKIP("There is no command openssl (package openssl), so that no certificates can be made.");
    const bool issued = m_authority.create(u"authority"_s)
        && m_authority.issue(u"server"_s, u"db.example"_s, u"db.example"_s) && m_authority.giveToServer(u"server"_s);
    QVERIFY2(issued, qPrintable(m_authority.errorString()));
    PostgresServer::Options options;
    options.conf = {u"ssl=on"_s, u"ssl_cert_file="_s + m_authority.certificate(u"server"_s),
                    u"ssl_key_file="_s + m_authority.key(u"server"_s), u"fsync=on"_s};
    QVERIFY2(m_server.start(options), qPrintable(m_server.errorString()));
}

void TestCliTls::init()
{
    m_database = m_server.createDatabase();
    QVERIFY(!m_database.isEmpty());
}

QString TestCliTls::dsn(const QString &host, const QString &more) const
{
    return u"host=%1 hostaddr=127.0.0.1 port=%2 user=postgres dbname=%3 sslrootcert=%4 %5"_s.arg(host)
        .arg(m_server.port())
        .arg(m_database, m_authority.authority(), more);
}

void TestCliTls::doctorTellsHowTheConnectionIsProtected()
{
    QCOMPARE(Program({u"migrate"_s, u"--dsn"_s, dsn(u"db.example"_s)}).waitForEnd(), 0);
    Program text({u"doctor"_s, u"--dsn"_s, dsn(u"db.example"_s)});
    QCOMPARE(text.waitForEnd(), 0);
    static const QRegularExpression verified(u"transport TLSv1\\.\\d, verified \\(sslmode=verify-full\\)"_s);
    QVERIFY2(QString::fromUtf8(text.output()).contains(verified), text.output().constData());

    Program json({u"doctor"_s, u"--json"_s, u"--dsn"_s, dsn(u"db.example"_s, u"sslmode=require sslrootcert=/none"_s)});
    QCOMPARE(json.waitForEnd(), 6);
    const QJsonObject report = QJsonDocument::fromJson(json.output()).object();
    const QJsonObject protection = report[u"server"_s][u"protection"_s].toObject();
    QCOMPARE(protection[u"verified"_s].toString(), u"nothing"_s);
    QCOMPARE(protection[u"sslmode"_s].toString(), u"require"_s);
    QCOMPARE(protection[u"leaves_machine"_s].toBool(), true);
    QVERIFY(protection[u"protocol"_s].toString().startsWith(u"TLSv1."_s));
    QVERIFY2(json.output().contains("is encrypted, but not verified"), json.output().constData());

    Program local({u"doctor"_s, u"--dsn"_s, m_server.dsn(m_database)});
    QCOMPARE(local.waitForEnd(), 0);
    QVERIFY2(local.output().contains("transport not encrypted; on this machine"), local.output().constData());
}

void TestCliTls::everyCommandVerifies_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("migrate") << QStringList{u"migrate"_s} << 1;
    QTest::newRow("doctor") << QStringList{u"doctor"_s} << 1;
    QTest::newRow("status") << QStringList{u"status"_s} << 1;
    QTest::newRow("run") << QStringList{u"run"_s, u"--once"_s, u"--"_s, u"true"_s} << 125;
}

void TestCliTls::everyCommandVerifies()
{
    QFETCH(QStringList, command);
    QFETCH(int, exitCode);
    QCOMPARE(Program({u"migrate"_s, u"--dsn"_s, m_server.dsn(m_database)}).waitForEnd(), 0);
    const auto run = [&](const QString &host) {
        QStringList arguments = command;
        arguments.insert(1, dsn(host));
        arguments.insert(1, u"--dsn"_s);
        return std::make_unique<Program>(arguments);
    };
    const auto right = run(u"db.example"_s);
    QVERIFY2(right->waitForEnd() == 0, right->errors().constData());
    const auto wrong = run(u"other.example"_s);
    QCOMPARE(wrong->waitForEnd(), exitCode);
    const QByteArray said = wrong->errors() + wrong->output();
    QVERIFY2(said.contains("does not match host name \"other.example\""), said.constData());
    QVERIFY2(said.contains("applies because other.example is another machine"), said.constData());
}

void TestCliTls::theGuardianVerifies_data()
{
    QTest::addColumn<bool>("canVerify");
    QTest::newRow("can") << true;
    QTest::newRow("cannot") << false;
}

/// It gives the lease up in the place of an elector that is dead, by a connection of its own.
void TestCliTls::theGuardianVerifies()
{
    QFETCH(bool, canVerify);
    const QTemporaryDir directory;
    const QString root = directory.filePath(u"root.crt"_s);
    QVERIFY(QFile::copy(m_authority.authority(), root));
    const auto row
        = [this] { return m_server.exec(u"SELECT count(*) FROM leader_lease"_s, m_database).value().toInt(); };
    Program node({u"run"_s, u"--lease"_s, u"5min"_s, u"--dsn"_s, dsn(u"db.example"_s, u"sslrootcert="_s + root),
                  u"--"_s, u"sleep"_s, u"1000"_s});
    qint64 guardian = 0;
    const auto works = [&] {
        bool hasCommand = false;
        for (const qint64 pid : descendants(node.pid())) {
            const QByteArray line = commandLine(pid);
            hasCommand = hasCommand || line.startsWith("sleep");
            if (line.startsWith("elector-guardian"))
                guardian = pid;
        }
        return hasCommand && guardian != 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(works(), 30000);
    QCOMPARE(row(), 1);
    if (!canVerify)
        QVERIFY(QFile::remove(root));
    node.signal(SIGKILL);
    QTRY_VERIFY_WITH_TIMEOUT(commandLine(guardian).isEmpty(), 60000);
    QCOMPARE(row(), canVerify ? 0 : 1);
}

QTEST_GUILESS_MAIN(TestCliTls)
#include "tst_clitls.moc"
