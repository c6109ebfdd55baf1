// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArrayList>
#include <QtCore/QStringList>

namespace Elector {

// The sub-commands. Each gets its arguments, of which the first is its own name, and returns the exit code.

int candidatesCommand(const QStringList &arguments);
int doctorCommand(const QStringList &arguments);
int fenceCommand(const QStringList &arguments);
int historyCommand(const QStringList &arguments);
int leaderCommand(const QStringList &arguments);
int migrateCommand(const QStringList &arguments);
int nameCommand(const QStringList &arguments);
int pauseCommand(const QStringList &arguments);
int releaseCommand(const QStringList &arguments);
int resumeCommand(const QStringList &arguments);
/// `words`: the same as bytes, of which COMMAND gets its own, in whatever encoding.
int runCommand(const QStringList &arguments, const QByteArrayList &words);
int statusCommand(const QStringList &arguments);
int transferCommand(const QStringList &arguments);
int watchCommand(const QStringList &arguments);

} // namespace Elector
