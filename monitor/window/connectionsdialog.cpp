// SPDX-License-Identifier: MIT
#include "connectionsdialog.h"

#include "connectionform.h"
#include "connectionimport.h"
#include "connectionlabel.h"
#include "connectionmark.h"
#include "displaytext.h"
#include "theme.h"
#include "tlstext.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

#include <algorithm>

namespace Elector {

ConnectionsDialog::ConnectionsDialog(const ConnectionChoice &current, PasswordVault *vault, QWidget *parent)
    : QDialog(parent)
    , m_ownVault(vault ? nullptr : systemVault())
    , m_vault(vault ? vault : m_ownVault.get())
    , m_opener(new ConnectionOpener(m_vault, this, this))
{
    setObjectName(QStringLiteral("connectionsDialog"));
    setWindowTitle(tr("Connections"));
    setAccessibleDescription(tr("Where the monitor connects to, kept as profiles"));
    build();
    connect(m_list, &QListWidget::currentRowChanged, this, &ConnectionsDialog::showRow);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &ConnectionsDialog::connectNow);
    connect(m_form, &ConnectionForm::edited, this, &ConnectionsDialog::takeEdit);
    connect(m_opener, &ConnectionOpener::tested, this, &ConnectionsDialog::takeTest);
    connect(m_opener, &ConnectionOpener::cancelled, this, [this] {
        report(tr("Nothing was changed."), false);
        revise();
    });
    connect(m_opener, &ConnectionOpener::opened, this, [this](const ConnectionChoice &choice) {
        m_choice = choice;
        Q_EMIT chosen(choice);
        accept();
    });
    load(current);
}

ConnectionsDialog::~ConnectionsDialog()
{
    delete m_opener; // before the vault that it may ask
}

// --- the profiles ------------------------------------------------------------------------------------------------

void ConnectionsDialog::load(const ConnectionChoice &current)
{
    remember(current.parameters);
    const ProfileStore::Contents contents = m_store.load();
    for (const ConnectionProfile &profile : contents.profiles)
        append({profile, profile.keyringKey(), false});
    const auto known = std::find_if(m_entries.cbegin(), m_entries.cend(), [&](const Entry &entry) {
        return !current.profile.id.isEmpty() && entry.profile.id == current.profile.id;
    });
    int row = int(known - m_entries.cbegin());
    if (known == m_entries.cend()) {
        ConnectionProfile profile = current.profile;
        profile.id.clear();
        if (profile.parameters().values().isEmpty())
            profile.setParameters(withoutDefaultTls(current.parameters, LibpqEnvironment::current()));
        row = append({profile, {}, false});
    }
    select(row);
    if (!contents.problems.isEmpty())
        report(contents.problems.join(QLatin1Char('\n')), true);
}

int ConnectionsDialog::append(const Entry &entry)
{
    m_entries.append(entry);
    const QSignalBlocker quiet(m_list);
    m_list->addItem(QString());
    describe(int(m_entries.size()) - 1);
    return int(m_entries.size()) - 1;
}

/// The row's text and mark: name, and what the colour and the state are called.
void ConnectionsDialog::describe(int row)
{
    const Entry &entry = m_entries[row];
    QStringList notes;
    if (const QString color = profileColorName(entry.profile.color); !color.isEmpty())
        notes << color;
    if (entry.profile.readOnly)
        notes << tr("read-only");
    if (entry.savedKey.isEmpty())
        notes << tr("not saved");
    else if (entry.isDirty)
        notes << tr("changed");
    const QString name = entry.profile.title();
    QListWidgetItem *item = m_list->item(row);
    item->setText(notes.isEmpty() ? name : name + QLatin1Char('\n') + notes.join(QStringLiteral(", ")));
    item->setIcon(profileIcon(entry.profile.color));
    item->setData(Qt::ForegroundRole, profileColor(entry.profile.color, palette()));
    if (entry.profile.color == ProfileColor::None)
        item->setData(Qt::ForegroundRole, {});
    item->setToolTip(plainAsRichText(displayText(targetText(entry.profile.parameters().description()), 160)));
}

void ConnectionsDialog::select(int row)
{
    m_list->setCurrentRow(row);
    showRow(row);
}

void ConnectionsDialog::showRow(int row)
{
    if (row < 0 || row == m_row)
        return;
    m_opener->cancel();
    m_row = row;
    m_form->setProfile(m_entries[row].profile);
    probeKeyring();
    report({}, false);
    revise();
}

void ConnectionsDialog::takeEdit()
{
    m_opener->cancel();
    m_entries[m_row].profile = m_form->profile();
    m_entries[m_row].isDirty = true;
    describe(m_row);
    probeKeyring();
    report({}, false);
    revise();
}

/// Whether there is a keyring is asked when it matters, for asking may want the user to unlock it.
void ConnectionsDialog::probeKeyring()
{
    if (m_isProbed || m_entries[m_row].profile.passwordMode != PasswordMode::Keyring)
        return;
    m_isProbed = true;
    m_vault->read(QStringLiteral("probe"), this,
                  [this](const PasswordVault::Answer &answer) { m_form->setKeyringNote(vaultSentence(answer)); });
}

void ConnectionsDialog::addNew()
{
    select(append({}));
    m_form->focusName();
}

void ConnectionsDialog::duplicate()
{
    Entry entry{m_entries[m_row].profile, {}, true};
    entry.profile.id.clear();
    entry.profile.name = tr("Copy of %1").arg(entry.profile.name);
    select(append(entry));
    m_form->focusName();
}

void ConnectionsDialog::askToRemove()
{
    if (m_entries[m_row].savedKey.isEmpty()) {
        removeCurrent();
        return;
    }
    auto *question = new QMessageBox(
        QMessageBox::Question, tr("Delete a profile"),
        tr("Delete the profile %1, and its password in the keyring?").arg(isolated(m_entries[m_row].profile.title())),
        QMessageBox::Cancel, this);
    question->setObjectName(QStringLiteral("deleteQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    QPushButton *yes = question->addButton(tr("&Delete"), QMessageBox::DestructiveRole);
    yes->setObjectName(QStringLiteral("deleteYes"));
    question->setDefaultButton(QMessageBox::Cancel);
    connect(yes, &QPushButton::clicked, this, &ConnectionsDialog::removeCurrent);
    question->open();
}

void ConnectionsDialog::removeCurrent()
{
    const Entry gone = m_entries.takeAt(m_row);
    if (!gone.savedKey.isEmpty()) {
        m_store.remove(gone.profile.id);
        m_vault->remove(gone.savedKey, this, [](const PasswordVault::Answer &) {});
    }
    const int row = m_row;
    m_row = -1;
    {
        const QSignalBlocker quiet(m_list);
        delete m_list->takeItem(row);
    }
    if (m_entries.isEmpty())
        append({});
    select(std::min(row, int(m_entries.size()) - 1));
}

void ConnectionsDialog::importAddress()
{
    auto *dialog = new ConnectionImport(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        remember(withSecrets(dialog->profile().parameters(), dialog->secrets()));
        select(append({dialog->profile(), {}, true}));
        if (dialog->secrets().hasPassword())
            report(tr("The password of the address is used as long as this dialog is open. Choose under “Password and "
                      "TLS” to keep it in the keyring."),
                   false);
        m_form->focusName();
    });
    dialog->open();
}

void ConnectionsDialog::save()
{
    saveRow(m_row);
}

bool ConnectionsDialog::saveRow(int row)
{
    select(row);
    Entry &entry = m_entries[row];
    QList<ProfileProblem> problems = m_form->problems(true);
    if (problems.isEmpty())
        problems = m_store.save(&entry.profile);
    if (!problems.isEmpty()) {
        m_form->showProblems(problems);
        return false;
    }
    // The password of another target is of no use any more.
    const QString key = entry.profile.keyringKey();
    if (!entry.savedKey.isEmpty() && (entry.savedKey != key || entry.profile.passwordMode != PasswordMode::Keyring))
        m_vault->remove(entry.savedKey, this, [](const PasswordVault::Answer &) {});
    entry.savedKey = key;
    entry.isDirty = false;
    m_form->setProfile(entry.profile);
    describe(row);
    report(tr("Saved."), false);
    revise();
    return true;
}

// --- connecting --------------------------------------------------------------------------------------------------

ConnectionParameters ConnectionsDialog::secretsFor(const ConnectionProfile &profile) const
{
    return m_secrets.value(targetOf(profile.parameters()));
}

void ConnectionsDialog::remember(const ConnectionParameters &parameters)
{
    if (parameters.hasPassword())
        m_secrets.insert(targetOf(parameters), secretsOf(parameters));
}

void ConnectionsDialog::test()
{
    if (m_opener->isBusy()) {
        m_opener->cancel();
        return;
    }
    const QList<ProfileProblem> problems = m_form->problems(false);
    m_form->showProblems(problems);
    if (!problems.isEmpty())
        return;
    report(tr("Connecting…"), false);
    const ConnectionProfile profile = m_form->profile();
    m_opener->test(profile, secretsFor(profile));
    revise();
}

void ConnectionsDialog::takeTest(const ConnectionChoice &choice, const ConnectionReport &result)
{
    if (!result.error)
        remember(choice.parameters);
    report(reportText(result, choice.parameters), bool(result.error));
    revise();
}

void ConnectionsDialog::connectNow()
{
    const QList<ProfileProblem> problems = m_form->problems(false);
    m_form->showProblems(problems);
    if (!problems.isEmpty())
        return;
    report(tr("Connecting…"), false);
    const ConnectionProfile profile = m_form->profile();
    m_opener->open(profile, secretsFor(profile));
    revise();
}

void ConnectionsDialog::reject()
{
    m_opener->cancel();
    const auto dirty = std::find_if(m_entries.cbegin(), m_entries.cend(), [](const Entry &e) { return e.isDirty; });
    if (dirty == m_entries.cend()) {
        QDialog::reject();
        return;
    }
    const int row = int(dirty - m_entries.cbegin());
    auto *question = new QMessageBox(QMessageBox::Question, tr("Not saved"),
                                     tr("%1 is not saved. Save it?").arg(isolated(dirty->profile.title())),
                                     QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    question->setObjectName(QStringLiteral("saveQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    connect(question, &QMessageBox::finished, this, [this, row](int answer) {
        if (answer == QMessageBox::Discard)
            m_entries[row].isDirty = false;
        if (answer == QMessageBox::Discard || (answer == QMessageBox::Save && saveRow(row)))
            reject(); // there may be another
    });
    question->open();
}

} // namespace Elector
