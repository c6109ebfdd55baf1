// SPDX-License-Identifier: MIT
#include "leaseview.h"
#include "windowroom.h"

#include <Elector/operatorname.h>

#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QTest>

using namespace Elector;

namespace {

constexpr int patience = 30'000;

} // namespace

class TestReleaseDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_room.start(), qPrintable(m_room.error())); }
    void init() { QVERIFY2(m_room.prepare(SchemaLevel::Full), qPrintable(m_room.error())); }

    void cleanup() { m_window.reset(); }

    void namesItsTargetAndWantsAReason()
    {
        openDialog(7, QStringLiteral("node-a#3f2a.1"), 3600, QStringLiteral("billing"));
        QVERIFY(text("targetLock").contains(QStringLiteral("billing")));
        QVERIFY(text("targetLock").contains(QLatin1Char('7')));
        QCOMPARE(text("targetHolder"), QStringLiteral("node-a#3f2a.1"));
        QVERIFY(find<QRadioButton>("revokeChoice")->isChecked());
        QVERIFY(!button()->isEnabled());
        QCOMPARE(text("hint"), QStringLiteral("Give a reason."));
        type("reasonEdit", QStringLiteral("   "));
        QVERIFY(!button()->isEnabled());
        type("reasonEdit", QStringLiteral("hangs"));
        QVERIFY(button()->isEnabled());
        // By when it is over, on a clock and from now.
        const QRegularExpression deadline(QStringLiteral("\\(by [0-9: -]+, in (1 h 00|59) min"));
        QVERIFY2(text("revokeText").contains(deadline), qPrintable(text("revokeText")));
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!m_dialog, patience);
        QCOMPARE(holderInDatabase(7), QStringLiteral("node-a#3f2a.1")); // nothing was done
    }

    void revokesAndFollowsUntilSomebodyLeads()
    {
        openDialog(7, QStringLiteral("node-a#3f2a.1"), 3600);
        type("reasonEdit", QStringLiteral("node hangs"));
        QTest::keyClick(find<QLineEdit>("reasonEdit"), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(text("progress").contains(QStringLiteral("Revoked")), patience);
        QVERIFY(holderInDatabase(7) != QStringLiteral("node-a#3f2a.1"));
        QVERIFY(holderInDatabase(7).contains(QStringLiteral("node-a#3f2a.1"))); // a tombstone that contains it
        QTRY_COMPARE_WITH_TIMEOUT(shown(*m_window, 7, LeaseModel::StateColumn).toString(), QStringLiteral("Revoked"),
                                  patience);
        QVERIFY2(
            text("progress").contains(QRegularExpression(QStringLiteral("lets go, by [0-9: -]+, in .* at the latest"))),
            qPrintable(text("progress")));
        QTRY_VERIFY_WITH_TIMEOUT(
            text("now").contains(QRegularExpression(QStringLiteral("let go, by [0-9: -]+, in .* at the latest"))),
            patience);
        QCOMPARE(
            m_room
                .exec(QStringLiteral("SELECT reason FROM leader_lease_history WHERE id = 7 ORDER BY seq DESC LIMIT 1"))
                .value()
                .toString(),
            QStringLiteral("node hangs"));

        QVERIFY(m_room.exec(QStringLiteral("DELETE FROM leader_lease WHERE id = 7")));
        QTRY_VERIFY_WITH_TIMEOUT(text("progress").contains(QStringLiteral("The lock is free.")), patience);
        QVERIFY(m_room.hold(7, QStringLiteral("node-b#77.1"), 3600));
        QTRY_VERIFY_WITH_TIMEOUT(text("progress").contains(QStringLiteral("node-b")), patience);
        QVERIFY(text("now").isEmpty());
        QTest::mouseClick(find<QPushButton>("closeButton"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!m_dialog, patience);
    }

    void whoWaitsIsSaid()
    {
        openDialog(7, QStringLiteral("node-a#3f2a.1"), 3600);
        QVERIFY2(text("revokeText").contains(QStringLiteral("No session is known to wait")),
                 qPrintable(text("revokeText")));
        const TestConnection candidate(m_room.server().socketDir(), m_room.server().port(), m_room.database(),
                                       QStringLiteral("postgres"),
                                       QStringLiteral("application_name='elector 7 node-c'"));
        QTRY_VERIFY_WITH_TIMEOUT(text("revokeText").contains(QStringLiteral("one of the 1 session")), patience);
    }

    void aPausedLockStaysFree()
    {
        openDialog(7, QStringLiteral("node-a#3f2a.1"), 3600, QStringLiteral("billing"));
        QTest::mouseClick(find<QRadioButton>("evictChoice"), Qt::LeftButton, {}, {10, 10});
        type("reasonEdit", QStringLiteral("dead"));
        type("confirmEdit", QStringLiteral("billing"));
        QTest::mouseClick(button(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(text("progress").contains(QStringLiteral("The lock is free.")), patience);
        QVERIFY(m_room.exec(QStringLiteral("SELECT leader_lease_order(7, 'pause', NULL, NULL, NULL, NULL)")));
        QTRY_VERIFY_WITH_TIMEOUT(text("now").contains(QStringLiteral("until it is resumed")), patience);
        QVERIFY(m_room.exec(QStringLiteral("SELECT leader_lease_order(7, 'resume', NULL, NULL, NULL, NULL)")));
        QTRY_VERIFY_WITH_TIMEOUT(text("now").contains(QStringLiteral("Waiting for the next leader")), patience);
    }

    void evictingWantsTheNameTyped()
    {
        openDialog(7, QStringLiteral("node-a#3f2a.1"), 3600, QStringLiteral("billing"));
        QTest::mouseClick(find<QRadioButton>("evictChoice"), Qt::LeftButton, {}, {10, 10});
        QVERIFY(find<QRadioButton>("evictChoice")->isChecked());
        type("reasonEdit", QStringLiteral("dead"));
        QVERIFY(!button()->isEnabled());
        QTest::keyClick(find<QLineEdit>("reasonEdit"), Qt::Key_Return);
        QCOMPARE(holderInDatabase(7), QStringLiteral("node-a#3f2a.1"));
        type("confirmEdit", QStringLiteral("bill"));
        QVERIFY(!button()->isEnabled());
        type("confirmEdit", QStringLiteral("ing"));
        QVERIFY(button()->isEnabled());
        QCOMPARE(button()->text(), QStringLiteral("Evict"));
        QTest::keyClick(find<QLineEdit>("reasonEdit"), Qt::Key_Return); // Enter alone does not evict
        QCOMPARE(holderInDatabase(7), QStringLiteral("node-a#3f2a.1"));
        QTest::mouseClick(button(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(text("progress").contains(QStringLiteral("Evicted. The old holder may still act")),
                                 patience);
        QCOMPARE(holderInDatabase(7), QString());
        QTRY_VERIFY_WITH_TIMEOUT(text("progress").contains(QStringLiteral("The lock is free.")), patience);
    }

    void whatIsRevokedAlreadyCanOnlyBeEvicted()
    {
        openDialog(7, QStringLiteral("node-a#3f2a.1"), 3600, QStringLiteral("billing"));
        type("reasonEdit", QStringLiteral("hangs"));
        QTest::keyClick(find<QLineEdit>("reasonEdit"), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(text("progress").contains(QStringLiteral("Revoked")), patience);
        QTest::mouseClick(find<QPushButton>("closeButton"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!m_dialog, patience);
        QTRY_COMPARE_WITH_TIMEOUT(shown(*m_window, 7, LeaseModel::StateColumn).toString(), QStringLiteral("Revoked"),
                                  patience);
        QVERIFY(actionOf(*m_window, "releaseAction")->toolTip().contains(QStringLiteral("Evict")));

        pressRelease();
        QTRY_VERIFY_WITH_TIMEOUT(text("revokeText").contains(QStringLiteral("Already revoked by")), patience);
        QVERIFY(text("revokeText").contains(defaultOperatorName()));
        type("reasonEdit", QStringLiteral("does not let go"));
        QVERIFY(!button()->isEnabled());
        QVERIFY2(text("hint").contains(QStringLiteral("revoked already")), qPrintable(text("hint")));
        QTest::keyClick(find<QLineEdit>("reasonEdit"), Qt::Key_Return);
        QVERIFY(m_dialog->isVisible());
        QTest::mouseClick(find<QRadioButton>("evictChoice"), Qt::LeftButton, {}, {10, 10});
        QVERIFY(!button()->isEnabled()); // its name is wanted as ever
        type("confirmEdit", QStringLiteral("billing"));
        QVERIFY(button()->isEnabled());
        QTest::mouseClick(button(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(text("progress").contains(QStringLiteral("Evicted. The old holder may still act")),
                                 patience);
        QCOMPARE(holderInDatabase(7), QString());
    }

    // A plain table keeps no history: nobody knows by whom.
    void somebodyElseRevokesItMeanwhile_data()
    {
        QTest::addColumn<SchemaLevel>("level");
        QTest::addColumn<QString>("words");
        QTest::newRow("full") << SchemaLevel::Full << QStringLiteral("Already revoked by \u2068postgres\u2069:");
        QTest::newRow("plain") << SchemaLevel::Plain << QStringLiteral("Already revoked:");
    }
    void somebodyElseRevokesItMeanwhile()
    {
        QFETCH(const SchemaLevel, level);
        QFETCH(const QString, words);
        QVERIFY(m_room.prepare(level));
        openDialog(7, QStringLiteral("node-a#3f2a.1"), 3600);
        type("reasonEdit", QStringLiteral("hangs"));
        QVERIFY(button()->isEnabled());
        QVERIFY(
            m_room.exec(QStringLiteral("UPDATE leader_lease SET leader_id = '#revoked ' || leader_id WHERE id = 7")));
        QTRY_VERIFY_WITH_TIMEOUT(text("revokeText").contains(words), patience);
        QVERIFY(!button()->isEnabled());
        QVERIFY(!text("hint").contains(QStringLiteral("moved on")));
        QTest::mouseClick(find<QRadioButton>("evictChoice"), Qt::LeftButton, {}, {10, 10});
        type("confirmEdit", QStringLiteral("7"));
        QVERIFY(button()->isEnabled());
    }

    void theLockIdConfirmsToo()
    {
        openDialog(-12, QStringLiteral("node-a#3f2a.1"), 3600);
        QTest::mouseClick(find<QRadioButton>("evictChoice"), Qt::LeftButton, {}, {10, 10});
        type("reasonEdit", QStringLiteral("dead"));
        type("confirmEdit", QStringLiteral("-12"));
        QVERIFY(button()->isEnabled());
    }

    void aLockThatMovesOnWhileOneThinksIsNotReleased()
    {
        openDialog(7, QStringLiteral("node-a#3f2a.1"), 3600);
        type("reasonEdit", QStringLiteral("hangs"));
        QVERIFY(button()->isEnabled());
        QVERIFY(m_room.exec(QStringLiteral("DELETE FROM leader_lease WHERE id = 7")));
        QVERIFY(m_room.hold(7, QStringLiteral("node-b#77.1"), 3600));
        QTRY_VERIFY_WITH_TIMEOUT(!button()->isEnabled(), patience);
        QVERIFY(text("hint").contains(QStringLiteral("moved on")));
        QCOMPARE(holderInDatabase(7), QStringLiteral("node-b#77.1"));
    }

    // The window has not seen it yet: the database refuses.
    void theDatabaseRefusesWhatMovedOnUnseen()
    {
        QVERIFY(m_room.prepare(SchemaLevel::Plain)); // no notifications
        openDialog(7, QStringLiteral("node-a#3f2a.1"), 3600, {}, std::chrono::hours(1));
        type("reasonEdit", QStringLiteral("hangs"));
        QVERIFY(m_room.exec(QStringLiteral("UPDATE leader_lease SET leader_id = 'node-b#77.1' WHERE id = 7")));
        QTest::mouseClick(button(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(text("progress").contains(QStringLiteral("Refused, nothing was done")), patience);
        QCOMPARE(holderInDatabase(7), QStringLiteral("node-b#77.1"));
    }

    void aBrokenConnectionDisablesTheButton()
    {
        openDialog(7, QStringLiteral("node-a#3f2a.1"), 3600);
        type("reasonEdit", QStringLiteral("hangs"));
        QVERIFY(button()->isEnabled());
        QVERIFY(m_room.server().kill());
        QTRY_VERIFY_WITH_TIMEOUT(!button()->isEnabled(), patience);
        QVERIFY(text("hint").contains(QStringLiteral("connection")));
        QVERIFY(m_room.server().startAgain());
        QTRY_VERIFY_WITH_TIMEOUT(button()->isEnabled(), patience);
    }

    void anNpmHolderIsWarnedOf()
    {
        openDialog(7, QStringLiteral("npm-node-1"), 3600);
        bool warned = false;
        for (const QLabel *label : m_dialog->findChildren<QLabel *>())
            warned = warned || label->text().contains(QStringLiteral("nest-leader-election"));
        QVERIFY(warned);
    }

private:
    template <typename Widget> Widget *find(const char *name)
    {
        return m_dialog->findChild<Widget *>(QString::fromLatin1(name));
    }
    QString text(const char *name) { return m_dialog ? find<QLabel>(name)->text() : QString(); }
    QPushButton *button() { return find<QPushButton>("releaseButton"); }
    void type(const char *field, const QString &what) { QTest::keyClicks(find<QLineEdit>(field), what); }

    QString holderInDatabase(int lock)
    {
        return m_room.exec(QStringLiteral("SELECT leader_id FROM leader_lease WHERE id = %1").arg(lock))
            .value()
            .toString();
    }

    void openDialog(int lock, const QString &holder, double seconds, const QString &name = {},
                    std::chrono::milliseconds interval = std::chrono::milliseconds(200))
    {
        QVERIFY2(m_room.hold(lock, holder, seconds), qPrintable(m_room.error()));
        if (!name.isEmpty())
            QVERIFY(m_room.exec(
                QStringLiteral("UPDATE leader_lease_lock SET name = '%1' WHERE id = %2").arg(name).arg(lock)));
        MonitorOptions options = m_room.options();
        options.interval = interval;
        m_window = m_room.open(options);
        QTRY_VERIFY_WITH_TIMEOUT(shownRow(*m_window, lock) >= 0, patience);
        tableOf(*m_window)->selectLock(lock);
        QTRY_VERIFY_WITH_TIMEOUT(whyGreyed(*m_window).isEmpty(), patience);
        pressRelease();
    }

    void pressRelease()
    {
        m_window->activateWindow(); // keys are for the active window
        QVERIFY(QTest::qWaitForWindowActive(m_window.get(), patience));
        QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<QDialog *>(QStringLiteral("releaseDialog")), patience);
        m_dialog = m_window->findChild<QDialog *>(QStringLiteral("releaseDialog"));
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
    }

    WindowRoom m_room;
    std::unique_ptr<MainWindow> m_window;
    QPointer<QDialog> m_dialog;
};

QTEST_MAIN(TestReleaseDialog)
#include "tst_releasedialog.moc"
