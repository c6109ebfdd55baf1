// SPDX-License-Identifier: MIT
#include "calmdelegate.h"

#include "linetext.h"

#include <QtGui/QPainter>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStyle>

namespace Elector {

namespace {

// Where the keyboard is, but nothing is selected: while one chooses several rows.
bool isOnlyCurrent(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view && view->hasFocus() && view->selectionMode() == QAbstractItemView::ExtendedSelection
        && view->currentIndex().row() == index.row() && !option.state.testFlag(QStyle::State_Selected);
}

} // namespace

QColor CalmDelegate::textColor(const QStyleOptionViewItem &option)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    return option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
}

QColor CalmDelegate::groundColor(const QStyleOptionViewItem &option)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    return option.palette.color(selected ? QPalette::Highlight : QPalette::Base);
}

QColor CalmDelegate::quietColor(const QStyleOptionViewItem &option)
{
    return mixed(textColor(option), groundColor(option), option.state.testFlag(QStyle::State_Selected) ? 0.8 : 0.62);
}

void CalmDelegate::drawElided(QPainter *painter, const QRect &rect, Qt::Alignment alignment, const QString &text,
                              const QStyleOptionViewItem &option)
{
    LineText::draw(painter, rect, alignment, text, option.font);
}

void CalmDelegate::drawWithIcon(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                                const QString &icon, Tone iconTone, const QString &text, double iconOpacity)
{
    // A dimmed row keeps its icon's colour, for its selection is pale.
    const bool selected = option.state.testFlag(QStyle::State_Selected) && iconOpacity >= 1.0;
    const int side = option.fontMetrics.height() - 1;
    const Qt::Alignment left = Qt::AlignLeft | Qt::AlignVCenter;
    const QRect iconRect = QStyle::alignedRect(option.direction, left, {side, side}, rect);
    painter->setOpacity(iconOpacity);
    themedIcon(icon, iconTone).paint(painter, iconRect, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
    painter->setOpacity(1.0);
    const int used = side + margin - 2;
    const bool rightToLeft = option.direction == Qt::RightToLeft;
    const QRect textRect = rightToLeft ? rect.adjusted(0, 0, -used, 0) : rect.adjusted(used, 0, 0, 0);
    drawElided(painter, textRect, QStyle::visualAlignment(option.direction, left), text, option);
}

void CalmDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->state.setFlag(QStyle::State_HasFocus, false);
}

QSize CalmDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {qMin(size.width() + 2 * margin, 600), option.fontMetrics.height() + 14};
}

void CalmDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, cell.widget);

    painter->save();
    painter->setPen(mixed(cell.palette.color(QPalette::Text), cell.palette.color(QPalette::Base), 0.10));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (isOnlyCurrent(cell, index)) {
        painter->setPen(cell.palette.color(QPalette::Highlight));
        painter->drawLine(option.rect.topLeft(), option.rect.topRight());
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }
    painter->setPen(textColor(cell));
    paintContents(painter, cell, option.rect.adjusted(margin, 0, -margin, 0), index);
    painter->restore();
}

void CalmDelegate::paintContents(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                                 const QModelIndex &) const
{
    drawElided(painter, rect, QStyle::visualAlignment(option.direction, option.displayAlignment), option.text, option);
}

} // namespace Elector
