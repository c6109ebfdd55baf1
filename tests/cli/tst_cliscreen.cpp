// SPDX-License-Identifier: MIT
#include "cliroom.h"
#include "terminalsession.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

#include <csignal>

using namespace Elector;
using namespace Qt::StringLiterals;

/// `elector watch` at a terminal.
class TestCliScreen : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { qunsetenv("NO_COLOR"); }
    void isDrawnAnewInPlace();
    void whoLeadsIsNotHiddenBehindFreeLocks();
    void fitsTheTerminal();
    void endsWithACleanTerminal_data();
    void endsWithACleanTerminal();
    void suspendedAndContinued();
    void coloursOnlyWhereWelcome_data();
    void coloursOnlyWhereWelcome();
    void dumbTerminalGetsLines();

private:
    QStringList watch(const CliRoom &room) const
    {
        return {u"watch"_s, u"--dsn"_s, room.dsn(), u"--interval"_s, u"100ms"_s};
    }
    PostgresServer m_server;
};

namespace {

const QByteArray entering("\x1b[?1049h");
const QByteArray leaving("\x1b[?7h\x1b[?25h\x1b[?1049l"); // lines wrap, the cursor shows, the first screen is back

auto contains(const QByteArray &text)
{
    return [text](const QByteArray &frame) { return frame.contains(text); };
}

char stateOf(pid_t pid)
{
    QFile stat(u"/proc/%1/stat"_s.arg(pid));
    if (!stat.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = stat.readAll();
    return text.at(text.lastIndexOf(')') + 2);
}

} // namespace

void TestCliScreen::initTestCase()
{
    qputenv("TERM", "xterm");
    QVERIFY2(m_server.start(), qPrintable(m_server.errorString()));
}

void TestCliScreen::isDrawnAnewInPlace()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    TerminalSession terminal(watch(room));
    terminal.resize(120, 30);
    QVERIFY(terminal.waitForFrame(contains("HOLDER")));
    const auto node = room.run(u"web-1"_s, {u"sleep"_s, u"1000"_s});
    QVERIFY(terminal.waitForFrame([](const QByteArray &frame) {
        return frame.count("web-1#") == 2 && frame.contains(" held ") && frame.contains("captured");
    }));
    node->signal(SIGTERM);
    // The row is free now; that it was held stands among the events below.
    QVERIFY(terminal.waitForFrame([](const QByteArray &frame) {
        const qsizetype events = frame.indexOf("\n\n", frame.indexOf("HOLDER"));
        return frame.contains("released") && events > 0 && !frame.first(events).contains("web-1#");
    }));
    QCOMPARE(terminal.screen().count(entering), 1);
}

/// Locks that nobody holds are no news.
void TestCliScreen::whoLeadsIsNotHiddenBehindFreeLocks()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    QVERIFY(room.sql(u"INSERT INTO leader_lease_lock (id, name) SELECT i, 'free ' || i FROM generate_series(1, 60) i;"
                     " INSERT INTO leader_lease (id, leader_id, expires_at)"
                     " VALUES (2000, 'zz#x.1', clock_timestamp() + interval '1 hour')"_s));
    TerminalSession terminal(watch(room));
    terminal.resize(120, 20);
    QVERIFY(terminal.waitForFrame(contains("zz#x.1")));
    QVERIFY(!terminal.screen().contains("free 1"));
}

/// Whatever its size, and however it changes: nothing scrolls.
void TestCliScreen::fitsTheTerminal()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    QVERIFY(room.sql(u"INSERT INTO leader_lease (id, leader_id, expires_at)"
                     " SELECT i, 'node-' || i || '#x.1', clock_timestamp() + interval '1 hour'"
                     " FROM generate_series(101, 140) i"_s));
    TerminalSession terminal(watch(room));
    terminal.resize(120, 60);
    QVERIFY(terminal.waitForFrame(
        [](const QByteArray &frame) { return frame.contains("node-101#") && frame.contains("node-140#"); }));
    const auto fits = [](int lines, const QByteArray &last) {
        return [lines, last](const QByteArray &frame) {
            return frame.count('\n') + 1 <= lines && (last.isEmpty() || frame.contains(last));
        };
    };
    terminal.resize(120, 10);
    // Title, trouble, header, 6 rows.
    QVERIFY(terminal.waitForFrame(fits(10, "and 34 more")));
    // What happens is shown below, in a third of it.
    QVERIFY(room.sql(u"DELETE FROM leader_lease WHERE id = 140"_s));
    QVERIFY(terminal.waitForFrame([&](const QByteArray &frame) {
        return fits(10, "node-140#")(frame) && frame.contains("released") && frame.contains("and 35 more");
    }));
    for (const int lines : {1, 2, 3, 4, 5}) {
        terminal.resize(20, lines);
        QVERIFY(terminal.waitForFrame(fits(lines, {})));
    }
    terminal.resize(120, 60);
    QVERIFY(terminal.waitForFrame(contains("node-139#")));
    terminal.press("q");
    QCOMPARE(terminal.waitForEnd(), 0);
}

void TestCliScreen::endsWithACleanTerminal_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<int>("number");
    QTest::newRow("q") << QByteArray("q") << 0;
    QTest::newRow("Ctrl-C") << QByteArray("\x03") << 0;
    QTest::newRow("Ctrl-\\") << QByteArray("\x1c") << 0;
    QTest::newRow("SIGTERM") << QByteArray() << SIGTERM;
}

void TestCliScreen::endsWithACleanTerminal()
{
    QFETCH(QByteArray, keys);
    QFETCH(int, number);
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    TerminalSession terminal(watch(room));
    QVERIFY(terminal.waitForFrame(contains("HOLDER")));
    QVERIFY(!terminal.isAsBefore());
    terminal.press("x?\n"); // mean nothing, and are not echoed
    if (number != 0)
        ::kill(terminal.pid(), number);
    terminal.press(keys);
    QCOMPARE(terminal.waitForEnd(), 0);
    QVERIFY(terminal.screen().startsWith(entering));
    QVERIFY2(terminal.screen().endsWith(leaving), terminal.screen().right(100).toPercentEncoding().constData());
    QVERIFY(!terminal.screen().contains("x?"));
    QVERIFY(terminal.isAsBefore());
}

void TestCliScreen::suspendedAndContinued()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    TerminalSession terminal(watch(room));
    QVERIFY(terminal.waitForFrame(contains("HOLDER")));
    terminal.press("\x1a");
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(terminal.pid()), 'T', 30000);
    QVERIFY(terminal.isAsBefore());
    QVERIFY(terminal.waitFor(leaving));
    ::kill(terminal.pid(), SIGCONT);
    QVERIFY(terminal.waitFor(leaving + entering));
    const qsizetype before = terminal.screen().size();
    QVERIFY(terminal.waitForFrame([&](const QByteArray &frame) {
        return terminal.screen().indexOf("HOLDER", before) > 0 && frame.contains("HOLDER");
    }));
    terminal.press("q");
    QCOMPARE(terminal.waitForEnd(), 0);
    QVERIFY(terminal.screen().endsWith(leaving));
    QVERIFY(terminal.isAsBefore());
}

void TestCliScreen::coloursOnlyWhereWelcome_data()
{
    QTest::addColumn<bool>("welcome");
    QTest::newRow("colours") << true;
    QTest::newRow("NO_COLOR") << false;
}

void TestCliScreen::coloursOnlyWhereWelcome()
{
    QFETCH(bool, welcome);
    if (!welcome)
        qputenv("NO_COLOR", "1");
    PostgresServer server;
    QVERIFY2(server.start(), qPrintable(server.errorString()));
    const CliRoom room(server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    TerminalSession terminal(watch(room));
    QVERIFY(terminal.waitForFrame(contains("HOLDER")));
    QVERIFY(server.stopImmediate());
    QVERIFY(terminal.waitForFrame([&](const QByteArray &frame) {
        return frame.contains("NOT CONNECTED, these rows are old") && frame.contains("\x1b[31m") == welcome;
    }));
    QVERIFY(server.startAgain());
    QVERIFY(terminal.waitForFrame(
        [](const QByteArray &frame) { return frame.contains("HOLDER") && !frame.contains("NOT CONNECTED"); }));
}

void TestCliScreen::dumbTerminalGetsLines()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    qputenv("TERM", "dumb");
    TerminalSession terminal(watch(room));
    qputenv("TERM", "xterm");
    QVERIFY(terminal.waitFor("HOLDER"));
    terminal.press("\x03");
    QCOMPARE(terminal.waitForEnd(), 0);
    QVERIFY(!terminal.screen().contains('\x1b'));
}

QTEST_GUILESS_MAIN(TestCliScreen)
#include "tst_cliscreen.moc"
