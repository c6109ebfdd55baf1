// SPDX-License-Identifier: MIT
#pragma once

#include "rules/leaseoperations_p.h"

#include <QtCore/QDateTime>
#include <QtSql/QSqlQuery>

#include <limits>
#include <optional>

/// Values of a result by column; never by name, which can cost a query of its own.
namespace Elector::RowReading {

inline ServerTime time(const QSqlQuery &query, int column)
{
    return ServerTime(std::chrono::microseconds(query.value(column).toLongLong()));
}

inline std::optional<std::int64_t> number(const QSqlQuery &query, int column)
{
    const QVariant value = query.value(column);
    return value.isNull() ? std::nullopt : std::optional<std::int64_t>(value.toLongLong());
}

/// `infinity` stays infinite.
inline std::chrono::microseconds remaining(ServerTime expiresAt, ServerTime now)
{
    return expiresAt == ServerTime::max() ? std::chrono::microseconds::max() : expiresAt - now;
}

/// The row whose leader_id, expires_at and term stand in three columns from `first` on; empty if leader_id is null.
inline std::optional<RowState> row(const QSqlQuery &query, int first, ServerTime now)
{
    if (query.isNull(first)) {
        return std::nullopt;
    }
    RowState state;
    state.leaderId = query.value(first).toString();
    state.expiresAt = time(query, first + 1);
    state.term = number(query, first + 2);
    state.remaining = remaining(state.expiresAt, now);
    return state;
}

/// Paused, reserved for, reserved until, operator and reason, in five columns from `first` on. A reservation that is
/// over is none.
inline LockOrder order(const QSqlQuery &query, int first, ServerTime now)
{
    LockOrder order;
    order.paused = query.value(first).toBool();
    if (!query.isNull(first + 1) && !query.isNull(first + 2)) {
        order.reservedRemaining = remaining(time(query, first + 2), now);
        if (order.reservedRemaining > std::chrono::microseconds::zero())
            order.reservedFor = query.value(first + 1).toString();
        else
            order.reservedRemaining = {};
    }
    if (order) {
        order.operatorName = query.value(first + 3).toString();
        order.reason = query.value(first + 4).toString();
    }
    return order;
}

/// Empty for null, and for what QDateTime should not be asked to hold (`infinity`).
inline std::optional<QDateTime> dateTime(const QSqlQuery &query, int column)
{
    const std::optional<std::int64_t> microseconds = number(query, column);
    if (!microseconds || *microseconds == std::numeric_limits<std::int64_t>::max()) {
        return std::nullopt;
    }
    return QDateTime::fromMSecsSinceEpoch(*microseconds / 1000, Qt::UTC);
}

} // namespace Elector::RowReading
