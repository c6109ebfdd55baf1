// SPDX-License-Identifier: MIT
#include "sqlroom.h"

#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Elector {

/// A table that was dumped on one server and restored on another: no term comes twice, no lease is taken before it can
/// have run out, and nobody is refused for ever.
class RestoreTest : public QObject
{
    Q_OBJECT

private:
    static TenureKey keyOf(const Reply &reply) { return {reply.row->leaderId, reply.row->term}; }
    /// Bids until it wins.
    Reply captured(NodeSession &node, int id, std::chrono::milliseconds lease)
    {
        Reply reply;
        for (int i = 0; i < 3000; ++i) {
            reply = node.capture(id, u"new#1.%1"_s.arg(++m_bids), lease);
            if (reply.verdict == Verdict::Captured)
                break;
            QTest::qWait(10);
        }
        return reply;
    }
    /// What the client program `name` of the server's own version says against it; empty if it succeeded.
    QString run(const QString &name, const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program(name), arguments);
        if (!process.waitForFinished(60000))
            return name + u" did not end"_s;
        return process.exitCode() == 0 ? QString() : QString::fromUtf8(process.readAll()) + u'!';
    }
    QString program(const QString &name)
    {
        const QString beside = m_bin + u'/' + name;
        return QFileInfo::exists(beside) ? beside : QStandardPaths::findExecutable(name);
    }
    /// The whole database, in the format of `pg_dump --format`.
    QString dump(const QString &format)
    {
        return run(u"pg_dump"_s, {u"--dbname"_s, m_here.settings.dsn, u"--format"_s, format, u"--file"_s, m_file});
    }
    QString restore(const QString &format) { return restore(format, m_there); }
    QString restore(const QString &format, const SqlRoom &room)
    {
        if (format == u"plain"_s)
            return run(u"psql"_s, {u"-X"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-f"_s, m_file, room.settings.dsn});
        return run(u"pg_restore"_s, {u"--dbname"_s, room.settings.dsn, m_file});
    }
    /// pg_dump refuses servers that are newer than itself.
    bool mayDump()
    {
        QProcess process;
        process.start(program(u"pg_dump"_s), {u"--version"_s});
        static const QRegularExpression number(u"\\) (\\d+)"_s);
        return process.waitForFinished(60000)
            && number.match(QString::fromUtf8(process.readAll())).captured(1).toInt() >= m_here.server.majorVersion();
    }
    /// Where the newest PostgreSQL above that of the tests is, if there is one here.
    QString newerBinaries()
    {
        for (int version = 18; version > m_here.server.majorVersion(); --version) {
            QProcess process;
            process.start(QStringLiteral(ELECTOR_SOURCE_DIR "/scripts/postgres-binaries"),
                          {u"--no-fetch"_s, QString::number(version)});
            if (process.waitForFinished(60000) && process.exitCode() == 0)
                return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
        }
        return {};
    }
    QString rows(SqlRoom &room, const QString &table)
    {
        return room.value(u"SELECT json_agg(t ORDER BY t::text) FROM %1 t"_s.arg(table)).toString();
    }
    qint64 since()
    {
        return m_there.value(u"SELECT (extract(epoch FROM since) * 1e6)::bigint FROM leader_lease_server"_s)
            .toLongLong();
    }
    /// Whether lock `id` was captured, as its trigger notes, no earlier than so long after the restored server was
    /// first seen.
    bool heldOff(int id, int milliseconds)
    {
        return m_there
            .value(
                u"SELECT h.at >= s.since + interval '%2 ms' FROM leader_lease_history h, leader_lease_server s WHERE "
                u"h.id = %1 AND h.event = 'captured' ORDER BY h.seq DESC LIMIT 1"_s.arg(id)
                    .arg(milliseconds))
            .toBool();
    }

    SqlRoom m_here;
    SqlRoom m_there;
    QTemporaryDir m_directory;
    QString m_file = m_directory.filePath(u"dump"_s);
    QString m_bin;
    int m_bids = 0;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_here.start());
        QVERIFY(m_there.start());
        m_bin = m_here.server.exec(u"SELECT setting FROM pg_config WHERE name = 'BINDIR'"_s).value().toString();
        for (const QString &name : {u"pg_dump"_s, u"pg_restore"_s, u"psql"_s})
            QVERIFY2(!program(name).isEmpty(), qPrintable(name));
    }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        QFile::remove(m_file);
        QVERIFY(m_here.newDatabase(SchemaLevel::Full));
        QVERIFY(m_there.newDatabase(SchemaLevel::None));
    }

    void aFullDumpKeepsItsTerms_data()
    {
        QTest::addColumn<QString>("format");
        QTest::newRow("pg_dump -Fc, pg_restore") << u"custom"_s;
        QTest::newRow("pg_dump, psql") << u"plain"_s;
    }
    void aFullDumpKeepsItsTerms()
    {
        QFETCH(QString, format);
        if (!mayDump())
            QSKIP("The pg_dump that is here is older than the server: those that npm brings have none of their own.");
        const auto old = m_here.node();
        QCOMPARE(old->release(1, keyOf(old->capture(1, u"a#1.1"_s, 1500ms))).verdict, Verdict::Released);
        const Reply live = old->capture(2, u"b#1.1"_s, 60s);
        QCOMPARE(live.verdict, Verdict::Captured);
        QCOMPARE(old->capture(3, u"c#1.1"_s, 500ms).verdict, Verdict::Captured); // is dead, from here on
        QCOMPARE(dump(format), QString());
        const Reply later = captured(*old, 1, 1500ms); // what the dump does not know
        QCOMPARE(later.verdict, Verdict::Captured);
        QCOMPARE(old->capture(9, u"a#1.9"_s, 1500ms).verdict, Verdict::Captured);
        const qint64 laterOfNine = *old->read(9).row->term;
        QCOMPARE(restore(format), QString());

        const auto node = m_there.node();
        QVERIFY(!node->error);
        QVERIFY(m_there.storedTerm(1) > 0 && m_there.storedTerm(1) < *later.row->term);
        QCOMPARE(m_there.events(1), u"captured released"_s);
        QCOMPARE(m_there
                     .value(u"SELECT count(*) FROM pg_trigger WHERE tgrelid = 'leader_lease'::regclass AND NOT "
                            "tgisinternal AND tgenabled = 'A'"_s)
                     .toInt(),
                 7);
        // The first bid sees another server; the dead lease stands until then.
        QVERIFY(node->capture(1, u"new#1.0"_s, 500ms).verdict != Verdict::Captured);
        QVERIFY(since() > 0);
        QCOMPARE(node->renew(2, keyOf(live), 60s).verdict, Verdict::Renewed); // it is nobody else's
        const Reply next = captured(*node, 1, 500ms);
        QCOMPARE(next.verdict, Verdict::Captured);
        QVERIFY(heldOff(1, 1500));
        QVERIFY(*next.row->term > *later.row->term);
        QCOMPARE(captured(*node, 3, 500ms).verdict, Verdict::Captured);
        QCOMPARE(node->release(2, keyOf(live)).verdict, Verdict::Released);
        QVERIFY(m_there.exec(u"UPDATE leader_lease_lock SET max_lease_ms = 500"_s)); // nobody waits a minute here
        const Reply taken = captured(*node, 2, 500ms);
        QCOMPARE(taken.verdict, Verdict::Captured);
        QVERIFY(*taken.row->term > *live.row->term);
        const Reply unknown = captured(*node, 9, 500ms);
        QCOMPARE(unknown.verdict, Verdict::Captured);
        QVERIFY(*unknown.row->term > laterOfNine);
    }

    void aDumpGoesToANewerVersion()
    {
        const QString bin = newerBinaries();
        if (!mayDump() || bin.isEmpty())
            QSKIP("There is no newer PostgreSQL here, or no pg_dump of this one; scripts/setup test fetches servers.");
        const auto old = m_here.node();
        QCOMPARE(old->release(1, keyOf(old->capture(1, u"a#1.1"_s, 1500ms))).verdict, Verdict::Released);
        QCOMPARE(dump(u"custom"_s), QString());
        const Reply later = captured(*old, 1, 1500ms);
        QCOMPARE(later.verdict, Verdict::Captured);

        SqlRoom newer;
        PostgresServer::Options options;
        options.bin = bin;
        QVERIFY(newer.start(u"30s"_s, options));
        QVERIFY(newer.server.majorVersion() > m_here.server.majorVersion());
        QVERIFY(newer.newDatabase(SchemaLevel::None));
        QCOMPARE(restore(u"custom"_s, newer), QString());
        QVERIFY(!Schema(newer.foreign()->database(), u"public"_s).upgrade());
        QVERIFY(newer.value(u"SELECT indexdef FROM pg_indexes WHERE indexname = 'leader_lease_expires'"_s)
                    .toString()
                    .contains(newer.server.majorVersion() >= 16 ? u"brin"_s : u"btree"_s));
        const auto node = newer.node();
        QVERIFY(!node->error);
        QVERIFY(node->capture(1, u"new#1.0"_s, 500ms).verdict != Verdict::Captured);
        const Reply next = captured(*node, 1, 500ms);
        QCOMPARE(next.verdict, Verdict::Captured);
        QVERIFY(*next.row->term > *later.row->term);
    }

    /// Without the roles in the new cluster it all belongs to who restored it; asked for again, they are as before.
    void rolesAreMadeAgain()
    {
        if (!mayDump())
            QSKIP("The pg_dump that is here is older than the server: those that npm brings have none of their own.");
        const auto owner = m_here.foreign();
        QVERIFY(!Schema(owner->database(), u"public"_s).addRoles());
        QVERIFY(m_here.exec(u"INSERT INTO leader_lease (id, leader_id, expires_at) VALUES (1, 'a#1.1', "
                            "clock_timestamp() + interval '1 s')"_s));
        QCOMPARE(dump(u"custom"_s), QString());
        QVERIFY(restore(u"custom"_s).contains(u"role \"elector_owner\" does not exist"_s));
        const auto restorer = m_there.foreign();
        QVERIFY(
            !m_there.value(u"SELECT bool_or(pg_get_userbyid(relowner) = 'elector_owner') FROM pg_class"_s).toBool());
        QVERIFY(!Schema(restorer->database(), u"public"_s).upgrade());
        QVERIFY(!Schema(restorer->database(), u"public"_s).addRoles());
        const auto strangers = [](SqlRoom &room) {
            return room
                .value(
                    u"SELECT (SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = "
                    "'r' AND pg_get_userbyid(relowner) <> 'elector_owner') + (SELECT count(*) FROM pg_proc WHERE "
                    "pronamespace = 'public'::regnamespace AND pg_get_userbyid(proowner) <> 'elector_owner')"_s)
                .toInt();
        };
        QCOMPARE(strangers(m_here), 0);
        QCOMPARE(strangers(m_there), 0);
        m_there.settings.dsn = m_there.server.dsn(m_there.database, u"elector_node"_s);
        const auto node = m_there.node();
        const Reply reply = captured(*node, 1, 1s);
        QCOMPARE(reply.verdict, Verdict::Captured);
        const SqlResult theft
            = m_there.foreign(u"elector_node"_s)->exec(u"UPDATE leader_lease SET leader_id = 'thief#1.1'"_s);
        QCOMPARE(theft.sqlState, u"42501"_s);
    }

    /// The same server, and the same timeline: what tells is that the table is another one.
    void aCopyOnTheSameServerIsHeldOffFrom_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("dump, another database") << u"dump"_s;
        QTest::newRow("dump, the same database") << u"again"_s;
        QTest::newRow("CREATE DATABASE ... TEMPLATE") << u"template"_s;
    }
    void aCopyOnTheSameServerIsHeldOffFrom()
    {
        QFETCH(QString, how);
        if (how != u"template"_s && !mayDump())
            QSKIP("The pg_dump that is here is older than the server: those that npm brings have none of their own.");
        Reply later;
        Reply unknown;
        qint64 place = 0;
        {
            const auto old = m_here.node();
            QCOMPARE(old->release(1, keyOf(old->capture(1, u"a#1.1"_s, 1500ms))).verdict, Verdict::Released);
            place = m_here.value(u"SELECT place FROM leader_lease_server"_s).toLongLong();
            QVERIFY(place != 0);
        }
        SqlRoom &copy = m_here;
        const QString before = m_here.database;
        QCOMPARE(how == u"template"_s ? QString() : dump(u"custom"_s), QString());
        if (how == u"template"_s) {
            QVERIFY(m_here.server.exec(
                u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%1'"_s.arg(before)));
            const SqlResult copied = m_here.server.exec(u"CREATE DATABASE copied TEMPLATE \"%1\""_s.arg(before));
            QVERIFY2(copied, qPrintable(copied.error));
            copy.database = u"copied"_s;
            copy.settings.dsn = copy.server.dsn(copy.database);
        } else {
            const auto old = m_here.node();
            later = captured(*old, 1, 1500ms); // what the dump does not know
            QCOMPARE(later.verdict, Verdict::Captured);
            unknown = captured(*old, 9, 1s);
            QCOMPARE(unknown.verdict, Verdict::Captured);
            if (how == u"again"_s)
                QVERIFY(copy.exec(u"DROP SCHEMA public CASCADE; CREATE SCHEMA public"_s));
            else
                QVERIFY(copy.newDatabase(SchemaLevel::None));
            QVERIFY(
                run(u"pg_restore"_s, {u"--dbname"_s, copy.settings.dsn, u"--schema"_s, u"public"_s, m_file}).isEmpty());
        }

        const auto node = copy.node();
        QVERIFY(!node->error);
        QVERIFY(node->capture(1, u"new#1.0"_s, 500ms).verdict != Verdict::Captured);
        QVERIFY(copy.value(u"SELECT place FROM leader_lease_server"_s).toLongLong() != place);
        const Reply next = captured(*node, 1, 500ms);
        QCOMPARE(next.verdict, Verdict::Captured);
        QVERIFY(
            copy.value(u"SELECT h.at >= s.since + interval '1500 ms' FROM leader_lease_history h, "
                       "leader_lease_server s WHERE h.id = 1 AND h.event = 'captured' ORDER BY h.seq DESC LIMIT 1"_s)
                .toBool());
        QVERIFY(how == u"template"_s || *next.row->term > *later.row->term);
        const Reply ninth = captured(*node, 9, 500ms);
        QCOMPARE(ninth.verdict, Verdict::Captured);
        QVERIFY(how == u"template"_s || *ninth.row->term > *unknown.row->term);
    }

    /// A table of an earlier version that is upgraded is where it was.
    void anUpgradeIsNoRestore()
    {
        QVERIFY(m_here.exec(u"UPDATE leader_lease_server SET place = NULL"_s));
        QVERIFY(!Schema(m_here.foreign()->database(), u"public"_s).upgrade());
        QVERIFY(m_here.value(u"SELECT place FROM leader_lease_server"_s).toLongLong() != 0);
        const auto node = m_here.node();
        QCOMPARE(node->capture(1, u"a#1.1"_s, 500ms).verdict, Verdict::Captured);
    }

    /// Another system begins with timeline 1 again; its terms must be above those of an old one that was promoted, also
    /// once it is promoted itself.
    void aPromotedServersTermsRiseElsewhere()
    {
        if (!mayDump())
            QSKIP("The pg_dump that is here is older than the server: those that npm brings have none of their own.");
        QVERIFY(m_here.server.becomeStandby());
        QVERIFY(m_here.server.promote());
        const auto old = m_here.node();
        const Reply known = captured(*old, 1, 500ms);
        QCOMPARE(known.verdict, Verdict::Captured);
        QVERIFY(*known.row->term >= qint64(2) << 42);
        QCOMPARE(old->release(1, keyOf(known)).verdict, Verdict::Released);
        QCOMPARE(dump(u"custom"_s), QString());
        const Reply later = captured(*old, 1, 500ms);
        QCOMPARE(later.verdict, Verdict::Captured);
        const Reply unknown = captured(*old, 9, 500ms);
        QCOMPARE(unknown.verdict, Verdict::Captured);
        QCOMPARE(restore(u"custom"_s), QString());
        qint64 last = 0;
        {
            const auto node = m_there.node();
            const Reply next = captured(*node, 1, 500ms);
            QCOMPARE(next.verdict, Verdict::Captured);
            QVERIFY(*next.row->term > *later.row->term);
            const Reply nextUnknown = captured(*node, 9, 500ms);
            QCOMPARE(nextUnknown.verdict, Verdict::Captured);
            QVERIFY(*nextUnknown.row->term > *unknown.row->term);
            last = *nextUnknown.row->term;
        }
        QVERIFY(m_there.server.becomeStandby());
        QVERIFY(m_there.server.promote());
        const auto node = m_there.node();
        const Reply promoted = captured(*node, 9, 500ms);
        QCOMPARE(promoted.verdict, Verdict::Captured);
        QVERIFY(*promoted.row->term >> 42 > last >> 42);
    }

    /// The plain table knows no server: what is left of a lease is all that holds others off.
    void aPlainTableIsCopied()
    {
        QVERIFY(m_here.newDatabase(SchemaLevel::Plain));
        QVERIFY(m_there.newDatabase(SchemaLevel::Plain));
        const auto old = m_here.node();
        const Reply live = old->capture(1, u"a#1.1"_s, 60s);
        QCOMPARE(live.verdict, Verdict::Captured);
        QVERIFY(m_here.plant(2, u"dead#1.1"_s, u"clock_timestamp() - interval '1 min'"_s));
        QCOMPARE(copyOut(), QString());
        QCOMPARE(copyIn(), QString());
        QCOMPARE(rows(m_there, u"leader_lease"_s), rows(m_here, u"leader_lease"_s));

        const auto node = m_there.node();
        QVERIFY(!node->error);
        QCOMPARE(node->renew(1, keyOf(live), 5s).verdict, Verdict::Renewed);
        const qint64 expiry
            = m_there.value(u"SELECT (extract(epoch FROM expires_at) * 1e6)::bigint FROM leader_lease WHERE id = 1"_s)
                  .toLongLong();
        QVERIFY(node->capture(1, u"new#1.0"_s, 500ms).verdict != Verdict::Captured);
        QCOMPARE(captured(*node, 2, 500ms).verdict, Verdict::Captured);
        const Reply next = captured(*node, 1, 500ms);
        QCOMPARE(next.verdict, Verdict::Captured);
        QVERIFY(
            m_there
                .value(
                    u"SELECT (extract(epoch FROM created_at) * 1e6)::bigint >= %1 FROM leader_lease WHERE id = 1"_s.arg(
                        expiry))
                .toBool());
    }

    /// Into a full one, a live lease comes with a term, and one that has run out does not come at all.
    void aPlainTableIsCopiedIntoAFullOne()
    {
        QVERIFY(m_here.newDatabase(SchemaLevel::Plain));
        QVERIFY(m_there.newDatabase(SchemaLevel::Full));
        const auto old = m_here.node();
        QCOMPARE(old->capture(1, u"a#1.1"_s, 60s).verdict, Verdict::Captured);
        QVERIFY(m_here.plant(2, u"dead#1.1"_s, u"clock_timestamp() - interval '1 min'"_s));
        QCOMPARE(copyOut(), QString());
        QCOMPARE(copyIn(), QString());
        QCOMPARE(m_there.value(u"SELECT string_agg(id || ' ' || leader_id, ',') FROM leader_lease"_s).toString(),
                 u"1 a#1.1"_s);
        const auto node = m_there.node();
        QVERIFY(*node->read(1).row->term > 0);
        QCOMPARE(*node->read(1).row->term, m_there.storedTerm(1));
        QCOMPARE(captured(*node, 2, 500ms).verdict, Verdict::Captured);
    }

private:
    QString copyOut()
    {
        return run(u"psql"_s,
                   {u"-X"_s, u"-c"_s,
                    u"\\copy leader_lease (id, leader_id, expires_at, created_at) to '%1'"_s.arg(m_file),
                    m_here.settings.dsn});
    }
    QString copyIn()
    {
        return run(u"psql"_s,
                   {u"-X"_s, u"-c"_s,
                    u"\\copy leader_lease (id, leader_id, expires_at, created_at) from '%1'"_s.arg(m_file),
                    m_there.settings.dsn});
    }
};

} // namespace Elector

QTEST_GUILESS_MAIN(Elector::RestoreTest)
#include "tst_restore.moc"
