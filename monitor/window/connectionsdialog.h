// SPDX-License-Identifier: MIT
#pragma once

#include "connectionchoice.h"
#include "connectionopener.h"
#include "passwordvault.h"
#include "profilestore.h"

#include <QtCore/QMap>
#include <QtWidgets/QDialog>

#include <memory>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace Elector {

class ConnectionForm;

/// The profiles, to be made, edited, tested and connected to. Passwords are asked for or come from the keyring; none is
/// shown, and none reaches the settings.
class ConnectionsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `current` is what is connected to now. Without a `vault`, which must outlive the dialog, the system's is used.
    explicit ConnectionsDialog(const ConnectionChoice &current, PasswordVault *vault = nullptr,
                               QWidget *parent = nullptr);
    ~ConnectionsDialog() override;

    /// What was chosen, after acceptance.
    ConnectionChoice choice() const { return m_choice; }

    void reject() override;

Q_SIGNALS:
    void chosen(const Elector::ConnectionChoice &choice);

private:
    struct Entry
    {
        ConnectionProfile profile; // as edited
        QString savedKey; // under which the keyring may have its password; empty if it was never saved
        bool isDirty = false;
    };

    void build();
    QWidget *buildList();
    QWidget *buildReport();
    QPushButton *addButton(const QString &text, const QString &description, const char *name,
                           void (ConnectionsDialog::*slot)());
    void load(const ConnectionChoice &current);
    int append(const Entry &entry);
    void select(int row);
    void showRow(int row);
    void describe(int row);
    void takeEdit();
    void probeKeyring();

    void addNew();
    void duplicate();
    void askToRemove();
    void removeCurrent();
    void importAddress();
    void save();
    bool saveRow(int row);
    void test();
    void connectNow();

    void revise();
    void report(const QString &text, bool isBad);
    void takeTest(const ConnectionChoice &choice, const ConnectionReport &report);
    ConnectionParameters secretsFor(const ConnectionProfile &profile) const;
    void remember(const ConnectionParameters &parameters);

    std::unique_ptr<PasswordVault> m_ownVault;
    PasswordVault *m_vault;
    ProfileStore m_store;
    QList<Entry> m_entries; // one for each row of the list
    QMap<QString, ConnectionParameters> m_secrets; // by target; for as long as the dialog lives
    ConnectionChoice m_choice;
    int m_row = -1;
    bool m_isProbed = false;

    QListWidget *m_list = nullptr;
    ConnectionForm *m_form = nullptr;
    QLabel *m_reportIcon = nullptr;
    QPlainTextEdit *m_report = nullptr;
    QPushButton *m_duplicate = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_connect = nullptr;
    ConnectionOpener *m_opener;
};

} // namespace Elector
