// SPDX-License-Identifier: MIT
#include "Elector/leaderelector.h"

#include "elector/leaderelector_p.h"
#include "elector/programend_p.h"
#include "elector/sessionoptions_p.h"
#include "logging_p.h"
#include "sql/leasetable_p.h"
#include "sql/tenureproof_p.h"

#include <Elector/schema.h>

#include <QtCore/QEvent>
#include <QtCore/QPointer>
#include <QtCore/QRandomGenerator>

#include <algorithm>
#include <memory>
#include <mutex>
#include <utility>

namespace Elector {

namespace {

/// Shared with the elector before, where they are the same.
std::shared_ptr<const CandidateSettings> candidateSettings(const ElectorConfig &config)
{
    CandidateSettings settings;
    settings.instanceId = config.instanceId();
    settings.lease = config.leaseDuration();
    settings.renewalInterval = config.renewalInterval();
    settings.jitterRange = config.jitterRange();
    settings.attemptTimeout = config.attemptTimeout();
    settings.grace = config.grace();
    settings.trust = {config.epsilon(), config.delta()};
    settings.random = [] { return QRandomGenerator::global()->generateDouble(); };
    static std::mutex mutex;
    static std::weak_ptr<const CandidateSettings> latest;
    const std::lock_guard lock(mutex);
    auto shared = latest.lock();
    if (!shared || !shared->isAs(settings)) {
        shared = std::make_shared<const CandidateSettings>(std::move(settings));
        latest = shared;
    }
    return shared;
}

ElectorError allProblems(const QList<ElectorError> &problems)
{
    ElectorError all = problems.value(0);
    for (qsizetype i = 1; i < problems.size(); ++i) {
        all.text = all.message();
        all.remedy = problems.at(i).message();
    }
    return all;
}

} // namespace

// ---- LeaderElectorPrivate -------------------------------------------------------------------------------------

LeaderElectorPrivate::LeaderElectorPrivate(LeaderElector *elector, const ElectorConfig &settings)
    : q(elector)
    , config(settings)
    , others(std::make_shared<SharedWithOthers>(elector, settings))
    , candidate(candidateSettings(settings), settings.lockId(), TenureProof::newIncarnation())
{
    ProgramEnd::add(others);
}

LeaderElectorPrivate::~LeaderElectorPrivate()
{
    ProgramEnd::remove(others);
}

void LeaderElectorPrivate::timeout()
{
    feed([this](auto now) { return candidate.wake(now); });
}

void LeaderElectorPrivate::moveAway()
{
    leaveThread();
    others->client.mailbox.post({ElectorMessage::Moved{}}); // the new one sets it
}

bool LeaderElectorPrivate::start()
{
    if (!isStopped()) {
        feed([this](auto now) { return candidate.start(now); }); // it may be stopping
        return true;
    }
    QList<ElectorError> problems = config.problems();
    if (sharesSession
        && (session->options().connection != config.connection() || session->options().schema != config.schema())) {
        problems.append(
            {ErrorCode::Configuration,
             QStringLiteral("This elector is to share a connection, but its settings name another server or schema."),
             QStringLiteral("Give it the same connection and schema, or a connection of its own."),
             {}});
    }
    if (sharesSession && config.attemptTimeout() < session->options().attemptTimeout) {
        problems.append({ErrorCode::Configuration,
                         QStringLiteral("This elector's attemptTimeout is shorter than that of the connection that it "
                                        "is to share, so its budget would not hold."),
                         QStringLiteral("Make the LeaseConnection from the settings with the shortest attemptTimeout."),
                         {}});
    }
    if (!problems.isEmpty()) {
        lastError = allProblems(problems);
        Q_EMIT q->errorOccurred(*lastError);
        return false;
    }
    const QPointer<LeaderElector> alive(q);
    for (const ElectorError &warning : config.warnings()) {
        Q_EMIT q->warningOccurred(warning);
        if (!alive)
            return false;
    }
    if (!session)
        session = std::make_shared<Session>(sessionOptions(config));
    session->attach(client());
    m_takeovers = session->takeovers(); // what was before it does not concern it
    feed([this](auto now) { return candidate.start(now); });
    return true;
}

void LeaderElectorPrivate::stop()
{
    feed([this](auto now) { return candidate.stop(now, now + config.stopTimeout()); });
}

void LeaderElectorPrivate::stopAndWait(std::chrono::steady_clock::time_point deadline)
{
    using Clock = std::chrono::steady_clock;
    const QPointer<LeaderElector> alive(q);
    stop();
    while (alive && !isStopped() && Clock::now() < deadline) {
        const auto wakeAt = candidate.wakeAt();
        const auto pause
            = wakeAt ? std::max(BootClock::duration::zero(), *wakeAt - BootClock::now()) : BootClock::duration::max();
        others->client.mailbox.waitUntil(pause < deadline - Clock::now() ? Clock::now() + pause : deadline);
        handle(others->client.mailbox.take());
        if (alive)
            feed([this](auto now) { return candidate.wake(now); });
    }
    if (alive && !isStopped()) // the time is up: the row runs out by itself
        feed([this](auto now) { return candidate.stop(now, now); });
}

void LeaderElectorPrivate::handle(const std::vector<ElectorMessage> &messages)
{
    const QPointer<LeaderElector> alive(q);
    for (const ElectorMessage &message : messages) {
        if (!alive)
            return;
        if (const auto *replied = std::get_if<ElectorMessage::Replied>(&message.what)) {
            qCDebug(lcElector)
                << "Lock" << config.lockId() << "reply" << replied->tag << int(replied->reply.outcome)
                << int(replied->reply.verdict) << "after"
                << std::chrono::duration<double, std::milli>(replied->reply.receivedAt - replied->reply.sentAt).count()
                << "ms";
            if (replied->tag == m_tag)
                onReply(replied->reply);
        } else if (const auto *overheard = std::get_if<ElectorMessage::Overheard>(&message.what)) {
            feed([&](auto now) { return candidate.overhear(now, overheard->reply); });
        } else if (const auto *hint = std::get_if<Candidate::Hint>(&message.what)) {
            feed([&](auto now) { return candidate.hint(now, *hint); });
        } else if (const auto *ready = std::get_if<ElectorMessage::Ready>(&message.what)) {
            onReady(ready->facts);
        } else if (std::holds_alternative<ElectorMessage::HoldsChanged>(message.what)) {
            feed([](auto) { return Candidate::Events(); }); // which counts them
        } else if (std::holds_alternative<ElectorMessage::Quit>(message.what)) {
            stopAndWait(std::chrono::steady_clock::now() + config.stopTimeout());
        } else if (std::holds_alternative<ElectorMessage::Moved>(message.what)) {
            timeout();
        } else if (const auto *outcome = std::get_if<ElectorMessage::Outcome>(&message.what)) {
            (*outcome)();
        }
    }
}

void LeaderElectorPrivate::onReply(const Reply &reply)
{
    using std::chrono::duration_cast;
    using std::chrono::microseconds;
    const QPointer<LeaderElector> alive(q);
    const auto before = others->leadership.deadline();
    feed([&](auto now) { return candidate.reply(now, reply); });
    if (alive && reply.verdict == Verdict::Renewed && others->leadership.deadline() > before
        && before > reply.receivedAt)
        Q_EMIT q->renewed(duration_cast<microseconds>(reply.receivedAt - reply.sentAt),
                          duration_cast<microseconds>(before - reply.receivedAt));
}

void LeaderElectorPrivate::ask(
    std::function<ElectorMessage::Outcome(const Session::Access *access, const ElectorError &error)> task)
{
    session->run([box = client(), work = std::move(task)](const Session::Access *access, const ElectorError &error) {
        box->mailbox.post({work(access, error)});
    });
}

void LeaderElectorPrivate::onReady(const SessionFacts &facts)
{
    level = facts.server.level;
    callsFunctions = facts.server.callsFunctions();
    candidate.setSessionsSeen(facts.server.electorSessions);
    const QPointer<LeaderElector> alive(q);
    // (Where the database itself remembers, and makes everybody hold off, none is counted.)
    if (facts.takeovers > m_takeovers) {
        m_takeovers = facts.takeovers;
        feed([this](auto now) { return candidate.serverReplaced(now); });
    }
    if (!alive)
        return;
    for (const ElectorError &warning : facts.warnings) {
        warnOnce(warning);
        if (!alive)
            return;
    }
}

void LeaderElectorPrivate::warnOnce(const ElectorError &warning)
{
    if (std::find(m_warned.cbegin(), m_warned.cend(), warning) != m_warned.cend())
        return;
    m_warned.push_back(warning);
    qCWarning(lcElector).noquote() << warning.message();
    Q_EMIT q->warningOccurred(warning);
}

void LeaderElectorPrivate::adopt(Candidate::Events events)
{
    for (Candidate::Event &event : events) {
        believe(event); // at once; the signals follow in order
        m_toAnnounce.push_back(std::move(event));
    }
}

void LeaderElectorPrivate::believe(const Candidate::Event &event)
{
    if (const auto *gained = std::get_if<Candidate::Gained>(&event))
        others->leadership.gain(gained->key, gained->deadline);
    else if (const auto *extended = std::get_if<Candidate::Extended>(&event))
        others->leadership.extend(extended->deadline);
    else if (const auto *lost = std::get_if<Candidate::Lost>(&event))
        others->leadership.lose(lost->reason);
    else if (std::holds_alternative<Candidate::Stopped>(event) && session)
        session->detach(&others->client);
}

void LeaderElectorPrivate::send()
{
    if (const auto request = candidate.takeRequest(BootClock::now()))
        session->submit(client(), ++m_tag, *request, m_takeovers);
    if (isStopped())
        leaveThread(); // a stopped one may be destroyed anywhere
    else
        setAt(candidate.wakeAt());
}

void LeaderElectorPrivate::announce()
{
    if (m_announcing)
        return; // a slot called us: its caller goes on with the queue
    m_announcing = true;
    const QPointer<LeaderElector> alive(q);
    while (!m_toAnnounce.empty()) {
        announceOne(m_toAnnounce.takeFirst());
        if (!alive)
            return;
    }
    m_toAnnounce = {}; // a list keeps the room that it once had
    m_announcing = false;
}

void LeaderElectorPrivate::announceOne(const Candidate::Event &event)
{
    const QPointer<LeaderElector> alive(q);
    const auto setLeader = [&](const QString &leaderId, qint64 term) {
        if (currentLeader == leaderId && currentTerm == term)
            return;
        currentLeader = leaderId;
        currentTerm = term;
        Q_EMIT q->leaderChanged(leaderId, term);
    };
    if (const auto *gained = std::get_if<Candidate::Gained>(&event)) {
        qCInfo(lcElector) << "Leading lock" << config.lockId() << "as" << gained->key.leaderId << "term"
                          << gained->key.term.value_or(0);
        Q_EMIT q->leadershipChanged(true);
        if (alive)
            setLeader(gained->key.leaderId, gained->key.term.value_or(0));
        if (alive)
            Q_EMIT q->deadlineChanged();
        if (alive)
            publishAnew();
    } else if (std::holds_alternative<Candidate::Extended>(event)) {
        Q_EMIT q->deadlineChanged();
        if (alive)
            publish(); // if the last attempt failed
    } else if (const auto *lost = std::get_if<Candidate::Lost>(&event)) {
        qCInfo(lcElector) << "No longer leading lock" << config.lockId() << "because" << lost->reason;
        lastLossReason = lost->reason;
        Q_EMIT q->leadershipChanged(false);
        if (alive)
            Q_EMIT q->leadershipLost(lost->reason);
        if (alive)
            setLeader({}, 0);
        if (alive)
            Q_EMIT q->deadlineChanged();
    } else if (const auto *seen = std::get_if<Candidate::HolderSeen>(&event)) {
        setLeader(seen->holder ? seen->holder->leaderId : QString(), seen->holder ? seen->holder->term.value_or(0) : 0);
    } else if (const auto *ordered = std::get_if<Candidate::OrderSeen>(&event)) {
        lockOrder = ordered->order;
        Q_EMIT q->lockOrderChanged(ordered->order);
    } else if (const auto *changed = std::get_if<Candidate::StateChanged>(&event)) {
        state = changed->state;
        Q_EMIT q->stateChanged(changed->state);
    } else if (const auto *trouble = std::get_if<Candidate::Trouble>(&event)) {
        qCWarning(lcElector).noquote() << trouble->error.message();
        lastError = trouble->error;
        Q_EMIT q->errorOccurred(trouble->error);
    } else if (std::holds_alternative<Candidate::Recovered>(event)) {
        lastError.reset();
        Q_EMIT q->recovered();
    } else if (const auto *stepped = std::get_if<Candidate::ClockStepped>(&event)) {
        const bool forward = stepped->direction == ServerClockEstimate::Step::Forward;
        const auto seconds = std::chrono::duration<double>(stepped->holdOff).count();
        Q_EMIT q->warningOccurred(
            {ErrorCode::UnsafeServer,
             forward
                 ? QStringLiteral(
                       "The server's clock stepped forward. No bid is made for %1 s, so that no live lease is taken.")
                       .arg(seconds, 0, 'f', 1)
                 : QStringLiteral("The server's clock stepped backward. No bid is made for %1 s.")
                       .arg(seconds, 0, 'f', 1),
             QStringLiteral("Let the server's clock be slewed, not stepped."),
             {}});
    } else if (const auto *replaced = std::get_if<Candidate::ServerReplaced>(&event)) {
        Q_EMIT q->warningOccurred(
            {ErrorCode::UnsafeServer,
             QStringLiteral("Another server has taken over. No bid is made for %1 s, for it may not "
                            "know the last leases.")
                 .arg(std::chrono::duration<double>(replaced->holdOff).count(), 0, 'f', 1),
             QStringLiteral("On the full level (\"elector migrate\") nodes that start later know it, too."),
             {}});
    } else if (std::holds_alternative<Candidate::Stopped>(event)) {
        Q_EMIT q->stopped();
    }
}

// ---- metadata -------------------------------------------------------------------------------------------------

bool LeaderElectorPrivate::setMetadata(const QString &text)
{
    constexpr int most = 4000; // each renewal writes the whole row
    if (text.toUtf8().size() > most || text.contains(QChar()))
        return false;
    if (std::exchange(metadata, text) == text)
        return true;
    m_toPublish = true;
    m_publishing = false; // what is under way is of yesterday
    publish();
    return true;
}

/// A capture leaves no metadata in the row.
void LeaderElectorPrivate::publishAnew()
{
    m_toPublish = !metadata.isEmpty();
    m_publishing = false;
    publish();
}

void LeaderElectorPrivate::publish()
{
    const TenureKey key = others->leadership.key(BootClock::now());
    if (!m_toPublish || m_publishing || key.leaderId.isEmpty())
        return;
    m_toPublish = false;
    if (level == SchemaLevel::Plain) {
        warnOnce({ErrorCode::TableMissing,
                  QStringLiteral("A plain leader_lease has no room for what a leader publishes."),
                  QStringLiteral("Make it full by \"elector migrate\"."),
                  {}});
        return;
    }
    m_publishing = true;
    ask([this, key, text = metadata, attempt = ++m_publication, lockId = config.lockId()](const Session::Access *access,
                                                                                          const ElectorError &error) {
        Reply reply;
        reply.outcome = Outcome::Failed;
        reply.error = error;
        if (access) {
            LeaseTable table(access->connection, access->facts.server);
            reply = table.publish(lockId, key, text);
        }
        return [this, attempt, reply] { onPublished(attempt, reply); };
    });
}

void LeaderElectorPrivate::onPublished(quint64 attempt, const Reply &reply)
{
    if (attempt != m_publication)
        return;
    m_publishing = false;
    // Once more after the next renewal. (If the row is lost, there is none.)
    m_toPublish = reply.outcome != Outcome::Answered;
    if (m_toPublish)
        qCInfo(lcElector) << "Metadata not published yet:" << reply.error.message();
}

// ---- LeaderElector --------------------------------------------------------------------------------------------

LeaderElector::LeaderElector(const ElectorConfig &config, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<LeaderElectorPrivate>(this, config))
{
}

LeaderElector::LeaderElector(const ElectorConfig &config, const LeaseConnection &connection, QObject *parent)
    : LeaderElector(config, parent)
{
    d->session = connection.m_session;
    d->sharesSession = true;
}

LeaderElector::~LeaderElector()
{
    d->speakForYourself();
    d->stopAndWait(std::chrono::steady_clock::now() + d->config.stopTimeout());
    d->others->client.mailbox.close();
    if (d->session)
        d->session->detach(&d->others->client);
}

ElectorConfig LeaderElector::config() const
{
    return d->config;
}

bool LeaderElector::start()
{
    return d->start();
}

bool LeaderElector::isLeader() const noexcept
{
    return d->others->leadership.isLeader(BootClock::now());
}

LeaderHold LeaderElector::hold()
{
    auto trust = d->others->leadership.takeHold(BootClock::now());
    return trust ? LeaderHold(d->leadership(), std::move(trust)) : LeaderHold();
}

qint64 LeaderElector::term() const
{
    return d->others->leadership.key(BootClock::now()).term.value_or(0);
}

QString LeaderElector::leaderId() const
{
    return d->others->leadership.key(BootClock::now()).leaderId;
}

BootClock::time_point LeaderElector::deadline() const
{
    return d->others->leadership.deadline();
}

QString LeaderElector::currentLeader() const
{
    return d->currentLeader;
}

qint64 LeaderElector::currentTerm() const
{
    return d->currentTerm;
}

ElectorState LeaderElector::state() const
{
    return d->state;
}

LockOrder LeaderElector::lockOrder() const
{
    return *d->lockOrder;
}

LossReason LeaderElector::lastLossReason() const
{
    return d->lastLossReason;
}

ElectorError LeaderElector::lastError() const
{
    return *d->lastError;
}

SchemaLevel LeaderElector::schemaLevel() const
{
    return d->level;
}

QString LeaderElector::releaseSql() const
{
    const QString schema = d->config.schema();
    return d->callsFunctions ? LeaseTable::releaseCallForLibpq(schema) : Schema::releaseSql(schema, d->level);
}

QString LeaderElector::releaseKey() const
{
    return d->callsFunctions ? TenureProof::key() : QString();
}

void LeaderElector::release()
{
    d->feed([this](auto now) { return d->candidate.release(now); });
}

void LeaderElector::stop()
{
    d->stop();
}

void LeaderElector::abandon()
{
    d->feed([this](auto now) { return d->candidate.stop(now, now); });
}

bool LeaderElector::setMetadata(const QString &metadata)
{
    return d->setMetadata(metadata);
}

QString LeaderElector::metadata() const
{
    return d->metadata;
}

bool LeaderElector::event(QEvent *event)
{
    if (event->type() == QEvent::ThreadChange) // this is still the old one
        d->moveAway();
    return QObject::event(event);
}

void LeaderElector::takeMessages()
{
    d->handle(d->others->client.mailbox.take());
}

} // namespace Elector
