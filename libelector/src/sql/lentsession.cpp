// SPDX-License-Identifier: MIT
#include "sql/lentsession_p.h"

#include "sql/sqlconnection_p.h"
#include "sql/sqltext_p.h"
#include "sql/wholestatement_p.h"

#include <QtCore/QVariant>

#include <algorithm>

namespace Elector::LentSession {

namespace {

using std::chrono::milliseconds;

QByteArray filledIn(const char *statement, const QVariantList &values)
{
    const QString sql = SqlText::statement(QLatin1String(statement), QString(), SchemaLevel::Full);
    return WholeStatement::text(sql.toUtf8(), values);
}

QVariant number(milliseconds span)
{
    return QVariant(static_cast<qlonglong>(span.count()));
}

/// As in configure_session.sql.
QByteArray transactionSettings(const SessionSettings &settings, milliseconds lockTimeout, bool readOnly)
{
    return filledIn("transaction_settings",
                    {readOnly ? QStringLiteral("on") : QStringLiteral("off"), number(settings.statementTimeout),
                     number(lockTimeout), number(settings.idleInTransactionTimeout)});
}

QByteArray sameServer(const Contact &contact)
{
    return filledIn(
        "same_server",
        {contact.inRecovery, contact.startedAt, contact.fsync, QString::fromLatin1(SqlConnection::elsewhere())});
}

} // namespace

ElectorError prepare(SqlConnection &connection, const SessionSettings &settings, Contact *contact)
{
    connection.setPreamble(transactionSettings(settings, settings.lockTimeout, true));
    const Execution execution
        = connection.executeOnce(SqlText::statement(QStringLiteral("server_contact"), QString(), SchemaLevel::Full));
    if (execution.outcome != Outcome::Answered)
        return execution.error;
    if (execution.count() != 1)
        return {ErrorCode::Database, QStringLiteral("The database gave an answer that makes no sense."), {}, {}};
    const BinaryRow row = execution.row(0);
    *contact = {
        int(row.number(0)),         row.flag(1), row.number(2), row.text(3), row.text(4), milliseconds(row.number(5)),
        milliseconds(row.number(6))};
    connection.setPreamble(forServer(settings, *contact));
    return {};
}

QByteArray forServer(const SessionSettings &settings, const Contact &contact)
{
    const milliseconds longestWait = contact.deadlockTimeout * 6 / 10; // below the deadlock check
    const milliseconds lockTimeout = std::max(milliseconds(1), std::min(settings.lockTimeout, longestWait));
    return transactionSettings(settings, lockTimeout, contact.inRecovery) + sameServer(contact);
}

QByteArray anyServer()
{
    const SessionSettings settings;
    return transactionSettings(settings, settings.lockTimeout, false);
}

} // namespace Elector::LentSession
