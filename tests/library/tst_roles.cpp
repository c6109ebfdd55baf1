// SPDX-License-Identifier: MIT
#include "librarytest.h"

#include <Elector/leaderelector.h>
#include <Elector/leaseobserver.h>
#include <Elector/onceper.h>
#include <Elector/schema.h>

#include <QFile>
#include <QSignalSpy>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace Elector;

namespace {

/// What nobody may do to a lock that `holder` holds, whoever he is but its captor or, for some, an operator.
const char *const forbidden[] = {
    // taking a live lease
    "UPDATE leader_lease SET leader_id = 'me#1.1'",
    "UPDATE leader_lease SET leader_id = 'me#1.1', expires_at = clock_timestamp() + interval '10 s'",
    "SELECT set_config('elector.capture', 'bid', true); UPDATE leader_lease SET leader_id = 'me#1.1', term = 0",
    "SELECT set_config('elector.capture', 'stuck', true); UPDATE leader_lease SET leader_id = 'me#1.1', term = 0",
    // clang-format off
    ("SELECT set_config('elector.capture', 'stuck', true); INSERT INTO leader_lease (id, leader_id, expires_at) VALUES "
     "(1, 'me#1.1', now() + interval '9 s') ON CONFLICT (id) DO UPDATE SET leader_id = EXCLUDED.leader_id"),
    // clang-format on
    "INSERT INTO leader_lease (id, leader_id, expires_at) VALUES (1, 'holder#1.1', now() + interval '9 s')",
    "UPDATE leader_lease SET id = 2",
    // or making it look free, so that it can be taken next
    "UPDATE leader_lease SET expires_at = clock_timestamp() + interval '100 ms'",
    "UPDATE leader_lease SET expires_at = expires_at - interval '1 min'",
    "UPDATE leader_lease SET expires_at = clock_timestamp() + interval '20 hours'",
    // longer than the cap, or for ever
    "INSERT INTO leader_lease (id, leader_id, expires_at) VALUES (2, 'me#1.1', 'infinity')",
    "INSERT INTO leader_lease (id, leader_id, expires_at) VALUES (2, 'me#1.1', now() + interval '25 hours')",
    "INSERT INTO leader_lease (id, leader_id, expires_at, lease_ms) VALUES (2, 'me#1.1', now() + '9 s', 90000000)",
    "UPDATE leader_lease SET expires_at = 'infinity'",
    "UPDATE leader_lease SET expires_at = expires_at + interval '2 days'",
    "UPDATE leader_lease SET lease_ms = 90000000",
    "UPDATE leader_lease SET lease_ms = coalesce(lease_ms, 0) + 1000000",
    // lowering a term, or another
    "UPDATE leader_lease SET term = term - 1",
    "UPDATE leader_lease SET term = 1",
    "UPDATE leader_lease SET term = NULL",
    "UPDATE leader_lease SET term = term + 1000",
    "UPDATE leader_lease_lock SET term = 1",
    "UPDATE leader_lease_lock SET max_lease_ms = 0",
    "UPDATE leader_lease_lock SET captured_by = session_user",
    "UPDATE leader_lease_lock SET succeeded_at = now()",
    "UPDATE leader_lease_lock SET paused_at = now()",
    "UPDATE leader_lease_lock SET name = 'mine'",
    "DELETE FROM leader_lease_lock",
    "INSERT INTO leader_lease_lock (id, term) VALUES (3, 1)",
    "TRUNCATE leader_lease_lock",
    // rewriting history
    "UPDATE leader_lease_history SET leader_id = 'me'",
    "DELETE FROM leader_lease_history",
    "TRUNCATE leader_lease_history",
    "INSERT INTO leader_lease_history (id, event) VALUES (1, 'released')",
    "SELECT leader_lease_note(1, 1, 'x', 'released')",
    "SELECT nextval('leader_lease_history_seq_seq')",
    "SELECT setval('leader_lease_history_seq_seq', 1)",
    // in the name of another
    "SELECT leader_lease_tell(1, 1, 'free')",
    "SELECT leader_lease_next_term(1)",
    "UPDATE leader_lease SET metadata = 'http://evil'",
    "SELECT leader_lease_succeeded(1, leader_id, term) FROM leader_lease",
    "UPDATE leader_lease SET renewals = 9223372036854775807",
    "UPDATE leader_lease SET renewals = -5",
    "UPDATE leader_lease SET created_at = '-infinity'",
    "UPDATE leader_lease SET leader_id = '#revoked somebody else'",
    "INSERT INTO leader_lease (id, leader_id, expires_at) VALUES (2, '#revoked x', now() + interval '9 s')",
    // the whole
    "TRUNCATE leader_lease",
    "DROP TABLE leader_lease",
    "DROP TABLE leader_lease_history",
    "ALTER TABLE leader_lease DISABLE TRIGGER ALL",
    "ALTER TABLE leader_lease DROP CONSTRAINT leader_lease_check",
    "ALTER TABLE leader_lease ADD COLUMN mine INT",
    "ALTER TABLE leader_lease OWNER TO CURRENT_USER",
    "DROP TRIGGER leader_lease_before_update ON leader_lease",
    "CREATE TRIGGER mine BEFORE UPDATE ON leader_lease FOR EACH ROW EXECUTE FUNCTION leader_lease_before_update()",
    "CREATE INDEX mine ON leader_lease (leader_id)",
    "CREATE RULE mine AS ON DELETE TO leader_lease DO INSTEAD NOTHING",
    "CREATE OR REPLACE FUNCTION leader_lease_has_roles() RETURNS BOOLEAN LANGUAGE sql AS 'SELECT false'",
    "DROP FUNCTION leader_lease_has_roles() CASCADE",
    "ALTER FUNCTION leader_lease_before_update() RESET search_path",
    "SELECT leader_lease_before_update()",
    "SELECT leader_lease_demand('elector_owner', 1, 'x')",
    "SET session_replication_role = replica; UPDATE leader_lease SET leader_id = 'me#1.1'",
    "SET ROLE elector_owner",
    "SET SESSION AUTHORIZATION elector_owner",
    "GRANT elector_owner TO CURRENT_USER",
    "GRANT elector_operator TO elector_viewer",
    "GRANT ALL ON leader_lease TO PUBLIC",
    "CREATE TABLE leader_lease_evil (id INT)",
    "SELECT pg_read_file('postgresql.conf')",
};

/// What only operators may.
const char *const forOperators[] = {
    "DELETE FROM leader_lease",
    "SELECT set_config('elector.event', 'evicted', true); DELETE FROM leader_lease WHERE id = 1",
    "UPDATE leader_lease SET leader_id = '#revoked ' || leader_id",
    "SELECT leader_lease_order(1, 'pause', NULL, NULL, NULL, NULL)",
    "SELECT leader_lease_order(1, 'reserve', 'me', 60000, NULL, NULL)",
    "SELECT leader_lease_order(1, 'resume', NULL, NULL, NULL, NULL)",
    "SELECT leader_lease_rename(1, 'mine')",
};

/// What only nodes may.
const char *const forNodes[] = {
    "INSERT INTO leader_lease (id, leader_id, expires_at) VALUES (2, 'me#1.1', now() + interval '9 s')",
    "UPDATE leader_lease SET expires_at = expires_at + interval '1 s'",
    "SELECT leader_lease_prune(1)",
    "SELECT leader_lease_guard(1, leader_id, term) FROM leader_lease",
};

} // namespace

/// What each role may, and what the database itself refuses to it.
class TestRoles : public LibraryTest
{
    Q_OBJECT

private:
    ElectorConfig config(const QString &instance, const QString &role, std::chrono::milliseconds lease = 4s)
    {
        ElectorConfig config = m_room.config(instance, lease);
        config.setConnection(m_room.server.dsn(m_room.database, role));
        config.setCreateTableOnInit(false);
        return config;
    }
    /// A full table with roles, and lock 1 held by a role of its own for ten minutes.
    void prepare()
    {
        QVERIFY(m_room.newDatabase(SchemaLevel::Full));
        const auto application = m_room.application();
        const ElectorError error = Schema(application->database(), u"public"_s).addRoles();
        QVERIFY2(!error, qPrintable(error.message()));
        QVERIFY(m_room.exec(
            u"DO $$ BEGIN CREATE ROLE holder LOGIN IN ROLE elector_node; CREATE ROLE anybody LOGIN; EXCEPTION WHEN "
            "duplicate_object THEN NULL; END $$"_s));
        const auto holder = m_room.application(u"holder"_s);
        const SqlResult captured
            = holder->exec(u"INSERT INTO leader_lease (id, leader_id, expires_at, lease_ms, renewals, metadata) VALUES"
                           " (1, 'holder#1.1', now() + interval '10 min', 600000, 0, 'http://holder')"_s);
        QVERIFY2(captured, qPrintable(captured.error));
    }
    /// All that is to be protected, as text.
    QString state()
    {
        return m_room
            .value(u"SELECT concat_ws('|', (SELECT json_agg(l ORDER BY id) FROM leader_lease l),"
                   " (SELECT json_agg(k ORDER BY id) FROM leader_lease_lock k),"
                   " (SELECT json_agg(h ORDER BY seq) FROM leader_lease_history h),"
                   " (SELECT last_value FROM leader_lease_history_seq_seq),"
                   " (SELECT json_agg(json_build_array(relname, relowner, relacl) ORDER BY oid) FROM pg_class"
                   "   WHERE relnamespace = 'public'::regnamespace),"
                   " (SELECT json_agg(json_build_array(proname, proowner, proacl, prosrc, proconfig) ORDER BY oid) "
                   "FROM pg_proc"
                   "   WHERE pronamespace = 'public'::regnamespace),"
                   " (SELECT json_agg(json_build_array(tgname, tgenabled) ORDER BY oid) FROM pg_trigger),"
                   " (SELECT json_agg(m ORDER BY roleid, member) FROM pg_auth_members m))"_s)
            .toString();
    }
    /// What is not right about `statement` as that role; empty if it was refused and has changed nothing.
    QString wrong(const QString &role, const QString &statement, const QString &before)
    {
        const auto session = m_room.application(role);
        // Its parts one by one, for of several the answer of the first is told.
        bool done = bool(session->exec(u"BEGIN"_s));
        const QStringList parts = statement.split(u"; "_s);
        for (const QString &part : parts)
            done = done && bool(session->exec(part));
        session->exec(done ? u"COMMIT"_s : u"ROLLBACK"_s);
        // In silence a bid is passed over that comes too late, as it is without roles, and a GRANT of what is not ours.
        const bool inSilence = (role == u"elector_node"_s && statement.contains(u"(1, 'me#1.1'"_s))
            || statement.startsWith(u"GRANT ALL"_s);
        if (done && !inSilence)
            return role + u" was not refused: "_s + statement;
        if (!session->isOpen())
            return role + u" cannot log in"_s;
        return state() == before ? QString() : role + u" has changed something: "_s + statement;
    }

private Q_SLOTS:
    void forbiddenStatements_data()
    {
        static_assert(std::size(forbidden) >= 40);
        QTest::addColumn<QString>("role");
        for (const char *role : {"elector_node", "elector_viewer", "elector_operator", "anybody"})
            QTest::newRow(role) << QString::fromLatin1(role);
    }
    void forbiddenStatements()
    {
        QFETCH(QString, role);
        prepare();
        QStringList statements;
        const auto add = [&statements](const auto &list) {
            for (const char *statement : list)
                statements.append(QString::fromLatin1(statement));
        };
        add(forbidden);
        if (role != u"elector_operator"_s)
            add(forOperators);
        if (role != u"elector_node"_s)
            add(forNodes);
        if (m_room.server.majorVersion() < 15) { // which these versions allow whoever does not forbid it
            QVERIFY(m_room.exec(u"REVOKE CREATE ON SCHEMA public FROM PUBLIC"_s));
            statements.removeOne(u"GRANT elector_operator TO elector_viewer"_s);
        }
        const QString before = state();
        QVERIFY(before.contains(u"holder#1.1"_s));
        QStringList problems;
        for (const QString &statement : statements) {
            if (const QString problem = wrong(role, statement, before); !problem.isEmpty())
                problems.append(problem);
        }
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    }

    /// elector_owner has no way in at all.
    void ownerCannotLogIn()
    {
        prepare();
        QVERIFY(!m_room.application(u"elector_owner"_s)->isOpen());
        QCOMPARE(
            m_room
                .value(
                    u"SELECT string_agg(DISTINCT pg_get_userbyid(relowner)::text, ' ') FROM pg_class WHERE relname LIKE 'leader\\_lease%'"_s)
                .toString(),
            u"elector_owner"_s);
    }

    void refusalsAreInTheServersLog()
    {
        prepare();
        QVERIFY(!m_room.application(u"elector_node"_s)->exec(u"DELETE FROM leader_lease"_s));
        QFile log(m_room.server.logFile());
        QVERIFY(log.open(QIODevice::ReadOnly));
        QVERIFY(log.readAll().contains("leader_lease: role elector_node may not release this lease"));
    }

    void nothingIsForPublic()
    {
        prepare();
        for (const QString &object : {u"leader_lease"_s, u"leader_lease_lock"_s, u"leader_lease_history"_s})
            QVERIFY(!m_room.application(u"anybody"_s)->exec(u"SELECT * FROM "_s + object));
        QCOMPARE(m_room
                     .value(u"SELECT string_agg(proname, ' ') FROM pg_proc WHERE proname LIKE 'leader\\_lease%' AND"
                            " has_function_privilege('anybody', oid, 'EXECUTE')"_s)
                     .toString(),
                 QString());
    }

    /// Its own work, all of it.
    void nodesTakePart()
    {
        prepare();
        QVERIFY(m_room.exec(u"DELETE FROM leader_lease"_s));
        LeaderElector first(config(u"first"_s, u"holder"_s));
        QVERIFY(first.setMetadata(u"http://first"_s));
        QSignalSpy warnings(&first, &LeaderElector::warningOccurred);
        QSignalSpy errors(&first, &LeaderElector::errorOccurred);
        QSignalSpy renewals(&first, &LeaderElector::renewed);
        QVERIFY(first.start());
        ELECTOR_TRY(first.isLeader());
        ELECTOR_TRY(renewals.count() >= 2);
        ELECTOR_TRY_COMPARE(m_room.value(u"SELECT metadata FROM leader_lease"_s).toString(), u"http://first"_s);
        OncePer oncePer(&first, 1h);
        QSignalSpy due(&oncePer, &OncePer::due);
        QSignalSpy noted(&oncePer, &OncePer::noted);
        QVERIFY(oncePer.begin());
        ELECTOR_TRY(due.count() == 1);
        oncePer.succeed();
        ELECTOR_TRY(noted.count() == 1);
        LeaderElector second(config(u"second"_s, u"elector_node"_s));
        QVERIFY(second.start());
        first.stop();
        ELECTOR_TRY(second.isLeader());
        second.abandon();
        LeaderElector third(config(u"third"_s, u"holder"_s, 2s));
        QVERIFY(third.start());
        ELECTOR_TRY(third.isLeader()); // what has run out anybody may take
        QCOMPARE(errors.count(), 0);
        QVERIFY(m_room.value(u"SELECT captured_by FROM leader_lease_lock WHERE id = 1"_s).toString() == u"holder"_s);
    }

    /// Granted before there were roles, and good for all that it was good for.
    void whoWasGivenItByNameTakesOver()
    {
        QVERIFY(m_room.newDatabase(SchemaLevel::Full));
        QVERIFY(m_room.exec(u"DO $$ BEGIN CREATE ROLE jobs LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;"_s
                            + Schema::grantSql(u"public"_s, SchemaLevel::Full, u"jobs"_s)));
        const auto application = m_room.application();
        QVERIFY(!Schema(application->database(), u"public"_s).addRoles());
        LeaderElector dies(config(u"dies"_s, u"elector_node"_s, 2s));
        QVERIFY(dies.start());
        ELECTOR_TRY(dies.isLeader());
        dies.abandon();
        LeaderElector next(config(u"next"_s, u"jobs"_s, 2s));
        QSignalSpy errors(&next, &LeaderElector::errorOccurred);
        QVERIFY(next.start());
        ELECTOR_TRY(next.isLeader());
        QCOMPARE(errors.count(), 0);
        QCOMPARE(m_room.value(u"SELECT captured_by FROM leader_lease_lock"_s).toString(), u"jobs"_s);
    }

    /// The first node made the tables; whoever makes roles then takes nothing from it.
    void nodesOfTheOwnerGoOn()
    {
        QVERIFY(m_room.newDatabase(SchemaLevel::None));
        QVERIFY(m_room.exec(u"DO $$ BEGIN CREATE ROLE maker LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;"
                            " GRANT CREATE, USAGE ON SCHEMA public TO maker"_s));
        ElectorConfig makes = config(u"maker"_s, u"maker"_s);
        makes.setCreateTableOnInit(true);
        LeaderElector node(makes);
        QSignalSpy changes(&node, &LeaderElector::leadershipChanged);
        QSignalSpy renewals(&node, &LeaderElector::renewed);
        QVERIFY(node.start());
        ELECTOR_TRY(node.isLeader());
        const auto application = m_room.application();
        const Schema schema(application->database(), u"public"_s);
        for (const auto access : {Schema::NodeAccess::Table, Schema::NodeAccess::Functions}) {
            const ElectorError error = schema.addRoles(access);
            QVERIFY2(!error, qPrintable(error.message()));
            QVERIFY(schema.nodeAccess() == access);
            const auto before = renewals.count();
            ELECTOR_TRY(renewals.count() >= before + 3);
        }
        QVERIFY(node.isLeader());
        QCOMPARE(changes.count(), 1);
    }

    void operatorsGiveOrders()
    {
        prepare();
        QVERIFY(m_room.exec(u"DELETE FROM leader_lease"_s));
        LeaderElector node(config(u"node"_s, u"holder"_s));
        QVERIFY(node.start());
        ELECTOR_TRY(node.isLeader());
        LeaseObserver observer(config(u"olga"_s, u"elector_operator"_s).connection());
        ForcedRelease released;
        OrderOutcome ordered;
        connect(&observer, &LeaseObserver::releaseFinished, this,
                [&](const ForcedRelease &outcome) { released = outcome; });
        connect(&observer, &LeaseObserver::orderFinished, this,
                [&](const OrderOutcome &outcome) { ordered = outcome; });
        observer.start();
        ELECTOR_TRY(observer.snapshot().lease(1).has_value());
        const quint64 revoke = observer.revoke(*observer.snapshot().lease(1), u"olga"_s, u"test"_s);
        ELECTOR_TRY(released.id == revoke);
        QVERIFY2(released.result == ForcedRelease::Done, qPrintable(released.error.message()));
        for (const quint64 order : {observer.pause(1, u"olga"_s, {}), observer.resume(1, u"olga"_s, {}),
                                    observer.rename(1, u"nightly"_s, u"olga"_s, {})}) {
            ELECTOR_TRY(ordered.id >= order);
            QVERIFY2(ordered.result == ForcedRelease::Done, qPrintable(ordered.error.message()));
        }
        ELECTOR_TRY(node.isLeader() && observer.snapshot().lease(1)->leaderId == node.leaderId());
        const quint64 evict = observer.evict(*observer.snapshot().lease(1), u"olga"_s, u"dead"_s);
        ELECTOR_TRY(released.id == evict);
        QVERIFY2(released.result == ForcedRelease::Done, qPrintable(released.error.message()));
        QCOMPARE(m_room.value(u"SELECT actor FROM leader_lease_history WHERE event = 'evicted'"_s).toString(),
                 u"elector_operator"_s);
    }

    void viewersLook()
    {
        prepare();
        LeaseObserver observer(config(u"viewer"_s, u"elector_viewer"_s).connection());
        QSignalSpy errors(&observer, &LeaseObserver::errorOccurred);
        observer.start();
        ELECTOR_TRY(observer.snapshot().lease(1).has_value());
        QCOMPARE(observer.snapshot().lease(1)->metadata, u"http://holder"_s);
        QCOMPARE(errors.count(), 0);
    }

    /// A row from before the clock was set back may be taken, by those who take part.
    void aStuckRowMayBeTaken()
    {
        prepare();
        QVERIFY(m_room.exec(
            u"ALTER TABLE leader_lease DISABLE TRIGGER ALL; UPDATE leader_lease SET expires_at = now() + interval"
            " '20 hours'; ALTER TABLE leader_lease ENABLE TRIGGER ALL"_s));
        const QString take
            = u"DO $$ BEGIN PERFORM set_config('elector.capture', 'stuck', true); UPDATE leader_lease SET"
              " leader_id = 'b#1.1', expires_at = clock_timestamp() + interval '10 s'; END $$"_s;
        QVERIFY(!m_room.application(u"elector_operator"_s)->exec(take));
        QVERIFY(m_room.application(u"elector_node"_s)->exec(take));
        QCOMPARE(m_room.holder(), u"b#1.1"_s);
    }

    /// Again, and by an upgrade, which gives what is new to the same owner.
    void runAgain()
    {
        prepare();
        const auto application = m_room.application();
        const Schema schema(application->database(), u"public"_s);
        const QString before = state();
        QVERIFY(!schema.addRoles());
        QCOMPARE(state(), before);
        QVERIFY(m_room.exec(u"DROP FUNCTION leader_lease_succeeded(INT, TEXT, BIGINT)"_s));
        QVERIFY(!schema.upgrade());
        QCOMPARE(
            m_room
                .value(
                    u"SELECT count(*) FROM pg_proc WHERE proname LIKE 'leader\\_lease%' AND pg_get_userbyid(proowner)"
                    " <> 'elector_owner'"_s)
                .toInt(),
            0);
        QVERIFY(!m_room.application(u"elector_node"_s)->exec(u"SELECT leader_lease_rename(1, 'x')"_s));
        QVERIFY(!m_room.application(u"elector_node"_s)->exec(u"DELETE FROM leader_lease"_s));
    }

    /// Who had everything before there were roles keeps what the triggers watch over, and no more.
    void whatWasGrantedBeforeIsNarrowed()
    {
        prepare();
        QVERIFY(m_room.exec(u"GRANT ALL ON leader_lease TO elector_node"_s));
        const auto node = m_room.application(u"elector_node"_s);
        QVERIFY(!node->exec(u"TRUNCATE leader_lease"_s)); // a lease is live
        QCOMPARE(m_room.value(u"SELECT count(*) FROM leader_lease"_s).toInt(), 1);
        const auto application = m_room.application();
        QVERIFY(!Schema(application->database(), u"public"_s).addRoles());
        for (const QString &right : {u"TRUNCATE"_s, u"TRIGGER"_s, u"REFERENCES"_s})
            QVERIFY(!m_room.value(u"SELECT has_table_privilege('elector_node', 'leader_lease', '%1')"_s.arg(right))
                         .toBool());
        QVERIFY(m_room.value(u"SELECT has_table_privilege('elector_node', 'leader_lease', 'INSERT')"_s).toBool());
    }

    void anOrderSaysWhatItIs()
    {
        prepare();
        const auto olga = m_room.application(u"elector_operator"_s);
        QVERIFY(olga->exec(u"SELECT leader_lease_order(60, 'pause', NULL, NULL, NULL, NULL)"_s));
        QVERIFY(!olga->exec(u"SELECT leader_lease_order(60, NULL, NULL, NULL, NULL, NULL)"_s));
        QVERIFY(!olga->exec(u"SELECT leader_lease_order(60, 'reserve', repeat('x', 1001), 1000, NULL, NULL)"_s));
        QVERIFY(m_room.value(u"SELECT paused_at IS NOT NULL FROM leader_lease_lock WHERE id = 60"_s).toBool());
    }

    void needsTheFullLevel()
    {
        QVERIFY(m_room.newDatabase(SchemaLevel::Plain));
        const auto application = m_room.application();
        const ElectorError error = Schema(application->database(), u"public"_s).addRoles();
        QVERIFY(error.code == ErrorCode::TableMissing);
    }

    /// Who may create roles and owns the table need not be a superuser.
    void needsNoSuperuser()
    {
        QVERIFY(m_room.newDatabase(SchemaLevel::None));
        QVERIFY(
            m_room.exec(
                u"DO $$ BEGIN CREATE ROLE deployer LOGIN CREATEROLE; EXCEPTION WHEN duplicate_object THEN NULL; END $$;"
                "CREATE SCHEMA jobs AUTHORIZATION deployer; REVOKE elector_owner FROM deployer"_s)
            || m_room.exec(u"CREATE SCHEMA jobs AUTHORIZATION deployer"_s));
        if (m_room.server.majorVersion() >= 16) // as if it had made that role, which is there already
            QVERIFY(m_room.exec(u"GRANT elector_owner TO deployer WITH ADMIN TRUE, INHERIT FALSE, SET FALSE"_s));
        const auto deployer = m_room.application(u"deployer"_s);
        const Schema schema(deployer->database(), u"jobs"_s);
        QVERIFY(!schema.install(SchemaLevel::Full));
        const ElectorError error = schema.addRoles();
        QVERIFY2(!error, qPrintable(error.message()));
        QVERIFY(!schema.upgrade());
        const auto node = m_room.application(u"elector_node"_s);
        QVERIFY(node->exec(
            u"INSERT INTO jobs.leader_lease (id, leader_id, expires_at) VALUES (1, 'a#1.1', now() + interval '9 s')"_s));
    }

    void aRoleThatMayTooMuchIsRefused()
    {
        QVERIFY(m_room.newDatabase(SchemaLevel::Full));
        QVERIFY(m_room.exec(u"ALTER ROLE elector_owner LOGIN"_s));
        const auto application = m_room.application();
        const ElectorError error = Schema(application->database(), u"public"_s).addRoles();
        QVERIFY(m_room.exec(u"ALTER ROLE elector_owner NOLOGIN"_s));
        QVERIFY2(error.text.contains(u"elector_owner may more than it should"_s), qPrintable(error.message()));
    }
};

QTEST_GUILESS_MAIN(TestRoles)
#include "tst_roles.moc"
