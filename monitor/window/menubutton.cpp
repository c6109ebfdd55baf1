// SPDX-License-Identifier: MIT
#include "menubutton.h"

#include <QtWidgets/QStyleOptionToolButton>
#include <QtWidgets/QStylePainter>

namespace Elector {

MenuButton::MenuButton(QWidget *parent)
    : QToolButton(parent)
{
    setPopupMode(InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
}

int MenuButton::arrowSize() const
{
    return fontMetrics().height() / 2;
}

QSize MenuButton::sizeHint() const
{
    return QToolButton::sizeHint() + QSize(arrowSize() + 4, 0);
}

void MenuButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.features &= ~QStyleOptionToolButton::HasMenu;
    const int room = arrowSize() + 4;

    QStyleOptionToolButton frame = option;
    frame.text.clear();
    painter.drawComplexControl(QStyle::CC_ToolButton, frame);
    option.rect = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(0, 0, -room, 0));
    painter.drawControl(QStyle::CE_ToolButtonLabel, option);

    option.rect
        = QStyle::visualRect(layoutDirection(), rect(),
                             QRect(width() - room - 4, (height() - arrowSize()) / 2 + 1, arrowSize(), arrowSize()));
    painter.drawPrimitive(QStyle::PE_IndicatorArrowDown, option);
}

} // namespace Elector
