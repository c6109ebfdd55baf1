// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/enums.h>

#include <QtCore/QString>

/// The SQL of this library lives in `libelector/sql/`, is embedded as a resource, and is filled in here.
namespace Elector::SqlText {

/// `sql/statements/<name>.sql` for one schema and level, on as few lines as possible and without comments, with `?` for
/// its binds. Lines that begin with `@full` or `@plain` stay on that level only.
QString statement(const QString &name, const QString &schema, SchemaLevel level);

/// The same by the function `leader_lease_<name>` (sql/schema/full_strict.sql), for who may not write the table: with
/// the binds of the statement, and the key of the tenure (TenureProof) behind them if it wants one.
enum class Key { None, Last };
QString call(const QString &name, const QString &schema, Key key);

/// `sql/schema/<name>.sql` with its comments. Other files can be included (`@include <name>@`), and statements
/// (`@statement <name>@`); `indexMethod` is btree or brin, `strict` is on, off or keep.
QString script(const QString &name, const QString &schema, const QString &indexMethod,
               const QString &strict = QStringLiteral("keep"));

} // namespace Elector::SqlText
