// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>

namespace Elector {

/// A network that fails on request: listens on 127.0.0.1, forwards to a server, and does to the bytes what it is told.
/// Runs in a thread of its own; every function may be called from any thread, and has taken effect when it returns.
///
/// Both sides always see their bytes acknowledged: a direction that is held looks like a peer that is alive and silent.
class TcpProxy
{
public:
    /// What happens to the bytes of one direction, of connections present and future.
    enum class Flow {
        Forward, ///< passed on, late by the delay; what was held goes first
        Hold, ///< read and kept, to be passed on by Forward, in order
        Drop, ///< read and forgotten
    };

    /// What happens around the request that a trap waits for.
    enum class Trap {
        HoldRequest, ///< the request and all that follows stays here until setRequests(Forward), even if the client
                     ///< goes
        LoseReply, ///< the request arrives, nothing comes back any more on this connection: silence
        LoseReplyAndReset, ///< the request arrives; at the first byte of the reply the client's connection is reset
        ResetInstead, ///< the request does not arrive, both connections are reset
    };

    TcpProxy();
    ~TcpProxy();
    TcpProxy(const TcpProxy &) = delete;
    TcpProxy &operator=(const TcpProxy &) = delete;

    /// Starting, also for another time, forgets all earlier settings and counts.
    [[nodiscard]] bool startForTcp(const QString &ipv4Address, quint16 port);
    [[nodiscard]] bool startForSocket(const QString &unixSocketPath);
    /// Resets everything and stops listening.
    void stop();
    QString errorString() const;
    /// Where it listens, on 127.0.0.1.
    quint16 port() const;

    void setRequests(Flow flow); ///< client to server
    void setReplies(Flow flow); ///< server to client
    void silence(); ///< hold both ways
    void forward(); ///< undoes silence(), setRequests(), setReplies() and refuse(); not what a trap lost
    void setDelay(std::chrono::milliseconds each); ///< for each direction
    /// Each direction passes on a byte at a time, and then none for so long; 0 ends that. Not undone by forward().
    void setBytePause(std::chrono::milliseconds pause);

    /// RST for both ends of every connection.
    void resetAll();
    /// FIN towards the clients: no more replies, requests still pass.
    void halfCloseTowardsClients();
    /// FIN towards the server: no more requests, replies still pass.
    void halfCloseTowardsServer();
    /// New connections are refused (ECONNREFUSED); those that are open stay.
    void refuse();

    /// Once: the next chunk of a request that contains \a needle. One at a time; a new one replaces the old.
    void setTrap(const QByteArray &needle, Trap trap);
    /// How many traps have snapped; for LoseReplyAndReset, how many replies were lost.
    int trapped() const;

    std::uint64_t requestBytes() const; ///< read from clients
    std::uint64_t replyBytes() const; ///< read from the server
    std::uint64_t heldBytes() const; ///< read, and not yet written to the other side
    int accepted() const; ///< connections since start
    int open() const; ///< connections now

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Elector
