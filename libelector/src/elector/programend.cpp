// SPDX-License-Identifier: MIT
#include "elector/programend_p.h"

#include "elector/leaderelector_p.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QPointer>

#include <condition_variable>
#include <mutex>
#include <utility>
#include <vector>

namespace Elector {

namespace {

struct Registry
{
    std::mutex mutex;
    std::vector<std::shared_ptr<SharedWithOthers>> electors;
    QPointer<QCoreApplication> application; ///< whose end is watched
};

Registry &registry()
{
    static auto *const all = new Registry; // electors may be destroyed later than anything static
    return *all;
}

/// All electors of a program share one budget for its end.
std::chrono::steady_clock::time_point deadlineFor(const SharedWithOthers &elector)
{
    static const auto first = std::chrono::steady_clock::now();
    return first + elector.stopTimeout;
}

/// Lets the end of the program wait for an elector in another thread.
struct Latch
{
    std::mutex mutex;
    std::condition_variable changed;
    bool isOpen = false;

    void open()
    {
        {
            const std::lock_guard lock(mutex);
            isOpen = true;
        }
        changed.notify_all();
    }
    void waitUntil(std::chrono::steady_clock::time_point deadline)
    {
        std::unique_lock lock(mutex);
        changed.wait_until(lock, deadline, [this] { return isOpen; });
    }
};

} // namespace

void ProgramEnd::add(const std::shared_ptr<SharedWithOthers> &elector)
{
    Registry &all = registry();
    const std::lock_guard lock(all.mutex);
    elector->place = all.electors.size();
    all.electors.push_back(elector);
    auto *application = QCoreApplication::instance();
    if (!application || all.application == application)
        return;
    all.application = application;
    QObject::connect(application, &QCoreApplication::aboutToQuit, application, &ProgramEnd::begin,
                     Qt::DirectConnection);
}

void ProgramEnd::remove(const std::shared_ptr<SharedWithOthers> &elector)
{
    Registry &all = registry();
    const std::lock_guard lock(all.mutex);
    all.electors.back()->place = elector->place;
    std::swap(all.electors[elector->place], all.electors.back());
    all.electors.pop_back();
}

/// In the application's thread, whatever thread they live in.
void ProgramEnd::begin()
{
    std::vector<std::shared_ptr<SharedWithOthers>> electors;
    {
        const std::lock_guard lock(registry().mutex);
        electors = registry().electors;
    }
    // An elector of another thread may be destroyed at any moment, so only its mailbox may be asked where it lives; one
    // of ours, whenever a slot runs.
    const auto here = [](const std::shared_ptr<SharedWithOthers> &elector) {
        auto *const receiver = qobject_cast<LeaderElector *>(elector->client.mailbox.receiverHere());
        return receiver ? LeaderElectorPrivate::of(receiver) : nullptr;
    };
    // All begin before any is waited for.
    std::vector<std::pair<std::shared_ptr<Latch>, std::chrono::steady_clock::time_point>> elsewhere;
    for (const auto &elector : electors) {
        if (LeaderElectorPrivate *ours = here(elector)) {
            ours->stop();
            continue;
        }
        auto latch = std::make_shared<Latch>();
        // Opened when the message is gone: it has been followed, or nobody is there any more.
        elector->client.mailbox.post({ElectorMessage::Quit{
            std::shared_ptr<void>(static_cast<void *>(latch.get()), [latch](void *) { latch->open(); })}});
        elsewhere.emplace_back(std::move(latch), deadlineFor(*elector));
    }
    for (const auto &elector : electors) {
        if (LeaderElectorPrivate *ours = here(elector))
            ours->stopAndWait(deadlineFor(*elector));
    }
    for (const auto &[latch, deadline] : elsewhere)
        latch->waitUntil(deadline);
}

} // namespace Elector
