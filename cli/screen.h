// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtCore/QSocketNotifier>
#include <QtCore/QStringList>

#include <memory>
#include <optional>
#include <termios.h>

namespace Elector {

/// The whole terminal, for what is drawn anew in place; given back as it was by the destructor.
class Screen : public QObject
{
    Q_OBJECT
public:
    Screen();
    ~Screen() override;

    /// From the top. Lines that are longer than the terminal is wide end there; there must not be more of them than it
    /// has.
    void draw(const QStringList &lines);
    /// What Ctrl-Z asks for: gives the terminal back, stops this program, and goes on when it is continued.
    void suspend();

Q_SIGNALS:
    void keyPressed(char key); ///< if standard input is a terminal

private:
    void enter();
    void leave();
    void readKeys();
    std::optional<termios> m_saved; ///< how the terminal was, if keys are read
    std::unique_ptr<QSocketNotifier> m_keys;
};

} // namespace Elector
