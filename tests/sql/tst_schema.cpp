// SPDX-License-Identifier: MIT
#include "sqlroom.h"

#include <QtCore/QCryptographicHash>
#include <QtTest/QTest>

#include <thread>

using namespace Qt::StringLiterals;

namespace Elector {

/// What Schema makes, changes, removes, and leaves alone.
class SchemaTest : public QObject
{
    Q_OBJECT

private:
    SqlRoom m_room;

    SchemaLevel level(QString *difference = nullptr, const QString &schema = u"public"_s)
    {
        const auto connection = m_room.foreign();
        ElectorError error;
        const SchemaLevel found = Schema(connection->database(), schema).level(&error);
        if (difference)
            *difference = error.message();
        return found;
    }
    ElectorError install(SchemaLevel what, const QString &schema = u"public"_s)
    {
        const auto connection = m_room.foreign();
        return Schema(connection->database(), schema).install(what);
    }
    ElectorError upgrade(const QString &schema = u"public"_s)
    {
        const auto connection = m_room.foreign();
        return Schema(connection->database(), schema).upgrade();
    }
    QString columns(const QString &schema = u"public"_s)
    {
        return m_room
            .value(
                u"SELECT string_agg(format('%s %s %s %s', column_name, data_type, is_nullable, column_default), '|' "
                u"ORDER BY "
                "ordinal_position) FROM information_schema.columns WHERE table_schema = '%1' AND table_name = 'leader_lease'"_s
                    .arg(schema))
            .toString();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_room.start()); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        QVERIFY(m_room.newDatabase(SchemaLevel::None));
    }

    void namesArePlain_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("valid");
        QTest::newRow("public") << u"public"_s << true;
        QTest::newRow("keyword") << u"select"_s << true;
        QTest::newRow("underscore") << u"_1"_s << true;
        QTest::newRow("63") << QString(63, u'a') << true;
        QTest::newRow("64") << QString(64, u'a') << false;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("digit first") << u"1a"_s << false;
        QTest::newRow("upper case") << u"Public"_s << false;
        QTest::newRow("quote") << u"a\"b"_s << false;
        QTest::newRow("injection") << u"x\"; DROP TABLE t; --"_s << false;
        QTest::newRow("newline") << u"public\n"_s << false;
        QTest::newRow("umlaut") << u"\u00fc"_s << false;
        QTest::newRow("space") << u"a b"_s << false;
        QTest::newRow("dollar") << u"a$elector$"_s << false;
    }
    void namesArePlain()
    {
        QFETCH(QString, name);
        QFETCH(bool, valid);
        QCOMPARE(Schema::isValidName(name), valid);
        QCOMPARE(!Schema::checkName(name), valid);
        QCOMPARE(Schema::installSql(name, SchemaLevel::Full, 15).isEmpty(), !valid);
        QCOMPARE(Schema::upgradeSql(name, 15).isEmpty(), !valid);
        QCOMPARE(Schema::uninstallSql(name, false).isEmpty(), !valid);
        QCOMPARE(Schema::grantSql(name, SchemaLevel::Full, u"x"_s).isEmpty(), !valid);
        if (!valid) {
            const ElectorError refused = install(SchemaLevel::Full, name);
            QCOMPARE(refused.code, ErrorCode::Configuration);
            QVERIFY(!refused.remedy.isEmpty());
            return;
        }
        QVERIFY2(!install(SchemaLevel::Full, name), "an odd but valid name must work");
        QCOMPARE(level(nullptr, name), SchemaLevel::Full);
        m_room.settings.schema = name;
        const auto node = m_room.node();
        QCOMPARE(node->capture(1, u"a#1.1"_s).verdict, Verdict::Captured);
        QCOMPARE(node->release(1, {u"a#1.1"_s, {}}).verdict, Verdict::Released);
    }

    void channelIsTheSameInSqlAndHere()
    {
        QCOMPARE(m_room.value(u"SELECT 'elector_' || left(md5('my_schema'), 8)"_s).toString(),
                 Schema::channel(u"my_schema"_s));
        QVERIFY(Schema::channel(u"a"_s) != Schema::channel(u"b"_s));
        QVERIFY(Schema::installSql(u"my_schema"_s, SchemaLevel::Full, 15).contains(Schema::channel(u"my_schema"_s)));
    }

    void textIsAscii()
    {
        // A database in another encoding refuses what it cannot hold, even in a comment.
        const QString all = Schema::installSql(u"a"_s, SchemaLevel::Full, 15) + Schema::upgradeSql(u"a"_s, 15)
            + Schema::uninstallSql(u"a"_s, true) + Schema::uninstallSql(u"a"_s, false);
        for (const QChar character : all)
            QVERIFY(character.unicode() < 128);
        QVERIFY(!all.contains(u'@'));
    }

    void plainIsTheSeedsTable()
    {
        QVERIFY(!install(SchemaLevel::Plain));
        QCOMPARE(level(), SchemaLevel::Plain);
        QCOMPARE(columns(),
                 u"id integer NO |leader_id text NO |expires_at timestamp with time zone NO |"
                 "created_at timestamp with time zone NO now()"_s);
        QCOMPARE(
            m_room
                .value(
                    u"SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'c' AND conrelid = 'leader_lease'::regclass"_s)
                .toString(),
            u"CHECK ((expires_at > created_at))"_s);
        QVERIFY(m_room.value(u"SELECT indexdef FROM pg_indexes WHERE indexname = 'leader_lease_expires'"_s)
                    .toString()
                    .endsWith(u"USING btree (expires_at)"_s));
        QCOMPARE(m_room.value(u"SELECT count(*) FROM pg_trigger"_s).toInt(), 0);
    }

    void fullTakesNpmNodesToTheLetter()
    {
        QVERIFY(!install(SchemaLevel::Full));
        QCOMPARE(level(), SchemaLevel::Full);
        const NpmStatements npm(u"public"_s, 7, u"npm-1"_s);
        const SqlResult captured = m_room.exec(u"START TRANSACTION; %1; COMMIT"_s.arg(npm.capture));
        QVERIFY2(captured, qPrintable(captured.error));
        QCOMPARE(
            m_room.value(u"SELECT term > 0 AND lease_ms IS NULL AND renewals IS NULL FROM leader_lease WHERE id = 7"_s)
                .toBool(),
            true);
        QCOMPARE(m_room.storedTerm(7), m_room.value(u"SELECT term FROM leader_lease WHERE id = 7"_s).toLongLong());
        QCOMPARE(m_room.value(u"SELECT max_lease_ms FROM leader_lease_lock WHERE id = 7"_s).toLongLong(), 15000);
    }

    /// Also a superuser, and where there are no roles: what the protocol forbids is a mistake, whoever makes it.
    void fullRefusesWhoeverItIs()
    {
        QVERIFY(!install(SchemaLevel::Full));
        const auto lease
            = [this] { return m_room.value(u"SELECT l::text FROM leader_lease l WHERE id = 1"_s).toString(); };
        QVERIFY(
            m_room.exec(u"INSERT INTO leader_lease (id, leader_id, expires_at) VALUES (1, 'a', now() + '1 min')"_s));
        const QString before = lease();
        for (
            const QString &statement :
            {u"UPDATE leader_lease SET leader_id = 'b'"_s,
             u"UPDATE leader_lease SET leader_id = 'b', expires_at = now() + interval '2 min'"_s,
             u"DO $$ BEGIN PERFORM set_config('elector.capture', 'bid', true); UPDATE leader_lease SET leader_id = 'b', term = 0; END $$"_s,
             u"DO $$ BEGIN PERFORM set_config('elector.capture', 'stuck', true); UPDATE leader_lease SET leader_id = 'b', term = 0; END $$"_s,
             u"UPDATE leader_lease SET term = 1"_s, u"UPDATE leader_lease SET term = term + 1"_s,
             u"UPDATE leader_lease SET expires_at = 'infinity'"_s,
             u"UPDATE leader_lease SET expires_at = now() + interval '25 hours'"_s,
             u"INSERT INTO leader_lease (id, leader_id, expires_at) VALUES (2, 'a', 'infinity')"_s,
             u"INSERT INTO leader_lease (id, leader_id, expires_at) VALUES (2, 'a', now() + interval '2 days')"_s}) {
            const SqlResult result = m_room.exec(statement);
            QVERIFY2(!result, qPrintable(statement));
            QVERIFY2(result.error.contains(u"leader_lease: "_s), qPrintable(result.error));
        }
        QCOMPARE(lease(), before);
        QCOMPARE(m_room.value(u"SELECT count(*) FROM leader_lease_history"_s).toInt(), 1);
        // Once it has run out, it is there for all.
        QVERIFY(
            m_room.exec(u"DELETE FROM leader_lease; INSERT INTO leader_lease (id, leader_id, expires_at) VALUES (1, "
                        "'a', clock_timestamp() + '50 ms'); SELECT pg_sleep(0.06)"_s));
        QVERIFY(m_room.exec(u"UPDATE leader_lease SET leader_id = 'b', expires_at = clock_timestamp() + '1 min'"_s));
        QCOMPARE(m_room.value(u"SELECT leader_id FROM leader_lease"_s).toString(), u"b"_s);
    }

    void functionsAreLocked()
    {
        QVERIFY(!install(SchemaLevel::Full));
        QCOMPARE(
            m_room
                .value(
                    u"SELECT string_agg(proname, ' ') FROM pg_proc WHERE proname LIKE 'leader_lease%' AND proname <> "
                    "'leader_lease_version' AND has_function_privilege('public', oid, 'EXECUTE')"_s)
                .toString(),
            QString());
        QCOMPARE(m_room
                     .value(u"SELECT count(*) FROM pg_proc WHERE proname LIKE 'leader_lease%' AND NOT coalesce("
                            "proconfig @> ARRAY['search_path=pg_catalog, pg_temp'], false)"_s)
                     .toInt(),
                 0);
        QCOMPARE(
            m_room
                .value(
                    u"SELECT count(*) FROM pg_proc WHERE prorettype = 'trigger'::regtype AND proname LIKE 'leader_lease%' AND NOT prosecdef"_s)
                .toInt(),
            0);
        QCOMPARE(
            m_room
                .value(
                    u"SELECT count(*) FROM pg_trigger WHERE tgrelid = 'leader_lease'::regclass AND tgenabled = 'A'"_s)
                .toInt(),
            7);
    }

    void indexByVersion()
    {
        QVERIFY(Schema::installSql(u"a"_s, SchemaLevel::Full, 15).contains(u"USING btree"_s));
        QVERIFY(Schema::installSql(u"a"_s, SchemaLevel::Full, 16).contains(u"USING brin"_s));
        QVERIFY(Schema::installSql(u"a"_s, SchemaLevel::Plain, 16).contains(u"USING btree"_s));
        QVERIFY(m_room.exec(Schema::installSql(u"a"_s, SchemaLevel::Plain, 16)));
        QVERIFY(m_room.exec(Schema::upgradeSql(u"a"_s, 16)));
        QVERIFY(m_room.value(u"SELECT indexdef FROM pg_indexes WHERE indexname = 'leader_lease_expires'"_s)
                    .toString()
                    .contains(u"USING brin"_s));
        QCOMPARE(level(nullptr, u"a"_s), SchemaLevel::Full);
        QVERIFY(
            m_room
                .value(
                    u"SELECT 'fillfactor=50' = ANY (reloptions) FROM pg_class WHERE oid = 'a.leader_lease'::regclass"_s)
                .toBool());
    }

    void installTwiceAndOverPlain()
    {
        QVERIFY(!install(SchemaLevel::Plain));
        const QString before = columns();
        QVERIFY(!install(SchemaLevel::Full)); // never altered unasked
        QCOMPARE(columns(), before);
        QCOMPARE(level(), SchemaLevel::Plain);
        QVERIFY(!install(SchemaLevel::Full, u"other"_s));
        const quint32 made = m_room.value(u"SELECT 'other.leader_lease_guard'::regproc::oid::bigint"_s).toUInt();
        QVERIFY(!install(SchemaLevel::Full, u"other"_s));
        QCOMPARE(m_room.value(u"SELECT 'other.leader_lease_guard'::regproc::oid::bigint"_s).toUInt(), made);
    }

    void sessionOfTheCallerIsLeftAsItWas()
    {
        const auto connection = m_room.foreign();
        const QString ask
            = u"SELECT string_agg(name || setting, ' ' ORDER BY name) FROM pg_settings WHERE name NOT LIKE 'plpgsql.%'"_s;
        QVERIFY(connection->exec(u"BEGIN"_s));
        const QString before = connection->exec(ask).value().toString();
        for (const QString &sql : {Schema::installSql(u"a"_s, SchemaLevel::Full, 15), Schema::upgradeSql(u"a"_s, 15),
                                   Schema::uninstallSql(u"a"_s, true), Schema::uninstallSql(u"a"_s, false)}) {
            QVERIFY(connection->exec(sql));
            QCOMPARE(connection->exec(ask).value().toString(), before);
        }
    }

    void twentyNodesInstallAtOnce()
    {
        for (int round = 0; round < 3; ++round) {
            const QString schema = u"s%1"_s.arg(round);
            std::vector<std::thread> threads;
            std::vector<QString> errors(20);
            for (std::size_t i = 0; i < errors.size(); ++i) {
                threads.emplace_back([&error = errors[i], &schema, i, this] {
                    const auto connection = m_room.foreign();
                    // The text alone, as in a migration, must do too: it has nobody who tries again.
                    if (i % 2 == 0)
                        error = Schema(connection->database(), schema).install(SchemaLevel::Full).message();
                    else
                        error = connection->exec(Schema::installSql(schema, SchemaLevel::Full, 15)).error;
                });
            }
            for (std::thread &thread : threads)
                thread.join();
            for (const QString &error : errors)
                QCOMPARE(error, QString());
            QCOMPARE(level(nullptr, schema), SchemaLevel::Full);
        }
    }

    void npmNodesCreateTheTableMeanwhile()
    {
        const QString npm
            = u"CREATE TABLE IF NOT EXISTS public.leader_lease (id INT PRIMARY KEY, leader_id TEXT NOT NULL, "
              u"expires_at TIMESTAMPTZ "
              "NOT NULL, created_at TIMESTAMPTZ NOT NULL DEFAULT now(), CHECK (expires_at > created_at)); "
              "CREATE INDEX IF NOT EXISTS leader_lease_expires ON public.leader_lease (expires_at)"_s;
        for (int round = 0; round < 5; ++round) {
            // Ours waits for a table that is being created, and finds it when it is there.
            const auto other = m_room.foreign();
            QVERIFY(other->exec(u"SET client_min_messages = error; BEGIN"_s));
            QVERIFY(other->exec(npm));
            std::promise<qint64> pid;
            std::future<ElectorError> ours = std::async(std::launch::async, [&] {
                const auto connection = m_room.foreign();
                pid.set_value(connection->backendPid());
                return Schema(connection->database(), u"public"_s).install(SchemaLevel::Full);
            });
            const qint64 backend = pid.get_future().get();
            QTRY_VERIFY_WITH_TIMEOUT(m_room.server.isWaitingForLock(backend), 30000);
            QVERIFY(other->exec(u"COMMIT"_s));
            const ElectorError error = ours.get();
            QVERIFY2(!error, qPrintable(error.message()));
            QCOMPARE(level(), SchemaLevel::Plain);
            QVERIFY(m_room.exec(u"DROP TABLE leader_lease"_s));
        }
    }

    void otherShapesAreLeftAlone_data()
    {
        QTest::addColumn<QString>("made");
        QTest::addColumn<QString>("says");
        const QString seed
            = u"id INT PRIMARY KEY, leader_id TEXT NOT NULL, expires_at TIMESTAMPTZ NOT NULL, created_at TIMESTAMPTZ NOT NULL"_s;
        QTest::newRow("view") << u"CREATE VIEW leader_lease AS SELECT 1 AS id"_s << u"not an ordinary table"_s;
        QTest::newRow("partitioned") << u"CREATE TABLE leader_lease (%1) PARTITION BY LIST (id)"_s.arg(seed)
                                     << u"not an ordinary table"_s;
        QTest::newRow("bigint") << u"CREATE TABLE leader_lease (%1)"_s.arg(seed).replace(u"id INT"_s, u"id BIGINT"_s)
                                << u"leader_lease.id is of type bigint instead of integer"_s;
        QTest::newRow("timestamp") << u"CREATE TABLE leader_lease (%1)"_s.arg(seed).replace(u"expires_at TIMESTAMPTZ"_s,
                                                                                            u"expires_at TIMESTAMP"_s)
                                   << u"leader_lease.expires_at is of type timestamp without time zone"_s;
        QTest::newRow("no key") << u"CREATE TABLE leader_lease (%1)"_s.arg(seed).remove(u" PRIMARY KEY"_s)
                                << u"primary key"_s;
        QTest::newRow("wide key") << u"CREATE TABLE leader_lease (%1, PRIMARY KEY (id, leader_id))"_s.arg(seed).replace(
            u" PRIMARY KEY,"_s, u","_s)
                                  << u"primary key"_s;
        QTest::newRow("no column") << u"CREATE TABLE leader_lease (id INT PRIMARY KEY, leader_id TEXT)"_s
                                   << u"has no column expires_at"_s;
    }
    void otherShapesAreLeftAlone()
    {
        QFETCH(QString, made);
        QFETCH(QString, says);
        const SqlResult result = m_room.exec(made);
        QVERIFY2(result, qPrintable(result.error));
        const QString before = columns();
        QString difference;
        QCOMPARE(level(&difference), SchemaLevel::Foreign);
        QVERIFY2(difference.contains(says), qPrintable(difference));
        const auto connection = m_room.foreign();
        const Schema schema(connection->database(), u"public"_s);
        QCOMPARE(schema.install(SchemaLevel::Full).code, ErrorCode::TableForeign);
        QCOMPARE(schema.install(SchemaLevel::Plain).code, ErrorCode::TableForeign);
        QCOMPARE(schema.upgrade().code, ErrorCode::TableForeign);
        QCOMPARE(schema.uninstall(false).code, ErrorCode::TableForeign);
        QCOMPARE(schema.uninstall(true).code, ErrorCode::TableForeign);
        QCOMPARE(columns(), before);
        QVERIFY(m_room.value(u"SELECT to_regclass('leader_lease') IS NOT NULL"_s).toBool());
    }

    void otherShapesInTheWay()
    {
        QVERIFY(m_room.exec(u"CREATE TABLE leader_lease_lock (id TEXT)"_s));
        QCOMPARE(install(SchemaLevel::Full).code, ErrorCode::TableForeign);
        QCOMPARE(level(), SchemaLevel::None);
        QCOMPARE(m_room.value(u"SELECT count(*) FROM pg_proc WHERE proname LIKE 'leader_lease%'"_s).toInt(), 0);
    }

    /// Whoever may create in the schema could put something there before us that then runs with the installer's rights.
    void whatStrangersHavePutThereIsRefused()
    {
        QVERIFY(m_room.exec(u"CREATE ROLE mallory; GRANT CREATE ON SCHEMA public TO mallory"_s));
        const auto planted = [this](const QString &what, const QString &remove) {
            const bool put = bool(m_room.exec(u"SET ROLE mallory; "_s + what + u"; RESET ROLE"_s));
            const ElectorError error = install(SchemaLevel::Full);
            const bool refused = error.message().contains(u"belongs to role mallory"_s) && level() != SchemaLevel::Full;
            return put && refused && m_room.exec(remove);
        };
        QVERIFY(planted(
            u"CREATE FUNCTION leader_lease_note(lock_id INT, lease_term BIGINT, leader TEXT, what TEXT, why TEXT "
            "DEFAULT NULL) RETURNS void LANGUAGE sql AS 'SELECT'"_s,
            u"DROP FUNCTION leader_lease_note(INT, BIGINT, TEXT, TEXT, TEXT)"_s));
        QVERIFY(
            planted(u"CREATE TABLE leader_lease_lock (id INT PRIMARY KEY, name TEXT, term BIGINT NOT NULL DEFAULT 0, "
                    "max_lease_ms BIGINT NOT NULL DEFAULT 0)"_s,
                    u"DROP TABLE leader_lease_lock"_s));
        QVERIFY(!install(SchemaLevel::Plain));
        QVERIFY(m_room.exec(u"GRANT TRIGGER ON leader_lease TO mallory; SET ROLE mallory; "
                            "CREATE FUNCTION spy() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; "
                            "CREATE TRIGGER spy BEFORE INSERT ON leader_lease FOR EACH ROW EXECUTE FUNCTION spy(); "
                            "RESET ROLE"_s));
        const ElectorError error = upgrade();
        QVERIFY2(
            error.message().contains(u"the function of trigger spy on public.leader_lease belongs to role mallory"_s),
            qPrintable(error.message()));
        QCOMPARE(level(), SchemaLevel::Plain);
        QVERIFY(m_room.exec(u"DROP TRIGGER spy ON leader_lease"_s));
        QVERIFY(!upgrade());
        QCOMPARE(level(), SchemaLevel::Full);
        QVERIFY(m_room.exec(u"DROP OWNED BY mallory; DROP ROLE mallory"_s));
    }

    /// An administrator may make a table full that belongs to an application.
    void allOfItHasOneOwner()
    {
        QVERIFY(m_room.exec(u"CREATE ROLE app; GRANT CREATE ON SCHEMA public TO app"_s));
        QVERIFY(!install(SchemaLevel::Plain));
        QVERIFY(m_room.exec(u"ALTER TABLE leader_lease OWNER TO app"_s));
        QVERIFY(!upgrade());
        QCOMPARE(level(), SchemaLevel::Full);
        QCOMPARE(
            m_room
                .value(u"SELECT string_agg(DISTINCT owner::regrole::text, ' ') FROM (SELECT proowner AS owner FROM "
                       u"pg_proc "
                       "WHERE proname LIKE 'leader_lease%' UNION ALL SELECT relowner FROM pg_class WHERE relname LIKE "
                       "'leader_lease%') o"_s)
                .toString(),
            u"app"_s);
        QCOMPARE(m_room.node()->capture(1, u"a#1.1"_s).verdict, Verdict::Captured);
        QVERIFY(!upgrade());
        QVERIFY(m_room.exec(u"DROP OWNED BY app; DROP ROLE app"_s));
    }

    void harmlessColumnsAreTolerated()
    {
        QVERIFY(!install(SchemaLevel::Plain));
        QVERIFY(m_room.exec(u"ALTER TABLE leader_lease ADD note TEXT, ALTER leader_id TYPE VARCHAR"_s));
        QCOMPARE(level(), SchemaLevel::Plain);
        QVERIFY(!upgrade());
        QCOMPARE(level(), SchemaLevel::Full);
        QVERIFY(m_room.exec(u"ALTER TABLE leader_lease ADD must TEXT NOT NULL"_s));
        QString difference;
        QCOMPARE(level(&difference), SchemaLevel::Foreign);
        QVERIFY2(difference.contains(u"must is NOT NULL"_s), qPrintable(difference));
    }

    void damageIsSeenAndRepaired_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::addColumn<QString>("says");
        QTest::newRow("trigger") << u"DROP TRIGGER leader_lease_after_delete ON leader_lease"_s
                                 << u"leader_lease_after_delete is missing"_s;
        QTest::newRow("not always") << u"ALTER TABLE leader_lease ENABLE TRIGGER leader_lease_before_insert"_s
                                    << u"not enabled always"_s;
        QTest::newRow("disabled") << u"ALTER TABLE leader_lease DISABLE TRIGGER ALL"_s << u"not enabled always"_s;
        QTest::newRow("history") << u"DROP TABLE leader_lease_history"_s << u"leader_lease_history has no column seq"_s;
        QTest::newRow("column") << u"ALTER TABLE leader_lease DROP renewals CASCADE"_s << u"has no column renewals"_s;
    }
    void damageIsSeenAndRepaired()
    {
        QFETCH(QString, damage);
        QFETCH(QString, says);
        QVERIFY(!install(SchemaLevel::Full));
        QVERIFY(m_room.exec(damage));
        QString difference;
        QCOMPARE(level(&difference), SchemaLevel::Foreign);
        QVERIFY2(difference.contains(says), qPrintable(difference));
        // A row that changed hands meanwhile has the term of somebody else, or none.
        QVERIFY(m_room.exec(u"SET LOCAL session_replication_role = replica; ALTER TABLE leader_lease DISABLE TRIGGER "
                            u"ALL; INSERT INTO leader_lease "
                            "(id, leader_id, expires_at, term) VALUES (1, 'a', now() + interval '1 min', 5); "
                            "INSERT INTO leader_lease_lock (id, term) VALUES (1, 4)"_s));
        const ElectorError error = upgrade();
        QVERIFY2(!error, qPrintable(error.message()));
        QCOMPARE(level(), SchemaLevel::Full);
        QVERIFY(m_room.storedTerm(1) > 5);
        QCOMPARE(m_room.value(u"SELECT term FROM leader_lease"_s).toLongLong(), m_room.storedTerm(1));
    }

    /// Somebody drops tables by hand; what is left keeps its terms, and does not get in the way of new ones.
    void droppedByHandAndMadeAnew_data()
    {
        QTest::addColumn<QString>("dropped");
        QTest::addColumn<bool>("termsStay");
        QTest::addColumn<int>("captured");
        QTest::newRow("leases") << u"leader_lease"_s << true << 1;
        QTest::newRow("leases and history") << u"leader_lease, leader_lease_history"_s << true << 1;
        // Whether a server has just taken over, nobody can tell: the longest lease is waited for.
        QTest::newRow("leases and server") << u"leader_lease, leader_lease_server"_s << true << 0;
        QTest::newRow("all but the server") << u"leader_lease, leader_lease_history, leader_lease_lock"_s << false << 1;
        QTest::newRow("all") << u"leader_lease, leader_lease_history, leader_lease_lock, leader_lease_server"_s << false
                             << 1;
    }
    void droppedByHandAndMadeAnew()
    {
        QFETCH(QString, dropped);
        QFETCH(bool, termsStay);
        QFETCH(int, captured);
        QVERIFY(!install(SchemaLevel::Full));
        const QString insert
            = u"INSERT INTO leader_lease (id, leader_id, expires_at) VALUES (1, 'a', now() + '1 min')"_s;
        QVERIFY(m_room.exec(insert));
        const qint64 term = m_room.storedTerm(1);
        QVERIFY(m_room.exec(u"DROP TABLE %1 CASCADE"_s.arg(dropped)));
        QCOMPARE(level(), SchemaLevel::None);
        const ElectorError error = install(SchemaLevel::Full);
        QVERIFY2(!error, qPrintable(error.message()));
        QCOMPARE(level(), SchemaLevel::Full);
        const SqlResult inserted = m_room.exec(insert);
        QVERIFY2(inserted, qPrintable(inserted.error));
        QCOMPARE(inserted.affected, captured);
        QVERIFY(!termsStay || m_room.storedTerm(1) >= term + captured);
        QVERIFY(!m_room.exec(u"UPDATE leader_lease_lock SET term = term - 1"_s)); // guarded as before
    }

    void upgradeGivesTermsToLiveRows()
    {
        QVERIFY(!install(SchemaLevel::Plain));
        QVERIFY(m_room.exec(
            u"INSERT INTO leader_lease VALUES (1, 'npm-1', clock_timestamp() + interval '10 min', now()), "
            "(-2, 'b#1.1', clock_timestamp() + interval '299500 ms', now()), "
            "(3, 'for ever', 'infinity', now()), (4, 'dead', now() - interval '1 h', now() - interval '2 h')"_s));
        QVERIFY(m_room.exec(u"CREATE ROLE npm_user LOGIN; CREATE ROLE reader LOGIN; GRANT SELECT, INSERT, UPDATE, "
                            u"DELETE ON leader_lease TO npm_user; "
                            "GRANT SELECT ON leader_lease TO reader"_s));
        const ElectorError error = upgrade();
        QVERIFY2(!error, qPrintable(error.message()));
        QCOMPARE(level(), SchemaLevel::Full);
        QCOMPARE(
            m_room
                .value(
                    u"SELECT count(*) FROM leader_lease l JOIN leader_lease_lock k USING (id) WHERE l.term = k.term AND k.term > 0"_s)
                .toInt(),
            4);
        // What was left of them when the upgrade looked, in whole seconds; that was between their insertion and now.
        QCOMPARE(m_room
                     .value(u"SELECT string_agg(k.id || ':' || CASE WHEN k.max_lease_ms = 0 THEN 'none' WHEN "
                            "k.max_lease_ms BETWEEN extract(epoch FROM l.expires_at - clock_timestamp()) * 1000 AND "
                            "CASE k.id WHEN 1 THEN 600000 ELSE 300000 END AND k.max_lease_ms % 1000 = 0 THEN 'left' "
                            "ELSE k.max_lease_ms::text END, ' ' ORDER BY k.id) "
                            "FROM leader_lease_lock k JOIN leader_lease l USING (id)"_s)
                     .toString(),
                 u"-2:left 1:left 3:none 4:none"_s);
        QCOMPARE(
            m_room.value(u"SELECT count(*) FROM leader_lease_history WHERE event = 'upgraded' AND term > 0"_s).toInt(),
            4);
        QVERIFY(!upgrade());
        QCOMPARE(m_room.value(u"SELECT count(*) FROM leader_lease_history"_s).toInt(), 4);
        // What roles could do with the leases, they can do with what came beside them; nothing more.
        const auto npm = m_room.foreign(u"npm_user"_s);
        QVERIFY(npm->exec(NpmStatements(u"public"_s, 1, u"npm-1"_s).capture));
        QVERIFY(npm->exec(u"SELECT leader_lease_guard(1, 'npm-1', 1) FROM leader_lease_lock, leader_lease_history"_s));
        QVERIFY(!npm->exec(u"UPDATE leader_lease_lock SET term = 1"_s));
        const auto reader = m_room.foreign(u"reader"_s);
        QVERIFY(reader->exec(u"SELECT 1 FROM leader_lease_lock, leader_lease_history"_s));
        QCOMPARE(reader->exec(u"SELECT leader_lease_guard(1, 'npm-1', 1)"_s).sqlState, u"42501"_s);
        QCOMPARE(reader->exec(u"SELECT leader_lease_note(1, 1, 'x', 'captured')"_s).sqlState, u"42501"_s);
        QVERIFY(m_room.exec(u"DROP OWNED BY npm_user, reader; DROP ROLE npm_user, reader"_s));
    }

    void upgradeUnderAPlainNode()
    {
        QVERIFY(!install(SchemaLevel::Plain));
        m_room.settings.level = SchemaLevel::Plain;
        const auto node = m_room.node();
        QCOMPARE(node->capture(1, u"a#1.1"_s).verdict, Verdict::Captured);
        QVERIFY(!upgrade());
        QCOMPARE(node->renew(1, {u"a#1.1"_s, {}}).verdict, Verdict::Renewed);
        QCOMPARE(node->renew(1, {u"a#1.1"_s, {}}, std::chrono::milliseconds(1)).verdict, Verdict::Renewed);
        QTRY_VERIFY_WITH_TIMEOUT(m_room.hasExpired(1), 30000);
        const qint64 before = m_room.storedTerm(1);
        // It still takes over expired rows, and tenures still get terms.
        QCOMPARE(node->capture(1, u"b#1.1"_s).verdict, Verdict::Captured);
        QVERIFY(m_room.storedTerm(1) > before);
        QCOMPARE(node->release(1, {u"b#1.1"_s, {}}).verdict, Verdict::Released);
        QCOMPARE(m_room.events(1), u"upgraded expired captured released"_s);
    }

    /// By nobody, not by the owner either, who may be the nodes' own role.
    void whatTermsGoByIsNotTakenBack()
    {
        QVERIFY(!install(SchemaLevel::Full));
        const auto node = m_room.node();
        QCOMPARE(node->capture(1, u"a#1.1"_s).verdict, Verdict::Captured);
        for (const QString &statement :
             {u"UPDATE leader_lease_lock SET term = term - 1"_s, u"UPDATE leader_lease_lock SET id = 2"_s,
              u"DELETE FROM leader_lease_lock"_s, u"TRUNCATE leader_lease_lock"_s,
              u"UPDATE leader_lease_history SET leader_id = 'me'"_s, u"DELETE FROM leader_lease_history"_s,
              u"TRUNCATE leader_lease_history"_s, u"DELETE FROM leader_lease_server"_s,
              u"TRUNCATE leader_lease_server"_s, u"UPDATE leader_lease_server SET timelines_before = -1"_s}) {
            const auto owner = m_room.foreign();
            QVERIFY(owner->exec(u"SET session_replication_role = replica"_s));
            const SqlResult refused = owner->exec(statement);
            QVERIFY2(!refused && refused.error.contains(u"is refused"_s), qPrintable(statement + refused.error));
        }
        QVERIFY(m_room.exec(u"UPDATE leader_lease_lock SET term = term + 1"_s));
        // What has become old goes.
        QVERIFY(m_room.exec(u"INSERT INTO leader_lease_history (seq, at, id, event) OVERRIDING SYSTEM VALUE"
                            " SELECT -i, now() - interval '91 days', 1, 'x' FROM generate_series(1, 20) i"_s));
        QCOMPARE(m_room.value(u"SELECT leader_lease_prune(50)"_s).toInt(), 20);
        QCOMPARE(m_room.value(u"SELECT count(*) FROM leader_lease_history"_s).toInt(), 1);
    }

    /// What only the tables know of servers before this one is not lost with them.
    void termsGoOnAfterAnUninstallElsewhere_data()
    {
        QTest::addColumn<bool>("keepTable");
        QTest::newRow("the table stays") << true;
        QTest::newRow("nothing stays") << false;
    }
    void termsGoOnAfterAnUninstallElsewhere()
    {
        QFETCH(bool, keepTable);
        QVERIFY(!install(SchemaLevel::Full));
        QVERIFY(m_room.exec(u"UPDATE leader_lease_server SET timelines_before = 3"_s));
        const Reply first = m_room.node()->capture(1, u"a#1.1"_s);
        QVERIFY(m_room.exec(u"DELETE FROM leader_lease"_s));
        const auto connection = m_room.foreign();
        const Schema schema(connection->database(), u"public"_s);
        for (int i = 0; i < 2; ++i)
            QVERIFY(!schema.uninstall(keepTable));
        QVERIFY(keepTable ? !schema.upgrade() : !install(SchemaLevel::Full));
        QCOMPARE(level(), SchemaLevel::Full);
        const Reply second = m_room.node()->capture(1, u"a#1.2"_s);
        QVERIFY(first.row && second.row && *second.row->term > *first.row->term);
    }

    void uninstallTakesAllOrKeepsTheTable()
    {
        QVERIFY(!install(SchemaLevel::Full));
        const auto node = m_room.node();
        const Reply first = node->capture(1, u"a#1.1"_s);
        QCOMPARE(first.verdict, Verdict::Captured);
        const auto connection = m_room.foreign();
        const Schema schema(connection->database(), u"public"_s);
        QVERIFY(!schema.uninstall(true));
        QCOMPARE(level(), SchemaLevel::Plain);
        QCOMPARE(m_room.value(u"SELECT leader_id FROM leader_lease"_s).toString(), u"a#1.1"_s);
        QCOMPARE(
            m_room
                .value(
                    u"SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname = 'public' AND relkind <> 'i'"_s)
                .toInt(),
            1);
        QVERIFY(!schema.uninstall(true));
        // Without the table its holder would lead on, beside whoever a new one elects.
        QVERIFY(m_room.exec(u"UPDATE leader_lease SET expires_at = clock_timestamp() + interval '1 hour'"_s));
        const ElectorError held = schema.uninstall(false);
        QCOMPARE(held.code, ErrorCode::Refused);
        QVERIFY2(held.text.contains(u"These locks in schema public are held: 1."), qPrintable(held.text));
        QCOMPARE(level(), SchemaLevel::Plain);
        QVERIFY(m_room.exec(u"DELETE FROM leader_lease"_s));
        QVERIFY(!schema.uninstall(false));
        QVERIFY(!schema.uninstall(false));
        QCOMPARE(level(), SchemaLevel::None);
        QCOMPARE(m_room.value(u"SELECT count(*) FROM pg_proc WHERE proname LIKE 'leader_lease%'"_s).toInt(), 0);
        QVERIFY(!Schema(connection->database(), u"never_made"_s).uninstall(false));
        // Terms go on where they were, over a new installation.
        QVERIFY(!install(SchemaLevel::Full));
        const Reply second = m_room.node()->capture(1, u"a#1.2"_s);
        QVERIFY(second.row && second.row->term && first.row->term);
        QVERIFY(*second.row->term > *first.row->term);
    }

    void rolesThatMayNot()
    {
        QVERIFY(m_room.exec(u"CREATE ROLE nobody_special LOGIN"_s));
        const auto guest = m_room.foreign(u"nobody_special"_s);
        const ElectorError error = Schema(guest->database(), u"brand_new"_s).install(SchemaLevel::Full);
        QCOMPARE(error.code, ErrorCode::PrivilegeMissing);
        QVERIFY2(!error.message().contains(u'\n'), qPrintable(error.message()));
        QVERIFY(!error.remedy.isEmpty());
        QCOMPARE(Schema(guest->database(), u"public"_s).upgrade().code, ErrorCode::TableMissing);
        // With the grant, it is a node and no more.
        QVERIFY(!install(SchemaLevel::Full));
        const SqlResult granted = m_room.exec(Schema::grantSql(u"public"_s, SchemaLevel::Full, u"nobody_special"_s));
        QVERIFY2(granted, qPrintable(granted.error));
        m_room.settings.dsn = m_room.server.dsn(m_room.database, u"nobody_special"_s);
        const auto node = m_room.node();
        QCOMPARE(node->capture(1, u"a#1.1"_s).verdict, Verdict::Captured);
        QCOMPARE(node->cleanUp().verdict, Verdict::Cleaned);
        QVERIFY(ServerCheck::errors(ServerCheck::collect(node->connection, u"public"_s).facts, false).empty());
        QVERIFY(!guest->exec(u"INSERT INTO leader_lease_history (id, event) VALUES (1, 'forged')"_s));
        QVERIFY(m_room.exec(u"DROP OWNED BY nobody_special; DROP ROLE nobody_special"_s));
    }

    void serversThatHideTheirTimeline()
    {
        // As on some hosted servers. The owner of the objects is an ordinary role there.
        QVERIFY(m_room.exec(
            u"REVOKE EXECUTE ON FUNCTION pg_walfile_name(pg_lsn) FROM PUBLIC; CREATE ROLE tenant LOGIN; CREATE SCHEMA t AUTHORIZATION tenant"_s));
        const auto tenant = m_room.foreign(u"tenant"_s);
        QVERIFY(!Schema(tenant->database(), u"t"_s).install(SchemaLevel::Full));
        m_room.settings.schema = u"t"_s;
        const Reply reply = m_room.node()->capture(1, u"a#1.1"_s);
        QCOMPARE(reply.verdict, Verdict::Captured);
        QCOMPARE(*reply.row->term >> 42, 1);
        QVERIFY(m_room.exec(u"DROP OWNED BY tenant CASCADE; DROP ROLE tenant"_s));
    }
};

} // namespace Elector

QTEST_GUILESS_MAIN(Elector::SchemaTest)
#include "tst_schema.moc"
