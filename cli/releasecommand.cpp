// SPDX-License-Identifier: MIT
#include "commands.h"

#include "exitcodes.h"
#include "leaseformat.h"
#include "operatorsession.h"
#include "terminal.h"

#include <Elector/leasejson.h>

namespace Elector {

namespace {

const char description[] =
    R"(Takes a lock back from its holder, safely: the holder steps down at its next renewal (at once on the full level),
and nobody else leads before that, or before its lease has run out. Another node is elected then, which may be the
next one in line: to keep the lock free, pause it first.

--evict does not wait for the holder: another node may lead while the old holder still believes that it does, for as
long as is told afterwards. It is for a holder that is known to be dead, and wants the lock's name or number typed.)";

QString seconds(std::chrono::microseconds span)
{
    return span == std::chrono::microseconds::max()
        ? QStringLiteral("ever (the row has no end)")
        : QStringLiteral("%1 s").arg(static_cast<double>(span.count()) / 1e6, 0, 'f', 1);
}

/// What the caller expects of the lease; empty if it is so.
QString unexpected(const CommandLine &line, const Lease &lease)
{
    if (line.isSet(QStringLiteral("holder"))) {
        const QString holder = line.value(QStringLiteral("holder"));
        if (holder != lease.leaderId && holder != lease.instanceId())
            return QStringLiteral("Lock %1 is held by %2, not by %3; nothing was done.")
                .arg(lease.lockId)
                .arg(lease.leaderId, holder);
    }
    if (line.isSet(QStringLiteral("term")) && line.value(QStringLiteral("term")).toLongLong() != lease.term)
        return QStringLiteral("The term of lock %1 is %2, not %3; nothing was done.")
            .arg(lease.lockId)
            .arg(lease.term ? QString::number(*lease.term) : QStringLiteral("not known on a plain table"),
                 line.value(QStringLiteral("term")));
    return {};
}

/// Asks, with what will happen in front of it. An exit code if it is not to be done.
std::optional<int> dissuade(const CommandLine &line, const LeaseObserver &observer, const Lease &lease)
{
    if (line.isSet(QStringLiteral("yes")))
        return std::nullopt;
    const QString number = QString::number(lease.lockId);
    const auto answer = Terminal::ask(
        QStringLiteral(
            "Evicting %1 from lock %2: another node may lead at once, while %1 still acts as leader for up to %3 "
            "if it is not dead.\nType %4 to go on:")
            .arg(Terminal::cell(lease.leaderId, 80).trimmed(), number, seconds(observer.remainingNow(lease)),
                 lease.name.isEmpty() ? QStringLiteral("the lock's number, %1,").arg(number)
                                      : QStringLiteral("the lock's name, \"%1\", or its number").arg(lease.name)));
    if (!answer) {
        Terminal::complain(
            QStringLiteral("--evict asks before it acts, and here is no terminal to ask at. Use --yes."));
        return ExitCode::Usage;
    }
    if (*answer == number || (!lease.name.isEmpty() && *answer == lease.name))
        return std::nullopt;
    Terminal::complain(QStringLiteral("Nothing was done."));
    return ExitCode::Declined;
}

void print(const CommandLine &line, const Lease &lease, const ForcedRelease &outcome, bool evicted)
{
    const bool mayAct = outcome.oldHolderMayActFor > std::chrono::microseconds::zero();
    if (line.isSet(QStringLiteral("json"))) {
        const bool endless = outcome.oldHolderMayActFor == std::chrono::microseconds::max();
        Terminal::printRaw(LeaseFormat::document({
            {QStringLiteral("lock"), lease.lockId},
            {QStringLiteral("done"), evicted ? QStringLiteral("evicted") : QStringLiteral("revoked")},
            {QStringLiteral("holder"), lease.leaderId},
            {QStringLiteral("term"), lease.term ? QJsonValue(*lease.term) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("old_holder_may_act_for_ms"),
             endless ? QJsonValue(QJsonValue::Null)
                     : QJsonValue(static_cast<qint64>(outcome.oldHolderMayActFor.count() / 1000))},
        }));
        return;
    }
    const QString holder = Terminal::cell(lease.leaderId, 200).trimmed();
    if (evicted)
        Terminal::printLine(QStringLiteral("Lock %1 is free. ").arg(lease.lockId)
                            + (mayAct ? QStringLiteral("%1 may still act as leader for %2.")
                                            .arg(holder, seconds(outcome.oldHolderMayActFor))
                                      : QStringLiteral("The lease of %1 had run out.").arg(holder)));
    else
        Terminal::printLine(
            QStringLiteral("Lock %1 is revoked: %2 steps down at its next renewal, and nobody else leads "
                           "before that or before %3 are over.")
                .arg(lease.lockId)
                .arg(holder, seconds(outcome.oldHolderMayActFor)));
}

} // namespace

int releaseCommand(const QStringList &arguments)
{
    CommandLine line(CommandLine::Connection | CommandLine::NamedLock | CommandLine::Order | CommandLine::Json,
                     QStringLiteral("release --lock N|NAME [options]"), QString::fromLatin1(description));
    line.parser().addOption({QStringLiteral("holder"),
                             QStringLiteral("Only if this one holds the lock: an instance, or a whole leader_id."),
                             QStringLiteral("name")});
    line.parser().addOption(
        {QStringLiteral("term"), QStringLiteral("Only if this is its term."), QStringLiteral("number")});
    line.parser().addOption({QStringLiteral("evict"), QStringLiteral("Does not wait for the holder. Dangerous.")});
    line.parser().addOption({QStringLiteral("yes"), QStringLiteral("Evicts without asking.")});
    int exitCode = ExitCode::Success;
    const auto session = OperatorSession::from(line, arguments, &exitCode);
    if (!session)
        return exitCode;
    if (line.isSet(QStringLiteral("term"))) {
        bool ok = false;
        line.value(QStringLiteral("term")).toLongLong(&ok);
        if (!ok)
            return session->fail(
                ExitCode::Usage,
                QStringLiteral("--term is \"%1\". Use the number that \"elector leader\" or \"elector history\" tells.")
                    .arg(line.value(QStringLiteral("term"))));
    }
    const auto lease = session->find();
    if (!lease)
        return session->exitCode();
    const bool evict = line.isSet(QStringLiteral("evict"));
    const bool live = session->observer().remainingNow(*lease) > std::chrono::microseconds::zero();
    if (lease->state == LeaseState::Free || !live)
        return session->fail(ExitCode::NotSo,
                             QStringLiteral("Nobody holds lock %1; nothing was done.").arg(lease->lockId));
    if (const QString text = unexpected(line, *lease); !text.isEmpty())
        return session->fail(ExitCode::NotSo, text);
    if (lease->state == LeaseState::Revoked && !evict) {
        ForcedRelease already;
        already.oldHolderMayActFor = session->observer().remainingNow(*lease);
        print(line, *lease, already, false);
        return ExitCode::Success;
    }
    if (evict) {
        if (const auto code = dissuade(line, session->observer(), *lease))
            return *code;
    }
    LeaseObserver &observer = session->observer();
    const quint64 request = evict ? observer.evict(*lease, session->operatorName(), session->reason())
                                  : observer.revoke(*lease, session->operatorName(), session->reason());
    const ForcedRelease outcome = session->waitForRelease(request);
    if (outcome.result == ForcedRelease::Done)
        print(line, *lease, outcome, evict);
    return session->exitCode();
}

} // namespace Elector
