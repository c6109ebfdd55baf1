// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/elector_export.h>

#include <QtCore/QString>

#include <chrono>
#include <optional>

namespace Elector {

/// Reads a duration as people write it: a number with its unit, `1500ms`, `10s`, `2.5s`, `2min`, `1h`. A number without
/// a unit is refused, because nobody can tell what it means; so are negative ones and those beyond 10,000 h. Any
/// thread.
ELECTOR_EXPORT std::optional<std::chrono::milliseconds> parseDuration(const QString &text);
/// What parseDuration() accepts, for error texts.
ELECTOR_EXPORT QString durationSyntax();
/// Writes one that parseDuration() reads back: `10s`, `1667ms`, `2min`.
ELECTOR_EXPORT QString formatDuration(std::chrono::milliseconds duration);

} // namespace Elector
