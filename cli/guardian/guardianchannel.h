// SPDX-License-Identifier: MIT
#pragma once

#include "filedescriptor.h"
#include "guardianprotocol.h"

#include <string>

namespace Elector {

/// One end of the SOCK_SEQPACKET pair between `elector run` and its guardian. Never blocks, never raises SIGPIPE.
/// A message that does not fit into a packet (a long environment) goes in a memfd whose descriptor is passed.
/// Not thread-safe.
class GuardianChannel
{
public:
    enum class Result {
        Message, ///< one was read
        Nothing, ///< none is there now
        Closed, ///< the other side is gone, and everything it had sent was read
        Malformed, ///< what came is no message; see error(). There is no way to go on from here
    };

    GuardianChannel() = default;
    explicit GuardianChannel(FileDescriptor socket);

    int fd() const { return m_socket.get(); }
    bool isOpen() const { return bool(m_socket); }
    void close() { m_socket.reset(); }

    /// False where the other side is gone, its queue is full (it hangs), or the message is malformed.
    bool send(const GuardianProtocol::Message &message);
    Result receive(GuardianProtocol::Message &message);
    const std::string &error() const { return m_error; }

private:
    FileDescriptor m_socket;
    std::string m_error;
};

} // namespace Elector
