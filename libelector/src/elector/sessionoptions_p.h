// SPDX-License-Identifier: MIT
#pragma once

#include "session/session_p.h"

#include <Elector/electorconfig.h>

namespace Elector {

/// The part of the settings that concerns the connection.
inline SessionOptions sessionOptions(const ElectorConfig &config)
{
    SessionOptions options;
    options.connection = config.connection();
    options.schema = config.schema();
    options.attemptTimeout = config.attemptTimeout();
    options.createTable = config.createTableOnInit();
    // Visible to every role in pg_stat_activity; PostgreSQL keeps the first 63 bytes.
    options.applicationName = QStringLiteral("elector %1 %2").arg(config.lockId()).arg(config.instanceId());
    return options;
}

} // namespace Elector
