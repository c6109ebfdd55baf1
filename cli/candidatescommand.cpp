// SPDX-License-Identifier: MIT
#include "commands.h"

#include "exitcodes.h"
#include "operatorsession.h"
#include "terminal.h"
#include "texttable.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace Elector {

namespace {

QString roleName(LockSession::Role role)
{
    switch (role) {
    case LockSession::Holder:
        return QStringLiteral("holder");
    case LockSession::PossibleHolder:
        return QStringLiteral("holder?");
    case LockSession::Candidate:
        return QStringLiteral("candidate");
    case LockSession::PossibleCandidate:
        return QStringLiteral("candidate?");
    case LockSession::Bystander:
        break;
    }
    return QStringLiteral("bystander");
}

QString kindName(LockEntry::Kind kind)
{
    switch (kind) {
    case LockEntry::Gate:
        return QStringLiteral("gate");
    case LockEntry::Row:
        return QStringLiteral("row");
    case LockEntry::Table:
        return QStringLiteral("table");
    case LockEntry::Transaction:
        return QStringLiteral("transaction");
    case LockEntry::Other:
        break;
    }
    return QStringLiteral("other");
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue milliseconds(const std::optional<std::chrono::microseconds> &span)
{
    return span ? QJsonValue(static_cast<qint64>(span->count() / 1000)) : QJsonValue(QJsonValue::Null);
}

QJsonObject toJson(const LockSession &session)
{
    return {
        {QStringLiteral("pid"), session.pid},
        {QStringLiteral("role"), roleName(session.role)},
        {QStringLiteral("application"), orNull(session.application)},
        {QStringLiteral("instance"), orNull(session.instance)},
        {QStringLiteral("user"), orNull(session.user)},
        {QStringLiteral("hidden"), session.hidden},
        {QStringLiteral("address"), orNull(session.address)},
        {QStringLiteral("connected_at"),
         session.startedAt ? QJsonValue(session.startedAt->toString(Qt::ISODateWithMs)) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("state"), orNull(session.state)},
        {QStringLiteral("in_transaction_for_ms"), milliseconds(session.inTransactionFor)},
    };
}

QJsonObject toJson(const LockEntry &entry)
{
    QJsonArray blockedBy;
    for (const qint64 pid : entry.blockedBy)
        blockedBy.append(pid);
    return {
        {QStringLiteral("pid"), entry.pid},
        {QStringLiteral("kind"), kindName(entry.kind)},
        {QStringLiteral("object"), orNull(entry.object)},
        {QStringLiteral("mode"), entry.mode},
        {QStringLiteral("granted"), entry.granted},
        {QStringLiteral("waiting_for_ms"), milliseconds(entry.waitingFor)},
        {QStringLiteral("blocked_by"), blockedBy},
    };
}

template <typename List> QJsonArray toJsonArray(const List &list)
{
    QJsonArray array;
    for (const auto &item : list)
        array.append(toJson(item));
    return array;
}

void printJson(const LockDetails &details)
{
    const QJsonObject object{
        {QStringLiteral("lock"), details.lockId},
        {QStringLiteral("holder"), orNull(details.leaderId)},
        {QStringLiteral("sessions"), toJsonArray(details.sessions)},
        {QStringLiteral("locks"), toJsonArray(details.locks)},
        {QStringLiteral("locks_error"), orNull(details.locksError ? details.locksError.message() : QString())},
    };
    Terminal::printRaw(QJsonDocument(object).toJson(QJsonDocument::Indented));
}

/// "process 4711 waits for the row of leader_lease, for 3.2 s; process 4712 holds it up".
QString sentence(const LockEntry &entry)
{
    QString text = QStringLiteral("process %1 waits for a lock on %2 %3")
                       .arg(entry.pid)
                       .arg(kindName(entry.kind), entry.object)
                       .trimmed();
    if (entry.waitingFor)
        text += QStringLiteral(", for %1 s").arg(static_cast<double>(entry.waitingFor->count()) / 1e6, 0, 'f', 1);
    QStringList blockers;
    for (const qint64 pid : entry.blockedBy)
        blockers.append(pid == 0 ? QStringLiteral("a prepared transaction") : QStringLiteral("process %1").arg(pid));
    if (!blockers.isEmpty())
        text += QStringLiteral("; held up by ") + blockers.join(QStringLiteral(", "));
    return text;
}

QStringList table(const QList<LockSession> &sessions)
{
    TextTable table({{QStringLiteral("PROCESS"), 7},
                     {QStringLiteral("ROLE"), 10},
                     {QStringLiteral("INSTANCE"), 16},
                     {QStringLiteral("USER"), 8, 2},
                     {QStringLiteral("ADDRESS"), 12},
                     {QStringLiteral("STATE"), 8, 1}});
    for (const LockSession &session : sessions)
        table.add({QString::number(session.pid), roleName(session.role),
                   session.instance.isEmpty() ? session.application : session.instance, session.user,
                   session.hidden                  ? QStringLiteral("(hidden)")
                       : session.address.isEmpty() ? QStringLiteral("local")
                                                   : session.address,
                   session.state});
    return table.lines(Terminal::width());
}

void print(const LockDetails &details)
{
    if (details.sessions.isEmpty())
        Terminal::printLine(QStringLiteral("No session has to do with lock %1.").arg(details.lockId));
    else
        for (const QString &line : table(details.sessions))
            Terminal::printLine(line);
    for (const LockEntry &entry : details.locks) {
        if (!entry.granted)
            Terminal::printLine(sentence(entry));
    }
    if (details.locksError)
        Terminal::complain(details.locksError.message());
}

} // namespace

int candidatesCommand(const QStringList &arguments)
{
    CommandLine line(
        CommandLine::Connection | CommandLine::Lock | CommandLine::Json, QStringLiteral("candidates [options]"),
        QStringLiteral("Prints which sessions hold a lock, wait for it, or hold things up, by the names that they gave "
                       "themselves\n(application_name). Nodes of nest-leader-election have no such names, and are not "
                       "shown."));
    int exitCode = ExitCode::Success;
    const auto session = OperatorSession::from(line, arguments, &exitCode);
    if (!session)
        return exitCode;
    const auto lock = session->findId();
    if (!lock)
        return session->exitCode();
    const auto details = session->waitForDetails(session->observer().requestDetails(*lock));
    if (!details)
        return session->exitCode();
    if (line.isSet(QStringLiteral("json")))
        printJson(*details);
    else
        print(*details);
    return ExitCode::Success;
}

} // namespace Elector
