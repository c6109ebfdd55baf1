// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/leaseobserver.h>

#include <QtCore/QString>

namespace Elector {

/// Where a connection goes, for people and fit for display: `role@host:port/database`. What `connection` leaves to
/// libpq is taken from the environment as libpq takes it, and the role from the server once it is known.
QString connectionLabel(const ConnectionParameters &connection, const ServerInfo &server);

/// The library's words for a connection, ConnectionParameters::description(), in the window's language where nothing
/// is given. Still to be made fit for display.
QString targetText(const QString &description);

} // namespace Elector
