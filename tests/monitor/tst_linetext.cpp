// SPDX-License-Identifier: MIT
#include "linetext.h"

#include <QtGui/QFontDatabase>
#include <QtGui/QFontMetrics>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtTest/QTest>

#include <cstdlib>

using namespace Elector;
using namespace Qt::StringLiterals;

namespace {

constexpr int width = 240;
constexpr int height = 30;

/// What a painter leaves on white paper.
template <typename Draw> QImage painted(Qt::LayoutDirection direction, Draw draw)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setLayoutDirection(direction);
    painter.setPen(Qt::black);
    draw(&painter);
    return image;
}

bool isInk(const QImage &image, int x, int y)
{
    return qGray(image.pixel(x, y)) < 200;
}

// The first and the last column that has ink.
QPair<int, int> inked(const QImage &image)
{
    QPair<int, int> columns{width, -1};
    for (int x = 0; x < width; ++x) {
        for (int y = 0; y < height; ++y) {
            if (isInk(image, x, y))
                columns = {std::min(columns.first, x), x};
        }
    }
    return columns;
}

QPair<int, int> inkedRows(const QImage &image)
{
    QPair<int, int> rows{height, -1};
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            if (isInk(image, x, y))
                rows = {std::min(rows.first, y), y};
        }
    }
    return rows;
}

QImage line(const QString &text, Qt::Alignment alignment, const QRect &rect,
            Qt::LayoutDirection direction = Qt::LeftToRight)
{
    return painted(direction, [&](QPainter *painter) {
        LineText::draw(painter, rect, alignment | Qt::AlignVCenter, text, QFont());
    });
}

QImage reference(const QString &text, Qt::Alignment alignment, const QRect &rect,
                 Qt::LayoutDirection direction = Qt::LeftToRight)
{
    return painted(direction, [&](QPainter *painter) {
        painter->drawText(rect, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, text);
    });
}

const QRect whole(0, 0, width, height);

} // namespace

class TestLineText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksLikeQtsOwnText_data();
    void looksLikeQtsOwnText();
    void whatNeedsShapingIsLeftToQt_data();
    void whatNeedsShapingIsLeftToQt();
    void digitsAreEquallyWideInEveryFont();
    void isShortenedWhereThereIsNoRoom();
    void rightToLeftIsLeftToQt();
    void staysInItsPlace();
};

void TestLineText::looksLikeQtsOwnText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("id") << u"1234567890"_s;
    QTest::newRow("holder") << u"worker-12@host.example"_s;
    QTest::newRow("countdown") << u"7,4 s – ≤ 3 min 05 s…"_s;
    QTest::newRow("German") << u"Übergeben an größte Knoten"_s;
    QTest::newRow("Russian") << u"Удерживается, почти истекла"_s;
}

void TestLineText::looksLikeQtsOwnText()
{
    QFETCH(QString, text);
    QVERIFY(LineText::isSimple(text, QFont()));
    QVERIFY(std::abs(LineText::width(text, QFont()) - QFontMetrics(QFont()).horizontalAdvance(text)) <= 4);
    for (const Qt::Alignment alignment : {Qt::AlignLeft, Qt::AlignRight, Qt::AlignHCenter}) {
        const QImage ours = line(text, alignment, whole);
        const QImage theirs = reference(text, alignment, whole);
        QVERIFY(inked(ours).second > 0);
        // Kerning may move a letter by a pixel.
        QVERIFY(std::abs(inked(ours).first - inked(theirs).first) <= 3);
        QVERIFY(std::abs(inked(ours).second - inked(theirs).second) <= 3);
        QCOMPARE(inkedRows(ours), inkedRows(theirs)); // on the same line
    }
}

void TestLineText::whatNeedsShapingIsLeftToQt_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("Arabic") << u"مرحبا"_s;
    QTest::newRow("Hebrew") << u"שלום 12"_s;
    QTest::newRow("Hindi") << u"नमस्ते"_s;
    QTest::newRow("combining") << u"e\u0301"_s;
    QTest::newRow("emoji") << u"a 👩‍🚀"_s;
    QTest::newRow("soft hyphen") << u"a\u00adb"_s;
    QTest::newRow("direction") << u"a\u202eb"_s;
    QTest::newRow("control") << u"a\tb"_s;
}

void TestLineText::whatNeedsShapingIsLeftToQt()
{
    QFETCH(QString, text);
    QVERIFY(!LineText::isSimple(text, QFont()));
    QCOMPARE(line(text, Qt::AlignLeft, whole), reference(text, Qt::AlignLeft, whole));
    QCOMPARE(LineText::width(text, QFont()), QFontMetrics(QFont()).horizontalAdvance(text));
}

void TestLineText::digitsAreEquallyWideInEveryFont()
{
    const QStringList families = QFontDatabase::families();
    QVERIFY(!families.isEmpty());
    for (const QString &family : families) {
        const QFont font(family, 20);
        if (!LineText::isSimple(u"0123456789"_s, font))
            continue;
        const int eights = LineText::width(u"8888888888"_s, font);
        for (char16_t digit = u'0'; digit <= u'9'; ++digit)
            QVERIFY2(LineText::width(QString(10, QChar(digit)), font) == eights, qPrintable(family + QChar(digit)));
    }
}

void TestLineText::isShortenedWhereThereIsNoRoom()
{
    const QString text = u"a-holder-with-a-long-name"_s;
    const int full = LineText::width(text, QFont());
    for (const int room : {1, 5, 20, 50, full - 1}) {
        const QImage image = line(text, Qt::AlignLeft, {0, 0, room, height});
        QVERIFY2(inked(image).second <= room + 2, qPrintable(QString::number(room)));
    }
    // The beginning is what is left, and something says that there is more.
    const QImage shortened = line(text, Qt::AlignLeft, {0, 0, full - 10, height});
    const QImage reference = line(text, Qt::AlignLeft, {0, 0, full, height});
    QCOMPARE(shortened.copy(0, 0, 40, height), reference.copy(0, 0, 40, height));
    QVERIFY(shortened != reference.copy(0, 0, width, height));
}

void TestLineText::rightToLeftIsLeftToQt()
{
    const QString text = u"12.3 s (worker)"_s;
    QVERIFY(LineText::isSimple(text, QFont()));
    QCOMPARE(line(text, Qt::AlignRight, whole, Qt::RightToLeft),
             reference(text, Qt::AlignRight | Qt::AlignAbsolute, whole, Qt::RightToLeft));
}

void TestLineText::staysInItsPlace()
{
    // Marks that tower above their letter end where the row does.
    const QString tower = u"Z"_s + QString(60, QChar(0x0301));
    const QImage image = line(tower, Qt::AlignLeft, {0, 10, width, 12});
    for (int x = 0; x < width; ++x) {
        for (int y = 0; y < 10; ++y)
            QCOMPARE(image.pixel(x, y), QColor(Qt::white).rgb());
    }
}

QTEST_MAIN(TestLineText)
#include "tst_linetext.moc"
