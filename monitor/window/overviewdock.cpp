// SPDX-License-Identifier: MIT
#include "overviewdock.h"

#include "calmdelegate.h"
#include "calmtable.h"

#include <QtGui/QAction>
#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QStyle>

#include <algorithm>

namespace Elector {

namespace {

constexpr int margin = 4;

/// A mark beside what wants an eye; what is not current stands back.
class OverviewDelegate : public CalmDelegate
{
public:
    using CalmDelegate::CalmDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        CalmDelegate::initStyleOption(option, index);
        option->font.setBold(index.data(OverviewModel::SumRole).toBool());
    }
    void paintContents(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                       const QModelIndex &index) const override
    {
        if (!index.data(OverviewModel::CurrentRole).toBool())
            painter->setPen(quietColor(option));
        QRect rest = rect;
        if (index.data(OverviewModel::TroubleRole).toBool()) {
            const int side = option.fontMetrics.height() - 1;
            const bool selected = option.state.testFlag(QStyle::State_Selected);
            const QRect place
                = QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, {side, side}, rect);
            themedIcon(QStringLiteral("warning"), Tone::Warning)
                .paint(painter, place, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
            rest = option.direction == Qt::RightToLeft ? rect.adjusted(0, 0, -side - CalmDelegate::margin, 0)
                                                       : rect.adjusted(side + CalmDelegate::margin, 0, 0, 0);
        }
        CalmDelegate::paintContents(painter, option, rest, index);
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

// As high as its rows, up to some of them: the leases need the room.
int OverviewDock::heightForRows() const
{
    const int rows = std::clamp(m_model.rowCount(), 2, 8);
    const int title = style()->pixelMetric(QStyle::PM_TitleBarHeight, nullptr, this);
    return title + m_table->horizontalHeader()->height() + rows * m_table->verticalHeader()->defaultSectionSize()
        + 2 * margin;
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
            m_table->setCurrentIndex(m_model.index(row, 0));
    }
}

void OverviewDock::sendChoice()
{
    const QModelIndex current = m_table->currentIndex();
    if (LeaseWatch *watch = current.isValid() ? m_model.watch(current.row()) : nullptr)
        Q_EMIT chosen(watch);
}

} // namespace Elector
