// SPDX-License-Identifier: MIT
#pragma once

#include "rules/leaseoperations_p.h"
#include "sql/candidatecount_p.h"

#include <Elector/lease.h>
#include <Elector/lockdetails.h>

#include <chrono>
#include <vector>

namespace Elector {

struct Execution;
class SqlConnection;
struct ServerFacts;

/// Who waits for which lock, and what keeps them waiting, as far as the server tells this role.
///
/// Expects a session set up by ServerCheck::configureSession(). Belongs to the connection's thread and blocks it.
class LockInspector
{
public:
    /// As for LeaseTable.
    LockInspector(SqlConnection &connection, const QString &schema, SchemaLevel level);

    /// Who waits for each lock. Knows nothing on a standby and where the sessions cannot be read. One cheap statement,
    /// however many leases there are.
    CandidateCount candidates(const ServerFacts &facts);

    struct Details
    {
        Outcome outcome = Outcome::Unknown;
        LockDetails details; ///< if answered
        ElectorError error;
        /// The session's own statement_timeout could not be restored: it has to be set up anew.
        bool spoilt = false;
    };
    /// Takes `patience` for pg_locks at most, however long statements may take otherwise.
    Details details(int lockId, const ServerFacts &facts, bool notifies, std::chrono::milliseconds patience);

private:
    template <typename Ask> Execution orWithoutTables(Ask ask);
    Execution executeWithin(std::chrono::milliseconds patience, const QString &sql, const QVariantList &values,
                            bool *spoilt);
    void readLocks(Details *answer, std::chrono::milliseconds patience);
    void readSessions(Details *answer);

    SqlConnection &m_connection;
    QString m_schema;
    SchemaLevel m_level;
};

} // namespace Elector
