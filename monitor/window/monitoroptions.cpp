// SPDX-License-Identifier: MIT
#include "monitoroptions.h"

#include "language.h"

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

// Without an application object the parser does not know the program's name.
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

ParsedCommandLine parseCommandLine(const QStringList &arguments)
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
    const QCommandLineOption schema(QStringLiteral("schema"), Words::tr("Schema of leader_lease (default: public)."),
                                    Words::tr("name"), QStringLiteral("public"));
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
    parser.addOptions({dsn, schema, interval, readOnly, appearance, language, help, version});

    if (!parser.parse(arguments))
        return refused(parser.errorText());
    if (parser.isSet(help))
        return {ParsedCommandLine::PrintAndLeave, {}, helpOf(parser)};
    if (parser.isSet(version))
        return {ParsedCommandLine::PrintAndLeave, {}, QStringLiteral("elector-monitor " ELECTOR_VERSION "\n")};
    if (!parser.positionalArguments().isEmpty())
        return refused(Words::tr("\"%1\" is not an option. An address is given with --dsn.")
                           .arg(parser.positionalArguments().constFirst()));

    ParsedCommandLine parsed;
    MonitorOptions &options = parsed.options;
    ElectorError error;
    const QString address = parser.isSet(dsn) ? parser.value(dsn) : qEnvironmentVariable("ELECTOR_DSN");
    if (parser.isSet(dsn) || !address.isEmpty())
        options.connection = ConnectionParameters::fromString(address, &error);
    if (error)
        return refused(error.message());
    options.schema = parser.value(schema);
    error = Schema::checkName(options.schema);
    if (error)
        return refused(error.message());
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
