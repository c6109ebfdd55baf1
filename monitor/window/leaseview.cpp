// SPDX-License-Identifier: MIT
#include "leaseview.h"

#include "leasedelegate.h"
#include "leasemodel.h"

#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollBar>

namespace Elector {

LeaseView::LeaseView(LeaseModel *model, QWidget *parent)
    : CalmTable(parent)
    , m_leases(model)
{
    m_filter.setSourceModel(model);
    setModel(&m_filter);
    setItemDelegate(new LeaseDelegate(this));
    setSelectionMode(SingleSelection);
    setSortingEnabled(true);
    sortByColumn(LeaseModel::LockColumn, Qt::AscendingOrder);
    hideAtRest(LeaseModel::RenewalsColumn); // seven at rest; the header's menu has it
    setWidths({{18, 26, 1}, {20, 34, 2}, {13, 14, 0}, {17, 20, 0}, {18, 30, 1}, {13, 15, 0}, {10, 11, 0}, {10, 11, 0}});
    setMinimumHeight(8 * verticalHeader()->defaultSectionSize()); // the history gives way first
    setAccessibleName(tr("Leases"));
    setAccessibleDescription(tr("One row for each lock: holder, state, term and what is left of the lease"));
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &LeaseView::selectedLockChanged);
}

std::optional<int> LeaseView::selectedLock() const
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    return rows.isEmpty() ? std::nullopt : std::optional(rows.constFirst().data(LeaseModel::LockIdRole).toInt());
}

void LeaseView::selectLock(int lockId)
{
    const int row = m_leases->rowOf(lockId);
    const QModelIndex index = m_filter.mapFromSource(m_leases->index(row, 0));
    if (row >= 0 && index.isValid())
        setCurrentIndex(index);
}

void LeaseView::rememberPlace()
{
    m_top = QPersistentModelIndex();
    if (verticalScrollBar()->value() == 0) // at the very top one stays at the very top
        return;
    m_top = indexAt({1, 0});
    m_topOffset = m_top.isValid() ? rowViewportPosition(m_top.row()) : 0;
}

void LeaseView::restorePlace()
{
    if (!m_top.isValid())
        return;
    executeDelayedItemsLayout();
    const int moved = rowViewportPosition(m_top.row()) - m_topOffset;
    if (moved != 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + moved);
}

void LeaseView::repaintCountdowns()
{
    if (m_leases->hasFreshChanges()) {
        viewport()->update();
        return;
    }
    const int column = LeaseModel::ExpiresColumn;
    viewport()->update(columnViewportPosition(column), 0, columnWidth(column), viewport()->height());
}

} // namespace Elector
