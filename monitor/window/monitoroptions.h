// SPDX-License-Identifier: MIT
#pragma once

#include "theme.h"

#include <Elector/connectionparameters.h>

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <chrono>
#include <optional>

namespace Elector {

/// What the command line asks for.
struct MonitorOptions
{
    ConnectionParameters connection;
    QString schema = QStringLiteral("public");
    std::optional<std::chrono::milliseconds> interval; ///< empty: as remembered
    bool readOnly = false;
    Appearance appearance = Appearance::System;
    std::optional<QString> language; ///< empty: as remembered
};

/// How reading the command line ended: go on, or print `text` and leave.
struct ParsedCommandLine
{
    enum Result { Run, PrintAndLeave, Refused };
    Result result = Run;
    MonitorOptions options;
    QString text; ///< for Refused what is wrong and what would be right
};

/// `arguments` with the program's name first. Needs no application object, so that --help works without a display.
ParsedCommandLine parseCommandLine(const QStringList &arguments);

/// Replaces a `--dsn` that contains a password in `argv` by a description without it: other users can read the process
/// list.
void blankPasswords(int argc, char **argv);

} // namespace Elector
