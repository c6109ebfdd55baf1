// SPDX-License-Identifier: MIT
#include "banner.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace Elector {

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_detail(new QLabel(this))
    , m_button(new QPushButton(this))
{
    setObjectName(QStringLiteral("banner"));
    setAccessibleName(tr("Notice"));
    for (QLabel *label : {m_text, m_detail}) {
        label->setTextFormat(Qt::PlainText); // error texts come from a server
        label->setWordWrap(true);
    }
    QFont bold = m_text->font();
    bold.setBold(true);
    m_text->setFont(bold);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_text);
    words->addWidget(m_detail);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 8, 12, 8);
    layout->setSpacing(12);
    layout->addWidget(m_icon, 0, Qt::AlignVCenter);
    layout->addLayout(words, 1);
    layout->addWidget(m_button, 0, Qt::AlignVCenter);
    // Never without words, even while nobody sees it.
    m_button->setText(tr("Try now"));
    m_button->setAccessibleDescription(tr("Notice"));
    m_button->setObjectName(QStringLiteral("bannerButton"));
    connect(m_button, &QPushButton::clicked, this, &Banner::actionTriggered);
    hide();
}

void Banner::setMessage(const Message &message)
{
    m_tone = message.tone;
    m_text->setText(message.text);
    m_detail->setText(message.detail);
    m_detail->setVisible(!message.detail.isEmpty());
    if (!message.action.isEmpty())
        m_button->setText(message.action);
    m_button->setVisible(!message.action.isEmpty());
    const QString all = message.text + QLatin1Char(' ') + message.detail;
    setAccessibleDescription(all);
    if (!message.text.isEmpty())
        m_button->setAccessibleDescription(all);
    recolour();
    setVisible(!message.text.isEmpty());
}

QString Banner::text() const
{
    return m_text->text();
}

QString Banner::detail() const
{
    return m_detail->text();
}

void Banner::recolour()
{
    const QString icon = m_tone == Tone::Quiet ? QStringLiteral("info") : QStringLiteral("warning");
    m_icon->setPixmap(themedIcon(icon, m_tone).pixmap({22, 22}, devicePixelRatioF()));
    update();
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor tone = toneColor(m_tone, palette());
    painter.fillRect(rect(), mixed(tone, palette().color(QPalette::Base), isDark(palette()) ? 0.16 : 0.10));
    painter.fillRect(QRect(0, 0, 4, height()), tone);
}

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolour();
}

} // namespace Elector
