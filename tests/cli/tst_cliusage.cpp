// SPDX-License-Identifier: MIT
#include "cliroom.h"

#include <QtTest/QTest>

using namespace Elector;

/// Wrong command lines: one clear sentence, the right exit code, nothing done.
class TestCliUsage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void help_data();
    void help();
    void wrongUsage_data();
    void wrongUsage();
    void emptyCommand();
    void everyProblemIsToldAtOnce();
    void settingsFromTheEnvironment();
};

void TestCliUsage::help_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("mentions");
    QTest::newRow("all") << QStringList{QStringLiteral("--help")} << QByteArray("watch");
    QTest::newRow("run") << QStringList{QStringLiteral("run"), QStringLiteral("--help")}
                         << QByteArray("Usage: elector run [options] -- COMMAND");
    QTest::newRow("status") << QStringList{QStringLiteral("status"), QStringLiteral("--help")} << QByteArray("--json");
    QTest::newRow("watch") << QStringList{QStringLiteral("watch"), QStringLiteral("--help")}
                           << QByteArray("--interval");
    QTest::newRow("version") << QStringList{QStringLiteral("--version")} << QByteArray("elector 1.");
}

void TestCliUsage::help()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, mentions);
    Program program(arguments);
    QCOMPARE(program.waitForEnd(), 0);
    QVERIFY2(program.output().contains(mentions), program.output().constData());
    QCOMPARE(program.errors(), QByteArray());
}

void TestCliUsage::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const char *arguments, int exitCode, const char *says) {
        QTest::newRow(name) << QString::fromLatin1(arguments).split(QLatin1Char(' '), Qt::SkipEmptyParts) << exitCode
                            << QByteArray(says);
    };
    row("nothing", "", 2, "A command is missing");
    row("unknown command", "lead", 2, "There is no command \"lead\"");
    row("unknown option", "status --jsno", 2, "jsno");
    row("an argument too many", "status everything", 2, "There is no argument \"everything\"");
    row("a lease without a unit", "run --lease 10 -- true", 125, "--lease is \"10\". Use a number with its unit");
    row("a lease too short", "run --lease 10ms -- true", 125, "leaseDuration is 10ms. Use 100ms to 24h");
    row("a negative lease", "run --lease=-5s -- true", 125, "--lease is \"-5s\"");
    row("a lock that is neither number nor name", "run --lock= -- true", 125, "--lock is \"\"");
    row("a lock beyond 32 bits", "run --lock 99999999999 -- true", 125, "--lock is \"99999999999\"");
    row("no command", "run --lock 7", 125, "There is no COMMAND to run");
    row("hostile schema", "run --schema a\"b -- true", 125, "schema");
    row("hostile schema for status", "status --schema a;b", 2, "schema");
    row("grace beyond the budget", "run --lease 2s --grace 1500ms -- true", 125, "do not fit into the lease");
    row("the lease that a grace needs", "run --grace 5s -- true", 125,
        "--grace is 5s, and 200ms more are kept for the kill. The settings do not fit into the lease");
    row("a lease that would do", "run --grace 5s -- true", 125, "Use a leaseDuration of 25s or more");
    row("a grace as long as the lease", "run --grace 10s -- true", 125, "--grace is 10s, and 200ms more");
    row("a lease that is too short for itself", "run --lease 100ms -- true", 125, "Use a leaseDuration of 250ms or");
    row("malformed dsn", "status --dsn postgresql://[::1/x", 2, "connection string");
    row("unknown keyword in the dsn", "status --dsn nonsense=1", 2, "nonsense");
    row("reserved instance", "run --instance-id #revoked -- true", 125, "reserved");
    row("an unknown stop signal", "run --stop-signal PLEASE -- true", 125, "--stop-signal is \"PLEASE\"");
    row("a signal beyond the last", "run --stop-signal 65 -- true", 125, "--stop-signal is \"65\"");
    row("an unknown policy", "run --restart maybe -- true", 125, "--restart is \"maybe\"");
    row("a pause without restarts", "run --restart-pause 5s -- true", 125, "--restart-pause wants --restart");
    row("no pause", "run --restart always --restart-pause 0s -- true", 125, "--restart-pause is 0");
    row("once, again", "run --once --restart always -- true", 125, "do not go together");
    row("a rate that is none", "run --epsilon much -- true", 125, "--epsilon is \"much\"");
    row("an order without a lock", "release", 2, "--lock is missing");
    row("an order for a lock beyond 32 bits", "pause --lock 99999999999", 2, "--lock is \"99999999999\"");
    row("a transfer to nobody", "transfer --lock 1", 2, "--to is missing");
    row("a transfer for no time", "transfer --lock 1 --to a --for 0s", 2, "--for is 0");
    row("a name that is a number", "name --lock 9 12", 2, "\"12\" cannot be a lock's name");
    row("a term that is none, to release", "release --lock 9 --term x", 2, "--term is \"x\"");
    row("an empty address", "status --dsn=", 2, "--dsn is empty");
    row("an empty address to clean up", "migrate --uninstall --yes --dsn=", 2, "--dsn is empty");
    row("an empty address to run", "run --dsn= -- true", 125, "--dsn is empty");
    row("a name and none", "name --lock 1 nightly --remove", 2, "either the new name or --remove");
    row("neither a name nor none", "name --lock 1", 2, "either the new name or --remove");
    row("a limit beyond all bounds", "history --limit 0", 2, "--limit is \"0\". Use a whole number from 1");
    row("a term that is none", "fence --check seven", 2, "--check is \"seven\"");
    row("a transfer to nobody who can be", "transfer --lock 1 --to a\x1b[31m", 2, "which no node may be called");
    row("a transfer to what is left of a revoke", "transfer --lock 1 --to #revoked", 2, "which no node may be called");
    row("SQL as JSON", "fence --sql --json", 2, "--sql with neither --check nor --json");
    row("SQL of the schema as JSON", "migrate --print --json", 2, "--json does not go with --print");
    row("no interval", "watch --interval 0s", 2, "--interval is 0");
    row("a holder to check without a term", "fence --holder a", 2, "--holder goes with --check");
    row("an unknown level", "migrate --level half", 2, "--level is \"half\". Use plain or full");
    row("a level to uninstall", "migrate --level full --uninstall", 2, "--level does not go with --uninstall");
    row("a table to keep", "migrate --keep-table", 2, "--keep-table goes with --uninstall");
    row("an unknown server version", "migrate --print --server-version 9", 2, "--server-version is \"9\"");
    row("a doctor's argument", "doctor now", 2, "There is no argument \"now\"");
    row("an interval without a unit", "watch --interval 1", 2, "--interval is \"1\"");
}

void TestCliUsage::wrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, says);
    Program program(arguments);
    QCOMPARE(program.waitForEnd(), exitCode);
    const QByteArray errors = program.errors();
    QVERIFY2(errors.contains(says), errors.constData());
    QVERIFY2(!errors.contains('\x1b'), errors.toPercentEncoding().constData());
    QCOMPARE(program.output(), QByteArray());
}

void TestCliUsage::emptyCommand()
{
    Program program({QStringLiteral("run"), QStringLiteral("--"), QString(), QStringLiteral("argument")});
    QCOMPARE(program.waitForEnd(), 125);
    const QByteArray errors = program.errors();
    QVERIFY2(errors.startsWith("elector: COMMAND is empty") && errors.count('\n') == 1, errors.constData());
}

void TestCliUsage::everyProblemIsToldAtOnce()
{
    Program program({QStringLiteral("run"), QStringLiteral("--lock"), QStringLiteral("x "), QStringLiteral("--lease"),
                     QStringLiteral("y"), QStringLiteral("--"), QStringLiteral("true")});
    QCOMPARE(program.waitForEnd(), 125);
    const QByteArray errors = program.errors();
    QVERIFY2(errors.contains("--lock") && errors.contains("--lease"), errors.constData());
}

void TestCliUsage::settingsFromTheEnvironment()
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("ELECTOR_LEASE_DURATION"), QStringLiteral("10"));
    // What elector run passes to its command is not read as a setting.
    environment.insert(QStringLiteral("ELECTOR_LOCK"), QStringLiteral("nonsense"));
    environment.insert(QStringLiteral("ELECTOR_TERM"), QStringLiteral("nonsense"));
    Program program({QStringLiteral("run"), QStringLiteral("--"), QStringLiteral("true")}, environment);
    QCOMPARE(program.waitForEnd(), 125);
    const QByteArray errors = program.errors();
    QVERIFY2(errors.contains("ELECTOR_LEASE_DURATION is \"10\". Use a number with its unit"), errors.constData());
    QVERIFY2(!errors.contains("nonsense"), errors.constData());
}

QTEST_GUILESS_MAIN(TestCliUsage)
#include "tst_cliusage.moc"
