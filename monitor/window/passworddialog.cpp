// SPDX-License-Identifier: MIT
#include "passworddialog.h"

#include "displaytext.h"
#include "spoken.h"
#include "theme.h"

#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace Elector {

PasswordDialog::PasswordDialog(const QString &title, const QString &where, QWidget *parent)
    : QDialog(parent)
    , m_note(new QLabel(this))
    , m_icon(new QLabel(this))
    , m_password(new QLineEdit(this))
{
    setObjectName(QStringLiteral("passwordDialog"));
    setWindowTitle(tr("Password for %1").arg(title));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(18);
    auto *target = new QLabel(displayText(where, 160), this);
    target->setTextFormat(Qt::PlainText);
    target->setWordWrap(true);
    form->addRow(tr("Connection"), target);
    m_password->setObjectName(QStringLiteral("askedPassword"));
    m_password->setAccessibleName(tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(tr("empty, if the server wants none"));
    form->addRow(tr("&Password"), m_password);

    m_note->setObjectName(QStringLiteral("passwordNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_icon->setAlignment(Qt::AlignTop);
    auto *note = new QHBoxLayout;
    note->addWidget(m_icon);
    note->addWidget(m_note, 1);
    auto *buttons = new QDialogButtonBox(this);
    m_connect = buttons->addButton(tr("&Connect"), QDialogButtonBox::AcceptRole);
    m_connect->setObjectName(QStringLiteral("passwordConnect"));
    m_connect->setDefault(true);
    m_connect->setAccessibleDescription(windowTitle());
    QPushButton *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setObjectName(QStringLiteral("passwordCancel"));
    setSpokenLeaving(cancel);
    setAccessibleDescription(target->text());
    connect(buttons, &QDialogButtonBox::accepted, this, [this] { Q_EMIT submitted(m_password->text()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(12);
    layout->addLayout(note);
    layout->addLayout(form);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(420);
    setNote({}, false);
    m_password->setFocus();
}

void PasswordDialog::setNote(const QString &note, bool isBad)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_icon->setVisible(!note.isEmpty());
    const Tone tone = isBad ? Tone::Bad : Tone::Quiet;
    m_icon->setPixmap(themedIcon(isBad ? QStringLiteral("warning") : QStringLiteral("info"), tone).pixmap(16, 16));
    QPalette colours = palette();
    if (isBad)
        colours.setColor(QPalette::WindowText, toneColor(tone, colours));
    m_note->setPalette(colours);
    m_password->setAccessibleDescription(note);
}

void PasswordDialog::setBusy(bool busy)
{
    const bool wasBusy = !m_password->isEnabled();
    m_password->setEnabled(!busy);
    m_connect->setEnabled(!busy);
    if (busy) {
        setNote(tr("Connecting…"), false);
        return;
    }
    if (wasBusy)
        m_password->selectAll();
    m_password->setFocus();
}

} // namespace Elector
