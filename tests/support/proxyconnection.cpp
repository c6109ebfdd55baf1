// SPDX-License-Identifier: MIT
#include "proxyconnection_p.h"

#include <QtCore/QtEndian>

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>

namespace Elector {

namespace {

struct Received
{
    QByteArray data;
    bool ended = false;
    bool failed = false;
};

Received receive(int fd)
{
    Received received;
    received.data.resize(65536);
    const ssize_t count = ::recv(fd, received.data.data(), static_cast<size_t>(received.data.size()), MSG_DONTWAIT);
    received.data.resize(std::max<ssize_t>(count, 0));
    if (count == 0)
        received.ended = true;
    else if (count < 0 && errno != EAGAIN && errno != EINTR)
        received.ended = received.failed = true;
    return received;
}

// Whether whole messages of a server, from the beginning of one on, hold the one that ends an answer. What comes behind
// it, such as a notification, does not matter.
bool holdsReadyForQuery(const QByteArray &messages)
{
    constexpr qsizetype header = 5; // the type, and the length without it
    for (qsizetype at = 0; at + header <= messages.size();) {
        const qsizetype end = at + 1 + qsizetype(qFromBigEndian<quint32>(messages.constData() + at + 1));
        if (messages.at(at) == 'Z')
            return end <= messages.size();
        at = end;
    }
    return false;
}

void resetAndClose(int fd)
{
    const linger abort{1, 0};
    ::setsockopt(fd, SOL_SOCKET, SO_LINGER, &abort, sizeof abort);
    ::close(fd);
}

} // namespace

bool ProxyChannel::canWrite(TcpProxy::Flow flow, ProxyClock::time_point now) const
{
    return flow == TcpProxy::Flow::Forward && !queue.empty() && queue.front().due <= now;
}

ProxyConnection::ProxyConnection(int client, int server, ProxySettings &settings)
    : m_client(client)
    , m_server(server)
    , m_settings(settings)
{
}

ProxyConnection::~ProxyConnection()
{
    reset();
}

void ProxyConnection::addTo(std::vector<pollfd> &polled, ProxyClock::time_point now,
                            ProxyClock::time_point &wakeUp) const
{
    const auto add = [&](int fd, const ProxyChannel &in, const ProxyChannel &out, TcpProxy::Flow outFlow) {
        const int events = (in.ended ? 0 : POLLIN) | (out.canWrite(outFlow, now) ? POLLOUT : 0);
        // A hung-up descriptor of which we want nothing would wake poll() for ever.
        polled.push_back(pollfd{events != 0 ? fd : -1, static_cast<short>(events), 0});
        if (outFlow == TcpProxy::Flow::Forward && !out.queue.empty() && out.queue.front().due > now)
            wakeUp = std::min(wakeUp, out.queue.front().due);
    };
    add(m_client, m_requests, m_replies, replyFlow());
    add(m_server, m_replies, m_requests, requestFlow());
}

void ProxyConnection::serve(const pollfd &client, const pollfd &server, ProxyClock::time_point now)
{
    constexpr int readable = POLLIN | POLLHUP | POLLERR;
    if (!m_requests.ended && (client.revents & readable) != 0)
        readRequests(now);
    if (!isOver() && !m_replies.ended && (server.revents & readable) != 0)
        readReplies(now);
    if (!isOver())
        write(m_requests, m_server, requestFlow(), now);
    if (!isOver())
        write(m_replies, m_client, replyFlow(), now);
    if (!isOver() && m_requests.endSent && m_replies.endSent)
        close();
}

void ProxyConnection::readRequests(ProxyClock::time_point now)
{
    const Received received = receive(m_client);
    m_requests.ended = received.ended;
    if (received.failed) {
        m_replies.discard = true;
        clear(m_replies);
    }
    if (received.data.isEmpty())
        return;
    m_settings.requestBytes += static_cast<std::uint64_t>(received.data.size());
    const std::string_view bytes(received.data.constData(), static_cast<size_t>(received.data.size()));
    if (!m_settings.needle.empty() && bytes.find(m_settings.needle) != std::string_view::npos && !springTrap())
        return;
    if (requestFlow() == TcpProxy::Flow::Drop || m_requests.discard)
        return;
    m_requests.queue.push_back({received.data, now + m_settings.delay});
    m_settings.heldBytes += static_cast<std::uint64_t>(received.data.size());
}

void ProxyConnection::readReplies(ProxyClock::time_point now)
{
    const Received received = receive(m_server);
    m_replies.ended = received.ended;
    if (received.data.isEmpty())
        return;
    m_settings.replyBytes += static_cast<std::uint64_t>(received.data.size());
    if (m_resetAfterReply) {
        m_lostReply += received.data;
        if (holdsReadyForQuery(m_lostReply)) {
            ++m_settings.trapped;
            reset();
        }
        return;
    }
    if (replyFlow() == TcpProxy::Flow::Drop || m_replies.discard)
        return;
    m_replies.queue.push_back({received.data, now + m_settings.delay});
    m_settings.heldBytes += static_cast<std::uint64_t>(received.data.size());
}

// Returns whether the request is to be taken; it is not when the connection is over.
bool ProxyConnection::springTrap()
{
    m_settings.needle.clear();
    if (m_settings.trap == TcpProxy::Trap::LoseReplyAndReset) { // counts when the reply is there
        m_resetAfterReply = true;
        return true;
    }
    ++m_settings.trapped; // first: a client that saw its end may ask at once
    m_holdRequests = m_settings.trap == TcpProxy::Trap::HoldRequest;
    m_loseReplies = m_settings.trap == TcpProxy::Trap::LoseReply;
    if (m_settings.trap == TcpProxy::Trap::ResetInstead)
        reset();
    return !isOver();
}

void ProxyConnection::write(ProxyChannel &channel, int target, TcpProxy::Flow flow, ProxyClock::time_point now)
{
    while (channel.canWrite(flow, now)) {
        QByteArray &data = channel.queue.front().data;
        const bool trickles = m_settings.bytePause.count() > 0;
        const ssize_t count = ::send(target, data.constData(), trickles ? 1 : static_cast<size_t>(data.size()),
                                     MSG_DONTWAIT | MSG_NOSIGNAL);
        if (count < 0 && (errno == EAGAIN || errno == EINTR))
            return;
        if (count < 0) { // whoever was to get this is gone, and so does the other side learn of it
            reset();
            return;
        }
        m_settings.heldBytes -= static_cast<std::uint64_t>(count);
        data.remove(0, count);
        if (data.isEmpty())
            channel.queue.pop_front();
        if (trickles && !channel.queue.empty())
            channel.queue.front().due = std::max(channel.queue.front().due, now + m_settings.bytePause);
    }
    if (channel.ended && !channel.endSent && channel.queue.empty() && flow != TcpProxy::Flow::Hold) {
        ::shutdown(target, SHUT_WR);
        channel.endSent = true;
    }
}

TcpProxy::Flow ProxyConnection::requestFlow() const
{
    return m_holdRequests ? TcpProxy::Flow::Hold : m_settings.requests;
}

TcpProxy::Flow ProxyConnection::replyFlow() const
{
    return m_resetAfterReply || m_loseReplies ? TcpProxy::Flow::Drop : m_settings.replies;
}

void ProxyConnection::halfCloseTowardsClient()
{
    clear(m_replies);
    ::shutdown(m_client, SHUT_WR);
    m_replies.discard = m_replies.endSent = true;
}

void ProxyConnection::halfCloseTowardsServer()
{
    clear(m_requests);
    ::shutdown(m_server, SHUT_WR);
    m_requests.discard = m_requests.endSent = true;
}

void ProxyConnection::clear(ProxyChannel &channel)
{
    for (const ProxyChannel::Chunk &chunk : channel.queue)
        m_settings.heldBytes -= static_cast<std::uint64_t>(chunk.data.size());
    channel.queue.clear();
}

void ProxyConnection::reset()
{
    if (isOver())
        return;
    clear(m_requests);
    clear(m_replies);
    resetAndClose(m_client);
    resetAndClose(m_server);
    m_client = m_server = -1;
}

void ProxyConnection::close()
{
    clear(m_requests);
    clear(m_replies);
    ::close(m_client);
    ::close(m_server);
    m_client = m_server = -1;
}

} // namespace Elector
