// SPDX-License-Identifier: MIT
#include "hostilelease.h"
#include "leasetext.h"
#include "promptmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <map>

using namespace Elector;
using namespace std::chrono;

namespace {

const BootClock::time_point start = BootClock::time_point(hours(1));

Lease held(int lockId, const QString &leader, microseconds remaining = 10s)
{
    Lease lease;
    lease.lockId = lockId;
    lease.leaderId = leader;
    lease.term = 5;
    lease.state = LeaseState::Held;
    lease.remaining = remaining;
    lease.leaseDuration = 10s;
    lease.renewals = 3;
    return lease;
}

LeaseChange change(LeaseChange::Kind kind, const Lease &lease)
{
    return {kind, lease, {}};
}

QVariant at(const LeaseModel &model, int row, int column, int role = Qt::DisplayRole)
{
    return model.index(row, column).data(role);
}

} // namespace

class TestLeaseModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void rowsAreOrderedByLockIdHoweverTheyArrive()
    {
        PromptModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.merge({change(LeaseChange::Added, held(7, QStringLiteral("a"))),
                     change(LeaseChange::Added, held(-3, QStringLiteral("b"))),
                     change(LeaseChange::Added, held(2, QStringLiteral("c")))},
                    start);
        model.merge({change(LeaseChange::Added, held(5, QStringLiteral("d")))}, start);
        QStringList ids;
        for (int row = 0; row < model.rowCount(); ++row)
            ids << at(model, row, LeaseModel::LockColumn).toString();
        QCOMPARE(ids,
                 QStringList({QStringLiteral("-3"), QStringLiteral("2"), QStringLiteral("5"), QStringLiteral("7")}));
        QCOMPARE(model.rowOf(5), 2);
        QCOMPARE(model.rowOf(6), -1);
    }

    void theFirstSnapshotIsOneInsertion()
    {
        PromptModel model;
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QList<LeaseChange> changes;
        for (int id = 1; id <= 2000; ++id)
            changes.append(change(LeaseChange::Added, held(id, QStringLiteral("a"))));
        model.merge(changes, start);
        QCOMPARE(model.rowCount(), 2000);
        QCOMPARE(inserted.size(), 1);
    }

    void countdownRunsOnTheBootClockAndNeverBelowZero()
    {
        PromptModel model;
        model.merge({change(LeaseChange::Added, held(1, QStringLiteral("a"), 4200ms))}, start);
        QCOMPARE(at(model, 0, LeaseModel::ExpiresColumn).toString(), QStringLiteral("4.2 s"));
        model.tick(start + 3s);
        QCOMPARE(at(model, 0, LeaseModel::ExpiresColumn).toString(), QStringLiteral("1.2 s"));
        QCOMPARE(at(model, 0, 0, LeaseModel::FractionRole).toDouble(), 0.12);
        model.tick(start + 2s); // a tick from the past gives no time back
        QCOMPARE(at(model, 0, LeaseModel::ExpiresColumn).toString(), QStringLiteral("1.2 s"));
        model.tick(start + 1h);
        QCOMPARE(at(model, 0, LeaseModel::ExpiresColumn).toString(), QStringLiteral("expired"));
        QCOMPARE(at(model, 0, 0, LeaseModel::RemainingRole).toLongLong(), 0);
    }

    void aLeaseThatRanOutIsExpiredAndSaysSoOnce()
    {
        PromptModel model;
        model.merge({change(LeaseChange::Added, held(1, QStringLiteral("a"), 1s))}, start);
        QSignalSpy ranOut(&model, &LeaseModel::leasesRanOut);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.tick(start + 999ms);
        QCOMPARE(ranOut.size(), 0);
        QCOMPARE(model.totals().held, 1);
        model.tick(start + 1s);
        model.tick(start + 2s);
        QCOMPARE(ranOut.size(), 1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.totals().expired, 1);
        QCOMPARE(at(model, 0, LeaseModel::StateColumn).toString(), QStringLiteral("Expired"));
        model.merge({change(LeaseChange::Changed, held(1, QStringLiteral("a")))},
                    start + 2s); // it was renewed after all
        QCOMPARE(at(model, 0, LeaseModel::StateColumn).toString(), QStringLiteral("Held"));
    }

    void frozenRowsShowWhatWasLastRead()
    {
        PromptModel model;
        model.merge({change(LeaseChange::Added, held(1, QStringLiteral("a"), 5s))}, start);
        model.tick(start + 4s);
        QSignalSpy ranOut(&model, &LeaseModel::leasesRanOut);
        model.setFrozen(true);
        model.tick(start + 1min);
        QCOMPARE(at(model, 0, LeaseModel::ExpiresColumn).toString(), QStringLiteral("5.0 s"));
        QVERIFY(at(model, 0, 0, LeaseModel::FrozenRole).toBool());
        QCOMPARE(model.totals().held, 1);
        QCOMPARE(ranOut.size(), 0);
        model.setFrozen(false);
        QCOMPARE(at(model, 0, LeaseModel::ExpiresColumn).toString(), QStringLiteral("expired"));
    }

    void aRowThatDidNotChangeKeepsItsOwnStartOfTime()
    {
        PromptModel model;
        model.merge({change(LeaseChange::Added, held(1, QStringLiteral("a"), 10s))}, start);
        model.merge({}, start + 3s); // read again, nothing differs
        QCOMPARE(at(model, 0, LeaseModel::ExpiresColumn).toString(), QStringLiteral("7.0 s"));
    }

    void endlessAndDistantLeasesDoNotOverflow()
    {
        PromptModel model;
        model.merge({change(LeaseChange::Added, held(1, QStringLiteral("a"), LeaseText::endless)),
                     change(LeaseChange::Added, held(2, QStringLiteral("a"), microseconds(252'000'000'000'000'000)))},
                    start);
        model.tick(start + 24h);
        QCOMPARE(at(model, 0, LeaseModel::ExpiresColumn).toString(), QStringLiteral("never"));
        QVERIFY(at(model, 1, LeaseModel::ExpiresColumn).toString().startsWith(QStringLiteral("7990 y")));
        QVERIFY(at(model, 0, LeaseModel::ExpiresColumn, LeaseModel::SortRole).toLongLong()
                > at(model, 1, LeaseModel::ExpiresColumn, LeaseModel::SortRole).toLongLong());
    }

    void theToolTipSaysHowLongAgoItWasRenewed()
    {
        PromptModel model;
        Lease silent = held(2, QStringLiteral("npm-node"), 9s);
        silent.leaseDuration = 0ms;
        model.merge({change(LeaseChange::Added, held(1, QStringLiteral("a"), 9s)), change(LeaseChange::Added, silent)},
                    start);
        const auto tip = [&](int row) { return at(model, row, LeaseModel::ExpiresColumn, Qt::ToolTipRole).toString(); };
        model.tick(start + 2s);
        QVERIFY2(tip(0).contains(QStringLiteral("Last renewed 3.0 s ago")), qPrintable(tip(0)));
        QVERIFY(!tip(1).contains(QStringLiteral("renewed")));
        model.tick(start + 20s);
        QVERIFY(!tip(0).contains(QStringLiteral("renewed"))); // it ran out, and nobody knows how long ago
    }

    void withoutADurationTheBarMeasuresTheMostThatWasSeen()
    {
        PromptModel model;
        Lease lease = held(1, QStringLiteral("npm-node"), 8s);
        lease.leaseDuration = 0ms;
        model.merge({change(LeaseChange::Added, lease)}, start);
        QCOMPARE(at(model, 0, 0, LeaseModel::FractionRole).toDouble(), 1.0);
        lease.remaining = 4s;
        model.merge({change(LeaseChange::Changed, lease)}, start + 4s);
        QCOMPARE(at(model, 0, 0, LeaseModel::FractionRole).toDouble(), 0.5);
        lease.leaderId = QStringLiteral("another"); // a new tenure, a new measure
        model.merge({change(LeaseChange::Changed, lease)}, start + 4s);
        QCOMPARE(at(model, 0, 0, LeaseModel::FractionRole).toDouble(), 1.0);
    }

    void onlyChangesOfHolderAreMarked()
    {
        PromptModel model;
        model.merge({change(LeaseChange::Added, held(1, QStringLiteral("a")))}, start);
        QCOMPARE(at(model, 0, 0, LeaseModel::ChangeAgeRole).toLongLong(),
                 -1); // what the first snapshot brings is not news
        model.merge({change(LeaseChange::Changed, held(1, QStringLiteral("a")))}, start + 1s); // a renewal
        QCOMPARE(at(model, 0, 0, LeaseModel::ChangeAgeRole).toLongLong(), -1);
        model.merge({change(LeaseChange::Changed, held(1, QStringLiteral("b")))}, start + 2s);
        model.tick(start + 2500ms);
        QCOMPARE(at(model, 0, 0, LeaseModel::ChangeAgeRole).toLongLong(), 500);
        QVERIFY(model.hasFreshChanges());
        model.tick(start + 10s);
        QVERIFY(!model.hasFreshChanges());
    }

    void contradictoryDifferencesAreTakenForWhatTheyMeant()
    {
        PromptModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.merge({change(LeaseChange::Changed, held(1, QStringLiteral("a")))}, start); // unknown: it is new
        QCOMPARE(model.rowCount(), 1);
        model.merge({change(LeaseChange::Added, held(1, QStringLiteral("b")))}, start); // known: it changed
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(at(model, 0, LeaseModel::HolderColumn).toString(), QStringLiteral("b"));
        model.merge({change(LeaseChange::Removed, held(9, QStringLiteral("a")))}, start); // never seen
        QCOMPARE(model.rowCount(), 1);
        model.merge({change(LeaseChange::Removed, held(1, QStringLiteral("b"))),
                     change(LeaseChange::Added, held(1, QStringLiteral("c")))},
                    start);
        QCOMPARE(at(model, 0, LeaseModel::HolderColumn).toString(), QStringLiteral("c"));
    }

    void holderIsSplitAndNothingIsMarkup()
    {
        PromptModel model;
        Lease lease = held(1, QStringLiteral("<b>node</b>#3f2a.1"));
        lease.name = QStringLiteral("<i>name</i>");
        lease.metadata = QStringLiteral("<img src=x>");
        model.merge({change(LeaseChange::Added, lease)}, start);
        QCOMPARE(at(model, 0, LeaseModel::HolderColumn).toString(), QStringLiteral("<b>node</b>"));
        QCOMPARE(at(model, 0, LeaseModel::HolderColumn, LeaseModel::SecondaryTextRole).toString(),
                 QStringLiteral("3f2a.1"));
        for (int column = 0; column < LeaseModel::columns; ++column) {
            const QString tip = at(model, 0, column, Qt::ToolTipRole).toString();
            QVERIFY(tip.startsWith(QStringLiteral("<qt>")));
            QVERIFY2(!tip.contains(QStringLiteral("<b>")) && !tip.contains(QStringLiteral("<i>"))
                         && !tip.contains(QStringLiteral("<img")),
                     qPrintable(tip));
        }
    }

    void everyCellHasWordsForAScreenReader()
    {
        PromptModel model;
        Lease lease = held(4, QStringLiteral("node-a#3f2a.1"));
        lease.name = QStringLiteral("billing");
        Lease freeLock;
        freeLock.lockId = 5;
        model.merge({change(LeaseChange::Added, lease), change(LeaseChange::Added, freeLock)}, start);
        for (int row = 0; row < 2; ++row) {
            for (int column = 0; column < LeaseModel::columns; ++column) {
                QVERIFY(!at(model, row, column, Qt::AccessibleTextRole).toString().isEmpty());
                QVERIFY(!at(model, row, column, Qt::AccessibleDescriptionRole).toString().isEmpty());
                QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
            }
        }
        QVERIFY(at(model, 0, 0, Qt::AccessibleDescriptionRole).toString().contains(QStringLiteral("node-a")));
        QCOMPARE(at(model, 1, LeaseModel::HolderColumn).toString(), QStringLiteral("nobody"));
        QCOMPARE(at(model, 1, LeaseModel::ExpiresColumn, LeaseModel::RemainingRole).toLongLong(), -1);
    }

    void randomDifferencesKeepTheModelRight_data()
    {
        QTest::addColumn<quint32>("seed");
        for (const quint32 seed : {1u, 20u, 300u, 4000u})
            QTest::addRow("seed %u", seed) << seed;
    }

    // Under a tester that checks every signal, against a plain map; all texts hostile.
    void randomDifferencesKeepTheModelRight()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        PromptModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QPersistentModelIndex followed;
        std::map<int, Lease> truth;
        BootClock::time_point now = start;
        for (int round = 0; round < 150; ++round) {
            QList<LeaseChange> changes;
            for (int i = random.bounded(12); i > 0; --i) {
                const int id = random.bounded(40) - 20;
                const bool known = truth.contains(id);
                if (known && random.bounded(3) == 0) {
                    changes.append(change(LeaseChange::Removed, truth.at(id)));
                    truth.erase(id);
                } else {
                    truth[id] = randomLease(random, id);
                    changes.append(change(known ? LeaseChange::Changed : LeaseChange::Added, truth.at(id)));
                }
            }
            now += milliseconds(random.bounded(2000));
            model.merge(changes, now);
            model.tick(now + milliseconds(random.bounded(500)));
            model.setFrozen(random.bounded(5) == 0);
            compare(model, truth);
            if (!followed.isValid() && model.rowCount() > 0)
                followed = model.index(random.bounded(model.rowCount()), 0);
            if (followed.isValid())
                QVERIFY(truth.contains(followed.data(LeaseModel::LockIdRole).toInt()));
        }
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(resets.size(), 0);
    }

private:
    void compare(const LeaseModel &model, const std::map<int, Lease> &truth)
    {
        QCOMPARE(model.rowCount(), int(truth.size()));
        int row = 0;
        for (const auto &[id, lease] : truth) {
            QCOMPARE(at(model, row, 0, LeaseModel::LockIdRole).toInt(), id);
            QCOMPARE(model.lease(id), std::optional(lease));
            for (int column = 0; column < LeaseModel::columns; ++column) {
                for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole),
                                       int(LeaseModel::SortRole)})
                    QVERIFY(at(model, row, column, role).isValid());
                const QString shown = at(model, row, column).toString();
                QVERIFY2(!shown.contains(QLatin1Char('\n')) && shown.size() <= 201, qPrintable(shown));
            }
            QVERIFY(at(model, row, 0, LeaseModel::RemainingRole).toLongLong() >= -1);
            ++row;
        }
    }
};

QTEST_GUILESS_MAIN(TestLeaseModel)
#include "tst_leasemodel.moc"
