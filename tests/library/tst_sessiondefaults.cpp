// SPDX-License-Identifier: MIT
#include "libraryroom.h"
#include "transcript.h"

#include <Elector/leaderelector.h>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace Elector;

/// Roles with settings of their own: ours hold in our sessions.
class TestSessionDefaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_room.start()); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"."_s));
        QVERIFY(m_room.newDatabase());
        QVERIFY(m_room.exec(u"CREATE ROLE odd LOGIN SUPERUSER"_s));
    }
    void cleanup()
    {
        QVERIFY(m_room.server.dropDatabase(m_room.database));
        QVERIFY(m_room.server.exec(u"DROP ROLE odd"_s));
    }

    void ofARole_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::newRow("serializable") << u"default_transaction_isolation = 'serializable'"_s;
        QTest::newRow("repeatable read, deferrable")
            << u"default_transaction_isolation = 'repeatable read'; ALTER ROLE odd SET default_transaction_deferrable = on"_s;
        QTest::newRow("statement_timeout") << u"statement_timeout = '1ms'"_s;
        QTest::newRow("lock_timeout") << u"lock_timeout = '1ms'"_s;
        QTest::newRow("read-only") << u"default_transaction_read_only = on"_s;
        QTest::newRow("asynchronous commit") << u"synchronous_commit = off"_s;
        QTest::newRow("search_path") << u"search_path = 'nowhere'"_s;
        QTest::newRow("DateStyle, TimeZone, intervals")
            << u"DateStyle = 'German, DMY'; ALTER ROLE odd SET TimeZone = 'Asia/Kathmandu'; ALTER ROLE odd SET IntervalStyle = 'sql_standard'"_s;
        QTest::newRow("encoding") << u"client_encoding = 'LATIN1'"_s;
        QTest::newRow("idle time-out") << u"idle_in_transaction_session_timeout = '1ms'"_s;
        if (m_room.server.majorVersion() >= 14)
            QTest::newRow("idle sessions end") << u"idle_session_timeout = '200ms'"_s;
        if (m_room.server.majorVersion() >= 17)
            QTest::newRow("transactions end") << u"transaction_timeout = '1s'"_s;
        QTest::newRow("replica") << u"session_replication_role = replica"_s;
        QTest::newRow("row security, strange plans")
            << u"row_security = off; ALTER ROLE odd SET enable_indexscan = off; ALTER ROLE odd SET plan_cache_mode = force_custom_plan"_s;
        QTest::newRow("chatty") << u"client_min_messages = debug1; ALTER ROLE odd SET log_min_messages = debug1"_s;
    }
    void ofARole()
    {
        QFETCH(QString, setting);
        QVERIFY(m_room.exec(u"ALTER ROLE odd SET %1"_s.arg(setting)));
        ElectorConfig config = m_room.config(u"ödd"_s, 2s);
        config.setConnection(m_room.server.dsn(m_room.database, u"odd"_s));
        LeaderElector elector(config);
        LeaderElector other(m_room.config(u"other"_s, 2s));
        const Transcript said(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        QVERIFY(elector.term() > 0);
        QCOMPARE(m_room.holder(), elector.leaderId());
        const qint64 before = m_room.expiresAt();
        ELECTOR_TRY(m_room.expiresAt() > before);
        QVERIFY(other.start());
        elector.stop();
        ELECTOR_TRY(other.isLeader());
        other.stop();
        ELECTOR_TRY_COMPARE(m_room.events(), u"captured released captured released"_s);
        for (const ElectorError &error : said.errors()) {
            // A limit of 1 ms may strike before ours is set: said, and tried again.
            QVERIFY2(setting.startsWith(u"statement_timeout"_s), qPrintable(error.message()));
            QCOMPARE(error.code, ErrorCode::TimedOut);
            QVERIFY(said.has(u"recovered"_s));
        }
    }

    void commitsAreSynchronous()
    {
        QVERIFY(m_room.exec(u"ALTER ROLE odd SET synchronous_commit = off"_s));
        ElectorConfig config = m_room.config(u"node"_s, 2s);
        config.setConnection(m_room.server.dsn(m_room.database, u"odd"_s));
        LeaderElector elector(config);
        QVERIFY(m_room.exec(u"CREATE TABLE seen (setting TEXT)"_s));
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        QVERIFY(m_room.exec(uR"(
            CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN INSERT INTO public.seen VALUES (current_setting('synchronous_commit') || ' '
                    || current_setting('transaction_isolation')); RETURN NULL; END $$;
            CREATE TRIGGER note AFTER UPDATE ON leader_lease FOR EACH ROW EXECUTE FUNCTION note())"_s));
        ELECTOR_TRY(m_room.value(u"SELECT min(setting) FROM seen"_s).toString() == u"on read committed"_s);
    }

    void transactionsHaveTheirTime()
    {
        if (m_room.server.majorVersion() < 17)
            QSKIP("PostgreSQL 17 is the first to limit transactions.");
        QVERIFY(m_room.exec(u"ALTER ROLE odd SET transaction_timeout = '1s'"_s));
        ElectorConfig config = m_room.config(u"node"_s, 2s);
        config.setConnection(m_room.server.dsn(m_room.database, u"odd"_s));
        LeaderElector elector(config);
        QVERIFY(m_room.exec(u"CREATE TABLE seen (setting TEXT)"_s));
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        QVERIFY(m_room.exec(uR"(
            CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN INSERT INTO public.seen VALUES (current_setting('transaction_timeout')); RETURN NULL; END $$;
            CREATE TRIGGER note AFTER UPDATE ON leader_lease FOR EACH ROW EXECUTE FUNCTION note())"_s));
        ELECTOR_TRY(m_room.value(u"SELECT max(setting) FROM seen"_s).toString() == u"0"_s);
    }

private:
    LibraryRoom m_room;
};

QTEST_GUILESS_MAIN(TestSessionDefaults)
#include "tst_sessiondefaults.moc"
