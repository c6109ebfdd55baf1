// SPDX-License-Identifier: MIT
// Where settings may stand: options, the environment, a file; and locks that are called by their names there.
#include "cliroom.h"

#include <QtTest/QtTest>

using namespace Elector;
using namespace Qt::StringLiterals;

class TestCliSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), qPrintable(m_server.errorString())); }
    void optionsOfRunStandElsewhereToo();
    void badValuesAreCalledByTheirPlace_data();
    void badValuesAreCalledByTheirPlace();
    void quotedValuesAreTakenAsTheyStand();
    void locksAreCalledByNameEverywhere();
    void theFirstNodeWithANameMakesTheTable();
    void aNameIsGivenToAFreeNumberOnce();
    void programsAskAboutTheirOwnLock();
    void strangeVariablesAreTold();
    void doctorJudgesGrace();
    void helpIsReadable();

private:
    QString write(const CliRoom &room, const QByteArray &settings) const
    {
        QFile file(room.file(u"settings.ini"_s));
        return file.open(QIODevice::WriteOnly) && file.write(settings) == settings.size() ? file.fileName() : QString();
    }
    static QProcessEnvironment with(const QList<std::pair<QString, QString>> &variables)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const auto &[name, value] : variables)
            environment.insert(name, value);
        return environment;
    }

    PostgresServer m_server;
};

/// The program counts its starts and fails: it is started again where the setting says so.
void TestCliSettings::optionsOfRunStandElsewhereToo()
{
    const CliRoom room(m_server);
    const QString starts = room.file(u"starts"_s);
    const QStringList job{u"sh"_s, u"-c"_s, u"echo x >> %1; test $(wc -l < %1) -ge 2"_s.arg(starts)};
    const QString file = write(room, "restart=on-failure\nrestartPause=1ms\n");
    Program fromFile(QStringList{u"run"_s, u"--dsn"_s, room.dsn(), u"--config"_s, file, u"--"_s} + job);
    QCOMPARE(fromFile.waitForEnd(), 0);
    QCOMPARE(room.lines(u"starts"_s).size(), 2);

    // The environment counts for more than the file, and an option for more than both.
    QVERIFY(QFile::remove(starts));
    Program fromEnvironment(QStringList{u"run"_s, u"--dsn"_s, room.dsn(), u"--config"_s, file, u"--"_s} + job,
                            with({{u"ELECTOR_RESTART"_s, u"no"_s}, {u"ELECTOR_RESTART_PAUSE"_s, u""_s}}));
    QCOMPARE(fromEnvironment.waitForEnd(), 125); // an empty time is none
    Program fromOption(
        QStringList{u"run"_s, u"--dsn"_s, room.dsn(), u"--config"_s, file, u"--restart"_s, u"on-failure"_s, u"--"_s}
            + job,
        with({{u"ELECTOR_RESTART"_s, u"no"_s}}));
    QCOMPARE(fromOption.waitForEnd(), 0);
    QCOMPARE(room.lines(u"starts"_s).size(), 2);

    // A switch.
    const auto leader = room.run(u"leader"_s, {u"sleep"_s, u"1000"_s});
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), u"leader"_s, 30000);
    Program once({u"run"_s, u"--dsn"_s, room.dsn(), u"--"_s, u"true"_s}, with({{u"ELECTOR_ONCE"_s, u"true"_s}}));
    QCOMPARE(once.waitForEnd(), 123);
}

void TestCliSettings::badValuesAreCalledByTheirPlace_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("setting");
    QTest::addColumn<QByteArray>("says");
    const auto row
        = [](const char *name, const char *variable, const char *value, const char *setting, const char *says) {
              QTest::newRow(name) << QString::fromLatin1(variable) << QString::fromLatin1(value) << QByteArray(setting)
                                  << QByteArray(says);
          };
    row("switch", "ELECTOR_ONCE", "maybe", "",
        "The environment variable ELECTOR_ONCE is \"maybe\". Use true or false.");
    row("signal", "ELECTOR_STOP_SIGNAL", "foo", "",
        "The environment variable ELECTOR_STOP_SIGNAL is \"foo\". Use a signal's");
    row("time", "ELECTOR_HOOK_LIMIT", "7", "", "The environment variable ELECTOR_HOOK_LIMIT is \"7\". Use ");
    row("zero", "ELECTOR_HOOK_LIMIT", "0s", "", "The environment variable ELECTOR_HOOK_LIMIT is 0");
    row("file", "", "", "health=web", "The setting \"health\" is \"web\". Use a port");
    row("file, policy", "", "", "restart=sometimes", "The setting \"restart\" is \"sometimes\". Use no, on-failure");
    row("address", "ELECTOR_ADDRESS", "", "", "The environment variable ELECTOR_ADDRESS is empty.");
    row("misspelt", "", "", "restartpause=5s", "There is no setting \"restartpause\"");
    row("lock", "ELECTOR_LOCK_ID", "99999999999", "", "ELECTOR_LOCK_ID is \"99999999999\"");
    row("lock that is no name", "ELECTOR_LOCK_ID", " nightly", "", "32 bits, or a name of 1 to 100 characters");
    // What QSettings would read as something else.
    row("two commands", "", "", "onGained=echo a;echo b", R"(setting "onGained" would)");
    row("two commands, as they are written", "", "", "onGained=echo a;echo b", R"(: onGained="echo a;echo b")");
    row("quotes", "", "", R"(onGained=echo "a b" c)", R"(: onGained="echo \"a b\" c")");
    row("commas", "", "", "onLost=echo one, two", R"(: onLost="echo one, two")");
    row("backslash", "", "", R"(onLost=printf a\tb)", R"(: onLost="printf a\\tb")");
    row("line that goes on", "", "", "onLost=echo a \\\necho=b", R"(setting "onLost" would)");
    row("JSON", "", "", R"(metadata={"a": 1})", R"(: metadata="{\"a\": 1}")");
    row("lock with a comma", "", "", "lockId=mail, fast", R"(: lockId="mail, fast")");
    row("quotes around a part", "", "", R"(onLost="echo a"; echo b)", R"(setting "onLost" would)");
    row("unknown escape", "", "", R"(onLost="grep \d")", R"(setting "onLost" would)");
    row("address", "", "", "dsn=host=a;password=b", R"(: dsn="…")");
    row("key in disguise", "", "", "on%4Cost=echo", R"(setting "onLost" is not written plainly)");
}

void TestCliSettings::badValuesAreCalledByTheirPlace()
{
    QFETCH(const QString, variable);
    QFETCH(const QString, value);
    QFETCH(const QByteArray, setting);
    QFETCH(const QByteArray, says);
    const CliRoom room(m_server);
    QStringList arguments{u"run"_s, u"--dsn"_s, room.dsn()};
    if (!setting.isEmpty())
        arguments << u"--config"_s << write(room, setting + '\n');
    Program node(arguments << u"--"_s << u"true"_s,
                 variable.isEmpty() ? QProcessEnvironment::systemEnvironment() : with({{variable, value}}));
    QCOMPARE(node.waitForEnd(), 125);
    QVERIFY2(node.errors().contains(says), node.errors().constData());
}

void TestCliSettings::quotedValuesAreTakenAsTheyStand()
{
    const CliRoom room(m_server);
    QCOMPARE(Program({u"migrate"_s, u"--dsn"_s, room.dsn()}).waitForEnd(), 0);
    QCOMPARE(Program({u"name"_s, u"--dsn"_s, room.dsn(), u"--lock"_s, u"7"_s, u"mail, fast"_s}).waitForEnd(), 0);
    const QByteArray hook = "printf '%s\\n' 'one, two' \"a;b\" >> " + room.file(u"lines"_s).toUtf8();
    QByteArray written = hook;
    written.replace('\\', "\\\\").replace('"', "\\\"");
    const QString file = write(room,
                               "; a comment; with \"quotes\"\r\n[General]\r\nlockId = \"mail, fast\"\r\nonLost=\""
                                   + written + "\"\nmetadata=\"{\\\"a\\\": \\\"x;y\\\"}\"\n");
    QVERIFY(!file.isEmpty());
    Program node({u"run"_s, u"--dsn"_s, room.dsn(), u"--config"_s, file, u"--"_s, u"sh"_s, u"-c"_s,
                  u"echo $ELECTOR_LOCK; %1 leader --dsn '%2' --json"_s.arg(QStringLiteral(ELECTOR_BIN_DIR "/elector"),
                                                                           room.dsn())});
    QVERIFY2(node.waitForEnd() == 0, node.errors().constData());
    const QByteArray said = node.output();
    QVERIFY2(said.startsWith("7\n") && said.contains(R"("a": "x;y")"), said.constData());
    QCOMPARE(room.lines(u"lines"_s), QStringList({u"one, two"_s, u"a;b"_s}));
}

void TestCliSettings::locksAreCalledByNameEverywhere()
{
    const CliRoom room(m_server);
    QCOMPARE(Program({u"migrate"_s, u"--dsn"_s, room.dsn()}).waitForEnd(), 0);
    QCOMPARE(Program({u"name"_s, u"--dsn"_s, room.dsn(), u"--lock"_s, u"7"_s, u"nightly job"_s}).waitForEnd(), 0);
    const QStringList tellLock{u"--"_s, u"sh"_s, u"-c"_s, u"echo $ELECTOR_LOCK"_s};
    Program fromEnvironment(QStringList{u"run"_s, u"--dsn"_s, room.dsn()} + tellLock,
                            with({{u"ELECTOR_LOCK_ID"_s, u"nightly job"_s}}));
    QCOMPARE(fromEnvironment.waitForEnd(), 0);
    QCOMPARE(fromEnvironment.output(), "7\n");
    const QString file = write(room, "lockId=nightly job\n");
    Program fromFile(QStringList{u"run"_s, u"--dsn"_s, room.dsn(), u"--config"_s, file} + tellLock);
    QCOMPARE(fromFile.waitForEnd(), 0);
    QCOMPARE(fromFile.output(), "7\n");
    // A number of the environment counts for more than a name of the file.
    Program both(QStringList{u"run"_s, u"--dsn"_s, room.dsn(), u"--config"_s, file} + tellLock,
                 with({{u"ELECTOR_LOCK_ID"_s, u"8"_s}}));
    QCOMPARE(both.waitForEnd(), 0);
    QCOMPARE(both.output(), "8\n");
    Program leader({u"leader"_s, u"--dsn"_s, room.dsn(), u"--config"_s, file, u"--json"_s});
    QCOMPARE(leader.waitForEnd(), 3);
    QVERIFY2(!leader.errors().contains("There is no lock"), leader.errors().constData());
}

/// As where locks have numbers.
void TestCliSettings::theFirstNodeWithANameMakesTheTable()
{
    const CliRoom room(m_server);
    const auto node = [&room](const QStringList &options) {
        return std::make_unique<Program>(QStringList{u"run"_s, u"--dsn"_s, room.dsn(), u"--lock"_s, u"mail"_s} + options
                                         + QStringList{u"--"_s, u"true"_s});
    };
    QCOMPARE(node({u"--create-lock"_s, u"--no-create-table"_s})->waitForEnd(), 125);
    const auto first = node({u"--create-lock"_s});
    QVERIFY2(first->waitForEnd() == 0, first->errors().constData());
    QCOMPARE(room.sql(u"SELECT count(*) FROM leader_lease_lock WHERE name = 'mail'"_s).value().toInt(), 1);
    QCOMPARE(node({})->waitForEnd(), 0);
    // What made it is gone, also while the command runs.
    QVERIFY(
        room.sql(u"DROP TABLE leader_lease, leader_lease_lock, leader_lease_history, leader_lease_server CASCADE"_s));
    Program lasting(
        {u"run"_s, u"--dsn"_s, room.dsn(), u"--lock"_s, u"mail"_s, u"--create-lock"_s, u"--"_s, u"sleep"_s, u"1000"_s});
    QTRY_COMPARE_WITH_TIMEOUT(room.sql(u"SELECT count(*) FROM leader_lease"_s).value().toInt(), 1, 30000);
    QCOMPARE(room.sql(u"SELECT count(*) FROM pg_stat_activity WHERE application_name = 'elector-create-lock'"_s)
                 .value()
                 .toInt(),
             0);
}

void TestCliSettings::aNameIsGivenToAFreeNumberOnce()
{
    const CliRoom room(m_server);
    QCOMPARE(Program({u"migrate"_s, u"--dsn"_s, room.dsn()}).waitForEnd(), 0);
    const QStringList arguments{u"run"_s, u"--dsn"_s, room.dsn(), u"--lock"_s, u"nightly"_s};
    const QStringList job{u"--"_s, u"sh"_s, u"-c"_s,
                          u"mkdir %1 && echo $ELECTOR_LOCK && rmdir %1"_s.arg(room.file(u"alone"_s))};
    Program without(arguments + job);
    QCOMPARE(without.waitForEnd(), 125);
    QVERIFY2(without.errors().contains("--create-lock"), without.errors().constData());
    std::vector<std::unique_ptr<Program>> nodes;
    for (int i = 0; i < 4; ++i)
        nodes.push_back(std::make_unique<Program>(arguments + QStringList{u"--create-lock"_s} + job));
    QSet<QByteArray> numbers;
    for (const auto &node : nodes) {
        QVERIFY2(node->waitForEnd() == 0, node->errors().constData());
        numbers.insert(node->output());
    }
    QCOMPARE(numbers.size(), 1);
    QCOMPARE(room.sql(u"SELECT count(*) FROM leader_lease_lock WHERE name IS NOT NULL"_s).value().toInt(), 1);
    QCOMPARE(room.sql(u"SELECT id FROM leader_lease_lock WHERE name = 'nightly'"_s).value().toByteArray() + '\n',
             *numbers.cbegin());
}

void TestCliSettings::programsAskAboutTheirOwnLock()
{
    const CliRoom room(m_server);
    const QString fence = QStringLiteral("%1 fence --dsn '%2' && %1 fence --dsn '%2' --check \"$ELECTOR_TERM\"")
                              .arg(QStringLiteral(ELECTOR_BIN_DIR "/elector"), room.dsn());
    Program node({u"run"_s, u"--dsn"_s, room.dsn(), u"--lock"_s, u"7"_s, u"--"_s, u"sh"_s, u"-c"_s,
                  fence + u" && echo $ELECTOR_TERM"_s});
    QVERIFY2(node.waitForEnd() == 0, node.errors().constData());
    const QByteArrayList lines = node.output().trimmed().split('\n');
    QCOMPARE(lines.first(), lines.last());
}

void TestCliSettings::strangeVariablesAreTold()
{
    const CliRoom room(m_server);
    Program node({u"run"_s, u"--verbose"_s, u"--dsn"_s, room.dsn(), u"--"_s, u"true"_s},
                 with({{u"ELECTOR_LEASE"_s, u"3s"_s}}));
    QCOMPARE(node.waitForEnd(), 0);
    QVERIFY2(node.errors().contains("no settings: ") && node.errors().contains("ELECTOR_LEASE"),
             node.errors().constData());
}

void TestCliSettings::doctorJudgesGrace()
{
    const CliRoom room(m_server);
    QCOMPARE(Program({u"migrate"_s, u"--dsn"_s, room.dsn()}).waitForEnd(), 0);
    Program without({u"doctor"_s, u"--dsn"_s, room.dsn(), u"--lock"_s, u"7"_s});
    QVERIFY(!without.output().contains("too short to survive"));
    QVERIFY(without.waitForEnd() != 2);
    Program with({u"doctor"_s, u"--dsn"_s, room.dsn(), u"--lock"_s, u"7"_s, u"--grace"_s, u"1s"_s});
    QCOMPARE(with.waitForEnd(), 6);
    QVERIFY2(with.output().contains("too short to survive"), with.output().constData());
}

void TestCliSettings::helpIsReadable()
{
    for (const char *command : {"run", "status", "watch", "leader", "candidates", "history", "release", "pause",
                                "resume", "transfer", "name", "doctor", "migrate", "fence"}) {
        Program help({QString::fromLatin1(command), u"--help"_s});
        QCOMPARE(help.waitForEnd(), 0);
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString text = decoder(help.output());
        QVERIFY2(!decoder.hasError(), command);
        // What was read as Latin-1 and written as UTF-8.
        QVERIFY2(!text.contains(u'â') && !text.contains(u'Ã'), command);
        Program same({u"help"_s, QString::fromLatin1(command)});
        QCOMPARE(same.waitForEnd(), 0);
        QCOMPARE(same.output(), help.output());
        Program wrong({QString::fromLatin1(command), u"--bogus"_s});
        QVERIFY(wrong.waitForEnd() != 0);
        QVERIFY2(!wrong.errors().contains("..") && wrong.errors().contains("Try: elector"), wrong.errors().constData());
    }
}

QTEST_GUILESS_MAIN(TestCliSettings)
#include "tst_clisettings.moc"
