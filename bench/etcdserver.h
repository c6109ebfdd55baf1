// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

namespace Elector {

/// A private etcd, for comparison: gone with this object.
class EtcdServer
{
public:
    ~EtcdServer();
    /// False if this machine has none, or it does not answer.
    bool start();
    /// Of clients: where the server is.
    QProcessEnvironment environment() const;

private:
    QTemporaryDir m_data;
    QProcess m_process;
    QString m_endpoint;
};

} // namespace Elector
