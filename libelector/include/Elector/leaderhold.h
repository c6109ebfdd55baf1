// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/bootclock.h>
#include <Elector/elector_export.h>

#include <QtCore/QString>

#include <memory>
#include <optional>

namespace Elector {

class Leadership;
struct TenureTrust;

/// Says, for as long as it lives, that work done as leader is going on: the row is not given up before the last hold
/// is gone. Renewals go on meanwhile, so that nobody else leads while the work comes to its end.
///
/// Get one from LeaderElector::hold(), in any thread; move it, keep it, destroy it in any thread. An empty one says
/// that you do not lead: do not start. A hold does not keep leadership beyond its deadline: ask isValid() between
/// steps.
class ELECTOR_EXPORT LeaderHold
{
public:
    /// An empty one.
    LeaderHold() = default;
    /// Leaves the other one empty.
    LeaderHold(LeaderHold &&) noexcept;
    /// Releases what it held; leaves the other one empty.
    LeaderHold &operator=(LeaderHold &&) noexcept;
    ~LeaderHold();

    /// True if it was taken from a leader and not released since.
    explicit operator bool() const { return m_trust != nullptr; }
    /// True while the lease that it was taken under may be trusted, also while the work drains after release(). Any
    /// thread.
    bool isValid() const;
    /// When that trust ends if no renewal succeeds; the epoch if empty. Any thread.
    BootClock::time_point deadline() const;
    /// The fencing token; empty on the plain level.
    std::optional<qint64> term() const;
    /// The tenure as it stands in the row.
    QString leaderId() const;
    /// The work is done. The destructor does it too.
    void release();

private:
    friend class LeaderElector;
    LeaderHold(std::shared_ptr<Leadership> leadership, std::shared_ptr<TenureTrust> trust);
    std::shared_ptr<Leadership> m_leadership;
    std::shared_ptr<TenureTrust> m_trust;
};

} // namespace Elector
