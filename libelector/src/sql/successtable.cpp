// SPDX-License-Identifier: MIT
#include "sql/successtable_p.h"

#include "sql/rowreading_p.h"
#include "sql/servercheck_p.h"
#include "sql/sqlconnection_p.h"
#include "sql/sqltext_p.h"
#include "sql/tenureproof_p.h"

#include <QtCore/QVariant>

namespace Elector {

namespace {

QVariantList binds(int lockId, const TenureKey &key)
{
    return {lockId, key.leaderId, key.term ? QVariant(static_cast<qlonglong>(*key.term)) : QVariant()};
}

} // namespace

SuccessTable::SuccessTable(SqlConnection &connection, const ServerFacts &facts)
    : m_connection(connection)
    , m_schema(facts.schema)
    , m_callsFunctions(facts.callsFunctions())
{
}

SuccessTable::Answer SuccessTable::last(int lockId, const TenureKey &key)
{
    const Execution execution = m_connection.execute(
        SqlText::statement(QStringLiteral("last_success"), m_schema, SchemaLevel::Full), binds(lockId, key));
    Answer answer{execution.outcome, execution.error, false, false, {}, {}};
    if (execution.count() == 1) {
        const BinaryRow row = execution.row(0);
        answer.held = row.flag(0);
        answer.by = row.text(1);
        if (const auto age = RowReading::number(row, 2))
            answer.age = std::chrono::milliseconds(*age);
        if (!row.flag(3)) {
            answer.outcome = Outcome::Failed;
            answer.error = {ErrorCode::PrivilegeMissing,
                            QStringLiteral("This role may not note successes in schema %1.").arg(m_schema),
                            QStringLiteral("Run \"elector migrate\" as the owner of the table, which passes on to the "
                                           "nodes what they need."),
                            QStringLiteral("42501")};
        }
    }
    explain(&answer);
    return answer;
}

SuccessTable::Answer SuccessTable::note(int lockId, const TenureKey &key)
{
    const QString name = QStringLiteral("note_success");
    QVariantList values = binds(lockId, key);
    if (m_callsFunctions)
        values.append(TenureProof::key());
    const Execution execution
        = m_connection.execute(m_callsFunctions ? SqlText::call(name, m_schema, SqlText::Key::Last)
                                                : SqlText::statement(name, m_schema, SchemaLevel::Full),
                               values);
    Answer answer{execution.outcome, execution.error, false, false, {}, {}};
    answer.held = execution.count() == 1 && execution.row(0).flag(0);
    explain(&answer);
    return answer;
}

/// A full table of an earlier version knows neither the columns nor the function.
void SuccessTable::explain(Answer *answer) const
{
    if (answer->outcome != Outcome::Failed)
        return;
    const QString state = answer->error.sqlState;
    answer->lasting = state == QLatin1String("42501");
    if (state == QLatin1String("42703") || state == QLatin1String("42883")) {
        answer->lasting = true;
        answer->error
            = {ErrorCode::TableMissing,
               QStringLiteral("The tables in schema %1 are of an earlier version, which keeps no last success.")
                   .arg(m_schema),
               QStringLiteral("Bring them up to date by \"elector migrate\"."), state};
    }
}

} // namespace Elector
