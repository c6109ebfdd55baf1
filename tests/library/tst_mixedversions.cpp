// SPDX-License-Identifier: MIT
#include "leaderwatch.h"
#include "librarytest.h"

#include <Elector/leaderelector.h>
#include <Elector/onceper.h>
#include <Elector/schema.h>

#include <QDir>
#include <QFile>
#include <QSignalSpy>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace Elector;

/// Nodes on tables that another version has made, or makes under their feet.
class TestMixedVersions : public LibraryTest
{
    Q_OBJECT

private:
    static void earlierVersions()
    {
        QTest::addColumn<int>("earlier");
        for (const QString &name :
             QDir(QStringLiteral(ELECTOR_SOURCE_DIR "/tests/sql/versions")).entryList(QDir::Files)) {
            const QString version = name.section(u'.', 0, 0);
            QTest::newRow(qPrintable(u"version "_s + version)) << version.toInt();
        }
    }
    /// What `elector migrate` of that schema version does.
    SqlResult migrateAsOf(int version)
    {
        QFile file(QStringLiteral(ELECTOR_SOURCE_DIR "/tests/sql/versions/%1.sql").arg(version));
        return file.open(QIODevice::ReadOnly) ? m_room.exec(QString::fromUtf8(file.readAll())) : SqlResult();
    }
    ElectorError migrate()
    {
        const auto application = m_room.application();
        return Schema(application->database(), u"public"_s).upgrade();
    }
    int version() { return m_room.value(u"SELECT leader_lease_version()"_s).toInt(); }
    SchemaLevel level()
    {
        const auto application = m_room.application();
        return Schema(application->database(), u"public"_s).level();
    }

private Q_SLOTS:
    void upgradeAndRollBackUnderALeader_data() { earlierVersions(); }
    /// Forward, back and forward again while a node leads: it never notices.
    void upgradeAndRollBackUnderALeader()
    {
        QFETCH(int, earlier);
        QVERIFY(m_room.newDatabase(SchemaLevel::None));
        QVERIFY(migrateAsOf(earlier));
        QCOMPARE(version(), earlier);
        QVERIFY(level() == SchemaLevel::Full);
        LeaderElector leader(m_room.config(u"leader"_s, 4s));
        QVERIFY(leader.start());
        ELECTOR_TRY(leader.isLeader());
        LeaderElector other(m_room.config(u"other"_s, 4s));
        QVERIFY(other.start());
        const LeaderWatch watch({&leader, &other});
        const QString tenure = leader.leaderId();
        QSignalSpy changes(&leader, &LeaderElector::leadershipChanged);
        QSignalSpy renewals(&leader, &LeaderElector::renewed);
        const auto goesOn = [&] {
            const auto before = renewals.count();
            ELECTOR_TRY(renewals.count() >= before + 2);
            QCOMPARE(leader.leaderId(), tenure);
            QCOMPARE(m_room.holder(), tenure);
            QCOMPARE(changes.count(), 0);
        };
        goesOn();
        QVERIFY(!migrate());
        QVERIFY(version() > earlier);
        goesOn();
        OncePer oncePer(&leader, 1h);
        QSignalSpy due(&oncePer, &OncePer::due);
        QSignalSpy noted(&oncePer, &OncePer::noted);
        QVERIFY(oncePer.begin());
        ELECTOR_TRY(due.count() == 1);
        // The roll-back leaves what it does not know, and what has been noted.
        QVERIFY(migrateAsOf(earlier));
        QCOMPARE(version(), earlier);
        QVERIFY(level() == SchemaLevel::Full);
        goesOn();
        oncePer.succeed();
        ELECTOR_TRY(noted.count() == 1);
        QVERIFY(!migrate());
        goesOn();
        QCOMPARE(m_room.value(u"SELECT succeeded_by FROM leader_lease_lock WHERE id = 1"_s).toString(), tenure);
        // And a take-over afterwards.
        leader.stop();
        ELECTOR_TRY(other.isLeader());
        QVERIFY(other.term() > 0);
        QCOMPARE(watch.conflicts(), 0);
    }

    void statementsOfTheVersionBefore_data()
    {
        QTest::addColumn<QString>("role");
        QTest::newRow("without roles") << u"postgres"_s;
        QTest::newRow("with roles") << u"elector_node"_s;
    }
    /// What nodes of version 8 sent does the same on the table of today, beside a node of today.
    void statementsOfTheVersionBefore()
    {
        QFETCH(QString, role);
        QVERIFY(m_room.newDatabase(SchemaLevel::Full));
        if (role != u"postgres"_s) {
            const auto application = m_room.application();
            QVERIFY(!Schema(application->database(), u"public"_s).addRoles());
        }
        const auto old = m_room.application(role);
        for (const QString &name : {u"capture"_s, u"renew"_s, u"release"_s, u"clean_up"_s, u"read"_s}) {
            QFile file(QStringLiteral(ELECTOR_SOURCE_DIR "/tests/sql/versions/8/%1.sql").arg(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const SqlResult prepared = old->exec(u"PREPARE v8_%1 AS "_s.arg(name) + QString::fromUtf8(file.readAll()));
            QVERIFY2(prepared, qPrintable(prepared.error));
        }
        const QString capture = u"EXECUTE v8_capture(1, 'old#1.1', 60000, 4102444800000000, false, 1, NULL, NULL)"_s;
        QCOMPARE(old->exec(capture).value().toString(), u"captured"_s);
        const QString term = m_room.value(u"SELECT term FROM leader_lease"_s).toString();
        ElectorConfig config = m_room.config(u"new"_s, 3s);
        config.setConnection(m_room.server.dsn(m_room.database, role));
        LeaderElector node(config);
        QVERIFY(node.start());
        const QString renew = u"EXECUTE v8_renew(1, 'old#1.1', %1, 60000)"_s.arg(term);
        QCOMPARE(old->exec(renew).value().toString(), u"renewed"_s);
        ELECTOR_TRY(node.currentLeader() == u"old#1.1"_s);
        QCOMPARE(old->exec(u"EXECUTE v8_clean_up(100, 4102444800000000)"_s).value().toString(), u"cleaned"_s);
        QCOMPARE(old->exec(u"EXECUTE v8_read(1)"_s).rows.value(0).value(1).toString(), u"old#1.1"_s);
        QVERIFY(!node.isLeader());
        const QString release = u"EXECUTE v8_release(1, 'old#1.1', %1)"_s.arg(term);
        QCOMPARE(old->exec(release).value().toString(), u"released"_s);
        ELECTOR_TRY(node.isLeader());
        QCOMPARE(old->exec(capture).value().toString(), u"held"_s);
        QCOMPARE(old->exec(renew).rows.size(), 0);
        QCOMPARE(old->exec(release).value().toString(), u"nothing"_s);
        QVERIFY(node.isLeader() && node.term() > term.toLongLong());
    }

    void theVersionBeforeAcceptsANewTable_data() { earlierVersions(); }
    /// A node finds nothing amiss in a table that the version before has migrated again.
    void theVersionBeforeAcceptsANewTable()
    {
        QFETCH(int, earlier);
        QVERIFY(m_room.newDatabase(SchemaLevel::Full));
        QVERIFY(migrateAsOf(earlier));
        LeaderElector elector(m_room.config(u"node"_s, 2s));
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
    }
};

QTEST_GUILESS_MAIN(TestMixedVersions)
#include "tst_mixedversions.moc"
