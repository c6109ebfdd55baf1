// SPDX-License-Identifier: MIT

// A console service with a periodic job: start it on as many hosts as you like, and one of them does the job.
//
//     ELECTOR_DSN=postgresql://jobs@db/jobs example-service [INTERVAL]
#include "../common/quitonsignals.h"

#include <Elector/Duration>
#include <Elector/LeaderElector>
#include <Elector/LeaderTimer>

#include <QtCore/QCoreApplication>
#include <QtCore/QTextStream>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    quitOnSignals();
    QTextStream out(stdout);
    const auto say = [&out](const QString &text) { out << text << Qt::endl; };
    const auto interval = Elector::parseDuration(application.arguments().value(1, QStringLiteral("10s")));
    if (!interval) {
        say(QStringLiteral("usage: example-service [INTERVAL], such as ") + Elector::durationSyntax());
        return 2;
    }

    // Where the database is, how long a lease lasts, which lock: ELECTOR_… and PG… in the environment.
    Elector::LeaderElector elector(Elector::ElectorConfig::fromEnvironment());
    QObject::connect(&elector, &Elector::LeaderElector::leadershipChanged, &application,
                     [&](bool leader) { say(leader ? QStringLiteral("leading") : QStringLiteral("not leading")); });
    QObject::connect(&elector, &Elector::LeaderElector::errorOccurred, &application,
                     [&](const Elector::ElectorError &error) { say(error.message()); });

    // Fires on the leader only. The lock is not given up before the slot returns.
    Elector::LeaderTimer timer(&elector);
    timer.setInterval(*interval);
    timer.setFireOnGain(true);
    QObject::connect(&timer, &Elector::LeaderTimer::timeout, &application,
                     [&] { say(QStringLiteral("working, term %1").arg(elector.term())); });
    timer.start();

    if (!elector.start())
        return 1; // errorOccurred() has said why
    // quit() releases the lock, so that the next node leads at once.
    return QCoreApplication::exec();
}
