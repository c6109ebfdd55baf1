// SPDX-License-Identifier: MIT
#pragma once

#include "commandline.h"

#include <Elector/leaseobserver.h>

#include <memory>
#include <optional>

namespace Elector {

/// Where a command that does not lead looks.
struct ObserverSettings
{
    /// Set if that is all there is to do: the command line was wrong, which was said, or asked for help.
    std::optional<int> exitCode;
    ConnectionParameters connection;
    QString schema;
    std::chrono::milliseconds interval{};
};

/// Reads the command line, of which `mostArguments` are no options.
ObserverSettings observerSettings(CommandLine &line, const QStringList &arguments, int mostArguments = 0);

/// What all commands but `run` have in common: an observer made from the command line.
///
/// Returns null and sets `exitCode` if the command line is wrong or asked for help.
std::unique_ptr<LeaseObserver> observerFrom(CommandLine &line, const QStringList &arguments, int *exitCode);
std::unique_ptr<LeaseObserver> observerFrom(const ObserverSettings &settings);

} // namespace Elector
