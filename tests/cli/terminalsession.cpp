// SPDX-License-Identifier: MIT
#include "terminalsession.h"

#include <QtCore/QDeadlineTimer>

#include <array>
#include <csignal>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace Elector {

TerminalSession::TerminalSession(const QStringList &arguments)
{
    const QByteArray program = ELECTOR_BIN_DIR "/elector";
    std::vector<QByteArray> words{program};
    for (const QString &argument : arguments)
        words.push_back(argument.toLocal8Bit());
    std::vector<char *> argv;
    for (QByteArray &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    m_pid = ::forkpty(&m_terminal, nullptr, nullptr, nullptr);
    if (m_pid == 0) {
        ::execv(program.constData(), argv.data());
        ::_exit(127);
    }
}

TerminalSession::~TerminalSession()
{
    if (m_pid > 0) {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
    if (m_terminal >= 0)
        ::close(m_terminal);
}

/// False once the program has closed the terminal.
bool TerminalSession::read(int milliseconds)
{
    pollfd descriptor{m_terminal, POLLIN, 0};
    if (::poll(&descriptor, 1, milliseconds) <= 0)
        return true;
    std::array<char, 4096> buffer{};
    const ssize_t count = ::read(m_terminal, buffer.data(), buffer.size());
    if (count <= 0)
        return false;
    m_screen.append(buffer.data(), count);
    return true;
}

bool TerminalSession::waitFor(const QByteArray &text)
{
    const QDeadlineTimer deadline(30000);
    while (!m_screen.contains(text)) {
        if (deadline.hasExpired() || !read(100))
            return m_screen.contains(text);
    }
    return true;
}

void TerminalSession::type(const QByteArray &text)
{
    const QByteArray line = text + '\n';
    [[maybe_unused]] const auto written = ::write(m_terminal, line.constData(), static_cast<size_t>(line.size()));
}

int TerminalSession::waitForEnd()
{
    const QDeadlineTimer deadline(30000);
    int status = 0;
    while (::waitpid(m_pid, &status, WNOHANG) == 0) {
        if (deadline.hasExpired())
            return -1;
        if (!read(20))
            ::usleep(1000);
    }
    while (true) {
        const qsizetype before = m_screen.size();
        if (!read(0) || m_screen.size() == before)
            break;
    }
    m_pid = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

} // namespace Elector
