// SPDX-License-Identifier: MIT
// What happens inside the database: locks, frozen sessions, guarded work, settings, rights.
#include "faults/scenario.h"

#include "sql/leasetable_p.h"

#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>

#include <csignal>
#include <limits>
#include <thread>

namespace Elector::Faults {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

void stepsDown(FaultRoom &room, int holder)
{
    room.waitFor([&] { return !room.node(holder).belief(); }, u"the holder to step down"_s);
}

/// A session is given its name when it comes to rest for a moment.
QList<qint64> sessionsOf(FaultRoom &room, int index)
{
    QList<qint64> pids;
    room.waitFor(
        [&] {
            pids = room.backends(index);
            return !pids.isEmpty();
        },
        u"a session of "_s + room.node(index).name());
    return pids;
}

/// Frozen in the middle of everything, and continued when the lease is long over.
void backendFrozen(FaultRoom &room)
{
    const int holder = room.waitForLeader();
    const QList<qint64> frozen = sessionsOf(room, holder);
    const int connections = room.proxy(holder).accepted();
    for (const qint64 pid : frozen)
        room.server().signalBackend(pid, SIGSTOP);
    // The watchdog frees the thread. A new session renews in time, or the node steps down; frozen while it held a lock
    // of the row, the session keeps everybody from leading until it goes on.
    room.waitFor([&] { return room.proxy(holder).accepted() > connections; }, u"a new connection"_s);
    FaultRoom::sleep(1200ms);
    for (const qint64 pid : frozen)
        room.server().signalBackend(pid, SIGCONT);
    room.bit();
    room.recover(u"a frozen session"_s);
}

void backendTerminated(FaultRoom &room)
{
    const int holder = room.waitForLeader();
    const int connections = room.proxy(holder).accepted();
    for (const qint64 pid : sessionsOf(room, holder)) {
        if (room.server().killBackend(pid))
            room.bit();
    }
    room.waitFor([&] { return room.proxy(holder).accepted() > connections; }, u"a new connection"_s);
    room.recover(u"a terminated session"_s);
}

/// Somebody forgot to end a transaction that holds the row.
void rowLocked(FaultRoom &room)
{
    const int holder = room.waitForLeader();
    const auto forgetful = room.connect();
    FaultRoom::expect(forgetful->exec(u"BEGIN; SELECT 1 FROM leader_lease WHERE id = 1 FOR UPDATE"_s).ok,
                      u"the row is locked"_s);
    stepsDown(room, holder);
    FaultRoom::sleep(1500ms);
    FaultRoom::expect(room.leader() < 0, u"nobody is granted a lease while the row is locked"_s);
    room.bit();
    forgetful->exec(u"ROLLBACK"_s);
    room.recover(u"a locked row"_s);
}

/// The statement of a client that died still waits, and is granted a lease of which nobody knows.
void killedWhileItWaited(FaultRoom &room)
{
    const int holder = room.waitForLeader();
    const auto forgetful = room.connect();
    FaultRoom::expect(forgetful->exec(u"BEGIN; SELECT 1 FROM leader_lease WHERE id = 1 FOR UPDATE"_s).ok,
                      u"the row is locked"_s);
    int waiting = -1;
    room.waitFor(
        [&] {
            for (int i = 0; i < room.count() && waiting < 0; ++i) {
                for (const qint64 pid : room.backends(i)) {
                    if (room.server().isWaitingForLock(pid))
                        waiting = i;
                }
            }
            return waiting >= 0;
        },
        u"a node that waits for the row"_s);
    room.node(waiting).signal(SIGKILL);
    room.bit();
    stepsDown(room, holder);
    forgetful->exec(u"ROLLBACK"_s);
    room.waitFor([&] { return !room.node(waiting).isRunning(); }, u"the killed process to be gone"_s);
    FaultRoom::expect(room.node(waiting).start(), u"it starts again"_s);
    room.recover(u"a death in the queue for a lock"_s);
}

/// While guarded work goes on nobody else begins to lead, though the holder's lease runs out meanwhile.
void guardedWorkWhile(FaultRoom &room, const QString &fault, const std::function<void(FaultRoom &, int)> &attack)
{
    const int holder = room.leadingClient();
    FaultNode &node = room.node(holder);
    const Stamp from = FaultRoom::now();
    node.tell("work 2500");
    room.waitFor([&] { return node.said("works", from) != 0 || !node.belief(); }, u"guarded work"_s);
    if (node.said("works", from) == 0)
        return room.recover(fault); // it lost the lease before; that happens on a busy machine
    attack(room, holder);
    room.waitFor([&] { return node.said("commits", from) != 0 || node.said("fails", from) != 0; },
                 u"the work to end"_s);
    FaultRoom::expect(node.said("fails", from) == 0, u"guarded work is not disturbed"_s);
    const Stamp commits = node.said("commits", from);
    room.recover(fault);
    Records records;
    for (int i = 0; i < room.count(); ++i)
        room.node(i).collect(records);
    for (const Belief &belief : std::as_const(records.beliefs)) {
        if (belief.node != node.name() && belief.begin > from && belief.begin < commits)
            room.complain(
                u"%1 began to lead during guarded work of %2, %3 ms before its commit"_s.arg(belief.node, node.name())
                    .arg((commits - belief.begin) / 1'000'000));
    }
    room.bit();
}

void guardedWorkOfSomebodyCutOff(FaultRoom &room)
{
    guardedWorkWhile(room, u"guarded work longer than the lease"_s, [](FaultRoom &there, int holder) {
        there.proxy(holder).silence();
        stepsDown(there, holder);
        there.waitFor(
            [&] { return there.node(holder).said("commits", 0) != 0 || there.node(holder).said("fails", 0) != 0; },
            u"the work to end"_s);
        there.proxy(holder).forward();
    });
}

/// Whoever deletes the row behind the guard's back has to wait, too.
void guardedWorkAndDeletion(FaultRoom &room, const QString &fault, const QString &statement)
{
    guardedWorkWhile(room, fault, [&](FaultRoom &there, int holder) {
        const Stamp from = there.node(holder).said("works");
        there.proxy(holder).silence(); // who deletes a lease must know that its holder does not believe in it any more
        stepsDown(there, holder);
        std::thread attacker([&] {
            const auto connection = there.connect();
            while (!connection->exec(statement).ok) { } // a lock that is waited for too long is a reason to try again
        });
        const auto over = [&] {
            return std::max(there.node(holder).said("commits", from), there.node(holder).said("fails", from));
        };
        const bool ended = FaultRoom::happens(30s, [&] { return over() != 0; });
        attacker.join();
        there.proxy(holder).forward();
        FaultRoom::expect(ended, u"the work ends"_s);
    });
}

void guardAndEvict(FaultRoom &room)
{
    guardedWorkAndDeletion(room, u"an eviction during guarded work"_s, u"DELETE FROM leader_lease WHERE id = 1"_s);
}

void guardAndTruncate(FaultRoom &room)
{
    guardedWorkAndDeletion(room, u"TRUNCATE during guarded work"_s, u"TRUNCATE leader_lease"_s);
}

/// A clean-up every millisecond, and nobody notices.
void cleanUpRaces(FaultRoom &room)
{
    room.waitForLeader();
    const auto connection = room.connect();
    QSqlQuery cleanUp(connection->database());
    FaultRoom::expect(cleanUp.prepare(LeaseTable::statement(u"clean_up"_s, u"public"_s, SchemaLevel::Full)),
                      u"a clean-up is prepared"_s);
    const Stamp until = FaultRoom::now() + 2'000'000'000;
    int done = 0;
    for (; FaultRoom::now() < until || done < 100; ++done) {
        cleanUp.bindValue(0, 500);
        cleanUp.bindValue(1, std::numeric_limits<qint64>::max() / 2);
        FaultRoom::expect(cleanUp.exec() && cleanUp.next(), cleanUp.lastError().text());
        FaultRoom::expect(cleanUp.value(6).toInt() == 0, u"a clean-up deleted a live row"_s);
        FaultRoom::sleep(1ms);
    }
    room.bit();
    room.recover(u"clean-up every millisecond"_s);
}

/// What a database administrator may set for a role: it works, in new sessions, too.
void sessionDefaults(FaultRoom &room)
{
    for (const char *setting :
         {"default_transaction_isolation = 'serializable'", "statement_timeout = '1ms'",
          "default_transaction_read_only = on", "lock_timeout = '1ms'", "idle_in_transaction_session_timeout = '1ms'"})
        FaultRoom::expect(room.sql(u"ALTER ROLE node SET "_s + QString::fromLatin1(setting)).ok, u"a default is set"_s);
    for (int i = 0; i < room.count(); ++i) {
        const int connections = room.proxy(i).accepted();
        room.proxy(i).resetAll();
        room.waitFor([&] { return room.proxy(i).accepted() > connections; }, u"a new connection"_s);
    }
    room.recover(u"other defaults of sessions"_s);
    // Somebody is elected and renews under these settings.
    const int holder = room.leadingClient();
    const qint64 term = room.termOf(holder);
    room.node(holder).tell("release");
    room.waitForLeaderAfter(term);
    room.bit();
    room.sql(u"ALTER ROLE node RESET ALL"_s);
    for (int i = 0; i < room.count(); ++i)
        room.proxy(i).resetAll();
    room.recover(u"other defaults of sessions"_s);
}

void rightsRevoked(FaultRoom &room)
{
    const int holder = room.waitForLeader();
    FaultRoom::expect(room.sql(u"REVOKE ALL ON leader_lease FROM node"_s).ok, u"rights are revoked"_s);
    stepsDown(room, holder);
    FaultRoom::sleep(500ms);
    FaultRoom::expect(room.leader() < 0, u"nobody leads without rights"_s);
    room.bit();
    FaultRoom::expect(room.sql(u"GRANT ALL ON leader_lease TO node"_s).ok, u"rights are given back"_s);
    room.recover(u"revoked rights"_s);
}

void loginRevoked(FaultRoom &room)
{
    const int holder = room.waitForLeader();
    FaultRoom::expect(room.sql(u"ALTER ROLE node NOLOGIN"_s).ok, u"the role may not log in"_s);
    for (int i = 0; i < room.count(); ++i)
        room.proxy(i).resetAll();
    stepsDown(room, holder);
    room.bit();
    room.sql(u"ALTER ROLE node LOGIN"_s);
    room.recover(u"a role without login"_s);
}

/// The table goes with the lease that it held, of which its holder knows. Nobody makes another before that is over.
void tableDropped(FaultRoom &room)
{
    room.keepCaptures();
    const int holder = room.waitForLeader();
    const QString drop = u"DROP TABLE leader_lease, leader_lease_history, leader_lease_lock CASCADE"_s;
    const SqlResult dropped = room.sql(drop);
    FaultRoom::expect(dropped.ok, dropped.error);
    stepsDown(room, holder);
    FaultRoom::sleep(500ms);
    FaultRoom::expect(room.leader() < 0, u"nobody leads without a table"_s);
    room.bit();
    FaultRoom::expect(room.elector({u"migrate"_s}) == 0, u"`elector migrate` makes another table"_s);
    room.recover(u"a table that was dropped and made anew"_s);
}

} // namespace

QList<Scenario> databaseFaults()
{
    return {
        {"backend-frozen", "server process of the holder frozen, and continued late",
         "thread freed by the watchdog, the late statement does nothing", backendFrozen},
        {"backend-terminated", "session of the holder terminated", "re-connects", backendTerminated},
        {"row-locked", "row locked by an idle transaction past the lease",
         "step-down by the deadline, no expired grant", rowLocked},
        {"killed-in-queue", "node killed while its statement waits for the row", "no orphan beyond the lease",
         killedWhileItWaited},
        {"guarded-work", "guarded work longer than the lease of a holder that is cut off",
         "nobody leads before its commit", guardedWorkOfSomebodyCutOff},
        {"guard-evict", "row deleted during guarded work", "nobody leads before its commit; no deadlock",
         guardAndEvict},
        {"guard-truncate", "TRUNCATE during guarded work", "nobody leads before its commit; no deadlock",
         guardAndTruncate},
        {"clean-up", "clean-up every millisecond", "live rows are never deleted", cleanUpRaces},
        {"session-defaults", "SERIALIZABLE, read only, time-outs of 1 ms as the role's defaults", "works",
         sessionDefaults},
        {"rights-revoked", "rights of the role revoked", "step-down by the deadline, recovery without restart",
         rightsRevoked},
        {"login-revoked", "role may not log in any more", "step-down by the deadline, recovery without restart",
         loginRevoked},
        {"table-dropped",
         "tables dropped and made anew",
         "step-down by the deadline, recovery without restart",
         tableDropped,
         {},
         false},
    };
}

} // namespace Elector::Faults
