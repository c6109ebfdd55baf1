// SPDX-License-Identifier: MIT
#include "sql/textrows_p.h"

#include <QtCore/QByteArray>
#include <QtCore/QtEndian>

#include <charconv>
#include <chrono>
#include <limits>
#include <vector>

namespace Elector {

namespace {

// Of pg_type.dat; they never change.
enum Type : Oid { Boolean = 16, BigInt = 20, SmallInt = 21, Int = 23, TimestampTz = 1184 };

/// Takes a number off the front of a text.
class Digits
{
public:
    explicit Digits(std::string_view text)
        : m_rest(text)
    {
    }

    bool take(long long *number)
    {
        const auto [end, error] = std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), *number);
        if (error != std::errc() || *m_rest.data() == '-')
            return false;
        m_rest.remove_prefix(std::size_t(end - m_rest.data()));
        return true;
    }
    bool take(char character)
    {
        if (m_rest.empty() || m_rest.front() != character)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }
    std::string_view rest() const { return m_rest; }

private:
    std::string_view m_rest;
};

/// What stands behind the seconds' point, as microseconds.
bool takeFraction(Digits *digits, long long *microseconds)
{
    *microseconds = 0;
    if (!digits->take('.'))
        return true;
    const std::size_t before = digits->rest().size();
    if (!digits->take(microseconds))
        return false;
    for (std::size_t places = before - digits->rest().size(); places < 6; ++places)
        *microseconds *= 10;
    return *microseconds < 1'000'000;
}

template <typename Number> std::optional<QByteArray> bytesOf(std::optional<long long> number)
{
    if (!number || *number < std::numeric_limits<Number>::min() || *number > std::numeric_limits<Number>::max())
        return std::nullopt;
    QByteArray bytes(qsizetype(sizeof(Number)), '\0');
    qToBigEndian(Number(*number), bytes.data());
    return bytes;
}

std::optional<long long> numberOf(std::string_view text)
{
    long long number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::optional<QByteArray> binaryOf(Oid type, std::string_view text)
{
    switch (type) {
    case Boolean:
        if (text != "t" && text != "f")
            return std::nullopt;
        return QByteArray(1, text == "t" ? '\1' : '\0');
    case SmallInt:
        return bytesOf<qint16>(numberOf(text));
    case Int:
        return bytesOf<qint32>(numberOf(text));
    case BigInt:
        return bytesOf<qint64>(numberOf(text));
    case TimestampTz:
        return bytesOf<qint64>(TextRows::microseconds(text));
    default:
        return QByteArray(text.data(), qsizetype(text.size()));
    }
}

} // namespace

std::optional<long long> TextRows::microseconds(std::string_view text)
{
    using namespace std::chrono;
    if (text == "infinity")
        return std::numeric_limits<long long>::max();
    if (text == "-infinity")
        return std::numeric_limits<long long>::min();
    Digits digits(text);
    long long year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, fraction = 0;
    const bool isRead = digits.take(&year) && digits.take('-') && digits.take(&month) && digits.take('-')
        && digits.take(&day) && digits.take(' ') && digits.take(&hour) && digits.take(':') && digits.take(&minute)
        && digits.take(':') && digits.take(&second) && takeFraction(&digits, &fraction);
    const bool isBeforeChrist = digits.rest() == "+00 BC";
    if (!isRead || (digits.rest() != "+00" && !isBeforeChrist) || month > 12 || day > 31 || hour > 24 || minute > 59
        || second > 60)
        return std::nullopt;
    if (isBeforeChrist)
        return std::numeric_limits<long long>::min();
    if (year > 9999)
        return std::numeric_limits<long long>::max();
    const year_month_day date{std::chrono::year(int(year)), std::chrono::month(unsigned(month)),
                              std::chrono::day(unsigned(day))};
    if (!date.ok())
        return std::nullopt;
    constexpr sys_days epoch{std::chrono::year(2000) / 1 / 1};
    return duration_cast<std::chrono::microseconds>(sys_days(date) - epoch).count()
        + ((hour * 60 + minute) * 60 + second) * 1'000'000 + fraction;
}

TextRows::Result TextRows::toBinary(const PGresult *result)
{
    const int columns = PQnfields(result);
    Result binary(PQmakeEmptyPGresult(nullptr, PQresultStatus(result)), &PQclear);
    std::vector<PGresAttDesc> descriptions;
    for (int column = 0; column < columns; ++column)
        descriptions.push_back({PQfname(result, column), PQftable(result, column), PQftablecol(result, column), 1,
                                PQftype(result, column), PQfsize(result, column), PQfmod(result, column)});
    if (!binary || (columns > 0 && PQsetResultAttrs(binary.get(), columns, descriptions.data()) == 0))
        return {nullptr, &PQclear};
    for (int row = 0; row < PQntuples(result); ++row) {
        for (int column = 0; column < columns; ++column) {
            if (PQgetisnull(result, row, column)) {
                if (PQsetvalue(binary.get(), row, column, nullptr, -1) == 0)
                    return {nullptr, &PQclear};
                continue;
            }
            const std::string_view text(PQgetvalue(result, row, column), std::size_t(PQgetlength(result, row, column)));
            auto value = binaryOf(PQftype(result, column), text);
            if (!value || PQsetvalue(binary.get(), row, column, value->data(), int(value->size())) == 0)
                return {nullptr, &PQclear};
        }
    }
    return binary;
}

} // namespace Elector
