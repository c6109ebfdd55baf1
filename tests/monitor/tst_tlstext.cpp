// SPDX-License-Identifier: MIT
#include "servicefiletext.h"
#include "tlstext.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Elector;

class TestTlsText : public QObject
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

    void aFormShowsNoDefault()
    {
        for (const char *dsn : {"host=localhost", "host=db.example", "host=db.example sslmode=require"}) {
            const auto given = ConnectionParameters::fromString(QString::fromLatin1(dsn));
            const ConnectionParameters safe = withSafeTls(given, m_environment);
            QCOMPARE(withoutDefaultTls(safe, m_environment), given);
            QVERIFY(!tlsSentence(tlsChoice(given, m_environment)).isEmpty());
        }
        // Whoever wrote what would apply anyway gets the same.
        const auto explicitly = ConnectionParameters::fromString(QStringLiteral("host=db.example sslmode=verify-full"));
        QCOMPARE(withSafeTls(withoutDefaultTls(explicitly, m_environment), m_environment), explicitly);
    }

    void aMissingRootCertificateHasARemedy()
    {
        const auto remote = ConnectionParameters::fromString(QStringLiteral("host=db.example"));
        const QString old = rootCertificateSentence(remote, m_environment);
        QVERIFY(old.contains(QStringLiteral(".postgresql/root.crt")));
        QVERIFY(old.contains(systemCertificates()));
        m_environment.libraryVersion = 160000;
        QVERIFY(rootCertificateSentence(remote, m_environment).contains(QStringLiteral("“system”")));
        const auto local = ConnectionParameters::fromString(QStringLiteral("host=localhost"));
        QCOMPARE(rootCertificateSentence(local, m_environment), QString());
    }

    void failuresOfTlsHaveASentence_data()
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
            {"FATAL:  connection requires a valid client certificate", "certificate of yours"},
            {"Connection refused", ""},
        };
        for (const auto &[failure, mentions] : rows)
            QTest::newRow(failure) << QString::fromLatin1(failure) << QString::fromLatin1(mentions);
    }

    void failuresOfTlsHaveASentence()
    {
        QFETCH(QString, failure);
        QFETCH(QString, mentions);
        const auto parameters = ConnectionParameters::fromString(QStringLiteral("host=db.example sslmode=verify-full"));
        const QString sentence = tlsFailureSentence(failure, parameters, m_environment);
        QCOMPARE(sentence.isEmpty(), mentions.isEmpty());
        QVERIFY2(sentence.contains(mentions), qPrintable(sentence));
    }

    void everyModeHasASentence()
    {
        for (const char *mode : {"", "disable", "allow", "prefer", "require", "verify-ca", "verify-full"})
            QVERIFY2(!tlsModeSentence(QString::fromLatin1(mode)).isEmpty(), mode);
    }

    void everyProblemOfAServiceFileHasASentence()
    {
        const ServiceFileProblem::Kind kinds[]
            = {ServiceFileProblem::Unreadable, ServiceFileProblem::LineTooLong,   ServiceFileProblem::UnendedSection,
               ServiceFileProblem::NoSetting,  ServiceFileProblem::NestedService, ServiceFileProblem::UnknownKeyword};
        for (const ServiceFileProblem::Kind kind : kinds) {
            const QString sentence = serviceFileSentence({kind, QStringLiteral("/a/file"), 37, QStringLiteral("hots")});
            QVERIFY2(sentence.contains(QStringLiteral("/a/file")), qPrintable(sentence));
            QCOMPARE(sentence.contains(QStringLiteral("37")), kind != ServiceFileProblem::Unreadable);
            QCOMPARE(sentence.contains(QStringLiteral("hots")), kind == ServiceFileProblem::UnknownKeyword);
        }
        QCOMPARE(serviceFileSentence({}), QString());
    }

private:
    std::unique_ptr<QTemporaryDir> m_room;
    LibpqEnvironment m_environment;
};

QTEST_GUILESS_MAIN(TestTlsText)
#include "tst_tlstext.moc"
