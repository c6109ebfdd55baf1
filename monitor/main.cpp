// SPDX-License-Identifier: MIT
#include "language.h"
#include "mainwindow.h"
#include "monitoroptions.h"

#include <QtWidgets/QApplication>

#include <cstdio>
#include <cstdlib>

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

} // namespace

int main(int argc, char **argv)
{
    const QStringList arguments = argumentsOf(argc, argv);
    Elector::blankPasswords(argc, argv);
    const Elector::ParsedCommandLine parsed = Elector::parseCommandLine(arguments);
    if (parsed.result == Elector::ParsedCommandLine::PrintAndLeave)
        return print(parsed.text, stdout, EXIT_SUCCESS);
    if (parsed.result == Elector::ParsedCommandLine::Refused)
        return print(QStringLiteral("elector-monitor: %1\nSee elector-monitor --help.\n").arg(parsed.text), stderr, 2);

    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("elector"));
    QApplication::setApplicationName(QStringLiteral("elector-monitor"));
    QApplication::setApplicationDisplayName(QApplication::translate("main", "Elector Monitor"));
    QApplication::setApplicationVersion(QStringLiteral(ELECTOR_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("elector-monitor"));
    Elector::Language::install(parsed.options.language.value_or(Elector::Language::remembered()));
    Elector::applyAppearance(parsed.options.appearance);
    Elector::MainWindow window(parsed.options);
    window.show();
    return QApplication::exec();
}
