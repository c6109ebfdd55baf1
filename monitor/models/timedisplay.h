// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QDateTime>

#include <chrono>

namespace Elector {

/// How moments are written in the whole window: one setting, kept by the window. Any thread.
class TimeDisplay
{
public:
    enum Mode { Local, Utc, Relative };

    static Mode mode();
    static void setMode(Mode mode);

    /// The server's clock minus this machine's, of the server that is shown: ages are told by the server's clock.
    static void setServerOffset(std::chrono::microseconds offset);
    /// Now, by the server's clock, as far as it is known.
    static QDateTime serverNow();
};

} // namespace Elector
