// SPDX-License-Identifier: MIT

// How fast leadership moves, and what it costs to keep.
#include "electionroom.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>

#include <cstdio>

using namespace Elector;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption quick(u"quick"_s, u"Fewer samples."_s);
    const QCommandLineOption json(u"json"_s, u"JSON instead of a table."_s);
    const QCommandLineOption table(u"table"_s, u"The table into a file as well."_s, u"file"_s);
    const QCommandLineOption only(
        u"only"_s, u"Only this part: hand-over, take-over, start, renewal, is-leader, many-locks."_s, u"part"_s);
    parser.addOptions({quick, json, table, only});
    parser.process(application);

    struct Part
    {
        const char *name;
        void (*measure)(ElectionRoom *, Report *, bool);
    };
    static constexpr Part parts[]
        = {{"hand-over", measureHandOver}, {"take-over", measureTakeOver}, {"start", measureStart},
           {"renewal", measureRenewal},    {"is-leader", measureIsLeader}, {"many-locks", measureManyLocks}};
    ElectionRoom room;
    if (!room.start(100)) {
        std::fprintf(stderr, "election: %s\n", qPrintable(room.errorString()));
        return 1;
    }
    Report report;
    for (const Part &part : parts) {
        if (parser.isSet(only) && parser.value(only) != QLatin1StringView(part.name))
            continue;
        std::fprintf(stderr, "%s…\n", part.name);
        if (!room.newDatabase()) {
            std::fprintf(stderr, "election: %s\n", qPrintable(room.errorString()));
            return 1;
        }
        part.measure(&room, &report, parser.isSet(quick));
    }
    report.print(parser.isSet(json));
    if (parser.isSet(table) && !report.save(parser.value(table)))
        return 1;
    return 0;
}
