// SPDX-License-Identifier: MIT
#include "sql/lockinspector_p.h"

#include "rules/tombstone_p.h"
#include "sql/candidatecount_p.h"
#include "sql/leasetable_p.h"
#include "sql/rowreading_p.h"
#include "sql/servercheck_p.h"
#include "sql/sqlconnection_p.h"
#include "sql/sqltext_p.h"

#include <QtCore/QSet>
#include <QtCore/QVariant>

#include <algorithm>

namespace Elector {

namespace {

QList<SchemaAbility> abilitiesOf(const ServerFacts &facts, bool notifies)
{
    using Ability = SchemaAbility;
    const auto full = facts.level == SchemaLevel::Full ? Ability::None : Ability::PlainTable;
    const auto unless = [](bool obstructed, Ability::Obstacle obstacle, Ability::Obstacle otherwise) {
        return obstructed ? obstacle : otherwise;
    };
    const auto primary = facts.inRecovery ? Ability::Standby : Ability::None;
    return {
        {Ability::Terms, full},
        {Ability::History, full},
        {Ability::Names, full},
        {Ability::Metadata, full},
        {Ability::Notifications,
         full != Ability::None ? full : unless(facts.inRecovery || notifies, primary, Ability::NotDelivered)},
        {Ability::Guard, full != Ability::None ? full : unless(!facts.mayGuard, Ability::MissingPrivilege, primary)},
        {Ability::ForcedRelease,
         facts.inRecovery ? primary
                          : unless(!facts.mayUpdate || !facts.mayDelete, Ability::MissingPrivilege, Ability::None)},
        {Ability::Candidates, primary},
    };
}

LockEntry::Kind kindOf(const QString &word)
{
    static const struct
    {
        const char *word;
        LockEntry::Kind kind;
    } words[] = {{"gate", LockEntry::Gate},
                 {"row", LockEntry::Row},
                 {"table", LockEntry::Table},
                 {"transaction", LockEntry::Transaction}};
    for (const auto &entry : words) {
        if (word == QLatin1String(entry.word))
            return entry.kind;
    }
    return LockEntry::Other;
}

std::optional<std::chrono::microseconds> span(const BinaryRow &row, int column)
{
    const auto number = RowReading::number(row, column);
    return number ? std::optional(std::chrono::microseconds(std::max<std::int64_t>(*number, 0))) : std::nullopt;
}

/// In the order of statements/lock_waits.sql.
LockEntry entryOf(const BinaryRow &row)
{
    LockEntry entry;
    entry.pid = row.number(0);
    entry.kind = kindOf(row.text(1));
    entry.object = row.text(2);
    entry.mode = row.text(3);
    entry.granted = row.flag(4);
    if (!entry.granted)
        entry.waitingFor = span(row, 5);
    // Parallel workers of one session are one session: it is named once.
    for (const QString &pid : row.text(6).split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (!entry.blockedBy.contains(pid.toLongLong()))
            entry.blockedBy.append(pid.toLongLong());
    }
    return entry;
}

/// In the order of statements/lock_sessions.sql.
LockSession sessionOf(const BinaryRow &row)
{
    LockSession session;
    session.pid = row.number(1);
    session.application = row.text(2);
    session.user = row.text(3);
    session.hidden = row.flag(4);
    session.address = row.text(5);
    session.port = int(row.number(6));
    session.startedAt = RowReading::dateTime(row, 7);
    session.state = row.text(8);
    session.inTransactionFor = span(row, 9);
    session.waitEventType = row.text(10);
    session.waitEvent = row.text(11);
    return session;
}

/// The holder's instance; empty if nobody holds the lock.
QString instanceOf(const QString &leaderId)
{
    Lease lease;
    lease.leaderId = leaderId;
    return lease.instanceId();
}

/// Which part a session plays, or none: then it is of no interest unless it is in somebody's way.
std::optional<LockSession::Role> roleOf(const SessionName &name, const LockDetails &details, const QString &schema)
{
    if (!name.isIn(schema))
        return std::nullopt;
    const bool serves = name.serves(details.lockId);
    if (!serves && !name.manyLocks)
        return std::nullopt;
    if (!details.leaderId.isEmpty() && name.mayBe(instanceOf(details.leaderId)))
        return LockSession::PossibleHolder;
    return serves ? LockSession::Candidate : LockSession::PossibleCandidate;
}

QString arrayOf(const QSet<qint64> &pids)
{
    QStringList numbers;
    for (const qint64 pid : pids)
        numbers.append(QString::number(pid));
    return QLatin1Char('{') + numbers.join(QLatin1Char(',')) + QLatin1Char('}');
}

QSet<qint64> pidsIn(const QList<LockEntry> &locks)
{
    QSet<qint64> pids;
    for (const LockEntry &entry : locks) {
        pids.insert(entry.pid);
        pids.unite(QSet<qint64>(entry.blockedBy.cbegin(), entry.blockedBy.cend()));
    }
    return pids;
}

} // namespace

LockInspector::LockInspector(SqlConnection &connection, const QString &schema, SchemaLevel level)
    : m_connection(connection)
    , m_schema(schema)
    , m_level(level)
{
}

CandidateCount LockInspector::candidates(const ServerFacts &facts)
{
    if (facts.inRecovery) // the candidates are at the primary
        return {};
    const Execution execution
        = m_connection.execute(SqlText::statement(QStringLiteral("candidates"), m_schema, m_level));
    if (execution.outcome != Outcome::Answered)
        return {};
    QList<NamedSessions> sessions;
    for (int n = 0; n < execution.count(); ++n) {
        const BinaryRow row = execution.row(n);
        if (auto name = SessionName::parse(row.text(0)))
            sessions.append({std::move(*name), int(row.number(1))});
    }
    return CandidateCount(sessions, m_schema);
}

LockInspector::Details LockInspector::details(int lockId, const ServerFacts &facts, bool notifies,
                                              std::chrono::milliseconds patience)
{
    Details answer;
    answer.details.lockId = lockId;
    answer.details.abilities = abilitiesOf(facts, notifies);
    readLocks(&answer, patience);
    readSessions(&answer);
    return answer;
}

void LockInspector::readLocks(Details *answer, std::chrono::milliseconds patience)
{
    const int lockId = answer->details.lockId;
    const Execution execution = orWithoutTables([&](SchemaLevel level) {
        return executeWithin(patience, SqlText::statement(QStringLiteral("lock_waits"), m_schema, level),
                             {lockId, static_cast<qlonglong>(LeaseTable::gateKey(m_schema, lockId))}, &answer->spoilt);
    });
    answer->details.locksError = execution.error;
    for (int n = 0; n < execution.count(); ++n)
        answer->details.locks.append(entryOf(execution.row(n)));
}

// Somebody may have locked a table as a whole: who that is, is just what is asked for.
template <typename Ask> Execution LockInspector::orWithoutTables(Ask ask)
{
    Execution execution = ask(m_level);
    if (execution.error.sqlState == QLatin1String("55P03") || execution.error.sqlState == QLatin1String("57014"))
        execution = ask(SchemaLevel::None);
    return execution;
}

Execution LockInspector::executeWithin(std::chrono::milliseconds patience, const QString &sql,
                                       const QVariantList &values, bool *spoilt)
{
    const QString wanted = QString::number(patience.count());
    if (m_connection.sendsWhole())
        return m_connection.executeAfter(QStringLiteral("SET LOCAL statement_timeout TO $1;"), {wanted}, sql, values);
    const QString limit = SqlText::statement(QStringLiteral("limit_statements"), m_schema, m_level);
    const Execution limited = m_connection.execute(limit, {wanted});
    *spoilt = limited.count() != 1;
    if (*spoilt)
        return limited;
    Execution execution = m_connection.execute(sql, values);
    *spoilt = m_connection.execute(limit, {limited.row(0).text(0)}).outcome != Outcome::Answered;
    return execution;
}

void LockInspector::readSessions(Details *answer)
{
    LockDetails &details = answer->details;
    const QSet<qint64> involved = pidsIn(details.locks);
    const Execution execution = orWithoutTables([&](SchemaLevel level) {
        return m_connection.execute(SqlText::statement(QStringLiteral("lock_sessions"), m_schema, level),
                                    {details.lockId, arrayOf(involved)});
    });
    answer->outcome = execution.outcome;
    answer->error = execution.error;
    bool seesAll = false;
    for (int n = 0; n < execution.count(); ++n) {
        const BinaryRow row = execution.row(n);
        seesAll = row.flag(12);
        details.leaderId = Tombstone::original(row.text(0));
        if (row.isNull(1)) // there is no session
            break;
        LockSession session = sessionOf(row);
        std::optional<LockSession::Role> role;
        if (const auto name = SessionName::parse(session.application)) {
            session.instance = name->instance;
            role = roleOf(*name, details, m_schema);
        }
        if (role || involved.contains(session.pid)) {
            session.role = role.value_or(LockSession::Bystander);
            details.sessions.append(session);
        }
    }
    details.abilities.append(
        {SchemaAbility::SessionDetails, seesAll ? SchemaAbility::None : SchemaAbility::MissingPrivilege});
    const auto mayHold = [](const LockSession &session) { return session.role == LockSession::PossibleHolder; };
    const auto holder = std::find_if(details.sessions.begin(), details.sessions.end(), mayHold);
    if (holder != details.sessions.end() && std::none_of(holder + 1, details.sessions.end(), mayHold))
        holder->role = LockSession::Holder;
    std::stable_sort(details.sessions.begin(), details.sessions.end(),
                     [](const LockSession &a, const LockSession &b) { return a.role < b.role; });
}

} // namespace Elector
