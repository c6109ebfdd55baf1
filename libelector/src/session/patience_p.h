// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace Elector {

/// How long each statement may take that sets a session up. A server that is too busy to answer a new session in time
/// is made busier by the next one, whose caches are as cold: where two attempts in a row were cut, a new session is
/// given longer, until a request has been answered again. No leader loses by that: two attempts are what its budget has
/// room for. A value of one thread.
class Patience
{
public:
    explicit Patience(std::chrono::milliseconds usual)
        : m_usual(usual)
    {
    }

    void tooSlow() { ++m_inARow; }
    void answered() { m_inARow = 0; }
    std::chrono::milliseconds now() const { return m_inARow < 2 ? m_usual : 3 * m_usual; }

private:
    std::chrono::milliseconds m_usual;
    int m_inARow = 0;
};

} // namespace Elector
