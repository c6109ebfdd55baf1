// SPDX-License-Identifier: MIT
#include "commands.h"
#include "exitcodes.h"
#include "terminal.h"

#include <Elector/connectionparameters.h>

#include <QtCore/QCoreApplication>

namespace {

const char helpText[] = R"(Usage: elector COMMAND [options]

Leader election on plain PostgreSQL: of several nodes, one leads.

Commands:
  run         Runs a program only while this node leads:
                elector run --lock 7 -- ./nightly-job

  status      Prints who holds which lock.
  watch       Follows the locks live.
  leader      Prints who leads, since when, and what it has published.
  candidates  Prints who waits for a lock, and what holds things up.
  history     Prints who led when, and why it ended.

  release     Takes a lock back from its holder.
  pause       Lets nobody lead until it is resumed.
  resume      Ends a pause.
  transfer    Hands a lock to a certain instance.
  name        Gives a lock a name.

  doctor      Tells whether an election can be held here.
  migrate     Makes, upgrades or removes the table.
  fence       Prints or checks the fencing token (term).

--lock takes the number of a lock, or the name that "elector name" gave it.
Where PostgreSQL is, is told by --dsn or by libpq's environment variables
(PGHOST, PGSERVICE, ...); passwords belong into .pgpass.

  elector COMMAND --help    tells the options of a command.
  elector --version         prints the version.

Exit codes:
  0  success
  1  the database could not be asked, or refused
  2  wrong usage; nothing was done
  3  the lock is not as it would have to be (nobody leads, somebody else does);
     nothing was done
  4  the connection broke: nobody knows whether it was done
  5  the question whether to go on was not answered with yes
  6, 7  doctor found warnings, errors
  8  it was done, but the result could not be written (the disk is full, say);
     141 if whoever reads it has gone away
elector run forwards the exit code of its program (128 + n if signal n ended
it), and exits with 125 if it failed itself, 123 if --once was in vain.
)";

QByteArrayList words; ///< the arguments as they were given

const struct
{
    const char *name;
    int (*run)(const QStringList &arguments);
} commands[] = {
    {"candidates", Elector::candidatesCommand},
    {"doctor", Elector::doctorCommand},
    {"fence", Elector::fenceCommand},
    {"history", Elector::historyCommand},
    {"leader", Elector::leaderCommand},
    {"migrate", Elector::migrateCommand},
    {"name", Elector::nameCommand},
    {"pause", Elector::pauseCommand},
    {"release", Elector::releaseCommand},
    {"resume", Elector::resumeCommand},
    {"run", [](const QStringList &arguments) { return Elector::runCommand(arguments, words); }},
    {"status", Elector::statusCommand},
    {"transfer", Elector::transferCommand},
    {"watch", Elector::watchCommand},
};

} // namespace

int main(int argc, char *argv[])
{
    using namespace Elector;
    Terminal::open();
    QStringList arguments;
    for (int i = 1; i < argc; ++i) {
        words.append(argv[i]);
        arguments.append(QString::fromLocal8Bit(argv[i]));
    }
    if (ConnectionParameters::blankPasswords(argc, argv)) {
        Terminal::complain(QStringLiteral("A password on the command line can be seen by others before it is blanked. "
                                          "Use .pgpass, a libpq service file or PGPASSWORD."));
    }
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("elector"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ELECTOR_VERSION));

    if (arguments.size() == 2 && arguments.first() == QLatin1String("help"))
        arguments = {arguments.last(), QStringLiteral("--help")};
    const QString command = arguments.value(0);
    for (const auto &[name, run] : commands) {
        if (command == QLatin1String(name))
            return Terminal::outcome(run(arguments));
    }
    if (command == QLatin1String("--version")) {
        Terminal::printLine(QStringLiteral("elector ") + QCoreApplication::applicationVersion());
        return Terminal::outcome(ExitCode::Success);
    }
    if (command == QLatin1String("--help") || command == QLatin1String("-h") || command == QLatin1String("help")) {
        Terminal::printRaw(helpText);
        return Terminal::outcome(ExitCode::Success);
    }
    Terminal::complain(command.isEmpty()
                           ? QStringLiteral("A command is missing. Try: elector --help")
                           : QStringLiteral("There is no command \"%1\". Try: elector --help").arg(command));
    return ExitCode::Usage;
}
