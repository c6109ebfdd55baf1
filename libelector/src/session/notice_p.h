// SPDX-License-Identifier: MIT
#pragma once

#include "rules/candidate_p.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

#include <optional>

namespace Elector {

/// What the triggers tell: `<lock> <term> <what>`.
struct Notice
{
    int lockId = 0;
    Candidate::Hint hint;
};

/// Empty for what the triggers do not send: anybody who may connect can send notifications.
inline std::optional<Notice> parseNotice(const QByteArray &payload)
{
    using Hint = Candidate::Hint;
    const QList<QByteArray> words = payload.split(' ');
    bool isNumber = false;
    Notice notice;
    notice.lockId = words.value(0).toInt(&isNumber);
    const QByteArray what = words.value(2);
    if (what == "free")
        notice.hint.kind = Hint::Free;
    else if (what == "captured")
        notice.hint.kind = Hint::Captured;
    else if (what == "revoked")
        notice.hint.kind = Hint::Revoked;
    else if (what == "changed")
        notice.hint.kind = Hint::Changed;
    else
        return std::nullopt;
    bool hasTerm = false;
    const qint64 term = words.value(1).toLongLong(&hasTerm);
    if (hasTerm)
        notice.hint.term = term;
    return isNumber ? std::optional(notice) : std::nullopt;
}

} // namespace Elector
