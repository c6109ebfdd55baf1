// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/bootclock.h>
#include <Elector/electorerror.h>
#include <Elector/lockorder.h>

#include <QtCore/QString>

#include <chrono>
#include <cstdint>
#include <optional>
#include <variant>

/// The vocabulary between the rules (Candidate), the session that carries requests, and the SQL that performs them.
/// Plain values; nothing here knows of SQL, threads or timers.
namespace Elector {

/// The database's clock, microseconds since 1970-01-01 UTC. A type of its own, so that it can never be compared
/// with this machine's clocks by accident.
struct ServerClock
{
    using duration = std::chrono::microseconds;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<ServerClock>;
    static constexpr bool is_steady = false;
};
using ServerTime = ServerClock::time_point;

/// Names one tenure exactly: `leader_id` is unique per capture attempt; on the full level the term goes with it.
struct TenureKey
{
    QString leaderId;
    std::optional<std::int64_t> term; ///< empty on the plain level

    friend bool operator==(const TenureKey &, const TenureKey &) = default;
};

/// A lock's row as the database saw it at `Reply::serverTime`.
struct RowState
{
    QString leaderId;
    std::optional<std::int64_t> term;
    /// expires_at minus the server's clock when read; negative once expired. `infinity` is the largest value.
    std::chrono::microseconds remaining{};
    ServerTime expiresAt;
};

/// Reads the row; writes nothing, locks nothing.
struct ReadRequest
{
};

/// A row that lies further ahead than any lease in use and did not change for that long on our own clock: what is
/// left of a dead holder after the server's clock was set back. It may be captured although it has not expired,
/// but only if it is still exactly this row.
struct StuckRow
{
    QString leaderId;
    ServerTime expiresAt;
};

struct CaptureRequest
{
    QString leaderId; ///< a fresh one for each attempt
    std::chrono::milliseconds lease{};
    /// The bid counts only while the server's clock is not beyond this (a forward step must not free a live lease).
    std::optional<ServerTime> notAfter;
    bool ungated = false; ///< bid without the advisory gate, which an application may be holding
    std::optional<StuckRow> stuck;
};

struct RenewRequest
{
    TenureKey key;
    std::chrono::milliseconds lease{};
    bool alone = false; ///< never in a batch: the row was busy in one
};

/// Gives the row up: deletes it by its exact key, or its tombstone.
struct ReleaseRequest
{
    TenureKey key;
};

/// Deletes rows that expired more than five seconds ago, in all locks of the table.
struct CleanUpRequest
{
    std::optional<ServerTime> notAfter; ///< nothing is deleted once the server's clock is beyond this
    int limit = 1000;
};

struct Request
{
    int lockId = 1;
    std::variant<ReadRequest, CaptureRequest, RenewRequest, ReleaseRequest, CleanUpRequest> what;
};

/// How a request ended, by what the caller must do next.
enum class Outcome {
    Answered, ///< the database answered; see Verdict
    Failed, ///< the database refused to do it and nothing was applied: may be retried as it is
    Unknown, ///< nobody knows whether it was applied
};

enum class Verdict {
    None, ///< for Outcome::Failed and Unknown
    Read, ///< the row, if there is one, is in Reply::row
    Captured, ///< Reply::row is our new row
    NotExpired, ///< the bid lost: Reply::row is somebody's live row (or was, a moment ago)
    GateBusy, ///< somebody else is bidding just now
    Barred, ///< an operator paused the lock or reserved it for another: see Reply::order
    BeyondTime, ///< the server's clock was already beyond `notAfter`
    Renewed, ///< Reply::row is our row
    Expired, ///< our row is there, but ran out before it could be renewed
    Busy, ///< our row is locked by somebody; nobody knows yet
    Lost, ///< there is no row with our key; Reply::row is what is there instead
    Released, ///< the row, or its tombstone, was deleted
    NothingToRelease, ///< no row with that key
    Cleaned, ///< clean-up was done
};

struct Reply
{
    Outcome outcome = Outcome::Unknown;
    Verdict verdict = Verdict::None;
    /// Our clock before the first byte of the statement was sent; what trust is anchored to.
    BootClock::time_point sentAt;
    /// Our clock after the last byte of the answer had arrived.
    BootClock::time_point receivedAt;
    /// The database's clock, read inside the statement after its work. Only if answered.
    ServerTime serverTime;
    std::optional<RowState> row;
    /// The longest lease in use on this lock as the database knows it; zero on the plain level.
    std::chrono::milliseconds maxLease{};
    /// What an operator ordered; told by answers to ReadRequest and CaptureRequest.
    LockOrder order;
    int cleaned = 0; ///< rows deleted by a clean-up
    ElectorError error;
};

} // namespace Elector
