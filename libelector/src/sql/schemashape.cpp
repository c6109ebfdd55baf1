// SPDX-License-Identifier: MIT
#include "sql/schemashape_p.h"

#include "sql/sqltext_p.h"

#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

namespace Elector {

namespace {

struct Column
{
    QString type;
    bool notNull = false;
    bool hasDefault = false;
};
using Columns = QHash<QString, Column>;

Columns columnsOf(const QJsonObject &relation)
{
    Columns columns;
    const QJsonArray list = relation.value(QLatin1String("columns")).toArray();
    for (const QJsonValue &value : list) {
        const QJsonArray column = value.toArray();
        columns.insert(column.at(0).toString(),
                       Column{column.at(1).toString(), column.at(2).toBool(), column.at(3).toBool()});
    }
    return columns;
}

struct Expected
{
    const char *name;
    const char *type;
    bool mayBeVarchar = false;
};

constexpr Expected seedColumns[] = {{"id", "integer"},
                                    {"leader_id", "text", true},
                                    {"expires_at", "timestamp with time zone"},
                                    {"created_at", "timestamp with time zone"}};
constexpr Expected fullColumns[]
    = {{"term", "bigint"}, {"lease_ms", "bigint"}, {"renewals", "bigint"}, {"metadata", "text"}};
constexpr Expected lockColumns[] = {{"id", "integer"},
                                    {"name", "text"},
                                    {"term", "bigint"},
                                    {"max_lease_ms", "bigint"},
                                    {"paused_at", "timestamp with time zone"},
                                    {"reserved_for", "text"},
                                    {"reserved_until", "timestamp with time zone"},
                                    {"order_operator", "text"},
                                    {"order_reason", "text"}};
constexpr Expected historyColumns[] = {{"seq", "bigint"},       {"at", "timestamp with time zone"},
                                       {"id", "integer"},       {"term", "bigint"},
                                       {"leader_id", "text"},   {"event", "text"},
                                       {"actor", "text"},       {"operator_name", "text"},
                                       {"application", "text"}, {"address", "inet"},
                                       {"reason", "text"}};
constexpr const char *triggers[]
    = {"leader_lease_before_insert",  "leader_lease_after_insert",   "leader_lease_before_update",
       "leader_lease_after_update",   "leader_lease_before_renewal", "leader_lease_after_delete",
       "leader_lease_before_truncate"};

template <std::size_t count>
void compare(const QString &table, const Columns &present, const Expected (&expected)[count], QStringList *differences)
{
    for (const Expected &column : expected) {
        const QString name = QLatin1String(column.name);
        const auto found = present.constFind(name);
        if (found == present.constEnd()) {
            differences->append(QStringLiteral("%1 has no column %2").arg(table, name));
        } else if (found->type != QLatin1String(column.type)
                   && !(column.mayBeVarchar && found->type == QLatin1String("character varying"))) {
            differences->append(QStringLiteral("%1.%2 is of type %3 instead of %4")
                                    .arg(table, name, found->type, QLatin1String(column.type)));
        }
    }
}

/// Other people's columns do no harm while an INSERT may leave them out.
void compareForeignColumns(const Columns &present, QStringList *differences)
{
    for (auto column = present.constBegin(); column != present.constEnd(); ++column) {
        bool ours = false;
        for (const Expected &expected : seedColumns) {
            ours = ours || column.key() == QLatin1String(expected.name);
        }
        if (!ours && column->notNull && !column->hasDefault) {
            differences->append(QStringLiteral("leader_lease.%1 is NOT NULL and has no default").arg(column.key()));
        }
    }
}

QStringList seedDifferences(const QJsonObject &lease)
{
    const QString kind = lease.value(QLatin1String("kind")).toString();
    if (kind != QLatin1String("r")) {
        return {QStringLiteral("leader_lease is not an ordinary table (relkind %1)").arg(kind)};
    }
    QStringList differences;
    const Columns columns = columnsOf(lease);
    compare(QStringLiteral("leader_lease"), columns, seedColumns, &differences);
    compareForeignColumns(columns, &differences);
    if (lease.value(QLatin1String("key")).toString() != QLatin1String("id")) {
        differences.append(QStringLiteral("the primary key of leader_lease is not id"));
    }
    return differences;
}

QStringList fullDifferences(const QJsonObject &relations)
{
    QStringList differences;
    const QJsonObject lease = relations.value(QLatin1String("leader_lease")).toObject();
    compare(QStringLiteral("leader_lease"), columnsOf(lease), fullColumns, &differences);
    compare(QStringLiteral("leader_lease_lock"),
            columnsOf(relations.value(QLatin1String("leader_lease_lock")).toObject()), lockColumns, &differences);
    compare(QStringLiteral("leader_lease_history"),
            columnsOf(relations.value(QLatin1String("leader_lease_history")).toObject()), historyColumns, &differences);
    const QJsonObject present = lease.value(QLatin1String("triggers")).toObject();
    for (const char *name : triggers) {
        const QString state = present.value(QLatin1String(name)).toString();
        if (state.isEmpty()) {
            differences.append(QStringLiteral("the trigger %1 is missing").arg(QLatin1String(name)));
        } else if (state != QLatin1String("A")) {
            differences.append(QStringLiteral("the trigger %1 is not enabled always").arg(QLatin1String(name)));
        }
    }
    return differences;
}

/// A table of which any of our own objects tells that it was meant to be full.
bool looksFull(const QJsonObject &lease)
{
    if (!lease.value(QLatin1String("triggers")).toObject().isEmpty()) {
        return true;
    }
    const Columns columns = columnsOf(lease);
    return columns.contains(QStringLiteral("term")) && columns.contains(QStringLiteral("lease_ms"));
}

ElectorError foreign(const QString &schema, const QStringList &differences, const QString &remedy)
{
    return {ErrorCode::TableForeign,
            QStringLiteral("The relation leader_lease in schema %1 is not what leader election expects: %2.")
                .arg(schema, differences.join(QStringLiteral("; "))),
            remedy,
            {}};
}

} // namespace

QString SchemaShape::sql(const QString &schema)
{
    return SqlText::statement(QStringLiteral("shape"), schema, SchemaLevel::Full);
}

SchemaShape SchemaShape::read(const QString &json, const QString &schema)
{
    const QJsonObject relations = QJsonDocument::fromJson(json.toUtf8()).object();
    SchemaShape shape;
    const auto lease = relations.constFind(QLatin1String("leader_lease"));
    if (lease == relations.constEnd()) {
        shape.difference
            = {ErrorCode::TableMissing,
               QStringLiteral("There is no table leader_lease in schema %1.").arg(schema),
               QStringLiteral("Let it be created (createTableOnInit), or create it by \"elector migrate\"."),
               {}};
        return shape;
    }
    shape.unlogged = lease->toObject().value(QLatin1String("persistence")).toString() == QLatin1String("u");
    if (const QStringList differences = seedDifferences(lease->toObject()); !differences.isEmpty()) {
        shape.level = SchemaLevel::Foreign;
        shape.difference
            = foreign(schema, differences, QStringLiteral("Use another schema, or move that relation out of the way."));
        return shape;
    }
    if (!looksFull(lease->toObject())) {
        shape.level = SchemaLevel::Plain;
        return shape;
    }
    if (const QStringList differences = fullDifferences(relations); !differences.isEmpty()) {
        shape.level = SchemaLevel::Foreign;
        shape.difference = foreign(schema, differences, QStringLiteral("Repair it by \"elector migrate\"."));
        return shape;
    }
    shape.level = SchemaLevel::Full;
    return shape;
}

} // namespace Elector
