// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

#include <functional>
#include <sys/types.h>

namespace Elector {

/// `elector`, or another program, at a terminal of its own, for what it asks people. Ended by the destructor.
class TerminalSession
{
public:
    explicit TerminalSession(const QStringList &arguments);
    TerminalSession(const QString &program, const QStringList &arguments); ///< found in PATH
    ~TerminalSession();

    /// Waits until `text` stands on the terminal (30 s).
    bool waitFor(const QByteArray &text);
    void type(const QByteArray &text); ///< and Enter
    void press(const QByteArray &keys); ///< these keys alone
    void resize(int columns, int lines);
    /// Waits until what is drawn anew in place is as wanted (30 s); without escape sequences but those of colours.
    bool waitForFrame(const std::function<bool(const QByteArray &frame)> &wanted);
    /// Lines are edited and echoed, as a shell expects it of a terminal.
    bool isAsBefore() const;
    pid_t pid() const { return m_pid; }
    /// Waits until the program has ended (30 s): its exit code, or -1.
    int waitForEnd();
    QByteArray screen() const { return m_screen; } ///< everything that was written so far

private:
    bool read(int milliseconds);
    QByteArray lastFrame() const;
    pid_t m_pid = -1;
    int m_terminal = -1;
    QByteArray m_screen;
};

} // namespace Elector
