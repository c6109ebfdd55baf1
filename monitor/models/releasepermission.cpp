// SPDX-License-Identifier: MIT
#include "releasepermission.h"

#include "displaytext.h"
#include "leasetext.h"

#include <QtCore/QCoreApplication>

namespace Elector {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Elector::ReleasePermission)
};

QString whyReadOnly(const ReleaseSituation &situation)
{
    if (situation.readOnly == ReadOnlyMode::CommandLine)
        return Words::tr("The window was started with --read-only: it only watches.");
    return situation.profile.isEmpty() ? Words::tr("This connection was made read-only: the window only watches it.")
                                       : Words::tr("The profile %1 is read-only: the window only watches.")
                                             .arg(isolated(displayText(situation.profile, 60)));
}

// What is done is done to one lock, so that nobody means another.
QString whyNotOne(const ReleaseSituation &situation)
{
    if (situation.several)
        return Words::tr("Several rows are selected: select only the lock that you mean.");
    return situation.lease ? QString() : Words::tr("Select a lock first.");
}

} // namespace

ReleaseRestriction generalRestriction(const ReleaseSituation &situation)
{
    if (situation.readOnly != ReadOnlyMode::Off)
        return {Words::tr("read-only"), whyReadOnly(situation)};
    if (situation.observerState != LeaseObserver::Watching || situation.stale)
        return {};
    const ServerInfo &server = situation.server;
    if (server.standby)
        return {Words::tr("may not release"),
                Words::tr("This server is a standby: connect to the primary to release a lock.")};
    if (!server.mayRelease) {
        return {Words::tr("may not release"),
                Words::tr("Role %1 may only read: releasing needs the privileges UPDATE and DELETE on %2.leader_lease.")
                    .arg(isolated(displayText(server.user, 80)), situation.schema)};
    }
    return {};
}

QString whyNotReleasable(const ReleaseSituation &situation)
{
    if (situation.readOnly != ReadOnlyMode::Off)
        return generalRestriction(situation).why;
    if (situation.observerState == LeaseObserver::Paused)
        return Words::tr("Watching is paused: resume it first, so that you release what you see.");
    if (situation.observerState != LeaseObserver::Watching || situation.stale)
        return Words::tr("The rows are not current: a lock can be released once the connection is back.");
    const ReleaseRestriction restriction = generalRestriction(situation);
    if (!restriction.why.isEmpty())
        return restriction.why;
    if (const QString why = whyNotOne(situation); !why.isEmpty())
        return why;
    const QString lock = LeaseText::lock(*situation.lease);
    switch (situation.effectiveState) {
    case LeaseState::Free:
        return Words::tr("Nobody holds lock %1.").arg(lock);
    case LeaseState::Expired:
        return Words::tr("The lease of lock %1 has expired: whoever bids next gets it.").arg(lock);
    case LeaseState::Revoked: // its holder may be dead: it can still be evicted
    case LeaseState::Held:
        break;
    }
    return {};
}

QString whyNoOrder(const ReleaseSituation &situation)
{
    if (situation.readOnly != ReadOnlyMode::Off)
        return generalRestriction(situation).why;
    if (situation.observerState == LeaseObserver::Paused)
        return Words::tr("Watching is paused: resume it first.");
    if (situation.observerState != LeaseObserver::Watching || situation.stale)
        return Words::tr("The rows are not current: wait until the connection is back.");
    if (situation.server.level != SchemaLevel::Full)
        return Words::tr("A plain table has no room for it; “elector migrate” makes it full.");
    if (situation.server.standby)
        return Words::tr("This server is a standby: connect to the primary.");
    if (!situation.server.mayOrder)
        return Words::tr("Role %1 may only read: it needs EXECUTE on the functions %2.leader_lease_order and "
                         "%2.leader_lease_rename.")
            .arg(isolated(displayText(situation.server.user, 80)), situation.schema);
    return whyNotOne(situation);
}

} // namespace Elector
