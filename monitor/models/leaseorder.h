// SPDX-License-Identifier: MIT
#pragma once

#include "shownlease.h"

#include <functional>
#include <memory>
#include <vector>

namespace Elector {

/// By what rows are ordered. Those that are equal stay ordered by lock id, in both directions.
struct LeaseSort
{
    int column = LeaseColumns::LockColumn;
    bool descending = false;
    bool grouped = false;
    friend bool operator==(const LeaseSort &, const LeaseSort &) = default;
};

/// Rows in their order, in pieces that versions share: a version that differs in a few rows from another costs a few
/// pieces. A value, any thread; never changes but by assignment.
class LeaseOrder
{
public:
    struct Entry
    {
        qint64 id = 0; ///< the lock's; a group's is above all of these
        qint64 key = 0; ///< of the column that it is sorted by
        ShownLeasePtr lease;
    };
    static constexpr qint64 firstGroup = qint64(1) << 40;

    static Entry entry(const ShownLeasePtr &lease, const LeaseSort &sort);
    static bool less(const Entry &a, const Entry &b, const LeaseSort &sort);

    /// Returns nothing, however far it is, once `cancelled` says so.
    static std::optional<LeaseOrder> sorted(std::vector<Entry> entries, const LeaseSort &sort,
                                            const std::function<bool()> &cancelled);

    int size() const { return m_starts.empty() ? 0 : m_starts.back(); }
    const Entry &at(int row) const;
    /// Where an entry with this id and this place is; -1 if there is none.
    int find(const Entry &entry, const LeaseSort &sort) const;

    /// Without `removed`, which are all here, and with `added`. Both are put in order.
    LeaseOrder with(std::vector<Entry> removed, std::vector<Entry> added, const LeaseSort &sort) const;

    /// How another version differs from this one, row by row.
    struct Difference
    {
        int firstMoved = -1; ///< the first row that is another lock's; -1 if there is none
        int firstChanged = -1; ///< rows of the same lock that say something else, the first and the last
        int lastChanged = -1;
    };
    Difference differenceTo(const LeaseOrder &other) const;

private:
    using Piece = std::vector<Entry>;
    void append(std::shared_ptr<const Piece> piece);
    void append(Piece entries);

    std::vector<std::shared_ptr<const Piece>> m_pieces; // none is empty
    std::vector<int> m_starts; // the row after each piece
};

} // namespace Elector
