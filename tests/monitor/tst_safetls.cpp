// SPDX-License-Identifier: MIT
#include "safetls.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Elector;

class TestSafeTls : public QObject
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
        row("tunnel", "host=db.example hostaddr=127.0.0.1", {}, {});
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
        QVERIFY(!tlsSentence(tlsChoice(given, m_environment)).isEmpty());
        QCOMPARE(withSafeTls(safe, m_environment), safe);
        QCOMPARE(withSafeTls(withoutDefaultTls(safe, m_environment), m_environment), safe);
        // Nothing else changes.
        ConnectionParameters rest = safe;
        rest.set(QStringLiteral("sslmode"), given.value(QStringLiteral("sslmode")));
        QCOMPARE(rest, given);
    }

    void aMissingRootCertificateHasARemedy()
    {
        const auto remote = ConnectionParameters::fromString(QStringLiteral("host=db.example"));
        const QString old = missingRootCertificate(remote, m_environment);
        QVERIFY(old.contains(QStringLiteral(".postgresql/root.crt")));
        QVERIFY(old.contains(systemCertificates()));
        m_environment.libraryVersion = 160000;
        QVERIFY(missingRootCertificate(remote, m_environment).contains(QStringLiteral("system")));

        QVERIFY(QDir(m_room->path()).mkpath(QStringLiteral(".postgresql")));
        QFile file(m_room->filePath(QStringLiteral(".postgresql/root.crt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(missingRootCertificate(remote, m_environment), QString());
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
        QVERIFY(!missingRootCertificate(parameters, m_environment).isEmpty());
        m_environment.libraryVersion = 160002;
        QCOMPARE(missingRootCertificate(parameters, m_environment), QString());
    }

    // The words are libpq's, as a server with a certificate of its own brought them out.
    void failuresOfTlsHaveARemedy_data()
    {
        QTest::addColumn<QString>("failure");
        QTest::addColumn<QString>("mentions");
        const std::pair<const char *, const char *> rows[] = {
            {"server certificate for \"localhost\" (and 1 other name) does not match host name \"127.0.0.1\"",
             "another name"},
            {"SSL error: certificate verify failed", "root certificate"},
            {"root certificate file \"/root/.postgresql/root.crt\" does not exist", "/etc/ssl/certs"},
            {"host name must be specified for a verified SSL connection", "by its name"},
            {"server does not support SSL, but SSL was required", "at the server"},
            {"Connection refused", ""},
        };
        for (const auto &[failure, mentions] : rows)
            QTest::newRow(failure) << QString::fromLatin1(failure) << QString::fromLatin1(mentions);
    }

    void failuresOfTlsHaveARemedy()
    {
        QFETCH(QString, failure);
        QFETCH(QString, mentions);
        auto parameters = ConnectionParameters::fromString(QStringLiteral("host=db.example sslmode=verify-full"));
        if (failure.contains(QStringLiteral("verify failed")))
            parameters.set(QStringLiteral("sslrootcert"), QCoreApplication::applicationFilePath());
        const QString remedy = tlsRemedy(failure, parameters, m_environment);
        QCOMPARE(remedy.isEmpty(), mentions.isEmpty());
        QVERIFY2(remedy.contains(mentions), qPrintable(remedy));
    }

    void everyModeHasASentence()
    {
        for (const char *mode : {"", "disable", "allow", "prefer", "require", "verify-ca", "verify-full"})
            QVERIFY2(!tlsModeSentence(QString::fromLatin1(mode)).isEmpty(), mode);
    }

private:
    std::unique_ptr<QTemporaryDir> m_room;
    LibpqEnvironment m_environment;
};

QTEST_GUILESS_MAIN(TestSafeTls)
#include "tst_safetls.moc"
