// SPDX-License-Identifier: MIT
#include "banner.h"
#include "calmtable.h"
#include "leaseview.h"
#include "windowroom.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDir>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QSet>
#include <QSettings>
#include <QSignalSpy>
#include <QStatusBar>
#include <QStatusTipEvent>
#include <QTest>
#include <QTimer>

using namespace Elector;

namespace {

constexpr int patience = 30'000;

Banner *bannerOf(MainWindow &window)
{
    return window.findChild<Banner *>(QStringLiteral("banner"));
}

QString labelText(MainWindow &window, const char *name)
{
    const auto *label = window.findChild<QLabel *>(QString::fromLatin1(name));
    return label ? label->text() : QString();
}

void clickRow(LeaseView *view, int row, Qt::KeyboardModifiers keys = {})
{
    const QRect rect = view->visualRect(view->model()->index(row, LeaseModel::HolderColumn));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, keys, rect.center());
}

QSet<int> selectedLocks(const LeaseView &view)
{
    QSet<int> locks;
    for (const QModelIndex &row : view.selectionModel()->selectedRows())
        locks.insert(row.data(LeaseModel::LockIdRole).toInt());
    return locks;
}

/// Fills in the dialog behind an action, clicks it through, and closes it.
void giveOrder(MainWindow &window, const char *action, const QString &subject, const QString &reason)
{
    actionOf(window, action)->trigger();
    QPointer<QDialog> dialog = window.findChild<QDialog *>(QStringLiteral("orderDialog"));
    QVERIFY(dialog);
    if (!subject.isEmpty())
        QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("subjectField")), subject);
    auto *button = dialog->findChild<QPushButton *>(QStringLiteral("orderButton"));
    if (!reason.isEmpty()) {
        QVERIFY(!button->isEnabled()); // a reason is wanted
        QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("reasonField")), reason);
    }
    QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), patience);
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!button->isVisible(), patience);
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("closeButton")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, patience);
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_room.start(), qPrintable(m_room.error())); }
    void init() { QVERIFY2(m_room.prepare(SchemaLevel::Full), qPrintable(m_room.error())); }

    void anEmptyTableSaysSo()
    {
        const auto window = m_room.open(m_room.options());
        QTRY_VERIFY_WITH_TIMEOUT(tableOf(*window)->emptyText().contains(QStringLiteral("No leases")), patience);
        QVERIFY(!bannerOf(*window)->isVisible());
    }

    void rowsAppearChangeAndGo()
    {
        const auto window = m_room.open(m_room.options());
        QVERIFY(m_room.hold(7, QStringLiteral("node-a#3f2a.1"), 600));
        QTRY_COMPARE_WITH_TIMEOUT(shown(*window, 7, LeaseModel::HolderColumn).toString(), QStringLiteral("node-a"),
                                  patience);
        QCOMPARE(shown(*window, 7, LeaseModel::StateColumn).toString(), QStringLiteral("Held"));
        QVERIFY(shown(*window, 7, LeaseModel::TermColumn).toString().toLongLong() > 0);
        QVERIFY(m_room.exec(QStringLiteral("DELETE FROM leader_lease WHERE id = 7")));
        QTRY_COMPARE_WITH_TIMEOUT(shown(*window, 7, LeaseModel::StateColumn).toString(), QStringLiteral("Free"),
                                  patience);
        QCOMPARE(labelText(*window, "role"), QStringLiteral("primary"));
        QVERIFY(labelText(*window, "version").startsWith(QStringLiteral("PostgreSQL")));
    }

    void countdownMovesAndEndsInExpired()
    {
        QVERIFY(m_room.hold(1, QStringLiteral("node-a#1.1"), 3));
        const auto window = m_room.open(m_room.options());
        QTRY_VERIFY_WITH_TIMEOUT(shown(*window, 1, 0, LeaseModel::RemainingRole).toLongLong() > 0, patience);
        const qint64 first = shown(*window, 1, 0, LeaseModel::RemainingRole).toLongLong();
        QVERIFY(first <= 3'000'000);
        QTRY_VERIFY_WITH_TIMEOUT(shown(*window, 1, 0, LeaseModel::RemainingRole).toLongLong() < first, patience);
        QTRY_COMPARE_WITH_TIMEOUT(shown(*window, 1, LeaseModel::ExpiresColumn).toString(), QStringLiteral("expired"),
                                  patience);
        QCOMPARE(shown(*window, 1, LeaseModel::StateColumn).toString(), QStringLiteral("Expired"));
        QTRY_VERIFY_WITH_TIMEOUT(labelText(*window, "summary").contains(QStringLiteral("1 expired")), patience);
    }

    void absurdRowsAreShown()
    {
        QVERIFY(m_room.prepare(SchemaLevel::Plain)); // a full one refuses them
        QVERIFY(m_room.exec(QStringLiteral(
            "INSERT INTO leader_lease (id, leader_id, expires_at, created_at) VALUES "
            "(-5, E'<b>x</b>\\n\\x1b', 'infinity', now()), (-6, repeat('y', 10000), '8888-01-01', '1970-01-01')")));
        const auto window = m_room.open(m_room.options());
        QTRY_COMPARE_WITH_TIMEOUT(tableOf(*window)->model()->rowCount(), 2, patience);
        QCOMPARE(shown(*window, -5, LeaseModel::ExpiresColumn).toString(), QStringLiteral("never"));
        QCOMPARE(shown(*window, -5, LeaseModel::HolderColumn).toString(), QStringLiteral("<b>x</b><U+000A><U+001B>"));
        const QString distant = shown(*window, -6, LeaseModel::ExpiresColumn).toString();
        QVERIFY2(distant.contains(QStringLiteral(" y ")), qPrintable(distant));
        window->grab(); // painted without a warning or a crash
    }

    void selectionScrollAndSortSurviveRefreshes()
    {
        QVERIFY(m_room.exec(QStringLiteral("INSERT INTO leader_lease (id, leader_id, expires_at, created_at) "
                                           "SELECT i, 'node-' || lpad((i * 37 % 300)::text, 3, '0') || '#1.1', now() + "
                                           "interval '1 h', now() FROM generate_series(1, 300) i")));
        const auto window = m_room.open(m_room.options());
        LeaseView *view = tableOf(*window);
        QTRY_COMPARE_WITH_TIMEOUT(view->model()->rowCount(), 300, patience);
        QHeaderView *header = view->horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          {header->sectionViewportPosition(LeaseModel::HolderColumn) + 20, header->height() / 2});
        QCOMPARE(header->sortIndicatorSection(), int(LeaseModel::HolderColumn));
        window->model()->settle();
        view->scrollTo(view->model()->index(150, 0), QAbstractItemView::PositionAtTop);
        clickRow(view, 152);
        const int lock = *view->selectedLock();
        const int top = view->indexAt({1, 1}).data(LeaseModel::LockIdRole).toInt();
        QVERIFY(view->verticalScrollBar()->value() > 0);

        QSignalSpy snapshots(window->observer(), &LeaseObserver::snapshotTaken);
        QVERIFY(m_room.exec(
            QStringLiteral("INSERT INTO leader_lease (id, leader_id, expires_at, created_at) "
                           "SELECT i, 'aaa', now() + interval '1 h', now() FROM generate_series(1000, 1040) i")));
        QVERIFY(
            m_room.exec(QStringLiteral("UPDATE leader_lease SET expires_at = now() + interval '2 h' WHERE id < 1000")));
        QTRY_COMPARE_WITH_TIMEOUT(view->model()->rowCount(), 341, patience);
        QTRY_VERIFY_WITH_TIMEOUT(snapshots.size() > 3, patience);
        window->model()->settle();
        QCOMPARE(*view->selectedLock(), lock);
        QCOMPARE(view->indexAt({1, 1}).data(LeaseModel::LockIdRole).toInt(), top);
        QCOMPARE(header->sortIndicatorSection(), int(LeaseModel::HolderColumn));
    }

    void aDeadServerIsABannerAndDimsTheRows()
    {
        QVERIFY(m_room.hold(1, QStringLiteral("node-a#1.1"), 3600));
        const auto window = m_room.open(m_room.options());
        QTRY_VERIFY_WITH_TIMEOUT(whyGreyed(*window).isEmpty(), patience);
        QVERIFY(m_room.server().kill());
        QTRY_VERIFY_WITH_TIMEOUT(bannerOf(*window)->isVisible(), patience);
        QVERIFY(bannerOf(*window)->text().contains(QStringLiteral("ago")));
        QVERIFY(!bannerOf(*window)->detail().isEmpty());
        QVERIFY(shown(*window, 1, 0, LeaseModel::FrozenRole).toBool());
        QVERIFY2(whyGreyed(*window).contains(QStringLiteral("not current")), qPrintable(whyGreyed(*window)));
        QCOMPARE(shown(*window, 1, LeaseModel::HolderColumn).toString(),
                 QStringLiteral("node-a")); // the last values stay
        QCOMPARE(labelText(*window, "latency"), QString());
        QVERIFY(!QApplication::activeModalWidget());

        QVERIFY(m_room.server().startAgain());
        QTRY_VERIFY_WITH_TIMEOUT(!bannerOf(*window)->isVisible(), patience);
        QVERIFY(!shown(*window, 1, 0, LeaseModel::FrozenRole).toBool());
        QTRY_VERIFY_WITH_TIMEOUT(whyGreyed(*window).isEmpty(), patience);
    }

    void aSilentServerNeverStopsTheWindow()
    {
        QVERIFY(m_room.hold(1, QStringLiteral("node-a#1.1"), 3600));
        const auto window = m_room.open(m_room.options());
        QTRY_VERIFY_WITH_TIMEOUT(whyGreyed(*window).isEmpty(), patience);
        QVERIFY(m_room.server().pause());
        QTRY_VERIFY_WITH_TIMEOUT(bannerOf(*window)->isVisible(), patience);
        auto *filter = window->findChild<QLineEdit *>(QStringLiteral("filterEdit"));
        QTest::keyClicks(filter, QStringLiteral("nothing like it"));
        QTRY_COMPARE_WITH_TIMEOUT(tableOf(*window)->model()->rowCount(), 0, patience);
        QVERIFY(m_room.server().resume());
        QTRY_VERIFY_WITH_TIMEOUT(!bannerOf(*window)->isVisible(), patience);
    }

    void pausedRowsStandStill()
    {
        QVERIFY(m_room.hold(1, QStringLiteral("node-a#1.1"), 3600));
        const auto window = m_room.open(m_room.options());
        QTRY_VERIFY_WITH_TIMEOUT(whyGreyed(*window).isEmpty(), patience);
        QTest::keyClick(window.get(), Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(bannerOf(*window)->isVisible(), patience);
        QVERIFY(whyGreyed(*window).contains(QStringLiteral("paused")));
        QVERIFY(shown(*window, 1, 0, LeaseModel::FrozenRole).toBool());
        QTest::keyClick(window.get(), Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!bannerOf(*window)->isVisible(), patience);
        QVERIFY(whyGreyed(*window).isEmpty());
    }

    void readOnlyModeIsVisibleAndGreysTheRelease()
    {
        QVERIFY(m_room.hold(1, QStringLiteral("node-a#1.1"), 3600));
        MonitorOptions options = m_room.options();
        options.readOnly = true;
        const auto window = m_room.open(options);
        QTRY_COMPARE_WITH_TIMEOUT(tableOf(*window)->model()->rowCount(), 1, patience);
        QVERIFY(whyGreyed(*window).contains(QStringLiteral("--read-only")));
        QCOMPARE(labelText(*window, "restriction"), QStringLiteral("read-only"));
        for (const char *order : {"pauseLockAction", "resumeLockAction", "handOverAction", "renameAction"})
            QVERIFY(!actionOf(*window, order)->isEnabled());
    }

    void aReadOnlyProfileIsNamedAsTheReason()
    {
        QVERIFY(m_room.hold(1, QStringLiteral("node-a#1.1"), 3600));
        MonitorOptions options = m_room.options();
        options.profile = ConnectionProfile();
        options.profile->name = QStringLiteral("Orders");
        options.profile->readOnly = true;
        const auto window = m_room.open(options);
        QTRY_COMPARE_WITH_TIMEOUT(tableOf(*window)->model()->rowCount(), 1, patience);
        QVERIFY2(whyGreyed(*window).contains(QStringLiteral("Orders")), qPrintable(whyGreyed(*window)));
        QVERIFY(!whyGreyed(*window).contains(QStringLiteral("--read-only")));
        QCOMPARE(labelText(*window, "restriction"), QStringLiteral("read-only"));
    }

    void aViewerSeesTheReleaseGreyedWithTheReason()
    {
        QVERIFY(m_room.exec(QStringLiteral("DROP ROLE IF EXISTS viewer; CREATE ROLE viewer LOGIN; GRANT SELECT ON ALL "
                                           "TABLES IN SCHEMA public TO viewer")));
        QVERIFY(m_room.hold(1, QStringLiteral("node-a#1.1"), 3600));
        {
            const auto window = m_room.open(m_room.options(QStringLiteral("viewer")));
            QTRY_COMPARE_WITH_TIMEOUT(tableOf(*window)->model()->rowCount(), 1, patience);
            QVERIFY2(whyGreyed(*window).contains(QStringLiteral("viewer")), qPrintable(whyGreyed(*window)));
            QCOMPARE(labelText(*window, "restriction"), QStringLiteral("may not release"));
            for (const char *order : {"pauseLockAction", "resumeLockAction", "handOverAction", "renameAction"}) {
                const QAction *action = actionOf(*window, order);
                QVERIFY2(!action->isEnabled(), order);
                QVERIFY2(action->toolTip().contains(QStringLiteral("viewer")), qPrintable(action->toolTip()));
            }
        }
        QVERIFY(m_room.exec(QStringLiteral("DROP OWNED BY viewer; DROP ROLE viewer")));
    }

    void aLockIsPausedAndResumed()
    {
        QVERIFY(m_room.hold(7, QStringLiteral("node-a#3f2a.1"), 600));
        const auto window = m_room.open(m_room.options());
        QTRY_VERIFY_WITH_TIMEOUT(actionOf(*window, "pauseLockAction")->isEnabled(), patience);
        QVERIFY(!actionOf(*window, "resumeLockAction")->isEnabled());
        QVERIFY(actionOf(*window, "resumeLockAction")->toolTip().contains(QStringLiteral("neither paused")));
        giveOrder(*window, "pauseLockAction", {}, QStringLiteral("disk swap"));
        QTRY_COMPARE_WITH_TIMEOUT(shown(*window, 7, LeaseModel::StateColumn).toString(),
                                  QStringLiteral("Revoked · paused"), patience);
        QVERIFY(m_room.exec(QStringLiteral("DELETE FROM leader_lease WHERE id = 7"))); // the holder lets go
        QTRY_COMPARE_WITH_TIMEOUT(shown(*window, 7, LeaseModel::StateColumn).toString(), QStringLiteral("Paused"),
                                  patience);
        QVERIFY(shown(*window, 7, LeaseModel::StateColumn, Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("disk swap")));
        QTRY_VERIFY_WITH_TIMEOUT(actionOf(*window, "resumeLockAction")->isEnabled(), patience);
        QVERIFY(!actionOf(*window, "pauseLockAction")->isEnabled());
        giveOrder(*window, "resumeLockAction", {}, QStringLiteral("done"));
        QTRY_COMPARE_WITH_TIMEOUT(shown(*window, 7, LeaseModel::StateColumn).toString(), QStringLiteral("Free"),
                                  patience);
    }

    void aLockIsHandedOverAndNamed()
    {
        QVERIFY(m_room.hold(7, QStringLiteral("node-a#3f2a.1"), 600));
        const auto window = m_room.open(m_room.options());
        QTRY_VERIFY_WITH_TIMEOUT(actionOf(*window, "handOverAction")->isEnabled(), patience);
        giveOrder(*window, "renameAction", QStringLiteral("nightly"), {});
        QTRY_COMPARE_WITH_TIMEOUT(shown(*window, 7, LeaseModel::LockColumn, LeaseModel::SecondaryTextRole).toString(),
                                  QStringLiteral("nightly"), patience);
        giveOrder(*window, "handOverAction", QStringLiteral("node-b"), QStringLiteral("drain a"));
        QTRY_VERIFY_WITH_TIMEOUT(
            shown(*window, 7, LeaseModel::StateColumn, Qt::ToolTipRole).toString().contains(QStringLiteral("node-b")),
            patience);
        QVERIFY(m_room.exec(QStringLiteral("DELETE FROM leader_lease WHERE id = 7")));
        QVERIFY(m_room.hold(7, QStringLiteral("node-b#1.1"), 600));
        QTRY_COMPARE_WITH_TIMEOUT(shown(*window, 7, LeaseModel::HolderColumn).toString(), QStringLiteral("node-b"),
                                  patience);
    }

    void aRefusedNameIsExplainedAndNotLost()
    {
        QVERIFY(m_room.hold(7, QStringLiteral("node-a#3f2a.1"), 600));
        const auto window = m_room.open(m_room.options());
        QTRY_VERIFY_WITH_TIMEOUT(actionOf(*window, "renameAction")->isEnabled(), patience);
        actionOf(*window, "renameAction")->trigger();
        auto *dialog = window->findChild<QDialog *>(QStringLiteral("orderDialog"));
        QVERIFY(dialog);
        auto *field = dialog->findChild<QLineEdit *>(QStringLiteral("subjectField"));
        QTest::keyClicks(field, QStringLiteral("77"));
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("orderButton")), Qt::LeftButton);
        auto *hint = dialog->findChild<QLabel *>(QStringLiteral("orderHint"));
        QTRY_VERIFY_WITH_TIMEOUT(hint->text().contains(QStringLiteral("not just a number")), patience);
        QCOMPARE(field->text(), QStringLiteral("77"));
        QVERIFY(field->isEnabled());
    }

    void filterByKeyboard()
    {
        QVERIFY(m_room.hold(1, QStringLiteral("node-a#1.1"), 3600));
        QVERIFY(m_room.hold(2, QStringLiteral("node-b#1.1"), 3600));
        const auto window = m_room.open(m_room.options());
        LeaseView *view = tableOf(*window);
        QTRY_COMPARE_WITH_TIMEOUT(view->model()->rowCount(), 2, patience);
        QTest::keyClick(window.get(), Qt::Key_F, Qt::ControlModifier);
        auto *filter = window->findChild<QLineEdit *>(QStringLiteral("filterEdit"));
        QTRY_VERIFY_WITH_TIMEOUT(filter->hasFocus(), patience);
        QTest::keyClicks(filter, QStringLiteral("node-b"));
        QTRY_COMPARE_WITH_TIMEOUT(view->model()->rowCount(), 1, patience);
        QTest::keyClicks(filter, QStringLiteral("zzz"));
        QTRY_VERIFY_WITH_TIMEOUT(view->emptyText().contains(QStringLiteral("zzz")), patience);
        QTest::keyClick(filter, Qt::Key_Escape);
        QTRY_COMPARE_WITH_TIMEOUT(view->model()->rowCount(), 2, patience);
        QVERIFY(view->hasFocus());
    }

    void theSelectionComesBackFromBehindAFilter()
    {
        QVERIFY(m_room.hold(1, QStringLiteral("node-a#1.1"), 3600));
        QVERIFY(m_room.hold(2, QStringLiteral("node-b#1.1"), 3600));
        const auto window = m_room.open(m_room.options());
        LeaseView *view = tableOf(*window);
        QTRY_COMPARE_WITH_TIMEOUT(view->model()->rowCount(), 2, patience);
        clickRow(view, 1);
        QCOMPARE(view->selectedLock(), std::optional(2));
        QSignalSpy changes(view, &LeaseView::selectedLockChanged);
        window->model()->setFilter({QStringLiteral("node-a"), false, {}});
        QTRY_COMPARE_WITH_TIMEOUT(view->model()->rowCount(), 1, patience);
        QCOMPARE(view->selectedLock(), std::nullopt);
        QVERIFY(whyGreyed(*window).contains(QStringLiteral("Select a lock")));
        window->model()->setFilter({});
        QTRY_COMPARE_WITH_TIMEOUT(view->selectedLock(), std::optional(2), patience);
        QCOMPARE(changes.size(), 2);
        window->model()->setGrouping(LeaseGrouping::ByHolder);
        QTRY_COMPARE_WITH_TIMEOUT(view->model()->rowCount(), 4, patience);
        QCOMPARE(view->selectedLock(), std::optional(2));
        clickRow(view, 2); // the group's row folds it away
        QTRY_COMPARE_WITH_TIMEOUT(view->model()->rowCount(), 3, patience);
        QTest::keyClick(view, Qt::Key_Right);
        QTRY_COMPARE_WITH_TIMEOUT(view->model()->rowCount(), 4, patience);
    }

    void rowsAreCopiedWithHeaders()
    {
        QVERIFY(m_room.hold(4, QStringLiteral("node-a#1.1"), 3600));
        const auto window = m_room.open(m_room.options());
        LeaseView *view = tableOf(*window);
        QTRY_COMPARE_WITH_TIMEOUT(view->model()->rowCount(), 1, patience);
        clickRow(view, 0);
        QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
        QVERIFY(lines.at(0).startsWith(QStringLiteral("Lock\tHolder\tState\tTerm")));
        QVERIFY(lines.at(1).startsWith(QStringLiteral("4\t")));
        QVERIFY(lines.at(1).contains(QStringLiteral("node-a")));
    }

    void severalRowsAreCopiedAndNothingIsDoneToThem()
    {
        for (int lock = 1; lock <= 5; ++lock)
            QVERIFY(m_room.hold(lock, QStringLiteral("node-%1#1.1").arg(lock), 3600));
        const auto window = m_room.open(m_room.options());
        LeaseView *view = tableOf(*window);
        QTRY_COMPARE_WITH_TIMEOUT(view->model()->rowCount(), 5, patience);
        clickRow(view, 1);
        QTRY_VERIFY_WITH_TIMEOUT(whyGreyed(*window).isEmpty(), patience);
        QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(selectedLocks(*view), QSet<int>({2, 3, 4}));
        QCOMPARE(view->selectedRows(), 3);
        QCOMPARE(view->selectedLock(), std::optional(4)); // what history and details are about
        QVERIFY(
            window->findChild<QDockWidget *>(QStringLiteral("historyDock"))->windowTitle().contains(QLatin1Char('4')));
        QVERIFY(whyGreyed(*window).contains(QStringLiteral("Several rows are selected")));
        for (const char *order : {"pauseLockAction", "resumeLockAction", "handOverAction", "renameAction"}) {
            QVERIFY2(!actionOf(*window, order)->isEnabled(), order);
            QVERIFY2(actionOf(*window, order)->statusTip().contains(QStringLiteral("Several rows")), order);
        }
        QVERIFY(labelText(*window, "summary").contains(QStringLiteral("3 selected")));

        QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
        QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 5); // headers, three rows, and nothing after the last end of line
        QVERIFY(lines.at(0).startsWith(QStringLiteral("Lock\tHolder")));
        QVERIFY(lines.at(1).startsWith(QStringLiteral("2\t")));
        QVERIFY(lines.at(3).startsWith(QStringLiteral("4\t")));

        // They stay selected wherever they go.
        view->sortByColumn(LeaseModel::HolderColumn, Qt::DescendingOrder);
        QTRY_COMPARE_WITH_TIMEOUT(shownRow(*window, 5), 0, patience);
        QVERIFY(m_room.exec(QStringLiteral("DELETE FROM leader_lease WHERE id = 3")));
        QVERIFY(m_room.hold(3, QStringLiteral("zzz#1.1"), 3600));
        QTRY_COMPARE_WITH_TIMEOUT(shownRow(*window, 3), 0, patience);
        QCOMPARE(selectedLocks(*view), QSet<int>({2, 3, 4}));
        QCOMPARE(view->selectedLock(), std::optional(4));

        clickRow(view, shownRow(*window, 3), Qt::ControlModifier);
        clickRow(view, shownRow(*window, 5), Qt::ControlModifier);
        QCOMPARE(selectedLocks(*view), QSet<int>({2, 4, 5}));
        actionOf(*window, "copyAction")->trigger();
        lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
        QVERIFY(lines.at(1).startsWith(QStringLiteral("5\t"))); // as they stand in the table
        clickRow(view, shownRow(*window, 5));
        QTRY_VERIFY_WITH_TIMEOUT(whyGreyed(*window).isEmpty(), patience);
        QCOMPARE(view->selectedLock(), std::optional(5));
        QVERIFY(!labelText(*window, "summary").contains(QStringLiteral("selected")));
    }

    // Ctrl and the arrows go from row to row without selecting: where one is can be seen.
    void theCurrentRowIsMarkedWhileNotSelected()
    {
        QVERIFY(m_room.hold(1, QStringLiteral("node-a#1.1"), 3600));
        QVERIFY(m_room.hold(2, QStringLiteral("node-b#1.1"), 3600));
        const auto window = m_room.open(m_room.options());
        LeaseView *view = tableOf(*window);
        QTRY_COMPARE_WITH_TIMEOUT(view->model()->rowCount(), 2, patience);
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get(), patience));
        view->setFocus();
        clickRow(view, 0);
        const QRect second = view->visualRect(view->model()->index(1, LeaseModel::TermColumn));
        const auto edge = [&] { return view->viewport()->grab(second).toImage().pixelColor(second.width() / 2, 0); };
        const QColor highlight = view->palette().color(QPalette::Highlight);
        QVERIFY(edge() != highlight);
        QTest::keyClick(view, Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(view->currentIndex().row(), 1);
        QCOMPARE(selectedLocks(*view), QSet<int>{1});
        QCOMPARE(view->selectedLock(), std::optional(1)); // the only one
        QCOMPARE(edge(), highlight);
    }

    void historyFollowsTheSelection()
    {
        QVERIFY(m_room.hold(1, QStringLiteral("node-a#1.1"), 3600));
        QVERIFY(m_room.hold(2, QStringLiteral("node-b#1.1"), 3600));
        const auto window = m_room.open(m_room.options());
        LeaseView *view = tableOf(*window);
        auto *history = window->findChild<CalmTable *>(QStringLiteral("historyTable"));
        QTRY_COMPARE_WITH_TIMEOUT(view->model()->rowCount(), 2, patience);
        clickRow(view, shownRow(*window, 2));
        QTRY_COMPARE_WITH_TIMEOUT(history->model()->rowCount(), 1, patience);
        QVERIFY(history->model()->index(0, 3).data().toString().contains(QStringLiteral("node-b")));
        QVERIFY(m_room.exec(QStringLiteral("DELETE FROM leader_lease WHERE id = 2")));
        QTRY_COMPARE_WITH_TIMEOUT(history->model()->rowCount(), 2, patience);
        QCOMPARE(history->model()->index(0, 1).data().toString(), QStringLiteral("Released"));
        QTest::keyClick(view, Qt::Key_Up);
        QTRY_VERIFY_WITH_TIMEOUT(
            history->model()->rowCount() == 1
                && history->model()->index(0, 3).data().toString().contains(QStringLiteral("node-a")),
            patience);
    }

    void aPlainTableIsWatchedAndSaysWhatItLacks()
    {
        QVERIFY(m_room.prepare(SchemaLevel::Plain));
        QVERIFY(m_room.hold(1, QStringLiteral("npm-node"), 3600));
        const auto window = m_room.open(m_room.options());
        QTRY_COMPARE_WITH_TIMEOUT(shown(*window, 1, LeaseModel::HolderColumn).toString(), QStringLiteral("npm-node"),
                                  patience);
        QCOMPARE(labelText(*window, "level"), QStringLiteral("plain"));
        auto *history = window->findChild<CalmTable *>(QStringLiteral("historyTable"));
        QTRY_VERIFY_WITH_TIMEOUT(history->emptyText().contains(QStringLiteral("plain table")), patience);
        QVERIFY(whyGreyed(*window).isEmpty());
    }

    void withoutAConnectionTheBannerTellsAndTheDialogConnects()
    {
        QVERIFY(m_room.hold(1, QStringLiteral("node-a#1.1"), 3600));
        MonitorOptions options = m_room.options();
        options.connection = ConnectionParameters::fromString(QStringLiteral("postgresql://nobody@127.0.0.1:1/none"));
        const auto window = m_room.open(options);
        QTRY_VERIFY_WITH_TIMEOUT(bannerOf(*window)->isVisible() && !bannerOf(*window)->detail().isEmpty(), patience);

        QTest::keyClick(window.get(), Qt::Key_O, Qt::ControlModifier);
        const auto dialog = [&] { return window->findChild<QDialog *>(QStringLiteral("connectionsDialog")); };
        QTRY_VERIFY_WITH_TIMEOUT(dialog() && dialog()->isVisible(), patience);
        const ConnectionParameters wanted = m_room.options().connection;
        const std::pair<const char *, const char *> fields[]
            = {{"hostEdit", "host"}, {"portEdit", "port"}, {"userEdit", "user"}, {"databaseEdit", "dbname"}};
        for (const auto &[name, keyword] : fields) {
            auto *line = dialog()->findChild<QLineEdit *>(QString::fromLatin1(name));
            line->selectAll();
            QTest::keyClicks(line, wanted.value(QString::fromLatin1(keyword)));
        }
        auto *schema = dialog()->findChild<QLineEdit *>(QStringLiteral("schemaEdit"));
        schema->selectAll();
        QTest::keyClicks(schema, QStringLiteral("no;schema"));
        QTest::keyClick(schema, Qt::Key_Return);
        auto *error = dialog()->findChild<QLabel *>(QStringLiteral("schemaEditMessage"));
        QVERIFY(!error->text().isEmpty());
        schema->selectAll();
        QTest::keyClicks(schema, QStringLiteral("public"));
        QTest::keyClick(schema, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(tableOf(*window)->model()->rowCount(), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!bannerOf(*window)->isVisible(), patience);
    }

    void moreLocksThanAreReadIsSaid()
    {
        for (int lock = 1; lock <= 3; ++lock)
            QVERIFY(m_room.hold(lock, QStringLiteral("node-a#1.1"), 3600));
        const auto window = m_room.open(m_room.options());
        QTRY_COMPARE_WITH_TIMEOUT(tableOf(*window)->model()->rowCount(), 3, patience);
        QVERIFY(!bannerOf(*window)->isVisible());
        window->observer()->stop();
        window->observer()->setMostLocks(2);
        window->observer()->start();
        QTRY_VERIFY_WITH_TIMEOUT(bannerOf(*window)->text().contains(QStringLiteral("only the first 2")), patience);
        QVERIFY(bannerOf(*window)->isVisible());
        QVERIFY(bannerOf(*window)->detail().contains(QStringLiteral("leader_lease_lock")));
        QTRY_COMPARE_WITH_TIMEOUT(tableOf(*window)->model()->rowCount(), 2, patience);
        tableOf(*window)->selectLock(1);
        QTRY_VERIFY_WITH_TIMEOUT(whyGreyed(*window).isEmpty(), patience); // what is shown is current
    }

    void aMissingTableIsExplained()
    {
        MonitorOptions options = m_room.options();
        options.schemas = QStringList{QStringLiteral("nowhere")};
        const auto window = m_room.open(options);
        QTRY_VERIFY_WITH_TIMEOUT(bannerOf(*window)->text().contains(QStringLiteral("nowhere")), patience);
        QVERIFY(bannerOf(*window)->isVisible());
    }

    void layoutSortAndIntervalAreRememberedAndNoPassword()
    {
        MonitorOptions options = m_room.options();
        options.connection.set(QStringLiteral("password"), QStringLiteral("top-secret"));
        options.interval.reset();
        {
            const auto window = m_room.open(options);
            window->resize(901, 611);
            tableOf(*window)->sortByColumn(LeaseModel::SinceColumn, Qt::DescendingOrder);
            tableOf(*window)->horizontalHeader()->resizeSection(LeaseModel::TermColumn, 177);
            for (QAction *action : window->findChildren<QAction *>()) {
                if (action->data().toInt() == 5000)
                    action->trigger();
            }
            window->close();
        }
        const auto window = m_room.open(options);
        QCOMPARE(window->size(), QSize(901, 611));
        QCOMPARE(tableOf(*window)->horizontalHeader()->sortIndicatorSection(), int(LeaseModel::SinceColumn));
        QCOMPARE(tableOf(*window)->horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
        QCOMPARE(tableOf(*window)->columnWidth(LeaseModel::TermColumn), 177);
        QCOMPARE(window->observer()->interval(), std::chrono::milliseconds(5000));
        QSettings settings;
        settings.sync();
        QFile file(settings.fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("top-secret"));
    }

    void rowsAreSortedFromTheMenu()
    {
        QVERIFY(m_room.hold(1, QStringLiteral("node-a#1.1"), 3600));
        QVERIFY(m_room.hold(2, QStringLiteral("node-b#1.1"), 3600));
        const auto window = m_room.open(m_room.options());
        const QHeaderView *header = tableOf(*window)->horizontalHeader();
        QTRY_COMPARE_WITH_TIMEOUT(tableOf(*window)->model()->rowCount(), 2, patience);
        auto *menu = window->findChild<QMenu *>(QStringLiteral("sortMenu"));
        menu->popup({});
        for (QAction *action : menu->actions()) {
            QVERIFY(action->text() != QStringLiteral("Renewals")); // that column is hidden
            QCOMPARE(action->isChecked(), action->text() == QStringLiteral("Lock"));
            if (action->text() == QStringLiteral("Holder"))
                action->trigger();
        }
        menu->close();
        QCOMPARE(header->sortIndicatorSection(), int(LeaseModel::HolderColumn));
        menu->popup({});
        menu->findChild<QAction *>(QStringLiteral("descendingAction"))->trigger();
        menu->close();
        QCOMPARE(header->sortIndicatorSection(), int(LeaseModel::HolderColumn));
        QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
        QTRY_COMPARE_WITH_TIMEOUT(shownRow(*window, 2), 0, patience);
    }

    // For who walks through the menus by keyboard: tool tips are for the mouse.
    void whyAnActionIsGreyedIsSaidInTheStatusBar()
    {
        const auto window = m_room.open(m_room.options());
        QTRY_VERIFY_WITH_TIMEOUT(tableOf(*window)->emptyText().contains(QStringLiteral("No leases")), patience);
        for (const char *name : {"releaseAction", "pauseLockAction", "handOverAction", "renameAction", "copyAction"}) {
            QVERIFY2(!actionOf(*window, name)->isEnabled(), name);
            QVERIFY2(actionOf(*window, name)->statusTip().contains(QStringLiteral("Select a lock")), name);
        }
        for (const char *name : {"closePageAction", "nextPageAction"})
            QVERIFY2(actionOf(*window, name)->statusTip().contains(QStringLiteral("only one page")), name);
        auto *status = window->findChild<QWidget *>(QStringLiteral("role"));
        QVERIFY(status->isVisible());
        QStatusTipEvent tip(actionOf(*window, "copyAction")->statusTip());
        QApplication::sendEvent(window.get(), &tip);
        QVERIFY(window->statusBar()->currentMessage().contains(QStringLiteral("Select a lock")));
        QVERIFY(!status->isVisible()); // it gives its room to the words
        QStatusTipEvent end{QString()};
        QApplication::sendEvent(window.get(), &end);
        QVERIFY(status->isVisible());
    }

    void filterAndGroupsAreRemembered()
    {
        QVERIFY(m_room.hold(1, QStringLiteral("node-a#1.1"), 3600));
        QVERIFY(m_room.hold(2, QStringLiteral("node-b#1.1"), 3600));
        {
            const auto window = m_room.open(m_room.options());
            QTRY_COMPARE_WITH_TIMEOUT(tableOf(*window)->model()->rowCount(), 2, patience);
            actionOf(*window, "expressionAction")->trigger();
            actionOf(*window, "heldAction")->trigger();
            actionOf(*window, "groupAction")->trigger();
            QTest::keyClicks(window->findChild<QLineEdit *>(QStringLiteral("filterEdit")), QStringLiteral("node-[b]"));
            window->close();
        }
        const auto window = m_room.open(m_room.options());
        QCOMPARE(window->findChild<QLineEdit *>(QStringLiteral("filterEdit"))->text(), QStringLiteral("node-[b]"));
        QVERIFY(actionOf(*window, "expressionAction")->isChecked());
        QVERIFY(actionOf(*window, "heldAction")->isChecked());
        QVERIFY(!actionOf(*window, "freeAction")->isChecked());
        QVERIFY(actionOf(*window, "groupAction")->isChecked());
        QTRY_COMPARE_WITH_TIMEOUT(tableOf(*window)->model()->rowCount(), 2, patience); // the group, and its lock
        QVERIFY(shownRow(*window, 2) >= 0);
        QVERIFY(shownRow(*window, 1) < 0);
    }

    void questionMarkShowsTheKeys()
    {
        const auto window = m_room.open(m_room.options());
        window->activateWindow(); // keys are for the active window, and a window manager takes its time
        QVERIFY(QTest::qWaitForWindowActive(window.get(), patience));
        QTest::keyClick(window.get(), Qt::Key_Question);
        QTRY_VERIFY_WITH_TIMEOUT(window->findChild<QDialog *>(QStringLiteral("shortcutsDialog")), patience);
        QStringList said;
        for (const QLabel *label :
             window->findChild<QDialog *>(QStringLiteral("shortcutsDialog"))->findChildren<QLabel *>())
            said << label->text();
        for (const char *keys :
             {"Ctrl+C", "Menu key", "Alt+Down", "Left, Right, Space", "Ctrl+Left, Ctrl+Right", "F2", "Alt"})
            QVERIFY2(said.contains(QString::fromLatin1(keys)), keys);
    }

    void closingTheWindowEndsTheProgram()
    {
        const auto window = m_room.open(m_room.options());
        QTimer::singleShot(0, window.get(), &QWidget::close);
        QTimer::singleShot(patience, qApp, [] { QCoreApplication::exit(1); });
        QCOMPARE(QApplication::exec(), 0);
    }

private:
    WindowRoom m_room;
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
