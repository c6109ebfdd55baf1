// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

class QAbstractButton;
class QComboBox;
class QTabWidget;
class QWidget;

namespace Elector {

/// What a screen reader says of a widget: what it is called, and what it is for.
void setSpoken(QWidget *widget, const QString &name, const QString &description);
/// The same for one with parts of its own that can have the focus: the list that opens, the bar with the tabs.
void setSpoken(QComboBox *choice, const QString &name, const QString &description);
void setSpoken(QTabWidget *tabs, const QString &name, const QString &description);
/// A button whose words say it all but where it leads: out of the dialog.
void setSpokenLeaving(QAbstractButton *button);

} // namespace Elector
