// SPDX-License-Identifier: MIT
#pragma once

#include <libpq-fe.h>

#include <memory>
#include <optional>
#include <string_view>

/// The answers to simple queries, which come as text.
namespace Elector::TextRows {

using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

/// The same rows in PostgreSQL's binary format, for BinaryRows: integers, booleans and times (in ISO style and UTC)
/// become what they are there, anything else stays text. Null if a value is not what its column says.
Result toBinary(const PGresult *result);

/// A timestamptz as PostgreSQL writes it, in microseconds since 2000 as the binary format has it; years beyond 9999 and
/// before 1 are the infinities.
std::optional<long long> microseconds(std::string_view text);

} // namespace Elector::TextRows
