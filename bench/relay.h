// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QProcess>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <vector>

namespace Elector {

/// Processes that queue for one lock, each to run `stamp` once: how long is it from the end of one job to the start of
/// the next?
class Relay
{
public:
    /// `command` is what waits for the lock; the job's command line is put behind it. `waiting` of them wait at any
    /// time.
    Relay(QStringList command, QProcessEnvironment environment, int waiting);
    /// Milliseconds of each of `rounds` hand-overs; fewer if something fails.
    std::vector<double> run(int rounds);

private:
    QStringList m_command;
    QProcessEnvironment m_environment;
    int m_waiting;
};

} // namespace Elector
