// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QProcess>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>
#include <vector>

namespace Elector {

/// Processes that wait for one lock, each to run a job without end: when one is killed, how long is it until the next
/// one's job runs?
class Succession
{
public:
    enum class Victim {
        Job, ///< the job itself
        Holder ///< who holds the lock for it
    };

    /// `command` is what waits for the lock; the job's command line is put behind it. `waiting` of them wait at any
    /// time.
    Succession(QStringList command, QProcessEnvironment environment, int waiting);

    /// Milliseconds from each of `rounds` kills to the start of the next job; fewer if something fails.
    std::vector<double> run(Victim victim, int rounds);

private:
    QStringList m_command;
    QProcessEnvironment m_environment;
    int m_waiting;
};

} // namespace Elector
