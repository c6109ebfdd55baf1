// SPDX-License-Identifier: MIT
#pragma once

#include <QDeadlineTimer>
#include <QThread>

#include <chrono>

namespace Elector {

/// For everything that is only a matter of time.
constexpr std::chrono::milliseconds waitLimit = std::chrono::seconds(60);

template <typename Condition> bool waitFor(Condition condition)
{
    const QDeadlineTimer deadline(waitLimit);
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        QThread::msleep(20);
    }
    return true;
}

} // namespace Elector
