// SPDX-License-Identifier: MIT
#include "exitcodes.h"
#include "runcommand.h"
#include "statuscommand.h"
#include "terminal.h"
#include "watchcommand.h"

#include <Elector/connectionparameters.h>

#include <QtCore/QCoreApplication>

namespace {

const char helpText[] = R"(Usage: elector COMMAND [options]

Leader election on plain PostgreSQL: of several nodes, one leads.

Commands:
  run       Runs a program only while this node leads:
              elector run --lock 7 -- ./nightly-job
  status    Prints who holds which lock.
  watch     Follows the locks live.

Where PostgreSQL is, is told by --dsn or by libpq's environment variables
(PGHOST, PGSERVICE, ...); passwords belong into .pgpass.

  elector COMMAND --help    tells the options of a command.
  elector --version         prints the version.

Exit codes: 0 success, 1 the database could not be asked, 2 wrong usage.
elector run forwards the exit code of its program (128 + n if signal n ended
it), and exits with 125 if it failed itself.
)";

} // namespace

int main(int argc, char *argv[])
{
    using namespace Elector;
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    if (ConnectionParameters::blankPasswords(argc, argv)) {
        Terminal::complain(QStringLiteral("A password on the command line can be seen by others before it is blanked. "
                                          "Use .pgpass, a libpq service file or PGPASSWORD."));
    }
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("elector"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ELECTOR_VERSION));

    const QString command = arguments.value(0);
    if (command == QLatin1String("run"))
        return runCommand(arguments);
    if (command == QLatin1String("status"))
        return statusCommand(arguments);
    if (command == QLatin1String("watch"))
        return watchCommand(arguments);
    if (command == QLatin1String("--version")) {
        Terminal::printLine(QStringLiteral("elector ") + QCoreApplication::applicationVersion());
        return ExitCode::Success;
    }
    if (command == QLatin1String("--help") || command == QLatin1String("-h") || command == QLatin1String("help")) {
        Terminal::printRaw(helpText);
        return ExitCode::Success;
    }
    Terminal::complain(command.isEmpty()
                           ? QStringLiteral("A command is missing. Try: elector --help")
                           : QStringLiteral("There is no command \"%1\". Try: elector --help").arg(command));
    return ExitCode::Usage;
}
