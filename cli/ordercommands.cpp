// SPDX-License-Identifier: MIT

// What an operator orders for a lock: pause, resume, transfer, name.
#include "commands.h"

#include "exitcodes.h"
#include "leaseformat.h"
#include "operatorsession.h"
#include "terminal.h"

#include <Elector/duration.h>

#include <algorithm>

namespace Elector {

namespace {

constexpr int common = CommandLine::Connection | CommandLine::NamedLock | CommandLine::Order | CommandLine::Json;
constexpr std::chrono::minutes keptFor{2};

/// Tells what was done: `sentence` to people, `object` to programs.
int report(const CommandLine &line, const OperatorSession &session, const OrderOutcome &outcome, QJsonObject object,
           const QString &sentence)
{
    if (outcome.result != ForcedRelease::Done)
        return session.exitCode();
    object.insert(QStringLiteral("lock"), outcome.lockId);
    if (line.isSet(QStringLiteral("json")))
        Terminal::printRaw(LeaseFormat::document(object));
    else
        Terminal::printLine(sentence);
    return ExitCode::Success;
}

QJsonObject done(const char *what)
{
    return {{QStringLiteral("done"), QString::fromLatin1(what)}};
}

/// Whether a node may have that instanceId.
bool mayBeInstance(const QString &instance)
{
    ElectorConfig config;
    const qsizetype others = config.problems().size();
    config.setInstanceId(instance);
    return config.problems().size() == others;
}

/// A live session that waits for the lock and may be `instance`. A session's name may be cut, and has ? for what is not
/// ASCII, so this can only say no where that is certain.
bool mayBeWaiting(const LockDetails &details, const QString &instance)
{
    return std::any_of(details.sessions.cbegin(), details.sessions.cend(), [&](const LockSession &session) {
        if (session.role == LockSession::PossibleCandidate)
            return true;
        if (session.role != LockSession::Candidate && session.role != LockSession::Holder
            && session.role != LockSession::PossibleHolder)
            return false;
        return session.instance == instance || session.instance.contains(QLatin1Char('?'))
            || (session.instance.size() >= 20 && instance.startsWith(session.instance));
    });
}

/// Nobody is there to hand the lock to: an exit code if it is not to be done.
std::optional<int> dissuade(const CommandLine &line, const Lease &lease, const QString &instance,
                            std::chrono::milliseconds span)
{
    const QString what = QStringLiteral("No session waits for lock %1 as \"%2\". If none comes, nobody leads until %3 "
                                        "after the present lease is over.")
                             .arg(lease.lockId)
                             .arg(instance, formatDuration(span));
    if (line.isSet(QStringLiteral("yes"))) {
        Terminal::complain(QStringLiteral("warning: ") + what);
        return std::nullopt;
    }
    const auto answer = Terminal::ask(what + QStringLiteral("\nType the instance's name to go on:"));
    if (answer == instance)
        return std::nullopt;
    Terminal::complain(
        answer ? QStringLiteral("Nothing was done.")
               : what
                + QStringLiteral(
                     " Nothing was done, for here is no terminal to ask at. \"elector candidates\" tells who "
                     "waits; --yes reserves it all the same."));
    return answer ? ExitCode::Declined : ExitCode::NotSo;
}

} // namespace

int pauseCommand(const QStringList &arguments)
{
    CommandLine line(
        common, QStringLiteral("pause --lock N|NAME [options]"),
        QStringLiteral("Lets nobody capture the lock until it is resumed, and revokes whoever holds it: the "
                       "holder steps down at its\nnext renewal (at once on the full level). Needs the full "
                       "level."));
    int exitCode = ExitCode::Success;
    const auto session = OperatorSession::from(line, arguments, &exitCode);
    if (!session)
        return exitCode;
    const auto lock = session->findId();
    if (!lock)
        return session->exitCode();
    const auto outcome
        = session->waitForOrder(session->observer().pause(*lock, session->operatorName(), session->reason()));
    return report(
        line, *session, outcome, done("paused"),
        QStringLiteral("Lock %1 is paused: nobody captures it until \"elector resume --lock %1\".").arg(*lock));
}

int resumeCommand(const QStringList &arguments)
{
    CommandLine line(common, QStringLiteral("resume --lock N|NAME [options]"),
                     QStringLiteral("Ends a pause, and a reservation made by transfer. Needs the full level."));
    int exitCode = ExitCode::Success;
    const auto session = OperatorSession::from(line, arguments, &exitCode);
    if (!session)
        return exitCode;
    const auto lock = session->findId();
    if (!lock)
        return session->exitCode();
    const auto outcome
        = session->waitForOrder(session->observer().resume(*lock, session->operatorName(), session->reason()));
    return report(line, *session, outcome, done("resumed"),
                  QStringLiteral("Lock %1 is neither paused nor reserved any more.").arg(*lock));
}

int transferCommand(const QStringList &arguments)
{
    CommandLine line(
        common, QStringLiteral("transfer --lock N|NAME --to INSTANCE [options]"),
        QStringLiteral("Hands the lock to an instance: revokes the holder, and lets nobody else capture the "
                       "lock until that instance has,\nor until the reservation ends. Needs the full level."));
    line.parser().addOption({QStringLiteral("to"),
                             QStringLiteral("The instanceId of the node that is to lead. Must be given."),
                             QStringLiteral("instance")});
    line.parser().addOption(
        {QStringLiteral("for"),
         QStringLiteral("How long the lock is kept for it once the present lease would have run out. "
                        "Default: 2min."),
         QStringLiteral("duration")});
    line.parser().addOption(
        {QStringLiteral("yes"), QStringLiteral("Does not ask when no session waits as that instance.")});
    int exitCode = ExitCode::Success;
    const auto session = OperatorSession::from(line, arguments, &exitCode);
    if (!session)
        return exitCode;
    const QString instance = line.value(QStringLiteral("to"));
    const auto span = line.duration(QStringLiteral("for"), keptFor);
    QStringList problems = line.problems();
    if (instance.isEmpty())
        problems.append(
            QStringLiteral("--to is missing. Say which instance is to lead; \"elector candidates\" tells who waits."));
    else if (!mayBeInstance(instance))
        problems.append(QStringLiteral("--to is \"%1\", which no node may be called. Use the instanceId of the node "
                                       "that is to lead; \"elector candidates\" tells who waits.")
                            .arg(instance));
    if (span <= std::chrono::milliseconds::zero())
        problems.append(
            QStringLiteral("--for is 0. Use a time such as 2min, in which the instance can capture the lock."));
    for (const QString &problem : problems)
        Terminal::complain(problem);
    if (!problems.isEmpty())
        return ExitCode::Usage;

    auto lease = session->find();
    if (!lease)
        return session->exitCode();
    // The order names a holder that it takes the lock from; a revoked one, or one whose lease has run out, lets go
    // anyway.
    if (lease->state != LeaseState::Held) {
        lease->leaderId.clear();
        lease->term.reset();
    }
    if (lease->state == LeaseState::Held && lease->instanceId() == instance)
        return session->fail(
            ExitCode::NotSo,
            QStringLiteral("%1 leads lock %2 already. Nothing was done.").arg(instance).arg(lease->lockId));
    LeaseObserver &observer = session->observer();
    const auto details = session->waitForDetails(observer.requestDetails(lease->lockId));
    if (!details)
        return session->exitCode();
    if (const auto code = mayBeWaiting(*details, instance) ? std::nullopt : dissuade(line, *lease, instance, span))
        return *code;
    const auto outcome
        = session->waitForOrder(observer.reserve(*lease, instance, span, session->operatorName(), session->reason()));
    QJsonObject object = done("reserved");
    object.insert(QStringLiteral("reserved_for"), instance);
    return report(line, *session, outcome, object,
                  QStringLiteral("Lock %1 is reserved for %2, until it has captured it, or until %3 after the present "
                                 "lease is over.")
                      .arg(lease->lockId)
                      .arg(instance, formatDuration(span)));
}

int nameCommand(const QStringList &arguments)
{
    CommandLine line(
        common, QStringLiteral("name --lock N|NAME NEW-NAME"),
        QStringLiteral("Gives the lock a name, by which every command finds it; a lock that does not exist yet "
                       "is entered. Needs the full\nlevel. A name has 1 to 100 characters, and is not a number."));
    line.parser().addPositionalArgument(QStringLiteral("NEW-NAME"),
                                        QStringLiteral("The name; no other lock may have it."));
    line.parser().addOption({QStringLiteral("remove"), QStringLiteral("Takes the name away instead.")});
    int exitCode = ExitCode::Success;
    const auto session = OperatorSession::from(line, arguments, &exitCode, 1);
    if (!session)
        return exitCode;
    const QString name = line.parser().positionalArguments().value(0);
    if (name.isEmpty() != line.isSet(QStringLiteral("remove"))) {
        Terminal::complain(
            QStringLiteral("Say either the new name or --remove. Example: elector name --lock 7 nightly"));
        return ExitCode::Usage;
    }
    if (!name.isEmpty() && !CommandLine::isLockName(name)) {
        Terminal::complain(
            QStringLiteral("\"%1\" cannot be a lock's name. Use 1 to 100 characters, not a number alone, "
                           "without a blank at its ends.")
                .arg(name));
        return ExitCode::Usage;
    }
    const auto lock = session->findId();
    if (!lock)
        return session->exitCode();
    const auto outcome
        = session->waitForOrder(session->observer().rename(*lock, name, session->operatorName(), session->reason()));
    QJsonObject object = done("named");
    object.insert(QStringLiteral("name"), name.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(name));
    return report(line, *session, outcome, object,
                  name.isEmpty() ? QStringLiteral("Lock %1 has no name any more.").arg(*lock)
                                 : QStringLiteral("Lock %1 is called \"%2\".").arg(*lock).arg(name));
}

} // namespace Elector
