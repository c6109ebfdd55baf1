// SPDX-License-Identifier: MIT
#include "theme.h"

#include <QtGui/QIconEngine>
#include <QtGui/QPainter>
#include <QtGui/QPixmapCache>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStyle>
#include <QtWidgets/QStyleFactory>

#include <map>

namespace Elector {

namespace {

/// Fills the shape of a black icon with a colour of the palette, at any size.
class TintedIconEngine : public QIconEngine
{
public:
    TintedIconEngine(const QString &file, Tone tone)
        : m_file(file)
        , m_tone(tone)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        QPixmap tinted = pixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state);
        tinted.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect.topLeft(), tinted);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette palette = QApplication::palette();
        QColor color = toneColor(m_tone, palette);
        if (mode == QIcon::Disabled)
            color = palette.color(QPalette::Disabled, QPalette::Text);
        else if (mode == QIcon::Selected)
            color = palette.color(QPalette::HighlightedText);
        // A table paints the same few hundreds of times a second.
        if (size == m_size && color == m_color && !m_tinted.isNull())
            return m_tinted;
        m_size = size;
        m_color = color;
        m_tinted = tinted(size, color);
        return m_tinted;
    }

    QIconEngine *clone() const override { return new TintedIconEngine(m_file, m_tone); }

private:
    QPixmap tinted(const QSize &size, const QColor &color) const
    {
        const QString key
            = QStringLiteral("elector %1 %2 %3 %4").arg(m_file).arg(size.width()).arg(size.height()).arg(color.rgba());
        QPixmap tinted;
        if (QPixmapCache::find(key, &tinted))
            return tinted;
        tinted = QIcon(m_file).pixmap(size, 1.0);
        if (tinted.isNull())
            return tinted;
        QPainter painter(&tinted);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(tinted.rect(), color);
        painter.end();
        QPixmapCache::insert(key, tinted);
        return tinted;
    }

    QString m_file;
    Tone m_tone;
    // What was asked for last.
    QSize m_size;
    QColor m_color;
    QPixmap m_tinted;
};

QPalette darkPalette()
{
    const QColor window(32, 34, 38);
    const QColor base(25, 27, 30);
    const QColor text(222, 225, 230);
    QPalette palette(text, QColor(50, 53, 59), QColor(78, 82, 90), QColor(18, 19, 21), QColor(44, 47, 52), text,
                     QColor(255, 255, 255), base, window);
    palette.setColor(QPalette::AlternateBase, QColor(36, 38, 43));
    palette.setColor(QPalette::ToolTipBase, QColor(50, 53, 59));
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Highlight, QColor(47, 95, 150));
    palette.setColor(QPalette::HighlightedText, QColor(255, 255, 255));
    palette.setColor(QPalette::Link, QColor(120, 175, 240));
    palette.setColor(QPalette::PlaceholderText, QColor(140, 145, 153));
    const QColor disabled(124, 129, 137);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(60, 64, 71));
    return palette;
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < palette.color(QPalette::Text).lightness();
}

QColor mixed(const QColor &top, const QColor &bottom, double share)
{
    const auto channel = [share](int a, int b) { return qBound(0, int(a * share + b * (1.0 - share)), 255); };
    return QColor(channel(top.red(), bottom.red()), channel(top.green(), bottom.green()),
                  channel(top.blue(), bottom.blue()));
}

QColor toneColor(Tone tone, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (tone) {
    case Tone::Quiet:
        return mixed(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.62);
    case Tone::Good:
        return dark ? QColor(96, 190, 120) : QColor(32, 120, 60);
    case Tone::Warning:
        return dark ? QColor(233, 180, 76) : QColor(146, 92, 0);
    case Tone::Bad:
        return dark ? QColor(255, 128, 118) : QColor(184, 36, 26);
    case Tone::Text:
        break;
    }
    return palette.color(QPalette::Text);
}

QIcon themedIcon(const QString &name, Tone tone)
{
    static std::map<std::pair<QString, Tone>, QIcon> icons;
    if (icons.empty())
        qAddPostRoutine([] { icons.clear(); }); // pictures must not outlive the application
    QIcon &icon = icons[{name, tone}];
    if (icon.isNull())
        icon = QIcon(new TintedIconEngine(QStringLiteral(":/elector/icons/%1.svg").arg(name), tone));
    return icon;
}

void applyAppearance(Appearance appearance)
{
    if (appearance == Appearance::System)
        return;
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(appearance == Appearance::Dark ? darkPalette() : QApplication::style()->standardPalette());
}

} // namespace Elector
