// SPDX-License-Identifier: MIT
#include "leaderwatch.h"
#include "librarytest.h"
#include "pgbouncer.h"
#include "transcript.h"

#include <Elector/diagnosis.h>
#include <Elector/leaderelector.h>
#include <Elector/leaseconnection.h>
#include <Elector/leaseobserver.h>
#include <Elector/schema.h>

#include <algorithm>
#include <vector>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace Elector;

namespace {

/// All that a session may have of somebody: settings, prepared statements, subscriptions, locks, temporary tables, open
/// cursors. (What PgBouncer keeps in step for its clients, it sets itself.)
const QString traces = uR"(SELECT pg_backend_pid()::text || ': ' || concat_ws(', ',
    (SELECT string_agg(name || '=' || setting, ', ' ORDER BY name) FROM pg_settings
      WHERE source = 'session' AND name NOT IN ('application_name', 'client_encoding', 'DateStyle', 'TimeZone',
                                                'standard_conforming_strings', 'IntervalStyle')),
    (SELECT string_agg(name, ', ') FROM pg_settings WHERE name LIKE 'elector.%' AND setting <> ''),
    (SELECT string_agg('prepared ' || name, ', ') FROM pg_prepared_statements),
    (SELECT string_agg('listens to ' || c, ', ') FROM pg_listening_channels() c),
    (SELECT string_agg('holds ' || locktype, ', ') FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'advisory'),
    (SELECT string_agg('temporary ' || relname, ', ') FROM pg_class WHERE relnamespace = pg_my_temp_schema()),
    (SELECT string_agg('cursor ' || name, ', ') FROM pg_cursors WHERE is_holdable),
    'role ' || current_user || ' ' || current_setting('role'))
)"_s;

/// As an unruly program may leave a session behind for the next client of the pooler.
const QString unruly = uR"(
    SET search_path = nowhere; SET statement_timeout = '20s'; SET lock_timeout = '15s'; SET synchronous_commit = off;
    SET default_transaction_isolation = serializable; SET default_transaction_read_only = on;
    SET default_transaction_deferrable = on; SET standard_conforming_strings = off; SET backslash_quote = on;
    SET "DateStyle" = 'German'; SET "TimeZone" = 'Asia/Kolkata'; SET "IntervalStyle" = 'iso_8601';
    SET extra_float_digits = 0; SET bytea_output = 'escape'; SET transform_null_equals = on;
    SET session_replication_role = replica; SET plan_cache_mode = force_custom_plan; SET role = nobody_of_ours)"_s;
/// The same settings, the other way round.
const QString ruly = uR"(
    RESET ROLE; SET search_path = public; SET statement_timeout = 0; SET lock_timeout = 0; SET synchronous_commit = on;
    SET default_transaction_isolation = 'read committed'; SET default_transaction_read_only = off;
    SET default_transaction_deferrable = off; SET standard_conforming_strings = on; SET "DateStyle" = 'ISO';
    SET "TimeZone" = 'America/Caracas'; SET bytea_output = 'hex'; SET session_replication_role = origin)"_s;

} // namespace

/// A real PgBouncer that lends a session of the server for each transaction, and electors that know it.
class TestTransactionPooler : public LibraryTest
{
    Q_OBJECT

private Q_SLOTS:
    void elects_data();
    void elects();
    void leavesNothingBehind();
    void isNotMisledByWhatOthersLeaveBehind();
    void nodesShareOneSession();
    void sessionsMayBeTakenAway();
    void serverMayCrash();
    void aPromotedServerIsHeldOffFrom();
    void anotherServerIsFoundOut();
    void operatorsWorkThroughIt();
    void createsTheTable();
    void worksWithoutAPooler();
    void diagnosisTells();
    void namesOfAnyKind();

private:
    void setUp() override
    {
        if (PgBouncer::program().isEmpty())
            QSKIP("There is no pgbouncer (package pgbouncer).");
    }
    void tearDown() override { m_pooler.stop(); }
    QRegularExpression unexpectedWarnings() const override { return allButTheDriversWords(); }

    bool start(SchemaLevel level, int poolSize = 20, PgBouncer::Mode mode = PgBouncer::Transaction)
    {
        if (level != SchemaLevel::None && !m_room.exec(Schema::installSql(u"public"_s, level, 15)))
            return false;
        if (m_pooler.start(m_room.server, mode, poolSize))
            return true;
        qWarning() << m_pooler.errorString();
        return false;
    }
    ElectorConfig through(const QString &instance, std::chrono::milliseconds lease = 2s) const
    {
        ElectorConfig config = m_room.config(instance, lease, m_pooler.port());
        config.setPooling(Pooling::Transaction);
        return config;
    }
    std::unique_ptr<TestConnection> client() const
    {
        return std::make_unique<TestConnection>(u"127.0.0.1"_s, m_pooler.port(), m_room.database);
    }
    bool isRenewed()
    {
        const qint64 before = m_room.expiresAt();
        return QTest::qWaitFor([&] { return m_room.expiresAt() > before; }, 30'000);
    }

    PgBouncer m_pooler;
};

void TestTransactionPooler::elects_data()
{
    QTest::addColumn<SchemaLevel>("level");
    QTest::addColumn<int>("mode");
    QTest::newRow("full") << SchemaLevel::Full << int(PgBouncer::Transaction);
    QTest::newRow("plain") << SchemaLevel::Plain << int(PgBouncer::Transaction);
    QTest::newRow("statement") << SchemaLevel::Full << int(PgBouncer::Statement);
    QTest::newRow("session") << SchemaLevel::Full << int(PgBouncer::Session);
}

void TestTransactionPooler::elects()
{
    QFETCH(SchemaLevel, level);
    QFETCH(int, mode);
    QVERIFY(start(level, 20, PgBouncer::Mode(mode)));
    LeaderElector one(through(u"one"_s));
    LeaderElector two(through(u"two"_s));
    const LeaseConnection connection(through(u"three"_s));
    LeaderElector three(through(u"three"_s), connection);
    LeaderWatch watch({&one, &two, &three});
    const Transcript said(one);
    QVERIFY(one.start());
    ELECTOR_TRY(one.isLeader());
    QVERIFY(two.start());
    QVERIFY(three.start());
    ELECTOR_TRY(two.currentLeader() == one.currentLeader() && three.currentLeader() == one.currentLeader());
    QVERIFY(isRenewed());
    QVERIFY(isRenewed());
    one.stop(); // (Who releases only may be the first to look again.)
    ELECTOR_TRY(two.isLeader() || three.isLeader());
    QVERIFY(isRenewed());
    QVERIFY(one.start());
    (two.isLeader() ? two : three).stop();
    ELECTOR_TRY(one.isLeader() || two.isLeader() || three.isLeader());
    watch.stop();
    QCOMPARE(watch.conflicts(), 0);
    QVERIFY2(said.errors().isEmpty(), qPrintable(said.text()));
}

void TestTransactionPooler::leavesNothingBehind()
{
    QVERIFY(start(SchemaLevel::Full, 1)); // whoever comes gets the same session
    const auto neighbour = client();
    const QString before = neighbour->exec(traces).value().toString();
    QVERIFY(before.contains(u"role"_s));
    LeaseObserver observer(through(u"looking"_s).connection());
    observer.start();
    std::vector<std::unique_ptr<LeaderElector>> electors;
    for (int i = 0; i < 3; ++i) {
        electors.push_back(std::make_unique<LeaderElector>(through(u"node-%1"_s.arg(i))));
        QVERIFY(electors.back()->start());
    }
    const auto leads = [](const auto &each) { return each->isLeader(); };
    ELECTOR_TRY(std::any_of(electors.cbegin(), electors.cend(), leads));
    for (int i = 0; i < 5; ++i) { // in the midst of it, too
        QVERIFY(isRenewed());
        QCOMPARE(neighbour->exec(traces).value().toString(), before);
    }
    ELECTOR_TRY(observer.snapshot().lease(1).has_value());
    bool revoked = false;
    connect(&observer, &LeaseObserver::releaseFinished, this, [&] { revoked = true; });
    observer.revoke(*observer.snapshot().lease(1), u"tester"_s, u"because"_s);
    ELECTOR_TRY(revoked);
    electors.clear();
    QCOMPARE(neighbour->exec(traces).value().toString(), before);
}

void TestTransactionPooler::isNotMisledByWhatOthersLeaveBehind()
{
    QVERIFY(start(SchemaLevel::Full, 1));
    QVERIFY(m_room.exec(uR"(
        CREATE ROLE nobody_of_ours;
        CREATE TABLE noted (settings text);
        CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
            INSERT INTO public.noted SELECT string_agg(name || '=' || setting, ' ' ORDER BY name) FROM pg_settings
             WHERE name IN ('transaction_isolation', 'transaction_read_only', 'synchronous_commit', 'lock_timeout')
                OR name = 'statement_timeout';
            RETURN NULL; END $$;
        CREATE TRIGGER noting AFTER INSERT OR UPDATE ON leader_lease FOR EACH ROW EXECUTE FUNCTION note();
        ALTER TABLE leader_lease ENABLE ALWAYS TRIGGER noting)"_s));
    const auto one = client();
    const auto other = client();
    QVERIFY(one->exec(u"CREATE TEMPORARY TABLE text (a int); CREATE TEMPORARY TABLE pg_class (a int)"_s));
    QVERIFY(one->exec(unruly));
    LeaderElector elector(through(u"näher'\\ \" $1 {,}"_s));
    LeaderElector second(through(u"second"_s));
    const Transcript said(elector);
    QVERIFY(elector.start());
    QVERIFY(second.start());
    ELECTOR_TRY(elector.isLeader() || second.isLeader());
    for (int i = 0; i < 10; ++i) {
        QVERIFY(isRenewed());
        const SqlResult result = i % 2 == 0 ? other->exec(ruly) : one->exec(unruly);
        QVERIFY2(result, qPrintable(result.error));
    }
    QVERIFY2(!said.has(u"error"_s), qPrintable(said.text()));
    // A third of the lease is an attempt's; nine tenths of a sixth of 2 s, and half of it.
    QCOMPARE(m_room.value(u"SELECT string_agg(DISTINCT settings, E'\\n') FROM noted"_s).toString(),
             u"lock_timeout=166 statement_timeout=299 synchronous_commit=on transaction_isolation=read committed "
             "transaction_read_only=off"_s);
    elector.stop();
    second.stop();
    QVERIFY(one->exec(u"RESET ROLE"_s));
    QVERIFY(m_room.exec(u"DROP ROLE nobody_of_ours"_s));
}

void TestTransactionPooler::nodesShareOneSession()
{
    QVERIFY(start(SchemaLevel::Full, 1));
    std::vector<std::unique_ptr<LeaderElector>> electors;
    std::vector<const LeaderElector *> ofTheFirst;
    constexpr int locks = 4;
    constexpr int nodes = 5;
    for (int i = 0; i < nodes * locks; ++i) {
        ElectorConfig config = through(u"node-%1"_s.arg(i / locks), 4s);
        config.setLockId(1 + i % locks);
        electors.push_back(std::make_unique<LeaderElector>(config));
        if (i % locks == 0)
            ofTheFirst.push_back(electors.back().get());
        QVERIFY(electors.back()->start());
    }
    LeaderWatch watch(ofTheFirst);
    const auto leaders = [&] {
        return std::count_if(electors.cbegin(), electors.cend(), [](const auto &each) { return each->isLeader(); });
    };
    ELECTOR_TRY_COMPARE(leaders(), locks);
    const auto first
        = std::find_if(ofTheFirst.cbegin(), ofTheFirst.cend(), [](auto *each) { return each->isLeader(); });
    for (const auto &each : electors) {
        if (first != ofTheFirst.cend() && each.get() == *first)
            each->release();
    }
    ELECTOR_TRY_COMPARE(
        m_room.value(u"SELECT count(DISTINCT leader_id) FROM leader_lease_history WHERE id = 1"_s).toInt(), 2);
    ELECTOR_TRY_COMPARE(leaders(), locks);
    watch.stop();
    QCOMPARE(watch.conflicts(), 0);
}

void TestTransactionPooler::sessionsMayBeTakenAway()
{
    QVERIFY(start(SchemaLevel::Full, 3));
    LeaderElector one(through(u"one"_s, 4s));
    LeaderElector two(through(u"two"_s, 4s));
    LeaderWatch watch({&one, &two});
    const Transcript said(one);
    QVERIFY(one.start());
    ELECTOR_TRY(one.isLeader());
    QVERIFY(two.start());
    const QString tenure = m_room.holder();
    for (int i = 0; i < 5; ++i) {
        QVERIFY(
            m_room.exec(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
                        "AND pid <> pg_backend_pid()"_s));
        QVERIFY(isRenewed());
    }
    QCOMPARE(m_room.holder(), tenure);
    QVERIFY(one.isLeader());
    watch.stop();
    QCOMPARE(watch.conflicts(), 0);
    QCOMPARE(said.election(), u"leads"_s);
}

void TestTransactionPooler::serverMayCrash()
{
    QVERIFY(start(SchemaLevel::Full));
    LeaderElector one(through(u"one"_s));
    LeaderElector two(through(u"two"_s));
    LeaderWatch watch({&one, &two});
    const Transcript said(one);
    QVERIFY(one.start());
    QVERIFY(two.start());
    ELECTOR_TRY(one.isLeader() || two.isLeader());
    QVERIFY(m_room.server.restartImmediate());
    ELECTOR_TRY(isRenewed() && (one.isLeader() || two.isLeader()));
    QVERIFY(m_room.server.stopImmediate());
    ELECTOR_TRY(!one.isLeader() && !two.isLeader());
    QVERIFY(m_room.server.startAgain());
    ELECTOR_TRY(one.isLeader() || two.isLeader());
    watch.stop();
    QCOMPARE(watch.conflicts(), 0);
    QVERIFY(said.alternates() || one.isLeader());
}

/// The connection to the pooler stays; what is behind it is first a standby, and then another timeline.
void TestTransactionPooler::aPromotedServerIsHeldOffFrom()
{
    QVERIFY(start(SchemaLevel::Full));
    LeaderElector one(through(u"one"_s));
    LeaderElector two(through(u"two"_s));
    LeaderWatch watch({&one, &two});
    const Transcript said(one);
    QVERIFY(one.start());
    ELECTOR_TRY(one.isLeader());
    QVERIFY(m_room.server.becomeStandby());
    ELECTOR_TRY(!one.isLeader());
    QVERIFY(two.start());
    ELECTOR_TRY_COMPARE(two.lastError().code, ErrorCode::ReadOnlyServer);
    QVERIFY(m_room.server.promote());
    ELECTOR_TRY(one.isLeader() || two.isLeader());
    QVERIFY(m_room
                .value(u"SELECT h.at - s.since >= interval '2 s' FROM leader_lease_history h, leader_lease_server s "
                       "WHERE h.event = 'captured' ORDER BY h.seq DESC LIMIT 1"_s)
                .toBool());
    watch.stop();
    QCOMPARE(watch.conflicts(), 0);
}

/// Nothing tells a client that its next transaction goes to another server.
void TestTransactionPooler::anotherServerIsFoundOut()
{
    QVERIFY(start(SchemaLevel::Plain));
    PostgresServer second;
    QVERIFY(second.start());
    QVERIFY(second.exec(u"CREATE DATABASE "_s + m_room.database));
    QVERIFY(second.exec(Schema::installSql(u"public"_s, SchemaLevel::Plain, 15), m_room.database));
    LeaderElector one(through(u"one"_s, 3s));
    LeaderElector two(through(u"two"_s, 3s));
    LeaderWatch watch({&one, &two});
    const Transcript said(one);
    QVERIFY(one.start());
    ELECTOR_TRY(one.isLeader());
    QVERIFY(two.start());
    ELECTOR_TRY(two.currentLeader() == m_room.holder());
    const BootClock::time_point before = BootClock::now();
    QVERIFY(m_pooler.leadTo(second));
    const auto captured
        = [&] { return second.exec(u"SELECT leader_id FROM leader_lease"_s, m_room.database).value().toString(); };
    ELECTOR_TRY(!captured().isEmpty());
    // Plain tables hold nobody off: both candidates have.
    QVERIFY(BootClock::now() - before >= 3s);
    ELECTOR_TRY(one.isLeader() || two.isLeader());
    watch.stop();
    QCOMPARE(watch.conflicts(), 0);
    one.stop();
    two.stop();
    m_pooler.stop();
}

void TestTransactionPooler::operatorsWorkThroughIt()
{
    QVERIFY(start(SchemaLevel::Full, 2));
    LeaderElector elector(through(u"node"_s));
    const Transcript said(elector);
    LeaseObserver observer(through(u"looking"_s).connection());
    observer.setInterval(100ms);
    observer.start();
    QVERIFY(elector.start());
    ELECTOR_TRY(elector.isLeader());
    ELECTOR_TRY(observer.snapshot().lease(1) && observer.snapshot().lease(1)->leaderId == m_room.holder());
    QVERIFY(!observer.server().notifies);
    std::vector<OrderOutcome> orders;
    connect(&observer, &LeaseObserver::orderFinished, this,
            [&](const OrderOutcome &outcome) { orders.push_back(outcome); });
    observer.pause(1, u"tester"_s, u"to try it"_s);
    ELECTOR_TRY_COMPARE(orders.size(), 1U);
    QCOMPARE(orders.front().result, ForcedRelease::Done);
    ELECTOR_TRY(said.has(u"lost Revoked"_s));
    observer.resume(1, u"tester"_s, u"tried"_s);
    ELECTOR_TRY(elector.isLeader());
    observer.setPaused(true);
}

void TestTransactionPooler::createsTheTable()
{
    QVERIFY(start(SchemaLevel::None, 2));
    LeaderElector one(through(u"one"_s));
    LeaderElector two(through(u"two"_s));
    QVERIFY(one.start());
    QVERIFY(two.start());
    ELECTOR_TRY(one.isLeader() || two.isLeader());
    QCOMPARE((one.isLeader() ? one : two).schemaLevel(), SchemaLevel::Full);
}

void TestTransactionPooler::worksWithoutAPooler()
{
    QVERIFY(m_room.exec(Schema::installSql(u"public"_s, SchemaLevel::Full, 15)));
    ElectorConfig config = m_room.config(u"direct"_s);
    config.setPooling(Pooling::Transaction);
    LeaderElector elector(config);
    LeaderElector other(m_room.config(u"other"_s)); // a mixed fleet
    LeaderWatch watch({&elector, &other});
    QVERIFY(elector.start());
    ELECTOR_TRY(elector.isLeader());
    QVERIFY(other.start());
    elector.stop();
    ELECTOR_TRY(other.isLeader());
    watch.stop();
    QCOMPARE(watch.conflicts(), 0);
}

void TestTransactionPooler::diagnosisTells()
{
    QVERIFY(start(SchemaLevel::Full));
    const Diagnosis diagnosis = diagnose(through(u"doctor"_s));
    QVERIFY2(diagnosis.reached && diagnosis.errors.isEmpty(), qPrintable(diagnosis.errors.value(0).message()));
    QVERIFY(diagnosis.pooled);
    QVERIFY(!diagnosis.server.notifies);
    ElectorConfig unset = through(u"doctor"_s);
    unset.setPooling(Pooling::Session);
    const ElectorError refusal = diagnose(unset).errors.value(0);
    QCOMPARE(refusal.code, ErrorCode::Pooler);
    QVERIFY2(refusal.remedy.contains(u"pooling"_s), qPrintable(refusal.remedy));
}

/// Names go into the text of statements: none may mean anything there.
void TestTransactionPooler::namesOfAnyKind()
{
    QVERIFY(start(SchemaLevel::Full));
    for (const QString &name : {u"'); DROP TABLE leader_lease; --"_s, u"\\'; --"_s, u"ü€𝄞 $1 $2"_s, u"%s {\"a\"}"_s,
                                u"E'\\x27'"_s, u"/* */ -- $$"_s}) {
        LeaderElector elector(through(name));
        QVERIFY2(elector.start(), qPrintable(name));
        ELECTOR_TRY(elector.isLeader());
        QVERIFY2(m_room.holder().startsWith(name + u'#'), qPrintable(m_room.holder()));
        QVERIFY(isRenewed());
        elector.stop();
        ELECTOR_TRY(m_room.holder().isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestTransactionPooler)
#include "tst_transactionpooler.moc"
