// SPDX-License-Identifier: MIT
#include <Elector/duration.h>

#include <QtTest/QtTest>

using namespace Elector;

class DurationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void readsWhatItWrites_data();
    void readsWhatItWrites();
};

void DurationTest::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("milliseconds");
    const auto row = [](const char *text, qint64 milliseconds) {
        QTest::newRow(text) << QString::fromLatin1(text) << milliseconds;
    };
    row("1500ms", 1500);
    row("10s", 10'000);
    row("2.5s", 2500);
    row("2min", 120'000);
    row("2m", 120'000);
    row("1h", 3'600'000);
    row("0s", 0);
    row(" 10 s ", 10'000);
    row("0.0004s", 0);
    row("0.0006s", 1);
    row("10000h", 36'000'000'000);
}

void DurationTest::reads()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, milliseconds);
    const auto duration = parseDuration(text);
    QVERIFY(duration);
    QCOMPARE(qint64(duration->count()), milliseconds);
}

void DurationTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"10", "", "s", "-1s", "+1s", "1,5s", "1e3s", "10 seconds", "1h30min", "10S", "10001h",
                             "9999999999s", ".5s", "5.s", "0x10s", "10s\n10s", "\u0661s"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void DurationTest::refuses()
{
    QFETCH(const QString, text);
    QVERIFY(!parseDuration(text));
}

void DurationTest::readsWhatItWrites_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("text");
    const auto row = [](qint64 milliseconds, const char *text) {
        QTest::newRow(text) << milliseconds << QString::fromLatin1(text);
    };
    row(0, "0s");
    row(1, "1ms");
    row(1667, "1667ms");
    row(10'000, "10s");
    row(90'000, "90s");
    row(120'000, "2min");
    row(3'600'000, "1h");
    row(86'400'000, "24h");
}

void DurationTest::readsWhatItWrites()
{
    QFETCH(const qint64, milliseconds);
    QFETCH(const QString, text);
    const std::chrono::milliseconds duration(milliseconds);
    QCOMPARE(formatDuration(duration), text);
    QVERIFY(parseDuration(text) == duration);
}

QTEST_APPLESS_MAIN(DurationTest)
#include "tst_duration.moc"
