// SPDX-License-Identifier: MIT
#include "stallwatch.h"

#include <QtCore/QAbstractEventDispatcher>

#include <utility>

namespace Elector {

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
    if (!m_since)
        m_since = std::chrono::steady_clock::now();
    return QApplication::notify(receiver, event);
}

void StallWatch::idle()
{
    if (!m_since)
        return;
    const std::chrono::duration<double, std::milli> busy = std::chrono::steady_clock::now() - *m_since;
    m_since.reset();
    m_stalls.push_back(busy.count());
}

} // namespace Elector
