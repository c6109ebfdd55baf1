// SPDX-License-Identifier: MIT
#include "scrollbarstyle.h"

#include "theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QAbstractScrollArea>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStyleOption>

#include <algorithm>

namespace Elector {

namespace {

constexpr int sliderMargin = 3;

/// A rectangle with round ends. Only the ends are antialiased: the body, which may be tall, is one plain fill.
void fillRounded(QPainter *painter, const QRect &rect, const QColor &color)
{
    const bool upright = rect.height() > rect.width();
    const int breadth = upright ? rect.width() : rect.height();
    const int cap = breadth / 2;
    const QRect body = upright ? rect.adjusted(0, cap, 0, -cap) : rect.adjusted(cap, 0, -cap, 0);
    painter->fillRect(body, color);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    const QRect beginning(rect.topLeft(), upright ? QSize(breadth, cap) : QSize(cap, breadth));
    for (const bool first : {true, false}) {
        QRect part = beginning;
        QRect circle(rect.topLeft(), QSize(breadth, breadth));
        if (!first) {
            part.moveBottomRight(rect.bottomRight());
            circle.moveBottomRight(rect.bottomRight());
        }
        painter->setClipRect(part);
        painter->drawEllipse(circle);
    }
    painter->restore();
}

QColor sliderColor(const QStyleOptionSlider &bar)
{
    const bool pointed = bar.activeSubControls & QStyle::SC_ScrollBarSlider;
    double share = 0.28;
    if (pointed)
        share = bar.state & QStyle::State_Sunken ? 0.55 : 0.42;
    return mixed(bar.palette.color(QPalette::Text), bar.palette.color(QPalette::Base), share);
}

} // namespace

ScrollBarStyle::ScrollBarStyle(QObject *parent)
    : QProxyStyle(QApplication::style()->name())
{
    setParent(parent);
}

void ScrollBarStyle::applyTo(QAbstractScrollArea *area)
{
    if (QApplication::style()->name() != QLatin1String("fusion"))
        return;
    auto *style = new ScrollBarStyle(area);
    area->verticalScrollBar()->setStyle(style);
    area->horizontalScrollBar()->setStyle(style);
}

void ScrollBarStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                        const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    const bool upright = bar->orientation == Qt::Vertical;
    painter->fillRect(bar->rect, mixed(bar->palette.color(QPalette::Window), bar->palette.color(QPalette::Base), 0.6));

    for (const SubControl end : {SC_ScrollBarSubLine, SC_ScrollBarAddLine}) {
        const bool towardsStart = (end == SC_ScrollBarSubLine) != (!upright && bar->direction == Qt::RightToLeft);
        QStyleOption arrow(*bar);
        const QRect button = subControlRect(CC_ScrollBar, bar, end, widget);
        const int size = std::min(button.width(), button.height()) / 2;
        arrow.rect = QRect(0, 0, size, size);
        arrow.rect.moveCenter(button.center());
        PrimitiveElement element = towardsStart ? PE_IndicatorArrowLeft : PE_IndicatorArrowRight;
        if (upright)
            element = towardsStart ? PE_IndicatorArrowUp : PE_IndicatorArrowDown;
        drawPrimitive(element, &arrow, painter, widget);
    }
    const QRect slider = subControlRect(CC_ScrollBar, bar, SC_ScrollBarSlider, widget);
    if (bar->maximum > bar->minimum)
        fillRounded(painter,
                    upright ? slider.adjusted(sliderMargin, 1, -sliderMargin, -1)
                            : slider.adjusted(1, sliderMargin, -1, -sliderMargin),
                    sliderColor(*bar));
}

} // namespace Elector
