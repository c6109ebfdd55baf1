// SPDX-License-Identifier: MIT
#pragma once

#include "theme.h"

#include <QtWidgets/QStyledItemDelegate>

namespace Elector {

/// Paints the cells of a CalmTable: room beside the text, a thin line below, the selection, and no frame around the
/// current cell, since a whole row is current. Subclasses paint the contents.
class CalmDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Room left and right of a cell's contents, in pixels.
    static constexpr int margin = 8;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    /// `rect` is the cell without its margins; `option.text` is what stands in the cell.
    virtual void paintContents(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                               const QModelIndex &index) const;

    static QColor textColor(const QStyleOptionViewItem &option);
    /// What stands behind the text.
    static QColor groundColor(const QStyleOptionViewItem &option);
    /// Two thirds as loud as the text.
    static QColor quietColor(const QStyleOptionViewItem &option);
    static void drawElided(QPainter *painter, const QRect &rect, Qt::Alignment alignment, const QString &text,
                           const QStyleOptionViewItem &option);
    /// An icon at the beginning of `rect`, and the text after it.
    static void drawWithIcon(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                             const QString &icon, Tone iconTone, const QString &text, double iconOpacity = 1.0);
};

} // namespace Elector
