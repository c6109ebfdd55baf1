// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace Elector {

class RunHealth;

/// Tells systemd (or whoever set NOTIFY_SOCKET) how the service is: READY=1 when the database has answered, STATUS at
/// each change, WATCHDOG=1 as long as all is well, STOPPING=1. Does nothing where nobody asked.
class ServiceNotifier : public QObject
{
    Q_OBJECT
public:
    /// Takes what concerns it out of the environment, so that programs that are started do not speak in our place.
    /// `health` must outlive this.
    explicit ServiceNotifier(const RunHealth &health);
    ~ServiceNotifier() override;

    void stopping();

private:
    void tell();
    void send(const QByteArray &text) const;

    const RunHealth &m_health;
    QByteArray m_address;
    QByteArray m_said;
    bool m_ready = false;
    QTimer m_watchdog;
};

} // namespace Elector
