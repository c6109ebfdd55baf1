// SPDX-License-Identifier: MIT
#pragma once

#include "hookrunner.h"

#include <Elector/enums.h>
#include <Elector/leaderhold.h>

#include <QtCore/QObject>

namespace Elector {

/// --on-gained and --on-lost: each is run once for a tenure, and told of it by its environment. Nothing waits for
/// either but the very end of this program for the latter.
class TenureHooks : public QObject
{
    Q_OBJECT
public:
    TenureHooks(const QString &onGained, const QString &onLost, std::chrono::milliseconds limit);

    /// Runs --on-gained, unless that was done for this tenure.
    void tellGained(int lockId, const LeaderHold &hold);
    /// Leadership is over; to be told once nothing of the command is left.
    void setLost(LossReason reason);
    /// Runs --on-lost if leadership is over and was told as gained.
    void tellLost();

    bool isTellingLost() const { return m_onLost.isRunning(); }
    void killLost() { m_onLost.kill(); }
    /// Ends both, see HookRunner::end().
    void end();

Q_SIGNALS:
    /// What was told of the loss has ended.
    void finished();

private:
    HookRunner m_onGained;
    HookRunner m_onLost;
    QProcessEnvironment m_environment; ///< that of the tenure that was told as gained, and not as lost yet
};

} // namespace Elector
