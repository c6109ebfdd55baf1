// SPDX-License-Identifier: MIT
#pragma once

#include "cliroom.h"

#include <QtCore/QByteArray>

#include <sys/socket.h>

namespace Elector {

/// A connection to a port of this machine, with a limit on every wait.
class Client
{
public:
    explicit Client(quint16 port, int family = AF_INET);
    ~Client();
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;

    bool isConnected() const { return m_connected; }
    QByteArray ask(const QByteArray &request);

private:
    int m_socket;
    bool m_connected = false;
};

struct Answer
{
    int status = 0;
    QByteArray head;
    QByteArray body;
};

Answer request(quint16 port, const QByteArray &path, const QByteArray &method = "GET", int family = AF_INET);

/// The port that `elector run --health 0` says that it has; 0 before it has said so.
quint16 portOf(Program &node);

} // namespace Elector
