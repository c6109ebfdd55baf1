// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QApplication>

#include <chrono>
#include <optional>
#include <vector>

namespace Elector {

/// An application that measures how long its thread is busy without a look at new events: from the first event after
/// it waited to the moment when it waits again.
///
/// Needs Qt's own event dispatcher (QT_NO_GLIB=1): GLib's does not say when it waits.
class StallWatch : public QApplication
{
    Q_OBJECT

public:
    StallWatch(int &argc, char **argv);

    /// Milliseconds: how long it took, and how much of that the processor spent for it.
    struct Stalls
    {
        std::vector<double> wall;
        std::vector<double> processor;
    };
    /// Those since the last call.
    Stalls take();

    bool notify(QObject *receiver, QEvent *event) override;

private:
    void idle();

    std::optional<std::chrono::steady_clock::time_point> m_since;
    std::chrono::nanoseconds m_processorSince{};
    Stalls m_stalls;
};

} // namespace Elector
