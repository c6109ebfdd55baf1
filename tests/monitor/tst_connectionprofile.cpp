// SPDX-License-Identifier: MIT
#include "profilestore.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Elector;

namespace {

ConnectionProfile someProfile(const QString &name)
{
    ConnectionProfile profile;
    profile.name = name;
    profile.setParameters(ConnectionParameters::fromString(
        QStringLiteral("host=db.example port=5433 user=ada dbname=orders sslmode=require connect_timeout=3")));
    profile.schemas = {QStringLiteral("public"), QStringLiteral("jobs")};
    profile.color = ProfileColor::Production;
    profile.readOnly = true;
    profile.passwordMode = PasswordMode::Keyring;
    return profile;
}

QByteArray settingsText()
{
    QSettings settings;
    settings.sync();
    QFile file(settings.fileName());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestConnectionProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("elector"));
        QCoreApplication::setApplicationName(QStringLiteral("elector-monitor"));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    }

    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        QSettings().clear();
    }

    void whatIsSavedComesBack_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << QStringLiteral("Orders");
        QTest::newRow("signs") << QStringLiteral("a/b\\c %20 [x] = ; # \"q\" 'q', @ & $");
        QTest::newRow("letters") << QStringLiteral("Zürich – 東京 – القدس 🦊");
        QTest::newRow("like a key") << QStringLiteral("parameters/host");
    }

    void whatIsSavedComesBack()
    {
        QFETCH(QString, name);
        ConnectionProfile profile = someProfile(name);
        QVERIFY(ProfileStore().save(&profile).isEmpty());
        QVERIFY(!profile.id.isEmpty());
        const ProfileStore::Contents contents = ProfileStore().load();
        QCOMPARE(contents.problems, QStringList());
        QCOMPARE(contents.profiles.size(), 1);
        QVERIFY(contents.profiles.constFirst() == profile);
    }

    void savingAgainReplacesAndRemovingRemoves()
    {
        ConnectionProfile profile = someProfile(QStringLiteral("Orders"));
        QVERIFY(ProfileStore().save(&profile).isEmpty());
        const QString id = profile.id;
        const QString key = profile.keyringKey();
        profile.name = QStringLiteral("Renamed");
        QVERIFY(ProfileStore().save(&profile).isEmpty());
        QCOMPARE(profile.id, id);
        QCOMPARE(profile.keyringKey(), key); // the keyring's entry stays with it
        profile.setParameters(ConnectionParameters::fromString(QStringLiteral("host=other")));
        QVERIFY(ProfileStore().save(&profile).isEmpty());
        QVERIFY(profile.keyringKey() != key); // and is not for another server
        QCOMPARE(ProfileStore().load().profiles.size(), 1);
        QCOMPARE(ProfileStore().load().profiles.constFirst().parameters().values().size(), 1);
        ProfileStore().remove(id);
        QVERIFY(ProfileStore().load().profiles.isEmpty());
        QVERIFY(!settingsText().contains("Renamed"));
    }

    void profilesAreOrderedByNameAndNamesAreUnique()
    {
        for (const char *name : {"beta", "Alpha", "gamma"}) {
            ConnectionProfile profile = someProfile(QString::fromLatin1(name));
            QVERIFY(ProfileStore().save(&profile).isEmpty());
        }
        QStringList names;
        const auto profiles = ProfileStore().load().profiles;
        for (const ConnectionProfile &profile : profiles)
            names << profile.name;
        QCOMPARE(names, QStringList({QStringLiteral("Alpha"), QStringLiteral("beta"), QStringLiteral("gamma")}));
        ConnectionProfile twin = someProfile(QStringLiteral(" ALPHA "));
        const QList<ProfileProblem> problems = ProfileStore().save(&twin);
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.constFirst().field, ProfileProblem::Name);
    }

    void passwordsNeverReachTheSettings()
    {
        ElectorError error;
        ConnectionParameters secrets;
        ConnectionProfile profile = profileFromAddress(
            QStringLiteral("postgresql://ada:geheim1@db.example/orders?sslpassword=geheim2&sslmode=require"), &error,
            &secrets);
        QVERIFY(!error);
        QCOMPARE(secrets.value(QStringLiteral("password")), QStringLiteral("geheim1"));
        QCOMPARE(secrets.value(QStringLiteral("sslpassword")), QStringLiteral("geheim2"));
        QVERIFY(ProfileStore().save(&profile).isEmpty());
        QVERIFY(settingsText().contains("db.example"));
        QVERIFY(!settingsText().contains("geheim"));
    }

    void aPasswordInAnyFieldIsRefused_data()
    {
        QTest::addColumn<QString>("keyword");
        for (const char *keyword : {"host", "dbname", "user", "service", "port", "options", "sslkey"})
            QTest::newRow(keyword) << QString::fromLatin1(keyword);
        QTest::newRow("name") << QString();
    }

    void aPasswordInAnyFieldIsRefused()
    {
        QFETCH(QString, keyword);
        for (const char *pasted : {"postgresql://ada:geheim@db.example/orders", "host=db password = geheim"}) {
            ConnectionProfile profile = someProfile(QStringLiteral("Orders"));
            ConnectionParameters parameters = profile.parameters();
            if (keyword.isEmpty())
                profile.name = QString::fromLatin1(pasted);
            else
                parameters.set(keyword, QString::fromLatin1(pasted));
            profile.setParameters(parameters);
            const QList<ProfileProblem> problems = ProfileStore().save(&profile);
            QVERIFY(!problems.isEmpty());
            for (const ProfileProblem &problem : problems)
                QVERIFY(!problem.sentence.contains(QStringLiteral("geheim")));
            QVERIFY(!settingsText().contains("geheim"));
        }
    }

    void aBadProfileIsSkippedAndReportedAndStays_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        QTest::newRow("colour") << QStringLiteral("color") << QVariant(QStringLiteral("pink"));
        QTest::newRow("password mode") << QStringLiteral("password") << QVariant(7);
        QTest::newRow("no name") << QStringLiteral("name") << QVariant(QString());
        QTest::newRow("schema") << QStringLiteral("schemas") << QVariant(QStringList(QStringLiteral("a;b")));
        QTest::newRow("no schema") << QStringLiteral("schemas") << QVariant(QStringList());
        QTest::newRow("read-only") << QStringLiteral("readOnly") << QVariant(QStringLiteral("maybe"));
        QTest::newRow("keyword") << QStringLiteral("parameters/hots") << QVariant(QStringLiteral("x"));
        QTest::newRow("port") << QStringLiteral("parameters/port") << QVariant(QStringLiteral("99999"));
        QTest::newRow("password") << QStringLiteral("parameters/password") << QVariant(QStringLiteral("geheim"));
        QTest::newRow("nested") << QStringLiteral("parameters/host/x") << QVariant(QStringLiteral("x"));
    }

    void aBadProfileIsSkippedAndReportedAndStays()
    {
        QFETCH(QString, key);
        QFETCH(QVariant, value);
        ConnectionProfile good = someProfile(QStringLiteral("Good"));
        ConnectionProfile bad = someProfile(QStringLiteral("Bad"));
        QVERIFY(ProfileStore().save(&good).isEmpty());
        QVERIFY(ProfileStore().save(&bad).isEmpty());
        QSettings().setValue(QStringLiteral("profiles/%1/%2").arg(bad.id, key), value);
        const ProfileStore::Contents contents = ProfileStore().load();
        QCOMPARE(contents.profiles.size(), 1);
        QVERIFY(contents.profiles.constFirst() == good);
        QCOMPARE(contents.problems.size(), 1);
        QVERIFY(!contents.problems.constFirst().contains(QStringLiteral("geheim")));
        QVERIFY(ProfileStore().save(&good).isEmpty());
        QVERIFY(QSettings().childGroups().contains(QStringLiteral("profiles")));
        QCOMPARE(QSettings().value(QStringLiteral("profiles/%1/parameters/user").arg(bad.id)).toString(),
                 QStringLiteral("ada"));
    }

    void problemsAreSaidAtTheirFields()
    {
        ConnectionProfile profile = someProfile(QString());
        profile.schemas = {QStringLiteral("No Such")};
        ConnectionParameters parameters;
        parameters.set(QStringLiteral("port"), QStringLiteral("54x"));
        parameters.set(QStringLiteral("sslrootcert"), QStringLiteral("/a;b"));
        profile.setParameters(parameters);
        QList<int> fields;
        const QList<ProfileProblem> problems = problemsOf(profile, true);
        for (const ProfileProblem &problem : problems) {
            fields << problem.field;
            QVERIFY(!problem.sentence.isEmpty());
        }
        for (const auto field :
             {ProfileProblem::Name, ProfileProblem::Port, ProfileProblem::Schemas, ProfileProblem::RootCertificate})
            QVERIFY(fields.contains(int(field)));
        QCOMPARE(problemsOf(profile, false).size(), problems.size() - 1); // it need not have a name to be used
    }

    void anAddressThatCannotBeReadIsExplainedWithoutItsPassword()
    {
        ElectorError error;
        profileFromAddress(QStringLiteral("postgresql://ada:geheim@db.example/x?bogus=1"), &error);
        QVERIFY(error);
        QVERIFY(!error.message().contains(QStringLiteral("geheim")));
    }

private:
    QTemporaryDir m_settings;
};

QTEST_GUILESS_MAIN(TestConnectionProfile)
#include "tst_connectionprofile.moc"
