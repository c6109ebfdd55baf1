// SPDX-License-Identifier: MIT
#include "stallwatch.h"

#include <QtCore/QAbstractEventDispatcher>

#include <array>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace Elector {

using namespace std::chrono;

namespace {

nanoseconds clockTime(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return seconds(time.tv_sec) + nanoseconds(time.tv_nsec);
}

double inMilliseconds(nanoseconds time)
{
    return duration<double, std::milli>(time).count();
}

} // namespace

StallWatch::StallWatch(int &argc, char **argv)
    : QApplication(argc, argv)
    , m_schedule(::open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC))
{
    connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this, &StallWatch::idle);
}

StallWatch::~StallWatch()
{
    if (m_schedule >= 0)
        ::close(m_schedule);
}

StallWatch::Reading StallWatch::read() const
{
    Reading reading{clockTime(CLOCK_MONOTONIC), clockTime(CLOCK_THREAD_CPUTIME_ID), {}};
    std::array<char, 128> text{}; // "time on the processor, time queued (ns), turns"
    if (m_schedule >= 0 && ::pread(m_schedule, text.data(), text.size() - 1, 0) > 0) {
        char *second = nullptr;
        std::strtoull(text.data(), &second, 10);
        reading.queued = nanoseconds(std::strtoull(second, nullptr, 10));
    }
    return reading;
}

StallWatch::Stalls StallWatch::take()
{
    m_since.reset(); // what is under way is part of the measuring
    return std::exchange(m_stalls, {});
}

bool StallWatch::notify(QObject *receiver, QEvent *event)
{
    if (!m_since)
        m_since = read();
    return QApplication::notify(receiver, event);
}

void StallWatch::idle()
{
    if (!m_since)
        return;
    const Reading now = read();
    const Reading since = *std::exchange(m_since, std::nullopt);
    m_stalls.wall.push_back(inMilliseconds(now.wall - since.wall));
    m_stalls.processor.push_back(inMilliseconds(now.processor - since.processor));
    m_stalls.own.push_back(inMilliseconds(now.wall - since.wall - (now.queued - since.queued)));
}

} // namespace Elector
