// SPDX-License-Identifier: MIT
#include "releasepermission.h"

#include <QTest>

using namespace Elector;

namespace {

ReleaseSituation allowed()
{
    ReleaseSituation situation;
    Lease lease;
    lease.lockId = 7;
    lease.name = QStringLiteral("billing");
    lease.state = LeaseState::Held;
    situation.lease = lease;
    situation.effectiveState = LeaseState::Held;
    situation.observerState = LeaseObserver::Watching;
    situation.stale = false;
    situation.server.mayRelease = true;
    situation.server.user = QStringLiteral("viewer");
    situation.schema = QStringLiteral("jobs");
    return situation;
}

} // namespace

class TestReleasePermission : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHeldLockMayBeReleased()
    {
        QCOMPARE(whyNotReleasable(allowed()), QString());
        QCOMPARE(generalRestriction(allowed()).label, QString());
    }

    void eachObstacleIsNamed()
    {
        ReleaseSituation s = allowed();
        s.readOnlyMode = true;
        QVERIFY(whyNotReleasable(s).contains(QStringLiteral("--read-only")));
        QCOMPARE(generalRestriction(s).label, QStringLiteral("read-only"));

        s = allowed();
        s.stale = true;
        QVERIFY(whyNotReleasable(s).contains(QStringLiteral("not current")));

        s = allowed();
        s.observerState = LeaseObserver::Connecting;
        QVERIFY(whyNotReleasable(s).contains(QStringLiteral("not current")));

        s = allowed();
        s.observerState = LeaseObserver::Paused;
        QVERIFY(whyNotReleasable(s).contains(QStringLiteral("paused")));

        s = allowed();
        s.server.standby = true;
        QVERIFY(whyNotReleasable(s).contains(QStringLiteral("standby")));

        s = allowed();
        s.server.mayRelease = false;
        QVERIFY(whyNotReleasable(s).contains(QStringLiteral("viewer")));
        QVERIFY(whyNotReleasable(s).contains(QStringLiteral("jobs.leader_lease")));

        s = allowed();
        s.lease.reset();
        QVERIFY(whyNotReleasable(s).contains(QStringLiteral("Select")));

        for (const LeaseState state : {LeaseState::Free, LeaseState::Expired}) {
            s = allowed();
            s.effectiveState = state;
            QVERIFY(whyNotReleasable(s).contains(QStringLiteral("billing")));
        }
    }

    void aRevokedLockMayBeEvicted()
    {
        ReleaseSituation s = allowed();
        s.effectiveState = LeaseState::Revoked;
        QCOMPARE(whyNotReleasable(s), QString());
        s.server.mayRelease = false;
        QVERIFY(whyNotReleasable(s).contains(QStringLiteral("viewer")));
    }
};

QTEST_GUILESS_MAIN(TestReleasePermission)
#include "tst_releasepermission.moc"
