// SPDX-License-Identifier: MIT
#pragma once

#include "rules/leaseoperations_p.h"

#include <Elector/enums.h>

#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QVariant>

#include <chrono>
#include <cstdint>
#include <vector>

namespace Elector {

class SqlConnection;
struct Execution;
struct ServerFacts;

/// Performs requests on `leader_lease`: each is one statement, one transaction, one round trip. Decides nothing; what
/// a reply means for an election is the Candidate's business.
///
/// Expects a session set up by ServerCheck::configureSession(). Belongs to the connection's thread and blocks it for
/// the attempt time-out at most.
class LeaseTable
{
public:
    /// Where advisory locks are missing or denied, everybody bids ungated: more of them wait for the row.
    enum class Gate { AdvisoryLock, None };
    /// Where nodes may not write the table, functions do it for them, if the tenure is proved to be this process'.
    enum class Access { Table, Functions };

    /// `schema` is a valid name (Schema::isValidName()), `level` Plain or Full. The plain statements are right on a
    /// full table too, so a node lives through an upgrade of the table under its feet; it then has no terms.
    /// `connection` must outlive this.
    LeaseTable(SqlConnection &connection, const QString &schema, SchemaLevel level, Gate gate = Gate::AdvisoryLock,
               Access access = Access::Table);
    /// As these facts want it: their level is Plain or Full.
    LeaseTable(SqlConnection &connection, const ServerFacts &facts);

    SchemaLevel level() const { return m_level; }
    QString schema() const { return m_schema; }

    /// Plays an election of a lock that nobody uses, and rolls it back: the first run of the statements and of their
    /// triggers takes the server several times as long as the later ones, and no bid should have to wait for that.
    /// False: it failed, in time or otherwise.
    bool rehearse();
    /// Never throws, never retries. A request that lost a race for a row (Verdict::NotExpired) may carry the row as
    /// it was a moment before, even expired or none.
    Reply perform(const Request &request);

    struct Renewal
    {
        int lockId = 1;
        RenewRequest what;
    };
    /// Renews many tenures by one statement that waits for no row: one reply for each, in the order given, each
    /// Renewed, Expired, Busy or Lost; or Failed or Unknown, all of them or all that were not renewed. Those that were
    /// not are asked for by a second statement. A `Lost` reply carries the row of the moment when the statement began.
    std::vector<Reply> renewBatch(const std::vector<Renewal> &renewals);

    /// How these are sent, and what came back of it; for who measures.
    static QVariantList valuesOf(const std::vector<Renewal> &renewals);
    static std::vector<Reply> repliesOf(const Execution &execution, const std::vector<Renewal> &renewals);

    struct Release
    {
        int lockId = 1;
        ReleaseRequest what;
    };
    /// Gives many tenures up by one statement that waits for no row, and one more for each that is not there or is
    /// busy: one reply for each, in the order given.
    std::vector<Reply> releaseBatch(const std::vector<Release> &releases);

    struct Capture
    {
        int lockId = 1;
        CaptureRequest what;
    };
    /// Many bids, of one for each lock at most, by one statement: one reply for each, in the order given; or those that
    /// went out together Failed or Unknown. Bids of a special kind (ungated, or for a stuck row) go alone.
    std::vector<Reply> captureBatch(const std::vector<Capture> &captures);
    /// Reads many locks by one statement: one reply for each, in the order given.
    std::vector<Reply> readBatch(const std::vector<int> &lockIds);

    /// Sets what the leader publishes (full level only), without touching its lease. Verdict::Renewed if done, Lost if
    /// there is no live row with that key.
    Reply publish(int lockId, const TenureKey &key, const QString &metadata);

    /// The release as text for a plain libpq client (a program's guardian, when everything else is dead):
    /// $1 lock id, $2 leader_id, $3 term or NULL. Deletes the tenure's row or its tombstone, nothing else.
    static QString releaseSqlForLibpq(const QString &schema, SchemaLevel level);
    /// The same through the function for it: $4 is the key of the tenure (TenureProof).
    static QString releaseCallForLibpq(const QString &schema);
    /// The key of the advisory lock that a bidder tries to take.
    static std::int64_t gateKey(const QString &schema, int lockId);
    /// The statements as they are sent, for tests and for reading: read, capture, renew, release, clean_up,
    /// publish, and those for many locks.
    static QString statement(const QString &name, const QString &schema, SchemaLevel level);
    static QStringList statementNames();

private:
    Reply read(int lockId);
    Reply capture(int lockId, const CaptureRequest &request);
    Reply renew(int lockId, const RenewRequest &request);
    Reply release(int lockId, const ReleaseRequest &request);
    Reply cleanUp(const CleanUpRequest &request);
    void renewAgain(const std::vector<Renewal> &renewals, std::vector<Reply> *replies);
    std::vector<Reply> captureTogether(const std::vector<Capture> &captures);
    struct Text
    {
        const char *name;
        QString sql;
        bool wantsKey;
    };
    const Text &text(const char *name);
    Execution execute(const char *name, QVariantList values);

    SqlConnection &m_connection;
    QString m_schema;
    SchemaLevel m_level;
    Gate m_gate;
    Access m_access;
    std::vector<Text> m_texts;
};

} // namespace Elector
