// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/leasesnapshot.h>

#include <memory>
#include <vector>

namespace Elector {

/// Rows by lock id, in pieces that lists share: a list that differs in a few rows from another costs a few pieces.
/// A value; never changes but by assignment.
class LeaseRowList
{
public:
    qsizetype size() const { return m_size; }
    LeaseRowPtr find(int lockId) const;
    template <typename Function> void forEach(Function function) const
    {
        for (const auto &piece : m_pieces) {
            for (const LeaseRowPtr &row : *piece)
                function(row);
        }
    }

    /// The same with `changed` put in, or in place of what they were, and without `removed`. Both ordered by lock id,
    /// without duplicates, and without a lock in common.
    LeaseRowList with(const std::vector<LeaseRowPtr> &changed, const std::vector<int> &removed) const;

private:
    using Piece = std::vector<LeaseRowPtr>;
    void append(Piece rows);

    std::vector<std::shared_ptr<const Piece>> m_pieces; // none is empty
    qsizetype m_size = 0;
};

} // namespace Elector
