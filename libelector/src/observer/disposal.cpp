// SPDX-License-Identifier: MIT
#include "observer/disposal_p.h"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace Elector {

namespace {

class Disposer
{
public:
    void add(std::shared_ptr<const void> thing)
    {
        const std::lock_guard lock(m_mutex);
        m_things.push_back(std::move(thing));
        if (!std::exchange(m_started, true))
            std::thread([this] { run(); }).detach();
        m_changed.notify_one();
    }

private:
    [[noreturn]] void run()
    {
        for (;;) {
            std::vector<std::shared_ptr<const void>> things;
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return !m_things.empty(); });
            things.swap(m_things);
            lock.unlock();
            things.clear();
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<std::shared_ptr<const void>> m_things;
    bool m_started = false;
};

} // namespace

void Disposal::dispose(std::shared_ptr<const void> thing)
{
    // Never destroyed: its thread outlives main(), and so do those who may still come with something.
    static auto *const disposer = new Disposer;
    disposer->add(std::move(thing));
}

} // namespace Elector
