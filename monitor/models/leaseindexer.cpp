// SPDX-License-Identifier: MIT
#include "leaseindexer.h"

#include <QtCore/QMetaObject>
#include <QtCore/QObject>

#include <sys/resource.h>
#include <unistd.h>
#include <utility>

namespace Elector {

LeaseIndexer::LeaseIndexer(QObject *receiver, const char *slot)
    : m_receiver(receiver)
    , m_slot(slot)
    , m_thread([this] { run(); })
{
}

LeaseIndexer::~LeaseIndexer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
        ++m_newWishes;
    }
    m_changed.notify_all();
    m_thread.join();
}

void LeaseIndexer::enqueue(Work work)
{
    {
        const std::lock_guard lock(m_mutex);
        m_work.push_back(std::move(work));
        m_idle = false;
    }
    m_changed.notify_all();
}

void LeaseIndexer::setNow(BootClock::time_point now)
{
    enqueue(now);
}

void LeaseIndexer::take(LeaseLook look)
{
    enqueue(std::move(look));
}

void LeaseIndexer::wish(Command command)
{
    {
        const std::lock_guard lock(m_mutex);
        m_wishes.push_back(std::move(command));
        m_idle = false;
        ++m_newWishes;
    }
    m_changed.notify_all();
}

void LeaseIndexer::clear()
{
    // Wishes go first, and this is one: what waits would come after it. The index's thread lets go of it.
    const auto dropped = std::make_shared<std::vector<Work>>();
    {
        const std::lock_guard lock(m_mutex);
        dropped->swap(m_work);
    }
    wish([this, dropped, generation = ++m_generation](LeaseIndex &index) {
        dropped->clear();
        index.clear();
        m_shown.reset();
        m_indexGeneration = generation;
        const std::lock_guard lock(m_mutex);
        m_publication.reset();
    });
}

std::optional<LeaseIndexer::Publication> LeaseIndexer::take()
{
    std::optional<Publication> publication;
    {
        const std::lock_guard lock(m_mutex);
        publication = std::exchange(m_publication, std::nullopt);
    }
    m_changed.notify_all();
    if (publication && publication->generation != m_generation) {
        giveBack(std::move(publication->view));
        return std::nullopt;
    }
    return publication;
}

void LeaseIndexer::giveBack(std::shared_ptr<const LeaseListing> view)
{
    {
        const std::lock_guard lock(m_mutex);
        m_returned.push_back(std::move(view));
    }
    m_changed.notify_all();
}

void LeaseIndexer::settle()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_publication || (m_idle && m_wishes.empty() && m_work.empty()); });
}

void LeaseIndexer::run()
{
    // Where processors are short, the window's thread goes first.
    constexpr int niceness = 5;
    ::setpriority(PRIO_PROCESS, id_t(::gettid()), niceness);
    for (;;) {
        std::vector<Command> wishes;
        std::vector<Work> work;
        std::vector<std::shared_ptr<const LeaseListing>> returned;
        {
            std::unique_lock lock(m_mutex);
            const auto hasWork = [this] {
                return m_quit || !m_wishes.empty() || !m_work.empty() || !m_returned.empty()
                    || (m_dirty && !m_publication);
            };
            if (!hasWork()) {
                m_idle = !m_dirty;
                m_changed.notify_all();
                m_changed.wait(lock, hasWork);
            }
            if (m_quit)
                break;
            wishes.swap(m_wishes);
            work.swap(m_work);
            returned.swap(m_returned);
        }
        returned.clear();
        workOff(std::move(wishes), std::move(work));
        m_dirty = m_dirty || m_index.hasNews();
        bool taken = false;
        {
            const std::lock_guard lock(m_mutex);
            taken = !m_publication;
        }
        if (m_dirty && taken)
            publish(&m_index);
    }
    m_shown.reset();
    m_index.clear();
}

void LeaseIndexer::workOff(std::vector<Command> wishes, std::vector<Work> work)
{
    for (const Command &wish : wishes) {
        --m_newWishes;
        wish(m_index);
    }
    std::optional<LeaseLook> look;
    std::optional<BootClock::time_point> now; // since the latest look
    std::optional<BootClock::time_point> nowBefore;
    for (Work &piece : work) {
        if (const auto *at = std::get_if<BootClock::time_point>(&piece)) {
            now = *at;
            continue;
        }
        auto &next = std::get<LeaseLook>(piece);
        look = look ? look->then(next) : std::move(next);
        if (now)
            nowBefore = std::exchange(now, std::nullopt);
    }
    if (nowBefore)
        m_index.setNow(*nowBefore);
    if (look)
        m_index.take(*look);
    // A look that was on its way when the time was told is later than it; time goes back only when someone wants it to.
    if (now && !(look && *now < look->takenAt))
        m_index.setNow(*now);
}

void LeaseIndexer::publish(LeaseIndex *index)
{
    std::shared_ptr<const LeaseListing> view = index->view([this] { return m_newWishes > 0; });
    if (!view)
        return; // the next wishes are here already
    m_dirty = false;
    static const LeaseOrder empty;
    Publication publication{view, (m_shown ? m_shown->order : empty).differenceTo(view->order), m_indexGeneration};
    m_shown = std::move(view);
    {
        const std::lock_guard lock(m_mutex);
        m_publication = std::move(publication);
        QMetaObject::invokeMethod(m_receiver, m_slot, Qt::QueuedConnection);
    }
    m_changed.notify_all();
}

} // namespace Elector
