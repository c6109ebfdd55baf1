// SPDX-License-Identifier: MIT
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

/// A real PgBouncer in front of the server: one that keeps a session for each client is as good as the server, any
/// other is refused with words.
class TestPooler : public LibraryTest
{
    Q_OBJECT

private Q_SLOTS:
    void electsInSessionMode();
    void refusesOtherModes_data();
    void refusesOtherModes();
    void leavesNothingInSessionsOfOthers();
    void startsOnceThePoolerKeepsSessions();
    void stopsWhenThePoolerDoesNotKeepThemAnyMore();
    void saysWhenThereIsNoRoomToFindOut();
    void parametersThatAPoolerDoesNotTakeAreNamed();
    void aConnectionWithoutAPoolerIsNotTakenForOne();

private:
    void setUp() override
    {
        if (PgBouncer::program().isEmpty())
            QSKIP("There is no pgbouncer (package pgbouncer).");
        QVERIFY(m_room.exec(Schema::installSql(u"public"_s, SchemaLevel::Full, 15)));
    }
    void tearDown() override { m_pooler.stop(); }

    bool start(PgBouncer::Mode mode, int poolSize = 20)
    {
        if (m_pooler.start(m_room.server, mode, poolSize))
            return true;
        qWarning() << m_pooler.errorString();
        return false;
    }
    ElectorConfig through(const QString &instance, std::chrono::milliseconds lease = 2s) const
    {
        return m_room.config(instance, lease, m_pooler.port());
    }

    PgBouncer m_pooler;
};

void TestPooler::electsInSessionMode()
{
    QVERIFY(start(PgBouncer::Session));
    const Diagnosis diagnosis = diagnose(through(u"doctor"_s));
    QVERIFY2(diagnosis.errors.isEmpty(), qPrintable(diagnosis.errors.value(0).message()));
    QVERIFY(diagnosis.pooled);
    QVERIFY(diagnosis.server.notifies);
    LeaderElector one(through(u"one"_s));
    LeaderElector two(through(u"two"_s));
    const LeaseConnection connection(through(u"three"_s));
    LeaderElector three(through(u"three"_s), connection);
    LeaseObserver observer(through(u"looking"_s).connection());
    observer.start();
    QVERIFY(one.start());
    ELECTOR_TRY(one.isLeader());
    QVERIFY(two.start());
    QVERIFY(three.start());
    ELECTOR_TRY(two.currentLeader() == one.currentLeader() && three.currentLeader() == one.currentLeader());
    ELECTOR_TRY_COMPARE(observer.state(), LeaseObserver::Watching);
    QVERIFY(observer.server().notifies);
    one.stop();
    ELECTOR_TRY(two.isLeader() || three.isLeader());
    QVERIFY(!(two.isLeader() && three.isLeader()));
}

void TestPooler::refusesOtherModes_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("transaction") << int(PgBouncer::Transaction);
    QTest::newRow("statement") << int(PgBouncer::Statement);
}

void TestPooler::refusesOtherModes()
{
    QFETCH(int, mode);
    QVERIFY(start(PgBouncer::Mode(mode)));
    // Several at once, with traffic of others, so that sessions of the server go from hand to hand.
    std::vector<std::unique_ptr<LeaderElector>> electors;
    std::vector<std::unique_ptr<Transcript>> said;
    for (int i = 0; i < 5; ++i) {
        electors.push_back(std::make_unique<LeaderElector>(through(u"node-%1"_s.arg(i))));
        said.push_back(std::make_unique<Transcript>(*electors.back()));
        QVERIFY(electors.back()->start());
    }
    LeaseObserver observer(through(u"looking"_s).connection());
    observer.start();
    const auto allRefused = [&said] {
        return std::all_of(said.cbegin(), said.cend(), [](const auto &each) { return each->has(u"error Pooler"_s); });
    };
    TestConnection other(u"127.0.0.1"_s, m_pooler.port(), m_room.database);
    const auto allRefusedAmongOthers = [&] {
        other.exec(u"SELECT 1"_s);
        return allRefused();
    };
    ELECTOR_TRY(allRefusedAmongOthers());
    ELECTOR_TRY(observer.lastError());
    QCOMPARE(observer.lastError().code, ErrorCode::Pooler);
    QVERIFY2(observer.lastError().message().contains(u"pool_mode = session"_s),
             qPrintable(observer.lastError().message()));
    for (const auto &each : said)
        QVERIFY2(!each->has(u"leads"_s), qPrintable(each->text()));
    QCOMPARE(m_room.value(u"SELECT count(*) FROM leader_lease_history"_s).toInt(), 0);
    const Diagnosis diagnosis = diagnose(through(u"doctor"_s));
    QVERIFY(!diagnosis.reached);
    QCOMPARE(diagnosis.errors.value(0).code, ErrorCode::Pooler);
    QVERIFY2(diagnosis.errors.value(0).text.contains(u"keeps no session for each client"_s),
             qPrintable(diagnosis.errors.value(0).text));
}

/// The settings of our sessions, such as their search_path, would break somebody else's work.
void TestPooler::leavesNothingInSessionsOfOthers()
{
    QVERIFY(start(PgBouncer::Transaction, 2)); // of the few that there are, any had been ours
    const Diagnosis diagnosis = diagnose(through(u"doctor"_s));
    QCOMPARE(diagnosis.errors.value(0).code, ErrorCode::Pooler);
    LeaderElector elector(through(u"node"_s));
    const Transcript said(elector);
    QVERIFY(elector.start());
    ELECTOR_TRY(said.has(u"error Pooler"_s));
    TestConnection one(u"127.0.0.1"_s, m_pooler.port(), m_room.database);
    TestConnection two(u"127.0.0.1"_s, m_pooler.port(), m_room.database);
    for (TestConnection *each : {&one, &two}) {
        QVERIFY(each->exec(u"BEGIN"_s)); // so that they have different ones
        QCOMPARE(each->exec(u"SHOW search_path"_s).value().toString(), u"\"$user\", public"_s);
        QCOMPARE(each->exec(u"SHOW statement_timeout"_s).value().toString(), u"0"_s);
        QCOMPARE(
            each->exec(u"SELECT count(*) FROM pg_prepared_statements WHERE name LIKE 'elector%'"_s).value().toInt(), 0);
    }
    QVERIFY(one.exec(u"ROLLBACK"_s));
    QVERIFY(two.exec(u"ROLLBACK"_s));
}

void TestPooler::startsOnceThePoolerKeepsSessions()
{
    QVERIFY(start(PgBouncer::Transaction));
    LeaderElector elector(through(u"node"_s));
    const Transcript said(elector);
    QVERIFY(elector.start());
    ELECTOR_TRY(said.has(u"error Pooler"_s));
    QVERIFY(start(PgBouncer::Session));
    ELECTOR_TRY(elector.isLeader());
    QVERIFY(said.has(u"recovered"_s));
}

void TestPooler::stopsWhenThePoolerDoesNotKeepThemAnyMore()
{
    QVERIFY(start(PgBouncer::Session));
    LeaderElector elector(through(u"node"_s));
    const Transcript said(elector);
    QVERIFY(elector.start());
    ELECTOR_TRY(elector.isLeader());
    QVERIFY(start(PgBouncer::Transaction));
    ELECTOR_TRY(said.has(u"lost Expired"_s));
    ELECTOR_TRY(said.has(u"error Pooler"_s));
    QVERIFY(!elector.isLeader());
    QCOMPARE(said.count(u"leads"_s), 1);
}

void TestPooler::saysWhenThereIsNoRoomToFindOut()
{
    QVERIFY(start(PgBouncer::Session, 1));
    LeaderElector elector(through(u"node"_s));
    const Transcript said(elector);
    QVERIFY(elector.start());
    ELECTOR_TRY(said.has(u"error Pooler"_s));
    QVERIFY2(said.errors().constFirst().text.contains(u"a second connection"_s),
             qPrintable(said.errors().constFirst().text));
    QVERIFY(!said.has(u"leads"_s));
}

void TestPooler::parametersThatAPoolerDoesNotTakeAreNamed()
{
    QVERIFY(start(PgBouncer::Session));
    ElectorConfig config = through(u"node"_s);
    ConnectionParameters connection = config.connection();
    connection.set(u"options"_s, u"-c geqo=off"_s);
    config.setConnection(connection);
    const ElectorError error = diagnose(config).errors.value(0);
    QCOMPARE(error.code, ErrorCode::Pooler);
    QVERIFY2(error.text.contains(u"unsupported startup parameter: options"_s), qPrintable(error.text));
    QVERIFY2(error.remedy.contains(u"PGOPTIONS"_s), qPrintable(error.remedy));
}

void TestPooler::aConnectionWithoutAPoolerIsNotTakenForOne()
{
    const Diagnosis diagnosis = diagnose(m_room.config(u"node"_s, 2s));
    QVERIFY(diagnosis.reached);
    QVERIFY(!diagnosis.pooled);
}

QTEST_GUILESS_MAIN(TestPooler)
#include "tst_pooler.moc"
