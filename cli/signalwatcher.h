// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>

#include <initializer_list>

namespace Elector {

/// Turns signals into a Qt signal. Make it before any thread is started: it blocks the signals for all of them.
class SignalWatcher : public QObject
{
    Q_OBJECT
public:
    SignalWatcher(std::initializer_list<int> signalNumbers, QObject *parent = nullptr);
    ~SignalWatcher() override;

Q_SIGNALS:
    void received(int signalNumber);

private:
    void read();
    int m_descriptor;
};

} // namespace Elector
