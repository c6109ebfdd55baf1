// SPDX-License-Identifier: MIT

// A QML program that binds the elector's properties.
#include <Elector/LeaderElector>

#include <QtGui/QGuiApplication>
#include <QtQml/QQmlApplicationEngine>

int main(int argc, char *argv[])
{
    QGuiApplication application(argc, argv);
    Elector::LeaderElector elector(Elector::ElectorConfig::fromEnvironment());
    QQmlApplicationEngine engine;
    engine.setInitialProperties({{QStringLiteral("elector"), QVariant::fromValue(&elector)}});
    engine.load(QUrl(QStringLiteral("qrc:/example/Main.qml")));
    return !engine.rootObjects().isEmpty() && elector.start() ? QGuiApplication::exec() : 1;
}
