// SPDX-License-Identifier: MIT
#include "config/electorconfigdata_p.h"

#include <Elector/duration.h>

#include <QtCore/QProcessEnvironment>
#include <QtCore/QSettings>
#include <QtSql/QSqlDatabase>

#include <functional>

namespace Elector {

/// Reads settings by name from somewhere; what cannot be read is kept as a problem, and the default stays.
class ConfigReader
{
public:
    struct Source
    {
        std::function<std::optional<QString>(const QString &name)> value; ///< by the name of the setting
        std::function<std::optional<ElectorConfig::Duration>(const QString &text)> duration;
        QString durationSyntax;
        std::function<QString(const QString &name)> label; ///< how the user calls it
    };

    explicit ConfigReader(Source source, const ElectorConfig &base = {})
        : m_source(std::move(source))
        , m_config(base)
    {
    }

    ElectorConfig read()
    {
        duration(QStringLiteral("leaseDuration"), [this](auto value) { m_config.setLeaseDuration(value); });
        duration(QStringLiteral("renewalInterval"), [this](auto value) { m_config.setRenewalInterval(value); });
        duration(QStringLiteral("jitterRange"), [this](auto value) { m_config.setJitterRange(value); });
        duration(QStringLiteral("attemptTimeout"), [this](auto value) { m_config.setAttemptTimeout(value); });
        duration(QStringLiteral("stopTimeout"), [this](auto value) { m_config.setStopTimeout(value); });
        duration(QStringLiteral("grace"), [this](auto value) { m_config.setGrace(value); });
        duration(QStringLiteral("delta"), [this](auto value) { m_config.setDelta(value); });
        read(QStringLiteral("epsilon"), QStringLiteral("a number such as 0.1"), [this](const QString &text) {
            bool ok = false;
            const double value = text.toDouble(&ok);
            if (ok)
                m_config.setEpsilon(value);
            return ok;
        });
        read(QStringLiteral("lockId"), QStringLiteral("a whole number that fits 32 bits"), [this](const QString &text) {
            bool ok = false;
            const int value = text.toInt(&ok);
            if (ok)
                m_config.setLockId(value);
            return ok;
        });
        read(QStringLiteral("createTableOnInit"), QStringLiteral("true or false"), [this](const QString &text) {
            const QString word = text.toLower();
            const bool yes = word == QLatin1String("true") || word == QLatin1String("1");
            const bool readable = yes || word == QLatin1String("false") || word == QLatin1String("0");
            if (readable)
                m_config.setCreateTableOnInit(yes);
            return readable;
        });
        read(QStringLiteral("schema"), {}, [this](const QString &text) { return m_config.setSchema(text), true; });
        read(QStringLiteral("instanceId"), {},
             [this](const QString &text) { return m_config.setInstanceId(text), true; });
        read(QStringLiteral("dsn"), {}, [this](const QString &text) { return m_config.setConnection(text), true; });
        read(QStringLiteral("pooling"), QStringLiteral("session or transaction"), [this](const QString &text) {
            const bool isTransaction = text == QLatin1String("transaction");
            m_config.setPooling(isTransaction ? Pooling::Transaction : Pooling::Session);
            return isTransaction || text == QLatin1String("session");
        });
        return m_config;
    }

    static void addProblem(ElectorConfig &config, const QString &text, const QString &remedy)
    {
        config.d->rest->sourceProblems.append({ErrorCode::Configuration, text, remedy, {}});
    }

private:
    template <typename Use> void read(const QString &name, const QString &expected, Use use)
    {
        const auto text = m_source.value(name);
        if (text && !use(*text))
            addProblem(m_config, QStringLiteral("%1 is \"%2\".").arg(m_source.label(name), *text),
                       QStringLiteral("Use %1.").arg(expected));
    }

    template <typename Set> void duration(const QString &name, Set set)
    {
        read(name, m_source.durationSyntax, [&](const QString &text) {
            const auto value = m_source.duration(text);
            if (value)
                set(*value);
            return value.has_value();
        });
    }

    Source m_source;
    ElectorConfig m_config;
};

namespace {

/// leaseDuration → ELECTOR_LEASE_DURATION
QString environmentName(const QString &name)
{
    QString result = QStringLiteral("ELECTOR_");
    for (const QChar character : name) {
        if (character.isUpper())
            result += QLatin1Char('_');
        result += character.toUpper();
    }
    return result;
}

/// An INI file makes a list of a value with commas, such as several hosts.
QString textOf(const QVariant &value)
{
    return value.typeId() == QMetaType::QStringList ? value.toStringList().join(QLatin1Char(',')) : value.toString();
}

} // namespace

ElectorConfig ElectorConfig::fromSettings(QSettings &settings)
{
    ConfigReader reader({
        [&settings](const QString &name) -> std::optional<QString> {
            if (!settings.contains(name))
                return std::nullopt;
            return textOf(settings.value(name));
        },
        [](const QString &text) -> std::optional<Duration> {
            bool ok = false;
            const qlonglong value = text.toLongLong(&ok);
            if (!ok)
                return parseDuration(text);
            // As far as parseDuration() goes; beyond it lies nothing but overflow.
            return value >= 0 && Duration(value) <= std::chrono::hours(10'000) ? std::optional(Duration(value))
                                                                               : std::nullopt;
        },
        QStringLiteral("a whole number of milliseconds, or a time such as 10s"),
        [](const QString &name) { return QStringLiteral("The setting \"%1\"").arg(name); },
    });
    ElectorConfig config = reader.read();
    ConnectionParameters connection = config.connection();
    settings.beginGroup(QStringLiteral("connection"));
    const QStringList keywords = settings.childKeys();
    for (const QString &keyword : keywords)
        connection.set(keyword, textOf(settings.value(keyword)));
    settings.endGroup();
    if (connection.hasPassword()) {
        connection.set(QStringLiteral("password"), {});
        connection.set(QStringLiteral("sslpassword"), {});
        ConfigReader::addProblem(config, QStringLiteral("The settings contain a password."),
                                 QStringLiteral("Remove it, and use .pgpass, a libpq service file or PGPASSWORD."));
    }
    if (connection != config.connection()) {
        const ElectorError parseProblem = config.d->rest->connectionProblem;
        config.setConnection(connection);
        config.d->rest->connectionProblem = parseProblem;
    }
    return config;
}

ElectorConfig ElectorConfig::fromEnvironment(const QProcessEnvironment &environment)
{
    return fromEnvironment(environment, ElectorConfig());
}

ElectorConfig ElectorConfig::fromEnvironment(const QProcessEnvironment &environment, const ElectorConfig &base)
{
    ConfigReader reader({
                            [&environment](const QString &name) -> std::optional<QString> {
                                const QString variable = environmentName(name);
                                return environment.contains(variable) ? std::optional(environment.value(variable))
                                                                      : std::nullopt;
                            },
                            [](const QString &text) { return parseDuration(text); },
                            durationSyntax(),
                            [](const QString &name) {
                                return QStringLiteral("The environment variable %1").arg(environmentName(name));
                            },
                        },
                        base);
    return reader.read();
}

ElectorConfig ElectorConfig::fromEnvironment()
{
    return fromEnvironment(QProcessEnvironment::systemEnvironment());
}

ElectorConfig ElectorConfig::fromConnection(const QSqlDatabase &database)
{
    ElectorConfig config;
    if (database.driverName() != QLatin1String("QPSQL"))
        ConfigReader::addProblem(config,
                                 QStringLiteral("The connection uses the driver \"%1\".").arg(database.driverName()),
                                 QStringLiteral("Use a connection to PostgreSQL (QPSQL)."));
    config.setConnection(ConnectionParameters::fromDatabase(database));
    return config;
}

} // namespace Elector
