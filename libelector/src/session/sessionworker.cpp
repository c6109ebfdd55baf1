// SPDX-License-Identifier: MIT
#include "session/sessionworker_p.h"

#include "logging_p.h"
#include "session/notice_p.h"

#include <Elector/schema.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace Elector {

using namespace std::chrono_literals;

/// What libpq is told on top of the user's parameters, so that every call has an end.
ConnectionParameters Session::Worker::bounded(const SessionOptions &options)
{
    ConnectionParameters parameters = options.connection;
    const auto orDefault = [&parameters](const QString &keyword, const QString &value) {
        if (parameters.value(keyword).isEmpty())
            parameters.set(keyword, value);
    };
    const auto seconds
        = std::max<std::int64_t>(2, std::chrono::ceil<std::chrono::seconds>(options.attemptTimeout).count());
    // To libpq 0 is for ever.
    if (parameters.value(QStringLiteral("connect_timeout")).toInt() <= 0)
        parameters.set(QStringLiteral("connect_timeout"), QString::number(seconds));
    orDefault(QStringLiteral("tcp_user_timeout"), QString::number(options.attemptTimeout.count()));
    orDefault(QStringLiteral("application_name"), options.applicationName);
    return parameters;
}

Session::Worker::Worker(const SessionOptions &options)
    : m_options(options)
    , m_wakeDescriptor(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    , m_patience(options.attemptTimeout)
{
    if (m_wakeDescriptor < 0)
        qFatal("elector: eventfd failed: %s", std::strerror(errno));
}

Session::Worker::~Worker()
{
    ::close(m_wakeDescriptor);
}

void Session::Worker::start(std::shared_ptr<Worker> self)
{
    m_thread = std::thread([self = std::move(self)]() mutable {
        self->loop();
        // The Watchdog is joined by the destructor, which may well run here.
        self.reset();
    });
}

// ---- any thread -----------------------------------------------------------------------------------------------

void Session::Worker::attach(const std::shared_ptr<SessionClient> &client)
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto lockId = client->lockId())
            m_electors.emplace(*lockId, client);
        else
            m_watchers.push_back(client);
        m_clientsChanged = true;
    }
    wakeUp();
}

void Session::Worker::detach(const SessionClient *client)
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto lockId = client->lockId()) {
            const auto [begin, end] = m_electors.equal_range(*lockId);
            const auto found
                = std::find_if(begin, end, [client](const auto &each) { return each.second.get() == client; });
            if (found != end)
                m_electors.erase(found);
        } else {
            std::erase_if(m_watchers, [client](const auto &each) { return each.get() == client; });
        }
        m_clientsChanged = true;
    }
    wakeUp();
}

void Session::Worker::submit(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_quit)
            return;
        m_jobs.push_back(std::move(job));
        if (m_jobs.size() > 1) // whoever came first has woken it up
            return;
    }
    wakeUp();
}

void Session::Worker::run(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_quit)
            return;
        m_tasks.push_back(std::move(task));
    }
    wakeUp();
}

void Session::Worker::wakeUp()
{
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(m_wakeDescriptor, &one, sizeof one);
}

void Session::Worker::shutDown(std::chrono::steady_clock::time_point deadline)
{
    std::unique_lock lock(m_mutex);
    m_quit = true;
    if (!m_thread.joinable())
        return;
    wakeUp();
    // What is under way may finish by itself for a moment; then it is cut.
    const auto patience = std::min(deadline, std::chrono::steady_clock::now() + 100ms);
    if (!m_finishedChanged.wait_until(lock, patience, [this] { return m_finished; })) {
        m_watchdog.cutNow();
        m_finishedChanged.wait_until(lock, deadline, [this] { return m_finished; });
    }
    std::thread thread = std::move(m_thread);
    const bool finished = m_finished;
    lock.unlock();
    if (finished)
        thread.join();
    else
        thread.detach(); // hangs in connecting, which nothing can cut; libpq's connect_timeout ends it
}

/// All, or those whom a lock concerns.
std::vector<std::shared_ptr<SessionClient>> Session::Worker::clients(std::optional<int> lockId)
{
    const std::lock_guard lock(m_mutex);
    std::vector<std::shared_ptr<SessionClient>> clients = m_watchers;
    const auto [begin, end]
        = lockId ? m_electors.equal_range(*lockId) : std::pair(m_electors.begin(), m_electors.end());
    std::for_each(begin, end, [&clients](const auto &each) { clients.push_back(each.second); });
    return clients;
}

bool Session::Worker::hasNewWork()
{
    const std::lock_guard lock(m_mutex);
    return m_quit || !m_jobs.empty() || !m_tasks.empty();
}

// ---- the loop -------------------------------------------------------------------------------------------------

void Session::Worker::loop()
{
    m_connection = std::make_unique<SqlConnection>(bounded(m_options), m_watchdog);
    for (;;) {
        waitForWork();
        dispatchNotifications();
        std::vector<Job> jobs;
        std::vector<Task> tasks;
        {
            const std::lock_guard lock(m_mutex);
            if (m_quit && m_jobs.empty())
                break;
            jobs = std::exchange(m_jobs, {});
            tasks = std::exchange(m_tasks, {});
        }
        if (jobs.empty() && tasks.empty() && !hasBacklog()) {
            rehearse();
            finishRound();
            continue;
        }
        const ElectorError error = ensureReady();
        if (error) {
            failAll(std::move(jobs), error);
            for (std::deque<Job> *queue : {&m_captures, &m_reads})
                failAll(takeBatch(queue, queue->size()), error);
        } else {
            perform(std::move(jobs));
        }
        for (const Task &task : tasks) {
            const ElectorError taskError = error ? error : ensureReady();
            const Access access{*m_connection, m_facts, m_recheck};
            task(taskError ? nullptr : &access, taskError);
            if (!m_connection->isOpen())
                connectionGone();
        }
        finishRound();
    }
    m_table.reset();
    m_connection.reset();
    // Clients die in their own threads or here, but not under the mutex.
    std::vector<std::shared_ptr<SessionClient>> clients;
    const std::lock_guard lock(m_mutex);
    clients.swap(m_watchers);
    std::for_each(m_electors.begin(), m_electors.end(),
                  [&clients](const auto &each) { clients.push_back(each.second); });
    m_electors.clear();
    m_finished = true;
    m_finishedChanged.notify_all();
}

void Session::Worker::finishRound()
{
    judgeRound();
    closeIfUnused();
    nameSession();
    // What arrived with the answers is in libpq's buffer already and wakes no poll().
    dispatchNotifications();
}

void Session::Worker::judgeRound()
{
    if (std::exchange(m_answered, false))
        m_patience.answered();
    else if (m_tooSlow)
        m_patience.tooSlow();
    m_tooSlow = false;
}

void Session::Worker::waitForWork()
{
    if (hasBacklog() || hasNewWork())
        return;
    std::array<pollfd, 2> descriptors{{{m_wakeDescriptor, POLLIN, 0}, {m_connection->socket(), POLLIN, 0}}};
    ::poll(descriptors.data(), descriptors[1].fd >= 0 ? 2 : 1, idleMilliseconds());
    std::uint64_t count = 0;
    [[maybe_unused]] const auto read = ::read(m_wakeDescriptor, &count, sizeof count);
}

/// How long the loop may sleep before something of its own is due; negative for ever.
int Session::Worker::idleMilliseconds() const
{
    std::optional<std::chrono::steady_clock::time_point> due;
    for (const auto &each : {m_nameDue, m_rehearsalDue, m_parting}) {
        if (each && (!due || *each < *due))
            due = each;
    }
    if (!due)
        return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*due - std::chrono::steady_clock::now());
    return int(std::max(0ms, left).count());
}

void Session::Worker::dispatchNotifications()
{
    if (!m_ready)
        return;
    const auto notifications = m_connection->takeNotifications();
    for (const auto &notification : notifications) {
        if (const auto notice = parseNotice(notification.payload))
            dispatchHint(notice->lockId, notice->hint);
    }
    if (!m_connection->isOpen())
        connectionGone();
}

void Session::Worker::dispatchHint(std::optional<int> lockId, const Candidate::Hint &hint)
{
    for (const auto &client : clients(lockId))
        client->hinted(lockId, hint);
}

} // namespace Elector
