// SPDX-License-Identifier: MIT
#pragma once

#include "rules/leaseoperations_p.h"

#include <chrono>
#include <optional>

namespace Elector {

class SqlConnection;
struct ServerFacts;

/// When the work under a lock last succeeded, as the full level keeps it. Decides nothing.
///
/// Expects a session set up by ServerCheck::configureSession(). Belongs to the connection's thread and blocks it for
/// the attempt time-out at most.
class SuccessTable
{
public:
    /// What was found out about the connection, which must outlive this.
    SuccessTable(SqlConnection &connection, const ServerFacts &facts);

    struct Answer
    {
        Outcome outcome = Outcome::Unknown;
        ElectorError error;
        bool lasting = false; ///< the error does not pass by itself: to try again is no use
        bool held = false; ///< the tenure that asked holds the lock
        std::optional<std::chrono::milliseconds> age; ///< of the last success; negative after the clock was set back
        QString by; ///< whose it was, a leader_id
    };
    /// Writes nothing. An error, too, where a success could not be noted later.
    Answer last(int lockId, const TenureKey &key);
    /// Notes a success as of now, by the server's clock; may be repeated.
    Answer note(int lockId, const TenureKey &key);

private:
    void explain(Answer *answer) const;

    SqlConnection &m_connection;
    const QString m_schema;
    const bool m_callsFunctions;
};

} // namespace Elector
