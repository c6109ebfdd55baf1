// SPDX-License-Identifier: MIT
#include "relay.h"

#include "electionroom.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

#include <memory>
#include <utility>

namespace Elector {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Long enough for whoever follows to be there and to wait.
constexpr int jobMilliseconds = 300;

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
    const QString log = folder.filePath(u"log"_s);
    const auto stamps = [&log] {
        QFile file(log);
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().split('\n') : QByteArrayList();
    };
    std::vector<std::unique_ptr<QProcess>> runners;
    const auto start = [&](QProcess *process) {
        process->setProcessEnvironment(m_environment);
        process->setStandardOutputFile(QProcess::nullDevice());
        process->setStandardErrorFile(QProcess::nullDevice());
        process->setStandardInputFile(QProcess::nullDevice());
        process->start(m_command.first(),
                       m_command.mid(1)
                           + QStringList{QStringLiteral(ELECTOR_STAMP), log, QString::number(jobMilliseconds)});
    };
    bool over = false;
    for (int i = 0; i < m_waiting; ++i) {
        runners.push_back(std::make_unique<QProcess>());
        QProcess *process = runners.back().get();
        QObject::connect(process, &QProcess::finished, process, [&, process] {
            // Not at once: that a program is being started is not to disturb what is measured.
            QTimer::singleShot(jobMilliseconds / 2, process, [&, process] {
                if (!over)
                    start(process);
            });
        });
        start(process);
    }
    waitUntil([&] { return stamps().size() >= 2 * (rounds + 1); }, rounds * 2000ms);
    over = true;
    for (const auto &process : runners)
        process->terminate();
    for (const auto &process : runners)
        process->waitForFinished();
    std::vector<double> times;
    const QByteArrayList lines = stamps();
    for (qsizetype i = 1; i + 1 < lines.size() && qsizetype(times.size()) < rounds; i += 2) {
        if (!lines.at(i).startsWith("end ") || !lines.at(i + 1).startsWith("start "))
            return {}; // two at a time
        times.push_back(double(lines.at(i + 1).mid(6).toLongLong() - lines.at(i).mid(4).toLongLong()) / 1e6);
    }
    return times;
}

} // namespace Elector
