// SPDX-License-Identifier: MIT
#include "overviewdock.h"

#include "calmdelegate.h"
#include "calmtable.h"

#include <QtGui/QAction>
#include <QtGui/QPainter>

namespace Elector {

namespace {

/// A mark beside what wants an eye; what is not current stands back.
class OverviewDelegate : public CalmDelegate
{
public:
    using CalmDelegate::CalmDelegate;

protected:
    void paintContents(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                       const QModelIndex &index) const override
    {
        if (!index.data(OverviewModel::CurrentRole).toBool())
            painter->setPen(quietColor(option));
        const bool trouble = index.data(OverviewModel::TroubleRole).toBool();
        if (trouble)
            drawWithIcon(painter, option, rect, QStringLiteral("warning"), Tone::Warning, option.text);
        else
            CalmDelegate::paintContents(painter, option, rect, index);
    }
};

} // namespace

OverviewDock::OverviewDock(QWidget *parent)
    : QDockWidget(tr("Overview"), parent)
    , m_table(new CalmTable(this))
{
    setObjectName(QStringLiteral("overviewDock"));
    setAccessibleName(tr("Overview"));
    m_table->setObjectName(QStringLiteral("overviewTable"));
    m_table->setAccessibleName(tr("Overview of all that is watched"));
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new OverviewDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setMinimumHeight(3 * m_table->fontMetrics().height());
    m_table->setWidths(
        {{24, 40, 3}, {14, 18, 1}, {8, 10, 0}, {12, 13, 0}, {10, 11, 0}, {13, 14, 0}, {10, 12, 0}, {9, 10, 0}});
    setWidget(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &OverviewDock::sendChoice);
    QAction *toggle = toggleViewAction();
    toggle->setText(tr("&Overview"));
    toggle->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    toggle->setObjectName(QStringLiteral("overviewAction"));
}

void OverviewDock::setWatches(const QList<LeaseWatch *> &watches)
{
    const QSignalBlocker quiet(m_table->selectionModel()); // a new list is nobody's choice
    m_model.setWatches(watches);
}

void OverviewDock::setCurrent(const LeaseWatch *watch)
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.watch(row) == watch && m_table->currentIndex().row() != row)
            m_table->selectRow(row);
    }
}

void OverviewDock::sendChoice()
{
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid())
        Q_EMIT chosen(m_model.watch(current.row()));
}

} // namespace Elector
