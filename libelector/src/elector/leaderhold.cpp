// SPDX-License-Identifier: MIT
#include "Elector/leaderhold.h"

#include "elector/leadership_p.h"

#include <utility>

namespace Elector {

LeaderHold::LeaderHold(std::shared_ptr<Leadership> leadership, std::shared_ptr<TenureTrust> trust)
    : m_leadership(std::move(leadership))
    , m_trust(std::move(trust))
{
}

LeaderHold::LeaderHold(LeaderHold &&other) noexcept
    : m_leadership(std::move(other.m_leadership))
    , m_trust(std::exchange(other.m_trust, nullptr))
{
}

LeaderHold &LeaderHold::operator=(LeaderHold &&other) noexcept
{
    if (this != &other) {
        release();
        m_leadership = std::move(other.m_leadership);
        m_trust = std::exchange(other.m_trust, nullptr);
    }
    return *this;
}

LeaderHold::~LeaderHold()
{
    release();
}

bool LeaderHold::isValid() const
{
    return BootClock::now() < deadline();
}

BootClock::time_point LeaderHold::deadline() const
{
    return BootClock::time_point(BootClock::duration(m_trust ? m_trust->until.load(std::memory_order_acquire) : 0));
}

std::optional<qint64> LeaderHold::term() const
{
    return m_trust ? std::optional<qint64>(m_trust->key.term) : std::nullopt;
}

QString LeaderHold::leaderId() const
{
    return m_trust ? m_trust->key.leaderId : QString();
}

void LeaderHold::release()
{
    if (std::exchange(m_trust, nullptr))
        m_leadership->dropHold();
    m_leadership.reset();
}

} // namespace Elector
