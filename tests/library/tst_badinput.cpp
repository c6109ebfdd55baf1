// SPDX-License-Identifier: MIT
#include "libraryroom.h"
#include "transcript.h"

#include <Elector/leaderelector.h>
#include <Elector/schema.h>

#include <algorithm>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace Elector;

/// Everything that people get wrong: one clear error that names what to do, no crash, and no harm done.
class TestBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        PostgresServer::Options options;
        options.password = true; // over TCP
        QVERIFY(m_room.start(options));
        QVERIFY(m_room.server.exec(u"CREATE ROLE visitor LOGIN"_s));
    }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"."_s));
        QVERIFY(m_room.newDatabase());
    }
    void cleanup() { QVERIFY(m_room.server.dropDatabase(m_room.database)); }

    // ---- what cannot be reached is tried again ----

    void unreachable_data()
    {
        QTest::addColumn<QString>("dsn");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("mentions");
        QTest::newRow("nobody listens") << u"postgresql://me@127.0.0.1:1/db"_s << ErrorCode::Unreachable
                                        << u"127.0.0.1"_s;
        QTest::newRow("no such socket") << u"host=/nonexistent dbname=db"_s << ErrorCode::Unreachable
                                        << u"/nonexistent"_s;
        QTest::newRow("no such host") << u"host=no-such-host.invalid"_s << ErrorCode::Unreachable
                                      << u"no-such-host.invalid"_s;
        QTest::newRow("no such database") << u"database"_s << ErrorCode::NoSuchDatabase << u"nowhere"_s;
        QTest::newRow("no such role") << u"role"_s << ErrorCode::Authentication << u"nobody-at-all"_s;
        QTest::newRow("no such service") << u"service=no-such-service"_s << ErrorCode::Unreachable
                                         << u"no-such-service"_s;
    }
    void unreachable()
    {
        QFETCH(QString, dsn);
        QFETCH(ErrorCode, code);
        QFETCH(QString, mentions);
        ElectorConfig config = m_room.config(u"node"_s);
        config.setConnection(dsn == u"database"_s   ? m_room.server.dsn(u"nowhere"_s)
                                 : dsn == u"role"_s ? m_room.server.dsn(m_room.database, u"nobody-at-all"_s)
                                                    : dsn);
        LeaderElector elector(config);
        const Transcript said(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(said.has(u"error"_s));
        const ElectorError error = said.errors().constFirst();
        QCOMPARE(error.code, code);
        QVERIFY2(error.text.contains(mentions), qPrintable(error.text));
        QVERIFY2(!error.text.contains(u'\n') && !error.remedy.isEmpty(), qPrintable(error.message()));
        QVERIFY(!elector.isLeader());
        QCOMPARE(elector.state(), ElectorState::Connecting);
    }

    void wrongPassword()
    {
        ConnectionParameters right = ConnectionParameters::fromString(m_room.server.tcpDsn(m_room.database));
        right.set(u"password"_s, m_room.server.password());
        ConnectionParameters wrong = right;
        wrong.set(u"password"_s, u"wr'ong; pass\\word"_s);
        ConnectionParameters none = right;
        none.set(u"password"_s, {});
        none.set(u"passfile"_s, u"/nonexistent"_s);
        for (const ConnectionParameters &parameters : {wrong, none}) {
            ElectorConfig config = m_room.config(u"node"_s);
            config.setConnection(parameters);
            LeaderElector elector(config);
            const Transcript said(elector);
            QVERIFY(elector.start());
            ELECTOR_TRY(said.has(u"error"_s));
            const ElectorError error = said.errors().constFirst();
            QCOMPARE(error.code, ErrorCode::Authentication);
            QVERIFY2(error.message().contains(u"password"_s), qPrintable(error.message()));
            QVERIFY2(!error.message().contains(u"wr'ong"_s), qPrintable(error.message()));
        }
        // The password gets mended on the server: it recovers by itself.
        QVERIFY(m_room.server.exec(u"CREATE ROLE keeper LOGIN SUPERUSER PASSWORD 'old'"_s));
        ConnectionParameters keeper = right;
        keeper.set(u"user"_s, u"keeper"_s);
        keeper.set(u"password"_s, u"new"_s);
        ElectorConfig config = m_room.config(u"node"_s);
        config.setConnection(keeper);
        LeaderElector elector(config);
        const Transcript said(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(said.has(u"error Authentication"_s));
        QVERIFY(m_room.server.exec(u"ALTER ROLE keeper PASSWORD 'new'"_s));
        ELECTOR_TRY(elector.isLeader());
        QCOMPARE(said.count(u"recovered"_s), 1);
    }

    // ---- what is not allowed is tried again ----

    void missingPrivilege_data()
    {
        QTest::addColumn<QString>("prepare");
        QTest::addColumn<QString>("mentions");
        QTest::addColumn<QString>("mend");
        const QString grant = QString(Schema::grantSql(u"public"_s, SchemaLevel::Full, u"visitor"_s));
        const QString install = Schema::installSql(u"public"_s, SchemaLevel::Full, 15);
        QTest::newRow("to create the table") << u"REVOKE CREATE ON SCHEMA public FROM PUBLIC"_s << u"create"_s
                                             << u"GRANT CREATE ON SCHEMA public TO visitor"_s;
        QTest::newRow("on the table") << install << u"SELECT, INSERT, UPDATE, DELETE"_s << grant;
        QTest::newRow("to delete") << install + grant + u"REVOKE DELETE ON leader_lease FROM visitor"_s << u"DELETE"_s
                                   << grant;
        QTest::newRow("on the functions")
            << install + grant + u"REVOKE EXECUTE ON FUNCTION leader_lease_guard(INT, TEXT, BIGINT) FROM visitor"_s
            << u"EXECUTE"_s << grant;
    }
    void missingPrivilege()
    {
        QFETCH(QString, prepare);
        QFETCH(QString, mentions);
        QFETCH(QString, mend);
        QVERIFY(m_room.exec(prepare));
        ElectorConfig config = m_room.config(u"node"_s);
        config.setConnection(m_room.server.dsn(m_room.database, u"visitor"_s));
        LeaderElector elector(config);
        const Transcript said(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(said.has(u"error"_s));
        const ElectorError error = said.errors().constFirst();
        QCOMPARE(error.code, ErrorCode::PrivilegeMissing);
        QVERIFY2(error.text.contains(u"visitor"_s) && error.text.contains(mentions), qPrintable(error.message()));
        QVERIFY(!error.remedy.isEmpty());
        QVERIFY(m_room.exec(mend));
        ELECTOR_TRY(elector.isLeader());
        QCOMPARE(said.count(u"recovered"_s), 1);
    }

    void privilegeTakenAwayWhileLeading()
    {
        QVERIFY(m_room.exec(Schema::installSql(u"public"_s, SchemaLevel::Full, 15)));
        QVERIFY(m_room.exec(Schema::grantSql(u"public"_s, SchemaLevel::Full, u"visitor"_s)));
        ElectorConfig config = m_room.config(u"node"_s);
        config.setConnection(m_room.server.dsn(m_room.database, u"visitor"_s));
        LeaderElector elector(config);
        const Transcript said(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        QVERIFY(m_room.exec(u"REVOKE UPDATE ON leader_lease FROM visitor"_s));
        ELECTOR_TRY(said.has(u"lost"_s));
        QCOMPARE(elector.lastLossReason(), LossReason::Expired);
        QCOMPARE(elector.lastError().code, ErrorCode::PrivilegeMissing);
        QVERIFY(m_room.exec(u"GRANT UPDATE ON leader_lease TO visitor"_s));
        ELECTOR_TRY(elector.isLeader());
    }

    void tableOfAnotherShape_data()
    {
        QTest::addColumn<QString>("made");
        QTest::addColumn<QString>("mentions");
        QTest::newRow("columns missing") << u"CREATE TABLE leader_lease (id INT PRIMARY KEY, holder TEXT)"_s
                                         << u"leader_id"_s;
        QTest::newRow("another type")
            << u"CREATE TABLE leader_lease (id TEXT PRIMARY KEY, leader_id TEXT, expires_at TIMESTAMPTZ, created_at TIMESTAMPTZ)"_s
            << u"id is of type text"_s;
        QTest::newRow("without time zone")
            << u"CREATE TABLE leader_lease (id INT PRIMARY KEY, leader_id TEXT, expires_at TIMESTAMP, created_at TIMESTAMPTZ)"_s
            << u"expires_at"_s;
        QTest::newRow("no key")
            << u"CREATE TABLE leader_lease (id INT, leader_id TEXT, expires_at TIMESTAMPTZ, created_at TIMESTAMPTZ)"_s
            << u"primary key"_s;
        QTest::newRow("a column more that must be given")
            << u"CREATE TABLE leader_lease (id INT PRIMARY KEY, leader_id TEXT, expires_at TIMESTAMPTZ, created_at TIMESTAMPTZ, x INT NOT NULL)"_s
            << u"x is NOT NULL"_s;
        QTest::newRow("a view") << u"CREATE VIEW leader_lease AS SELECT 1 AS id"_s << u"not an ordinary table"_s;
    }
    void tableOfAnotherShape()
    {
        QFETCH(QString, made);
        QFETCH(QString, mentions);
        QVERIFY(m_room.exec(made));
        const QString before = m_room.shape();
        LeaderElector elector(m_room.config(u"node"_s));
        const Transcript said(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(said.has(u"error TableForeign"_s)); // a busy machine may be too slow for the first look
        const ElectorError error = said.errors().constLast();
        QVERIFY2(error.text.contains(mentions) && !error.remedy.isEmpty(), qPrintable(error.message()));
        QVERIFY(!elector.isLeader());
        QCOMPARE(m_room.shape(), before);
        QVERIFY(m_room.exec(u"ALTER %1 leader_lease RENAME TO somebody_elses"_s.arg(
            made.contains(u"VIEW"_s) ? u"VIEW"_s : u"TABLE"_s)));
        ELECTOR_TRY(elector.isLeader());
        QVERIFY(said.has(u"recovered"_s));
    }

    void tableDroppedWhileLeading()
    {
        ElectorConfig config = m_room.config(u"node"_s);
        config.setCreateTableOnInit(false);
        QVERIFY(m_room.exec(Schema::installSql(u"public"_s, SchemaLevel::Full, 15)));
        LeaderElector elector(config);
        const Transcript said(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        QVERIFY(m_room.exec(u"DROP TABLE leader_lease"_s)); // behind our backs: uninstalling refuses that
        QVERIFY(m_room.exec(Schema::uninstallSql(u"public"_s, false)));
        ELECTOR_TRY(said.has(u"lost"_s));
        ELECTOR_TRY_COMPARE(elector.lastError().code, ErrorCode::TableMissing);
        QVERIFY(m_room.exec(Schema::installSql(u"public"_s, SchemaLevel::Plain, 15))); // comes back as another one
        ELECTOR_TRY(elector.isLeader());
        QCOMPARE(elector.schemaLevel(), SchemaLevel::Plain);
        QCOMPARE(elector.term(), 0);
    }

    // ---- settings that cannot be are refused before anything runs ----

    void hostileSchema_data()
    {
        QTest::addColumn<QString>("schema");
        QTest::newRow("empty") << QString();
        QTest::newRow("quote") << u"a\"b"_s;
        QTest::newRow("only quotes") << u"\"public\""_s;
        QTest::newRow("semicolon") << u"public;DROP SCHEMA public CASCADE"_s;
        QTest::newRow("dot") << u"public.leader_lease"_s;
        QTest::newRow("64 bytes") << QString(64, u'a');
        QTest::newRow("4096 bytes") << QString(4096, u'a');
        QTest::newRow("NUL") << u"public"_s + QChar(0) + u"x"_s;
        QTest::newRow("NUL at the end") << u"public"_s + QChar(0);
        QTest::newRow("newline") << u"public\n"_s;
        QTest::newRow("upper case") << u"Public"_s;
        QTest::newRow("digit first") << u"1st"_s;
        QTest::newRow("look-alike") << u"publiс"_s; // a Cyrillic letter
        QTest::newRow("question mark") << u"a?"_s;
    }
    void hostileSchema()
    {
        QFETCH(QString, schema);
        ElectorConfig config = m_room.config(u"node"_s);
        config.setSchema(schema);
        LeaderElector elector(config);
        const Transcript said(elector);
        QVERIFY(!elector.start());
        QCOMPARE(said.text(), u"error Configuration"_s);
        QVERIFY2(elector.lastError().message().contains(u"a-z"_s), qPrintable(elector.lastError().message()));
        QCOMPARE(elector.state(), ElectorState::Stopped);
        QVERIFY(Schema::installSql(schema, SchemaLevel::Full, 15).isEmpty());
        QVERIFY(m_room.value(u"SELECT to_regclass('public.leader_lease') IS NULL"_s).toBool());
    }

    void longestSchemaThatIsValid()
    {
        ElectorConfig config = m_room.config(u"node"_s);
        config.setSchema(QString(63, u'a'));
        LeaderElector elector(config);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        QCOMPARE(m_room.value(u"SELECT count(*) FROM %1.leader_lease"_s.arg(config.schema())).toInt(), 1);
    }

    void everyProblemAtOnce()
    {
        ElectorConfig config = m_room.config(u"#reserved"_s);
        config.setSchema(u"No"_s);
        config.setLeaseDuration(1ms);
        config.setEpsilon(0.9);
        config.setConnection(u"host=h nonsense=1"_s);
        LeaderElector elector(config);
        const Transcript said(elector);
        QVERIFY(!elector.start());
        QCOMPARE(said.count(u"error"_s), 1);
        const QString message = elector.lastError().message();
        for (const char *part : {"nonsense", "schema", "leaseDuration", "epsilon", "instanceId"})
            QVERIFY2(message.contains(QLatin1String(part)),
                     qPrintable(QString::fromLatin1(part) + u" is not in: "_s + message));
    }

    void settingsOverTheirBudget()
    {
        ElectorConfig config = m_room.config(u"node"_s, 10s);
        config.setRenewalInterval(8s);
        LeaderElector elector(config);
        QVERIFY(!elector.start());
        QVERIFY2(elector.lastError().text.contains(u"renewalInterval 8s"_s)
                     && elector.lastError().remedy.contains(QRegularExpression(u"leaseDuration of \\d+m?s or more"_s)),
                 qPrintable(elector.lastError().message()));
        QCOMPARE(elector.state(), ElectorState::Stopped);
    }

    void passwordsStayOutOfErrors()
    {
        ElectorConfig config = m_room.config(u"node"_s);
        config.setConnection(u"postgresql://me:s3cret@[broken"_s);
        LeaderElector elector(config);
        QVERIFY(!elector.start());
        QVERIFY2(!elector.lastError().message().contains(u"s3cret"_s), qPrintable(elector.lastError().message()));
        config.setConnection(u"postgresql://me:s3cret@127.0.0.1:1/db?password=s3cret"_s);
        LeaderElector other(config);
        const Transcript said(other);
        QVERIFY(other.start());
        ELECTOR_TRY(said.has(u"error"_s));
        QVERIFY2(!other.lastError().message().contains(u"s3cret"_s), qPrintable(other.lastError().message()));
    }

    void instanceIdsWithEveryPrintableCharacter()
    {
        LeaderElector elector(m_room.config(u"it's \"me\"; DROP TABLE x -- \\ ? :1 %s ünïcödé 🎉"_s));
        QVERIFY2(elector.config().problems().isEmpty(), qPrintable(elector.config().problems().value(0).message()));
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        QCOMPARE(m_room.holder(), elector.leaderId());
        QVERIFY(m_room.holder().startsWith(elector.config().instanceId() + u'#'));
    }

private:
    LibraryRoom m_room;
};

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
