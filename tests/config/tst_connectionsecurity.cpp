// SPDX-License-Identifier: MIT
#include <Elector/connectionsecurity.h>

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Elector;

class TestConnectionSecurity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_room = std::make_unique<QTemporaryDir>();
        m_environment = {};
        m_environment.home = m_room->path();
        m_environment.systemDirectory = m_room->filePath(QStringLiteral("etc"));
        m_environment.libraryVersion = 150018;
    }

    void hostsOfThisMachine_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("isLocal");
        const std::pair<const char *, bool> hosts[] = {{"", true},           {"/run/postgresql", true},
                                                       {"@abstract", true},  {"localhost", true},
                                                       {"LocalHost", true},  {"127.0.0.1", true},
                                                       {"127.8.9.1", true},  {"::1", true},
                                                       {"0:0::1", true},     {"::ffff:127.0.0.1", true},
                                                       {"db", false},        {"localhost.evil.example", false},
                                                       {"128.0.0.1", false}, {"127.0.0.1.evil.example", false},
                                                       {"::2", false},       {"::ffff:10.0.0.1", false},
                                                       {"0.0.0.0", false},   {"\u00b9\u00b2\u00b7", false}};
        for (const auto &[host, isLocal] : hosts)
            QTest::newRow(host) << QString::fromUtf8(host) << isLocal;
    }

    void hostsOfThisMachine()
    {
        QFETCH(QString, host);
        QFETCH(bool, isLocal);
        QCOMPARE(isLocalHost(host), isLocal);
    }

    void theModeThatApplies_data()
    {
        QTest::addColumn<QString>("dsn");
        QTest::addColumn<QStringList>("variables");
        QTest::addColumn<QString>("mode");
        const QString full = QStringLiteral("verify-full");
        const auto row = [](const char *name, const char *dsn, const QStringList &variables, const QString &mode) {
            QTest::newRow(name) << QString::fromLatin1(dsn) << variables << mode;
        };
        row("nothing", "", {}, {});
        row("socket", "host=/run/postgresql", {}, {});
        row("loopback", "postgresql://u@127.0.0.1/d", {}, {});
        row("remote", "postgresql://u@db.example/d", {}, full);
        row("remote, mode given", "postgresql://u@db.example/d?sslmode=require", {}, QStringLiteral("require"));
        row("one of several", "postgresql://u@localhost,db.example/d", {}, full);
        row("several here", "postgresql://u@localhost,127.0.0.2/d", {}, {});
        row("tunnel", "host=db.example hostaddr=127.0.0.1", {}, full); // another machine is at its other end
        row("tunnel without the name", "hostaddr=127.0.0.1", {}, {});
        row("tunnel to a name here", "host=localhost hostaddr=127.0.0.1", {}, {});
        row("address elsewhere", "host=localhost hostaddr=10.0.0.1", {}, full);
        row("one address elsewhere", "host=a,b hostaddr=127.0.0.1,10.0.0.1", {}, full);
        row("PGHOST", "", {QStringLiteral("PGHOST=db.example")}, full);
        row("PGHOSTADDR", "host=localhost", {QStringLiteral("PGHOSTADDR=10.0.0.1")}, full);
        row("given before PGHOST", "host=localhost", {QStringLiteral("PGHOST=db.example")}, {});
        // What the environment says is libpq's business: nothing is added.
        row("PGSSLMODE", "host=db.example", {QStringLiteral("PGSSLMODE=prefer")}, {});
        row("PGSSLMODE, but given", "host=db.example sslmode=require", {QStringLiteral("PGSSLMODE=prefer")},
            QStringLiteral("require"));
        row("service elsewhere", "service=far", {}, full);
        row("service with a mode", "service=chosen", {}, {});
        row("service here", "service=near", {}, {});
        row("PGSERVICE", "", {QStringLiteral("PGSERVICE=far")}, full);
        row("given before the service", "service=far host=localhost", {}, {});
        row("service before PGHOST", "service=near", {QStringLiteral("PGHOST=db.example")}, {});
        row("service from LDAP", "service=directory", {}, full);
        row("service that is not there", "service=none host=db.example", {}, full);
    }

    void theModeThatApplies()
    {
        QFETCH(QString, dsn);
        QFETCH(QStringList, variables);
        QFETCH(QString, mode);
        QFile file(m_room->filePath(QStringLiteral(".pg_service.conf")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[far]\nhost=db.example\n[near]\nhost=localhost\n[chosen]\nhost=db.example\nsslmode=require\n"
                   "[directory]\nldap://x/y?z?o\n");
        file.close();
        for (const QString &variable : variables)
            m_environment.variables.insert(variable.section(QLatin1Char('='), 0, 0),
                                           variable.section(QLatin1Char('='), 1));
        const ConnectionParameters given = ConnectionParameters::fromString(dsn);
        const ConnectionParameters safe = withSafeTls(given, m_environment);
        QCOMPARE(safe.value(QStringLiteral("sslmode")), mode);
        QCOMPARE(withSafeTls(safe, m_environment), safe);
        // Nothing else changes.
        ConnectionParameters rest = safe;
        rest.set(QStringLiteral("sslmode"), given.value(QStringLiteral("sslmode")));
        QCOMPARE(rest, given);
    }

    void theChoiceSaysWhoIsMeant()
    {
        const auto host = [this](const char *dsn) {
            return tlsChoice(ConnectionParameters::fromString(QString::fromLatin1(dsn)), m_environment).host;
        };
        QCOMPARE(host("host=localhost,db.example,other"), QStringLiteral("db.example"));
        QCOMPARE(host("host=db.example hostaddr=127.0.0.1"), QStringLiteral("db.example"));
        QCOMPARE(host("host=localhost hostaddr=10.0.0.1"), QStringLiteral("10.0.0.1"));
        QCOMPARE(host("host=localhost"), QString());
    }

    void aMissingRootCertificateIsNamed()
    {
        const auto remote = ConnectionParameters::fromString(QStringLiteral("host=db.example"));
        const QString file = m_room->filePath(QStringLiteral(".postgresql/root.crt"));
        QCOMPARE(missingRootCertificate(remote, m_environment), file);
        QVERIFY(QDir(m_room->path()).mkpath(QStringLiteral(".postgresql")));
        write(file, "any");
        QCOMPARE(missingRootCertificate(remote, m_environment), QString());
        m_environment.variables.insert(QStringLiteral("PGSSLROOTCERT"), QStringLiteral("/nowhere/ca.crt"));
        QCOMPARE(missingRootCertificate(remote, m_environment), QStringLiteral("/nowhere/ca.crt"));
    }

    void whereNothingIsVerifiedNoCertificateIsMissed()
    {
        for (const char *dsn : {"host=localhost", "host=db.example sslmode=require"})
            QCOMPARE(missingRootCertificate(ConnectionParameters::fromString(QString::fromLatin1(dsn)), m_environment),
                     QString());
    }

    void theSystemsCertificatesNeedANewLibpq()
    {
        const auto parameters = ConnectionParameters::fromString(QStringLiteral("host=db.example sslrootcert=system"));
        QCOMPARE(missingRootCertificate(parameters, m_environment), QStringLiteral("system"));
        QCOMPARE(systemRootCertificate(m_environment), systemCertificates());
        QVERIFY(systemCertificates().startsWith(QLatin1Char('/')));
        m_environment.libraryVersion = 160002;
        QCOMPARE(missingRootCertificate(parameters, m_environment), QString());
        QCOMPARE(systemRootCertificate(m_environment), QStringLiteral("system"));
    }

    void aRevocationListThatIsNoneIsNamed()
    {
        const QString list = m_room->filePath(QStringLiteral("list.crl"));
        const auto parameters = ConnectionParameters::fromString(QStringLiteral("host=db.example sslcrl=%1").arg(list));
        QCOMPARE(uselessRevocationList(parameters, m_environment), list);
        write(list, "nothing of the kind\n");
        QCOMPARE(uselessRevocationList(parameters, m_environment), list);
        write(list, "-----BEGIN X509 CRL-----\n");
        QCOMPARE(uselessRevocationList(parameters, m_environment), QString());
        QCOMPARE(uselessRevocationList({}, m_environment), QString());
    }

    // The words are libpq's and the server's, as a server with certificates of its own brought them out (tst_tls).
    void failuresOfTlsAreUnderstood_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("remedy");
        const auto row = [](const char *said, TlsFailure::Kind kind, const char *remedy) {
            QTest::newRow(said) << QString::fromLatin1(said) << int(kind) << QString::fromLatin1(remedy);
        };
        row("server certificate for \"localhost\" (and 1 other name) does not match host name \"127.0.0.1\"",
            TlsFailure::OtherName, "a name that stands in");
        row("SSL error: certificate verify failed", TlsFailure::NotVerified, "has expired");
        row("root certificate file \"/root/.postgresql/root.crt\" does not exist", TlsFailure::NoRootCertificate,
            "Set sslrootcert");
        row("host name must be specified for a verified SSL connection", TlsFailure::NoName, "by its name");
        row("server does not support SSL, but SSL was required", TlsFailure::NotOffered, "ssl = on");
        row("FATAL:  connection requires a valid client certificate", TlsFailure::ClientCertificate, "sslcert");
        row("FATAL:  certificate authentication failed for user \"node\"", TlsFailure::ClientCertificate, "sslcert");
        row("SSL error: tlsv1 alert unknown ca", TlsFailure::ClientCertificate, "sslcert");
        row("channel binding required, but SSL not in use", TlsFailure::NoChannelBinding, "scram-sha-256");
        row("Connection refused", TlsFailure::None, "");
        row("FATAL:  password authentication failed for user \"node\"", TlsFailure::None, "");
    }

    void failuresOfTlsAreUnderstood()
    {
        QFETCH(QString, said);
        QFETCH(int, kind);
        QFETCH(QString, remedy);
        const QString other = QStringLiteral("connection to server at \"a\", port 1 failed: Connection refused\n");
        const TlsFailure failure = tlsFailure(other + said + QStringLiteral("\nEither this or that."));
        QCOMPARE(int(failure.kind), kind);
        QCOMPARE(failure.said, kind == TlsFailure::None ? QString() : said);
        const auto parameters = ConnectionParameters::fromString(QStringLiteral("host=db.example sslmode=verify-full"));
        const QString text = tlsRemedy(failure, parameters, m_environment);
        QCOMPARE(text.isEmpty(), remedy.isEmpty());
        QVERIFY2(text.contains(remedy), qPrintable(text));
        QVERIFY2(!text.contains(QStringLiteral("applies because")), qPrintable(text));
    }

    void theRemedyFitsTheLibpqInUse()
    {
        const TlsFailure failure{TlsFailure::NoRootCertificate, {}};
        const auto remedy = [&](const char *dsn) {
            return tlsRemedy(failure, ConnectionParameters::fromString(QString::fromLatin1(dsn)), m_environment);
        };
        const QString before = remedy("host=db.example");
        QVERIFY2(before.contains(systemCertificates() + QStringLiteral(" for those")), qPrintable(before));
        QVERIFY2(before.contains(m_room->filePath(QStringLiteral(".postgresql/root.crt"))), qPrintable(before));
        QVERIFY2(before.contains(QStringLiteral("applies because db.example is another machine")), qPrintable(before));
        const QString misunderstood = remedy("host=db.example sslrootcert=system");
        QVERIFY2(misunderstood.startsWith(QStringLiteral("libpq 15 takes \"system\"")), qPrintable(misunderstood));
        QVERIFY2(misunderstood.contains(systemCertificates()), qPrintable(misunderstood));
        m_environment.libraryVersion = 160000;
        QVERIFY2(remedy("host=db.example").contains(QStringLiteral("or to system for those")),
                 qPrintable(remedy("host=db.example")));
    }

private:
    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    std::unique_ptr<QTemporaryDir> m_room;
    LibpqEnvironment m_environment;
};

QTEST_GUILESS_MAIN(TestConnectionSecurity)
#include "tst_connectionsecurity.moc"
