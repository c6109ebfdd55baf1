// SPDX-License-Identifier: MIT

// Many schemas in one window: a page for each, and what follows the page in front.
#include "calmtable.h"
#include "fakevault.h"
#include "leasemodel.h"
#include "leasepage.h"
#include "leaseview.h"
#include "profilepages.h"
#include "windowroom.h"

#include <Elector/schema.h>

#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>

namespace Elector {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000;

QTabWidget *tabsOf(MainWindow &window)
{
    return window.findChild<QTabWidget *>(u"pages"_s);
}

} // namespace

class TestPages : public QObject
{
    Q_OBJECT

    WindowRoom m_room;

    WatchTarget target(const QString &schema, bool readOnly = false) const
    {
        const MonitorOptions options = m_room.options();
        return {options.connection, schema, {}, readOnly};
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_room.start(), qPrintable(m_room.error())); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support propagateSizeHints).*"_s));
        QVERIFY2(m_room.prepare(SchemaLevel::Full), qPrintable(m_room.error()));
        QVERIFY(m_room.exec(Schema::installSql(u"other"_s, SchemaLevel::Full, 15)));
    }

    void oneSchemaNeedsNoTabs()
    {
        const auto window = m_room.open(m_room.options());
        QVERIFY(window);
        QTRY_VERIFY_WITH_TIMEOUT(window->page()->watch()->isCurrent(), patience);
        QVERIFY(!tabsOf(*window)->tabBar()->isVisible());
        QCOMPARE(tabsOf(*window)->count(), 1);
        actionOf(*window, "closePageAction")->trigger();
        QCOMPARE(tabsOf(*window)->count(), 1); // the last one stays
    }

    // As on a command line that names several: one after the other, and the one in front stays there.
    void severalProfilesAreOpenedBeside()
    {
        ConnectionProfile first;
        first.name = u"First"_s;
        first.setParameters(m_room.options().connection);
        first.schemas = QStringList{u"public"_s, u"other"_s};
        ConnectionProfile asked = first;
        asked.name = u"Asked"_s;
        asked.passwordMode = PasswordMode::Ask;
        ConnectionProfile last = first;
        last.name = u"Last"_s;
        last.readOnly = true;
        last.schemas = QStringList{u"other"_s};
        FakeVault vault;
        const auto window = m_room.open(m_room.options());
        QVERIFY(window);
        const LeasePage *front = window->page();
        (new ProfilePages(&vault, window.get()))->open({first, asked, last});
        QTRY_VERIFY_WITH_TIMEOUT(window->findChild<QDialog *>(u"passwordDialog"_s), patience);
        QCOMPARE(tabsOf(*window)->count(), 3); // what comes after it waits
        window->findChild<QDialog *>(u"passwordDialog"_s)->reject();
        QTRY_COMPARE_WITH_TIMEOUT(tabsOf(*window)->count(), 4, patience);
        QCOMPARE(window->page(), front);
        for (int i = 0; i < 4; ++i) {
            auto *page = qobject_cast<LeasePage *>(tabsOf(*window)->widget(i));
            QTRY_VERIFY_WITH_TIMEOUT(page->watch()->isCurrent(), patience);
        }
        tabsOf(*window)->setCurrentIndex(3);
        QTRY_VERIFY_WITH_TIMEOUT(whyGreyed(*window).contains(u"Last"_s), patience);
    }

    void whatIsAroundFollowsThePageInFront()
    {
        QVERIFY(m_room.hold(7, u"here"_s, 60));
        const auto window = m_room.open(m_room.options());
        QVERIFY(window);
        QTRY_COMPARE_WITH_TIMEOUT(window->model()->rowCount(), 1, patience);
        LeasePage *first = window->page();
        auto *history = window->findChild<CalmTable *>(u"historyTable"_s);
        QTRY_VERIFY_WITH_TIMEOUT(history->model()->rowCount() > 0, patience);
        auto *filter = window->findChild<QLineEdit *>(u"filterEdit"_s);
        filter->setText(u"here"_s);

        window->watch(target(u"other"_s, true));
        QVERIFY(window->page() != first);
        QVERIFY(tabsOf(*window)->tabBar()->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(window->page()->watch()->isCurrent(), patience);
        QCOMPARE(filter->text(), QString());
        QCOMPARE(history->model()->rowCount(), 0);
        QVERIFY(whyGreyed(*window).contains(u"read-only"_s));
        QVERIFY(tabsOf(*window)->tabText(1).contains(u"other"_s));
        QVERIFY(first->watch()->isCurrent()); // and it goes on

        QTest::keyClick(window.get(), Qt::Key_Tab, Qt::ControlModifier);
        QTRY_COMPARE(window->page(), first);
        QCOMPARE(filter->text(), u"here"_s);
        QTRY_VERIFY_WITH_TIMEOUT(history->model()->rowCount() > 0, patience);
        QTRY_VERIFY_WITH_TIMEOUT(actionOf(*window, "releaseAction")->isEnabled(), patience);
    }

    void eachPageIsPausedByItself()
    {
        const auto window = m_room.open(m_room.options());
        QVERIFY(window);
        QTRY_VERIFY_WITH_TIMEOUT(window->page()->watch()->isCurrent(), patience);
        window->watch(target(u"other"_s));
        QTRY_VERIFY_WITH_TIMEOUT(window->page()->watch()->isCurrent(), patience);
        QAction *pause = actionOf(*window, "pauseAction");
        pause->setChecked(true);
        QTRY_COMPARE_WITH_TIMEOUT(window->observer()->state(), LeaseObserver::Paused, patience);
        tabsOf(*window)->setCurrentIndex(0);
        QVERIFY(!pause->isChecked());
        QVERIFY(window->page()->watch()->isCurrent());
        tabsOf(*window)->setCurrentIndex(1);
        QVERIFY(pause->isChecked());
        QCOMPARE(window->observer()->state(), LeaseObserver::Paused);
    }

    void aClosedPageIsGone()
    {
        const auto window = m_room.open(m_room.options());
        QVERIFY(window);
        QTRY_VERIFY_WITH_TIMEOUT(window->page()->watch()->isCurrent(), patience);
        window->watch(target(u"other"_s));
        QTRY_VERIFY_WITH_TIMEOUT(window->page()->watch()->isCurrent(), patience);
        const QPointer<LeaseWatch> second(window->page()->watch());
        actionOf(*window, "closePageAction")->trigger();
        QVERIFY(!second);
        QCOMPARE(tabsOf(*window)->count(), 1);
        QCOMPARE(window->page()->watch()->target().schema, u"public"_s);
        window->grab();
    }

    void aPageThatCannotConnectGivesItsPlace()
    {
        MonitorOptions options = m_room.options();
        options.schemas = QStringList{u"nowhere"_s};
        const auto window = m_room.open(options);
        QVERIFY(window);
        QTRY_VERIFY_WITH_TIMEOUT(window->observer()->lastError(), patience);
        window->watch(target(u"other"_s));
        QCOMPARE(tabsOf(*window)->count(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(window->page()->watch()->isCurrent(), patience);
    }
};

} // namespace Elector

QTEST_MAIN(Elector::TestPages)
#include "tst_pages.moc"
