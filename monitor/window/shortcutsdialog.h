// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QDialog>

class QAction;

namespace Elector {

/// What can be done by keyboard: the actions that have a shortcut, and the keys of the table.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent);
};

} // namespace Elector
