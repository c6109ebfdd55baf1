// SPDX-License-Identifier: MIT
#pragma once

#include "transcript.h"

#include <QThread>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace Elector {

/// Does work in the thread that it lives in. Handed over by a std::mutex, which ThreadSanitizer sees; Qt's own it does
/// not.
class WorkRoom : public QObject
{
    Q_OBJECT
public:
    void runAndWait(const std::function<void()> &work);

private:
    Q_INVOKABLE void doIt();
    std::mutex m_mutex;
    std::condition_variable m_changed;
    const std::function<void()> *m_work = nullptr;
};

/// An elector that lives in a thread of its own, with an event loop. Started; destroyed there by the destructor.
class ElectorThread
{
public:
    explicit ElectorThread(const ElectorConfig &config);
    ~ElectorThread();
    ElectorThread(const ElectorThread &) = delete;
    ElectorThread &operator=(const ElectorThread &) = delete;

    LeaderElector &elector() { return *m_elector; }
    const Transcript &transcript() const { return *m_transcript; }
    QThread *thread() { return &m_thread; }
    /// Runs \a work in the elector's thread and waits for it.
    void run(const std::function<void()> &work);

private:
    QThread m_thread;
    WorkRoom m_context; ///< lives in the thread
    std::unique_ptr<LeaderElector> m_elector;
    std::unique_ptr<Transcript> m_transcript;
};

} // namespace Elector
