// SPDX-License-Identifier: MIT
#include "timedisplay.h"

#include <atomic>

namespace Elector {

namespace {

std::atomic<TimeDisplay::Mode> currentMode{TimeDisplay::Local};
std::atomic<qint64> serverOffset{0}; // microseconds

} // namespace

TimeDisplay::Mode TimeDisplay::mode()
{
    return currentMode;
}

void TimeDisplay::setMode(Mode mode)
{
    currentMode = mode;
}

void TimeDisplay::setServerOffset(std::chrono::microseconds offset)
{
    serverOffset = offset.count();
}

QDateTime TimeDisplay::serverNow()
{
    return QDateTime::currentDateTimeUtc().addMSecs(serverOffset / 1000);
}

} // namespace Elector
