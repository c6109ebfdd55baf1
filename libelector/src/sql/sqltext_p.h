// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/enums.h>

#include <QtCore/QString>

/// The SQL of this library lives in `libelector/sql/`, is embedded as a resource, and is filled in here.
namespace Elector::SqlText {

/// `sql/statements/<name>.sql` for one schema and level, on as few lines as possible and without comments, with `?` for
/// its binds. Lines that begin with `@full` or `@plain` stay on that level only.
QString statement(const QString &name, const QString &schema, SchemaLevel level);

/// `sql/schema/<name>.sql` with its comments. Other files can be included (`@include <name>@`); `indexMethod` is btree
/// or brin.
QString script(const QString &name, const QString &schema, const QString &indexMethod);

} // namespace Elector::SqlText
