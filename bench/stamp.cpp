// SPDX-License-Identifier: MIT

// A job that tells when it ran: appends "start NANOSECONDS PID" (of CLOCK_MONOTONIC) to FILE, waits, appends "end
// NANOSECONDS PID". usage: stamp FILE MILLISECONDS
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <unistd.h>

namespace {

bool append(int file, const char *what)
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    char line[64];
    const int length = std::snprintf(line, sizeof line, "%s %lld %d\n", what,
                                     static_cast<long long>(now.tv_sec) * 1'000'000'000 + now.tv_nsec, ::getpid());
    return ::write(file, line, std::size_t(length)) == length;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fputs("usage: stamp FILE MILLISECONDS\n", stderr);
        return 2;
    }
    const int file = ::open(argv[1], O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
    if (file < 0 || !append(file, "start"))
        return 1;
    ::usleep(useconds_t(std::atoi(argv[2])) * 1000);
    return append(file, "end") ? 0 : 1;
}
