// SPDX-License-Identifier: MIT
#include "session/watchdog_p.h"

#include <QtTest/QTest>

#include <array>
#include <sys/socket.h>
#include <unistd.h>

using namespace Elector;
using namespace std::chrono_literals;

namespace {

constexpr auto soon = 20ms;
constexpr auto never = 1h; ///< longer than the whole test may take

/// A connection whose other end stays silent.
class SilentPeer
{
public:
    SilentPeer()
    {
        if (::socketpair(AF_UNIX, SOCK_STREAM, 0, m_ends.data()) != 0)
            qFatal("socketpair failed");
    }
    ~SilentPeer()
    {
        for (const int end : m_ends)
            ::close(end);
    }
    Q_DISABLE_COPY_MOVE(SilentPeer)

    int descriptor() const { return m_ends[0]; }
    /// Returns as soon as somebody ends the call, and hangs until then.
    void hang() const
    {
        char byte = 0;
        [[maybe_unused]] const auto got = ::read(descriptor(), &byte, 1);
    }
    bool isUsable() const { return ::send(descriptor(), "x", 1, MSG_NOSIGNAL) == 1; }

private:
    std::array<int, 2> m_ends{};
};

} // namespace

class TestWatchdog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsHungCall();
    void leavesFinishedCallsAlone();
    void givesEachCallItsOwnTime();
    void takesTheShorterTimeOfTheNextCall();
    void cutsEverythingAtOnce();
    void endsWhileNothingIsUnderWay();
    void endsAfterCalls();
};

void TestWatchdog::endsHungCall()
{
    const SilentPeer peer;
    Watchdog watchdog;
    watchdog.arm(peer.descriptor(), soon);
    peer.hang();
    QVERIFY(watchdog.disarm());
}

void TestWatchdog::leavesFinishedCallsAlone()
{
    const SilentPeer first;
    const SilentPeer second;
    Watchdog watchdog;
    watchdog.arm(first.descriptor(), soon);
    QVERIFY(!watchdog.disarm());
    watchdog.arm(second.descriptor(), 2 * soon);
    second.hang();
    QVERIFY(watchdog.disarm());
    QVERIFY(first.isUsable());
}

void TestWatchdog::givesEachCallItsOwnTime()
{
    const SilentPeer peer;
    Watchdog watchdog;
    for (int i = 0; i < 10'000; ++i) {
        watchdog.arm(peer.descriptor(), never);
        QVERIFY(!watchdog.disarm());
    }
    QVERIFY(peer.isUsable());
}

void TestWatchdog::takesTheShorterTimeOfTheNextCall()
{
    const SilentPeer peer;
    Watchdog watchdog;
    watchdog.arm(peer.descriptor(), never);
    QVERIFY(!watchdog.disarm());
    watchdog.arm(peer.descriptor(), soon);
    peer.hang();
    QVERIFY(watchdog.disarm());
}

void TestWatchdog::cutsEverythingAtOnce()
{
    const SilentPeer first;
    const SilentPeer second;
    Watchdog watchdog;
    watchdog.arm(first.descriptor(), never);
    watchdog.cutNow();
    first.hang();
    QVERIFY(watchdog.disarm());
    watchdog.arm(second.descriptor(), never);
    second.hang();
    QVERIFY(watchdog.disarm());
}

void TestWatchdog::endsWhileNothingIsUnderWay()
{
    for (int i = 0; i < 100; ++i)
        Watchdog();
}

void TestWatchdog::endsAfterCalls()
{
    const SilentPeer peer;
    {
        Watchdog watchdog;
        watchdog.arm(peer.descriptor(), never);
        watchdog.disarm();
    }
    {
        Watchdog watchdog;
        watchdog.arm(peer.descriptor(), never); // and never disarmed
    }
    QVERIFY(peer.isUsable());
}

QTEST_GUILESS_MAIN(TestWatchdog)
#include "tst_watchdog.moc"
