// SPDX-License-Identifier: MIT
#include "monitoroptions.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <vector>

using namespace Elector;
using namespace std::chrono;

namespace {

ConnectionProfile ordersProfile()
{
    ConnectionProfile orders;
    orders.name = QStringLiteral("Orders");
    orders.setParameters(ConnectionParameters::fromString(QStringLiteral("host=db.example dbname=orders")));
    orders.schemas = {QStringLiteral("jobs"), QStringLiteral("more")};
    orders.color = ProfileColor::Production;
    orders.readOnly = true;
    return orders;
}

ParsedCommandLine parse(const QStringList &arguments)
{
    return parseCommandLine(QStringList(QStringLiteral("elector-monitor")) + arguments, {{ordersProfile()}, {}});
}

QString mode(const QStringList &arguments)
{
    return parse(arguments).options.connection.value(QStringLiteral("sslmode"));
}

QString program()
{
    return QStringLiteral(ELECTOR_BIN_DIR "/elector-monitor");
}

} // namespace

class TestMonitorOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QFile services(m_room.filePath(QStringLiteral("services.conf")));
        QVERIFY(services.open(QIODevice::WriteOnly));
        services.write("[far]\nhost=db.example\n[bad]\nhots=db.example\n");
        qputenv("PGSERVICEFILE", services.fileName().toLocal8Bit());
        qputenv("XDG_CONFIG_HOME", m_room.path().toLocal8Bit()); // of the programs that are started
        qputenv("LC_ALL", "C.UTF-8");
    }

    void nothingGivenLeavesItToLibpq()
    {
        const ParsedCommandLine parsed = parse({});
        QCOMPARE(parsed.result, ParsedCommandLine::Run);
        QVERIFY(parsed.options.connection.values().isEmpty());
        QCOMPARE(parsed.options.schemas, QStringList{QStringLiteral("public")});
        QVERIFY(!parsed.options.interval);
        QVERIFY(!parsed.options.readOnly);
    }

    void everythingGiven()
    {
        const ParsedCommandLine parsed
            = parse({QStringLiteral("--dsn"), QStringLiteral("postgresql://ada@db.example/orders"),
                     QStringLiteral("--schema=jobs"), QStringLiteral("--interval"), QStringLiteral("500ms"),
                     QStringLiteral("--read-only"), QStringLiteral("--appearance"), QStringLiteral("dark")});
        QCOMPARE(parsed.result, ParsedCommandLine::Run);
        QCOMPARE(parsed.options.connection.value(QStringLiteral("host")), QStringLiteral("db.example"));
        QCOMPARE(parsed.options.schemas, QStringList{QStringLiteral("jobs")});
        QCOMPARE(parsed.options.interval, std::optional(milliseconds(500)));
        QVERIFY(parsed.options.readOnly);
        QCOMPARE(parsed.options.appearance, Appearance::Dark);
    }

    void aRemoteHostIsVerified()
    {
        QCOMPARE(mode({QStringLiteral("--dsn=postgresql://ada@db.example/orders")}), QStringLiteral("verify-full"));
        QCOMPARE(mode({QStringLiteral("--dsn=postgresql://ada@db.example/orders?sslmode=require")}),
                 QStringLiteral("require"));
        QCOMPARE(mode({QStringLiteral("--dsn=postgresql://ada@127.0.0.1/orders")}), QString());
        QCOMPARE(mode({QStringLiteral("--service=far")}), QStringLiteral("verify-full"));
        QCOMPARE(mode({QStringLiteral("--profile=Orders")}), QStringLiteral("verify-full"));
    }

    void aPoolerThatLendsSessions()
    {
        const auto pooling = [](const QStringList &arguments) { return parse(arguments).options.connection.pooling(); };
        const QString transaction = QStringLiteral("--pooling=transaction");
        QCOMPARE(pooling({}), Pooling::Session);
        QCOMPARE(pooling({transaction}), Pooling::Transaction);
        QCOMPARE(pooling({QStringLiteral("--service=far"), transaction}), Pooling::Transaction);
        for (const char *wrong : {"--pooling=statement", "--pooling="})
            QCOMPARE(parse({QString::fromLatin1(wrong)}).result, ParsedCommandLine::Refused);
        QCOMPARE(parse({QStringLiteral("--profile=Orders"), transaction}).result, ParsedCommandLine::Refused);
        qputenv("ELECTOR_POOLING", "transaction");
        QCOMPARE(pooling({}), Pooling::Transaction);
        QCOMPARE(pooling({QStringLiteral("--pooling=session")}), Pooling::Session);
        QCOMPARE(pooling({QStringLiteral("--profile=Orders")}), Pooling::Session);
        qunsetenv("ELECTOR_POOLING");
    }

    void aServiceIsLookedUp()
    {
        const ParsedCommandLine parsed = parse({QStringLiteral("--service"), QStringLiteral("far")});
        QCOMPARE(parsed.result, ParsedCommandLine::Run);
        QCOMPARE(parsed.options.connection.value(QStringLiteral("service")), QStringLiteral("far"));
        QVERIFY(!parsed.options.profile);
    }

    void aProfileSaysEverythingThatIsNotGiven()
    {
        const ParsedCommandLine parsed = parse({QStringLiteral("--profile"), QStringLiteral("Orders")});
        QCOMPARE(parsed.result, ParsedCommandLine::Run);
        QCOMPARE(parsed.options.profile->color, ProfileColor::Production);
        QCOMPARE(parsed.options.connection.value(QStringLiteral("host")), QStringLiteral("db.example"));
        QCOMPARE(parsed.options.schemas, QStringList({QStringLiteral("jobs"), QStringLiteral("more")}));
        QCOMPARE(parsed.options.schemas.constFirst(), QStringLiteral("jobs"));
        QVERIFY(parsed.options.profile->readOnly);
        QVERIFY(!parsed.options.readOnly);

        const ParsedCommandLine other
            = parse({QStringLiteral("--profile=Orders"), QStringLiteral("--schema=a"), QStringLiteral("--schema=b"),
                     QStringLiteral("--schema=a"), QStringLiteral("--read-only")});
        QCOMPARE(other.options.schemas, QStringList({QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(other.options.profile->schemas, other.options.schemas);
        QVERIFY(other.options.readOnly);
    }

    void severalProfilesArePagesBesideEachOther()
    {
        const QString orders = QStringLiteral("--profile=Orders");
        const QString stock = QStringLiteral("--profile=Stock");
        ConnectionProfile second;
        second.name = QStringLiteral("Stock");
        const ProfileStore::Contents known{{ordersProfile(), second}, {}};
        const QString program = QStringLiteral("elector-monitor");
        const ParsedCommandLine parsed = parseCommandLine({program, orders, stock, orders}, known);
        QCOMPARE(parsed.result, ParsedCommandLine::Run);
        QCOMPARE(parsed.options.profile->name, QStringLiteral("Orders"));
        QCOMPARE(parsed.options.further.size(), 1);
        QCOMPARE(parsed.options.further.at(0).name, QStringLiteral("Stock"));
        QCOMPARE(parsed.options.schemas, QStringList({QStringLiteral("jobs"), QStringLiteral("more")}));
        const ParsedCommandLine whose = parseCommandLine({program, orders, stock, QStringLiteral("--schema=a")}, known);
        QCOMPARE(whose.result, ParsedCommandLine::Refused);
        QVERIFY(whose.text.contains(QStringLiteral("several profiles")));
        const ParsedCommandLine unknown = parseCommandLine({program, orders, QStringLiteral("--profile=No")}, known);
        QCOMPARE(unknown.result, ParsedCommandLine::Refused);
    }

    void theEnvironmentsAddressYieldsToWhatIsGiven()
    {
        qputenv("ELECTOR_DSN", "postgresql://ada@env.example/orders");
        QCOMPARE(parse({}).options.connection.value(QStringLiteral("host")), QStringLiteral("env.example"));
        QCOMPARE(parse({QStringLiteral("--service=far")}).options.connection.value(QStringLiteral("host")), QString());
        QCOMPARE(parse({QStringLiteral("--profile=Orders")}).options.connection.value(QStringLiteral("host")),
                 QStringLiteral("db.example"));
        qunsetenv("ELECTOR_DSN");
    }

    void onlyAPasswordOnTheCommandLineIsWarnedOf()
    {
        QVERIFY(!parse({QStringLiteral("--dsn=postgresql://ada:secret@db/x")}).warning.isEmpty());
        QVERIFY(
            !parse({QStringLiteral("--dsn=postgresql://ada:secret@db/x")}).warning.contains(QStringLiteral("secret")));
        QVERIFY(parse({QStringLiteral("--dsn=postgresql://ada@db/x")}).warning.isEmpty());
    }

    void badInputIsRefusedWithWords_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("mentions");
        QTest::newRow("no unit") << QStringList({QStringLiteral("--interval"), QStringLiteral("10")})
                                 << QStringLiteral("10s");
        QTest::newRow("too short") << QStringList({QStringLiteral("--interval=1ms")}) << QStringLiteral("100ms");
        QTest::newRow("too long") << QStringList({QStringLiteral("--interval=2h")}) << QStringLiteral("60min");
        QTest::newRow("schema") << QStringList({QStringLiteral("--schema"), QStringLiteral("a\";drop")})
                                << QStringLiteral("schema");
        QTest::newRow("look") << QStringList({QStringLiteral("--appearance=pink")}) << QStringLiteral("dark");
        QTest::newRow("stray") << QStringList({QStringLiteral("postgresql://x/y")}) << QStringLiteral("--dsn");
        QTest::newRow("unknown") << QStringList({QStringLiteral("--force")}) << QStringLiteral("force");
        QTest::newRow("dsn") << QStringList({QStringLiteral("--dsn=postgresql://u:secret@h:notaport/x?bogus=1")})
                             << QString();
        QTest::newRow("dsn and service") << QStringList(
            {QStringLiteral("--dsn=postgresql://x/y"), QStringLiteral("--service=far")})
                                         << QStringLiteral("service=far");
        QTest::newRow("dsn and profile") << QStringList(
            {QStringLiteral("--dsn=postgresql://x/y"), QStringLiteral("--profile=Orders")})
                                         << QStringLiteral("leave out --dsn");
        QTest::newRow("service and profile")
            << QStringList({QStringLiteral("--service="), QStringLiteral("--profile=Orders")})
            << QStringLiteral("leave out --dsn and --service");
        QTest::newRow("profile") << QStringList({QStringLiteral("--profile=Odrers")}) << QStringLiteral("Orders");
        QTest::newRow("no profile") << QStringList({QStringLiteral("--profile=")}) << QStringLiteral("Orders");
        QTest::newRow("service") << QStringList({QStringLiteral("--service=fra")}) << QStringLiteral("far");
        QTest::newRow("bad service") << QStringList({QStringLiteral("--service=bad")}) << QStringLiteral("hots");
        QTest::newRow("second schema") << QStringList({QStringLiteral("--schema=jobs"), QStringLiteral("--schema=a;b")})
                                       << QStringLiteral("schema");
    }

    void badInputIsRefusedWithWords()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, mentions);
        const ParsedCommandLine parsed = parse(arguments);
        QCOMPARE(parsed.result, ParsedCommandLine::Refused);
        QVERIFY(!parsed.text.isEmpty());
        QVERIFY2(parsed.text.contains(mentions), qPrintable(parsed.text));
        QVERIFY(!parsed.text.contains(QStringLiteral("secret")));
    }

    void passwordsLeaveTheArguments_data()
    {
        QTest::addColumn<QList<QByteArray>>("arguments");
        QTest::newRow("separate") << QList<QByteArray>{"m", "--dsn", "postgresql://ada:secret@db/x"};
        QTest::newRow("joined") << QList<QByteArray>{"m", "--dsn=postgresql://ada:secret@db/x", "--read-only"};
        QTest::newRow("keywords") << QList<QByteArray>{"m", "--dsn", "host=db password=secret"};
        QTest::newRow("unreadable") << QList<QByteArray>{"m", "--dsn", "password=secret nonsense"};
        QTest::newRow("one dash") << QList<QByteArray>{"m", "-dsn", "host=db password=secret"};
    }

    void passwordsLeaveTheArguments()
    {
        QFETCH(QList<QByteArray>, arguments);
        std::vector<char *> argv;
        for (QByteArray &argument : arguments)
            argv.push_back(argument.data());
        blankPasswords(int(argv.size()), argv.data());
        for (const QByteArray &argument : std::as_const(arguments))
            QVERIFY2(!argument.contains("secret"), argument.constData());
    }

    void withoutAPasswordTheArgumentsStay()
    {
        QByteArray arguments[] = {"m", "--dsn", "postgresql://ada@db/x"};
        char *argv[] = {arguments[0].data(), arguments[1].data(), arguments[2].data()};
        blankPasswords(3, argv);
        QCOMPARE(arguments[2], QByteArray("postgresql://ada@db/x"));
    }

    void helpAndVersionNeedNoDisplay()
    {
        for (const QString &option : {QStringLiteral("--help"), QStringLiteral("--version")}) {
            QProcess process;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.remove(QStringLiteral("DISPLAY"));
            environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
            process.setProcessEnvironment(environment);
            process.start(program(), {option});
            QVERIFY(process.waitForFinished(30'000));
            QCOMPARE(process.exitCode(), 0);
            QVERIFY(process.readAllStandardOutput().contains("elector-monitor"));
        }
    }

    void helpAndErrorsSpeakTheLanguage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("system");
        QTest::addColumn<QString>("remembered");
        QTest::addColumn<QString>("words");
        const QStringList help{QStringLiteral("--help")};
        const QStringList error{QStringLiteral("--interval=10")};
        const auto in = [](const QString &code) { return QStringList{QStringLiteral("--language"), code}; };
        const QString c = QStringLiteral("C.UTF-8");
        const QString german = QStringLiteral("de_DE.UTF-8");
        QTest::newRow("help, asked for") << help + in(QStringLiteral("de")) << c << QString()
                                         << QStringLiteral("Diese Hilfe anzeigen.");
        QTest::newRow("asked for after an error")
            << error + in(QStringLiteral("ru")) << c << QString() << QStringLiteral("не длительность");
        QTest::newRow("the end of an error") << error + in(QStringLiteral("zh_CN")) << c << QString()
                                             << QStringLiteral("\n请参阅 elector-monitor --help。\n");
        QTest::newRow("in one word") << QStringList{QStringLiteral("--language=es"), QStringLiteral("--help")} << c
                                     << QString() << QStringLiteral("Mostrar esta ayuda.");
        QTest::newRow("the system's") << help << german << QString() << QStringLiteral("Diese Hilfe anzeigen.");
        QTest::newRow("asked for, not the system's")
            << help + in(QStringLiteral("en")) << german << QString() << QStringLiteral("Show this help.");
        QTest::newRow("as chosen in the window")
            << help << c << QStringLiteral("es") << QStringLiteral("Mostrar esta ayuda.");
        QTest::newRow("an unknown one, in the system's")
            << in(QStringLiteral("tlh")) << german << QString() << QStringLiteral("--language tlh ist nicht bekannt");
        QTest::newRow("none after --") << QStringList{QStringLiteral("--"), QStringLiteral("--language=de")} << c
                                       << QString() << QStringLiteral("is not an option");
    }
    void helpAndErrorsSpeakTheLanguage()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, system);
        QFETCH(const QString, remembered);
        QFETCH(const QString, words);
        QTemporaryDir home;
        QVERIFY(QDir(home.path()).mkdir(QStringLiteral("elector")));
        QFile settings(home.filePath(QStringLiteral("elector/elector-monitor.conf")));
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.write(QStringLiteral("[General]\nlanguage=%1\n").arg(remembered).toUtf8());
        settings.close();
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LC_ALL"), system);
        environment.remove(QStringLiteral("LANGUAGE"));
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home.path());
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program(), arguments);
        QVERIFY(process.waitForFinished(30'000));
        const QByteArray said = process.readAll();
        QVERIFY2(QString::fromUtf8(said).contains(words), said.constData());
        QVERIFY2(said.contains("elector-monitor"), said.constData());
    }

    void theProcessListHidesThePassword()
    {
        QProcess process;
        process.start(program(), {QStringLiteral("--dsn"), QStringLiteral("postgresql://ada:secret@127.0.0.1:1/x")});
        process.setReadChannel(QProcess::StandardError);
        QVERIFY(process.waitForStarted(30'000));
        const auto commandLine = [&] {
            QFile file(QStringLiteral("/proc/%1/cmdline").arg(process.processId()));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("secret");
        };
        QTRY_VERIFY_WITH_TIMEOUT(commandLine().contains("--dsn") && !commandLine().contains("secret"), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(process.waitForReadyRead(0) || process.bytesAvailable() > 0, 30'000);
        const QByteArray said = process.readAllStandardError();
        QVERIFY2(said.startsWith("elector-monitor: a password on the command line"), said.constData());
        QVERIFY(!said.contains("secret"));
        process.terminate();
        QVERIFY(process.waitForFinished(30'000));
    }

    void badArgumentsEndTheProgramWithStatusTwo()
    {
        QProcess process;
        process.start(program(), {QStringLiteral("--interval"), QStringLiteral("10")});
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardError().contains("--interval 10"));
    }

    void anUnknownProfileEndsTheProgramWithStatusTwo()
    {
        QProcess process;
        process.start(program(), {QStringLiteral("--profile"), QStringLiteral("Orders")});
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardError().contains("Known are: none"));
    }

private:
    QTemporaryDir m_room;
};

QTEST_GUILESS_MAIN(TestMonitorOptions)
#include "tst_monitoroptions.moc"
