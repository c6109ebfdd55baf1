// SPDX-License-Identifier: MIT
#include "connectionimport.h"
#include "connectionsdialog.h"
#include "leaseview.h"
#include "passworddialog.h"
#include "shortcutsdialog.h"
#include "windowroom.h"

#include <QAccessible>
#include <QAction>
#include <QDialog>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

using namespace Elector;

namespace {

constexpr int patience = 30'000;

QString nameOf(const QWidget *widget)
{
    return QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char('/') + widget->objectName();
}

// Widgets that can have the focus and lack a name or a description, as a screen reader would find them.
QString wordlessWidgets(QWidget *window)
{
    QStringList wordless;
    QList<QWidget *> widgets = window->findChildren<QWidget *>();
    widgets.append(window);
    for (QWidget *widget : std::as_const(widgets)) {
        if (widget->focusPolicy() == Qt::NoFocus && widget != window)
            continue;
        // Qt's own: the arrows of a bar of tabs, and the bar of docks that lie on one another.
        if (widget->objectName().startsWith(QLatin1String("Scroll"))
            || (qobject_cast<QTabBar *>(widget) && widget->parent() == window))
            continue;
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (!interface || interface->text(QAccessible::Name).trimmed().isEmpty())
            wordless << nameOf(widget) + QStringLiteral(" has no name");
        else if (interface->text(QAccessible::Description).trimmed().isEmpty()
                 && widget->accessibleDescription().isEmpty()) // which Qt 6.4 does not pass on for bars of tabs
            wordless << nameOf(widget) + QStringLiteral(" has no description");
    }
    return wordless.join(QLatin1Char('\n'));
}

// Cells of a table without a name or a description; also says so if there are no cells.
QString wordlessCells(QTableView *view)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(view);
    QAccessibleTableInterface *table = interface ? interface->tableInterface() : nullptr;
    if (!table || table->rowCount() == 0)
        return nameOf(view) + QStringLiteral(" has no rows");
    QStringList wordless;
    for (int row = 0; row < table->rowCount(); ++row) {
        for (int column = 0; column < table->columnCount(); ++column) {
            const QString at = QStringLiteral("%1 at %2, %3 ").arg(nameOf(view)).arg(row).arg(column);
            QAccessibleInterface *cell = table->cellAt(row, column);
            if (!cell)
                wordless << at + QStringLiteral("is missing");
            else if (cell->text(QAccessible::Description).trimmed().isEmpty())
                wordless << at + QStringLiteral("has no description");
        }
    }
    return wordless.join(QLatin1Char('\n'));
}

// A list that must be empty.
#define NONE(list)                                                                                                     \
    do {                                                                                                               \
        const QString found = (list);                                                                                  \
        if (!found.isEmpty())                                                                                          \
            qWarning().noquote() << found; /* in full */                                                               \
        QVERIFY(found.isEmpty());                                                                                      \
    } while (false)

} // namespace

class TestMonitorAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_room.start(), qPrintable(m_room.error()));
        QVERIFY2(m_room.prepare(SchemaLevel::Full), qPrintable(m_room.error()));
        QVERIFY(m_room.hold(7, QStringLiteral("node-a#3f2a.1"), 3600));
        m_window = m_room.open(m_room.options());
        QTRY_VERIFY_WITH_TIMEOUT(whyGreyed(*m_window).isEmpty(), patience);
    }

    void cleanupTestCase() { m_window.reset(); }

    void everyFocusableWidgetOfTheWindowIsNamedAndDescribed() { NONE(wordlessWidgets(m_window.get())); }

    void everyFocusableWidgetOfTheDialogsIsNamedAndDescribed()
    {
        QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QStringList wordless;
        const auto look = [&wordless](QDialog *dialog) {
            const QString found = dialog ? wordlessWidgets(dialog) : QStringLiteral("no dialog");
            if (!found.isEmpty())
                wordless << found;
        };
        auto *release = m_window->findChild<QDialog *>(QStringLiteral("releaseDialog"));
        look(release);
        release->close();
        for (const char *order : {"pauseLockAction", "handOverAction", "renameAction"}) {
            actionOf(*m_window, order)->trigger();
            auto *dialog = m_window->findChild<QDialog *>(QStringLiteral("orderDialog"));
            look(dialog);
            delete dialog;
        }
        ConnectionsDialog connections({});
        look(&connections);
        ConnectionImport import;
        look(&import);
        PasswordDialog password(QStringLiteral("Orders"), QStringLiteral("db.example"));
        look(&password);
        ShortcutsDialog shortcuts(m_window->actions(), nullptr);
        look(&shortcuts);
        NONE(wordless.join(QLatin1Char('\n')));
    }

    void theTableIsATableWithWordsInEveryCell()
    {
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(tableOf(*m_window));
        QVERIFY(interface);
        QAccessibleTableInterface *table = interface->tableInterface();
        QVERIFY(table);
        QCOMPARE(table->rowCount(), 1);
        QCOMPARE(table->columnCount(), int(LeaseModel::columns));
        for (int column = 0; column < LeaseModel::columns; ++column) {
            QVERIFY(!table->columnDescription(column).isEmpty());
            QAccessibleInterface *cell = table->cellAt(0, column);
            QVERIFY(cell);
            QVERIFY(!cell->text(QAccessible::Name).isEmpty());
        }
    }

    void everyCellOfEveryTableIsDescribed()
    {
        tableOf(*m_window)->selectRow(0);
        for (const char *action : {"detailsAction", "historyAction", "overviewAction"}) {
            QVERIFY2(actionOf(*m_window, action), action);
            actionOf(*m_window, action)->setChecked(true);
        }
        for (QTableView *table : m_window->findChildren<QTableView *>()) {
            if (!table->isVisible())
                continue; // in a tab behind another
            QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 0, patience);
            NONE(wordlessCells(table));
        }
    }

    void theToolBarIsShortAndEveryActionOfItHasAShortcut()
    {
        const auto *bar = m_window->findChild<QToolBar *>(QStringLiteral("toolBar"));
        int actions = 0;
        for (const QAction *action : bar->actions()) {
            if (action->text().isEmpty())
                continue;
            ++actions;
            QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->text()));
        }
        QVERIFY(actions > 0 && actions <= 4);
    }

private:
    WindowRoom m_room;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMonitorAccess)
#include "tst_monitoraccess.moc"
