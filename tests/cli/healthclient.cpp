// SPDX-License-Identifier: MIT
#include "healthclient.h"

#include <QtCore/QRegularExpression>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace Elector {

Client::Client(quint16 port, int family)
    : m_socket(::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    const timeval limit{20, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    sockaddr_in6 six{};
    six.sin6_family = AF_INET6;
    six.sin6_port = address.sin_port;
    six.sin6_addr = in6addr_loopback;
    const int result = family == AF_INET ? ::connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address)
                                         : ::connect(m_socket, reinterpret_cast<sockaddr *>(&six), sizeof six);
    m_connected = result == 0;
}

Client::~Client()
{
    ::close(m_socket);
}

QByteArray Client::ask(const QByteArray &request)
{
    ::send(m_socket, request.constData(), std::size_t(request.size()), MSG_NOSIGNAL);
    QByteArray answer;
    char buffer[4096];
    for (ssize_t n = 0; (n = ::recv(m_socket, buffer, sizeof buffer, 0)) > 0;)
        answer.append(buffer, n);
    return answer;
}

Answer request(quint16 port, const QByteArray &path, const QByteArray &method, int family)
{
    const QByteArray text
        = Client(port, family).ask(method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    const qsizetype end = text.indexOf("\r\n\r\n");
    return {text.mid(9, 3).toInt(), text.left(end), text.mid(end + 4)};
}

quint16 portOf(Program &node)
{
    static const QRegularExpression port(
        QStringLiteral("health is told on port ([0-9]+) of (?:127.0.0.1|every address)"));
    return quint16(port.match(QString::fromUtf8(node.errors())).captured(1).toUInt());
}

} // namespace Elector
