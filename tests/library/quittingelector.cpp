// SPDX-License-Identifier: MIT
// Leads, and ends while it leads: quittingelector DSN main|thread|hold|many. Prints what is said.
#include "electorthread.h"

#include <Elector/leaderelector.h>
#include <Elector/leaseconnection.h>

#include <QCoreApplication>
#include <QThread>
#include <QTimer>

#include <cstdio>
#include <memory>
#include <vector>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

void say(const char *word)
{
    std::puts(word);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    Elector::ElectorConfig config;
    config.setConnection(arguments.at(1));
    config.setInstanceId(u"quitting"_s);
    config.setLeaseDuration(20s);
    auto elector = std::make_unique<Elector::LeaderElector>(config);
    Elector::LeaderHold hold;
    // Of other locks, on one connection.
    const Elector::LeaseConnection connection(config);
    std::vector<std::unique_ptr<Elector::LeaderElector>> others;
    std::size_t leading = 0;
    for (int lock = 2; arguments.at(2) == u"many"_s && lock <= 100; ++lock) {
        config.setLockId(lock);
        others.push_back(std::make_unique<Elector::LeaderElector>(config, connection));
        QObject::connect(others.back().get(), &Elector::LeaderElector::leadershipChanged, elector.get(), [&] {
            if (++leading == others.size())
                elector->start();
        });
    }
    QObject::connect(elector.get(), &Elector::LeaderElector::leadershipChanged, elector.get(), [&](bool leader) {
        say(leader ? "leads" : "lost");
        if (leader && arguments.at(2) == u"hold"_s)
            hold = elector->hold(); // never ends: the program does not wait for it for ever
        if (leader)
            QMetaObject::invokeMethod(QCoreApplication::instance(), "quit", Qt::QueuedConnection);
    });
    QThread thread;
    Elector::WorkRoom room;
    if (arguments.at(2) == u"thread"_s) {
        elector->moveToThread(&thread);
        room.moveToThread(&thread);
        thread.start();
        room.runAndWait([&] { elector->start(); });
    } else if (!others.empty()) {
        for (const auto &other : others)
            other->start();
    } else {
        QTimer::singleShot(0, elector.get(), [&] { elector->start(); });
    }
    const int status = application.exec();
    say("after exec");
    if (thread.isRunning()) {
        thread.quit();
        thread.wait();
    }
    return status;
}
