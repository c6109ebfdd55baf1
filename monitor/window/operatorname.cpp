// SPDX-License-Identifier: MIT
#include "operatorname.h"

#include <QtCore/QSysInfo>

namespace Elector {

QString operatorName()
{
    QString user = qEnvironmentVariable("USER");
    if (user.isEmpty())
        user = qEnvironmentVariable("LOGNAME", QStringLiteral("unknown"));
    return user + QLatin1Char('@') + QSysInfo::machineHostName();
}

} // namespace Elector
