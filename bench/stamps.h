// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QProcess>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <vector>

namespace Elector {

/// What jobs wrote that are the program `stamp`: when they began and when they ended.
class Stamps
{
public:
    struct Stamp
    {
        bool isStart = false;
        qint64 nanoseconds = 0;
        qint64 pid = 0;
    };

    explicit Stamps(QString file);

    /// Starts `command` with such a job behind it, and nothing to read or to write.
    void start(QProcess *process, const QStringList &command, const QProcessEnvironment &environment,
               int jobMilliseconds) const;
    /// In the order in which they were written.
    std::vector<Stamp> all() const;
    std::vector<Stamp> starts() const;

    /// Nanoseconds on the clock of the stamps.
    static qint64 now();

private:
    QString m_file;
};

} // namespace Elector
