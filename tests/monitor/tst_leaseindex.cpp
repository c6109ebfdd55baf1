// SPDX-License-Identifier: MIT
#include "displaytext.h"
#include "hostilelease.h"
#include "promptmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <map>

using namespace Elector;
using namespace std::chrono;
using namespace Qt::StringLiterals;

namespace {

const BootClock::time_point start = BootClock::time_point(hours(1));

/// What should be shown, found the simple way.
class Naive
{
public:
    std::map<int, ShownLease> locks;
    LeaseFilter filter;
    LeaseSort sort;
    std::map<QString, bool> collapsed;

    QStringList rows() const
    {
        const LeaseMatcher matcher(filter);
        std::vector<LeaseOrder::Entry> entries;
        std::map<QString, int> groups;
        for (const auto &[id, lease] : locks) {
            if (!matcher.matches(lease))
                continue;
            ShownLease shown = lease;
            shown.group = sort.grouped ? groupOf(lease) : QString();
            ++groups[shown.group];
            entries.push_back(LeaseOrder::entry(std::make_shared<ShownLease>(shown), sort));
        }
        std::sort(entries.begin(), entries.end(),
                  [this](const auto &a, const auto &b) { return LeaseOrder::less(a, b, sort); });
        QStringList rows;
        QString group = u"none yet"_s;
        for (const LeaseOrder::Entry &entry : entries) {
            if (sort.grouped && entry.lease->group != group) {
                group = entry.lease->group;
                rows << u"group of %1"_s.arg(groups.at(group));
            }
            const auto folded = collapsed.find(group);
            if (!sort.grouped || folded == collapsed.end() || !folded->second)
                rows << QString::number(entry.id);
        }
        return rows;
    }

    static QString groupOf(const ShownLease &lease)
    {
        return lease.row->lease.leaderId.isEmpty() ? QString(QChar(char16_t(0xffff)))
                                                   : displayText(lease.row->lease.instanceId());
    }
};

QStringList rowsOf(const LeaseModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows << (model.isGroupRow(row) ? u"group of %1"_s.arg(model.index(row, 0).data().toString().split(u' ').at(0))
                                       : model.index(row, 0).data(LeaseModel::LockIdRole).toString());
    return rows;
}

Lease renewed(int lockId, milliseconds left, milliseconds sinceRenewal, qint64 renewals)
{
    Lease lease;
    lease.lockId = lockId;
    lease.leaderId = u"a#1"_s;
    lease.state = LeaseState::Held;
    lease.remaining = left;
    lease.leaseDuration = 10s;
    lease.renewals = renewals;
    lease.expiresAt = QDateTime::fromMSecsSinceEpoch((1'700'000'000'000ms + sinceRenewal + 10s).count(), Qt::UTC);
    return lease;
}

/// A few locks captured, renewed and given up.
LeaseLook randomLook(QRandomGenerator &random, BootClock::time_point at)
{
    const auto changed = std::make_shared<std::vector<LeaseRowPtr>>();
    const auto removed = std::make_shared<std::vector<int>>();
    for (int id = 1; id <= 20; ++id) {
        if (random.bounded(4) == 0) {
            Lease lease = renewed(id, 10s, 0s, random.bounded(100));
            lease.leaderId = u"holder-%1#1"_s.arg(random.bounded(5));
            LeaseRow row{lease, at, {}, {}, false, true};
            row.expiresAt = 1h;
            changed->push_back(std::make_shared<const LeaseRow>(row));
        } else if (random.bounded(4) == 0) {
            removed->push_back(id);
        }
    }
    return {changed, removed, at, random.bounded(2) == 0};
}

QStringList contents(LeaseIndex *index)
{
    QStringList all;
    const auto view = index->view([] { return false; });
    for (int i = 0; i < view->all.size(); ++i) {
        const Lease &lease = view->all.at(i).lease->row->lease;
        all << u"%1 %2 %3"_s.arg(lease.lockId).arg(lease.leaderId).arg(lease.renewals);
    }
    all << u"%1 locks, %2 held"_s.arg(view->totals.locks).arg(view->totals.held);
    return all;
}

} // namespace

/// Whatever changes, and whatever is wished for meanwhile: the rows are those that looking at all of them would give.
class TestLeaseIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void looksThatWaitBecomeOne()
    {
        QRandomGenerator random(11);
        LeaseIndex oneByOne;
        LeaseIndex together;
        BootClock::time_point at = start;
        for (int round = 0; round < 200; ++round) {
            std::optional<LeaseLook> all;
            for (int i = random.bounded(1, 6); i > 0; --i) {
                const LeaseLook look = randomLook(random, at += 1s);
                oneByOne.take(look);
                all = all ? all->then(look) : look;
            }
            QVERIFY(std::is_sorted(all->removed->begin(), all->removed->end()));
            together.take(*all);
            const QStringList expected = contents(&oneByOne);
            QCOMPARE(contents(&together), expected);
            QVERIFY(expected.size() > 2);
        }
    }

    void randomChangesAndWishes_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<int>("locks");
        for (const quint32 seed : {7u, 80u, 900u})
            QTest::addRow("seed %u", seed) << seed << 40;
        QTest::addRow("many") << 5u << 3000;
    }
    void randomChangesAndWishes()
    {
        QFETCH(quint32, seed);
        QFETCH(int, locks);
        QRandomGenerator random(seed);
        PromptModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        Naive naive;
        BootClock::time_point now = start;
        QPersistentModelIndex followed;
        int followedLock = 0;
        for (int round = 0; round < 250; ++round) {
            change(random, locks, &model, &naive, now);
            wish(random, &model, &naive);
            const bool late = random.bounded(3) == 0;
            if (late) // several at once
                model.settle();
            model.settle();
            QCOMPARE(rowsOf(model), naive.rows());
            checkTotals(model, naive);
            if (followed.isValid()) {
                QCOMPARE(followed.data(LeaseModel::LockIdRole).toInt(), followedLock);
                QCOMPARE(model.rowOf(followedLock), followed.row());
            } else if (model.rowCount() > 0) {
                const int row = random.bounded(model.rowCount());
                if (!model.isGroupRow(row)) {
                    followed = model.index(row, 0);
                    followedLock = followed.data(LeaseModel::LockIdRole).toInt();
                }
            }
            now += 1s;
        }
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        model.settle();
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!followed.isValid());
    }

    void costsWhatHasChanged()
    {
        PromptModel model;
        QList<LeaseChange> changes;
        for (int id = 0; id < 5000; ++id)
            changes.append({LeaseChange::Added, renewed(id, 9s, 0ms, 1), {}});
        model.merge(changes, start);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy moved(&model, &QAbstractItemModel::layoutChanged);
        model.merge({{LeaseChange::Changed, renewed(7, 10s, 3s, 2), {}}}, start + 3s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 7);
        QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 7);
        QCOMPARE(moved.size(), 0);
        model.merge({}, start + 4s);
        QCOMPARE(changed.size(), 1);
    }

    void theWorstRecentRenewalIsRemembered()
    {
        PromptModel model;
        const auto slack = [&] { return model.index(0, LeaseModel::SlackColumn).data().toString(); };
        const auto state = [&] { return model.index(0, LeaseModel::StateColumn).data().toString(); };
        const auto renew = [&](milliseconds at, qint64 renewals) {
            model.merge({{LeaseChange::Changed, renewed(1, 10s, at, renewals), {}}}, start + at);
        };
        renew(0ms, 1);
        QCOMPARE(slack(), u"–"_s);
        renew(4s, 2);
        QCOMPARE(slack(), u"6.0 s"_s);
        renew(7s, 3);
        QCOMPARE(slack(), u"6.0 s"_s);
        QCOMPARE(state(), u"Held"_s);
        renew(16s, 4);
        QCOMPARE(slack(), u"1.0 s"_s);
        QCOMPARE(state(), u"Held, near miss"_s);
        QVERIFY(model.index(0, 0).data(LeaseModel::TroubleRole).toBool());
        QCOMPARE(model.totals().nearMisses, 1);
        renew(20min, 400); // not every renewal was seen
        QVERIFY2(slack().startsWith(u"≤"_s), qPrintable(slack()));
        QCOMPARE(model.totals().nearMisses, 0);
    }

    void aLockThatChangesHandsAllTheTimeSaysSo()
    {
        PromptModel model;
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(model.totals().flapping, 0);
            Lease lease = renewed(1, 10s, 0ms, 0);
            lease.leaderId = u"node-%1#1"_s.arg(i);
            model.merge({{LeaseChange::Changed, lease, {}}}, start + minutes(i));
        }
        QCOMPARE(model.totals().flapping, 1);
        QCOMPARE(model.index(0, LeaseModel::StateColumn).data().toString(), u"Held, flapping"_s);
        model.merge({}, start + 15min);
        QCOMPARE(model.totals().flapping, 0);
    }

    void groupsSumUpAndFold()
    {
        PromptModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QList<LeaseChange> changes;
        for (int id = 1; id <= 6; ++id) {
            Lease lease = renewed(id, seconds(id), 0ms, 0);
            lease.leaderId = id <= 4 ? u"b#%1"_s.arg(id) : u"a#%1"_s.arg(id);
            if (id == 4)
                lease.state = LeaseState::Expired;
            changes.append({LeaseChange::Added, lease, {}});
        }
        model.merge(changes, start);
        model.setGrouping(LeaseGrouping::ByHolder);
        QCOMPARE(rowsOf(model),
                 QStringList({u"group of 2"_s, u"5"_s, u"6"_s, u"group of 4"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
        QCOMPARE(model.index(3, LeaseModel::HolderColumn).data().toString(), u"b"_s);
        QCOMPARE(model.index(3, LeaseModel::StateColumn).data().toString().at(0), QChar(u'1'));
        QVERIFY(model.index(3, LeaseModel::ExpiresColumn).data().toString().contains(u"1.0 s"_s));
        model.setCollapsed(3, true);
        QCOMPARE(rowsOf(model), QStringList({u"group of 2"_s, u"5"_s, u"6"_s, u"group of 4"_s}));
        QCOMPARE(model.rowOf(1), -1);
        QVERIFY(model.lease(1).has_value());
        QCOMPARE(model.shownLocks(), 6);
        model.setCollapsed(3, false);
        model.sort(LeaseModel::ExpiresColumn, Qt::DescendingOrder);
        QCOMPARE(rowsOf(model),
                 QStringList({u"group of 2"_s, u"6"_s, u"5"_s, u"group of 4"_s, u"4"_s, u"3"_s, u"2"_s, u"1"_s}));
        for (int column = 0; column < LeaseModel::columns; ++column)
            QVERIFY(!model.index(0, column).data(Qt::AccessibleTextRole).toString().isEmpty());
        model.setGrouping(LeaseGrouping::None);
        QCOMPARE(model.rowCount(), 6);
    }

private:
    static void change(QRandomGenerator &random, int locks, PromptModel *model, Naive *naive, BootClock::time_point now)
    {
        QList<LeaseChange> changes;
        for (int i = random.bounded(locks / 4); i > 0; --i) {
            const int id = random.bounded(locks) - locks / 2;
            if (naive->locks.contains(id) && random.bounded(3) == 0) {
                changes.append({LeaseChange::Removed, naive->locks.at(id).row->lease, {}});
                naive->locks.erase(id);
                continue;
            }
            Lease lease = randomLease(random, id);
            if (lease.remaining < 1h && lease.state == LeaseState::Held)
                lease.remaining = 1h; // what runs out has tests of its own
            if (random.bounded(8) == 0)
                lease.order.paused = true;
            changes.append({LeaseChange::Changed, lease, {}});
            ShownLease &shown = naive->locks[id];
            shown.row = std::make_shared<LeaseRow>(LeaseRow{lease, now, {}, {}, false, true});
            shown.holderKey = displayText(lease.leaderId).toCaseFolded();
        }
        model->LeaseModel::merge(changes, now);
    }

    static void wish(QRandomGenerator &random, PromptModel *model, Naive *naive)
    {
        static const QStringList texts = {QString(), u"held"_s, u"x"_s, u"1"_s, u"node paused"_s};
        static const QList<LeaseFilter::Traits> traits
            = {{}, {}, LeaseFilter::Held, LeaseFilter::Expired | LeaseFilter::Free, LeaseFilter::Ordered};
        if (random.bounded(3) == 0) {
            naive->filter = {texts.at(random.bounded(int(texts.size()))), random.bounded(3) == 0,
                             traits.at(random.bounded(int(traits.size())))};
            model->LeaseModel::setFilter(naive->filter);
        }
        if (random.bounded(3) == 0) {
            // Flapping and slack depend on what was seen, which the naive way does not remember.
            naive->sort.column = random.bounded(int(LeaseModel::SlackColumn));
            naive->sort.descending = random.bounded(2) == 0;
            model->LeaseModel::sort(naive->sort.column,
                                    naive->sort.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
        }
        if (random.bounded(6) == 0) {
            naive->sort.grouped = !naive->sort.grouped;
            naive->collapsed.clear();
            model->LeaseModel::setGrouping(naive->sort.grouped ? LeaseGrouping::ByHolder : LeaseGrouping::None);
        }
        model->settle();
        const int row = model->rowCount() > 0 ? random.bounded(model->rowCount()) : 0;
        if (model->isGroupRow(row)) {
            const bool fold = !model->isCollapsed(row);
            const QString instance = model->index(row, LeaseModel::HolderColumn).data().toString();
            for (const auto &[id, lease] : naive->locks) {
                const QString group = Naive::groupOf(lease);
                const bool nobody = group == QString(QChar(char16_t(0xffff)));
                if (nobody ? instance == u"nobody"_s : displayText(lease.row->lease.instanceId()) == instance)
                    naive->collapsed[group] = fold;
            }
            model->setCollapsed(row, fold);
        }
    }

    static void checkTotals(const LeaseModel &model, const Naive &naive)
    {
        LeaseTotals totals;
        totals.locks = int(naive.locks.size());
        for (const auto &[id, lease] : naive.locks) {
            const ShownState is = lease.shownState();
            totals.held += is == ShownState::Held;
            totals.expired += is == ShownState::Expired;
            totals.revoked += is == ShownState::Revoked;
            totals.free += is == ShownState::Free;
            totals.paused += is == ShownState::Paused;
        }
        const LeaseTotals seen = model.totals();
        QCOMPARE(seen.locks, totals.locks);
        QCOMPARE(seen.held, totals.held);
        QCOMPARE(seen.expired, totals.expired);
        QCOMPARE(seen.revoked, totals.revoked);
        QCOMPARE(seen.free, totals.free);
        QCOMPARE(seen.paused, totals.paused);
    }
};

QTEST_GUILESS_MAIN(TestLeaseIndex)
#include "tst_leaseindex.moc"
