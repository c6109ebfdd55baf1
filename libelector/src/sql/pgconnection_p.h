// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QVariant>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlDriver>

#include <libpq-fe.h>

#include <cstring>

namespace Elector {

/// libpq's connection behind a QPSQL driver, from the end of the login on; null if there is none, or for another
/// driver.
inline PGconn *pgConnection(const QSqlDriver *driver)
{
    const QVariant handle = driver->handle();
    // Qt 6 names the type by its struct.
    if (!handle.isValid()
        || (std::strcmp(handle.typeName(), "pg_conn*") != 0 && std::strcmp(handle.typeName(), "PGconn*") != 0))
        return nullptr;
    return *static_cast<PGconn *const *>(handle.constData());
}

/// The same of a QPSQL connection; null if it is not open.
inline PGconn *pgConnection(const QSqlDatabase &database)
{
    return database.isOpen() ? pgConnection(database.driver()) : nullptr;
}

} // namespace Elector
