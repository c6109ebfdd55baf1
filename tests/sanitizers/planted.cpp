// SPDX-License-Identifier: MIT
// One bug of each kind, on purpose: a sanitizer that stays silent here proves nothing elsewhere.
#include <QCoreApplication>
#include <QProcess>

#include <atomic>
#include <climits>
#include <cstdio>
#include <cstring>
#include <thread>

namespace {

int race()
{
    int shared = 0;
    std::thread other([&shared] { ++shared; });
    ++shared;
    other.join();
    return shared;
}

// See clone.cpp: the tool must still be awake after a program was started while a thread was running.
int raceAfterProcess()
{
    std::atomic<bool> over = false;
    std::thread bystander([&over] {
        while (!over)
            std::this_thread::yield();
    });
    QProcess process;
    process.start(QStringLiteral("true"), {});
    process.waitForFinished();
    const int result = race();
    over = true;
    bystander.join();
    return result;
}

// The compiler may not see through it, and so neither warns of the bugs nor removes them.
int *volatile pointer = nullptr;

int leak()
{
    for (int count = 0; count < 10; ++count) // a register or the stack may still know the last one
        pointer = new int[1000];
    pointer = nullptr;
    return pointer == nullptr ? 0 : 1;
}

int useAfterFree()
{
    pointer = new int(1);
    delete pointer;
    return *pointer;
}

int overflow(int argc)
{
    volatile int big = INT_MAX - 1;
    return big + argc;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const char *kind = argc > 1 ? argv[1] : "";
    int result = 0;
    if (std::strcmp(kind, "race") == 0)
        result = race();
    else if (std::strcmp(kind, "race-after-process") == 0)
        result = raceAfterProcess();
    else if (std::strcmp(kind, "leak") == 0)
        result = leak();
    else if (std::strcmp(kind, "use-after-free") == 0)
        result = useAfterFree();
    else if (std::strcmp(kind, "overflow") == 0)
        result = overflow(argc);
    else
        return 2;
    std::printf("unnoticed: %d\n", result);
    return 0;
}
