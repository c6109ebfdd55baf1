// SPDX-License-Identifier: MIT
#include "libraryroom.h"
#include "transcript.h"

#include <Elector/leaderelector.h>
#include <Elector/schema.h>

#include <QSignalSpy>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace Elector;

namespace {

/// The table as the npm package nest-leader-election makes it.
const char npmTable[] = R"(
    CREATE TABLE leader_lease (id INT PRIMARY KEY, leader_id TEXT NOT NULL, expires_at TIMESTAMPTZ NOT NULL,
        created_at TIMESTAMPTZ NOT NULL DEFAULT now(), CHECK (expires_at > created_at));
    CREATE INDEX leader_lease_expires ON leader_lease (expires_at))";

} // namespace

/// The "Operation logic" of nest-leader-election, sentence by sentence, on each table that may stand there.
class TestSeedLogic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_room.start());
        QTest::addColumn<QString>("table");
        QTest::newRow("full, made by the first node") << u"full"_s;
        QTest::newRow("plain, made by Schema") << u"plain"_s;
        QTest::newRow("plain, made by the npm package") << u"npm"_s;
    }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"."_s));
        QFETCH_GLOBAL(QString, table);
        QVERIFY(m_room.newDatabase());
        m_level = table == u"full"_s ? SchemaLevel::Full : SchemaLevel::Plain;
        if (table == u"npm"_s) {
            QVERIFY(m_room.exec(QString::fromLatin1(npmTable)));
        } else if (table == u"plain"_s) {
            const auto connection = m_room.application();
            const ElectorError error = Schema(connection->database(), u"public"_s).install(SchemaLevel::Plain);
            QVERIFY2(!error, qPrintable(error.message()));
        }
        m_shape = m_room.shape();
    }
    void cleanup()
    {
        if (m_level == SchemaLevel::Plain)
            QCOMPARE(m_room.shape(), m_shape); // never altered
        QVERIFY(m_room.server.dropDatabase(m_room.database));
    }

    void createsTheTableWithItsFieldsIndexAndCheck()
    {
        LeaderElector elector(m_room.config(u"node"_s));
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        QCOMPARE(elector.schemaLevel(), m_level);
        const auto columns = m_room.value(uR"(
            SELECT string_agg(attname || ' ' || format_type(atttypid, NULL) || CASE WHEN attnotnull THEN ' not null' ELSE '' END,
                              ', ' ORDER BY attnum)
              FROM pg_attribute WHERE attrelid = 'public.leader_lease'::regclass AND attnum BETWEEN 1 AND 4)"_s);
        QCOMPARE(columns.toString(),
                 u"id integer not null, leader_id text not null, expires_at timestamp with time zone not null, "
                 u"created_at timestamp with time zone not null"_s);
        QCOMPARE(
            m_room.value(u"SELECT pg_get_indexdef('leader_lease_expires'::regclass) LIKE '%(expires_at)'"_s).toBool(),
            true);
        const SqlResult refused = m_room.exec(u"UPDATE leader_lease SET created_at = expires_at"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.sqlState, u"23514"_s);
    }

    void leavesAMissingTableAloneIfToldTo()
    {
        if (m_level == SchemaLevel::Plain)
            QSKIP("there is a table");
        ElectorConfig config = m_room.config(u"node"_s);
        config.setCreateTableOnInit(false);
        LeaderElector elector(config);
        const Transcript said(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(said.has(u"error TableMissing"_s));
        QVERIFY(m_room.value(u"SELECT to_regclass('public.leader_lease') IS NULL"_s).toBool());
        QVERIFY(m_room.exec(Schema::installSql(u"public"_s, SchemaLevel::Full, 15))); // a migration comes later
        ELECTOR_TRY(elector.isLeader());
        QVERIFY(said.has(u"recovered"_s));
    }

    void capturesByInserting()
    {
        LeaderElector elector(m_room.config(u"node"_s, 2s));
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        QVERIFY(m_room.holder().startsWith(u"node#"_s));
        QCOMPARE(m_room.holder(), elector.leaderId());
        QCOMPARE(elector.currentLeader(), elector.leaderId());
        // It may have been renewed since; and the two times are read one after the other.
        QVERIFY(m_room.value(u"SELECT expires_at - created_at > interval '1.9 s' FROM leader_lease"_s).toBool());
        QVERIFY(m_room.value(u"SELECT expires_at <= clock_timestamp() + interval '2 s' FROM leader_lease"_s).toBool());
        QCOMPARE(elector.term() > 0, m_level == SchemaLevel::Full);
    }

    void isRefusedWhileALeaseLivesAndTakesOverWhenItHasExpired()
    {
        if (m_level == SchemaLevel::Full)
            QVERIFY(m_room.exec(Schema::installSql(u"public"_s, SchemaLevel::Full, 15)));
        QVERIFY(m_room.exec(u"INSERT INTO leader_lease VALUES (1, 'npm-node', now() + interval '2 s', DEFAULT)"_s));
        const qint64 expiry = m_room.expiresAt();
        LeaderElector elector(m_room.config(u"node"_s));
        QVERIFY(elector.start());
        ELECTOR_TRY_COMPARE(elector.currentLeader(), u"npm-node"_s);
        QVERIFY(!elector.isLeader() || m_room.serverTime() > expiry);
        ELECTOR_TRY(elector.isLeader());
        const qint64 captured
            = m_room.value(u"SELECT (extract(epoch FROM created_at) * 1e6)::bigint FROM leader_lease"_s).toLongLong();
        QVERIFY2(captured >= expiry, qPrintable(u"captured %1 µs too early"_s.arg(expiry - captured)));
        QVERIFY(m_room.holder().startsWith(u"node#"_s)); // leader_id and expires_at together
        QVERIFY(m_room.expiresAt() > expiry);
        QCOMPARE(m_room.value(u"SELECT count(*) FROM leader_lease"_s).toInt(), 1);
    }

    void renewsWithJitter()
    {
        QList<BootClock::time_point> deadlines; // outlives the elector, whose destructor speaks too
        LeaderElector elector(m_room.config(u"node"_s));
        connect(&elector, &LeaderElector::deadlineChanged, this, [&] { deadlines.append(elector.deadline()); });
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        const QString leader = elector.leaderId();
        const qint64 first = m_room.expiresAt();
        ELECTOR_TRY(m_room.expiresAt() > first + 1'500'000 || elector.leaderId() != leader);
        if (elector.leaderId() != leader)
            QSKIP("the machine was too slow for a lease of 1 s");
        QCOMPARE(m_room.holder(), leader);
        QVERIFY(elector.isLeader());
        // A deadline is as far ahead of its renewal as any other, so they are as far apart as the renewals were sent:
        // at least renewalInterval - jitterRange.
        QVERIFY(deadlines.size() >= 3);
        QSet<qint64> pauses;
        for (qsizetype i = 1; i < deadlines.size(); ++i) {
            const auto pause = deadlines.at(i) - deadlines.at(i - 1);
            QVERIFY2(pause >= 99ms, qPrintable(QString::number(pause.count())));
            pauses.insert(std::chrono::duration_cast<std::chrono::milliseconds>(pause).count());
        }
        QVERIFY(pauses.size() > 1);
    }

    void releaseDeletesTheRow()
    {
        LeaderElector elector(m_room.config(u"node"_s, 2s));
        const Transcript said(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        const QString leader = elector.leaderId();
        elector.release();
        QVERIFY(!elector.isLeader());
        QCOMPARE(said.election(), u"leads, lost Released"_s);
        ELECTOR_TRY(m_room.holder() != leader);
        ELECTOR_TRY(elector.isLeader()); // a candidate again, under a new name
        QVERIFY(elector.leaderId() != leader);
        QCOMPARE(elector.lastLossReason(), LossReason::Released);
    }

    void anotherNodeFollowsAfterARelease()
    {
        LeaderElector one(m_room.config(u"one"_s));
        QVERIFY(one.start());
        ELECTOR_TRY(one.isLeader());
        LeaderElector other(m_room.config(u"other"_s));
        QVERIFY(other.start());
        ELECTOR_TRY_COMPARE(other.currentLeader(), one.leaderId());
        one.stop();
        ELECTOR_TRY(other.isLeader());
        QVERIFY(!one.isLeader());
    }

    void cleansUpWhatDied()
    {
        if (m_level == SchemaLevel::Full)
            QVERIFY(m_room.exec(Schema::installSql(u"public"_s, SchemaLevel::Full, 15)));
        QVERIFY(m_room.plant(7, u"dead"_s, u"clock_timestamp() - interval '6 s'"_s));
        QVERIFY(m_room.plant(8, u"long dead"_s, u"clock_timestamp() - interval '1 h'"_s));
        QVERIFY(m_room.plant(9, u"alive"_s, u"clock_timestamp() + interval '1 h'"_s));
        LeaderElector elector(m_room.config(u"node"_s, 500ms));
        QVERIFY(elector.start());
        ELECTOR_TRY(m_room.holder(7).isEmpty() && m_room.holder(8).isEmpty());
        QCOMPARE(m_room.holder(9), u"alive"_s);
    }

    void doesNotCleanUpWhatDiedJustNow()
    {
        if (m_level == SchemaLevel::Full)
            QVERIFY(m_room.exec(Schema::installSql(u"public"_s, SchemaLevel::Full, 15)));
        QVERIFY(m_room.plant(7, u"just dead"_s, u"clock_timestamp()"_s));
        QVERIFY(m_room.plant(8, u"dead"_s, u"clock_timestamp() - interval '6 s'"_s));
        const qint64 died = m_room.expiresAt(7);
        LeaderElector elector(m_room.config(u"node"_s, 400ms));
        QVERIFY(elector.start());
        ELECTOR_TRY(m_room.holder(8).isEmpty());
        QVERIFY(m_room.holder(7) == u"just dead"_s || m_room.serverTime() - died > 5'000'000);
    }

private:
    LibraryRoom m_room;
    SchemaLevel m_level = SchemaLevel::None;
    QString m_shape;
};

QTEST_GUILESS_MAIN(TestSeedLogic)
#include "tst_seedlogic.moc"
