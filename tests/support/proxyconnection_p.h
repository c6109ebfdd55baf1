// SPDX-License-Identifier: MIT
#pragma once

#include "tcpproxy.h"

#include <poll.h>

#include <atomic>
#include <deque>
#include <string>
#include <vector>

namespace Elector {

using ProxyClock = std::chrono::steady_clock;

/// What all connections of a proxy have in common. Belongs to the proxy's thread, but for the counters.
struct ProxySettings
{
    TcpProxy::Flow requests = TcpProxy::Flow::Forward;
    TcpProxy::Flow replies = TcpProxy::Flow::Forward;
    std::chrono::milliseconds delay{0};
    std::chrono::milliseconds bytePause{0}; ///< after each byte, unless 0
    std::string
        needle; ///< of the trap; empty when none is set (not shared with another thread, as a QByteArray would be)
    TcpProxy::Trap trap = TcpProxy::Trap::HoldRequest;

    std::atomic<int> trapped = 0;
    std::atomic<std::uint64_t> requestBytes = 0;
    std::atomic<std::uint64_t> replyBytes = 0;
    std::atomic<std::uint64_t> heldBytes = 0;

    void reset()
    {
        requests = replies = TcpProxy::Flow::Forward;
        delay = bytePause = {};
        needle.clear();
        trapped = 0;
        requestBytes = replyBytes = heldBytes = 0;
    }
};

/// One direction of a connection: what was read from one side and not yet written to the other.
struct ProxyChannel
{
    struct Chunk
    {
        QByteArray data;
        ProxyClock::time_point due;
    };

    std::deque<Chunk> queue;
    bool ended = false; ///< the source sends no more
    bool endSent = false; ///< and the target knows
    bool discard = false; ///< the target takes no more

    bool canWrite(TcpProxy::Flow flow, ProxyClock::time_point now) const;
};

/// A client, its server, and the bytes between them. Lives in the proxy's thread; all calls are without blocking.
class ProxyConnection
{
public:
    ProxyConnection(int client, int server, ProxySettings &settings);
    ~ProxyConnection();
    ProxyConnection(const ProxyConnection &) = delete;
    ProxyConnection &operator=(const ProxyConnection &) = delete;

    /// Adds exactly two entries, for the client and the server; \a wakeUp is moved forward to what is due next.
    void addTo(std::vector<pollfd> &polled, ProxyClock::time_point now, ProxyClock::time_point &wakeUp) const;
    void serve(const pollfd &client, const pollfd &server, ProxyClock::time_point now);
    bool isOver() const { return m_client < 0; }

    void reset(); ///< RST both ways
    void halfCloseTowardsClient();
    void halfCloseTowardsServer();
    void releaseTrappedRequest() { m_holdRequests = false; }

private:
    TcpProxy::Flow requestFlow() const;
    TcpProxy::Flow replyFlow() const;
    void readRequests(ProxyClock::time_point now);
    void readReplies(ProxyClock::time_point now);
    bool springTrap();
    void write(ProxyChannel &channel, int target, TcpProxy::Flow flow, ProxyClock::time_point now);
    void clear(ProxyChannel &channel);
    void close();

    int m_client;
    int m_server;
    ProxySettings &m_settings;
    ProxyChannel m_requests;
    ProxyChannel m_replies;
    bool m_holdRequests = false;
    bool m_loseReplies = false;
    bool m_resetAfterReply = false;
    QByteArray m_lostReply; ///< since the trap sprang
};

} // namespace Elector
