// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>

#include <initializer_list>

namespace Elector {

/// Turns signals into a Qt signal. Make it before any thread is started: it blocks the signals for all of them.
///
/// Of SIGHUP, SIGINT and SIGQUIT, those that were ignored when the program began, as `nohup` and the background jobs of
/// scripts have them, stay ignored.
class SignalWatcher : public QObject
{
    Q_OBJECT
public:
    SignalWatcher(std::initializer_list<int> signalNumbers, QObject *parent = nullptr);
    ~SignalWatcher() override;

Q_SIGNALS:
    /// `fromTerminal`: not by a process but by the keys of the terminal, so every process of the foreground got it.
    void received(int signalNumber, bool fromTerminal);

private:
    void read();
    int m_descriptor;
};

} // namespace Elector
