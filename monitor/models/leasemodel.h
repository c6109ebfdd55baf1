// SPDX-License-Identifier: MIT
#pragma once

#include "leaseindexer.h"

#include <Elector/bootclock.h>
#include <Elector/lease.h>
#include <Elector/leaseobserver.h>

#include <QtCore/QAbstractTableModel>
#include <QtCore/QList>
#include <QtCore/QPointer>

#include <chrono>
#include <memory>
#include <optional>

namespace Elector {

class LeaseCells;
struct LeaseRemarks;

/// The locks of a schema as a table: filtered, sorted and grouped as wished, and never reset, so that a view keeps its
/// selection and its place. All of that is prepared in a thread of its own (LeaseIndexer): what this one does when
/// something has changed does not depend on how many locks there are. Hence what one asks for shows a moment later.
///
/// Countdowns run on BootClock from the moment a row was read: this machine's wall clock plays no part. While
/// frozen (stale or paused) each row shows what was last read. Lives in the window's thread.
class LeaseModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using Column = LeaseColumns::Column;
    static constexpr Column LockColumn = LeaseColumns::LockColumn;
    static constexpr Column HolderColumn = LeaseColumns::HolderColumn;
    static constexpr Column StateColumn = LeaseColumns::StateColumn;
    static constexpr Column TermColumn = LeaseColumns::TermColumn;
    static constexpr Column ExpiresColumn = LeaseColumns::ExpiresColumn;
    static constexpr Column SinceColumn = LeaseColumns::SinceColumn;
    static constexpr Column RenewalsColumn = LeaseColumns::RenewalsColumn;
    static constexpr Column WaitingColumn = LeaseColumns::WaitingColumn;
    static constexpr Column SlackColumn = LeaseColumns::SlackColumn;
    static constexpr int columns = LeaseColumns::count;

    enum Role {
        LockIdRole = Qt::UserRole + 1, ///< int; invalid for a group
        StateRole, ///< Elector::LeaseState as int, as it is now: a lease that ran out since it was read is expired
        RemainingRole, ///< qint64, microseconds; 0 once expired, the largest value if endless, -1 if free
        FractionRole, ///< double, remaining of the whole lease, 0 to 1; negative if there is nothing to draw
        SecondaryTextRole, ///< QString, the less important half of a cell: the lock's name, the holder's incarnation
        FrozenRole, ///< bool, the row is not known to be current
        SortRole, ///< what a column sorts by; grows with the value, and does not change by ticking
        FilterTextRole, ///< QString, everything of the row that a filter looks at
        ChangeAgeRole, ///< qint64, milliseconds since the holder was seen to change; -1 if it was not
        ShownStateRole, ///< Elector::ShownState as int: what the state column says
        TroubleRole, ///< bool, a held lock that is a near miss or flapping; for a group, that locks are in trouble
        GroupRole, ///< bool, the row sums up the locks of one instance
        CollapsedRole, ///< bool, the locks of the group are folded away
    };

    explicit LeaseModel(QObject *parent = nullptr);
    ~LeaseModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// Shows what `observer` sees from now on, from its beginning; null: nothing more comes.
    void setObserver(LeaseObserver *observer);
    /// Takes in the differences of a snapshot that was asked for at `snapshotTime`, of whoever has no observer. A lock
    /// may be named more than once; Added of a known lock and Changed of an unknown one are taken for what they must
    /// have meant.
    void merge(const QList<LeaseChange> &changes, BootClock::time_point snapshotTime);
    /// Forgets all rows (as removals), for a new connection.
    void clear();
    /// Moves the countdowns. Announces only what runs out: a view repaints what it shows by itself.
    void tick(BootClock::time_point now);
    void setFrozen(bool frozen);
    bool isFrozen() const { return m_frozen; }

    /// A regular expression that is wrong says so in filterError(), a sentence, and matches nothing.
    void setFilter(const LeaseFilter &filter);
    LeaseFilter filter() const { return m_filter; }
    QString filterError() const { return m_filterError; }
    void setGrouping(LeaseGrouping grouping);
    LeaseGrouping grouping() const { return m_grouping; }
    bool isGroupRow(int row) const;
    bool isCollapsed(int row) const;
    /// Folds the locks of a group away, or shows them again.
    void setCollapsed(int row, bool collapsed);

    /// The rows as they are shown now, and when they say what they say. Cheap, and for any thread.
    LeaseOrder shownOrder() const;
    BootClock::time_point shownTime() const;

    /// Of all locks, whether they pass the filter or not.
    LeaseTotals totals() const;
    /// How many locks pass the filter, folded away or not.
    int shownLocks() const;
    /// Any lock, whether it is shown or not.
    std::optional<Lease> lease(int lockId) const;
    /// What lease() is now: one that ran out since it was read is expired.
    LeaseState stateOf(int lockId) const;
    /// More words about it; empty ones if there is no such lock.
    LeaseRemarks remarksOn(int lockId) const;
    /// -1 if there is no such lock, or it is not shown.
    int rowOf(int lockId) const;
    /// True while a change of holder is so young that views mark it.
    bool hasFreshChanges() const;
    /// How long a change of holder stays marked.
    static constexpr std::chrono::milliseconds freshness{3000};

    /// Waits until everything that was asked for is shown. For tests and benchmarks: it blocks.
    void settle();

Q_SIGNALS:
    /// Before and after rows change, come, go or move: once for all that has gathered.
    void viewAboutToChange();
    void viewChanged();
    void totalsChanged();
    /// Leases ran out since they were read: whether they were renewed is worth a look at the database.
    void leasesRanOut();

private:
    Q_INVOKABLE void takeView();
    void show(const std::shared_ptr<const LeaseListing> &next, const LeaseOrder::Difference &difference);
    void move(const std::shared_ptr<const LeaseListing> &next);
    int rowIn(const LeaseListing &view, const LeaseOrder::Entry &entry) const;
    const LeaseOrder::Entry &entryAt(int row) const;
    ShownLeasePtr find(int lockId) const;
    LeaseCells cells() const;
    QVariant groupData(const ShownLease &group, int column, int role) const;
    QVariant timelessData(const ShownLease &lease, int column, int role) const;

    LeaseIndexer m_indexer;
    QPointer<LeaseObserver> m_observer;
    std::shared_ptr<const LeaseListing> m_view; // never null
    std::shared_ptr<const LeaseListing> m_tail; // has the rows beyond m_view's while they come or go
    int m_rows = 0;
    LeaseFilter m_filter;
    QString m_filterError;
    LeaseGrouping m_grouping = LeaseGrouping::None;
    BootClock::time_point m_now;
    bool m_frozen = false;
};

} // namespace Elector
