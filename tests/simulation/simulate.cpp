// SPDX-License-Identifier: MIT
// Plays schedules of the simulation without a test around them. See Usage.
#include "simulation/schedule.h"
#include "simulation/shrinking.h"

#include <cstdio>
#include <optional>

using namespace Elector::Simulation;

namespace {

constexpr const char *Usage = R"(usage: simulate FIRST COUNT   plays COUNT schedules from seed FIRST on
       simulate SEED         prints one schedule, as it was drawn

Prints what happened, a line of a name and a number for each. A schedule that fails is shrunk and printed, and the exit
code is 1; it is 3 if too little happened for the schedules to prove anything.
)";

void print(const QStringList &lines, std::FILE *where = stdout)
{
    for (const QString &line : lines)
        std::fprintf(where, "%s\n", qPrintable(line));
}

std::optional<std::uint64_t> number(const char *text)
{
    bool ok = false;
    const quint64 value = QByteArray(text).toULongLong(&ok);
    return ok ? std::optional<std::uint64_t>(value) : std::nullopt;
}

int printOne(std::uint64_t seed)
{
    const Plan plan = Plan::draw(seed);
    const Schedule::Result result = Schedule::run(plan, true);
    print(plan.text() + result.trace);
    if (result.violation.isEmpty())
        return 0;
    std::fprintf(stderr, "%s\n", qPrintable(result.violation));
    return 1;
}

int play(std::uint64_t first, std::uint64_t count)
{
    Tally tally;
    for (std::uint64_t seed = first; seed < first + count; ++seed) {
        const Schedule::Result result = Schedule::run(Plan::draw(seed));
        tally += result.tally;
        if (!result.violation.isEmpty()) {
            print(explainFailure(seed), stderr);
            return 1;
        }
    }
    print(tally.lines());
    const QStringList shortages = tally.shortages(count);
    print(shortages, stderr);
    return shortages.isEmpty() ? 0 : 3;
}

} // namespace

int main(int argc, char **argv)
{
    const auto first = argc > 1 ? number(argv[1]) : std::nullopt;
    if (argc == 2 && first)
        return printOne(*first);
    const auto count = argc == 3 ? number(argv[2]) : std::nullopt;
    if (first && count)
        return play(*first, *count);
    std::fputs(Usage, stderr);
    return 2;
}
