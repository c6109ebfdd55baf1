// SPDX-License-Identifier: MIT
#include "electorthread.h"

namespace Elector {

void WorkRoom::runAndWait(const std::function<void()> &work)
{
    std::unique_lock lock(m_mutex);
    m_work = &work;
    QMetaObject::invokeMethod(this, "doIt", Qt::QueuedConnection);
    m_changed.wait(lock, [this] { return !m_work; });
}

void WorkRoom::doIt()
{
    const std::function<void()> *work = nullptr;
    {
        const std::lock_guard lock(m_mutex);
        work = m_work;
    }
    (*work)();
    {
        const std::lock_guard lock(m_mutex);
        m_work = nullptr;
        m_changed.notify_all(); // under the lock: whoever waits may destroy us as soon as it has it
    }
}

ElectorThread::ElectorThread(const ElectorConfig &config)
    : m_elector(std::make_unique<LeaderElector>(config))
    , m_transcript(std::make_unique<Transcript>(*m_elector))
{
    m_context.moveToThread(&m_thread);
    m_elector->moveToThread(&m_thread);
    m_thread.start();
    run([this] { m_elector->start(); });
}

ElectorThread::~ElectorThread()
{
    run([this] {
        m_elector.reset();
        m_transcript.reset();
    });
    m_thread.quit();
    m_thread.wait();
}

void ElectorThread::run(const std::function<void()> &work)
{
    m_context.runAndWait(work);
}

} // namespace Elector
