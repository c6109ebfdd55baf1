// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/bootclock.h>

#include <chrono>
#include <csignal>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <sys/types.h>

/// What `elector run` (E) and its guardian (G) say to each other, over a SOCK_SEQPACKET pair: one message a packet.
/// Points in time are on BootClock (CLOCK_BOOTTIME), which both sides read from the same kernel. Values of the
/// machine itself are sent (native byte order): both ends run on one host, and the version byte tells strangers apart.
///
/// \code
///   E → G   Prepare   Start   NewDeadline*   NewRelease*   SendSignal*   Stop   Release | Quit
///   G → E   Ready             Started | Failed                          Exited   Gone   Released
/// \endcode
namespace Elector::GuardianProtocol {

/// Raised at every change of a message's fields. The two sides refuse each other unless theirs are equal.
constexpr std::uint8_t version = 4;

/// No encoded message is longer than this; longer ones are refused by encode() and decode().
constexpr std::size_t maximumSize = 16 * 1024 * 1024;

// ---- E → G ----------------------------------------------------------------------------------------------------

/// Everything that can be known before leading, so that Start has little left to do. Sent once, first.
/// The connection string may hold a password: it travels here and nowhere else, and COMMAND never sees it.
struct Prepare
{
    std::vector<std::string> arguments; ///< COMMAND and its arguments; the first is looked up in COMMAND's PATH
    std::vector<std::string> environment; ///< COMMAND's whole environment, `NAME=value`
    std::string workingDirectory; ///< empty: that of the guardian
    /// The group that COMMAND joins: E's own for the job control of a terminal; 0: a group of its own, which is better
    /// where there is no terminal, because a group can be killed at one instant, however fast it forks.
    pid_t processGroup = 0;
    std::string connectionInfo; ///< for libpq, key=value or URI; of several hosts, ask for read-write
    std::string releaseSql; ///< $1 lock id, $2 leader id, $3 term (NULL where Start has none)
    std::string releaseKey; ///< not empty: $4, a secret
    std::string releasePreamble; ///< not empty: both go as one simple query, with those written into it
    bool operator==(const Prepare &) const = default;
};

/// Leading: run COMMAND now. Sent once. Refused (Failed with ETIME) where no time is left before the stop.
struct Start
{
    std::int32_t lockId = 0;
    std::string leaderId;
    std::optional<std::int64_t> term; ///< none on a plain table
    BootClock::time_point deadline; ///< D: nothing of COMMAND may run at or after it
    std::chrono::nanoseconds grace{}; ///< between the stop signal and SIGKILL
    std::chrono::nanoseconds killMargin{}; ///< SIGKILL is sent this long before D, so that it has worked by D
    std::vector<std::string> environment; ///< added to Prepare's, replacing names that are there already
    std::int32_t stopSignal = SIGTERM;
    bool giveUp
        = true; ///< whether G gives the lease up when E is gone or silent; false: it runs out (hold after crash)
    bool operator==(const Start &) const = default;
};

/// The lease was renewed. Obeyed until the first SIGKILL; after a stop signal it only buys time to end properly.
struct NewDeadline
{
    BootClock::time_point deadline;
    bool operator==(const NewDeadline &) const = default;
};

/// The lease is given up in another way from now on: the table has been changed meanwhile (Schema::NodeAccess).
struct NewRelease
{
    std::string sql; ///< as Prepare::releaseSql
    std::string key; ///< as Prepare::releaseKey
    bool operator==(const NewRelease &) const = default;
};

/// Stop signal to everything below G now, SIGKILL after the grace, and before D in any case.
struct Stop
{
    bool operator==(const Stop &) const = default;
};

/// Send a signal to COMMAND's main process, as long as it runs.
struct SendSignal
{
    std::int32_t number = 0;
    bool operator==(const SendSignal &) const = default;
};

/// After Gone: give the lease up in the database, answer with Released, and end.
struct Release
{
    bool operator==(const Release &) const = default;
};

/// End, and leave the lease to E. Before Gone it first kills everything, without grace, and says Gone.
struct Quit
{
    bool operator==(const Quit &) const = default;
};

// ---- G → E ----------------------------------------------------------------------------------------------------

/// G has taken its post.
struct Ready
{
    bool operator==(const Ready &) const = default;
};

/// COMMAND runs (its exec succeeded).
struct Started
{
    pid_t pid = 0;
    bool operator==(const Started &) const = default;
};

/// COMMAND could not be run; Gone follows.
struct Failed
{
    std::int32_t error = 0; ///< errno
    std::string text; ///< a sentence for people, with the reason
    bool operator==(const Failed &) const = default;

    /// What a shell would exit with: 127 when the program was not found, 126 when it could not be run.
    int exitStatus() const { return error == 2 /* ENOENT */ ? 127 : 126; }
};

/// COMMAND's main process ended by itself or was ended; what it left behind may still run.
struct Exited
{
    std::int32_t waitStatus = 0; ///< as from waitpid()
    bool operator==(const Exited &) const = default;
};

/// Why the work ended: the first reason that there was.
enum class Cause : std::uint8_t {
    Ended, ///< COMMAND's main process ended by itself
    Stopped, ///< E asked for it (Stop, Quit)
    Deadline, ///< no renewal came in time. E must treat the tenure as over: G may be giving it up already
    Orphaned, ///< E is gone
    NotRun, ///< see Failed
};

/// waitpid() says that nothing is left below G. E answers with Release, or gives the lease up itself and says Quit;
/// where neither comes in time and D (less the margin) has passed, or E is gone, G gives the lease up by itself.
struct Gone
{
    std::int32_t waitStatus = 0; ///< COMMAND's own; 127 or 126 as exit status after Failed
    Cause cause = Cause::Ended;
    bool operator==(const Gone &) const = default;
};

/// What became of giving the lease up. A failure is harmless: the lease runs out by itself.
struct Released
{
    bool released = false; ///< the row was ours and is deleted
    std::string error; ///< why not; empty when the row was not ours any more
    bool operator==(const Released &) const = default;
};

/// Something below G does not die (not permitted, or in an uninterruptible wait). G goes on trying and keeps the
/// lease. Sent once.
struct Stuck
{
    pid_t pid = 0;
    std::string text;
    bool operator==(const Stuck &) const = default;
};

/// The order is part of the protocol: the index is the type byte.
using Message = std::variant<Prepare, Start, NewDeadline, NewRelease, Stop, SendSignal, Release, Quit, Ready, Started,
                             Failed, Exited, Gone, Released, Stuck>;

/// The packet for \a message. Empty if the message breaks a rule that decode() would refuse.
std::string encode(const Message &message);

/// The message in \a packet, or nothing where it is cut short, too long, of another version, of an unknown type, or
/// breaks a rule (no argument, a NUL in a string, a negative duration, …); then \a error, if given, says what.
std::optional<Message> decode(std::string_view packet, std::string *error = nullptr);

} // namespace Elector::GuardianProtocol
