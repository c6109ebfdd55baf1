// SPDX-License-Identifier: MIT
#include "cliroom.h"
#include "terminalsession.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace Elector;
using namespace Qt::StringLiterals;

/// `elector leader`, `history` and `candidates`: those that only look.
class TestCliLook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void leader();
    void leaderWhoPublishes();
    void nodesPublish();
    void publishedAsItWasMeant_data();
    void publishedAsItWasMeant();
    void badMetadata_data();
    void badMetadata();
    void nobodyLeads();
    void history();
    void historyTellsWhoAndWhy();
    void historyIsAligned();
    void historyInPages();
    void plainTable();
    void timesTellTheirZone();
    void oneJsonValueAnEntryALine();
    void candidates();
    void candidatesAreNotCutInAPipe();
    void whatHoldsThingsUp();
    void whoHasLockedTheTable();
    void hostileNamesDoNotMoveTheCursor();

private:
    QByteArray output(const CliRoom &room, const QStringList &arguments, int exitCode = 0)
    {
        const auto program = room.elector(arguments);
        const int code = program->waitForEnd();
        if (code != exitCode)
            qWarning() << arguments << "ended with" << code << program->errors();
        return program->output();
    }

    PostgresServer m_server;
};

namespace {

const QStringList sleeper{u"sleep"_s, u"1000"_s};

} // namespace

void TestCliLook::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.errorString()));
}

void TestCliLook::leader()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    const CliRoom room(m_server);
    const auto node = room.run(u"web-1"_s, sleeper);
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), u"web-1"_s, 30000);
    const QJsonObject json = QJsonDocument::fromJson(output(room, {u"leader"_s, u"--json"_s})).object();
    QCOMPARE(json.value(u"instance"_s).toString(), u"web-1"_s);
    QCOMPARE(json.value(u"state"_s).toString(), u"held"_s);
    QCOMPARE(json.value(u"term"_s).toInteger(), room.sql(u"SELECT term FROM leader_lease"_s).value().toLongLong());
    const QByteArray text = output(room, {u"leader"_s});
    QVERIFY2(text.contains("instance    web-1\n") && text.contains("since") && text.contains("expires in"),
             text.constData());
}

void TestCliLook::leaderWhoPublishes()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    QVERIFY(room.sql(u"INSERT INTO leader_lease (id, leader_id, expires_at, metadata)"
                     " VALUES (7, 'a#b.1', now() + interval '1 hour', 'http://10.0.0.7:80')"_s));
    const QByteArray text = output(room, {u"leader"_s, u"--lock"_s, u"7"_s});
    QVERIFY2(text.contains("metadata    http://10.0.0.7:80\n"), text.constData());
}

/// What `elector run` publishes, those who look find.
void TestCliLook::nodesPublish()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    const CliRoom room(m_server);
    const auto node
        = room.run(u"a"_s, sleeper, {u"--metadata"_s, u"{\"version\": 3}"_s, u"--address"_s, u"10.0.0.7:80"_s});
    const QString published = u"{\"address\":\"10.0.0.7:80\",\"version\":3}"_s;
    QTRY_COMPARE_WITH_TIMEOUT(room.sql(u"SELECT metadata FROM leader_lease"_s).value().toString(), published, 30000);
    const QJsonObject json = QJsonDocument::fromJson(output(room, {u"leader"_s, u"--json"_s})).object();
    QCOMPARE(json.value(u"metadata"_s).toObject(), QJsonObject({{u"address"_s, u"10.0.0.7:80"_s}, {u"version"_s, 3}}));
    QVERIFY(output(room, {u"leader"_s}).contains("metadata    " + published.toUtf8() + '\n'));
}

void TestCliLook::publishedAsItWasMeant_data()
{
    QTest::addColumn<QString>("metadata");
    QTest::addColumn<QJsonValue>("read");
    QTest::newRow("object") << u" {\"a\": {\"b\": [1, null]}} "_s
                            << QJsonValue(QJsonObject{{u"a"_s, QJsonObject{{u"b"_s, QJsonArray{1, QJsonValue()}}}}});
    QTest::newRow("empty object") << u"{}"_s << QJsonValue(QJsonObject());
    QTest::newRow("text") << u"http://10.0.0.7:80"_s << QJsonValue(u"http://10.0.0.7:80"_s);
    QTest::newRow("array") << u"[1]"_s << QJsonValue(u"[1]"_s);
    QTest::newRow("nearly an object") << u"{\"a\": 1"_s << QJsonValue(u"{\"a\": 1"_s);
    QTest::newRow("nothing") << QString() << QJsonValue();
    const QString deep = u"{\"a\":"_s + QString(1000, u'[') + QString(1000, u']') + u'}';
    QTest::newRow("too deep for readers") << deep << QJsonValue(deep);
}

void TestCliLook::publishedAsItWasMeant()
{
    QFETCH(QString, metadata);
    QFETCH(QJsonValue, read);
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    QVERIFY(room.sql(u"INSERT INTO leader_lease (id, leader_id, expires_at, metadata)"
                     " VALUES (1, 'a#b.1', now() + interval '1 hour', nullif($x$%1$x$, ''))"_s.arg(metadata)));
    const QJsonObject json = QJsonDocument::fromJson(output(room, {u"leader"_s, u"--json"_s})).object();
    QVERIFY(json.contains(u"metadata"_s));
    QCOMPARE(json.value(u"metadata"_s), read);
    QCOMPARE(room.status().at(0).toObject().value(u"metadata"_s), read);
}

void TestCliLook::badMetadata_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("no JSON") << QStringList{u"--metadata"_s, u"[1"_s} << QByteArray("Use a JSON object");
    QTest::newRow("no object") << QStringList{u"--metadata"_s, u"[1]"_s} << QByteArray("Use a JSON object");
    QTest::newRow("too long") << QStringList{u"--address"_s, QString(5000, u'x')} << QByteArray("At most 4000");
}

void TestCliLook::badMetadata()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, says);
    const CliRoom room(m_server);
    const auto node = room.run(u"a"_s, sleeper, options);
    QCOMPARE(node->waitForEnd(), 125);
    QVERIFY2(node->errors().contains(says), node->errors().constData());
}

void TestCliLook::nobodyLeads()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    QCOMPARE(output(room, {u"leader"_s}, 3), QByteArray());
    const QJsonObject json = QJsonDocument::fromJson(output(room, {u"leader"_s, u"--json"_s}, 3)).object();
    QCOMPARE(json.value(u"state"_s).toString(), u"free"_s);
    // One that was taken back leads no more, whatever it believes.
    QVERIFY(
        room.sql(u"INSERT INTO leader_lease (id, leader_id, expires_at) VALUES (1, 'a#b.1', now() + interval '1 hour');"
                 "UPDATE leader_lease SET leader_id = '#revoked a#b.1'"_s));
    QCOMPARE(output(room, {u"leader"_s}, 3), QByteArray());
}

void TestCliLook::history()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    const CliRoom room(m_server);
    QCOMPARE(room.run(u"web-1"_s, {u"true"_s})->waitForEnd(), 0);
    QCOMPARE(room.run(u"web-2"_s, {u"true"_s}, {u"--lock"_s, u"2"_s})->waitForEnd(), 0);
    const QJsonArray all = QJsonDocument::fromJson(output(room, {u"history"_s, u"--json"_s})).array();
    QCOMPARE(all.size(), 4);
    const QJsonArray one
        = QJsonDocument::fromJson(output(room, {u"history"_s, u"--lock"_s, u"2"_s, u"--json"_s})).array();
    QCOMPARE(one.size(), 2);
    QCOMPARE(one.at(0).toObject().value(u"event"_s).toString(), u"captured"_s);
    QCOMPARE(one.at(1).toObject().value(u"event"_s).toString(), u"released"_s);
    const QByteArray text = output(room, {u"history"_s});
    QCOMPARE(text.count('\n'), 4);
    QVERIFY2(text.contains("web-1#") && text.contains("released"), text.constData());
    QVERIFY2(text.startsWith(QDateTime::currentDateTime().toString(u"yyyy-"_s).toUtf8()), text.constData());
}

/// The operator as he named himself, the role of the database only where there is none; also without a reason.
void TestCliLook::historyTellsWhoAndWhy()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    const QString reason = u"disk swap on db-2 "_s + QString(100, u'x');
    const QStringList operatorOf{u"--lock"_s, u"7"_s, u"--operator"_s, u"alice"_s};
    output(room, QStringList{u"name"_s, u"nightly"_s} + operatorOf);
    output(room, QStringList{u"pause"_s, u"--reason"_s, reason} + operatorOf);
    output(room, QStringList{u"resume"_s} + operatorOf);
    output(room, QStringList{u"transfer"_s, u"--to"_s, u"nosuch"_s, u"--yes"_s} + operatorOf);
    const QString holder = QString(150, u'h') + u"#b.1"_s;
    QVERIFY(room.sql(u"INSERT INTO leader_lease (id, leader_id, expires_at)"
                     " VALUES (8, '%1', now() + interval '1 hour')"_s.arg(holder)));
    QVERIFY(room.sql(u"UPDATE leader_lease SET leader_id = '#revoked ' || leader_id"_s));
    const QString text = QString::fromUtf8(output(room, {u"history"_s}));
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 6);
    const auto verify = [&](int line, const QString &pattern) {
        return lines.at(line).contains(QRegularExpression(pattern)) ? QString() : lines.at(line);
    };
    QCOMPARE(verify(0, u"  lock 7 nightly  renamed +-  .* by alice: "_s), QString());
    QCOMPARE(verify(1, u"  lock 7 nightly  paused +-  .* by alice: "_s + reason + u'$'), QString());
    QCOMPARE(verify(2, u"  lock 7 nightly  resumed .* by alice$"_s), QString());
    QCOMPARE(verify(3, u"  lock 7 nightly  reserved +nosuch  .* by alice$"_s), QString());
    QCOMPARE(verify(4, u"  lock 8  +captured  %1  term \\d+$"_s.arg(holder)), QString());
    QCOMPARE(verify(5, u"  lock 8  +revoked  +%1  term \\d+  by postgres$"_s.arg(holder)), QString());
}

void TestCliLook::historyIsAligned()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    for (const char *lock : {"7", "-2000000"})
        output(room, {u"pause"_s, u"--lock"_s, QString::fromLatin1(lock), u"--operator"_s, u"alice"_s});
    output(room, {u"name"_s, u"--lock"_s, u"7"_s, u"nightly"_s, u"--operator"_s, u"alice"_s});
    const QList<QByteArray> lines = output(room, {u"history"_s}).trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    for (const char *word : {"lock ", "by alice"}) {
        for (const QByteArray &line : lines)
            QCOMPARE(line.indexOf(word), lines.first().indexOf(word));
    }
    QCOMPARE(lines.at(0).indexOf("paused"), lines.at(2).indexOf("renamed"));
}

void TestCliLook::historyInPages()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    QCOMPARE(output(room, {u"history"_s}), QByteArray("Nothing has happened.\n"));
    for (int i = 1; i <= 5; ++i)
        QVERIFY(room.sql(u"INSERT INTO leader_lease (id, leader_id, expires_at)"
                         " VALUES (%1, 'a#b.1', now() + interval '1 hour')"_s.arg(i)));
    QStringList locks;
    QString before;
    for (;;) {
        QStringList arguments{u"history"_s, u"--json"_s, u"--limit"_s, u"2"_s};
        if (!before.isEmpty())
            arguments += {u"--before"_s, before};
        const QJsonArray page = QJsonDocument::fromJson(output(room, arguments)).array();
        if (page.isEmpty())
            break;
        QVERIFY(page.size() <= 2);
        for (qsizetype i = page.size(); i-- > 0;)
            locks.append(QString::number(page.at(i).toObject().value(u"lock"_s).toInt()));
        before = QString::number(page.at(0).toObject().value(u"sequence"_s).toInteger());
    }
    QCOMPARE(locks.join(u' '), u"5 4 3 2 1"_s);
}

void TestCliLook::plainTable()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s, u"--level"_s, u"plain"_s})->waitForEnd(), 0);
    const auto history = room.elector({u"history"_s});
    QCOMPARE(history->waitForEnd(), 1);
    QVERIFY2(history->errors().contains("A plain table keeps no history"), history->errors().constData());
    QVERIFY(room.sql(
        u"INSERT INTO leader_lease (id, leader_id, expires_at) VALUES (1, 'npm', now() + interval '1 hour')"_s));
    QVERIFY(output(room, {u"leader"_s}).contains("npm"));
}

void TestCliLook::timesTellTheirZone()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    QVERIFY(room.sql(
        u"INSERT INTO leader_lease (id, leader_id, expires_at) VALUES (1, 'a#b.1', now() + interval '1 hour')"_s));
    const QByteArray zone = qgetenv("TZ");
    qputenv("TZ", "Asia/Kathmandu");
    const QString leader = QString::fromUtf8(output(room, {u"leader"_s}));
    const QString history = QString::fromUtf8(output(room, {u"history"_s}));
    const QJsonObject json = QJsonDocument::fromJson(output(room, {u"leader"_s, u"--json"_s})).object();
    zone.isNull() ? qunsetenv("TZ") : qputenv("TZ", zone);
    const QDateTime since = QDateTime::fromString(json.value(u"created_at"_s).toString(), Qt::ISODateWithMs);
    const QString told = since.toOffsetFromUtc(20700).toString(Qt::ISODateWithMs);
    QVERIFY(told.endsWith(u"+05:45"_s));
    QVERIFY2(leader.contains(u"since       "_s + told + u'\n'), qPrintable(leader));
    QVERIFY2(QRegularExpression(u"\\A\\d{4}-\\d\\d-\\d\\dT[0-9:.]+\\+05:45  lock 1 "_s).match(history).hasMatch(),
             qPrintable(history));
}

/// All that print once print the same form, and what goes on prints an object a line.
void TestCliLook::oneJsonValueAnEntryALine()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    QVERIFY(room.sql(
        u"INSERT INTO leader_lease (id, leader_id, expires_at) VALUES (1, 'a#b.1', now() + interval '1 hour')"_s));
    const QList<QStringList> commands{{u"migrate"_s},
                                      {u"leader"_s},
                                      {u"status"_s},
                                      {u"candidates"_s},
                                      {u"history"_s},
                                      {u"fence"_s},
                                      {u"doctor"_s},
                                      {u"release"_s},
                                      {u"pause"_s},
                                      {u"resume"_s},
                                      {u"name"_s, u"nightly"_s},
                                      {u"transfer"_s, u"--to"_s, u"web-1"_s, u"--yes"_s}};
    for (QStringList arguments : commands) {
        const bool order
            = QStringList{u"release"_s, u"pause"_s, u"resume"_s, u"name"_s, u"transfer"_s}.contains(arguments.first());
        arguments += order ? QStringList{u"--json"_s, u"--lock"_s, u"1"_s} : QStringList{u"--json"_s};
        const auto program = room.elector(arguments);
        program->waitForEnd();
        const QByteArray printed = program->output();
        QVERIFY2(!printed.isEmpty(), qPrintable(arguments.join(u' ')));
        QCOMPARE(printed, QJsonDocument::fromJson(printed).toJson(QJsonDocument::Indented));
    }
}

void TestCliLook::candidates()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    const CliRoom room(m_server);
    const auto first = room.run(u"web-1"_s, sleeper);
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), u"web-1"_s, 30000);
    const auto second = room.run(u"web-2"_s, sleeper);
    const auto roleOf = [&](const QString &instance) {
        const auto json = QJsonDocument::fromJson(output(room, {u"candidates"_s, u"--json"_s})).object();
        for (const QJsonValue &session : json.value(u"sessions"_s).toArray()) {
            if (session.toObject().value(u"instance"_s).toString() == instance)
                return session.toObject().value(u"role"_s).toString();
        }
        return QString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(roleOf(u"web-2"_s), u"candidate"_s, 30000);
    QCOMPARE(roleOf(u"web-1"_s), u"holder"_s);
    const QByteArray text = output(room, {u"candidates"_s});
    QVERIFY2(text.startsWith("PROCESS") && text.contains("web-2") && text.contains("local"), text.constData());
    QVERIFY(output(room, {u"candidates"_s, u"--lock"_s, u"2"_s}).contains("No session has to do with lock 2."));
}

void TestCliLook::candidatesAreNotCutInAPipe()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    const CliRoom room(m_server);
    const QString instance = u"worker-frontend-eu-west-1-"_s + QString(20, u'x');
    const auto node = room.run(instance, sleeper);
    QTRY_COMPARE_WITH_TIMEOUT(room.leader(), instance, 30000);
    const QByteArray text = output(room, {u"candidates"_s});
    QVERIFY2(text.contains(instance.first(40).toUtf8()), text.constData());
}

void TestCliLook::whatHoldsThingsUp()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    QVERIFY(room.sql(
        u"INSERT INTO leader_lease (id, leader_id, expires_at) VALUES (1, 'a#b.1', now() + interval '1 s')"_s));
    QVERIFY(room.sql(u"BEGIN; UPDATE leader_lease SET expires_at = now() + interval '1 s' WHERE id = 1"_s));
    const auto node = room.run(u"web-1"_s, sleeper);
    bool seen = false; // the node gives up after a while and comes again: it is not held up at every moment
    const auto look = [&] {
        seen = seen || output(room, {u"candidates"_s}).contains("; held up by process ");
        return seen;
    };
    QTRY_VERIFY_WITH_TIMEOUT(look(), 30000);
    QVERIFY(room.sql(u"ROLLBACK"_s));
}

/// Where nobody can read the leases, it still tells why.
void TestCliLook::whoHasLockedTheTable()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    TestConnection locker(u"127.0.0.1"_s, m_server.port(), room.database());
    QVERIFY(locker.exec(u"BEGIN; LOCK TABLE leader_lease, leader_lease_lock"_s));
    const auto told = room.elector({u"candidates"_s, u"--lock"_s, u"1"_s, u"--json"_s});
    QVERIFY2(told->waitForEnd() == 0, told->errors().constData());
    const QJsonArray locks = QJsonDocument::fromJson(told->output()).object().value(u"locks"_s).toArray();
    QVERIFY2(std::any_of(locks.begin(), locks.end(),
                         [&](const QJsonValue &lock) {
                             return lock[u"pid"_s].toInteger() == locker.backendPid()
                                 && lock[u"mode"_s].toString() == u"AccessExclusiveLock"_s;
                         }),
             QJsonDocument(locks).toJson().constData());
    const auto doctor = room.elector({u"doctor"_s});
    QCOMPARE(doctor->waitForEnd(), 6);
    QVERIFY2(doctor->output().contains("leader_lease in schema public cannot be read at present"),
             doctor->output().constData());
}

void TestCliLook::hostileNamesDoNotMoveTheCursor()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    QVERIFY(room.sql(u"INSERT INTO leader_lease (id, leader_id, expires_at, metadata) VALUES"
                     " (1, E'\\x1b[2Jevil\\nline#a.1', now() + interval '1 hour', E'\\x1b[2J')"_s));
    for (const char *command : {"leader", "history", "candidates"})
        QVERIFY(!output(room, {QString::fromLatin1(command)}).contains('\x1b'));
}

QTEST_GUILESS_MAIN(TestCliLook)
#include "tst_clilook.moc"
