// SPDX-License-Identifier: MIT
#include "electionroom.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cstdio>

namespace Elector {

using namespace Qt::StringLiterals;

bool ElectionRoom::start(int maxConnections, const QStringList &conf, const QString &bin)
{
    PostgresServer::Options options;
    options.conf = QStringList{u"max_connections=%1"_s.arg(maxConnections), u"fsync=on"_s} + conf;
    options.bin = bin;
    if (m_server.start(options))
        return true;
    m_error = m_server.errorString();
    return false;
}

bool ElectionRoom::newDatabase(SchemaLevel level)
{
    m_database = m_server.createDatabase();
    const SqlResult result = exec(Schema::installSql(u"public"_s, level, m_server.majorVersion()));
    m_error = result.error;
    return !m_database.isEmpty() && result.ok;
}

ElectorConfig ElectionRoom::config(const QString &instanceId, std::chrono::milliseconds lease) const
{
    ElectorConfig config;
    config.setConnection(ConnectionParameters::fromString(dsn()));
    config.setInstanceId(instanceId);
    config.setLeaseDuration(lease);
    return config;
}

bool waitUntil(const std::function<bool()> &done, std::chrono::milliseconds limit)
{
    QEventLoop loop;
    QTimer poll;
    if (done) {
        QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
            if (done())
                loop.exit(0);
        });
        poll.start(std::chrono::milliseconds(5));
    }
    QTimer::singleShot(limit, &loop, [&] { loop.exit(1); });
    return (done && done()) || loop.exec() == 0;
}

int runParts(const std::vector<Part> &parts, int maxConnections)
{
    QStringList names;
    for (const Part &part : parts)
        names << QString::fromLatin1(part.name);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption quick(u"quick"_s, u"Fewer samples."_s);
    const QCommandLineOption json(u"json"_s, u"JSON instead of a table."_s);
    const QCommandLineOption table(u"table"_s, u"The table into a file as well."_s, u"file"_s);
    const QCommandLineOption only(u"only"_s, u"Only this part: %1."_s.arg(names.join(u", "_s)), u"part"_s);
    parser.addOptions({quick, json, table, only});
    parser.process(*QCoreApplication::instance());
    const QByteArray program = QCoreApplication::applicationName().toUtf8();
    if (parser.isSet(only) && !names.contains(parser.value(only))) {
        std::fprintf(stderr, "%s: --only wants one of: %s\n", program.constData(), qPrintable(names.join(u", "_s)));
        return 2;
    }
    ElectionRoom room;
    Report report;
    bool ok = room.start(maxConnections);
    for (const Part &part : parts) {
        const bool isWanted
            = parser.isSet(only) ? parser.value(only) == QLatin1StringView(part.name) : !part.onlyByName;
        if (!ok || !isWanted)
            continue;
        std::fprintf(stderr, "%s…\n", part.name);
        ok = room.newDatabase();
        if (ok)
            part.measure(&room, &report, parser.isSet(quick));
    }
    if (!ok) {
        std::fprintf(stderr, "%s: %s\n", program.constData(), qPrintable(room.errorString()));
        return 1;
    }
    report.print(parser.isSet(json));
    for (const QString &name : report.missing())
        std::fprintf(stderr, "%s: nothing was measured of: %s\n", program.constData(), qPrintable(name));
    const bool saved = !parser.isSet(table) || report.save(parser.value(table));
    return saved && report.missing().empty() ? 0 : 1;
}

} // namespace Elector
