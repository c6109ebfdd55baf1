// SPDX-License-Identifier: MIT

// No text is cut off, in any language and from right to left.
#include "calmtable.h"
#include "connectionlabel.h"
#include "connectionprofile.h"
#include "connectionsdialog.h"
#include "language.h"
#include "orderdialog.h"
#include "shortcutsdialog.h"
#include "windowroom.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDockWidget>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

namespace Elector {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000;

bool labelIsCut(const QLabel &label)
{
    if (label.text().isEmpty())
        return false;
    if (label.wordWrap())
        return label.heightForWidth(label.width()) > label.height();
    return label.sizeHint().width() > label.width();
}

// What is shown in less room than its words need, as "class/name: words".
QString cutOff(QWidget *window)
{
    QStringList cut;
    const auto note = [&cut](const QWidget *widget, const QString &words) {
        cut << u"%1/%2: %3"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(), words);
    };
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        if (const auto *label = qobject_cast<QLabel *>(widget)) {
            if (labelIsCut(*label))
                note(widget, label->text());
        } else if (const auto *button = qobject_cast<QAbstractButton *>(widget)) {
            if (!button->text().isEmpty() && button->sizeHint().width() > button->width())
                note(widget, button->text());
        } else if (const auto *bar = qobject_cast<QTabBar *>(widget)) {
            for (int i = 0; i < bar->count(); ++i) {
                if (bar->fontMetrics().horizontalAdvance(bar->tabText(i)) > bar->tabRect(i).width())
                    note(widget, bar->tabText(i));
            }
        } else if (const auto *table = qobject_cast<CalmTable *>(widget)) {
            for (int i = 0; i < table->model()->columnCount(); ++i) {
                const QString title = table->model()->headerData(i, Qt::Horizontal).toString();
                if (!table->isColumnHidden(i) && table->fontMetrics().horizontalAdvance(title) > table->columnWidth(i))
                    note(widget, title);
            }
        }
    }
    return cut.join(u'\n');
}

// Two entries of one menu that the same letter chooses.
QString ambiguousKeys(const QMainWindow &window)
{
    QStringList twice;
    QList<QList<QAction *>> menus{window.menuBar()->actions()};
    for (const QMenu *menu : window.findChildren<QMenu *>())
        menus.append(menu->actions());
    for (const QList<QAction *> &menu : std::as_const(menus)) {
        QMap<QKeySequence, QString> seen;
        for (const QAction *action : menu) {
            const QKeySequence key = QKeySequence::mnemonic(action->text());
            if (!key.isEmpty() && seen.contains(key))
                twice << seen.value(key) + u" / "_s + action->text();
            seen.insert(key, action->text());
        }
    }
    return twice.join(u'\n');
}

} // namespace

class TestLayouts : public QObject
{
    Q_OBJECT

    WindowRoom m_room;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_room.start(), qPrintable(m_room.error()));
        QVERIFY2(m_room.prepare(SchemaLevel::Full), qPrintable(m_room.error()));
        QVERIFY(m_room.hold(7, u"node-a#3f2a.1"_s, 36'000));
        QVERIFY(m_room.exec(u"UPDATE leader_lease_lock SET name = 'nightly-billing'"_s));
    }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support propagateSizeHints).*"_s));
    }
    void cleanup()
    {
        QApplication::setLayoutDirection(Qt::LeftToRight);
        Language::install(u"en"_s);
    }

    void nothingIsCutOff_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("rightToLeft");
        for (const Language::Choice &choice : Language::choices()) {
            if (!choice.code.isEmpty())
                QTest::newRow(qPrintable(choice.code)) << choice.code << false;
        }
        QTest::newRow("right to left") << u"en"_s << true;
    }

    void nothingIsCutOff()
    {
        QFETCH(QString, language);
        QFETCH(bool, rightToLeft);
        Language::install(language);
        QApplication::setLayoutDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
        const auto window = m_room.open(m_room.options());
        QVERIFY(window);
        QTRY_COMPARE_WITH_TIMEOUT(whyGreyed(*window), QString(), patience);
        for (const char *dock : {"detailsAction", "overviewAction"})
            actionOf(*window, dock)->trigger();
        QCoreApplication::processEvents(); // the layouts settle
        QCOMPARE(cutOff(window.get()), QString());
        QCOMPARE(ambiguousKeys(*window), QString());

        actionOf(*window, "releaseAction")->trigger();
        check(window->findChild<QDialog *>(u"releaseDialog"_s));
        for (const char *order : {"pauseLockAction", "handOverAction", "renameAction"}) {
            actionOf(*window, order)->trigger();
            check(window->findChild<QDialog *>(u"orderDialog"_s));
        }
        ConnectionsDialog connect({});
        check(&connect);
        ShortcutsDialog shortcuts(window->actions(), nullptr);
        check(&shortcuts);
    }

    // English has plurals too, also where the locale is one without a translation.
    void pluralsAreRightWithoutATranslation()
    {
        const auto counted
            = [](int n) { return QCoreApplication::translate("Elector::LeaseCells", "%n lock(s)", nullptr, n); };
        for (const QString &code : {u"en"_s, u"C"_s, u"fi"_s}) {
            Language::install(code);
            QCOMPARE(counted(1), u"1 lock"_s);
            QCOMPARE(counted(2), u"2 locks"_s);
        }
        Language::install(u"de"_s);
        QCOMPARE(counted(2), u"2 Sperren"_s);
    }

    // The library's words for "nothing is given" stand in the list of connections.
    void theDefaultServerIsTranslated()
    {
        Language::install(u"de"_s);
        QCOMPARE(targetText(ConnectionParameters().description()), u"Server laut Voreinstellung"_s);
        QCOMPARE(ConnectionProfile().title(), targetText(ConnectionParameters().description()));
        QCOMPARE(targetText(u"db.example"_s), u"db.example"_s);
        Language::install(u"en"_s);
        QCOMPARE(ConnectionProfile().title(), u"the default server"_s);
    }

    // The check itself: a label that is too narrow is found.
    void theCheckSeesWhatIsCut()
    {
        QWidget window;
        QLabel label(u"rather a long text"_s, &window);
        window.show();
        label.resize(20, 20);
        QVERIFY(cutOff(&window).contains(u"rather"_s));
        label.resize(label.sizeHint());
        QCOMPARE(cutOff(&window), QString());
    }

private:
    void check(QDialog *dialog)
    {
        QVERIFY(dialog);
        dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        QCOMPARE(cutOff(dialog), QString());
        dialog->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
};

} // namespace Elector

QTEST_MAIN(Elector::TestLayouts)
#include "tst_layouts.moc"
