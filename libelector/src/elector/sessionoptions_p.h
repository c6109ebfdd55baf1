// SPDX-License-Identifier: MIT
#pragma once

#include "session/session_p.h"
#include "sql/sessionname_p.h"

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
    options.instanceId = config.instanceId();
    // Until the session knows whom it serves.
    options.applicationName = SessionName::format({config.lockId()}, config.schema(), config.instanceId());
    return options;
}

} // namespace Elector
