// SPDX-License-Identifier: MIT
#include "succession.h"

#include "electionroom.h"
#include "processfigures.h"
#include "stamps.h"

#include <QtCore/QTemporaryDir>

#include <csignal>
#include <memory>
#include <utility>

namespace Elector {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int jobMilliseconds = 1'000'000;
constexpr auto rest = 200ms; ///< until whoever was started anew waits, and is ready
constexpr auto patience = 30s; ///< for a lease or a session to run out

/// The job that runs, and the process that holds the lock for it.
class Holder
{
public:
    Holder(const std::vector<std::unique_ptr<QProcess>> &processes, qint64 job)
        : m_job(job)
    {
        for (const auto &process : processes) {
            if (ProcessFigures::descendants(process->processId()).contains(job))
                m_pid = process->processId();
        }
    }
    /// When it was killed, on the clock of the stamps; 0: it was not.
    qint64 kill(Succession::Victim victim) const
    {
        const qint64 target = victim == Succession::Victim::Job ? m_job : m_pid;
        const qint64 now = Stamps::now();
        return target > 0 && ::kill(pid_t(target), SIGKILL) == 0 ? now : 0;
    }
    /// Some leave it running.
    void killJob() const { ::kill(pid_t(m_job), SIGKILL); }

private:
    qint64 m_job;
    qint64 m_pid = 0;
};

} // namespace

Succession::Succession(QStringList command, QProcessEnvironment environment, int waiting)
    : m_command(std::move(command))
    , m_environment(std::move(environment))
    , m_waiting(waiting)
{
}

std::vector<double> Succession::run(Victim victim, int rounds)
{
    const QTemporaryDir folder;
    const Stamps stamps(folder.filePath(u"log"_s));
    std::vector<std::unique_ptr<QProcess>> processes;
    for (int i = 0; i < m_waiting; ++i)
        processes.push_back(std::make_unique<QProcess>());
    const auto startWhatIsNotThere = [&] {
        for (const auto &process : processes) {
            if (process->state() == QProcess::NotRunning)
                stamps.start(process.get(), m_command, m_environment, jobMilliseconds);
        }
    };
    startWhatIsNotThere();
    std::vector<double> times;
    std::size_t seen = 0;
    const auto another = [&] { return stamps.starts().size() > seen; };
    while (int(times.size()) < rounds && waitUntil(another, patience)) {
        seen = stamps.starts().size();
        waitUntil({}, rest / 4); // who died has left, and is not in the way of who comes
        startWhatIsNotThere();
        waitUntil({}, rest);
        const Holder holder(processes, stamps.starts().back().pid);
        const qint64 killed = holder.kill(victim);
        if (killed == 0)
            break;
        if (victim == Victim::Holder && m_command.first() == u"etcdctl"_s)
            holder.killJob();
        if (!waitUntil(another, patience))
            break;
        times.push_back(double(stamps.starts().at(seen).nanoseconds - killed) / 1e6);
    }
    for (const auto &process : processes)
        process->terminate();
    // etcdctl waits for its job, however long that takes.
    if (const auto starts = stamps.starts(); m_command.first() == u"etcdctl"_s && !starts.empty())
        ::kill(pid_t(starts.back().pid), SIGKILL);
    for (const auto &process : processes) {
        if (!process->waitForFinished(5000))
            process->kill();
        process->waitForFinished();
    }
    return times;
}

} // namespace Elector
