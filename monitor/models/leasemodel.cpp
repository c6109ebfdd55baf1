// SPDX-License-Identifier: MIT
#include "leasemodel.h"

#include "displaytext.h"
#include "leasetext.h"

#include <algorithm>
#include <limits>

namespace Elector {

using namespace std::chrono;

namespace {

bool isNumber(int column)
{
    return column == LeaseModel::TermColumn || column == LeaseModel::RenewalsColumn
        || column == LeaseModel::WaitingColumn;
}

} // namespace

LeaseModel::LeaseModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

int LeaseModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int LeaseModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

// --- merging -----------------------------------------------------------------------------------------------------

std::vector<LeaseModel::Row>::iterator LeaseModel::lowerBound(int lockId)
{
    return std::lower_bound(m_rows.begin(), m_rows.end(), lockId,
                            [](const Row &row, int id) { return row.lease.lockId < id; });
}

std::vector<LeaseModel::Row>::const_iterator LeaseModel::lowerBound(int lockId) const
{
    return std::lower_bound(m_rows.cbegin(), m_rows.cend(), lockId,
                            [](const Row &row, int id) { return row.lease.lockId < id; });
}

LeaseModel::Row LeaseModel::rowFor(const Lease &lease, const Row *before) const
{
    const bool sameTenure = before && before->lease.leaderId == lease.leaderId && before->lease.term == lease.term;
    Row row{lease, m_snapshotTime, lease.leaseDuration, {}, false};
    if (row.span <= 0us) { // nobody says how long the whole lease is: the most that was seen of this tenure
        row.span = lease.remaining;
        if (sameTenure)
            row.span = std::max(row.span, before->span);
    }
    if (sameTenure)
        row.changedAt = before->changedAt;
    else if (m_hasSnapshot) // what the first snapshot brings is not news
        row.changedAt = m_snapshotTime;
    return row;
}

void LeaseModel::merge(QList<LeaseChange> changes, BootClock::time_point snapshotTime)
{
    m_snapshotTime = snapshotTime;
    m_now = std::max(m_now, snapshotTime);
    std::stable_sort(changes.begin(), changes.end(),
                     [](const LeaseChange &a, const LeaseChange &b) { return a.lease.lockId < b.lease.lockId; });
    // Of several differences of one lock the last one says how it is now.
    QList<LeaseChange> last;
    last.reserve(changes.size());
    for (const LeaseChange &change : std::as_const(changes)) {
        if (!last.isEmpty() && last.constLast().lease.lockId == change.lease.lockId)
            last.last() = change;
        else
            last.append(change);
    }
    for (qsizetype i = 0; i < last.size();) {
        const bool known = rowOf(last.at(i).lease.lockId) >= 0;
        const bool removed = last.at(i).kind == LeaseChange::Removed;
        if (removed && !known)
            ++i;
        else if (removed)
            i = removeRun(last, i);
        else
            i = known ? changeRun(last, i) : insertRun(last, i);
    }
    m_hasSnapshot = true;
}

// Rows that are new side by side are announced together: the first snapshot is one insertion.
qsizetype LeaseModel::insertRun(const QList<LeaseChange> &changes, qsizetype first)
{
    const auto at = lowerBound(changes.at(first).lease.lockId) - m_rows.begin();
    const bool atEnd = at == std::ssize(m_rows);
    const int next = atEnd ? 0 : m_rows[size_t(at)].lease.lockId;
    std::vector<Row> rows;
    qsizetype i = first;
    for (; i < changes.size() && changes.at(i).kind != LeaseChange::Removed; ++i) {
        const Lease &lease = changes.at(i).lease;
        if (!atEnd && lease.lockId >= next)
            break;
        rows.push_back(rowFor(lease, nullptr));
    }
    beginInsertRows({}, int(at), int(at + std::ssize(rows)) - 1);
    m_rows.insert(m_rows.begin() + at, std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    endInsertRows();
    return i;
}

qsizetype LeaseModel::removeRun(const QList<LeaseChange> &changes, qsizetype first)
{
    const auto at = lowerBound(changes.at(first).lease.lockId) - m_rows.begin();
    qsizetype i = first;
    auto end = at;
    while (i < changes.size() && end < std::ssize(m_rows) && changes.at(i).kind == LeaseChange::Removed
           && changes.at(i).lease.lockId == m_rows[size_t(end)].lease.lockId) {
        ++i;
        ++end;
    }
    beginRemoveRows({}, int(at), int(end) - 1);
    m_rows.erase(m_rows.begin() + at, m_rows.begin() + end);
    endRemoveRows();
    return i;
}

qsizetype LeaseModel::changeRun(const QList<LeaseChange> &changes, qsizetype first)
{
    const auto at = lowerBound(changes.at(first).lease.lockId) - m_rows.begin();
    qsizetype i = first;
    auto end = at;
    while (i < changes.size() && end < std::ssize(m_rows) && changes.at(i).kind != LeaseChange::Removed
           && changes.at(i).lease.lockId == m_rows[size_t(end)].lease.lockId) {
        Row &row = m_rows[size_t(end)];
        row = rowFor(changes.at(i).lease, &row);
        ++i;
        ++end;
    }
    Q_EMIT dataChanged(index(int(at), 0), index(int(end) - 1, columns - 1));
    return i;
}

void LeaseModel::clear()
{
    if (!m_rows.empty()) {
        beginRemoveRows({}, 0, int(m_rows.size()) - 1);
        m_rows.clear();
        endRemoveRows();
    }
    m_hasSnapshot = false;
}

// --- time --------------------------------------------------------------------------------------------------------

void LeaseModel::tick(BootClock::time_point now)
{
    m_now = std::max(m_now, now);
    if (m_frozen)
        return;
    bool any = false;
    for (size_t i = 0; i < m_rows.size(); ++i) {
        Row &row = m_rows[i];
        if (row.ranOut || row.lease.state != LeaseState::Held || remaining(row) > 0us)
            continue;
        row.ranOut = true;
        any = true;
        Q_EMIT dataChanged(index(int(i), 0), index(int(i), columns - 1));
    }
    if (any)
        Q_EMIT leasesRanOut();
}

void LeaseModel::setFrozen(bool frozen)
{
    if (m_frozen == frozen)
        return;
    m_frozen = frozen;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, columns - 1));
}

microseconds LeaseModel::remaining(const Row &row) const
{
    if (row.lease.remaining == LeaseText::endless)
        return LeaseText::endless;
    const auto elapsed = duration_cast<microseconds>((m_frozen ? m_snapshotTime : m_now) - row.readAt);
    // A row may claim to be read later than now only by a clock that was mistaken; it never gains time by that.
    return std::max(row.lease.remaining - std::max(elapsed, 0us), 0us);
}

LeaseState LeaseModel::effectiveState(const Row &row) const
{
    if (row.lease.state == LeaseState::Held && remaining(row) <= 0us)
        return LeaseState::Expired;
    return row.lease.state;
}

double LeaseModel::fraction(const Row &row) const
{
    if (row.lease.state == LeaseState::Free)
        return -1.0;
    const microseconds left = remaining(row);
    if (left == LeaseText::endless)
        return 1.0;
    return row.span > 0us ? std::clamp(double(left.count()) / double(row.span.count()), 0.0, 1.0) : 0.0;
}

// --- reading -----------------------------------------------------------------------------------------------------

std::optional<Lease> LeaseModel::lease(int lockId) const
{
    const int row = rowOf(lockId);
    return row < 0 ? std::nullopt : std::optional(m_rows[size_t(row)].lease);
}

int LeaseModel::rowOf(int lockId) const
{
    const auto it = lowerBound(lockId);
    return it != m_rows.cend() && it->lease.lockId == lockId ? int(it - m_rows.cbegin()) : -1;
}

int LeaseModel::count(LeaseState state) const
{
    return int(
        std::count_if(m_rows.cbegin(), m_rows.cend(), [&](const Row &row) { return effectiveState(row) == state; }));
}

LeaseTotals LeaseModel::totals() const
{
    LeaseTotals totals;
    totals.locks = int(m_rows.size());
    totals.held = count(LeaseState::Held);
    totals.expired = count(LeaseState::Expired);
    totals.revoked = count(LeaseState::Revoked);
    totals.free = count(LeaseState::Free);
    for (const Row &row : m_rows) {
        const LeaseState state = effectiveState(row);
        totals.paused += row.lease.order.paused;
        totals.reserved += row.lease.order.isReserved();
        totals.leaderless += !row.lease.order.paused && (state == LeaseState::Free || state == LeaseState::Expired);
    }
    return totals;
}

bool LeaseModel::hasFreshChanges() const
{
    return std::any_of(m_rows.cbegin(), m_rows.cend(),
                       [&](const Row &row) { return row.changedAt && m_now - *row.changedAt < freshness; });
}

QVariant LeaseModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[size_t(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return displayFor(row, column);
    case Qt::ToolTipRole:
        return plainAsRichText(toolTip(row, column));
    case Qt::AccessibleTextRole:
        return accessibleText(row, column);
    case Qt::AccessibleDescriptionRole:
        return describe(row);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case LockIdRole:
        return row.lease.lockId;
    case StateRole:
        return int(effectiveState(row));
    case RemainingRole:
        return row.lease.state == LeaseState::Free ? qint64(-1) : qint64(remaining(row).count());
    case FractionRole:
        return fraction(row);
    case SecondaryTextRole:
        return secondaryFor(row, column);
    case FrozenRole:
        return m_frozen;
    case SortRole:
        return sortKey(row, column);
    case FilterTextRole:
        return QString(LeaseText::lock(row.lease) + QLatin1Char(' ') + displayText(row.lease.leaderId)
                       + QLatin1Char(' ') + LeaseText::state(effectiveState(row)));
    case ChangeAgeRole:
        return row.changedAt ? qint64(duration_cast<milliseconds>(m_now - *row.changedAt).count()) : qint64(-1);
    default:
        return {};
    }
}

QString LeaseModel::displayFor(const Row &row, int column) const
{
    const Lease &lease = row.lease;
    switch (column) {
    case LockColumn:
        return QString::number(lease.lockId);
    case HolderColumn:
        return lease.state == LeaseState::Free ? tr("nobody") : displayText(lease.instanceId());
    case StateColumn:
        // Why nobody leads comes before that nobody does.
        if (lease.order && effectiveState(row) != LeaseState::Held && effectiveState(row) != LeaseState::Revoked)
            return lease.order.paused ? tr("Paused") : tr("Reserved");
        return LeaseText::state(effectiveState(row));
    case TermColumn:
        return lease.term ? QString::number(*lease.term) : tr("–", "no value");
    case ExpiresColumn:
        return lease.state == LeaseState::Free ? tr("–", "no value") : LeaseText::countdown(remaining(row));
    case SinceColumn:
        return lease.createdAt ? LeaseText::moment(*lease.createdAt) : tr("–", "no value");
    case RenewalsColumn:
        return lease.renewals >= 0 ? QString::number(lease.renewals) : tr("–", "no value");
    case WaitingColumn:
        return lease.candidates >= 0 ? QString::number(lease.candidates) : tr("–", "no value");
    default:
        return {};
    }
}

QString LeaseModel::secondaryFor(const Row &row, int column) const
{
    if (column == LockColumn)
        return displayText(row.lease.name);
    return column == HolderColumn ? displayText(row.lease.incarnation(), 40) : QString();
}

QVariant LeaseModel::sortKey(const Row &row, int column) const
{
    const Lease &lease = row.lease;
    constexpr qint64 least = std::numeric_limits<qint64>::min();
    switch (column) {
    case LockColumn:
        return lease.lockId;
    case HolderColumn:
        return displayText(lease.leaderId).toCaseFolded();
    case StateColumn:
        return int(effectiveState(row));
    case TermColumn:
        return lease.term ? *lease.term : least;
    case ExpiresColumn: { // when it ends on the boot clock: the order does not change as time goes by
        if (lease.state == LeaseState::Free)
            return least;
        if (lease.remaining == LeaseText::endless)
            return std::numeric_limits<qint64>::max();
        return qint64((duration_cast<microseconds>(row.readAt.time_since_epoch()) + lease.remaining).count());
    }
    case SinceColumn:
        return lease.createdAt ? lease.createdAt->toMSecsSinceEpoch() : least;
    case RenewalsColumn:
        return lease.renewals;
    case WaitingColumn:
        return lease.candidates;
    default:
        return {};
    }
}

QString LeaseModel::orderText(const LockOrder &order)
{
    if (!order)
        return {};
    QString text = order.paused
        ? tr("Paused: nobody takes the lock until it is resumed.")
        : tr("Reserved: only %1 may take the lock.").arg(isolated(displayText(order.reservedFor, 80)));
    if (!order.operatorName.isEmpty() || !order.reason.isEmpty())
        text += QLatin1Char('\n')
            + tr("By %1: %2")
                  .arg(isolated(displayText(order.operatorName, 80)), isolated(displayText(order.reason, 200)));
    return text + QLatin1Char('\n');
}

QString LeaseModel::toolTip(const Row &row, int column) const
{
    const Lease &lease = row.lease;
    switch (column) {
    case HolderColumn: {
        if (lease.state == LeaseState::Free)
            return tr("Nobody holds the lock.");
        QString text = tr("Leader id: %1").arg(isolated(displayText(lease.leaderId, 500)));
        if (lease.incarnation().isEmpty())
            text += QLatin1Char('\n') + tr("Without an incarnation: a node of the npm package nest-leader-election.");
        if (!lease.metadata.isEmpty())
            text += QLatin1Char('\n') + tr("Published: %1").arg(isolated(displayText(lease.metadata, 500)));
        return text;
    }
    case StateColumn:
        return orderText(lease.order) + LeaseText::stateMeaning(effectiveState(row));
    case TermColumn:
        return lease.term ? tr("The fencing token: it grows with each change of holder.")
                          : tr("A plain table has no terms; “elector migrate” adds them.");
    case ExpiresColumn:
        if (lease.state == LeaseState::Free)
            return tr("There is no lease.");
        if (row.lease.leaseDuration > 0ms)
            return tr("%1 left of a lease of %2, by the server's clock")
                .arg(LeaseText::countdown(remaining(row)), LeaseText::duration(row.lease.leaseDuration));
        return tr("%1 left, by the server's clock. How long the whole lease is, the holder does not say.")
            .arg(LeaseText::countdown(remaining(row)));
    case SinceColumn:
        return lease.createdAt ? tr("Held since %1").arg(LeaseText::exactMoment(*lease.createdAt))
                               : tr("Nobody says since when.");
    case RenewalsColumn:
        return lease.renewals >= 0 ? tr("Renewals since the lock was captured")
                                   : tr("Renewals are counted only on a full table and by nodes that write them.");
    case WaitingColumn:
        return lease.candidates >= 0
            ? tr("Sessions whose names say that they wait for the lock. Nodes of nest-leader-election cannot be seen.")
            : tr("Not known: sessions of a standby, or of nodes with more locks than their names can list.");
    default:
        return describe(row);
    }
}

QString LeaseModel::accessibleText(const Row &row, int column) const
{
    const QString text = displayFor(row, column);
    const QString secondary = secondaryFor(row, column);
    if (column == LockColumn && !secondary.isEmpty())
        return LeaseText::lock(row.lease);
    if (column == HolderColumn && !secondary.isEmpty())
        return tr("%1, incarnation %2").arg(isolated(text), isolated(secondary));
    return text;
}

QString LeaseModel::describe(const Row &row) const
{
    const QString lock = LeaseText::lock(row.lease);
    if (row.lease.state == LeaseState::Free)
        return tr("Lock %1: free").arg(lock);
    return tr("Lock %1: %2, holder %3, expires: %4")
        .arg(lock, LeaseText::state(effectiveState(row)), isolated(displayText(row.lease.instanceId())),
             LeaseText::countdown(remaining(row)));
}

QVariant LeaseModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    struct Header
    {
        QString title;
        QString meaning;
    };
    const Header headers[columns] = {
        {tr("Lock"), tr("Lock id and name")},
        {tr("Holder"), tr("The instance that leads, and its incarnation")},
        {tr("State"), tr("Held, expired, revoked or free")},
        {tr("Term"), tr("Fencing token: it grows with each change of holder")},
        {tr("Expires in"), tr("What is left of the lease by the server's clock")},
        {tr("Since"), tr("Since when the holder holds the lock, in local time")},
        {tr("Renewals"), tr("How often the holder has renewed the lease")},
        {tr("Waiting"), tr("How many sessions wait for the lock, by their names")},
    };
    if (role == Qt::DisplayRole)
        return headers[section].title;
    if (role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole)
        return headers[section].meaning;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(isNumber(section) ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    return {};
}

} // namespace Elector
