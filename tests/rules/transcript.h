// SPDX-License-Identifier: MIT
#pragma once

#include "rules/candidate_p.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <memory>

namespace Elector {

/// Plays a text of inputs to a Candidate and writes down what comes out.
///
/// Lines that are indented are output; they are dropped, and written anew below the input that caused them. The others:
///
///     # a remark
///     settings lease=10s renewal=3s jitter=0s grace=0s level=plain      (before the first input; level=full else)
///     5s start | release | stop 1s | holds 2 | wake | hint captured 7   (at 5 s on the node's clock)
///     5s order paused | reserved n2 for 5s | none                       (what an operator orders, told by the next
///     answers) 5s clock +3s                                                      (the server's clock steps) 5s answer
///     renewed n1#x.1/7 for 10s                                (the answer to the request under way, with the row
///                                                                        and its remaining time, or "until 15s", or
///                                                                        none)
///     5s longest 40s                                  (the longest lease in use, as answers on a full table tell it)
///     5s unknown | failed 55P03
///     5s replaced                                     (another server answers from now on)
///     5s overhear 5ms read n1#x.1/7 for 10s          (somebody else's look, sent 5 ms ago, is answered)
///
/// A request is sent when it is taken; the server reads its clock halfway. There is no chance: all jitter is 0.
class Transcript
{
public:
    /// The whole text with the output as it is. Throws a QString if the text is no transcript.
    static QString play(const QString &text);

private:
    void playLine(const QString &line);
    void order(const QStringList &words);
    void set(const QString &key, const QString &value);
    void setLease(std::chrono::milliseconds lease);
    Candidate::Events feed(const QString &command, const QStringList &arguments);
    Reply overheard(const QStringList &words);
    Reply reply(const QString &command, const QStringList &arguments) const;
    RowState row(const QStringList &words, ServerTime now) const;
    void write(const QString &output) { m_output += QStringLiteral("    ") + output + QLatin1Char('\n'); }

    CandidateSettings m_settings;
    bool m_plain = false;
    std::unique_ptr<Candidate> m_candidate;
    Candidate::Time m_now;
    Candidate::Time m_sentAt;
    bool m_waiting = false; ///< for an answer
    std::chrono::nanoseconds m_serverAhead{};
    std::chrono::milliseconds m_longest{}; ///< the longest lease in use on the lock, if it is not ours
    LockOrder m_order;
    Candidate::Time m_reservedUntil;
    QString m_output;
};

} // namespace Elector
