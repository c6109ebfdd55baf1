// SPDX-License-Identifier: MIT

// What makes the window pleasant for a day: times, columns, filter menu, colours, the banner's button.
#include "banner.h"
#include "filterfield.h"
#include "leaseview.h"
#include "theme.h"
#include "windowroom.h"

#include <QAction>
#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>

namespace Elector {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000;

QMenu *opened(MainWindow &window, const char *name)
{
    auto *menu = window.findChild<QMenu *>(QString::fromLatin1(name));
    if (menu)
        Q_EMIT menu->aboutToShow();
    return menu;
}

QAction *entry(QMenu *menu, const QString &words)
{
    for (QAction *action : menu->actions()) {
        if (QString(action->text()).remove(u'&') == words)
            return action;
    }
    return nullptr;
}

// How bright the pixels of a widget are on average, 0 to 255.
double brightness(QWidget *widget)
{
    const QImage image = widget->grab().toImage().scaled(64, 64).convertToFormat(QImage::Format_RGB32);
    double sum = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            sum += qGray(image.pixel(x, y));
    }
    return sum / (image.width() * image.height());
}

QPalette darkPalette()
{
    QPalette dark;
    dark.setColor(QPalette::Window, QColor(0x20, 0x22, 0x26));
    dark.setColor(QPalette::WindowText, QColor(0xe8, 0xe8, 0xe8));
    dark.setColor(QPalette::Base, QColor(0x18, 0x1a, 0x1d));
    dark.setColor(QPalette::AlternateBase, QColor(0x1e, 0x20, 0x24));
    dark.setColor(QPalette::Text, QColor(0xe8, 0xe8, 0xe8));
    dark.setColor(QPalette::Button, QColor(0x2a, 0x2d, 0x32));
    dark.setColor(QPalette::ButtonText, QColor(0xe8, 0xe8, 0xe8));
    return dark;
}

} // namespace

class TestWindowComfort : public QObject
{
    Q_OBJECT

    WindowRoom m_room;

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_room.start(), qPrintable(m_room.error())); }
    void init()
    {
        QVERIFY2(m_room.prepare(SchemaLevel::Full), qPrintable(m_room.error()));
        QVERIFY(m_room.hold(1, u"node-a#3f2a.1"_s, 3600));
        QVERIFY(m_room.hold(2, u"node-b#3f2a.1"_s, 3600));
    }
    void cleanup() { TimeDisplay::setMode(TimeDisplay::Local); }

    void timesAreLocalInUtcOrRelative()
    {
        QVERIFY(m_room.exec(u"UPDATE leader_lease SET created_at = '2026-03-01 12:34:56+00' WHERE id = 1"_s));
        const QByteArray zone = qgetenv("TZ");
        qputenv("TZ", "Asia/Kolkata"); // half an hour aside, and no summer time
        const auto window = m_room.open(m_room.options());
        QTRY_VERIFY_WITH_TIMEOUT(shownRow(*window, 1) >= 0, patience);
        const auto since = [&] { return shown(*window, 1, LeaseModel::SinceColumn).toString(); };
        const auto header
            = [&] { return tableOf(*window)->model()->headerData(LeaseModel::SinceColumn, Qt::Horizontal).toString(); };
        actionOf(*window, "utcTimesAction")->trigger();
        QVERIFY2(since().contains(u"12:34"_s), qPrintable(since()));
        QCOMPARE(header(), u"Since (UTC)"_s);
        actionOf(*window, "localTimesAction")->trigger();
        QVERIFY2(since().contains(u"18:04"_s), qPrintable(since()));
        QCOMPARE(header(), u"Since"_s);
        actionOf(*window, "relativeTimesAction")->trigger();
        QVERIFY2(since().contains(u"ago"_s), qPrintable(since()));
        zone.isEmpty() ? qunsetenv("TZ") : qputenv("TZ", zone);
    }

    void timesAreRemembered()
    {
        {
            const auto window = m_room.open(m_room.options());
            actionOf(*window, "utcTimesAction")->trigger();
            window->close();
        }
        TimeDisplay::setMode(TimeDisplay::Local);
        const auto window = m_room.open(m_room.options());
        QVERIFY(actionOf(*window, "utcTimesAction")->isChecked());
        QCOMPARE(TimeDisplay::mode(), TimeDisplay::Utc);
    }

    void columnsAreChosenFromTheMenuAndRemembered()
    {
        const auto isShown = [](MainWindow &window, int column) { return !tableOf(window)->isColumnHidden(column); };
        {
            const auto window = m_room.open(m_room.options());
            QVERIFY(!isShown(*window, LeaseModel::RenewalsColumn)); // at rest, about seven
            QMenu *menu = opened(*window, "columnMenu");
            QVERIFY(menu);
            QCOMPARE(entry(menu, u"Renewals"_s)->isChecked(), false);
            entry(menu, u"Renewals"_s)->trigger();
            QVERIFY(isShown(*window, LeaseModel::RenewalsColumn));
            menu = opened(*window, "columnMenu");
            QCOMPARE(entry(menu, u"Term"_s)->isChecked(), true);
            entry(menu, u"Term"_s)->trigger();
            QVERIFY(!isShown(*window, LeaseModel::TermColumn));
            window->close();
        }
        const auto window = m_room.open(m_room.options());
        QVERIFY(isShown(*window, LeaseModel::RenewalsColumn));
        QVERIFY(!isShown(*window, LeaseModel::TermColumn));
        QVERIFY(isShown(*window, LeaseModel::LockColumn)); // without it no row can be told from the next
    }

    void theFilterMenuShowsStatesByKeyboardAndMouse()
    {
        QVERIFY(m_room.hold(3, u"node-c#1.1"_s, 0.5));
        const auto window = m_room.open(m_room.options());
        QTRY_COMPARE_WITH_TIMEOUT(shown(*window, 3, LeaseModel::StateColumn).toString(), u"Expired"_s, patience);
        auto *filter = window->findChild<FilterField *>(u"filterEdit"_s);
        filter->setFocus();
        QTest::keyClick(filter, Qt::Key_Down, Qt::AltModifier);
        auto *menu = window->findChild<QMenu *>(u"filterMenu"_s);
        QTRY_VERIFY_WITH_TIMEOUT(menu->isVisible(), patience);
        QAction *expired = window->findChild<QAction *>(u"expiredAction"_s);
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(expired).center());
        QTRY_VERIFY_WITH_TIMEOUT(!menu->isVisible(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(tableOf(*window)->model()->rowCount(), 1, patience);
        QVERIFY(shownRow(*window, 3) == 0);
        QVERIFY(filter->placeholderText().contains(u"Expired"_s)); // what hides rows is seen
        QVERIFY(filter->accessibleDescription().contains(u"Expired"_s));
        window->activateWindow();
        filter->setFocus();
        QTRY_VERIFY_WITH_TIMEOUT(filter->hasFocus(), patience);
        QTest::keyClick(filter, Qt::Key_Escape);
        QTRY_COMPARE_WITH_TIMEOUT(tableOf(*window)->model()->rowCount(), 3, patience);
    }

    void aPaletteThatTurnsDarkIsFollowed()
    {
        const QPalette light = QApplication::palette();
        const auto window = m_room.open(m_room.options());
        QTRY_VERIFY_WITH_TIMEOUT(shownRow(*window, 1) >= 0, patience);
        const double before = brightness(window.get());
        QVERIFY2(before > 180, qPrintable(QString::number(before)));
        const auto iconBrightness = [&] {
            const QImage icon = actionOf(*window, "pauseAction")->icon().pixmap(32, 32).toImage();
            double sum = 0;
            double weight = 0;
            for (int y = 0; y < icon.height(); ++y) {
                for (int x = 0; x < icon.width(); ++x) {
                    const QRgb pixel = icon.pixel(x, y);
                    sum += qGray(qUnpremultiply(pixel)) * qAlpha(pixel);
                    weight += qAlpha(pixel);
                }
            }
            return weight > 0 ? sum / weight : -1;
        };
        const double darkIcon = iconBrightness();
        QVERIFY(darkIcon >= 0 && darkIcon < 128);
        QApplication::setPalette(darkPalette());
        QTRY_VERIFY_WITH_TIMEOUT(brightness(window.get()) < 90, patience);
        QVERIFY(iconBrightness() > 128); // drawn anew, or nobody could see it
        QApplication::setPalette(light);
        QTRY_VERIFY_WITH_TIMEOUT(brightness(window.get()) > 180, patience);
    }

    void theBannersButtonConnectsAtOnce()
    {
        const auto window = m_room.open(m_room.options());
        QTRY_VERIFY_WITH_TIMEOUT(shownRow(*window, 1) >= 0, patience);
        QVERIFY(m_room.server().stopFast());
        auto *banner = window->findChild<Banner *>(u"banner"_s);
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), patience);
        auto *button = banner->findChild<QPushButton *>(u"bannerButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(button->isVisible(), patience);
        QVERIFY(m_room.server().startAgain());
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!banner->isVisible(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(window->observer()->state() == LeaseObserver::Watching, patience);
    }
};

} // namespace Elector

QTEST_MAIN(Elector::TestWindowComfort)
#include "tst_windowcomfort.moc"
