// SPDX-License-Identifier: MIT
#include <Elector/schema.h>

#include <Elector/bootclock.h>

#include "sql/databaseerror_p.h"
#include "sql/guardsql_p.h"
#include "sql/leasetable_p.h"
#include "sql/lentsession_p.h"
#include "sql/schemashape_p.h"
#include "sql/sqltext_p.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QRegularExpression>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>

namespace Elector {

namespace {

QString indexMethod(int majorVersion)
{
    return majorVersion >= 16 ? QStringLiteral("brin") : QStringLiteral("btree");
}

ElectorError errorOf(const QSqlError &error, const QString &schema)
{
    const QString state = error.nativeErrorCode();
    const QString said = DatabaseError::firstLine(error.databaseText());
    if (state == QLatin1String("42809")) {
        return {ErrorCode::TableForeign,
                QStringLiteral("A relation leader_lease, leader_lease_lock or leader_lease_history of another shape "
                               "stands in schema %1.")
                    .arg(schema),
                QStringLiteral("Use another schema, or move that relation out of the way."), state};
    }
    if (state == QLatin1String("42501")) {
        return {ErrorCode::PrivilegeMissing,
                QStringLiteral("This role may not do that in schema %1: %2.").arg(schema, said),
                QStringLiteral(
                    "Run the migration as the owner of leader_lease (with roles: a member of elector_owner), or of the "
                    "schema where there is none; \"elector migrate --print\" prints it."),
                state};
    }
    if (state == QLatin1String("55006")) {
        return {ErrorCode::Refused, said,
                QStringLiteral(
                    "Stop the nodes first, so that they give the locks up, or wait until the leases have run out."),
                state};
    }
    if (state == QLatin1String("42P01")) {
        return {ErrorCode::TableMissing, QStringLiteral("There is no table leader_lease in schema %1.").arg(schema),
                QStringLiteral("Install it instead."), state};
    }
    if (state == QLatin1String("55P03")) {
        return {ErrorCode::Database, said + QLatin1Char('.'),
                QStringLiteral("Look into pg_locks and pg_stat_activity for who that is, end it, and try again."),
                state};
    }
    if (DatabaseError::leavesDoubt(state)) {
        return {ErrorCode::ConnectionLost, QStringLiteral("The connection broke: %1.").arg(said),
                QStringLiteral("Try again."), state};
    }
    return DatabaseError::fromStatement(error);
}

/// Others may do the same at the same time without our lock (nest-leader-election), or hold the table for a moment.
bool isCollision(const ElectorError &error)
{
    static const QStringList states{QStringLiteral("23505"), QStringLiteral("42P06"), QStringLiteral("42P07"),
                                    QStringLiteral("42710"), QStringLiteral("40001"), QStringLiteral("40P01"),
                                    QStringLiteral("55P03"), QStringLiteral("XX000")};
    return states.contains(error.sqlState);
}

ElectorError run(const QString &connectionName, const QString &sql, const QString &schema)
{
    constexpr int attempts = 4;
    constexpr std::chrono::seconds longEnough{10}; // the script waits by itself, too
    const auto begin = BootClock::now();
    ElectorError error;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        QSqlQuery query(QSqlDatabase::database(connectionName, false));
        if (query.exec(sql)) {
            return {};
        }
        error = errorOf(query.lastError(), schema);
        if (!isCollision(error) || BootClock::now() - begin > longEnough) {
            break;
        }
    }
    return error;
}

int majorVersionOf(const QString &connectionName, ElectorError *error)
{
    QSqlQuery query(QSqlDatabase::database(connectionName, false));
    if (!query.exec(QStringLiteral("SELECT current_setting('server_version_num')::int / 10000")) || !query.next()) {
        *error = errorOf(query.lastError(), {});
        return 0;
    }
    return query.value(0).toInt();
}

QString quotedRole(QString role)
{
    return QLatin1Char('"') + role.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

} // namespace

bool Schema::isValidName(const QString &name)
{
    static const QRegularExpression plain(QStringLiteral("\\A[a-z_][a-z0-9_]{0,62}\\z"));
    return plain.match(name).hasMatch();
}

ElectorError Schema::checkName(const QString &name)
{
    if (isValidName(name)) {
        return {};
    }
    return {
        ErrorCode::Configuration,
        name.isEmpty() ? QStringLiteral("The schema's name is empty.")
                       : QStringLiteral("\"%1\" cannot be used as a schema's name.").arg(name),
        QStringLiteral(
            "It must consist of 1 to 63 characters a-z, 0-9 and _, and not begin with a digit, such as \"public\"."),
        {}};
}

QString Schema::channel(const QString &schema)
{
    const QByteArray digest = QCryptographicHash::hash(schema.toUtf8(), QCryptographicHash::Md5);
    return QStringLiteral("elector_") + QString::fromLatin1(digest.toHex().left(8));
}

QString Schema::installSql(const QString &schema, SchemaLevel level, int majorVersion)
{
    if (!isValidName(schema)) {
        return {};
    }
    if (level == SchemaLevel::Plain) {
        return SqlText::script(QStringLiteral("install_plain"), schema, indexMethod(0));
    }
    return level == SchemaLevel::Full
        ? SqlText::script(QStringLiteral("install_full"), schema, indexMethod(majorVersion))
        : QString();
}

QString Schema::upgradeSql(const QString &schema, int majorVersion)
{
    return isValidName(schema) ? SqlText::script(QStringLiteral("upgrade"), schema, indexMethod(majorVersion))
                               : QString();
}

QString Schema::rolesSql(const QString &schema, NodeAccess access)
{
    if (!isValidName(schema))
        return {};
    QString strict = QStringLiteral("keep");
    if (access != NodeAccess::AsBefore)
        strict = access == NodeAccess::Functions ? QStringLiteral("on") : QStringLiteral("off");
    return SqlText::script(QStringLiteral("roles"), schema, indexMethod(0), strict);
}

QString Schema::uninstallSql(const QString &schema, bool keepTable)
{
    if (!isValidName(schema)) {
        return {};
    }
    return SqlText::script(keepTable ? QStringLiteral("uninstall_keep_table") : QStringLiteral("uninstall"), schema,
                           indexMethod(0));
}

QString Schema::grantSql(const QString &schema, SchemaLevel level, const QString &role)
{
    if (!isValidName(schema) || role.isEmpty() || role.contains(QChar())) {
        return {};
    }
    QString sql = QStringLiteral("GRANT USAGE ON SCHEMA \"%1\" TO %2;\n"
                                 "GRANT SELECT, INSERT, UPDATE, DELETE ON \"%1\".leader_lease TO %2;\n");
    if (level == SchemaLevel::Full) {
        sql += QStringLiteral("GRANT SELECT ON \"%1\".leader_lease_lock, \"%1\".leader_lease_history TO %2;\n"
                              "GRANT EXECUTE ON FUNCTION \"%1\".leader_lease_guard(INT, TEXT, BIGINT), "
                              "\"%1\".leader_lease_guard_held(INT, TEXT, BIGINT), \"%1\".leader_lease_prune(INT), "
                              "\"%1\".leader_lease_order(INT, TEXT, TEXT, BIGINT, TEXT, BIGINT), "
                              "\"%1\".leader_lease_rename(INT, TEXT), "
                              "\"%1\".leader_lease_succeeded(INT, TEXT, BIGINT) TO %2;\n");
    }
    return sql.arg(schema, quotedRole(role));
}

QString Schema::guardSql(const QString &schema)
{
    return isValidName(schema) ? GuardSql::take(schema, GuardSql::Numbered) : QString();
}

QString Schema::releaseSql(const QString &schema, SchemaLevel level)
{
    return LeaseTable::releaseSqlForLibpq(schema, level);
}

QString Schema::releasePreamble()
{
    return QString::fromUtf8(LentSession::anyServer());
}

Schema::Schema(const QSqlDatabase &database, const QString &schema)
    : m_connectionName(database.connectionName())
    , m_schema(schema)
{
}

SchemaLevel Schema::level(ElectorError *error) const
{
    ElectorError ignored;
    ElectorError &why = error ? *error : ignored;
    why = checkName(m_schema);
    if (why) {
        return SchemaLevel::None;
    }
    QSqlQuery query(QSqlDatabase::database(m_connectionName, false));
    if (!query.exec(SchemaShape::sql(m_schema)) || !query.next()) {
        why = errorOf(query.lastError(), m_schema);
        return SchemaLevel::None;
    }
    const SchemaShape shape = SchemaShape::read(query.value(0).toString(), m_schema);
    why = shape.difference;
    return shape.level;
}

std::optional<Schema::NodeAccess> Schema::nodeAccess() const
{
    QSqlQuery query(QSqlDatabase::database(m_connectionName, false));
    if (!isValidName(m_schema) || !query.exec(SqlText::script(QStringLiteral("node_access"), m_schema, indexMethod(0)))
        || !query.next() || !query.value(0).toBool())
        return std::nullopt;
    return query.value(1).toBool() ? NodeAccess::Functions : NodeAccess::Table;
}

ElectorError Schema::install(SchemaLevel level) const
{
    if (const ElectorError error = checkName(m_schema)) {
        return error;
    }
    if (level != SchemaLevel::Plain && level != SchemaLevel::Full) {
        return {ErrorCode::Configuration, QStringLiteral("Only the levels Plain and Full can be installed."), {}, {}};
    }
    ElectorError error;
    const int version = majorVersionOf(m_connectionName, &error);
    return error ? error : run(m_connectionName, installSql(m_schema, level, version), m_schema);
}

ElectorError Schema::upgrade() const
{
    if (const ElectorError error = checkName(m_schema)) {
        return error;
    }
    ElectorError error;
    const int version = majorVersionOf(m_connectionName, &error);
    return error ? error : run(m_connectionName, upgradeSql(m_schema, version), m_schema);
}

ElectorError Schema::addRoles(NodeAccess access) const
{
    if (const ElectorError error = checkName(m_schema)) {
        return error;
    }
    return run(m_connectionName, rolesSql(m_schema, access), m_schema);
}

ElectorError Schema::uninstall(bool keepTable) const
{
    if (const ElectorError error = checkName(m_schema)) {
        return error;
    }
    return run(m_connectionName, uninstallSql(m_schema, keepTable), m_schema);
}

} // namespace Elector
