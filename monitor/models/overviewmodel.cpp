// SPDX-License-Identifier: MIT
#include "overviewmodel.h"

#include "displaytext.h"
#include "leasetext.h"

#include <algorithm>

namespace Elector {

OverviewModel::OverviewModel(QObject *parent)
    : CellTableModel(columns, parent)
{
}

void OverviewModel::setWatches(const QList<LeaseWatch *> &watches)
{
    if (watches == m_watches)
        return;
    beginResetModel();
    for (LeaseWatch *watch : std::as_const(m_watches))
        watch->disconnect(this);
    m_watches = watches;
    for (LeaseWatch *watch : std::as_const(m_watches)) {
        connect(watch, &LeaseWatch::stateChanged, this, [this, watch] { refresh(watch); });
        connect(watch, &LeaseWatch::rowsChanged, this, [this, watch] { refresh(watch); });
    }
    endResetModel();
}

void OverviewModel::refresh(const LeaseWatch *watch)
{
    const int row = int(m_watches.indexOf(watch));
    Q_EMIT dataChanged(index(row, 0), index(row, columns - 1));
    if (rowCount() > m_watches.size())
        Q_EMIT dataChanged(index(rowCount() - 1, 0), index(rowCount() - 1, columns - 1));
}

int OverviewModel::rowCount(const QModelIndex &parent) const
{
    const int watched = int(m_watches.size());
    return parent.isValid() ? 0 : watched + (watched > 1 ? 1 : 0);
}

QString OverviewModel::stateText(const LeaseWatch &watch)
{
    switch (watch.observer()->state()) {
    case LeaseObserver::Stopped:
        return tr("stopped");
    case LeaseObserver::Connecting:
        return watch.hasSnapshot() ? tr("lost %1 ago").arg(LeaseText::age(watch.snapshotAge())) : tr("connecting");
    case LeaseObserver::Paused:
        return tr("paused");
    case LeaseObserver::Watching:
        break;
    }
    return watch.isCurrent() ? tr("live") : tr("not current");
}

int OverviewModel::number(const LeaseTotals &totals, int column)
{
    switch (column) {
    case LocksColumn:
        return totals.locks;
    case LeaderlessColumn:
        return totals.leaderless();
    case ExpiredColumn:
        return totals.expired;
    case NearMissColumn:
        return totals.nearMisses;
    case FlappingColumn:
        return totals.flapping;
    case PausedColumn:
        return totals.paused;
    default:
        return 0;
    }
}

QString OverviewModel::sumText(int column) const
{
    const auto live = std::count_if(m_watches.cbegin(), m_watches.cend(),
                                    [](const LeaseWatch *watch) { return watch->isCurrent(); });
    if (column == WhereColumn)
        return tr("All %n schema(s)", nullptr, int(m_watches.size()));
    if (column == StateColumn)
        return live == m_watches.size() ? tr("live") : tr("%1 of %2 live").arg(live).arg(m_watches.size());
    qint64 sum = 0;
    for (const LeaseWatch *watch : m_watches)
        sum += number(watch->model()->totals(), column);
    return QLocale().toString(sum);
}

QString OverviewModel::cellText(int row, int column) const
{
    if (isSum(row))
        return sumText(column);
    const LeaseWatch &watch = *m_watches.at(row);
    if (column == WhereColumn)
        return watch.title();
    if (column == StateColumn)
        return stateText(watch);
    return watch.hasSnapshot() ? QLocale().toString(number(watch.model()->totals(), column)) : QString();
}

QString OverviewModel::cellMeaning(int row, int column) const
{
    if (!isSum(row) && column == StateColumn) {
        const ElectorError error = m_watches.at(row)->observer()->lastError();
        if (error)
            return displayText(error.message(), 600);
    }
    return header(column).meaning;
}

QVariant OverviewModel::sumData(int role) const
{
    switch (role) {
    case SumRole:
        return true;
    case TroubleRole: // the rows above have the marks
        return false;
    case CurrentRole:
        return std::all_of(m_watches.cbegin(), m_watches.cend(),
                           [](const LeaseWatch *watch) { return watch->isCurrent(); });
    default:
        return {};
    }
}

QVariant OverviewModel::cellData(int row, int column, int role) const
{
    if (isSum(row))
        return sumData(role);
    const LeaseWatch &watch = *m_watches.at(row);
    switch (role) {
    case TroubleRole:
        if (column == StateColumn)
            return !watch.isCurrent() && !watch.isPaused();
        return column > LocksColumn && column != PausedColumn && number(watch.model()->totals(), column) > 0;
    case CurrentRole:
        return watch.isCurrent();
    default:
        return {};
    }
}

CellTableModel::Header OverviewModel::header(int column) const
{
    const Header headers[columns] = {
        {tr("Where"), tr("Server, database and schema")},
        {tr("Connection"), tr("Whether the numbers are what the database says now")},
        {tr("Locks"), tr("How many locks are known")},
        {tr("No leader"), tr("Locks that nobody leads, without those that are paused")},
        {tr("Expired"), tr("Leases that ran out, and that nobody has taken over")},
        {tr("Near misses"), tr("Locks whose holder renewed only just in time, within the last 15 minutes")},
        {tr("Flapping"), tr("Locks that changed hands three times or more within ten minutes")},
        {tr("Paused"), tr("Locks that an operator has paused")},
    };
    return headers[column];
}

} // namespace Elector
