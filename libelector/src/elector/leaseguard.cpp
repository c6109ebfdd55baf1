// SPDX-License-Identifier: MIT
#include "Elector/leaseguard.h"

#include "elector/leaderelector_p.h"
#include "sql/databaseerror_p.h"
#include "sql/guardsql_p.h"

#include <QtCore/QThread>
#include <QtCore/QVariant>
#include <QtSql/QSqlDriver>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>

namespace Elector {

LeaseGuard::LeaseGuard(const QSqlDatabase &database, const LeaderElector &elector)
    : m_connectionName(database.connectionName())
    , m_schema(elector.d->config.schema())
    , m_lockId(elector.d->config.lockId())
{
    const TenureKey key = elector.d->others->leadership.key(BootClock::now());
    m_leaderId = key.leaderId;
    m_term = key.term.value_or(0);
    if (!elector.isLeader() || key.leaderId.isEmpty()) {
        refuse(ErrorCode::Refused, QStringLiteral("This node does not lead lock %1.").arg(m_lockId),
               QStringLiteral("Roll back; the leader does the work."));
    } else if (!key.term) {
        refuse(ErrorCode::TableMissing, QStringLiteral("A plain leader_lease has no guard."),
               QStringLiteral("Upgrade the schema to the full level."));
    } else if (database.isValid() && database.driver()->thread() != QThread::currentThread()) {
        refuse(ErrorCode::Refused, QStringLiteral("The connection belongs to another thread."),
               QStringLiteral("Take the guard in the thread that opened the connection; the elector may live in any."));
    } else if (const QString problem = GuardSql::transactionProblem(database); !problem.isEmpty()) {
        refuse(ErrorCode::Refused, problem,
               QStringLiteral("Call QSqlDatabase::transaction() first, so that the guard lasts until COMMIT."));
    } else if (ask(GuardSql::take(m_schema))) {
        m_granted = true;
    } else if (!m_error) {
        refuse(ErrorCode::Refused,
               QStringLiteral("The lease of lock %1 is no longer held by this node, or somebody is taking it over.")
                   .arg(m_lockId),
               QStringLiteral("Roll back; the leader does the work."));
    }
}

bool LeaseGuard::isStillGranted()
{
    if (!m_granted)
        return false;
    m_granted = ask(GuardSql::held(m_schema));
    if (!m_granted && !m_error)
        refuse(ErrorCode::Refused,
               QStringLiteral("The guard was undone by ROLLBACK TO a savepoint, or the transaction is over."),
               QStringLiteral("Roll back, and take the guard before the first savepoint."));
    return m_granted;
}

bool LeaseGuard::ask(const QString &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_connectionName, false));
    bool ok = query.prepare(sql);
    if (ok) {
        query.addBindValue(m_lockId);
        query.addBindValue(m_leaderId);
        query.addBindValue(m_term);
        ok = query.exec() && query.next();
    }
    if (!ok) {
        m_error = DatabaseError::fromStatement(query.lastError());
        return false;
    }
    return query.value(0).toBool();
}

void LeaseGuard::refuse(ErrorCode code, const QString &text, const QString &remedy)
{
    m_error = {code, text, remedy, {}};
}

} // namespace Elector
