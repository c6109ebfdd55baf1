// SPDX-License-Identifier: MIT
#include "transcript.h"

#include <QMetaEnum>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Elector {

namespace {

template <typename Enum> QString nameOf(Enum value)
{
    return QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(static_cast<int>(value)));
}

} // namespace

Transcript::Transcript(LeaderElector &elector)
{
    const auto hear
        = [this, &elector](auto signal, auto slot) { m_connections.append(QObject::connect(&elector, signal, slot)); };
    hear(&LeaderElector::leadershipChanged, [this](bool leader) { note(leader ? u"leads"_s : u"lost"_s); });
    hear(&LeaderElector::leadershipLost, [this](LossReason reason) {
        const std::lock_guard lock(m_mutex);
        if (!m_words.isEmpty())
            m_words.last() += u' ' + nameOf(reason);
    });
    hear(&LeaderElector::stopped, [this] { note(u"stopped"_s); });
    hear(&LeaderElector::recovered, [this] { note(u"recovered"_s); });
    hear(&LeaderElector::errorOccurred, [this](const ElectorError &error) {
        note(u"error "_s + nameOf(error.code));
        const std::lock_guard lock(m_mutex);
        m_errors.append(error);
    });
    hear(&LeaderElector::deadlineChanged, [this, &elector] {
        const auto deadline = elector.deadline();
        const std::lock_guard lock(m_mutex);
        m_lastDeadline = std::max(m_lastDeadline, deadline);
    });
}

Transcript::~Transcript()
{
    for (const QMetaObject::Connection &connection : std::as_const(m_connections))
        QObject::disconnect(connection);
}

void Transcript::note(const QString &word)
{
    const std::lock_guard lock(m_mutex);
    m_words.append(word);
}

QStringList Transcript::words() const
{
    const std::lock_guard lock(m_mutex);
    return m_words;
}

QString Transcript::election() const
{
    QStringList kept;
    for (const QString &word : words()) {
        if (!word.startsWith(u"error") && word != u"recovered")
            kept.append(word);
    }
    return kept.join(QStringLiteral(", "));
}

int Transcript::count(const QString &prefix) const
{
    const QStringList all = words();
    return static_cast<int>(
        std::count_if(all.cbegin(), all.cend(), [&](const QString &word) { return word.startsWith(prefix); }));
}

QList<ElectorError> Transcript::errors() const
{
    const std::lock_guard lock(m_mutex);
    return m_errors;
}

bool Transcript::alternates() const
{
    bool leads = false;
    for (const QString &word : words()) {
        const bool gained = word == u"leads"_s;
        if (!gained && !word.startsWith(u"lost"_s))
            continue;
        if (gained == leads)
            return false;
        leads = gained;
    }
    return true;
}

BootClock::time_point Transcript::lastDeadline() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastDeadline;
}

} // namespace Elector
