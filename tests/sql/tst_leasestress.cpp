// SPDX-License-Identifier: MIT
#include "sqlroom.h"

#include <Elector/bootclock.h>

#include <QtCore/QFile>
#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

#include <algorithm>
#include <map>
#include <mutex>
#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Elector {

namespace {

constexpr auto lease = 400ms;
constexpr int locks = 2;

/// A node believed that it leads from `from` until `until`, by the clock of this machine.
struct Belief
{
    int lock;
    QString leader;
    BootClock::time_point from;
    BootClock::time_point until;
};

struct Ledger
{
    std::mutex mutex;
    std::vector<Belief> beliefs;
    std::map<QString, int> counts;

    void count(const QString &what)
    {
        const std::lock_guard lock(mutex);
        ++counts[what];
    }
    void believe(const Belief &belief)
    {
        const std::lock_guard lock(mutex);
        beliefs.push_back(belief);
    }
};

BootClock::time_point deadline(const Reply &reply)
{
    return reply.sentAt + std::chrono::duration_cast<std::chrono::nanoseconds>(lease) * 9 / 10
        - std::chrono::nanoseconds(lease) / 40;
}

bool chance(QRandomGenerator &random, int percent)
{
    return random.bounded(100) < percent;
}

} // namespace

/// Everybody at once: our nodes, npm nodes, guarded work, an operator, clean-ups, TRUNCATE. For
/// ELECTOR_STRESS_SECONDS, 5 if not set.
class LeaseStressTest : public QObject
{
    Q_OBJECT

private:
    SqlRoom m_room;
    Ledger m_ledger;
    BootClock::time_point m_end;

    bool over() const { return BootClock::now() >= m_end; }
    static void pause(QRandomGenerator &random, int atMostMs)
    {
        std::this_thread::sleep_for(std::chrono::microseconds(random.bounded(1, atMostMs * 1000)));
    }

    void guardedWork(TestConnection &application, QRandomGenerator &random, int lock, const TenureKey &key)
    {
        const QString arguments = u"(%1, '%2', %3)"_s.arg(lock).arg(key.leaderId).arg(key.term.value_or(0));
        const bool nested = chance(random, 30);
        application.exec(nested ? u"BEGIN; SAVEPOINT a; SAVEPOINT b"_s : u"BEGIN"_s);
        const SqlResult granted = application.exec(u"SELECT leader_lease_guard"_s + arguments);
        if (!granted.value().toBool()) {
            m_ledger.count(granted ? u"guards refused"_s : u"guards failed "_s + granted.sqlState);
            application.exec(u"ROLLBACK"_s);
            return;
        }
        application.exec(
            u"INSERT INTO work (lock, term, started) VALUES (%1, %2, clock_timestamp())"_s.arg(lock).arg(*key.term));
        application.exec(u"SELECT pg_sleep(%1)"_s.arg(chance(random, 3) ? 0.3 : 0.002));
        if (nested)
            application.exec(chance(random, 50) ? u"RELEASE b"_s : u"ROLLBACK TO a"_s);
        const bool held = application.exec(u"SELECT leader_lease_guard_held"_s + arguments).value().toBool();
        if (held)
            application.exec(
                u"UPDATE work SET ended = clock_timestamp() WHERE ended IS NULL AND lock = %1 AND term = %2"_s.arg(lock)
                    .arg(*key.term));
        const bool done = application.exec(held ? u"COMMIT"_s : u"ROLLBACK"_s).ok;
        m_ledger.count(!held ? u"guards rolled back"_s : done ? u"guarded works"_s : u"works not committed"_s);
    }

    void lead(NodeSession &node, TestConnection &application, QRandomGenerator &random, int lock, const Reply &captured)
    {
        const TenureKey key{captured.row->leaderId, captured.row->term};
        Belief belief{lock, key.leaderId, captured.receivedAt, deadline(captured)};
        bool dropped = false;
        while (!over() && BootClock::now() < belief.until) {
            if (chance(random, 60))
                guardedWork(application, random, lock, key);
            pause(random, 30);
            if (chance(random, 2)) { // falls silent
                dropped = true;
                break;
            }
            if (chance(random, 6)) {
                belief.until = std::min(belief.until, BootClock::now());
                m_ledger.believe(belief);
                m_ledger.count(node.release(lock, key).verdict == Verdict::Released ? u"releases"_s
                                                                                    : u"releases of nothing"_s);
                return;
            }
            const Reply renewed = chance(random, 50) ? node.renew(lock, key, lease)
                                                     : node.table.renewBatch({{lock, {key, lease, false}}}).at(0);
            if (renewed.outcome == Outcome::Answered && renewed.verdict == Verdict::Renewed
                && BootClock::now() < belief.until) {
                belief.until = std::max(belief.until, deadline(renewed));
                m_ledger.count(u"renewals"_s);
            } else if (renewed.verdict == Verdict::Lost) {
                belief.until = std::min(belief.until, BootClock::now());
                m_ledger.count(u"losses seen"_s);
                if (renewed.row && renewed.row->leaderId == u"#revoked "_s + key.leaderId)
                    node.release(lock, key);
                break;
            } else if (renewed.outcome == Outcome::Failed) {
                m_ledger.count(u"renewals failed "_s + renewed.error.sqlState);
            } else if (renewed.outcome == Outcome::Unknown) {
                m_ledger.count(u"renewals unknown"_s);
            }
        }
        m_ledger.believe(belief);
        if (dropped)
            std::this_thread::sleep_for(lease);
    }

    void runNode(int number)
    {
        QRandomGenerator random(static_cast<quint32>(number));
        NodeSession node(m_room.settings);
        const auto application = m_room.foreign();
        for (int attempt = 0; !over(); ++attempt) {
            const int lock = random.bounded(locks);
            const QString leader = u"node%1#x.%2"_s.arg(number).arg(attempt);
            const Reply reply = node.table.perform({lock, CaptureRequest{leader, lease, {}, chance(random, 10), {}}});
            if (reply.verdict == Verdict::Captured) {
                m_ledger.count(u"captures by nodes"_s);
                lead(node, *application, random, lock, reply);
            } else if (reply.outcome != Outcome::Answered) {
                m_ledger.count(u"captures failed "_s + reply.error.sqlState);
            }
            pause(random, 40);
        }
    }

    void runNpmNode(int number)
    {
        QRandomGenerator random(static_cast<quint32>(100 + number));
        const auto npm = m_room.foreign();
        const NpmStatements statements(u"public"_s, number % locks, u"npm-%1"_s.arg(number), int(lease.count()));
        while (!over()) {
            npm->exec(u"START TRANSACTION"_s);
            const SqlResult captured = npm->exec(statements.capture);
            if (chance(random, 5))
                pause(random, 300);
            npm->exec(captured ? u"COMMIT"_s : u"ROLLBACK"_s);
            m_ledger.count(!captured                     ? u"npm statements failed "_s + captured.sqlState
                               : captured.rows.isEmpty() ? u"npm bids lost"_s
                                                         : u"npm leases"_s);
            if (chance(random, 10)) {
                const SqlResult other = npm->exec(chance(random, 50) ? statements.release : statements.cleanUp);
                if (!other)
                    m_ledger.count(u"npm statements failed "_s + other.sqlState);
                std::this_thread::sleep_for(lease);
            }
            pause(random, 60);
        }
    }

    void runOperator()
    {
        QRandomGenerator random(1000);
        NodeSession node(m_room.settings);
        while (!over()) {
            for (const Lease &held : node.inspector.snapshot().leases) {
                if (held.state != LeaseState::Held || !chance(random, 50))
                    continue;
                const bool evict = chance(random, 30);
                const auto result = evict
                    ? node.inspector.evict(held.lockId, held.leaderId, held.term, u"olga"_s, u"stress"_s)
                    : node.inspector.revoke(held.lockId, held.leaderId, held.term, u"olga"_s, u"stress"_s);
                if (result.result == LeaseInspector::Intervention::Done)
                    m_ledger.count(evict ? u"evictions"_s : u"revocations"_s);
                else
                    m_ledger.count(result.outcome == Outcome::Answered ? u"operator came late"_s
                                                                       : u"operator failed "_s + result.error.sqlState);
            }
            pause(random, 200);
        }
    }

    void runCleanUp(int number)
    {
        QRandomGenerator random(static_cast<quint32>(2000 + number));
        NodeSession node(m_room.settings);
        while (!over()) {
            const Reply reply = node.cleanUp();
            if (reply.outcome != Outcome::Answered)
                m_ledger.count(u"clean-ups failed "_s + reply.error.sqlState);
            pause(random, 100);
        }
    }

    void runTruncate()
    {
        QRandomGenerator random(3000);
        const auto admin = m_room.foreign();
        admin->exec(u"SET lock_timeout = '500ms'"_s);
        while (!over()) {
            pause(random, 2000);
            const SqlResult result = admin->exec(u"TRUNCATE leader_lease"_s);
            m_ledger.count(result ? u"truncations"_s : u"truncations failed "_s + result.sqlState);
        }
    }

    QString violations(const QString &sql)
    {
        const SqlResult result = m_room.exec(sql);
        if (!result)
            return result.error;
        return result.rows.isEmpty()
            ? QString()
            : u"%1 rows, the first %2"_s.arg(result.rows.size()).arg(result.rows.constFirst().value(0).toString());
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void initTestCase()
    {
        QVERIFY(m_room.start(u"1s"_s));
        QVERIFY(m_room.newDatabase(SchemaLevel::Full));
        m_room.settings.session.lockTimeout = 100ms;
        QVERIFY(m_room.exec(u"CREATE TABLE work (lock INT, term BIGINT, started TIMESTAMPTZ, ended TIMESTAMPTZ)"_s));
    }

    void everybodyAtOnce()
    {
        bool given = false;
        const int seconds = qEnvironmentVariableIntValue("ELECTOR_STRESS_SECONDS", &given);
        m_end = BootClock::now() + std::chrono::seconds(given ? seconds : 5);
        std::vector<std::thread> threads;
        for (int i = 0; i < 5; ++i)
            threads.emplace_back([this, i] { runNode(i); });
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([this, i] { runNpmNode(i); });
        for (int i = 0; i < 2; ++i)
            threads.emplace_back([this, i] { runCleanUp(i); });
        threads.emplace_back([this] { runOperator(); });
        threads.emplace_back([this] { runTruncate(); });
        for (std::thread &thread : threads)
            thread.join();
        for (const auto &[what, number] : m_ledger.counts)
            qInfo().noquote() << number << what;
        QVERIFY2(m_ledger.counts[u"captures by nodes"_s] >= 10, "too little traffic to prove anything");
        QVERIFY2(m_ledger.counts[u"guarded works"_s] >= 10, "too little traffic to prove anything");
        QVERIFY2(m_ledger.counts[u"npm leases"_s] >= 2, "too little traffic to prove anything");
    }

    void termsRise()
    {
        QCOMPARE(violations(u"SELECT seq FROM (SELECT seq, term, lag(term) OVER (PARTITION BY id ORDER BY seq) AS "
                            u"before FROM leader_lease_history "
                            "WHERE event = 'captured') h WHERE term <= before"_s),
                 QString());
        qInfo() << m_room.value(u"SELECT count(*) FROM leader_lease_history WHERE event = 'captured'"_s).toInt()
                << "captures with distinct, rising terms";
    }

    void eachTenureHasOneEnd()
    {
        QCOMPARE(
            violations(
                u"SELECT c.id || ' ' || c.term || ': ' || coalesce(string_agg(e.event, ' '), 'none') FROM "
                u"leader_lease_history c "
                "LEFT JOIN leader_lease_history e ON e.id = c.id AND e.term = c.term AND e.event NOT IN ('captured', "
                "'acknowledged') "
                // A truncated tombstone: its tenure had ended before.
                "AND NOT (e.event = 'truncated' AND EXISTS (SELECT 1 FROM leader_lease_history r WHERE r.id = e.id AND "
                "r.term = e.term AND r.event = 'revoked')) "
                "WHERE c.event = 'captured' GROUP BY c.id, c.term HAVING count(e.seq) <> 1 "
                "AND NOT (count(e.seq) = 0 AND EXISTS (SELECT 1 FROM leader_lease l WHERE l.id = c.id AND l.term = c.term))"_s),
            QString());
        QCOMPARE(
            violations(
                u"SELECT e.seq FROM leader_lease_history e WHERE e.event <> 'captured' AND NOT EXISTS (SELECT 1 FROM "
                u"leader_lease_history c "
                "WHERE c.event = 'captured' AND c.id = e.id AND c.term = e.term AND c.leader_id = e.leader_id AND c.seq < e.seq)"_s),
            QString());
    }

    void guardedWorkNeverOverlaps()
    {
        QCOMPARE(m_room.value(u"SELECT count(*) FROM work WHERE ended IS NULL"_s).toInt(), 0);
        QCOMPARE(
            violations(
                u"SELECT a.term FROM work a JOIN work b ON a.lock = b.lock AND a.term <> b.term AND a.started <= b.ended AND b.started <= a.ended"_s),
            QString());
        QCOMPARE(violations(u"SELECT started FROM (SELECT started, term, max(term) OVER (PARTITION BY lock ORDER BY "
                            u"started) AS newest FROM work) w "
                            "WHERE term < newest"_s),
                 QString());
    }

    void beliefsNeverOverlap()
    {
        // Who was evicted or truncated may believe for a while: that is what makes these dangerous.
        const SqlResult excused
            = m_room.exec(u"SELECT leader_id FROM leader_lease_history WHERE event IN ('evicted', 'truncated')"_s);
        QVERIFY2(excused, qPrintable(excused.error));
        std::set<QString> names;
        for (const QVariantList &row : excused.rows)
            names.insert(row.value(0).toString());
        std::vector<Belief> beliefs;
        std::copy_if(m_ledger.beliefs.begin(), m_ledger.beliefs.end(), std::back_inserter(beliefs),
                     [&](const Belief &belief) { return !names.count(belief.leader) && belief.from < belief.until; });
        std::sort(beliefs.begin(), beliefs.end(),
                  [](const Belief &a, const Belief &b) { return std::tie(a.lock, a.from) < std::tie(b.lock, b.from); });
        for (std::size_t i = 1; i < beliefs.size(); ++i) {
            const Belief &before = beliefs[i - 1];
            QVERIFY2(before.lock != beliefs[i].lock || before.until <= beliefs[i].from,
                     qPrintable(before.leader + u" and "_s + beliefs[i].leader));
        }
        qInfo() << beliefs.size() << "beliefs without an overlap";
    }

    void nothingUnexpectedFailed()
    {
        for (const auto &[what, number] : m_ledger.counts) {
            // A bounded wait that ended, or a term that was taken meanwhile: both are tried again.
            const bool expected = !what.contains(u"failed"_s) || what.endsWith(u"55P03"_s) || what.endsWith(u"40001"_s);
            QVERIFY2(expected, qPrintable(what));
        }
        QFile log(m_room.server.logFile());
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QByteArray said = log.readAll();
        QVERIFY(!said.contains("deadlock detected"));
        QVERIFY(!said.contains("PANIC"));
    }
};

} // namespace Elector

QTEST_GUILESS_MAIN(Elector::LeaseStressTest)
#include "tst_leasestress.moc"
