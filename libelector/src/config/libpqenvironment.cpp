// SPDX-License-Identifier: MIT
#include "Elector/libpqenvironment.h"

#include <QtCore/QDir>

#include <libpq-fe.h>

namespace Elector {

LibpqEnvironment LibpqEnvironment::current()
{
    return {QProcessEnvironment::systemEnvironment(), QDir::homePath(), QStringLiteral(ELECTOR_LIBPQ_SYSCONFDIR),
            PQlibVersion()};
}

} // namespace Elector
