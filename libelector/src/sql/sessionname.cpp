// SPDX-License-Identifier: MIT
#include "sql/sessionname_p.h"

#include <Elector/schema.h>

#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>

#include <algorithm>

namespace Elector {

namespace {

QLatin1StringView prefix()
{
    return QLatin1StringView("elector ");
}

/// So much of an instance is wanted beside a list of locks, before that gives way to `*`.
constexpr qsizetype leastInstance = 16;

QString listOf(const std::set<int> &locks)
{
    QStringList parts;
    for (auto it = locks.cbegin(); it != locks.cend();) {
        const int first = *it;
        int last = first;
        for (++it; it != locks.cend() && qint64(*it) == qint64(last) + 1; ++it)
            last = *it;
        QString part = QString::number(first);
        if (last != first)
            part += (qint64(last) == qint64(first) + 1 ? QLatin1Char(',') : QLatin1Char('-')) + QString::number(last);
        parts.append(part);
        if (parts.size() > SessionName::longest) // far too long already
            return {};
    }
    return parts.join(QLatin1Char(','));
}

/// A number as QString::number() writes it, and no other.
std::optional<int> numberOf(const QString &text)
{
    bool ok = false;
    const int number = text.toInt(&ok);
    return ok && QString::number(number) == text ? std::optional(number) : std::nullopt;
}

std::optional<std::vector<SessionName::Range>> rangesOf(const QString &list)
{
    static const QRegularExpression part(QStringLiteral(R"(\A(-?\d+)(?:-(-?\d+))?\z)"));
    std::vector<SessionName::Range> ranges;
    for (const QString &text : list.split(QLatin1Char(','))) {
        const auto match = part.match(text);
        const auto first = numberOf(match.captured(1));
        const auto last = match.captured(2).isEmpty() ? first : numberOf(match.captured(2));
        if (!match.hasMatch() || !first || !last || *last < *first)
            return std::nullopt;
        if (!ranges.empty() && *first <= ranges.back().last)
            return std::nullopt;
        if (!ranges.empty() && qint64(*first) == qint64(ranges.back().last) + 1)
            ranges.back().last = *last;
        else
            ranges.push_back({*first, *last});
    }
    return ranges;
}

} // namespace

QString SessionName::shown(const QString &instanceId)
{
    QString text;
    text.reserve(instanceId.size());
    for (const char32_t character : instanceId.toUcs4())
        text += character >= 0x20 && character < 0x7f ? QChar(char16_t(character)) : QLatin1Char('?');
    return text;
}

QString SessionName::format(const std::set<int> &locks, const QString &schema, const QString &instanceId)
{
    const QString instance = shown(instanceId);
    const QString where = schema == QLatin1String("public") ? QString() : QLatin1Char('@') + schema;
    QString list = listOf(locks);
    const auto room = [&](const QString &text) { return longest - prefix().size() - text.size() - where.size() - 1; };
    if (list.isEmpty() || room(list) < std::min(leastInstance, instance.size()))
        list = QStringLiteral("*");
    if (room(list) < 0) // the schema's name alone is too long; isIn() knows
        return (prefix() + list + where).left(longest);
    return prefix() + list + where + QLatin1Char(' ') + instance.left(room(list));
}

std::optional<SessionName> SessionName::parse(const QString &applicationName)
{
    if (!applicationName.startsWith(prefix()))
        return std::nullopt;
    const QString rest = applicationName.mid(prefix().size());
    const qsizetype space = rest.indexOf(QLatin1Char(' '));
    const QString word = space < 0 ? rest : rest.left(space);
    SessionName name;
    name.instance = space < 0 ? QString() : rest.mid(space + 1);
    name.maybeCut = applicationName.size() >= longest;
    const qsizetype at = word.indexOf(QLatin1Char('@'));
    if (at >= 0)
        name.schema = word.mid(at + 1);
    if (!Schema::isValidName(name.schema))
        return std::nullopt;
    const QString list = at < 0 ? word : word.left(at);
    name.manyLocks = list == QLatin1String("*");
    if (name.manyLocks)
        return name;
    auto ranges = rangesOf(list);
    if (!ranges)
        return std::nullopt;
    name.locks = std::move(*ranges);
    return name;
}

bool SessionName::isIn(const QString &schemaName) const
{
    return schema == schemaName || (maybeCut && instance.isEmpty() && schemaName.startsWith(schema));
}

bool SessionName::serves(int lockId) const
{
    return std::any_of(locks.cbegin(), locks.cend(),
                       [lockId](const Range &range) { return range.first <= lockId && lockId <= range.last; });
}

bool SessionName::mayBe(const QString &instanceId) const
{
    const QString wanted = shown(instanceId);
    return maybeCut ? wanted.startsWith(instance) : wanted == instance;
}

} // namespace Elector
