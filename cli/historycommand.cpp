// SPDX-License-Identifier: MIT
#include "commands.h"

#include "exitcodes.h"
#include "leaseformat.h"
#include "operatorsession.h"
#include "terminal.h"

#include <Elector/leasejson.h>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace Elector {

namespace {

constexpr int defaultLimit = 50;
constexpr int mostEntries = 100'000;

std::optional<qint64> number(CommandLine &line, const char *option, qint64 least, qint64 most)
{
    const QString name = QString::fromLatin1(option);
    if (!line.isSet(name))
        return std::nullopt;
    bool ok = false;
    const qint64 value = line.value(name).toLongLong(&ok);
    if (!ok || value < least || value > most)
        line.addProblem(QStringLiteral("--%1 is \"%2\". Use a whole number from %3 to %4.")
                            .arg(name, line.value(name))
                            .arg(least)
                            .arg(most));
    return value;
}

} // namespace

int historyCommand(const QStringList &arguments)
{
    CommandLine line(
        CommandLine::Connection | CommandLine::MaybeLock | CommandLine::Json, QStringLiteral("history [options]"),
        QStringLiteral("Prints who led when, why it ended, and what operators ordered; the oldest entry first. "
                       "Needs the full level."));
    line.parser().addOption({QStringLiteral("limit"),
                             QStringLiteral("So many entries at most, the newest. Default: 50."),
                             QStringLiteral("number")});
    line.parser().addOption({QStringLiteral("before"),
                             QStringLiteral("Only entries older than the one with this sequence, which --json tells."),
                             QStringLiteral("sequence")});
    int exitCode = ExitCode::Success;
    const auto session = OperatorSession::from(line, arguments, &exitCode);
    if (!session)
        return exitCode;
    const auto limit = number(line, "limit", 1, mostEntries);
    const auto before = number(line, "before", 0, std::numeric_limits<qint64>::max());
    for (const QString &problem : line.problems())
        Terminal::complain(problem);
    if (!line.problems().isEmpty())
        return ExitCode::Usage;

    std::optional<int> lock;
    if (line.lockId() || !line.lockName().isEmpty()) {
        const auto lease = session->find();
        if (!lease)
            return session->exitCode();
        lock = lease->lockId;
    } else if (!session->look()) {
        return session->exitCode();
    }
    LeaseObserver &observer = session->observer();
    if (observer.server().level != SchemaLevel::Full)
        return session->fail(ExitCode::Failure,
                             QStringLiteral("A plain table keeps no history. \"elector migrate\" adds it."));
    const auto events = session->waitForHistory(
        observer.requestHistory(lock, static_cast<int>(limit.value_or(defaultLimit)), before));
    if (!events)
        return session->exitCode();
    if (line.isSet(QStringLiteral("json"))) {
        QJsonArray array;
        for (const LeaseEvent &event : *events)
            array.append(toJson(event));
        Terminal::printRaw(QJsonDocument(array).toJson(QJsonDocument::Indented));
        return ExitCode::Success;
    }
    if (events->isEmpty())
        Terminal::printLine(QStringLiteral("Nothing has happened."));
    for (const QString &sentence : LeaseFormat::sentences(*events, LeaseFormat::lockNames(observer.leases())))
        Terminal::printLine(sentence);
    return ExitCode::Success;
}

} // namespace Elector
