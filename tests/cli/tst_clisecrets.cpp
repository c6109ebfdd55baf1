// SPDX-License-Identifier: MIT
#include "cliroom.h"
#include "healthclient.h"

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtTest/QTest>

#include <csignal>
#include <memory>

using namespace Elector;
using namespace Qt::StringLiterals;

/// A password is planted wherever one may come from, and looked for wherever one may come to light.
class TestCliSecrets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void passwordComesToLightNowhere_data();
    void passwordComesToLightNowhere();
    void wrongPasswordComesToLightNowhere_data();
    void wrongPasswordComesToLightNowhere();
    void addressForADatabaseReachesNoServer();
    void crashTellsNothing();

private:
    struct Way
    {
        QStringList options;
        QProcessEnvironment environment;
    };
    Way way(const QString &name, const QString &password) const;
    QByteArray everythingInTheDatabase();

    PostgresServer m_server;
    QString m_database;
    std::unique_ptr<QTemporaryDir> m_directory;
};

namespace {

const char *const ways[] = {"PGPASSWORD",       "passfile",          "service file",      "ELECTOR_DSN",
                            "address by --dsn", "keywords by --dsn", "address by --dsn=", "query by --dsn"};

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray processList()
{
    QProcess ps;
    ps.start(u"ps"_s, {u"axww"_s, u"-o"_s, u"pid,args"_s});
    return ps.waitForFinished(30000) ? ps.readAllStandardOutput() : QByteArray();
}

/// Everything that there is to be logged.
QProcessEnvironment talkative()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_LOGGING_RULES"_s, u"*.debug=true"_s);
    return environment;
}

} // namespace

void TestCliSecrets::initTestCase()
{
    PostgresServer::Options options;
    options.password = true;
    options.conf = {u"log_statement=all"_s, u"log_connections=on"_s, u"log_min_messages=debug1"_s};
    QVERIFY2(m_server.start(options), qPrintable(m_server.errorString()));
    QVERIFY(m_server.password().size() > 10);
}

void TestCliSecrets::init()
{
    m_database = m_server.createDatabase();
    QVERIFY(!m_database.isEmpty());
    m_directory = std::make_unique<QTemporaryDir>();
}

TestCliSecrets::Way TestCliSecrets::way(const QString &name, const QString &password) const
{
    Way way{{}, talkative()};
    const QString port = QString::number(m_server.port());
    const QString keywords = u"host=127.0.0.1 port=%1 user=postgres dbname=%2"_s.arg(port, m_database);
    const QString address = u"postgresql://postgres:%1@127.0.0.1:%2/%3"_s.arg(password, port, m_database);
    const auto write = [this](const QString &file, const QString &text) {
        QFile target(m_directory->filePath(file));
        if (target.open(QIODevice::WriteOnly))
            target.write(text.toUtf8());
        target.setPermissions(QFile::ReadOwner | QFile::WriteOwner); // libpq insists
        return target.fileName();
    };
    if (name == u"PGPASSWORD"_s) {
        way.environment.insert(u"PGPASSWORD"_s, password);
        way.options = {u"--dsn"_s, keywords};
    } else if (name == u"passfile"_s) {
        way.environment.insert(u"PGPASSFILE"_s, write(u"passfile"_s, u"*:*:*:*:"_s + password));
        way.options = {u"--dsn"_s, keywords};
    } else if (name == u"service file"_s) {
        const QString lines = QString(keywords).replace(u' ', u'\n');
        way.environment.insert(u"PGSERVICEFILE"_s,
                               write(u"services"_s, u"[planted]\n%1\npassword=%2\n"_s.arg(lines, password)));
        way.options = {u"--dsn"_s, u"service=planted"_s};
    } else if (name == u"ELECTOR_DSN"_s) {
        way.environment.insert(u"ELECTOR_DSN"_s, address);
    } else if (name == u"address by --dsn"_s) {
        way.options = {u"--dsn"_s, address};
    } else if (name == u"address by --dsn="_s) {
        way.options = {u"--dsn="_s + address};
    } else if (name == u"keywords by --dsn"_s) {
        way.options = {u"--dsn"_s, u"password='%1' "_s.arg(password) + keywords};
    } else {
        way.options
            = {u"--dsn"_s, u"postgresql://127.0.0.1:%1/%2?user=postgres&password=%3"_s.arg(port, m_database, password)};
    }
    return way;
}

QByteArray TestCliSecrets::everythingInTheDatabase()
{
    QByteArray all;
    for (const char *table :
         {"pg_stat_activity", "leader_lease", "leader_lease_lock", "leader_lease_history", "leader_lease_server"}) {
        const SqlResult rows = m_server.exec(
            u"SELECT string_agg(t::text, E'\\n') FROM %1 AS t"_s.arg(QString::fromLatin1(table)), m_database);
        all += table + rows.error.toUtf8() + ": " + rows.value().toByteArray() + '\n';
    }
    return all;
}

void TestCliSecrets::passwordComesToLightNowhere_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : ways)
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestCliSecrets::passwordComesToLightNowhere()
{
    QFETCH(QString, name);
    const QString password = m_server.password();
    const QByteArray secret = password.toUtf8();
    const Way by = way(name, password);
    const auto with = [&by](QStringList arguments) { return arguments.mid(0, 1) + by.options + arguments.mid(1); };
    Program node(with({u"run"_s, u"--lease"_s, u"20s"_s, u"--verbose"_s, u"--health"_s, u"0"_s, u"--address"_s,
                       u"here"_s, u"--on-gained"_s, u"true"_s, u"--"_s, u"sleep"_s, u"1000"_s}),
                 by.environment);
    QList<qint64> family;
    qint64 child = 0;
    qint64 guardian = 0;
    const auto works = [&] {
        family = descendants(node.pid());
        for (const qint64 pid : family) {
            const QByteArray line = content(u"/proc/%1/cmdline"_s.arg(pid));
            child = line.startsWith("sleep") ? pid : child;
            guardian = line.startsWith("elector-guardian") ? pid : guardian;
        }
        return child != 0 && guardian != 0 && portOf(node) != 0;
    };
    QTRY_VERIFY2_WITH_TIMEOUT(works(), node.errors().constData(), 30000);
    QMap<QString, QByteArray> places;

    // Processes.
    places[u"process list"_s] = processList();
    QVERIFY(places[u"process list"_s].contains(QByteArray::number(child)));
    for (const qint64 pid : family + QList<qint64>{node.pid()})
        places[u"command line of %1"_s.arg(pid)] = content(u"/proc/%1/cmdline"_s.arg(pid));

    // The user's own environment is handed on, as docs/security.md says; nothing comes to it.
    const bool isInEnvironment = name == u"PGPASSWORD"_s || name == u"ELECTOR_DSN"_s;
    QVERIFY(!content(u"/proc/%1/environ"_s.arg(child)).isEmpty());
    QCOMPARE(content(u"/proc/%1/environ"_s.arg(child)).contains(secret), isInEnvironment);

    // What it serves, and what the server knows of it.
    for (const char *path : {"/", "/healthz", "/readyz", "/leader", "/metrics", "/none"}) {
        const Answer answer = request(portOf(node), path);
        QVERIFY(answer.status >= 200);
        places[QString::fromLatin1(path)] = answer.head + answer.body;
    }
    QVERIFY(places[u"/leader"_s].contains("true"));
    places[u"database"_s] = everythingInTheDatabase();
    QVERIFY2(places[u"database"_s].contains("elector 1 "), places[u"database"_s].constData());

    // What other commands print.
    const QStringList commands[] = {{u"doctor"_s, u"--json"_s},   {u"doctor"_s},
                                    {u"status"_s, u"--json"_s},   {u"status"_s},
                                    {u"leader"_s, u"--json"_s},   {u"candidates"_s, u"--json"_s},
                                    {u"history"_s, u"--json"_s},  {u"migrate"_s},
                                    {u"migrate"_s, u"--print"_s}, {u"release"_s, u"--reason"_s, u"x"_s},
                                    {u"status"_s, u"--help"_s}};
    for (const QStringList &command : commands) {
        QStringList arguments = command;
        if (QStringList{u"leader"_s, u"candidates"_s, u"history"_s, u"release"_s}.contains(command.first()))
            arguments << u"--lock"_s << u"1"_s;
        Program program(with(arguments), by.environment);
        const int code = program.waitForEnd();
        QVERIFY2(code == 0 || code == 6, (command.join(u' ').toUtf8() + program.errors()).constData());
        places[u"elector "_s + command.join(u' ')] = program.output() + program.errors();
        QVERIFY(!program.output().isEmpty());
    }
    Program help({u"--help"_s}, by.environment);
    QCOMPARE(help.waitForEnd(), 0);
    places[u"help"_s] = help.output() + help.errors();

    // What the node itself has said by its end, and what the server has written down.
    node.signal(SIGTERM);
    node.waitForEnd();
    places[u"node"_s] = node.output() + node.errors();
    QVERIFY2(places[u"node"_s].contains("elector."), places[u"node"_s].constData()); // it was talkative
    places[u"log of the server"_s] = content(m_server.logFile());
    QVERIFY(places[u"log of the server"_s].contains("connection authorized"));

    for (auto place = places.cbegin(); place != places.cend(); ++place)
        QVERIFY2(!place.value().contains(secret), qPrintable(place.key()));
    // Whoever gives it on a command line hears of it, and of what is better.
    const bool isWarned = places[u"node"_s].contains("A password on the command line can be seen by others");
    QCOMPARE(isWarned, name.contains(u"--dsn"_s));
    QCOMPARE(places[u"node"_s].contains("Use .pgpass"), isWarned);
}

void TestCliSecrets::wrongPasswordComesToLightNowhere_data()
{
    passwordComesToLightNowhere_data();
}

/// Refused, which libpq and the server have words for.
void TestCliSecrets::wrongPasswordComesToLightNowhere()
{
    QFETCH(QString, name);
    const QString password = u"wr0ng-s3cret-w0rd"_s;
    const Way by = way(name, password);
    const std::pair<QStringList, int> commands[] = {{{u"doctor"_s, u"--json"_s}, 1},
                                                    {{u"status"_s}, 1},
                                                    {{u"migrate"_s}, 1},
                                                    {{u"run"_s, u"--once"_s, u"--verbose"_s, u"--"_s, u"true"_s}, 125}};
    for (const auto &[command, exitCode] : commands) {
        Program program(command.mid(0, 1) + by.options + command.mid(1), by.environment);
        QCOMPARE(program.waitForEnd(), exitCode);
        const QByteArray said = program.output() + program.errors();
        QVERIFY2(said.contains("password authentication failed"), said.constData());
        QVERIFY2(!said.contains(password.toUtf8()), said.constData());
    }
}

/// Qt's driver would hand it to the server as a name, which logs it and says that there is none.
void TestCliSecrets::addressForADatabaseReachesNoServer()
{
    const QByteArray password = "dbname-s3cret-w0rd";
    QProcessEnvironment environment = talkative();
    environment.insert(u"ELECTOR_DSN"_s,
                       u"host=127.0.0.1 port=%1 user=postgres dbname=postgresql://postgres:%2@127.0.0.1/postgres"_s
                           .arg(m_server.port())
                           .arg(QString::fromLatin1(password)));
    environment.insert(u"PGPASSWORD"_s, m_server.password());
    for (const char *command : {"status", "doctor", "migrate"}) {
        Program program({QString::fromLatin1(command)}, environment);
        QVERIFY(program.waitForEnd() != 0);
        const QByteArray said = program.output() + program.errors();
        QVERIFY2(said.contains("\"dbname\" holds an address"), said.constData());
        QVERIFY2(!said.contains(password), said.constData());
    }
    QVERIFY(!content(m_server.logFile()).contains(password));
}

/// A core file has the password, which docs/security.md says; what is printed has not.
void TestCliSecrets::crashTellsNothing()
{
    const Way by = way(u"address by --dsn"_s, m_server.password());
    Program node(QStringList{u"run"_s} + by.options + QStringList{u"--verbose"_s, u"--"_s, u"sleep"_s, u"1000"_s},
                 by.environment);
    const auto works = [&node] {
        const QList<qint64> family = descendants(node.pid());
        return std::any_of(family.cbegin(), family.cend(),
                           [](qint64 pid) { return content(u"/proc/%1/cmdline"_s.arg(pid)).startsWith("sleep"); });
    };
    QTRY_VERIFY2_WITH_TIMEOUT(works(), node.errors().constData(), 30000);
    node.signal(SIGABRT);
    QCOMPARE(node.waitForEnd(), 128 + SIGABRT);
    QVERIFY(!(node.output() + node.errors()).contains(m_server.password().toUtf8()));
}

QTEST_GUILESS_MAIN(TestCliSecrets)
#include "tst_clisecrets.moc"
