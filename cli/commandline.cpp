// SPDX-License-Identifier: MIT
#include "commandline.h"

#include "commandrunner.h"
#include "exitcodes.h"
#include "settingsfile.h"
#include "terminal.h"

#include <Elector/duration.h>

#include <QtCore/QFile>
#include <QtCore/QProcessEnvironment>
#include <QtCore/QRegularExpression>
#include <QtCore/QSettings>

#include <functional>
#include <memory>
#include <utility>

namespace Elector {

namespace {

/// stop-signal → ELECTOR_STOP_SIGNAL
QString variableOf(const QString &option)
{
    return QStringLiteral("ELECTOR_") + option.toUpper().replace(QLatin1Char('-'), QLatin1Char('_'));
}

/// stop-signal → stopSignal
QString keyOf(const QString &option)
{
    QString key;
    for (const QString &word : option.split(QLatin1Char('-')))
        key += key.isEmpty() ? word : word.left(1).toUpper() + word.mid(1);
    return key;
}

bool isNumber(const QString &text)
{
    static const QRegularExpression number(QStringLiteral("\\A[+-]?[0-9]+\\z"));
    return number.match(text).hasMatch();
}

bool fits32Bits(const QString &number)
{
    bool ok = false;
    number.toInt(&ok);
    return ok;
}

QString wrongLock(const QString &label, const QString &text)
{
    return QStringLiteral("%1 is \"%2\". Use a whole number that fits 32 bits, or a name of 1 to 100 characters "
                          "without a blank at its ends.")
        .arg(label, text);
}

/// The same settings without some, in memory alone.
std::unique_ptr<QSettings> without(const QSettings &settings, const QStringList &keys)
{
    static const QSettings::Format nowhere = QSettings::registerFormat(
        QStringLiteral("nowhere"), [](QIODevice &, QSettings::SettingsMap &) { return true; },
        [](QIODevice &, const QSettings::SettingsMap &) { return true; });
    auto rest = std::make_unique<QSettings>(QString(), nowhere);
    for (const QString &key : settings.allKeys()) {
        if (!keys.contains(key))
            rest->setValue(key, settings.value(key));
    }
    return rest;
}

} // namespace

bool CommandLine::isLockName(const QString &text)
{
    static const QRegularExpression name(QStringLiteral("\\A[^[:cntrl:]\\s]([^[:cntrl:]]{0,98}[^[:cntrl:]\\s])?\\z"));
    return !isNumber(text) && name.match(text).hasMatch();
}

CommandLine::CommandLine(int options, const QString &usage, const QString &description)
    : m_options(options)
    , m_usage(usage)
{
    m_parser.setApplicationDescription(description);
}

void CommandLine::addSetting(const QCommandLineOption &option)
{
    m_parser.addOption(option);
    m_settings.append(option.names().last());
    if (option.valueName().isEmpty())
        m_switches.append(option.names().last());
}

/// Those of many commands come behind a command's own.
void CommandLine::addSharedOptions()
{
    const auto add = [this](const char *name, const char *help, const char *value) {
        m_parser.addOption({QString::fromLatin1(name), QString::fromUtf8(help), QString::fromLatin1(value)});
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
    m_parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Shows this help.")});
}

std::optional<int> CommandLine::parse(const QStringList &arguments, int usageExitCode)
{
    addSharedOptions();
    if (!m_parser.parse(QStringList(QStringLiteral("elector")) + arguments.mid(1))) {
        QString problem = m_parser.errorText();
        if (!problem.endsWith(QLatin1Char('.')))
            problem += QLatin1Char('.');
        Terminal::complain(problem + QStringLiteral(" Try: elector ") + arguments.value(0) + QStringLiteral(" --help"));
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
    const auto value = readDuration(option, fallback);
    if (option == QLatin1String("grace") && m_parser.isSet(option) && m_problems.isEmpty()) {
        if (const auto problem = problemOfGrace(label(option), value, m_config))
            m_problems.append(problem->message());
    }
    return value;
}

std::optional<ElectorError> CommandLine::problemOfGrace(const QString &label, std::chrono::milliseconds grace,
                                                        ElectorConfig config)
{
    config.setGrace({});
    if (!config.problems().isEmpty())
        return std::nullopt; // not that of the grace
    const auto margin = CommandRunner::killMarginOf(config.leaseDuration());
    config.setGrace(grace + margin);
    const QList<ElectorError> problems = config.problems();
    if (problems.isEmpty())
        return std::nullopt;
    ElectorError problem = problems.constFirst();
    problem.text = QStringLiteral("%1 is %2, and %3 more are kept for the kill. ")
                       .arg(label, formatDuration(grace), formatDuration(margin))
        + problem.text;
    return problem;
}

std::chrono::milliseconds CommandLine::readDuration(const QString &option, std::chrono::milliseconds fallback)
{
    // Not isSet(): not every command has the option.
    if (!m_parser.optionNames().contains(option) && !fromElsewhere(option))
        return fallback;
    const QString text = this->value(option);
    const auto value = parseDuration(text);
    if (!value)
        m_problems.append(QStringLiteral("%1 is \"%2\". Use %3.").arg(label(option), text, durationSyntax()));
    return value.value_or(fallback);
}

ElectorConfig CommandLine::fileSettings()
{
    if (!m_parser.isSet(QStringLiteral("config")))
        return {};
    // Those of `elector run` alone are no mistake where another command reads the same file.
    static const QStringList ofRun{
        QStringLiteral("once"),         QStringLiteral("oncePer"),    QStringLiteral("restart"),
        QStringLiteral("restartPause"), QStringLiteral("stopSignal"), QStringLiteral("holdAfterCrash"),
        QStringLiteral("metadata"),     QStringLiteral("address"),    QStringLiteral("onGained"),
        QStringLiteral("onLost"),       QStringLiteral("hookLimit"),  QStringLiteral("health"),
        QStringLiteral("createLock"),   QStringLiteral("verbose")};
    static const QStringList known = QStringList{QStringLiteral("leaseDuration"),
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
                                                 QStringLiteral("pooling")}
        + ofRun;
    const QString path = m_parser.value(QStringLiteral("config"));
    // QSettings takes a file that is missing for an empty one.
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_problems.append(
            QStringLiteral("The file \"%1\" of --config cannot be read: %2.").arg(path, file.errorString()));
        return {};
    }
    if (file.isSequential()) {
        m_problems.append(
            QStringLiteral("\"%1\" of --config is a pipe or a device. Write the settings into a file.").arg(path));
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
    if (const QStringList altered = alteredValues(file.readAll(), settings); !altered.isEmpty()) {
        m_problems += altered;
        return {};
    }
    for (const QString &option : std::as_const(m_settings)) {
        if (const QString key = keyOf(option); settings.contains(key))
            m_fromFile.insert(option, settings.value(key).toStringList().join(QLatin1Char(',')));
    }
    const QString lock = settings.value(QStringLiteral("lockId")).toString();
    const bool isNamed = isLockName(lock);
    if (isNamed)
        m_lockName = lock;
    const auto withoutName = isNamed ? without(settings, {QStringLiteral("lockId")}) : nullptr;
    ElectorConfig config = ElectorConfig::fromSettings(withoutName ? *withoutName : settings);
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

/// A number, or a name.
void CommandLine::readLock(ElectorConfig *config)
{
    if (!(m_options & (Lock | NamedLock | MaybeLock)))
        return;
    if (!m_parser.isSet(QStringLiteral("lock"))) {
        if (!(m_options & Lock))
            m_lockName.clear();
        else if (m_lockName.isEmpty())
            m_lockId = config->lockId();
        if (m_options & NamedLock)
            m_problems.append(QStringLiteral("--lock is missing. Say which lock, by its number or its name."));
        return;
    }
    m_lockName.clear();
    takeLock(m_parser.value(QStringLiteral("lock")), QStringLiteral("--lock"), config);
}

void CommandLine::takeLock(const QString &text, const QString &label, ElectorConfig *config)
{
    if (isNumber(text)) {
        m_lockId = text.toInt();
        config->setLockId(*m_lockId);
        if (!fits32Bits(text))
            m_problems.append(wrongLock(label, text));
    } else if (isLockName(text)) {
        m_lockName = text;
    } else {
        m_problems.append(wrongLock(label, text));
    }
}

/// The environment as it is, except for the lock, if that is given by its name or is that of the program we run in.
QProcessEnvironment CommandLine::environment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QString variable = QStringLiteral("ELECTOR_LOCK_ID");
    const QString ofProgram = environment.value(QStringLiteral("ELECTOR_LOCK"));
    if (!(m_options & Timing) && !ofProgram.isEmpty())
        environment.insert(variable, ofProgram);
    if (environment.contains(variable))
        m_lockName.clear(); // that of the file
    if (isLockName(environment.value(variable))) {
        m_lockName = environment.value(variable);
        environment.remove(variable);
    } else if (const QString text = environment.value(variable);
               environment.contains(variable) && (m_options & Lock) && !fits32Bits(text)) {
        if (!m_parser.isSet(QStringLiteral("lock")))
            m_problems.append(wrongLock(QStringLiteral("The environment variable ") + variable, text));
        environment.remove(variable);
    }
    return environment;
}

// ---- options that are settings ----------------------------------------------------------------------------------

std::optional<QString> CommandLine::fromElsewhere(const QString &option) const
{
    if (!m_settings.contains(option))
        return std::nullopt;
    if (const QString variable = variableOf(option); qEnvironmentVariableIsSet(variable.toLatin1().constData()))
        return qEnvironmentVariable(variable.toLatin1().constData());
    const auto found = m_fromFile.constFind(option);
    return found != m_fromFile.constEnd() ? std::optional(*found) : std::nullopt;
}

bool CommandLine::isSet(const QString &option) const
{
    if (m_parser.isSet(option))
        return true;
    const std::optional<QString> text = fromElsewhere(option);
    if (!text || !m_switches.contains(option))
        return text.has_value();
    return text->toLower() == QLatin1String("true") || *text == QLatin1String("1");
}

QString CommandLine::value(const QString &option) const
{
    return m_parser.optionNames().contains(option) ? m_parser.value(option) : fromElsewhere(option).value_or(QString());
}

QString CommandLine::label(const QString &option) const
{
    if (m_parser.isSet(option) || !m_settings.contains(option))
        return QStringLiteral("--") + option;
    if (const QString variable = variableOf(option); qEnvironmentVariableIsSet(variable.toLatin1().constData()))
        return QStringLiteral("The environment variable ") + variable;
    return m_fromFile.contains(option) ? QStringLiteral("The setting \"%1\"").arg(keyOf(option))
                                       : QStringLiteral("--") + option;
}

void CommandLine::checkSwitches()
{
    for (const QString &option : std::as_const(m_switches)) {
        const QString word = m_parser.isSet(option) ? QString() : fromElsewhere(option).value_or(QString()).toLower();
        static const QStringList known{QString(), QStringLiteral("true"), QStringLiteral("1"), QStringLiteral("false"),
                                       QStringLiteral("0")};
        if (!known.contains(word))
            m_problems.append(QStringLiteral("%1 is \"%2\". Use true or false.").arg(label(option), word));
    }
}

QStringList CommandLine::unknownVariables() const
{
    QStringList known{QStringLiteral("ELECTOR_LOCK"),
                      QStringLiteral("ELECTOR_TERM"),
                      QStringLiteral("ELECTOR_LEADER_ID"),
                      QStringLiteral("ELECTOR_REASON"),
                      QStringLiteral("ELECTOR_LEASE_DURATION"),
                      QStringLiteral("ELECTOR_RENEWAL_INTERVAL"),
                      QStringLiteral("ELECTOR_JITTER_RANGE"),
                      QStringLiteral("ELECTOR_ATTEMPT_TIMEOUT"),
                      QStringLiteral("ELECTOR_STOP_TIMEOUT"),
                      QStringLiteral("ELECTOR_GRACE"),
                      QStringLiteral("ELECTOR_EPSILON"),
                      QStringLiteral("ELECTOR_DELTA"),
                      QStringLiteral("ELECTOR_LOCK_ID"),
                      QStringLiteral("ELECTOR_SCHEMA"),
                      QStringLiteral("ELECTOR_DSN"),
                      QStringLiteral("ELECTOR_CREATE_TABLE_ON_INIT"),
                      QStringLiteral("ELECTOR_INSTANCE_ID"),
                      QStringLiteral("ELECTOR_POOLING")};
    for (const QString &option : m_settings)
        known.append(variableOf(option));
    QStringList unknown;
    for (const QString &variable : QProcessEnvironment::systemEnvironment().keys()) {
        if (variable.startsWith(QLatin1String("ELECTOR_")) && !known.contains(variable))
            unknown.append(variable);
    }
    return unknown;
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
    const ElectorConfig file = fileSettings();
    ElectorConfig config = ElectorConfig::fromEnvironment(environment(), file);
    checkSwitches();
    const auto ifSet = [this](const char *name, auto use) {
        if (const QString option = QString::fromLatin1(name); m_parser.isSet(option))
            use(option);
    };
    if (m_options & Connection) {
        ifSet("dsn", [&](const QString &option) {
            if (m_parser.value(option).trimmed().isEmpty())
                m_problems.append(QStringLiteral("--dsn is empty, as from a variable that is not set. Say where "
                                                 "PostgreSQL is, or leave it out for libpq's environment."));
            config.setConnection(m_parser.value(option));
        });
        ifSet("pooling", [&](const QString &option) { readPooling(m_parser.value(option), &config); });
        ifSet("schema", [&](const QString &option) { config.setSchema(m_parser.value(option)); });
    }
    readLock(&config);
    if (m_options & Timing)
        readTiming(&config);
    m_config = config;
    return config;
}

} // namespace Elector
