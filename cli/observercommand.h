// SPDX-License-Identifier: MIT
#pragma once

#include "commandline.h"

#include <Elector/leaseobserver.h>

#include <memory>
#include <optional>

namespace Elector {

/// What `status` and `watch` have in common: an observer made from the command line.
///
/// Returns null and sets `exitCode` if the command line is wrong or asked for help.
std::unique_ptr<LeaseObserver> observerFrom(CommandLine &line, const QStringList &arguments, int *exitCode);

} // namespace Elector
