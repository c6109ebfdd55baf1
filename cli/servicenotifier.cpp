// SPDX-License-Identifier: MIT
#include "servicenotifier.h"

#include "runhealth.h"

#include <algorithm>
#include <cstddef>
#include <cstring>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace Elector {

ServiceNotifier::ServiceNotifier(const RunHealth &health)
    : m_health(health)
    , m_address(qgetenv("NOTIFY_SOCKET"))
{
    const QByteArray owner = qgetenv("WATCHDOG_PID");
    const qint64 period = qgetenv("WATCHDOG_USEC").toLongLong();
    const bool watched = period > 0 && (owner.isEmpty() || owner.toLongLong() == ::getpid());
    for (const char *name : {"NOTIFY_SOCKET", "WATCHDOG_PID", "WATCHDOG_USEC"})
        qunsetenv(name);
    if (m_address.isEmpty())
        return;
    connect(&health, &RunHealth::changed, this, &ServiceNotifier::tell);
    if (!watched)
        return;
    // A service that holds a lease and cannot renew it, or that hangs, is restarted.
    connect(&m_watchdog, &QTimer::timeout, this, [this] {
        if (m_health.complaint().isEmpty())
            send("WATCHDOG=1");
    });
    m_watchdog.start(std::chrono::milliseconds(std::max<qint64>(1, period / 3000)));
}

ServiceNotifier::~ServiceNotifier() = default;

void ServiceNotifier::tell()
{
    QByteArray text = "STATUS=" + m_health.summary().toUtf8().replace('\n', ' ');
    if (!m_ready && m_health.isReady()) {
        m_ready = true;
        text += "\nREADY=1";
    }
    if (text != m_said)
        send(text);
    m_said = text;
}

void ServiceNotifier::stopping()
{
    send("STOPPING=1\nSTATUS=giving up what it holds");
}

void ServiceNotifier::send(const QByteArray &text) const
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (m_address.isEmpty() || std::size_t(m_address.size()) >= sizeof address.sun_path)
        return;
    std::copy(m_address.begin(), m_address.end(), address.sun_path);
    if (address.sun_path[0] == '@')
        address.sun_path[0] = '\0'; // an abstract name
    const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (socket < 0)
        return;
    const auto length = socklen_t(offsetof(sockaddr_un, sun_path)) + socklen_t(m_address.size());
    // Never waits: who does not read his mail is not told.
    ::sendto(socket, text.constData(), std::size_t(text.size()), MSG_DONTWAIT | MSG_NOSIGNAL,
             reinterpret_cast<const sockaddr *>(&address), length);
    ::close(socket);
}

} // namespace Elector
