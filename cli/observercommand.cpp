// SPDX-License-Identifier: MIT
#include "observercommand.h"

#include "exitcodes.h"
#include "terminal.h"

#include <Elector/schema.h>

namespace Elector {

ObserverSettings observerSettings(CommandLine &line, const QStringList &arguments, int mostArguments)
{
    ObserverSettings settings;
    settings.exitCode = line.parse(arguments, ExitCode::Usage);
    if (settings.exitCode)
        return settings;
    const ElectorConfig config = line.config();
    settings.schema = config.schema();
    settings.interval = line.duration(QStringLiteral("interval"), std::chrono::seconds(1));
    QStringList problems = line.problems();
    if (settings.interval <= std::chrono::milliseconds::zero())
        problems.append(QStringLiteral("--interval is 0. Use a time such as 1s."));
    // Only what concerns the connection: nobody is going to lead here.
    settings.connection = config.connection();
    if (line.isSet(QStringLiteral("dsn"))) {
        ElectorError error;
        settings.connection = ConnectionParameters::fromString(line.value(QStringLiteral("dsn")), &error);
        settings.connection.setPooling(config.pooling());
        if (error)
            problems.append(error.message());
    } else if (ElectorError error; qEnvironmentVariableIsSet("ELECTOR_DSN")) {
        // One that cannot be read leaves the default server, which is not meant.
        ConnectionParameters::fromString(qEnvironmentVariable("ELECTOR_DSN"), &error);
        if (error)
            problems.append(QStringLiteral("The environment variable ELECTOR_DSN: ") + error.message());
    }
    for (const ElectorError &error : settings.connection.problems())
        problems.append(error.message());
    if (const ElectorError error = Schema::checkName(settings.schema))
        problems.append(error.message());
    if (const QStringList extra = line.parser().positionalArguments(); extra.size() > mostArguments)
        problems.append(QStringLiteral("There is no argument \"%1\" here. Try: elector %2 --help")
                            .arg(extra.at(mostArguments), arguments.value(0)));
    for (const QString &problem : problems)
        Terminal::complain(problem);
    if (!problems.isEmpty())
        settings.exitCode = ExitCode::Usage;
    return settings;
}

std::unique_ptr<LeaseObserver> observerFrom(CommandLine &line, const QStringList &arguments, int *exitCode)
{
    const ObserverSettings settings = observerSettings(line, arguments);
    if (settings.exitCode) {
        *exitCode = *settings.exitCode;
        return nullptr;
    }
    return observerFrom(settings);
}

std::unique_ptr<LeaseObserver> observerFrom(const ObserverSettings &settings)
{
    auto observer = std::make_unique<LeaseObserver>(settings.connection, settings.schema);
    observer->setInterval(settings.interval);
    return observer;
}

} // namespace Elector
