// SPDX-License-Identifier: MIT
#include "tenurehooks.h"

#include <QtCore/QVariant>

namespace Elector {

namespace {

/// What --on-lost finds in its environment besides what --on-gained does.
const QString reasonVariable = QStringLiteral("ELECTOR_REASON");

} // namespace

TenureHooks::TenureHooks(const QString &onGained, const QString &onLost, std::chrono::milliseconds limit)
    : m_onGained(QStringLiteral("--on-gained"), onGained, limit)
    , m_onLost(QStringLiteral("--on-lost"), onLost, limit)
{
    connect(&m_onLost, &HookRunner::finished, this, &TenureHooks::finished);
}

void TenureHooks::tellGained(int lockId, const LeaderHold &hold)
{
    if (!m_environment.isEmpty())
        return; // the command was started again in the same tenure
    m_environment = QProcessEnvironment::systemEnvironment();
    m_environment.remove(reasonVariable); // that of another elector, which runs us
    m_environment.insert(QStringLiteral("ELECTOR_LOCK"), QString::number(lockId));
    m_environment.insert(QStringLiteral("ELECTOR_TERM"), hold.term() ? QString::number(*hold.term()) : QString());
    m_environment.insert(QStringLiteral("ELECTOR_LEADER_ID"), hold.leaderId());
    m_onGained.run(m_environment);
}

void TenureHooks::setLost(LossReason reason)
{
    if (!m_environment.isEmpty())
        m_environment.insert(reasonVariable, QVariant::fromValue(reason).toString().toLower());
}

void TenureHooks::tellLost()
{
    if (!m_environment.contains(reasonVariable))
        return;
    m_onGained.kill();
    m_onLost.run(m_environment);
    m_environment.clear();
}

void TenureHooks::end()
{
    m_onGained.end();
    m_onLost.end();
}

} // namespace Elector
