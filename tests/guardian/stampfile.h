// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/bootclock.h>

#include <atomic>
#include <cstdint>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

/// Memory that a command under test shares with the test through a file: proof of life that needs no system call, so
/// that even the last microsecond before SIGKILL is seen.
class StampFile
{
public:
    struct Stamps
    {
        std::atomic<std::int64_t> last; ///< BootClock, nanoseconds: when any process of the command last ran
        std::atomic<std::int32_t> processes; ///< how many have ever begun to stamp
        std::atomic<std::int32_t> terminated; ///< how many SIGTERM were caught
    };

    explicit StampFile(const char *path)
    {
        const int fd = ::open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
        if (fd >= 0 && ::ftruncate(fd, sizeof(Stamps)) == 0) {
            void *memory = ::mmap(nullptr, sizeof(Stamps), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
            m_stamps = memory == MAP_FAILED ? nullptr : static_cast<Stamps *>(memory);
        }
        if (fd >= 0)
            ::close(fd);
    }
    StampFile(const StampFile &) = delete;
    StampFile &operator=(const StampFile &) = delete;
    ~StampFile()
    {
        if (m_stamps)
            ::munmap(m_stamps, sizeof(Stamps));
    }

    bool isValid() const { return m_stamps; }
    Stamps *operator->() const { return m_stamps; }

    void stamp() const
    {
        const std::int64_t now = Elector::BootClock::now().time_since_epoch().count();
        std::int64_t last = m_stamps->last.load();
        while (last < now && !m_stamps->last.compare_exchange_weak(last, now)) { }
    }

private:
    Stamps *m_stamps = nullptr;
};
