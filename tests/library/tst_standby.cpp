// SPDX-License-Identifier: MIT
#include "leaderwatch.h"
#include "libraryroom.h"
#include "streamingstandby.h"
#include "transcript.h"

#include <Elector/leaderelector.h>

#include <algorithm>
#include <functional>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace Elector;

namespace {

/// An elector that has started, and what it says.
class Node
{
public:
    explicit Node(const ElectorConfig &config)
        : elector(config)
        , said(elector)
    {
        elector.start();
    }

    LeaderElector elector;
    const Transcript said;
};

using Nodes = std::vector<const Node *>;

/// The term of whichever leads; 0 if none does.
qint64 leadingTerm(const Nodes &nodes)
{
    qint64 term = 0;
    for (const Node *node : nodes)
        term = std::max(term, node->elector.term());
    return term;
}

std::vector<const LeaderElector *> electors(const Nodes &nodes)
{
    std::vector<const LeaderElector *> found;
    for (const Node *node : nodes)
        found.push_back(&node->elector);
    return found;
}

/// Of nodes of which none leads: each has ceased to by the last deadline that it had.
bool ceasedInTime(const LeaderWatch &watch, const Nodes &nodes)
{
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (watch.lastSeenLeading(i) > nodes[i]->said.lastDeadline())
            return false;
    }
    return true;
}

/// The timeline on which a term was given.
qint64 timeline(qint64 term)
{
    return term >> 42;
}

bool hasRefusedAnOldPrimary(const Node &node)
{
    const QList<ElectorError> errors = node.said.errors();
    return std::any_of(errors.begin(), errors.end(), [](const ElectorError &error) {
        return error.code == ErrorCode::UnsafeServer && error.text.contains(u"old primary"_s);
    });
}

bool all(const Nodes &nodes, const std::function<bool(const Node &)> &condition)
{
    return std::all_of(nodes.begin(), nodes.end(), [&](const Node *node) { return condition(*node); });
}

} // namespace

/// A primary and a standby that streams from it, and what becomes of a lock when the standby takes over. Nodes have
/// both in their list of hosts, in either order.
class TestStandby : public QObject
{
    Q_OBJECT

    static constexpr auto longLease = 3s;

    ElectorConfig config(const QString &instance, std::chrono::milliseconds lease = 1s) const
    {
        QFETCH_GLOBAL(bool, standbyFirst);
        const PostgresServer *first = &m_room->server;
        const PostgresServer *second = &m_standby->server;
        if (standbyFirst)
            std::swap(first, second);
        ElectorConfig config = m_room->config(instance, lease);
        ConnectionParameters connection = config.connection();
        connection.set(u"host"_s, first->socketDir() + u',' + second->socketDir());
        connection.set(u"port"_s, u"%1,%2"_s.arg(first->port()).arg(second->port()));
        connection.set(u"target_session_attrs"_s, u"read-write"_s);
        config.setConnection(connection);
        return config;
    }

    /// On the standby, promoted or not.
    QVariant there(const QString &sql) { return m_standby->server.exec(sql, m_room->database).value(); }

    /// Whether the standby, after its promotion to timeline 2, has given the lock to anybody, and to nobody before the
    /// longest lease had run out there.
    bool heldOff()
    {
        return there(
                   u"SELECT bool_and(s.timeline = 2 AND h.at >= s.since + interval '3 s') FROM leader_lease_history h, "
                   "leader_lease_server s WHERE h.event = 'captured' AND h.term >> 42 = 2"_s)
            .toBool();
    }

    /// The standby takes over from a primary that is gone, without what its paused receiver was sent.
    bool takeOver() { return m_standby->dropReceiver() && m_standby->server.promote(); }
    QString whyNot() const { return m_standby->errorString() + m_standby->server.errorString(); }

    std::unique_ptr<LibraryRoom> m_room; ///< with the primary
    std::unique_ptr<StreamingStandby> m_standby;

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<bool>("standbyFirst");
        QTest::newRow("the primary first") << false;
        QTest::newRow("the standby first") << true;
    }

    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"."_s));
        m_standby = std::make_unique<StreamingStandby>();
        m_room = std::make_unique<LibraryRoom>();
        PostgresServer::Options options;
        options.conf = StreamingStandby::settingsOfPrimary();
        QVERIFY(m_room->start(options));
        QVERIFY(m_room->newDatabase(SchemaLevel::Full));
        QVERIFY2(m_standby->follow(m_room->server), qPrintable(m_standby->errorString()));
    }

    void cleanup()
    {
        m_standby.reset();
        m_room.reset();
    }

    /// Nothing is lost, but the new primary cannot know that.
    void plannedSwitchOver()
    {
        const Node first(config(u"first"_s, longLease));
        ELECTOR_TRY(first.elector.isLeader());
        const Node second(config(u"second"_s));
        const Node third(config(u"third"_s));
        const Nodes nodes{&first, &second, &third};
        LeaderWatch watch(electors(nodes));
        const QString newest = u"SELECT max(term) FROM leader_lease_history"_s;
        const qint64 before = m_room->value(newest).toLongLong();
        QVERIFY(before > 0);
        QVERIFY(m_room->server.stopFast());
        ELECTOR_TRY(!leadingTerm(nodes));
        QVERIFY(ceasedInTime(watch, nodes));
        // A primary that is stopped so lets its standbys have everything before it ends.
        QVERIFY(there(newest).toLongLong() >= before);
        QVERIFY(m_standby->server.promote());
        ELECTOR_TRY(timeline(leadingTerm(nodes)) == 2);
        QVERIFY(heldOff());
        watch.stop();
        QCOMPARE(watch.conflicts(), 0);
        QVERIFY(all(nodes, [](const Node &node) { return node.said.alternates(); }));
    }

    /// A lease that has not run out meanwhile goes on where it is.
    void aLeaseOutlivesASwitchOver()
    {
        const Node holder(config(u"holder"_s, 60s));
        ELECTOR_TRY(holder.elector.isLeader());
        const Node other(config(u"other"_s, 60s));
        ELECTOR_TRY_COMPARE(other.elector.state(), ElectorState::Waiting);
        const qint64 term = holder.elector.term();
        const QString expiry = u"SELECT expires_at::text FROM leader_lease"_s;
        QVERIFY(m_room->server.stopFast());
        const QString before = there(expiry).toString();
        QVERIFY(m_standby->server.promote());
        ELECTOR_TRY(there(expiry).toString() != before);
        QVERIFY(holder.elector.isLeader());
        QCOMPARE(holder.elector.term(), term);
        QCOMPARE(holder.said.count(u"lost"_s), 0);
        ELECTOR_TRY(other.elector.state() == ElectorState::Waiting && !other.elector.lastError());
        QCOMPARE(other.elector.currentTerm(), term);
    }

    /// The holder of a capture that was lost goes on believing, and nobody on the new primary knows of it.
    void lostCommits()
    {
        {
            const Node earlier(config(u"earlier"_s, longLease)); // which is how long a lease may be
            ELECTOR_TRY(earlier.elector.isLeader());
        }
        QVERIFY2(m_standby->catchUp(m_room->server), qPrintable(m_standby->errorString()));
        QVERIFY2(m_standby->pauseReceiver(), qPrintable(m_standby->errorString()));
        // It sees the old primary only, and so believes until its deadline.
        const Node cutOff(m_room->config(u"cut off"_s, longLease));
        ELECTOR_TRY(cutOff.elector.isLeader());
        const QString lost = m_room->holder();
        const qint64 lostTerm = m_room->value(u"SELECT term FROM leader_lease"_s).toLongLong();
        QVERIFY(lostTerm > 0);
        const Node second(config(u"second"_s));
        const Node third(config(u"third"_s));
        ELECTOR_TRY(second.elector.currentLeader() == lost && third.elector.currentLeader() == lost);
        const Nodes others{&second, &third};
        LeaderWatch watch(electors({&cutOff, &second, &third}));
        QVERIFY(m_room->server.stopImmediate());
        QVERIFY2(takeOver(), qPrintable(whyNot()));
        ELECTOR_TRY(cutOff.said.has(u"lost Expired"_s));
        QVERIFY(watch.lastSeenLeading(0) < cutOff.said.lastDeadline());
        ELECTOR_TRY(timeline(leadingTerm(others)) == 2);
        watch.stop();
        QCOMPARE(watch.conflicts(), 0);
        QVERIFY(heldOff());
        QCOMPARE(there(u"SELECT count(*) FROM leader_lease_history WHERE leader_id = '%1' OR term = %2"_s.arg(lost).arg(
                           lostTerm))
                     .toInt(),
                 0);
        QVERIFY(there(u"SELECT term > %1 FROM leader_lease_lock"_s.arg(lostTerm)).toBool());
    }

    /// An old primary that is started again beside the new one does not know that it has been replaced.
    void oldPrimaryIsRefused()
    {
        const Node first(config(u"first"_s));
        ELECTOR_TRY(first.elector.isLeader());
        const Node second(config(u"second"_s));
        const Nodes nodes{&first, &second};
        QVERIFY2(m_standby->pauseReceiver(), qPrintable(m_standby->errorString()));
        QVERIFY(m_room->server.stopImmediate());
        ELECTOR_TRY(!leadingTerm(nodes));
        QVERIFY2(takeOver(), qPrintable(whyNot()));
        // Whoever has seen a term of the new primary has met it.
        ELECTOR_TRY(all(nodes, [](const Node &node) { return timeline(node.elector.currentTerm()) == 2; }));
        QVERIFY(m_room->server.startAgain());
        QCOMPARE(m_room->value(u"SELECT pg_is_in_recovery()"_s).toBool(), false);
        const QString events = m_room->events();

        // Where it is the only one that takes writes, nobody leads.
        QVERIFY(m_standby->server.stopFast());
        ELECTOR_TRY(all(nodes, hasRefusedAnOldPrimary));
        ELECTOR_TRY(!leadingTerm(nodes));
        QVERIFY(m_standby->server.startAgain());
        ELECTOR_TRY(timeline(leadingTerm(nodes)) == 2);
        ELECTOR_TRY(all(nodes, [](const Node &node) { return !node.elector.lastError(); }));
        QCOMPARE(m_room->events(), events);

        // Who comes later takes the first of its list. On the old primary it may lead, which is not ruled out for who
        // never met the new one: but by a term below all of those.
        QFETCH_GLOBAL(bool, standbyFirst);
        const Node late(config(u"late"_s));
        if (standbyFirst) {
            ELECTOR_TRY(timeline(late.elector.currentTerm()) == 2);
            QCOMPARE(m_room->events(), events);
        } else {
            ELECTOR_TRY(timeline(late.elector.term()) == 1);
            QVERIFY(m_room->server.stopFast());
            ELECTOR_TRY(timeline(late.elector.currentTerm()) == 2);
        }
        QVERIFY(late.said.alternates());
    }

    void synchronousStandbyGone_data()
    {
        QTest::addColumn<bool>("frozen");
        QTest::newRow("frozen") << true;
        QTest::newRow("shut down") << false;
    }
    /// Commits wait for the standby, and nobody knows whether they will have happened; reads go on.
    void synchronousStandbyGone()
    {
        QFETCH(bool, frozen);
        QVERIFY(m_room->exec(u"ALTER SYSTEM SET synchronous_standby_names = '%1'"_s.arg(StreamingStandby::name())));
        QVERIFY(m_room->exec(u"SELECT pg_reload_conf()"_s));
        ELECTOR_TRY(m_room->value(u"SELECT sync_state = 'sync' FROM pg_stat_replication"_s).toBool());
        const Node first(config(u"first"_s));
        const Node second(config(u"second"_s));
        const Nodes nodes{&first, &second};
        ELECTOR_TRY(leadingTerm(nodes));
        LeaderWatch watch(electors(nodes));
        QVERIFY(frozen ? m_standby->server.pause() : m_standby->server.stopFast());
        ELECTOR_TRY(!leadingTerm(nodes));
        QVERIFY(ceasedInTime(watch, nodes));
        ELECTOR_TRY(
            m_room->value(u"SELECT count(*) > 0 FROM pg_stat_activity WHERE wait_event = 'SyncRep'"_s).toBool());
        // Nor does anybody else lead, once it has run out.
        ELECTOR_TRY(m_room->serverTime() > m_room->expiresAt() + 2'000'000);
        QVERIFY(!leadingTerm(nodes));
        QVERIFY(ceasedInTime(watch, nodes));
        QVERIFY(frozen ? m_standby->server.resume() : m_standby->server.startAgain());
        ELECTOR_TRY(leadingTerm(nodes));
        ELECTOR_TRY(there(u"SELECT leader_id FROM leader_lease"_s).toString() == m_room->holder());
        watch.stop();
        QCOMPARE(watch.conflicts(), 0);
        QVERIFY(all(nodes, [](const Node &node) { return node.said.alternates(); }));
    }
};

QTEST_GUILESS_MAIN(TestStandby)
#include "tst_standby.moc"
