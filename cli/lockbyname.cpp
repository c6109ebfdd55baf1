// SPDX-License-Identifier: MIT
#include "lockbyname.h"

#include "exitcodes.h"
#include "signalwatcher.h"
#include "terminal.h"

#include <Elector/leaseobserver.h>

#include <QtCore/QEventLoop>

namespace Elector {

namespace {

/// Errors that time does not mend.
bool isFinal(ErrorCode code)
{
    return code == ErrorCode::TableMissing || code == ErrorCode::TableForeign || code == ErrorCode::PrivilegeMissing
        || code == ErrorCode::Configuration;
}

} // namespace

LockByName findLockByName(const QString &name, const ElectorConfig &config, SignalWatcher &signalWatcher)
{
    LeaseObserver observer(config.connection(), config.schema());
    observer.setEventsWanted(false);
    QEventLoop loop;
    LockByName result{0, ExitCode::RunFailure};
    QObject::connect(&observer, &LeaseObserver::lookTaken, &loop, [&](const LeaseSnapshot &snapshot) {
        if (!snapshot.isComplete())
            return;
        const QList<Lease> leases = snapshot.leases();
        for (const Lease &lease : leases) {
            if (lease.name == name)
                result = {lease.lockId, ExitCode::Success};
        }
        if (result.exitCode != ExitCode::Success)
            Terminal::complain(
                QStringLiteral("There is no lock with the name \"%1\". \"elector name --lock N\" gives it to lock N.")
                    .arg(name));
        loop.quit();
    });
    QObject::connect(&observer, &LeaseObserver::errorOccurred, &loop, [&](const ElectorError &error) {
        Terminal::complain(error.message());
        if (isFinal(error.code))
            loop.quit();
    });
    QObject::connect(&signalWatcher, &SignalWatcher::received, &loop, [&](int signalNumber) {
        result.exitCode = ExitCode::SignalBase + signalNumber;
        loop.quit();
    });
    observer.start();
    loop.exec();
    return result;
}

} // namespace Elector
