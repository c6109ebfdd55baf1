// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

namespace Elector {

/// Text that came from the database, made fit to be shown as plain text on one line.
///
/// Control characters become visible symbols, invisible and direction-changing ones are named (`<U+202E>`), lone
/// surrogates become U+FFFD, piles of combining marks are cut, and what is longer than `limit` UTF-16 units ends in an
/// ellipsis. Right-to-left letters and emoji stay.
QString displayText(const QString &raw, qsizetype limit = 200);

/// `shown` between directional isolates: it can stand inside a sentence without turning the sentence around.
QString isolated(const QString &shown);

/// A tool tip or label that Qt must never read as markup: escaped, line breaks kept.
QString plainAsRichText(const QString &text);

} // namespace Elector
