// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QProxyStyle>

class QAbstractScrollArea;

namespace Elector {

/// Paints scroll bars flat.
///
/// Fusion fills them with gradients, and Qt hands such a fill, when it is tall, in pieces to a pool of threads and
/// waits for each of them. On a machine where others work as well, scrolling stood still for as long as those threads
/// waited for a processor.
class ScrollBarStyle : public QProxyStyle
{
    Q_OBJECT

public:
    /// Where the application's style is Fusion; another style's scroll bars are left alone.
    static void applyTo(QAbstractScrollArea *area);

    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;

private:
    explicit ScrollBarStyle(QObject *parent);
};

} // namespace Elector
