// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/connectionparameters.h>

#include <QtCore/QString>
#include <QtSql/QSqlDatabase>

namespace Elector {

/// A connection by Qt's driver, for what Schema does: of this thread, with safe TLS, and nothing that a pooler could
/// lend to others. Not open if that failed; then `problem` says why, and what would be right.
QSqlDatabase openSqlDatabase(const ConnectionParameters &where, const QString &applicationName, QString *problem);

} // namespace Elector
