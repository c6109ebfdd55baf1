// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QLoggingCategory>

/// Every logging category of the library. Nothing is printed unless asked: all of them are off below Critical until
/// switched on, for example with QT_LOGGING_RULES="elector.*=true".
namespace Elector {

Q_DECLARE_LOGGING_CATEGORY(lcElector) // elector.elector: life and decisions of LeaderElector
Q_DECLARE_LOGGING_CATEGORY(lcSession) // elector.session: connections, set-up, cut calls
Q_DECLARE_LOGGING_CATEGORY(lcSql) // elector.sql: statements that failed
Q_DECLARE_LOGGING_CATEGORY(lcObserver) // elector.observer: LeaseObserver

} // namespace Elector
