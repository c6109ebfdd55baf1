// SPDX-License-Identifier: MIT
#include "commandline.h"

#include "exitcodes.h"
#include "terminal.h"

#include <Elector/duration.h>

#include <QtCore/QFile>
#include <QtCore/QProcessEnvironment>
#include <QtCore/QRegularExpression>
#include <QtCore/QSettings>

#include <functional>
#include <utility>

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
            "environment (PGHOST, PGSERVICE, .pgpass, …), or ELECTOR_DSN. Another machine is verified "
            "(sslmode=verify-full) unless an sslmode is set; sslrootcert names the CA. A password here is visible to "
            "others: put it into .pgpass.",
            "address");
        add("pooling",
            "transaction: through a pooler that lends a session of the server for each transaction, such as PgBouncer "
            "with "
            "pool_mode = transaction. Default: session, or ELECTOR_POOLING.",
            "session|transaction");
        add("schema", "The schema of leader_lease. Default: public.", "name");
        add("config", "Reads settings from an INI file; the environment and options count for more.", "file");
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
        add("attempt-timeout", "How long one statement may take before it is cut. Default: 1/6 of the lease.",
            "duration");
        add("stop-timeout", "How long giving the lease up at the end may take. Default: 1s.", "duration");
        add("delta", "Safety margin before the lease runs out. Default: 1/40 of the lease.", "duration");
        add("epsilon", "By how much the rates of two clocks may differ. Default: 0.1.", "rate");
        m_parser.addOption(
            {QStringLiteral("no-create-table"), QStringLiteral("Does not create the table if it is missing.")});
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

ElectorConfig CommandLine::fileSettings()
{
    if (!m_parser.isSet(QStringLiteral("config")))
        return {};
    static const QStringList known{QStringLiteral("leaseDuration"),
                                   QStringLiteral("renewalInterval"),
                                   QStringLiteral("jitterRange"),
                                   QStringLiteral("attemptTimeout"),
                                   QStringLiteral("stopTimeout"),
                                   QStringLiteral("grace"),
                                   QStringLiteral("epsilon"),
                                   QStringLiteral("delta"),
                                   QStringLiteral("lockId"),
                                   QStringLiteral("schema"),
                                   QStringLiteral("createTableOnInit"),
                                   QStringLiteral("instanceId"),
                                   QStringLiteral("dsn"),
                                   QStringLiteral("pooling")};
    const QString path = m_parser.value(QStringLiteral("config"));
    // QSettings takes a file that is missing for an empty one.
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_problems.append(
            QStringLiteral("The file \"%1\" of --config cannot be read: %2.").arg(path, file.errorString()));
        return {};
    }
    QSettings settings(path, QSettings::IniFormat);
    const QStringList keys = settings.allKeys();
    if (settings.status() != QSettings::NoError) {
        m_problems.append(
            QStringLiteral("\"%1\" is no INI file. Write a line \"leaseDuration=10000\" for each setting.").arg(path));
        return {};
    }
    for (const QString &key : keys) {
        if (!known.contains(key) && !key.startsWith(QLatin1String("connection/")))
            m_problems.append(
                QStringLiteral("There is no setting \"%1\", as in %2. There are %3, and connection/ with a keyword "
                               "of libpq.")
                    .arg(key, path, known.join(QStringLiteral(", "))));
    }
    ElectorConfig config = ElectorConfig::fromSettings(settings);
    if (!(m_options & Timing)) { // otherwise they are among those of the whole
        for (const ElectorError &problem : config.problems())
            m_problems.append(problem.message());
    }
    return config;
}

void CommandLine::readTiming(ElectorConfig *config)
{
    using Set = std::function<void(ElectorConfig::Duration)>;
    const std::pair<const char *, Set> durations[] = {
        {"lease", [config](auto value) { config->setLeaseDuration(value); }},
        {"renewal-interval", [config](auto value) { config->setRenewalInterval(value); }},
        {"jitter", [config](auto value) { config->setJitterRange(value); }},
        {"attempt-timeout", [config](auto value) { config->setAttemptTimeout(value); }},
        {"stop-timeout", [config](auto value) { config->setStopTimeout(value); }},
        {"delta", [config](auto value) { config->setDelta(value); }},
    };
    for (const auto &[name, set] : durations) {
        const QString option = QString::fromLatin1(name);
        if (!m_parser.isSet(option))
            continue;
        const qsizetype before = m_problems.size();
        const auto value = duration(option, {});
        if (m_problems.size() == before)
            set(value);
    }
    if (const QString option = QStringLiteral("epsilon"); m_parser.isSet(option)) {
        bool ok = false;
        const double value = m_parser.value(option).toDouble(&ok);
        if (ok)
            config->setEpsilon(value);
        else
            m_problems.append(
                QStringLiteral("--epsilon is \"%1\". Use a number such as 0.1.").arg(m_parser.value(option)));
    }
    if (m_parser.isSet(QStringLiteral("no-create-table")))
        config->setCreateTableOnInit(false);
    if (m_parser.isSet(QStringLiteral("instance-id")))
        config->setInstanceId(m_parser.value(QStringLiteral("instance-id")));
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

void CommandLine::readPooling(const QString &text, ElectorConfig *config)
{
    const bool isTransaction = text == QLatin1String("transaction");
    if (!isTransaction && text != QLatin1String("session"))
        m_problems.append(QStringLiteral("--pooling is \"%1\". Use session or transaction.").arg(text));
    config->setPooling(isTransaction ? Pooling::Transaction : Pooling::Session);
}

ElectorConfig CommandLine::config()
{
    ElectorConfig config = ElectorConfig::fromEnvironment(QProcessEnvironment::systemEnvironment(), fileSettings());
    const auto ifSet = [this](const char *name, auto use) {
        if (const QString option = QString::fromLatin1(name); m_parser.isSet(option))
            use(option);
    };
    if (m_options & Connection) {
        ifSet("dsn", [&](const QString &option) { config.setConnection(m_parser.value(option)); });
        ifSet("pooling", [&](const QString &option) { readPooling(m_parser.value(option), &config); });
        ifSet("schema", [&](const QString &option) { config.setSchema(m_parser.value(option)); });
    }
    readLock(&config);
    if (m_options & Timing)
        readTiming(&config);
    return config;
}

} // namespace Elector
