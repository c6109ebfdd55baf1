// SPDX-License-Identifier: MIT
#include "locksessionmodel.h"

#include "displaytext.h"
#include "leasetext.h"

#include <algorithm>

namespace Elector {

namespace {

/// Columns that a role without privileges does not see of others' sessions.
bool canBeHidden(int column)
{
    return column == LockSessionModel::AddressColumn || column == LockSessionModel::SinceColumn
        || column == LockSessionModel::StateColumn;
}

} // namespace

LockSessionModel::LockSessionModel(QObject *parent)
    : KeyedTableModel(columns, parent)
{
}

int LockSessionModel::count(LockSession::Role role) const
{
    return int(std::count_if(rows().cbegin(), rows().cend(),
                             [role](const LockSession &session) { return session.role == role; }));
}

QString LockSessionModel::stateText(const LockSession &session)
{
    QString text = displayText(session.state, 60);
    if (session.inTransactionFor && session.state.startsWith(QLatin1String("idle in transaction")))
        text
            = tr("%1 for %2", "state of a session, duration").arg(text, LeaseText::duration(*session.inTransactionFor));
    if (session.waitEventType.isEmpty() || session.waitEventType == QLatin1String("Client"))
        return text;
    return tr("%1, waits for %2: %3", "state of a session, kind of event, event")
        .arg(text, displayText(session.waitEventType, 40), displayText(session.waitEvent, 40));
}

QString LockSessionModel::cellText(int row, int column) const
{
    return displayFor(this->row(row), column);
}

QString LockSessionModel::cellMeaning(int row, int column) const
{
    return meaningOf(this->row(row), column);
}

QVariant LockSessionModel::cellData(int row, int column, int role) const
{
    const LockSession &session = this->row(row);
    switch (role) {
    case PidRole:
        return session.pid;
    case SessionRole:
        return int(session.role);
    case QuietRole:
        return isQuiet(session, column);
    default:
        return {};
    }
}

bool LockSessionModel::isQuiet(const LockSession &session, int column)
{
    return (session.hidden && canBeHidden(column)) || (column == InstanceColumn && session.instance.isEmpty());
}

QString LockSessionModel::displayFor(const LockSession &session, int column)
{
    if (session.hidden && canBeHidden(column))
        return tr("hidden");
    switch (column) {
    case RoleColumn:
        switch (session.role) {
        case LockSession::Holder:
            return tr("Leads");
        case LockSession::PossibleHolder:
            return tr("May lead");
        case LockSession::Candidate:
            return tr("Waits");
        case LockSession::PossibleCandidate:
            return tr("May wait");
        case LockSession::Bystander:
            return tr("Other");
        }
        return {};
    case ProcessColumn:
        return QString::number(session.pid);
    case InstanceColumn:
        return session.instance.isEmpty() ? tr("–", "no value") : displayText(session.instance, 80);
    case ApplicationColumn:
        return displayText(session.application, 80);
    case AddressColumn:
        if (session.address.isEmpty())
            return tr("local socket");
        return tr("%1:%2", "address and port").arg(displayText(session.address, 60)).arg(session.port);
    case SinceColumn:
        return session.startedAt ? LeaseText::moment(*session.startedAt) : tr("–", "no value");
    case StateColumn:
        return stateText(session);
    default:
        return {};
    }
}

QString LockSessionModel::meaningOf(const LockSession &session, int column)
{
    if (session.hidden && canBeHidden(column))
        return tr("The role that this window connects as may not see this. A member of pg_monitor or "
                  "pg_read_all_stats may.");
    switch (column) {
    case RoleColumn:
        switch (session.role) {
        case LockSession::Holder:
            return tr("The holder's session, going by its name.");
        case LockSession::PossibleHolder:
            return tr("Several sessions bear the holder's name: one of them leads, the others wait.");
        case LockSession::Candidate:
            return tr("Waits for the lock, going by its name.");
        case LockSession::PossibleCandidate:
            return tr("Serves more locks than its name can list; this lock may be among them.");
        case LockSession::Bystander:
            return tr("No elector for this lock, but it holds or waits for something that electors need.");
        }
        return {};
    case ProcessColumn:
        return tr("The server's process; pg_terminate_backend() takes this number.");
    case ApplicationColumn:
        return tr("application_name: %1\nRole: %2")
            .arg(isolated(displayText(session.application, 200)), isolated(displayText(session.user, 80)));
    case SinceColumn:
        return session.startedAt ? tr("Connected since %1").arg(LeaseText::exactMoment(*session.startedAt))
                                 : tr("Nobody says since when.");
    default:
        return {};
    }
}

CellTableModel::Header LockSessionModel::header(int column) const
{
    const Header headers[columns] = {
        {tr("Role"), tr("What the session has to do with the lock, going by its name")},
        {tr("Process"), tr("The server's process of the session")},
        {tr("Instance"), tr("The elector that the session belongs to")},
        {tr("Application"), tr("What the session calls itself")},
        {tr("Address"), tr("Where the session comes from")},
        {tr("Since"), tr("Since when the session is connected")},
        {tr("State"), tr("What the session does now, and what it waits for")},
    };
    return headers[column];
}

} // namespace Elector
