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
    ~StallWatch() override;

    /// Milliseconds: how long it took, and how much of that the processor spent for it; what is left when the wait for
    /// a free processor is taken off is what the thread itself made of it: work, locks and page faults.
    struct Stalls
    {
        std::vector<double> wall;
        std::vector<double> processor;
        std::vector<double> own;
    };
    /// Those since the last call.
    Stalls take();

    bool notify(QObject *receiver, QEvent *event) override;

private:
    void idle();

    struct Reading
    {
        std::chrono::nanoseconds wall{};
        std::chrono::nanoseconds processor{};
        std::chrono::nanoseconds queued{}; ///< ready to run, while others did
    };
    Reading read() const;

    const int m_schedule; ///< the kernel's account of this thread
    std::optional<Reading> m_since;
    Stalls m_stalls;
};

} // namespace Elector
