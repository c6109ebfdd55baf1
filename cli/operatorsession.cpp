// SPDX-License-Identifier: MIT
#include "operatorsession.h"

#include "exitcodes.h"
#include "terminal.h"

#include <Elector/operatorname.h>

#include <QtCore/QEventLoop>

#include <algorithm>

namespace Elector {

namespace {

/// Runs the event loop until `signal` brings the answer with that id.
template <typename Answer, typename Signal> Answer waitFor(LeaseObserver &observer, Signal signal, quint64 id)
{
    QEventLoop loop;
    Answer answer;
    QObject::connect(&observer, signal, &loop, [&](const Answer &received) {
        if (received.id != id)
            return;
        answer = received;
        loop.quit();
    });
    loop.exec();
    return answer;
}

} // namespace

std::unique_ptr<OperatorSession> OperatorSession::from(CommandLine &line, const QStringList &arguments, int *exitCode,
                                                       int mostArguments)
{
    const ObserverSettings settings = observerSettings(line, arguments, mostArguments);
    if (settings.exitCode) {
        *exitCode = *settings.exitCode;
        return nullptr;
    }
    return std::unique_ptr<OperatorSession>(new OperatorSession(line, settings));
}

OperatorSession::OperatorSession(CommandLine &line, const ObserverSettings &settings)
    : m_line(line)
    , m_schema(settings.schema)
    , m_observer(observerFrom(settings))
{
    m_observer->setEventsWanted(false);
}

int OperatorSession::fail(int exitCode, const QString &message)
{
    Terminal::complain(message);
    return m_exitCode = exitCode;
}

bool OperatorSession::look()
{
    QEventLoop loop;
    QObject::connect(m_observer.get(), &LeaseObserver::lookTaken, &loop, [&](const LeaseSnapshot &snapshot) {
        if (snapshot.isComplete())
            loop.exit(ExitCode::Success);
    });
    QObject::connect(m_observer.get(), &LeaseObserver::errorOccurred, &loop, [&](const ElectorError &error) {
        fail(ExitCode::Failure, error.message());
        loop.exit(ExitCode::Failure);
    });
    m_observer->start();
    m_observer->setPaused(true); // one look, not one a second
    return loop.exec() == ExitCode::Success;
}

std::optional<Lease> OperatorSession::find()
{
    if (!look())
        return std::nullopt;
    const LeaseSnapshot snapshot = m_observer->snapshot();
    if (const auto id = m_line.lockId()) {
        Lease lease;
        lease.lockId = *id;
        return snapshot.lease(*id).value_or(lease);
    }
    const QString name = m_line.lockName();
    const QList<Lease> leases = snapshot.leases();
    const auto found
        = std::find_if(leases.cbegin(), leases.cend(), [&](const Lease &lease) { return lease.name == name; });
    if (found != leases.cend())
        return *found;
    fail(ExitCode::NotSo,
         m_observer->server().level == SchemaLevel::Full
             ? QStringLiteral("There is no lock with the name \"%1\". \"elector status --all\" tells the names; "
                              "\"elector name --lock N %1\" gives it to lock N.")
                   .arg(name)
             : QStringLiteral("Locks have no names in a plain table. Use the number, or make the table full by "
                              "\"elector migrate\"."));
    return std::nullopt;
}

std::optional<int> OperatorSession::findId()
{
    if (const auto id = m_line.lockId()) {
        m_observer->setPaused(true);
        m_observer->start();
        return id;
    }
    const auto lease = find();
    return lease ? std::optional(lease->lockId) : std::nullopt;
}

void OperatorSession::judge(ForcedRelease::Result result, int lockId, const ElectorError &error)
{
    switch (result) {
    case ForcedRelease::Done:
        return;
    case ForcedRelease::MovedOn:
        fail(ExitCode::NotSo,
             QStringLiteral("Lock %1 has moved on since it was looked at; nothing was done. Look again.").arg(lockId));
        return;
    case ForcedRelease::Failed:
        fail(ExitCode::Failure, error.message());
        return;
    case ForcedRelease::Unknown:
        fail(ExitCode::Unknown,
             QStringLiteral("Nobody knows whether it was done: %1 \"elector status\" tells.").arg(error.message()));
        return;
    }
}

ForcedRelease OperatorSession::waitForRelease(quint64 id)
{
    const auto outcome = waitFor<ForcedRelease>(*m_observer, &LeaseObserver::releaseFinished, id);
    judge(outcome.result, outcome.lockId, outcome.error);
    return outcome;
}

OrderOutcome OperatorSession::waitForOrder(quint64 id)
{
    const auto outcome = waitFor<OrderOutcome>(*m_observer, &LeaseObserver::orderFinished, id);
    judge(outcome.result, outcome.lockId, outcome.error);
    return outcome;
}

std::optional<LockDetails> OperatorSession::waitForDetails(quint64 id)
{
    QEventLoop loop;
    std::optional<LockDetails> answer;
    QObject::connect(m_observer.get(), &LeaseObserver::detailsReceived, &loop,
                     [&](quint64 received, const LockDetails &details, const ElectorError &error) {
                         if (received != id)
                             return;
                         if (error)
                             fail(ExitCode::Failure, error.message());
                         else
                             answer = details;
                         loop.quit();
                     });
    loop.exec();
    return answer;
}

std::optional<QList<LeaseEvent>> OperatorSession::waitForHistory(quint64 id)
{
    QEventLoop loop;
    std::optional<QList<LeaseEvent>> answer;
    QObject::connect(m_observer.get(), &LeaseObserver::historyReceived, &loop,
                     [&](quint64 received, const QList<LeaseEvent> &events, const ElectorError &error) {
                         if (received != id)
                             return;
                         if (error)
                             fail(ExitCode::Failure, error.message());
                         else
                             answer = events;
                         loop.quit();
                     });
    loop.exec();
    return answer;
}

QString OperatorSession::operatorName() const
{
    if (m_line.isSet(QStringLiteral("operator")))
        return m_line.parser().value(QStringLiteral("operator"));
    return defaultOperatorName();
}

QString OperatorSession::reason() const
{
    return m_line.parser().value(QStringLiteral("reason"));
}

} // namespace Elector
