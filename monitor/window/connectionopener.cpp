// SPDX-License-Identifier: MIT
#include "connectionopener.h"

#include "connectionlabel.h"
#include "passworddialog.h"

#include <Elector/connectionsecurity.h>

#include <utility>

namespace Elector {

using namespace std::chrono_literals;

namespace {

// A keyring or a server that takes longer than this is shown as something that is waited for.
constexpr auto unseenWait = 1500ms;

} // namespace

ConnectionOpener::ConnectionOpener(PasswordVault *vault, QWidget *window, QObject *parent)
    : QObject(parent)
    , m_vault(vault)
    , m_window(window)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(unseenWait);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (m_stage == Reading)
            ask(tr("Waiting for the keyring. You can type the password instead."), false);
        else if (m_stage == Trying && !m_window)
            showDialog(); // nothing else shows that we are here
    });
    connect(&m_test, &ConnectionTest::finished, this, &ConnectionOpener::judge);
}

ConnectionOpener::~ConnectionOpener()
{
    delete m_dialog;
}

void ConnectionOpener::open(const ConnectionProfile &profile, const ConnectionParameters &secrets)
{
    begin(profile, secrets, false);
}

void ConnectionOpener::test(const ConnectionProfile &profile, const ConnectionParameters &secrets)
{
    begin(profile, secrets, true);
}

void ConnectionOpener::begin(const ConnectionProfile &profile, const ConnectionParameters &secrets, bool onlyTest)
{
    cancel();
    m_onlyTest = onlyTest;
    m_choice.profile = profile;
    const ConnectionParameters parameters = withSafeTls(profile.parameters(), LibpqEnvironment::current());
    m_choice.parameters = withSecrets(parameters, secrets);
    m_isNew = false;
    const QString known = secrets.value(QStringLiteral("password"));
    m_mayAsk = profile.passwordMode != PasswordMode::Libpq || !known.isEmpty();
    if (!known.isEmpty()) {
        tryPassword(known, true);
    } else if (profile.passwordMode == PasswordMode::Keyring) {
        askVault();
    } else if (profile.passwordMode == PasswordMode::Ask) {
        ask({}, false);
    } else if (onlyTest) {
        attempt();
    } else {
        finish();
    }
}

void ConnectionOpener::askVault()
{
    const QString key = m_choice.profile.keyringKey();
    if (key.isEmpty()) {
        ask(tr("The profile is not saved: the keyring keeps its password once it is."), false);
        return;
    }
    m_stage = Reading;
    m_patience.start();
    m_vault->read(key, this, [this, serial = ++m_serial](const PasswordVault::Answer &answer) {
        takeVaultAnswer(serial, answer);
    });
}

void ConnectionOpener::takeVaultAnswer(int serial, const PasswordVault::Answer &answer)
{
    // Too late, if the user has typed the password in the meantime, or given up.
    if (serial != m_serial || (m_stage != Reading && m_stage != Asking))
        return;
    if (answer.status == PasswordVault::Status::Done)
        tryPassword(answer.password, false);
    else if (answer.status == PasswordVault::Status::NotFound)
        ask(tr("The keyring does not have it yet, and keeps it when it works."), false);
    else
        ask(vaultSentence(answer), answer.status == PasswordVault::Status::Failed);
}

void ConnectionOpener::ask(const QString &note, bool isBad)
{
    m_stage = Asking;
    showDialog();
    m_dialog->setNote(note, isBad);
}

void ConnectionOpener::showDialog()
{
    if (!m_dialog) {
        m_dialog = new PasswordDialog(m_choice.profile.title(), targetText(m_choice.profile.parameters().description()),
                                      m_window);
        connect(m_dialog, &PasswordDialog::submitted, this,
                [this](const QString &password) { tryPassword(password, true); });
        connect(m_dialog, &QDialog::rejected, this, &ConnectionOpener::cancel);
        m_dialog->open();
    }
    m_dialog->setBusy(m_stage == Trying);
}

void ConnectionOpener::tryPassword(const QString &password, bool isNew)
{
    m_choice.parameters.set(QStringLiteral("password"), password);
    m_isNew = isNew && !password.isEmpty();
    attempt();
}

void ConnectionOpener::attempt()
{
    m_stage = Trying;
    m_patience.start();
    if (m_dialog)
        m_dialog->setBusy(true);
    // To open it, one schema shows whether the password is right.
    const QStringList &schemas = m_choice.profile.schemas;
    m_test.start(m_choice.parameters, m_onlyTest ? schemas : schemas.first(1));
}

void ConnectionOpener::judge(const ConnectionReport &report)
{
    if (m_mayAsk && isAboutPassword(report.error)) {
        const bool wasGiven = !m_choice.parameters.value(QStringLiteral("password")).isEmpty();
        ask(wasGiven ? tr("The server refused this password.") : tr("The server wants a password."), true);
        return;
    }
    if (isPastLogin(report.error))
        keep();
    const ConnectionChoice choice = m_choice;
    if (!m_onlyTest) {
        finish();
        return;
    }
    m_stage = Idle;
    m_patience.stop();
    delete m_dialog;
    Q_EMIT tested(choice, report);
}

void ConnectionOpener::keep()
{
    const QString key = m_choice.profile.keyringKey();
    if (!m_isNew || key.isEmpty() || m_choice.profile.passwordMode != PasswordMode::Keyring)
        return;
    // Whether it is kept or not: next time the keyring says so, or it is asked for.
    m_vault->write(key, m_choice.parameters.value(QStringLiteral("password")), this,
                   [](const PasswordVault::Answer &) {});
}

void ConnectionOpener::finish()
{
    m_stage = Idle;
    m_patience.stop();
    delete m_dialog;
    const ConnectionChoice choice = std::exchange(m_choice, {});
    Q_EMIT opened(choice);
}

void ConnectionOpener::cancel()
{
    if (m_stage == Idle)
        return;
    m_stage = Idle;
    ++m_serial;
    m_patience.stop();
    m_test.cancel();
    m_choice = {};
    if (m_dialog) {
        m_dialog->disconnect(this);
        m_dialog->close();
        m_dialog->deleteLater(); // it may be what told us
    }
    m_dialog = nullptr;
    Q_EMIT cancelled();
}

} // namespace Elector
