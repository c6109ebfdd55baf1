// SPDX-License-Identifier: MIT
#include "commands.h"

#include "exitcodes.h"
#include "leaseformat.h"
#include "observercommand.h"
#include "terminal.h"

#include <Elector/leasejson.h>

#include <QtCore/QEventLoop>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace Elector {

namespace {

void printJson(const LeaseObserver &observer, const QList<Lease> &leases)
{
    QJsonArray array;
    for (const Lease &lease : leases)
        array.append(toJson(lease, observer.remainingNow(lease)));
    Terminal::printRaw(QJsonDocument(array).toJson(QJsonDocument::Indented));
}

void printTable(const LeaseObserver &observer, const QList<Lease> &leases)
{
    if (leases.isEmpty()) {
        Terminal::printLine(QStringLiteral("Nobody holds a lock."));
        return;
    }
    for (const QString &line : LeaseFormat::table(observer, leases, Terminal::width()))
        Terminal::printLine(line);
}

} // namespace

int statusCommand(const QStringList &arguments)
{
    CommandLine line(CommandLine::Connection | CommandLine::Json, QStringLiteral("status [options]"),
                     QStringLiteral("Prints who holds which lock, once."));
    line.parser().addOption({QStringLiteral("all"),
                             QStringLiteral("Also locks that are known, and that nobody holds (state \"free\"). Paused "
                                            "and reserved ones are shown in any case.")});
    int exitCode = ExitCode::Success;
    const auto observer = observerFrom(line, arguments, &exitCode);
    if (!observer)
        return exitCode;
    QEventLoop loop;
    observer->setEventsWanted(false);
    QObject::connect(observer.get(), &LeaseObserver::snapshotTaken, &loop, [&] { loop.exit(ExitCode::Success); });
    QObject::connect(observer.get(), &LeaseObserver::errorOccurred, &loop, [&](const ElectorError &error) {
        Terminal::complain(error.message());
        loop.exit(ExitCode::Failure);
    });
    observer->start();
    exitCode = loop.exec();
    if (exitCode != ExitCode::Success)
        return exitCode;
    QList<Lease> leases = observer->leases();
    if (!line.isSet(QStringLiteral("all")))
        leases = LeaseFormat::heldOrOrdered(leases);
    if (line.isSet(QStringLiteral("json")))
        printJson(*observer, leases);
    else
        printTable(*observer, leases);
    return ExitCode::Success;
}

} // namespace Elector
