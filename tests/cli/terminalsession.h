// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

#include <sys/types.h>

namespace Elector {

/// `elector` at a terminal of its own, for what it asks people. Ended by the destructor.
class TerminalSession
{
public:
    explicit TerminalSession(const QStringList &arguments);
    ~TerminalSession();

    /// Waits until `text` stands on the terminal (30 s).
    bool waitFor(const QByteArray &text);
    void type(const QByteArray &text);
    /// Waits until the program has ended (30 s): its exit code, or -1.
    int waitForEnd();
    QByteArray screen() const { return m_screen; } ///< everything that was written so far

private:
    bool read(int milliseconds);
    pid_t m_pid = -1;
    int m_terminal = -1;
    QByteArray m_screen;
};

} // namespace Elector
