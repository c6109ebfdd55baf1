// SPDX-License-Identifier: MIT
#include "profilestrip.h"

#include "connectionmark.h"
#include "displaytext.h"
#include "theme.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>

namespace Elector {

namespace {

// How much of the colour the ground has: enough to be seen, little enough to be read on.
constexpr double groundShare = 0.18;
constexpr int edge = 3;

} // namespace

ProfileStrip::ProfileStrip(const ConnectionProfile &profile, QWidget *parent)
    : QWidget(parent)
    , m_color(profile.color)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
{
    setObjectName(QStringLiteral("profileStrip"));
    const QString name = displayText(profile.title(), 60);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setText(tr("%1: %2", "colour of a profile, its name").arg(profileColorName(m_color), isolated(name)));
    setAccessibleName(m_text->text());
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 12, 4 + edge);
    layout->setSpacing(8);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    recolour();
    setVisible(m_color != ProfileColor::None);
}

void ProfileStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor color = profileColor(m_color, palette());
    painter.fillRect(rect(), mixed(color, palette().color(QPalette::Window), groundShare));
    painter.fillRect(0, height() - edge, width(), edge, color);
}

void ProfileStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolour();
}

void ProfileStrip::recolour()
{
    const int side = fontMetrics().height();
    m_icon->setPixmap(profileIcon(m_color).pixmap(QSize(side, side), devicePixelRatioF()));
}

} // namespace Elector
