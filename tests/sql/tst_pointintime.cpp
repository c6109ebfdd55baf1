// SPDX-License-Identifier: MIT
#include "basebackup.h"
#include "sqlroom.h"

#include <Elector/leaderelector.h>

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Elector {

constexpr int limit = 30'000;

/// A server that was brought back as it was at an earlier moment: no term comes twice, no lease is taken before it can
/// have run out, and nobody is refused for ever.
class PointInTimeTest : public QObject
{
    Q_OBJECT

private:
    static TenureKey keyOf(const Reply &reply) { return {reply.row->leaderId, reply.row->term}; }
    /// Bids until it wins.
    Reply captured(NodeSession &node, int id, std::chrono::milliseconds lease = 500ms)
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
    /// Whether lock `id` was captured on the restored server no earlier than so long after it was first seen.
    bool heldOff(int id, int milliseconds)
    {
        return m_there
            ->value(u"SELECT h.at >= s.since + interval '%2 ms' FROM leader_lease_history h, "
                    "leader_lease_server s WHERE h.id = %1 AND h.event = 'captured' "
                    "ORDER BY h.seq DESC LIMIT 1"_s.arg(id)
                        .arg(milliseconds))
            .toBool();
    }
    static ServerIdentity identity(NodeSession &node)
    {
        ServerIdentity found;
        return ServerCheck::identify(node.connection, &found) ? ServerIdentity() : found;
    }
    bool recover(const QString &moment, const QString &timeline = u"latest"_s)
    {
        m_there->database = m_here->database;
        m_there->settings = m_here->settings;
        m_there->settings.dsn = m_there->server.dsn(m_here->database);
        return m_backup->recover(m_there->server, moment, timeline);
    }
    bool promote(PostgresServer &server) { return server.becomeStandby() && server.promote(); }

    std::unique_ptr<BaseBackup> m_backup;
    std::unique_ptr<SqlRoom> m_here;
    std::unique_ptr<SqlRoom> m_there;
    int m_bids = 0;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_backup = std::make_unique<BaseBackup>();
        QVERIFY2(m_backup->create(), qPrintable(m_backup->errorString()));
        m_here = std::make_unique<SqlRoom>();
        m_there = std::make_unique<SqlRoom>();
        PostgresServer::Options options;
        options.conf = m_backup->archiving();
        QVERIFY(m_here->start(u"30s"_s, options));
        QVERIFY(m_there->start());
        QVERIFY(m_here->newDatabase(SchemaLevel::Full));
    }
    void cleanup()
    {
        m_there.reset();
        m_here.reset();
        m_backup.reset();
    }

    void anEarlierMoment()
    {
        auto old = m_here->node();
        QCOMPARE(old->release(1, keyOf(old->capture(1, u"a#1.1"_s, 1500ms))).verdict, Verdict::Released);
        QVERIFY2(m_backup->take(m_here->server), qPrintable(m_backup->errorString()));
        const Reply live = old->capture(2, u"b#1.1"_s, 60s);
        QCOMPARE(live.verdict, Verdict::Captured);
        QVERIFY(m_backup->mark(m_here->server, u"earlier"_s));
        // What the restored server does not know: a leader of lock 1 who still believes, and lock 9.
        const Reply later = captured(*old, 1, 1500ms);
        QCOMPARE(later.verdict, Verdict::Captured);
        const Reply unknown = old->capture(9, u"a#1.9"_s, 1s);
        QCOMPARE(unknown.verdict, Verdict::Captured);
        QVERIFY2(m_backup->archive(m_here->server), qPrintable(m_backup->errorString()));
        const ServerIdentity before = identity(*old);
        old.reset();
        QVERIFY(m_here->server.stopFast());
        QVERIFY2(recover(u"earlier"_s), qPrintable(m_backup->errorString()));

        QCOMPARE(m_there->value(u"SELECT count(*) FROM leader_lease WHERE id IN (1, 9)"_s).toInt(), 0);
        const auto node = m_there->node();
        QVERIFY(!node->error);
        const ServerIdentity after = identity(*node);
        QCOMPARE(after.system, before.system);
        QVERIFY(after.timeline > before.timeline);
        QVERIFY(!ServerCheck::outdated(after, before));
        QVERIFY(node->capture(1, u"new#1.0"_s, 500ms).verdict != Verdict::Captured);
        QCOMPARE(node->renew(2, keyOf(live), 60s).verdict, Verdict::Renewed); // it is nobody else's
        const Reply next = captured(*node, 1);
        QCOMPARE(next.verdict, Verdict::Captured);
        QVERIFY(heldOff(1, 1500));
        QVERIFY(*next.row->term > *later.row->term);
        QVERIFY(m_there->exec(u"UPDATE leader_lease_lock SET max_lease_ms = 500"_s)); // nobody waits a minute here
        const Reply ninth = captured(*node, 9);
        QCOMPARE(ninth.verdict, Verdict::Captured);
        QVERIFY(*ninth.row->term > *unknown.row->term);
    }

    /// The restored server's timeline is above that of a standby which had taken over meanwhile, for the archive tells
    /// of it; so programs that have seen that one do not take the restored server for an old primary.
    void fromBeforeAPromotion()
    {
        QVERIFY2(m_backup->take(m_here->server), qPrintable(m_backup->errorString()));
        QVERIFY(m_backup->mark(m_here->server, u"earlier"_s));
        QVERIFY2(m_backup->archive(m_here->server), qPrintable(m_backup->errorString()));
        QVERIFY(promote(m_here->server));
        auto old = m_here->node();
        const Reply later = captured(*old, 1);
        QCOMPARE(later.verdict, Verdict::Captured);
        const ServerIdentity promoted = identity(*old);
        QCOMPARE(promoted.timeline, 2);
        QVERIFY2(m_backup->archive(m_here->server), qPrintable(m_backup->errorString()));
        old.reset();
        QVERIFY(m_here->server.stopFast());
        QVERIFY2(recover(u"earlier"_s, u"1"_s), qPrintable(m_backup->errorString()));

        const auto node = m_there->node();
        QCOMPARE(identity(*node).timeline, 3);
        QVERIFY(!ServerCheck::outdated(identity(*node), promoted));
        const Reply next = captured(*node, 1);
        QCOMPARE(next.verdict, Verdict::Captured);
        QVERIFY(*next.row->term > *later.row->term);
    }

    /// A program that goes on running meanwhile, and comes to the restored server by the old address.
    void underAnElector()
    {
        const QTemporaryDir addresses;
        const QString address = addresses.filePath(u".s.PGSQL.5432"_s);
        QVERIFY(QFile::link(m_here->server.socketPath(), address));
        QVERIFY2(m_backup->take(m_here->server), qPrintable(m_backup->errorString()));
        QVERIFY(m_backup->mark(m_here->server, u"earlier"_s));
        ElectorConfig config;
        config.setConnection(u"postgresql://postgres@/%1?port=5432&host=%2"_s.arg(m_here->database, addresses.path()));
        config.setInstanceId(u"node"_s);
        config.setLeaseDuration(1s);
        LeaderElector elector(config);
        QVERIFY(elector.start());
        QTRY_VERIFY_WITH_TIMEOUT(elector.isLeader(), limit);
        const qint64 term = elector.term();
        QVERIFY(term > 0);
        QVERIFY2(m_backup->archive(m_here->server), qPrintable(m_backup->errorString()));
        QVERIFY(m_here->server.stopFast());
        QVERIFY2(recover(u"earlier"_s), qPrintable(m_backup->errorString()));
        QTRY_VERIFY_WITH_TIMEOUT(!elector.isLeader(), limit);
        QVERIFY(QFile::remove(address) && QFile::link(m_there->server.socketPath(), address));
        QTRY_VERIFY_WITH_TIMEOUT(elector.isLeader(), limit);
        QVERIFY(elector.term() > term);
    }

    /// Files that were copied while the server stood still, or by a snapshot, begin no timeline by themselves. Nobody
    /// can see that, and the clock alone makes terms rise; recovered as from an archive they are another server.
    void aMereCopyOfTheFiles_data()
    {
        QTest::addColumn<bool>("recovered");
        QTest::newRow("as it is") << false;
        QTest::newRow("by recovery") << true;
    }
    void aMereCopyOfTheFiles()
    {
        QFETCH(bool, recovered);
        const auto session = [this] { return m_here->node(); };
        const Reply first = session()->capture(1, u"a#1.1"_s, 1500ms);
        QCOMPARE(session()->release(1, keyOf(first)).verdict, Verdict::Released);
        QVERIFY2(m_backup->keepFiles(m_here->server), qPrintable(m_backup->errorString()));
        const Reply later = captured(*session(), 1, 60s);
        QCOMPARE(later.verdict, Verdict::Captured);
        const Reply unknown = captured(*session(), 9);
        QCOMPARE(unknown.verdict, Verdict::Captured);
        QVERIFY2(m_backup->bringFilesBack(m_here->server,
                                          recovered ? BaseBackup::Start::ByRecovery : BaseBackup::Start::AsItIs),
                 qPrintable(m_backup->errorString()));
        const auto node = m_here->node();
        const Reply bid = node->capture(1, u"new#1.0"_s, 500ms);
        QCOMPARE(bid.verdict == Verdict::Captured, !recovered);
        const Reply next = recovered ? captured(*node, 1) : bid;
        QCOMPARE(next.verdict, Verdict::Captured);
        QVERIFY(*next.row->term > *later.row->term);
        const Reply nextUnknown = captured(*node, 9);
        QCOMPARE(nextUnknown.verdict, Verdict::Captured);
        QVERIFY(*nextUnknown.row->term > *unknown.row->term);
    }
};

} // namespace Elector

QTEST_GUILESS_MAIN(Elector::PointInTimeTest)
#include "tst_pointintime.moc"
