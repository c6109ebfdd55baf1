// SPDX-License-Identifier: MIT
#pragma once

#include "leasefilter.h"

#include <QtWidgets/QLineEdit>

class QMenu;

namespace Elector {

/// Where one says which locks are wanted: words or a regular expression are typed, states are chosen from the menu
/// behind the icon (Alt+Down). Says what is wrong with a regular expression.
class FilterField : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterField(QWidget *parent = nullptr);

    LeaseFilter filter() const;
    /// Shows `filter` without announcing it.
    void setFilter(const LeaseFilter &filter);
    /// A sentence about what was typed; empty if all is well.
    void setError(const QString &error);
    /// What the icon opens, to be shown in a menu bar too.
    QMenu *menu() const { return m_menu; }
    /// Lets every lock through.
    void reset();

Q_SIGNALS:
    void filterChanged(const Elector::LeaseFilter &filter);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildMenu();
    void changed();
    void openMenu();
    void updateLook();

    QMenu *m_menu;
    QAction *m_icon;
    QAction *m_expression = nullptr;
    QList<QAction *> m_traits; // their data is a LeaseFilter::Trait
    QString m_error;
    bool m_quiet = false;
};

} // namespace Elector
