// SPDX-License-Identifier: MIT
#pragma once

#include "calmdelegate.h"

namespace Elector {

/// Paints the cells of the lease table: two-part texts, states with icon and text, countdowns with a bar. Everything
/// comes from the palette; colour marks only what needs an eye; rows that are not current are dimmed.
class LeaseDelegate : public CalmDelegate
{
    Q_OBJECT

public:
    using CalmDelegate::CalmDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    void paintContents(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                       const QModelIndex &index) const override;

private:
    void paintLock(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect, const QString &name) const;
    void paintHolder(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                     const QModelIndex &index) const;
    void paintState(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                    const QModelIndex &index) const;
    void paintGroup(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                    const QModelIndex &index) const;
    void paintCountdown(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                        const QModelIndex &index) const;
    void paintBar(QPainter *painter, const QStyleOptionViewItem &option, const QRect &track, double fraction,
                  const QColor &color) const;
};

} // namespace Elector
