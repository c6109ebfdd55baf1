// SPDX-License-Identifier: MIT
#include "settingsfile.h"

#include <QtCore/QHash>
#include <QtCore/QSettings>

#include <optional>

namespace Elector {

namespace {

/// The values as they stand in the file, by key.
QHash<QString, QString> rawValues(const QByteArray &content)
{
    QHash<QString, QString> values;
    QString section;
    const QString text = QString::fromUtf8(content).replace(QLatin1Char('\r'), QLatin1Char('\n'));
    for (const QString &physical : text.split(QLatin1Char('\n'))) {
        const QString line = physical.trimmed();
        const qsizetype equals = line.indexOf(QLatin1Char('='));
        if (line.startsWith(QLatin1Char('[')) && line.endsWith(QLatin1Char(']'))) {
            section = line.mid(1, line.size() - 2).trimmed() + QLatin1Char('/');
            if (section.compare(QLatin1String("General/"), Qt::CaseInsensitive) == 0)
                section.clear();
        } else if (equals > 0 && !line.startsWith(QLatin1Char(';'))) {
            values.insert(section + line.left(equals).trimmed(), line.mid(equals + 1).trimmed());
        }
    }
    return values;
}

/// What stands between double quotes, if they enclose the whole.
std::optional<QString> unquoted(const QString &raw)
{
    if (raw.size() < 2 || !raw.startsWith(QLatin1Char('"')) || !raw.endsWith(QLatin1Char('"')))
        return std::nullopt;
    const QString inner = raw.mid(1, raw.size() - 2);
    QString value;
    for (qsizetype i = 0; i < inner.size(); ++i) {
        if (inner[i] == QLatin1Char('"'))
            return std::nullopt;
        if (inner[i] != QLatin1Char('\\')) {
            value += inner[i];
            continue;
        }
        const QChar escaped = ++i < inner.size() ? inner[i] : QChar();
        if (escaped == QLatin1Char('"') || escaped == QLatin1Char('\\'))
            value += escaped;
        else if (escaped == QLatin1Char('n'))
            value += QLatin1Char('\n');
        else if (escaped == QLatin1Char('t'))
            value += QLatin1Char('\t');
        else
            return std::nullopt;
    }
    // One @ at the start is QSettings' own.
    return value.startsWith(QLatin1String("@@")) ? value.mid(1) : value;
}

QString quoted(QString value)
{
    if (value.startsWith(QLatin1Char('@')))
        value.prepend(QLatin1Char('@'));
    value.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    return QLatin1Char('"') + value + QLatin1Char('"');
}

/// An address may have a password in it.
bool mayBeShown(const QString &key)
{
    return key != QLatin1String("dsn") && !key.startsWith(QLatin1String("connection/"));
}

} // namespace

QStringList alteredValues(const QByteArray &content, const QSettings &settings)
{
    QStringList problems;
    const QHash<QString, QString> values = rawValues(content);
    for (const QString &key : settings.allKeys()) {
        const auto raw = values.constFind(key);
        if (raw == values.constEnd()) {
            problems.append(QStringLiteral("The setting \"%1\" is not written plainly. Write a line of its own for it, "
                                           "such as %1=value.")
                                .arg(key.section(QLatin1Char('/'), -1)));
            continue;
        }
        // A list, such as several hosts, is what QSettings makes of commas.
        const QString read = settings.value(key).toStringList().join(QLatin1Char(','));
        if (unquoted(*raw).value_or(*raw) == read)
            continue;
        problems.append(
            QStringLiteral("The value of the setting \"%1\" would be read as something else. Write all of it in double "
                           "quotes, with \\\" and \\\\ for those two characters in it: %2=%3 (a comment has a line of "
                           "its own).")
                .arg(key, key.section(QLatin1Char('/'), -1), mayBeShown(key) ? quoted(*raw) : QStringLiteral("\"…\"")));
    }
    return problems;
}

} // namespace Elector
