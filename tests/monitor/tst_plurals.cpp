// SPDX-License-Identifier: MIT

// Numbers and the words that go with them, in every language of the window.
#include "language.h"

#include <QApplication>
#include <QTest>

namespace Elector {

using namespace Qt::StringLiterals;

class TestPlurals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsGoWithTheirNumber_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *language, int number, const QString &words) {
            QTest::addRow("%s %d", language, number) << QString::fromLatin1(language) << number << words;
        };
        for (const int n : {1, 21, 101, 1'000'001})
            row("ru", n, u"%1 блокировка"_s.arg(n));
        for (const int n : {2, 3, 4, 22, 34, 103})
            row("ru", n, u"%1 блокировки"_s.arg(n));
        for (const int n : {0, 5, 11, 12, 13, 14, 20, 25, 100, 111, 112})
            row("ru", n, u"%1 блокировок"_s.arg(n));
        row("en", 1, u"1 lock"_s);
        for (const int n : {0, 2, 11, 21})
            row("en", n, u"%1 locks"_s.arg(n));
        row("de", 1, u"1 Sperre"_s);
        for (const int n : {0, 2, 21})
            row("de", n, u"%1 Sperren"_s.arg(n));
        row("es", 1, u"1 bloqueo"_s);
        for (const int n : {0, 2, 21})
            row("es", n, u"%1 bloqueos"_s.arg(n));
        for (const int n : {0, 1, 2, 21})
            row("zh_CN", n, u"%1 个锁"_s.arg(n));
    }
    void wordsGoWithTheirNumber()
    {
        QFETCH(QString, language);
        QFETCH(int, number);
        QFETCH(QString, words);
        Language::install(language);
        QCOMPARE(QCoreApplication::translate("Elector::LeaseCells", "%n lock(s)", nullptr, number), words);
    }

    void cleanupTestCase() { Language::install(u"en"_s); }
};

} // namespace Elector

QTEST_MAIN(Elector::TestPlurals)
#include "tst_plurals.moc"
