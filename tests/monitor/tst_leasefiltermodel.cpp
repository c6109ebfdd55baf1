// SPDX-License-Identifier: MIT
#include "hostilelease.h"
#include "leasefiltermodel.h"
#include "leasemodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Elector;
using namespace std::chrono;

namespace {

const BootClock::time_point start = BootClock::time_point(hours(1));

LeaseChange added(int id, const char *name, const char *leader, LeaseState state, microseconds remaining)
{
    Lease lease;
    lease.lockId = id;
    lease.name = QString::fromLatin1(name);
    lease.leaderId = QString::fromLatin1(leader);
    lease.state = state;
    lease.remaining = remaining;
    return {LeaseChange::Added, lease, {}};
}

QList<int> ids(const LeaseFilterModel &filter)
{
    QList<int> all;
    for (int row = 0; row < filter.rowCount(); ++row)
        all << filter.index(row, 0).data(LeaseModel::LockIdRole).toInt();
    return all;
}

} // namespace

class TestLeaseFilterModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<LeaseModel>();
        m_filter = std::make_unique<LeaseFilterModel>();
        m_filter->setSourceModel(m_model.get());
        m_model->merge({added(1, "billing", "node-b#1", LeaseState::Held, 9s),
                        added(2, "mail", "node-a#1", LeaseState::Expired, 0s),
                        added(3, "", "node-a#1", LeaseState::Held, 4s), added(10, "search", "", LeaseState::Free, 0s)},
                       start);
    }

    void everyWordMustOccurSomewhere()
    {
        m_filter->setFilterText(QStringLiteral("NODE-A"));
        QCOMPARE(ids(*m_filter), QList<int>({2, 3}));
        m_filter->setFilterText(QStringLiteral("  node-a   held "));
        QCOMPARE(ids(*m_filter), QList<int>({3}));
        m_filter->setFilterText(QStringLiteral("search"));
        QCOMPARE(ids(*m_filter), QList<int>({10}));
        m_filter->setFilterText(QString());
        QCOMPARE(m_filter->rowCount(), 4);
    }

    void sortsByValueNotByText()
    {
        m_filter->sort(LeaseModel::LockColumn, Qt::DescendingOrder);
        QCOMPARE(ids(*m_filter), QList<int>({10, 3, 2, 1}));
        m_filter->sort(LeaseModel::ExpiresColumn, Qt::DescendingOrder);
        QCOMPARE(ids(*m_filter), QList<int>({1, 3, 2, 10}));
    }

    void equalKeysStayOrderedByLockInBothDirections()
    {
        m_filter->sort(LeaseModel::TermColumn, Qt::AscendingOrder); // all without a term
        QCOMPARE(ids(*m_filter), QList<int>({1, 2, 3, 10}));
        m_filter->sort(LeaseModel::TermColumn, Qt::DescendingOrder);
        QCOMPARE(ids(*m_filter), QList<int>({1, 2, 3, 10}));
    }

    void orderOfExpiryDoesNotChangeAsTimeGoesBy()
    {
        m_filter->sort(LeaseModel::ExpiresColumn, Qt::AscendingOrder);
        const QList<int> before = ids(*m_filter);
        m_model->tick(start + 3s);
        m_model->tick(start + 1h);
        QCOMPARE(ids(*m_filter), before);
    }

    void randomDifferencesUnderEverySortAndFilter()
    {
        QAbstractItemModelTester tester(m_filter.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        QRandomGenerator random(77);
        const QStringList filters = {QString(), QStringLiteral("held"), QStringLiteral("x"), QStringLiteral("1")};
        for (int round = 0; round < 120; ++round) {
            QList<LeaseChange> changes;
            for (int i = random.bounded(8); i > 0; --i) {
                const int id = random.bounded(30);
                const bool remove = m_model->rowOf(id) >= 0 && random.bounded(3) == 0;
                changes.append({remove ? LeaseChange::Removed : LeaseChange::Changed, randomLease(random, id), {}});
            }
            m_model->merge(changes, start + seconds(round));
            m_filter->sort(random.bounded(LeaseModel::columns),
                           random.bounded(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
            m_filter->setFilterText(filters.at(random.bounded(int(filters.size()))));
            QVERIFY(m_filter->rowCount() <= m_model->rowCount());
        }
    }

private:
    std::unique_ptr<LeaseModel> m_model;
    std::unique_ptr<LeaseFilterModel> m_filter;
};

QTEST_GUILESS_MAIN(TestLeaseFilterModel)
#include "tst_leasefiltermodel.moc"
