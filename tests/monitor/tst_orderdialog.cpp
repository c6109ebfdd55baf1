// SPDX-License-Identifier: MIT

// Handing a lock over: who waits for it can be chosen.
#include "orderdialog.h"

#include "windowroom.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
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
