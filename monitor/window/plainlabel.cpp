// SPDX-License-Identifier: MIT
#include "plainlabel.h"

#include <QtWidgets/QLabel>

namespace Elector {

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

void setTone(QLabel *label, Tone tone)
{
    QPalette colours = label->parentWidget()->palette();
    colours.setColor(QPalette::WindowText, toneColor(tone, colours));
    label->setPalette(colours);
}

} // namespace Elector
