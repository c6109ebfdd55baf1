// SPDX-License-Identifier: MIT
#pragma once

#include "celltablemodel.h"
#include "leasewatch.h"

#include <QtCore/QList>

namespace Elector {

/// All that is watched, one row each: how many locks there are, and how many of them want an eye. In the order of the
/// window's pages; if there are several, one row more at the end adds them up. Lives in the window's thread.
class OverviewModel : public CellTableModel
{
    Q_OBJECT

public:
    enum Column {
        WhereColumn,
        StateColumn,
        LocksColumn,
        LeaderlessColumn,
        ExpiredColumn,
        NearMissColumn,
        FlappingColumn,
        PausedColumn
    };
    static constexpr int columns = PausedColumn + 1;
    enum Role {
        TroubleRole = Qt::UserRole + 1, ///< bool, the cell wants an eye
        CurrentRole, ///< bool, the row is what the database says now
        SumRole, ///< bool, the row adds up those above
    };

    explicit OverviewModel(QObject *parent = nullptr);

    /// Shows these; not owned, and to be told before one of them goes.
    void setWatches(const QList<LeaseWatch *> &watches);
    /// Null for the row that adds up.
    LeaseWatch *watch(int row) const { return m_watches.value(row); }

    int rowCount(const QModelIndex &parent = {}) const override;

protected:
    Header header(int column) const override;
    QString cellText(int row, int column) const override;
    QString cellMeaning(int row, int column) const override;
    QVariant cellData(int row, int column, int role) const override;
    bool isNumber(int column) const override { return column >= LocksColumn; }

private:
    void refresh(const LeaseWatch *watch);
    static QString stateText(const LeaseWatch &watch);
    static int number(const LeaseTotals &totals, int column);
    bool isSum(int row) const { return row == m_watches.size(); }
    QVariant sumData(int role) const;
    QString sumText(int column) const;

    QList<LeaseWatch *> m_watches;
};

} // namespace Elector
