// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtCore/QVariant>

#include <optional>

/// Statements with their values written into them, for a simple query: nothing is prepared for them and nothing bound.
namespace Elector::WholeStatement {

/// A value as PostgreSQL takes it for text; empty for NULL. See SqlConnection::execute().
std::optional<QByteArray> valueText(const QVariant &value);

/// A literal that means `text` whatever a session is set to (client_encoding, standard_conforming_strings): plain ASCII
/// without quote and backslash, anything else as hexadecimal digits of its UTF-8. An empty optional is NULL.
QByteArray literal(const std::optional<QByteArray> &text);

/// `sql` with literals in the place of `$1`, `$2`, …; it has no `$` and digit within quotes.
QByteArray text(const QByteArray &sql, const QVariantList &values);

} // namespace Elector::WholeStatement
