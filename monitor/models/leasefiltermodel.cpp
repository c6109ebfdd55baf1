// SPDX-License-Identifier: MIT
#include "leasefiltermodel.h"

#include "leasemodel.h"

#include <algorithm>

namespace Elector {

LeaseFilterModel::LeaseFilterModel(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(LeaseModel::SortRole);
    setFilterRole(LeaseModel::FilterTextRole);
    setDynamicSortFilter(true);
}

void LeaseFilterModel::setFilterText(const QString &text)
{
    const QStringList words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    invalidateFilter();
}

bool LeaseFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    if (m_words.isEmpty())
        return true;
    const QString text = sourceModel()->index(sourceRow, 0, sourceParent).data(LeaseModel::FilterTextRole).toString();
    return std::all_of(m_words.cbegin(), m_words.cend(),
                       [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool LeaseFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(LeaseModel::SortRole);
    const QVariant b = right.data(LeaseModel::SortRole);
    const QPartialOrdering order = QVariant::compare(a, b);
    if (order == QPartialOrdering::Less)
        return true;
    if (order == QPartialOrdering::Greater)
        return false;
    // Source rows are ordered by lock id.
    return sortOrder() == Qt::AscendingOrder ? left.row() < right.row() : left.row() > right.row();
}

} // namespace Elector
