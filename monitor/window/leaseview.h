// SPDX-License-Identifier: MIT
#pragma once

#include "calmtable.h"

#include <QtCore/QPersistentModelIndex>

#include <optional>

namespace Elector {

class LeaseModel;

/// The table of leases: keeps its selection, and what is at its top, whatever a refresh adds, removes or re-orders.
class LeaseView : public CalmTable
{
    Q_OBJECT

public:
    explicit LeaseView(LeaseModel *model, QWidget *parent = nullptr);

    /// The lock of the current row, or of the only row that is selected. Empty while the lock that was selected is not
    /// shown; it is selected again once it is.
    std::optional<int> selectedLock() const;
    void selectLock(int lockId);
    /// How many rows are selected, those of groups among them.
    int selectedRows() const;

    /// Repaints what moves with time.
    void repaintCountdowns();

Q_SIGNALS:
    /// Another lock, or another number of rows.
    void selectedLockChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void rememberPlace();
    void restorePlace();
    void selectionChanges();
    void announce();

    LeaseModel *m_leases;
    QPersistentModelIndex m_top; // while the model changes: what is at the top, and where
    int m_topOffset = 0;
    bool m_changing = false;
    std::optional<int> m_wanted; // the lock that the user selected
    std::optional<int> m_announced;
    int m_announcedRows = 0;
};

} // namespace Elector
