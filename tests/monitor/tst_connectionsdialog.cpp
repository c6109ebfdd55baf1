// SPDX-License-Identifier: MIT
#include "connectionsdialog.h"
#include "fakevault.h"
#include "postgresserver.h"

#include <Elector/schema.h>

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace Elector;

namespace {

constexpr int patience = 30'000;

template <typename Widget> Widget *part(QWidget *dialog, const char *name)
{
    return dialog->findChild<Widget *>(QString::fromLatin1(name));
}

void press(QWidget *dialog, const char *name)
{
    QTest::mouseClick(part<QPushButton>(dialog, name), Qt::LeftButton);
}

void type(QWidget *dialog, const char *name, const QString &text)
{
    auto *line = part<QLineEdit>(dialog, name);
    line->selectAll();
    QTest::keyClick(line, Qt::Key_Delete);
    QTest::keyClicks(line, text);
}

void choose(QWidget *dialog, const char *name, const QVariant &data)
{
    auto *combo = part<QComboBox>(dialog, name);
    combo->setCurrentIndex(combo->findData(data));
}

QString message(QWidget *dialog, const char *field)
{
    return dialog->findChild<QLabel *>(QString::fromLatin1(field) + QStringLiteral("Message"))->text();
}

QString reported(QWidget *dialog)
{
    return part<QPlainTextEdit>(dialog, "connectionReport")->toPlainText();
}

QDialog *passwordDialog(QWidget *dialog)
{
    return part<QDialog>(dialog, "passwordDialog");
}

QByteArray settingsText()
{
    QSettings settings;
    settings.sync();
    QFile file(settings.fileName());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestConnectionsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("elector"));
        QCoreApplication::setApplicationName(QStringLiteral("elector-monitor"));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
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
        // The platform without a screen says so of every dialog that has a smallest size.
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
        QSettings().clear();
        m_vault = {};
    }

    void aProfileIsMadeEditedDuplicatedAndDeleted()
    {
        const auto dialog = open();
        auto *list = part<QListWidget>(dialog.get(), "profileList");
        QCOMPARE(list->count(), 1); // what is connected to now
        press(dialog.get(), "newButton");
        QCOMPARE(list->count(), 2);
        QVERIFY(part<QLineEdit>(dialog.get(), "nameEdit")->hasFocus());
        QTest::keyClicks(dialog->focusWidget(), QStringLiteral("Orders"));
        type(dialog.get(), "hostEdit", QStringLiteral("db.example"));
        type(dialog.get(), "schemaEdit", QStringLiteral("public, jobs"));
        choose(dialog.get(), "colorCombo", int(ProfileColor::Production));
        choose(dialog.get(), "poolerCombo", QVariant::fromValue(Pooling::Transaction));
        QTest::mouseClick(part<QCheckBox>(dialog.get(), "readOnlyCheck"), Qt::LeftButton, {}, QPoint(8, 8));
        QVERIFY(list->item(1)->text().contains(QStringLiteral("not saved")));
        press(dialog.get(), "saveButton");
        ConnectionProfile saved = ProfileStore().load().profiles.value(0);
        QCOMPARE(saved.name, QStringLiteral("Orders"));
        QCOMPARE(saved.parameters().value(QStringLiteral("host")), QStringLiteral("db.example"));
        QCOMPARE(saved.schemas, QStringList({QStringLiteral("public"), QStringLiteral("jobs")}));
        QCOMPARE(saved.color, ProfileColor::Production);
        QCOMPARE(saved.parameters().pooling(), Pooling::Transaction);
        QVERIFY(saved.readOnly);
        QVERIFY(list->item(1)->text().contains(QStringLiteral("production")));

        type(dialog.get(), "nameEdit", QStringLiteral("Orders 2"));
        press(dialog.get(), "saveButton");
        QCOMPARE(ProfileStore().load().profiles.size(), 1);
        QCOMPARE(ProfileStore().load().profiles.value(0).name, QStringLiteral("Orders 2"));

        press(dialog.get(), "duplicateButton");
        press(dialog.get(), "saveButton");
        QCOMPARE(ProfileStore().load().profiles.size(), 2);
        QCOMPARE(part<QLineEdit>(dialog.get(), "hostEdit")->text(), QStringLiteral("db.example"));

        press(dialog.get(), "deleteButton");
        QTRY_VERIFY_WITH_TIMEOUT(part<QPushButton>(dialog.get(), "deleteYes"), patience);
        press(dialog.get(), "deleteYes");
        QTRY_COMPARE_WITH_TIMEOUT(list->count(), 2, patience);
        QCOMPARE(ProfileStore().load().profiles.size(), 1);
    }

    void whatIsWrongIsSaidAtItsField()
    {
        const auto dialog = open();
        press(dialog.get(), "newButton");
        press(dialog.get(), "saveButton");
        QVERIFY(!message(dialog.get(), "nameEdit").isEmpty());
        type(dialog.get(), "nameEdit", QStringLiteral("x"));
        QVERIFY(message(dialog.get(), "nameEdit").isEmpty());
        type(dialog.get(), "schemaEdit", QStringLiteral("No"));
        press(dialog.get(), "connectButton");
        QVERIFY(!message(dialog.get(), "schemaEdit").isEmpty());
        QVERIFY(part<QLineEdit>(dialog.get(), "schemaEdit")->hasFocus());
        QVERIFY(dialog->isVisible());
        type(dialog.get(), "schemaEdit", QStringLiteral("public"));
        for (const char *more : {"password=geheim", "host=db", "nonsense=1", "'", "pooling=transaction"}) {
            type(dialog.get(), "moreEdit", QString::fromLatin1(more));
            press(dialog.get(), "saveButton");
            QVERIFY2(!message(dialog.get(), "moreEdit").isEmpty(), more);
            QVERIFY(!message(dialog.get(), "moreEdit").contains(QStringLiteral("geheim")));
        }
        QVERIFY(ProfileStore().load().profiles.isEmpty());
        type(dialog.get(), "moreEdit", QStringLiteral("connect_timeout=3"));
        press(dialog.get(), "saveButton");
        QCOMPARE(ProfileStore().load().profiles.value(0).parameters().value(QStringLiteral("connect_timeout")),
                 QStringLiteral("3"));
    }

    void anAddressIsImportedAndItsPasswordOnlyUsed()
    {
        const auto dialog = open();
        press(dialog.get(), "importAddressButton");
        auto *import = part<QDialog>(dialog.get(), "importDialog");
        QVERIFY(import && import->isVisible());
        type(import, "addressEdit", QStringLiteral("postgresql://u:geheim@h:notaport/x?bogus=1"));
        press(import, "importButton");
        QVERIFY(import->isVisible());
        QVERIFY(!message(import, "addressEdit").isEmpty());
        QVERIFY(!message(import, "addressEdit").contains(QStringLiteral("geheim")));
        type(import, "addressEdit", tcpDsn(m_server.password()));
        press(import, "importButton");
        QVERIFY(!import->isVisible());
        QCOMPARE(part<QLineEdit>(dialog.get(), "databaseEdit")->text(), m_database);
        press(dialog.get(), "saveButton");
        QCOMPARE(ProfileStore().load().profiles.size(), 1);
        press(dialog.get(), "testButton");
        QTRY_VERIFY_WITH_TIMEOUT(reported(dialog.get()).contains(QStringLiteral("PostgreSQL")), patience);
        QVERIFY(!passwordDialog(dialog.get()));
        QVERIFY(!settingsText().contains(m_server.password().toUtf8()));
    }

    void aTestSaysWhatIsThere()
    {
        const auto dialog = open(m_server.dsn(m_database));
        press(dialog.get(), "testButton");
        QVERIFY(!part<QPushButton>(dialog.get(), "connectButton")->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(reported(dialog.get()).contains(QStringLiteral("PostgreSQL")), patience);
        for (const char *word : {"primary", "postgres", "not encrypted", "full", "may release"})
            QVERIFY2(reported(dialog.get()).contains(QLatin1StringView(word)), qPrintable(reported(dialog.get())));
        QVERIFY(part<QPushButton>(dialog.get(), "connectButton")->isEnabled());
    }

    void aServerThatRefusesIsReportedWithARemedy()
    {
        const auto dialog = open(QStringLiteral("postgresql://nobody@127.0.0.1:1/none"));
        press(dialog.get(), "testButton");
        QTRY_VERIFY_WITH_TIMEOUT(reported(dialog.get()).contains(QStringLiteral("refused")), patience);
        QVERIFY(reported(dialog.get()).contains(QStringLiteral("Check host")));
    }

    void aMissingTableIsReported()
    {
        const auto dialog = open(m_server.dsn(m_database));
        type(dialog.get(), "schemaEdit", QStringLiteral("nowhere"));
        press(dialog.get(), "testButton");
        QTRY_VERIFY_WITH_TIMEOUT(reported(dialog.get()).contains(QStringLiteral("nowhere")), patience);
    }

    void aWrongPasswordIsAskedForAgainAndARightOneKept()
    {
        ConnectionProfile profile = savedProfile(PasswordMode::Keyring);
        const auto dialog = open({}, profile);
        QSignalSpy chosen(dialog.get(), &ConnectionsDialog::chosen);
        press(dialog.get(), "connectButton");
        QTRY_VERIFY_WITH_TIMEOUT(passwordDialog(dialog.get()), patience);
        QVERIFY(part<QLineEdit>(passwordDialog(dialog.get()), "askedPassword")->text().isEmpty());
        type(passwordDialog(dialog.get()), "askedPassword", QStringLiteral("wrong"));
        press(passwordDialog(dialog.get()), "passwordConnect");
        QTRY_VERIFY_WITH_TIMEOUT(part<QLabel>(passwordDialog(dialog.get()), "passwordNote")
                                     ->text()
                                     .contains(QStringLiteral("refused this password")),
                                 patience);
        QCOMPARE(m_vault.writes, 0);
        QCOMPARE(chosen.count(), 0);
        type(passwordDialog(dialog.get()), "askedPassword", m_server.password());
        press(passwordDialog(dialog.get()), "passwordConnect");
        QTRY_COMPARE_WITH_TIMEOUT(chosen.count(), 1, patience);
        QVERIFY(!dialog->isVisible());
        QCOMPARE(m_vault.entries.value(profile.keyringKey()), m_server.password());
        QCOMPARE(dialog->choice().parameters.value(QStringLiteral("password")), m_server.password());
        QVERIFY(dialog->choice().profile == profile);
        QVERIFY(!settingsText().contains(m_server.password().toUtf8()));
        QVERIFY(!settingsText().contains("wrong"));
    }

    void theKeyringsPasswordIsUsedWithoutAsking()
    {
        ConnectionProfile profile = savedProfile(PasswordMode::Keyring);
        m_vault.entries.insert(profile.keyringKey(), m_server.password());
        const auto dialog = open({}, profile);
        press(dialog.get(), "connectButton");
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->isVisible(), patience);
        QCOMPARE(dialog->choice().parameters.value(QStringLiteral("password")), m_server.password());
        QCOMPARE(m_vault.writes, 0);
    }

    void anotherTargetNeverGetsTheKeyringsPassword()
    {
        ConnectionProfile profile = savedProfile(PasswordMode::Keyring);
        const QString key = profile.keyringKey();
        m_vault.entries.insert(key, m_server.password());
        const auto dialog = open({}, profile);
        type(dialog.get(), "userEdit", QStringLiteral("somebody"));
        press(dialog.get(), "connectButton");
        QTRY_VERIFY_WITH_TIMEOUT(passwordDialog(dialog.get()), patience);
        press(passwordDialog(dialog.get()), "passwordCancel");
        QTRY_VERIFY_WITH_TIMEOUT(!passwordDialog(dialog.get()), patience);
        QVERIFY(dialog->isVisible());
        press(dialog.get(), "saveButton");
        QVERIFY(!m_vault.entries.contains(key)); // of no use any more
    }

    void withoutAKeyringItIsAskedFor()
    {
        m_vault.status = PasswordVault::Status::NoBackend;
        const auto dialog = open({}, savedProfile(PasswordMode::Keyring));
        part<QTabWidget>(dialog.get(), "connectionTabs")->setCurrentIndex(1);
        QTRY_VERIFY_WITH_TIMEOUT(message(dialog.get(), "passwordCombo").contains(QStringLiteral("No keyring here")),
                                 patience);
        press(dialog.get(), "connectButton");
        QTRY_VERIFY_WITH_TIMEOUT(passwordDialog(dialog.get()), patience);
        QTRY_VERIFY_WITH_TIMEOUT(part<QLabel>(passwordDialog(dialog.get()), "passwordNote")
                                     ->text()
                                     .contains(QStringLiteral("No keyring here")),
                                 patience);
        type(passwordDialog(dialog.get()), "askedPassword", m_server.password());
        press(passwordDialog(dialog.get()), "passwordConnect");
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->isVisible(), patience);
        QVERIFY(m_vault.entries.isEmpty());
    }

    void aKeyringThatNeverAnswersCanBePassedBy()
    {
        m_vault.isSilent = true;
        const auto dialog = open({}, savedProfile(PasswordMode::Keyring));
        press(dialog.get(), "connectButton");
        QTRY_VERIFY_WITH_TIMEOUT(passwordDialog(dialog.get()), patience);
        type(passwordDialog(dialog.get()), "askedPassword", m_server.password());
        press(passwordDialog(dialog.get()), "passwordConnect");
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->isVisible(), patience);
    }

    void theSameTargetKeepsItsPasswordAndAnotherDoesNotGetIt()
    {
        const QString dsn = tcpDsn(m_server.password());
        {
            const auto dialog = open(dsn);
            press(dialog.get(), "connectButton");
            QTRY_VERIFY_WITH_TIMEOUT(!dialog->isVisible(), patience);
            QCOMPARE(dialog->choice().parameters, ConnectionParameters::fromString(dsn));
        }
        for (const char *name : {"hostEdit", "portEdit", "userEdit", "databaseEdit"}) {
            const auto dialog = open(dsn);
            type(dialog.get(), name, QStringLiteral("4321"));
            press(dialog.get(), "connectButton");
            QTRY_VERIFY_WITH_TIMEOUT(!dialog->isVisible(), patience);
            QVERIFY2(!dialog->choice().parameters.hasPassword(), name);
        }
    }

    void anUnsavedProfileCanBeUsedOnce()
    {
        const auto dialog = open();
        press(dialog.get(), "newButton");
        type(dialog.get(), "hostEdit", QStringLiteral("db.example"));
        QVERIFY(reported(dialog.get()).contains(QStringLiteral("verify-full")));
        press(dialog.get(), "connectButton");
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->isVisible(), patience);
        QCOMPARE(dialog->choice().parameters.value(QStringLiteral("sslmode")), QStringLiteral("verify-full"));
        QVERIFY(ProfileStore().load().profiles.isEmpty());
    }

    void leavingAsksForWhatIsNotSaved()
    {
        const auto dialog = open();
        press(dialog.get(), "newButton");
        type(dialog.get(), "nameEdit", QStringLiteral("Orders"));
        QTest::keyClick(dialog.get(), Qt::Key_Escape);
        auto *question = part<QDialog>(dialog.get(), "saveQuestion");
        QVERIFY(question && dialog->isVisible());
        for (QPushButton *button : question->findChildren<QPushButton *>()) {
            if (button->text().contains(QStringLiteral("Save")))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->isVisible(), patience);
        QCOMPARE(ProfileStore().load().profiles.value(0).name, QStringLiteral("Orders"));
    }

    void everythingIsReachedByKeysAndMnemonicsAreUnique()
    {
        const auto dialog = open();
        QVERIFY(dialog->width() <= 760 && dialog->height() <= 560);
        auto *tabs = part<QTabWidget>(dialog.get(), "connectionTabs");
        for (int page = 0; page < tabs->count(); ++page) {
            tabs->setCurrentIndex(page);
            QStringList texts;
            for (int i = 0; i < tabs->count(); ++i)
                texts << tabs->tabText(i);
            for (const QAbstractButton *button : dialog->findChildren<QAbstractButton *>())
                texts << (button->isVisible() ? button->text() : QString());
            for (const QLabel *label : dialog->findChildren<QLabel *>())
                texts << (label->isVisible() && label->buddy() ? label->text() : QString());
            QStringList mnemonics;
            for (const QString &text : std::as_const(texts)) {
                const qsizetype sign = text.indexOf(QLatin1Char('&'));
                if (sign >= 0)
                    mnemonics << text.mid(sign + 1, 1).toLower();
            }
            QVERIFY(mnemonics.size() > 12);
            QCOMPARE(mnemonics.removeDuplicates(), 0);
            QSet<QWidget *> reached;
            for (int i = 0; i < 200; ++i) {
                QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
                reached.insert(dialog->focusWidget());
            }
            for (const char *name : {"profileList", "newButton", "duplicateButton", "deleteButton",
                                     "importAddressButton", "nameEdit", "colorCombo", "readOnlyCheck",
                                     "connectionReport", "testButton", "saveButton", "connectButton", "closeButton"})
                QVERIFY2(reached.contains(part<QWidget>(dialog.get(), name)), name);
        }
    }

    void aDamagedProfileIsReportedWhereItIsMissed()
    {
        ConnectionProfile profile = savedProfile(PasswordMode::Ask);
        QSettings().setValue(QStringLiteral("profiles/%1/color").arg(profile.id), QStringLiteral("pink"));
        const auto dialog = open();
        QVERIFY(reported(dialog.get()).contains(profile.name));
    }

private:
    std::unique_ptr<ConnectionsDialog> open(const QString &dsn = {}, const ConnectionProfile &profile = {})
    {
        ConnectionChoice current;
        current.profile = profile;
        current.parameters = dsn.isEmpty() ? profile.parameters() : ConnectionParameters::fromString(dsn);
        auto dialog = std::make_unique<ConnectionsDialog>(current, &m_vault);
        dialog->show();
        dialog->activateWindow();
        if (!QTest::qWaitForWindowActive(dialog.get()))
            qWarning("The dialog does not become active.");
        return dialog;
    }

    ConnectionProfile savedProfile(PasswordMode mode)
    {
        ConnectionProfile profile;
        profile.name = QStringLiteral("Real");
        profile.setParameters(ConnectionParameters::fromString(tcpDsn(QString())));
        profile.passwordMode = mode;
        if (!ProfileStore().save(&profile).isEmpty())
            qWarning("The profile cannot be saved.");
        return profile;
    }

    QString tcpDsn(const QString &password) const
    {
        return QStringLiteral("postgresql://postgres%1@127.0.0.1:%2/%3")
            .arg(password.isEmpty() ? QString() : QLatin1Char(':') + password)
            .arg(m_server.port())
            .arg(m_database);
    }

    PostgresServer m_server;
    QString m_database;
    QTemporaryDir m_settings;
    FakeVault m_vault;
};

QTEST_MAIN(TestConnectionsDialog)
#include "tst_connectionsdialog.moc"
