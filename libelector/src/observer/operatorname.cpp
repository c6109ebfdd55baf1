// SPDX-License-Identifier: MIT
#include <Elector/operatorname.h>

#include <QtCore/QSysInfo>

#include <array>
#include <pwd.h>
#include <unistd.h>

namespace Elector {

QString defaultOperatorName()
{
    QString user = qEnvironmentVariable("USER");
    if (user.isEmpty())
        user = qEnvironmentVariable("LOGNAME");
    // Neither is there under cron, systemd or in a container.
    passwd entry{};
    passwd *found = nullptr;
    std::array<char, 16384> room{};
    if (user.isEmpty() && ::getpwuid_r(::geteuid(), &entry, room.data(), room.size(), &found) == 0 && found)
        user = QString::fromLocal8Bit(entry.pw_name);
    if (user.isEmpty())
        user = QString::number(::geteuid());
    return user + QLatin1Char('@') + QSysInfo::machineHostName();
}

} // namespace Elector
