// SPDX-License-Identifier: MIT
// What happens between a node and its server: a proxy that holds, loses, resets, trickles and delays.
#include "faults/scenario.h"

#include <csignal>

namespace Elector::Faults {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

QByteArray tenurePrefix(FaultRoom &room, int index)
{
    return room.node(index).name().section(u'-', 0, 0).toUtf8() + '#';
}

/// Cut off by `how`, the holder stops believing by its deadline, another leads, and all is well when it is undone.
void cutOff(FaultRoom &room, const QString &fault, const std::function<void(TcpProxy &)> &how,
            const std::function<void(TcpProxy &)> &undo)
{
    const int holder = room.waitForLeader();
    TcpProxy &proxy = room.proxy(holder);
    how(proxy);
    room.waitFor([&] { return !room.node(holder).belief(); }, u"a holder that is cut off to step down"_s);
    room.waitForLeader(holder);
    room.bit();
    undo(proxy);
    room.recover(fault);
}

void silence(FaultRoom &room)
{
    cutOff(
        room, u"a silent network"_s, [](TcpProxy &proxy) { proxy.silence(); },
        [](TcpProxy &proxy) { proxy.forward(); });
}

void repliesHeld(FaultRoom &room)
{
    cutOff(
        room, u"replies that are held"_s, [](TcpProxy &proxy) { proxy.setReplies(TcpProxy::Flow::Hold); },
        [](TcpProxy &proxy) { proxy.forward(); });
}

void halfOpen(FaultRoom &room)
{
    cutOff(
        room, u"a half-open connection"_s,
        [](TcpProxy &proxy) {
            proxy.setRequests(TcpProxy::Flow::Drop);
            proxy.setReplies(TcpProxy::Flow::Drop);
        },
        [](TcpProxy &proxy) {
            proxy.resetAll(); // what was forgotten does not come back
            proxy.forward();
        });
}

void trickle(FaultRoom &room)
{
    cutOff(
        room, u"a byte a second"_s, [](TcpProxy &proxy) { proxy.setBytePause(1s); },
        [](TcpProxy &proxy) {
            proxy.setBytePause(0ms);
            proxy.resetAll();
        });
}

void refused(FaultRoom &room)
{
    cutOff(
        room, u"refused connections"_s,
        [](TcpProxy &proxy) {
            proxy.refuse();
            proxy.resetAll();
        },
        [](TcpProxy &proxy) { proxy.forward(); });
}

/// Once: the connection comes to an end, and another takes its place.
void interrupted(FaultRoom &room, const QString &fault, const std::function<void(TcpProxy &)> &how)
{
    const int holder = room.waitForLeader();
    TcpProxy &proxy = room.proxy(holder);
    const int connections = proxy.accepted();
    how(proxy);
    room.waitFor([&] { return proxy.accepted() > connections; }, u"a new connection"_s);
    room.bit();
    room.recover(fault);
}

void reset(FaultRoom &room)
{
    interrupted(room, u"a reset"_s, [](TcpProxy &proxy) { proxy.resetAll(); });
}

void halfClose(FaultRoom &room)
{
    const bool towardsClient = room.random(0, 1) == 1;
    interrupted(room, u"a half-close"_s, [towardsClient](TcpProxy &proxy) {
        if (towardsClient)
            proxy.halfCloseTowardsClients();
        else
            proxy.halfCloseTowardsServer();
    });
}

/// The answer of a statement that names the holder's tenure is lost after the commit.
void replyLost(FaultRoom &room)
{
    const int holder = room.waitForLeader();
    TcpProxy &proxy = room.proxy(holder);
    const TcpProxy::Trap trap = room.random(0, 1) == 1 ? TcpProxy::Trap::LoseReply : TcpProxy::Trap::LoseReplyAndReset;
    proxy.setTrap(tenurePrefix(room, holder), trap);
    room.waitFor([&] { return proxy.trapped() > 0 || room.leader() != holder; }, u"a reply to be lost"_s);
    if (proxy.trapped() > 0)
        room.bit();
    room.recover(u"a lost reply"_s);
}

/// Every candidate's next bid commits, and nobody is told; the holder makes room for them.
void repliesOfCapturesLost(FaultRoom &room)
{
    const int holder = room.waitForLeader();
    for (int i = 0; i < room.count(); ++i) {
        if (i != holder)
            room.proxy(i).setTrap(tenurePrefix(room, i), TcpProxy::Trap::LoseReplyAndReset);
    }
    const auto trapped = [&] {
        int sum = 0;
        for (int i = 0; i < room.count(); ++i)
            sum += room.proxy(i).trapped() > 0;
        return sum;
    };
    room.node(holder).end();
    room.waitFor([&] { return trapped() > 0; }, u"the reply of a capture to be lost"_s);
    room.bit();
    FaultRoom::expect(room.node(holder).start(), u"it starts again"_s);
    room.recover(u"the lost reply of a capture"_s);
}

/// A statement of the holder's is under way until another leads, and arrives then: it changes nothing of the newer
/// tenure. `send` makes the holder send it.
void arrivesLate(FaultRoom &room, int holder, const QString &fault, const std::function<void()> &send)
{
    TcpProxy &proxy = room.proxy(holder);
    proxy.setTrap(tenurePrefix(room, holder), TcpProxy::Trap::HoldRequest);
    send();
    // On a busy machine its tenure may have ended before.
    const auto isDeposed = [&] {
        const int leads = room.leader();
        return leads >= 0 && leads != holder;
    };
    room.waitFor([&] { return proxy.trapped() > 0 || isDeposed(); }, u"a statement on its way"_s);
    proxy.refuse(); // no other may arrive before it
    const int next = room.waitForLeader(holder);
    const auto tenure = [&] {
        const auto belief = room.node(next).belief();
        return belief ? belief->leaderId : QString();
    };
    const auto row = [&] { return room.value(u"SELECT leader_id FROM leader_lease WHERE id = 1"_s).toString(); };
    const QString before = tenure();
    const int sent = room.proxy(holder).trapped();
    proxy.setRequests(TcpProxy::Flow::Forward);
    proxy.forward();
    room.waitFor([&] { return proxy.heldBytes() == 0; }, u"the late statement to arrive"_s);
    FaultRoom::sleep(100ms);
    const QString found = row();
    FaultRoom::expect(tenure() != before || before.isEmpty() || found == before,
                      u"a late statement leaves the newer tenure %1 alone; the row is %2"_s.arg(before, found));
    room.bit(sent);
    room.recover(fault);
}

void lateRenewal(FaultRoom &room)
{
    const int holder = room.waitForLeader();
    arrivesLate(room, holder, u"a late renewal"_s, [] {}); // the next that names the tenure
}

/// The same for the deletion of a tenure that was released.
void lateDelete(FaultRoom &room)
{
    const int holder = room.leadingClient();
    room.freshlyRenewed(holder); // so that the release comes before the next renewal
    arrivesLate(room, holder, u"a late delete"_s, [&] { room.node(holder).tell("release"); });
}

/// 20 to 40 ms each way, changing all the time: an attempt of 166 ms has room for that.
void latencyWithinTheBudget(FaultRoom &room)
{
    constexpr int attempts = 10;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const int holder = room.waitForLeader();
        const auto before = room.node(holder).belief();
        for (int step = 0; step < 10; ++step) {
            for (int i = 0; i < room.count(); ++i)
                room.proxy(i).setDelay(std::chrono::milliseconds(room.random(20, 40)));
            FaultRoom::sleep(250ms);
        }
        const auto after = room.node(holder).belief();
        for (int i = 0; i < room.count(); ++i)
            room.proxy(i).setDelay(0ms);
        room.recover(u"latency within the budget"_s);
        if (before && after && before->leaderId == after->leaderId) {
            room.bit();
            return;
        }
    }
    throw Failure(u"leadership flaps though the latency is within the budget"_s);
}

/// 0.1 to 2 s each way: nobody can keep a lease of one second for sure, and nobody leads beside another.
void latencyBeyondTheBudget(FaultRoom &room)
{
    for (int i = 0; i < room.count(); ++i)
        room.proxy(i).setDelay(std::chrono::milliseconds(room.random(100, 2000)));
    const int holder = room.leader();
    room.waitFor([&] { return holder < 0 || !room.node(holder).belief(); },
                 u"a holder that is too slow to step down"_s);
    FaultRoom::sleep(1s);
    room.bit();
    for (int i = 0; i < room.count(); ++i)
        room.proxy(i).setDelay(0ms);
    room.recover(u"latency beyond the budget"_s);
}

} // namespace

QList<Scenario> networkFaults()
{
    return {
        {"silence", "network silent both ways (database thread hung)",
         "step-down by the deadline, thread freed by the watchdog", silence},
        {"replies-held", "replies held for longer than the lease", "trust is not extended by them", repliesHeld},
        {"reply-lost", "reply of a renewal lost after its commit", "unknown, then renewed again or dropped", replyLost},
        {"capture-reply-lost", "reply of a capture lost after its commit", "unknown, then adopted or dropped",
         repliesOfCapturesLost},
        {"reset", "connection reset", "re-connects", reset},
        {"refused", "connection reset, new ones refused", "step-down by the deadline, re-connects with back-off",
         refused},
        {"half-open", "half-open connection: every byte is forgotten", "step-down by the deadline, re-connects",
         halfOpen},
        {"half-close", "connection half closed, either way", "re-connects", halfClose},
        {"byte-a-second", "a byte a second", "step-down by the deadline, re-connects", trickle},
        {"late-renewal", "renewal that arrives under the next tenure", "the newer term is untouched", lateRenewal},
        {"late-delete", "release that arrives under the next tenure", "the newer term is untouched", lateDelete},
        {"latency", "latency of 40 to 80 ms with jitter", "no flapping", latencyWithinTheBudget},
        {"high-latency", "latency of 0.2 to 4 s with jitter", "step-down by the deadline, recovery",
         latencyBeyondTheBudget},
    };
}

} // namespace Elector::Faults
