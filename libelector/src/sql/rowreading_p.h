// SPDX-License-Identifier: MIT
#pragma once

#include "rules/leaseoperations_p.h"
#include "sql/binaryrows_p.h"

#include <QtCore/QDateTime>

#include <optional>

/// Values of a result by column; never by name, which can cost a query of its own.
namespace Elector::RowReading {

inline ServerTime time(const BinaryRow &row, int column)
{
    return ServerTime(std::chrono::microseconds(row.number(column)));
}

inline std::optional<std::int64_t> number(const BinaryRow &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional<std::int64_t>(row.number(column));
}

/// `infinity` stays infinite.
inline std::chrono::microseconds remaining(ServerTime expiresAt, ServerTime now)
{
    return expiresAt == ServerTime::max() ? std::chrono::microseconds::max() : expiresAt - now;
}

/// The row whose leader_id, expires_at and term stand in three columns from `first` on; empty if leader_id is null.
inline std::optional<RowState> lease(const BinaryRow &row, int first, ServerTime now)
{
    if (row.isNull(first)) {
        return std::nullopt;
    }
    RowState state;
    state.leaderId = row.text(first);
    state.expiresAt = time(row, first + 1);
    state.term = number(row, first + 2);
    state.remaining = remaining(state.expiresAt, now);
    return state;
}

/// Paused, reserved for, reserved until, operator and reason, in five columns from `first` on. A reservation that is
/// over is none.
inline LockOrder order(const BinaryRow &row, int first, ServerTime now)
{
    LockOrder order;
    order.paused = row.flag(first);
    if (!row.isNull(first + 1) && !row.isNull(first + 2)) {
        order.reservedRemaining = remaining(time(row, first + 2), now);
        if (order.reservedRemaining > std::chrono::microseconds::zero())
            order.reservedFor = row.text(first + 1);
        else
            order.reservedRemaining = {};
    }
    if (order) {
        order.operatorName = row.text(first + 3);
        order.reason = row.text(first + 4);
    }
    return order;
}

/// Empty for null, and for the infinities; see dateOf().
inline std::optional<QDateTime> dateTime(const BinaryRow &row, int column)
{
    const std::optional<std::int64_t> microseconds = number(row, column);
    return microseconds ? dateOf(std::chrono::microseconds(*microseconds)) : std::nullopt;
}

} // namespace Elector::RowReading
