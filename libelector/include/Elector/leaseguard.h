// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/elector_export.h>
#include <Elector/electorerror.h>

#include <QtCore/QString>
#include <QtSql/QSqlDatabase>

#include <optional>

namespace Elector {

class LeaderElector;

/// Makes work inside the same database strictly exclusive: from the guard to the end of the transaction nobody else
/// *can* become leader, because a take-over has to wait for it. Full level only.
///
///     QSqlDatabase db = QSqlDatabase::database();
///     db.transaction();
///     if (Elector::LeaseGuard guard(db, elector); guard.isGranted()) {
///         … // your statements
///         guard.isStillGranted() && db.commit();
///     } else db.rollback();
///
/// Works on the application's own connection, in the thread that owns it, and blocks that thread for one round trip
/// (for less than `deadlock_timeout` while a take-over is under way). Take it *before* the first write of the
/// transaction and outside of savepoints: ROLLBACK TO a savepoint from before it undoes it, which isStillGranted()
/// tells. The transaction gets an idle_in_transaction_session_timeout of a lease at most, so that a client that freezes
/// in it cannot keep everybody from leading.
class ELECTOR_EXPORT LeaseGuard
{
public:
    /// `database` must be open, in a transaction, on the database that `elector` uses. The elector may live in
    /// another thread.
    LeaseGuard(const QSqlDatabase &database, const LeaderElector &elector);

    /// Whether the work may be done. If not, roll back; error() says why.
    bool isGranted() const { return m_granted; }
    /// Whether it still stands; ask right before COMMIT if savepoints were used. One round trip.
    bool isStillGranted();
    /// Why it was refused; none if it was granted.
    ElectorError error() const { return m_error; }
    /// The fencing token under which the work is done.
    qint64 term() const { return m_term; }

private:
    bool ask(const QString &function);
    void refuse(ErrorCode code, const QString &text, const QString &remedy);

    QString m_connectionName;
    QString m_schema;
    int m_lockId = 0;
    QString m_leaderId;
    qint64 m_term = 0;
    bool m_granted = false;
    ElectorError m_error;
};

} // namespace Elector
