// SPDX-License-Identifier: MIT
#include "calmtable.h"
#include "historymodel.h"
#include "historypanel.h"
#include "leasemodel.h"
#include "leaseview.h"
#include "timelineview.h"
#include "windowroom.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Elector;
using namespace Qt::StringLiterals;

#define TRY(condition) QTRY_VERIFY_WITH_TIMEOUT((condition), 30'000)

/// The history of the selected lock, in the real window on a real server.
class TestHistoryPanel : public QObject
{
    Q_OBJECT

    struct Parts
    {
        explicit Parts(MainWindow &window)
            : panel(window.findChild<HistoryPanel *>())
            , tabs(window.findChild<QTabWidget *>(u"historyTabs"_s))
            , timeline(panel->timeline())
            , table(panel->table())
            , older(window.findChild<QToolButton *>(u"olderButton"_s))
        {
        }
        const Tenures &tenures() const { return timeline->scene().tenures(); }
        qsizetype rows() const { return table->model()->rowCount(); }
        qint64 row(int at) const { return table->model()->index(at, 0).data(HistoryModel::SequenceRole).toLongLong(); }
        qint64 currentRow() const { return table->currentIndex().data(HistoryModel::SequenceRole).toLongLong(); }
        void openTab(int index) const
        {
            QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(index).center());
        }
        /// The dialog that the entry with this text in the menu of the export button opens.
        template <typename Dialog> Dialog *choose(const QString &text) const
        {
            const auto actions = panel->findChild<QToolButton *>(u"exportButton"_s)->menu()->actions();
            for (QAction *action : actions) {
                if (action->text().remove(u'&').contains(text))
                    action->trigger();
            }
            auto *dialog = panel->findChild<Dialog *>();
            return dialog && QTest::qWaitForWindowExposed(dialog) ? dialog : nullptr;
        }

        HistoryPanel *panel;
        QTabWidget *tabs;
        TimelineView *timeline;
        CalmTable *table;
        QToolButton *older;
    };

    /// `count` terms that ended, two entries each.
    bool writeHistory(int count)
    {
        return bool(m_room.exec(u"INSERT INTO leader_lease_history (at, id, term, leader_id, event) "
                                "SELECT clock_timestamp() - interval '1 day' + i * interval '1 s', 1, i / 2 + 1, "
                                "'old-' || (i / 2) % 3, CASE i % 2 WHEN 0 THEN 'captured' ELSE 'released' END "
                                "FROM generate_series(0, %1) i ORDER BY i"_s.arg(2 * count - 1)));
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_room.start(), qPrintable(m_room.error())); }
    void init() { QVERIFY2(m_room.prepare(SchemaLevel::Full), qPrintable(m_room.error())); }

    void bothShowTheSameAndSelectTheSame()
    {
        QVERIFY(m_room.hold(1, u"node-a#1.1"_s, 3600));
        QVERIFY(m_room.exec(u"DELETE FROM leader_lease WHERE id = 1"_s));
        QVERIFY(m_room.hold(1, u"node-b#1.1"_s, 3600));
        const auto window = m_room.open(m_room.options());
        const Parts parts(*window);
        TRY(parts.rows() == 3 && parts.tenures().tenures().size() == 2);
        QCOMPARE(parts.tenures().instances().at(1).name, u"node-b"_s);
        QVERIFY(parts.timeline->followsNow());
        QVERIFY(parts.timeline->accessibleName().contains(u'1'));

        parts.timeline->setFocus();
        QTest::keyClick(parts.timeline, Qt::Key_Left, Qt::ControlModifier);
        QVERIFY(parts.timeline->selectedSequence() != 0);
        QCOMPARE(parts.currentRow(), parts.timeline->selectedSequence());
        parts.openTab(1);
        TRY(parts.table->isVisible());
        parts.table->setCurrentIndex(parts.table->model()->index(2, 0)); // captured
        QVERIFY(parts.timeline->selectedText().contains(u"node-a"_s));
        QCOMPARE(parts.currentRow(), parts.row(2)); // it stays where one put it
        // And live: an end, a gap.
        QVERIFY(m_room.exec(u"DELETE FROM leader_lease WHERE id = 1"_s));
        TRY(parts.rows() == 4 && !parts.tenures().gaps().empty() && parts.tenures().gaps().back().running);
        QVERIFY(parts.timeline->selectedText().contains(u"node-a"_s));
    }

    void aLeaseThatRanOutEndsBeforeTheHistoryTells()
    {
        QVERIFY(m_room.hold(1, u"npm-node"_s, 1));
        const auto window = m_room.open(m_room.options());
        const Parts parts(*window);
        TRY(parts.tenures().tenures().size() == 1);
        TRY(parts.tenures().silentGap(parts.timeline->scene().now()).has_value());
        QCOMPARE(parts.rows(), 1);
    }

    void olderEntriesAreReadWhenWanted()
    {
        QVERIFY(writeHistory(1100));
        QVERIFY(m_room.hold(1, u"node-a#1.1"_s, 3600));
        const auto window = m_room.open(m_room.options());
        const Parts parts(*window);
        TRY(parts.rows() == 1000);
        TRY(parts.older->isVisible() && parts.older->isEnabled());
        const qint64 newest = parts.row(0);
        QTest::mouseClick(parts.older, Qt::LeftButton);
        TRY(parts.rows() == 2000 && parts.older->isEnabled());
        QVERIFY(parts.older->isVisible());
        QTest::mouseClick(parts.older, Qt::LeftButton);
        TRY(parts.rows() == 2201);
        TRY(!parts.older->isVisible());
        QCOMPARE(parts.row(0), newest);
        QCOMPARE(parts.tenures().tenures().size(), 1101U);
        QVERIFY(parts.tenures().tenures().at(0).fromKnown);
    }

    void aShortHistoryHasNothingOlder()
    {
        QVERIFY(m_room.hold(1, u"node-a#1.1"_s, 3600));
        const auto window = m_room.open(m_room.options());
        const Parts parts(*window);
        TRY(parts.rows() == 1);
        QVERIFY(!parts.older->isVisible());
    }

    void theChoiceOfTheViewIsRemembered()
    {
        QVERIFY(m_room.hold(1, u"node-a#1.1"_s, 3600));
        {
            const auto window = m_room.open(m_room.options());
            const Parts parts(*window);
            QVERIFY(parts.timeline->isVisible());
            QVERIFY(window->findChild<QToolButton *>(u"zoomInButton"_s)->isVisible());
            parts.openTab(1);
            TRY(parts.table->isVisible());
            QVERIFY(!window->findChild<QToolButton *>(u"zoomInButton"_s)->isVisible());
            QVERIFY(window->close());
        }
        const auto window = m_room.open(m_room.options());
        QVERIFY(Parts(*window).table->isVisible());
    }

    void anotherLockAnotherHistory()
    {
        QVERIFY(m_room.hold(1, u"node-a#1.1"_s, 3600));
        QVERIFY(m_room.hold(2, u"node-b#1.1"_s, 3600));
        const auto window = m_room.open(m_room.options());
        const Parts parts(*window);
        TRY(tableOf(*window)->model()->rowCount() == 2);
        tableOf(*window)->setFocus();
        for (int i = 0; i < 9; ++i)
            QTest::keyClick(tableOf(*window), i % 2 == 0 ? Qt::Key_Down : Qt::Key_Up);
        TRY(parts.tenures().tenures().size() == 1 && parts.tenures().instances().at(0).name == u"node-b"_s);
        QVERIFY(parts.timeline->accessibleName().contains(u'2'));
    }

    void buttonsZoom()
    {
        QVERIFY(writeHistory(5));
        QVERIFY(m_room.hold(1, u"node-a#1.1"_s, 3600));
        const auto window = m_room.open(m_room.options());
        const Parts parts(*window);
        TRY(parts.rows() == 11);
        const auto span = [&] {
            return double((parts.timeline->scene().scale().to() - parts.timeline->scene().scale().from()).count());
        };
        const auto click
            = [&](const QString &name) { QTest::mouseClick(window->findChild<QToolButton *>(name), Qt::LeftButton); };
        const auto all = span();
        click(u"zoomInButton"_s);
        QVERIFY(span() < all * 0.9);
        click(u"zoomOutButton"_s);
        click(u"zoomOutButton"_s);
        QVERIFY(span() > all * 1.1);
        click(u"zoomFitButton"_s);
        QVERIFY(std::abs(span() / all - 1) < 0.05);
    }

    void whatIsShownCanBeSaved()
    {
        QTemporaryDir folder;
        const auto window = m_room.open(m_room.options());
        const Parts parts(*window);
        QVERIFY(!parts.panel->exportTo(folder.filePath(u"a.png"_s), TimelineExport::Png).isEmpty());
        QVERIFY(!window->findChild<QToolButton *>(u"exportButton"_s)->isEnabled());
        QVERIFY(m_room.hold(1, u"node-a#1.1"_s, 3600));
        TRY(parts.rows() == 1);
        QVERIFY(window->findChild<QToolButton *>(u"exportButton"_s)->isEnabled());
        QCOMPARE(parts.panel->exportTo(folder.filePath(u"a.png"_s), TimelineExport::Png), QString());
        QVERIFY(QFile::exists(folder.filePath(u"a.png"_s)));
    }

    void theFileDialogSaves()
    {
        QVERIFY(m_room.hold(1, u"node-a#1.1"_s, 3600));
        const auto window = m_room.open(m_room.options());
        const Parts parts(*window);
        TRY(parts.rows() == 1);
        const QTemporaryDir folder;
        for (const QString &kind : {u"png"_s, u"svg"_s, u"pdf"_s}) {
            auto *dialog = parts.choose<QFileDialog>(kind.toUpper());
            QVERIFY(dialog);
            auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
            QCOMPARE(name->text(), u"lock-1."_s + kind);
            name->setText(folder.filePath(u"timeline"_s)); // the suffix is added
            QTest::keyClick(name, Qt::Key_Return);
            TRY(QFileInfo(folder.filePath(u"timeline."_s + kind)).size() > 500);
            TRY(window->findChildren<QFileDialog *>().isEmpty());
        }
        // Leaving the dialog writes nothing.
        auto *dialog = parts.choose<QFileDialog>(u"PNG"_s);
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(folder.filePath(u"other"_s));
        QTest::keyClick(dialog, Qt::Key_Escape);
        TRY(window->findChildren<QFileDialog *>().isEmpty());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 3);
    }

    void thePrintDialogPrints()
    {
        QVERIFY(m_room.hold(1, u"node-a#1.1"_s, 3600));
        const auto window = m_room.open(m_room.options());
        const Parts parts(*window);
        TRY(parts.rows() == 1);
        auto *dialog = parts.choose<QPrintDialog>(u"Print"_s);
        QVERIFY(dialog);
        QCOMPARE(dialog->printer()->pageLayout().orientation(), QPageLayout::Landscape);
        auto *printers = dialog->findChild<QComboBox *>(u"printers"_s);
        printers->setCurrentIndex(printers->count() - 1); // into a file, which is there without any printer
        const QTemporaryDir folder;
        dialog->findChild<QLineEdit *>(u"filename"_s)->setText(folder.filePath(u"paper.pdf"_s));
        QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
        TRY(QFileInfo(folder.filePath(u"paper.pdf"_s)).size() > 500);
        QFile paper(folder.filePath(u"paper.pdf"_s));
        QVERIFY(paper.open(QIODevice::ReadOnly) && paper.read(5) == "%PDF-");
    }

    void emptinessIsSaidInBothViews()
    {
        QVERIFY(m_room.prepare(SchemaLevel::Plain));
        QVERIFY(m_room.hold(1, u"npm-node"_s, 3600));
        const auto window = m_room.open(m_room.options());
        const Parts parts(*window);
        QVERIFY(!parts.timeline->emptyText().isEmpty());
        TRY(parts.timeline->emptyText().contains(u"plain table"_s));
        QCOMPARE(parts.table->emptyText(), parts.timeline->emptyText());
    }

    void whileNobodyAnswersTimeStandsStill()
    {
        QVERIFY(m_room.hold(1, u"node-a#1.1"_s, 3600));
        const auto window = m_room.open(m_room.options());
        const Parts parts(*window);
        TRY(parts.rows() == 1);
        QVERIFY(m_room.server().stopImmediate());
        const auto now = [&] {
            parts.timeline->fitAll();
            return parts.timeline->scene().now();
        };
        TRY(window->model()->index(0, 0).data(LeaseModel::FrozenRole).toBool());
        const Instant last = now();
        for (int i = 0; i < 10; ++i) {
            QTest::qWait(50);
            QCOMPARE(now(), last);
        }
        QVERIFY(m_room.server().startAgain());
        TRY(now() > last);
        QCOMPARE(parts.rows(), 1);
    }

    void everythingHasAName()
    {
        QVERIFY(m_room.hold(1, u"node-a#1.1"_s, 3600));
        const auto window = m_room.open(m_room.options());
        const Parts parts(*window);
        TRY(parts.rows() == 1);
        for (const QWidget *widget : parts.panel->findChildren<QWidget *>()) {
            if (widget->focusPolicy() & Qt::TabFocus)
                QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
    }

private:
    WindowRoom m_room;
};

QTEST_MAIN(TestHistoryPanel)
#include "tst_historypanel.moc"
