// SPDX-License-Identifier: MIT
#include "displaytext.h"
#include "hostilelease.h"
#include "leasetext.h"
#include "timedisplay.h"

#include <QTest>

using namespace Elector;
using namespace std::chrono;

class TestDisplayText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ordinaryTextStaysAsItIs()
    {
        const QString texts[]
            = {QStringLiteral("node-a"), QStringLiteral("Größe ≤ 3"), QStringLiteral("שלום"), QStringLiteral("领导者"),
               QString::fromUcs4(U"\U0001F468\u200D\U0001F469\u200D\U0001F467")};
        for (const QString &text : texts)
            QCOMPARE(displayText(text), text);
    }

    void controlCharactersBecomeVisible()
    {
        QCOMPARE(displayText(QStringLiteral("a\nb\tc\x1b")), QStringLiteral("a<U+000A>b<U+0009>c<U+001B>"));
        QCOMPARE(displayText(QString(QChar(u'\0'))), QStringLiteral("<U+0000>"));
        QCOMPARE(displayText(QStringLiteral("\x7f")), QStringLiteral("<U+007F>"));
        QCOMPARE(displayText(QStringLiteral("\u2028")), QStringLiteral("<U+2028>"));
    }

    void directionChangesAreNamed()
    {
        QCOMPARE(displayText(QStringLiteral("evil\u202Egnp")), QStringLiteral("evil<U+202E>gnp"));
        QCOMPARE(displayText(QStringLiteral("\u2066x\u2069")), QStringLiteral("<U+2066>x<U+2069>"));
        QCOMPARE(displayText(QStringLiteral("\u200B")), QStringLiteral("<U+200B>"));
    }

    void loneSurrogatesAreReplaced()
    {
        QCOMPARE(displayText(QString(QChar(char16_t(0xd83d))) + QLatin1Char('x')), QStringLiteral("\uFFFDx"));
        QCOMPARE(displayText(QString(QChar(char16_t(0xdc00)))), QStringLiteral("\uFFFD"));
    }

    void longTextEndsInAnEllipsisAndNotInsideACharacter()
    {
        QCOMPARE(displayText(QString(10'000, QLatin1Char('x')), 5), QStringLiteral("xxxxx\u2026"));
        const QString faces = QString::fromUcs4(U"\U0001F600\U0001F600\U0001F600");
        QCOMPARE(displayText(faces, 3), faces.left(2) + QStringLiteral("\u2026"));
    }

    void pilesOfMarksAreCut() { QCOMPARE(displayText(QLatin1Char('e') + QString(500, QChar(u'\u0301'))).size(), 5); }

    void nothingHostileSurvives()
    {
        for (const QString &text : hostileTexts()) {
            const QString shown = displayText(text);
            QVERIFY(shown.size() <= 201);
            for (const QChar character : shown)
                QVERIFY2(character.category() != QChar::Other_Control, qPrintable(text));
            QVERIFY(!shown.contains(QChar(u'\u202E')));
        }
    }

    void toolTipsAreNeverMarkup()
    {
        QCOMPARE(plainAsRichText(QStringLiteral("<b>x</b>\n&")),
                 QStringLiteral("<qt>&lt;b&gt;x&lt;/b&gt;<br>&amp;</qt>"));
    }

    void countdown_data()
    {
        QTest::addColumn<qint64>("microseconds_");
        QTest::addColumn<QString>("words");
        QTest::newRow("past") << qint64(-5) << QStringLiteral("expired");
        QTest::newRow("over") << qint64(0) << QStringLiteral("expired");
        QTest::newRow("almost over") << qint64(1) << QStringLiteral("<0.1 s");
        QTest::newRow("rounds down") << qint64(4'299'999) << QStringLiteral("4.2 s");
        QTest::newRow("below a minute") << qint64(59'999'999) << QStringLiteral("59.9 s");
        QTest::newRow("a minute") << qint64(65'000'000) << QStringLiteral("1 min 05 s");
        QTest::newRow("an hour") << qint64(3'660'000'000) << QStringLiteral("1 h 01 min");
        QTest::newRow("days") << qint64(100) * 3600 * 1'000'000 << QStringLiteral("4 d 4 h");
        QTest::newRow("the year 9999") << qint64(7973) * 365 * 86400 * 1'000'000 << QStringLiteral("7973 y 0 d");
        QTest::newRow("infinity") << std::numeric_limits<qint64>::max() << QStringLiteral("never");
    }

    void countdown()
    {
        QFETCH(qint64, microseconds_);
        QFETCH(QString, words);
        QCOMPARE(LeaseText::countdown(microseconds(microseconds_)), words);
    }

    // A lease with 90 s left, by a server whose clock is an hour ahead.
    void deadlinesAreOfTheServersClock()
    {
        for (const TimeDisplay::Mode mode : {TimeDisplay::Utc, TimeDisplay::Local, TimeDisplay::Relative}) {
            TimeDisplay::setMode(mode);
            TimeDisplay::setServerOffset(std::chrono::hours(1));
            const QDateTime before = QDateTime::currentDateTimeUtc();
            const QString text = LeaseText::deadline(std::chrono::seconds(90));
            const QDateTime after = QDateTime::currentDateTimeUtc();
            TimeDisplay::setServerOffset({});
            TimeDisplay::setMode(TimeDisplay::Local);
            // Over by then, and not earlier: the next whole second.
            bool found = false;
            for (QDateTime at = before; at <= after.addSecs(1); at = at.addSecs(1)) {
                const QDateTime over = at.addSecs(3600 + 91);
                const QDateTime there = mode == TimeDisplay::Utc ? over : over.toLocalTime();
                const QDateTime here = mode == TimeDisplay::Utc ? at.addSecs(3600) : at.addSecs(3600).toLocalTime();
                const QString clock
                    = there.toString(there.date() == here.date()                     ? QStringLiteral("HH:mm:ss")
                                         : there.date().year() == here.date().year() ? QStringLiteral("MM-dd HH:mm")
                                                                                     : QStringLiteral("yyyy-MM-dd"));
                found = found
                    || text
                        == QStringLiteral("by %1%2, in 1 min 30 s")
                               .arg(clock, mode == TimeDisplay::Utc ? QStringLiteral(" UTC") : QString());
            }
            QVERIFY2(found, qPrintable(text));
        }
        QCOMPARE(LeaseText::deadline({}), QStringLiteral("now"));
        QCOMPARE(LeaseText::deadline(LeaseText::endless), QStringLiteral("never, for this lease has no end"));
        QCOMPARE(LeaseText::deadline(std::chrono::hours(24 * 365 * 7973)), QStringLiteral("in 7973 y 0 d"));
    }

    void unknownEventsAreShownAsTheyAre()
    {
        QCOMPARE(LeaseText::event(QStringLiteral("captured")), QStringLiteral("Captured"));
        QCOMPARE(LeaseText::event(QStringLiteral("paused\n")), QStringLiteral("paused<U+000A>"));
    }
};

QTEST_GUILESS_MAIN(TestDisplayText)
#include "tst_displaytext.moc"
