// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/enums.h>

#include <QtCore/QMetaType>
#include <QtCore/QString>

namespace Elector {

/// An error as a value: a stable code, one sentence that says what is wrong, one that says what to do.
/// Never contains a password. Copyable, any thread.
struct ElectorError
{
    ErrorCode code = ErrorCode::None; ///< what kind it is, for programs
    QString text; ///< what is wrong, one sentence, without a trailing newline
    QString remedy; ///< what would be right, or what to do; may be empty
    QString sqlState; ///< the five characters of PostgreSQL's SQLSTATE, or empty

    /// True if this is an error at all.
    explicit operator bool() const { return code != ErrorCode::None; }
    /// `text` and `remedy` as one line for a log or a terminal.
    QString message() const { return remedy.isEmpty() ? text : text + QStringLiteral(" ") + remedy; }

    friend bool operator==(const ElectorError &, const ElectorError &) = default;
};

} // namespace Elector

Q_DECLARE_METATYPE(Elector::ElectorError)
