// SPDX-License-Identifier: MIT
#include "hostilelease.h"
#include "leasehistory.h"
#include "tenurestext.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Elector;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto at = LeaseHistory::at;

Tenures tenuresOf(const LeaseHistory &history)
{
    Tenures tenures;
    tenures.add(history.events());
    return tenures;
}

/// All that can be seen, as text to compare.
QString told(const Tenures &all, Instant now)
{
    QStringList lines;
    for (const Tenure &tenure : all.tenures())
        lines << u"%1 %2"_s.arg(tenure.instance).arg(TenuresText::describe(all, tenure, now));
    for (const LeaderlessGap &gap : all.gaps())
        lines << u"%1 %2"_s.arg(gap.sequence).arg(TenuresText::describe(all, gap, now));
    for (const OrderSpan &order : all.orders())
        lines << TenuresText::describe(all, order, now);
    for (const HistoryMark &mark : all.marks())
        lines << TenuresText::describe(mark);
    lines << TenuresText::summary(all, now);
    return lines.join(u'\n');
}

Lease leaseOf(const QString &leaderId, qint64 term, Instant expiry, LeaseState state = LeaseState::Held)
{
    Lease lease;
    lease.lockId = 1;
    lease.leaderId = leaderId;
    lease.term = term;
    lease.expiresAt = dateTimeOf(expiry);
    lease.state = state;
    return lease;
}

} // namespace

class TestTenures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void nothingIsKnown()
    {
        const Tenures all;
        QVERIFY(all.isEmpty());
        QVERIFY(!all.extent());
        QVERIFY(!all.silentGap(at(5)));
        QCOMPARE(all.summary(at(5)).terms, 0U);
        QVERIFY(TenuresText::summary(all, at(5)).isEmpty());
        QVERIFY(all.tenuresBetween(at(0), at(9)).first >= all.tenuresBetween(at(0), at(9)).second);
    }

    void capturedReleasedAndCapturedAgain()
    {
        const Tenures all = tenuresOf(LeaseHistory()
                                          .add(0, u"captured"_s, u"a#1.1"_s, 5)
                                          .add(10, u"released"_s, u"a#1.1"_s, 5)
                                          .add(13, u"captured"_s, u"b#7.1"_s, 6));
        QCOMPARE(all.tenures().size(), 2U);
        const Tenure &first = all.tenures().at(0);
        QCOMPARE(first.leaderId, u"a#1.1"_s);
        QCOMPARE(all.instances().at(size_t(first.instance)).name, u"a"_s);
        QCOMPARE(first.from, at(0));
        QCOMPARE(first.to, at(10));
        QCOMPARE(first.ending, Tenure::Released);
        QVERIFY(first.fromKnown && first.toExact && !first.isForced());
        QCOMPARE(first.sequence(), 2);
        const Tenure &second = all.tenures().at(1);
        QCOMPARE(second.ending, Tenure::Running);
        QCOMPARE(all.endOf(second, at(20)), at(20));
        QCOMPARE(all.gaps().size(), 1U);
        QCOMPARE(all.gaps().at(0).from, at(10));
        QCOMPARE(all.gaps().at(0).to, at(13));
        QVERIFY(!all.gaps().at(0).running);
        const TenureSummary sums = all.summary(at(20));
        QCOMPARE(sums.terms, 2U);
        QCOMPARE(sums.gaps, 1U);
        QCOMPARE(sums.longestTerm, 10s);
        QCOMPARE(sums.leaderless, 3s);
        QCOMPARE(all.tenureOf(1), std::optional<size_t>(0));
        QCOMPARE(all.tenureOf(2), std::optional<size_t>(0));
        QCOMPARE(all.tenureOf(3), std::optional<size_t>(1));
        QVERIFY(!all.tenureOf(4));
    }

    void revokedThenAcknowledged()
    {
        const Tenures all = tenuresOf(LeaseHistory()
                                          .add(0, u"captured"_s, u"a#1.1"_s, 5)
                                          .add(10, u"revoked"_s, u"a#1.1"_s, 5, u"ada@ops"_s, u"<b>maintenance</b>"_s)
                                          .add(12, u"acknowledged"_s, u"a#1.1"_s, 5));
        const Tenure &tenure = all.tenures().at(0);
        QCOMPARE(tenure.ending, Tenure::LetGo);
        QCOMPARE(tenure.revokedAt, std::optional(at(10)));
        QCOMPARE(tenure.to, at(12)); // until then it could still act
        QVERIFY(tenure.isForced() && tenure.toExact);
        QCOMPARE(tenure.revoke.operatorName, u"ada@ops"_s);
        QCOMPARE(all.tenureOf(2), all.tenureOf(3));
        QVERIFY(all.gaps().at(0).running);
        QCOMPARE(all.gaps().at(0).from, at(12));
        QCOMPARE(all.summary(at(20)).leaderless, 8s);
        const QString text = TenuresText::describe(all, tenure, at(20));
        QVERIFY2(text.contains(u"ada@ops"_s) && text.contains(u"maintenance"_s), qPrintable(text));
    }

    void whatRemainsOfARevokedLeaseGoesSilently()
    {
        const Tenures all = tenuresOf(LeaseHistory()
                                          .add(0, u"captured"_s, u"a#1.1"_s, 5)
                                          .add(10, u"revoked"_s, u"a#1.1"_s, 5, u"ada"_s)
                                          .add(40, u"captured"_s, u"b#1.1"_s, 6));
        QCOMPARE(all.tenures().at(0).ending, Tenure::RanOut);
        QVERIFY(!all.tenures().at(0).toExact);
        QCOMPARE(all.gaps().size(), 1U); // there was one, and nobody knows how long
        QVERIFY(!all.gaps().at(0).fromExact && !all.gaps().at(0).running);
        QCOMPARE(all.gaps().at(0).from, all.gaps().at(0).to);
    }

    void evictedAndCapturedAtOnce()
    {
        const Tenures all = tenuresOf(LeaseHistory()
                                          .add(0, u"captured"_s, u"a#1.1"_s, 5)
                                          .add(10, u"evicted"_s, u"a#1.1"_s, 5, u"ada"_s, u"dead"_s)
                                          .add(10, u"captured"_s, u"b#1.1"_s, 6));
        QCOMPARE(all.tenures().size(), 2U);
        QCOMPARE(all.tenures().at(0).ending, Tenure::Evicted);
        QVERIFY(all.tenures().at(0).isForced());
        QVERIFY(all.gaps().empty());
        QVERIFY(all.marks().empty());
    }

    void revokedThenEvicted()
    {
        const Tenures all = tenuresOf(LeaseHistory()
                                          .add(0, u"captured"_s, u"a#1.1"_s, 5)
                                          .add(10, u"revoked"_s, u"a#1.1"_s, 5, u"ada"_s, u"first"_s)
                                          .add(11, u"evicted"_s, u"a#1.1"_s, 5, u"bob"_s, u"second"_s));
        QCOMPARE(all.tenures().at(0).ending, Tenure::Evicted);
        const QString text = TenuresText::describe(all, all.tenures().at(0), at(20));
        QVERIFY(text.contains(u"ada"_s) && text.contains(u"first"_s) && text.contains(u"bob"_s)
                && text.contains(u"second"_s));
    }

    void expiryIsNoticedAtTheNextCapture()
    {
        LeaseHistory history;
        history.add(0, u"captured"_s, u"a#1.1"_s, 5)
            .add(60, u"expired"_s, u"a#1.1"_s, 5)
            .add(60, u"captured"_s, u"b#1.1"_s, 6);
        const Tenures unseen = tenuresOf(history);
        QCOMPARE(unseen.tenures().at(0).ending, Tenure::Expired);
        QVERIFY(!unseen.tenures().at(0).toExact);
        QCOMPARE(unseen.gaps().size(), 1U);
        QVERIFY(!unseen.gaps().at(0).fromExact);
        QCOMPARE(unseen.summary(at(70)).gaps, 1U);

        // The row told it before.
        Tenures seen;
        seen.add(history.events().mid(0, 1));
        QVERIFY(!seen.silentGap(at(15)));
        seen.setLease(leaseOf(u"a#1.1"_s, 5, at(20)));
        QVERIFY(!seen.silentGap(at(15)));
        QCOMPARE(seen.endOf(seen.tenures().at(0), at(30)), at(20));
        QCOMPARE(seen.silentGap(at(30))->from, at(20));
        QCOMPARE(seen.summary(at(30)).leaderless, 10s);
        seen.setLease(leaseOf(u"a#1.1"_s, 5, at(20), LeaseState::Expired));
        seen.add(history.events());
        QVERIFY(seen.tenures().at(0).toExact);
        QCOMPARE(seen.tenures().at(0).to, at(20));
        QCOMPARE(seen.gaps().at(0).from, at(20));
        QCOMPARE(seen.gaps().at(0).to, at(60));
        QVERIFY(!seen.silentGap(at(70)));
        // A lease that was seen last while it was good may have been renewed since.
        Tenures before;
        before.add(history.events().mid(0, 1));
        before.setLease(leaseOf(u"a#1.1"_s, 5, at(20)));
        before.add(history.events());
        QVERIFY(!before.tenures().at(0).toExact);
    }

    void supersededTruncatedUpgraded()
    {
        const Tenures all = tenuresOf(LeaseHistory()
                                          .add(0, u"upgraded"_s, u"npm"_s, 5)
                                          .add(10, u"superseded"_s, u"npm"_s, 5)
                                          .add(10, u"captured"_s, u"b#1.1"_s, 6)
                                          .add(20, u"upgraded"_s, u"b#1.1"_s, 7)
                                          .add(30, u"truncated"_s, u"b#1.1"_s, 7, {}, {})
                                          .add(31, u"captured"_s, u"npm"_s, 8));
        QCOMPARE(all.tenures().size(), 4U);
        QVERIFY(!all.tenures().at(0).fromKnown);
        QCOMPARE(all.tenures().at(0).ending, Tenure::Superseded);
        QCOMPARE(all.tenures().at(1).ending, Tenure::Upgraded);
        QCOMPARE(all.tenures().at(1).to, at(20));
        QCOMPARE(all.tenures().at(2).ending, Tenure::Truncated);
        QVERIFY(all.tenures().at(2).isForced());
        QCOMPARE(all.gaps().size(), 1U);
        QCOMPARE(all.instances().size(), 2U);
        QCOMPARE(all.instances().at(0).terms, 2);
    }

    void beginningUnknown()
    {
        for (const QString &kind : {u"released"_s, u"expired"_s, u"evicted"_s, u"acknowledged"_s, u"truncated"_s}) {
            const Tenures all = tenuresOf(
                LeaseHistory().add(3, u"renamed"_s).add(10, kind, u"a#1.1"_s, 5).add(12, u"captured"_s, u"b#1.1"_s, 6));
            QCOMPARE(all.tenures().size(), 2U);
            QVERIFY(!all.tenures().at(0).fromKnown);
            QCOMPARE(all.tenures().at(0).from, at(3));
            QCOMPARE(all.tenures().at(0).to, at(10));
            QCOMPARE(all.gaps().size(), 1U);
        }
        const Tenures revoked = tenuresOf(LeaseHistory().add(10, u"revoked"_s, u"a#1.1"_s, 5));
        QCOMPARE(revoked.tenures().at(0).ending, Tenure::Running);
        QVERIFY(revoked.tenures().at(0).revokedAt && !revoked.tenures().at(0).fromKnown);
        const QString text = TenuresText::describe(revoked, revoked.tenures().at(0), at(20));
        QVERIFY2(text.contains(u"not known"_s), qPrintable(text));
    }

    void anEndNobodySaw()
    {
        const Tenures all
            = tenuresOf(LeaseHistory().add(0, u"captured"_s, u"a#1.1"_s, 5).add(9, u"captured"_s, u"b#1.1"_s, 6));
        QCOMPARE(all.tenures().at(0).ending, Tenure::Unseen);
        QVERIFY(!all.tenures().at(0).toExact);
        QVERIFY(all.gaps().empty()); // nor whether there was one
    }

    void entriesThatComeTooLateAreMarked()
    {
        const Tenures all = tenuresOf(LeaseHistory()
                                          .add(0, u"captured"_s, u"a#1.1"_s, 5)
                                          .add(5, u"evicted"_s, u"a#1.1"_s, 5, u"ada"_s)
                                          .add(5, u"captured"_s, u"b#1.1"_s, 6)
                                          .add(7, u"acknowledged"_s, u"a#1.1"_s, 5));
        QCOMPARE(all.tenures().size(), 2U);
        QCOMPARE(all.tenures().at(1).ending, Tenure::Running);
        QCOMPARE(all.marks().size(), 1U);
        QCOMPARE(all.marks().at(0).event.kind, u"acknowledged"_s);
    }

    void pausesAndReservations()
    {
        const Tenures all = tenuresOf(LeaseHistory()
                                          .add(0, u"resumed"_s)
                                          .add(1, u"captured"_s, u"a#1.1"_s, 5)
                                          .add(10, u"paused"_s, u"a#1.1"_s, 5, u"ada"_s, u"repair"_s)
                                          .add(10, u"revoked"_s, u"a#1.1"_s, 5, u"ada"_s, u"repair"_s)
                                          .add(11, u"acknowledged"_s, u"a#1.1"_s, 5)
                                          .add(15, u"paused"_s, {}, 5, u"bob"_s)
                                          .add(30, u"resumed"_s, {}, 5, u"ada"_s)
                                          .add(40, u"reserved"_s, u"b"_s, 5, u"ada"_s)
                                          .add(45, u"captured"_s, u"b#1.1"_s, 6)
                                          .add(50, u"reserved"_s, u"c"_s, 6)
                                          .add(55, u"paused"_s, u"b#1.1"_s, 6));
        QCOMPARE(all.tenures().size(), 2U); // neither order makes a term
        QCOMPARE(all.tenures().at(1).ending, Tenure::Running);
        QCOMPARE(all.orders().size(), 4U);
        QCOMPARE(all.orders().at(0).kind, OrderSpan::Pause);
        QCOMPARE(all.orders().at(0).from, at(10));
        QCOMPARE(all.orders().at(0).to, at(30));
        QCOMPARE(all.orders().at(0).begin.reason, u"repair"_s);
        QCOMPARE(all.orders().at(1).kind, OrderSpan::Reservation);
        QCOMPARE(all.orders().at(1).to, at(45));
        QVERIFY(!all.orders().at(2).running);
        QVERIFY(all.orders().at(3).running);
        QCOMPARE(all.endOf(all.orders().at(3), at(60)), at(60));
        QCOMPARE(all.marks().size(), 2U); // the first resume, the second pause
    }

    void unknownKindsAndNames()
    {
        const Tenures all = tenuresOf(LeaseHistory()
                                          .add(0, u"captured"_s, {}, 5)
                                          .add(1, u"renamed"_s, {}, 5, u"ada"_s, u"no name -> 'x'"_s)
                                          .add(2, u"teleported\n<b>"_s, u"a#1.1"_s, 5)
                                          .add(3, u"released"_s, {}, 5));
        QCOMPARE(all.tenures().size(), 1U);
        QCOMPARE(all.tenures().at(0).ending, Tenure::Released);
        QCOMPARE(all.marks().size(), 2U);
        const QString text = TenuresText::describe(all.marks().at(1));
        QVERIFY(text.contains(u"teleported"_s) && !text.section(u'\n', 0, 0).contains(u'\n'));
        QVERIFY(!TenuresText::instance({}).isEmpty());
    }

    void aClockThatWasSetBack()
    {
        const Tenures all = tenuresOf(LeaseHistory()
                                          .add(100, u"captured"_s, u"a#1.1"_s, 5)
                                          .add(40, u"released"_s, u"a#1.1"_s, 5)
                                          .add(45, u"captured"_s, u"b#1.1"_s, 6)
                                          .add(44.5, u"released"_s, u"b#1.1"_s, 6)
                                          .add(60, u"captured"_s, u"a#1.2"_s, 7));
        QCOMPARE(all.marks().size(), 1U); // half a second is disorder, not a clock
        QCOMPARE(all.marks().at(0).kind, HistoryMark::ClockSetBack);
        QCOMPARE(all.marks().at(0).back, 60s);
        for (const Tenure &tenure : all.tenures())
            QVERIFY(tenure.to >= tenure.from);
        for (const LeaderlessGap &gap : all.gaps())
            QVERIFY(gap.running || gap.to >= gap.from);
        QCOMPARE(all.extent()->first, at(40));
        QCOMPARE(all.extent()->second, at(100));
        // Found by time all the same, and the one that is only near in sequence may come along.
        const auto [first, end] = all.tenuresBetween(at(44), at(46));
        QVERIFY(first <= 1 && end >= 2);
        const auto [late, lateEnd] = all.tenuresBetween(at(99), at(101));
        QVERIFY(late == 0 && lateEnd >= 1);
    }

    void whatIsVisibleIsFoundByBisection()
    {
        const Tenures all = tenuresOf(LeaseHistory::many(1000, 3));
        auto [first, end] = all.tenuresBetween(at(110), at(111));
        QCOMPARE(first, 10U);
        QCOMPARE(end, 11U + 0U);
        std::tie(first, end) = all.gapsBetween(at(119.5), at(120.8));
        QCOMPARE(first, 10U);
        QCOMPARE(end, 11U);
        std::tie(first, end) = all.tenuresBetween(at(-50), at(-10));
        QCOMPARE(first, end);
        std::tie(first, end) = all.tenuresBetween(at(99'999), at(100'000));
        QCOMPARE(first, end);
    }

    void nothingVisibleIsMissedHoweverTheClockWent()
    {
        QRandomGenerator random(3);
        for (int round = 0; round < 200; ++round) {
            SpanIndex index;
            std::vector<std::pair<Instant, Instant>> spans;
            double clock = 1000;
            for (int i = 0; i < 12; ++i) {
                clock += random.bounded(10) - (random.bounded(4) == 0 ? random.bounded(60) : 0);
                index.push(at(clock));
                spans.emplace_back(at(clock), at(clock + random.bounded(9)));
                index.close(spans.back().second);
            }
            const auto [from, to] = std::minmax({at(960 + random.bounded(80)), at(960 + random.bounded(80))});
            const auto [first, end] = index.between(from, to);
            for (size_t i = 0; i < spans.size(); ++i)
                QVERIFY((spans.at(i).second < from || spans.at(i).first > to) || (i >= first && i < end));
        }
    }

    void theSameInAnyOrderAndPiecemeal()
    {
        QRandomGenerator random(11);
        const QStringList kinds{u"captured"_s, u"captured"_s,  u"captured"_s, u"released"_s, u"expired"_s,
                                u"revoked"_s,  u"evicted"_s,   u"paused"_s,   u"resumed"_s,  u"reserved"_s,
                                u"upgraded"_s, u"truncated"_s, u"renamed"_s,  u"odd"_s,      u"acknowledged"_s};
        for (int round = 0; round < 40; ++round) {
            LeaseHistory history;
            for (int i = 0; i < 120; ++i)
                history.add(random.bounded(20) == 0 ? random.bounded(200) : i,
                            kinds.at(random.bounded(int(kinds.size()))), u"node-%1#1.1"_s.arg(random.bounded(4)),
                            random.bounded(5) == 0 ? std::optional<qint64>() : i / 3);
            const QString whole = told(tenuresOf(history), at(500));
            Tenures piecemeal;
            for (const LeaseEvent &event : history.events())
                QVERIFY(piecemeal.add({event}));
            QCOMPARE(told(piecemeal, at(500)), whole);
            QList<LeaseEvent> shuffled = history.events();
            std::shuffle(shuffled.begin(), shuffled.end(), random);
            Tenures scattered;
            for (qsizetype i = 0; i < shuffled.size(); i += 7)
                scattered.add(shuffled.mid(i, 9));
            QCOMPARE(told(scattered, at(500)), whole);
            QVERIFY(!scattered.add(shuffled));
            QCOMPARE(scattered.eventCount(), size_t(120));
            for (size_t i = 1; i < scattered.tenures().size(); ++i)
                QVERIFY(scattered.tenures().at(i - 1).ending != Tenure::Running); // one leader at a time
            scattered.clear();
            QVERIFY(scattered.isEmpty() && scattered.tenures().empty() && scattered.marks().empty());
        }
    }

    void hostileTextIsFitForDisplay()
    {
        LeaseHistory history;
        qint64 number = 0;
        for (const QString &text : hostileTexts()) {
            for (const QString &kind : {u"captured"_s, text, u"reserved"_s}) {
                ++number;
                history.add(double(number), kind, text, number, text, text);
            }
        }
        const QString all = told(tenuresOf(history), at(500));
        for (const QChar c : all)
            QVERIFY(c == u'\n' || c.category() != QChar::Other_Control);
        QVERIFY(!all.contains(QChar(0x202e)));
    }

    void appendingCostsWhatIsAppended()
    {
        const LeaseHistory history = LeaseHistory::many(10'000, 5);
        Tenures all;
        all.add(history.events().mid(0, 10'000));
        QBENCHMARK_ONCE
        {
            for (qsizetype i = 10'000; i < history.events().size(); ++i)
                all.add({history.events().at(i)});
        }
        QCOMPARE(all.tenures().size(), 10'000U);
    }
};

QTEST_GUILESS_MAIN(TestTenures)
#include "tst_tenures.moc"
