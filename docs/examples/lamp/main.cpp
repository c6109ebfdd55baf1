// SPDX-License-Identifier: MIT

// A window with a lamp that is green while this node leads.
#include <Elector/LeaderElector>

#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    Elector::LeaderElector elector(Elector::ElectorConfig::fromEnvironment());

    QWidget window;
    auto *lamp = new QLabel;
    auto *text = new QLabel;
    auto *release = new QPushButton(QStringLiteral("Release"));
    auto *layout = new QHBoxLayout(&window);
    layout->addWidget(lamp);
    layout->addWidget(text, 1);
    layout->addWidget(release);
    lamp->setFixedSize(24, 24);

    const auto show = [&](bool leader) {
        lamp->setStyleSheet(QStringLiteral("border-radius: 12px; background: %1")
                                .arg(leader ? QStringLiteral("limegreen") : QStringLiteral("gray")));
        text->setText(leader ? QStringLiteral("Leading, term %1").arg(elector.term()) : QStringLiteral("Not leading"));
        window.setWindowTitle(text->text());
        release->setEnabled(leader);
        qInfo("%s", qPrintable(text->text()));
    };
    show(false);
    QObject::connect(&elector, &Elector::LeaderElector::leadershipChanged, &window, show);
    // Returns at once; the lamp goes out when it is announced.
    QObject::connect(release, &QPushButton::clicked, &elector, &Elector::LeaderElector::release);

    window.show();
    return elector.start() ? QApplication::exec() : 1;
}
