// SPDX-License-Identifier: MIT
#include "observertest.h"

#include <algorithm>

namespace Elector {

LeaseObserver &ObserverTest::makeObserver(const QString &dsn)
{
    m_observer = std::make_unique<LeaseObserver>(
        ConnectionParameters::fromString(dsn.isEmpty() ? m_room.server.dsn(m_room.database) : dsn));
    m_observer->setInterval(std::chrono::milliseconds(100));
    forget();
    connect(m_observer.get(), &LeaseObserver::snapshotTaken, this,
            [this](const QList<LeaseChange> &changes) { m_changes += changes; });
    connect(m_observer.get(), &LeaseObserver::errorOccurred, this,
            [this](const ElectorError &error) { m_errors += error; });
    connect(m_observer.get(), &LeaseObserver::eventsRecorded, this,
            [this](const QList<LeaseEvent> &events) { m_events += events; });
    connect(m_observer.get(), &LeaseObserver::releaseFinished, this,
            [this](const ForcedRelease &outcome) { m_outcomes += outcome; });
    connect(m_observer.get(), &LeaseObserver::recovered, this, [this] { ++m_recovered; });
    return *m_observer;
}

bool ObserverTest::seen(LeaseChange::Kind kind) const
{
    return std::any_of(m_changes.cbegin(), m_changes.cend(), [kind](const LeaseChange &change) {
        return change.kind == kind && change.before.has_value() == (kind != LeaseChange::Added);
    });
}

QStringList ObserverTest::kinds() const
{
    QStringList kinds;
    for (const LeaseEvent &event : m_events)
        kinds += event.kind;
    return kinds;
}

std::optional<LeaseEvent> ObserverTest::find(const QString &kind) const
{
    const auto found
        = std::find_if(m_events.cbegin(), m_events.cend(), [&](const LeaseEvent &event) { return event.kind == kind; });
    return found == m_events.cend() ? std::nullopt : std::optional(*found);
}

void ObserverTest::forget()
{
    m_changes.clear();
    m_errors.clear();
    m_events.clear();
    m_outcomes.clear();
    m_recovered = 0;
}

} // namespace Elector
