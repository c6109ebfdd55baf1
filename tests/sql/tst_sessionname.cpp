// SPDX-License-Identifier: MIT
#include "sql/sessionname_p.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

#include <limits>

using namespace Qt::StringLiterals;

namespace Elector {

/// What a session of electors is called: written for people, read back for them.
class SessionNameTest : public QObject
{
    Q_OBJECT

    static std::set<int> everyOther(int count)
    {
        std::set<int> locks;
        for (int i = 0; i < count; ++i)
            locks.insert(2 * i + 1);
        return locks;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void format_data()
    {
        constexpr int least = std::numeric_limits<int>::min();
        constexpr int most = std::numeric_limits<int>::max();
        QTest::addColumn<std::set<int>>("locks");
        QTest::addColumn<QString>("schema");
        QTest::addColumn<QString>("instance");
        QTest::addColumn<QString>("expected");
        QTest::newRow("one") << std::set<int>{7} << u"public"_s << u"web-1"_s << u"elector 7 web-1"_s;
        QTest::newRow("list") << std::set<int>{1, 3, 5, 6, 7, 8, 9} << u"public"_s << u"w"_s << u"elector 1,3,5-9 w"_s;
        QTest::newRow("pair") << std::set<int>{8, 9} << u"public"_s << u"w"_s << u"elector 8,9 w"_s;
        QTest::newRow("negative") << std::set<int>{-5, -4, -3, 0} << u"public"_s << u"w"_s << u"elector -5--3,0 w"_s;
        QTest::newRow("extremes") << std::set<int>{least, most} << u"public"_s << u"w"_s
                                  << u"elector -2147483648,2147483647 w"_s;
        QTest::newRow("schema") << std::set<int>{7} << u"billing"_s << u"w"_s << u"elector 7@billing w"_s;
        QTest::newRow("too many") << everyOther(40) << u"public"_s << u"web-1"_s << u"elector * web-1"_s;
        QTest::newRow("too many there") << everyOther(40) << u"billing"_s << u"web-1"_s << u"elector *@billing web-1"_s;
        QTest::newRow("long schema") << std::set<int>{7} << QString(63, u's') << u"w"_s
                                     << u"elector *@"_s + QString(53, u's');
        QTest::newRow("long instance") << std::set<int>{7} << u"public"_s << QString(100, u'i')
                                       << u"elector 7 "_s + QString(53, u'i');
        QTest::newRow("not ASCII") << std::set<int>{7} << u"public"_s << u"Zürich 🌍\n\u202e"_s
                                   << u"elector 7 Z?rich ???"_s;
        QTest::newRow("empty") << std::set<int>{7} << u"public"_s << QString() << u"elector 7 "_s;
    }

    void format()
    {
        QFETCH(std::set<int>, locks);
        QFETCH(QString, schema);
        QFETCH(QString, instance);
        const QString name = SessionName::format(locks, schema, instance);
        QTEST(name, "expected");
        QVERIFY(name.toUtf8().size() <= SessionName::longest);
        const auto read = SessionName::parse(name);
        QVERIFY(read);
        QVERIFY(read->isIn(schema));
        QVERIFY(read->mayBe(instance));
        QVERIFY(!read->isIn(u"elsewhere"_s));
        for (const int lock : locks)
            QVERIFY(read->manyLocks || read->serves(lock));
        QVERIFY(!read->serves(4));
    }

    void roundTrip()
    {
        auto *random = QRandomGenerator::global();
        for (int round = 0; round < 5000; ++round) {
            std::set<int> locks;
            const int count = random->bounded(1, 12);
            const int span = random->bounded(1, 1 << random->bounded(1, 30));
            for (int i = 0; i < count; ++i)
                locks.insert(random->bounded(-span, span));
            QString instance;
            for (int i = random->bounded(70); i > 0; --i)
                instance += QChar(char16_t(random->bounded(1, 0xffff)));
            const QString schema = random->bounded(2) ? u"public"_s : QString(random->bounded(1, 64), u'x');
            const QString name = SessionName::format(locks, schema, instance);
            QVERIFY2(name.toUtf8().size() <= SessionName::longest, qPrintable(name));
            for (const QChar character : name)
                QVERIFY(character >= u' ' && character <= u'~');
            const auto read = SessionName::parse(name);
            QVERIFY2(read, qPrintable(name));
            QVERIFY(read->isIn(schema));
            QVERIFY(read->mayBe(instance));
            std::set<int> listed;
            for (const auto &range : read->locks) {
                for (qint64 lock = range.first; lock <= range.last; ++lock)
                    listed.insert(int(lock));
            }
            QVERIFY(read->manyLocks ? listed.empty() : listed == locks);
        }
    }

    void othersAreNotRead_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto &name : {u""_s,
                                 u"elector"_s,
                                 u"elector "_s,
                                 u"elector  x"_s,
                                 u"elector-monitor"_s,
                                 u"elector-observer"_s,
                                 u"elector-guardian"_s,
                                 u"electors 7 x"_s,
                                 u"Elector 7 x"_s,
                                 u"elector x y"_s,
                                 u"elector 7, x"_s,
                                 u"elector ,7 x"_s,
                                 u"elector 7-3 x"_s,
                                 u"elector 07 x"_s,
                                 u"elector +7 x"_s,
                                 u"elector -0 x"_s,
                                 u"elector 9,7 x"_s,
                                 u"elector 1-5,3 x"_s,
                                 u"elector 1- x"_s,
                                 u"elector --5 x"_s,
                                 u"elector 99999999999 x"_s,
                                 u"elector 1-99999999999 x"_s,
                                 u"elector 7@ x"_s,
                                 u"elector 7@A x"_s,
                                 u"elector 7@a\"b x"_s,
                                 u"elector 7@a@b x"_s,
                                 u"elector *,7 x"_s,
                                 u"elector 7\n x"_s,
                                 u"elector <b>7</b> x"_s,
                                 u"elector ٧ x"_s,
                                 u"psql"_s})
            QTest::addRow("%s", qPrintable(name)) << name;
    }

    void othersAreNotRead()
    {
        QFETCH(QString, name);
        QVERIFY(!SessionName::parse(name));
    }

    /// An instance may contain anything, even what looks like locks.
    void instancesAreNotMistakenForLocks()
    {
        for (const auto &instance :
             {u"8 9"_s, u"* x"_s, u" 8"_s, u"@billing"_s, u"elector 8 x"_s, u"'; DROP TABLE x; --"_s}) {
            const auto read = SessionName::parse(SessionName::format({7}, u"public"_s, instance));
            QVERIFY(read && read->serves(7) && !read->serves(8) && !read->manyLocks);
            QCOMPARE(read->instance, instance);
            QCOMPARE(read->schema, u"public"_s);
        }
    }

    void aCutInstanceMayBeMoreThanOne()
    {
        const QString pod = u"nightly-billing-of-the-northern-region-7d9f8b6c5-abcde-"_s;
        const auto read = SessionName::parse(SessionName::format({7}, u"public"_s, pod + u'1'));
        QVERIFY(read->mayBe(pod + u'1') && read->mayBe(pod + u'2'));
        QVERIFY(!read->mayBe(u"nightly-billing"_s) && !read->mayBe(u"other"_s));
        QVERIFY(!SessionName::parse(u"elector 7 web"_s)->mayBe(u"web-1"_s));
    }
};

} // namespace Elector

QTEST_GUILESS_MAIN(Elector::SessionNameTest)
#include "tst_sessionname.moc"
