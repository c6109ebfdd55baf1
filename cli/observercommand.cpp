// SPDX-License-Identifier: MIT
#include "observercommand.h"

#include "exitcodes.h"
#include "terminal.h"

#include <Elector/schema.h>

namespace Elector {

std::unique_ptr<LeaseObserver> observerFrom(CommandLine &line, const QStringList &arguments, int *exitCode)
{
    if (const auto code = line.parse(arguments, ExitCode::Usage)) {
        *exitCode = *code;
        return nullptr;
    }
    const ElectorConfig config = line.config();
    const auto interval = line.duration(QStringLiteral("interval"), std::chrono::seconds(1));
    QStringList problems = line.problems();
    // Only what concerns the connection: nobody is going to lead here.
    ConnectionParameters connection = config.connection();
    if (line.isSet(QStringLiteral("dsn"))) {
        ElectorError error;
        connection = ConnectionParameters::fromString(line.parser().value(QStringLiteral("dsn")), &error);
        if (error)
            problems.append(error.message());
    }
    for (const ElectorError &error : connection.problems())
        problems.append(error.message());
    if (const ElectorError error = Schema::checkName(config.schema()))
        problems.append(error.message());
    if (const QStringList extra = line.parser().positionalArguments(); !extra.isEmpty())
        problems.append(QStringLiteral("There is no argument \"%1\" here. Try: elector %2 --help")
                            .arg(extra.first(), arguments.value(0)));
    for (const QString &problem : problems)
        Terminal::complain(problem);
    if (!problems.isEmpty()) {
        *exitCode = ExitCode::Usage;
        return nullptr;
    }
    auto observer = std::make_unique<LeaseObserver>(connection, config.schema());
    observer->setInterval(interval);
    return observer;
}

} // namespace Elector
