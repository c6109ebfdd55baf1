// SPDX-License-Identifier: MIT
#include "sqlroom.h"

#include <Elector/connectionparameters.h>

#include <QtCore/QDebug>

namespace Elector {

NodeSession::NodeSession(const Settings &settings)
    : connection(parametersOf(settings), watchdog)
    , table(connection, settings.schema, settings.level)
    , inspector(connection, settings.schema, settings.level)
{
    connection.setAttemptTimeout(std::chrono::minutes(1));
    error = connection.open();
    if (!error)
        error = prepare(settings);
    if (error)
        qWarning() << "A session of the test failed:" << error.message();
}

ConnectionParameters NodeSession::parametersOf(const Settings &settings)
{
    ConnectionParameters parameters = ConnectionParameters::fromString(settings.dsn);
    parameters.setPooling(settings.pooling);
    if (settings.pooling == Pooling::Transaction)
        parameters.set(QStringLiteral("application_name"), settings.session.applicationName);
    return parameters;
}

ElectorError NodeSession::prepare(const Settings &settings)
{
    LentSession::Contact contact;
    return settings.pooling == Pooling::Transaction ? LentSession::prepare(connection, settings.session, &contact)
                                                    : ServerCheck::configureSession(connection, settings.session);
}

qint64 NodeSession::pid()
{
    const Execution execution = connection.execute(QStringLiteral("SELECT pg_backend_pid()"));
    return execution.count() == 1 ? execution.row(0).number(0) : 0;
}

Reply NodeSession::read(int id)
{
    return table.perform({id, ReadRequest{}});
}

Reply NodeSession::capture(int id, const QString &leader, std::chrono::milliseconds lease)
{
    return table.perform({id, CaptureRequest{leader, lease, {}, false, {}}});
}

Reply NodeSession::renew(int id, const TenureKey &key, std::chrono::milliseconds lease)
{
    return table.perform({id, RenewRequest{key, lease, true}});
}

Reply NodeSession::release(int id, const TenureKey &key)
{
    return table.perform({id, ReleaseRequest{key}});
}

Reply NodeSession::cleanUp(std::optional<ServerTime> notAfter, int limit)
{
    return table.perform({0, CleanUpRequest{notAfter, limit}});
}

WaitingNode::WaitingNode(const NodeSession::Settings &settings, Work work)
    : m_pid(m_pidPromise.get_future().share())
    , m_done(m_donePromise.get_future().share())
    , m_thread([this, settings, work = std::move(work)] {
        {
            NodeSession session(settings);
            m_pidPromise.set_value(session.pid());
            work(session);
        }
        m_donePromise.set_value();
    })
{
}

void WaitingNode::finish()
{
    if (m_thread.joinable())
        m_thread.join();
}

bool SqlRoom::start(const QString &deadlockTimeout, PostgresServer::Options options)
{
    options.tcp = false;
    options.conf += {QStringLiteral("deadlock_timeout=") + deadlockTimeout, QStringLiteral("max_connections=100")};
    if (!server.start(options)) {
        qWarning() << server.errorString();
        return false;
    }
    return true;
}

bool SqlRoom::newDatabase(SchemaLevel level, const QString &schema)
{
    database = server.createDatabase();
    settings.dsn = server.dsn(database);
    settings.schema = schema;
    settings.level = level == SchemaLevel::Plain ? SchemaLevel::Plain : SchemaLevel::Full;
    if (database.isEmpty() || level == SchemaLevel::None)
        return !database.isEmpty();
    const SqlResult result = exec(Schema::installSql(schema, level, server.majorVersion()));
    if (!result)
        qWarning() << result.error;
    return result.ok;
}

std::unique_ptr<TestConnection> SqlRoom::foreign(const QString &user) const
{
    return std::make_unique<TestConnection>(server.socketDir(), server.port(), database, user);
}

SqlResult SqlRoom::plant(int id, const QString &leader, const QString &expiresAt, qint64 term, const QString &createdAt)
{
    const bool full = settings.level == SchemaLevel::Full;
    QString sql = QStringLiteral("SET LOCAL session_replication_role = replica;");
    if (full)
        sql += QStringLiteral("ALTER TABLE %1 DISABLE TRIGGER USER;").arg(table());
    sql += QStringLiteral("INSERT INTO %1 (id, leader_id, expires_at, created_at%2) VALUES (%3, '%4', %5, %6%7);")
               .arg(table(), full ? QStringLiteral(", term") : QString())
               .arg(id)
               .arg(leader, expiresAt, createdAt, full ? QStringLiteral(", %1").arg(term) : QString());
    if (full) {
        sql += QStringLiteral("INSERT INTO \"%1\".leader_lease_lock (id, term, max_lease_ms) VALUES (%2, %3, 1000) ON "
                              "CONFLICT (id) DO "
                              "UPDATE SET term = EXCLUDED.term;")
                   .arg(settings.schema)
                   .arg(id)
                   .arg(term);
        const char *const triggers[] = {"before_insert",  "after_insert", "before_update",  "after_update",
                                        "before_renewal", "after_delete", "before_truncate"};
        for (const char *trigger : triggers)
            sql += QStringLiteral("ALTER TABLE %1 ENABLE ALWAYS TRIGGER leader_lease_%2;")
                       .arg(table(), QLatin1String(trigger));
    }
    return exec(sql);
}

bool SqlRoom::hasExpired(int id)
{
    return value(QStringLiteral("SELECT expires_at <= clock_timestamp() FROM %1 WHERE id = %2").arg(table()).arg(id))
        .toBool();
}

QString SqlRoom::events(int id)
{
    return value(QStringLiteral(
                     "SELECT string_agg(event, ' ' ORDER BY seq) FROM \"%1\".leader_lease_history WHERE id = %2")
                     .arg(settings.schema)
                     .arg(id))
        .toString();
}

qint64 SqlRoom::storedTerm(int id)
{
    return value(QStringLiteral("SELECT term FROM \"%1\".leader_lease_lock WHERE id = %2").arg(settings.schema).arg(id))
        .toLongLong();
}

QString SqlRoom::fingerprint()
{
    QString sql = QStringLiteral("SELECT coalesce((SELECT string_agg(l::text || l.ctid || l.xmin || l.xmax, '|' ORDER "
                                 "BY id) FROM leader_lease l), '')");
    if (settings.level == SchemaLevel::Full) {
        sql += QStringLiteral(" || coalesce((SELECT string_agg(k::text || k.ctid || k.xmin || k.xmax, '|' ORDER BY id) "
                              "FROM leader_lease_lock k), '') || (SELECT count(*) FROM leader_lease_history)");
    }
    const SqlResult result = exec(sql);
    if (!result)
        qWarning() << result.error;
    return result.value().toString();
}

NpmStatements::NpmStatements(const QString &schema, int id, const QString &leader, int leaseMs)
    : capture(QStringLiteral(
                  R"(INSERT INTO %1."leader_lease" ("id", "leader_id", "expires_at", "created_at") )"
                  R"(VALUES (%2, '%3', NOW() + INTERVAL '%4 ms', DEFAULT) )"
                  R"(ON CONFLICT ("id") DO UPDATE SET "expires_at" = EXCLUDED."expires_at" )"
                  R"(WHERE %1."leader_lease".id = EXCLUDED.id AND %1."leader_lease".leader_id = EXCLUDED.leader_id )"
                  R"(RETURNING "created_at")")
                  .arg(schema)
                  .arg(id)
                  .arg(leader)
                  .arg(leaseMs))
    , cleanUp(QStringLiteral("DELETE FROM %1.leader_lease WHERE expires_at < NOW() - INTERVAL '5 seconds'").arg(schema))
    , release(QStringLiteral("DELETE FROM %1.leader_lease WHERE id = %2 AND leader_id = '%3'")
                  .arg(schema)
                  .arg(id)
                  .arg(leader))
{
}

} // namespace Elector
