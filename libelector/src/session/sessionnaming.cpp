// SPDX-License-Identifier: MIT

// The session's name says which locks it serves; see SessionName.
#include "session/sessionworker_p.h"
#include "sql/sessionname_p.h"
#include "sql/sqltext_p.h"

#include "logging_p.h"

#include <algorithm>
#include <set>

namespace Elector {

using namespace std::chrono_literals;

namespace {

/// Electors come and go in crowds: the name waits for the rest of one.
constexpr auto patience = 100ms;

} // namespace

QString Session::Worker::wantedName()
{
    // What the user says, is said.
    const QString given = m_options.connection.value(QStringLiteral("application_name"));
    if (!given.isEmpty())
        return given;
    // A pooler would have to set another name each time that it lends a session to somebody else.
    if (isLent())
        return m_options.applicationName;
    std::set<int> locks;
    for (const auto &client : clients()) {
        if (const auto lockId = client->lockId())
            locks.insert(*lockId);
    }
    if (locks.empty()) // the last one has just left, or the first one is about to come
        return m_name.isEmpty() ? m_options.applicationName : m_name;
    return SessionName::format(locks, m_options.schema, m_options.instanceId);
}

/// Between requests only: nothing may make a holder late.
void Session::Worker::nameSession()
{
    const auto now = std::chrono::steady_clock::now();
    if (!m_ready) { // connecting names it
        m_nameDue.reset();
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        if (std::exchange(m_clientsChanged, false) && !m_nameDue)
            m_nameDue = now + patience;
        if (!m_nameDue || now < *m_nameDue || m_quit || !m_jobs.empty() || !m_tasks.empty())
            return; // if it is due, it still is when what waits is done
    }
    m_nameDue.reset();
    const QString name = wantedName();
    if (std::exchange(m_name, name) == name)
        return;
    // Not tried again if it fails: it matters too little.
    const Execution execution = m_connection->execute(
        SqlText::statement(QStringLiteral("name_session"), m_options.schema, m_facts.server.level), {m_name});
    if (execution.outcome != Outcome::Answered)
        qCDebug(lcSession) << "The session could not be named:" << execution.error.message();
    if (!m_connection->isOpen())
        connectionGone();
}

} // namespace Elector
