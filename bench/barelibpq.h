// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

#include <chrono>
#include <libpq-fe.h>
#include <memory>
#include <vector>

namespace Elector {

/// The least that a program can do with libpq: what everything else is measured against.
namespace BareLibpq {

/// Milliseconds from sending a DELETE of the holder's row until one of `candidates` that wait for the notification has
/// captured the lock, for each of `rounds` hand-overs, with a `pause` before each. Uses the table and the triggers that
/// our nodes use. Empty if something failed.
std::vector<double> handOvers(const QString &dsn, int candidates, int rounds, std::chrono::milliseconds pause);

/// Milliseconds from connecting until one INSERT is committed.
std::vector<double> starts(const QString &dsn, int rounds);

} // namespace BareLibpq

} // namespace Elector
