// SPDX-License-Identifier: MIT
#include "monitoroptions.h"

#include "language.h"
#include "servicefiletext.h"

#include <Elector/connectionsecurity.h>
#include <Elector/duration.h>
#include <Elector/schema.h>

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cstring>

namespace Elector {

using namespace std::chrono;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Elector::MonitorOptions)
};

ParsedCommandLine refused(const QString &text)
{
    ParsedCommandLine parsed;
    parsed.result = ParsedCommandLine::Refused;
    parsed.text = text;
    return parsed;
}

// Without an application object the parser does not know the program's name; tests have none.
QString helpOf(const QCommandLineParser &parser)
{
    return parser.helpText().replace(QStringLiteral("<executable_name>"), QStringLiteral("elector-monitor"));
}

void overwrite(char *argument, const ConnectionParameters &parameters)
{
    const size_t size = std::strlen(argument);
    const QByteArray shown = parameters.description().toLocal8Bit();
    std::memset(argument, 0, size);
    std::memcpy(argument, shown.constData(), std::min(size, size_t(shown.size())));
}

/// The names as one list for a sentence.
QString listed(const QStringList &names)
{
    return names.isEmpty() ? Words::tr("none") : names.join(QStringLiteral(", "));
}

QString takeService(const QString &name, ConnectionParameters *connection)
{
    const ServiceFile file(LibpqEnvironment::current());
    const Service *service = file.find(name);
    if (!service)
        return Words::tr("No service file has a service “%1”. Known are: %2.").arg(name, listed(file.names()));
    if (service->problem.kind != ServiceFileProblem::None)
        return serviceFileSentence(service->problem);
    connection->set(QStringLiteral("service"), name);
    return {};
}

/// The first profile that is named is the one in front.
QString takeProfile(const QString &name, const ProfileStore::Contents &known, MonitorOptions *options)
{
    QStringList names;
    for (const ConnectionProfile &profile : known.profiles) {
        names.append(profile.name);
        if (profile.name != name)
            continue;
        if (options->profile) {
            options->further.append(profile);
            return {};
        }
        options->profile = profile;
        options->connection = profile.parameters();
        options->schemas = profile.schemas;
        return {};
    }
    const QString problem = Words::tr("There is no profile “%1”. Known are: %2.").arg(name, listed(names));
    return known.problems.isEmpty() ? problem : problem + QLatin1Char(' ') + known.problems.join(QLatin1Char(' '));
}

/// Where to connect to, and by whose say; returns what is wrong.
QString takeConnection(const QString &dsn, const QString &service, QStringList profiles,
                       const ProfileStore::Contents &known, ParsedCommandLine *parsed)
{
    MonitorOptions &options = parsed->options;
    profiles.removeDuplicates();
    if (!profiles.isEmpty() && !(dsn.isNull() && service.isNull()))
        return Words::tr("--profile says all about the connection: leave out --dsn and --service.");
    if (!dsn.isNull() && !service.isNull())
        return Words::tr("--dsn and --service exclude each other: use --service alone, or write service=%1 into the "
                         "address.")
            .arg(service);
    QString problem;
    if (!profiles.isEmpty()) {
        for (qsizetype i = 0; i < profiles.size() && problem.isEmpty(); ++i)
            problem = takeProfile(profiles.at(i), known, &options);
    } else if (!service.isNull()) {
        problem = takeService(service, &options.connection);
    } else {
        const QString address = dsn.isNull() ? qEnvironmentVariable("ELECTOR_DSN") : dsn;
        ElectorError error;
        if (!dsn.isNull() || !address.isEmpty())
            options.connection = ConnectionParameters::fromString(address, &error);
        if (error)
            problem = error.message();
        else if (!dsn.isNull() && options.connection.hasPassword())
            parsed->warning = Words::tr("a password on the command line stays in the shell's history; better are "
                                        ".pgpass, or a profile with --profile.");
    }
    options.connection = withSafeTls(options.connection, LibpqEnvironment::current());
    return problem;
}

/// What stands between the window and the server; a profile says that by itself.
QString takePooling(const QString &given, MonitorOptions *options)
{
    if (options->profile)
        return given.isNull() ? QString() : Words::tr("--profile says all about the connection: leave out --pooling.");
    const QString kind = given.isNull() ? qEnvironmentVariable("ELECTOR_POOLING") : given;
    if (kind == QLatin1StringView("transaction"))
        options->connection.setPooling(Pooling::Transaction);
    else if (kind != QLatin1StringView("session") && !(given.isNull() && kind.isEmpty()))
        return Words::tr("The pooling “%1” is not known: session or transaction.").arg(kind);
    return {};
}

} // namespace

void blankPasswords(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        char *value = nullptr;
        for (const char *option : {"--dsn", "-dsn"}) {
            const size_t length = std::strlen(option);
            if (std::strncmp(argv[i], option, length) != 0)
                continue;
            if (argv[i][length] == '=')
                value = argv[i] + length + 1;
            else if (argv[i][length] == '\0' && i + 1 < argc)
                value = argv[i + 1];
        }
        if (!value)
            continue;
        ElectorError error;
        const ConnectionParameters parameters = ConnectionParameters::fromString(QString::fromLocal8Bit(value), &error);
        if (parameters.hasPassword() || error) // what cannot be read may hold one as well
            overwrite(value, parameters);
    }
}

QString languageFor(const QStringList &arguments)
{
    const QString option = QStringLiteral("--language");
    QString language = Language::remembered();
    for (qsizetype i = 1; i < arguments.size() && arguments.at(i) != QLatin1StringView("--"); ++i) {
        QString code;
        if (arguments.at(i) == option)
            code = arguments.value(++i);
        else if (arguments.at(i).startsWith(option + QLatin1Char('=')))
            code = arguments.at(i).mid(option.size() + 1);
        if (!code.isEmpty() && Language::isKnown(code))
            language = code;
    }
    return language;
}

ParsedCommandLine parseCommandLine(const QStringList &arguments, const ProfileStore::Contents &known)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Words::tr("A window on the leases in a PostgreSQL database: who leads, for how "
                                               "long, and a safe way to take a lock back."));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, Words::tr("Show this help."));
    const QCommandLineOption version({QStringLiteral("v"), QStringLiteral("version")}, Words::tr("Show the version."));
    const QCommandLineOption dsn(QStringLiteral("dsn"),
                                 Words::tr("Where to connect: postgresql://user@host/database or \"host=… dbname=…\". "
                                           "Without it ELECTOR_DSN or the PG… environment variables decide."),
                                 Words::tr("address"));
    const QCommandLineOption service(QStringLiteral("service"),
                                     Words::tr("Connect to a service of libpq's service file instead."),
                                     Words::tr("name"));
    const QCommandLineOption pooling(QStringLiteral("pooling"),
                                     Words::tr("session, or transaction for a pooler that lends sessions (default: "
                                               "ELECTOR_POOLING, or session)."),
                                     Words::tr("kind"));
    const QCommandLineOption profile(QStringLiteral("profile"),
                                     Words::tr("Connect as saved under this name in the window instead; "
                                               "may be repeated, for several databases at once."),
                                     Words::tr("name"));
    const QCommandLineOption schema(
        QStringLiteral("schema"),
        Words::tr("Schema of leader_lease; may be repeated (default: that of the profile, or public)."),
        Words::tr("name"));
    const QCommandLineOption interval(
        QStringLiteral("interval"),
        Words::tr("How often rows are read, such as 500ms, 2s or 1min (default: as last time, or 1s)."),
        Words::tr("duration"));
    const QCommandLineOption readOnly(QStringLiteral("read-only"), Words::tr("Only watch: nothing can be released."));
    const QCommandLineOption appearance(QStringLiteral("appearance"),
                                        Words::tr("system, light or dark (default: system)."), Words::tr("look"),
                                        QStringLiteral("system"));
    const QCommandLineOption language(
        QStringLiteral("language"),
        Words::tr(
            "The language of the window: en, de, es, ru or zh_CN (default: as chosen in the window, or the system's)."),
        Words::tr("code"));
    parser.addOptions(
        {dsn, service, pooling, profile, schema, interval, readOnly, appearance, language, help, version});

    if (!parser.parse(arguments))
        return refused(parser.errorText());
    if (parser.isSet(help))
        return {ParsedCommandLine::PrintAndLeave, {}, helpOf(parser), {}};
    if (parser.isSet(version))
        return {ParsedCommandLine::PrintAndLeave, {}, QStringLiteral("elector-monitor " ELECTOR_VERSION "\n"), {}};
    if (!parser.positionalArguments().isEmpty())
        return refused(Words::tr("\"%1\" is not an option. An address is given with --dsn.")
                           .arg(parser.positionalArguments().constFirst()));

    ParsedCommandLine parsed;
    MonitorOptions &options = parsed.options;
    const auto given = [&](const QCommandLineOption &option) {
        return parser.isSet(option) ? QStringLiteral("") + parser.value(option) : QString();
    };
    const QString problem = takeConnection(given(dsn), given(service), parser.values(profile), known, &parsed);
    if (!problem.isEmpty())
        return refused(problem);
    if (const QString unfit = takePooling(given(pooling), &options); !unfit.isEmpty())
        return refused(unfit);
    if (parser.isSet(schema))
        options.schemas = parser.values(schema);
    for (const QString &name : std::as_const(options.schemas)) {
        if (const ElectorError error = Schema::checkName(name))
            return refused(error.message());
    }
    options.schemas.removeDuplicates();
    if (options.profile)
        options.profile->schemas = options.schemas;
    if (!options.further.isEmpty() && parser.isSet(schema))
        return refused(Words::tr("--schema is for one connection: with several profiles, each has its own schemas."));
    if (parser.isSet(interval)) {
        options.interval = parseDuration(parser.value(interval));
        if (!options.interval)
            return refused(
                Words::tr("--interval %1 is not a duration: %2.").arg(parser.value(interval), durationSyntax()));
        if (*options.interval < 100ms || *options.interval > 1h)
            return refused(Words::tr("--interval %1 is out of range: 100ms to 60min.").arg(parser.value(interval)));
    }
    options.readOnly = parser.isSet(readOnly);
    const QString look = parser.value(appearance);
    if (look == QLatin1StringView("dark"))
        options.appearance = Appearance::Dark;
    else if (look == QLatin1StringView("light"))
        options.appearance = Appearance::Light;
    else if (look != QLatin1StringView("system"))
        return refused(Words::tr("--appearance %1 is not known: system, light or dark.").arg(look));
    if (parser.isSet(language)) {
        options.language = parser.value(language);
        if (options.language->isEmpty() || !Language::isKnown(*options.language))
            return refused(Words::tr("--language %1 is not known: en, de, es, ru or zh_CN.").arg(*options.language));
    }
    return parsed;
}

} // namespace Elector
