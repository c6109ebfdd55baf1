// SPDX-License-Identifier: MIT

// Handing a lock over: who waits for it can be chosen.
#include "orderdialog.h"

#include "windowroom.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>

namespace Elector {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000;

} // namespace

class TestOrderDialog : public QObject
{
    Q_OBJECT

    WindowRoom m_room;

    std::unique_ptr<TestConnection> session(const QString &name) const
    {
        return std::make_unique<TestConnection>(m_room.server().socketDir(), m_room.server().port(), m_room.database(),
                                                u"postgres"_s, u"application_name='"_s + name + u'\'');
    }

    QPointer<OrderDialog> m_dialog;

    void ask(MainWindow &window, const char *action)
    {
        QTRY_VERIFY2_WITH_TIMEOUT(actionOf(window, action)->isEnabled(), action, patience);
        actionOf(window, action)->trigger();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        m_dialog = window.findChild<OrderDialog *>();
        QVERIFY(m_dialog);
    }
    QString text(const char *name) { return m_dialog->findChild<QLabel *>(QString::fromLatin1(name))->text(); }
    void give(const QString &reason)
    {
        m_dialog->findChild<QLineEdit *>(u"reasonField"_s)->setText(reason);
        QTest::mouseClick(m_dialog->findChild<QPushButton *>(u"orderButton"_s), Qt::LeftButton);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_room.start(), qPrintable(m_room.error())); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support propagateSizeHints).*"_s));
        QVERIFY2(m_room.prepare(SchemaLevel::Full), qPrintable(m_room.error()));
    }

    void whoWaitsCanBeChosen()
    {
        QVERIFY(m_room.hold(7, u"node-a#3f2a.1"_s, 600));
        const auto holder = session(u"elector 7 node-a"_s);
        const auto candidate = session(u"elector 7 node-c"_s);
        const auto other = session(u"elector 8 node-x"_s);
        const auto cut
            = session(u"elector 7 "_s + QString(53, u'n')); // as long as a name can be: perhaps not all of it
        const auto window = m_room.open(m_room.options());
        QTRY_VERIFY_WITH_TIMEOUT(actionOf(*window, "handOverAction")->isEnabled(), patience);
        actionOf(*window, "handOverAction")->trigger();
        auto *dialog = window->findChild<OrderDialog *>();
        QVERIFY(dialog);
        auto *box = dialog->findChild<QComboBox *>(u"candidateBox"_s);
        QTRY_COMPARE_WITH_TIMEOUT(box->count(), 1, patience);
        QCOMPARE(box->itemText(0), u"node-c"_s);
        QCOMPARE(box->currentText(), QString()); // nobody is chosen for the operator
        auto *button = dialog->findChild<QPushButton *>(u"orderButton"_s);
        QVERIFY(!button->isEnabled());
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(box->currentText(), u"node-c"_s);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"reasonField"_s), u"drain a"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(
            m_room.exec(u"SELECT reserved_for FROM leader_lease_lock WHERE id = 7"_s).value().toString(), u"node-c"_s,
            patience);
    }

    void aLockWithANameIsRenamed()
    {
        QVERIFY(m_room.hold(7, u"node-a#3f2a.1"_s, 600));
        QVERIFY(m_room.exec(u"UPDATE leader_lease_lock SET name = 'old' WHERE id = 7"_s));
        const auto window = m_room.open(m_room.options());
        QTRY_VERIFY_WITH_TIMEOUT(actionOf(*window, "renameAction")->isEnabled(), patience);
        actionOf(*window, "renameAction")->trigger();
        auto *dialog = window->findChild<OrderDialog *>();
        auto *field = dialog->findChild<QLineEdit *>(u"subjectField"_s);
        QCOMPARE(field->text(), u"old"_s);
        field->setText(u"new"_s);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"orderButton"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(m_room.exec(u"SELECT name FROM leader_lease_lock WHERE id = 7"_s).value().toString(),
                                  u"new"_s, patience);
    }

    void whoHoldsItAlreadyIsNotNamedAgain()
    {
        QVERIFY(m_room.hold(7, u"node-a#3f2a.1"_s, 600));
        const auto window = m_room.open(m_room.options());
        ask(*window, "handOverAction");
        m_dialog->findChild<QLineEdit *>(u"reasonField"_s)->setText(u"drain"_s);
        auto *button = m_dialog->findChild<QPushButton *>(u"orderButton"_s);
        m_dialog->findChild<QLineEdit *>(u"subjectField"_s)->setText(u" node-a "_s);
        QVERIFY(!button->isEnabled());
        QVERIFY2(text("orderHint").contains(u"holds the lock already"_s), qPrintable(text("orderHint")));
        m_dialog->findChild<QLineEdit *>(u"subjectField"_s)->setText(u"node-ab"_s);
        QVERIFY(button->isEnabled());
    }

    void byWhenTheHolderLetsGoIsSaid()
    {
        QVERIFY(m_room.hold(7, u"node-a#3f2a.1"_s, 3600));
        const auto window = m_room.open(m_room.options());
        const QRegularExpression hour(u"by [0-9: -]+, in (1 h 00|59) min"_s);
        ask(*window, "pauseLockAction");
        QTRY_VERIFY2_WITH_TIMEOUT(text("orderConsequence").contains(hour), qPrintable(text("orderConsequence")),
                                  patience);
        QVERIFY(text("orderConsequence").contains(u"at the latest"_s));
        m_dialog->close();
        ask(*window, "handOverAction");
        QVERIFY2(text("orderConsequence").contains(hour), qPrintable(text("orderConsequence")));
        // The lock is kept for two minutes more.
        QVERIFY2(text("orderConsequence")
                     .contains(QRegularExpression(u"reservation ends, by [0-9: -]+, in 1 h 0[12] min"_s)),
                 qPrintable(text("orderConsequence")));
        m_dialog->close();

        QVERIFY(m_room.exec(u"DELETE FROM leader_lease WHERE id = 7"_s));
        QTRY_COMPARE_WITH_TIMEOUT(shown(*window, 7, LeaseModel::StateColumn).toString(), u"Free"_s, patience);
        ask(*window, "pauseLockAction");
        QVERIFY2(!text("orderConsequence").contains(u"latest"_s),
                 qPrintable(text("orderConsequence"))); // nobody holds it
    }

    void whatCameOfItIsFollowed()
    {
        QVERIFY(m_room.hold(7, u"node-a#3f2a.1"_s, 3600));
        const auto window = m_room.open(m_room.options());
        ask(*window, "handOverAction");
        m_dialog->findChild<QLineEdit *>(u"subjectField"_s)->setText(u"node-b"_s);
        give(u"drain a"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(
            text("orderHint").contains(QRegularExpression(u"reserved.*let go, by [0-9: -]+, in .* at the latest"_s)),
            qPrintable(text("orderHint")), patience);
        QVERIFY(m_room.exec(u"DELETE FROM leader_lease WHERE id = 7"_s));
        QTRY_VERIFY_WITH_TIMEOUT(text("orderHint").contains(u"Waiting for the instance"_s), patience);
        QVERIFY(m_room.hold(7, u"node-b#1.1"_s, 3600));
        QTRY_VERIFY_WITH_TIMEOUT(text("orderHint").contains(u"Now led by"_s), patience);
        QVERIFY(text("orderHint").contains(u"node-b#1.1"_s));
    }

    // What the operator thinks about is no longer so: nothing is done to what he has not seen.
    void aLockThatMovesOnMeanwhileIsNotTouched_data()
    {
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("meanwhile");
        QTest::addColumn<QString>("words");
        const QString order
            = u"UPDATE leader_lease_lock SET paused_at = now(), order_operator = 'olga', order_reason = '%1'"_s;
        const QString another = u"DELETE FROM leader_lease WHERE id = 7; INSERT INTO leader_lease (id, leader_id, "
                                u"expires_at, created_at) "
                                "VALUES (7, 'node-x#1.1', now() + interval '1 h', now())"_s;
        QTest::newRow("pause: another holder")
            << QByteArray("pauseLockAction") << QString() << QString() << another << u"moved on"_s;
        QTest::newRow("pause: the holder let go") << QByteArray("pauseLockAction") << QString() << QString()
                                                  << u"DELETE FROM leader_lease WHERE id = 7"_s << u"moved on"_s;
        QTest::newRow("pause: paused by another") << QByteArray("pauseLockAction") << QString() << QString()
                                                  << order.arg(u"me first"_s) << u"another order"_s;
        QTest::newRow("hand over: another holder")
            << QByteArray("handOverAction") << u"node-b"_s << QString() << another << u"moved on"_s;
        QTest::newRow("hand over: the same holder again")
            << QByteArray("handOverAction") << u"node-b"_s << QString()
            << u"DELETE FROM leader_lease WHERE id = 7; INSERT INTO leader_lease (id, leader_id, expires_at, "
               u"created_at) "
               "VALUES (7, 'node-a#3f2a.1', now() + interval '1 h', now())"_s
            << u"moved on"_s; // with another term
        QTest::newRow("hand over: revoked")
            << QByteArray("handOverAction") << u"node-b"_s << QString()
            << u"UPDATE leader_lease SET leader_id = '#revoked ' || leader_id"_s << u"revoked meanwhile"_s;
        QTest::newRow("resume: resumed by another")
            << QByteArray("resumeLockAction") << QString() << order.arg(u"disk"_s)
            << u"UPDATE leader_lease_lock SET paused_at = NULL, order_operator = NULL, order_reason = NULL"_s
            << u"neither paused"_s;
        QTest::newRow("resume: paused anew") << QByteArray("resumeLockAction") << QString() << order.arg(u"disk"_s)
                                             << order.arg(u"fire"_s) << u"another order"_s;
        QTest::newRow("name: named by another")
            << QByteArray("renameAction") << u"mine"_s << QString() << u"UPDATE leader_lease_lock SET name = 'theirs'"_s
            << u"named the lock"_s;
    }
    void aLockThatMovesOnMeanwhileIsNotTouched()
    {
        QFETCH(const QByteArray, action);
        QFETCH(const QString, subject);
        QFETCH(const QString, before);
        QFETCH(const QString, meanwhile);
        QFETCH(const QString, words);
        QVERIFY(m_room.hold(7, u"node-a#3f2a.1"_s, 3600));
        if (!before.isEmpty())
            QVERIFY(m_room.exec(before));
        const auto window = m_room.open(m_room.options());
        ask(*window, action);
        if (auto *field = m_dialog->findChild<QLineEdit *>(u"subjectField"_s))
            field->setText(subject);
        m_dialog->findChild<QLineEdit *>(u"reasonField"_s)->setText(u"because"_s);
        auto *button = m_dialog->findChild<QPushButton *>(u"orderButton"_s);
        QVERIFY2(button->isEnabled(), qPrintable(text("orderHint")));
        const SqlResult changed = m_room.exec(meanwhile);
        QVERIFY2(changed, qPrintable(changed.error));
        QTRY_VERIFY_WITH_TIMEOUT(!button->isEnabled(), patience);
        QVERIFY2(text("orderHint").contains(words), qPrintable(text("orderHint")));
        QVERIFY(button->toolTip().contains(words));
        QTest::keyClick(m_dialog->findChild<QLineEdit *>(u"reasonField"_s), Qt::Key_Return);
        QVERIFY(!text("orderHint").contains(u"Sent"_s));
    }

    // A renewal is no news.
    void aRenewalMeanwhileChangesNothing()
    {
        QVERIFY(m_room.hold(7, u"node-a#3f2a.1"_s, 600));
        const auto window = m_room.open(m_room.options());
        ask(*window, "pauseLockAction");
        m_dialog->findChild<QLineEdit *>(u"reasonField"_s)->setText(u"because"_s);
        QVERIFY(m_room.exec(u"UPDATE leader_lease SET expires_at = now() + interval '5 h'"_s));
        QTRY_VERIFY_WITH_TIMEOUT(text("orderConsequence").contains(u" h "_s), patience);
        QVERIFY(m_dialog->findChild<QPushButton *>(u"orderButton"_s)->isEnabled());
    }

    void whatIsTypedMeanwhileStays()
    {
        QVERIFY(m_room.hold(7, u"node-a#3f2a.1"_s, 600));
        const auto candidate = session(u"elector 7 node-c"_s);
        const auto window = m_room.open(m_room.options());
        QTRY_VERIFY_WITH_TIMEOUT(actionOf(*window, "handOverAction")->isEnabled(), patience);
        actionOf(*window, "handOverAction")->trigger();
        auto *dialog = window->findChild<OrderDialog *>();
        auto *box = dialog->findChild<QComboBox *>(u"candidateBox"_s);
        box->lineEdit()->setText(u"node-q"_s);
        QTRY_COMPARE_WITH_TIMEOUT(box->count(), 1, patience);
        QCOMPARE(box->currentText(), u"node-q"_s);
    }
};

} // namespace Elector

QTEST_MAIN(Elector::TestOrderDialog)
#include "tst_orderdialog.moc"
