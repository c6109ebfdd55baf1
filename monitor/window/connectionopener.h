// SPDX-License-Identifier: MIT
#pragma once

#include "connectionchoice.h"
#include "connectiontest.h"
#include "passwordvault.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QTimer>

class QWidget;

namespace Elector {

class PasswordDialog;

/// Makes a profile ready to connect with: decides on TLS, and finds the password where the profile says, in the keyring
/// or by asking. A password that the server refuses is asked for again; one that works goes to the keyring, if the
/// profile says so and is saved. Nothing blocks; one at a time.
class ConnectionOpener : public QObject
{
    Q_OBJECT

public:
    /// `vault` outlives this; dialogs belong to `window`, which may be null.
    ConnectionOpener(PasswordVault *vault, QWidget *window, QObject *parent = nullptr);
    ~ConnectionOpener() override;

    /// Answered by opened() or cancelled(). `secrets` are tried first, such as those of an address. A server that
    /// cannot be reached is no reason not to open: the window shows that, and tries again.
    void open(const ConnectionProfile &profile, const ConnectionParameters &secrets = {});
    /// Connects once; answered by tested() or cancelled().
    void test(const ConnectionProfile &profile, const ConnectionParameters &secrets = {});
    /// Gives up; answered by cancelled(), if there was anything to give up.
    void cancel();
    bool isBusy() const { return m_stage != Idle; }

Q_SIGNALS:
    void opened(const Elector::ConnectionChoice &choice);
    void tested(const Elector::ConnectionChoice &choice, const Elector::ConnectionReport &report);
    void cancelled();

private:
    enum Stage { Idle, Reading, Asking, Trying };

    void begin(const ConnectionProfile &profile, const ConnectionParameters &secrets, bool onlyTest);
    void askVault();
    void takeVaultAnswer(int serial, const PasswordVault::Answer &answer);
    void ask(const QString &note, bool isBad);
    void showDialog();
    void tryPassword(const QString &password, bool isNew);
    void attempt();
    void judge(const ConnectionReport &report);
    void keep();
    void finish();

    PasswordVault *m_vault;
    QPointer<QWidget> m_window;
    ConnectionTest m_test;
    QTimer m_patience; // until the user sees what is waited for
    Stage m_stage = Idle;
    int m_serial = 0;
    bool m_onlyTest = false;
    bool m_mayAsk = false;
    bool m_isNew = false; // the keyring does not have this password
    ConnectionChoice m_choice;
    QPointer<PasswordDialog> m_dialog;
};

} // namespace Elector
