// SPDX-License-Identifier: MIT
#include "session/sessionworker_p.h"

#include "logging_p.h"

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

namespace {

/// What libpq is told on top of the user's parameters, so that every call has an end.
ConnectionParameters bounded(const SessionOptions &options)
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

bool saysThatTheSchemaChanged(const QString &sqlState)
{
    // undefined table, column, function; cached plan; read-only; privilege
    static const std::array states = {"42P01", "42703", "42883", "0A000", "25006", "42501", "3F000"};
    return std::any_of(states.begin(), states.end(),
                       [&](const char *state) { return sqlState == QLatin1String(state); });
}

std::optional<Candidate::Hint::Kind> kindOf(const QByteArray &word)
{
    if (word == "free")
        return Candidate::Hint::Free;
    if (word == "captured")
        return Candidate::Hint::Captured;
    if (word == "revoked")
        return Candidate::Hint::Revoked;
    if (word == "changed")
        return Candidate::Hint::Changed;
    return std::nullopt;
}

/// What a request expects the server's clock to show at most moves on while it waits here.
void expectLater(std::optional<ServerTime> *notAfter, BootClock::time_point since)
{
    if (*notAfter)
        **notAfter += std::chrono::duration_cast<std::chrono::microseconds>(BootClock::now() - since);
}

} // namespace

Session::Worker::Worker(const SessionOptions &options)
    : m_options(options)
    , m_wakeDescriptor(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
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
    m_connection->setAttemptTimeout(m_options.attemptTimeout);
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
            closeIfUnused();
            nameSession();
            continue;
        }
        const ElectorError error = ensureReady();
        if (error) {
            failAll(std::move(jobs), error);
            for (std::deque<Job> *queue : {&m_captures, &m_reads, &m_cleanUps})
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
        // What arrived with the answers is in libpq's buffer already and wakes no poll().
        dispatchNotifications();
        warmUp();
        closeIfUnused();
        nameSession();
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

void Session::Worker::waitForWork()
{
    if (hasBacklog() || hasNewWork())
        return;
    std::array<pollfd, 2> descriptors{{{m_wakeDescriptor, POLLIN, 0}, {m_connection->socket(), POLLIN, 0}}};
    ::poll(descriptors.data(), descriptors[1].fd >= 0 ? 2 : 1, static_cast<int>(untilNaming().count()));
    std::uint64_t count = 0;
    [[maybe_unused]] const auto read = ::read(m_wakeDescriptor, &count, sizeof count);
}

void Session::Worker::dispatchNotifications()
{
    if (!m_ready)
        return;
    const auto notifications = m_connection->takeNotifications();
    for (const auto &notification : notifications) {
        const QList<QByteArray> words = notification.payload.split(' ');
        bool isNumber = false;
        const int lockId = words.value(0).toInt(&isNumber);
        const auto kind = kindOf(words.value(2));
        if (!isNumber || !kind)
            continue;
        bool hasTerm = false;
        const qint64 term = words.value(1).toLongLong(&hasTerm);
        dispatchHint(lockId, {*kind, hasTerm ? std::optional<std::int64_t>(term) : std::nullopt});
    }
    if (!m_connection->isOpen())
        connectionGone();
}

void Session::Worker::dispatchHint(std::optional<int> lockId, const Candidate::Hint &hint)
{
    for (const auto &client : clients(lockId))
        client->hinted(lockId, hint);
}

// ---- connecting -----------------------------------------------------------------------------------------------

ElectorError Session::Worker::ensureReady()
{
    if (m_ready && m_connection->isOpen() && !m_recheck)
        return {};
    m_ready = false;
    m_recheck = false;
    m_table.reset();
    const ElectorError error = connectAndCheck();
    if (error) {
        qCInfo(lcSession) << "Not connected:" << error.message();
        m_connection->close();
        return error;
    }
    m_ready = true;
    qCInfo(lcSession) << "Connected to" << m_options.connection.description() << "level" << m_facts.server.level;
    for (const auto &client : clients())
        client->ready(m_facts);
    return {};
}

ElectorError Session::Worker::connectAndCheck()
{
    if (const ElectorError error = Schema::checkName(m_options.schema))
        return error;
    if (const ElectorError error = m_connection->open())
        return error;
    if (const ElectorError error = configure())
        return error;
    auto check = ServerCheck::collect(*m_connection, m_options.schema);
    if (check.outcome != Outcome::Answered)
        return check.error;
    const bool takesPart = m_options.purpose == SessionOptions::TakePart;
    if (takesPart) {
        const auto errors = ServerCheck::errors(check.facts, m_options.createTable);
        if (!errors.empty())
            return errors.front();
        if (check.facts.level == SchemaLevel::None) {
            if (const ElectorError error = createTable(check.facts.majorVersion()))
                return error;
            check = ServerCheck::collect(*m_connection, m_options.schema);
            if (check.outcome != Outcome::Answered)
                return check.error;
        }
    }
    m_facts = {};
    m_facts.server = check.facts;
    m_facts.warnings = takesPart ? ServerCheck::warnings(check.facts) : std::vector<ElectorError>();
    if (check.facts.level == SchemaLevel::Full && !check.facts.inRecovery)
        listen();
    if (!m_connection->isOpen())
        return {ErrorCode::ConnectionLost, QStringLiteral("The connection broke while it was set up."), {}, {}};
    if (check.facts.level == SchemaLevel::Plain || check.facts.level == SchemaLevel::Full)
        m_table.emplace(*m_connection, m_options.schema, check.facts.level);
    m_warm = false;
    return {};
}

ElectorError Session::Worker::configure()
{
    SessionSettings settings;
    settings.applicationName = m_name = wantedName();
    m_nameDue.reset();
    // The server's own limit strikes first, so that a slow statement does not cost the connection.
    settings.statementTimeout = std::max(1ms, m_options.attemptTimeout * 9 / 10);
    settings.lockTimeout = std::max(1ms, m_options.attemptTimeout / 2);
    settings.idleInTransactionTimeout = std::max(1000ms, m_options.attemptTimeout);
    const ElectorError error = ServerCheck::configureSession(*m_connection, settings);
    if (error.sqlState != QLatin1String("57014"))
        return error;
    // The role's own statement_timeout struck. The shortest of statements may get past it.
    m_connection->executeScript(QStringLiteral("SET statement_timeout = 0"));
    return ServerCheck::configureSession(*m_connection, settings);
}

ElectorError Session::Worker::createTable(int majorVersion)
{
    // Many nodes may start at once and wait for each other here: longer than for a renewal.
    constexpr auto patience = 15s;
    m_connection->setAttemptTimeout(patience + 2s);
    const QString limits = QStringLiteral("SET LOCAL statement_timeout = '%1s'; SET LOCAL lock_timeout = '%1s';\n")
                               .arg(patience.count());
    const Execution execution
        = m_connection->executeScript(limits + Schema::installSql(m_options.schema, SchemaLevel::Full, majorVersion));
    m_connection->setAttemptTimeout(m_options.attemptTimeout);
    return execution.error;
}

/// Subscribes, and sees whether a notification comes back at all: behind some poolers it never does.
void Session::Worker::listen()
{
    const QString channel = Schema::channel(m_options.schema);
    const Execution execution
        = m_connection->executeScript(QStringLiteral("LISTEN %1; SELECT pg_notify('%1', 'probe')").arg(channel));
    if (execution.outcome == Outcome::Answered)
        m_facts.notifies = !m_connection->takeNotifications().empty();
    if (!m_facts.notifies) {
        m_facts.warnings.push_back(
            {ErrorCode::Database,
             QStringLiteral("Notifications do not arrive on this connection (LISTEN)."),
             QStringLiteral(
                 "Released locks are noticed by polling only. A transaction pooler in between? Connect directly."),
             {}});
    }
}

void Session::Worker::connectionGone()
{
    if (!m_ready)
        return;
    m_ready = false;
    qCInfo(lcSession) << "The connection is gone.";
    // Whoever has something at stake looks at once, and by that connects again.
    dispatchHint(std::nullopt, {Candidate::Hint::Reconnected, std::nullopt});
}

/// With the first answers given, there is time to prepare what the next bid will need.
void Session::Worker::warmUp()
{
    if (m_warm || !m_ready || !m_table || m_options.purpose != SessionOptions::TakePart)
        return;
    m_table->prepare();
    m_warm = true;
    if (!m_connection->isOpen())
        connectionGone();
}

/// Nobody takes part through this session any more: it needs no connection.
void Session::Worker::closeIfUnused()
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_electors.empty() || !m_watchers.empty() || !m_jobs.empty() || !m_tasks.empty())
            return;
    }
    m_ready = false;
    m_table.reset();
    m_connection->close();
}

// ---- requests -------------------------------------------------------------------------------------------------

void Session::Worker::perform(std::vector<Job> jobs)
{
    std::vector<Job> renewals;
    std::vector<Job> releases;
    for (Job &job : jobs) {
        const auto &what = job.request.what;
        if (std::holds_alternative<RenewRequest>(what))
            renewals.push_back(std::move(job));
        else if (std::holds_alternative<ReleaseRequest>(what))
            releases.push_back(std::move(job));
        else if (std::holds_alternative<CaptureRequest>(what))
            m_captures.push_back(std::move(job));
        else if (std::holds_alternative<ReadRequest>(what))
            m_reads.push_back(std::move(job));
        else
            m_cleanUps.push_back(std::move(job));
    }
    // Renewals first: nothing may make a holder late.
    performRenewals(std::move(renewals));
    for (const Job &job : releases)
        performOne(job);
    workOffBacklog();
    if (!m_connection->isOpen())
        connectionGone();
}

/// Statement by statement, until there is a renewal that must not wait for the rest; at least one.
void Session::Worker::workOffBacklog()
{
    constexpr std::size_t mostCaptures = 500; // each takes a lock in the server's table of them
    constexpr std::size_t mostReads = 1000;
    do {
        if (!m_captures.empty())
            performCaptures(takeBatch(&m_captures, mostCaptures));
        else if (!m_reads.empty())
            performReads(takeBatch(&m_reads, mostReads));
        else if (!m_cleanUps.empty())
            performCleanUp(std::move(takeBatch(&m_cleanUps, 1).front()));
    } while (hasBacklog() && m_connection->isOpen() && !hasNewWork());
}

std::vector<Session::Worker::Job> Session::Worker::takeBatch(std::deque<Job> *queue, std::size_t most)
{
    const auto end = queue->begin() + std::ptrdiff_t(std::min(most, queue->size()));
    std::vector<Job> batch(std::make_move_iterator(queue->begin()), std::make_move_iterator(end));
    queue->erase(queue->begin(), end);
    return batch;
}

void Session::Worker::performRenewals(std::vector<Job> renewals)
{
    const auto alone = std::stable_partition(renewals.begin(), renewals.end(), [](const Job &job) {
        return !std::get<RenewRequest>(job.request.what).alone;
    });
    const std::vector<Job> single(alone, renewals.end());
    renewals.erase(alone, renewals.end());
    if (renewals.size() == 1) {
        performOne(renewals.front());
    } else if (!renewals.empty() && m_table) {
        constexpr std::ptrdiff_t most = 10'000; // far within the time for an attempt
        for (auto rest = renewals.begin(); rest != renewals.end();) {
            const auto end = rest + std::min(most, renewals.end() - rest);
            renewTogether({rest, end});
            rest = end;
        }
    } else {
        for (const Job &job : renewals)
            performOne(job);
    }
    for (const Job &job : single)
        performOne(job);
}

void Session::Worker::renewTogether(const std::vector<Job> &renewals)
{
    std::vector<LeaseTable::Renewal> batch;
    for (const Job &job : renewals)
        batch.push_back({job.request.lockId, std::get<RenewRequest>(job.request.what)});
    const std::vector<Reply> replies = m_table->renewBatch(batch);
    // One bad row must not take the others down: a batch that failed as a whole is done one by one.
    const bool failed = replies.front().outcome == Outcome::Failed && m_connection->isOpen();
    for (std::size_t i = 0; i < renewals.size(); ++i) {
        if (failed)
            performOne(renewals[i]);
        else
            answer(renewals[i], replies.at(i));
    }
}

/// Of several electors here that want one lock, one bids; the others are told that somebody is bidding.
void Session::Worker::performCaptures(std::vector<Job> captures)
{
    std::unordered_map<int, std::size_t> bidders;
    std::vector<LeaseTable::Capture> bids;
    std::vector<const Job *> bidding;
    std::vector<std::pair<const Job *, std::size_t>> others; // and whose bid they wait for
    for (Job &job : captures) {
        auto &capture = std::get<CaptureRequest>(job.request.what);
        expectLater(&capture.notAfter, job.submittedAt);
        const auto [bidder, isFirst] = bidders.try_emplace(job.request.lockId, bids.size());
        if (!isFirst) {
            others.emplace_back(&job, bidder->second);
            continue;
        }
        bids.push_back({job.request.lockId, capture});
        bidding.push_back(&job);
    }
    std::vector<Reply> replies = m_table ? m_table->captureBatch(bids) : std::vector<Reply>(bids.size());
    for (std::size_t i = 0; i < bids.size(); ++i) {
        // One bad row must not take the others down.
        if (bids.size() > 1 && replies[i].outcome == Outcome::Failed && m_table && m_connection->isOpen())
            replies[i] = m_table->perform(bidding[i]->request);
        answer(*bidding[i], replies[i]);
    }
    for (const auto &[job, bid] : others) {
        Reply busy = replies[bid];
        if (busy.outcome == Outcome::Answered) {
            busy.verdict = Verdict::GateBusy;
            busy.row.reset();
        } else if (m_table && m_connection->isOpen()) {
            busy = m_table->perform(job->request);
        }
        answer(*job, busy);
    }
}

/// One look at a lock serves all who want to look at it now.
void Session::Worker::performReads(std::vector<Job> reads)
{
    std::unordered_map<int, std::size_t> places;
    std::vector<int> lockIds;
    for (const Job &job : reads) {
        if (places.try_emplace(job.request.lockId, lockIds.size()).second)
            lockIds.push_back(job.request.lockId);
    }
    const std::vector<Reply> replies = m_table ? m_table->readBatch(lockIds) : std::vector<Reply>(lockIds.size());
    for (const Job &job : reads)
        answer(job, replies[places.at(job.request.lockId)]);
}

/// One clean-up serves all electors here, for a while.
void Session::Worker::performCleanUp(Job job)
{
    expectLater(&std::get<CleanUpRequest>(job.request.what).notAfter, job.submittedAt);
    constexpr auto enough = 3s;
    if (m_cleanUp && BootClock::now() - m_cleanUp->sentAt < enough) {
        answer(job, *m_cleanUp);
        return;
    }
    const Reply reply = m_table ? m_table->perform(job.request) : Reply();
    m_cleanUp = reply.outcome == Outcome::Answered ? std::optional(reply) : std::nullopt;
    answer(job, reply);
}

void Session::Worker::performOne(const Job &job)
{
    answer(job, m_table ? m_table->perform(job.request) : Reply());
}

void Session::Worker::answer(const Job &job, const Reply &reply)
{
    if (reply.outcome == Outcome::Failed && saysThatTheSchemaChanged(reply.error.sqlState))
        m_recheck = true;
    job.client->replied(job.tag, reply);
}

void Session::Worker::failAll(std::vector<Job> jobs, const ElectorError &error)
{
    Reply reply;
    reply.outcome = Outcome::Failed; // never sent
    reply.sentAt = reply.receivedAt = BootClock::now();
    reply.error = error;
    for (const Job &job : jobs)
        job.client->replied(job.tag, reply);
}

} // namespace Elector
