// SPDX-License-Identifier: MIT
#include "stallwatch.h"

#include <QtCore/QAbstractEventDispatcher>

#include <ctime>
#include <utility>

namespace Elector {

namespace {

std::chrono::nanoseconds processorTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

} // namespace

StallWatch::StallWatch(int &argc, char **argv)
    : QApplication(argc, argv)
{
    connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this, &StallWatch::idle);
}

StallWatch::Stalls StallWatch::take()
{
    m_since.reset(); // what is under way is part of the measuring
    return std::exchange(m_stalls, {});
}

bool StallWatch::notify(QObject *receiver, QEvent *event)
{
    if (!m_since) {
        m_since = std::chrono::steady_clock::now();
        m_processorSince = processorTime();
    }
    return QApplication::notify(receiver, event);
}

void StallWatch::idle()
{
    if (!m_since)
        return;
    const std::chrono::duration<double, std::milli> busy = std::chrono::steady_clock::now() - *m_since;
    const std::chrono::duration<double, std::milli> worked = processorTime() - m_processorSince;
    m_since.reset();
    m_stalls.wall.push_back(busy.count());
    m_stalls.processor.push_back(worked.count());
}

} // namespace Elector
