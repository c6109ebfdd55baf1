// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

#include <limits>
#include <optional>

/// What the commands write: results to standard output, everything else to standard error.
namespace Elector::Terminal {

/// To be called before anything else is opened: a standard stream that was closed would otherwise be the first thing
/// that is opened, a connection to the database, say. Who writes to one that was closed finds that it cannot be
/// written. A reader that goes away does not end us by SIGPIPE, but see outcome().
void open();
/// From now on what is said on standard error is left out where its reader does not read: for who has a lease to renew.
void neverWait();
/// What main() returns if the command's own exit code is `exitCode`: another one if that is success, but the result
/// could not be written; which is told, unless the reader has just gone away.
int outcome(int exitCode);
bool outputHasFailed(); ///< something could not be written to standard output, and neither will the rest
bool readerIsGone(); ///< standard output is a pipe or a terminal that nobody reads any more

/// What people read is one line, without control characters: much of it comes from a database that others write to.
void printLine(const QString &line); ///< standard output, unbuffered, so that a pipe sees it at once
void complain(const QString &message); ///< standard error, with the program's name
void printRaw(const QByteArray &text); ///< standard output, as it is: for programs, and for text that is all our own
bool outputIsTerminal();
bool mayMoveTheCursor(); ///< standard output is a terminal that can do that
/// Columns of the terminal that standard output is, 80 if it does not say; `unlimited` for a file or a pipe.
int width();
constexpr int unlimited = std::numeric_limits<int>::max();
int height(); ///< its lines; 24 if not known
enum class Colour { Red = 31, Green = 32, Yellow = 33 };
/// `text` in that colour, if mayColour().
QString coloured(Colour colour, const QString &text);
/// A line that starts with a word in colour.
void printLine(Colour colour, const QString &word, const QString &rest);
/// Asks on standard error and reads a line of standard input; empty if that is no terminal, for a question that nobody
/// can see is not answered by what happens to be in a pipe. A question may have several lines.
std::optional<QString> ask(const QString &question);
/// True if colours are welcome: a terminal, and NO_COLOR is not set.
bool mayColour();

/// `text` with a sign in place of each control character: what others wrote must not move the cursor, nor begin a line.
QString plain(QString text);
/// How many columns of a terminal that takes: signs of East Asia are wide, accents take none.
int columns(const QString &text);
/// plain(), cut to `width` columns with an ellipsis, or filled up to them.
QString cell(const QString &text, int width);

} // namespace Elector::Terminal
