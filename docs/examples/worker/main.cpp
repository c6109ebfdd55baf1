// SPDX-License-Identifier: MIT

// Work in a thread of its own, which blocks for as long as it likes: the elector lives in the main thread and renews.
#include "../common/quitonsignals.h"

#include <Elector/LeaderElector>

#include <QtCore/QCoreApplication>
#include <QtCore/QTextStream>

#include <atomic>
#include <thread>

using namespace std::chrono_literals;

namespace {

/// The work itself, in steps; between two of them it asks whether it may go on.
void work(const Elector::LeaderHold &hold)
{
    QTextStream out(stdout);
    for (int step = 1; step <= 5 && hold.isValid(); ++step) {
        std::this_thread::sleep_for(50ms); // here something blocks
        out << "step " << step << " under term " << hold.term().value_or(0) << Qt::endl;
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    quitOnSignals();
    Elector::LeaderElector elector(Elector::ElectorConfig::fromEnvironment());
    QObject::connect(&elector, &Elector::LeaderElector::errorOccurred, &application,
                     [](const Elector::ElectorError &error) { qWarning("%s", qPrintable(error.message())); });
    if (!elector.start())
        return 1;

    std::atomic<bool> quit{false};
    std::thread worker([&] {
        while (!quit) {
            // As long as it lives the lock is not given up; empty if this node does not lead. hold() may be called in
            // any thread.
            if (const Elector::LeaderHold hold = elector.hold())
                work(hold);
            std::this_thread::sleep_for(50ms);
        }
    });

    const int code = QCoreApplication::exec();
    quit = true;
    worker.join();
    return code;
}
