// SPDX-License-Identifier: MIT
// Commands for the guardian's tests: each misbehaves in one way.
#include "stampfile.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>

#include <dirent.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

StampFile *stamps = nullptr;

[[noreturn]] void stampForEver()
{
    stamps->stamp();
    (*stamps)->processes++;
    for (;;) {
        stamps->stamp();
        const timespec pause{0, 100'000};
        ::nanosleep(&pause, nullptr);
    }
}

void countTerm(int)
{
    (*stamps)->terminated++;
}

void endOnTerm(int)
{
    (*stamps)->terminated++;
    ::_exit(7);
}

/// A chain of processes of which each lives only to start the next.
[[noreturn]] void hop()
{
    (*stamps)->processes++;
    for (;;) {
        stamps->stamp();
        const pid_t next = ::fork();
        if (next > 0)
            ::_exit(0);
        if (next < 0) {
            const timespec pause{0, 1'000'000};
            ::nanosleep(&pause, nullptr);
        }
    }
}

/// Starts short-lived children all the time, and ends none of them itself.
[[noreturn]] void spawnChildren()
{
    (*stamps)->processes++;
    for (;;) {
        stamps->stamp();
        if (::fork() == 0) {
            stamps->stamp();
            const timespec pause{0, 3'000'000};
            ::nanosleep(&pause, nullptr);
            stamps->stamp();
            ::_exit(0);
        }
        while (::waitpid(-1, nullptr, WNOHANG) > 0) { }
        const timespec pause{0, 500'000};
        ::nanosleep(&pause, nullptr);
    }
}

void daemonise()
{
    if (::fork() != 0) {
        ::wait(nullptr);
        return;
    }
    ::setsid();
    if (::fork() != 0)
        ::_exit(0);
    ::signal(SIGTERM, SIG_IGN);
    ::prctl(PR_SET_PDEATHSIG, 0);
    stampForEver();
}

int listDescriptors()
{
    DIR *directory = ::opendir("/proc/self/fd");
    while (const dirent *entry = ::readdir(directory)) {
        const int fd = std::atoi(entry->d_name);
        if (entry->d_name[0] != '.' && fd != ::dirfd(directory))
            std::printf("%d\n", fd);
    }
    ::closedir(directory);
    return 0;
}

int describeSelf()
{
    sigset_t blocked;
    ::sigprocmask(SIG_BLOCK, nullptr, &blocked);
    std::string list;
    for (int number = 1; number < NSIG; ++number) {
        struct sigaction action
        {
        };
        const bool ofSanitizers = number == SIGBUS || number == SIGFPE || number == SIGSEGV;
        if (!ofSanitizers && ::sigaction(number, nullptr, &action) == 0 && action.sa_handler != SIG_DFL)
            list += " handled:" + std::to_string(number);
        if (::sigismember(&blocked, number) == 1)
            list += " blocked:" + std::to_string(number);
    }
    std::printf("group %d session %d signals%s\n", int(::getpgrp()), int(::getsid(0)), list.c_str());
    return 0;
}

int stampCommand(const std::string &mode, const char *path)
{
    StampFile file(path);
    if (!file.isValid())
        return 99;
    stamps = &file;
    if (mode == "stamp")
        stampForEver();
    if (mode == "obedient") {
        ::signal(SIGTERM, endOnTerm);
        stampForEver();
    }
    if (mode == "stubborn") {
        ::signal(SIGTERM, countTerm);
        stampForEver();
    }
    if (mode == "family" || mode == "orphans") { // three generations, nobody obeys; "orphans": the eldest ends at once
        ::signal(SIGTERM, countTerm);
        for (int i = 0; i < 3; ++i) {
            if (::fork() == 0) {
                if (::fork() == 0)
                    stampForEver();
                stampForEver();
            }
        }
        if (mode == "orphans") {
            while (file->processes < 6)
                ::usleep(1000);
            return 5;
        }
        stampForEver();
    }
    if (mode == "daemons") {
        daemonise();
        daemonise();
        stampForEver();
    }
    if (mode == "storm") {
        for (int i = 0; i < 3; ++i) {
            if (::fork() == 0)
                hop();
        }
        for (int i = 0; i < 3; ++i) {
            if (::fork() == 0)
                spawnChildren();
        }
        ::signal(SIGTERM, SIG_IGN);
        stampForEver();
    }
    return 98;
}

} // namespace

int main(int argc, char *argv[])
{
    const std::string mode = argc > 1 ? argv[1] : "";
    const char *argument = argc > 2 ? argv[2] : "";
    if (mode == "exit")
        return std::atoi(argument);
    if (mode == "raise")
        return ::raise(std::atoi(argument));
    if (mode == "descriptors")
        return listDescriptors();
    if (mode == "describe")
        return describeSelf();
    if (mode == "wait") {
        ::pause();
        return 0;
    }
    return stampCommand(mode, argument);
}
