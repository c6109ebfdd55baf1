// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

#include <optional>

/// What the commands write: results to standard output, everything else to standard error.
namespace Elector::Terminal {

void printLine(const QString &line); ///< standard output, flushed, so that a pipe sees it at once
void printRaw(const QByteArray &text);
void complain(const QString &message); ///< standard error, with the program's name
bool outputIsTerminal();
bool mayMoveTheCursor(); ///< standard output is a terminal that can do that
int width(); ///< columns of standard output; 80 if not known
int height(); ///< its lines; 24 if not known
enum class Colour { Red = 31, Green = 32, Yellow = 33 };
/// `text` in that colour, if mayColour().
QString coloured(Colour colour, const QString &text);
/// Asks on standard error and reads a line of standard input; empty if that is no terminal, for a question that nobody
/// can see is not answered by what happens to be in a pipe.
std::optional<QString> ask(const QString &question);
/// True if colours are welcome: a terminal, and NO_COLOR is not set.
bool mayColour();

/// `text` without control characters, cut to `columns` with an ellipsis: what others wrote must not move the cursor.
QString cell(const QString &text, int columns);

} // namespace Elector::Terminal
