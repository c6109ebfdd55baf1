// SPDX-License-Identifier: MIT
#include "sql/sqltext_p.h"

#include <Elector/schema.h>

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtCore/QMap>
#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>

#include "sql/schemashape_p.h"

// Static libraries lose resources that nobody asks for by name.
static void initialiseSqlResource()
{
    Q_INIT_RESOURCE(elector_sql);
}

namespace Elector::SqlText {

namespace {

QString load(const QString &path)
{
    initialiseSqlResource();
    QFile file(QStringLiteral(":/elector/sql/") + path + QStringLiteral(".sql"));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("Elector: the SQL text %s is not part of this build", qPrintable(path));
    }
    return QString::fromUtf8(file.readAll());
}

/// Microseconds since 1970; what lies beyond the year 9999, `infinity` above all, is the largest number.
QString microseconds(const QString &expression)
{
    return QStringLiteral(
               "CASE WHEN %1 < timestamptz '9999-01-01 00:00:00+00' "
               "THEN (extract(epoch FROM greatest(%1, timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint "
               "WHEN %1 IS NOT NULL THEN 9223372036854775807 END")
        .arg(expression);
}

QString quoted(const QString &schema)
{
    return QLatin1Char('"') + schema + QLatin1Char('"');
}

void fillSchema(QString *text, const QString &schema)
{
    text->replace(QLatin1String("@schema@"), quoted(schema));
    text->replace(QLatin1String("@schema_name@"), schema);
}

/// What a line of a statement begins with if it is not for every level; None: the tables are not to be touched.
bool holds(const QString &condition, SchemaLevel level)
{
    if (condition == QLatin1String("@full"))
        return level == SchemaLevel::Full;
    if (condition == QLatin1String("@plain"))
        return level != SchemaLevel::Full;
    if (condition == QLatin1String("@rows"))
        return level != SchemaLevel::None;
    if (condition == QLatin1String("@norows"))
        return level == SchemaLevel::None;
    qFatal("Elector: a statement has a condition %s", qPrintable(condition));
}

/// A number of 64 bits that is the same on every node.
std::int64_t installLock(const QString &schema)
{
    const QByteArray digest
        = QCryptographicHash::hash(QByteArrayLiteral("elector install ") + schema.toUtf8(), QCryptographicHash::Sha256);
    return digest.left(8).toHex().toULongLong(nullptr, 16) & 0x7fffffffffffffffULL;
}

} // namespace

QString statement(const QString &name, const QString &schema, SchemaLevel level)
{
    const QString text = load(QStringLiteral("statements/") + name);
    QStringList lines;
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        const bool conditional = line.startsWith(QLatin1Char('@')) && !line.startsWith(QLatin1String("@micros("))
            && !line.startsWith(QLatin1String("@schema"));
        const QString condition = conditional ? line.section(QLatin1Char(' '), 0, 0) : QString();
        if (line.startsWith(QLatin1String("--")) || (conditional && !holds(condition, level))) {
            continue;
        }
        const QString kept = line.mid(condition.size()).trimmed();
        if (!kept.isEmpty()) {
            lines.append(kept);
        }
    }
    QString sql = lines.join(QLatin1Char('\n'));
    static const QRegularExpression micros(QStringLiteral(R"(@micros\((.*?)\)@)"));
    for (auto match = micros.match(sql); match.hasMatch(); match = micros.match(sql)) {
        sql.replace(match.capturedStart(), match.capturedLength(), microseconds(match.captured(1)));
    }
    fillSchema(&sql, schema);
    return sql;
}

QString call(const QString &name, const QString &schema, Key key)
{
    static const QRegularExpression parameter(QStringLiteral(R"(\$(\d+)::(\w+(?:\[\])?))"));
    const QString whole = statement(name, schema, SchemaLevel::Full);
    QMap<int, QString> parameters;
    for (auto match = parameter.globalMatch(whole); match.hasNext();) {
        const auto found = match.next();
        parameters.insert(found.captured(1).toInt(), found.captured(0));
    }
    if (key == Key::Last) {
        const int last = int(parameters.size()) + 1;
        parameters.insert(last, QStringLiteral("$%1::text").arg(last));
    }
    QString sql = QStringLiteral("SELECT * FROM @schema@.leader_lease_%1(%2)")
                      .arg(name, QStringList(parameters.values()).join(QStringLiteral(", ")));
    fillSchema(&sql, schema);
    return sql;
}

QString script(const QString &name, const QString &schema, const QString &indexMethod, const QString &strict)
{
    QString sql = load(QStringLiteral("schema/") + name);
    static const QRegularExpression include(QStringLiteral(R"(@include (\w+)@\n?)"));
    for (auto match = include.match(sql); match.hasMatch(); match = include.match(sql)) {
        sql.replace(match.capturedStart(), match.capturedLength(), load(QStringLiteral("schema/") + match.captured(1)));
    }
    static const QRegularExpression asked(QStringLiteral(R"(@statement (\w+)@)"));
    for (auto match = asked.match(sql); match.hasMatch(); match = asked.match(sql)) {
        sql.replace(match.capturedStart(), match.capturedLength(),
                    statement(match.captured(1), schema, SchemaLevel::Full));
    }
    sql.replace(QLatin1String("@strict@"), strict);
    sql.replace(QLatin1String("@channel@"), Schema::channel(schema));
    sql.replace(QLatin1String("@install_lock@"), QString::number(installLock(schema)));
    sql.replace(QLatin1String("@index_method@"), indexMethod);
    fillSchema(&sql, schema);
    return sql;
}

} // namespace Elector::SqlText
