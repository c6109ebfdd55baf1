// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace Elector {

/// One lease, given up in the database by its exact tenure key. libpq is loaded at run time, by preload(): with all
/// that it needs it costs 5 to 15 ms, which must not lie between a capture and the start of COMMAND.
struct LeaseRelease
{
    std::string connectionInfo;
    std::string sql; ///< $1 lock id, $2 leader id, $3 term (NULL if there is none), and $4 the key if there is one
    std::string key; ///< not empty: of the tenure, where the table is strict
    std::string preamble; ///< not empty: goes before it in one simple query, as a pooler that lends sessions wants it
    std::int32_t lockId = 0;
    std::string leaderId;
    std::optional<std::int64_t> term;

    struct Outcome
    {
        bool released = false;
        std::string error;
    };

    /// Loads libpq, so that giveUp() need not. May block on a slow disk: not while anything lives below.
    static void preload();

    /// Connects, sends the statement, repeats both after a failure (the key makes repeating safe) until \a limit.
    /// Blocks for no longer, except in a look-up of the host's name. Wipes the connection string and the key.
    Outcome giveUp(std::chrono::milliseconds limit);
};

} // namespace Elector
