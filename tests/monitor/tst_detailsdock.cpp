// SPDX-License-Identifier: MIT
#include "calmtable.h"
#include "detailsdock.h"
#include "leaseview.h"
#include "lockentrymodel.h"
#include "locksessionmodel.h"
#include "windowroom.h"

#include <Elector/leaderelector.h>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>

#include <vector>

using namespace Elector;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

#define TRY(condition) QTRY_VERIFY_WITH_TIMEOUT((condition), 30'000)

/// The details of the selected lock, in the real window on a real server.
class TestDetailsDock : public QObject
{
    Q_OBJECT

    static DetailsDock *dock(MainWindow &window) { return window.findChild<DetailsDock *>(u"detailsDock"_s); }
    static CalmTable *table(MainWindow &window, const QString &name) { return window.findChild<CalmTable *>(name); }

    /// All cells of a column, top to bottom.
    static QStringList column(MainWindow &window, const QString &tableName, int column)
    {
        QStringList cells;
        const QAbstractItemModel *model = table(window, tableName)->model();
        for (int row = 0; row < model->rowCount(); ++row)
            cells.append(model->index(row, column).data().toString());
        return cells;
    }
    static QStringList roles(MainWindow &window)
    {
        return column(window, u"sessionTable"_s, LockSessionModel::RoleColumn);
    }
    static QString fact(MainWindow &window, const QString &name)
    {
        const qsizetype row = column(window, u"factTable"_s, 0).indexOf(name);
        return row < 0 ? QString() : column(window, u"factTable"_s, 1).at(row);
    }

    std::unique_ptr<LeaderElector> node(const QString &instance, int lock = 1)
    {
        ElectorConfig config;
        config.setConnection(m_room.server().dsn(m_room.database()));
        config.setInstanceId(instance);
        config.setLeaseDuration(60s);
        config.setLockId(lock);
        auto elector = std::make_unique<LeaderElector>(config);
        return elector->start() ? std::move(elector) : nullptr;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_room.start(), qPrintable(m_room.error())); }
    void init() { QVERIFY2(m_room.prepare(SchemaLevel::Full), qPrintable(m_room.error())); }

    void hiddenUntilWantedAndRemembered()
    {
        {
            const auto window = m_room.open(m_room.options());
            QVERIFY(!dock(*window)->isVisible());
            QTest::keyClick(window.get(), Qt::Key_D, Qt::ControlModifier);
            TRY(table(*window, u"factTable"_s)->isVisible());
            QVERIFY(window->close());
        }
        const auto window = m_room.open(m_room.options());
        TRY(dock(*window)->isVisible());
        QTest::keyClick(window.get(), Qt::Key_D, Qt::ControlModifier);
        TRY(!dock(*window)->isVisible());
    }

    // History and details share a place: who asks for the one behind wants to see it.
    void whatStandsBehindComesForward()
    {
        const auto window = m_room.open(m_room.options());
        const auto history = [&] { return window->findChild<QWidget *>(u"historyTabs"_s); };
        const auto isSeen = [](const QWidget *widget) { return !widget->visibleRegion().isEmpty(); };
        TRY(isSeen(history()));
        QTest::keyClick(window.get(), Qt::Key_D, Qt::ControlModifier);
        TRY(isSeen(table(*window, u"factTable"_s)) && !isSeen(history()));
        QTest::keyClick(window.get(), Qt::Key_H, Qt::ControlModifier);
        TRY(isSeen(history()) && !isSeen(table(*window, u"factTable"_s)));
        QVERIFY(actionOf(*window, "historyAction")->isChecked());
        QTest::keyClick(window.get(), Qt::Key_D, Qt::ControlModifier);
        TRY(isSeen(table(*window, u"factTable"_s)));
        QTest::keyClick(window.get(), Qt::Key_D, Qt::ControlModifier);
        TRY(!dock(*window)->isVisible() && isSeen(history()));
        QTest::keyClick(window.get(), Qt::Key_H, Qt::ControlModifier);
        TRY(!isSeen(history()) && !actionOf(*window, "historyAction")->isChecked());
    }

    void whatWasOrderedIsShown()
    {
        QVERIFY(m_room.hold(1, u"node-a#1.1"_s, 600));
        QVERIFY(m_room.exec(u"BEGIN; SELECT set_config('elector.operator', 'ops', true), "
                            "set_config('elector.reason', 'upgrade', true), "
                            "leader_lease_order(1, 'pause', NULL, NULL, NULL, NULL); COMMIT"_s));
        const auto window = m_room.open(m_room.options());
        QTest::keyClick(window.get(), Qt::Key_D, Qt::ControlModifier);
        TRY(fact(*window, u"State"_s).contains(u"paused"_s));
        const QString order = fact(*window, u"Order"_s);
        QVERIFY2(order.contains(u"ops"_s) && order.contains(u"upgrade"_s), qPrintable(order));
        QVERIFY(!fact(*window, u"Least slack"_s).isEmpty());
    }

    void holderAndCandidatesAreShown()
    {
        const auto leader = node(u"node-a"_s);
        TRY(leader->isLeader());
        const auto second = node(u"node-b"_s);
        const auto third = node(u"node-c"_s);
        auto fourth = node(u"node-d"_s);
        const auto window = m_room.open(m_room.options());
        QTest::keyClick(window.get(), Qt::Key_D, Qt::ControlModifier);
        TRY(roles(*window) == QStringList({u"Leads"_s, u"Waits"_s, u"Waits"_s, u"Waits"_s}));
        QCOMPARE(column(*window, u"sessionTable"_s, LockSessionModel::InstanceColumn).constFirst(), u"node-a"_s);
        TRY(fact(*window, u"Waiting"_s) == u"3"_s);
        QCOMPARE(shown(*window, 1, LeaseModel::WaitingColumn).toString(), u"3"_s);
        const LeaseView *leases = tableOf(*window);
        QVERIFY(leases->isColumnHidden(LeaseModel::RenewalsColumn));
        QVERIFY(leases->columnState().isEmpty()); // nobody laid the columns out by hand
        QCOMPARE(leases->horizontalHeader()->length(), leases->viewport()->width());
        QCOMPARE(fact(*window, u"Holder"_s), u"node-a"_s);
        QVERIFY(dock(*window)->windowTitle().contains(u'1'));
        // The selection stays with its session when others go.
        CalmTable *sessions = table(*window, u"sessionTable"_s);
        QTest::mouseClick(sessions->viewport(), Qt::LeftButton, {},
                          sessions->visualRect(sessions->model()->index(0, 1)).center());
        const QString pid = sessions->currentIndex().siblingAtColumn(LockSessionModel::ProcessColumn).data().toString();
        fourth.reset();
        TRY(roles(*window).size() == 3);
        QCOMPARE(sessions->currentIndex().siblingAtColumn(LockSessionModel::ProcessColumn).data().toString(), pid);
        QTest::keyClick(sessions, Qt::Key_C, Qt::ControlModifier);
        const QString copied = QApplication::clipboard()->text();
        QVERIFY2(copied.startsWith(u"Role\tProcess"_s) && copied.contains(u"Leads\t"_s + pid), qPrintable(copied));
    }

    void whoHoldsUpARenewalIsShown()
    {
        const auto leader = node(u"node-a"_s);
        TRY(leader->isLeader());
        TestConnection blocker(m_room.server().socketDir(), m_room.server().port(), m_room.database(), u"postgres"_s,
                               u"application_name=<b>psql</b>"_s);
        QVERIFY(blocker.exec(u"BEGIN; SELECT * FROM leader_lease FOR UPDATE"_s));
        const auto window = m_room.open(m_room.options());
        QTest::keyClick(window.get(), Qt::Key_D, Qt::ControlModifier);
        TRY(roles(*window) == QStringList({u"Leads"_s, u"Other"_s}));
        auto *tabs = window->findChild<QTabWidget *>(u"detailsTabs"_s);
        QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(1).center());
        CalmTable *locks = table(*window, u"lockTable"_s);
        TRY(locks->isVisible());
        const auto held = [&] { return column(*window, u"lockTable"_s, LockEntryModel::SessionColumn); };
        TRY(held().contains(u"<b>psql</b>"_s));
        window->grab();
        QVERIFY(blocker.exec(u"ROLLBACK"_s));
        TRY(held().isEmpty());
        QVERIFY(!locks->emptyText().isEmpty());
        QVERIFY(roles(*window) == QStringList({u"Leads"_s}));
    }

    void anotherLockAnotherAnswer()
    {
        const auto one = node(u"node-a"_s, 1);
        const auto two = node(u"node-b"_s, 2);
        TRY(one->isLeader() && two->isLeader());
        const auto window = m_room.open(m_room.options());
        QTest::keyClick(window.get(), Qt::Key_D, Qt::ControlModifier);
        TRY(tableOf(*window)->model()->rowCount() == 2);
        const auto instances = [&] { return column(*window, u"sessionTable"_s, LockSessionModel::InstanceColumn); };
        TRY(instances() == QStringList(u"node-a"_s));
        tableOf(*window)->setFocus();
        for (int i = 0; i < 9; ++i) // faster than any answer
            QTest::keyClick(tableOf(*window), i % 2 == 0 ? Qt::Key_Down : Qt::Key_Up);
        TRY(instances() == QStringList(u"node-b"_s));
        QCOMPARE(fact(*window, u"Holder"_s), u"node-b"_s);
    }

    void aRoleWithoutPrivilegesIsToldWhatHelps()
    {
        QVERIFY(m_room.exec(u"CREATE ROLE looker LOGIN; GRANT SELECT ON ALL TABLES IN SCHEMA public TO looker"_s));
        const auto leader = node(u"node-a"_s);
        TRY(leader->isLeader());
        const auto window = m_room.open(m_room.options(u"looker"_s));
        QTest::keyClick(window.get(), Qt::Key_D, Qt::ControlModifier);
        TRY(column(*window, u"sessionTable"_s, LockSessionModel::StateColumn) == QStringList(u"hidden"_s));
        const auto *note = window->findChild<QLabel *>(u"detailsNote"_s);
        QVERIFY(note->isVisible() && note->text().contains(u"pg_monitor"_s));
        QCOMPARE(note->textFormat(), Qt::PlainText);
        const QStringList available = column(*window, u"abilityTable"_s, 1);
        QVERIFY(available.contains(u"No"_s) && available.contains(u"Yes"_s));
    }

    void nobodyIsSaidInWords()
    {
        QVERIFY(m_room.hold(1, u"npm-node"_s, 600));
        const auto window = m_room.open(m_room.options());
        QVERIFY(!table(*window, u"factTable"_s)->emptyText().isEmpty());
        QTest::keyClick(window.get(), Qt::Key_D, Qt::ControlModifier);
        TRY(table(*window, u"sessionTable"_s)->emptyText().contains(u"nest-leader-election"_s));
        TRY(table(*window, u"lockTable"_s)->emptyText().contains(u"Nobody waits"_s));
        QCOMPARE(fact(*window, u"Incarnation"_s), u"none"_s);
    }

    void staleValuesStandBack()
    {
        const auto leader = node(u"node-a"_s);
        TRY(leader->isLeader());
        const auto window = m_room.open(m_room.options());
        QTest::keyClick(window.get(), Qt::Key_D, Qt::ControlModifier);
        TRY(roles(*window).size() == 1);
        const auto colour = [&] { return table(*window, u"sessionTable"_s)->palette().color(QPalette::Text); };
        TRY(colour() == window->palette().color(QPalette::Text));
        QVERIFY(m_room.server().stopImmediate());
        TRY(colour() != window->palette().color(QPalette::Text));
        QCOMPARE(roles(*window), QStringList(u"Leads"_s)); // and stay readable
        QVERIFY(m_room.server().startAgain());
        TRY(colour() == window->palette().color(QPalette::Text));
    }

    void everythingHasAName()
    {
        const auto window = m_room.open(m_room.options());
        QTest::keyClick(window.get(), Qt::Key_D, Qt::ControlModifier);
        TRY(dock(*window)->isVisible());
        for (const QWidget *widget : dock(*window)->findChildren<QWidget *>()) {
            if (widget->focusPolicy() & Qt::TabFocus)
                QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
    }

private:
    WindowRoom m_room;
};

QTEST_MAIN(TestDetailsDock)
#include "tst_detailsdock.moc"
