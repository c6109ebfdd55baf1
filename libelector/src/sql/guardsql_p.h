// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

class QSqlDatabase;

/// The guard's statements, for the application's own connection.
namespace Elector::GuardSql {

/// How the parameters are written: `?` for QtSql, `$1` and so on for PostgreSQL.
enum Placeholders { Question, Numbered };
/// Lock id, leader_id, term → whether it is granted.
QString take(const QString &schema, Placeholders placeholders = Question);
/// The same parameters → whether it still stands in this transaction.
QString held(const QString &schema);
/// What is wrong with the connection's transaction; empty if it is in one that works. No round trip.
QString transactionProblem(const QSqlDatabase &database);

} // namespace Elector::GuardSql
