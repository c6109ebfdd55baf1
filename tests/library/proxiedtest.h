// SPDX-License-Identifier: MIT
#pragma once

#include "librarytest.h"
#include "tcpproxy.h"

namespace Elector {

/// A test in which the network between a node and its server goes wrong.
class ProxiedTest : public LibraryTest
{
    Q_OBJECT

protected:
    /// Settings of a node that connects through the proxy.
    ElectorConfig proxied(const QString &instanceId, std::chrono::milliseconds lease = std::chrono::seconds(1)) const
    {
        return m_room.config(instanceId, lease, m_proxy.port());
    }

    QRegularExpression unexpectedWarnings() const override { return allButTheDriversWords(); }
    void setUp() override { QVERIFY(m_proxy.startForTcp(QStringLiteral("127.0.0.1"), m_room.server.port())); }
    void tearDown() override { m_proxy.stop(); }

    TcpProxy m_proxy;
};

} // namespace Elector
