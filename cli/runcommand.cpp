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
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>
#include <csignal>
#include <cstring>
#include <memory>

namespace Elector {

namespace {

/// As `kill -l` calls them, with or without SIG, RTMIN+n, or a number; 0: none.
int signalNumber(const QString &text)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (isNumber)
        return number;
    QString name = text.toUpper();
    if (name.startsWith(QLatin1String("SIG")))
        name.remove(0, 3);
    for (int signal = 1; signal < SIGRTMIN; ++signal) {
        if (const char *known = ::sigabbrev_np(signal); known && name == QLatin1String(known))
            return signal;
    }
    const int above = name.startsWith(QLatin1String("RTMIN")) ? name.mid(5).toInt(&isNumber) : 0;
    return isNumber || name == QLatin1String("RTMIN") ? SIGRTMIN + above : 0;
}

int stopSignal(CommandLine &line)
{
    const QString option = QStringLiteral("stop-signal");
    if (!line.isSet(option))
        return SIGTERM;
    const QString text = line.value(option);
    const int number = signalNumber(text);
    if (number < 1 || number > SIGRTMAX)
        line.addProblem(
            QStringLiteral("%1 is \"%2\". Use a signal's name or number, such as TERM, INT, QUIT, USR1 or 10.")
                .arg(line.label(option), text));
    else if (number == SIGSTOP || number == SIGTSTP || number == SIGTTIN || number == SIGTTOU)
        line.addProblem(
            QStringLiteral("%1 is \"%2\", which stops a program for a while and does not end it. Use one that "
                           "ends it, such as TERM.")
                .arg(line.label(option), text));
    return number;
}

CommandRunner::Job::Restart restartPolicy(CommandLine &line)
{
    const QString option = QStringLiteral("restart");
    const QString text = line.value(option);
    if (text == QLatin1String("always"))
        return CommandRunner::Job::Always;
    if (text == QLatin1String("on-failure"))
        return CommandRunner::Job::OnFailure;
    if (line.isSet(option) && text != QLatin1String("no"))
        line.addProblem(QStringLiteral("%1 is \"%2\". Use no, on-failure or always.").arg(line.label(option), text));
    return CommandRunner::Job::Never;
}

std::chrono::milliseconds restartPause(CommandLine &line, CommandRunner::Job::Restart policy)
{
    const QString option = QStringLiteral("restart-pause");
    const auto pause = line.duration(option, std::chrono::milliseconds::zero());
    if (line.isSet(option) && pause.count() <= 0 && line.problems().isEmpty())
        line.addProblem(QStringLiteral("%1 is 0, which would keep the machine busy. Use a time, such as 5s.")
                            .arg(line.label(option)));
    if (line.isSet(option) && policy == CommandRunner::Job::Never && line.problems().isEmpty())
        line.addProblem(
            QStringLiteral("%1 wants --restart on-failure or --restart always with it.").arg(line.label(option)));
    return pause;
}

std::chrono::milliseconds oncePer(CommandLine &line)
{
    const QString option = QStringLiteral("once-per");
    const auto span = line.duration(option, std::chrono::milliseconds::zero());
    if (line.isSet(option) && span.count() <= 0 && line.problems().isEmpty())
        line.addProblem(QStringLiteral("%1 is 0, which would run COMMAND always. Use a time, such as 20h.")
                            .arg(line.label(option)));
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
            line.addProblem(QStringLiteral("%1 is \"%2\". Use a JSON object, such as '{\"port\": 8080}'.")
                                .arg(line.label(metadataOption), line.value(metadataOption)));
        object = document.object();
    }
    if (line.isSet(addressOption) && line.value(addressOption).trimmed().isEmpty())
        line.addProblem(QStringLiteral("%1 is empty. Use what others find this node by, such as 10.0.0.7:8080.")
                            .arg(line.label(addressOption)));
    if (line.isSet(addressOption))
        object.insert(addressOption, line.value(addressOption));
    const QString text = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    if (!LeaderElector(ElectorConfig()).setMetadata(text))
        line.addProblem(
            QStringLiteral("--metadata has %1 bytes. At most 4000 can be published.").arg(text.toUtf8().size()));
    return text;
}

/// Arguments at the end of the command line, as they were given: a name of a file is bytes, not always text.
QByteArrayList asGiven(const QStringList &arguments, const QByteArrayList &words)
{
    QByteArrayList given = words.mid(std::max<qsizetype>(0, words.size() - arguments.size()));
    given.resize(arguments.size());
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (QString::fromLocal8Bit(given.at(i)) != arguments.at(i))
            given[i] = arguments.at(i).toLocal8Bit();
    }
    return given;
}

} // namespace

int runCommand(const QStringList &arguments, const QByteArrayList &words)
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
            "was killed may still take effect: the term tells.\n\n"
            "A guardian, a small process of its own, starts COMMAND and ends it in time even if elector hangs, is "
            "stopped or "
            "killed;\n"
            "then it gives the lock up at once, so that another node leads within milliseconds.\n\n"
            "Examples:\n"
            "  elector run --lock 7 -- ./nightly-job               one of all nodes runs it; the others wait\n"
            "  elector run --lock mail --create-lock --restart always -- ./send-mail\n"
            "  elector run --lock 7 --once -- ./job                not here if another node leads\n"
            "  elector run --lock 7 --once-per 20h -- ./report     from cron on every host: runs once\n\n"
            "Exit codes: that of COMMAND, 128 + n if signal n ended it; 123 --once was in vain, 125 elector itself "
            "failed,\n"
            "126 COMMAND could not be run, 127 it was not found. More: man elector."));
    // What follows COMMAND is its own.
    line.parser().setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    line.parser().addOption(
        {QStringLiteral("grace"),
         QStringLiteral("How long COMMAND may take to end after SIGTERM. Default: 1/10 of the lease."),
         QStringLiteral("duration")});
    line.addSetting(
        {QStringLiteral("stop-signal"),
         QStringLiteral("What COMMAND gets when it is to end, such as INT or 10, before SIGKILL. Default: TERM."),
         QStringLiteral("signal")});
    line.addSetting(
        {QStringLiteral("once"),
         QStringLiteral(
             "Tries once: if another node leads, exits with 123 without starting COMMAND; does not wait for a "
             "database that does not answer (125).")});
    line.addSetting(
        {QStringLiteral("restart"),
         QStringLiteral(
             "Whether COMMAND is started again when it ends by itself, after 1s, 2s and so on up to 1min, while "
             "the lock is kept: no, on-failure or always. Default: no."),
         QStringLiteral("policy")});
    line.addSetting({QStringLiteral("restart-pause"),
                     QStringLiteral("The time before each such start, in place of 1s, 2s and so on."),
                     QStringLiteral("duration")});
    line.addSetting(
        {QStringLiteral("once-per"),
         QStringLiteral(
             "Runs COMMAND only if it has not succeeded on any node within that time (full level): for jobs that cron "
             "starts on every host. Exits with 0 if it has; --verbose tells."),
         QStringLiteral("duration")});
    line.addSetting(
        {QStringLiteral("hold-after-crash"),
         QStringLiteral("Unless COMMAND ends with 0, the lease is not given up: it runs out, and until then no other "
                        "node leads. For effects that may still be on their way.")});
    line.addSetting(
        {QStringLiteral("metadata"),
         QStringLiteral("What is published while this node leads, as a JSON object, for all to read (full level)."),
         QStringLiteral("JSON")});
    line.addSetting({QStringLiteral("address"),
                     QStringLiteral("The same as --metadata '{\"address\": \"...\"}'; may be given with it."),
                     QStringLiteral("text")});
    line.addSetting({QStringLiteral("on-gained"),
                     QStringLiteral("Shell command that tells others that this node leads and starts COMMAND. "
                                    "Nothing waits for it."),
                     QStringLiteral("command")});
    line.addSetting({QStringLiteral("on-lost"),
                     QStringLiteral("Shell command that tells others that it is over, and COMMAND gone. Only "
                                    "the end of elector waits for it."),
                     QStringLiteral("command")});
    line.addSetting({QStringLiteral("hook-limit"),
                     QStringLiteral("How long each of these two may take before it is killed. Default: 10s."),
                     QStringLiteral("duration")});
    line.addSetting(
        {QStringLiteral("health"),
         QStringLiteral("Answers over HTTP: /healthz, /readyz, /leader (JSON), /metrics (Prometheus). Without an "
                        "address on 127.0.0.1 only; *:PORT is all interfaces."),
         QStringLiteral("address:port")});
    line.addSetting({QStringLiteral("create-lock"),
                     QStringLiteral("If no lock has the name that --lock gives, a free number gets it (full level).")});
    line.addSetting(
        {{QStringLiteral("v"), QStringLiteral("verbose")}, QStringLiteral("Tells on standard error what happens.")});
    if (const auto code = line.parse(arguments, ExitCode::RunFailure))
        return *code;
    ElectorConfig config = line.config();
    const auto margin = CommandRunner::killMarginOf(config.leaseDuration());
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
    if (job.hookLimit.count() <= 0 && line.problems().isEmpty())
        line.addProblem(QStringLiteral("%1 is 0, in which no hook could end. Use a time, such as 10s.")
                            .arg(line.label(QStringLiteral("hook-limit"))));
    const auto healthAddress = HealthServer::parse(line.value(QStringLiteral("health")));
    if (line.isSet(QStringLiteral("health")) && !healthAddress)
        line.addProblem(QStringLiteral("%1 is \"%2\". Use a port, or a numeric address and a port, such as 8080, "
                                       "127.0.0.1:8080 or [::1]:8080.")
                            .arg(line.label(QStringLiteral("health")), line.value(QStringLiteral("health"))));
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
    if (command.first().isEmpty()) {
        Terminal::complain(QStringLiteral("COMMAND is empty, perhaps a variable that is not set. Example: elector run "
                                          "--lock 7 -- ./nightly-job"));
        return ExitCode::RunFailure;
    }

    // A log that is stuck, or on a full disk, is no reason to lose the lease.
    Terminal::neverWait();
    SignalWatcher signalWatcher({SIGTERM, SIGINT, SIGHUP, SIGQUIT});
    job.verbose = line.isSet(QStringLiteral("verbose"));
    std::unique_ptr<CommandRunner> runner; // outlives what tells of it
    RunHealth health(config);
    ServiceNotifier notifier(health);
    HealthServer server(health);
    if (healthAddress) {
        if (const QString problem = server.listen(*healthAddress); !problem.isEmpty()) {
            Terminal::complain(problem);
            return ExitCode::RunFailure;
        }
        health.watchForHangs();
        if (job.verbose || healthAddress->port == 0)
            Terminal::complain(
                QStringLiteral("health is told on port %1 of %2")
                    .arg(server.port())
                    .arg(healthAddress->everywhere ? QStringLiteral("every address") : healthAddress->host));
    }
    if (!line.lockName().isEmpty()) {
        health.lookFor(line.lockName());
        const auto ifMissing = line.isSet(QStringLiteral("create-lock")) ? IfMissing::Create : IfMissing::Complain;
        const auto ifUnanswered = job.once ? IfUnanswered::GiveUp : IfUnanswered::TryAgain;
        const LockByName found = findLockByName(line.lockName(), config, signalWatcher, ifMissing, ifUnanswered);
        if (found.exitCode != ExitCode::Success)
            return found.exitCode;
        config.setLockId(found.lockId);
    }
    job.command = asGiven(command, words);
    job.grace = grace;
    job.killMargin = margin;
    if (const QStringList unknown = line.unknownVariables(); job.verbose && !unknown.isEmpty())
        Terminal::complain(
            QStringLiteral("warning: these variables are no settings: %1").arg(unknown.join(QStringLiteral(", "))));
    runner = std::make_unique<CommandRunner>(config, job);
    health.follow(runner->elector());
    QObject::connect(runner.get(), &CommandRunner::commandStarted, &health, &RunHealth::commandStarted);
    QObject::connect(runner.get(), &CommandRunner::commandEnded, &health, &RunHealth::commandEnded);
    QObject::connect(runner.get(), &CommandRunner::leadershipLost, &health, &RunHealth::leadershipLost);
    QObject::connect(runner.get(), &CommandRunner::leaving, &notifier, &ServiceNotifier::stopping);
    QObject::connect(&signalWatcher, &SignalWatcher::received, runner.get(), &CommandRunner::onSignal);
    QObject::connect(
        runner.get(), &CommandRunner::finished, QCoreApplication::instance(),
        [](int code) { QCoreApplication::exit(code); }, Qt::QueuedConnection);
    if (!runner->start())
        return ExitCode::RunFailure;
    return QCoreApplication::exec();
}

} // namespace Elector
