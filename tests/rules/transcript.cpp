// SPDX-License-Identifier: MIT
#include "transcript.h"

#include "texts.h"

#include <Elector/duration.h>

#include <utility>

namespace Elector {

namespace {

std::chrono::nanoseconds spanOf(QString text)
{
    const bool negative = text.startsWith(QLatin1Char('-'));
    if (negative || text.startsWith(QLatin1Char('+')))
        text.remove(0, 1);
    const auto span = parseDuration(text);
    if (!span)
        throw QStringLiteral("not a time: ") + text;
    return negative ? -*span : *span;
}

Verdict verdictOf(const QString &word)
{
    for (int i = 1; i <= static_cast<int>(Verdict::Cleaned); ++i) {
        if (Texts::verdict(static_cast<Verdict>(i)) == word)
            return static_cast<Verdict>(i);
    }
    throw QStringLiteral("no such answer: ") + word;
}

Candidate::Hint hintOf(const QStringList &words)
{
    for (const auto kind : {Candidate::Hint::Free, Candidate::Hint::Captured, Candidate::Hint::Revoked,
                            Candidate::Hint::Changed, Candidate::Hint::Reconnected}) {
        if (Texts::hint({kind, std::nullopt}) == words.value(0))
            return {kind, words.size() > 1 ? std::optional<std::int64_t>(words.at(1).toLongLong()) : std::nullopt};
    }
    throw QStringLiteral("no such hint: ") + words.value(0);
}

} // namespace

QString Transcript::play(const QString &text)
{
    Transcript transcript;
    transcript.m_settings.instanceId = QStringLiteral("n1");
    transcript.m_settings.random = [] { return 0.5; };
    const QStringList lines = text.split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString &line = lines.at(i);
        if (line.startsWith(QLatin1Char(' ')))
            continue;
        transcript.m_output += line;
        if (i + 1 < lines.size())
            transcript.m_output += QLatin1Char('\n');
        if (!line.isEmpty() && !line.startsWith(QLatin1Char('#')))
            transcript.playLine(line);
    }
    return transcript.m_output;
}

void Transcript::playLine(const QString &line)
{
    QStringList words = line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const QString first = words.takeFirst();
    if (first == QLatin1String("settings")) {
        for (const QString &word : words)
            set(word.section(QLatin1Char('='), 0, 0), word.section(QLatin1Char('='), 1));
        return;
    }
    if (!m_candidate)
        m_candidate
            = std::make_unique<Candidate>(std::make_shared<CandidateSettings>(m_settings), 1, QStringLiteral("x"));
    const Candidate::Time before = std::exchange(m_now, Texts::Origin + spanOf(first));
    if (m_now < before)
        throw QStringLiteral("time goes back: ") + line;
    const QString command = words.takeFirst();
    if (command == QLatin1String("clock")) {
        m_serverAhead += spanOf(words.value(0));
        return;
    }
    if (command == QLatin1String("longest")) {
        m_longest = std::chrono::duration_cast<std::chrono::milliseconds>(spanOf(words.value(0)));
        return;
    }
    if (command == QLatin1String("order")) {
        order(words);
        return;
    }
    for (const Candidate::Event &event : feed(command, words))
        write(Texts::event(event));
    if (const auto request = m_candidate->takeRequest(m_now)) {
        m_sentAt = m_now;
        m_waiting = true;
        write(QStringLiteral("-> ") + Texts::request(*request));
    }
    const auto wakeAt = m_candidate->wakeAt();
    write(wakeAt ? QStringLiteral("wake at ") + Texts::time(*wakeAt) : QStringLiteral("no wake"));
}

/// What the database knows from now on: `paused`, `reserved n2 for 5s`, `none`.
void Transcript::order(const QStringList &words)
{
    m_order = {};
    m_order.paused = words.value(0) == QLatin1String("paused");
    if (words.value(0) == QLatin1String("reserved")) {
        m_order.reservedFor = words.value(1);
        m_reservedUntil = m_now + spanOf(words.value(3));
    }
}

void Transcript::set(const QString &key, const QString &value)
{
    if (key == QLatin1String("level"))
        m_plain = value == QLatin1String("plain");
    else if (key == QLatin1String("lease"))
        setLease(std::chrono::duration_cast<std::chrono::milliseconds>(spanOf(value)));
    else if (key == QLatin1String("renewal"))
        m_settings.renewalInterval = spanOf(value);
    else if (key == QLatin1String("jitter"))
        m_settings.jitterRange = spanOf(value);
    else if (key == QLatin1String("grace"))
        m_settings.grace = spanOf(value);
    else
        throw QStringLiteral("no such setting: ") + key;
}

/// Everything follows the lease, as in ElectorConfig.
void Transcript::setLease(std::chrono::milliseconds lease)
{
    m_settings.lease = lease;
    m_settings.renewalInterval = lease * 3 / 10;
    m_settings.jitterRange = lease * 2 / 10;
    m_settings.attemptTimeout = lease / 6;
    m_settings.trust = {0.1, lease / 40};
}

Candidate::Events Transcript::feed(const QString &command, const QStringList &arguments)
{
    if (command == QLatin1String("start"))
        return m_candidate->start(m_now);
    if (command == QLatin1String("release"))
        return m_candidate->release(m_now);
    if (command == QLatin1String("stop"))
        return m_candidate->stop(m_now, m_now + spanOf(arguments.value(0)));
    if (command == QLatin1String("holds"))
        return m_candidate->setHolds(m_now, arguments.value(0).toInt());
    if (command == QLatin1String("wake"))
        return m_candidate->wake(m_now);
    if (command == QLatin1String("replaced"))
        return m_candidate->serverReplaced(m_now);
    if (command == QLatin1String("hint"))
        return m_candidate->hint(m_now, hintOf(arguments));
    if (command == QLatin1String("overhear"))
        return m_candidate->overhear(m_now, overheard(arguments));
    if (!std::exchange(m_waiting, false))
        throw QStringLiteral("nothing was asked: ") + command;
    return m_candidate->reply(m_now, reply(command, arguments));
}

/// `5ms read n1#x.1/7 for 10s`: sent 5 ms ago, answered now.
Reply Transcript::overheard(const QStringList &words)
{
    const auto sentAt = std::exchange(m_sentAt, m_now - spanOf(words.value(0)));
    const Reply heard = reply(QStringLiteral("answer"), words.mid(1));
    m_sentAt = sentAt;
    return heard;
}

Reply Transcript::reply(const QString &command, const QStringList &arguments) const
{
    Reply reply;
    reply.sentAt = m_sentAt;
    reply.receivedAt = m_now;
    if (command == QLatin1String("failed")) {
        reply.outcome = Outcome::Failed;
        reply.error = {ErrorCode::Database, QStringLiteral("refused"), {}, arguments.value(0)};
        return reply;
    }
    if (command == QLatin1String("unknown")) {
        reply.error = {ErrorCode::ConnectionLost, QStringLiteral("lost"), {}, {}};
        return reply;
    }
    if (command != QLatin1String("answer"))
        throw QStringLiteral("no such input: ") + command;
    reply.outcome = Outcome::Answered;
    reply.verdict = verdictOf(arguments.value(0));
    const auto halfway = m_sentAt + (m_now - m_sentAt) / 2;
    reply.serverTime
        = ServerTime(std::chrono::floor<std::chrono::microseconds>(halfway.time_since_epoch() + m_serverAhead));
    reply.order = m_order;
    if (m_order.isReserved()) {
        reply.order.reservedRemaining = std::chrono::floor<std::chrono::microseconds>(m_reservedUntil - m_now);
        if (m_reservedUntil <= m_now)
            reply.order = {};
    }
    if (arguments.size() > 1 && arguments.at(1) != QLatin1String("none"))
        reply.row = row(arguments.mid(1), reply.serverTime);
    if (!m_plain)
        reply.maxLease = std::max(m_settings.lease, m_longest);
    return reply;
}

/// `n1#x.1/7 for 10s`, `n1#x.1 until 15s`; a tombstone is written `revoked:n1#x.1/7`.
RowState Transcript::row(const QStringList &words, ServerTime now) const
{
    RowState row;
    row.leaderId
        = words.value(0).section(QLatin1Char('/'), 0, 0).replace(QLatin1String("revoked:"), QLatin1String("#revoked "));
    if (const QString term = words.value(0).section(QLatin1Char('/'), 1); !term.isEmpty())
        row.term = term.toLongLong();
    const auto span = std::chrono::duration_cast<std::chrono::microseconds>(spanOf(words.value(2)));
    if (words.value(1) == QLatin1String("for")) {
        row.remaining = span;
        row.expiresAt = now + span;
    } else if (words.value(1) == QLatin1String("until")) {
        row.expiresAt = ServerTime(
            std::chrono::duration_cast<std::chrono::microseconds>(Texts::Origin.time_since_epoch()) + span);
        row.remaining = row.expiresAt - now;
    } else {
        throw QStringLiteral("a row lasts \"for\" or \"until\": ") + words.join(QLatin1Char(' '));
    }
    return row;
}

} // namespace Elector
