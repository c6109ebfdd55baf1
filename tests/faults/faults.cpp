// SPDX-License-Identifier: MIT
// Plays faults on real processes without a test around them. See Usage.
#include "faults/play.h"

#include <QtCore/QCoreApplication>

#include <cstdio>

using namespace Elector::Faults;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *Usage
    = R"(usage: faults --list                        the faults: name, what is done, what is expected, how often a soak plays it, separated
                                            by tabs
       faults NAME [--times N] [--seed N]   plays one of them, N times in one room
       faults mixture [--seconds N] [--seed N]   plays those that need nothing special at random

Prints what happened, lines of a name, a tab and a number. The exit code is 0 if everything held; 1 with words if not; 3 if
too little happened for it to show anything; 77 with words if this machine has not what the fault needs.
)";

int say(const Outcome &outcome)
{
    for (const auto &[name, number] : outcome.counts)
        std::printf("%s\t%lld\n", qPrintable(name), static_cast<long long>(number));
    for (const QString &line : outcome.violations)
        std::fprintf(stderr, "%s\n", qPrintable(line));
    if (!outcome.notAvailable.isEmpty())
        std::fprintf(stderr, "SKIPPED: %s\n", qPrintable(outcome.notAvailable));
    return outcome.exitCode();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto number = [&](const QString &option, quint64 fallback) {
        const qsizetype at = arguments.indexOf(option);
        return at > 0 ? arguments.value(at + 1).toULongLong() : fallback;
    };
    const QString name = arguments.value(1);
    if (name == u"--list"_s) {
        for (const Scenario &scenario : allFaults())
            std::printf("%s\t%s\t%s\t%d\n", scenario.name, scenario.fault, scenario.expected, scenario.soaked);
        return 0;
    }
    const quint64 seed = number(u"--seed"_s, 1);
    if (name == u"mixture"_s)
        return say(playMixture(seed, std::chrono::seconds(number(u"--seconds"_s, 60))));
    for (const Scenario &scenario : allFaults()) {
        if (name == QLatin1String(scenario.name))
            return say(play(scenario, seed, static_cast<int>(number(u"--times"_s, 1))));
    }
    std::fputs(Usage, stderr);
    return 2;
}
