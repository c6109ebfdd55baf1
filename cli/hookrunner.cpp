// SPDX-License-Identifier: MIT
#include "hookrunner.h"

#include "terminal.h"

#include <Elector/duration.h>

#include <csignal>
#include <utility>

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace Elector {

HookRunner::HookRunner(const QString &name, const QString &command, std::chrono::milliseconds limit)
    : m_name(name)
    , m_command(command)
{
    m_limit.setSingleShot(true);
    m_limit.setInterval(limit);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        Terminal::complain(QStringLiteral("%1 has not ended within %2 and is killed.")
                               .arg(m_name, formatDuration(m_limit.intervalAsDuration())));
        kill();
    });
}

HookRunner::~HookRunner()
{
    if (m_process)
        m_process->disconnect(this);
    end();
}

void HookRunner::run(const QProcessEnvironment &environment)
{
    if (m_command.isEmpty())
        return;
    if (m_process) {
        kill();
        m_process->disconnect(this);
        QProcess *old = m_process.release();
        connect(old, &QProcess::finished, this, [this, old, group = m_group] {
            m_groups.push_back(group);
            old->deleteLater();
        });
    }
    m_process = std::make_unique<QProcess>();
    m_process->setProcessEnvironment(environment);
    m_process->setStandardInputFile(QProcess::nullDevice());
    m_process->setProcessChannelMode(QProcess::ForwardedChannels);
    m_process->setChildProcessModifier([] {
        ::setpgid(0, 0); // so that all of it can be killed
        ::prctl(PR_SET_PDEATHSIG, SIGKILL); // nobody else knows its limit
        ::dup2(STDERR_FILENO, STDOUT_FILENO); // standard output is the command's
        sigset_t none;
        ::sigemptyset(&none);
        ::sigprocmask(SIG_SETMASK, &none, nullptr);
    });
    connect(m_process.get(), &QProcess::started, this, [this] { m_group = m_process->processId(); });
    connect(m_process.get(), &QProcess::finished, this, &HookRunner::onFinished);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            onFinished();
    });
    reapOrphans();
    m_limit.start();
    m_process->start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), m_command});
}

void HookRunner::kill()
{
    m_limit.stop();
    if (m_process && m_process->processId() > 0)
        ::kill(-static_cast<pid_t>(m_process->processId()), SIGKILL);
}

void HookRunner::end()
{
    kill();
    if (m_process)
        m_process->waitForFinished(1000);
}

/// What a hook leaves running in the background becomes a child of ours (we are a subreaper), and a zombie when it
/// ends.
void HookRunner::reapOrphans()
{
    std::erase_if(m_groups, [](qint64 group) {
        pid_t reaped = 0;
        do {
            reaped = ::waitpid(static_cast<pid_t>(-group), nullptr, WNOHANG);
        } while (reaped > 0);
        return reaped < 0; // nothing is left
    });
}

void HookRunner::onFinished()
{
    m_limit.stop();
    if (m_process->error() == QProcess::FailedToStart)
        Terminal::complain(QStringLiteral("%1 cannot be run: %2.").arg(m_name, m_process->errorString()));
    else if (m_process->exitStatus() == QProcess::NormalExit && m_process->exitCode() != 0)
        Terminal::complain(QStringLiteral("%1 has failed (%2).").arg(m_name).arg(m_process->exitCode()));
    m_process.release()->deleteLater();
    if (m_group > 0)
        m_groups.push_back(std::exchange(m_group, 0));
    reapOrphans();
    Q_EMIT finished();
}

} // namespace Elector
