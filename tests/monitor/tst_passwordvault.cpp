// SPDX-License-Identifier: MIT
#include "passwordvault.h"

#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QScopeGuard>
#include <QtTest/QTest>

#include <optional>

using namespace Elector;
using namespace Qt::StringLiterals;

/// The system's keyring; needs a session with one, see under-keyring.
class TestPasswordVault : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void entriesAreKept();
    void passwordsStandNowhereInClear();
    void noSessionNoKeyring();

private:
    using Status = PasswordVault::Status;

    template <typename Ask> PasswordVault::Answer answer(Ask ask)
    {
        std::optional<PasswordVault::Answer> got;
        ask([&got](const PasswordVault::Answer &answer) { got = answer; });
        if (!QTest::qWaitFor([&got] { return got.has_value(); }, 30000))
            return {Status::Failed, {}, u"no answer"_s};
        return *got;
    }
    PasswordVault::Answer read(const QString &key)
    {
        return answer([&](const auto &receiver) { m_vault->read(key, this, receiver); });
    }
    PasswordVault::Answer write(const QString &key, const QString &password)
    {
        return answer([&](const auto &receiver) { m_vault->write(key, password, this, receiver); });
    }
    PasswordVault::Answer remove(const QString &key)
    {
        return answer([&](const auto &receiver) { m_vault->remove(key, this, receiver); });
    }

    std::unique_ptr<PasswordVault> m_vault = systemVault();
};

void TestPasswordVault::entriesAreKept()
{
    QCOMPARE(read(u"orders"_s).status, Status::NotFound);
    QCOMPARE(write(u"orders"_s, u"geheim ✓ 'quoted'"_s).status, Status::Done);
    QCOMPARE(write(u"billing"_s, u"other"_s).status, Status::Done);
    const auto kept = read(u"orders"_s);
    QCOMPARE(kept.status, Status::Done);
    QCOMPARE(kept.password, u"geheim ✓ 'quoted'"_s);
    QCOMPARE(write(u"orders"_s, u"changed"_s).status, Status::Done);
    QCOMPARE(read(u"orders"_s).password, u"changed"_s);
    QCOMPARE(remove(u"orders"_s).status, Status::Done);
    QCOMPARE(read(u"orders"_s).status, Status::NotFound);
    QCOMPARE(read(u"billing"_s).password, u"other"_s);
}

void TestPasswordVault::passwordsStandNowhereInClear()
{
    const QByteArray secret = "a-secret-that-is-planted";
    QCOMPARE(write(u"planted"_s, QString::fromLatin1(secret)).status, Status::Done);
    int files = 0;
    QDirIterator it(qEnvironmentVariable("HOME"), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        const QByteArray content = file.readAll();
        QVERIFY2(!content.contains(secret), qPrintable(file.fileName()));
        ++files;
    }
    QVERIFY2(files > 0, "the keyring has written nothing, so nothing was searched");
}

void TestPasswordVault::noSessionNoKeyring()
{
    const QByteArray bus = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
    const auto restore = qScopeGuard([&] { qputenv("DBUS_SESSION_BUS_ADDRESS", bus); });
    // Another process: the library keeps its connection to the bus.
    if (qEnvironmentVariableIsSet("ELECTOR_TEST_CHILD")) {
        const auto refused = read(u"orders"_s);
        QVERIFY(refused.status != Status::Done && refused.status != Status::NotFound);
        QVERIFY(!vaultSentence(refused).isEmpty());
        return;
    }
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ELECTOR_TEST_CHILD"_s, u"1"_s);
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::MergedChannels);
    child.start(QCoreApplication::applicationFilePath(), {u"noSessionNoKeyring"_s});
    QVERIFY(child.waitForFinished(60000));
    QVERIFY2(child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0, child.readAll());
}

QTEST_GUILESS_MAIN(TestPasswordVault)
#include "tst_passwordvault.moc"
