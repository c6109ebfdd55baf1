// SPDX-License-Identifier: MIT
#pragma once

#include "leaseindex.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <variant>
#include <vector>

class QObject;

namespace Elector {

/// A LeaseIndex in a thread of its own. Everything here is for the thread of the receiver, and does not block unless
/// it says so.
class LeaseIndexer
{
public:
    /// `receiver` has an invokable `slot` without parameters, which calls take().
    LeaseIndexer(QObject *receiver, const char *slot);
    /// Waits until the index is gone.
    ~LeaseIndexer();
    LeaseIndexer(const LeaseIndexer &) = delete;
    LeaseIndexer &operator=(const LeaseIndexer &) = delete;

    using Command = std::function<void(LeaseIndex &)>;
    /// What the user wishes for goes before all that waits, and views that were being built without it are given up.
    void wish(Command command);
    /// Time goes by; also backwards, see LeaseIndex::setNow().
    void setNow(BootClock::time_point now);
    /// What the index takes in. Where the processors are too busy for its thread to keep up, looks that wait become
    /// one: what is shown is then as if somebody had looked less often, and never older and older.
    void take(LeaseLook look);
    /// Forgets everything that was taken in; wishes stay. Nothing that is older is published any more.
    void clear();

    struct Publication
    {
        std::shared_ptr<const LeaseListing> view;
        LeaseOrder::Difference difference; ///< to the view that was taken before; to an empty one after clear()
        int generation = 0;
    };
    /// The latest view, if there is one that was not taken yet. The next is made only when this one is taken.
    std::optional<Publication> take();
    /// Lets go of a view in the index's thread, for that takes a while.
    void giveBack(std::shared_ptr<const LeaseListing> view);
    /// Blocks until everything that was posted has been done and can be taken.
    void settle();

private:
    void run();
    void publish(LeaseIndex *index);
    using Work = std::variant<BootClock::time_point, LeaseLook>;
    void enqueue(Work work);
    void workOff(std::vector<Command> wishes, std::vector<Work> work);

    QObject *const m_receiver;
    const char *const m_slot;
    int m_generation = 0; ///< how often it was cleared; what was published before is void

    std::mutex m_mutex; ///< guards what follows, up to the blank line
    std::condition_variable m_changed;
    std::vector<Command> m_wishes;
    std::vector<Work> m_work;
    std::vector<std::shared_ptr<const LeaseListing>> m_returned;
    std::optional<Publication> m_publication;
    bool m_idle = false;
    bool m_quit = false;

    std::atomic<int> m_newWishes{0}; ///< that were not taken up yet
    // For the index's thread only.
    LeaseIndex m_index;
    int m_indexGeneration = 0;
    std::shared_ptr<const LeaseListing> m_shown; ///< what the receiver has, or will have
    bool m_dirty = false;
    std::thread m_thread;
};

} // namespace Elector
