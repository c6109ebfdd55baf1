// SPDX-License-Identifier: MIT
#include "screen.h"

#include "terminal.h"

#include <array>
#include <csignal>
#include <poll.h>
#include <unistd.h>

namespace Elector {

Screen::Screen()
{
    if (::isatty(STDIN_FILENO)) {
        m_keys = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
        connect(m_keys.get(), &QSocketNotifier::activated, this, &Screen::readKeys);
    }
    enter();
}

Screen::~Screen()
{
    leave();
}

void Screen::enter()
{
    if (termios settings{}; m_keys && ::tcgetattr(STDIN_FILENO, &settings) == 0) {
        m_saved = settings;
        settings.c_lflag &= ~tcflag_t(ICANON | ECHO); // each key at once; Ctrl-C and the like stay signals
        settings.c_cc[VMIN] = 0; // Ctrl-C and the like throw away what was typed before: reading must not wait for it
        settings.c_cc[VTIME] = 0;
        ::tcsetattr(STDIN_FILENO, TCSADRAIN, &settings);
    }
    // The other screen, without cursor, without continuing long lines on the next one.
    Terminal::printRaw("\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[2J");
}

void Screen::leave()
{
    Terminal::printRaw("\x1b[?7h\x1b[?25h\x1b[?1049l");
    if (m_saved)
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &*m_saved); // keys that nobody has read are not for the shell
    m_saved.reset();
}

void Screen::draw(const QStringList &lines)
{
    const QString next = QStringLiteral("\n\x1b[K");
    Terminal::printRaw((QStringLiteral("\x1b[H\x1b[K") + lines.join(next) + QStringLiteral("\x1b[J")).toUtf8());
}

void Screen::suspend()
{
    leave();
    ::raise(SIGSTOP);
    enter();
}

void Screen::readKeys()
{
    std::array<char, 64> keys{};
    const ssize_t count = ::read(STDIN_FILENO, keys.data(), keys.size());
    if (count <= 0) {
        pollfd terminal{STDIN_FILENO, POLLIN, 0};
        if (count < 0 || (::poll(&terminal, 1, 0) == 1 && (terminal.revents & (POLLERR | POLLHUP))))
            m_keys->setEnabled(false); // the terminal is gone
        return;
    }
    for (ssize_t i = 0; i < count; ++i)
        Q_EMIT keyPressed(keys.at(static_cast<std::size_t>(i)));
}

} // namespace Elector
