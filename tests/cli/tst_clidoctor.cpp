// SPDX-License-Identifier: MIT
#include "cliroom.h"
#include "terminalsession.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace Elector;
using namespace Qt::StringLiterals;

/// `elector doctor`: what it finds, and that its exit code tells the worst.
class TestCliDoctor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void nothingToFind();
    void noTableYet();
    void settingsOfRun();
    void tellsOfRoles();
    void plainTable();
    void roleThatMayNot();
    void everybodyMayCreate();
    void standby();
    void settingsThatDoNotFit();
    void unreachable();
    void coloursOnlyWhereWelcome();

private:
    PostgresServer m_server;
};

namespace {

struct Report
{
    int exitCode = -1;
    QJsonObject json;

    QJsonObject settings() const { return json.value(u"settings"_s).toObject(); }
    QJsonObject server() const { return json.value(u"server"_s).toObject(); }
    bool says(const QString &severity, const QString &text) const
    {
        const QJsonArray findings = json.value(u"findings"_s).toArray();
        return std::any_of(findings.begin(), findings.end(), [&](const QJsonValue &finding) {
            return finding[u"severity"_s].toString() == severity && finding[u"text"_s].toString().contains(text);
        });
    }
    QByteArray text() const { return QJsonDocument(json).toJson(); }
};

Report examine(const QString &dsn, const QStringList &options = {})
{
    Program doctor(QStringList{u"doctor"_s, u"--json"_s, u"--dsn"_s, dsn} + options);
    const int code = doctor.waitForEnd();
    return {code, QJsonDocument::fromJson(doctor.output()).object()};
}

} // namespace

void TestCliDoctor::initTestCase()
{
    PostgresServer::Options options;
    options.conf = {u"fsync=on"_s};
    QVERIFY2(m_server.start(options), qPrintable(m_server.errorString()));
}

void TestCliDoctor::nothingToFind()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    const Report report = examine(room.dsn());
    QVERIFY2(report.exitCode == 0, report.text().constData());
    QCOMPARE(report.json.value(u"findings"_s).toArray().size(), 0);
    QCOMPARE(report.server().value(u"level"_s).toString(), u"full"_s);
    QVERIFY(report.server().value(u"notifies"_s).toBool());
    QCOMPARE(report.settings().value(u"lease_ms"_s).toInt(), 10000);
    QVERIFY(report.settings().value(u"worst_case_failover_ms"_s).toInt() >= 10000);
    const auto text = room.elector({u"doctor"_s});
    QCOMPARE(text->waitForEnd(), 0);
    for (const char *said : {"ok       Nothing was found", "; no pooler seen\n", "listen    notifications arrive\n"})
        QVERIFY2(text->output().contains(said), text->output().constData());
}

void TestCliDoctor::noTableYet()
{
    const CliRoom room(m_server);
    const Report report = examine(room.dsn());
    QVERIFY2(report.exitCode == 0, report.text().constData()); // the first node makes it
    QCOMPARE(report.server().value(u"level"_s).toString(), u"none"_s);
    const auto text = room.elector({u"doctor"_s});
    QCOMPARE(text->waitForEnd(), 0);
    QVERIFY2(text->output().contains("there is no leader_lease yet\n"), text->output().constData());
    QVERIFY2(text->output().contains("listen    not probed"), text->output().constData());
    QCOMPARE(room.sql(u"SELECT count(*) FROM pg_class WHERE relname = 'leader_lease'"_s).value().toInt(), 0);
}

/// What `elector run` would refuse.
void TestCliDoctor::settingsOfRun()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    const Report name = examine(room.dsn(), {u"--lock"_s, u"nosuch"_s});
    QCOMPARE(name.exitCode, 7);
    QVERIFY2(name.says(u"error"_s, u"Lock \"nosuch\" was not found"_s), name.text().constData());
    const Report usual = examine(room.dsn(), {u"--renewal-interval"_s, u"4200ms"_s});
    QVERIFY2(usual.says(u"warning"_s, u"The default of --grace is 1s"_s), usual.text().constData());
    qputenv("ELECTOR_GRACE", "2100ms");
    const Report long_ = examine(room.dsn(), {u"--renewal-interval"_s, u"4s"_s});
    qunsetenv("ELECTOR_GRACE");
    QCOMPARE(long_.exitCode, 7);
}

void TestCliDoctor::tellsOfRoles()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s, u"--roles"_s})->waitForEnd(), 0);
    QVERIFY(examine(room.dsn()).server().value(u"roles"_s).toBool());
    QVERIFY(!examine(room.dsn()).server().value(u"strict"_s).toBool());
    const auto migration = room.elector({u"migrate"_s, u"--strict"_s});
    QCOMPARE(migration->waitForEnd(), 0);
    QCOMPARE(migration->output(),
             QByteArray("leader_lease in schema public is full, with roles, strict; before, it was full.\n"));
    QVERIFY(examine(room.dsn()).server().value(u"strict"_s).toBool());
    QVERIFY(room.sql(u"CREATE ROLE outsider LOGIN"_s));
    const Report outsider = examine(room.dsn().replace(u"postgres@"_s, u"outsider@"_s));
    QVERIFY2(outsider.text().contains("GRANT elector_node TO outsider"), outsider.text().constData());
}

void TestCliDoctor::plainTable()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s, u"--level"_s, u"plain"_s})->waitForEnd(), 0);
    const Report report = examine(room.dsn());
    QVERIFY2(report.exitCode == 6, report.text().constData());
    QVERIFY(report.says(u"warning"_s, u"no terms (fencing tokens)"_s));
    QVERIFY(report.says(u"warning"_s, u"idle_in_transaction_session_timeout is off"_s));
}

void TestCliDoctor::roleThatMayNot()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    QVERIFY(room.sql(u"CREATE ROLE visitor LOGIN"_s));
    const Report report = examine(room.dsn().replace(u"postgres@"_s, u"visitor@"_s));
    QVERIFY2(report.exitCode == 7, report.text().constData());
    QVERIFY2(report.says(u"error"_s, u"Role visitor lacks"_s), report.text().constData());
}

/// As in databases that were made by PostgreSQL 14 and before.
void TestCliDoctor::everybodyMayCreate()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s, u"--roles"_s})->waitForEnd(), 0);
    QVERIFY(room.sql(u"REVOKE CREATE ON SCHEMA public FROM PUBLIC"_s));
    QVERIFY(!examine(room.dsn()).says(u"warning"_s, u"Everybody may create objects"_s));
    QVERIFY(room.sql(u"GRANT CREATE ON SCHEMA public TO PUBLIC"_s));
    const Report report = examine(room.dsn());
    QVERIFY2(report.exitCode == 6, report.text().constData());
    QVERIFY2(report.says(u"warning"_s, u"Everybody may create objects in schema public"_s), report.text().constData());
}

void TestCliDoctor::standby()
{
    PostgresServer server;
    QVERIFY2(server.start(), qPrintable(server.errorString()));
    const CliRoom room(server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    QVERIFY(server.becomeStandby());
    const Report report = examine(room.dsn());
    QVERIFY2(report.exitCode == 7, report.text().constData());
    QVERIFY(report.says(u"error"_s, u"This server is a standby"_s));
}

void TestCliDoctor::settingsThatDoNotFit()
{
    const CliRoom room(m_server);
    const Report wrong = examine(room.dsn(), {u"--renewal-interval"_s, u"9s"_s, u"--lease"_s, u"10s"_s});
    QVERIFY2(wrong.exitCode == 7, wrong.text().constData());
    QVERIFY2(wrong.says(u"error"_s, u"do not fit into the lease"_s), wrong.text().constData());
    QVERIFY(wrong.server().value(u"reached"_s).toBool());
    const Report grace = examine(room.dsn(), {u"--grace"_s, u"10s"_s});
    QVERIFY2(grace.exitCode == 7, grace.text().constData());
    QVERIFY2(grace.says(u"error"_s, u"--grace is 10s, and 200ms more"_s), grace.text().constData());
    const Report shortLease = examine(room.dsn(), {u"--lease"_s, u"2s"_s});
    QVERIFY2(shortLease.exitCode == 6, shortLease.text().constData());
    QVERIFY(shortLease.says(u"warning"_s, u"too short to survive a connection that hangs"_s));
}

void TestCliDoctor::unreachable()
{
    const Report report = examine(u"postgresql://nobody@127.0.0.1:1/none"_s);
    QCOMPARE(report.exitCode, 1);
    QVERIFY2(report.says(u"error"_s, u"No connection to"_s), report.text().constData());
    QVERIFY(!report.server().value(u"reached"_s).toBool());
}

void TestCliDoctor::coloursOnlyWhereWelcome()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s, u"--level"_s, u"plain"_s})->waitForEnd(), 0);
    const auto pipe = room.elector({u"doctor"_s});
    QCOMPARE(pipe->waitForEnd(), 6);
    QVERIFY(!pipe->output().contains('\x1b'));
    const QByteArray terminal = qgetenv("TERM");
    qputenv("TERM", "xterm");
    qunsetenv("NO_COLOR");
    TerminalSession colourful({u"doctor"_s, u"--dsn"_s, room.dsn()});
    QCOMPARE(colourful.waitForEnd(), 6);
    QVERIFY2(colourful.screen().contains("\x1b[33mwarning"), colourful.screen().constData());
    qputenv("NO_COLOR", "1");
    TerminalSession plain({u"doctor"_s, u"--dsn"_s, room.dsn()});
    QCOMPARE(plain.waitForEnd(), 6);
    qunsetenv("NO_COLOR");
    qputenv("TERM", terminal);
    QVERIFY2(plain.screen().contains("warning") && !plain.screen().contains('\x1b'), plain.screen().constData());
}

QTEST_GUILESS_MAIN(TestCliDoctor)
#include "tst_clidoctor.moc"
