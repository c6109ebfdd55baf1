// SPDX-License-Identifier: MIT
#include "timelinecolors.h"

#include "theme.h"

#include <cmath>

namespace Elector {

namespace {

struct Pair
{
    QRgb onLight;
    QRgb onDark;
};

constexpr Pair hues[] = {
    {0xff1f6fb4, 0xff5aa5e6}, // blue
    {0xffd06a10, 0xfff0984a}, // orange
    {0xff12866a, 0xff45bd9b}, // green towards blue
    {0xffb4568c, 0xffdf8fbd}, // pink
    {0xff7a3b1e, 0xffcf9a78}, // brown
    {0xffb09200, 0xffe0cb4e}, // yellow
    {0xff5b4a9c, 0xff9d8de0}, // violet
    {0xff6b6f76, 0xffa9aeb6}, // grey
};
constexpr int hueCount = int(std::size(hues));

double luminance(const QColor &color)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QPalette paperPalette()
{
    QPalette palette(Qt::black, Qt::white);
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::Text, QColor(24, 26, 30));
    palette.setColor(QPalette::Highlight, QColor(48, 100, 170));
    return palette;
}

} // namespace

TimelineColors::TimelineColors(const QPalette &palette)
    : base(palette.color(QPalette::Base))
    , text(palette.color(QPalette::Text))
    , quiet(toneColor(Tone::Quiet, palette))
    , line(mixed(text, base, 0.14))
    , lane(mixed(text, base, 0.035))
    // Lines of it stand on the base, and dark themes make it for text to stand on it.
    , highlight(isDark(palette) ? mixed(palette.color(QPalette::Highlight), text, 0.45)
                                : palette.color(QPalette::Highlight))
    , bad(toneColor(Tone::Bad, palette))
    , warning(toneColor(Tone::Warning, palette))
    , dark(isDark(palette))
{
}

TimelineColors TimelineColors::paper()
{
    return TimelineColors(paperPalette());
}

QColor TimelineColors::instance(int number) const
{
    const Pair &pair = hues[number % hueCount];
    return QColor(dark ? pair.onDark : pair.onLight);
}

Qt::BrushStyle TimelineColors::pattern(int number) const
{
    static constexpr Qt::BrushStyle styles[] = {Qt::NoBrush, Qt::BDiagPattern, Qt::Dense6Pattern, Qt::VerPattern};
    return styles[number / hueCount % int(std::size(styles))];
}

QColor TimelineColors::textOn(const QColor &fill)
{
    // Where black and white have the same contrast.
    return luminance(fill) > 0.179 ? QColor(Qt::black) : QColor(Qt::white);
}

} // namespace Elector
