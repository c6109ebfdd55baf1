// SPDX-License-Identifier: MIT
#include "commands.h"

#include "commandline.h"
#include "commandrunner.h"
#include "exitcodes.h"
#include "lockbyname.h"
#include "signalwatcher.h"
#include "terminal.h"

#include <Elector/diagnosis.h>
#include <Elector/duration.h>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QMetaEnum>

#include <algorithm>
#include <csignal>

namespace Elector {

namespace {

const char description[] =
    R"(Tells whether an election can be held here, and what would make it safer or faster: the server (standby, fsync,
replication), how the way there is protected (TLS), the schema, the rights of the role, whether notifications arrive, and
the settings, with the longest time from the death of a leader to the next one. Changes nothing and takes no part.

The exit code tells the worst: 0 nothing, 6 warnings, 7 errors (no node could lead), 1 the server was not reached.)";

int verdict(const Diagnosis &diagnosis)
{
    // A pooler that is of no use was reached, and is there to stay.
    const bool isAnswer = diagnosis.reached
        || std::any_of(diagnosis.errors.cbegin(), diagnosis.errors.cend(),
                       [](const ElectorError &error) { return error.code == ErrorCode::Pooler; });
    if (!diagnosis.errors.isEmpty())
        return isAnswer ? ExitCode::Errors : ExitCode::Failure;
    return diagnosis.warnings.isEmpty() ? ExitCode::Success : ExitCode::Warnings;
}

QString levelName(const Diagnosis &diagnosis)
{
    switch (diagnosis.server.level) {
    case SchemaLevel::Plain:
        return QStringLiteral("plain");
    case SchemaLevel::Full:
        return QStringLiteral("full");
    case SchemaLevel::Foreign:
        return QStringLiteral("foreign");
    case SchemaLevel::None:
        break;
    }
    return QStringLiteral("none");
}

const char *verificationName(ConnectionProtection::Verification verified)
{
    switch (verified) {
    case ConnectionProtection::Host:
        return "host";
    case ConnectionProtection::Authority:
        return "authority";
    case ConnectionProtection::Nothing:
        break;
    }
    return "nothing";
}

/// Such as: TLSv1.3, verified (sslmode=verify-full).
QString protectionText(const ConnectionProtection &protection)
{
    QString text = protection.protocol.isEmpty() ? QStringLiteral("not encrypted") : protection.protocol;
    if (protection.verified == ConnectionProtection::Host)
        text += QStringLiteral(", verified");
    else if (protection.verified == ConnectionProtection::Authority)
        text += QStringLiteral(", CA verified");
    else if (!protection.protocol.isEmpty())
        text += QStringLiteral(", not verified");
    if (!protection.leavesMachine)
        return text + QStringLiteral("; on this machine");
    return text + QStringLiteral(" (sslmode=%1)").arg(protection.mode);
}

QString poolerText(const Diagnosis &diagnosis, Pooling pooling)
{
    if (pooling == Pooling::Transaction)
        return diagnosis.pooled
            ? QStringLiteral("; through a pooler, nothing kept in its sessions (pooling=transaction)")
            : QStringLiteral("; no pooler seen: pooling=session would be faster here");
    return diagnosis.pooled ? QStringLiteral("; through a pooler in session mode") : QString();
}

bool hasTable(const Diagnosis &diagnosis)
{
    return diagnosis.server.level != SchemaLevel::None;
}

QString accessText(const ServerInfo &server)
{
    if (server.strict)
        return QStringLiteral(", with roles, strict");
    return server.roles ? QStringLiteral(", with roles") : QString();
}

QString versionText(int version)
{
    return QStringLiteral("%1.%2").arg(version / 10000).arg(version % 10000);
}

std::chrono::milliseconds trust(const ElectorConfig &config)
{
    return std::chrono::floor<std::chrono::milliseconds>(config.trust());
}

QJsonArray findings(const Diagnosis &diagnosis)
{
    QJsonArray array;
    const auto add = [&array](const QList<ElectorError> &errors, const char *severity) {
        for (const ElectorError &error : errors)
            array.append(QJsonObject{
                {QStringLiteral("severity"), QString::fromLatin1(severity)},
                {QStringLiteral("code"),
                 QString::fromLatin1(QMetaEnum::fromType<ErrorCode>().valueToKey(static_cast<int>(error.code)))},
                {QStringLiteral("text"), error.text},
                {QStringLiteral("remedy"), error.remedy},
            });
    };
    add(diagnosis.errors, "error");
    add(diagnosis.warnings, "warning");
    return array;
}

void printJson(const ElectorConfig &config, const Diagnosis &diagnosis)
{
    const auto milliseconds = [](auto span) { return QJsonValue(static_cast<qint64>(span.count())); };
    QJsonObject server{{QStringLiteral("reached"), diagnosis.reached},
                       {QStringLiteral("address"), config.connection().description()}};
    if (diagnosis.reached) {
        server.insert(QStringLiteral("version"), versionText(diagnosis.server.version));
        server.insert(QStringLiteral("standby"), diagnosis.server.standby);
        server.insert(QStringLiteral("pooled"), diagnosis.pooled);
        server.insert(QStringLiteral("pooling"),
                      config.pooling() == Pooling::Transaction ? QStringLiteral("transaction")
                                                               : QStringLiteral("session"));
        server.insert(QStringLiteral("encrypted"), diagnosis.server.encrypted);
        server.insert(QStringLiteral("protection"),
                      QJsonObject{{QStringLiteral("leaves_machine"), diagnosis.protection.leavesMachine},
                                  {QStringLiteral("protocol"), diagnosis.protection.protocol},
                                  {QStringLiteral("sslmode"), diagnosis.protection.mode},
                                  {QStringLiteral("verified"),
                                   QString::fromLatin1(verificationName(diagnosis.protection.verified))}});
        server.insert(QStringLiteral("role"), diagnosis.server.user);
        server.insert(QStringLiteral("level"), levelName(diagnosis));
        server.insert(QStringLiteral("database"), diagnosis.server.database);
        server.insert(QStringLiteral("roles"), diagnosis.server.roles);
        server.insert(QStringLiteral("strict"), diagnosis.server.strict);
        server.insert(QStringLiteral("notifies"), diagnosis.server.notifies);
        server.insert(QStringLiteral("round_trip_us"), milliseconds(diagnosis.server.latency));
    }
    const QJsonObject settings{
        {QStringLiteral("lease_ms"), milliseconds(config.leaseDuration())},
        {QStringLiteral("renewal_interval_ms"), milliseconds(config.renewalInterval())},
        {QStringLiteral("jitter_ms"), milliseconds(config.jitterRange())},
        {QStringLiteral("attempt_timeout_ms"), milliseconds(config.attemptTimeout())},
        {QStringLiteral("trust_ms"), milliseconds(trust(config))},
        {QStringLiteral("worst_case_failover_ms"), milliseconds(config.worstCaseFailover())},
        {QStringLiteral("schema"), config.schema()},
    };
    const QJsonObject object{{QStringLiteral("server"), server},
                             {QStringLiteral("settings"), settings},
                             {QStringLiteral("findings"), findings(diagnosis)},
                             {QStringLiteral("exit_code"), verdict(diagnosis)}};
    Terminal::printRaw(QJsonDocument(object).toJson(QJsonDocument::Indented));
}

void print(const ElectorConfig &config, const Diagnosis &diagnosis)
{
    const auto field = [](const char *name, const QString &value) {
        Terminal::printLine(QString::fromLatin1(name).leftJustified(10) + value);
    };
    field("server", config.connection().description());
    if (diagnosis.reached) {
        field("",
              QStringLiteral("PostgreSQL %1, role %2, round trip %3 ms")
                  .arg(versionText(diagnosis.server.version), diagnosis.server.user)
                  .arg(static_cast<double>(diagnosis.server.latency.count()) / 1e3, 0, 'f', 1));
        const QString pooler = poolerText(diagnosis, config.pooling());
        field("transport",
              protectionText(diagnosis.protection) + (pooler.isEmpty() ? QStringLiteral("; no pooler seen") : pooler));
        field("listen",
              !hasTable(diagnosis) ? QStringLiteral("not probed: there is no table yet")
                  : diagnosis.server.notifies
                  ? QStringLiteral("notifications arrive")
                  : QStringLiteral("notifications do not arrive; changes are seen at the next look"));
        field("database", diagnosis.server.database);
        field("schema",
              QStringLiteral("%1, level %2").arg(config.schema(), levelName(diagnosis)) + accessText(diagnosis.server)
                  + (hasTable(diagnosis) ? QString() : QStringLiteral(": there is no leader_lease yet")));
    }
    field("settings",
          QStringLiteral("lease %1, renewed every %2 ± %3, %4 an attempt; a leader trusts its lease for %5")
              .arg(formatDuration(config.leaseDuration()), formatDuration(config.renewalInterval()),
                   formatDuration(config.jitterRange()), formatDuration(config.attemptTimeout()),
                   formatDuration(trust(config))));
    field("failover",
          QStringLiteral("after the death of a leader, %1 at most; %2")
              .arg(formatDuration(config.worstCaseFailover()),
                   diagnosis.server.notifies || (diagnosis.reached && !hasTable(diagnosis))
                       ? QStringLiteral("after a release, milliseconds")
                       : QStringLiteral("after a release, at the next look of a candidate")));
    Terminal::printLine({});
    for (const ElectorError &error : diagnosis.errors)
        Terminal::printLine(Terminal::Colour::Red, QStringLiteral("error    "), error.message());
    for (const ElectorError &warning : diagnosis.warnings)
        Terminal::printLine(Terminal::Colour::Yellow, QStringLiteral("warning  "), warning.message());
    if (verdict(diagnosis) == ExitCode::Success)
        Terminal::printLine(Terminal::Colour::Green, QStringLiteral("ok       "),
                            QStringLiteral("Nothing was found that speaks against an election."));
}

} // namespace

int doctorCommand(const QStringList &arguments)
{
    CommandLine line(CommandLine::Connection | CommandLine::Lock | CommandLine::Timing | CommandLine::Json,
                     QStringLiteral("doctor [options]"), QString::fromLatin1(description));
    line.parser().addOption(
        {QStringLiteral("grace"),
         QStringLiteral("How long a program of elector run may take to end, as it is given there. Default: there is "
                        "no such program."),
         QStringLiteral("duration")});
    if (const auto code = line.parse(arguments, ExitCode::Usage))
        return *code;
    ElectorConfig config = line.config();
    std::optional<ElectorError> problemOfGrace;
    // As elector run counts it: a program's time to end, and the guardian's to kill it.
    const auto usual = config.leaseDuration() / 10;
    const auto problemOfUsual = CommandLine::problemOfGrace(QStringLiteral("The default of --grace"), usual, config);
    if (const QString option = QStringLiteral("grace"); line.isSet(option) || config.grace().count() > 0) {
        const auto grace = line.readDuration(option, config.grace());
        problemOfGrace = CommandLine::problemOfGrace(line.label(option), grace, config);
        // One that does not fit is told in its own words.
        config.setGrace(problemOfGrace ? std::chrono::milliseconds()
                                       : grace + CommandRunner::killMarginOf(config.leaseDuration()));
    }
    QStringList problems = line.problems();
    if (const QStringList extra = line.parser().positionalArguments(); !extra.isEmpty())
        problems.append(
            QStringLiteral("There is no argument \"%1\" here. Try: elector doctor --help").arg(extra.first()));
    for (const QString &problem : problems)
        Terminal::complain(problem);
    if (!problems.isEmpty())
        return ExitCode::Usage;
    Diagnosis diagnosis = diagnose(config);
    if (problemOfGrace)
        diagnosis.errors.append(*problemOfGrace);
    else if (problemOfUsual && config.grace().count() == 0)
        diagnosis.warnings.append(*problemOfUsual);
    if (const QString name = line.lockName(); !name.isEmpty() && diagnosis.server.level == SchemaLevel::Full) {
        SignalWatcher signalWatcher({SIGINT, SIGTERM});
        const LockByName found = findLockByName(name, config, signalWatcher, IfMissing::Complain, IfUnanswered::GiveUp);
        if (found.exitCode > ExitCode::SignalBase)
            return found.exitCode;
        if (found.exitCode != ExitCode::Success)
            diagnosis.errors.append({ErrorCode::Configuration,
                                     QStringLiteral("Lock \"%1\" was not found.").arg(name),
                                     QStringLiteral("\"elector status --all\" tells the names."),
                                     {}});
    }
    if (line.isSet(QStringLiteral("json")))
        printJson(config, diagnosis);
    else
        print(config, diagnosis);
    return verdict(diagnosis);
}

} // namespace Elector
