// SPDX-License-Identifier: MIT
#pragma once

#include "calmtable.h"
#include "leasefiltermodel.h"

#include <optional>

namespace Elector {

class LeaseModel;

/// The table of leases: keeps its selection, and what is at its top, whatever a refresh adds, removes or re-orders.
class LeaseView : public CalmTable
{
    Q_OBJECT

public:
    explicit LeaseView(LeaseModel *model, QWidget *parent = nullptr);

    LeaseFilterModel *filterModel() { return &m_filter; }
    std::optional<int> selectedLock() const;
    void selectLock(int lockId);

    /// Around a merge: remembers which row is at the top, and puts it there again.
    void rememberPlace();
    void restorePlace();
    /// Repaints what moves with time.
    void repaintCountdowns();

Q_SIGNALS:
    void selectedLockChanged();

private:
    LeaseModel *m_leases;
    LeaseFilterModel m_filter;
    QPersistentModelIndex m_top;
    int m_topOffset = 0;
};

} // namespace Elector
