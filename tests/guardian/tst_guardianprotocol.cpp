// SPDX-License-Identifier: MIT
#include "guardianchannel.h"
#include "guardianprotocol.h"

#include <QtTest>

#include <set>

#include <sys/socket.h>

using namespace Elector;
using namespace Elector::GuardianProtocol;
using namespace std::chrono_literals;

namespace {

Prepare somePrepare()
{
    Prepare prepare;
    prepare.arguments = {"sh", "-c", "true; \"x\"\n", ""};
    prepare.environment = {"PATH=/bin", "EMPTY=", "ODD=a=b"};
    prepare.workingDirectory = "/tmp";
    prepare.processGroup = 12;
    prepare.connectionInfo = "host=/tmp password='s e c'";
    prepare.releaseSql = "DELETE FROM t WHERE id = $1";
    return prepare;
}

Start someStart()
{
    Start start;
    start.lockId = -7;
    start.leaderId = "node#1a2b.3";
    start.term = INT64_MAX;
    start.deadline = BootClock::time_point(123456789012345ns);
    start.grace = 2s;
    start.killMargin = 250ms;
    start.environment = {"ELECTOR_LOCK=-7"};
    start.stopSignal = SIGINT;
    start.giveUp = false;
    return start;
}

std::vector<Message> oneOfEach()
{
    Start plain = someStart();
    plain.term.reset();
    return {somePrepare(),
            someStart(),
            plain,
            NewDeadline{BootClock::time_point(1s)},
            NewRelease{"SELECT f($1, $2, $3, $4)", "a key"},
            Stop{},
            SendSignal{10},
            Release{},
            Quit{},
            Ready{},
            Started{4711},
            Failed{2, "no such program"},
            Exited{0x0100},
            Gone{9, Cause::Orphaned},
            Released{true, {}},
            Released{false, "refused"},
            Stuck{5, "why"}};
}

} // namespace

class TestGuardianProtocol : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMessageComesBack();
    void everyTypeIsTested();
    void shortenedMessagesAreRefused();
    void lengthenedMessagesAreRefused();
    void brokenBytesNeverCrash();
    void otherVersionsAreRefused();
    void brokenRulesAreRefused_data();
    void brokenRulesAreRefused();
    void aCountThatPromisesTooMuchIsRefused();
    void shellsExitStatus();
    void channelCarriesSmallAndLarge();
    void channelTellsTheEndAfterTheLastMessage();
    void channelRefusesNonsense();
    void channelNeverBlocks();
};

void TestGuardianProtocol::everyMessageComesBack()
{
    for (const Message &message : oneOfEach()) {
        std::string error;
        const auto back = decode(encode(message), &error);
        QVERIFY2(back, error.c_str());
        QVERIFY(*back == message);
    }
}

void TestGuardianProtocol::everyTypeIsTested()
{
    std::set<std::size_t> types;
    for (const Message &message : oneOfEach())
        types.insert(message.index());
    QCOMPARE(types.size(), std::variant_size_v<Message>);
}

void TestGuardianProtocol::shortenedMessagesAreRefused()
{
    for (const Message &message : oneOfEach()) {
        const std::string packet = encode(message);
        for (std::size_t size = 0; size < packet.size(); ++size) {
            std::string error;
            QVERIFY(!decode(std::string_view(packet).substr(0, size), &error));
            QVERIFY(!error.empty());
        }
    }
}

void TestGuardianProtocol::lengthenedMessagesAreRefused()
{
    for (const Message &message : oneOfEach())
        QVERIFY(!decode(encode(message) + 'x'));
    QVERIFY(!decode(std::string(maximumSize + 1, 'x')));
}

void TestGuardianProtocol::brokenBytesNeverCrash()
{
    // Either it is refused, or it is a message that is encoded again without loss.
    for (const Message &message : oneOfEach()) {
        const std::string packet = encode(message);
        for (std::size_t at = 0; at < packet.size(); ++at) {
            for (int value = 0; value < 256; ++value) {
                std::string broken = packet;
                broken[at] = char(value);
                if (const auto decoded = decode(broken))
                    QVERIFY(decode(encode(*decoded)) == decoded);
            }
        }
    }
}

void TestGuardianProtocol::otherVersionsAreRefused()
{
    std::string packet = encode(Ready{});
    packet[2] = char(version + 1);
    std::string error;
    QVERIFY(!decode(packet, &error));
    QVERIFY(QString::fromStdString(error).contains(QLatin1String("version")));
}

void TestGuardianProtocol::brokenRulesAreRefused_data()
{
    QTest::addColumn<int>("rule");
    for (int rule = 0; rule < 10; ++rule)
        QTest::addRow("%d", rule) << rule;
}

void TestGuardianProtocol::brokenRulesAreRefused()
{
    QFETCH(int, rule);
    Prepare prepare = somePrepare();
    Start start = someStart();
    Message message;
    switch (rule) {
    case 0:
        prepare.arguments.clear();
        message = prepare;
        break;
    case 1:
        prepare.arguments.front().clear();
        message = prepare;
        break;
    case 2:
        prepare.environment.front().push_back('\0');
        message = prepare;
        break;
    case 3:
        prepare.processGroup = -1;
        message = prepare;
        break;
    case 4:
        start.leaderId.clear();
        message = start;
        break;
    case 5:
        start.grace = -1ns;
        message = start;
        break;
    case 6:
        start.deadline = BootClock::time_point::max();
        message = start;
        break;
    case 7:
        start.stopSignal = 65;
        message = start;
        break;
    case 8:
        message = SendSignal{0};
        break;
    case 9:
        message = NewDeadline{BootClock::time_point(-1s)};
        break;
    default:
        QFAIL("no such rule");
    }
    QVERIFY(encode(message).empty());
}

void TestGuardianProtocol::aCountThatPromisesTooMuchIsRefused()
{
    std::string packet = encode(somePrepare());
    packet.replace(4, 4, "\xff\xff\xff\x7f"); // the number of arguments
    QVERIFY(!decode(packet));
}

void TestGuardianProtocol::shellsExitStatus()
{
    QCOMPARE((Failed{ENOENT, {}}).exitStatus(), 127);
    QCOMPARE((Failed{EACCES, {}}).exitStatus(), 126);
}

static std::pair<GuardianChannel, GuardianChannel> channelPair(int *rawEnd = nullptr)
{
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
        qFatal("no socket pair");
    if (rawEnd)
        *rawEnd = ends[0];
    return {GuardianChannel(FileDescriptor(ends[0])), GuardianChannel(FileDescriptor(ends[1]))};
}

void TestGuardianProtocol::channelCarriesSmallAndLarge()
{
    auto [near, far] = channelPair();
    Prepare large = somePrepare();
    for (int i = 0; i < 20000; ++i)
        large.environment.push_back("VARIABLE_" + std::to_string(i) + "=" + std::string(50, 'x'));
    Message message;
    QCOMPARE(far.receive(message), GuardianChannel::Result::Nothing);
    QVERIFY(near.send(large));
    QVERIFY(near.send(someStart()));
    QCOMPARE(far.receive(message), GuardianChannel::Result::Message);
    QVERIFY(message == Message(large));
    QCOMPARE(far.receive(message), GuardianChannel::Result::Message);
    QVERIFY(message == Message(someStart()));
    QCOMPARE(far.receive(message), GuardianChannel::Result::Nothing);
}

void TestGuardianProtocol::channelTellsTheEndAfterTheLastMessage()
{
    auto [near, far] = channelPair();
    QVERIFY(near.send(Quit{}));
    near.close();
    Message message;
    QCOMPARE(far.receive(message), GuardianChannel::Result::Message);
    QCOMPARE(far.receive(message), GuardianChannel::Result::Closed);
    QVERIFY(!far.send(Ready{})); // and no SIGPIPE
}

void TestGuardianProtocol::channelRefusesNonsense()
{
    int raw = -1;
    auto [near, far] = channelPair(&raw);
    Message message;
    QCOMPARE(::send(raw, "hello", 5, 0), ssize_t(5));
    QCOMPARE(far.receive(message), GuardianChannel::Result::Malformed);
    QVERIFY(!far.error().empty());
    const std::string huge(100000, 'x');
    QCOMPARE(::send(raw, huge.data(), huge.size(), 0), ssize_t(huge.size()));
    QCOMPARE(far.receive(message), GuardianChannel::Result::Malformed);
    QVERIFY(!near.send(Prepare{}));
}

void TestGuardianProtocol::channelNeverBlocks()
{
    auto [near, far] = channelPair();
    int sent = 0;
    while (sent < 1'000'000 && near.send(NewDeadline{BootClock::now()}))
        ++sent;
    QVERIFY(sent > 0);
    QVERIFY(sent < 1'000'000);
}

QTEST_GUILESS_MAIN(TestGuardianProtocol)
#include "tst_guardianprotocol.moc"
