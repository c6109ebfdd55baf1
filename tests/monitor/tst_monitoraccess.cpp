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
#include <QTest>
#include <QToolBar>
#include <QToolButton>

using namespace Elector;

namespace {

constexpr int patience = 30'000;

// Widgets that can have the focus and have no name, as a screen reader would find them.
QString namelessWidgets(QWidget *window)
{
    QStringList nameless;
    QList<QWidget *> widgets = window->findChildren<QWidget *>();
    widgets.append(window);
    for (QWidget *widget : std::as_const(widgets)) {
        if (widget->focusPolicy() == Qt::NoFocus && widget != window)
            continue;
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (!interface || interface->text(QAccessible::Name).trimmed().isEmpty())
            nameless << QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char('/')
                    + widget->objectName();
    }
    return nameless.join(QLatin1Char(' '));
}

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

    void everyFocusableWidgetOfTheWindowHasAName() { QCOMPARE(namelessWidgets(m_window.get()), QString()); }

    void everyFocusableWidgetOfTheDialogsHasAName()
    {
        QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        auto *release = m_window->findChild<QDialog *>(QStringLiteral("releaseDialog"));
        QVERIFY(release);
        QCOMPARE(namelessWidgets(release), QString());
        release->close();
        ConnectionsDialog connections({});
        QCOMPARE(namelessWidgets(&connections), QString());
        ConnectionImport import;
        QCOMPARE(namelessWidgets(&import), QString());
        PasswordDialog password(QStringLiteral("Orders"), QStringLiteral("db.example"));
        QCOMPARE(namelessWidgets(&password), QString());
        ShortcutsDialog shortcuts(m_window->actions(), nullptr);
        QCOMPARE(namelessWidgets(&shortcuts), QString());
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
