// SPDX-License-Identifier: MIT
#include "leaderwatch.h"
#include "librarytest.h"
#include "pgbouncer.h"

#include <Elector/leaderelector.h>
#include <Elector/leaseconnection.h>
#include <Elector/schema.h>

#include <algorithm>
#include <vector>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace Elector;

/// Very many candidates through few sessions of the server: 2,000 through 20, or as many as ELECTOR_CROWD says through
/// a hundredth of them.
class TestPoolerCrowd : public LibraryTest
{
    Q_OBJECT

private Q_SLOTS:
    void fewSessionsServeACrowd();

private:
    void setUp() override
    {
        if (PgBouncer::program().isEmpty())
            QSKIP("There is no pgbouncer (package pgbouncer).");
        QVERIFY(m_room.exec(Schema::installSql(u"public"_s, SchemaLevel::Full, 15)));
    }
    void tearDown() override
    {
        m_electors.clear();
        m_pooler.stop();
    }

    void gather();
    bool waitFor(const std::function<bool()> &condition) const { return QTest::qWaitFor(condition, 180'000); }
    int leaders() const;
    bool allAgree();
    bool allHaveChanged();

    const int m_candidates
        = qEnvironmentVariableIsSet("ELECTOR_CROWD") ? qEnvironmentVariableIntValue("ELECTOR_CROWD") : 2000;
    const int m_each = 20; ///< electors on a connection, each for another lock
    int m_pool = 2;
    PgBouncer m_pooler;
    std::vector<std::unique_ptr<LeaderElector>> m_electors;
};

void TestPoolerCrowd::gather()
{
    ElectorConfig config = m_room.config(u"crowd"_s, 10s, m_pooler.port());
    config.setPooling(Pooling::Transaction);
    std::optional<LeaseConnection> connection;
    for (int i = 0; i < m_candidates; ++i) {
        if (i % m_each == 0) {
            config.setInstanceId(u"node-%1"_s.arg(i / m_each));
            connection.emplace(config);
        }
        config.setLockId(1 + i % m_each);
        m_electors.push_back(std::make_unique<LeaderElector>(config, *connection));
        QVERIFY(m_electors.back()->start());
    }
}

int TestPoolerCrowd::leaders() const
{
    return int(
        std::count_if(m_electors.cbegin(), m_electors.cend(), [](const auto &each) { return each->isLeader(); }));
}

/// One leads each lock, by the table and by its own belief, and all the others know of it.
bool TestPoolerCrowd::allAgree()
{
    const SqlResult rows
        = m_room.exec(u"SELECT id, leader_id FROM leader_lease WHERE expires_at > clock_timestamp()"_s);
    if (rows.rows.size() != m_each || leaders() != m_each)
        return false;
    QHash<int, QString> holders;
    for (const QVariantList &row : rows.rows)
        holders.insert(row.at(0).toInt(), row.at(1).toString());
    return std::all_of(m_electors.cbegin(), m_electors.cend(), [&](const auto &each) {
        return each->currentLeader() == holders.value(each->config().lockId())
            && (each->state() == ElectorState::Leading || each->state() == ElectorState::Waiting
                || each->state() == ElectorState::Resting);
    });
}

/// Each lock has had two leaders.
bool TestPoolerCrowd::allHaveChanged()
{
    return m_room
               .value(u"SELECT count(*) FROM (SELECT id FROM leader_lease_history WHERE event = 'captured' GROUP BY id "
                      "HAVING count(*) > 1) h"_s)
               .toInt()
        == m_each;
}

void TestPoolerCrowd::fewSessionsServeACrowd()
{
    m_pool = std::max(2, m_candidates / 100);
    QVERIFY2(m_pooler.start(m_room.server, PgBouncer::Transaction, m_pool), qPrintable(m_pooler.errorString()));
    gather();
    std::vector<const LeaderElector *> all;
    for (const auto &each : m_electors)
        all.push_back(each.get());
    LeaderWatch watch(all);
    QVERIFY(waitFor([this] { return allAgree(); }));
    const QString sessions = u"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> "
                             "pg_backend_pid() AND backend_type = 'client backend'"_s;
    QVERIFY(m_room.value(sessions).toInt() <= m_pool);
    for (const auto &each : m_electors) {
        if (each->isLeader())
            each->release();
    }
    QVERIFY(waitFor([this] { return allHaveChanged() && allAgree(); }));
    for (const auto &each : m_electors) {
        if (each->isLeader())
            each->stop();
    }
    QVERIFY(waitFor([this] { return leaders() == m_each; }));
    QVERIFY(m_room.value(sessions).toInt() <= m_pool);
    watch.stop();
    QCOMPARE(watch.conflicts(), 0);
}

QTEST_GUILESS_MAIN(TestPoolerCrowd)
#include "tst_poolercrowd.moc"
