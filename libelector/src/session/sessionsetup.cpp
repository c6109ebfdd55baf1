// SPDX-License-Identifier: MIT
#include "session/sessionworker_p.h"

#include "logging_p.h"

#include <Elector/schema.h>

#include <QtCore/QDeadlineTimer>
#include <QtCore/QRandomGenerator>

#include <algorithm>
#include <poll.h>

namespace Elector {

using namespace std::chrono_literals;

namespace {

constexpr auto calm = 100ms; ///< after the last request

/// It strikes first, so that a slow statement does not cost the connection.
std::chrono::milliseconds serversLimit(std::chrono::milliseconds ours)
{
    return std::max(1ms, ours * 9 / 10);
}

} // namespace

ElectorError Session::Worker::ensureReady()
{
    if (m_ready && m_connection->isOpen() && !m_recheck)
        return {};
    m_ready = false;
    m_recheck = false;
    m_table.reset();
    m_cleanUp.reset();
    m_connection->setAttemptTimeout(setupLimit());
    const ElectorError error = connectAndCheck();
    if (error) {
        m_tooSlow = m_tooSlow || error.code == ErrorCode::TimedOut;
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
    auto check = collect();
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
            check = collect();
            if (check.outcome != Outcome::Answered)
                return check.error;
        }
    }
    if (takesPart && check.facts.callsFunctions() && isLent()) {
        // There statements hold their values, and pg_stat_activity shows statements to all who log in as we do.
        return {ErrorCode::Configuration,
                QStringLiteral("The tables in schema %1 are strict, and a pooler that lends sessions would let other "
                               "nodes read the key of our tenures.")
                    .arg(m_options.schema),
                QStringLiteral("Connect to the server itself, or let the pooler keep a session for us (PgBouncer: "
                               "pool_mode = session)."),
                {}};
    }
    if (takesPart) {
        if (const ElectorError error = meetServer(check.facts))
            return error;
    }
    m_facts = {};
    m_facts.server = check.facts;
    m_facts.takeovers = m_takeovers;
    m_facts.pooled = m_pooled;
    m_facts.warnings = takesPart ? ServerCheck::warnings(check.facts) : std::vector<ElectorError>();
    if (check.facts.level == SchemaLevel::Full && !check.facts.inRecovery && !isLent())
        listen();
    if (!m_connection->isOpen())
        return {ErrorCode::ConnectionLost, QStringLiteral("The connection broke while it was set up."), {}, {}};
    if (check.facts.level == SchemaLevel::Plain || check.facts.level == SchemaLevel::Full)
        m_table.emplace(*m_connection, check.facts);
    if (setupLimit() > m_options.attemptTimeout)
        return endPatience();
    if (takesPart && m_table && m_mayRehearse && !isLent())
        m_rehearsalDue = std::chrono::steady_clock::now() + calm;
    return {};
}

/// A session that is lent brings its limits along, always the same; one that observes has a long one anyway.
std::chrono::milliseconds Session::Worker::setupLimit() const
{
    return isLent() || m_options.purpose == SessionOptions::Observe ? m_options.attemptTimeout : m_patience.now();
}

/// Once the new session has warmed up, everything has to be answered in the usual time again, and that is tried here:
/// behind a line that is too slow for the settings nobody makes a bid.
ElectorError Session::Worker::endPatience()
{
    if (m_table)
        m_table->rehearse(); // what comes of it shows below
    m_connection->setAttemptTimeout(m_options.attemptTimeout);
    return m_connection
        ->executeScript(
            QStringLiteral("SET statement_timeout = %1").arg(serversLimit(m_options.attemptTimeout).count()))
        .error;
}

ServerCheck::Result Session::Worker::collect()
{
    ServerCheck::Result check = ServerCheck::collect(*m_connection, m_options.schema);
    if (isLent()) { // which has our own settings only
        check.facts.synchronousCommit = m_contact.synchronousCommit;
        check.facts.idleInTransactionTimeout = m_contact.idleInTransactionTimeout;
    }
    return check;
}

/// Counts another server even if the connection to it does not last: everybody hears of it with the next one.
ElectorError Session::Worker::meetServer(const ServerFacts &facts)
{
    ServerIdentity identity;
    if (const ElectorError error = ServerCheck::identify(*m_connection, &identity))
        return error;
    if (const ElectorError error = ServerCheck::outdated(identity, m_identity.value_or(ServerIdentity()))) {
        m_connection->putHostLast(); // the new primary may come behind it
        return error;
    }
    const bool isAnother = m_identity && *m_identity != identity;
    m_identity = identity;
    if (isAnother && !facts.holdsOff)
        ++m_takeovers;
    return {};
}

ElectorError Session::Worker::configure()
{
    SessionSettings settings;
    settings.applicationName = m_name = wantedName();
    m_nameDue.reset();
    settings.statementTimeout = serversLimit(setupLimit());
    settings.lockTimeout = std::max(1ms, m_options.attemptTimeout / 2);
    settings.idleInTransactionTimeout = std::max(1000ms, m_options.attemptTimeout);
    settings.plansOnce = m_options.purpose == SessionOptions::TakePart;
    if (isLent())
        return configureLent(settings);
    // No backend has a negative number: whoever was not told of one is behind a pooler, too.
    settings.backend = m_connection->backend() > 0 ? m_connection->backend() : -1;
    ElectorError error = ServerCheck::configureSession(*m_connection, settings);
    m_pooled = error.code == ErrorCode::Pooler;
    if (m_pooled) {
        if (const ElectorError shared = proveSession())
            return shared;
        settings.backend = 0;
        error = ServerCheck::configureSession(*m_connection, settings);
    }
    if (error.sqlState != QLatin1String("57014"))
        return error;
    // The role's own statement_timeout struck. The shortest of statements may get past it.
    m_connection->executeScript(QStringLiteral("SET statement_timeout = 0"));
    return ServerCheck::configureSession(*m_connection, settings);
}

/// Nothing is changed in a session that is lent: each statement brings its settings along.
ElectorError Session::Worker::configureLent(const SessionSettings &settings)
{
    if (const ElectorError error = LentSession::prepare(*m_connection, settings, &m_contact))
        return error;
    m_pooled = m_contact.backend != m_connection->backend();
    return {};
}

/// Behind a pooler, what arrives unasked while we are idle shows that a session of the server is kept for us: one that
/// is lent for a transaction is with nobody meanwhile, or with somebody else, and what it hears is lost. That nothing
/// is prepared, set or listened to where it would be somebody else's matters more than the second connection that this
/// takes.
ElectorError Session::Worker::proveSession()
{
    const QString channel
        = QStringLiteral("elector_probe_%1").arg(QRandomGenerator::system()->generate64(), 16, 16, QLatin1Char('0'));
    const Execution listening = m_connection->executeScript(QStringLiteral("LISTEN ") + channel);
    if (listening.outcome != Outcome::Answered && m_connection->isOpen())
        return ServerCheck::pooler(
            QStringLiteral("and LISTEN does not tell whether it keeps a session for each client: %1")
                .arg(listening.error.text.chopped(1)));
    if (listening.outcome != Outcome::Answered)
        return listening.error;
    ElectorError error = notifyFromElsewhere(channel);
    bool arrived = false;
    const QDeadlineTimer limit(m_options.attemptTimeout);
    while (!error && !arrived && m_connection->isOpen() && !limit.hasExpired()) {
        pollfd descriptor{m_connection->socket(), POLLIN, 0};
        ::poll(&descriptor, 1, int(limit.remainingTime()));
        for (const auto &notification : m_connection->takeNotifications())
            arrived = arrived || notification.channel == channel.toLatin1();
    }
    if (error)
        return error;
    if (!arrived)
        return ServerCheck::pooler(
            QStringLiteral("which keeps no session for each client (transaction or statement mode)"));
    m_connection->executeScript(QStringLiteral("UNLISTEN ") + channel);
    return {};
}

ElectorError Session::Worker::notifyFromElsewhere(const QString &channel)
{
    SqlConnection other(bounded(m_options), m_watchdog);
    other.setAttemptTimeout(m_options.attemptTimeout);
    ElectorError error = other.open();
    if (!error)
        error = other.executeOnce(QStringLiteral("SELECT pg_notify($1, '')"), {channel}).error;
    if (!error)
        return {};
    return ServerCheck::pooler(
        QStringLiteral(
            "and a second connection, which would have shown that it keeps a session for each client, failed: %1")
            .arg(error.text.chopped(1)));
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
    m_connection->setAttemptTimeout(setupLimit());
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

/// Once all is calm: nobody may have to wait for a rehearsal.
void Session::Worker::rehearse()
{
    if (!m_rehearsalDue || std::chrono::steady_clock::now() < *m_rehearsalDue)
        return;
    m_rehearsalDue.reset();
    if (!m_ready || !m_table)
        return;
    m_mayRehearse = m_table->rehearse();
    if (!m_connection->isOpen())
        connectionGone();
}

/// Nobody takes part through this session any more: it needs no connection. But who was just given the chance to lead
/// comes first, and the end of a backend takes a processor of the server's for many milliseconds.
void Session::Worker::closeIfUnused()
{
    if (m_parting && std::chrono::steady_clock::now() < *m_parting)
        return;
    m_parting.reset();
    {
        const std::lock_guard lock(m_mutex);
        if (!m_electors.empty() || !m_watchers.empty() || !m_jobs.empty() || !m_tasks.empty())
            return;
    }
    m_ready = false;
    m_table.reset();
    m_connection->close();
}

} // namespace Elector
