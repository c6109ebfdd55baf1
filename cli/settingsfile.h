// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

class QSettings;

namespace Elector {

/// QSettings takes an INI file's `;` and `,` and `\` and `"` for its own, where a person meant a shell command or JSON.
/// What is wrong with the values of which it made something else than stands in `content`, a sentence each.
QStringList alteredValues(const QByteArray &content, const QSettings &settings);

} // namespace Elector
