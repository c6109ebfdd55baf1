// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/leaderelector.h>

#include <QObject>
#include <QStringList>

#include <mutex>

namespace Elector {

/// What an elector said, in order: `leads`, `lost Released`, `stopped`, `error Unreachable`, `recovered`. Connected
/// directly, so that it hears what is said in destructors too. May be read in any thread.
class Transcript
{
public:
    explicit Transcript(LeaderElector &elector);
    ~Transcript();
    Transcript(const Transcript &) = delete;
    Transcript &operator=(const Transcript &) = delete;

    QStringList words() const;
    QString text() const { return words().join(QStringLiteral(", ")); }
    /// What it said of the election alone: a slow machine may cost a call here and there, which is said, too.
    QString election() const;
    /// Only those that begin with \a prefix.
    int count(const QString &prefix) const;
    bool has(const QString &prefix) const { return count(prefix) > 0; }
    /// The errors in full.
    QList<ElectorError> errors() const;
    /// Every `leads` is followed by exactly one `lost`, nothing is lost that was not led.
    bool alternates() const;
    /// The latest deadline that was ever announced.
    BootClock::time_point lastDeadline() const;

private:
    void note(const QString &word);

    mutable std::mutex m_mutex;
    QStringList m_words;
    QList<ElectorError> m_errors;
    BootClock::time_point m_lastDeadline;
    QList<QMetaObject::Connection> m_connections;
};

} // namespace Elector
