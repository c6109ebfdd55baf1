// SPDX-License-Identifier: MIT
#include "librarytest.h"

#include <Elector/leaderelector.h>
#include <Elector/leaseconnection.h>

#include <algorithm>
#include <vector>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace Elector;

/// Sessions of electors say which locks they serve.
class TestSessionNaming : public LibraryTest
{
    Q_OBJECT

    /// The names of all sessions but the test's own, as a role without privileges sees them.
    QString names()
    {
        return m_room
            .value(u"SELECT string_agg(application_name, '|' ORDER BY application_name) FROM pg_stat_activity "
                   u"WHERE datname = current_database() AND pid <> pg_backend_pid()"_s)
            .toString();
    }

    static std::unique_ptr<LeaderElector> elector(const ElectorConfig &config, int lock,
                                                  const LeaseConnection &connection)
    {
        ElectorConfig mine = config;
        mine.setLockId(lock);
        return std::make_unique<LeaderElector>(mine, connection);
    }

private Q_SLOTS:
    void namesItsLock()
    {
        ElectorConfig config = m_room.config(u"web-1"_s);
        config.setLockId(7);
        LeaderElector elector(config);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        QCOMPARE(names(), u"elector 7 web-1"_s);
    }

    void followsElectorsThatComeAndGo()
    {
        const ElectorConfig config = m_room.config(u"node"_s, 6s);
        const LeaseConnection connection(config);
        std::vector<std::unique_ptr<LeaderElector>> electors;
        for (const int lock : {3, 1, 2, 9}) {
            electors.push_back(elector(config, lock, connection));
            QVERIFY(electors.back()->start());
        }
        ELECTOR_TRY_COMPARE(names(), u"elector 1-3,9 node"_s);
        electors.at(3)->stop();
        ELECTOR_TRY_COMPARE(names(), u"elector 1-3 node"_s);
        electors.erase(electors.begin() + 2); // lock 2
        ELECTOR_TRY_COMPARE(names(), u"elector 1,3 node"_s);
        // Connected anew, it is called so again.
        const auto pid = [this] { return m_room.server.backends(u"elector 1,3 node"_s).value(0); };
        const qint64 before = pid();
        QVERIFY(before != 0 && m_room.server.killBackend(before));
        ELECTOR_TRY(pid() != 0 && pid() != before);
        QCOMPARE(names(), u"elector 1,3 node"_s);
        electors.clear();
        ELECTOR_TRY_COMPARE(names(), QString());
    }

    void threeHundredLocksFitIfTheyAreNeighbours()
    {
        const ElectorConfig config = m_room.config(u"node"_s, 20s);
        const LeaseConnection connection(config);
        std::vector<std::unique_ptr<LeaderElector>> electors;
        for (int lock = 1; lock <= 300; ++lock) {
            electors.push_back(elector(config, lock, connection));
            QVERIFY(electors.back()->start());
        }
        ELECTOR_TRY_COMPARE(names(), u"elector 1-300 node"_s);
        ELECTOR_TRY(
            std::all_of(electors.cbegin(), electors.cend(), [](const auto &elector) { return elector->isLeader(); }));
        for (int lock = 2; lock <= 300; lock += 2)
            electors.at(size_t(lock - 1))->stop();
        ELECTOR_TRY_COMPARE(names(), u"elector * node"_s);
        for (int lock = 1; lock <= 300; lock += 2)
            QVERIFY(electors.at(size_t(lock - 1))->isLeader());
    }

    void theSchemaIsNamedToo()
    {
        ElectorConfig config = m_room.config(u"web-1"_s);
        config.setSchema(u"billing"_s);
        LeaderElector elector(config);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        QCOMPARE(names(), u"elector 1@billing web-1"_s);
    }

    void theUsersOwnNameWins()
    {
        ElectorConfig config = m_room.config(u"web-1"_s, 6s);
        ConnectionParameters parameters = config.connection();
        parameters.set(u"application_name"_s, u"payroll"_s);
        config.setConnection(parameters);
        const LeaseConnection connection(config);
        const auto first = elector(config, 1, connection);
        QVERIFY(first->start());
        ELECTOR_TRY(first->isLeader());
        const auto second = elector(config, 2, connection);
        QVERIFY(second->start());
        ELECTOR_TRY(second->isLeader());
        // Long enough for a name to be changed, if it were.
        const int renewals = m_room.value(u"SELECT max(renewals) FROM leader_lease"_s).toInt();
        ELECTOR_TRY(m_room.value(u"SELECT max(renewals) FROM leader_lease"_s).toInt() > renewals);
        QCOMPARE(names(), u"payroll"_s);
    }
};

QTEST_GUILESS_MAIN(TestSessionNaming)
#include "tst_sessionnaming.moc"
