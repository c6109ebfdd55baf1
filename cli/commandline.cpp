// SPDX-License-Identifier: MIT
#include "commandline.h"

#include "exitcodes.h"
#include "terminal.h"

#include <Elector/duration.h>

#include <QtCore/QRegularExpression>

namespace Elector {

CommandLine::CommandLine(int options, const QString &usage, const QString &description)
    : m_options(options)
    , m_usage(usage)
{
    m_parser.setApplicationDescription(description);
    m_parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Shows this help.")});
    const auto add = [this](const char *name, const char *help, const char *value) {
        m_parser.addOption({QString::fromLatin1(name), QString::fromLatin1(help), QString::fromLatin1(value)});
    };
    if (m_options & Connection) {
        add("dsn",
            "Where PostgreSQL is: postgresql://user@host:5432/database or \"host=… dbname=…\". Default: libpq's "
            "environment (PGHOST, PGSERVICE, .pgpass, …), or ELECTOR_DSN.",
            "address");
        add("schema", "The schema of leader_lease. Default: public.", "name");
    }
    if (m_options & Lock)
        add("lock", "Which lock: its number, or its name. Default: 1, or ELECTOR_LOCK_ID.", "N|NAME");
    if (m_options & NamedLock)
        add("lock", "Which lock: its number, or its name. Must be given.", "N|NAME");
    if (m_options & MaybeLock)
        add("lock", "Only this lock: its number, or its name. Default: all.", "N|NAME");
    if (m_options & Timing) {
        add("lease", "How long a lease lasts without renewal, such as 10s or 5000ms. Default: 10s.", "duration");
        add("renewal-interval", "How often it is renewed. Default: 3/10 of the lease.", "duration");
        add("jitter", "By how much that varies at random. Default: 2/10 of the lease.", "duration");
        add("instance-id", "Names this node to people. Default: host name and process id.", "name");
    }
    if (m_options & Interval)
        add("interval", "How often to look. Default: 1s.", "duration");
    if (m_options & Order) {
        add("reason", "Why; recorded in the history.", "text");
        add("operator", "Who orders it; recorded in the history. Default: user@host.", "name");
    }
    if (m_options & Json)
        m_parser.addOption({QStringLiteral("json"), QStringLiteral("Prints JSON, for programs.")});
}

std::optional<int> CommandLine::parse(const QStringList &arguments, int usageExitCode)
{
    if (!m_parser.parse(QStringList(QStringLiteral("elector")) + arguments.mid(1))) {
        Terminal::complain(m_parser.errorText() + QStringLiteral(". Try: elector ") + arguments.value(0)
                           + QStringLiteral(" --help"));
        return usageExitCode;
    }
    if (m_parser.isSet(QStringLiteral("help"))) {
        // Qt's own first line would call the sub-command an argument like any other.
        QString help = m_parser.helpText();
        help.replace(0, help.indexOf(QLatin1Char('\n')), QStringLiteral("Usage: elector ") + m_usage);
        Terminal::printRaw(help.toUtf8());
        return ExitCode::Success;
    }
    return std::nullopt;
}

std::chrono::milliseconds CommandLine::duration(const QString &option, std::chrono::milliseconds fallback)
{
    if (!m_parser.optionNames().contains(option))
        return fallback;
    const QString text = m_parser.value(option);
    const auto value = parseDuration(text);
    if (!value)
        m_problems.append(QStringLiteral("--%1 is \"%2\". Use %3.").arg(option, text, durationSyntax()));
    return value.value_or(fallback);
}

/// A number, or a name as leader_lease_rename allows it.
void CommandLine::readLock(ElectorConfig *config)
{
    if (!(m_options & (Lock | NamedLock | MaybeLock)))
        return;
    if (!m_parser.isSet(QStringLiteral("lock"))) {
        if (m_options & Lock)
            m_lockId = config->lockId();
        else if (m_options & NamedLock)
            m_problems.append(QStringLiteral("--lock is missing. Say which lock, by its number or its name."));
        return;
    }
    static const QRegularExpression number(QStringLiteral("\\A[+-]?[0-9]+\\z"));
    static const QRegularExpression name(QStringLiteral("\\A[^[:cntrl:]\\s]([^[:cntrl:]]{0,98}[^[:cntrl:]\\s])?\\z"));
    const QString text = m_parser.value(QStringLiteral("lock"));
    if (number.match(text).hasMatch()) {
        bool ok = false;
        m_lockId = text.toInt(&ok);
        if (!ok)
            m_problems.append(QStringLiteral("--lock is \"%1\". Use a whole number that fits 32 bits.").arg(text));
        config->setLockId(*m_lockId);
    } else if (name.match(text).hasMatch()) {
        m_lockName = text;
    } else {
        m_problems.append(
            QStringLiteral("--lock is \"%1\". Use a whole number, or a name of 1 to 100 characters without "
                           "a blank at its ends.")
                .arg(text));
    }
}

ElectorConfig CommandLine::config()
{
    ElectorConfig config = ElectorConfig::fromEnvironment();
    const auto ifSet = [this](const char *name, auto use) {
        if (const QString option = QString::fromLatin1(name); m_parser.isSet(option))
            use(option);
    };
    if (m_options & Connection) {
        ifSet("dsn", [&](const QString &option) { config.setConnection(m_parser.value(option)); });
        ifSet("schema", [&](const QString &option) { config.setSchema(m_parser.value(option)); });
    }
    readLock(&config);
    if (m_options & Timing) {
        ifSet("lease",
              [&](const QString &option) { config.setLeaseDuration(duration(option, config.leaseDuration())); });
        ifSet("renewal-interval",
              [&](const QString &option) { config.setRenewalInterval(duration(option, config.renewalInterval())); });
        ifSet("jitter", [&](const QString &option) { config.setJitterRange(duration(option, config.jitterRange())); });
        ifSet("instance-id", [&](const QString &option) { config.setInstanceId(m_parser.value(option)); });
    }
    return config;
}

} // namespace Elector
