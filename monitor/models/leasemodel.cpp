// SPDX-License-Identifier: MIT
#include "leasemodel.h"

#include "displaytext.h"
#include "leasecells.h"

#include <algorithm>
#include <map>

namespace Elector {

using namespace std::chrono;

LeaseModel::LeaseModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_indexer(this, "takeView")
    , m_view(std::make_shared<const LeaseListing>())
{
}

LeaseModel::~LeaseModel() = default;

int LeaseModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int LeaseModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

// ---- what comes in ------------------------------------------------------------------------------------------------

void LeaseModel::setObserver(LeaseObserver *observer)
{
    if (m_observer)
        disconnect(m_observer, nullptr, this, nullptr);
    m_observer = observer;
    if (!observer)
        return;
    connect(observer, &LeaseObserver::lookTaken, this, [this](const LeaseSnapshot &snapshot) {
        if (snapshot.startsOver())
            clear();
        m_now = std::max(m_now, snapshot.takenAt());
        const auto kept = std::make_shared<const LeaseSnapshot>(snapshot);
        m_indexer.take({{kept, &kept->changed()}, {kept, &kept->removed()}, kept->takenAt(), kept->isComplete()});
    });
}

void LeaseModel::merge(const QList<LeaseChange> &changes, BootClock::time_point snapshotTime)
{
    m_now = std::max(m_now, snapshotTime);
    std::map<int, LeaseRowPtr> last; // of several differences of one lock the last one says how it is now
    for (const LeaseChange &change : changes) {
        LeaseRow row{change.lease, snapshotTime, {}, {}, change.lease.state == LeaseState::Revoked, true};
        row.expiresAt = change.lease.remaining;
        if (change.lease.expiresAt)
            row.expiresAt = milliseconds(change.lease.expiresAt->toMSecsSinceEpoch());
        last[change.lease.lockId]
            = change.kind == LeaseChange::Removed ? LeaseRowPtr() : std::make_shared<const LeaseRow>(std::move(row));
    }
    const auto changed = std::make_shared<std::vector<LeaseRowPtr>>();
    const auto removed = std::make_shared<std::vector<int>>();
    for (auto &[id, row] : last) {
        if (row)
            changed->push_back(std::move(row));
        else
            removed->push_back(id);
    }
    m_indexer.take({changed, removed, snapshotTime, true});
}

void LeaseModel::clear()
{
    m_indexer.clear();
    Q_EMIT viewAboutToChange();
    const auto empty = std::make_shared<const LeaseListing>();
    if (m_rows > 0) {
        beginRemoveRows({}, 0, m_rows - 1);
        m_rows = 0;
        m_indexer.giveBack(std::exchange(m_view, empty));
        endRemoveRows();
    } else {
        m_indexer.giveBack(std::exchange(m_view, empty));
    }
    Q_EMIT viewChanged();
    Q_EMIT totalsChanged();
}

void LeaseModel::tick(BootClock::time_point now)
{
    m_now = std::max(m_now, now);
    if (!m_frozen)
        m_indexer.setNow(m_now);
}

void LeaseModel::setFrozen(bool frozen)
{
    if (m_frozen == frozen)
        return;
    m_frozen = frozen;
    m_indexer.setNow(frozen ? m_view->takenAt : m_now);
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, columns - 1));
}

// ---- what is wished for -------------------------------------------------------------------------------------------

void LeaseModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columns)
        return;
    m_indexer.wish(
        [column, descending = order == Qt::DescendingOrder](LeaseIndex &index) { index.setSort(column, descending); });
}

void LeaseModel::setFilter(const LeaseFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_filterError = LeaseMatcher(filter).error();
    m_indexer.wish([filter](LeaseIndex &index) { index.setFilter(filter); });
}

void LeaseModel::setGrouping(LeaseGrouping grouping)
{
    m_grouping = grouping;
    m_indexer.wish([grouping](LeaseIndex &index) { index.setGrouping(grouping); });
}

bool LeaseModel::isGroupRow(int row) const
{
    return row >= 0 && row < m_rows && entryAt(row).lease->summary;
}

bool LeaseModel::isCollapsed(int row) const
{
    return isGroupRow(row) && entryAt(row).lease->summary->collapsed;
}

void LeaseModel::setCollapsed(int row, bool collapsed)
{
    if (!isGroupRow(row) || isCollapsed(row) == collapsed)
        return;
    m_indexer.wish([group = entryAt(row).lease->group](LeaseIndex &index) { index.toggleGroup(group); });
}

// ---- taking a view over -------------------------------------------------------------------------------------------

void LeaseModel::takeView()
{
    const auto publication = m_indexer.take();
    if (!publication)
        return;
    Q_EMIT viewAboutToChange();
    std::shared_ptr<const LeaseListing> before = m_view;
    show(publication->view, publication->difference);
    const bool totalsDiffer = before->totals != m_view->totals;
    const bool someRanOut = m_view->ranOut > before->ranOut;
    m_indexer.giveBack(std::move(before)); // without it: nobody here may be the last to let go
    Q_EMIT viewChanged();
    if (totalsDiffer)
        Q_EMIT totalsChanged();
    if (someRanOut)
        Q_EMIT leasesRanOut();
}

// Rows are announced at the end, wherever they come or go, and what is between is a change of order: what a view has
// to do then does not grow with how many places are touched.
void LeaseModel::show(const std::shared_ptr<const LeaseListing> &next, const LeaseOrder::Difference &difference)
{
    const int before = m_rows;
    const int after = next->order.size();
    const std::shared_ptr<const LeaseListing> old = m_view;
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_tail = next;
        m_rows = after;
        endInsertRows();
    }
    if (difference.firstMoved >= 0) {
        Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
        move(next);
        Q_EMIT layoutChanged({}, VerticalSortHint);
    } else {
        m_view = next;
        m_tail = old;
    }
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_rows = after;
        endRemoveRows();
    }
    m_tail.reset();
    if (difference.firstMoved < 0 && difference.firstChanged >= 0)
        Q_EMIT dataChanged(index(difference.firstChanged, 0), index(difference.lastChanged, columns - 1));
}

void LeaseModel::move(const std::shared_ptr<const LeaseListing> &next)
{
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex &each : from) {
        // Those that have just come in at the end stand for locks that have a place already.
        const bool isKnown = each.row() < m_view->order.size();
        const int row = isKnown ? rowIn(*next, entryAt(each.row())) : -1;
        to.append(row < 0 ? QModelIndex() : createIndex(row, each.column()));
    }
    m_tail = std::exchange(m_view, next);
    changePersistentIndexList(from, to);
}

int LeaseModel::rowIn(const LeaseListing &view, const LeaseOrder::Entry &entry) const
{
    if (entry.lease->summary)
        return view.sort.grouped ? view.order.find(entry, view.sort) : -1;
    const int at = view.all.find({entry.id, entry.id, entry.lease}, {});
    return at < 0 ? -1 : view.order.find(LeaseOrder::entry(view.all.at(at).lease, view.sort), view.sort);
}

const LeaseOrder::Entry &LeaseModel::entryAt(int row) const
{
    return (row < m_view->order.size() ? m_view : m_tail)->order.at(row);
}

void LeaseModel::settle()
{
    for (;;) {
        m_indexer.settle();
        const auto before = m_view;
        takeView();
        if (m_view == before)
            return;
    }
}

// ---- reading ------------------------------------------------------------------------------------------------------

ShownLeasePtr LeaseModel::find(int lockId) const
{
    const int at = m_view->all.find({lockId, lockId, {}}, {});
    return at < 0 ? ShownLeasePtr() : m_view->all.at(at).lease;
}

std::optional<Lease> LeaseModel::lease(int lockId) const
{
    const ShownLeasePtr found = find(lockId);
    return found ? std::optional(found->row->lease) : std::nullopt;
}

LeaseState LeaseModel::stateOf(int lockId) const
{
    const ShownLeasePtr found = find(lockId);
    return found ? cells().state(*found) : LeaseState::Free;
}

LeaseRemarks LeaseModel::remarksOn(int lockId) const
{
    const ShownLeasePtr found = find(lockId);
    return found ? cells().remarks(*found) : LeaseRemarks();
}

int LeaseModel::rowOf(int lockId) const
{
    const ShownLeasePtr found = find(lockId);
    return found ? m_view->order.find(LeaseOrder::entry(found, m_view->sort), m_view->sort) : -1;
}

LeaseOrder LeaseModel::shownOrder() const
{
    return m_view->order;
}

BootClock::time_point LeaseModel::shownTime() const
{
    return m_frozen ? m_view->takenAt : m_now;
}

LeaseTotals LeaseModel::totals() const
{
    return m_view->totals;
}

int LeaseModel::shownLocks() const
{
    return m_view->shown;
}

bool LeaseModel::hasFreshChanges() const
{
    return m_view->latestChange != BootClock::time_point() && m_now - m_view->latestChange < freshness;
}

LeaseCells LeaseModel::cells() const
{
    return LeaseCells(shownTime());
}

QVariant LeaseModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ShownLease &lease = *entryAt(index.row()).lease;
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return cells().text(lease, column);
    case Qt::ToolTipRole:
        return plainAsRichText(cells().toolTip(lease, column));
    case Qt::AccessibleTextRole:
        return cells().accessibleText(lease, column);
    case Qt::AccessibleDescriptionRole:
        return cells().describe(lease);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(LeaseCells::isNumber(column) ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    case SecondaryTextRole:
        return cells().secondary(lease, column);
    case FrozenRole:
        return m_frozen;
    case GroupRole:
        return lease.summary.has_value();
    default:
        return lease.summary ? groupData(lease, column, role) : timelessData(lease, column, role);
    }
}

QVariant LeaseModel::groupData(const ShownLease &group, int, int role) const
{
    switch (role) {
    case CollapsedRole:
        return group.summary->collapsed;
    case TroubleRole:
        return group.summary->troubled > 0;
    case ChangeAgeRole:
        return qint64(-1);
    case FractionRole:
        return -1.0;
    default:
        return {};
    }
}

QVariant LeaseModel::timelessData(const ShownLease &lease, int column, int role) const
{
    switch (role) {
    case LockIdRole:
        return lease.row->lease.lockId;
    case StateRole:
        return int(cells().state(lease));
    case ShownStateRole:
        return int(cells().shownState(lease));
    case TroubleRole:
        return (lease.nearMiss || lease.flapping) && cells().shownState(lease) == ShownState::Held;
    case RemainingRole:
        return lease.row->lease.state == LeaseState::Free ? qint64(-1) : qint64(cells().remaining(lease).count());
    case FractionRole:
        return cells().fraction(lease);
    case SortRole:
        return column == HolderColumn ? QVariant(lease.holderKey) : QVariant(lease.sortKey(column));
    case FilterTextRole:
        return LeaseMatcher::textOf(lease);
    case ChangeAgeRole:
        return lease.changedAt ? qint64(duration_cast<milliseconds>(m_now - *lease.changedAt).count()) : qint64(-1);
    default:
        return {};
    }
}

QVariant LeaseModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    if (role == Qt::DisplayRole)
        return LeaseCells::header(section).title;
    if (role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole)
        return LeaseCells::header(section).meaning;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(LeaseCells::isNumber(section) ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    return {};
}

} // namespace Elector
