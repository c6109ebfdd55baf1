// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/electorerror.h>

class QSqlError;
struct pg_conn;

namespace Elector {
class ConnectionParameters;

/// Turns what the driver and the server say into errors that a user can act on.
namespace DatabaseError {

/// Why a connection could not be made: `connection` is what libpq left of it, or null.
ElectorError fromOpen(const pg_conn *connection, const ConnectionParameters &parameters);
/// Why a statement was refused, on a connection that still stands.
ElectorError fromStatement(const QSqlError &error);
ElectorError fromState(const QString &sqlState, const QString &message);
/// What the server says in short: the first line, without libpq's prefixes, of what may be many.
QString firstLine(const QString &text);
/// True for states after which nobody knows whether the statement was applied.
bool leavesDoubt(const QString &sqlState);

} // namespace DatabaseError
} // namespace Elector
