// SPDX-License-Identifier: MIT
#include "shortcutsdialog.h"

#include "spoken.h"

#include <QtGui/QAction>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace Elector {

ShortcutsDialog::ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcutsDialog"));
    setWindowTitle(tr("Keyboard"));
    setAccessibleDescription(tr("Every key of the window, and what it does"));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(32);
    form->setVerticalSpacing(7);
    const auto add = [&](const QString &keys, const QString &what) {
        auto *label = new QLabel(keys, this);
        QFont bold = label->font();
        bold.setBold(true);
        label->setFont(bold);
        form->addRow(label, new QLabel(what, this));
    };
    for (const QAction *action : actions) {
        if (!action->shortcut().isEmpty())
            add(action->shortcut().toString(QKeySequence::NativeText), action->iconText());
    }
    add(tr("Up, Down, Page Up, Page Down"), tr("Choose a lock"));
    add(tr("Shift+Up, Shift+Down, Ctrl+A"), tr("Choose several locks, to copy them"));
    add(tr("Left, Right, Space"), tr("Fold the locks of a holder away, or show them"));
    add(QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText),
        tr("Copy the selected rows with their headers"));
    add(tr("Menu key"), tr("What can be done with the selected lock"));
    add(tr("Alt"), tr("To the menus: all that has no key of its own"));
    add(tr("Tab, Shift+Tab"), tr("From table to table and field to field"));
    add(tr("Alt+Down"), tr("In the filter: choose states, or a regular expression"));
    add(tr("Esc"), tr("Clear the filter"));
    add(tr("Left, Right, Home, End"), tr("In the timeline: move"));
    add(tr("+, −, 0"), tr("In the timeline: zoom, and show everything"));
    add(tr("Ctrl+Left, Ctrl+Right"), tr("In the timeline: from term to term"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    setSpokenLeaving(buttons->button(QDialogButtonBox::Close));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 14);
    layout->setSpacing(16);
    layout->addLayout(form);
    layout->addStretch(1);
    layout->addWidget(buttons);
}

} // namespace Elector
