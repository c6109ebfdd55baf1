// SPDX-License-Identifier: MIT

// Rows that our own code would never write, in the real window on a real table.
#include "banner.h"
#include "calmtable.h"
#include "hostilelease.h"
#include "leaseview.h"
#include "windowroom.h"

#include <QAction>
#include <QRegularExpression>
#include <QTest>

namespace Elector {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000;

QString literal(QString text)
{
    text.remove(QChar(u'\0')); // PostgreSQL stores neither it nor half a character
    QString clean;
    for (const char32_t c : text.toUcs4())
        clean += c == QChar::ReplacementCharacter ? u"\uFFFD"_s : QString::fromUcs4(&c, 1);
    return u'\'' + clean.replace(u'\'', u"''"_s) + u'\'';
}

bool hasControls(const QString &shown)
{
    static const QRegularExpression unsafe(u"[\\x00-\\x1f\\x7f\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]"_s);
    return shown.contains(unsafe);
}

} // namespace

class TestAbsurdRows : public QObject
{
    Q_OBJECT

    WindowRoom m_room;

    bool exec(const QString &sql)
    {
        const SqlResult result = m_room.exec(sql);
        if (!result)
            qWarning().noquote() << result.error;
        return bool(result);
    }

    static Banner *bannerOf(MainWindow &window) { return window.findChild<Banner *>(u"banner"_s); }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_room.start(), qPrintable(m_room.error())); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin )"_s)); }

    void holdersOfAnyText_data()
    {
        QTest::addColumn<int>("level");
        QTest::newRow("plain") << int(SchemaLevel::Plain);
        QTest::newRow("full") << int(SchemaLevel::Full);
    }
    void holdersOfAnyText()
    {
        QFETCH(int, level);
        QVERIFY(m_room.prepare(SchemaLevel(level)));
        int lock = -3;
        QStringList values;
        for (const QString &text : hostileTexts())
            values << u"(%1, %2, now() + interval '1 hour')"_s.arg(QString::number(++lock), literal(text));
        QVERIFY(exec(u"INSERT INTO leader_lease (id, leader_id, expires_at) VALUES "_s + values.join(u", "_s)));
        const auto window = m_room.open(m_room.options());
        const LeaseView *view = tableOf(*window);
        QTRY_COMPARE_WITH_TIMEOUT(view->model()->rowCount(), int(values.size()), patience);
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            for (int column = 0; column < LeaseModel::columns; ++column) {
                const QModelIndex cell = view->model()->index(row, column);
                QVERIFY2(!hasControls(cell.data().toString()), qPrintable(cell.data().toString()));
                QVERIFY(cell.data().toString().size() <= 1000);
                QVERIFY(!cell.data(Qt::ToolTipRole).toString().contains(u"<img"_s));
            }
            tableOf(*window)->selectRow(row); // details and history look at it, too
            QCoreApplication::processEvents();
        }
        QVERIFY(view->model()
                    ->match(view->model()->index(0, LeaseModel::HolderColumn), Qt::DisplayRole,
                            u"\u05E9\u05DC\u05D5\u05DD"_s, 1, Qt::MatchContains | Qt::MatchWrap)
                    .size()
                == 1);
        QVERIFY(!window->grab().isNull());
    }

    void expiryAtTheEndsOfTime()
    {
        QVERIFY(m_room.prepare(SchemaLevel::Plain));
        QVERIFY(exec(
            u"INSERT INTO leader_lease (id, leader_id, expires_at, created_at) VALUES "
            "(-2147483648, 'never', 'infinity', now()),"
            "(2147483647, 'y9999', '9999-12-31 23:59:59+00', now()),"
            "(1, 'y1970', '1970-01-01 00:00:00+00', '1969-01-01'),"
            "(2, 'ancient', '-4000-01-01'::text::date, '-infinity'),"
            "(3, 'beyond', '290000-01-01', now())"_s.replace(u"'-4000-01-01'::text::date"_s, u"'4000-01-01 BC'"_s)));
        QVERIFY(exec(u"ALTER TABLE leader_lease DROP CONSTRAINT leader_lease_check; INSERT INTO leader_lease (id, "
                     "leader_id, expires_at, created_at) VALUES (4, 'minus', '-infinity', 'infinity')"_s));
        const auto window = m_room.open(m_room.options());
        QTRY_COMPARE_WITH_TIMEOUT(tableOf(*window)->model()->rowCount(), 6, patience);
        const auto state = [&](int lock) { return shown(*window, lock, LeaseModel::StateColumn).toString(); };
        const auto expires = [&](int lock) { return shown(*window, lock, LeaseModel::ExpiresColumn).toString(); };
        const auto since = [&](int lock) { return shown(*window, lock, LeaseModel::SinceColumn).toString(); };
        QCOMPARE(expires(-2147483647 - 1), u"never"_s);
        QCOMPARE(state(-2147483647 - 1), u"Held"_s);
        QCOMPARE(state(2147483647), u"Held"_s);
        QCOMPARE(expires(3), u"never"_s); // beyond what a date of the window can say
        for (const int lock : {1, 2, 4}) {
            QCOMPARE(state(lock), u"Expired"_s);
            QCOMPARE(expires(lock), u"expired"_s);
        }
        QVERIFY2(since(1).contains(u"1969"_s) || since(1).contains(u"1968"_s), qPrintable(since(1)));
        for (const int lock : {2, 4})
            QCOMPARE(since(lock), u"–"_s);
        // Sorted by any column, either way, and grouped: each row is there once.
        for (int column = 0; column < LeaseModel::columns; ++column) {
            for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                tableOf(*window)->sortByColumn(column, order);
                QTRY_VERIFY_WITH_TIMEOUT(shownRow(*window, 2147483647) >= 0, patience);
                QCOMPARE(tableOf(*window)->model()->rowCount(), 6);
            }
        }
        QVERIFY(!window->grab().isNull());
    }

    void aColumnThatIsMissingIsNamed()
    {
        QVERIFY(m_room.prepare(SchemaLevel::Plain));
        QVERIFY(exec(u"ALTER TABLE leader_lease DROP COLUMN created_at CASCADE"_s));
        const auto window = m_room.open(m_room.options());
        QTRY_VERIFY_WITH_TIMEOUT(bannerOf(*window)->isVisible(), patience);
        const auto words = [&] { return bannerOf(*window)->text() + u' ' + bannerOf(*window)->detail(); };
        QTRY_VERIFY2_WITH_TIMEOUT(words().contains(u"created_at"_s), qPrintable(words()), patience);
        QVERIFY(!whyGreyed(*window).isEmpty());
        // Mended, it is read without a new start.
        QVERIFY(exec(u"ALTER TABLE leader_lease ADD COLUMN created_at timestamptz NOT NULL DEFAULT now()"_s));
        QVERIFY(m_room.hold(1, u"node-a#1.1"_s, 3600));
        QTRY_COMPARE_WITH_TIMEOUT(shown(*window, 1, LeaseModel::HolderColumn).toString(), u"node-a"_s, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!bannerOf(*window)->isVisible(), patience);
    }

    void aColumnThatGoesWhileWatchedIsNamed()
    {
        QVERIFY(m_room.prepare(SchemaLevel::Plain));
        QVERIFY(m_room.hold(1, u"node-a#1.1"_s, 3600));
        const auto window = m_room.open(m_room.options());
        QTRY_VERIFY_WITH_TIMEOUT(shownRow(*window, 1) >= 0, patience);
        QVERIFY(exec(u"ALTER TABLE leader_lease DROP COLUMN created_at CASCADE"_s));
        const auto words = [&] { return bannerOf(*window)->text() + u' ' + bannerOf(*window)->detail(); };
        QTRY_VERIFY2_WITH_TIMEOUT(words().contains(u"created_at"_s), qPrintable(words()), patience);
        tableOf(*window)->selectLock(1);
        QTRY_VERIFY_WITH_TIMEOUT(!whyGreyed(*window).isEmpty(), patience);
    }

    void eventsOfUnknownKindsAreShownAsTheyAre()
    {
        QVERIFY(m_room.prepare(SchemaLevel::Full));
        QVERIFY(m_room.hold(5, u"node-a#1.1"_s, 3600));
        QVERIFY(exec(u"INSERT INTO leader_lease_history (at, id, term, leader_id, event, actor, reason) VALUES "
                     "('infinity', 5, 9, 'node-b', 'teleported', NULL, NULL),"
                     "('1970-01-01', 5, NULL, NULL, '<b>bold</b>', '<img src=x>', repeat('r', 10000)),"
                     "(now(), 5, -1, E'\\x1b[31m', '', '', ''),"
                     "('-infinity', 5, 9223372036854775807, '', 'captured', '', '')"_s));
        const auto window = m_room.open(m_room.options());
        actionOf(*window, "historyAction")->setChecked(true);
        QTRY_VERIFY_WITH_TIMEOUT(shownRow(*window, 5) >= 0, patience);
        tableOf(*window)->selectLock(5);
        const auto *history = window->findChild<CalmTable *>(u"historyTable"_s);
        QTRY_COMPARE_WITH_TIMEOUT(history->model()->rowCount(), 5, patience);
        QStringList kinds;
        for (int row = 0; row < 5; ++row) {
            kinds << history->model()->index(row, 1).data().toString();
            for (int column = 0; column < history->model()->columnCount(); ++column) {
                const QModelIndex cell = history->model()->index(row, column);
                QVERIFY(!hasControls(cell.data().toString()));
                QVERIFY(!cell.data(Qt::ToolTipRole).toString().contains(u"<img"_s));
            }
        }
        QVERIFY2(kinds.contains(u"teleported"_s), qPrintable(kinds.join(u' ')));
        QVERIFY2(kinds.contains(u"<b>bold</b>"_s), qPrintable(kinds.join(u' '))); // as text, not as markup
        QVERIFY(!window->grab().isNull()); // with the timeline
    }
};

} // namespace Elector

QTEST_MAIN(Elector::TestAbsurdRows)
#include "tst_absurdrows.moc"
