// SPDX-License-Identifier: MIT
#include "leaderwatch.h"
#include "librarytest.h"
#include "session/session_p.h"
#include "transcript.h"

#include <Elector/leaderelector.h>
#include <Elector/leaseconnection.h>
#include <Elector/schema.h>

#include <QDir>

#include <algorithm>
#include <atomic>
#include <future>
#include <mutex>
#include <set>
#include <vector>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace Elector;

namespace {

/// Writes down what its session tells it of the lock.
class Listener : public SessionClient
{
public:
    explicit Listener(int lockId)
        : m_lockId(lockId)
    {
    }
    void replied(quint64 tag, const Reply &reply) override { note(u"answer %1: "_s.arg(tag), reply); }
    void overheard(const Reply &reply) override { note(u"overheard: "_s, reply); }
    void hinted(std::optional<int>, const Candidate::Hint &) override { }
    void ready(const SessionFacts &facts) override { m_takeovers = facts.takeovers; }
    int takeovers() const { return m_takeovers; }
    std::optional<int> lockId() const override { return m_lockId; }

    QStringList heard()
    {
        const std::lock_guard lock(m_mutex);
        return m_heard;
    }

private:
    void note(const QString &how, const Reply &reply)
    {
        const std::lock_guard lock(m_mutex);
        m_heard.append(how
                       + (reply.row                              ? reply.row->leaderId
                              : reply.outcome == Outcome::Failed ? u"failed"_s
                                                                 : u"nobody"_s));
    }

    const int m_lockId;
    std::atomic<int> m_takeovers = 0;
    std::mutex m_mutex;
    QStringList m_heard;
};

/// Writes down in which order its session answers.
class Order : public SessionClient
{
public:
    void replied(quint64 tag, const Reply &reply) override
    {
        const std::lock_guard lock(m_mutex);
        m_answers.push_back({tag, reply});
    }
    void hinted(std::optional<int>, const Candidate::Hint &) override { }
    void ready(const SessionFacts &) override { }

    std::vector<std::pair<quint64, Reply>> answers()
    {
        const std::lock_guard lock(m_mutex);
        return m_answers;
    }

private:
    std::mutex m_mutex;
    std::vector<std::pair<quint64, Reply>> m_answers;
};

} // namespace

/// Many electors of one process, one connection.
class TestSharedConnection : public LibraryTest
{
    Q_OBJECT

private Q_SLOTS:
    void servesManyLocks_data()
    {
        QTest::addColumn<SchemaLevel>("level");
        QTest::addColumn<int>("locks");
        QTest::newRow("plain") << SchemaLevel::Plain << 50;
        QTest::newRow("full") << SchemaLevel::Full << 50;
        QTest::newRow("full, more than go into one statement") << SchemaLevel::Full << 1200;
    }
    void servesManyLocks()
    {
        QFETCH(SchemaLevel, level);
        QFETCH(int, locks);
        const auto openFiles
            = [] { return QDir(u"/proc/self/fd"_s).entryList(QDir::AllEntries | QDir::System).size(); };
        const qsizetype filesBefore = openFiles();
        QVERIFY(m_room.exec(Schema::installSql(u"public"_s, level, 15)));
        ElectorConfig config = m_room.config(u"node"_s, 6s);
        config.setStopTimeout(60s); // so many releases may take a busy machine longer than usual
        const LeaseConnection connection(config);
        QCOMPARE(connection.schema(), u"public"_s);
        std::vector<std::unique_ptr<LeaderElector>> electors;
        for (int lock = 1; lock <= locks; ++lock) {
            ElectorConfig mine = config;
            mine.setLockId(lock);
            electors.push_back(std::make_unique<LeaderElector>(mine, connection));
            QVERIFY(electors.back()->start());
        }
        const auto allLead = [&] {
            return std::all_of(electors.cbegin(), electors.cend(),
                               [](const auto &elector) { return elector->isLeader(); });
        };
        ELECTOR_TRY(allLead());
        QVERIFY(openFiles() - filesBefore < 20); // whatever the number of electors
        const SqlResult sessions
            = m_room.exec(u"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
                          u"AND application_name LIKE 'elector%'"_s);
        QCOMPARE(sessions.value().toInt(), 1);
        // All go on for longer than their first lease.
        const qint64 first
            = m_room.value(u"SELECT (extract(epoch FROM max(created_at)) * 1e6)::bigint FROM leader_lease"_s)
                  .toLongLong();
        ELECTOR_TRY(
            m_room
                .value(u"SELECT count(*) FROM leader_lease WHERE (extract(epoch FROM expires_at) * 1e6)::bigint > %1"_s
                           .arg(first + 7'000'000))
                .toInt()
            == locks);
        QVERIFY(allLead());
        for (const auto &elector : electors) {
            const int lock = elector->config().lockId();
            QCOMPARE(m_room.holder(lock), elector->leaderId());
        }
        electors.at(6)->stop(); // the others go on
        ELECTOR_TRY(m_room.holder(7).isEmpty());
        QCOMPARE(m_room.value(u"SELECT count(*) FROM leader_lease"_s).toInt(), locks - 1);
        // All at once: destroyed one after the other, the last ones may run out on a busy machine before it is their
        // turn.
        for (const auto &elector : electors)
            elector->stop();
        ELECTOR_TRY(m_room.value(u"SELECT count(*) FROM leader_lease"_s).toInt() == 0);
        electors.clear();
    }

    void refusesTheBidsOfWhoHasNotHeardOfATakeover_data()
    {
        QTest::addColumn<QString>("schema");
        QTest::addColumn<int>("takeovers");
        QFile four(QStringLiteral(ELECTOR_SOURCE_DIR "/tests/sql/versions/4.sql"));
        QVERIFY(four.open(QIODevice::ReadOnly));
        QTest::newRow("plain") << Schema::installSql(u"public"_s, SchemaLevel::Plain, 15) << 1;
        QTest::newRow("full, of a version that remembers no server") << QString::fromUtf8(four.readAll()) << 1;
        QTest::newRow("full") << Schema::installSql(u"public"_s, SchemaLevel::Full, 15) << 0;
    }

    void refusesTheBidsOfWhoHasNotHeardOfATakeover()
    {
        QFETCH(const QString, schema);
        QFETCH(const int, takeovers);
        QVERIFY(m_room.exec(schema));
        SessionOptions options;
        options.connection = m_room.config(u"node"_s).connection();
        options.attemptTimeout = 30s;
        Session session(options);
        const auto client = std::make_shared<Listener>(1);
        session.attach(client);
        quint64 tag = 0;
        const auto answer = [&](const decltype(Request::what) &what, int heardOf) {
            session.submit(client, ++tag, {1, what}, heardOf);
            const QString begin = u"answer %1: "_s.arg(tag);
            const auto heard = [&] {
                const QStringList all = client->heard();
                return !all.isEmpty() && all.last().startsWith(begin) ? all.last().mid(begin.size()) : QString();
            };
            return QTest::qWaitFor([&] { return !heard().isEmpty(); }, 60'000) ? heard() : u"none"_s;
        };
        QCOMPARE(answer(ReadRequest{}, 0), u"nobody"_s);
        QVERIFY(m_room.server.becomeStandby());
        QVERIFY(m_room.server.promote());
        // Somebody else has connected again before the bid is made.
        ELECTOR_TRY(answer(ReadRequest{}, 0) == u"nobody"_s);
        ELECTOR_TRY(session.takeovers() == takeovers && client->takeovers() == takeovers);
        if (takeovers == 0)
            return;
        CaptureRequest bid;
        bid.lease = 10s;
        bid.leaderId = u"late#x.1"_s;
        QCOMPARE(answer(bid, 0), u"failed"_s);
        QCOMPARE(answer(ReadRequest{}, 0), u"nobody"_s);
        bid.leaderId = u"late#x.2"_s;
        QCOMPARE(answer(bid, takeovers), u"late#x.2"_s);
        session.shutDown(std::chrono::steady_clock::now() + 30s);
    }

    /// An elector that waits for an answer renews nothing meanwhile: what holders ask must not wait behind a crowd that
    /// wants to lead, nor may one clean-up wait for another.
    void holdersDoNotWaitForTheCrowd()
    {
        QVERIFY(m_room.exec(Schema::installSql(u"public"_s, SchemaLevel::Full, 15)));
        SessionOptions options;
        options.connection = m_room.config(u"node"_s).connection();
        options.attemptTimeout = 60s;
        Session session(options);
        const auto client = std::make_shared<Order>();
        session.attach(client);
        std::promise<void> busy;
        std::promise<void> allAsked;
        session.run([&busy, &allAsked](const Session::Access *, const ElectorError &) {
            busy.set_value();
            allAsked.get_future().wait();
        });
        busy.get_future().wait();
        enum Kind { Capture, Look, CleanUp };
        constexpr int captures = 3200;
        constexpr int others = 200;
        quint64 tag = 0;
        const auto ask = [&](Kind kind, int lock, const decltype(Request::what) &what) {
            session.submit(client, ++tag * 10 + kind, {lock, what});
        };
        for (int lock = 1; lock <= captures; ++lock) {
            CaptureRequest bid;
            bid.leaderId = u"crowd#x.%1"_s.arg(lock);
            bid.lease = 1min;
            ask(Capture, lock, bid);
        }
        for (int lock = 1; lock <= others; ++lock)
            ask(Look, captures + lock, ReadRequest{});
        for (int lock = 1; lock <= others; ++lock)
            ask(CleanUp, lock, CleanUpRequest{});
        allAsked.set_value();
        ELECTOR_TRY(client->answers().size() == captures + 2 * others);
        std::vector<int> kinds;
        std::set<BootClock::time_point> cleanUps;
        for (const auto &[answered, reply] : client->answers()) {
            QVERIFY(reply.outcome == Outcome::Answered);
            const int kind = int(answered % 10);
            if (kinds.empty() || kinds.back() != kind)
                kinds.push_back(kind);
            if (kind == CleanUp)
                cleanUps.insert(reply.sentAt);
        }
        QCOMPARE(kinds, std::vector<int>({CleanUp, Capture, Look, Capture}));
        QCOMPARE(cleanUps.size(), 1U);
        session.shutDown(std::chrono::steady_clock::now() + 30s);
    }

    void tellsOneLookToAllWhoWaitForTheLock()
    {
        QVERIFY(m_room.exec(Schema::installSql(u"public"_s, SchemaLevel::Full, 15)));
        QVERIFY(m_room.plant(1, u"other#x.1"_s, u"clock_timestamp() + interval '1 hour'"_s));
        SessionOptions options;
        options.connection = m_room.config(u"node"_s).connection();
        options.attemptTimeout = 30s;
        Session session(options);
        std::vector<std::shared_ptr<Listener>> listeners;
        for (const int lock : {1, 1, 1, 2}) {
            listeners.push_back(std::make_shared<Listener>(lock));
            session.attach(listeners.back());
        }
        session.submit(listeners[0], 7, {1, ReadRequest{}});
        ELECTOR_TRY(!listeners[2]->heard().isEmpty());
        QCOMPARE(listeners[0]->heard(), QStringList(u"answer 7: other#x.1"_s));
        QCOMPARE(listeners[1]->heard(), QStringList(u"overheard: other#x.1"_s));
        session.submit(listeners[3], 8, {2, ReadRequest{}});
        ELECTOR_TRY(!listeners[3]->heard().isEmpty());
        QCOMPARE(listeners[3]->heard(), QStringList(u"answer 8: nobody"_s));
        QCOMPARE(listeners[2]->heard(), QStringList(u"overheard: other#x.1"_s));
        session.shutDown(std::chrono::steady_clock::now() + 30s);
    }

    void letsOneOfFiveLead()
    {
        const ElectorConfig config = m_room.config(u"node"_s, 1s);
        const LeaseConnection connection(config);
        std::vector<std::unique_ptr<LeaderElector>> electors;
        std::vector<const LeaderElector *> watched;
        for (int i = 0; i < 5; ++i) {
            electors.push_back(std::make_unique<LeaderElector>(config, connection));
            watched.push_back(electors.back().get());
        }
        LeaderWatch watch(watched);
        for (const auto &elector : electors)
            QVERIFY(elector->start());
        const auto leader = [&]() -> LeaderElector * {
            const auto found = std::find_if(electors.cbegin(), electors.cend(),
                                            [](const auto &elector) { return elector->isLeader(); });
            return found == electors.cend() ? nullptr : found->get();
        };
        for (int i = 0; i < 10; ++i) {
            ELECTOR_TRY(leader() != nullptr);
            LeaderElector *const old = leader();
            if (!old)
                continue;
            const QString tenure = old->leaderId();
            old->release();
            ELECTOR_TRY(leader() != nullptr && leader()->leaderId() != tenure);
        }
        watch.stop();
        QCOMPARE(watch.conflicts(), 0);
    }

    void isRefusedWhereItDoesNotFit()
    {
        const ElectorConfig config = m_room.config(u"node"_s);
        const LeaseConnection connection(config);
        ElectorConfig elsewhere = config;
        elsewhere.setSchema(u"elsewhere"_s);
        LeaderElector elector(elsewhere, connection);
        const Transcript said(elector);
        QVERIFY(!elector.start());
        QCOMPARE(said.text(), u"error Configuration"_s);
        QVERIFY(elector.lastError().text.contains(u"share"_s));
        ElectorConfig otherServer = config;
        otherServer.setConnection(u"postgresql://127.0.0.1:1/nowhere"_s);
        LeaderElector stranger(otherServer, connection);
        QVERIFY(!stranger.start());
    }

    void isClosedWhenTheLastOneHasStopped()
    {
        const ElectorConfig config = m_room.config(u"node"_s, 4s);
        const LeaseConnection connection(config);
        const auto sessions = [&] {
            return m_room
                .value(
                    u"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'elector%'"_s)
                .toInt();
        };
        LeaderElector elector(config, connection);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
        QCOMPARE(sessions(), 1);
        elector.stop();
        ELECTOR_TRY(sessions() == 0);
        QVERIFY(elector.start());
        ELECTOR_TRY(elector.isLeader());
    }

    void survivesTheLossOfItsSession()
    {
        const ElectorConfig config = m_room.config(u"node"_s, 10s);
        const LeaseConnection connection(config);
        std::vector<std::unique_ptr<LeaderElector>> electors;
        std::vector<std::unique_ptr<Transcript>> said;
        for (int lock = 1; lock <= 10; ++lock) {
            ElectorConfig mine = config;
            mine.setLockId(lock);
            electors.push_back(std::make_unique<LeaderElector>(mine, connection));
            said.push_back(std::make_unique<Transcript>(*electors.back()));
            QVERIFY(electors.back()->start());
        }
        ELECTOR_TRY(
            std::all_of(electors.cbegin(), electors.cend(), [](const auto &elector) { return elector->isLeader(); }));
        const auto sum = [&] { return m_room.value(u"SELECT min(renewals) FROM leader_lease"_s).toInt(); };
        QVERIFY(
            m_room.exec(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
                        u"AND application_name LIKE 'elector%'"_s));
        const int before = sum();
        ELECTOR_TRY(sum() > before);
        for (const auto &each : said)
            QCOMPARE(each->count(u"lost"_s), 0);
        said.clear();
    }
};

QTEST_GUILESS_MAIN(TestSharedConnection)
#include "tst_sharedconnection.moc"
