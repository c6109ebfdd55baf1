// SPDX-License-Identifier: MIT
#include "guardian.h"

#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

constexpr int electorSocket = 3;

bool isElectorSocket(int fd)
{
    int type = 0;
    socklen_t size = sizeof type;
    return ::getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &size) == 0 && type == SOCK_SEQPACKET;
}

/// Nothing of ours may leak into the command, and what elector had open by accident neither.
void tidyDescriptors()
{
    ::syscall(SYS_close_range, unsigned(electorSocket + 1), ~0u, 0u);
    ::fcntl(electorSocket, F_SETFD, FD_CLOEXEC);
    // A standard stream that was closed would be taken by the next descriptor we open.
    for (int fd = ::open("/dev/null", O_RDWR); fd >= 0 && fd <= STDERR_FILENO; fd = ::open("/dev/null", O_RDWR)) { }
    ::close(electorSocket + 1);
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc > 1 || !isElectorSocket(electorSocket)) {
        const bool help = argc == 2 && std::strcmp(argv[1], "--help") == 0;
        std::fputs(
            "elector-guardian is started by \"elector run\": it runs the command, and ends it when the lease does.\n"
            "There is nothing to be done with it by hand.\n",
            help ? stdout : stderr);
        return help ? 0 : 2;
    }
    const auto ignored = Elector::IgnoredSignals::current();
    tidyDescriptors();
    Elector::Guardian guardian(Elector::GuardianChannel(Elector::FileDescriptor(electorSocket)), ignored);
    return guardian.run();
}
