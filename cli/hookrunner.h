// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtCore/QProcess>
#include <QtCore/QProcessEnvironment>
#include <QtCore/QTimer>

#include <chrono>
#include <memory>
#include <vector>

namespace Elector {

/// Runs a shell command that tells others of a change, beside everything else: nothing waits for it. It has a process
/// group of its own, which is killed when its time is over.
class HookRunner : public QObject
{
    Q_OBJECT
public:
    /// `name` is the option's, for messages.
    HookRunner(const QString &name, const QString &command, std::chrono::milliseconds limit);
    /// Kills what still runs.
    ~HookRunner() override;

    bool isWanted() const { return !m_command.isEmpty(); }
    bool isRunning() const { return m_process != nullptr; }
    /// Kills an earlier one that still runs.
    void run(const QProcessEnvironment &environment);
    void kill();
    /// As kill(), and waits until it is dead, which takes milliseconds: 1 s at most.
    void end();

Q_SIGNALS:
    void finished();

private:
    void onFinished();
    void reapOrphans();

    const QString m_name;
    const QString m_command;
    std::unique_ptr<QProcess> m_process;
    qint64 m_group = 0; ///< its process group
    std::vector<qint64> m_groups; ///< of earlier ones, of which something may be left
    QTimer m_limit;
};

} // namespace Elector
