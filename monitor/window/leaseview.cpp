// SPDX-License-Identifier: MIT
#include "leaseview.h"

#include "leasedelegate.h"
#include "leasemodel.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollBar>

namespace Elector {

LeaseView::LeaseView(LeaseModel *model, QWidget *parent)
    : CalmTable(parent)
    , m_leases(model)
{
    setModel(model);
    setItemDelegate(new LeaseDelegate(this));
    setSelectionMode(ExtendedSelection); // several to copy; what is done is done to one
    setSortingEnabled(true);
    sortByColumn(LeaseModel::LockColumn, Qt::AscendingOrder);
    hideAtRest(LeaseModel::RenewalsColumn); // seven at rest; the header's menu has the others
    hideAtRest(LeaseModel::SlackColumn);
    setWidths({{18, 26, 1},
               {20, 34, 2},
               {13, 18, 0},
               {17, 20, 0},
               {18, 30, 1},
               {13, 15, 0},
               {10, 11, 0},
               {10, 11, 0},
               {12, 13, 0}});
    setMinimumHeight(8 * verticalHeader()->defaultSectionSize()); // the history gives way first
    setAccessibleName(tr("Leases"));
    setAccessibleDescription(tr("One row for each lock: holder, state, term and what is left of the lease"));
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &LeaseView::selectionChanges);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        selectionChanges(); // what is selected is told before what is current
        viewport()->update(); // the mark of the current row goes across all of it
    });
    connect(model, &LeaseModel::viewAboutToChange, this, &LeaseView::rememberPlace);
    connect(model, &LeaseModel::viewChanged, this, &LeaseView::restorePlace);
}

std::optional<int> LeaseView::selectedLock() const
{
    QModelIndex row = currentIndex();
    if (!row.isValid() || !selectionModel()->isSelected(row))
        row = selectedRows() == 1 ? QModelIndex(selectionModel()->selection().constFirst().topLeft()) : QModelIndex();
    if (!row.isValid() || m_leases->isGroupRow(row.row()))
        return std::nullopt;
    return row.data(LeaseModel::LockIdRole).toInt();
}

int LeaseView::selectedRows() const
{
    int rows = 0;
    const QItemSelection selected = selectionModel()->selection();
    for (const QItemSelectionRange &range : selected)
        rows += range.height();
    return rows;
}

void LeaseView::selectLock(int lockId)
{
    m_wanted = lockId;
    if (const int row = m_leases->rowOf(lockId); row >= 0)
        setCurrentIndex(m_leases->index(row, 0));
}

void LeaseView::selectionChanges()
{
    if (m_changing) // not by the user
        return;
    m_wanted = selectedLock();
    announce();
}

void LeaseView::announce()
{
    const std::optional<int> selected = selectedLock();
    const int rows = selectedRows();
    if (selected == m_announced && rows == m_announcedRows)
        return;
    m_announced = selected;
    m_announcedRows = rows;
    Q_EMIT selectedLockChanged();
}

void LeaseView::rememberPlace()
{
    m_changing = true;
    m_top = QPersistentModelIndex();
    if (verticalScrollBar()->value() == 0) // at the very top one stays at the very top
        return;
    m_top = indexAt({1, 0});
    m_topOffset = m_top.isValid() ? rowViewportPosition(m_top.row()) : 0;
}

void LeaseView::restorePlace()
{
    const std::optional<int> selected = selectedLock();
    if (m_wanted && !m_leases->lease(*m_wanted))
        m_wanted.reset(); // it is gone, and not just hidden
    const int row = m_wanted ? m_leases->rowOf(*m_wanted) : -1;
    if (m_wanted && selected != m_wanted) {
        const QModelIndex index = m_leases->index(row, 0); // none if it is not shown
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    m_changing = false;
    announce();
    if (!m_top.isValid())
        return;
    executeDelayedItemsLayout();
    const int moved = rowViewportPosition(m_top.row()) - m_topOffset;
    if (moved != 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + moved);
    m_top = QPersistentModelIndex();
}

// As in a tree: towards the end of the line opens, towards its beginning folds.
void LeaseView::keyPressEvent(QKeyEvent *event)
{
    const int row = currentIndex().row();
    if (!m_leases->isGroupRow(row)) {
        CalmTable::keyPressEvent(event);
        return;
    }
    const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
    switch (event->key()) {
    case Qt::Key_Left:
        m_leases->setCollapsed(row, !rightToLeft);
        break;
    case Qt::Key_Right:
        m_leases->setCollapsed(row, rightToLeft);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        m_leases->setCollapsed(row, !m_leases->isCollapsed(row));
        break;
    default:
        CalmTable::keyPressEvent(event);
        return;
    }
    event->accept();
}

void LeaseView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex pressed = indexAt(event->position().toPoint());
    CalmTable::mousePressEvent(event);
    const bool plain = event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier;
    if (plain && pressed.isValid() && m_leases->isGroupRow(pressed.row()))
        m_leases->setCollapsed(pressed.row(), !m_leases->isCollapsed(pressed.row()));
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
