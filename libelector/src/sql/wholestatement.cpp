// SPDX-License-Identifier: MIT
#include "sql/wholestatement_p.h"

#include <QtCore/QList>

#include <algorithm>

namespace Elector {

namespace {

bool isPlain(const QByteArray &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](char character) {
        return character >= 0x20 && character < 0x7f && character != '\'' && character != '\\';
    });
}

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

} // namespace

std::optional<QByteArray> WholeStatement::valueText(const QVariant &value)
{
    if (value.isNull())
        return std::nullopt;
    if (value.userType() == QMetaType::QByteArray)
        return value.toByteArray();
    if (value.userType() != QMetaType::QString)
        return value.toString().toLatin1();
    const QString text = value.toString();
    return text.isNull() ? std::nullopt : std::optional(text.toUtf8());
}

QByteArray WholeStatement::literal(const std::optional<QByteArray> &text)
{
    if (!text)
        return QByteArrayLiteral("NULL");
    if (isPlain(*text))
        return '\'' + *text + '\'';
    return "pg_catalog.convert_from(pg_catalog.decode('" + text->toHex() + "', 'hex'), 'UTF8')";
}

QByteArray WholeStatement::text(const QByteArray &sql, const QVariantList &values)
{
    QByteArray whole;
    whole.reserve(sql.size() + 256);
    for (qsizetype at = 0; at < sql.size();) {
        const qsizetype dollar = sql.indexOf('$', at);
        qsizetype end = dollar + 1;
        while (dollar >= 0 && end < sql.size() && isDigit(sql.at(end)))
            ++end;
        if (dollar < 0) {
            whole.append(sql.constData() + at, sql.size() - at);
            break;
        }
        const int number = sql.mid(dollar + 1, end - dollar - 1).toInt();
        if (number >= 1 && number <= values.size()) {
            whole.append(sql.constData() + at, dollar - at);
            whole.append(literal(valueText(values.at(number - 1))));
        } else {
            whole.append(sql.constData() + at, end - at);
        }
        at = end;
    }
    return whole;
}

} // namespace Elector
