// SPDX-License-Identifier: MIT
#include "terminalsession.h"

#include <QtCore/QDeadlineTimer>

#include <array>
#include <csignal>
#include <poll.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <vector>

namespace Elector {

TerminalSession::TerminalSession(const QStringList &arguments)
    : TerminalSession(QStringLiteral(ELECTOR_BIN_DIR "/elector"), arguments)
{
}

TerminalSession::TerminalSession(const QString &program, const QStringList &arguments)
{
    std::vector<QByteArray> words{program.toLocal8Bit()};
    for (const QString &argument : arguments)
        words.push_back(argument.toLocal8Bit());
    std::vector<char *> argv;
    for (QByteArray &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    m_pid = ::forkpty(&m_terminal, nullptr, nullptr, nullptr);
    if (m_pid == 0) {
        ::execvp(argv.front(), argv.data());
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
    press(text + '\n');
}

void TerminalSession::press(const QByteArray &keys)
{
    [[maybe_unused]] const auto written = ::write(m_terminal, keys.constData(), static_cast<size_t>(keys.size()));
}

void TerminalSession::resize(int columns, int lines)
{
    winsize size{};
    size.ws_col = static_cast<unsigned short>(columns);
    size.ws_row = static_cast<unsigned short>(lines);
    ::ioctl(m_terminal, TIOCSWINSZ, &size);
}

/// Empty until the first is complete.
QByteArray TerminalSession::lastFrame() const
{
    const QByteArray home("\x1b[H");
    const qsizetype next = m_screen.lastIndexOf(home);
    const qsizetype begin = next > 0 ? m_screen.lastIndexOf(home, next - 1) : -1;
    if (begin < 0)
        return {};
    QByteArray frame = m_screen.mid(begin + home.size(), next - begin - home.size());
    for (const char *erase : {"\x1b[K", "\x1b[J", "\r"})
        frame.replace(erase, "");
    return frame;
}

bool TerminalSession::waitForFrame(const std::function<bool(const QByteArray &frame)> &wanted)
{
    const QDeadlineTimer deadline(30000);
    while (!wanted(lastFrame())) {
        if (deadline.hasExpired() || !read(100))
            return false;
    }
    return true;
}

bool TerminalSession::isAsBefore() const
{
    termios settings{};
    return ::tcgetattr(m_terminal, &settings) == 0 && (settings.c_lflag & ICANON) && (settings.c_lflag & ECHO);
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
