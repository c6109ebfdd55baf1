// SPDX-License-Identifier: MIT
#include "observertest.h"

#include <Elector/leaderelector.h>
#include <Elector/leaseconnection.h>
#include <Elector/lockdetails.h>

#include <QSignalSpy>

#include <vector>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace Elector;

/// Who waits for a lock, as an observer tells.
class TestObserverDetails : public ObserverTest
{
    Q_OBJECT

    std::optional<int> candidates(int lockId) const
    {
        const auto lease = m_observer->lease(lockId);
        return lease ? std::optional(lease->candidates) : std::nullopt;
    }

    static QList<LockSession::Role> roles(const LockDetails &details)
    {
        QList<LockSession::Role> roles;
        for (const LockSession &session : details.sessions)
            roles.append(session.role);
        return roles;
    }

private Q_SLOTS:
    void candidatesAreCountedAndNamed_data() { bothLevels(); }
    void candidatesAreCountedAndNamed()
    {
        QFETCH(SchemaLevel, level);
        QVERIFY(m_room.newDatabase(level));
        std::vector<std::unique_ptr<LeaderElector>> nodes;
        for (int i = 0; i < 4; ++i) {
            nodes.push_back(std::make_unique<LeaderElector>(m_room.config(u"node-%1"_s.arg(i), 4s)));
            QVERIFY(nodes.back()->start());
        }
        observe();
        ELECTOR_TRY(candidates(1) == 3);
        QSignalSpy spy(m_observer.get(), &LeaseObserver::detailsReceived);
        const quint64 id = m_observer->requestDetails(1);
        ELECTOR_TRY(!spy.isEmpty());
        QCOMPARE(spy.constFirst().at(0).toULongLong(), id);
        QVERIFY(!spy.constFirst().at(2).value<ElectorError>());
        const auto details = spy.constFirst().at(1).value<LockDetails>();
        QCOMPARE(details.lockId, 1);
        QCOMPARE(roles(details),
                 QList({LockSession::Holder, LockSession::Candidate, LockSession::Candidate, LockSession::Candidate}));
        QVERIFY(details.leaderId.startsWith(details.sessions.constFirst().instance + u'#'));
        nodes.pop_back();
        nodes.pop_back();
        ELECTOR_TRY(candidates(1) == 1);
        nodes.clear();
    }

    void unknownWhereNamesCannotListAllLocks()
    {
        QVERIFY(m_room.newDatabase(SchemaLevel::Full));
        const ElectorConfig config = m_room.config(u"many"_s, 20s);
        const LeaseConnection connection(config);
        std::vector<std::unique_ptr<LeaderElector>> electors;
        for (int lock = 1; lock < 200; lock += 2) {
            ElectorConfig mine = config;
            mine.setLockId(lock);
            electors.push_back(std::make_unique<LeaderElector>(mine, connection));
            QVERIFY(electors.back()->start());
        }
        LeaderElector other(m_room.config(u"other"_s, 20s));
        QVERIFY(other.start());
        QVERIFY(m_room.plant(5000, u"elsewhere#1.1"_s, u"clock_timestamp() + interval '1 h'"_s));
        observe();
        ELECTOR_TRY(candidates(5000) == -1); // the session with many locks may wait for it
        ELECTOR_TRY(candidates(3) == 0); // and holds this one itself
        ELECTOR_TRY(candidates(1) == 1 || m_observer->lease(1)->instanceId() == u"other"_s);
    }

    void isAnsweredInAnyCase()
    {
        LeaseObserver &observer = makeObserver();
        QSignalSpy spy(&observer, &LeaseObserver::detailsReceived);
        observer.requestDetails(1);
        ELECTOR_TRY_COMPARE(spy.size(), 1);
        QVERIFY(spy.constFirst().at(2).value<ElectorError>()); // not started
        observer.start();
        ELECTOR_TRY(!m_errors.isEmpty()); // there is no table
        observer.requestDetails(1);
        ELECTOR_TRY_COMPARE(spy.size(), 2);
        QCOMPARE(spy.constLast().at(2).value<ElectorError>().code, ErrorCode::TableMissing);
        QVERIFY(m_room.server.pause());
        observer.requestDetails(1);
        observer.stop();
        QCOMPARE(spy.size(), 3);
        QVERIFY(spy.constLast().at(2).value<ElectorError>());
        QVERIFY(m_room.server.resume());
    }

protected:
    QRegularExpression unexpectedWarnings() const override
    {
        return QRegularExpression(u"^(?!There is no table|The connection|The database).*"_s);
    }
};

QTEST_GUILESS_MAIN(TestObserverDetails)
#include "tst_observerdetails.moc"
