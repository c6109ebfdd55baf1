// SPDX-License-Identifier: MIT
#include "lockentrymodel.h"

#include "displaytext.h"
#include "leasetext.h"
#include "locksessionmodel.h"

#include <QtCore/QHash>

#include <algorithm>

namespace Elector {

LockEntryModel::LockEntryModel(QObject *parent)
    : KeyedTableModel(columns, parent)
{
}

void LockEntryModel::setDetails(const LockDetails &details)
{
    QHash<qint64, LockSession> sessions;
    for (const LockSession &session : details.sessions)
        sessions.insert(session.pid, session);
    const auto find = [&sessions](qint64 pid) {
        LockSession unknown;
        unknown.pid = pid;
        return sessions.value(pid, unknown);
    };
    QList<LockEntryRow> rows;
    for (const LockEntry &entry : details.locks) {
        LockEntryRow row{entry, find(entry.pid), {}};
        for (const qint64 pid : entry.blockedBy)
            row.blockers.append(find(pid));
        rows.append(row);
    }
    setRows(rows);
}

bool LockEntryModel::isSame(const LockEntryRow &a, const LockEntryRow &b) const
{
    return a.entry.pid == b.entry.pid && a.entry.kind == b.entry.kind && a.entry.object == b.entry.object
        && a.entry.mode == b.entry.mode && a.entry.granted == b.entry.granted;
}

int LockEntryModel::waits() const
{
    return int(
        std::count_if(rows().cbegin(), rows().cend(), [](const LockEntryRow &row) { return !row.entry.granted; }));
}

QVariant LockEntryModel::cellData(int row, int, int role) const
{
    const LockEntry &entry = this->row(row).entry;
    return role == PidRole ? QVariant(entry.pid) : role == WaitingRole ? QVariant(!entry.granted) : QVariant();
}

QString LockEntryModel::who(const LockSession &session)
{
    if (session.pid == 0)
        return tr("a prepared transaction");
    return session.application.isEmpty() ? tr("–", "no value") : displayText(session.application, 80);
}

QString LockEntryModel::cellText(int row, int column) const
{
    const LockEntryRow &shown = this->row(row);
    const LockEntry &entry = shown.entry;
    switch (column) {
    case ProcessColumn:
        return entry.pid == 0 ? tr("–", "no value") : QString::number(entry.pid);
    case SessionColumn:
        return who(shown.session);
    case WhatColumn:
        switch (entry.kind) {
        case LockEntry::Gate:
            return tr("Gate of this lock");
        case LockEntry::Row:
            return tr("Row of %1", "a table").arg(displayText(entry.object, 60));
        case LockEntry::Table:
            return tr("Table %1").arg(displayText(entry.object, 60));
        case LockEntry::Transaction:
            return tr("Transaction %1").arg(displayText(entry.object, 60));
        case LockEntry::Other:
            break;
        }
        return displayText(entry.object, 60);
    case ModeColumn:
        return displayText(entry.mode, 60);
    case StateColumn:
        if (entry.granted)
            return tr("holds it");
        return entry.waitingFor ? tr("waits, %1").arg(LeaseText::duration(*entry.waitingFor)) : tr("waits");
    case WaitsForColumn: {
        QStringList names;
        for (const LockSession &blocker : shown.blockers)
            names.append(blocker.pid == 0 ? who(blocker)
                                          : tr("%1 %2", "process and application").arg(blocker.pid).arg(who(blocker)));
        if (shown.blockers.size() != 1 || shown.blockers.constFirst().state.isEmpty())
            return names.join(tr(", ", "between sessions"));
        return tr("%1 (%2)", "session, its state")
            .arg(names.constFirst(), LockSessionModel::stateText(shown.blockers.constFirst()));
    }
    default:
        return {};
    }
}

QString LockEntryModel::cellMeaning(int row, int column) const
{
    const LockEntry &entry = this->row(row).entry;
    if (column != WhatColumn)
        return {};
    switch (entry.kind) {
    case LockEntry::Gate:
        return tr("An advisory lock that a bidder takes for a moment. Whoever keeps it makes all others wait for a "
                  "whole lease before they bid without it.");
    case LockEntry::Row:
        return tr("In line for a row. Which one, the server does not always say: it may be another lock's.");
    case LockEntry::Table:
        return tr("The table as a whole, as everybody who writes or locks rows there holds it until the end of the "
                  "transaction.");
    case LockEntry::Transaction:
        return tr("Waits until another transaction ends, most often for a row that this one has locked.");
    case LockEntry::Other:
        break;
    }
    return tr("Something outside of the tables of leases: %1").arg(isolated(displayText(entry.object, 60)));
}

CellTableModel::Header LockEntryModel::header(int column) const
{
    const Header headers[columns] = {
        {tr("Process"), tr("The server's process of the session")},
        {tr("Session"), tr("What the session calls itself")},
        {tr("Lock of the database"), tr("What the session has locked, or wants to lock")},
        {tr("Mode"), tr("How it is locked, in PostgreSQL's words")},
        {tr("State"), tr("Whether the session holds it, or for how long it waits")},
        {tr("Waits for"), tr("The sessions that stand in its way")},
    };
    return headers[column];
}

} // namespace Elector
