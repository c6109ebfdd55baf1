// SPDX-License-Identifier: MIT
#include "librarytest.h"
#include "sql/tenureproof_p.h"

#include <Elector/leaderelector.h>
#include <Elector/leaseconnection.h>
#include <Elector/leaseguard.h>
#include <Elector/leaseobserver.h>
#include <Elector/onceper.h>
#include <Elector/schema.h>

#include <QCryptographicHash>
#include <QSet>
#include <QSignalSpy>
#include <QSqlDatabase>

#include <algorithm>
#include <memory>
#include <vector>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace Elector;

/// The strict choice: nodes call functions, which ask each time for the key of the tenure.
class TestStrict : public LibraryTest
{
    Q_OBJECT

private:
    ElectorConfig config(const QString &instance, const QString &role = u"elector_node"_s,
                         std::chrono::milliseconds lease = 4s)
    {
        ElectorConfig config = m_room.config(instance, lease);
        config.setConnection(m_room.server.dsn(m_room.database, role));
        config.setCreateTableOnInit(false);
        return config;
    }
    void choose(Schema::NodeAccess access)
    {
        const auto application = m_room.application();
        const ElectorError error = Schema(application->database(), u"public"_s).addRoles(access);
        QVERIFY2(!error, qPrintable(error.message()));
    }
    void prepare(Schema::NodeAccess access = Schema::NodeAccess::Functions)
    {
        QVERIFY(m_room.newDatabase(SchemaLevel::Full));
        choose(access);
        QVERIFY(m_room.exec(u"DO $$ BEGIN CREATE ROLE other_node LOGIN IN ROLE elector_node; CREATE ROLE npm LOGIN;"
                            " EXCEPTION WHEN duplicate_object THEN NULL; END $$"_s));
    }
    bool mayInsert(const QString &role)
    {
        return m_room.value(u"SELECT has_table_privilege('%1', 'leader_lease', 'INSERT')"_s.arg(role)).toBool();
    }
    QString state()
    {
        return m_room
            .value(u"SELECT concat_ws('|', (SELECT json_agg(l ORDER BY id) FROM leader_lease l),"
                   " (SELECT json_agg(k ORDER BY id) FROM leader_lease_lock k),"
                   " (SELECT json_agg(h ORDER BY seq) FROM leader_lease_history h))"_s)
            .toString();
    }

private Q_SLOTS:
    /// The whole work of a node, over several roles.
    void nodesTakePart()
    {
        prepare();
        LeaderElector first(config(u"first"_s));
        QVERIFY(first.setMetadata(u"http://first"_s));
        QSignalSpy errors(&first, &LeaderElector::errorOccurred);
        QSignalSpy warnings(&first, &LeaderElector::warningOccurred);
        QSignalSpy renewals(&first, &LeaderElector::renewed);
        QVERIFY(first.start());
        ELECTOR_TRY(first.isLeader());
        QVERIFY(!mayInsert(u"elector_node"_s));
        ELECTOR_TRY(renewals.count() >= 2);
        ELECTOR_TRY_COMPARE(m_room.value(u"SELECT metadata FROM leader_lease"_s).toString(), u"http://first"_s);
        OncePer oncePer(&first, 1h);
        QSignalSpy due(&oncePer, &OncePer::due);
        QSignalSpy noted(&oncePer, &OncePer::noted);
        QSignalSpy failed(&oncePer, &OncePer::failed);
        QVERIFY(oncePer.begin());
        ELECTOR_TRY(due.count() == 1);
        oncePer.succeed();
        ELECTOR_TRY(noted.count() == 1);
        QCOMPARE(failed.count(), 0);
        LeaderElector second(config(u"second"_s, u"other_node"_s));
        QVERIFY(second.start());
        ELECTOR_TRY(second.state() == ElectorState::Waiting);
        const qint64 term = first.term();
        first.stop();
        ELECTOR_TRY(second.isLeader());
        QVERIFY(second.term() > term);
        second.abandon();
        LeaderElector third(config(u"third"_s));
        QVERIFY(third.start());
        ELECTOR_TRY(third.isLeader()); // what has run out anybody may take
        QCOMPARE(errors.count(), 0);
        QCOMPARE(m_room.events(), u"captured released captured expired captured"_s);
    }

    /// The statements for many locks.
    void manyLocks()
    {
        prepare();
        ElectorConfig settings = config(u"many"_s, u"elector_node"_s, 6s);
        const LeaseConnection connection(settings);
        std::vector<std::unique_ptr<LeaderElector>> electors;
        int renewals = 0;
        for (int lock = 1; lock <= 30; ++lock) {
            settings.setLockId(lock);
            electors.push_back(std::make_unique<LeaderElector>(settings, connection));
            connect(electors.back().get(), &LeaderElector::renewed, this, [&renewals] { ++renewals; });
            QVERIFY(electors.back()->start());
        }
        const auto leading = [&electors] {
            return std::count_if(electors.cbegin(), electors.cend(), [](const auto &each) { return each->isLeader(); });
        };
        ELECTOR_TRY(leading() == 30);
        renewals = 0;
        ELECTOR_TRY(renewals > 90);
        QCOMPARE(leading(), 30);
        // Whoever changes the choice makes nobody late: a batch that is refused is refused for all of it.
        for (const auto access : {Schema::NodeAccess::Table, Schema::NodeAccess::Functions}) {
            choose(access);
            renewals = 0;
            ELECTOR_TRY(renewals > 60);
        }
        QCOMPARE(m_room.value(u"SELECT count(*) FROM leader_lease_history WHERE event <> 'captured'"_s).toInt(), 0);
        // One whose row is gone is told from the others.
        QVERIFY(m_room.exec(u"DELETE FROM leader_lease WHERE id = 7"_s));
        QSignalSpy lost(electors.at(6).get(), &LeaderElector::leadershipChanged);
        ELECTOR_TRY(lost.count() >= 1);
        ELECTOR_TRY(leading() == 30);
        for (const auto &elector : electors)
            elector->stop();
        ELECTOR_TRY(m_room.value(u"SELECT count(*) FROM leader_lease"_s).toInt() == 0);
        QCOMPARE(m_room.value(u"SELECT count(*) FROM leader_lease_history WHERE event = 'expired'"_s).toInt(), 0);
    }

    /// Who reads the table, in the same role, has everything but the key.
    void nobodyActsForAnother()
    {
        prepare();
        LeaderElector holder(config(u"holder"_s, u"elector_node"_s, 10min));
        QVERIFY(holder.start());
        ELECTOR_TRY(holder.isLeader());
        const QString leader = holder.leaderId();
        const QString term = QString::number(holder.term());
        const QString wrong = QString(32, u'0');
        const QString its = u"1, '"_s + leader + u"', "_s + term;
        const QString arrays = u"ARRAY[1], ARRAY['"_s + leader + u"'], ARRAY["_s + term + u"]::bigint[]"_s;
        const QString json = uR"('[{"n":0,"id":%2,"leader":"%1","term":%3,"lease_ms":9000,"gate":1}]')"_s.arg(leader);
        const QString before = state();
        for (const QString &key : {u"'"_s + wrong + u"'"_s, u"NULL"_s, u"''"_s, u"'x'"_s}) {
            const QStringList calls{
                u"leader_lease_renew("_s + its + u", 60000, "_s + key + u")"_s,
                u"leader_lease_renew_again("_s + its + u", 60000, "_s + key + u")"_s,
                u"leader_lease_renew_batch("_s + arrays + u", ARRAY[60000]::bigint[], "_s + key + u")"_s,
                u"leader_lease_renew_batch_again("_s + json.arg(u"1"_s, term) + u", "_s + key + u")"_s,
                u"leader_lease_release("_s + its + u", "_s + key + u")"_s,
                u"leader_lease_release_batch("_s + arrays + u", "_s + key + u")"_s,
                u"leader_lease_publish("_s + its + u", 'http://evil', "_s + key + u")"_s,
                u"leader_lease_note_success("_s + its + u", "_s + key + u")"_s,
                // In the other's name on a free lock, where he would believe it to be his own.
                u"leader_lease_capture(2, '"_s + leader + u"', 9000, NULL, true, 1, NULL, NULL, "_s + key + u")"_s,
                u"leader_lease_capture_batch("_s + json.arg(u"2"_s, u"1"_s) + u", "_s + key + u")"_s,
            };
            const auto thief = m_room.application(u"elector_node"_s);
            for (const QString &call : calls) {
                const SqlResult result = thief->exec(u"SELECT * FROM "_s + call);
                QVERIFY2(!result, qPrintable(call));
                QVERIFY2(result.error.contains(u"this key is not that of the tenure"_s), qPrintable(result.error));
            }
        }
        QCOMPARE(state(), before);
        QVERIFY(holder.isLeader());
        // With the key, and not otherwise, the same statement does it: the list above can fail.
        const SqlResult release = m_room.application(u"elector_node"_s)
                                      ->exec(u"SELECT verdict FROM leader_lease_release("_s + its + u", '"_s
                                             + TenureProof::key() + u"')"_s);
        QCOMPARE(release.value().toString(), u"released"_s);
    }

    /// Nor locks its row, so that it could not be renewed.
    void nobodyKeepsAnothersRow()
    {
        prepare();
        LeaderElector holder(config(u"holder"_s));
        QSignalSpy renewals(&holder, &LeaderElector::renewed);
        QVERIFY(holder.start());
        ELECTOR_TRY(holder.isLeader());
        const auto thief = m_room.application(u"elector_node"_s);
        QVERIFY(thief->exec(u"BEGIN"_s));
        const QString own = u"x#"_s + TenureProof::newIncarnation() + u".1"_s;
        const QString its = u"(1, '%1', %2, "_s.arg(own).arg(holder.term());
        const QString key = u"'"_s + TenureProof::key() + u"')"_s;
        QVERIFY(!thief->exec(u"SELECT leader_lease_note_success"_s + its + key).value().toBool());
        QCOMPARE(thief->exec(u"SELECT verdict FROM leader_lease_renew"_s + its + u"4000, "_s + key).rows.size(), 0);
        QCOMPARE(
            thief->exec(u"SELECT verdict FROM leader_lease_renew_again"_s + its + u"4000, "_s + key).value().toString(),
            u"lost"_s);
        QCOMPARE(thief->exec(u"SELECT verdict FROM leader_lease_release"_s + its + key).value().toString(),
                 u"nothing"_s);
        QCOMPARE(thief->exec(u"SELECT verdict FROM leader_lease_publish"_s + its + u"'x', "_s + key).value().toString(),
                 u"lost"_s);
        QCOMPARE(
            thief
                ->exec(u"SELECT verdict FROM leader_lease_capture(1, '%1', 4000, NULL, true, 1, NULL, NULL, %2"_s.arg(
                    own, key))
                .value()
                .toString(),
            u"held"_s);
        const auto before = renewals.count();
        ELECTOR_TRY(renewals.count() >= before + 4);
        QVERIFY(holder.isLeader());
        QVERIFY(thief->exec(u"COMMIT"_s));
    }

    /// Whoever logs in as we do sees our statements.
    void theKeyIsNoPartOfStatements()
    {
        prepare();
        LeaderElector node(config(u"node"_s));
        QSignalSpy renewals(&node, &LeaderElector::renewed);
        QVERIFY(node.setMetadata(u"x"_s));
        QVERIFY(node.start());
        const auto other = m_room.application(u"elector_node"_s);
        const QString seen
            = u"SELECT count(*) FILTER (WHERE query LIKE '%'), count(*) FILTER (WHERE strpos(query, '%1') > 0)"
              " FROM pg_stat_activity WHERE application_name LIKE 'elector%' AND query LIKE '%leader_lease_%'"_s.arg(
                  TenureProof::key());
        ELECTOR_TRY(other->exec(seen).value().toInt() > 0);
        while (renewals.count() < 3) {
            QCOMPARE(other->exec(seen).rows.value(0).value(1).toInt(), 0);
            QTest::qWait(20);
        }
        QVERIFY(!node.releaseSql().contains(TenureProof::key()));
        QCOMPARE(node.releaseKey(), TenureProof::key());
        // Statements of a session that a pooler lends hold their values, so that is refused.
        ElectorConfig lent = config(u"lent"_s);
        lent.setPooling(Pooling::Transaction);
        LeaderElector refused(lent);
        QSignalSpy errors(&refused, &LeaderElector::errorOccurred);
        QVERIFY(refused.start());
        ELECTOR_TRY(errors.count() >= 1);
        QVERIFY2(refused.lastError().text.contains(u"the key of our tenures"_s), qPrintable(refused.lastError().text));
    }

    /// What is not a function is refused, whatever it would do.
    void nobodyWritesTheTable()
    {
        prepare();
        QVERIFY(
            m_room.exec(u"INSERT INTO leader_lease (id, leader_id, expires_at) VALUES (1, 'a', now() - interval '1 s'"
                        " + interval '2 s')"_s));
        const auto node = m_room.application(u"elector_node"_s);
        for (const QString &statement :
             {u"INSERT INTO leader_lease (id, leader_id, expires_at) VALUES (2, 'npm', now() + interval '10 s')"_s,
              u"UPDATE leader_lease SET expires_at = now() + interval '10 s'"_s, u"DELETE FROM leader_lease"_s,
              u"UPDATE leader_lease SET leader_id = '#revoked ' || leader_id"_s,
              u"SELECT leader_lease_succeeded(1, 'a', 1)"_s, u"SELECT leader_lease_proves('x', 'y')"_s,
              u"SELECT leader_lease_demand_proof('x', 'y')"_s}) {
            const SqlResult result = node->exec(statement);
            QVERIFY2(!result && result.error.contains(u"permission denied"_s), qPrintable(statement + result.error));
        }
        const auto viewer = m_room.application(u"elector_viewer"_s);
        QVERIFY(!viewer->exec(u"SELECT * FROM leader_lease_capture(3, 'x', 9000, NULL, true, 1, NULL, NULL, 'x')"_s));
        QVERIFY(!viewer->exec(u"SELECT * FROM leader_lease_clean_up(10, NULL)"_s));
    }

    /// The rules of the table hold within the functions, too.
    void theProtocolHoldsWithinFunctions()
    {
        prepare();
        const auto node = m_room.application(u"elector_node"_s);
        const auto capture = [&](int lock, const QString &leader, const QString &span) {
            return node->exec(
                u"SELECT verdict FROM leader_lease_capture(%1, '%2', %3, NULL, true, 1, NULL, NULL, '%4')"_s.arg(lock)
                    .arg(leader, span, TenureProof::key()));
        };
        const auto name = [] { return u"n#"_s + TenureProof::newIncarnation() + u".1"_s; };
        const QString mine = name();
        QCOMPARE(capture(1, mine, u"60000"_s).value().toString(), u"captured"_s);
        QCOMPARE(capture(1, name(), u"60000"_s).value().toString(), u"held"_s); // live, and by the same process
        QVERIFY(!capture(2, name(), u"90000000"_s)); // more than a day
        QVERIFY(capture(3, name(), u"-5"_s).value().toString() != u"captured"_s); // born expired
        QVERIFY(!capture(4, u"#revoked "_s + name(), u"60000"_s));
        QVERIFY(!capture(4, u"n#"_s + TenureProof::newIncarnation(), u"60000"_s)); // no number of a bid
        QVERIFY(m_room.exec(u"SELECT leader_lease_order(5, 'pause', NULL, NULL, NULL, NULL)"_s));
        QCOMPARE(capture(5, name(), u"60000"_s).value().toString(), u"paused"_s);
        QCOMPARE(m_room.value(u"SELECT string_agg(id::text, ' ') FROM leader_lease"_s).toString(), u"1"_s);
        // A stuck row is one: this one is not.
        const SqlResult stuck = node->exec(
            u"SELECT verdict FROM leader_lease_capture(1, '%1', 60000, NULL, true, 1, '%2', (SELECT (extract(epoch "
            u"FROM "
            "expires_at) * 1000000)::bigint FROM leader_lease), '%3')"_s.arg(name(), mine, TenureProof::key()));
        QVERIFY(!stuck);
        QCOMPARE(m_room.holder(1), mine);
    }

    void incarnationsAreProved()
    {
        prepare();
        QSet<QString> seen;
        for (int i = 0; i < 50; ++i) {
            const QString incarnation = TenureProof::newIncarnation();
            QCOMPARE(incarnation.size(), 24);
            QVERIFY(!incarnation.contains(u'#') && !incarnation.contains(u'.'));
            seen.insert(incarnation);
            const auto proves = [&](const QString &key, const QString &leader) {
                return m_room.value(u"SELECT leader_lease_proves('%1', '%2')"_s.arg(key, leader)).toBool();
            };
            const QString leader = u"a#b#"_s + incarnation + u".17"_s;
            QVERIFY(proves(TenureProof::key(), leader));
            QVERIFY(!proves(TenureProof::key().chopped(1), leader));
            QVERIFY(!proves(TenureProof::key(), leader + u"x"_s));
            QString other = leader;
            other[6] = other.at(6) == u'A' ? u'B' : u'A'; // another salt
            QVERIFY(!proves(TenureProof::key(), other));
        }
        QCOMPARE(seen.size(), 50);
    }

    /// Chosen, and unchosen, while a node leads.
    void nodesGoOn()
    {
        prepare(Schema::NodeAccess::Table);
        QVERIFY(mayInsert(u"elector_node"_s));
        LeaderElector node(config(u"node"_s));
        QSignalSpy changes(&node, &LeaderElector::leadershipChanged);
        QSignalSpy renewals(&node, &LeaderElector::renewed);
        QVERIFY(node.start());
        ELECTOR_TRY(node.isLeader());
        const qint64 term = node.term();
        for (const auto access : {Schema::NodeAccess::Functions, Schema::NodeAccess::Table}) {
            choose(access);
            const auto before = renewals.count();
            ELECTOR_TRY(renewals.count() >= before + 4);
            QVERIFY(node.isLeader());
            QCOMPARE(mayInsert(u"elector_node"_s), access == Schema::NodeAccess::Table);
        }
        QCOMPARE(node.term(), term);
        QCOMPARE(changes.count(), 1);
        QCOMPARE(m_room.events(), u"captured"_s);
    }

    /// An upgrade, and a later choice of roles that says nothing of it, leave it as it is.
    void staysAsItIs()
    {
        prepare();
        const auto application = m_room.application();
        const Schema schema(application->database(), u"public"_s);
        QVERIFY(!schema.upgrade());
        QVERIFY(!mayInsert(u"elector_node"_s));
        QVERIFY(!schema.addRoles());
        QVERIFY(!mayInsert(u"elector_node"_s));
        {
            LeaderElector node(config(u"node"_s));
            QVERIFY(node.start());
            ELECTOR_TRY(node.isLeader());
            node.stop();
            ELECTOR_TRY(m_room.holder().isEmpty());
        }
        // Of the plain table that is left, nodes are nodes again.
        QVERIFY(!schema.uninstall(true));
        QCOMPARE(schema.level(), SchemaLevel::Plain);
        QVERIFY(mayInsert(u"elector_node"_s));
    }

    /// Also who was given the table by name, or a part of it.
    void whoeverWasGivenTheTableLosesIt()
    {
        prepare(Schema::NodeAccess::Table);
        QVERIFY(m_room.exec(u"GRANT SELECT, INSERT, UPDATE, DELETE ON leader_lease TO npm;"
                            " GRANT UPDATE (expires_at) ON leader_lease TO elector_viewer"_s));
        const QString bid = u"INSERT INTO leader_lease (id, leader_id, expires_at) VALUES (9, 'npm', now() + '5 s')"_s;
        QVERIFY(m_room.application(u"npm"_s)->exec(bid));
        QVERIFY(m_room.exec(u"DELETE FROM leader_lease; GRANT ALL ON ALL TABLES IN SCHEMA public TO other_node;"
                            " GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO npm WITH GRANT OPTION"_s));
        const auto npm_ = m_room.application(u"npm"_s);
        QVERIFY(npm_->exec(u"GRANT EXECUTE ON FUNCTION leader_lease_succeeded(INT, TEXT, BIGINT) TO elector_viewer"_s));
        choose(Schema::NodeAccess::Functions);
        QVERIFY(!m_room.application(u"npm"_s)->exec(bid));
        QVERIFY(!mayInsert(u"npm"_s));
        QVERIFY(
            !m_room.value(u"SELECT has_any_column_privilege('elector_viewer', 'leader_lease', 'UPDATE')"_s).toBool());
        QVERIFY(m_room.value(u"SELECT has_table_privilege('elector_operator', 'leader_lease', 'DELETE')"_s).toBool());
        QVERIFY(
            m_room.value(u"SELECT has_column_privilege('elector_operator', 'leader_lease', 'leader_id', 'UPDATE')"_s)
                .toBool());
        for (const QString &statement :
             {u"UPDATE leader_lease_lock SET max_lease_ms = 0"_s, u"DELETE FROM leader_lease_history"_s,
              u"UPDATE leader_lease_server SET since = '-infinity'"_s, u"DELETE FROM leader_lease"_s,
              u"TRUNCATE leader_lease"_s})
            QVERIFY2(!m_room.application(u"other_node"_s)->exec(statement), qPrintable(statement));
        QCOMPARE(
            m_room
                .value(u"SELECT string_agg(p.proname || ' to ' || r.rolname, ', ') FROM pg_proc p CROSS JOIN LATERAL"
                       " aclexplode(p.proacl) x JOIN pg_roles r ON r.oid = x.grantee WHERE p.proname LIKE"
                       " 'leader_lease%' AND left(r.rolname, 8) <> 'elector_'"_s)
                .toString(),
            QString());
        // A node that cannot call them says what it lacks.
        LeaderElector npm(config(u"npm"_s, u"npm"_s));
        QSignalSpy errors(&npm, &LeaderElector::errorOccurred);
        QVERIFY(npm.start());
        ELECTOR_TRY(errors.count() >= 1);
        QCOMPARE(npm.lastError().code, ErrorCode::PrivilegeMissing);
    }

    void operatorsRevoke()
    {
        prepare();
        LeaderElector node(config(u"node"_s));
        QVERIFY(node.start());
        ELECTOR_TRY(node.isLeader());
        const QString tenure = node.leaderId();
        LeaseObserver observer(config(u"olga"_s, u"elector_operator"_s).connection());
        ForcedRelease released;
        connect(&observer, &LeaseObserver::releaseFinished, this,
                [&](const ForcedRelease &outcome) { released = outcome; });
        observer.start();
        ELECTOR_TRY(observer.snapshot().lease(1).has_value());
        const quint64 revoke = observer.revoke(*observer.snapshot().lease(1), u"olga"_s, u"test"_s);
        ELECTOR_TRY(released.id == revoke);
        QVERIFY2(released.result == ForcedRelease::Done, qPrintable(released.error.message()));
        ELECTOR_TRY(node.isLeader() && node.leaderId() != tenure);
        QCOMPARE(m_room.events(), u"captured revoked acknowledged captured"_s); // it let go by itself
    }

    void guardsWork()
    {
        prepare();
        LeaderElector node(config(u"node"_s));
        QVERIFY(node.start());
        ELECTOR_TRY(node.isLeader());
        const auto application = m_room.application(u"elector_node"_s);
        QSqlDatabase database = application->database();
        QVERIFY(database.transaction());
        const LeaseGuard guard(database, node);
        QVERIFY2(guard.isGranted(), qPrintable(guard.error().message()));
        QVERIFY(database.commit());
    }

    /// Where advisory locks are not for everybody, the owner of the functions needs them, and nodes do not.
    void theOwnerTakesTheLockOfTheGate()
    {
        QVERIFY(m_room.newDatabase(SchemaLevel::Full));
        QVERIFY(m_room.exec(u"REVOKE EXECUTE ON FUNCTION pg_try_advisory_xact_lock(bigint) FROM PUBLIC"_s));
        {
            const auto application = m_room.application();
            const ElectorError error
                = Schema(application->database(), u"public"_s).addRoles(Schema::NodeAccess::Functions);
            QVERIFY2(error.text.contains(u"need advisory locks"_s), qPrintable(error.message()));
            choose(Schema::NodeAccess::Table);
        }
        QVERIFY(m_room.exec(u"GRANT EXECUTE ON FUNCTION pg_try_advisory_xact_lock(bigint) TO elector_owner"_s));
        choose(Schema::NodeAccess::Functions);
        LeaderElector node(config(u"node"_s));
        QVERIFY(node.start());
        ELECTOR_TRY(node.isLeader());
    }

    /// Tables of nest-leader-election may name their holder by another type.
    void namesOfAnotherType()
    {
        QVERIFY(m_room.newDatabase());
        QVERIFY(
            m_room.exec(u"CREATE TABLE leader_lease (id INT PRIMARY KEY, leader_id VARCHAR(255) NOT NULL, expires_at "
                        "TIMESTAMPTZ NOT NULL, created_at TIMESTAMPTZ NOT NULL DEFAULT now(), CHECK (expires_at > "
                        "created_at))"_s));
        {
            const auto application = m_room.application();
            QVERIFY(!Schema(application->database(), u"public"_s).upgrade());
        }
        choose(Schema::NodeAccess::Functions);
        LeaderElector node(config(u"node"_s));
        QSignalSpy renewals(&node, &LeaderElector::renewed);
        QVERIFY(node.start());
        ELECTOR_TRY(node.isLeader());
        ELECTOR_TRY(renewals.count() >= 2);
        LeaderElector other(config(u"other"_s));
        QVERIFY(other.start());
        ELECTOR_TRY(other.state() == ElectorState::Waiting);
        node.stop();
        ELECTOR_TRY(other.isLeader());
    }
};

QTEST_GUILESS_MAIN(TestStrict)
#include "tst_strict.moc"
