// SPDX-License-Identifier: MIT
#include "certificateauthority.h"
#include "libraryroom.h"
#include "transcript.h"

#include <Elector/connectionsecurity.h>
#include <Elector/diagnosis.h>
#include <Elector/leaderelector.h>
#include <Elector/leaseconnection.h>
#include <Elector/leaseobserver.h>

#include <QDir>
#include <QFile>
#include <QMetaEnum>
#include <QSqlDatabase>
#include <QTemporaryDir>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace Elector;

/// A real server with certificates of its own. It is on this machine, and has the name of another one: `host` is what
/// is verified, `hostaddr` where it is.
class TestTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void connects_data();
    void connects();
    void everyConnectionOfTheLibraryIsVerified();
    void nobodyLeadsByAServerThatIsNotVerified();
    void anApplicationsConnectionIsCopiedAndVerified();
    void whatProtectsTheConnectionIsKnown();
    void aRevocationListThatIsNoneIsWarnedOf();
    void withoutARootCertificateTheRemedyIsGiven();
    void aServerWithoutTlsIsRefused();

private:
    bool present(const QString &certificate);
    ConnectionParameters parameters(const QString &more = {}) const;
    ElectorConfig config(const ConnectionParameters &connection, const QString &instance = u"node"_s) const;
    QString protectionOf(const QString &applicationName);

    LibraryRoom m_room;
    CertificateAuthority m_authority;
    CertificateAuthority m_stranger;
    QTemporaryDir m_home;
    QString m_presented;
};

void TestTls::initTestCase()
{
    if (!CertificateAuthority::isAvailable())
        QSKIP("There is no command openssl (package openssl), so that no certificates can be made.");
    QTest::failOnWarning(QRegularExpression(u"."_s));
    QVERIFY2(m_authority.create(u"authority"_s), qPrintable(m_authority.errorString()));
    QVERIFY2(m_stranger.create(u"stranger"_s), qPrintable(m_stranger.errorString()));
    const bool issued = m_authority.issue(u"server"_s, u"db.example"_s, u"db.example"_s)
        && m_authority.issue(u"expired"_s, u"db.example"_s, u"db.example"_s, CertificateAuthority::Past)
        && m_authority.issue(u"revoked"_s, u"db.example"_s, u"db.example"_s) && m_authority.revoke(u"revoked"_s)
        && m_authority.issue(u"presented"_s, u"none"_s) && m_authority.issue(u"node"_s, u"node"_s)
        && m_authority.issue(u"somebody"_s, u"somebody"_s) && m_authority.giveToServer(u"presented"_s);
    QVERIFY2(issued, qPrintable(m_authority.errorString()));
    QVERIFY2(m_stranger.issue(u"node"_s, u"node"_s), qPrintable(m_stranger.errorString()));
    // libpq looks there for what nobody names.
    qputenv("HOME", m_home.path().toLocal8Bit());
    PostgresServer::Options options;
    options.password = true;
    options.conf = {u"ssl=on"_s, u"ssl_cert_file="_s + m_authority.certificate(u"presented"_s),
                    u"ssl_key_file="_s + m_authority.key(u"presented"_s), u"ssl_ca_file="_s + m_authority.authority()};
    options.hba = {u"hostssl all node 127.0.0.1/32 cert"_s,
                   u"hostssl all twofold 127.0.0.1/32 scram-sha-256 clientcert=verify-full"_s};
    QVERIFY(m_room.start(options));
    QVERIFY(m_room.server.exec(u"CREATE ROLE node LOGIN SUPERUSER"_s));
    QVERIFY(m_room.server.exec(u"CREATE ROLE twofold LOGIN SUPERUSER PASSWORD '%1'"_s.arg(m_room.server.password())));
    QVERIFY(present(u"server"_s));
}

void TestTls::init()
{
    QTest::failOnWarning(QRegularExpression(u"."_s));
    QVERIFY(m_room.newDatabase(SchemaLevel::Full));
}

/// Lets the server show that certificate from now on.
bool TestTls::present(const QString &certificate)
{
    if (certificate == m_presented)
        return true;
    m_presented = certificate;
    const std::pair<QString, QString> copies[]
        = {{m_authority.certificate(certificate), m_authority.certificate(u"presented"_s)},
           {m_authority.key(certificate), m_authority.key(u"presented"_s)}};
    for (const auto &[from, to] : copies) {
        QFile source(from);
        QFile target(to); // overwritten in place: whose it is and who may read it stays
        if (!source.open(QIODevice::ReadOnly) || !target.open(QIODevice::WriteOnly | QIODevice::Truncate)
            || target.write(source.readAll()) <= 0)
            return false;
    }
    return m_room.server.restart();
}

/// As superuser with a password, at the name that stands in the certificate; no word of sslmode.
ConnectionParameters TestTls::parameters(const QString &more) const
{
    ConnectionParameters parameters = ConnectionParameters::fromString(
        u"host=db.example hostaddr=127.0.0.1 port=%1 user=postgres password=%2 sslrootcert=%3"_s
            .arg(m_room.server.port())
            .arg(m_room.server.password(), m_authority.authority()));
    parameters.set(u"dbname"_s, m_room.database);
    const auto changes = ConnectionParameters::fromString(more).values();
    for (auto change = changes.cbegin(); change != changes.cend(); ++change)
        parameters.set(change.key(), change.value());
    return parameters;
}

ElectorConfig TestTls::config(const ConnectionParameters &connection, const QString &instance) const
{
    ElectorConfig config;
    config.setConnection(connection);
    config.setInstanceId(instance);
    config.setLeaseDuration(20s);
    return config;
}

/// What the server says of the sessions that are called like that: all of them over TLS ("tls"), or not.
QString TestTls::protectionOf(const QString &applicationName)
{
    return m_room
        .value(u"SELECT CASE WHEN count(*) = 0 THEN 'nobody' WHEN bool_and(ssl) THEN 'tls' ELSE 'plain' END FROM "
               "pg_stat_activity JOIN pg_stat_ssl USING (pid) WHERE application_name LIKE '%1'"_s.arg(applicationName))
        .toString();
}

void TestTls::connects_data()
{
    QTest::addColumn<QString>("presented");
    QTest::addColumn<QString>("more");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("remedy");
    const QString server = u"server"_s;
    const QString unreachable = u"Unreachable"_s;
    const QString authentication = u"Authentication"_s;
    const auto mine = [](const CertificateAuthority &authority, const QString &name, const QString &user = u"node"_s) {
        return u"user=%1 sslcert=%2 sslkey=%3"_s.arg(user, authority.certificate(name), authority.key(name));
    };
    const auto accepted = [&](const char *name, const QString &more, const QString &presented = u"server"_s) {
        QTest::newRow(name) << presented << more << QString() << QString() << QString();
    };
    const auto refused
        = [&](const char *name, const QString &presented, const QString &more, const QString &code, const QString &text,
              const QString &remedy) { QTest::newRow(name) << presented << more << code << text << remedy; };
    accepted("right", {});
    accepted("channel binding", u"channel_binding=require"_s);
    accepted("another revoked", u"sslcrl="_s + m_authority.revocationList());
    accepted("somebody chose no verification", u"host=other.example sslmode=require sslrootcert=/nonexistent"_s);
    refused("another name", server, u"host=other.example"_s, unreachable, u"does not match host name"_s,
            u"by a name that stands in the server's certificate"_s);
    refused("name here, address elsewhere in words", server, u"host=localhost sslmode=verify-full"_s, unreachable,
            u"does not match host name"_s, u"make sure that it is the server that you mean"_s);
    refused("authority unknown", server, u"sslrootcert="_s + m_stranger.authority(), unreachable,
            u"certificate verify failed"_s, u"signed by no CA in sslrootcert"_s);
    refused("authority is no certificate", server, u"sslrootcert="_s + m_authority.key(u"node"_s), unreachable,
            u"could not read root certificate file"_s, u"Set sslrootcert to the file of the CA"_s);
    refused("no such authority", server, u"sslrootcert=/nonexistent/ca.crt"_s, unreachable,
            u"root certificate file \"/nonexistent/ca.crt\" does not exist"_s, systemRootCertificate());
    refused("certificate wanted", server, u"user=node"_s, authentication, u"valid client certificate"_s,
            u"Set sslcert and sslkey"_s);
    accepted("client certificate", mine(m_authority, u"node"_s));
    refused("certificate of another user", server, mine(m_authority, u"somebody"_s), authentication,
            u"certificate authentication failed"_s, u"a certificate that names the user"_s);
    refused("certificate of another authority", server, mine(m_stranger, u"node"_s), authentication, u"unknown ca"_s,
            u"from a CA that the server trusts"_s);
    refused("key missing", server, mine(m_authority, u"node"_s) + u" sslkey=/nonexistent"_s, authentication,
            u"private key file"_s, u"Set sslcert and sslkey"_s);
    refused("password without the certificate", server, u"user=twofold"_s, authentication,
            u"valid client certificate"_s, u"Set sslcert and sslkey"_s);
    refused("certificate of another user with the password", server, mine(m_authority, u"node"_s, u"twofold"_s),
            authentication, u"twofold"_s, {});
    refused("binding without TLS", server, u"sslmode=disable channel_binding=require"_s, unreachable,
            u"channel binding required"_s, u"channel_binding=require wants TLS"_s);
    refused("revoked", u"revoked"_s, u"sslcrl="_s + m_authority.revocationList(), unreachable,
            u"certificate verify failed"_s, u"has been revoked"_s);
    accepted("revoked, and nobody asked", {}, u"revoked"_s);
    refused("expired", u"expired"_s, {}, unreachable, u"certificate verify failed"_s, u"has expired"_s);
    accepted("expired, and nobody asked", u"sslmode=require sslrootcert=/nonexistent"_s, u"expired"_s);
}

void TestTls::connects()
{
    QFETCH(QString, presented);
    QFETCH(QString, more);
    QFETCH(QString, code);
    QFETCH(QString, text);
    QFETCH(QString, remedy);
    QVERIFY(present(presented));
    const Diagnosis diagnosis = diagnose(config(parameters(more)));
    const ElectorError error = diagnosis.errors.value(0);
    if (code.isEmpty()) {
        QVERIFY2(!error, qPrintable(error.message()));
        QVERIFY(diagnosis.reached);
        QVERIFY(diagnosis.server.encrypted);
        return;
    }
    QVERIFY(!diagnosis.reached);
    QVERIFY2(QString::fromLatin1(QMetaEnum::fromType<ErrorCode>().valueToKey(int(error.code))) == code,
             qPrintable(error.message()));
    QVERIFY2(error.text.contains(text), qPrintable(error.text));
    QVERIFY2(error.remedy.contains(remedy), qPrintable(error.remedy));
    QVERIFY2(!error.message().contains(m_room.server.password()), qPrintable(error.message()));
}

void TestTls::everyConnectionOfTheLibraryIsVerified()
{
    QVERIFY(present(u"server"_s));
    ElectorConfig settings = config(parameters(u"application_name=own"_s), u"a"_s);
    LeaderElector own(settings);
    settings.setConnection(parameters(u"application_name=shared"_s));
    settings.setInstanceId(u"b"_s);
    settings.setLockId(2);
    const LeaseConnection connection(settings);
    LeaderElector sharing(settings, connection);
    LeaseObserver observer(parameters(u"application_name=looking"_s));
    QVERIFY(own.start());
    QVERIFY(sharing.start());
    observer.start();
    ELECTOR_TRY(own.isLeader());
    ELECTOR_TRY(sharing.isLeader());
    ELECTOR_TRY_COMPARE(observer.state(), LeaseObserver::Watching);
    QVERIFY(observer.server().encrypted);
    for (const QString &name : {u"own"_s, u"shared"_s, u"looking"_s})
        QCOMPARE(protectionOf(name), u"tls"_s);
    // What was given is kept as it was given.
    QCOMPARE(connection.connection(), settings.connection());

    // The same under a name that the certificate does not have: none of them gets anywhere.
    ElectorConfig wrong = config(parameters(u"host=other.example application_name=wrong"_s), u"c"_s);
    wrong.setLockId(3);
    LeaderElector lost(wrong);
    const Transcript said(lost);
    const LeaseConnection wrongConnection(wrong);
    wrong.setInstanceId(u"d"_s);
    LeaderElector lostToo(wrong, wrongConnection);
    const Transcript saidToo(lostToo);
    LeaseObserver blind(wrong.connection());
    QVERIFY(lost.start());
    QVERIFY(lostToo.start());
    blind.start();
    ELECTOR_TRY(said.has(u"error Unreachable"_s));
    ELECTOR_TRY(saidToo.has(u"error Unreachable"_s));
    ELECTOR_TRY(blind.lastError());
    for (const ElectorError &error : {said.errors().constFirst(), saidToo.errors().constFirst(), blind.lastError()}) {
        QVERIFY2(error.text.contains(u"does not match host name \"other.example\""_s), qPrintable(error.text));
        QVERIFY2(error.remedy.contains(u"applies because other.example is another machine"_s),
                 qPrintable(error.remedy));
    }
    QVERIFY(!said.has(u"leads"_s) && !saidToo.has(u"leads"_s));
    QVERIFY(m_room.holder(3).isEmpty());
}

void TestTls::nobodyLeadsByAServerThatIsNotVerified()
{
    QVERIFY(present(u"server"_s));
    LeaderElector elector(config(parameters(u"sslrootcert="_s + m_stranger.authority())));
    const Transcript said(elector);
    QVERIFY(elector.start());
    ELECTOR_TRY(said.has(u"error Unreachable"_s));
    QVERIFY(!elector.isLeader());
    QVERIFY(m_room.holder().isEmpty());
    QCOMPARE(protectionOf(u"elector%"_s), u"nobody"_s);
}

/// Only what the application said is taken over, so the elector's connection is verified where the application's is
/// not.
void TestTls::anApplicationsConnectionIsCopiedAndVerified()
{
    QVERIFY(present(u"server"_s));
    for (const bool isTrusted : {true, false}) {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QPSQL"_s, u"application"_s);
        const CertificateAuthority &authority = isTrusted ? m_authority : m_stranger;
        database.setHostName(u"db.example"_s);
        database.setPort(m_room.server.port());
        database.setDatabaseName(m_room.database);
        database.setUserName(u"postgres"_s);
        database.setPassword(m_room.server.password());
        database.setConnectOptions(u"hostaddr=127.0.0.1;sslrootcert="_s + authority.authority());
        const Diagnosis diagnosis = diagnose(ElectorConfig::fromConnection(database));
        QCOMPARE(diagnosis.reached, isTrusted);
        QCOMPARE(diagnosis.protection.verified, isTrusted ? ConnectionProtection::Host : ConnectionProtection::Nothing);
        database = {};
        QSqlDatabase::removeDatabase(u"application"_s);
    }
}

void TestTls::whatProtectsTheConnectionIsKnown()
{
    QVERIFY(present(u"server"_s));
    const auto of = [this](const QString &more) { return diagnose(config(parameters(more))); };
    const auto warning = [](const Diagnosis &diagnosis) {
        for (const ElectorError &each : diagnosis.warnings) {
            if (each.text.startsWith(u"The connection to db.example"_s))
                return each.message();
        }
        return QString();
    };
    const Diagnosis full = of({});
    QVERIFY(full.protection.leavesMachine);
    QCOMPARE(full.protection.host, u"db.example"_s);
    QCOMPARE(full.protection.mode, u"verify-full"_s);
    QCOMPARE(full.protection.verified, ConnectionProtection::Host);
    QVERIFY2(full.protection.protocol.startsWith(u"TLSv1."_s), qPrintable(full.protection.protocol));
    QCOMPARE(warning(full), QString());

    const Diagnosis authority = of(u"sslmode=verify-ca"_s);
    QCOMPARE(authority.protection.verified, ConnectionProtection::Authority);
    QVERIFY2(warning(authority).contains(u"not verified by name"_s), qPrintable(warning(authority)));

    const Diagnosis encrypted = of(u"sslmode=prefer sslrootcert=/nonexistent"_s);
    QCOMPARE(encrypted.protection.verified, ConnectionProtection::Nothing);
    QVERIFY2(warning(encrypted).contains(u"encrypted, but not verified"_s), qPrintable(warning(encrypted)));
    QVERIFY2(warning(encrypted).contains(u"(sslmode=prefer)"_s), qPrintable(warning(encrypted)));

    qputenv("PGSSLMODE", "disable"); // whoever sets it is obeyed, and told
    const Diagnosis plain = of({});
    qunsetenv("PGSSLMODE");
    QVERIFY(plain.reached);
    QVERIFY(plain.protection.protocol.isEmpty());
    QVERIFY2(warning(plain).contains(u"is not encrypted"_s), qPrintable(warning(plain)));
    QVERIFY2(warning(plain).contains(systemRootCertificate()), qPrintable(warning(plain)));

    const Diagnosis local = diagnose(m_room.config(u"local"_s, 20s));
    QVERIFY(local.reached);
    QVERIFY(!local.protection.leavesMachine);
    QCOMPARE(warning(local), QString());
    // A loopback address without a name is this machine: libpq's own default.
    const Diagnosis loopback = of(u"host=127.0.0.1 sslrootcert=/nonexistent"_s);
    QVERIFY(loopback.reached);
    QVERIFY(!loopback.protection.leavesMachine);
    QCOMPARE(loopback.protection.mode, u"prefer"_s);
}

void TestTls::aRevocationListThatIsNoneIsWarnedOf()
{
    QVERIFY(present(u"revoked"_s));
    // libpq accepts it in silence.
    const Diagnosis diagnosis = diagnose(config(parameters(u"sslcrl=/nonexistent/ca.crl"_s)));
    QVERIFY(diagnosis.reached);
    const bool isSaid
        = std::any_of(diagnosis.warnings.cbegin(), diagnosis.warnings.cend(), [](const ElectorError &each) {
              return each.text.contains(u"sslcrl names \"/nonexistent/ca.crl\""_s);
          });
    QVERIFY(isSaid);
}

void TestTls::withoutARootCertificateTheRemedyIsGiven()
{
    QVERIFY(present(u"server"_s));
    ConnectionParameters bare = parameters();
    bare.set(u"sslrootcert"_s, {});
    const ElectorError error = diagnose(config(bare)).errors.value(0);
    const QString file = m_home.filePath(u".postgresql/root.crt"_s);
    QVERIFY2(error.text.contains(u"root certificate file \"%1\" does not exist"_s.arg(file)), qPrintable(error.text));
    QVERIFY2(error.remedy.contains(file), qPrintable(error.remedy));
    QVERIFY2(error.remedy.contains(u"or to %1 for those that this machine trusts"_s.arg(systemRootCertificate())),
             qPrintable(error.remedy));
    QVERIFY2(error.remedy.contains(u"db.example is another machine and no sslmode is set"_s), qPrintable(error.remedy));
    // What the remedy says helps.
    QVERIFY(QDir(m_home.path()).mkpath(u".postgresql"_s));
    QVERIFY(QFile::copy(m_authority.authority(), file));
    const Diagnosis remedied = diagnose(config(bare));
    QVERIFY(QFile::remove(file));
    QVERIFY(remedied.reached);
    QCOMPARE(remedied.protection.verified, ConnectionProtection::Host);
    // So does the file of all CAs that the machine trusts: by it this server is a stranger, no longer a missing file.
    const TlsFailure::Kind kind
        = tlsFailure(diagnose(config(parameters(u"sslrootcert="_s + systemRootCertificate()))).errors.value(0).text)
              .kind;
    if (!QFile::exists(systemCertificates()))
        QSKIP("This machine has no list of CAs that it trusts (package ca-certificates).");
    QCOMPARE(kind, TlsFailure::NotVerified);
}

void TestTls::aServerWithoutTlsIsRefused()
{
    LibraryRoom plain;
    QVERIFY(plain.start());
    QVERIFY(plain.newDatabase(SchemaLevel::Full));
    ConnectionParameters there = parameters();
    there.set(u"port"_s, QString::number(plain.server.port()));
    there.set(u"dbname"_s, plain.database);
    LeaderElector elector(config(there));
    const Transcript said(elector);
    QVERIFY(elector.start());
    ELECTOR_TRY(said.has(u"error Unreachable"_s));
    const ElectorError error = said.errors().constFirst();
    QVERIFY2(error.text.contains(u"server does not support SSL"_s), qPrintable(error.text));
    QVERIFY2(error.remedy.contains(u"Switch TLS on at the server (ssl = on)"_s), qPrintable(error.remedy));
    QVERIFY(!elector.isLeader());
    QVERIFY(plain.holder().isEmpty());
    // The answer that leaves it to the user is the right one.
    there.set(u"sslmode"_s, u"disable"_s);
    LeaderElector willing(config(there, u"willing"_s));
    QVERIFY(willing.start());
    ELECTOR_TRY(willing.isLeader());
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
