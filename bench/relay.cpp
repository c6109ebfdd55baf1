// SPDX-License-Identifier: MIT
#include "relay.h"

#include "electionroom.h"
#include "stamps.h"

#include <QtCore/QTemporaryDir>

#include <memory>
#include <utility>

namespace Elector {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Long enough for whoever follows to be there and to wait.
constexpr int jobMilliseconds = 350;

} // namespace

Relay::Relay(QStringList command, QProcessEnvironment environment, int waiting)
    : m_command(std::move(command))
    , m_environment(std::move(environment))
    , m_waiting(waiting)
{
}

std::vector<double> Relay::run(int rounds)
{
    const QTemporaryDir folder;
    const Stamps stamps(folder.filePath(u"log"_s));
    std::vector<std::unique_ptr<QProcess>> runners;
    const auto start = [&](QProcess *process) { stamps.start(process, m_command, m_environment, jobMilliseconds); };
    bool over = false;
    for (int i = 0; i < m_waiting; ++i) {
        runners.push_back(std::make_unique<QProcess>());
        QProcess *process = runners.back().get();
        QObject::connect(process, &QProcess::finished, process, [&, process] {
            // Not at once: that a program is being started is not to disturb what is measured.
            QTimer::singleShot(jobMilliseconds / 5, process, [&, process] {
                if (!over)
                    start(process);
            });
        });
        start(process);
    }
    waitUntil([&] { return int(stamps.all().size()) >= 2 * (rounds + 1); }, rounds * 2000ms);
    over = true;
    for (const auto &process : runners)
        process->terminate();
    for (const auto &process : runners)
        process->waitForFinished();
    std::vector<double> times;
    const std::vector<Stamps::Stamp> written = stamps.all();
    for (std::size_t i = 1; i + 1 < written.size() && int(times.size()) < rounds; i += 2) {
        if (written[i].isStart || !written[i + 1].isStart)
            return {}; // two at a time
        times.push_back(double(written[i + 1].nanoseconds - written[i].nanoseconds) / 1e6);
    }
    return times;
}

} // namespace Elector
