// SPDX-License-Identifier: MIT
#include "leasehistory.h"
#include "timelinescale.h"

#include <QTest>

#include <cmath>

using namespace Elector;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto at = LeaseHistory::at;

} // namespace

class TestTimelineScale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void zoomKeepsWhatIsUnderThePointer()
    {
        TimelineScale scale;
        scale.setPlace(100, 800);
        scale.setRange(at(0), at(800));
        QCOMPARE(scale.x(at(200)), 300.0);
        QCOMPARE(scale.at(300), at(200));
        scale.zoom(4, 300);
        QVERIFY(std::abs(scale.x(at(200)) - 300) < 0.01);
        QCOMPARE(scale.to() - scale.from(), 200s);
        scale.pan(-80);
        QVERIFY(std::abs(scale.x(at(200)) - 380) < 0.01);
        for (int i = 0; i < 200; ++i)
            scale.zoom(2, 500);
        QVERIFY(scale.to() > scale.from());
        for (int i = 0; i < 200; ++i)
            scale.zoom(0.5, 500);
        QVERIFY(scale.to() - scale.from() <= std::chrono::years(201));
        scale.setRange(at(5), at(5));
        QVERIFY(scale.to() > scale.from());
        QVERIFY(std::abs(scale.x(Instant::max())) < 1e6);
    }

    void ticksAreRoundAtEveryZoom_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("label"); // one of them
        QTest::addColumn<QString>("context");
        QTest::newRow("milliseconds") << 0.1 << u"00.020"_s << u"2026-11-20 12:00"_s;
        QTest::newRow("seconds") << 20. << u"12:00:04"_s << u"2026-11-20"_s;
        QTest::newRow("minutes") << 1200. << u"12:04"_s << u"2026-11-20"_s;
        QTest::newRow("hours") << 86'400. << u"15:00"_s << u"2026-11-20"_s;
        QTest::newRow("days") << 86'400. * 8 << u"11-22"_s << u"2026"_s;
        QTest::newRow("weeks") << 86'400. * 40 << u"11-30"_s << u"2026"_s;
        QTest::newRow("months") << 86'400. * 400 << u"2027-01"_s << QString();
        QTest::newRow("years") << 86'400. * 3000 << u"2030"_s << QString();
    }
    void ticksAreRoundAtEveryZoom()
    {
        QFETCH(double, seconds);
        QFETCH(QString, label);
        QFETCH(QString, context);
        TimelineScale scale;
        scale.setPlace(0, 1000);
        scale.setRange(at(0), at(seconds));
        const auto ticks = timelineTicks(scale, Qt::UTC, 90);
        QVERIFY2(ticks.size() >= 3 && ticks.size() <= 12, qPrintable(QString::number(ticks.size())));
        QStringList labels;
        for (size_t i = 0; i < ticks.size(); ++i) {
            labels << ticks.at(i).label;
            if (i > 0)
                QVERIFY(scale.x(ticks.at(i).at) - scale.x(ticks.at(i - 1).at) > 80); // months have their lengths
        }
        QVERIFY2(labels.contains(label), qPrintable(labels.join(u' ')));
        QCOMPARE(timelineContext(scale, Qt::UTC, 90), context);
    }

    void hoursStayRoundWhereSummerTimeEnds()
    {
        // 2026-10-25 03:00 CEST becomes 02:00 CET.
        const Instant night = instantOf(QDateTime(QDate(2026, 10, 24), QTime(22, 0), Qt::LocalTime));
        for (const auto &[span, step] : {std::pair(6h, 1), std::pair(14h, 2), std::pair(26h, 3), std::pair(60h, 6)}) {
            TimelineScale scale;
            scale.setPlace(0, 1000);
            scale.setRange(night, night + span);
            const auto ticks = timelineTicks(scale, Qt::LocalTime, 90);
            QVERIFY(ticks.size() >= 3);
            for (size_t i = 0; i < ticks.size(); ++i) {
                const QDateTime moment = dateTimeOf(ticks.at(i).at).toLocalTime();
                QCOMPARE(moment.time().msecsSinceStartOfDay() % 3'600'000, 0);
                QCOMPARE(moment.time().hour() % step, 0);
                QVERIFY(i == 0 || ticks.at(i).at > ticks.at(i - 1).at);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestTimelineScale)
#include "tst_timelinescale.moc"
