// SPDX-License-Identifier: MIT
#include "logging_p.h"

namespace Elector {

Q_LOGGING_CATEGORY(lcElector, "elector.elector", QtCriticalMsg)
Q_LOGGING_CATEGORY(lcSession, "elector.session", QtCriticalMsg)
Q_LOGGING_CATEGORY(lcSql, "elector.sql", QtCriticalMsg)
Q_LOGGING_CATEGORY(lcObserver, "elector.observer", QtCriticalMsg)

} // namespace Elector
