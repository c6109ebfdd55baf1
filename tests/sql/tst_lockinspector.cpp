// SPDX-License-Identifier: MIT
#include "bothlevelstest.h"

#include "sql/candidatecount_p.h"
#include "sql/lockinspector_p.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Elector {

/// Who waits for which lock, and what keeps them waiting.
class LockInspectorTest : public BothLevelsTest
{
    Q_OBJECT

private:
    /// A session that calls itself something.
    std::unique_ptr<TestConnection> session(const QString &name, const QString &user = u"postgres"_s)
    {
        auto connection = m_room.foreign(user);
        connection->exec(u"SET application_name = '%1'"_s.arg(QString(name).replace(u'\'', u"''"_s)));
        return connection;
    }

    LockDetails details(int lockId, const QString &user = u"postgres"_s, std::chrono::milliseconds patience = 30s)
    {
        auto settings = m_room.settings;
        settings.dsn = m_room.server.dsn(m_room.database, user);
        NodeSession node(settings);
        const auto check = ServerCheck::collect(node.connection, settings.schema);
        LockInspector inspector(node.connection, settings.schema, settings.level);
        const auto answer = inspector.details(lockId, check.facts, true, patience);
        if (answer.outcome != Outcome::Answered)
            qWarning() << answer.error.message();
        const Execution limit = node.connection.execute(u"SELECT current_setting('statement_timeout')"_s);
        if (limit.count() != 1 || limit.row(0).text(0) != u"1min"_s || answer.spoilt)
            qWarning() << "The session's own limit was not restored";
        return answer.details;
    }

    static QString rolesOf(const LockDetails &details)
    {
        QStringList words;
        for (const LockSession &session : details.sessions)
            words.append(QString::number(session.role) + u':' + session.application);
        return words.join(u'|');
    }

    static const LockEntry *find(const LockDetails &details, LockEntry::Kind kind, bool granted, qint64 pid)
    {
        const auto it = std::find_if(details.locks.cbegin(), details.locks.cend(), [&](const LockEntry &entry) {
            return entry.kind == kind && entry.granted == granted && entry.pid == pid;
        });
        return it == details.locks.cend() ? nullptr : &*it;
    }

    static SchemaAbility::Obstacle obstacle(const LockDetails &details, SchemaAbility::Feature feature)
    {
        for (const SchemaAbility &ability : details.abilities) {
            if (ability.feature == feature)
                return ability.obstacle;
        }
        return SchemaAbility::Standby;
    }

    std::vector<int> counted()
    {
        const auto snapshot = m_node->inspector.snapshot();
        const auto check = ServerCheck::collect(m_node->connection, m_room.settings.schema);
        const CandidateCount candidates
            = LockInspector(m_node->connection, m_room.settings.schema, m_room.settings.level).candidates(check.facts);
        std::vector<int> counts;
        for (const Lease &lease : snapshot.leases)
            counts.push_back(candidates.of(lease));
        return counts;
    }

    static int count(const QStringList &names, const Lease &lease, const QString &schema = u"public"_s)
    {
        QList<NamedSessions> sessions;
        for (const QString &name : names) {
            if (const auto read = SessionName::parse(name))
                sessions.append({*read, 1});
        }
        return CandidateCount(sessions, schema).of(lease);
    }

private Q_SLOTS:
    void nobodyIsThere_data() { bothLevels(); }
    void nobodyIsThere()
    {
        const LockDetails found = details(7);
        QCOMPARE(found.lockId, 7);
        QVERIFY(found.leaderId.isEmpty() && found.sessions.isEmpty() && found.locks.isEmpty());
        QVERIFY(!found.locksError);
        QCOMPARE(obstacle(found, SchemaAbility::Terms), full() ? SchemaAbility::None : SchemaAbility::PlainTable);
        QCOMPARE(obstacle(found, SchemaAbility::ForcedRelease), SchemaAbility::None);
        QCOMPARE(obstacle(found, SchemaAbility::SessionDetails), SchemaAbility::None);
        std::set<int> features;
        for (const SchemaAbility &ability : found.abilities)
            features.insert(ability.feature);
        QCOMPARE(features.size(), size_t(found.abilities.size()));
        QCOMPARE(features.size(), size_t(SchemaAbility::SessionDetails + 1));
    }

    void threeCandidatesWait_data() { bothLevels(); }
    void threeCandidatesWait()
    {
        m_node->capture(7, u"web-1#ab.1"_s);
        const auto holder = session(u"elector 7 web-1"_s);
        const auto second = session(u"elector 7 web-2"_s);
        const auto third = session(u"elector 1,5-9 web-3"_s);
        const auto fourth = session(u"elector 7 web-4"_s);
        const auto other = session(u"elector 8 web-5"_s);
        const auto elsewhere = session(u"elector 7@billing web-6"_s);
        const auto poisonous = session(u"elector 7; DROP TABLE leader_lease x"_s);
        const LockDetails found = details(7);
        QCOMPARE(rolesOf(found), u"0:elector 7 web-1|2:elector 7 web-2|2:elector 1,5-9 web-3|2:elector 7 web-4"_s);
        QCOMPARE(found.leaderId, u"web-1#ab.1"_s);
        const LockSession &first = found.sessions.constFirst();
        QCOMPARE(first.instance, u"web-1"_s);
        QCOMPARE(first.pid, holder->backendPid());
        QVERIFY(!first.hidden && first.startedAt && first.address.isEmpty());
        QCOMPARE(first.state, u"idle"_s);
        QCOMPARE(counted(), std::vector<int>({3}));
    }

    void theHoldersNameMayBeCommon_data() { bothLevels(); }
    void theHoldersNameMayBeCommon()
    {
        m_node->capture(7, u"web#ab.1"_s);
        const auto one = session(u"elector 7 web"_s);
        const auto two = session(u"elector 7 web"_s);
        const auto many = session(u"elector * db"_s);
        QCOMPARE(rolesOf(details(7)), u"1:elector 7 web|1:elector 7 web|3:elector * db"_s);
        QCOMPARE(counted(), std::vector<int>({-1}));
    }

    void aRoleWithoutPrivileges_data() { bothLevels(); }
    void aRoleWithoutPrivileges()
    {
        const QString looker = full() ? u"looker1"_s : u"looker0"_s;
        const QString auditor = full() ? u"auditor1"_s : u"auditor0"_s;
        QVERIFY(m_room.exec(u"CREATE ROLE %1 LOGIN; CREATE ROLE %2 LOGIN; GRANT pg_monitor TO %2; "
                            u"GRANT SELECT ON ALL TABLES IN SCHEMA public TO %1, %2"_s.arg(looker, auditor)));
        m_node->capture(7, u"web-1#ab.1"_s);
        const auto holder = session(u"elector 7 web-1"_s);
        const auto candidate = session(u"elector 7 web-2"_s);
        const auto blocker = session(u"psql"_s);
        QVERIFY(blocker->exec(u"BEGIN; SELECT * FROM leader_lease FOR UPDATE"_s));

        const LockDetails looked = details(7, looker);
        QCOMPARE(rolesOf(looked), u"0:elector 7 web-1|2:elector 7 web-2|4:psql"_s);
        for (const LockSession &session : looked.sessions) {
            QVERIFY(session.hidden);
            QVERIFY(session.pid > 0 && session.state.isEmpty() && session.address.isEmpty() && !session.startedAt);
        }
        QCOMPARE(obstacle(looked, SchemaAbility::SessionDetails), SchemaAbility::MissingPrivilege);
        QCOMPARE(obstacle(looked, SchemaAbility::ForcedRelease), SchemaAbility::MissingPrivilege);
        QVERIFY(find(looked, LockEntry::Table, true, blocker->backendPid()));

        const LockDetails audited = details(7, auditor);
        QCOMPARE(rolesOf(audited), rolesOf(looked));
        QCOMPARE(obstacle(audited, SchemaAbility::SessionDetails), SchemaAbility::None);
        for (const LockSession &session : audited.sessions)
            QVERIFY(!session.hidden && session.startedAt && !session.state.isEmpty());
        QCOMPARE(audited.sessions.constLast().state, u"idle in transaction"_s);
        QVERIFY(audited.sessions.constLast().inTransactionFor.has_value());
    }

    void whoHoldsTheRowHoldsUpTheOthers_data() { bothLevels(); }
    void whoHoldsTheRowHoldsUpTheOthers()
    {
        const Reply held = m_node->capture(7, u"web-1#ab.1"_s);
        const auto blocker = session(u"psql"_s);
        QVERIFY(blocker->exec(u"BEGIN; SELECT * FROM leader_lease WHERE id = 7 FOR UPDATE"_s));
        Reply renewed;
        WaitingNode waiting(m_room.settings, [&](NodeSession &node) { renewed = node.renew(7, keyOf(held)); });
        const qint64 pid = waiting.pid();
        QTRY_VERIFY_WITH_TIMEOUT(m_room.server.isWaitingForLock(pid), 30'000);
        const LockDetails found = details(7);
        const LockEntry *wait = find(found, LockEntry::Transaction, false, pid);
        QVERIFY(wait);
        QCOMPARE(wait->blockedBy, QList<qint64>({blocker->backendPid()}));
        QCOMPARE(wait->waitingFor.has_value(), m_room.server.majorVersion() >= 14); // 13 does not know it
        QVERIFY(wait->waitingFor.value_or(0us) >= 0us);
        QVERIFY(found.locks.constFirst() == *wait);
        const LockEntry *table = find(found, LockEntry::Table, true, blocker->backendPid());
        QVERIFY(table);
        QCOMPARE(table->object, u"leader_lease"_s);
        QCOMPARE(table->mode, u"RowShareLock"_s);
        QVERIFY(find(found, LockEntry::Row, true, pid)); // in line for the row
        QVERIFY(!find(details(8), LockEntry::Row, true, pid)); // which is another lock's
        QVERIFY(blocker->exec(u"ROLLBACK"_s));
        waiting.finish();
        QCOMPARE(renewed.verdict, Verdict::Renewed);
        QTRY_VERIFY_WITH_TIMEOUT(details(7).locks.isEmpty(), 30'000);
    }

    void whoHoldsTheGateIsNamed_data() { bothLevels(); }
    void whoHoldsTheGateIsNamed()
    {
        for (const int id : {7, -7, 100000}) {
            const auto blocker = session(u"an application"_s);
            QVERIFY(blocker->exec(u"SELECT pg_advisory_lock(%1)"_s.arg(LeaseTable::gateKey(u"public"_s, id))));
            QCOMPARE(m_node->capture(id, u"web-1#ab.1"_s).verdict, Verdict::GateBusy);
            const LockDetails found = details(id);
            QCOMPARE(found.locks.size(), 1);
            QVERIFY(find(found, LockEntry::Gate, true, blocker->backendPid()));
            QCOMPARE(found.sessions.size(), 1);
            QCOMPARE(found.sessions.constFirst().application, u"an application"_s);
            QVERIFY(details(8).locks.isEmpty());
        }
    }

    void otherDatabasesDoNotCount_data() { bothLevels(); }
    void otherDatabasesDoNotCount()
    {
        TestConnection other(m_room.server.socketDir(), m_room.server.port(), u"postgres"_s);
        QVERIFY(other.exec(u"SET application_name = 'elector 7 web'; SELECT pg_advisory_lock(%1)"_s.arg(
            LeaseTable::gateKey(u"public"_s, 7))));
        const LockDetails found = details(7);
        QVERIFY(found.locks.isEmpty() && found.sessions.isEmpty());
    }

    void slowLocksHaveALimitOfTheirOwn_data() { bothLevels(); }
    void slowLocksHaveALimitOfTheirOwn()
    {
        QVERIFY(m_room.exec(
            u"SET allow_system_table_mods = on; DO $$ BEGIN EXECUTE 'CREATE OR REPLACE VIEW pg_catalog.pg_locks AS ' "
            u"|| rtrim(pg_get_viewdef('pg_catalog.pg_locks'::regclass), ';') || ', pg_sleep(3600)'; END $$; "
            u"RESET allow_system_table_mods"_s));
        const auto candidate = session(u"elector 7 web"_s);
        const LockDetails found = details(7, u"postgres"_s, 50ms);
        QCOMPARE(found.locksError.sqlState, u"57014"_s);
        QVERIFY(found.locks.isEmpty());
        QCOMPARE(found.sessions.size(), 1); // those are there nevertheless
    }

    void counts_data()
    {
        QTest::addColumn<SchemaLevel>("level");
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("leader");
        QTest::addColumn<int>("expected");
        const auto row = [](const char *name, const QStringList &names, const QString &leader, int expected) {
            QTest::newRow(name) << SchemaLevel::Plain << names << leader << expected;
        };
        const QString cut = u"elector 7 "_s + QString(53, u'x');
        row("nobody", {}, u"web#1.1"_s, 0);
        row("only the holder", {u"elector 7 web"_s}, u"web#1.1"_s, 0);
        row("nobody leads", {u"elector 7 web"_s, u"elector 7 db"_s}, {}, 2);
        row("an npm node leads", {u"elector 7 web"_s}, u"npm"_s, 1);
        row("a cut name leads", {cut, cut}, QString(80, u'x') + u"#1.1"_s, 1);
        row("not ASCII", {u"elector 7 Z?rich"_s}, u"Zürich#1.1"_s, 0);
        row("a revoked one is the holder still", {u"elector 7 web"_s}, u"web#1.1"_s, 0);
        row("many locks: unknown", {u"elector * db"_s, u"elector 7 web"_s}, u"web#1.1"_s, -1);
        row("many locks: the holder", {u"elector * web"_s, u"elector 7 db"_s}, u"web#1.1"_s, 1);
        row("elsewhere", {u"elector *@billing db"_s, u"elector 7@billing db"_s}, u"web#1.1"_s, 0);
        row("ranges", {u"elector -2147483648-2147483647 a"_s, u"elector 1-6,8 b"_s, u"elector 2,7 c"_s}, {}, 2);
    }

    void counts()
    {
        QFETCH(QStringList, names);
        QFETCH(QString, leader);
        Lease lease;
        lease.lockId = 7;
        lease.leaderId = leader;
        lease.state = leader.isEmpty() ? LeaseState::Free : LeaseState::Held;
        QTEST(count(names, lease), "expected");
    }

    void aHundredThousandLeasesAreCounted_data()
    {
        QTest::addColumn<SchemaLevel>("level");
        QTest::newRow("plain") << SchemaLevel::Plain;
    }
    void aHundredThousandLeasesAreCounted()
    {
        std::vector<Lease> leases(100'000);
        for (size_t i = 0; i < leases.size(); ++i) {
            leases[i].lockId = int(i);
            leases[i].leaderId = u"node-%1#1.1"_s.arg(i);
            leases[i].state = LeaseState::Held;
        }
        QList<NamedSessions> sessions;
        for (int i = 0; i < 500; ++i)
            sessions.append({*SessionName::parse(u"elector 0-99999 node-%1"_s.arg(i)), 1});
        const CandidateCount candidates(sessions, u"public"_s);
        for (Lease &lease : leases)
            lease.candidates = candidates.of(lease);
        QCOMPARE(leases.at(499).candidates, 499);
        QCOMPARE(leases.at(500).candidates, 500);
        QCOMPARE(leases.back().candidates, 500);
    }
};

} // namespace Elector

QTEST_GUILESS_MAIN(Elector::LockInspectorTest)
#include "tst_lockinspector.moc"
