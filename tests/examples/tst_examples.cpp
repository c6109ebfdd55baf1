// SPDX-License-Identifier: MIT
#include "cliroom.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QStandardPaths>
#include <QtTest/QTest>

#include <csignal>

using namespace Elector;
using namespace Qt::StringLiterals;

namespace {

QString program(const QString &example)
{
    return QStringLiteral(ELECTOR_BIN_DIR "/examples/example-") + example;
}

QString source(const QString &file)
{
    return QStringLiteral(ELECTOR_SOURCE_DIR "/docs/examples/") + file;
}

QByteArray contents(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// An example that runs. Ended by the destructor.
class Example
{
public:
    using Environment = QList<std::pair<QString, QString>>;

    Example(const QString &program, const QStringList &arguments, const Environment &environment)
    {
        auto all = QProcessEnvironment::systemEnvironment();
        all.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        all.insert(u"QT_QUICK_BACKEND"_s, u"software"_s);
        all.insert(u"QT_FORCE_STDERR_LOGGING"_s, u"1"_s);
        for (const auto &[name, value] : environment)
            all.insert(name, value);
        m_process.setProcessEnvironment(all);
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(program, arguments);
        m_process.waitForStarted();
    }
    Example(const QString &name, const CliRoom &room, const QString &instance, const QStringList &arguments = {},
            int lock = 1)
        : Example(program(name), arguments,
                  {{u"ELECTOR_DSN"_s, room.dsn()},
                   {u"ELECTOR_LEASE_DURATION"_s, u"2s"_s},
                   {u"ELECTOR_LOCK_ID"_s, QString::number(lock)},
                   {u"ELECTOR_INSTANCE_ID"_s, instance}})
    {
    }
    ~Example() { kill(); }

    QByteArray output()
    {
        m_process.waitForReadyRead(0);
        return m_output += m_process.readAll();
    }
    bool says(const char *pattern)
    {
        return QRegularExpression(QString::fromLatin1(pattern)).match(QString::fromUtf8(output())).hasMatch();
    }
    void terminate() { m_process.terminate(); }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished(10000);
    }
    /// SIGTERM, and its exit code, -1 if it did not exit.
    int end()
    {
        terminate();
        const bool ended = m_process.waitForFinished(30000) && m_process.exitStatus() == QProcess::NormalExit;
        return ended ? m_process.exitCode() : -1;
    }

private:
    QProcess m_process;
    QByteArray m_output;
};

} // namespace

/// Each example does what docs/examples/README.md says.
class TestExamples : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), qPrintable(m_server.errorString())); }

    void everyExampleIsTested();
    void service();
    void worker();
    void guarded();
    void windows_data();
    void windows();
    void systemdUnit();
    void kubernetesDeployment();
    void mixedFleet_data();
    void mixedFleet();

private:
    void runs(const QStringList &arguments, const CliRoom &room);
    PostgresServer m_server;
};

void TestExamples::everyExampleIsTested()
{
    const QStringList folders = QDir(source({})).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    QCOMPARE(folders,
             QStringList({u"common"_s, u"guarded"_s, u"kubernetes"_s, u"lamp"_s, u"mixed-fleet"_s, u"qml"_s,
                          u"service"_s, u"systemd"_s, u"worker"_s}));
}

void TestExamples::service()
{
    const CliRoom room(m_server);
    Example first(u"service"_s, room, u"first"_s, {u"100ms"_s});
    QTRY_VERIFY2_WITH_TIMEOUT(first.says("leading\n(working, term [0-9]+\n){2}"), first.output().constData(), 30000);
    Example second(u"service"_s, room, u"second"_s, {u"100ms"_s});
    QCOMPARE(first.end(), 0);
    QTRY_VERIFY2_WITH_TIMEOUT(second.says("leading\nworking, term"), second.output().constData(), 30000);
    QVERIFY2(first.output().endsWith("\nnot leading\n"), first.output().constData());
    QCOMPARE(second.end(), 0);
    QCOMPARE(room.sql(u"SELECT count(*) FROM leader_lease_history WHERE event = 'released'"_s).value().toInt(), 2);
    Example wrong(u"service"_s, room, u"third"_s, {u"10"_s});
    QTRY_VERIFY_WITH_TIMEOUT(wrong.says("^usage: example-service \\[INTERVAL\\]"), 30000);
}

void TestExamples::worker()
{
    const CliRoom room(m_server);
    Example example(u"worker"_s, room, u"a"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(example.says("step 1 under term [0-9]{5,}\nstep 2"), example.output().constData(), 30000);
    QCOMPARE(example.end(), 0);
    QCOMPARE(room.sql(u"SELECT count(*) FROM leader_lease"_s).value().toInt(), 0);
}

void TestExamples::guarded()
{
    const CliRoom room(m_server);
    Example example(u"guarded"_s, room, u"a"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(example.says("refused: .+\n(.*\n)*booked under term"), example.output().constData(),
                              30000);
    QVERIFY(room.sql(u"SELECT count(*) = 1 AND bool_and(l.term = k.term) FROM ledger l, leader_lease k"_s)
                .value()
                .toBool());
    QCOMPARE(example.end(), 0);
}

void TestExamples::windows_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("widgets") << u"lamp"_s;
    QTest::newRow("qml") << u"qml"_s;
}
void TestExamples::windows()
{
    QFETCH(QString, name);
#ifdef __SANITIZE_THREAD__
    if (name == u"qml")
        QSKIP("NOT TESTED: Qt Quick hands over between threads in ways that ThreadSanitizer cannot see.");
#endif
    if (!QFile::exists(program(name)))
        QSKIP(qPrintable(u"NOT TESTED: %1 was not built, because Qt's modules for it are not installed."_s.arg(name)));
    const CliRoom room(m_server);
    Example example(name, room, u"a"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(example.says("Leading, term [0-9]{5,}"), example.output().constData(), 30000);
    QCOMPARE(room.elector({u"release"_s, u"--lock"_s, u"1"_s})->waitForEnd(), 0);
    QTRY_VERIFY2_WITH_TIMEOUT(example.says("Leading, term [0-9]+\n(.*\n)*.*(Not leading|Led by nobody)"),
                              example.output().constData(), 30000);
}

/// `elector` with these arguments leads lock 7, and runs its command until SIGTERM.
void TestExamples::runs(const QStringList &arguments, const CliRoom &room)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ELECTOR_DSN"_s, room.dsn());
    Program program(arguments, environment);
    QTRY_VERIFY2_WITH_TIMEOUT(room.sql(u"SELECT count(*) FROM leader_lease WHERE id = 7"_s).value().toInt() == 1
                                  || !program.isRunning(),
                              program.errors().constData(), 30000);
    QTRY_VERIFY2_WITH_TIMEOUT(descendants(program.pid()).size() >= 2, program.errors().constData(), 30000);
    program.signal(SIGTERM);
    QCOMPARE(program.waitForEnd(), 128 + SIGTERM);
    QCOMPARE(room.sql(u"SELECT count(*) FROM leader_lease"_s).value().toInt(), 0);
}

/// It is a unit that systemd understands, and its command is one that elector does.
void TestExamples::systemdUnit()
{
    const QByteArray unit = contents(source(u"systemd/nightly.service"_s));
    static const QRegularExpression line(u"^ExecStart=/usr/bin/elector (run .*)$"_s,
                                         QRegularExpression::MultilineOption);
    const QString command = line.match(QString::fromUtf8(unit)).captured(1);
    QVERIFY(command.contains(u"--health 8080 "_s));
    runs(QString(command).replace(u"8080"_s, u"0"_s).split(u' '), CliRoom(m_server)); // a port that is free
    if (QTest::currentTestFailed())
        return;

    const QString analyze = QStandardPaths::findExecutable(u"systemd-analyze"_s);
    if (analyze.isEmpty())
        QSKIP("NOT CHECKED by systemd: systemd-analyze is not installed.");
    // With programs that are there.
    const QTemporaryDir directory;
    QFile file(directory.filePath(u"nightly.service"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(unit)
                   .replace("/usr/bin/elector ", ELECTOR_BIN_DIR "/elector ")
                   .replace("/usr/bin/sleep", QStandardPaths::findExecutable(u"sleep"_s).toUtf8()));
    file.close();
    QProcess check;
    check.setProcessChannelMode(QProcess::MergedChannels);
    check.start(analyze, {u"verify"_s, u"--man=no"_s, file.fileName()});
    QVERIFY(check.waitForFinished(60000));
    // It tells of other units of the machine, too.
    const QByteArray said = check.readAll();
    QVERIFY2(!said.contains("nightly"), said.constData());
}

/// It is YAML of the shape that Kubernetes wants, and its command is one that elector does.
void TestExamples::kubernetesDeployment()
{
    QProcess parser;
    parser.start(u"/usr/bin/python3"_s,
                 {u"-c"_s, u"import json, sys, yaml; json.dump(list(yaml.safe_load_all(sys.stdin)), sys.stdout)"_s});
    if (!parser.waitForStarted())
        QSKIP("NOT TESTED: python3 is not installed.");
    parser.write(contents(source(u"kubernetes/deployment.yaml"_s)) + "\n---\n"
                 + contents(source(u"kubernetes/secret.yaml"_s)));
    parser.closeWriteChannel();
    QVERIFY(parser.waitForFinished(60000));
    const QByteArray failure = parser.readAllStandardError();
    if (failure.contains("ModuleNotFoundError"))
        QSKIP("NOT TESTED: python3-yaml is not installed.");
    QVERIFY2(failure.isEmpty(), failure.constData());
    const QJsonArray documents = QJsonDocument::fromJson(parser.readAll()).array();
    const QJsonObject deployment = documents[0].toObject();
    const QJsonObject secret = documents[1].toObject();
    QCOMPARE(deployment[u"kind"].toString(), u"Deployment"_s);
    const QJsonObject spec = deployment[u"spec"].toObject();
    const QJsonObject pod = spec[u"template"].toObject();
    QCOMPARE(pod[u"metadata"][u"labels"], spec[u"selector"][u"matchLabels"]);
    const QJsonObject container = pod[u"spec"][u"containers"][0].toObject();
    QCOMPARE(container[u"command"].toArray(), QJsonArray({u"elector"_s, u"run"_s}));
    // The files and the password that it names are there.
    QCOMPARE(secret[u"kind"].toString(), u"Secret"_s);
    const QJsonObject kept = secret[u"stringData"].toObject();
    const QJsonValue volume = pod[u"spec"][u"volumes"][0];
    QCOMPARE(volume[u"secret"][u"secretName"], secret[u"metadata"][u"name"]);
    QCOMPARE(container[u"volumeMounts"][0][u"name"], volume[u"name"]);
    QStringList mounted;
    for (const QJsonValue item : volume[u"secret"][u"items"].toArray()) {
        QVERIFY2(kept.contains(item[u"key"].toString()), qPrintable(item[u"key"].toString()));
        mounted.append(container[u"volumeMounts"][0][u"mountPath"].toString() + u'/' + item[u"path"].toString());
    }
    QStringList named;
    QStringList passwords;
    for (const QJsonValue variable : container[u"env"].toArray()) {
        const QString path = variable[u"value"].toString();
        if (path.startsWith(u'/'))
            named.append(path);
        const QJsonValue reference = variable[u"valueFrom"][u"secretKeyRef"];
        if (!reference.isObject())
            continue;
        passwords.append(variable[u"name"].toString());
        QCOMPARE(reference[u"name"], secret[u"metadata"][u"name"]);
        QVERIFY2(kept.contains(reference[u"key"].toString()), qPrintable(reference[u"key"].toString()));
    }
    QCOMPARE(named, mounted);
    QCOMPARE(named.size(), 1);
    QCOMPARE(passwords, QStringList{u"PGPASSWORD"_s});
    // What the Pod Security Standard "restricted" asks for.
    const QJsonValue user = pod[u"spec"][u"securityContext"];
    QVERIFY(user[u"runAsNonRoot"].toBool() && user[u"runAsUser"].toInt() > 0);
    QCOMPARE(user[u"seccompProfile"][u"type"].toString(), u"RuntimeDefault"_s);
    QVERIFY(!container[u"securityContext"][u"allowPrivilegeEscalation"].toBool(true));
    QCOMPARE(container[u"securityContext"][u"capabilities"].toObject(),
             QJsonObject({{u"drop"_s, QJsonArray{u"ALL"_s}}}));
    for (const QString &probe : {u"livenessProbe"_s, u"readinessProbe"_s})
        QCOMPARE(container[probe][u"httpGet"][u"port"], container[u"ports"][0][u"containerPort"]);

    QStringList arguments{u"run"_s};
    for (const QJsonValue &argument : container[u"args"].toArray())
        arguments.append(argument.toString().replace(u"*:8080"_s, u"0"_s).replace(u"$(POD_IP)"_s, u"10.0.0.7"_s));
    QVERIFY(arguments.contains(u"0"_s));
    runs(arguments, CliRoom(m_server));
}

void TestExamples::mixedFleet_data()
{
    QTest::addColumn<bool>("nestFirst");
    QTest::newRow("the Nest node makes the table, nodes end in peace") << true;
    QTest::newRow("the Qt node makes the table, nodes are killed") << false;
}

/// The Qt node and the Nest node take over from each other.
void TestExamples::mixedFleet()
{
    QFETCH(bool, nestFirst);
    const QString modules = QStringLiteral(ELECTOR_NPM_DIR "/node_modules");
    if (QStandardPaths::findExecutable(u"node"_s).isEmpty() || !QFile::exists(modules + u"/nest-leader-election"_s))
        QSKIP("NOT TESTED: no node, or no nest-leader-election in " ELECTOR_NPM_DIR " (scripts/setup test).");
    const CliRoom room(m_server);
    QVERIFY(QFile::copy(source(u"mixed-fleet/node.mjs"_s), room.file(u"node.mjs"_s)));
    QVERIFY(QFile::link(modules, room.file(u"node_modules"_s)));
    const QString database = room.sql(u"SELECT current_database()"_s).value().toString();
    const auto nest = [&](const QString &instance, int lock = 1) {
        return std::make_unique<Example>(u"node"_s, QStringList{room.file(u"node.mjs"_s)},
                                         Example::Environment{{u"PGHOST"_s, m_server.socketDir()},
                                                              {u"PGPORT"_s, QString::number(m_server.port())},
                                                              {u"PGUSER"_s, u"postgres"_s},
                                                              {u"PGDATABASE"_s, database},
                                                              {u"ELECTOR_LOCK_ID"_s, QString::number(lock)},
                                                              {u"ELECTOR_INSTANCE_ID"_s, instance}});
    };
    const auto qt = [&](const QString &instance, int lock = 1) {
        return std::make_unique<Example>(u"service"_s, room, instance, QStringList{u"100ms"_s}, lock);
    };
    const auto leads = [](Example &node) { return node.says("(^|\n)leading\n"); };

    const auto first = nestFirst ? nest(u"nest-1"_s) : qt(u"qt-1"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(leads(*first), first->output().constData(), 60000);
    const auto second = nestFirst ? qt(u"qt-1"_s) : nest(u"nest-1"_s);
    if (!nestFirst) {
        // Both ways at once: a Nest node's lease is long.
        const auto other = nest(u"nest-2"_s, 2);
        QTRY_VERIFY2_WITH_TIMEOUT(leads(*other), other->output().constData(), 60000);
        QTRY_VERIFY2_WITH_TIMEOUT(second->says("started"), second->output().constData(), 60000);
        const auto heir = qt(u"qt-2"_s, 2);
        QVERIFY(!leads(*second));
        first->kill();
        other->kill();
        QTRY_VERIFY2_WITH_TIMEOUT(leads(*second), second->output().constData(), 60000);
        QTRY_VERIFY2_WITH_TIMEOUT(leads(*heir), heir->output().constData(), 60000);
        return;
    }
    first->terminate();
    QTRY_VERIFY2_WITH_TIMEOUT(leads(*second), second->output().constData(), 60000);
    const auto third = nest(u"nest-2"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(third->says("started"), third->output().constData(), 60000);
    QVERIFY(!leads(*third));
    QCOMPARE(second->end(), 0);
    QTRY_VERIFY2_WITH_TIMEOUT(leads(*third), third->output().constData(), 60000);
}

QTEST_GUILESS_MAIN(TestExamples)
#include "tst_examples.moc"
