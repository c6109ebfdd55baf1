// SPDX-License-Identifier: MIT
// Answers in text, of any type and content: they become the same in binary, or nothing at all.
#include "fuzzing.h"

#include "sql/binaryrows_p.h"
#include "sql/textrows_p.h"

#include <array>
#include <charconv>
#include <optional>

using namespace Elector;

namespace {

constexpr std::array<Oid, 6> types{16, 20, 21, 23, 25, 1184};

/// One column of one row: the first byte of the input chooses its type, the others are its text.
TextRows::Result answer(Oid type, const QByteArray &text)
{
    TextRows::Result result(PQmakeEmptyPGresult(nullptr, PGRES_TUPLES_OK), &PQclear);
    std::array<char, 2> name{"c"};
    PGresAttDesc description{};
    description.name = name.data();
    description.typid = type;
    PQsetResultAttrs(result.get(), 1, &description);
    QByteArray value = text;
    PQsetvalue(result.get(), 0, 0, value.data(), static_cast<int>(value.size()));
    return result;
}

std::optional<qint64> number(const QByteArray &text)
{
    qint64 value = 0;
    const auto [end, error] = std::from_chars(text.cbegin(), text.cend(), value);
    return error == std::errc() && end == text.cend() ? std::optional(value) : std::nullopt;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const Oid type = types[data[0] % types.size()];
    const QByteArray text = Fuzzing::bytes(data + 1, size - 1);
    TextRows::Result binary = TextRows::toBinary(answer(type, text).get());
    if (!binary) {
        Fuzzing::require(type != 25, "a text is never refused");
        Fuzzing::require(type != 20 || !number(text), "no number is refused");
        return 0;
    }
    const BinaryRows rows(binary.release());
    Fuzzing::require(rows.isAnswer() && rows.count() == 1, "one row");
    switch (type) {
    case 16:
        Fuzzing::require(rows.number(0, 0) == (text == "t" ? 1 : 0), "a flag is the one that was sent");
        break;
    case 20:
    case 21:
    case 23:
        Fuzzing::require(number(text) == rows.number(0, 0), "a number is the one that was sent");
        break;
    case 1184:
        Fuzzing::require(rows.time(0, 0).count() >= -62'135'596'800'000'000, "no time before the year 1");
        break;
    default:
        Fuzzing::require(rows.text(0, 0) == QString::fromUtf8(text), "a text is read as it was sent");
    }
    return 0;
}
