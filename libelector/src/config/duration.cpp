// SPDX-License-Identifier: MIT
#include "Elector/duration.h"

#include <QtCore/QRegularExpression>

#include <cmath>

namespace Elector {

std::optional<std::chrono::milliseconds> parseDuration(const QString &text)
{
    static const QRegularExpression pattern(
        QRegularExpression::anchoredPattern(QStringLiteral("([0-9]{1,9}(?:\\.[0-9]{1,9})?)\\s*(ms|s|min|m|h)")));
    const auto match = pattern.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const QString unit = match.captured(2);
    const double factor = unit == QLatin1String("ms") ? 1.0
        : unit == QLatin1String("s")                  ? 1e3
        : unit == QLatin1String("h")                  ? 3.6e6
                                                      : 6e4;
    const double milliseconds = match.captured(1).toDouble() * factor;
    constexpr double limit = 10'000 * 3.6e6;
    if (milliseconds > limit)
        return std::nullopt;
    return std::chrono::milliseconds(std::llround(milliseconds));
}

QString durationSyntax()
{
    return QStringLiteral("a number with its unit: 500ms, 10s, 2min or 1h");
}

QString formatDuration(std::chrono::milliseconds duration)
{
    const auto count = duration.count();
    if (count != 0 && count % 3'600'000 == 0)
        return QStringLiteral("%1h").arg(count / 3'600'000);
    if (count != 0 && count % 60'000 == 0)
        return QStringLiteral("%1min").arg(count / 60'000);
    if (count % 1000 == 0)
        return QStringLiteral("%1s").arg(count / 1000);
    return QStringLiteral("%1ms").arg(count);
}

} // namespace Elector
