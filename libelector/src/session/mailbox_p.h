// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QMetaObject>
#include <QtCore/QObject>
#include <QtCore/QThread>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <utility>
#include <vector>

namespace Elector {

/// Hands messages over to the thread of a QObject: everything that crosses does so under one std::mutex, and the
/// receiver's event loop is woken at most once for what has gathered.
template <typename Message> class Mailbox
{
public:
    /// `receiver` has an invokable or slot `slot` without parameters, which calls take().
    Mailbox(QObject *receiver, const char *slot)
        : m_receiver(receiver)
        , m_slot(slot)
    {
    }

    /// Any thread. Does nothing once closed.
    void post(Message message)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_receiver)
                return;
            m_messages.push_back(std::move(message));
            if (m_waiting)
                m_waiting->notify_all();
            if (!std::exchange(m_woken, true))
                QMetaObject::invokeMethod(m_receiver, m_slot, Qt::QueuedConnection);
        }
    }

    /// What has arrived, oldest first; never blocks. The receiver's thread.
    std::vector<Message> take()
    {
        const std::lock_guard lock(m_mutex);
        m_woken = false;
        return std::exchange(m_messages, {});
    }

    /// Waits without an event loop, until something is there or `deadline`. The receiver's thread.
    bool waitUntil(std::chrono::steady_clock::time_point deadline)
    {
        std::condition_variable arrived;
        std::unique_lock lock(m_mutex);
        m_waiting = &arrived;
        const bool isThere = arrived.wait_until(lock, deadline, [this] { return !m_messages.empty(); });
        m_waiting = nullptr;
        return isThere;
    }

    /// The receiver, if there still is one and it lives in this thread.
    QObject *receiverHere()
    {
        const std::lock_guard lock(m_mutex);
        return m_receiver && m_receiver->thread() == QThread::currentThread() ? m_receiver : nullptr;
    }

    /// From here on nothing reaches the receiver any more. The receiver's thread, before it is destroyed.
    void close()
    {
        std::vector<Message> unread; // to be destroyed outside the mutex
        const std::lock_guard lock(m_mutex);
        m_receiver = nullptr;
        unread.swap(m_messages);
    }

private:
    std::mutex m_mutex;
    std::condition_variable *m_waiting = nullptr; ///< of the receiver's thread, while it waits
    std::vector<Message> m_messages;
    QObject *m_receiver;
    const char *m_slot;
    bool m_woken = false;
};

} // namespace Elector
