// SPDX-License-Identifier: MIT
#include "spoken.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTabWidget>

namespace Elector {

void setSpoken(QWidget *widget, const QString &name, const QString &description)
{
    widget->setAccessibleName(name);
    widget->setAccessibleDescription(description);
}

void setSpoken(QComboBox *choice, const QString &name, const QString &description)
{
    setSpoken(static_cast<QWidget *>(choice), name, description);
    setSpoken(static_cast<QWidget *>(choice->view()), name, description);
}

void setSpoken(QTabWidget *tabs, const QString &name, const QString &description)
{
    setSpoken(static_cast<QWidget *>(tabs), name, description);
    setSpoken(static_cast<QWidget *>(tabs->tabBar()), name, description);
}

void setSpokenLeaving(QAbstractButton *button)
{
    button->setAccessibleDescription(
        QCoreApplication::translate("Elector::Spoken", "Leaves this window without doing anything more"));
}

} // namespace Elector
