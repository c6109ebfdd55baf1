// SPDX-License-Identifier: MIT
#include "terminal.h"

#include <cstdio>
#include <string>
#include <sys/ioctl.h>
#include <unistd.h>

namespace Elector::Terminal {

void printRaw(const QByteArray &text)
{
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
    std::fflush(stdout);
}

void printLine(const QString &line)
{
    printRaw(line.toUtf8() + '\n');
}

void complain(const QString &message)
{
    const QByteArray text = "elector: " + message.toUtf8() + '\n';
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stderr);
}

bool outputIsTerminal()
{
    return ::isatty(STDOUT_FILENO) != 0;
}

int width()
{
    winsize size{};
    return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

int height()
{
    winsize size{};
    return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 ? size.ws_row : 24;
}

bool mayMoveTheCursor()
{
    return outputIsTerminal() && qgetenv("TERM") != "dumb";
}

bool mayColour()
{
    return mayMoveTheCursor() && qEnvironmentVariableIsEmpty("NO_COLOR");
}

QString coloured(Colour colour, const QString &text)
{
    return mayColour() ? QStringLiteral("\x1b[%1m%2\x1b[0m").arg(static_cast<int>(colour)).arg(text) : text;
}

std::optional<QString> ask(const QString &question)
{
    if (!::isatty(STDIN_FILENO))
        return std::nullopt;
    const QByteArray text = question.toUtf8() + ' ';
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stderr);
    std::string answer;
    for (int character = std::getchar(); character != EOF && character != '\n'; character = std::getchar())
        answer += static_cast<char>(character);
    return QString::fromLocal8Bit(answer.c_str()).trimmed();
}

QString cell(const QString &text, int columns)
{
    QString result = text.left(columns + 1);
    for (QChar &character : result) {
        if (!character.isPrint() && !character.isSurrogate())
            character = QChar::ReplacementCharacter;
    }
    if (result.size() > columns)
        result = result.left(columns - 1) + QChar(0x2026);
    return result.leftJustified(columns);
}

} // namespace Elector::Terminal
