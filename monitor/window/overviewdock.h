// SPDX-License-Identifier: MIT
#pragma once

#include "overviewmodel.h"

#include <QtWidgets/QDockWidget>

namespace Elector {

class CalmTable;

/// All that is watched, as a part of the window: closed until somebody wants it, or more than one schema is watched.
class OverviewDock : public QDockWidget
{
    Q_OBJECT

public:
    explicit OverviewDock(QWidget *parent = nullptr);

    void setWatches(const QList<LeaseWatch *> &watches);
    /// Marks the one in front.
    void setCurrent(const LeaseWatch *watch);
    CalmTable *table() const { return m_table; }
    int heightForRows() const;

Q_SIGNALS:
    /// Somebody chose a row.
    void chosen(Elector::LeaseWatch *watch);

private:
    void sendChoice();

    OverviewModel m_model;
    CalmTable *m_table;
};

} // namespace Elector
