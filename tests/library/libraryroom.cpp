// SPDX-License-Identifier: MIT
#include "libraryroom.h"

#include <Elector/schema.h>

using namespace Qt::StringLiterals;

namespace Elector {

bool LibraryRoom::start(const PostgresServer::Options &options)
{
    if (server.start(options))
        return true;
    qWarning() << server.errorString();
    return false;
}

bool LibraryRoom::newDatabase(SchemaLevel level)
{
    database = server.createDatabase();
    if (database.isEmpty())
        return false;
    if (level == SchemaLevel::None)
        return true;
    const SqlResult result = exec(Schema::installSql(u"public"_s, level, server.majorVersion()));
    if (!result)
        qWarning() << result.error;
    return result.ok;
}

ElectorConfig LibraryRoom::config(const QString &instanceId, std::chrono::milliseconds lease, quint16 port) const
{
    ElectorConfig config;
    config.setConnection(port == 0 ? server.dsn(database) : server.tcpDsn(database, port));
    config.setInstanceId(instanceId);
    config.setLeaseDuration(lease);
    return config;
}

std::unique_ptr<TestConnection> LibraryRoom::application(const QString &user) const
{
    return std::make_unique<TestConnection>(server.socketDir(), server.port(), database, user);
}

QString LibraryRoom::holder(int lockId)
{
    return value(u"SELECT leader_id FROM leader_lease WHERE id = %1"_s.arg(lockId)).toString();
}

qint64 LibraryRoom::expiresAt(int lockId)
{
    return value(u"SELECT (extract(epoch FROM expires_at) * 1e6)::bigint FROM leader_lease WHERE id = %1"_s.arg(lockId))
        .toLongLong();
}

qint64 LibraryRoom::serverTime()
{
    return value(u"SELECT (extract(epoch FROM clock_timestamp()) * 1e6)::bigint"_s).toLongLong();
}

QString LibraryRoom::events(int lockId)
{
    return value(u"SELECT string_agg(event, ' ' ORDER BY seq) FROM leader_lease_history WHERE id = %1"_s.arg(lockId))
        .toString();
}

SqlResult LibraryRoom::plant(int lockId, const QString &leaderId, const QString &expiresAt, const QString &createdAt)
{
    return exec(uR"(
        DO $$ DECLARE t TEXT; BEGIN
            ALTER TABLE leader_lease DISABLE TRIGGER USER;
            DELETE FROM leader_lease WHERE id = %1;
            INSERT INTO leader_lease (id, leader_id, expires_at, created_at) VALUES (%1, '%2', %3, %4);
            FOR t IN SELECT tgname FROM pg_trigger WHERE tgrelid = 'leader_lease'::regclass AND NOT tgisinternal LOOP
                EXECUTE format('ALTER TABLE leader_lease ENABLE ALWAYS TRIGGER %I', t);
            END LOOP;
        END $$)"_s.arg(lockId)
                    .arg(leaderId, expiresAt, createdAt));
}

QString LibraryRoom::shape()
{
    return value(uR"(
        SELECT jsonb_build_object(
            'columns', (SELECT jsonb_agg(to_jsonb(a) - 'attcacheoff' ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = c.oid),
            'options', c.reloptions, 'owner', c.relowner, 'rights', c.relacl, 'persistence', c.relpersistence,
            'indexes', (SELECT jsonb_agg(pg_get_indexdef(i.indexrelid) ORDER BY i.indexrelid) FROM pg_index i WHERE i.indrelid = c.oid),
            'constraints', (SELECT jsonb_agg(pg_get_constraintdef(k.oid) ORDER BY k.oid) FROM pg_constraint k WHERE k.conrelid = c.oid),
            'triggers', (SELECT jsonb_agg(pg_get_triggerdef(t.oid) ORDER BY t.oid) FROM pg_trigger t WHERE t.tgrelid = c.oid),
            'neighbours', (SELECT jsonb_agg(n.relname ORDER BY n.relname) FROM pg_class n WHERE n.relnamespace = c.relnamespace))::text
          FROM pg_class c WHERE c.oid = 'public.leader_lease'::regclass)"_s)
        .toString();
}

} // namespace Elector
