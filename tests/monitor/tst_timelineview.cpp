// SPDX-License-Identifier: MIT
#include "leasehistory.h"
#include "theme.h"
#include "timelinelegend.h"
#include "timelinepainter.h"
#include "timelineview.h"

#include <QApplication>
#include <QHelpEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QPointingDevice>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>
#include <memory>
#include <set>

using namespace Elector;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

#define TRY(condition) QTRY_VERIFY_WITH_TIMEOUT((condition), 30'000)

namespace {

constexpr auto at = LeaseHistory::at;

/// A revoke, an eviction, an expiry, a pause, a name, and two gaps.
LeaseHistory eventful()
{
    LeaseHistory history;
    history.add(0, u"captured"_s, u"a#1.1"_s, 1)
        .add(100, u"revoked"_s, u"a#1.1"_s, 1, u"ada@ops"_s, u"<b>maintenance</b>"_s)
        .add(120, u"acknowledged"_s, u"a#1.1"_s, 1)
        .add(150, u"captured"_s, u"b#1.1"_s, 2)
        .add(250, u"evicted"_s, u"b#1.1"_s, 2, u"bob"_s, u"dead"_s)
        .add(250, u"captured"_s, u"c#1.1"_s, 3)
        .add(300, u"renamed"_s, {}, 3, u"ada@ops"_s)
        .add(350, u"released"_s, u"c#1.1"_s, 3)
        .add(360, u"paused"_s, {}, 3, u"ada@ops"_s)
        .add(400, u"resumed"_s, {}, 3, u"ada@ops"_s)
        .add(410, u"captured"_s, u"a#1.2"_s, 4);
    return history;
}

} // namespace

class TestTimelineView : public QObject
{
    Q_OBJECT

    struct Room
    {
        explicit Room(const LeaseHistory &history, double seconds = 500)
            : now(at(seconds))
        {
            tenures.add(history.events());
            view.setClock([this] { return now; });
            view.setTenures(&tenures);
            view.setTimeSpec(Qt::UTC);
            view.resize(900, 300);
            view.show();
        }
        QPoint middleOf(TimelineItem item) const { return view.scene().rectOf(item).center().toPoint(); }
        double spanOfView() const { return double((view.scene().scale().to() - view.scene().scale().from()).count()); }

        Instant now;
        Tenures tenures;
        TimelineView view;
    };

    static void wheel(QWidget *view, const QPointF &at, int delta, Qt::KeyboardModifiers modifiers)
    {
        QWheelEvent event(at, view->mapToGlobal(at), {}, QPoint(0, delta), Qt::NoButton, modifiers, Qt::NoScrollPhase,
                          false);
        QApplication::sendEvent(view, &event);
    }

private Q_SLOTS:
    // The platform of the tests cannot raise windows, and says so.
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void allIsShownAndThePresentIsFollowed()
    {
        Room room(eventful());
        const TimelineScale &scale = room.view.scene().scale();
        QVERIFY(scale.from() < at(0) && scale.to() > at(500));
        QVERIFY(room.view.followsNow());
        QTest::keyClick(&room.view, Qt::Key_Plus);
        QTest::keyClick(&room.view, Qt::Key_End);
        QVERIFY(room.view.followsNow());
        const double span = room.spanOfView();
        const Instant edge = scale.to();
        room.now = at(530);
        TRY(scale.to() - edge == 30s);
        QVERIFY(std::abs(room.spanOfView() - span) < 2);
        QTest::keyClick(&room.view, Qt::Key_Home);
        QVERIFY(!room.view.followsNow());
        const Instant stays = scale.to();
        room.now = at(560);
        TRY(room.view.scene().now() == at(560));
        QCOMPARE(scale.to(), stays);
        QTest::keyClick(&room.view, Qt::Key_F);
        QVERIFY(room.view.followsNow() && scale.to() > at(560) && scale.from() < at(0));
    }

    void keysZoomAndPan()
    {
        Room room(eventful());
        const TimelineScale &scale = room.view.scene().scale();
        const double all = room.spanOfView();
        QTest::keyClick(&room.view, Qt::Key_Plus);
        QVERIFY(room.spanOfView() < all);
        QTest::keyClick(&room.view, Qt::Key_Minus);
        QVERIFY(std::abs(room.spanOfView() - all) < 2);
        const Instant from = scale.from();
        QTest::keyClick(&room.view, Qt::Key_Left);
        QVERIFY(scale.from() < from);
        QTest::keyClick(&room.view, Qt::Key_Right);
        QVERIFY(scale.from() - from < 2ms && from - scale.from() < 2ms);
        QTest::keyClick(&room.view, Qt::Key_0);
        QVERIFY(std::abs(room.spanOfView() - all) < 2);
    }

    void wheelAndDrag()
    {
        Room room(eventful());
        const TimelineScale &scale = room.view.scene().scale();
        QWidget *viewport = room.view.viewport();
        const QPointF pointer(room.view.scene().lanesRect().left() + 100, 100);
        const Instant under = scale.at(pointer.x());
        const double all = room.spanOfView();
        wheel(viewport, pointer, 240, Qt::ControlModifier);
        QVERIFY(room.spanOfView() < all * 0.7);
        QVERIFY(std::abs((scale.at(pointer.x()) - under).count()) < 10);
        Instant from = scale.from();
        wheel(viewport, pointer, -120, Qt::NoModifier);
        QVERIFY(scale.from() > from);
        from = scale.from();
        QTest::mousePress(viewport, Qt::LeftButton, {}, QPoint(500, 100));
        QTest::mouseMove(viewport, QPoint(560, 100));
        QMouseEvent move(QEvent::MouseMove, QPointF(600, 100), viewport->mapToGlobal(QPointF(600, 100)), Qt::NoButton,
                         Qt::LeftButton, {});
        QApplication::sendEvent(viewport, &move);
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, QPoint(600, 100));
        QVERIFY(scale.from() < from);
        QCOMPARE(room.view.selectedSequence(), 0); // a drag selects nothing
    }

    void twoFingersZoom()
    {
        Room room(eventful());
        QVERIFY(QTest::qWaitForWindowExposed(&room.view));
        QWidget *port = room.view.viewport();
        const std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
        const double whole = room.spanOfView();
        const auto pinch = [&](int begin, int end) {
            const QPoint middle = port->rect().center();
            const int step = begin < end ? 10 : -10;
            const auto finger = [&](int half) { return middle + QPoint(half, 0); };
            QTest::touchEvent(port, screen.get()).press(0, finger(-begin), port).press(1, finger(begin), port);
            for (int half = begin; half != end; half += step)
                QTest::touchEvent(port, screen.get()).move(0, finger(-half), port).move(1, finger(half), port);
            QTest::touchEvent(port, screen.get()).release(0, finger(-end), port).release(1, finger(end), port);
        };
        pinch(50, 150); // apart: nearer
        const double near = room.spanOfView();
        QVERIFY2(near < 0.6 * whole, qPrintable(QString::number(near / whole)));
        pinch(150, 50);
        QVERIFY2(room.spanOfView() > 1.5 * near, qPrintable(QString::number(room.spanOfView() / near)));
    }

    void aTouchpadZooms()
    {
        Room room(eventful());
        const double whole = room.spanOfView();
        QWidget *port = room.view.viewport();
        const QPointF middle = port->rect().center();
        QNativeGestureEvent event(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, middle, middle,
                                  port->mapToGlobal(middle), 0.5, QPointF());
        QApplication::sendEvent(port, &event);
        QVERIFY(qAbs(room.spanOfView() * 1.5 / whole - 1) < 0.01);
    }

    void aClickSelects()
    {
        Room room(eventful());
        QSignalSpy selected(&room.view, &TimelineView::sequenceSelected);
        const auto click = [&](TimelineItem item) {
            QTest::mouseClick(room.view.viewport(), Qt::LeftButton, {}, room.middleOf(item));
        };
        click({TimelineItem::Term, 0});
        QCOMPARE(selected.size(), 1);
        QCOMPARE(selected.takeFirst().at(0).toLongLong(), 3); // how it ended
        QVERIFY(room.view.accessibleName().contains(u"ada@ops"_s));
        click({TimelineItem::Term, 3}); // runs
        QCOMPARE(selected.takeFirst().at(0).toLongLong(), 11);
        click({TimelineItem::Gap, 0});
        QCOMPARE(selected.takeFirst().at(0).toLongLong(), 3);
        click({TimelineItem::Order, 0});
        QCOMPARE(selected.takeFirst().at(0).toLongLong(), 9);
        click({TimelineItem::Mark, 0});
        QCOMPARE(selected.takeFirst().at(0).toLongLong(), 7);
        QTest::mouseClick(room.view.viewport(), Qt::LeftButton, {}, room.view.scene().axisRect().center().toPoint());
        QVERIFY(selected.isEmpty());
        QCOMPARE(room.view.selectedSequence(), 0);
    }

    void theKeyboardReadsEverything()
    {
        Room room(eventful());
        QSignalSpy selected(&room.view, &TimelineView::sequenceSelected);
        QStringList said;
        for (int i = 0; i < 20; ++i) {
            QTest::keyClick(&room.view, Qt::Key_Right, Qt::ControlModifier);
            if (!said.isEmpty() && said.constLast() == room.view.selectedText())
                break;
            said << room.view.selectedText();
            QVERIFY(room.view.accessibleName().contains(said.constLast().section(u'\n', 0, 0)));
        }
        QCOMPARE(said.size(), 4 + 2 + 1 + 1);
        QVERIFY(said.constFirst().contains(u"a#1.1"_s) && said.constFirst().contains(u"<b>maintenance</b>"_s));
        QVERIFY(said.constLast().contains(u"a#1.2"_s));
        QCOMPARE(said.filter(u"Nobody led"_s).size(), 2);
        QCOMPARE(said.filter(u"paused"_s).size(), 1);
        QTest::keyClick(&room.view, Qt::Key_Left, Qt::ControlModifier);
        QVERIFY(room.view.selectedText() == said.at(said.size() - 2));
        QVERIFY(selected.size() >= said.size());
    }

    void theMarkStaysInSight()
    {
        Room room(LeaseHistory::many(200, 20), 2300);
        room.view.resize(700, 150);
        room.view.setRange(at(1000), at(1100));
        QVERIFY(room.view.verticalScrollBar()->maximum() > 0);
        QSignalSpy selected(&room.view, &TimelineView::sequenceSelected);
        for (const qint64 sequence : {1, 399, 200, 37}) {
            room.view.selectSequence(sequence);
            QCOMPARE(room.view.selectedSequence(), sequence + sequence % 2);
            const auto item = *room.view.scene().itemOf(sequence);
            QVERIFY(room.view.scene().lanesRect().contains(room.view.scene().rectOf(item).center()));
        }
        QVERIFY(selected.isEmpty()); // it was not the user
        room.view.selectSequence(77'777);
        QCOMPARE(room.view.selectedSequence(), 0);
    }

    void theSelectionOutlivesOlderEntries()
    {
        const LeaseHistory history = eventful();
        Room room({});
        room.tenures.add(history.events().mid(5));
        room.view.tenuresChanged();
        room.view.selectSequence(8);
        const QString before = room.view.selectedText();
        QVERIFY(before.contains(u"c#1.1"_s));
        room.tenures.add(history.events());
        room.view.tenuresChanged();
        QCOMPARE(room.view.selectedText(), before);
        room.tenures.clear();
        room.view.tenuresChanged();
        QCOMPARE(room.view.selectedSequence(), 0);
        room.view.grab();
    }

    void toolTipsAreNoMarkup()
    {
        Room room(eventful());
        QVERIFY(QTest::qWaitForWindowExposed(&room.view));
        const QPoint point = room.middleOf({TimelineItem::Term, 0});
        QHelpEvent help(QEvent::ToolTip, point, room.view.viewport()->mapToGlobal(point));
        QApplication::sendEvent(room.view.viewport(), &help);
        const QString tip = QToolTip::text();
        QVERIFY2(tip.contains(u"&lt;b&gt;maintenance"_s) && tip.contains(u"ada@ops"_s), qPrintable(tip));
        QToolTip::hideText();
    }

    void emptinessIsSaidInWords()
    {
        Room room({});
        room.view.setEmptyText(u"Nothing is recorded."_s);
        room.view.setSubject(u"7"_s);
        QCOMPARE(room.view.accessibleDescription(), u"Nothing is recorded."_s);
        QVERIFY(room.view.accessibleName().contains(u'7'));
        const QImage words = room.view.grab().toImage();
        room.view.setEmptyText({});
        QVERIFY(words != room.view.grab().toImage());
        for (const int key : {Qt::Key_Plus, Qt::Key_Home, Qt::Key_End, Qt::Key_F, Qt::Key_Left, Qt::Key_Down})
            QTest::keyClick(&room.view, Qt::Key(key));
        QTest::keyClick(&room.view, Qt::Key_Left, Qt::ControlModifier);
        wheel(room.view.viewport(), {50, 50}, 120, Qt::ControlModifier);
        QTest::mouseClick(room.view.viewport(), Qt::LeftButton, {}, {50, 50});
    }

    void theSummaryIsTold()
    {
        Room room(eventful());
        const QString summary = room.view.accessibleDescription();
        QVERIFY2(summary.contains(u"Terms: 4."_s) && summary.contains(u"leader: 2."_s), qPrintable(summary));
    }

    void lanesAreOrderedAndTheRestShareOne()
    {
        TimelineScene scene;
        Tenures tenures;
        tenures.add(LeaseHistory::many(40, 20).events());
        scene.setTenures(&tenures);
        QCOMPARE(scene.lanes().size(), size_t(TimelineScene::mostLanes) + 1);
        QCOMPARE(scene.lanes().front().label, u"node-19"_s); // led last
        QCOMPARE(scene.lanes().back().instance, TimelineScene::others);
        QVERIFY(scene.lanes().back().label.contains(u'8'));
        QCOMPARE(scene.laneOf(tenures.tenures().at(0)), size_t(TimelineScene::mostLanes));
        QCOMPARE(scene.laneOf(tenures.tenures().at(39)), 0U);
    }

    void theLegendListsWhatIsThere()
    {
        Tenures tenures;
        TimelineScene scene;
        scene.setTenures(&tenures);
        QVERIFY(TimelineLegend(scene).words().isEmpty());
        LeaseHistory history;
        history.add(0, u"captured"_s, u"a#1"_s, 1)
            .add(5, u"released"_s, u"a#1"_s, 1)
            .add(6, u"captured"_s, u"a#2"_s, 2);
        tenures.add(history.events());
        scene.tenuresChanged();
        QCOMPARE(TimelineLegend(scene).words(), QStringList(u"Released"_s));
        tenures.add(history.add(9, u"expired"_s, u"a#2"_s, 2).events());
        scene.tenuresChanged();
        QCOMPARE(TimelineLegend(scene).words(), QStringList({u"Released"_s, u"Expired"_s}));
        tenures.clear();
        scene.tenuresChanged();
        tenures.add(eventful().events());
        scene.tenuresChanged();
        QCOMPARE(TimelineLegend(scene).words(),
                 QStringList(
                     {u"Released"_s, u"Let go after revoke"_s, u"Evicted"_s, u"Revoked, still there"_s, u"Paused"_s}));
        const QFont font;
        QVERIFY(TimelineLegend(scene).height(100, font) > TimelineLegend(scene).height(2000, font));
    }

    void thousandsOfTermsCostWhatCanBeSeen()
    {
        Room room(LeaseHistory::many(10'000, 3), 111'000);
        QImage image(900, 300, QImage::Format_RGB32);
        QPainter painter(&image);
        TimelinePainter timeline(room.view.scene(), TimelineColors(room.view.palette()));
        timeline.paint(&painter);
        QVERIFY2(timeline.barsDrawn() > 0 && timeline.barsDrawn() <= 3 * 900,
                 qPrintable(QString::number(timeline.barsDrawn())));
        room.view.setRange(at(50'000), at(50'060));
        timeline.paint(&painter);
        QVERIFY2(timeline.barsDrawn() <= 8, qPrintable(QString::number(timeline.barsDrawn())));
        QBENCHMARK_ONCE
        {
            room.view.grab();
        }
    }

    void everyShapeAndColourIsPaintedInBothThemes()
    {
        LeaseHistory history = eventful();
        history.add(420, u"upgraded"_s, u"a#1.2"_s, 5)
            .add(430, u"superseded"_s, u"a#1.2"_s, 5)
            .add(430, u"captured"_s, u"b#1"_s, 6)
            .add(440, u"truncated"_s, u"b#1"_s, 6)
            .add(445, u"captured"_s, u"b#2"_s, 7)
            .add(450, u"captured"_s, u"b#3"_s, 8)
            .add(455, u"revoked"_s, u"b#3"_s, 8)
            .add(460, u"captured"_s, u"a#9"_s, 9)
            .add(470, u"expired"_s, u"a#9"_s, 9)
            .add(480, u"reserved"_s, u"a"_s, 9)
            .add(300, u"odd"_s);
        for (const auto appearance : {Appearance::Light, Appearance::Dark}) {
            applyAppearance(appearance);
            Room room(history);
            room.view.setLayoutDirection(appearance == Appearance::Dark ? Qt::RightToLeft : Qt::LeftToRight);
            QCOMPARE(room.view.scene().endingsPresent().size(), 9U);
            QTest::mouseMove(room.view.viewport(), room.middleOf({TimelineItem::Term, 1}));
            room.view.selectSequence(3);
            QVERIFY(!room.view.grab().isNull());
            const QRectF lane = room.view.scene().laneRect(0);
            const double label = room.view.scene().labelRect(lane).center().x();
            QVERIFY((label > lane.right()) == (appearance == Appearance::Dark));
        }
        applyAppearance(Appearance::Light);
    }

    void coloursCanBeToldFromTheirBackground()
    {
        const auto luminance = [](const QColor &color) {
            const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
            return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
        };
        const auto contrast = [&](const QColor &a, const QColor &b) {
            const auto [low, high] = std::minmax({luminance(a), luminance(b)});
            return (high + 0.05) / (low + 0.05);
        };
        for (const auto appearance : {Appearance::Light, Appearance::Dark}) {
            applyAppearance(appearance);
            const TimelineColors colors(QApplication::palette());
            std::set<std::pair<QRgb, int>> looks;
            for (int i = 0; i < 24; ++i) {
                const QColor fill = colors.instance(i);
                QVERIFY2(contrast(fill, colors.base) >= 3, qPrintable(fill.name()));
                QVERIFY2(contrast(fill, TimelineColors::textOn(fill)) >= 4.5, qPrintable(fill.name()));
                QVERIFY(looks.insert({fill.rgb(), int(colors.pattern(i))}).second);
            }
        }
        applyAppearance(Appearance::Light);
        QVERIFY(!TimelineColors::paper().dark);
    }
};

QTEST_MAIN(TestTimelineView)
#include "tst_timelineview.moc"
