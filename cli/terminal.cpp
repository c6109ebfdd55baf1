// SPDX-License-Identifier: MIT
#include "terminal.h"

#include "exitcodes.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <cwchar>
#include <string>

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace Elector::Terminal {

namespace {

int columns(char32_t sign)
{
    const int width = ::wcwidth(wchar_t(sign));
    return width < 0 ? 1 : width; // the locale does not know it, or it is a control character, which is never printed
}

int outputError = 0; // errno of the first write to standard output that failed
bool mayWait = true; // for who reads standard error
int dropped = 0; // messages that standard error did not take

/// 0, or errno. Waits where somebody has made the descriptor a non-blocking one.
int write(int descriptor, const QByteArray &text)
{
    const char *rest = text.constData();
    for (auto left = static_cast<std::size_t>(text.size()); left > 0;) {
        const ssize_t written = ::write(descriptor, rest, left);
        if (written >= 0) {
            rest += written;
            left -= static_cast<std::size_t>(written);
        } else if (errno == EAGAIN) {
            pollfd writable{descriptor, POLLOUT, 0};
            ::poll(&writable, 1, -1);
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

bool takesMore(int descriptor)
{
    pollfd writable{descriptor, POLLOUT, 0};
    return ::poll(&writable, 1, 0) == 1;
}

} // namespace

void open()
{
    for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; ++descriptor) {
        if (::fcntl(descriptor, F_GETFD) < 0)
            ::open("/dev/null", O_RDONLY); // takes the lowest number that is free
    }
    ::signal(SIGPIPE, SIG_IGN);
}

void neverWait()
{
    mayWait = false;
}

int outcome(int exitCode)
{
    if (outputError == 0 || exitCode != ExitCode::Success)
        return exitCode;
    if (outputError == EPIPE)
        return ExitCode::SignalBase + SIGPIPE;
    complain(QStringLiteral("Standard output cannot be written: %1.")
                 .arg(QString::fromLocal8Bit(std::strerror(outputError))));
    return ExitCode::NotSaid;
}

bool outputHasFailed()
{
    return outputError != 0;
}

bool readerIsGone()
{
    pollfd reader{STDOUT_FILENO, 0, 0};
    if (::poll(&reader, 1, 0) != 1 || !(reader.revents & (POLLERR | POLLHUP)))
        return false;
    outputError = EPIPE;
    return true;
}

void printRaw(const QByteArray &text)
{
    if (outputError == 0)
        outputError = write(STDOUT_FILENO, text);
}

void printLine(const QString &line)
{
    printRaw(plain(line).toUtf8() + '\n');
}

void printLine(Colour colour, const QString &word, const QString &rest)
{
    printRaw((coloured(colour, plain(word)) + plain(rest)).toUtf8() + '\n');
}

void complain(const QString &message)
{
    QByteArray text = "elector: " + plain(message).toUtf8() + '\n';
    if (mayWait) {
        write(STDERR_FILENO, text);
        return;
    }
    if (!takesMore(STDERR_FILENO)) {
        ++dropped;
        return;
    }
    if (dropped > 0)
        text.prepend("elector: messages that could not be written before this one: " + QByteArray::number(dropped)
                     + '\n');
    // More than that a pipe need not take at once, however ready it is.
    dropped = write(STDERR_FILENO, text.left(PIPE_BUF)) == 0 ? 0 : dropped + 1;
}

bool outputIsTerminal()
{
    return ::isatty(STDOUT_FILENO) != 0;
}

int width()
{
    if (!outputIsTerminal())
        return unlimited;
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
    QStringList lines = question.split(QLatin1Char('\n'));
    for (QString &line : lines)
        line = plain(line);
    // Who sends errors elsewhere is to see the question all the same.
    const int terminal = ::isatty(STDERR_FILENO) ? STDERR_FILENO : ::open("/dev/tty", O_WRONLY | O_CLOEXEC);
    write(terminal >= 0 ? terminal : STDERR_FILENO, lines.join(QLatin1Char('\n')).toUtf8() + ' ');
    if (terminal >= 0 && terminal != STDERR_FILENO)
        ::close(terminal);
    std::string answer;
    for (int character = std::getchar(); character != EOF && character != '\n'; character = std::getchar())
        answer += static_cast<char>(character);
    return QString::fromLocal8Bit(answer.c_str()).trimmed();
}

QString plain(QString text)
{
    for (QChar &character : text) {
        if (!character.isPrint() && !character.isSurrogate())
            character = QChar::ReplacementCharacter;
    }
    return text;
}

int columns(const QString &text)
{
    int sum = 0;
    for (const char32_t sign : text.toUcs4())
        sum += columns(sign);
    return sum;
}

QString cell(const QString &text, int width)
{
    QString result;
    int used = 0;
    qsizetype whole = 0; // of `result`: what is left if an ellipsis must follow
    int wholeColumns = 0;
    for (const char32_t sign : plain(text).toUcs4()) {
        used += columns(sign);
        if (used > width) {
            result.truncate(whole);
            result += QChar(0x2026);
            used = wholeColumns + 1;
            break;
        }
        result += QString::fromUcs4(&sign, 1);
        if (used < width) {
            whole = result.size();
            wholeColumns = used;
        }
    }
    return result + QString(std::max(0, width - used), QLatin1Char(' '));
}

} // namespace Elector::Terminal
