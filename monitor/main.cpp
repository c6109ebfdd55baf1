// SPDX-License-Identifier: MIT
#include "connectionopener.h"
#include "language.h"
#include "mainwindow.h"
#include "monitoroptions.h"
#include "profilepages.h"

#include <QtWidgets/QApplication>

#include <cstdio>
#include <cstdlib>
#include <memory>

namespace {

int print(const QString &text, FILE *stream, int status)
{
    std::fputs(text.toLocal8Bit().constData(), stream);
    return status;
}

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

/// Words are translated only where there is an application: one that needs no display, for --help and errors need none.
Elector::ParsedCommandLine read(const QStringList &arguments)
{
    int count = 1;
    char name[] = "elector-monitor";
    char *names[] = {name, nullptr};
    const QCoreApplication application(count, names);
    Elector::Language::install(Elector::languageFor(arguments));
    Elector::ParsedCommandLine parsed = Elector::parseCommandLine(arguments, Elector::ProfileStore().load());
    if (parsed.result == Elector::ParsedCommandLine::Refused)
        parsed.text = QStringLiteral("elector-monitor: %1\n%2\n")
                          .arg(parsed.text, QCoreApplication::translate("main", "See elector-monitor --help."));
    return parsed;
}

/// Shows the window, when the profile's password is there if it has to be asked for, and opens further profiles in it.
int run(Elector::MonitorOptions options)
{
    const auto vault = Elector::systemVault();
    std::unique_ptr<Elector::MainWindow> window;
    const auto show = [&] {
        window = std::make_unique<Elector::MainWindow>(options);
        window->show();
        if (!options.further.isEmpty())
            (new Elector::ProfilePages(vault.get(), window.get()))->open(options.further);
    };
    if (!options.profile || options.profile->passwordMode == Elector::PasswordMode::Libpq) {
        show();
        return QApplication::exec();
    }
    Elector::ConnectionOpener opener(vault.get(), nullptr);
    QApplication::setQuitOnLastWindowClosed(false); // the question for the password is not the last window
    QObject::connect(&opener, &Elector::ConnectionOpener::opened, qApp, [&](const Elector::ConnectionChoice &choice) {
        QApplication::setQuitOnLastWindowClosed(true);
        options.connection = choice.parameters;
        show();
    });
    QObject::connect(&opener, &Elector::ConnectionOpener::cancelled, qApp, &QApplication::quit);
    opener.open(*options.profile);
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    const QStringList arguments = argumentsOf(argc, argv);
    Elector::blankPasswords(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("elector"));
    QCoreApplication::setApplicationName(QStringLiteral("elector-monitor"));
    const Elector::ParsedCommandLine parsed = read(arguments);
    if (parsed.result == Elector::ParsedCommandLine::PrintAndLeave)
        return print(parsed.text, stdout, EXIT_SUCCESS);
    if (parsed.result == Elector::ParsedCommandLine::Refused)
        return print(parsed.text, stderr, 2);
    if (!parsed.warning.isEmpty())
        print(QStringLiteral("elector-monitor: %1\n").arg(parsed.warning), stderr, 0);

    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(QApplication::translate("main", "Elector Monitor"));
    QApplication::setApplicationVersion(QStringLiteral(ELECTOR_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("elector-monitor"));
    Elector::Language::install(parsed.options.language.value_or(Elector::Language::remembered()));
    Elector::applyAppearance(parsed.options.appearance);
    return run(parsed.options);
}
