// SPDX-License-Identifier: MIT
#include "leasewatch.h"

#include "connectionlabel.h"
#include "displaytext.h"

#include <algorithm>

namespace Elector {

using namespace std::chrono;

namespace {

// A lease that ran out is looked at ahead of time, but not more often than this.
constexpr milliseconds shortestLook = 500ms;

ConnectionParameters named(ConnectionParameters connection)
{
    const QString keyword = QStringLiteral("application_name");
    if (connection.value(keyword).isEmpty())
        connection.set(keyword, QStringLiteral("elector-monitor"));
    return connection;
}

} // namespace

LeaseWatch::LeaseWatch(const WatchTarget &target, QObject *parent)
    : QObject(parent)
    , m_target(target)
    , m_observer(std::make_unique<LeaseObserver>(named(target.connection), target.schema))
{
    connect(m_observer.get(), &LeaseObserver::stateChanged, this, &LeaseWatch::updateState);
    connect(m_observer.get(), &LeaseObserver::errorOccurred, this, &LeaseWatch::updateState);
    connect(m_observer.get(), &LeaseObserver::recovered, this, &LeaseWatch::updateState);
    connect(m_observer.get(), &LeaseObserver::lookTaken, this, &LeaseWatch::updateState);
    m_model.setObserver(m_observer.get());
    connect(&m_model, &LeaseModel::viewChanged, this, &LeaseWatch::viewChanged);
    connect(&m_model, &LeaseModel::leasesRanOut, this, &LeaseWatch::lookAhead);
    m_look.setSingleShot(true);
    connect(&m_look, &QTimer::timeout, this, [this] {
        m_lastLook = BootClock::now();
        m_observer->refresh();
    });
}

LeaseWatch::~LeaseWatch() = default;

void LeaseWatch::start()
{
    m_observer->start();
    updateState();
}

QString LeaseWatch::label() const
{
    return m_target.profile.name.isEmpty() ? connectionLabel(m_target.connection, m_observer->server())
                                           : displayText(m_target.profile.name, 60);
}

QString LeaseWatch::title() const
{
    const bool usual = m_target.schema == QLatin1StringView("public");
    return usual ? label() : tr("%1, schema %2").arg(label(), m_target.schema);
}

bool LeaseWatch::isCurrent() const
{
    return m_observer->state() == LeaseObserver::Watching && !m_observer->isStale();
}

seconds LeaseWatch::snapshotAge() const
{
    return duration_cast<seconds>(BootClock::now() - m_observer->snapshotTime());
}

ReleaseSituation LeaseWatch::situation(std::optional<int> lock) const
{
    ReleaseSituation now;
    if (lock) {
        now.lease = m_model.lease(*lock);
        now.effectiveState = m_model.stateOf(*lock);
    }
    now.readOnly = m_target.readOnly ? ReadOnlyMode::CommandLine
        : m_target.profile.readOnly  ? ReadOnlyMode::Profile
                                     : ReadOnlyMode::Off;
    now.profile = m_target.profile.name;
    now.observerState = m_observer->state();
    now.stale = m_observer->isStale();
    now.server = m_observer->server();
    now.schema = m_target.schema;
    return now;
}

void LeaseWatch::setInterval(milliseconds interval)
{
    m_observer->setInterval(interval);
}

void LeaseWatch::setPaused(bool paused)
{
    m_paused = paused;
    m_observer->setPaused(paused);
}

void LeaseWatch::refresh()
{
    m_observer->refresh();
}

void LeaseWatch::tick()
{
    m_model.tick(BootClock::now());
}

// Rows are put in order in a thread of the model's: there are all of them when it shows as many as were read.
void LeaseWatch::viewChanged()
{
    const LeaseSnapshot snapshot = m_observer->snapshot();
    m_hasSnapshot = m_hasSnapshot || (snapshot.isComplete() && m_model.totals().locks == snapshot.size());
    Q_EMIT rowsChanged();
}

void LeaseWatch::updateState()
{
    m_model.setFrozen(!isCurrent());
    Q_EMIT stateChanged();
}

void LeaseWatch::lookAhead()
{
    const auto due = duration_cast<milliseconds>(m_lastLook + shortestLook - BootClock::now());
    if (!m_look.isActive())
        m_look.start(std::clamp<milliseconds>(due, 0ms, shortestLook));
    Q_EMIT stateChanged();
}

} // namespace Elector
