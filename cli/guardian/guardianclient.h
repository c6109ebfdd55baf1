// SPDX-License-Identifier: MIT
#pragma once

#include "guardianchannel.h"
#include "guardianprotocol.h"

#include <Elector/bootclock.h>

#include <optional>
#include <string>

#include <sys/types.h>

namespace Elector {

/// The side of `elector run` (E): starts a guardian (G), talks to it, and is the second line where G fails. No Qt, no
/// thread: give fd() to a QSocketNotifier or poll(), and call receive() until it returns nothing.
///
/// What E owes:
/// - It starts no other process while a guardian lives: killRest() and its proof take everything below E.
/// - Each renewal's new D is sent at once; the older D holds until then.
/// - After Gone it gives the lease up itself and says Quit, or says Release. After Gone with Cause::Deadline the tenure
///   is over whatever the database says: nothing may run under it again.
/// - When isClosed() without a Gone before it, G is dead: call killRest().
/// - When D less half the margin passes without a Gone, G is stopped or starved: call killRest().
/// - It releases the lease itself only after a Gone or after killRest() returned true.
/// - G holds E's standard error, and standard input and output until COMMAND runs; a guardian that was never started
///   ends with its client.
///
/// Not thread-safe. Errors never throw.
class GuardianClient
{
public:
    GuardianClient() = default;
    GuardianClient(const GuardianClient &) = delete;
    GuardianClient &operator=(const GuardianClient &) = delete;
    /// Closes the socket, at which G kills everything below it and gives the lease up. Does not wait for that; G is
    /// reaped by the next spawn().
    ~GuardianClient();

    /// Starts \a program (the path of elector-guardian), and makes the calling process a child subreaper, so that what
    /// a killed guardian leaves behind becomes its child. False with \a error set.
    bool spawn(const std::string &program, std::string *error = nullptr);

    pid_t pid() const { return m_pid; }
    int fd() const { return m_channel.fd(); }
    bool isClosed() const { return m_closed; }
    /// Why the connection was closed, where G spoke another protocol; else empty.
    const std::string &error() const { return m_channel.error(); }

    /// False where G is gone, does not read any more (safe: it then holds the older D), or the message is malformed.
    bool send(const GuardianProtocol::Message &message);
    /// The next message, or nothing: then see isClosed(). Does not block.
    std::optional<GuardianProtocol::Message> receive();
    /// Closes the socket.
    void close();

    /// The second line. SIGKILLs everything below G, G, and whatever of it was handed to this process, and reaps it.
    /// True once waitpid() says that this process has no child at all: nothing of COMMAND is left. False when
    /// \a until came first; the lease must then run out by itself. Blocks, usually for some milliseconds.
    bool killRest(BootClock::time_point until);

    /// Reaps G if it has ended; its wait status, once. Does not block.
    std::optional<int> reap();

private:
    GuardianChannel m_channel;
    pid_t m_pid = 0;
    bool m_closed = false;
    bool m_reaped = false;
};

} // namespace Elector
