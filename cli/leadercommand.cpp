// SPDX-License-Identifier: MIT
#include "commands.h"

#include "exitcodes.h"
#include "leaseformat.h"
#include "operatorsession.h"
#include "terminal.h"

#include <Elector/leasejson.h>

namespace Elector {

namespace {

void print(const Lease &lease, std::chrono::microseconds remaining)
{
    const auto field = [](const char *name, const QString &value) {
        Terminal::printLine(QString::fromLatin1(name).leftJustified(12) + value);
    };
    field("leader", lease.leaderId);
    field("instance", lease.instanceId());
    if (lease.term)
        field("term", QString::number(*lease.term));
    if (lease.createdAt)
        field("since", LeaseFormat::localTime(*lease.createdAt));
    field("expires in",
          remaining == std::chrono::microseconds::max()
              ? QStringLiteral("never")
              : QStringLiteral("%1 s").arg(static_cast<double>(remaining.count()) / 1e6, 0, 'f', 1));
    if (!lease.metadata.isEmpty())
        field("metadata", lease.metadata);
}

} // namespace

int leaderCommand(const QStringList &arguments)
{
    CommandLine line(
        CommandLine::Connection | CommandLine::Lock | CommandLine::Json, QStringLiteral("leader [options]"),
        QStringLiteral("Prints who leads: leader_id, instance, term, since when, and the metadata that it "
                       "published, such as its address.\nExits with 3 if nobody does, also while a revoked "
                       "holder has not let go yet."));
    int exitCode = ExitCode::Success;
    const auto session = OperatorSession::from(line, arguments, &exitCode);
    if (!session)
        return exitCode;
    const auto lease = session->find();
    if (!lease)
        return session->exitCode();
    const auto remaining = session->observer().remainingNow(*lease);
    const bool leads = lease->state == LeaseState::Held && remaining > std::chrono::microseconds::zero();
    if (line.isSet(QStringLiteral("json")))
        Terminal::printRaw(LeaseFormat::document(toJson(*lease, remaining)));
    else if (leads)
        print(*lease, remaining);
    if (leads)
        return ExitCode::Success;
    const QString why = lease->state == LeaseState::Revoked
        ? QStringLiteral(": %1 was revoked and has not let go yet").arg(lease->leaderId)
        : lease->order ? QStringLiteral(": it ") + LeaseFormat::describe(lease->order)
                       : QString();
    return session->fail(ExitCode::NotSo, QStringLiteral("Nobody leads lock %1%2.").arg(lease->lockId).arg(why));
}

} // namespace Elector
