// SPDX-License-Identifier: MIT
// Stands for `elector run` in the guardian's tests, so that it can be killed and stopped: starts a guardian and a
// command, tells on standard output what it hears, and never leads by itself.
//
//   guardiantestelector GUARDIAN DEADLINE_MS CONNECTION RELEASE_SQL LEADER_ID MODE COMMAND ARGUMENT…
//   MODE: idle (says nothing more), renew (extends the deadline for ever), rest (killRest() when the guardian is gone)
#include "guardianclient.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <poll.h>
#include <unistd.h>

using namespace Elector;
using namespace Elector::GuardianProtocol;
using namespace std::chrono_literals;

namespace {

void say(const std::string &line)
{
    std::puts(line.c_str());
    std::fflush(stdout);
}

struct Teller
{
    void operator()(const Ready &) const { say("ready"); }
    void operator()(const Started &m) const { say("started " + std::to_string(m.pid)); }
    void operator()(const Failed &m) const { say("failed " + m.text); }
    void operator()(const Exited &m) const { say("exited " + std::to_string(m.waitStatus)); }
    void operator()(const Gone &m) const { say("gone " + std::to_string(int(m.cause))); }
    void operator()(const Released &m) const { say("released " + std::to_string(m.released) + ' ' + m.error); }
    void operator()(const Stuck &m) const { say("stuck " + m.text); }
    template <typename Other> void operator()(const Other &) const { say("nonsense"); }
};

} // namespace

int main(int argc, char *argv[])
{
    if (argc < 8)
        return 2;
    // Tests stop it. A group without a shell that has a stopped member gets SIGHUP from the kernel when another member
    // ends: that must not be the group of the test, and of whoever runs it.
    ::setpgid(0, 0);
    const std::chrono::milliseconds lease(std::atoi(argv[2]));
    const std::string mode = argv[6];
    GuardianClient guardian;
    std::string error;
    if (!guardian.spawn(argv[1], &error)) {
        say(error);
        return 1;
    }
    Prepare prepare;
    for (int i = 7; i < argc; ++i)
        prepare.arguments.emplace_back(argv[i]);
    for (char **entry = environ; *entry; ++entry)
        prepare.environment.emplace_back(*entry);
    prepare.processGroup = ::getpgrp();
    prepare.connectionInfo = argv[3];
    prepare.releaseSql = argv[4];
    Start start;
    start.lockId = 7;
    start.leaderId = argv[5];
    start.term = 42;
    start.deadline = BootClock::now() + lease;
    start.grace = 50ms;
    start.killMargin = 150ms;
    if (!guardian.send(prepare) || !guardian.send(start))
        return 1;
    say("guardian " + std::to_string(guardian.pid()) + " deadline "
        + std::to_string(start.deadline.time_since_epoch().count()));
    for (;;) {
        pollfd event{guardian.fd(), POLLIN, 0};
        ::poll(&event, 1, 50);
        while (const auto message = guardian.receive())
            std::visit(Teller(), *message);
        if (guardian.isClosed() && mode == "rest") {
            const bool clean = guardian.killRest(BootClock::now() + 30s);
            say("rest " + std::to_string(clean) + ' ' + std::to_string(BootClock::now().time_since_epoch().count()));
            return clean ? 0 : 1;
        }
        if (guardian.isClosed())
            return 0;
        if (mode == "renew")
            guardian.send(NewDeadline{BootClock::now() + lease});
    }
}
