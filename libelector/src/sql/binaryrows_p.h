// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QString>
#include <QtCore/QtEndian>

#include <libpq-fe.h>

#include <chrono>
#include <limits>
#include <memory>
#include <optional>

namespace Elector {

/// The beginning of the year 1, in microseconds since 1970: stands for all that is earlier, `-infinity` above all.
constexpr std::chrono::microseconds beginningOfTime{-62'135'596'800'000'000};

/// A moment in microseconds since 1970; empty for what QDateTime should not be asked to hold, which are the two
/// infinities.
inline std::optional<QDateTime> dateOf(std::chrono::microseconds time)
{
    if (time == std::chrono::microseconds::max() || time <= beginningOfTime)
        return std::nullopt;
    return QDateTime::fromMSecsSinceEpoch(std::chrono::floor<std::chrono::milliseconds>(time).count(), Qt::UTC);
}

/// A result of libpq in binary format. Values are read by column; a NULL reads as zero or as an empty text.
class BinaryRows
{
public:
    /// Takes the result over; it may be null.
    explicit BinaryRows(PGresult *result)
        : m_result(result, &PQclear)
    {
    }

    bool isRead() const { return m_result != nullptr; }
    bool isAnswer() const { return PQresultStatus(m_result.get()) == PGRES_TUPLES_OK; }
    QString sqlState() const { return QString::fromLatin1(PQresultErrorField(m_result.get(), PG_DIAG_SQLSTATE)); }
    QString message() const { return QString::fromUtf8(PQresultErrorField(m_result.get(), PG_DIAG_MESSAGE_PRIMARY)); }

    int count() const { return PQntuples(m_result.get()); }
    bool isNull(int row, int column) const { return PQgetisnull(m_result.get(), row, column) != 0; }
    qint32 int32(int row, int column) const { return fixed<qint32>(row, column); }
    qint64 int64(int row, int column) const { return fixed<qint64>(row, column); }
    /// Of any of PostgreSQL's integers, or a boolean.
    qint64 number(int row, int column) const
    {
        switch (PQgetlength(m_result.get(), row, column)) {
        case 1:
            return *PQgetvalue(m_result.get(), row, column);
        case 2:
            return fixed<qint16>(row, column);
        case 4:
            return fixed<qint32>(row, column);
        default:
            return fixed<qint64>(row, column);
        }
    }
    QString text(int row, int column) const
    {
        return QString::fromUtf8(PQgetvalue(m_result.get(), row, column), PQgetlength(m_result.get(), row, column));
    }
    /// A timestamptz in microseconds since 1970. What lies beyond the year 9999, `infinity` above all, is the largest
    /// number; what lies before the year 1 is beginningOfTime.
    std::chrono::microseconds time(int row, int column) const
    {
        constexpr qint64 epoch = 946'684'800'000'000; // PostgreSQL's, 2000-01-01
        constexpr qint64 year9999 = 253'370'764'800'000'000;
        const qint64 value = int64(row, column);
        if (value >= year9999 - epoch)
            return std::chrono::microseconds::max();
        if (value <= beginningOfTime.count() - epoch)
            return beginningOfTime;
        return std::chrono::microseconds(value + epoch);
    }

private:
    template <typename Number> Number fixed(int row, int column) const
    {
        return PQgetlength(m_result.get(), row, column) == int(sizeof(Number))
            ? qFromBigEndian<Number>(PQgetvalue(m_result.get(), row, column))
            : Number();
    }

    std::unique_ptr<PGresult, decltype(&PQclear)> m_result;
};

/// One row of an answer, which must outlive it.
class BinaryRow
{
public:
    BinaryRow(const BinaryRows *rows, int row)
        : m_rows(rows)
        , m_row(row)
    {
    }

    bool isNull(int column) const { return m_rows->isNull(m_row, column); }
    qint64 number(int column) const { return m_rows->number(m_row, column); }
    std::chrono::microseconds time(int column) const { return m_rows->time(m_row, column); }
    bool flag(int column) const { return number(column) != 0; }
    QString text(int column) const { return isNull(column) ? QString() : m_rows->text(m_row, column); }

private:
    const BinaryRows *m_rows;
    int m_row;
};

} // namespace Elector
