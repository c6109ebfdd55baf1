// SPDX-License-Identifier: MIT
#include "leaseexport.h"

#include "displaytext.h"

#include <Elector/leasejson.h>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QSaveFile>

namespace Elector {

namespace {

// The order of a reader: what, who, how long, then the rest.
constexpr const char *const csvColumns[]
    = {"lock",       "name",     "holder",   "instance", "term",   "state",        "expires_in_ms", "expires_at",
       "created_at", "lease_ms", "renewals", "metadata", "paused", "reserved_for", "ordered_by",    "order_reason"};

QByteArray csvText(QString text)
{
    if (!text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front()))
        text.prepend(QLatin1Char('\''));
    const bool plain = !text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('"'))
        && !text.contains(QLatin1Char('\n')) && !text.contains(QLatin1Char('\r'));
    if (plain)
        return text.toUtf8();
    return '"' + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")).toUtf8() + '"';
}

QByteArray csvCell(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? "true" : "false";
    if (value.isDouble())
        return QByteArray::number(value.toInteger());
    if (value.isObject())
        return csvText(QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact)));
    return csvText(value.toString());
}

QByteArray asCsv(const QList<LeaseExport::Row> &rows)
{
    QByteArray text;
    const auto line = [&text](auto &&cell) {
        for (const char *column : csvColumns) {
            if (column != csvColumns[0])
                text += ',';
            text += cell(column);
        }
        text += "\r\n";
    };
    line([](const char *column) { return QByteArray(column); });
    for (const LeaseExport::Row &row : rows) {
        const QJsonObject object = toJson(row.lease, row.remaining);
        line([&object](const char *column) { return csvCell(object.value(QLatin1StringView(column))); });
    }
    return text;
}

QByteArray asJson(const QList<LeaseExport::Row> &rows)
{
    QJsonArray array;
    for (const LeaseExport::Row &row : rows)
        array.append(toJson(row.lease, row.remaining));
    return QJsonDocument(array).toJson(QJsonDocument::Indented);
}

} // namespace

QByteArray LeaseExport::write(const QList<Row> &rows, Format format)
{
    return format == Csv ? asCsv(rows) : asJson(rows);
}

QString LeaseExport::save(const QString &path, const QByteArray &contents)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(contents) == contents.size() && file.commit())
        return {};
    return tr("%1 cannot be written: %2. A file that was there is as it was.")
        .arg(isolated(displayText(path, 400)), file.errorString());
}

} // namespace Elector
