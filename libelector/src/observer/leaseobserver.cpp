// SPDX-License-Identifier: MIT
#include "Elector/leaseobserver.h"

#include "logging_p.h"
#include "observer/disposal_p.h"
#include "observer/leaseobserver_p.h"
#include "sql/sqlconnection_p.h"

#include <Elector/schema.h>

#include <QtCore/QMetaMethod>
#include <QtCore/QPointer>

#include <algorithm>
#include <limits>

namespace Elector {

using namespace std::chrono_literals;

namespace {

constexpr auto ShortestInterval = 100ms;
constexpr auto LongestInterval = std::chrono::milliseconds(1h);
constexpr auto LongestBackoff = 5000ms;
constexpr auto AttemptTimeout = 5000ms;
constexpr int EventsPerLook = 1000;

SessionOptions observing(const ConnectionParameters &connection, const QString &schema)
{
    SessionOptions options;
    options.purpose = SessionOptions::Observe;
    options.connection = connection;
    options.schema = schema;
    options.applicationName = QStringLiteral("elector-observer");
    options.attemptTimeout = AttemptTimeout;
    options.createTable = false;
    return options;
}

} // namespace

ElectorError nothingToSee(const ServerFacts &facts, const QString &schema)
{
    if (facts.level == SchemaLevel::Foreign)
        return facts.shape;
    if (facts.level == SchemaLevel::None)
        return {
            ErrorCode::TableMissing,
            QStringLiteral("There is no table leader_lease in schema \"%1\" of database \"%2\".")
                .arg(schema, facts.database),
            QStringLiteral("Name the database and the schema that the nodes use. The first node creates the table, or "
                           "\"elector migrate\"."),
            {}};
    if (!facts.maySelect)
        return {ErrorCode::PrivilegeMissing,
                QStringLiteral("The role \"%1\" may not read leader_lease in schema \"%2\".").arg(facts.role, schema),
                QStringLiteral("GRANT USAGE ON SCHEMA and SELECT ON its tables."),
                {}};
    return {};
}

ServerInfo serverInfo(const ServerFacts &facts, const ConnectionParameters &connection)
{
    ServerInfo server;
    server.version = facts.version;
    server.standby = facts.inRecovery;
    server.level = facts.level;
    server.roles = facts.hasRoles;
    server.strict = facts.strict;
    server.mayOrder = !facts.inRecovery && facts.level == SchemaLevel::Full && facts.mayOrder;
    server.mayRelease = !facts.inRecovery && facts.mayUpdate && facts.mayDelete;
    server.user = facts.role;
    server.database = facts.database;
    server.address = connection.description();
    return server;
}

LeaseObserverPrivate::LeaseObserverPrivate(LeaseObserver *observer, const ConnectionParameters &where,
                                           const QString &schemaName)
    : q(observer)
    , connection(where)
    , schema(schemaName)
    , client(std::make_shared<ObserverClient>(observer))
    , timer(observer)
{
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, observer, [this] { look(); });
}

LeaseObserverPrivate::~LeaseObserverPrivate()
{
    client->mailbox.close();
}

void LeaseObserverPrivate::start()
{
    if (session)
        return;
    QList<ElectorError> problems = connection.problems();
    if (const ElectorError error = Schema::checkName(schema))
        problems.append(error);
    if (!problems.isEmpty()) {
        onLookFailed(problems.first());
        return;
    }
    session = std::make_unique<Session>(observing(connection, schema));
    session->attach(client);
    m_reader = Disposal::shared(std::make_unique<LeaseReader>(schema, mostLocks));
    m_halfway = false;
    eventTail.reset();
    setState(LeaseObserver::Connecting);
    look();
}

void LeaseObserverPrivate::stop()
{
    timer.stop();
    session.reset();
    m_reader.reset();
    m_looking = false;
    stale = true;
    const QPointer<LeaseObserver> alive(q);
    setState(LeaseObserver::Stopped);
    if (alive)
        answerTheRest();
}

void LeaseObserverPrivate::answerTheRest()
{
    const QPointer<LeaseObserver> alive(q);
    const ElectorError stopped{ErrorCode::ConnectionLost,
                               QStringLiteral("The observer was stopped before the database answered."),
                               QStringLiteral("Start it again and look."),
                               {}};
    const auto histories = std::exchange(m_askedHistories, {});
    const auto interventions = std::exchange(m_askedInterventions, {});
    const auto details = std::exchange(m_askedDetails, {});
    for (const quint64 id : histories) {
        if (alive)
            Q_EMIT q->historyReceived(id, {}, stopped);
    }
    for (const quint64 id : details) {
        if (alive)
            Q_EMIT q->detailsReceived(id, {}, stopped);
    }
    LeaseInspector::Intervention unknown;
    unknown.outcome = Outcome::Unknown;
    unknown.error = stopped;
    for (auto it = interventions.cbegin(); alive && it != interventions.cend(); ++it)
        answer(it.key(), it.value(), unknown);
}

void LeaseObserverPrivate::answer(quint64 id, Asked asked, const LeaseInspector::Intervention &result)
{
    using Result = LeaseInspector::Intervention::Result;
    ForcedRelease outcome;
    outcome.id = id;
    outcome.lockId = asked.lockId;
    outcome.error = result.error;
    if (result.result == Result::Done)
        outcome.result = ForcedRelease::Done;
    else if (result.result == Result::MovedOn)
        outcome.result = ForcedRelease::MovedOn;
    else
        outcome.result = result.outcome == Outcome::Unknown ? ForcedRelease::Unknown : ForcedRelease::Failed;
    if (outcome.result == ForcedRelease::Done && result.row)
        outcome.oldHolderMayActFor = std::max(0us, result.row->remaining);
    if (asked.kind == Kind::Release)
        Q_EMIT q->releaseFinished(outcome);
    else
        Q_EMIT q->orderFinished({outcome.id, outcome.result, outcome.lockId, outcome.error});
}

void LeaseObserverPrivate::setState(LeaseObserver::State newState)
{
    if (std::exchange(state, newState) != newState)
        Q_EMIT q->stateChanged(newState);
}

void LeaseObserverPrivate::schedule()
{
    if (!session || paused)
        return;
    auto pause = interval;
    if (m_failures > 0)
        pause = std::clamp<std::chrono::milliseconds>(250ms * (1 << std::min(m_failures, 6)), 250ms, LongestBackoff);
    timer.start(pause);
}

void LeaseObserverPrivate::look()
{
    if (!session)
        return;
    if (m_looking) {
        m_lookAgain = true; // something happened while we look: what we see may be older
        return;
    }
    m_looking = true;
    if (!m_halfway)
        m_lookAgain = false;
    const bool wantsChanges = areChangesWanted();
    const bool wantsEvents = eventsWanted;
    const qint64 after = eventTail.readAfter();
    session->run([box = client, reader = m_reader, schemaName = schema, wantsChanges, wantsEvents,
                  after](const Session::Access *access, const ElectorError &error) {
        ObserverMessage::Look look;
        look.error = error;
        if (access) {
            const ServerFacts &facts = access->facts.server;
            look.facts = access->facts;
            look.encrypted = access->connection.isEncrypted();
            look.error = nothingToSee(facts, schemaName);
            if (!look.error) {
                if (std::exchange(box->connectionsRead, box->connections) != box->connections)
                    reader->distrust();
                look.reading = reader->look(*access, wantsChanges);
                // Then, not now: very many rows take their time after they have arrived.
                look.wallClock = std::chrono::duration_cast<std::chrono::microseconds>(
                    std::chrono::system_clock::now().time_since_epoch() - (BootClock::now() - look.reading.receivedAt));
                look.error = look.reading.error;
                if (!look.error && !look.reading.more && wantsEvents && facts.level == SchemaLevel::Full)
                    look.events = LeaseInspector(access->connection, schemaName, facts.level)
                                      .history(std::nullopt, after, EventsPerLook)
                                      .events;
            }
            if (look.error)
                access->recheck = true; // a table or a privilege may come
        }
        box->mailbox.post({std::move(look)});
    });
}

void LeaseObserverPrivate::handle(ObserverMessage message)
{
    if (auto *look = std::get_if<ObserverMessage::Look>(&message.what)) {
        m_looking = false;
        if (session)
            onLook(std::move(*look));
    } else if (const auto *history = std::get_if<ObserverMessage::History>(&message.what)) {
        if (!m_askedHistories.remove(history->id))
            return; // answered by stop()
        QList<LeaseEvent> events(history->result.events.cbegin(), history->result.events.cend());
        Q_EMIT q->historyReceived(history->id, events, history->result.error);
    } else if (const auto *details = std::get_if<ObserverMessage::Details>(&message.what)) {
        if (m_askedDetails.remove(details->id)) // otherwise answered by stop()
            Q_EMIT q->detailsReceived(details->id, details->result.details, details->result.error);
    } else if (const auto *released = std::get_if<ObserverMessage::Released>(&message.what)) {
        const auto asked = m_askedInterventions.constFind(released->id);
        if (asked == m_askedInterventions.cend())
            return; // answered by stop()
        const Asked what = *asked;
        m_askedInterventions.erase(asked);
        const QPointer<LeaseObserver> alive(q);
        answer(released->id, what, released->result);
        if (alive)
            this->look(); // what came of it
    } else if (state == LeaseObserver::Watching) {
        this->look();
    } else if (state == LeaseObserver::Connecting && !timer.isActive()) {
        schedule();
    }
}

void LeaseObserverPrivate::onLook(ObserverMessage::Look look)
{
    if (look.error) {
        onLookFailed(look.error);
        return;
    }
    m_halfway = look.reading.more;
    const QPointer<LeaseObserver> alive(q);
    if (look.reading.snapshot)
        publish(std::move(look));
    if (!alive || m_looking)
        return;
    if (m_lookAgain || m_halfway)
        this->look();
    else
        schedule();
}

void LeaseObserverPrivate::publish(ObserverMessage::Look look)
{
    const QPointer<LeaseObserver> alive(q);
    m_failures = 0;
    describeServer(look);
    snapshot = *std::move(look.reading.snapshot);
    const bool complete = snapshot.isComplete();
    const LeaseSnapshot now = snapshot;
    const QList<LeaseEvent> news = complete ? eventTail.add(look.events) : QList<LeaseEvent>();
    const bool wasTrouble = static_cast<bool>(std::exchange(lastError, {}));
    stale = false;
    setState(paused ? LeaseObserver::Paused : LeaseObserver::Watching);
    if (alive && wasTrouble)
        Q_EMIT q->recovered();
    if (alive)
        Q_EMIT q->lookTaken(now);
    if (alive && complete)
        Q_EMIT q->snapshotTaken(look.reading.changes);
    if (alive && !news.isEmpty())
        Q_EMIT q->eventsRecorded(news);
    // Letting go of the differences of very many leases takes a while.
    Disposal::dispose(std::make_shared<const QList<LeaseChange>>(std::move(look.reading.changes)));
}

/// Differences as a list are made for those who ask for them only.
bool LeaseObserverPrivate::areChangesWanted() const
{
    return q->isSignalConnected(QMetaMethod::fromSignal(&LeaseObserver::snapshotTaken));
}

void LeaseObserverPrivate::onLookFailed(const ElectorError &error)
{
    ++m_failures;
    m_halfway = false;
    stale = true;
    const bool isNews = lastError != error;
    lastError = error;
    const QPointer<LeaseObserver> alive(q);
    if (session)
        setState(LeaseObserver::Connecting);
    if (alive && isNews) {
        qCWarning(lcObserver).noquote() << error.message();
        Q_EMIT q->errorOccurred(error);
    }
    if (alive)
        schedule();
}

void LeaseObserverPrivate::describeServer(const ObserverMessage::Look &look)
{
    server = serverInfo(look.facts.server, connection);
    server.encrypted = look.encrypted;
    server.notifies = look.facts.notifies;
    const auto roundTrip
        = std::chrono::duration_cast<std::chrono::microseconds>(look.reading.receivedAt - look.reading.sentAt);
    server.latency = roundTrip;
    server.clockOffset = look.reading.serverTime - (look.wallClock - roundTrip / 2);
    server.clockOffsetError = roundTrip / 2;
}

quint64 LeaseObserverPrivate::requestHistory(std::optional<int> lockId, int limit, std::optional<qint64> before)
{
    const quint64 id = ++m_lastId;
    m_askedHistories.insert(id);
    auto work = [box = client, schemaName = schema, lockId, limit, before, id](const Session::Access *access,
                                                                               const ElectorError &error) {
        ObserverMessage::History history{id, {}};
        history.result.error = error;
        if (access)
            history.result = LeaseInspector(access->connection, schemaName, access->facts.server.level)
                                 .history(lockId, -1, limit, before);
        box->mailbox.post({std::move(history)});
    };
    if (session)
        session->run(std::move(work));
    else
        work(nullptr,
             {ErrorCode::Unreachable,
              QStringLiteral("The observer is stopped."),
              QStringLiteral("Start it first."),
              {}});
    return id;
}

quint64 LeaseObserverPrivate::intervene(int lockId, Kind kind, Intervene what)
{
    const quint64 id = ++m_lastId;
    m_askedInterventions.insert(id, {lockId, kind});
    auto work = [box = client, schemaName = schema, what = std::move(what), id](const Session::Access *access,
                                                                                const ElectorError &error) {
        ObserverMessage::Released released{id, {}};
        released.result.outcome = Outcome::Failed;
        released.result.error = error;
        if (access)
            released.result.error = nothingToSee(access->facts.server, schemaName);
        if (access && !released.result.error) {
            LeaseInspector inspector(access->connection, schemaName, access->facts.server.level);
            released.result = what(inspector);
        }
        box->mailbox.post({std::move(released)});
    };
    if (session)
        session->run(std::move(work));
    else
        work(nullptr,
             {ErrorCode::Unreachable,
              QStringLiteral("The observer is stopped."),
              QStringLiteral("Start it first."),
              {}});
    return id;
}

// ---- LeaseObserver --------------------------------------------------------------------------------------------

LeaseObserver::LeaseObserver(const ConnectionParameters &connection, const QString &schema, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<LeaseObserverPrivate>(this, connection, schema))
{
}

LeaseObserver::~LeaseObserver() = default;

void LeaseObserver::start()
{
    d->start();
}

void LeaseObserver::stop()
{
    d->stop();
}

void LeaseObserver::setPaused(bool paused)
{
    d->paused = paused;
    if (paused) {
        d->timer.stop();
        if (d->state == Watching)
            d->setState(Paused);
    } else if (d->session) {
        d->look();
    }
}

void LeaseObserver::setInterval(std::chrono::milliseconds interval)
{
    d->interval = std::clamp<std::chrono::milliseconds>(interval, ShortestInterval, LongestInterval);
    if (d->timer.isActive())
        d->schedule();
}

std::chrono::milliseconds LeaseObserver::interval() const
{
    return d->interval;
}

void LeaseObserver::setEventsWanted(bool wanted)
{
    d->eventsWanted = wanted;
}

LeaseObserver::State LeaseObserver::state() const
{
    return d->state;
}

bool LeaseObserver::isStale() const
{
    return d->stale;
}

ElectorError LeaseObserver::lastError() const
{
    return d->lastError;
}

ServerInfo LeaseObserver::server() const
{
    return d->server;
}

void LeaseObserver::setMostLocks(int most)
{
    d->mostLocks = std::max(1, most);
}

LeaseSnapshot LeaseObserver::snapshot() const
{
    return d->snapshot;
}

QList<Lease> LeaseObserver::leases() const
{
    return d->snapshot.leases();
}

std::optional<Lease> LeaseObserver::lease(int lockId) const
{
    return d->snapshot.lease(lockId);
}

BootClock::time_point LeaseObserver::snapshotTime() const
{
    return d->snapshot.takenAt();
}

std::chrono::microseconds LeaseObserver::remainingNow(const Lease &lease) const
{
    if (lease.remaining == std::chrono::microseconds::max())
        return lease.remaining;
    const auto age = std::chrono::duration_cast<std::chrono::microseconds>(BootClock::now() - d->snapshot.takenAt());
    return std::max(0us, lease.remaining - age);
}

void LeaseObserver::refresh()
{
    d->look();
}

quint64 LeaseObserver::requestHistory(std::optional<int> lockId, int limit, std::optional<qint64> before)
{
    return d->requestHistory(lockId, limit, before);
}

quint64 LeaseObserver::requestDetails(int lockId)
{
    return d->requestDetails(lockId);
}

quint64 LeaseObserver::revoke(const Lease &target, const QString &operatorName, const QString &reason)
{
    return d->intervene(target.lockId, LeaseObserverPrivate::Kind::Release, [=](LeaseInspector &inspector) {
        return inspector.revoke(target.lockId, target.leaderId, target.term, operatorName, reason);
    });
}

quint64 LeaseObserver::evict(const Lease &target, const QString &operatorName, const QString &reason)
{
    return d->intervene(target.lockId, LeaseObserverPrivate::Kind::Release, [=](LeaseInspector &inspector) {
        return inspector.evict(target.lockId, target.leaderId, target.term, operatorName, reason);
    });
}

quint64 LeaseObserver::pause(int lockId, const QString &operatorName, const QString &reason)
{
    return d->intervene(lockId, LeaseObserverPrivate::Kind::Order,
                        [=](LeaseInspector &inspector) { return inspector.pause(lockId, operatorName, reason); });
}

quint64 LeaseObserver::resume(int lockId, const QString &operatorName, const QString &reason)
{
    return d->intervene(lockId, LeaseObserverPrivate::Kind::Order,
                        [=](LeaseInspector &inspector) { return inspector.resume(lockId, operatorName, reason); });
}

quint64 LeaseObserver::reserve(const Lease &target, const QString &instanceId, std::chrono::milliseconds span,
                               const QString &operatorName, const QString &reason)
{
    return d->intervene(target.lockId, LeaseObserverPrivate::Kind::Order, [=](LeaseInspector &inspector) {
        return inspector.reserve(target.lockId, instanceId, span, target.leaderId, target.term, operatorName, reason);
    });
}

quint64 LeaseObserver::rename(int lockId, const QString &name, const QString &operatorName, const QString &reason)
{
    return d->intervene(lockId, LeaseObserverPrivate::Kind::Order, [=](LeaseInspector &inspector) {
        return inspector.rename(lockId, name, operatorName, reason);
    });
}

void LeaseObserver::takeMessages()
{
    const QPointer<LeaseObserver> alive(this);
    for (ObserverMessage &message : d->client->mailbox.take()) {
        if (!alive)
            return;
        d->handle(std::move(message));
    }
}

} // namespace Elector
