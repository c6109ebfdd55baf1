// SPDX-License-Identifier: MIT
#include "connectionopener.h"
#include "fakevault.h"
#include "passworddialog.h"
#include "postgresserver.h"

#include <Elector/schema.h>

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Elector;

namespace {

constexpr int patience = 30'000;

// As at the start of the program: there is no other window.
PasswordDialog *question()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        auto *dialog = qobject_cast<PasswordDialog *>(widget);
        if (dialog && dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

QString note()
{
    return question() ? question()->findChild<QLabel *>(QStringLiteral("passwordNote"))->text() : QString();
}

bool isWaitingForTheUser()
{
    return question() && question()->findChild<QLineEdit *>(QStringLiteral("askedPassword"))->isEnabled();
}

void answer(const QString &password)
{
    QTest::keyClicks(question()->findChild<QLineEdit *>(QStringLiteral("askedPassword")), password);
    QTest::mouseClick(question()->findChild<QPushButton *>(QStringLiteral("passwordConnect")), Qt::LeftButton);
}

} // namespace

class TestConnectionOpener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        PostgresServer::Options options;
        options.password = true;
        QVERIFY2(m_server.start(options), qPrintable(m_server.errorString()));
        m_database = m_server.createDatabase();
        const SqlResult made
            = m_server.exec(Schema::installSql(QStringLiteral("public"), SchemaLevel::Full, 15), m_database);
        QVERIFY2(made, qPrintable(made.error));
    }

    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
        m_vault = {};
    }

    void whatLibpqFindsIsNotAskedFor()
    {
        ConnectionOpener opener(&m_vault, nullptr);
        QSignalSpy opened(&opener, &ConnectionOpener::opened);
        ConnectionProfile profile;
        profile.setParameters(ConnectionParameters::fromString(QStringLiteral("host=db.example")));
        opener.open(profile);
        QCOMPARE(opened.count(), 1);
        const auto choice = opened.constFirst().constFirst().value<ConnectionChoice>();
        QCOMPARE(choice.parameters.value(QStringLiteral("sslmode")), QStringLiteral("verify-full"));
        QVERIFY(!opener.isBusy());
    }

    void aWrongPasswordIsAskedForAgain()
    {
        ConnectionOpener opener(&m_vault, nullptr);
        QSignalSpy opened(&opener, &ConnectionOpener::opened);
        opener.open(profile(PasswordMode::Ask));
        QTRY_VERIFY_WITH_TIMEOUT(isWaitingForTheUser(), patience);
        answer(QStringLiteral("wrong"));
        QTRY_VERIFY_WITH_TIMEOUT(note().contains(QStringLiteral("refused")), patience);
        QVERIFY(isWaitingForTheUser());
        answer(m_server.password()); // what was wrong is selected, and goes
        QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, patience);
        QVERIFY(!question());
        QCOMPARE(
            opened.constFirst().constFirst().value<ConnectionChoice>().parameters.value(QStringLiteral("password")),
            m_server.password());
        QCOMPARE(m_vault.writes, 0); // nobody wanted it to be kept
    }

    void aKeyringsPasswordThatIsNoLongerRightIsReplaced()
    {
        const ConnectionProfile saved = profile(PasswordMode::Keyring);
        m_vault.entries.insert(saved.keyringKey(), QStringLiteral("of yesterday"));
        ConnectionOpener opener(&m_vault, nullptr);
        QSignalSpy opened(&opener, &ConnectionOpener::opened);
        opener.open(saved);
        QTRY_VERIFY_WITH_TIMEOUT(note().contains(QStringLiteral("refused")), patience);
        answer(m_server.password());
        QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, patience);
        QCOMPARE(m_vault.entries.value(saved.keyringKey()), m_server.password());
    }

    void aDeniedKeyringIsSaid()
    {
        m_vault.status = PasswordVault::Status::Denied;
        ConnectionOpener opener(&m_vault, nullptr);
        opener.open(profile(PasswordMode::Keyring));
        QTRY_VERIFY_WITH_TIMEOUT(note().contains(QStringLiteral("gave no access")), patience);
    }

    void aLateAnswerOfTheKeyringIsTaken()
    {
        const ConnectionProfile saved = profile(PasswordMode::Keyring);
        m_vault.entries.insert(saved.keyringKey(), m_server.password());
        m_vault.isSilent = true;
        ConnectionOpener opener(&m_vault, nullptr);
        QSignalSpy opened(&opener, &ConnectionOpener::opened);
        opener.open(saved);
        QTRY_VERIFY_WITH_TIMEOUT(note().contains(QStringLiteral("Waiting for the keyring")), patience);
        m_vault.answerNow();
        QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, patience);
        QVERIFY(!question());
    }

    void givingUpIsAnswered()
    {
        ConnectionOpener opener(&m_vault, nullptr);
        QSignalSpy opened(&opener, &ConnectionOpener::opened);
        QSignalSpy cancelled(&opener, &ConnectionOpener::cancelled);
        opener.open(profile(PasswordMode::Ask));
        QTRY_VERIFY_WITH_TIMEOUT(isWaitingForTheUser(), patience);
        QTest::keyClick(question(), Qt::Key_Escape);
        QTRY_COMPARE_WITH_TIMEOUT(cancelled.count(), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!question(), patience);
        QCOMPARE(opened.count(), 0);
        QVERIFY(!opener.isBusy());
    }

    void aServerThatIsAwayIsOpenedAllTheSame()
    {
        ConnectionProfile away = profile(PasswordMode::Keyring);
        away.setParameters(ConnectionParameters::fromString(QStringLiteral("postgresql://nobody@127.0.0.1:1/none")));
        ConnectionOpener opener(&m_vault, nullptr);
        QSignalSpy opened(&opener, &ConnectionOpener::opened);
        opener.open(away);
        QTRY_VERIFY_WITH_TIMEOUT(isWaitingForTheUser(), patience);
        answer(QStringLiteral("perhaps"));
        QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, patience);
        QCOMPARE(m_vault.writes, 0); // nobody knows whether it is right
    }

    void everySchemaIsTested()
    {
        ConnectionProfile several = profile(PasswordMode::Libpq);
        several.setParameters(ConnectionParameters::fromString(m_server.dsn(m_database)));
        several.schemas = {QStringLiteral("public"), QStringLiteral("nowhere")};
        ConnectionOpener opener(&m_vault, nullptr);
        QSignalSpy tested(&opener, &ConnectionOpener::tested);
        opener.test(several);
        QTRY_COMPARE_WITH_TIMEOUT(tested.count(), 1, patience);
        const auto report = tested.constFirst().value(1).value<ConnectionReport>();
        QCOMPARE(report.schemas.size(), 1);
        QCOMPARE(report.error.code, ErrorCode::TableMissing);
        const QString text = reportText(report, several.parameters());
        QVERIFY(text.contains(QStringLiteral("public")) && text.contains(QStringLiteral("nowhere")));
    }

    // The machine's own keyring, out of reach: it answers, and keeps nothing anywhere else.
    void theSystemsVaultAnswersWithoutAKeyring()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/elector");
        const auto vault = systemVault();
        std::optional<PasswordVault::Answer> written;
        vault->write(QStringLiteral("tst/none"), QStringLiteral("x"), this, [&](const auto &a) { written = a; });
        QTRY_VERIFY_WITH_TIMEOUT(written, patience);
        QVERIFY(written->status != PasswordVault::Status::Done);
        QVERIFY(!vaultSentence(*written).isEmpty());
        std::optional<PasswordVault::Answer> read;
        vault->read(QStringLiteral("tst/none"), this, [&](const auto &a) { read = a; });
        QTRY_VERIFY_WITH_TIMEOUT(read, patience);
        QVERIFY(read->password.isEmpty());
    }

private:
    ConnectionProfile profile(PasswordMode mode) const
    {
        ConnectionProfile profile;
        profile.id = QStringLiteral("some-id");
        profile.name = QStringLiteral("Real");
        profile.passwordMode = mode;
        profile.setParameters(ConnectionParameters::fromString(
            QStringLiteral("postgresql://postgres@127.0.0.1:%1/%2").arg(m_server.port()).arg(m_database)));
        return profile;
    }

    PostgresServer m_server;
    QString m_database;
    FakeVault m_vault;
};

QTEST_MAIN(TestConnectionOpener)
#include "tst_connectionopener.moc"
