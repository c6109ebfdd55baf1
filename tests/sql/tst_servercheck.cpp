// SPDX-License-Identifier: MIT
#include "sqlroom.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Elector {

/// Whether a server is fit, and said so in words that help.
class ServerCheckTest : public QObject
{
    Q_OBJECT

private:
    SqlRoom m_room;

    ServerFacts facts(const QString &user = u"postgres"_s, const QString &schema = u"public"_s)
    {
        NodeSession::Settings settings = m_room.settings;
        settings.dsn = m_room.server.dsn(m_room.database, user);
        NodeSession session(settings);
        const ServerCheck::Result result = ServerCheck::collect(session.connection, schema);
        if (result.outcome != Outcome::Answered)
            qWarning() << result.error.message();
        return result.facts;
    }
    static QList<ErrorCode> codes(const std::vector<ElectorError> &errors)
    {
        QList<ErrorCode> found;
        for (const ElectorError &error : errors) {
            found.append(error.code);
            if (error.text.isEmpty() || error.remedy.isEmpty() || !error.text.endsWith(u'.')
                || !error.remedy.endsWith(u'.'))
                qWarning() << "Not a sentence and a remedy:" << error.message();
        }
        return found;
    }
    static ServerFacts fit()
    {
        ServerFacts facts;
        facts.schema = u"public"_s;
        facts.role = u"app"_s;
        facts.version = 150004;
        facts.synchronousCommit = u"on"_s;
        facts.schemaExists = facts.mayUseSchema = true;
        facts.level = SchemaLevel::Full;
        facts.maySelect = facts.mayInsert = facts.mayUpdate = facts.mayDelete = facts.mayReadTerms = facts.mayGuard
            = true;
        return facts;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void initTestCase() { QVERIFY(m_room.start()); }

    void sessionIsSetUp()
    {
        QVERIFY(m_room.newDatabase(SchemaLevel::None));
        QVERIFY(m_room.exec(
            u"ALTER DATABASE \"%1\" SET synchronous_commit = off; ALTER DATABASE \"%1\" SET "
            u"default_transaction_read_only = on; "
            "ALTER DATABASE \"%1\" SET default_transaction_isolation = 'serializable'; ALTER DATABASE \"%1\" SET deadlock_timeout = '1s'"_s
                .arg(m_room.database)));
        m_room.settings.session = {u"elector 'x'"_s, 1500ms, 5s, 7s};
        const auto node = m_room.node();
        QVERIFY(!node->error);
        const Execution execution = node->connection.execute(
            u"SELECT string_agg(name || '=' || setting, ' ' ORDER BY name) FROM pg_settings WHERE name IN "
            u"('synchronous_commit', 'transaction_read_only', "
            "'transaction_isolation', 'statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'search_path', 'application_name', 'TimeZone')"_s);
        QVERIFY(execution.count() == 1);
        QCOMPARE(
            execution.row(0).text(0),
            u"TimeZone=UTC application_name=elector 'x' idle_in_transaction_session_timeout=7000 lock_timeout=600 "
            u"search_path=pg_catalog "
            "statement_timeout=1500 synchronous_commit=on transaction_isolation=read committed transaction_read_only=off"_s);
        m_room.settings.session = NodeSession::Settings().session;
    }

    void strongerCommitsStay()
    {
        QVERIFY(m_room.newDatabase(SchemaLevel::None));
        QVERIFY(m_room.exec(u"ALTER DATABASE \"%1\" SET synchronous_commit = remote_apply"_s.arg(m_room.database)));
        QCOMPARE(facts().synchronousCommit, u"remote_apply"_s);
        const auto node = m_room.node();
        const Execution execution = node->connection.execute(u"SELECT current_setting('synchronous_commit')"_s);
        QVERIFY(execution.count() == 1);
        QCOMPARE(execution.row(0).text(0), u"remote_apply"_s);
    }

    void nothingThere()
    {
        QVERIFY(m_room.newDatabase(SchemaLevel::None));
        const ServerFacts found = facts();
        QCOMPARE(found.level, SchemaLevel::None);
        QCOMPARE(found.majorVersion(), m_room.server.majorVersion());
        QCOMPARE(found.role, u"postgres"_s);
        QVERIFY(found.schemaExists && found.mayCreateInSchema && found.fsync && !found.inRecovery && !found.readOnly);
        QVERIFY(found.deadlockTimeout == 30s);
        QVERIFY(found.idleInTransactionTimeout == 0s);
        QVERIFY(found.electorSessions >= 1);
        QVERIFY(ServerCheck::errors(found, true).empty());
        QCOMPARE(codes(ServerCheck::errors(found, false)), {ErrorCode::TableMissing});
        const ServerFacts elsewhere = facts(u"postgres"_s, u"new_one"_s);
        QVERIFY(!elsewhere.schemaExists && elsewhere.mayCreateInSchema);
        QVERIFY(ServerCheck::errors(elsewhere, true).empty());
    }

    void goodTables()
    {
        QVERIFY(m_room.newDatabase(SchemaLevel::Full));
        const ServerFacts full = facts();
        QCOMPARE(full.level, SchemaLevel::Full);
        QVERIFY(ServerCheck::errors(full, false).empty());
        QVERIFY(ServerCheck::warnings(full).empty());
        QVERIFY(m_room.newDatabase(SchemaLevel::Plain));
        const ServerFacts plain = facts();
        QCOMPARE(plain.level, SchemaLevel::Plain);
        QVERIFY(ServerCheck::errors(plain, false).empty());
        QCOMPARE(codes(ServerCheck::warnings(plain)),
                 (QList<ErrorCode>{ErrorCode::Configuration, ErrorCode::UnsafeServer}));
        QVERIFY(m_room.exec(
            u"ALTER DATABASE \"%1\" SET idle_in_transaction_session_timeout = '30s'"_s.arg(m_room.database)));
        QCOMPARE(codes(ServerCheck::warnings(facts())), {ErrorCode::Configuration});
    }

    void badTables()
    {
        QVERIFY(m_room.newDatabase(SchemaLevel::Full));
        QVERIFY(m_room.exec(u"ALTER TABLE leader_lease SET UNLOGGED"_s));
        QCOMPARE(codes(ServerCheck::errors(facts(), true)), {ErrorCode::TableUnlogged});
        QVERIFY(m_room.exec(u"DROP TABLE leader_lease; CREATE VIEW leader_lease AS SELECT 1"_s));
        const ServerFacts found = facts();
        QCOMPARE(found.level, SchemaLevel::Foreign);
        QCOMPARE(codes(ServerCheck::errors(found, true)), {ErrorCode::TableForeign});
    }

    void privileges()
    {
        QVERIFY(m_room.newDatabase(SchemaLevel::Full));
        QVERIFY(m_room.exec(u"CREATE ROLE guest LOGIN; REVOKE ALL ON SCHEMA public FROM PUBLIC"_s));
        const auto error = [&] {
            const auto errors = ServerCheck::errors(facts(u"guest"_s), true);
            return errors.empty() ? QString() : errors.front().text;
        };
        QVERIFY2(error().contains(u"USAGE on schema public"_s)
                     && error().contains(u"SELECT, INSERT, UPDATE, DELETE on public.leader_lease"_s),
                 qPrintable(error()));
        QVERIFY(m_room.exec(
            u"GRANT USAGE ON SCHEMA public TO guest; GRANT SELECT, INSERT, UPDATE ON leader_lease TO guest"_s));
        QVERIFY2(error().contains(
                     u"lacks DELETE on public.leader_lease, and SELECT on public.leader_lease_lock, and EXECUTE"_s),
                 qPrintable(error()));
        QVERIFY(m_room.exec(Schema::grantSql(u"public"_s, SchemaLevel::Full, u"guest"_s)));
        QCOMPARE(error(), QString());
        QVERIFY(m_room.exec(u"DROP TABLE leader_lease"_s));
        QVERIFY2(error().contains(u"may not create one in schema public"_s), qPrintable(error()));
        QVERIFY(
            ServerCheck::errors(facts(u"guest"_s, u"new_one"_s), true).front().text.contains(u"may not create it"_s));
        QVERIFY(m_room.exec(u"DROP OWNED BY guest; DROP ROLE guest"_s));
    }

    void standby()
    {
        QVERIFY(m_room.newDatabase(SchemaLevel::Full));
        QVERIFY2(m_room.server.becomeStandby(), qPrintable(m_room.server.errorString()));
        const ServerFacts found = facts();
        QVERIFY(found.inRecovery);
        QCOMPARE(codes(ServerCheck::errors(found, true)), {ErrorCode::ReadOnlyServer});
        QVERIFY(m_room.server.promote());
        QVERIFY(ServerCheck::errors(facts(), true).empty());
    }

    void judgement()
    {
        QVERIFY(ServerCheck::errors(fit(), false).empty());
        QVERIFY(ServerCheck::warnings(fit()).empty());
        ServerFacts facts = fit();
        facts.fsync = false;
        facts.version = 120010;
        QCOMPARE(codes(ServerCheck::errors(facts, true)),
                 (QList<ErrorCode>{ErrorCode::UnsafeServer, ErrorCode::UnsafeServer}));
        facts = fit();
        facts.readOnly = true;
        QCOMPARE(codes(ServerCheck::errors(facts, true)), {ErrorCode::ReadOnlyServer});
        facts = fit();
        facts.standbys = facts.asynchronousStandbys = 2;
        facts.synchronousCommit = u"off"_s;
        QCOMPARE(codes(ServerCheck::warnings(facts)),
                 (QList<ErrorCode>{ErrorCode::UnsafeServer, ErrorCode::UnsafeServer}));
        facts = fit();
        facts.mayGuard = false;
        QCOMPARE(codes(ServerCheck::errors(facts, true)), {ErrorCode::PrivilegeMissing});
    }
};

} // namespace Elector

QTEST_GUILESS_MAIN(Elector::ServerCheckTest)
#include "tst_servercheck.moc"
