// SPDX-License-Identifier: MIT
#include "operatorname.h"

#include <QtCore/QSysInfo>

#include <pwd.h>
#include <unistd.h>

namespace Elector {

QString operatorName()
{
    QString user = qEnvironmentVariable("USER");
    if (user.isEmpty())
        user = qEnvironmentVariable("LOGNAME");
    // Neither is there under cron, systemd or in a container.
    if (const passwd *entry = user.isEmpty() ? ::getpwuid(::geteuid()) : nullptr)
        user = QString::fromLocal8Bit(entry->pw_name);
    if (user.isEmpty())
        user = QString::number(::geteuid());
    return user + QLatin1Char('@') + QSysInfo::machineHostName();
}

} // namespace Elector
