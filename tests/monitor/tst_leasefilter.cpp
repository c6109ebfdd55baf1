// SPDX-License-Identifier: MIT
#include "promptmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Elector;
using namespace std::chrono;
using namespace Qt::StringLiterals;

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

} // namespace

/// What a filter lets through, and what the columns sort by.
class TestLeaseFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_model = std::make_unique<PromptModel>();
        m_model->merge({added(1, "billing", "node-b#1", LeaseState::Held, 9s),
                        added(2, "mail", "node-a#1", LeaseState::Expired, 0s),
                        added(3, "", "node-a#1", LeaseState::Held, 4s), added(10, "search", "", LeaseState::Free, 0s)},
                       start);
    }

    void everyWordMustOccurSomewhere()
    {
        QCOMPARE(filtered({u"NODE-A"_s, false, {}}), QList<int>({2, 3}));
        QCOMPARE(filtered({u"  node-a   held "_s, false, {}}), QList<int>({3}));
        QCOMPARE(filtered({u"search"_s, false, {}}), QList<int>({10}));
        QCOMPARE(filtered({}).size(), 4);
        QCOMPARE(m_model->totals().locks, 4);
    }

    void aRegularExpressionLooksAtTheWholeRow()
    {
        QCOMPARE(filtered({u"^(1|3) .*NODE"_s, true, {}}), QList<int>({1, 3}));
        QCOMPARE(filtered({u"^1 .*billing"_s, true, {}}), QList<int>({1}));
        QCOMPARE(filtered({u"node-[ab]#1 held$"_s, true, {}}), QList<int>({1, 3}));
        QVERIFY(m_model->filterError().isEmpty());
        QCOMPARE(filtered({u"node-["_s, true, {}}), QList<int>());
        QVERIFY2(m_model->filterError().contains(u"character 6"_s), qPrintable(m_model->filterError()));
        QCOMPARE(filtered({QString(), true, {}}).size(), 4);
        QVERIFY(m_model->filterError().isEmpty());
    }

    void whatIsAnchoredIsAnyPartOfTheRow()
    {
        QCOMPARE(filtered({u"^mail"_s, true, {}}), QList<int>({2}));
        QCOMPARE(filtered({u"^mail$"_s, true, {}}), QList<int>({2}));
        QCOMPARE(filtered({u"^node-a$"_s, true, {}}), QList<int>({2, 3})); // the instance, without its incarnation
        QCOMPARE(filtered({u"^node-a#1$"_s, true, {}}), QList<int>({2, 3}));
        QCOMPARE(filtered({u"^1$"_s, true, {}}), QList<int>({1}));
        QCOMPARE(filtered({u"billing node-b"_s, true, {}}), QList<int>({1})); // nothing unseen between the parts
        QCOMPARE(filtered({u"^ode"_s, true, {}}), QList<int>());
    }

    void theWordsOfTroubleAreFound()
    {
        LeaseChange renewed = added(30, "", "node-z#1", LeaseState::Held, 10s);
        renewed.lease.leaseDuration = 10s;
        const auto renew = [&](milliseconds at, qint64 renewals) {
            renewed.lease.renewals = renewals;
            renewed.lease.expiresAt = QDateTime::fromMSecsSinceEpoch((1'700'000'000'000ms + at + 10s).count(), Qt::UTC);
            m_model->merge({renewed}, start + at);
        };
        renew(1s, 1);
        QCOMPARE(filtered({u"near"_s, false, {}}), QList<int>());
        renew(10s, 2); // when a second was left
        for (const bool expression : {false, true})
            QCOMPARE(filtered({expression ? u"near miss"_s : u"near miss node-z"_s, expression, {}}), QList<int>({30}));
    }

    void statesAreAlternatives()
    {
        QCOMPARE(filtered({{}, false, LeaseFilter::Held}), QList<int>({1, 3}));
        QCOMPARE(filtered({{}, false, LeaseFilter::Expired | LeaseFilter::Free}), QList<int>({2, 10}));
        QCOMPARE(filtered({u"node-a"_s, false, LeaseFilter::Held}), QList<int>({3}));
        QCOMPARE(filtered({{}, false, LeaseFilter::NearMiss}), QList<int>());
        m_model->tick(start + 5s); // 3 runs out
        QCOMPARE(filtered({{}, false, LeaseFilter::Expired}), QList<int>({2, 3}));
    }

    void pausedAndReservedLocksAreTraitsOfTheirOwn()
    {
        LeaseChange paused = added(20, "", "", LeaseState::Free, 0s);
        paused.lease.order.paused = true;
        LeaseChange reserved = added(21, "", "node-c#1", LeaseState::Held, 9s);
        reserved.lease.order.reservedFor = u"node-d"_s;
        m_model->merge({paused, reserved}, start);
        QCOMPARE(filtered({{}, false, LeaseFilter::Ordered}), QList<int>({20, 21}));
        for (const bool expression : {false, true}) {
            QCOMPARE(filtered({u"paused"_s, expression, {}}), QList<int>({20}));
            QCOMPARE(filtered({u"reserved"_s, expression, {}}), QList<int>({21})); // though somebody holds it
        }
        QCOMPARE(filtered({{}, false, LeaseFilter::Free}), QList<int>({10}));
        QCOMPARE(m_model->totals().paused, 1);
        QCOMPARE(m_model->totals().reserved, 0); // it is held
        QCOMPARE(m_model->totals().free, 1);
    }

    void sortsByValueNotByText()
    {
        m_model->sort(LeaseModel::LockColumn, Qt::DescendingOrder);
        QCOMPARE(ids(), QList<int>({10, 3, 2, 1}));
        m_model->sort(LeaseModel::ExpiresColumn, Qt::DescendingOrder);
        QCOMPARE(ids(), QList<int>({1, 3, 2, 10}));
    }

    void equalKeysStayOrderedByLockInBothDirections()
    {
        m_model->sort(LeaseModel::TermColumn, Qt::AscendingOrder); // all without a term
        QCOMPARE(ids(), QList<int>({1, 2, 3, 10}));
        m_model->sort(LeaseModel::TermColumn, Qt::DescendingOrder);
        QCOMPARE(ids(), QList<int>({1, 2, 3, 10}));
    }

    void orderOfExpiryDoesNotChangeAsTimeGoesBy()
    {
        m_model->sort(LeaseModel::ExpiresColumn, Qt::AscendingOrder);
        const QList<int> before = ids();
        m_model->tick(start + 3s);
        m_model->tick(start + 1h);
        QCOMPARE(ids(), before);
    }

    void aHopelessExpressionDoesNotBlock()
    {
        QList<LeaseChange> many;
        for (int i = 100; i < 3000; ++i)
            many.append(added(i, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                              LeaseState::Held, 9s));
        m_model->merge(many, start);
        m_model->LeaseModel::setFilter({u"(a+)+(a+)+b$"_s, true, {}});
        m_model->LeaseModel::setFilter({u"billing"_s, false, {}}); // overtakes it
        m_model->settle();
        QCOMPARE(ids(), QList<int>({1}));
    }

private:
    QList<int> ids() const
    {
        QList<int> all;
        for (int row = 0; row < m_model->rowCount(); ++row)
            all << m_model->index(row, 0).data(LeaseModel::LockIdRole).toInt();
        return all;
    }
    QList<int> filtered(const LeaseFilter &filter)
    {
        m_model->setFilter(filter);
        return ids();
    }

    std::unique_ptr<PromptModel> m_model;
};

QTEST_GUILESS_MAIN(TestLeaseFilter)
#include "tst_leasefilter.moc"
