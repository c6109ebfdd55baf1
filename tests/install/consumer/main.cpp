// SPDX-License-Identifier: MIT
#include <Elector/Diagnosis>
#include <Elector/LeaderElector>

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    Elector::ElectorConfig config;
    config.setConnection(QString::fromLocal8Bit(argv[1]));
    if (!Elector::diagnose(config).errors.isEmpty())
        return 2;
    Elector::LeaderElector elector(config);
    QObject::connect(&elector, &Elector::LeaderElector::leadershipChanged, &application, [&](bool leader) {
        if (!leader)
            return;
        std::printf("leads with term %lld\n", static_cast<long long>(elector.term()));
        elector.stop();
    });
    QObject::connect(&elector, &Elector::LeaderElector::stopped, &application, &QCoreApplication::quit);
    return elector.start() ? QCoreApplication::exec() : 1;
}
