// SPDX-License-Identifier: MIT

// All that is watched at a glance: the overview, the tray's words, times and export of the window.
#include "calmtable.h"
#include "leasemodel.h"
#include "leasepage.h"
#include "leaseview.h"
#include "overviewdock.h"
#include "timedisplay.h"
#include "trayicon.h"
#include "windowroom.h"

#include <Elector/schema.h>

#include <QAbstractItemModelTester>
#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

namespace Elector {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000;

} // namespace

class TestOverview : public QObject
{
    Q_OBJECT

    WindowRoom m_room;

    WatchTarget target(const QString &schema) const { return {m_room.options().connection, schema, {}, false}; }
    static CalmTable *table(MainWindow &window) { return window.findChild<CalmTable *>(u"overviewTable"_s); }
    static QString cell(MainWindow &window, int row, int column)
    {
        return table(window)->model()->index(row, column).data().toString();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_room.start(), qPrintable(m_room.error())); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support propagateSizeHints).*"_s));
        QVERIFY2(m_room.prepare(SchemaLevel::Full), qPrintable(m_room.error()));
        QVERIFY(m_room.exec(Schema::installSql(u"other"_s, SchemaLevel::Full, 15)));
    }
    void cleanup() { TimeDisplay::setMode(TimeDisplay::Local); }

    void numbersFollowWhatHappens()
    {
        QVERIFY(m_room.hold(1, u"a"_s, 600));
        QVERIFY(m_room.hold(2, u"b"_s, 600));
        const auto window = m_room.open(m_room.options());
        QVERIFY(window);
        QVERIFY(!window->findChild<OverviewDock *>()->isVisible()); // one schema needs none
        window->watch(target(u"other"_s));
        QVERIFY(table(*window)->isVisible());
        new QAbstractItemModelTester(table(*window)->model(), QAbstractItemModelTester::FailureReportingMode::Fatal,
                                     window.get());
        QTRY_COMPARE_WITH_TIMEOUT(table(*window)->model()->rowCount(), 3, patience); // and their sum
        QTRY_COMPARE_WITH_TIMEOUT(cell(*window, 0, OverviewModel::LocksColumn), u"2"_s, patience);
        QCOMPARE(cell(*window, 0, OverviewModel::LeaderlessColumn), u"0"_s);
        QTRY_COMPARE_WITH_TIMEOUT(cell(*window, 1, OverviewModel::LocksColumn), u"0"_s, patience);
        QVERIFY(cell(*window, 1, OverviewModel::WhereColumn).contains(u"other"_s));
        QCOMPARE(cell(*window, 0, OverviewModel::StateColumn), u"live"_s);

        QVERIFY(m_room.exec(u"DELETE FROM leader_lease WHERE id = 2"_s));
        QTRY_COMPARE_WITH_TIMEOUT(cell(*window, 0, OverviewModel::LeaderlessColumn), u"1"_s, patience);
        const QModelIndex leaderless = table(*window)->model()->index(0, OverviewModel::LeaderlessColumn);
        QVERIFY(leaderless.data(OverviewModel::TroubleRole).toBool());
        window->grab();
    }

    void allSchemasAreAddedUp()
    {
        QVERIFY(m_room.hold(1, u"a"_s, 600));
        QVERIFY(m_room.hold(2, u"b"_s, 600));
        QVERIFY(m_room.exec(u"DELETE FROM leader_lease WHERE id = 2"_s));
        QVERIFY(m_room.exec(u"INSERT INTO other.leader_lease (id, leader_id, expires_at, created_at) "
                            "VALUES (1, 'c', clock_timestamp() + interval '1 h', clock_timestamp()), "
                            "(2, 'd', clock_timestamp() + interval '1 h', clock_timestamp())"_s));
        QVERIFY(m_room.exec(u"DELETE FROM other.leader_lease WHERE id = 2"_s));
        const auto window = m_room.open(m_room.options());
        QVERIFY(window);
        QCOMPARE(table(*window)->model()->rowCount(), 1); // one needs no sum
        window->watch(target(u"other"_s));
        QTRY_COMPARE_WITH_TIMEOUT(cell(*window, 2, OverviewModel::LocksColumn), u"4"_s, patience);
        QCOMPARE(cell(*window, 2, OverviewModel::LeaderlessColumn), u"2"_s);
        QCOMPARE(cell(*window, 2, OverviewModel::WhereColumn).contains(u'2'), true);
        QTRY_COMPARE_WITH_TIMEOUT(cell(*window, 2, OverviewModel::StateColumn), u"live"_s, patience);
        const auto *front = window->page();
        table(*window)->setCurrentIndex(table(*window)->model()->index(2, 0)); // nothing to show
        QCOMPARE(window->page(), front);
        QVERIFY(m_room.server().stopImmediate());
        QTRY_COMPARE_WITH_TIMEOUT(cell(*window, 2, OverviewModel::StateColumn), u"0 of 2 live"_s, patience);
        QCOMPARE(cell(*window, 2, OverviewModel::LocksColumn), u"4"_s); // as they were
        QVERIFY2(m_room.server().startAgain(), qPrintable(m_room.server().errorString()));
        QTRY_COMPARE_WITH_TIMEOUT(cell(*window, 2, OverviewModel::StateColumn), u"live"_s, patience);
    }

    void aChosenRowComesToTheFront()
    {
        const auto window = m_room.open(m_room.options());
        QVERIFY(window);
        QTRY_VERIFY_WITH_TIMEOUT(window->page()->watch()->isCurrent(), patience);
        window->watch(target(u"other"_s));
        QTRY_VERIFY_WITH_TIMEOUT(window->page()->watch()->isCurrent(), patience);
        QVERIFY(table(*window)->isVisible());
        QCOMPARE(table(*window)->currentIndex().row(), 1);
        table(*window)->setFocus();
        QTest::keyClick(table(*window), Qt::Key_Up);
        QCOMPARE(window->page()->watch()->target().schema, u"public"_s);
        actionOf(*window, "closePageAction")->trigger();
        QCOMPARE(table(*window)->model()->rowCount(), 1);
        QCOMPARE(window->page()->watch()->target().schema, u"other"_s);
    }

    void aLostConnectionIsSaid()
    {
        const auto window = m_room.open(m_room.options());
        QVERIFY(window);
        QTRY_VERIFY_WITH_TIMEOUT(window->page()->watch()->isCurrent(), patience);
        QVERIFY(m_room.server().stopImmediate());
        QTRY_VERIFY_WITH_TIMEOUT(cell(*window, 0, OverviewModel::StateColumn).startsWith(u"lost"_s), patience);
        QVERIFY(table(*window)->model()->index(0, 1).data(OverviewModel::TroubleRole).toBool());
        QVERIFY2(m_room.server().startAgain(), qPrintable(m_room.server().errorString()));
        QTRY_COMPARE_WITH_TIMEOUT(cell(*window, 0, OverviewModel::StateColumn), u"live"_s, patience);
    }

    void theTraySpeaksOnceForEachChange()
    {
        QVERIFY(m_room.hold(1, u"a"_s, 600));
        LeaseWatch watch(target(u"public"_s));
        watch.setInterval(std::chrono::milliseconds(100));
        TrayIcon tray;
        QSignalSpy said(&tray, &TrayIcon::said);
        tray.setWatches({&watch});
        tray.setWanted(true);
        watch.start();
        QTRY_COMPARE_WITH_TIMEOUT(watch.model()->rowCount(), 1, patience);
        QCOMPARE(said.size(), 0); // how things are is no news
        QVERIFY(m_room.exec(u"DELETE FROM leader_lease"_s));
        QTRY_COMPARE_WITH_TIMEOUT(said.size(), 1, patience);
        QVERIFY(said.at(0).at(1).toString().contains(u"without a leader"_s));
        QSignalSpy looks(&watch, &LeaseWatch::rowsChanged);
        QTRY_VERIFY_WITH_TIMEOUT(looks.size() >= 3, patience);
        QCOMPARE(said.size(), 1); // not again and again
        tray.setWanted(false);
        QVERIFY(m_room.hold(2, u"b"_s, 600));
        QTRY_COMPARE_WITH_TIMEOUT(watch.model()->rowCount(), 2, patience);
        QVERIFY(m_room.exec(u"DELETE FROM leader_lease"_s));
        QTRY_COMPARE_WITH_TIMEOUT(watch.model()->totals().leaderless(), 2, patience);
        QCOMPARE(said.size(), 1); // nobody wants to hear it
        tray.setWatches({});
    }

    void timesAreWrittenAsChosenAndRemembered()
    {
        QVERIFY(m_room.hold(1, u"a"_s, 600));
        {
            const auto window = m_room.open(m_room.options());
            QVERIFY(window);
            QTRY_COMPARE_WITH_TIMEOUT(window->model()->rowCount(), 1, patience);
            const auto since = [&] { return shown(*window, 1, LeaseModel::SinceColumn).toString(); };
            QVERIFY(!since().contains(u"ago"_s));
            actionOf(*window, "relativeTimesAction")->trigger();
            QVERIFY2(since().endsWith(u"ago"_s), qPrintable(since()));
            window->close();
        }
        TimeDisplay::setMode(TimeDisplay::Local);
        const auto window = m_room.open(m_room.options());
        QCOMPARE(TimeDisplay::mode(), TimeDisplay::Relative);
        QVERIFY(actionOf(*window, "relativeTimesAction")->isChecked());
    }

    void whatIsShownIsExported()
    {
        QVERIFY(m_room.hold(1, u"alpha"_s, 600));
        QVERIFY(m_room.hold(2, u"beta"_s, 600));
        const auto window = m_room.open(m_room.options());
        QVERIFY(window);
        QTRY_COMPARE_WITH_TIMEOUT(window->model()->rowCount(), 2, patience);
        window->model()->setFilter({u"beta"_s, false, {}});
        QTRY_COMPARE_WITH_TIMEOUT(tableOf(*window)->model()->rowCount(), 1, patience);
        QTemporaryDir dir;
        actionOf(*window, "exportAction")->trigger();
        auto *dialog = window->findChild<QFileDialog *>(u"exportDialog"_s);
        QVERIFY(dialog);
        const QString path = dir.filePath(u"out.csv"_s);
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept");
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), patience);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray csv = file.readAll();
        QVERIFY(csv.contains("beta"));
        QVERIFY(!csv.contains("alpha"));
    }
};

} // namespace Elector

QTEST_MAIN(Elector::TestOverview)
#include "tst_overview.moc"
