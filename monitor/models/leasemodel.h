// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/bootclock.h>
#include <Elector/lease.h>
#include <Elector/leaseobserver.h>

#include <QtCore/QAbstractTableModel>
#include <QtCore/QList>

#include <chrono>
#include <optional>
#include <vector>

namespace Elector {

/// How many locks of each kind there are now.
struct LeaseTotals
{
    int locks = 0;
    int held = 0;
    int expired = 0;
    int revoked = 0;
    int free = 0;
    int paused = 0;
    int reserved = 0;
    int leaderless = 0; ///< expired or free, and not paused
    int nearMisses = 0;
    int flapping = 0;
};

/// The rows of `leader_lease`, one for each lock, ordered by lock id; fed with differences and never reset, so that
/// a view keeps its selection and its place.
///
/// Countdowns run on BootClock from the moment a row was read: this machine's wall clock plays no part. While
/// frozen (stale or paused) each row shows what was last read. All text is plain and safe to show; see displayText().
/// Lives in the window's thread.
class LeaseModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        LockColumn,
        HolderColumn,
        StateColumn,
        TermColumn,
        ExpiresColumn,
        SinceColumn,
        RenewalsColumn,
        WaitingColumn
    };
    static constexpr int columns = WaitingColumn + 1;

    enum Role {
        LockIdRole = Qt::UserRole + 1, ///< int
        StateRole, ///< Elector::LeaseState as int, as it is now: a lease that ran out since it was read is expired
        RemainingRole, ///< qint64, microseconds; 0 once expired, the largest value if endless, -1 if free
        FractionRole, ///< double, remaining of the whole lease, 0 to 1; negative if there is nothing to draw
        SecondaryTextRole, ///< QString, the less important half of a cell: the lock's name, the holder's incarnation
        FrozenRole, ///< bool, the row is not known to be current
        SortRole, ///< what a column sorts by; grows with the value, and does not change by ticking
        FilterTextRole, ///< QString, everything of the row that a filter looks at
        ChangeAgeRole, ///< qint64, milliseconds since the holder was seen to change; -1 if it was not
    };

    explicit LeaseModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Takes the differences of a snapshot that was asked for at `snapshotTime`. A lock may be named more than once;
    /// Added of a known lock and Changed of an unknown one are taken for what they must have meant.
    void merge(QList<LeaseChange> changes, BootClock::time_point snapshotTime);
    /// Forgets all rows (as removals), for a new connection.
    void clear();
    /// Moves the countdowns. Announces only rows that just ran out: a view repaints what it shows by itself.
    void tick(BootClock::time_point now);
    void setFrozen(bool frozen);
    bool isFrozen() const { return m_frozen; }

    std::optional<Lease> lease(int lockId) const;
    /// -1 if there is no such lock.
    int rowOf(int lockId) const;
    /// How many rows are in `state` now.
    int count(LeaseState state) const;
    LeaseTotals totals() const;
    /// True while a change of holder is so young that views mark it.
    bool hasFreshChanges() const;
    /// How long a change of holder stays marked.
    static constexpr std::chrono::milliseconds freshness{3000};

Q_SIGNALS:
    /// Leases ran out since they were read: whether they were renewed is worth a look at the database.
    void leasesRanOut();

private:
    struct Row
    {
        Lease lease;
        BootClock::time_point readAt; ///< when `lease.remaining` held
        std::chrono::microseconds span{}; ///< the whole lease, for the bar; the most that was seen if nobody says
        std::optional<BootClock::time_point> changedAt;
        bool ranOut = false;
    };

    std::vector<Row>::iterator lowerBound(int lockId);
    std::vector<Row>::const_iterator lowerBound(int lockId) const;
    Row rowFor(const Lease &lease, const Row *before) const;
    qsizetype insertRun(const QList<LeaseChange> &changes, qsizetype first);
    qsizetype removeRun(const QList<LeaseChange> &changes, qsizetype first);
    qsizetype changeRun(const QList<LeaseChange> &changes, qsizetype first);

    std::chrono::microseconds remaining(const Row &row) const;
    LeaseState effectiveState(const Row &row) const;
    double fraction(const Row &row) const;
    QString displayFor(const Row &row, int column) const;
    QString secondaryFor(const Row &row, int column) const;
    QVariant sortKey(const Row &row, int column) const;
    static QString orderText(const LockOrder &order);
    QString toolTip(const Row &row, int column) const;
    QString accessibleText(const Row &row, int column) const;
    QString describe(const Row &row) const;

    std::vector<Row> m_rows; // ordered by lock id
    BootClock::time_point m_now;
    BootClock::time_point m_snapshotTime;
    bool m_frozen = false;
    bool m_hasSnapshot = false;
};

} // namespace Elector
