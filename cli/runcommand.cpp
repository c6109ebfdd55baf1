// SPDX-License-Identifier: MIT
#include "commands.h"

#include "commandline.h"
#include "commandrunner.h"
#include "exitcodes.h"
#include "healthserver.h"
#include "lockbyname.h"
#include "runhealth.h"
#include "servicenotifier.h"
#include "signalwatcher.h"
#include "terminal.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <csignal>

namespace Elector {

namespace {

/// A fiftieth of the lease, but enough for SIGKILL to do its work on a busy machine.
std::chrono::milliseconds killMargin(std::chrono::milliseconds lease)
{
    return std::max(std::chrono::milliseconds(30), lease / 50);
}

int stopSignal(CommandLine &line)
{
    const QString option = QStringLiteral("stop-signal");
    if (!line.isSet(option))
        return SIGTERM;
    static const QHash<QString, int> names{{QStringLiteral("ABRT"), SIGABRT}, {QStringLiteral("ALRM"), SIGALRM},
                                           {QStringLiteral("HUP"), SIGHUP},   {QStringLiteral("INT"), SIGINT},
                                           {QStringLiteral("KILL"), SIGKILL}, {QStringLiteral("QUIT"), SIGQUIT},
                                           {QStringLiteral("TERM"), SIGTERM}, {QStringLiteral("USR1"), SIGUSR1},
                                           {QStringLiteral("USR2"), SIGUSR2}, {QStringLiteral("WINCH"), SIGWINCH}};
    const QString text = line.value(option);
    const QString name = text.toUpper();
    bool isNumber = false;
    int number = name.toInt(&isNumber);
    if (!isNumber)
        number = names.value(name.startsWith(QLatin1String("SIG")) ? name.mid(3) : name);
    if (number < 1 || number > 64)
        line.addProblem(
            QStringLiteral(
                "--stop-signal is \"%1\". Use a signal's name or number, such as TERM, INT, QUIT, USR1 or 10.")
                .arg(text));
    return number;
}

CommandRunner::Job::Restart restartPolicy(CommandLine &line)
{
    const QString text = line.value(QStringLiteral("restart"));
    if (text == QLatin1String("always"))
        return CommandRunner::Job::Always;
    if (text == QLatin1String("on-failure"))
        return CommandRunner::Job::OnFailure;
    if (line.isSet(QStringLiteral("restart")) && text != QLatin1String("no"))
        line.addProblem(QStringLiteral("--restart is \"%1\". Use no, on-failure or always.").arg(text));
    return CommandRunner::Job::Never;
}

std::chrono::milliseconds restartPause(CommandLine &line, CommandRunner::Job::Restart policy)
{
    const QString option = QStringLiteral("restart-pause");
    const auto pause = line.duration(option, std::chrono::milliseconds::zero());
    if (line.isSet(option) && pause.count() <= 0 && line.problems().isEmpty())
        line.addProblem(QStringLiteral("--restart-pause is 0, which would keep the machine busy. Use a time, such as "
                                       "5s."));
    if (line.isSet(option) && policy == CommandRunner::Job::Never && line.problems().isEmpty())
        line.addProblem(QStringLiteral("--restart-pause wants --restart on-failure or --restart always with it."));
    return pause;
}

std::chrono::milliseconds oncePer(CommandLine &line)
{
    const QString option = QStringLiteral("once-per");
    const auto span = line.duration(option, std::chrono::milliseconds::zero());
    if (line.isSet(option) && span.count() <= 0 && line.problems().isEmpty())
        line.addProblem(QStringLiteral("--once-per is 0, which would run COMMAND always. Use a time, such as 20h."));
    return span;
}

/// What --metadata and --address say, as one JSON object; empty if neither was given.
QString metadata(CommandLine &line)
{
    const QString metadataOption = QStringLiteral("metadata");
    const QString addressOption = QStringLiteral("address");
    if (!line.isSet(metadataOption) && !line.isSet(addressOption))
        return {};
    QJsonObject object;
    if (line.isSet(metadataOption)) {
        const auto document = QJsonDocument::fromJson(line.value(metadataOption).toUtf8());
        if (!document.isObject())
            line.addProblem(QStringLiteral("--metadata is \"%1\". Use a JSON object, such as '{\"port\": 8080}'.")
                                .arg(line.value(metadataOption)));
        object = document.object();
    }
    if (line.isSet(addressOption))
        object.insert(addressOption, line.value(addressOption));
    const QString text = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    if (!LeaderElector(ElectorConfig()).setMetadata(text))
        line.addProblem(
            QStringLiteral("--metadata has %1 bytes. At most 4000 can be published.").arg(text.toUtf8().size()));
    return text;
}

} // namespace

int runCommand(const QStringList &arguments)
{
    CommandLine line(
        CommandLine::Connection | CommandLine::Lock | CommandLine::Timing,
        QStringLiteral("run [options] -- COMMAND [argument...]"),
        QStringLiteral(
            "Runs COMMAND while this node leads. When COMMAND ends, the lock is released and its exit code is "
            "forwarded.\n"
            "When leadership is lost, COMMAND and everything that it started gets SIGTERM, then SIGKILL, before "
            "another node\n"
            "may lead; then this node waits for its next turn and starts COMMAND again.\n\n"
            "COMMAND finds in its environment: ELECTOR_LOCK, ELECTOR_TERM (the fencing token; pass it on with every\n"
            "effect, so that a late one can be refused) and ELECTOR_LEADER_ID. A statement that COMMAND has sent "
            "before it\n"
            "was killed may still take effect: the term tells."));
    // What follows COMMAND is its own.
    line.parser().setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    line.parser().addOption(
        {QStringLiteral("grace"),
         QStringLiteral("How long COMMAND may take to end after SIGTERM. Default: 1/10 of the lease."),
         QStringLiteral("duration")});
    line.parser().addOption(
        {QStringLiteral("stop-signal"),
         QStringLiteral("What COMMAND gets when it is to end, such as INT or 10, before SIGKILL. Default: TERM."),
         QStringLiteral("signal")});
    line.parser().addOption(
        {QStringLiteral("once"),
         QStringLiteral(
             "Tries once: if another node leads, exits with 123 without starting COMMAND; does not wait for a "
             "database that does not answer (125).")});
    line.parser().addOption(
        {QStringLiteral("restart"),
         QStringLiteral(
             "Whether COMMAND is started again when it ends by itself, after 1s, 2s and so on up to 1min, while "
             "the lock is kept: no, on-failure or always. Default: no."),
         QStringLiteral("policy")});
    line.parser().addOption({QStringLiteral("restart-pause"),
                             QStringLiteral("The time before each such start, in place of 1s, 2s and so on."),
                             QStringLiteral("duration")});
    line.parser().addOption(
        {QStringLiteral("once-per"),
         QStringLiteral(
             "Runs COMMAND only if it has not succeeded on any node within that time (full level): for jobs that cron "
             "starts on every host. Exits with 0 if it has; --verbose tells."),
         QStringLiteral("duration")});
    line.parser().addOption(
        {QStringLiteral("hold-after-crash"),
         QStringLiteral("Unless COMMAND ends with 0, the lease is not given up: it runs out, and until then no other "
                        "node leads. For effects that may still be on their way.")});
    line.parser().addOption(
        {QStringLiteral("metadata"),
         QStringLiteral("What is published while this node leads, as a JSON object, for all to read (full level)."),
         QStringLiteral("JSON")});
    line.parser().addOption({QStringLiteral("address"),
                             QStringLiteral("The same as --metadata '{\"address\": \"...\"}'; may be given with it."),
                             QStringLiteral("text")});
    line.parser().addOption({QStringLiteral("on-gained"),
                             QStringLiteral("Shell command that tells others that this node leads and starts COMMAND. "
                                            "Nothing waits for it."),
                             QStringLiteral("command")});
    line.parser().addOption({QStringLiteral("on-lost"),
                             QStringLiteral("Shell command that tells others that it is over, and COMMAND gone. Only "
                                            "the end of elector waits for it."),
                             QStringLiteral("command")});
    line.parser().addOption({QStringLiteral("hook-limit"),
                             QStringLiteral("How long each of these two may take before it is killed. Default: 10s."),
                             QStringLiteral("duration")});
    line.parser().addOption(
        {QStringLiteral("health"),
         QStringLiteral("Answers over HTTP: /healthz, /readyz, /leader (JSON), /metrics (Prometheus). Without an "
                        "address on 127.0.0.1 only; *:PORT is all interfaces."),
         QStringLiteral("address:port")});
    line.parser().addOption(
        {{QStringLiteral("v"), QStringLiteral("verbose")}, QStringLiteral("Tells on standard error what happens.")});
    if (const auto code = line.parse(arguments, ExitCode::RunFailure))
        return *code;
    ElectorConfig config = line.config();
    const auto margin = killMargin(config.leaseDuration());
    const auto grace = line.duration(QStringLiteral("grace"),
                                     config.grace().count() > 0 ? config.grace() : config.leaseDuration() / 10);
    // Renewals must leave room for both.
    config.setGrace(grace + margin);
    CommandRunner::Job job;
    job.stopSignal = stopSignal(line);
    job.restart = restartPolicy(line);
    job.restartPause = restartPause(line, job.restart);
    job.once = line.isSet(QStringLiteral("once"));
    job.oncePer = oncePer(line);
    job.onGained = line.value(QStringLiteral("on-gained"));
    job.onLost = line.value(QStringLiteral("on-lost"));
    job.hookLimit = line.duration(QStringLiteral("hook-limit"), job.hookLimit);
    const auto healthAddress = HealthServer::parse(line.value(QStringLiteral("health")));
    if (line.isSet(QStringLiteral("health")) && !healthAddress)
        line.addProblem(QStringLiteral("--health is \"%1\". Use a port, or a numeric address and a port, such as 8080, "
                                       "127.0.0.1:8080 or [::1]:8080.")
                            .arg(line.value(QStringLiteral("health"))));
    job.metadata = metadata(line);
    job.holdAfterCrash = line.isSet(QStringLiteral("hold-after-crash"));
    if (job.oncePer.count() > 0 && job.restart == CommandRunner::Job::Always)
        line.addProblem(
            QStringLiteral("--once-per and --restart always do not go together. Use --restart on-failure."));
    if (job.once && job.restart != CommandRunner::Job::Never)
        line.addProblem(QStringLiteral("--once and --restart do not go together. Use one of them."));
    QStringList problems = line.problems();
    const QStringList command = line.parser().positionalArguments();
    if (command.isEmpty())
        problems.append(QStringLiteral("There is no COMMAND to run. Example: elector run --lock 7 -- ./nightly-job"));
    // A bad option is told in its own words; the budget would only repeat it in others.
    if (problems.isEmpty()) {
        for (const ElectorError &problem : config.problems())
            problems.append(problem.message());
    }
    for (const QString &problem : problems)
        Terminal::complain(problem);
    if (!problems.isEmpty())
        return ExitCode::RunFailure;

    // A log that is stuck, or on a full disk, is no reason to lose the lease.
    Terminal::neverWait();
    SignalWatcher signalWatcher({SIGTERM, SIGINT, SIGHUP, SIGQUIT});
    if (!line.lockName().isEmpty()) {
        const LockByName found = findLockByName(line.lockName(), config, signalWatcher);
        if (found.exitCode != ExitCode::Success)
            return found.exitCode;
        config.setLockId(found.lockId);
    }
    job.command = command;
    job.grace = grace;
    job.killMargin = margin;
    job.verbose = line.isSet(QStringLiteral("verbose"));
    CommandRunner runner(config, job);
    RunHealth health(runner.elector());
    QObject::connect(&runner, &CommandRunner::commandStarted, &health, &RunHealth::commandStarted);
    QObject::connect(&runner, &CommandRunner::commandEnded, &health, &RunHealth::commandEnded);
    QObject::connect(&runner, &CommandRunner::leadershipLost, &health, &RunHealth::leadershipLost);
    ServiceNotifier notifier(health);
    QObject::connect(&runner, &CommandRunner::leaving, &notifier, &ServiceNotifier::stopping);
    HealthServer server(health);
    if (healthAddress) {
        if (const QString problem = server.listen(*healthAddress); !problem.isEmpty()) {
            Terminal::complain(problem);
            return ExitCode::RunFailure;
        }
        health.watchForHangs();
        if (job.verbose || healthAddress->port == 0)
            Terminal::complain(
                QStringLiteral("health is told on port %1 of %2").arg(server.port()).arg(healthAddress->host));
    }
    QObject::connect(&signalWatcher, &SignalWatcher::received, &runner, &CommandRunner::onSignal);
    QObject::connect(
        &runner, &CommandRunner::finished, QCoreApplication::instance(), [](int code) { QCoreApplication::exit(code); },
        Qt::QueuedConnection);
    if (!runner.start())
        return ExitCode::RunFailure;
    return QCoreApplication::exec();
}

} // namespace Elector
