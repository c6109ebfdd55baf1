// SPDX-License-Identifier: MIT
#include "observer/leaserowlist_p.h"

#include <algorithm>

namespace Elector {

namespace {

constexpr std::size_t usualPiece = 256;
constexpr std::size_t largestPiece = 512;

bool before(const LeaseRowPtr &row, int lockId)
{
    return row->lease.lockId < lockId;
}

} // namespace

LeaseRowPtr LeaseRowList::find(int lockId) const
{
    const auto next = std::upper_bound(m_pieces.cbegin(), m_pieces.cend(), lockId,
                                       [](int id, const auto &piece) { return id < piece->front()->lease.lockId; });
    if (next == m_pieces.cbegin())
        return {};
    const Piece &piece = **std::prev(next);
    const auto found = std::lower_bound(piece.cbegin(), piece.cend(), lockId, before);
    return found != piece.cend() && (*found)->lease.lockId == lockId ? *found : LeaseRowPtr();
}

void LeaseRowList::append(Piece rows)
{
    m_size += std::ssize(rows);
    if (rows.size() <= largestPiece) {
        if (!rows.empty())
            m_pieces.push_back(std::make_shared<const Piece>(std::move(rows)));
        return;
    }
    for (std::size_t first = 0; first < rows.size(); first += usualPiece) {
        const std::size_t last = std::min(first + usualPiece, rows.size());
        m_pieces.push_back(std::make_shared<const Piece>(std::make_move_iterator(rows.begin() + std::ptrdiff_t(first)),
                                                         std::make_move_iterator(rows.begin() + std::ptrdiff_t(last))));
    }
}

LeaseRowList LeaseRowList::with(const std::vector<LeaseRowPtr> &changed, const std::vector<int> &removed) const
{
    static const std::shared_ptr<const Piece> nothing = std::make_shared<const Piece>();
    LeaseRowList list;
    auto change = changed.cbegin();
    auto removal = removed.cbegin();
    for (std::size_t i = 0; i < std::max<std::size_t>(1, m_pieces.size()); ++i) {
        const bool isLast = i + 1 >= m_pieces.size();
        const std::shared_ptr<const Piece> &old = m_pieces.empty() ? nothing : m_pieces[i];
        const int next = isLast ? 0 : m_pieces[i + 1]->front()->lease.lockId;
        const auto changesEnd = isLast ? changed.cend() : std::lower_bound(change, changed.cend(), next, before);
        const auto removalsEnd = isLast ? removed.cend() : std::lower_bound(removal, removed.cend(), next);
        if (change == changesEnd && removal == removalsEnd) {
            if (!old->empty()) {
                list.m_pieces.push_back(old);
                list.m_size += std::ssize(*old);
            }
            continue;
        }
        Piece merged;
        merged.reserve(old->size() + std::size_t(changesEnd - change));
        for (const LeaseRowPtr &row : *old) {
            const int id = row->lease.lockId;
            while (change != changesEnd && (*change)->lease.lockId < id)
                merged.push_back(*change++);
            while (removal != removalsEnd && *removal < id)
                ++removal;
            if (change != changesEnd && (*change)->lease.lockId == id)
                merged.push_back(*change++);
            else if (removal == removalsEnd || *removal != id)
                merged.push_back(row);
        }
        merged.insert(merged.end(), change, changesEnd);
        change = changesEnd;
        removal = removalsEnd;
        list.append(std::move(merged));
    }
    return list;
}

} // namespace Elector
