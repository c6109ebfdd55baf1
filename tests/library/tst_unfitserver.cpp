// SPDX-License-Identifier: MIT
#include "libraryroom.h"
#include "transcript.h"

#include <Elector/leaderelector.h>
#include <Elector/leaseobserver.h>
#include <Elector/schema.h>

#include <QProcess>
#include <QSignalSpy>

#include <algorithm>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace Elector;

/// Servers on which nobody may be elected.
class TestUnfitServer : public QObject
{
    Q_OBJECT

    /// Gives a stopped server the data of another one, but its own settings.
    static bool becomeCopy(const PostgresServer &server, const PostgresServer &original)
    {
        const QString script
            = u"cp -p \"$1\"/postgresql.conf \"$1\"/pg_hba.conf \"$1\"/.. && rm -rf \"$1\"/*"
              " && cp -a \"$2\"/. \"$1\" && cp -p \"$1\"/../postgresql.conf \"$1\"/../pg_hba.conf \"$1\""_s;
        return QProcess::execute(u"sh"_s, {u"-c"_s, script, u"sh"_s, server.dataDir(), original.dataDir()}) == 0;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void aStandbyIsRefusedUntilItIsPromoted()
    {
        LibraryRoom room;
        QVERIFY(room.start());
        QVERIFY(room.newDatabase(SchemaLevel::Full));
        QVERIFY(room.server.becomeStandby());
        LeaderElector elector(room.config(u"node"_s));
        const Transcript said(elector);
        QVERIFY(elector.start());
        LeaseObserver observer(ConnectionParameters::fromString(room.server.dsn(room.database)));
        observer.setInterval(100ms);
        observer.start();
        ELECTOR_TRY(said.has(u"error ReadOnlyServer"_s));
        QVERIFY2(said.errors().constFirst().message().contains(u"primary"_s),
                 qPrintable(said.errors().constFirst().message()));
        // Whoever only looks may look.
        ELECTOR_TRY_COMPARE(observer.state(), LeaseObserver::Watching);
        QVERIFY(observer.server().standby);
        QVERIFY(!observer.server().mayRelease);
        QVERIFY(room.server.promote());
        ELECTOR_TRY(elector.isLeader());
        QVERIFY(said.has(u"recovered"_s));
    }

    /// The plain level has nobody but the candidates themselves to remember another server.
    void anotherServerIsHeldOffFrom()
    {
        LibraryRoom room;
        QVERIFY(room.start());
        QVERIFY(room.newDatabase(SchemaLevel::Plain));
        QVERIFY(room.plant(1, u"other#x.1"_s, u"clock_timestamp() + interval '1 hour'"_s));
        LeaderElector elector(room.config(u"node"_s, 1s));
        QSignalSpy warnings(&elector, &LeaderElector::warningOccurred);
        const auto wasWarned = [&warnings] {
            return std::any_of(warnings.cbegin(), warnings.cend(), [](const QList<QVariant> &each) {
                return each.value(0).value<ElectorError>().message().contains(u"Another server has taken over"_s);
            });
        };
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.currentLeader() == u"other#x.1"_s);
        QVERIFY(!wasWarned());
        QVERIFY(room.server.becomeStandby());
        QVERIFY(room.server.promote());
        ELECTOR_TRY(wasWarned());
        QVERIFY(room.exec(u"DELETE FROM leader_lease"_s));
        ELECTOR_TRY(elector.isLeader());
    }

    /// A primary that nobody has told that another one took over, before that one in the list of hosts.
    void anOldPrimaryIsPassedOver()
    {
        LibraryRoom room;
        QVERIFY(room.start());
        QVERIFY(room.newDatabase(SchemaLevel::Full));
        PostgresServer promoted;
        QVERIFY(promoted.start());
        QVERIFY(room.server.stopFast());
        QVERIFY(promoted.stopFast());
        QVERIFY(becomeCopy(promoted, room.server));
        QVERIFY(promoted.startAgain());
        QVERIFY(promoted.becomeStandby());
        QVERIFY(promoted.promote());
        ElectorConfig config = room.config(u"node"_s);
        ConnectionParameters connection = config.connection();
        connection.set(u"host"_s, room.server.socketDir() + u',' + promoted.socketDir());
        connection.set(u"port"_s, u"%1,%2"_s.arg(room.server.port()).arg(promoted.port()));
        connection.set(u"target_session_attrs"_s, u"read-write"_s);
        config.setConnection(connection);
        LeaderElector elector(config);
        const Transcript said(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        QVERIFY(room.server.startAgain());
        QVERIFY(promoted.exec(
            u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%1'"_s.arg(room.database)));
        ELECTOR_TRY(said.has(u"error UnsafeServer"_s));
        QVERIFY2(said.errors().constLast().message().contains(u"old primary"_s),
                 qPrintable(said.errors().constLast().message()));
        ELECTOR_TRY(said.has(u"recovered"_s) && elector.isLeader());
        QCOMPARE(room.holder(), QString());
    }

    /// Other engines that speak the protocol lack some of these, and a server may deny them.
    void whatIsMissingIsDoneWithout_data()
    {
        QTest::addColumn<QString>("function");
        for (const char *function :
             {"pg_try_advisory_xact_lock(bigint)", "pg_advisory_xact_lock(bigint)", "pg_notify(text, text)",
              "pg_control_system()", "pg_current_wal_lsn()", "pg_walfile_name(pg_lsn)", "pg_postmaster_start_time()",
              "pg_stat_get_wal_senders()", "pg_stat_get_activity(int)"})
            QTest::newRow(function) << QString::fromLatin1(function);
    }
    void whatIsMissingIsDoneWithout()
    {
        QFETCH(const QString, function);
        LibraryRoom room;
        QVERIFY(room.start());
        QVERIFY(room.newDatabase(SchemaLevel::Plain));
        QVERIFY(room.exec(u"CREATE ROLE guest LOGIN; GRANT SELECT, INSERT, UPDATE, DELETE ON leader_lease TO guest"_s));
        QVERIFY(room.exec(u"REVOKE EXECUTE ON FUNCTION %1 FROM PUBLIC"_s.arg(function)));
        const auto config = [&](const QString &instance) {
            ElectorConfig guest = room.config(instance);
            guest.setConnection(room.server.dsn(room.database, u"guest"_s));
            guest.setCreateTableOnInit(false);
            return guest;
        };
        LeaderElector first(config(u"first"_s));
        LeaderElector second(config(u"second"_s));
        QVERIFY(first.start());
        ELECTOR_TRY(first.isLeader());
        QVERIFY(second.start());
        ELECTOR_TRY_COMPARE(second.state(), ElectorState::Waiting);
        first.stop();
        ELECTOR_TRY(second.isLeader());
        QCOMPARE(room.value(u"SELECT count(*) FROM leader_lease"_s).toInt(), 1);
    }

    void anUnloggedTableIsRefused()
    {
        LibraryRoom room;
        QVERIFY(room.start());
        QVERIFY(room.newDatabase(SchemaLevel::Plain));
        QVERIFY(room.exec(u"ALTER TABLE leader_lease SET UNLOGGED"_s));
        LeaderElector elector(room.config(u"node"_s));
        const Transcript said(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(said.has(u"error TableUnlogged"_s));
        QVERIFY(said.errors().constFirst().remedy.contains(u"SET LOGGED"_s));
        QVERIFY(room.exec(u"ALTER TABLE leader_lease SET LOGGED"_s));
        ELECTOR_TRY(elector.isLeader());
        QCOMPARE(said.count(u"recovered"_s), 1);
    }

    void aServerThatForgetsIsRefused()
    {
        LibraryRoom room;
        PostgresServer::Options options;
        options.conf = {u"fsync=off"_s};
        QVERIFY(room.start(options));
        QVERIFY(room.newDatabase());
        LeaderElector elector(room.config(u"node"_s));
        const Transcript said(elector);
        QVERIFY(elector.start());
        ELECTOR_TRY(said.has(u"error UnsafeServer"_s));
        QVERIFY(said.errors().constFirst().text.contains(u"fsync"_s));
        QVERIFY(room.value(u"SELECT to_regclass('public.leader_lease') IS NULL"_s).toBool());
    }
};

QTEST_GUILESS_MAIN(TestUnfitServer)
#include "tst_unfitserver.moc"
