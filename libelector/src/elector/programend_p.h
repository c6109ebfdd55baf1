// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

namespace Elector {

struct SharedWithOthers;

/// Lets the end of the program wait, for a bounded time, until its electors have given up what they hold. One for all
/// of them, for a connection to aboutToQuit() of each would take more memory than all else that Qt needs for it.
class ProgramEnd
{
public:
    /// Any thread.
    static void add(const std::shared_ptr<SharedWithOthers> &elector);
    /// Any thread; before the elector is gone.
    static void remove(const std::shared_ptr<SharedWithOthers> &elector);

private:
    static void begin();
};

} // namespace Elector
