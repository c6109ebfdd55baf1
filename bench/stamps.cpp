// SPDX-License-Identifier: MIT
#include "stamps.h"

#include <QtCore/QFile>

#include <algorithm>
#include <ctime>
#include <utility>

namespace Elector {

Stamps::Stamps(QString file)
    : m_file(std::move(file))
{
}

void Stamps::start(QProcess *process, const QStringList &command, const QProcessEnvironment &environment,
                   int jobMilliseconds) const
{
    process->setProcessEnvironment(environment);
    process->setStandardOutputFile(QProcess::nullDevice());
    process->setStandardErrorFile(QProcess::nullDevice());
    process->setStandardInputFile(QProcess::nullDevice());
    process->start(command.first(),
                   command.mid(1)
                       + QStringList{QStringLiteral(ELECTOR_STAMP), m_file, QString::number(jobMilliseconds)});
}

std::vector<Stamps::Stamp> Stamps::all() const
{
    QFile file(m_file);
    std::vector<Stamp> stamps;
    if (!file.open(QIODevice::ReadOnly))
        return stamps;
    while (!file.atEnd()) {
        const QByteArrayList words = file.readLine().trimmed().split(' ');
        if (words.size() == 3)
            stamps.push_back({words.at(0) == "start", words.at(1).toLongLong(), words.at(2).toLongLong()});
    }
    return stamps;
}

std::vector<Stamps::Stamp> Stamps::starts() const
{
    std::vector<Stamp> stamps = all();
    stamps.erase(std::remove_if(stamps.begin(), stamps.end(), [](const Stamp &stamp) { return !stamp.isStart; }),
                 stamps.end());
    return stamps;
}

qint64 Stamps::now()
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

} // namespace Elector
