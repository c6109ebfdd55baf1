// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/elector_export.h>

#include <QtCore/QProcessEnvironment>
#include <QtCore/QString>

namespace Elector {

/// What libpq finds around a program: variables, the home directory, its own version. A value, any thread, so that one
/// can be made up.
struct ELECTOR_EXPORT LibpqEnvironment
{
    QProcessEnvironment variables; ///< those of libpq begin with `PG`
    QString home; ///< where libpq looks for `.pg_service.conf` and `.postgresql`
    QString systemDirectory; ///< compiled into libpq; PGSYSCONFDIR takes its place
    int libraryVersion = 0; ///< as PQlibVersion(), for example 150018; 0 if not known

    /// That of this process, as it is now.
    static LibpqEnvironment current();
    /// The value of a variable; empty if it is not set.
    QString variable(const char *name) const { return variables.value(QString::fromLatin1(name)); }
};

} // namespace Elector
