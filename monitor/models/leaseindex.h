// SPDX-License-Identifier: MIT
#pragma once

#include "leasefilter.h"
#include "leaseorder.h"
#include "leasepast.h"

#include <functional>
#include <map>
#include <memory>
#include <queue>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

namespace Elector {

enum class LeaseGrouping { None, ByHolder };

/// How many locks there are, and how many are in which state. The first six after `locks` add up to it: they are what
/// the state column says.
struct LeaseTotals
{
    int locks = 0;
    int held = 0;
    int expired = 0;
    int revoked = 0;
    int free = 0;
    int paused = 0;
    int reserved = 0;
    int nearMisses = 0;
    int flapping = 0;
    /// Nobody leads, and nobody has ordered that.
    int leaderless() const { return expired + free; }
    friend bool operator==(const LeaseTotals &, const LeaseTotals &) = default;
};

/// What a window shows: never changes, any thread.
struct LeaseListing
{
    LeaseOrder order; ///< the rows that are shown
    LeaseOrder all; ///< every lock by its id
    LeaseSort sort; ///< of `order`
    LeaseTotals totals;
    int shown = 0; ///< locks that pass the filter, folded away or not
    BootClock::time_point takenAt; ///< when the latest snapshot was asked for
    BootClock::time_point latestChange; ///< of any holder
    int ranOut = 0; ///< how many leases ran out by themselves so far
};

/// What one look, or several in a row, brought: each lock once, rows and ids in the order of the ids.
struct LeaseLook
{
    std::shared_ptr<const std::vector<LeaseRowPtr>> changed;
    std::shared_ptr<const std::vector<int>> removed;
    BootClock::time_point takenAt;
    bool complete = false; ///< false while pages of the first look are still to come

    /// This one, and then `next`.
    LeaseLook then(const LeaseLook &next) const;
};

/// Keeps leases filtered, sorted and grouped, as differences come in and time goes by. What it costs grows with what
/// has changed; a wish for another filter or order, and only that, looks at everything.
///
/// For one thread, which is not the window's: see LeaseIndexer.
class LeaseIndex
{
public:
    // What happens.
    void take(const LeaseLook &look);
    /// Time goes by; also backwards, for what is frozen shows what was last read.
    void setNow(BootClock::time_point now);

    /// Forgets all of that; what is wished for stays.
    void clear();

    // What is wished for.
    void setFilter(const LeaseFilter &filter);
    void setSort(int column, bool descending);
    void setGrouping(LeaseGrouping grouping);
    void toggleGroup(const QString &group);

    /// Whether the next view() would differ from the last.
    bool hasNews() const { return m_news || m_stale || !m_dirty.empty(); }
    /// Null if `cancelled` says that there are newer wishes.
    std::shared_ptr<const LeaseListing> view(const std::function<bool()> &cancelled);

private:
    struct Slot
    {
        ShownLeasePtr lease; // null once it is removed
        ShownLeasePtr inAll; // as it stands in m_all
        LeaseOrder::Entry entry; // as it stands in m_order, if it does
        bool placed = false;
        bool accepted = false; // by the filter
        bool dirty = false; // it is in m_dirty: m_all and m_order have it as it was
        LeasePast past;
    };
    struct Group
    {
        qint64 id = 0;
        bool collapsed = false;
        bool placed = false;
        LeaseOrder::Entry entry;
        LeaseGroup summary; // as it is being counted
    };
    struct Moves
    {
        std::vector<LeaseOrder::Entry> removed;
        std::vector<LeaseOrder::Entry> added;
    };

    ShownLease shownFor(const LeaseRowPtr &row, Slot *slot, bool isNews);
    void judge(ShownLease *lease, LeasePast *past) const;
    void replace(Slot *slot, ShownLease lease);
    void remove(int lockId);
    void touch(int lockId, Slot *slot);
    void flush();
    void count(const ShownLease &lease, int sign);
    void watch(const ShownLease &lease);
    void advance();
    void goBack();
    void judgeAgain();
    void setGroupOf(ShownLease *lease) const;
    bool isFolded(const ShownLease &lease) const;
    void summarize();
    bool rebuild(const std::function<bool()> &cancelled);

    std::unordered_map<int, Slot> m_slots;
    LeaseOrder m_order;
    LeaseOrder m_all;
    Moves m_moves; // not in m_order yet
    std::vector<int> m_dirty;
    bool m_stale = false; // m_order has to be built anew

    LeaseMatcher m_matcher;
    LeaseFilter m_filter;
    LeaseSort m_sort;
    std::map<QString, Group> m_groups;
    qint64 m_nextGroup = LeaseOrder::firstGroup;

    LeaseTotals m_totals;
    int m_shown = 0;
    bool m_hasSnapshot = false;
    bool m_news = false;
    BootClock::time_point m_now;
    BootClock::time_point m_takenAt;
    BootClock::time_point m_latestChange;
    BootClock::time_point m_judgedAt;
    int m_ranOutCount = 0;
    std::set<int> m_suspects; // locks that are near misses or flapping
    using Deadline = std::pair<std::chrono::microseconds, int>;
    std::priority_queue<Deadline, std::vector<Deadline>, std::greater<>> m_deadlines; // some of them void
};

} // namespace Elector
