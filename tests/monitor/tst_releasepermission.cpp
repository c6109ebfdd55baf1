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
    situation.server.mayOrder = true;
    situation.server.level = SchemaLevel::Full;
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
        s.readOnly = ReadOnlyMode::CommandLine;
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

        s = allowed();
        s.several = true;
        QVERIFY(whyNotReleasable(s).contains(QStringLiteral("Several")));

        for (const LeaseState state : {LeaseState::Free, LeaseState::Expired}) {
            s = allowed();
            s.effectiveState = state;
            QVERIFY(whyNotReleasable(s).contains(QStringLiteral("billing")));
        }
    }

    void whoMadeItReadOnlyIsSaid()
    {
        ReleaseSituation s = allowed();
        s.readOnly = ReadOnlyMode::Profile;
        s.profile = QStringLiteral("Orders");
        for (const QString &why : {whyNotReleasable(s), whyNoOrder(s), generalRestriction(s).why}) {
            QVERIFY(why.contains(QStringLiteral("Orders")));
            QVERIFY(!why.contains(QStringLiteral("--read-only")));
        }
        s.profile.clear();
        QVERIFY(whyNoOrder(s).contains(QStringLiteral("This connection")));
        s.readOnly = ReadOnlyMode::CommandLine;
        QVERIFY(whyNoOrder(s).contains(QStringLiteral("--read-only")));
    }

    void eachObstacleToAnOrderIsNamed()
    {
        QCOMPARE(whyNoOrder(allowed()), QString());

        ReleaseSituation s = allowed();
        s.stale = true;
        QVERIFY(whyNoOrder(s).contains(QStringLiteral("not current")));

        s = allowed();
        s.observerState = LeaseObserver::Paused;
        QVERIFY(whyNoOrder(s).contains(QStringLiteral("paused")));

        s = allowed();
        s.server.level = SchemaLevel::Plain;
        QVERIFY(whyNoOrder(s).contains(QStringLiteral("elector migrate")));

        s = allowed();
        s.server.standby = true;
        QVERIFY(whyNoOrder(s).contains(QStringLiteral("standby")));

        s = allowed();
        s.server.mayOrder = false;
        QVERIFY(whyNoOrder(s).contains(QStringLiteral("viewer")));
        QVERIFY(whyNoOrder(s).contains(QStringLiteral("jobs.leader_lease_order")));

        s = allowed();
        s.lease.reset();
        QVERIFY(whyNoOrder(s).contains(QStringLiteral("Select")));

        s = allowed();
        s.several = true;
        QVERIFY(whyNoOrder(s).contains(QStringLiteral("Several")));
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
