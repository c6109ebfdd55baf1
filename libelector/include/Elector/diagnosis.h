// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/connectionsecurity.h>
#include <Elector/elector_export.h>
#include <Elector/electorconfig.h>
#include <Elector/leaseobserver.h>

#include <QtCore/QList>

namespace Elector {

/// Whether an election can be held with some settings: what was found on the server, in the schema, for the role, and
/// in the settings themselves. A value; any thread.
struct Diagnosis
{
    bool reached = false; ///< the server was asked; if not, `errors` says why, and the rest of `server` is empty
    /// What is known of the server.
    ServerInfo server;
    bool pooled = false; ///< through a pooler; one that keeps no session for each client is an error, unless
                         ///< Pooling::Transaction is set
    /// How the connection is protected on its way, if the server was reached.
    ConnectionProtection protection;
    QList<ElectorError> errors; ///< each forbids an election
    QList<ElectorError> warnings; ///< each makes it weaker than it could be
};

/// Finds out, without taking part and without changing anything; a missing table is no error if the role may create it
/// and `createTableOnInit` says so. Whether notifications arrive is tried on the full level only.
///
/// Blocks the calling thread: for the `connect_timeout` of each host, and 5 s for each of a few statements, at most.
/// Any thread; needs no event loop.
ELECTOR_EXPORT Diagnosis diagnose(const ElectorConfig &config);

} // namespace Elector
