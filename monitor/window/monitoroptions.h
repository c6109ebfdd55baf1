// SPDX-License-Identifier: MIT
#pragma once

#include "profilestore.h"
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
    ConnectionParameters connection; ///< TLS is decided; the password is not there yet if the profile asks for it
    QStringList schemas = {QStringLiteral("public")}; ///< one or more
    std::optional<ConnectionProfile> profile; ///< the one that was named: its colour, its name, where its password is
    QList<ConnectionProfile> further; ///< profiles that were named after it: pages beside
    std::optional<std::chrono::milliseconds> interval; ///< empty: as remembered
    bool readOnly = false; ///< by --read-only: whatever profile is chosen
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
    QString warning; ///< one line to be shown to the user before it runs; may be empty
};

/// `arguments` with the program's name first; `known` are the profiles that --profile chooses from. Reads service
/// files. Needs no display.
ParsedCommandLine parseCommandLine(const QStringList &arguments, const ProfileStore::Contents &known = {});

/// The language in which to answer `arguments`, right or wrong: what --language says, or else what was chosen in the
/// window; empty for the system's.
QString languageFor(const QStringList &arguments);

/// Replaces a `--dsn` that contains a password in `argv` by a description without it: other users can read the process
/// list.
void blankPasswords(int argc, char **argv);

} // namespace Elector
