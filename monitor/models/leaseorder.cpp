// SPDX-License-Identifier: MIT
#include "leaseorder.h"

#include <algorithm>

namespace Elector {

namespace {

constexpr std::size_t usualPiece = 256;
constexpr std::size_t largestPiece = 512;
// What is sorted between two questions whether it is still wanted.
constexpr std::ptrdiff_t sortedAtOnce = 4096;

} // namespace

LeaseOrder::Entry LeaseOrder::entry(const ShownLeasePtr &lease, const LeaseSort &sort)
{
    return {lease->row->lease.lockId, lease->sortKey(sort.column), lease};
}

bool LeaseOrder::less(const Entry &a, const Entry &b, const LeaseSort &sort)
{
    if (sort.grouped) {
        const int order = QString::compare(a.lease->group, b.lease->group);
        if (order != 0)
            return order < 0;
        // A group stands above its locks.
        if (a.lease->summary || b.lease->summary)
            return a.lease->summary && !b.lease->summary;
    }
    if (sort.column == LeaseColumns::HolderColumn) {
        const int order = QString::compare(a.lease->holderKey, b.lease->holderKey);
        if (order != 0)
            return (order < 0) != sort.descending;
    } else if (a.key != b.key) {
        return (a.key < b.key) != sort.descending;
    }
    return a.id < b.id;
}

std::optional<LeaseOrder> LeaseOrder::sorted(std::vector<Entry> entries, const LeaseSort &sort,
                                             const std::function<bool()> &cancelled)
{
    const auto before = [&sort](const Entry &a, const Entry &b) { return less(a, b, sort); };
    const auto count = std::ssize(entries);
    const auto at = [&](std::ptrdiff_t i) { return entries.begin() + std::min(i, count); };
    for (std::ptrdiff_t i = 0; i < count; i += sortedAtOnce) {
        if (cancelled())
            return std::nullopt;
        std::sort(at(i), at(i + sortedAtOnce), before);
    }
    for (std::ptrdiff_t width = sortedAtOnce; width < count; width *= 2) {
        for (std::ptrdiff_t i = 0; i + width < count; i += 2 * width) {
            if (cancelled())
                return std::nullopt;
            std::inplace_merge(at(i), at(i + width), at(i + 2 * width), before);
        }
    }
    LeaseOrder order;
    order.append(std::move(entries));
    return order;
}

const LeaseOrder::Entry &LeaseOrder::at(int row) const
{
    const auto piece = std::upper_bound(m_starts.cbegin(), m_starts.cend(), row) - m_starts.cbegin();
    const int first = piece > 0 ? m_starts[std::size_t(piece) - 1] : 0;
    return (*m_pieces[std::size_t(piece)])[std::size_t(row - first)];
}

int LeaseOrder::find(const Entry &entry, const LeaseSort &sort) const
{
    const auto before = [&sort](const Entry &a, const Entry &b) { return less(a, b, sort); };
    const auto next = std::upper_bound(m_pieces.cbegin(), m_pieces.cend(), entry,
                                       [&](const Entry &wanted, const auto &p) { return before(wanted, p->front()); });
    if (next == m_pieces.cbegin())
        return -1;
    const Piece &piece = **std::prev(next);
    const auto found = std::lower_bound(piece.cbegin(), piece.cend(), entry, before);
    if (found == piece.cend() || found->id != entry.id)
        return -1;
    const auto which = std::prev(next) - m_pieces.cbegin();
    return (which > 0 ? m_starts[std::size_t(which) - 1] : 0) + int(found - piece.cbegin());
}

void LeaseOrder::append(std::shared_ptr<const Piece> piece)
{
    m_starts.push_back(size() + int(piece->size()));
    m_pieces.push_back(std::move(piece));
}

void LeaseOrder::append(Piece entries)
{
    if (entries.empty())
        return;
    if (entries.size() <= largestPiece) {
        append(std::make_shared<const Piece>(std::move(entries)));
        return;
    }
    for (std::size_t first = 0; first < entries.size(); first += usualPiece) {
        const auto begin = entries.begin() + std::ptrdiff_t(first);
        const auto end = entries.begin() + std::ptrdiff_t(std::min(first + usualPiece, entries.size()));
        append(std::make_shared<const Piece>(std::make_move_iterator(begin), std::make_move_iterator(end)));
    }
}

LeaseOrder LeaseOrder::with(std::vector<Entry> removed, std::vector<Entry> added, const LeaseSort &sort) const
{
    static const std::shared_ptr<const Piece> nothing = std::make_shared<const Piece>();
    const auto before = [&sort](const Entry &a, const Entry &b) { return less(a, b, sort); };
    std::sort(removed.begin(), removed.end(), before);
    std::sort(added.begin(), added.end(), before);
    LeaseOrder order;
    auto add = added.begin();
    auto remove = removed.begin();
    for (std::size_t i = 0; i < std::max<std::size_t>(1, m_pieces.size()); ++i) {
        const bool isLast = i + 1 >= m_pieces.size();
        const std::shared_ptr<const Piece> &old = m_pieces.empty() ? nothing : m_pieces[i];
        const auto endOf = [&](auto from, auto end) {
            return isLast ? end : std::lower_bound(from, end, m_pieces[i + 1]->front(), before);
        };
        const auto addEnd = endOf(add, added.end());
        const auto removeEnd = endOf(remove, removed.end());
        if (add == addEnd && remove == removeEnd) {
            if (!old->empty())
                order.append(old);
            continue;
        }
        Piece merged;
        merged.reserve(old->size() + std::size_t(addEnd - add));
        for (const Entry &entry : *old) {
            if (remove != removeEnd && remove->id == entry.id) {
                ++remove;
                continue;
            }
            while (add != addEnd && before(*add, entry))
                merged.push_back(std::move(*add++));
            merged.push_back(entry);
        }
        merged.insert(merged.end(), std::make_move_iterator(add), std::make_move_iterator(addEnd));
        add = addEnd;
        remove = removeEnd;
        order.append(std::move(merged));
    }
    return order;
}

LeaseOrder::Difference LeaseOrder::differenceTo(const LeaseOrder &other) const
{
    Difference difference;
    const int common = std::min(size(), other.size());
    std::size_t piece = 0;
    std::size_t otherPiece = 0;
    for (int row = 0; row < common;) {
        const auto &mine = m_pieces[piece];
        const auto &theirs = other.m_pieces[otherPiece];
        const int mineFirst = m_starts[piece] - int(mine->size());
        const int theirsFirst = other.m_starts[otherPiece] - int(theirs->size());
        const int end = std::min({m_starts[piece], other.m_starts[otherPiece], common});
        if (mine != theirs || mineFirst != theirsFirst) {
            for (int i = row; i < end; ++i) {
                const Entry &a = (*mine)[std::size_t(i - mineFirst)];
                const Entry &b = (*theirs)[std::size_t(i - theirsFirst)];
                if (a.id != b.id) {
                    difference.firstMoved = i;
                    return difference;
                }
                if (a.lease == b.lease)
                    continue;
                if (difference.firstChanged < 0)
                    difference.firstChanged = i;
                difference.lastChanged = i;
            }
        }
        row = end;
        piece += m_starts[piece] <= row ? 1 : 0;
        otherPiece += other.m_starts[otherPiece] <= row ? 1 : 0;
    }
    return difference;
}

} // namespace Elector
