// SPDX-License-Identifier: MIT
#include "bothlevelstest.h"

#include "observer/leasereader_p.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

#include <map>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Elector {

/// Reading only what has changed gives what reading everything gives.
class LeaseReaderTest : public BothLevelsTest
{
    Q_OBJECT

private:
    /// Looks until the reader has no more to say; follows the differences along.
    LeaseSnapshot look(LeaseReader &reader, NodeSession &node)
    {
        const auto check = ServerCheck::collect(node.connection, m_room.settings.schema);
        SessionFacts facts;
        facts.server = check.facts;
        bool recheck = false;
        const Session::Access access{node.connection, facts, recheck};
        m_parts = 0;
        for (;;) {
            const LeaseReader::Result result = reader.look(access, true);
            if (result.error)
                qWarning() << result.error.message();
            if (result.error)
                return {};
            ++m_parts;
            if (result.snapshot)
                follow(*result.snapshot);
            if (result.more)
                continue;
            m_changes = result.changes;
            return *result.snapshot;
        }
    }
    LeaseSnapshot look(LeaseReader &reader) { return look(reader, *m_node); }

    void follow(const LeaseSnapshot &snapshot)
    {
        if (snapshot.startsOver())
            m_followed.clear();
        for (const LeaseRowPtr &row : snapshot.changed())
            m_followed[row->lease.lockId] = row->lease;
        for (const int id : snapshot.removed())
            m_followed.erase(id);
    }

    /// Without what differs from one moment to the next.
    static Lease timeless(Lease lease)
    {
        lease.remaining = {};
        lease.order.reservedRemaining = {};
        lease.candidates = -1;
        return lease;
    }

    bool isExact(const LeaseSnapshot &snapshot)
    {
        const std::vector<Lease> truth = m_node->inspector.snapshot().leases;
        const QList<Lease> leases = snapshot.leases();
        if (std::size_t(leases.size()) != truth.size() || m_followed.size() != truth.size())
            qWarning() << "rows" << leases.size() << "followed" << m_followed.size() << "instead of" << truth.size();
        bool exact = std::size_t(leases.size()) == truth.size() && m_followed.size() == truth.size();
        for (std::size_t i = 0; exact && i < truth.size(); ++i) {
            const Lease wanted = timeless(truth[i]);
            exact = timeless(leases.at(qsizetype(i))) == wanted && timeless(m_followed[wanted.lockId]) == wanted
                && timeless(*snapshot.lease(wanted.lockId)) == wanted;
            if (!exact)
                qWarning() << "lock" << wanted.lockId << "is not as it should be";
        }
        return exact;
    }

    /// One that changes one of the locks from `first` on.
    QString randomStatement(QRandomGenerator &random, int first)
    {
        const QString id = QString::number(first + random.bounded(40));
        const QString far = u"clock_timestamp() + interval '1 h'"_s;
        switch (random.bounded(full() ? 12 : 8)) {
        case 0:
        case 1:
            return u"INSERT INTO leader_lease (id, leader_id, expires_at, created_at) VALUES (%1, 'node-%2#1.1', %3, "
                   "clock_timestamp()) ON CONFLICT DO NOTHING"_s.arg(id)
                       .arg(random.bounded(5))
                       .arg(far);
        case 2:
        case 3:
            return u"UPDATE leader_lease SET expires_at = %2 WHERE id = %1"_s.arg(id, far);
        case 4:
            return u"DELETE FROM leader_lease WHERE id = %1"_s.arg(id);
        case 5:
            return u"UPDATE leader_lease SET leader_id = '#revoked ' || leader_id WHERE id = %1 AND leader_id NOT LIKE '#%'"_s
                .arg(id);
        case 6:
            return u"DELETE FROM leader_lease WHERE id = %1; INSERT INTO leader_lease (id, leader_id, expires_at, "
                   "created_at) VALUES (%1, 'again#1.1', %2, clock_timestamp())"_s.arg(id, far);
        case 7:
            return u"UPDATE leader_lease SET expires_at = created_at + interval '1 us' WHERE id = %1"_s.arg(id);
        case 8:
            return u"INSERT INTO leader_lease_lock (id, name) VALUES (%1, 'lock %1') ON CONFLICT (id) DO UPDATE SET "
                   u"name "
                   "= CASE WHEN leader_lease_lock.name IS NULL THEN EXCLUDED.name END"_s.arg(id);
        case 9:
            return u"UPDATE leader_lease_lock SET paused_at = CASE WHEN paused_at IS NULL THEN now() END WHERE id = %1"_s
                .arg(id);
        case 10:
            return u"UPDATE leader_lease_lock SET reserved_for = 'b', reserved_until = %2, order_reason = 'why' "
                   "WHERE id = %1"_s.arg(id, far);
        default:
            return u"DELETE FROM leader_lease_lock WHERE id = %1 AND NOT EXISTS (SELECT FROM leader_lease WHERE id = %1)"_s
                .arg(id);
        }
    }

    std::map<int, Lease> m_followed;
    QList<LeaseChange> m_changes;
    int m_parts = 0;

private Q_SLOTS:
    void randomChanges_data() { bothLevels(); }
    // Committed at once, by subtransactions, rolled back, and by transactions that stay open over many looks.
    void randomChanges()
    {
        QRandomGenerator random(full() ? 4 : 5);
        if (full()) // what nobody does, as nobody can
            QVERIFY(m_room.exec(u"ALTER TABLE leader_lease_lock DISABLE TRIGGER leader_lease_keep_locks"_s));
        LeaseReader reader(u"public"_s, 1000);
        std::vector<std::unique_ptr<TestConnection>> open(3);
        for (auto &connection : open) {
            connection = m_room.foreign();
            QVERIFY(connection->exec(u"BEGIN"_s));
        }
        for (int round = 0; round < 250; ++round) {
            for (int i = random.bounded(4); i > 0; --i)
                m_room.exec(randomStatement(random, -20));
            // Each has locks of its own, for nobody is to wait here. A savepoint gets a transaction id of its own.
            const int which = random.bounded(int(open.size()));
            TestConnection &late = *open[std::size_t(which)];
            const SqlResult done = late.exec(u"SAVEPOINT s; "_s + randomStatement(random, 100 * (which + 1)));
            late.exec(done && random.bounded(5) > 0 ? u"RELEASE s"_s : u"ROLLBACK TO s"_s);
            if (random.bounded(6) == 0)
                QVERIFY(late.exec(random.bounded(3) == 0 ? u"ROLLBACK; BEGIN"_s : u"COMMIT; BEGIN"_s));
            if (random.bounded(2) == 0)
                QVERIFY2(isExact(look(reader)), qPrintable(QString::number(round)));
            if (random.bounded(40) == 0)
                reader.distrust();
        }
        for (auto &connection : open)
            QVERIFY(connection->exec(u"COMMIT"_s));
        QVERIFY(isExact(look(reader)));
        QVERIFY(m_room.exec(u"TRUNCATE leader_lease"_s));
        QVERIFY(isExact(look(reader)));
    }

    void costsWhatHasChanged_data() { bothLevels(); }
    void costsWhatHasChanged()
    {
        QVERIFY(
            m_room.exec(u"INSERT INTO leader_lease (id, leader_id, expires_at, created_at) SELECT i, 'a#1.1', now() + "
                        "interval '1 h', now() FROM generate_series(1, 150) i"_s));
        LeaseReader reader(u"public"_s, 1000);
        QCOMPARE(look(reader).changed().size(), 150U);
        QCOMPARE(m_changes.size(), 150);
        QCOMPARE(look(reader).changed().size(), 0U);
        QVERIFY(m_room.exec(u"UPDATE leader_lease SET expires_at = now() + interval '2 h' WHERE id = 7"_s));
        const LeaseSnapshot snapshot = look(reader);
        QCOMPARE(snapshot.changed().size(), 1U);
        QVERIFY(snapshot.isComplete() && !snapshot.startsOver());
        QCOMPARE(m_changes.size(), 1);
        QCOMPARE(m_changes.constFirst().kind, LeaseChange::Changed);
        QVERIFY(m_changes.constFirst().before->expiresAt < m_changes.constFirst().lease.expiresAt);
        for (int i = 0; i < 70; ++i) // now and again everything is read, which finds nothing new
            QCOMPARE(look(reader).changed().size(), 0U);
    }

    void whatEndsByItselfIsADifference_data() { bothLevels(); }
    void whatEndsByItselfIsADifference()
    {
        QVERIFY(m_room.plant(1, u"a#1.1"_s, u"clock_timestamp() + interval '1 s'"_s));
        LeaseReader reader(u"public"_s, 1000);
        QCOMPARE(look(reader).lease(1)->state, LeaseState::Held);
        qsizetype changes = 0;
        const auto expired = [&] {
            const bool is = look(reader).lease(1)->state == LeaseState::Expired;
            changes += m_changes.size();
            return is;
        };
        QTRY_VERIFY_WITH_TIMEOUT(expired(), 30'000);
        QCOMPARE(changes, 1);
        QCOMPARE(look(reader).changed().size(), 0U);
    }

    void manyRowsComeInParts_data() { bothLevels(); }
    void manyRowsComeInParts()
    {
        QVERIFY(
            m_room.exec(u"INSERT INTO leader_lease (id, leader_id, expires_at, created_at) SELECT i, 'a#1.1', now() + "
                        "interval '1 h', now() FROM generate_series(-20000, 25000) i"_s));
        LeaseReader reader(u"public"_s, 1'000'000);
        QVERIFY(isExact(look(reader)));
        QVERIFY(m_parts > 2);
        QCOMPARE(m_changes.size(), 45'001);
        QVERIFY(m_room.exec(u"DELETE FROM leader_lease WHERE id % 3 = 0"_s));
        reader.distrust();
        QVERIFY(isExact(look(reader)));
        QVERIFY(m_parts > 1);
    }

    void tooManyRowsAreCutAndSaid_data() { bothLevels(); }
    void tooManyRowsAreCutAndSaid()
    {
        const auto fill = [this](int from, int to) {
            return bool(
                m_room.exec(u"INSERT INTO leader_lease (id, leader_id, expires_at, created_at) SELECT i, 'a#1.1', "
                            "now() + interval '1 h', now() FROM generate_series(%1, %2) i"_s.arg(from)
                                .arg(to)));
        };
        LeaseReader reader(u"public"_s, 500);
        QVERIFY(fill(1, 500));
        LeaseSnapshot snapshot = look(reader);
        QCOMPARE(snapshot.size(), 500);
        QVERIFY(!snapshot.limitation());
        QVERIFY(fill(501, 900));
        reader.distrust();
        snapshot = look(reader);
        QCOMPARE(snapshot.size(), 500);
        QVERIFY(snapshot.limitation().text.contains(u"500"_s));
        QVERIFY(snapshot.lease(500) && !snapshot.lease(501));
        QVERIFY(
            m_room.exec(u"DELETE FROM leader_lease WHERE id = 500; INSERT INTO leader_lease (id, leader_id, expires_at)"
                        " VALUES (500, 'b#1.1', now() + interval '1 h')"_s));
        snapshot = look(reader);
        QCOMPARE(snapshot.size(), 500);
        QCOMPARE(snapshot.lease(500)->leaderId, u"b#1.1"_s);
    }

    void anotherServerIsNotTrusted_data() { bothLevels(); }
    void anotherServerIsNotTrusted()
    {
        QVERIFY(m_room.plant(1, u"a#1.1"_s, u"clock_timestamp() + interval '1 h'"_s));
        LeaseReader reader(u"public"_s, 1000);
        QVERIFY(isExact(look(reader)));
        QVERIFY(m_room.server.restart());
        m_node = m_room.node();
        QVERIFY(m_room.plant(2, u"a#1.1"_s, u"clock_timestamp() + interval '1 h'"_s));
        QVERIFY(isExact(look(reader)));
        QCOMPARE(m_parts, 2); // it asked for changes, saw where it was, and read everything
        QVERIFY(m_room.server.becomeStandby());
        m_node = m_room.node();
        QVERIFY(isExact(look(reader)));
        QVERIFY(m_room.server.promote());
    }
};

} // namespace Elector

QTEST_GUILESS_MAIN(Elector::LeaseReaderTest)
#include "tst_leasereader.moc"
