// SPDX-License-Identifier: MIT
#include "abilitymodel.h"
#include "hostilelease.h"
#include "leasefactmodel.h"
#include "lockentrymodel.h"
#include "locksessionmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Elector;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

LockSession sessionOf(qint64 pid, LockSession::Role role = LockSession::Candidate)
{
    LockSession session;
    session.pid = pid;
    session.role = role;
    session.application = u"elector 7 web-%1"_s.arg(pid);
    session.instance = u"web-%1"_s.arg(pid);
    session.state = u"idle"_s;
    return session;
}

LockEntry waitOf(qint64 pid, const QList<qint64> &blockers)
{
    LockEntry entry;
    entry.pid = pid;
    entry.kind = LockEntry::Transaction;
    entry.object = u"815"_s;
    entry.mode = u"ShareLock"_s;
    entry.waitingFor = 3200ms;
    entry.blockedBy = blockers;
    return entry;
}

QString cell(const QAbstractItemModel &model, int row, int column, int role = Qt::DisplayRole)
{
    return model.index(row, column).data(role).toString();
}

} // namespace

/// What the details of a lock show.
class TestDetailsModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void randomSessionsAreMerged()
    {
        LockSessionModel model;
        QAbstractItemModelTester tester(&model, fatal);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        auto *random = QRandomGenerator::global();
        for (int round = 0; round < 300; ++round) {
            QList<LockSession> sessions;
            for (int i = random->bounded(12); i > 0; --i) { // the same pid may come twice
                auto session = sessionOf(random->bounded(8), LockSession::Role(random->bounded(5)));
                session.hidden = random->bounded(2) == 0;
                sessions.insert(random->bounded(sessions.size() + 1), session);
            }
            model.setSessions(sessions);
            QCOMPARE(model.rowCount(), int(sessions.size()));
            for (int row = 0; row < model.rowCount(); ++row) {
                QCOMPARE(model.index(row, 0).data(LockSessionModel::PidRole).toLongLong(), sessions.at(row).pid);
                QCOMPARE(model.index(row, 0).data(LockSessionModel::SessionRole).toInt(), int(sessions.at(row).role));
            }
        }
        QCOMPARE(resets.size(), 0);
    }

    void aSessionKeepsItsPlaceInTheSelection()
    {
        LockSessionModel model;
        QAbstractItemModelTester tester(&model, fatal);
        model.setSessions({sessionOf(1, LockSession::Holder), sessionOf(2), sessionOf(3)});
        const QPersistentModelIndex three = model.index(2, 0);
        model.setSessions({sessionOf(3, LockSession::Holder), sessionOf(2)});
        QVERIFY(three.isValid());
        QCOMPARE(three.row(), 0);
        QCOMPARE(three.data(LockSessionModel::PidRole).toLongLong(), 3);
        QCOMPARE(model.count(LockSession::Holder), 1);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setSessions({sessionOf(3, LockSession::Holder), sessionOf(2)});
        QCOMPARE(changed.size(), 0); // nothing new
    }

    void whatIsHiddenSaysWhy()
    {
        LockSessionModel model;
        auto session = sessionOf(1);
        session.hidden = true;
        session.state.clear();
        model.setSessions({session});
        for (const int column :
             {LockSessionModel::AddressColumn, LockSessionModel::SinceColumn, LockSessionModel::StateColumn}) {
            QCOMPARE(cell(model, 0, column), u"hidden"_s);
            QVERIFY(cell(model, 0, column, Qt::ToolTipRole).contains(u"pg_monitor"_s));
        }
        QCOMPARE(cell(model, 0, LockSessionModel::InstanceColumn), u"web-1"_s);
    }

    void whoWaitsForWhomIsNamed()
    {
        LockEntryModel model;
        QAbstractItemModelTester tester(&model, fatal);
        LockDetails details;
        auto blocker = sessionOf(2, LockSession::Bystander);
        blocker.application = u"psql"_s;
        blocker.state = u"idle in transaction"_s;
        blocker.inTransactionFor = 12s;
        details.sessions = {sessionOf(1, LockSession::Holder), blocker};
        details.locks = {waitOf(1, {2}), waitOf(5, {0}), waitOf(6, {2, 9})};
        model.setDetails(details);
        QCOMPARE(model.waits(), 3);
        QCOMPARE(cell(model, 0, LockEntryModel::SessionColumn), u"elector 7 web-1"_s);
        QCOMPARE(cell(model, 0, LockEntryModel::WaitsForColumn), u"2 psql (idle in transaction for 12.0 s)"_s);
        QCOMPARE(cell(model, 0, LockEntryModel::StateColumn), u"waits, 3.2 s"_s);
        QCOMPARE(cell(model, 1, LockEntryModel::WaitsForColumn), u"a prepared transaction"_s);
        QCOMPARE(cell(model, 2, LockEntryModel::WaitsForColumn), u"2 psql, 9 –"_s);
        details.locks = {waitOf(6, {2}), waitOf(1, {2})};
        model.setDetails(details);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, 0).data(LockEntryModel::PidRole).toLongLong(), 6);
    }

    void whatIsNotPossibleSaysWhy()
    {
        AbilityModel model;
        QAbstractItemModelTester tester(&model, fatal);
        QList<SchemaAbility> all;
        for (int feature = SchemaAbility::Terms; feature <= SchemaAbility::SessionDetails; ++feature)
            all.append({SchemaAbility::Feature(feature), SchemaAbility::None});
        for (int obstacle = SchemaAbility::None; obstacle <= SchemaAbility::NotDelivered; ++obstacle) {
            for (SchemaAbility &ability : all)
                ability.obstacle = SchemaAbility::Obstacle(obstacle);
            model.setAbilities(all);
            QCOMPARE(model.rowCount(), int(all.size()));
            for (int row = 0; row < model.rowCount(); ++row) {
                QVERIFY(!cell(model, row, AbilityModel::FeatureColumn).isEmpty());
                QCOMPARE(cell(model, row, AbilityModel::AvailableColumn),
                         obstacle == SchemaAbility::None ? u"Yes"_s : u"No"_s);
                QCOMPARE(cell(model, row, AbilityModel::WhyColumn).isEmpty(), obstacle == SchemaAbility::None);
            }
        }
    }

    void factsFollowTheLease()
    {
        LeaseFactModel model;
        QAbstractItemModelTester tester(&model, fatal);
        const auto fact = [&](const QString &name) {
            for (int row = 0; row < model.rowCount(); ++row) {
                if (cell(model, row, 0) == name)
                    return cell(model, row, 1);
            }
            return u"(no such line)"_s;
        };
        Lease lease;
        lease.lockId = 7;
        lease.name = u"nightly"_s;
        lease.leaderId = u"web-1#ab.1"_s;
        lease.state = LeaseState::Held;
        lease.metadata = u"<b>http://x</b>"_s;
        lease.candidates = 3;
        model.setLease(lease, LeaseState::Held);
        QCOMPARE(fact(u"Holder"_s), u"web-1"_s);
        QCOMPARE(fact(u"Incarnation"_s), u"ab.1"_s);
        QCOMPARE(fact(u"Waiting"_s), u"3"_s);
        QCOMPARE(fact(u"Renewed"_s), u"(no such line)"_s); // nobody says how long its lease is
        lease.expiresAt = QDateTime(QDate(2026, 3, 1), QTime(12, 0, 15), Qt::UTC);
        lease.leaseDuration = std::chrono::seconds(15);
        model.setLease(lease, LeaseState::Held);
        QVERIFY2(fact(u"Renewed"_s).contains(u"12:00:00.000 UTC"_s), qPrintable(fact(u"Renewed"_s)));
        QCOMPARE(fact(u"Published"_s), u"<b>http://x</b>"_s); // as text: nothing interprets it
        model.setLease(lease, LeaseState::Expired);
        QCOMPARE(fact(u"State"_s), u"Expired"_s);
        model.setLease(lease, LeaseState::Held,
                       {u"Held, near miss"_s, u"meaning"_s, u"paused by me: x"_s, u"0.2 s"_s, {}});
        QCOMPARE(fact(u"State"_s), u"Held, near miss"_s);
        QCOMPARE(fact(u"Order"_s), u"paused by me: x"_s);
        QCOMPARE(fact(u"Least slack"_s), u"0.2 s"_s);
        Lease free;
        free.lockId = 7;
        model.setLease(free, LeaseState::Free);
        QCOMPARE(fact(u"Order"_s), u"(no such line)"_s);
        QCOMPARE(fact(u"Holder"_s), u"(no such line)"_s);
        QCOMPARE(fact(u"Waiting"_s), u"not known"_s);
        model.setLease({}, LeaseState::Free);
        QCOMPARE(model.rowCount(), 0);
    }

    void poisonIsShownAsText()
    {
        const QString poison = u"<img src=x>\n\u202e\x01"_s + QString(100'000, u'y');
        LockSession session = sessionOf(-1, LockSession::Bystander);
        session.application = session.instance = session.user = session.address = session.state = session.waitEvent
            = session.waitEventType = poison;
        LockEntry entry = waitOf(-1, {-1});
        entry.object = entry.mode = poison;
        entry.kind = LockEntry::Other;
        LockSessionModel sessions;
        sessions.setSessions({session});
        LockEntryModel locks;
        LockDetails details;
        details.sessions = {session};
        details.locks = {entry};
        locks.setDetails(details);
        LeaseFactModel facts;
        Lease lease;
        lease.leaderId = lease.name = lease.metadata = poison;
        lease.state = LeaseState::Held;
        lease.remaining = std::chrono::microseconds::max();
        facts.setLease(lease, LeaseState::Held);
        for (const QAbstractItemModel *model :
             std::initializer_list<const QAbstractItemModel *>{&sessions, &locks, &facts}) {
            for (int row = 0; row < model->rowCount(); ++row) {
                for (int column = 0; column < model->columnCount(); ++column) {
                    const QString shown = cell(*model, row, column);
                    QVERIFY(shown.size() < 3000);
                    QVERIFY(!shown.contains(u'\n') && !shown.contains(QChar(0x202e)) && !shown.contains(QChar(1)));
                    QVERIFY(!cell(*model, row, column, Qt::ToolTipRole).contains(u"<img"_s));
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestDetailsModels)
#include "tst_detailsmodels.moc"
