// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QSortFilterProxyModel>

namespace Elector {

/// Sorts a LeaseModel by its sort keys and keeps the rows that contain every word of a text. Rows with equal keys
/// stay ordered by lock id, in both directions.
class LeaseFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit LeaseFilterModel(QObject *parent = nullptr);

    /// Words that lock, name, holder or state must contain; case does not matter.
    void setFilterText(const QString &text);
    QString filterText() const { return m_words.join(QLatin1Char(' ')); }

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QStringList m_words;
};

} // namespace Elector
